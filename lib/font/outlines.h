/* Letters as shapes, for what is written beside pages. Enters: the font for Latin. Leaves: the outlines of its characters. */
#pragma once

#include <glib.h>

typedef struct PgOutlines PgOutlines;

/* Of the set's font for Latin. NULL with PROGRAMME_ERROR_FONTS if it is not installed. */
PgOutlines *pg_outlines_new (GError **error);
void pg_outlines_free (PgOutlines *outlines); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgOutlines, pg_outlines_free)

/* Adds the path of a character, in thousandths of the type size, y upwards, as PDF and PostScript write it ("0 0 m", "l", "c",
   "h"); *advance is how far the next one stands. FALSE if the font has it not. */
gboolean pg_outlines_add (PgOutlines *outlines, gunichar character, GString *path, double *advance);
