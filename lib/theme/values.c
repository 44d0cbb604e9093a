/* Enters: one key of a theme. Leaves: a colour, a rule, a part of a style; or a finding on what is wrong with its value.
   Every number has bounds, so that none makes a page that cannot be. */
#include "theme/values.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"

#include <math.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

/* Of a font and its lines, in points; of what is added between letters, in em. */
#define LEAST_SIZE 0.25
#define MOST_SIZE 1000
#define LEAST_LEADING 0.25
#define LEAST_TRACKING -0.25
#define MOST_TRACKING 2
#define MOST_LINES 1000
#define LEAST_STEP 0.25
#define MOST_STEP 4
#define MOST_SHARE 10

/* value is the key's, or a part of it. */
static void
refuse (PgThemeParser *parser, const char *value, const char *expected)
{
  pg_theme_fault (parser->faults, &parser->key->value_place, "theme-value",
                  "%s: “%.60s” is not understood; expected %s", parser->key->key, value, expected);
}

static gboolean
is_within (PgThemeParser *parser, const char *value, double number, double least, double most, const char *unit)
{
  if (number >= least && number <= most)
    return TRUE;
  pg_theme_fault (parser->faults, &parser->key->value_place, "theme-value",
                  "%s: “%.60s” is out of bounds; from %g%s to %g%s will do", parser->key->key, value, least, unit, most,
                  unit);
  return FALSE;
}

/* FALSE without a finding if it is no length. */
static gboolean
parse_length (PgThemeParser *parser, const char *value, double least, double *points)
{
  double length;
  if (!pg_length_parse (value, &length))
    return FALSE;
  if (is_within (parser, value, length, least, PG_MAX_PAPER_POINTS, "pt"))
    *points = length;
  return TRUE;
}

static void
make_length (PgThemeParser *parser, double least, const char *example, double *points)
{
  if (!parse_length (parser, parser->key->value, least, points))
    refuse (parser, parser->key->value, example);
}

static gboolean
parse_number (const char *value, double *number)
{
  char *end = NULL;
  *number = g_ascii_strtod (value, &end);
  return end != value && *end == '\0' && isfinite (*number);
}

/* A colour, or the name of one that is known. Black where it is wrong, so that what names it is not told, too. */
void
pg_theme_make_colour (PgThemeParser *parser)
{
  const char *value = parser->key->value;
  const PgColour *named = g_hash_table_lookup (parser->colours, value);
  PgColour *colour = pg_arena_new0 (parser->arena, PgColour);
  if (named != NULL)
    *colour = *named;
  g_hash_table_insert (parser->colours, (gpointer) parser->key->key, colour);
  if (named != NULL)
    return;
  if (value[0] != '#' || strlen (value) != 7 || strspn (value + 1, "0123456789abcdefABCDEF") != 6)
    {
      refuse (parser, value, "a colour such as #1C4A86");
      return;
    }
  gulong rgb = strtoul (value + 1, NULL, 16);
  colour->red = (double) (rgb >> 16 & 255) / 255;
  colour->green = (double) (rgb >> 8 & 255) / 255;
  colour->blue = (double) (rgb & 255) / 255;
}

static void
find_colour (PgThemeParser *parser, const char *name, PgColour *colour)
{
  const PgColour *found = g_hash_table_lookup (parser->colours, name);
  if (found == NULL)
    refuse (parser, name, "the name of a colour of [colours]");
  else
    *colour = *found;
}

/* "1pt accent" or, double, "0.9pt accent 1.5pt 0.3pt" (the white between, the lower line). */
void
pg_theme_make_rule (PgThemeParser *parser, GHashTable *rules)
{
  const char *value = parser->key->value;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint n = g_strv_length (words);
  PgRule *rule = pg_arena_new0 (parser->arena, PgRule);
  g_hash_table_insert (rules, (gpointer) parser->key->key, rule);
  if (strcmp (value, "none") == 0)
    return;
  if ((n != 2 && n != 4) || !parse_length (parser, words[0], 0, &rule->thickness)
      || (n == 4
          && (!parse_length (parser, words[2], 0, &rule->gap) || !parse_length (parser, words[3], 0, &rule->second))))
    refuse (parser, value, "“none”, “1pt accent” or, for a double rule, “0.9pt accent 1.5pt 0.3pt”");
  else
    find_colour (parser, words[1], &rule->colour);
}

