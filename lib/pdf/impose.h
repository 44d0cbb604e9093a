/* The pages of a PDF on sheets. Enters: a PDF of anybody's, and sheets as data. Leaves: a PDF of the sheets, in which each page is one
   Form XObject, however often it is shown. */
#pragma once

#include "base/sink.h"
#include "font/outlines.h"
#include "pdf/annotation.h"
#include "pdf/source.h"
#include "pdf/xmp.h"
#include "sheet/sheet.h"

/* How sheets become a file. */
typedef struct
{
  const GPtrArray *sheets; /* PgSheet */
  const GArray *pages;     /* guint: the source's pages that the sheets' are */
  const char *duplex;      /* what print dialogs are to take, such as "DuplexFlipShortEdge" */
  PgOutlines *outlines;    /* or NULL, and then there are no slugs */
  PgDescription description;
} PgImposition;

/* Writes the sheets; what is not shown of each page goes into unshown (PgUnshown, by the sheets' pages). FALSE: the sink has
   failed, with PROGRAMME_ERROR_READ for a page that cannot be read. */
gboolean pg_impose_write (const PgSource *source, const PgImposition *imposition, GArray *unshown, PgSink *sink);
