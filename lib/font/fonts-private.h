/* What PgFonts holds, for the files of text/ alone. Enters: a font set. Leaves: fonts by run and script, each kept as
   long as the process lives. */
#pragma once

#include "base/characters.h"
#include "font/face.h"
#include "font/fonts.h"
#include "font/fontset.h"

/* A font at one size. It is never freed, so glyphs need not hold it. */
typedef struct
{
  PangoFont *font;
  const FcCharSet *characters;
  gboolean has_latin; /* all that pg_is_latin names */
  double size;        /* pt */
  PangoGlyph hyphen;  /* PANGO_GLYPH_EMPTY: it has none */
  int hyphen_width;   /* Pango units */
  gboolean stands_in; /* for one whose file cannot be opened */
  gboolean is_own;    /* the user's: it may be damaged */
} PgFont;

struct PgFonts
{
  PgFontSet *set;
  FT_Library library;
  GHashTable *contexts; /* a face of the set, FcPattern → PangoContext, with a font map of that face alone */
  PangoContext *latin;  /* that of the face that stands in for others */
  GHashTable *fonts;    /* of FontKey → PgFont */
  struct PgKept *kept;  /* what text/ makes of these fonts, when first needed */

  /* Of the one document that they are taken for. */
  GHashTable *choices; /* of ChoiceKey → PgFont */
  GHashTable *languages;
  GHashTable *unknown;  /* families that styles name and the set has not → PgPlace of the first such style's */
  GHashTable *told;     /* text/shape.c's: which scripts were said to be missing in which text */
  GHashTable *left_out; /* text/pictographs.c's: a place → what is left out there */
  GHashTable *wanting; /* what families of the user's lack: "“Inter” has no bold ..." → PgPlace of a style's font */
};

/* What pool.c hands out. The set becomes theirs. NULL with PROGRAMME_ERROR_FONTS if not even Latin's font can be
   opened. */
PgFonts *pg_fonts_new (PgFontSet *set, GError **error);
/* Forgets what belongs to one document. */
void pg_fonts_forget (PgFonts *fonts);

/* The font of a run for a script. Never NULL: where the set has nothing for the script, Latin's. */
const PgFont *pg_fonts_choose (PgFonts *fonts, const PgRun *run, GUnicodeScript script);

/* A font of the set that has the character, for a run whose own has not; NULL if none has. */
const PgFont *pg_fonts_fall_back (PgFonts *fonts, const PgRun *run, gunichar character);

gboolean pg_font_has (const PgFont *font, gunichar character);
PangoLanguage *pg_fonts_get_language (PgFonts *fonts, const char *language);

/* The size at which a run is set: smaller when it is raised or lowered. */
double pg_run_size (const PgRun *run);
