/* The fonts that a document is set in. Enters: the font set (fonts/fonts.set), what the machine has, fonts of
   the user's. Leaves: fonts for one document alone, out of a pool that the whole process has. */
#pragma once

#include "base/report.h"
#include "theme/style.h"

#include <pango/pango.h>

typedef struct PgFonts PgFonts;

/* Fonts for the caller alone, from any thread, until pg_fonts_give_back: the set's and, with a folder (may be NULL),
   those that lie in it. Styles may name the families of these, and they have the characters that the set has not. Each call
   tells of each file that is no usable font by a warning "bad-font". NULL with PROGRAMME_ERROR_FONTS when the font for
   Latin is not installed, naming the packages to install; PROGRAMME_ERROR_OPTION if there is no such folder. */
PgFonts *pg_fonts_take (const char *folder, ProgrammeReport *report, GError **error);

/* The same with fonts in memory (PgFontBytes) in the place of a folder. PROGRAMME_ERROR_FONTS also when the system has
   no room for one of them. */
PgFonts *pg_fonts_take_bytes (const GPtrArray *bytes, ProgrammeReport *report, GError **error);

/* NULL is ignored. */
void pg_fonts_give_back (PgFonts *fonts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgFonts, pg_fonts_give_back)
