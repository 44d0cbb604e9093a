/* Enters: the name of a style. Leaves: the theme's style as the voice's paper and language want it: smaller or lighter for a
   second language, and with a leading that its script needs. */
#include "event/names.h"
#include "say/say.h"

#include <math.h>
#include <string.h>

gboolean
pg_has_italics (const PgVoice *voice)
{
  return pg_theme_is (voice->theme, "type", "italics", "yes");
}

/* The theme's own style for a second language, what is long or small paper, or else its style. */
static const PgStyle *
style_of_theme (const PgVoice *voice, const char *name, gboolean *is_second)
{
  static const char *const variants[] = { " second", " long", " small" };
  gboolean wanted[] = { voice->is_second, voice->is_long, voice->is_small };
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *variant = wanted[i] ? g_strconcat (name, variants[i], NULL) : NULL;
      if (variant == NULL || !pg_theme_has_style (voice->theme, variant))
        continue;
      *is_second = i == 0;
      return pg_theme_style (voice->theme, variant);
    }
  return pg_theme_style (voice->theme, name);
}

gboolean
pg_is_light (const PgVoice *voice)
{
  return voice->is_second && strcmp (voice->script, "Latn") == 0
         && strcmp (pg_language_script (voice->arena, voice->event->languages[0]), "Latn") == 0;
}

/* A second language is smaller where its letters are large for their size (but in a box, which is made for them); where
   both are in Latin letters it is light and in the second text's colour instead. */
static void
make_second (const PgVoice *voice, PgStyle *style)
{
  const PgColour *text = pg_theme_colour (voice->theme, "text");
  double scale = pg_theme_script (voice->theme, voice->script)->scale;
  if (style->box_line <= 0 && !style->box_filled)
    style->size = round (style->size * scale * 4) / 4;
  if (!pg_is_light (voice))
    return;
  style->bold = FALSE;
  if (memcmp (&style->colour, text, sizeof *text) == 0)
    style->colour = *pg_theme_colour (voice->theme, "second");
}

/* The least leading of a script for a style, on the theme's vertical unit. */
static double
least_leading (const PgVoice *voice, const PgStyle *style, const char *script)
{
  double unit = pg_theme_length (voice->theme, "page", "unit");
  const PgScript *wanted = pg_theme_script (voice->theme, script);
  double leading = style->size * (style->balance || style->beside ? wanted->title_leading : wanted->leading);
  return unit > 0 ? ceil (leading / unit - 0.01) * unit : leading;
}

/* What the theme sets solid are figures, in one line. */
static const PgStyle *
with_leading (const PgVoice *voice, const PgStyle *style, const char *script)
{
  if (style->leading == style->size || least_leading (voice, style, script) <= style->leading)
    return style;
  PgStyle *taller = pg_arena_new0 (voice->arena, PgStyle);
  *taller = *style;
  taller->leading = least_leading (voice, style, script);
  return taller;
}

const PgStyle *
pg_style_for_script (const PgVoice *voice, const PgStyle *style, const char *script)
{
  return strcmp (script, "Latn") == 0 ? style : with_leading (voice, style, script);
}

#define ABOVE 230 /* the combining class of marks above a letter */

static gboolean
is_mark_above (gunichar character)
{
  return g_unichar_combining_class (character) == ABOVE;
}

/* The script whose leading a letter of a text in another language needs, or one of Latin that is as high as a capital with a
   mark; NULL: none. East Asian letters need no more than Latin ones. */
static const char *
script_of_letter (gunichar letter, char code[5])
{
  gunichar base, mark;
  guint32 iso = g_unicode_script_to_iso15924 (g_unichar_get_script (letter));
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
      return g_unichar_isupper (letter) && g_unichar_decompose (letter, &base, &mark) && is_mark_above (mark) ? "Latn"
                                                                                                              : NULL;
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return NULL;
    default:
      for (guint i = 0; i < 4; i++)
        code[i] = (char) (iso >> (8 * (3 - i)));
      return code;
    }
}

