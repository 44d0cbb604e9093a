/* Enters: cairo's fonts. Leaves: ligatures that are read as their letters. */
#pragma once

#include "pdf/qpdf.h"

/* Where a font has a character for a ligature or for the form of a letter, cairo says that the glyph is that one (U+FB01)
   and, each time it is shown, that it stands for other ones. A font's /ToUnicode, if object is a font, gets the letters
   instead. A PgMendFunc. */
void pg_ligatures_mend (qpdf_data qpdf, qpdf_oh object);

/* Whether what begins with the content's operator BDC says nothing but that, of Latin letters (readers order those of
   scripts from right to left each in its own way): start is where its operands are, and end where they end. */
gboolean pg_ligatures_is_said (const char *start, const char *end);
