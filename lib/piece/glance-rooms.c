/* Enters: a day whose sessions run at the same time in several rooms. Leaves: a table with a column for each of the rooms: two on a
   page, three and four over two pages that lie open together; what is for all, and breaks, go across. */
#include "piece/booklet.h"
#include "piece/glance.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

#define MOST_ROOMS 4
#define ROOMS_ON_A_PAGE 2

static const PgEntry *
entry_at (const PgDay *day, guint index)
{
  return g_ptr_array_index (day->entries, index);
}

/* Which sessions run side by side */

/* What the file says, or else when the next one starts. */
static int
end_of (const PgDay *day, guint index)
{
  const PgEntry *entry = entry_at (day, index);
  if (entry->end > entry->start)
    return entry->end;
  while (++index < day->entries->len)
    if (entry_at (day, index)->start > entry->start)
      return entry_at (day, index)->start;
  return entry->start + 1;
}

/* The end of a round: sessions of which each starts before all those before it have ended. A break is one of its own. */
static guint
end_of_round (const PgDay *day, guint first)
{
  guint i = first + 1;
  if (!pg_glance_tells (entry_at (day, first)))
    return i;
  for (int end = end_of (day, first); i < day->entries->len && entry_at (day, i)->start < end; i++)
    end = MAX (end, end_of (day, i));
  return i;
}

/* Whether each session of a round has a room for itself. */
static gboolean
is_parted (const PgHours *round)
{
  for (guint i = round->first; i < round->end; i++)
    {
      const PgEntry *entry = entry_at (round->day, i);
      if (!pg_glance_tells (entry) || entry->room == NULL || entry->further_rooms != NULL || entry->without_times
          || entry->unsure)
        return FALSE;
      for (guint k = round->first; k < i; k++)
        if (entry_at (round->day, k)->room == entry->room && end_of (round->day, k) > entry->start)
          return FALSE;
    }
  return TRUE;
}

/* The rooms of all rounds, in the order of the event, which may be none: const PgRoom*, in the voice's arena. */
static GPtrArray *
rooms_of (const PgVoice *voice, const PgDay *day)
{
  GPtrArray *rooms = pg_arena_array (voice->arena);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  for (guint i = 0, end; i < day->entries->len; i = end)
    {
      end = end_of_round (day, i);
      if (end > i + 1 && !is_parted (&(PgHours){ day, i, end }))
        return rooms;
      for (guint k = i; end > i + 1 && k < end; k++)
        g_hash_table_add (used, entry_at (day, k)->room);
    }
  for (guint i = 0; i < voice->event->rooms->len; i++)
    if (g_hash_table_contains (used, g_ptr_array_index (voice->event->rooms, i)))
      g_ptr_array_add (rooms, g_ptr_array_index (voice->event->rooms, i));
  return rooms;
}

/* The table */

typedef struct
{
  const PgVoice *voice;
  const PgDay *day;
  const GPtrArray *rooms;
  PgCellLook look;
  gboolean has_times; /* it has a column of times, before those of the rooms */
  guint n_columns, fold;
  double gap;
  double *widths;
  PgBlock *table;
} Making;

static guint
column_of (const Making *making, const PgRoom *room)
{
  guint index = 0;
  g_ptr_array_find ((GPtrArray *) making->rooms, room, &index);
  return index + (making->has_times ? 1 : 0);
}

/* How wide the columns of rooms are: on a page beside times, over two pages half of one. */
static double
room_width (const PgVoice *voice, guint n_rooms)
{
  double gap = pg_booklet_length (voice, "rooms-gap"), measure = voice->paper->measure;
  return n_rooms > ROOMS_ON_A_PAGE ? (measure - gap) / 2
                                   : (measure - voice->paper->details_x - (n_rooms - 1) * gap) / n_rooms;
}