const PgStyle *
pg_style_for_letters (const PgVoice *voice, const PgStyle *style, const char *text)
{
  char code[5] = "", last[5] = "";
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *script = (guchar) *at < 0x80 ? NULL : script_of_letter (g_utf8_get_char (at), code);
      if (script == NULL || strcmp (script, last) == 0
          || (strcmp (script, voice->script) == 0 && strcmp (script, "Latn") != 0))
        continue;
      g_strlcpy (last, script, sizeof last);
      style = with_leading (voice, style, script);
    }
  return style;
}

/* Nothing is in italics in a language that has none, whatever stands among its words. */
static const PgStyle *
upright (const PgVoice *voice, const PgStyle *style)
{
  static const char *const with_italics[] = { "Latn", "Grek", "Cyrl", NULL };
  if (!style->italic || g_strv_contains (with_italics, voice->script))
    return style;
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  copy->italic = FALSE;
  return copy;
}

/* Sizes are multiples of a quarter of a point, as they are in themes. */
static const PgStyle *
scaled (const PgVoice *voice, const PgStyle *style)
{
  double scale = voice->scale;
  if (scale == 1)
    return style;
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  double *const lengths[]
      = { &copy->leading, &copy->before,   &copy->after, &copy->measure, &copy->indent,    &copy->hang,
          &copy->second,  &copy->box_line, &copy->box_x, &copy->box_y,   &copy->fit_least, &copy->fit_most };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    *lengths[i] *= scale;
  copy->size = MAX (0.25, round (style->size * scale * 4) / 4);
  return copy;
}

/* What is smaller than the theme's least size is raised to it, with a leading for reading; and nothing is in italics where
   the theme has none. */
static const PgStyle *
legible (const PgVoice *voice, const PgStyle *style)
{
  double least = pg_theme_length (voice->theme, "type", "least");
  gboolean is_small = style->size < least, is_slanted = style->italic && !pg_has_italics (voice);
  gboolean may_be_small = style->fit_most > 0 && style->fit_least < least;
  if (!is_small && !may_be_small && !is_slanted)
    return style;
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  copy->italic = FALSE;
  if (is_small)
    {
      copy->size = least;
      copy->leading = MAX (style->leading, least * pg_theme_length (voice->theme, "type", "leading"));
    }
  if (may_be_small)
    {
      copy->fit_least = MAX (style->fit_least, least);
      copy->fit_most = MAX (style->fit_most, least);
    }
  return copy;
}

/* Lines of the size that saves a page are as far from each other for it as usual. */
static const PgStyle *
tight (const PgVoice *voice, const PgStyle *style)
{
  if (!voice->is_tight || style->tight <= 0 || style->tight >= style->size)
    return style;
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  copy->leading = style->leading * style->tight / style->size;
  copy->size = style->tight;
  return copy;
}

#define LEADING_OF_LARGER 1.5 /* how much more from line to line for a point of size */

static const PgStyle *
larger (const PgVoice *voice, const PgStyle *style)
{
  if (!voice->is_larger)
    return style;
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  copy->size += style->larger;
  copy->leading += LEADING_OF_LARGER * style->larger;
  return copy;
}

const PgStyle *
pg_style (const PgVoice *voice, const char *name)
{
  const PgStyle *known = g_hash_table_lookup (voice->styles, name);
  if (known != NULL)
    return known;
  gboolean is_second = FALSE;
  const PgStyle *style = style_of_theme (voice, name, &is_second);
  if (voice->is_second && !is_second)
    {
      PgStyle *second = pg_arena_new0 (voice->arena, PgStyle);
      *second = *style;
      make_second (voice, second);
      style = second;
    }
  style = larger (voice, tight (voice, style));
  style = pg_style_for_script (voice, legible (voice, upright (voice, scaled (voice, style))), voice->script);
  g_hash_table_insert (voice->styles, pg_arena_strdup (voice->arena, name), (gpointer) style);
  return style;
}
