/* Enters: the text of one value of a theme. Leaves: a colour, a rule, a part of a style; or what is wrong with it. */
#include "theme/values.h"

#include "base/nearest.h"
#include "base/units.h"

#include <math.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SIZE 1000 /* of a font, in points */
#define MAX_LINES 1000

static gboolean
refuse (PgThemeParser *parser, const char *value, const char *expected)
{
  parser->message = g_strdup_printf ("“%s” is not understood; expected %s", value, expected);
  return FALSE;
}

gboolean
pg_theme_make_colour (PgThemeParser *parser, const char *name, const char *value)
{
  if (value[0] != '#' || strlen (value) != 7 || strspn (value + 1, "0123456789abcdefABCDEF") != 6)
    return refuse (parser, value, "a colour such as #1C4A86");
  gulong rgb = strtoul (value + 1, NULL, 16);
  PgColour *colour = pg_arena_new0 (parser->arena, PgColour);
  colour->red = (double) (rgb >> 16 & 255) / 255;
  colour->green = (double) (rgb >> 8 & 255) / 255;
  colour->blue = (double) (rgb & 255) / 255;
  g_hash_table_insert (parser->colours, pg_arena_strdup (parser->arena, name), colour);
  return TRUE;
}

static gboolean
find_colour (PgThemeParser *parser, const char *name, PgColour *colour)
{
  const PgColour *found = g_hash_table_lookup (parser->colours, name);
  if (found == NULL)
    return refuse (parser, name, "the name of a colour of [colours]");
  *colour = *found;
  return TRUE;
}

/* "1pt accent" or, double, "0.9pt accent 1.5pt 0.3pt" (the white between, the lower line). */
gboolean
pg_theme_make_rule (PgThemeParser *parser, GHashTable *rules, const char *name, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint n = g_strv_length (words);
  PgRule *rule = pg_arena_new0 (parser->arena, PgRule);
  if (strcmp (value, "none") != 0)
    {
      if ((n != 2 && n != 4) || !pg_length_parse (words[0], &rule->thickness)
          || (n == 4 && (!pg_length_parse (words[2], &rule->gap) || !pg_length_parse (words[3], &rule->second))))
        return refuse (parser, value, "“none”, “1pt accent” or, for a double rule, “0.9pt accent 1.5pt 0.3pt”");
      if (!find_colour (parser, words[1], &rule->colour))
        return FALSE;
    }
  g_hash_table_insert (rules, pg_arena_strdup (parser->arena, name), rule);
  return TRUE;
}

/* "0.93 0.9 1.4 1.25": scale, share, least leading of text and of titles. */
gboolean
pg_theme_make_script (PgThemeParser *parser, GHashTable *scripts, const char *name, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  double numbers[4];
  guint n = g_strv_length (words);
  for (guint i = 0; i < G_N_ELEMENTS (numbers) && n == G_N_ELEMENTS (numbers); i++)
    {
      char *end;
      numbers[i] = g_ascii_strtod (words[i], &end);
      if (*end != '\0' || !(numbers[i] >= 0.25 && numbers[i] <= 4))
        n = 0;
    }
  if (n != G_N_ELEMENTS (numbers))
    return refuse (
        parser, value,
        "size and width of a script beside those of Latin, leading of text and titles: “0.93 0.93 1.4 1.25”");
  PgScript *script = pg_arena_new0 (parser->arena, PgScript);
  *script = (PgScript){ numbers[0], numbers[1], numbers[2], numbers[3] };
  g_hash_table_insert (scripts, pg_arena_strdup (parser->arena, name), script);
  return TRUE;
}

static gboolean
set_font (PgThemeParser *parser, PgStyle *style, const char *value)
{
  PangoFontDescription *font = pango_font_description_from_string (value);
  const char *family = pango_font_description_get_family (font);
  style->family = pg_arena_strdup (parser->arena, family != NULL ? family : "Sans");
  style->size = round (4.0 * pango_font_description_get_size (font) / PANGO_SCALE) / 4;
  style->bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD;
  style->italic = pango_font_description_get_style (font) != PANGO_STYLE_NORMAL;
  pango_font_description_free (font);
  return (style->size > 0 && style->size <= MAX_SIZE)
         || refuse (parser, value, "a font with its size, such as “Sans Bold 9”");
}

