/* What can be wrong with an image. Enters: nothing. Leaves: the errors of this room, which become findings. */
#pragma once

#include <glib.h>

#define PG_IMAGE_FAULT (pg_image_fault_quark ())
GQuark pg_image_fault_quark (void);

/* An error's message is a sentence of a finding: what is wrong, what was expected, what to do. Where a function knows
   no path, it is what follows the path: "is damaged: ...". */
typedef enum
{
  PG_IMAGE_MISSING,    /* there is no such file, or no folder */
  PG_IMAGE_UNREADABLE, /* it may not be read, or is in no format that is known here */
  PG_IMAGE_DAMAGED,    /* what it says that it holds is not there whole */
  PG_IMAGE_TOO_LARGE,  /* it has more bytes, pixels or shapes than may be */
  /* and doubts, of what can be drawn */
  PG_IMAGE_COLOURS, /* its colour profile cannot be used */
  PG_IMAGE_UNDRAWN  /* it has elements that are not drawn */
} PgImageFault;

/* A finding's code for an error of this domain: "image-missing" ... */
const char *pg_image_fault_code (const GError *fault);
