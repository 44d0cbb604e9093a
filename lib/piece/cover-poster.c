/* Enters: an event. Leaves: its cover as a poster in one colour: the day as a large figure, or the dates in words. */
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "piece/cover.h"
#include "say/furniture.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* Whether the first day and the last have the same month, year or figure, in the language's calendar. */
static gboolean
is_same (const PgVoice *voice, PgDateForm form)
{
  const GPtrArray *days = voice->event->days;
  g_autofree char *first = pg_date_format (voice->event, g_ptr_array_index (days, 0), form, voice->language);
  g_autofree char *last = pg_date_format (voice->event, g_ptr_array_index (days, days->len - 1), form, voice->language);
  return strcmp (first, last) == 0;
}

/* "3" or, for several days of one month, "3–5", unless the event says its dates in words of its own. */
static char *
poster_figure (const PgVoice *voice)
{
  const GPtrArray *days = voice->event->days;
  const PgDay *first = g_ptr_array_index (days, 0), *last = g_ptr_array_index (days, days->len - 1);
  gboolean is_range = voice->event->dates == NULL && is_same (voice, PG_DATE_MONTH) && is_same (voice, PG_DATE_YEAR)
                      && !is_same (voice, PG_DATE_FIGURE);
  g_autofree char *start = pg_date_format (voice->event, first, PG_DATE_FIGURE, voice->language);
  g_autofree char *end = pg_date_format (voice->event, last, PG_DATE_FIGURE, voice->language);
  return is_range ? pg_arena_printf (voice->arena, "%s–%s", start, end) : pg_arena_strdup (voice->arena, start);
}

/* The dates in words, where the figure and the month do not say as much. */
static PgBlock *
poster_dates (const PgVoice *voice, gboolean is_range)
{
  const PgDay *day = g_ptr_array_index (voice->event->days, 0);
  g_autofree char *date = pg_date_format (voice->event, day, PG_DATE_WHOLE, voice->language);
  PgBlock *dates = PG_STACKED (voice, pg_cover_dates, "cover-value");
  const PgText *own = voice->event->dates;
  g_autofree char *all
      = own != NULL ? g_strdup (pg_plain (voice, own)) : pg_dates_format (voice->event, voice->language);
  if (!is_range && strcmp (all, date) != 0)
    return dates;
  return voice->second != NULL ? pg_cover_dates (voice->second, "cover-value") : NULL;
}

/* Adds dates, place and reference to what stands beside or below the figure; white: the theme's name of that above each. */
static void
add_poster_facts (const PgVoice *voice, PgBlock *stack, PgBlock *dates, const char *white)
{
  PgBlock *lines[] = { dates, PG_STACKED (voice, pg_say, "cover-value", voice->event->venue),
                       pg_cover_reference (voice, "cover-value") };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i] != NULL)
        lines[i]->before = pg_space (voice, white);
      pg_block_add (stack, lines[i]);
    }
}

/* Month and year, in the language's order, the first line level with the top of figures in a style. */
static PgBlock *
poster_month (const PgVoice *voice, const PgStyle *style)
{
  const PgDay *day = g_ptr_array_index (voice->event->days, 0);
  g_autofree char *month = pg_date_format (voice->event, day, PG_DATE_MONTH, voice->language);
  PgBlock *column = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  g_autofree char *year = pg_date_format (voice->event, day, PG_DATE_YEAR, voice->language);
  gboolean is_first = pg_date_is_year_first (voice->event, voice->language);
  const char *words = pg_arena_printf (voice->arena, "%s\u2028%s", is_first ? year : month, is_first ? month : year);
  PgBlock *name = pg_say_figures (voice, "cover-month", words, &day->place);
  double top = pg_style_baseline (style) - pg_style_cap_height (style);
  column->pad_above = MAX (0, top - pg_share (voice, "poster-month-rise") * name->style->leading);
  pg_block_add (column, name);
  return column;
}

/* What stands beside the figure: column at its top, and foot, which may be NULL, at its lower end. */
static PgBlock *
beside_large (const PgVoice *voice, double height, PgBlock *column, PgBlock *foot)
{
  if (foot == NULL)
    return column;
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  placed->extent = height;
  pg_placed_follow (placed, 0, 0, 0, 0, column);
  pg_placed_put (
      placed,
      (PgPlacement){ .y = height, .hangs = TRUE, .white = pg_space (voice, "poster-words-white"), .block = foot });
  return placed;
}

/* The figure reaches from the height of capitals to its baseline, and other figures than Latin ones above and below these;
   what stands beside it starts no further to the left than it ends. */