static Making
making_of (const PgVoice *voice, const PgDay *day, const GPtrArray *rooms, PgCellDensity density)
{
  gboolean is_spread = rooms->len > ROOMS_ON_A_PAGE;
  Making making = { .voice = voice, .day = day, .rooms = rooms, .has_times = rooms->len < MOST_ROOMS };
  making.gap = pg_booklet_length (voice, "rooms-gap");
  making.fold = is_spread ? 2 : 0;
  making.n_columns = rooms->len + (making.has_times ? 1 : 0);
  making.look = (PgCellLook){ .day = day, .width = room_width (voice, rooms->len), .density = density };
  for (guint i = 0; i < day->entries->len; i++)
    if (g_strcmp0 (entry_at (day, i)->word, "session") == 0 && entry_at (day, i)->number != NULL)
      making.look.has_plates = TRUE;
  making.widths = pg_arena_new_array (voice->arena, double, making.n_columns);
  for (guint i = 0; i < making.n_columns; i++)
    making.widths[i] = making.look.width;
  if (!is_spread)
    making.widths[0] = voice->paper->details_x - making.gap;
  return making;
}

static void
add_cell (PgBlock *row, guint column, guint columns, guint rows, PgBlock *block)
{
  PgCell cell = { .column = column, .columns = columns, .rows = rows, .block = block };
  g_array_append_val (row->cells, cell);
}

static PgBlock *
row_new (const Making *making, const PgPlace *place)
{
  PgBlock *row = pg_block_new (making->voice->arena, PG_BLOCK_ROW, place);
  row->align_tops = row->keep_together = TRUE;
  return row;
}

/* "Level 1 · 140 seats" */
static PgBlock *
facts_line (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *level = room->level != NULL ? pg_say_word_with (voice, "rooms-role", "level", room->level) : NULL,
          *seats = NULL;
  if (room->seats > 0)
    seats = pg_say_word_with (voice, "rooms-role", "seats", pg_arena_printf (voice->arena, "%u", room->seats));
  if (level == NULL || seats == NULL)
    return level != NULL ? level : seats;
  pg_add_string (voice, level, NULL, PG_DOT);
  pg_add_runs (voice, level, seats);
  return level;
}

/* Its name, its floor and how many it seats. */
static PgBlock *
room_head (const Making *making, const PgRoom *room)
{
  const PgVoice *voice = making->voice;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &room->place);
  head->rule_above = pg_theme_rule (voice->theme, "booklet");
  head->pad_above = pg_booklet_length (voice, "glance-tight");
  head->pad_below = pg_booklet_length (voice, "rooms-head");
  pg_block_add (head, PG_STACKED (voice, pg_say, "booklet-head", room->name));
  pg_block_add (head, PG_STACKED (voice, facts_line, room));
  return head;
}

static PgBlock *
head_row (const Making *making)
{
  const PgVoice *voice = making->voice;
  PgBlock *row = row_new (making, &making->day->place);
  if (making->has_times)
    {
      PgBlock *times = pg_block_new (voice->arena, PG_BLOCK_STACK, &making->day->place);
      times->rule_above = pg_theme_rule (voice->theme, "booklet");
      times->pad_above = pg_booklet_length (voice, "glance-tight");
      pg_block_add (times, PG_STACKED (voice, pg_say_word, "rooms-role", "time"));
      add_cell (row, 0, 1, 1, times);
    }
  for (guint i = 0; i < making->rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (making->rooms, i);
      add_cell (row, column_of (making, room), 1, 1, room_head (making, room));
    }
  return row;
}

/* What is for all, or a break: its row of the list, over all columns of its page; beyond the fold stands who is there. */
static PgBlock *
across_row (const Making *making, const PgEntry *entry)
{
  const PgVoice *voice = making->voice;
  PgBlock *row = row_new (making, &entry->place);
  double pad = pg_booklet_length (voice, making->look.density == PG_CELL_TIGHT ? "glance-tight" : "glance-pad");
  PgBlock *said = pg_glance_row (voice, making->day, entry, pad);
  g_array_index (said->cells, PgCell, 0).role = PG_ROLE_AUTO; /* it is all one cell */
  row->align_tops = FALSE;
  row->rule_above = said->rule_above;
  row->pad_above = said->pad_above;
  row->pad_below = said->pad_below;
  row->marking = said->marking;
  said->rule_above = NULL;
  said->pad_above = said->pad_below = 0;
  said->marking = NULL;
  if (!pg_glance_tells (entry))
    {
      row->rule_above = NULL;
      row->band = pg_theme_colour (voice->theme, "sign-break");
      row->before = row->after = row->pad_above;
    }
  PgBlock *people
      = making->fold > 0 && pg_glance_tells (entry) ? pg_glance_people (voice, entry, making->look.density) : NULL;
  add_cell (row, 0, people != NULL ? making->fold : making->n_columns, 1, said);
  if (people != NULL)
    add_cell (row, making->fold, making->n_columns - making->fold, 1, people);
  return row;
}

