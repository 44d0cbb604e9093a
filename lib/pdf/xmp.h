/* Enters: what a document is called and who made it. Leaves: that in XMP. */
#pragma once

#include <glib.h>

/* Strings may be NULL where nothing is known. */
typedef struct
{
  const char *title, *subject, *author;
  const char *language;   /* BCP 47, of title and subject */
  const char *creator;    /* the program */
  gint64 created;         /* seconds since 1970 */
  gboolean right_to_left; /* its pages are turned that way */
  gboolean facing;        /* they lie side by side, but the first is a cover */
  gboolean trapped;       /* for the press: where inks meet they overlap */
  gboolean is_variable;   /* and it has parts for several recipients */
  const char *duplex; /* how it is to be printed, at its own size, such as "Simplex"; NULL: nothing is said of that */
} PgDescription;

/* "2030-01-01T00:00:00Z", and the same as Info writes it, "D:20300101000000Z". */
char *pg_date_iso (gint64 seconds);
char *pg_date_pdf (gint64 seconds);

/* The XMP packet of a PDF/UA-1 that is PDF/A of level A; part: "2" or "3". */
char *pg_xmp_accessible (const PgDescription *description, const char *part);

/* The XMP packet of a PDF/X-4; id identifies the document, a URI. */
char *pg_xmp_press (const PgDescription *description, const char *id);
