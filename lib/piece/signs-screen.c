/* Enters: an event. Leaves: pictures for screens beside doors: a page at each change of what is on in a room, with what is on
   now and what comes next, and from when until when it is shown. Nothing on it is true at one moment alone. */
#include "piece/persons.h"
#include "piece/signs.h"
#include "say/clock.h"
#include "say/pair.h"
#include "say/say.h"

#define MOST_NEXT 2
#define DAY_MINUTES (24 * 60)

/* What a page says. */
typedef struct
{
  const PgRoom *room;
  const PgDay *day;
  const GPtrArray *entries;
  int from, until; /* minutes of the day */
} Moment;

static double
length (const PgVoice *voice, const char *key)
{
  return pg_sign_length (voice, "screen", key);
}

/* When an entry ends: as it says, or where the next begins. */
static int
end_of (const GPtrArray *entries, guint index)
{
  const PgEntry *entry = g_ptr_array_index (entries, index);
  const PgEntry *next = index + 1 < entries->len ? g_ptr_array_index (entries, index + 1) : NULL;
  if (entry->end > entry->start)
    return entry->end;
  return next != NULL ? MAX (next->start, entry->start) : DAY_MINUTES;
}

/* The last that has begun and is not over; NULL: nothing is on. */
static const PgEntry *
entry_at (const Moment *moment)
{
  const PgEntry *now = NULL;
  for (guint i = 0; i < moment->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (moment->entries, i);
      if (entry->start <= moment->from && moment->from < end_of (moment->entries, i))
        now = entry;
    }
  return now;
}

static PgBlock *
until_block (const PgVoice *voice, const char *style, const Moment *moment, const PgEntry *entry)
{
  const PgEntry end = { .start = entry->end, .end = -1, .place = entry->place };
  PgBlock *time = pg_times_block (voice, moment->day, &end, style, NULL, FALSE);
  PgBlock *line = pg_paragraph (voice, style, &entry->place);
  if (time == NULL || entry->end <= entry->start)
    return NULL;
  pg_add_with (voice, line, "until", time);
  return line;
}

/* In a space of its own: nothing where it does not fit. */
static PgBlock *
people_box (const PgVoice *voice, const PgEntry *entry, double height)
{
  PgBlock *box = pg_box_new (voice->arena, pg_people_block (voice->first, "screen-person", entry, 0));
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &entry->place);
  if (box == NULL)
    return NULL;
  box->box_height = height;
  box->vertical = PG_PLACE_END;
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, box);
  pg_block_add (choice, pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place));
  return choice;
}

static void
add_now (const PgVoice *voice, PgBlock *page, const Moment *moment, const PgEntry *entry)
{
  double side = voice->paper->left, top = length (voice, "now"), text = length (voice, "text");
  double plate = length (voice, "plate"), end = length (voice, "field-end"), width = voice->paper->width - side - text;
  double foot = end - length (voice, "foot"), start = length (voice, "start-height"), people = length (voice, "people");
  PgBlock *title = pg_box_new (voice->arena, PG_STACKED (voice, pg_sign_title, "screen-title", entry, PG_ROLE_H2));
  PgBlock *times = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  title->box_height = foot - people - top;
  title->same_size = "screen-title";
  pg_placed_add (page, side, top, plate - side, PG_STACKED (voice, pg_say_word, "screen-label", "now"));
  pg_placed_add (page, plate, top, text - plate, pg_sign_number (voice->first, entry, length (voice, "number")));
  pg_placed_add (page, text, top, width, title);
  pg_block_add (times, pg_times_block (voice->first, moment->day, entry, "screen-time", NULL, FALSE));
  pg_block_add (times, until_block (voice->first, "screen-until", moment, entry));
  pg_placed_add (page, side, foot - start, text - side, times);
  pg_placed_add (page, text, foot - people, width, people_box (voice, entry, people));
}

/* Times and titles of what comes next. */
static PgBlock *
next_list (const PgVoice *voice, const Moment *moment)
{
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &moment->room->place);
  double column = length (voice, pg_times_have_words (voice->request) ? "next-time-words" : "next-time");
  for (guint i = 0; i < moment->entries->len && list->children->len < MOST_NEXT; i++)
    {
      const PgEntry *entry = g_ptr_array_index (moment->entries, i);
      gboolean is_break = entry->kind == PG_ENTRY_BREAK;
      if (entry->start < moment->from || entry == entry_at (moment))
        continue;
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
      row->before = length (voice, "next-white");
      row->keep_together = TRUE;
      pg_row_add (row, 0, column, pg_times_block (voice->first, moment->day, entry, "screen-next-time", NULL, FALSE));
      pg_row_add (row, column, 0,
                  PG_STACKED (voice, pg_sign_title, is_break ? "screen-next-break" : "screen-next", entry,
                              is_break ? PG_ROLE_AUTO : PG_ROLE_H2));
      pg_block_add (list, row);
    }
  return list->children->len > 0 ? list : NULL;
}