/* Whether all that start with an entry end with it. */
static gboolean
end_together (const PgHours *round, const PgEntry *first)
{
  for (guint i = round->first; i < round->end; i++)
    if (entry_at (round->day, i)->start == first->start && entry_at (round->day, i)->end != first->end)
      return FALSE;
  return TRUE;
}

static PgBlock *
time_block (const Making *making, const PgHours *round, const PgEntry *entry)
{
  const PgVoice *voice = making->voice;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  gboolean has_end = making->look.density < PG_CELL_TITLE && end_together (round, entry);
  stack->rule_above = pg_theme_rule (voice->theme, "booklet-round");
  stack->pad_above = pg_booklet_length (voice, making->look.density == PG_CELL_TIGHT ? "glance-tight" : "rooms-pad");
  pg_block_add (stack,
                pg_times_block (voice->first, making->day, entry, making->fold > 0 ? "rooms-time" : "glance-time",
                                has_end ? "rooms-role" : NULL, TRUE));
  return stack;
}

/* How many of the starts of a round, which are rows, come before a time. */
static guint
rows_before (const PgHours *round, int time)
{
  guint n = 0;
  for (guint i = round->first; i < round->end; i++)
    if (entry_at (round->day, i)->start < time
        && (i == round->first || entry_at (round->day, i)->start != entry_at (round->day, i - 1)->start))
      n++;
  return n;
}

/* The session that a room has in a row of a round, which may have begun in one above; the round's end for none. */
static guint
session_in (const PgHours *round, const PgRoom *room, guint row)
{
  for (guint i = round->first; i < round->end; i++)
    {
      const PgEntry *entry = entry_at (round->day, i);
      if (entry->room == room && rows_before (round, entry->start) <= row
          && rows_before (round, end_of (round->day, i)) > row)
        return i;
    }
  return round->end;
}

/* A cell of a row, from 0, of a round. */
static void
add_room (const Making *making, const PgHours *round, guint index, const PgRoom *room, PgBlock *row)
{
  guint i = session_in (round, room, index), column = column_of (making, room);
  if (i == round->end)
    {
      add_cell (row, column, 1, 1, NULL);
      return;
    }
  const PgEntry *entry = entry_at (round->day, i);
  guint first = rows_before (round, entry->start), end = rows_before (round, end_of (round->day, i));
  if (first == index)
    {
      PgCellLook look = making->look;
      look.has_times = !making->has_times || !end_together (round, entry);
      add_cell (row, column, 1, end - first, pg_glance_cell (making->voice, &look, entry));
      return;
    }
  PgCell place = { .column = column, .columns = 1, .rows = end - index, .is_spanned = TRUE };
  place.first_row = making->table->children->len - (index - first);
  g_array_append_val (row->cells, place);
}

static void
add_round (const Making *making, const PgHours *round)
{
  guint n_rows = rows_before (round, G_MAXINT);
  for (guint row = 0, i = round->first; row < n_rows; row++)
    {
      while (rows_before (round, entry_at (round->day, i)->start) < row)
        i++;
      PgBlock *block = row_new (making, &entry_at (round->day, i)->place);
      if (making->has_times)
        {
          add_cell (block, 0, 1, 1, time_block (making, round, entry_at (round->day, i)));
          g_array_index (block->cells, PgCell, 0).role = PG_ROLE_TH;
        }
      for (guint r = 0; r < making->rooms->len; r++)
        add_room (making, round, row, g_ptr_array_index (making->rooms, r), block);
      block->keep_with_next = row + 1 < n_rows;
      pg_block_add (making->table, block);
    }
}

static PgBlock *
table_of (const PgVoice *voice, const PgHours *hours, const GPtrArray *rooms, PgCellDensity density)
{
  const PgDay *day = hours->day;
  Making making = making_of (voice, day, rooms, density);
  making.table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  making.table->n_columns = making.n_columns;
  making.table->fold = making.fold;
  making.table->widths = making.widths;
  making.table->gutter = making.gap;
  making.table->rule_end = making.table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  PgBlock *head = head_row (&making);
  pg_table_set_head (making.table, head, head);
  for (guint i = hours->first, end; i < hours->end; i = end)
    {
      end = end_of_round (day, i);
      if (end > i + 1)
        add_round (&making, &(PgHours){ day, i, end });
      else
        pg_block_add (making.table, across_row (&making, entry_at (day, i)));
    }
  return making.table;
}