/* "0.93 0.9 1.4 1.25": scale, share, least leading of text and of titles. */
void
pg_theme_make_script (PgThemeParser *parser, GHashTable *scripts)
{
  g_auto (GStrv) words = g_strsplit (parser->key->value, " ", -1);
  double numbers[4];
  gboolean ok = g_strv_length (words) == G_N_ELEMENTS (numbers);
  for (guint i = 0; ok && i < G_N_ELEMENTS (numbers); i++)
    ok = parse_number (words[i], &numbers[i]);
  if (!ok)
    {
      refuse (parser, parser->key->value,
              "size and width of a script beside those of Latin, leading of text and titles: “0.93 0.93 1.4 1.25”");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!is_within (parser, words[i], numbers[i], 0.25, 4, ""))
      return;
  PgScript *script = pg_arena_new0 (parser->arena, PgScript);
  *script = (PgScript){ numbers[0], numbers[1], numbers[2], numbers[3] };
  g_hash_table_insert (scripts, (gpointer) parser->key->key, script);
}

/* Styles */

static void
set_font (PgThemeParser *parser, PgStyle *style)
{
  PangoFontDescription *font = pango_font_description_from_string (parser->key->value);
  const char *family = pango_font_description_get_family (font);
  style->family = pg_arena_strdup (parser->arena, family != NULL ? family : "Sans");
  style->font_place = parser->key->value_place;
  style->size = round (4.0 * pango_font_description_get_size (font) / PANGO_SCALE) / 4;
  style->bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD;
  style->italic = pango_font_description_get_style (font) != PANGO_STYLE_NORMAL;
  pango_font_description_free (font);
  if (style->size <= 0)
    refuse (parser, parser->key->value, "a font with its size, such as “Sans Bold 9”");
  else
    is_within (parser, parser->key->value, style->size, LEAST_SIZE, MOST_SIZE, "pt");
}

static void
set_align (PgThemeParser *parser, PgStyle *style)
{
  static const char *const names[] = { "start", "centre", "end", "justify" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (parser->key->value, names[i]) == 0)
      {
        style->align = (PgAlign) i;
        return;
      }
  refuse (parser, parser->key->value, "start, centre, end or justify");
}

static void
set_tracking (PgThemeParser *parser, PgStyle *style)
{
  double em;
  if (!parse_number (parser->key->value, &em))
    refuse (parser, parser->key->value, "a part of the font's size without a unit, such as 0.06 or -0.015");
  else if (is_within (parser, parser->key->value, em, LEAST_TRACKING, MOST_TRACKING, ""))
    style->tracking = em;
}

/* "0.5pt 4pt 1.6pt": the line's thickness, the padding beside, and above and below. */
static void
set_box (PgThemeParser *parser, PgStyle *style)
{
  const char *value = parser->key->value;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  if (g_strv_length (words) != 3 || !parse_length (parser, words[0], 0, &style->box_line)
      || !parse_length (parser, words[1], 0, &style->box_x) || !parse_length (parser, words[2], 0, &style->box_y))
    refuse (parser, value, "line, padding beside, padding above: “0.5pt 4pt 1.6pt”");
}

static void
set_fill (PgThemeParser *parser, PgStyle *style)
{
  style->box_filled = strcmp (parser->key->value, "none") != 0;
  if (style->box_filled)
    find_colour (parser, parser->key->value, &style->box_fill);
}

/* "48pt to 200pt", or with the most lines it should take "48pt to 200pt 2". The size in between is that of the font. */
static void
set_range (PgThemeParser *parser, PgStyle *style)
{
  const char *value = parser->key->value;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint n = g_strv_length (words);
  guint64 lines = 0;
  double least, most;
  if ((n != 3 && n != 4) || strcmp (words[1], "to") != 0 || !pg_length_parse (words[0], &least)
      || !pg_length_parse (words[2], &most)
      || (n == 4 && !g_ascii_string_to_unsigned (words[3], 10, 1, MOST_LINES, &lines, NULL)) || !(least <= most))
    {
      refuse (parser, value, "the least and the largest size, and in how many lines at most: “48pt to 200pt 2”");
      return;
    }
  if (!is_within (parser, words[0], least, LEAST_SIZE, MOST_SIZE, "pt")
      || !is_within (parser, words[2], most, LEAST_SIZE, MOST_SIZE, "pt"))
    return;
  style->fit_least = least;
  style->fit_most = most;
  style->fit_lines = (guint) lines;
}