static gboolean
set_align (PgThemeParser *parser, PgStyle *style, const char *value)
{
  static const char *const names[] = { "start", "centre", "end", "justify" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i]) == 0)
      {
        style->align = (PgAlign) i;
        return TRUE;
      }
  return refuse (parser, value, "start, centre, end or justify");
}

static gboolean
set_flag (PgThemeParser *parser, gboolean *flag, const char *value)
{
  *flag = strcmp (value, "yes") == 0;
  return *flag || strcmp (value, "no") == 0 || refuse (parser, value, "yes or no");
}

/* "0.5pt 4pt 1.6pt": the line's thickness, the padding beside, and above and below. */
static gboolean
set_box (PgThemeParser *parser, PgStyle *style, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  if (g_strv_length (words) != 3 || !pg_length_parse (words[0], &style->box_line)
      || !pg_length_parse (words[1], &style->box_x) || !pg_length_parse (words[2], &style->box_y))
    return refuse (parser, value, "line, padding beside, padding above: “0.5pt 4pt 1.6pt”");
  return TRUE;
}

static gboolean
set_fill (PgThemeParser *parser, PgStyle *style, const char *value)
{
  style->box_filled = strcmp (value, "none") != 0;
  return !style->box_filled || find_colour (parser, value, &style->box_fill);
}

/* "48pt to 200pt", or with the most lines it should take "48pt to 200pt 2". The size in between is that of the font. */
static gboolean
set_range (PgThemeParser *parser, PgStyle *style, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint n = g_strv_length (words);
  guint64 lines = 0;
  if ((n != 3 && n != 4) || strcmp (words[1], "to") != 0 || !pg_length_parse (words[0], &style->fit_least)
      || !pg_length_parse (words[2], &style->fit_most)
      || (n == 4 && !g_ascii_string_to_unsigned (words[3], 10, 1, MAX_LINES, &lines, NULL))
      || !(style->fit_least > 0 && style->fit_least <= style->fit_most && style->fit_most <= MAX_SIZE))
    return refuse (parser, value, "the least and the largest size, and in how many lines at most: “48pt to 200pt 2”");
  style->fit_lines = (guint) lines;
  return TRUE;
}

static double *
length_field (PgStyle *style, const char *key)
{
  struct
  {
    const char *key;
    double *field;
  } fields[] = { { "leading", &style->leading },   { "before", &style->before }, { "after", &style->after },
                 { "measure", &style->measure },   { "indent", &style->indent }, { "hang", &style->hang },
                 { "tracking", &style->tracking }, { "second", &style->second } };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (key, fields[i].key) == 0)
      return fields[i].field;
  return NULL;
}

static gboolean
set_key (PgThemeParser *parser, PgStyle *style, const char *key, const char *value)
{
  double *length = length_field (style, key);
  if (length != NULL)
    return (pg_length_parse (value, length) && (length != &style->leading || *length > 0))
           || refuse (parser, value, "a length such as 12pt or 4mm");
  if (strcmp (key, "font") == 0)
    return set_font (parser, style, value);
  if (strcmp (key, "colour") == 0)
    return find_colour (parser, value, &style->colour);
  if (strcmp (key, "align") == 0)
    return set_align (parser, style, value);
  if (strcmp (key, "box") == 0)
    return set_box (parser, style, value);
  if (strcmp (key, "fill") == 0)
    return set_fill (parser, style, value);
  if (strcmp (key, "fit") == 0)
    return set_range (parser, style, value);
  if (strcmp (key, "hyphenate") == 0)
    return set_flag (parser, &style->hyphenate, value);
  if (strcmp (key, "balance") == 0)
    return set_flag (parser, &style->balance, value);
  if (strcmp (key, "caps") == 0)
    return set_flag (parser, &style->caps, value);
  if (strcmp (key, "beside") == 0)
    return set_flag (parser, &style->beside, value);
  static const char *const keys[]
      = { "font", "leading", "colour", "tracking", "align",     "before", "after",  "measure", "indent", "hang",
          "box",  "fill",    "fit",    "balance",  "hyphenate", "caps",   "beside", "second",  NULL };
  const char *near = pg_nearest_word (key, keys);
  if (near != NULL)
    parser->message = g_strdup_printf ("a style has no such key; did you mean “%s”?", near);
  else
    parser->message = g_strdup ("a style has no such key");
  return FALSE;
}