static PgBlock *
poster_large (const PgVoice *voice, const char *figure, const PgStyle *style, PgBlock *column, PgBlock *foot)
{
  double cap = pg_style_cap_height (style), top = pg_style_baseline (style) - cap;
  double beyond = voice->zero != '0' ? style->size : 0, above = pg_share (voice, "poster-ascent") * beyond;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  row->align_tops = TRUE;
  pg_row_add (row, -pg_share (voice, "poster-bearing") * style->size, 0,
              pg_say_figures (voice, style->name, figure, &voice->event->place))
      ->fit
      = PG_CELL_NATURAL;
  pg_row_add (row, voice->paper->details_x, 0, beside_large (voice, top + cap, column, foot));
  PgBlock *large = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  large->extent = above + cap + pg_share (voice, "poster-descent") * beyond;
  pg_placed_add (large, 0, above - top, voice->paper->measure, row);
  return large;
}

/* The day's figure with the month beside it. Below the month stand place and hosts where that is wanted and one figure and
   two hosts, in one language, leave room, else they stand below the figure. */
static PgBlock *
poster_group (const PgVoice *voice, gboolean is_beside, gboolean has_marks)
{
  char *figure = poster_figure (voice);
  gboolean is_range = strstr (figure, "–") != NULL;
  const PgStyle *style = pg_style (voice, is_range ? "cover-days" : "cover-day");
  is_beside = is_beside && !voice->is_small && g_utf8_strlen (figure, -1) == 1 && voice->event->organisers->len <= 2
              && voice->second == NULL;
  PgBlock *column = poster_month (voice, style), *facts = column, *hosts = NULL;
  if (is_beside)
    hosts = pg_cover_hosts (voice, voice->paper->measure - voice->paper->details_x, (PgHostsLook){ FALSE, has_marks });
  else
    facts = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  add_poster_facts (voice, facts, poster_dates (voice, is_range),
                    is_beside ? "poster-beside-white" : "poster-below-white");
  PgBlock *large = poster_large (voice, figure, style, column, hosts);
  if (is_beside)
    return large;
  PgBlock *group = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *below[] = { facts->children->len > 0 ? facts : NULL,
                       pg_cover_hosts (voice, voice->paper->measure, (PgHostsLook){ FALSE, has_marks }) };
  pg_block_add (group, large);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (below[i] != NULL)
      {
        below[i]->before = pg_space (voice, "poster-white");
        pg_block_add (group, below[i]);
      }
  return group;
}

/* Where a long title leaves no room for the figure, all that stood beside it is said in words. */
static void
add_words (const PgVoice *voice, PgBlock *placed, gboolean has_marks)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  gboolean is_range = strstr (poster_figure (voice), "–") != NULL;
  add_poster_facts (voice, stack, PG_STACKED (voice, pg_cover_dates, is_range ? "cover-value" : "cover-date"),
                    is_range ? "poster-below-white" : "poster-words-white");
  pg_placed_follow (placed, voice->paper->left, 0, voice->paper->measure, pg_space (voice, "poster-white"), stack);
  pg_placed_hang (placed, voice->paper->left, voice->paper->height - pg_cover_y (voice, "cover-bottom"),
                  voice->paper->measure,
                  pg_cover_hosts (voice, voice->paper->measure, (PgHostsLook){ FALSE, has_marks }));
}

/* The series on the second axis, the draft mark at the far end. */
static PgBlock *
poster_head (const PgVoice *voice)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double mark = pg_is_draft (voice) ? voice->paper->details_width * pg_share (voice, "poster-draft") : 0;
  double gap = mark > 0 ? pg_space (voice, "gutter") : 0;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width - mark - gap,
              PG_STACKED (voice, pg_say, "cover-series", voice->event->series));
  if (mark > 0)
    pg_row_add (row, voice->paper->measure - mark, mark,
                pg_say_string (voice, "cover-draft", pg_status (voice), &voice->event->place))
        ->fit
        = PG_CELL_AT_END;
  return row;
}

PgBlock *
pg_cover_poster (const PgVoice *voice, guint variant, gboolean has_marks)
{
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  double top = pg_cover_y (voice, "cover-top");
  PgBlock *field = pg_block_new (voice->arena, PG_BLOCK_FILL, NULL);
  field->colour = *pg_theme_colour (voice->theme, "accent");
  field->width = voice->paper->width;
  field->height = voice->paper->height;
  pg_placed_add (placed, 0, 0, voice->paper->width, field);
  pg_placed_add (placed, voice->paper->left, top, voice->paper->details_x, pg_cover_mark (voice));
  pg_placed_follow (placed, voice->paper->left, top, voice->paper->measure, 0, poster_head (voice));
  pg_cover_add_title (voice, placed, voice->paper->left, voice->paper->measure, top);
  if (voice->event->days->len == 0)
    return placed;
  if (variant > 1)
    add_words (voice, placed, has_marks);
  else
    pg_placed_put (placed, (PgPlacement){ .x = voice->paper->left,
                                          .y = voice->paper->height - pg_cover_y (voice, "cover-bottom"),
                                          .width = voice->paper->measure,
                                          .hangs = TRUE,
                                          .white = pg_space (voice, "poster-white"),
                                          .block = poster_group (voice, variant == 0, has_marks) });
  return placed;
}