static gboolean
set_length (PgThemeParser *parser, PgStyle *style)
{
  const struct
  {
    const char *key;
    double *field, least;
  } lengths[] = { { "size", &style->size, LEAST_SIZE },
                  { "larger", &style->larger, 0 },
                  { "tight", &style->tight, LEAST_SIZE },
                  { "leading", &style->leading, LEAST_LEADING },
                  { "before", &style->before, 0 },
                  { "after", &style->after, 0 },
                  { "measure", &style->measure, 0 },
                  { "second", &style->second, 0 },
                  { "indent", &style->indent, -PG_MAX_PAPER_POINTS },
                  { "hang", &style->hang, -PG_MAX_PAPER_POINTS } };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strcmp (parser->key->key, lengths[i].key) == 0)
      {
        make_length (parser, lengths[i].least, "a length such as 12pt or 4mm", lengths[i].field);
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_flag (PgThemeParser *parser, PgStyle *style)
{
  const struct
  {
    const char *key;
    gboolean *field;
  } flags[] = { { "hyphenate", &style->hyphenate },
                { "balance", &style->balance },
                { "bold", &style->bold },
                { "caps", &style->caps },
                { "beside", &style->beside } };
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (strcmp (parser->key->key, flags[i].key) == 0)
      {
        *flags[i].field = strcmp (parser->key->value, "yes") == 0;
        if (!*flags[i].field && strcmp (parser->key->value, "no") != 0)
          refuse (parser, parser->key->value, "yes or no");
        return TRUE;
      }
  return FALSE;
}

static void
refuse_key (PgThemeParser *parser)
{
  static const char *const keys[]
      = { "font",   "leading", "colour", "tracking", "align",  "before", "after",   "measure",
          "indent", "hang",    "size",   "box",      "fill",   "fit",    "balance", "hyphenate",
          "caps",   "beside",  "second", "bold",     "larger", "tight",  NULL };
  const char *near = pg_nearest_word (parser->key->key, keys);
  g_autofree char *meant = near != NULL ? g_strdup_printf ("; did you mean “%s”?", near) : g_strdup ("");
  pg_finding_set_fix (pg_theme_fault (parser->faults, &parser->key->place, "theme-key",
                                      "%.60s: a style has no such key%s", parser->key->key, meant),
                      near);
}

void
pg_theme_make_style (PgThemeParser *parser, GHashTable *styles, const char *name)
{
  PgStyle *style = g_hash_table_lookup (styles, name);
  const char *key = parser->key->key;
  if (style == NULL)
    {
      style = pg_arena_new0 (parser->arena, PgStyle);
      style->name = pg_arena_strdup (parser->arena, name);
      style->family = "Sans";
      style->larger = 1;
      const PgColour *text = g_hash_table_lookup (parser->colours, "text");
      if (text != NULL)
        style->colour = *text;
      g_hash_table_insert (styles, (gpointer) style->name, style);
    }
  if (set_length (parser, style) || set_flag (parser, style))
    return;
  if (strcmp (key, "font") == 0)
    set_font (parser, style);
  else if (strcmp (key, "colour") == 0)
    find_colour (parser, parser->key->value, &style->colour);
  else if (strcmp (key, "align") == 0)
    set_align (parser, style);
  else if (strcmp (key, "tracking") == 0)
    set_tracking (parser, style);
  else if (strcmp (key, "box") == 0)
    set_box (parser, style);
  else if (strcmp (key, "fill") == 0)
    set_fill (parser, style);
  else if (strcmp (key, "fit") == 0)
    set_range (parser, style);
  else
    refuse_key (parser);
}

/* Words and lengths of pages */

/* The words that a key may have, as "yes|no"; NULL: it is none of those. */
static const char *
choices_of (const PgThemeKey *key)
{
  static const struct
  {
    const char *group, *key, *choices;
  } words[] = {
    { "arrangement", "cover", "figure|poster|centred" },
    { "arrangement", "cover-page", "page|auto|none" },
    { "arrangement", "front", "beside|above|centred" },
    { "arrangement", "front-series", "yes|no" },
    { "arrangement", "day", "beside|large|centred" },
    { "arrangement", "days", "auto|page|run|table" },
    { "arrangement", "labels", "beside|margin|above" },
    { "arrangement", "text", "beside|below" },
    { "arrangement", "persons", "stacked|run-in" },
    { "arrangement", "documents", "column|below" },
    { "arrangement", "running", "axes|centred|one" },
    { "arrangement", "times", "line|stacked" },
    { "arrangement", "contents", "no|long|yes" },
    { "arrangement", "folio", "page|page-of" },
    { "arrangement", "bilingual", "stacked|parallel|headings|editions" },
    { "arrangement", "draft", "mark|watermark" },
    { "arrangement", "logos", "own|white" },
    { "times", "style", "09:00|9:00|09h00|9h00|9h|9 h 00|09.00|9.00|9:00 am" },
    { "times", "digits", "usual|latin|native" },
    { "type", "italics", "yes|no" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (key->group, words[i].group) == 0 && strcmp (key->key, words[i].key) == 0)
      return words[i].choices;
  return NULL;
}

/* "1.5 1.25 1": how many times as large something may be, at least one of them; or else a single count from 0. */
static void
check_numbers (PgThemeParser *parser, gboolean are_scales)
{
  const char *value = parser->key->value;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  double number;
  if (words[0] == NULL || (!are_scales && words[1] != NULL))
    refuse (parser, value, are_scales ? "one number or several, such as “1.5 1.25 1”" : "a number, such as 2");
  for (guint i = 0; words[i] != NULL && (are_scales || i == 0); i++)
    if (!parse_number (words[i], &number))
      {
        refuse (parser, value, are_scales ? "one number or several, such as “1.5 1.25 1”" : "a number, such as 2");
        return;
      }
    else if (!is_within (parser, words[i], number, are_scales ? LEAST_STEP : 0, MOST_STEP, ""))
      return;
}

/* Whether the group says on which paper something is, and where on it. */
static gboolean
is_paper_group (const char *group)
{
  static const char *const groups[]
      = { "page",  "booklet", "sign", "board", "direction",  "notice",     "welcome", "screen",
          "plate", "lectern", "cue",  "badge", "badge-wide", "badge-back", NULL };
  return g_strv_contains (groups, group);
}

/* "paper accent line": what is filled, what stands on it, and what tells it where there is no colour. */
static void
check_band (PgThemeParser *parser)
{
  const char *value = parser->key->value;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint n = g_strv_length (words);
  PgColour colour;
  if ((n != 2 && n != 3) || (n == 3 && strcmp (words[2], "line") != 0 && strcmp (words[2], "bars") != 0))
    {
      refuse (parser, value, "two colours of [colours], and maybe line or bars, such as “paper accent line”");
      return;
    }
  find_colour (parser, words[0], &colour);
  find_colour (parser, words[1], &colour);
}

void
pg_theme_check_word (PgThemeParser *parser)
{
  const char *group = parser->key->group, *key = parser->key->key, *value = parser->key->value;
  const char *words = choices_of (parser->key);
  double number, width, height;
  PgColour colour;
  if (words != NULL)
    {
      g_auto (GStrv) choices = g_strsplit (words, "|", -1);
      g_autofree char *list = g_strjoinv (", ", choices);
      if (!g_strv_contains ((const char *const *) choices, value))
        refuse (parser, value, list);
    }
  else if (strcmp (group, "arrangement") == 0 && strcmp (key, "break-band") == 0 && strcmp (value, "none") != 0)
    find_colour (parser, value, &colour);
  else if (is_paper_group (group) && strcmp (key, "paper") == 0)
    {
      if (!pg_paper_parse (value, &width, &height))
        refuse (parser, value, "A0 to A7, Letter, Legal, Tabloid or a size such as 148x210mm");
    }
  else if (strcmp (group, "categories") == 0 || strcmp (group, "tracks") == 0)
    check_band (parser);
  else if (is_paper_group (group) && strcmp (key, "letter-height") == 0)
    {
      if (strcmp (value, "ada") != 0 && (!parse_number (value, &number) || !(number >= 1 && number <= 1000)))
        refuse (parser, value, "a number from 1 to 1000, such as 200, or ada");
    }
  else if (is_paper_group (group) && g_str_has_prefix (key, "steps"))
    check_numbers (parser, strcmp (key, "steps") == 0);
  else if (strcmp (group, "type") == 0 && strcmp (key, "least") == 0)
    {
      if (!pg_length_parse (value, &number))
        refuse (parser, value, "a size such as 16pt");
      else
        is_within (parser, value, number, 0, MOST_SIZE, "pt");
    }
  else if (strcmp (group, "type") == 0)
    check_numbers (parser, FALSE);
  else if (is_paper_group (group) || strcmp (group, "space") == 0)
    make_length (parser, g_str_has_prefix (key, "made-for-") ? PG_MIN_PAPER_POINTS : 0,
                 "a length such as 20mm or 4.5pt", &number);
  else if (strcmp (group, "share") == 0)
    {
      if (!parse_number (value, &number))
        refuse (parser, value, "a share of a length, such as 0.6");
      else
        is_within (parser, value, number, 0, MOST_SHARE, "");
    }
}

/* Of ISO 15924. */
static gboolean
is_script (const char *code)
{
  guint32 number = 0;
  for (guint i = 0; i < 4 && strlen (code) == 4; i++)
    number = number << 8 | (guchar) code[i];
  return g_unicode_script_from_iso15924 (number) != G_UNICODE_SCRIPT_UNKNOWN;
}

gboolean
pg_theme_key_is_optional (GHashTable *values, const char *group, const char *key)
{
  static const char *const keys[]
      = { "tracking", "align",     "before", "after",  "measure", "indent", "hang", "colour", "box",   "fill", "fit",
          "balance",  "hyphenate", "caps",   "beside", "second",  "size",   "bold", "larger", "tight", NULL };
  if (strcmp (group, "colours") == 0 || strcmp (group, "categories") == 0 || strcmp (group, "tracks") == 0)
    return TRUE;
  if (strcmp (group, "scripts") == 0)
    return is_script (key);
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
