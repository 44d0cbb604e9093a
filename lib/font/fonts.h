/* The fonts of one document: a private fontconfig configuration and a font map of its own. Enters: the font set
   (fonts/fonts.set) and what the machine has. Leaves: families by script, a Pango context, characters without font. */
#pragma once

#include "base/report.h"
#include "theme/style.h"

#include <pango/pango.h>

typedef struct PgFonts PgFonts;

/* Loads the set. Not shared between threads. PROGRAMME_ERROR_FONTS when the font for Latin is not installed,
   naming the packages to install. */
PgFonts *pg_fonts_new (GError **error);
void pg_fonts_free (PgFonts *fonts); /* NULL is ignored */

/* Adds the fonts of a folder of the user's, before any text is set. Styles may name their families, and they have the
   characters that the set has not. A file that is no usable font is a warning "bad-font". FALSE with
   PROGRAMME_ERROR_OPTION if there is no such folder. */
gboolean pg_fonts_add_folder (PgFonts *fonts, const char *folder, ProgrammeReport *report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgFonts, pg_fonts_free)

/* Makes fontconfig's current configuration the private one, which saves the 4-9 ms of loading the system's. Process-wide:
   for programs that own their process, before anything else uses fontconfig. */
void pg_fonts_own_process (void);
