/* The font set as fonts/fonts.set says it, and what of it this machine has. Enters: nothing. Leaves: families by script
   and language, and for each a small fontconfig configuration of its own. Private to text/. */
#pragma once

#include "base/report.h"

#include <fontconfig/fontconfig.h>

typedef struct PgFontSet PgFontSet;

/* The generic family that stands in for others. */
#define PG_GENERIC "Sans"
/* The keys there of what is of no script. */
#define PG_SYMBOLS "Zsym"
#define PG_PICTOGRAPHS "Zsye"

/* The set, whatever of it is installed. */
PgFontSet *pg_font_set_open (GError **error);
/* PROGRAMME_ERROR_FONTS when the font for Latin is not installed, which no text can do without. */
PgFontSet *pg_font_set_new (GError **error);
void pg_font_set_free (PgFontSet *set); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgFontSet, pg_font_set_free)

/* Takes the fonts of a folder into the set, once: see pg_user_fonts_load. A family of the user's goes before one of the
   same name. FALSE with PROGRAMME_ERROR_OPTION if there is no such folder. */
gboolean pg_font_set_add_folder (PgFontSet *set, const char *folder, gboolean is_changed, GError **error);
/* The same in the place of a folder: see pg_user_fonts_load_bytes. */
gboolean pg_font_set_add_bytes (PgFontSet *set, const GPtrArray *fonts, GError **error);

/* A warning "bad-font" for each file of the folder that could not be used; folder is how the user names it. */
void pg_font_set_tell_faults (const PgFontSet *set, const char *folder, ProgrammeReport *report);
/* The same for fonts in memory; fonts is as the user names them. */
void pg_font_set_tell_faults_of_bytes (const PgFontSet *set, const GPtrArray *fonts, ProgrammeReport *report);

/* The families of the user's, by name; NULL-terminated. */
const char *const *pg_font_set_get_own (const PgFontSet *set);
/* Each face of these, "Inter: Bold", by name (char *); free with g_ptr_array_unref. */
GPtrArray *pg_font_set_list_own_faces (PgFontSet *set);
gboolean pg_font_set_is_own (const PgFontSet *set, const char *family);

/* The package that brings a family of the set, to free with g_free; NULL if it is none of the set's. */
char *pg_font_set_find_package (const PgFontSet *set, const char *family);

/* The same of the first family of symbols or pictographs that is not installed; NULL if all are. */
char *pg_font_set_find_missing_symbols (PgFontSet *set);

/* All families of the set, installed or not, in its order. Free with g_strfreev. */
GStrv pg_font_set_list_families (const PgFontSet *set);

/* The scripts of the set as it names them: "Arab", "Arab:ur" ... and the two keys above, in its order. Free with g_strfreev. */
GStrv pg_font_set_list_scripts (const PgFontSet *set);

/* The families for symbols or pictographs, in the order in which they are asked. Free with g_strfreev. */
GStrv pg_font_set_list_symbols (const PgFontSet *set, const char *key);

/* The packages that the set comes from, separated by spaces. */
const char *pg_font_set_get_packages (const PgFontSet *set);

/* The family that sets script for a generic name ("Sans", "Serif"); language is a BCP 47 tag in any case. Another name
   is a family that sets the scripts of which it has the letters, while "Sans" sets the rest. NULL if the set has no
   family for the script. The string is the set's, and the same pointer each time. */
const char *pg_font_set_family (PgFontSet *set, const char *generic, GUnicodeScript script, const char *language);

/* Whether an installed family was made for the script, by the letter that Unicode shows it with. */
gboolean pg_font_set_serves (PgFontSet *set, const char *family, GUnicodeScript script);

gboolean pg_font_set_is_generic (PgFontSet *set, const char *name);

/* The files of a family as one string, the same pointer for families that share them; NULL if the set names none. */
const char *pg_font_set_get_files (PgFontSet *set, const char *family);

/* A configuration of those files alone, made when first asked for. */
FcConfig *pg_font_set_get_config (PgFontSet *set, const char *files);

/* What the family has, or NULL if it is not installed. */
const FcCharSet *pg_font_set_get_characters (PgFontSet *set, const char *family);

/* An installed family that has the character: that of its script, one for symbols, another of the set, or one of the
   user's, in this order; NULL if there is none. */
const char *pg_font_set_family_with (PgFontSet *set, const char *generic, gunichar character, const char *language);