static void
add_next (const PgVoice *voice, PgBlock *page, const Moment *moment)
{
  double side = voice->paper->left, top = length (voice, "next"), plate = length (voice, "plate");
  PgBlock *list = next_list (voice, moment);
  if (list == NULL)
    return;
  pg_placed_add (page, side, top, plate - side, PG_STACKED (voice, pg_say_word, "screen-next-label", "next"));
  pg_placed_add (page, plate, top, voice->paper->width - side - plate, list);
}

static PgPageRun *
page_new (const PgVoice *voice, const Moment *moment)
{
  PgPageRun *run = pg_page_run_new (voice);
  PgBlock *page = pg_block_new (voice->arena, PG_BLOCK_PLACED, &moment->room->place);
  double field = length (voice, "field"), width = voice->paper->width;
  PgBlock *room = PG_STACKED (voice, pg_say, "screen-room", moment->room->name);
  PgBlock *head = pg_box_new (voice->arena, room);
  const PgEntry *now = entry_at (moment);
  room->role = PG_ROLE_H1;
  head->box_height = field;
  head->vertical = PG_PLACE_MIDDLE;
  head->same_size = "screen-room";
  page->extent = voice->paper->height;
  page->role = PG_ROLE_SECT;
  page->bookmark = pg_arena_printf (voice->arena, "%s, %s %02d:%02d", pg_plain (voice, moment->room->name),
                                    pg_day_plain_name (voice, moment->day), moment->from / 60, moment->from % 60);
  page->bookmark_level = 1;
  pg_placed_add (page, 0, field, width, pg_sign_fill (voice, width, length (voice, "field-end") - field));
  pg_placed_add (page, voice->paper->left, 0, voice->paper->measure, head);
  if (now != NULL)
    add_now (voice, page, moment, now);
  add_next (voice, page, moment);
  pg_placed_hang (page, voice->paper->left, voice->paper->height - length (voice, "foot") / 2, voice->paper->measure,
                  pg_state_block (voice, "sign-state"));
  run->flow = page;
  return run;
}

/* "2031-05-05T09:00:00", in the event's own time. */
static const char *
stamp (const PgVoice *voice, const PgDay *day, int minute)
{
  if (day->year == 0)
    return "";
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year);
  g_date_add_days (date, (guint) (minute / DAY_MINUTES));
  int of_day = minute % DAY_MINUTES;
  return pg_arena_printf (voice->arena, "%04d-%02d-%02dT%02d:%02d:00", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date), of_day / 60, of_day % 60);
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* From midnight to the end of the last, cut wherever something begins or ends. */
static void
add_day (PgManuscript *manuscript, const PgVoice *voice, const PgDay *day, const PgRoom *room)
{
  Moment moment = { room, day, pg_day_entries_in (day, room, voice->arena), 0, 0 };
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (int));
  const int midnight = 0;
  g_array_append_val (cuts, midnight);
  for (guint i = 0; i < moment.entries->len; i++)
    {
      const int start = ((const PgEntry *) g_ptr_array_index (moment.entries, i))->start,
                end = end_of (moment.entries, i);
      g_array_append_val (cuts, start);
      g_array_append_val (cuts, end);
    }
  g_array_sort (cuts, compare_minutes);
  for (guint i = 0; moment.entries->len > 0 && i + 1 < cuts->len; i++)
    {
      moment.from = g_array_index (cuts, int, i);
      moment.until = g_array_index (cuts, int, i + 1);
      if (moment.from == moment.until)
        continue;
      PgShowing *showing = pg_arena_new0 (voice->arena, PgShowing);
      *showing = (PgShowing){ stamp (voice, day, moment.from), stamp (voice, day, moment.until), room->id };
      g_ptr_array_add (manuscript->page_runs, page_new (voice, &moment));
      g_ptr_array_add (manuscript->showings, showing);
    }
}

void
pg_add_screens (PgManuscript *manuscript, const PgVoice *voice)
{
  manuscript->showings = pg_arena_array (voice->arena);
  for (guint r = 0; r < voice->event->rooms->len; r++)
    for (guint d = 0; d < voice->event->days->len; d++)
      {
        const PgRoom *room = g_ptr_array_index (voice->event->rooms, r);
        const PgDay *day = g_ptr_array_index (voice->event->days, d);
        if (pg_sign_wants_room (voice, room) && pg_sign_wants_day (voice, day))
          add_day (manuscript, voice, day, room);
      }
}
