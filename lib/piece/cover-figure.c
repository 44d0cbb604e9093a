/* Enters: the days and their entries. Leaves: the programme as a picture for the cover: a bar a day, sessions high with
   their number, plain rows low, breaks a line. It repeats what the table says, so all of it is an artifact. */
#include "base/limits.h"
#include "event/dates.h"
#include "event/times.h"
#include "piece/cover.h"
#include "piece/parts.h"
#include "say/clock.h"
#include "say/say.h"

#define MINUTES_WITHOUT_END 30
#define MOST_DAYS 8
#define MINUTES (PG_MAX_CLOCK_MINUTES + MINUTES_WITHOUT_END + 1) /* of a day, past midnight included */

typedef struct
{
  const PgVoice *voice;
  const PgFigureLook *look;
  PgBlock *placed;
  int first, last; /* minutes: the whole hours round the programme */
  double x, width; /* of the scale */
  double pitch, session, plain, line, gap;
} Figure;

static int
end_of (const PgDay *day, guint index)
{
  const PgEntry *entry = g_ptr_array_index (day->entries, index);
  if (entry->end >= 0)
    return entry->end;
  if (index + 1 < day->entries->len)
    {
      const PgEntry *next = g_ptr_array_index (day->entries, index + 1);
      if (next->start > entry->start)
        return next->start;
    }
  return entry->start + MINUTES_WITHOUT_END;
}

static void
find_hours (Figure *figure)
{
  figure->first = G_MAXINT;
  figure->last = 0;
  const GPtrArray *days = figure->voice->event->days;
  for (guint i = 0; i < days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, j);
          if (entry->without_times)
            continue;
          figure->first = MIN (figure->first, entry->start / 60 * 60);
          figure->last = MAX (figure->last, (end_of (day, j) + 59) / 60 * 60);
        }
    }
}

static double
x_of (const Figure *figure, int minute)
{
  return figure->x + figure->width * (minute - figure->first) / (figure->last - figure->first);
}

static void
add_bar (const Figure *figure, double x, double y, double width, double height)
{
  PgBlock *bar = pg_block_new (figure->voice->arena, PG_BLOCK_FILL, NULL);
  bar->colour = *pg_theme_colour (figure->voice->theme, figure->look->colour);
  bar->width = width;
  bar->height = height;
  pg_placed_add (figure->placed, x, y, width, bar);
}

static void
add_words (const Figure *figure, const char *style, const char *words, double x, double y, double width)
{
  PgBlock *block = pg_say_figures (figure->voice, style, words, &figure->voice->event->place);
  if (block == NULL)
    return;
  block->artifact = TRUE;
  pg_placed_add (figure->placed, x, y, width, block);
}

/* How many sessions of the day run at the same time at most. Entries come by start, so one that is over is over for good. */
static guint
count_lanes (const PgDay *day)
{
  g_autofree guint *ends = g_new0 (guint, MINUTES); /* how many run that end in a minute */
  guint most = 1, lanes = 0;
  int now = 0;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      int end = end_of (day, i);
      if (entry->without_times)
        continue;
      for (; now < entry->start; now++)
        lanes -= ends[now + 1];
      if (entry->kind != PG_ENTRY_SESSION || end <= now)
        continue;
      ends[end]++;
      lanes++;
      most = MAX (most, lanes);
    }
  return most;
}

/* Where the bar has room for it. */
static void
add_number (const Figure *figure, const PgEntry *entry, double x, double bottom, double width)
{
  const PgVoice *voice = figure->voice;
  const PgStyle *style = pg_style (voice, figure->look->number);
  if (width <= pg_share (voice, "figure-number-width") * style->size || figure->session < style->leading)
    return;
  add_words (figure, figure->look->number, entry->number, x + pg_share (voice, "figure-number-in") * style->size,
             bottom - style->leading - pg_share (voice, "figure-number-up") * style->size, width);
}