gboolean
pg_theme_make_style (PgThemeParser *parser, GHashTable *styles, const char *name, const char *key, const char *value)
{
  PgStyle *style = g_hash_table_lookup (styles, name);
  if (style == NULL)
    {
      style = pg_arena_new0 (parser->arena, PgStyle);
      style->name = pg_arena_strdup (parser->arena, name);
      style->family = "Sans";
      const PgColour *text = g_hash_table_lookup (parser->colours, "text");
      if (text != NULL)
        style->colour = *text;
      g_hash_table_insert (styles, (gpointer) style->name, style);
    }
  return set_key (parser, style, key, value);
}

gboolean
pg_theme_check_word (PgThemeParser *parser, const char *group, const char *key, const char *value)
{
  static const struct
  {
    const char *group, *key, *choices;
  } words[] = {
    { "arrangement", "cover", "figure|poster|centred" },
    { "arrangement", "front", "beside|centred" },
    { "arrangement", "front-series", "yes|no" },
    { "arrangement", "day", "beside|large|centred" },
    { "arrangement", "labels", "beside|margin|above" },
    { "arrangement", "persons", "stacked|run-in" },
    { "arrangement", "running", "axes|centred" },
    { "arrangement", "times", "line|stacked" },
    { "arrangement", "contents", "no|long|yes" },
    { "arrangement", "folio", "page|page-of" },
    { "arrangement", "bilingual", "stacked|parallel|headings|editions" },
    { "arrangement", "draft", "mark|watermark" },
    { "arrangement", "logos", "own|white" },
    { "times", "style", "09:00|9:00|9h00|9.00|9:00 am" },
    { "times", "digits", "latin|native" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (group, words[i].group) == 0 && strcmp (key, words[i].key) == 0)
      {
        g_auto (GStrv) choices = g_strsplit (words[i].choices, "|", -1);
        if (g_strv_contains ((const char *const *) choices, value))
          return TRUE;
        g_autofree char *list = g_strjoinv (", ", choices);
        return refuse (parser, value, list);
      }
  double points, width, height;
  PgColour colour;
  if (strcmp (group, "arrangement") == 0 && strcmp (key, "break-band") == 0 && strcmp (value, "none") != 0)
    return find_colour (parser, value, &colour);
  if (strcmp (group, "page") == 0 && strcmp (key, "paper") == 0 && !pg_paper_parse (value, &width, &height))
    return refuse (parser, value, "A0 to A7, Letter, Legal, Tabloid or a size such as 148x210mm");
  gboolean is_length = strcmp (group, "page") == 0 || strcmp (group, "space") == 0 || strcmp (group, "share") == 0;
  if (is_length && strcmp (key, "paper") != 0 && (!pg_length_parse (value, &points) || points < 0))
    return refuse (parser, value, "a length such as 20mm or 4.5pt");
  return TRUE;
}

gboolean
pg_theme_key_is_optional (GHashTable *values, const char *group, const char *key)
{
  static const char *const keys[]
      = { "tracking", "align", "before",  "after",     "measure", "indent", "hang",   "colour", "box",
          "fill",     "fit",   "balance", "hyphenate", "caps",    "beside", "second", NULL };
  if (strcmp (group, "colours") == 0 || strcmp (group, "scripts") == 0)
    return TRUE;
  static const char *const variants[] = { " small", " long", " second" };
  g_autofree char *style = g_strdup (group);
  gboolean is_variant = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (variants) && !is_variant; i++)
    if (g_str_has_suffix (group, variants[i]))
      {
        style[strlen (group) - strlen (variants[i])] = '\0';
        is_variant = TRUE;
      }
  g_autofree char *font = g_strconcat (style, "/font", NULL);
  gboolean is_style = g_str_has_prefix (group, "style ") && g_hash_table_contains (values, font);
  return is_style && (is_variant || g_strv_contains (keys, key));
}
