/* The font set as fonts/fonts.set says it, and what of it this machine has. Enters: nothing. Leaves: families by script
   and language, and for each a small fontconfig configuration of its own. Private to text/. */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

typedef struct PgFontSet PgFontSet;

/* The generic family that stands in for others. */
#define PG_GENERIC "Sans"

/* PROGRAMME_ERROR_FONTS when the font for Latin is not installed, which no text can do without. */
PgFontSet *pg_font_set_new (GError **error);
void pg_font_set_free (PgFontSet *set); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgFontSet, pg_font_set_free)

/* The packages that the set comes from, separated by spaces. */
const char *pg_font_set_get_packages (const PgFontSet *set);

/* The family that sets script for a generic name ("Sans", "Serif"); language is a BCP 47 tag in any case. Another name
   is a family that sets Latin and its kin, if it is installed, while "Sans" sets the rest. NULL if the set has no family
   for the script. The string is the set's, and the same pointer each time. */
const char *pg_font_set_family (PgFontSet *set, const char *generic, GUnicodeScript script, const char *language);

gboolean pg_font_set_is_generic (PgFontSet *set, const char *name);

/* The files of a family as one string, the same pointer for families that share them; NULL if the set names none. */
const char *pg_font_set_get_files (PgFontSet *set, const char *family);

/* A configuration of those files alone, made when first asked for. Pango matches and sorts all the fonts of one for
   every new size, so the fewer the better. */
FcConfig *pg_font_set_get_config (PgFontSet *set, const char *files);

/* What the family has, or NULL if it is not installed. */
const FcCharSet *pg_font_set_get_characters (PgFontSet *set, const char *family);

/* An installed family that has the character, first of those for symbols; NULL if there is none. */
const char *pg_font_set_family_with (PgFontSet *set, const char *generic, gunichar character);