/* Pages */

/* With as much as there is room for; on one page. */
static PgPageRun *
page_of (const PgVoice *voice, const PgHours *hours, const GPtrArray *rooms, gboolean has_title)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &hours->day->place);
  choice->by = PG_CHOICE_SPACE;
  for (PgCellDensity density = PG_CELL_ALL; density <= PG_CELL_TIGHT; density++)
    pg_block_add (choice, table_of (voice, hours, rooms, density));
  return pg_glance_page (voice, hours->day, has_title, choice);
}

/* What is not whole on a page is cut at lunch, unless sessions run on then; that is set, or else the list. */
static PgPageRun *
pages_beside_times (const PgVoice *voice, const PgDay *day, const GPtrArray *rooms, PgPageRun *list)
{
  guint middle = pg_glance_middle (day), n = day->entries->len, i = 0;
  PgPageRun *page = page_of (voice, &(PgHours){ day, 0, n }, rooms, TRUE);
  page->otherwise = pg_arena_array (voice->arena);
  while (i < middle)
    i = end_of_round (day, i);
  if (middle == 0 || i > middle)
    {
      g_ptr_array_add (page->otherwise, list);
      return page;
    }
  pg_glance_add_spread (voice, page->otherwise, page_of (voice, &(PgHours){ day, 0, middle }, rooms, TRUE),
                        page_of (voice, &(PgHours){ day, middle, n }, rooms, FALSE), list);
  return page;
}

/* Both pages show one table, below one title; they are set if it is whole on the first, and so on the second. */
static PgPageRun *
spread_of (const PgVoice *voice, const PgDay *day, const GPtrArray *rooms, PgCellDensity density)
{
  PgBlock *table = table_of (voice, &(PgHours){ day, 0, day->entries->len }, rooms, density);
  PgPageRun *question = pg_glance_page (voice, day, TRUE, table), *verso = pg_arena_new0 (voice->arena, PgPageRun),
            *recto = pg_arena_new0 (voice->arena, PgPageRun);
  PgBlock *title = g_ptr_array_index (question->flow->children, 0);
  title->before_fold = TRUE;
  *recto = *verso = *question;
  verso->opens = PG_OPENS_VERSO;
  recto->beyond_fold = TRUE;
  recto->flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  pg_block_add (recto->flow, title);
  pg_block_add (recto->flow, table);
  question->then = pg_arena_array (voice->arena);
  g_ptr_array_add (question->then, verso);
  g_ptr_array_add (question->then, recto);
  question->otherwise = pg_arena_array (voice->arena);
  return question;
}

static PgPageRun *
pages_over_fold (const PgVoice *voice, const PgDay *day, const GPtrArray *rooms, PgPageRun *list)
{
  PgPageRun *run = list;
  for (guint density = PG_CELL_TIGHT + 1; density-- > PG_CELL_ALL;)
    {
      PgPageRun *spread = spread_of (voice, day, rooms, density);
      g_ptr_array_add (spread->otherwise, run);
      run = spread;
    }
  return run;
}

PgPageRun *
pg_glance_rooms (const PgVoice *voice, const PgDay *day, PgPageRun *list)
{
  const GPtrArray *rooms = rooms_of (voice, day);
  if (rooms->len > MOST_ROOMS)
    pg_report_add (
        voice->request->report, PROGRAMME_SEVERITY_NOTE, &day->place, "many-rooms",
        "sessions run at the same time in %u rooms on this day, which is a list by time at a glance: a booklet has "
        "room for %u side by side",
        rooms->len, MOST_ROOMS);
  if (rooms->len < 2 || rooms->len > MOST_ROOMS
      || room_width (voice, rooms->len) < pg_booklet_length (voice, "rooms-least"))
    return NULL;
  return rooms->len > ROOMS_ON_A_PAGE ? pages_over_fold (voice, day, rooms, list)
                                      : pages_beside_times (voice, day, rooms, list);
}