static void
add_entry (const Figure *figure, const PgEntry *entry, int end, guint lane, guint lanes, double bottom)
{
  double x = x_of (figure, entry->start), width = x_of (figure, end) - x - figure->gap;
  if (width <= 0)
    width = figure->line;
  if (entry->kind == PG_ENTRY_BREAK)
    add_bar (figure, x, bottom - figure->line, width, figure->line);
  else if (entry->kind == PG_ENTRY_PLAIN)
    add_bar (figure, x, bottom - figure->plain, width, figure->plain);
  else
    {
      double white = lanes > 1 ? figure->line : 0, height = figure->session / lanes;
      add_bar (figure, x, bottom - (lane + 1) * height + white, width, height - white);
      if (lanes == 1)
        add_number (figure, entry, x, bottom, width);
    }
}

static void
add_day (const Figure *figure, const PgDay *day, double bottom)
{
  guint lanes = count_lanes (day), lane = 0;
  int previous_end = 0;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (entry->without_times)
        continue;
      lane = entry->start < previous_end && lanes > 1 ? (lane + 1) % lanes : 0;
      add_entry (figure, entry, end_of (day, i), lane, lanes, bottom);
      previous_end = MAX (previous_end, end_of (day, i));
    }
  PgBlock *name = pg_day_number_block (figure->voice, figure->look->label, day);
  if (name == NULL)
    return;
  name->artifact = TRUE;
  pg_placed_add (figure->placed, 0, bottom - pg_style_baseline (name->style), figure->voice->paper->details_x, name);
}

/* Where an hour has no room before the last one; figures other than Latin ones are wider. */
static gboolean
is_too_near (const Figure *figure, int minute, double room)
{
  const PgVoice *voice = figure->voice;
  double wide = pg_share (voice, "figure-hours-width") * pg_style (voice, figure->look->hour)->size;
  return x_of (figure, figure->last) - x_of (figure, minute) < (voice->zero != '0' ? MAX (room, wide) : room);
}

/* The hours above the bars: each one, or every second where they are many or large. What would touch the last one, which
   ends at the edge, is left out. */
static void
add_scale (const Figure *figure, double y)
{
  double width = pg_space (figure->voice, "minutes");
  double room = pg_share (figure->voice, "figure-hour") * pg_style (figure->voice, figure->look->hour)->size;
  gboolean are_close = x_of (figure, figure->first + 60) - x_of (figure, figure->first) < room;
  const PgVoice *voice = figure->voice;
  PgTimeStyle times = pg_time_style (voice->request, voice->language, g_ptr_array_index (voice->event->days, 0));
  int step = are_close || figure->last - figure->first > 14 * 60 ? 120 : 60;
  for (int minute = figure->first; minute <= figure->last; minute += step)
    {
      g_autofree char *hour = pg_hour_format (times, minute);
      gboolean is_last = minute == figure->last;
      double x = is_last ? x_of (figure, minute) - width : x_of (figure, minute);
      if (!is_last && is_too_near (figure, minute, room))
        continue;
      add_words (figure, is_last ? figure->look->hour_last : figure->look->hour, hour, x, y, width);
    }
}

PgBlock *
pg_cover_figure (const PgVoice *voice, const PgFigureLook *look, double pitch)
{
  const GPtrArray *days = voice->event->days;
  Figure figure = { .voice = voice, .look = look, .x = voice->paper->details_x, .width = voice->paper->details_width };
  find_hours (&figure);
  if (figure.last <= figure.first)
    return NULL;
  double scale_height = pg_style (voice, look->hour)->leading + pg_space (voice, "figure-scale");
  if (pitch < pg_space (voice, "figure-least") || days->len > MOST_DAYS)
    return NULL;
  figure.pitch = pitch;
  figure.session = MIN (pg_space (voice, "figure-session"), figure.pitch * pg_share (voice, "figure-session"));
  figure.plain = figure.session * pg_share (voice, "figure-plain");
  figure.line = pg_space (voice, "figure-line");
  figure.gap = pg_space (voice, "figure-gap");
  figure.placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  figure.placed->extent = scale_height + figure.session + (days->len - 1) * figure.pitch;
  add_scale (&figure, 0);
  for (guint i = 0; i < days->len; i++)
    add_day (&figure, g_ptr_array_index (days, i), scale_height + figure.session + i * figure.pitch);
  return figure.placed;
}
