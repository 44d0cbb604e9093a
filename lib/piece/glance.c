/* Enters: a day. Leaves: its page at a glance: a row an entry, with its room and the folio where it is told in full; rooms where
   sessions run at the same time stand side by side, if they have room. */
#include "piece/glance.h"

#include "event/dates.h"
#include "piece/booklet.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

gboolean
pg_glance_tells (const PgEntry *entry)
{
  return entry->kind != PG_ENTRY_BREAK;
}

/* Of sessions that run at the same time the first alone says when. */
static gboolean
is_parallel (const PgEntry *before, const PgEntry *entry)
{
  return before != NULL && pg_glance_tells (before) && pg_glance_tells (entry) && before->start == entry->start;
}

static gboolean
has_rooms (const PgDay *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    if (((const PgEntry *) g_ptr_array_index (day->entries, i))->room != NULL)
      return TRUE;
  return FALSE;
}

/* How the rows of a day are divided. */
typedef struct
{
  double plate_x, plate, title, room_x, room, folio_x, folio;
  gboolean has_column; /* for rooms; else they stand below titles */
} Columns;

/* Rooms have a column where titles keep twice as much. */
static Columns
columns_of (const PgVoice *voice, const PgDay *day)
{
  const PgPaper *paper = voice->paper;
  Columns columns = { .plate = pg_booklet_length (voice, "plate"),
                      .room = pg_booklet_length (voice, "room"),
                      .folio = pg_booklet_length (voice, "folio") };
  columns.plate_x = paper->details_x - columns.plate - pg_booklet_length (voice, "plate-gap");
  columns.folio_x = paper->measure - columns.folio;
  columns.room_x = columns.folio_x - columns.room;
  double gap = pg_booklet_length (voice, "gap"), title = columns.room_x - gap - paper->details_x;
  columns.has_column = has_rooms (day) && title >= 2 * columns.room;
  columns.title = columns.has_column ? title : columns.folio_x - gap - paper->details_x;
  return columns;
}

static PgBlock *
row_of (const PgVoice *voice, const PgDay *day, const Columns *columns, const PgEntry *before, const PgEntry *entry,
        double pad)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  gboolean told = pg_glance_tells (entry), parallel = is_parallel (before, entry);
  const char *style = told ? "glance-title" : "glance-break", *time = told ? "glance-time" : "glance-break";
  pad = told ? pad : MIN (pad, pg_booklet_length (voice, "glance-break-pad"));
  row->keep_together = TRUE;
  row->rule_above = parallel ? NULL : pg_theme_rule (voice->theme, "booklet-row");
  row->pad_above = parallel ? pg_booklet_length (voice, "glance-parallel") - pad : pad;
  row->pad_below = pad;
  const char *room_style = told ? "glance-room" : "glance-break-room";
  PgBlock *room = entry->room != NULL ? PG_STACKED (voice, pg_say, room_style, entry->room->name) : NULL;
  pg_block_add (said, PG_STACKED (voice, pg_booklet_name, style, entry));
  pg_block_add (said, columns->has_column ? NULL : room);
  pg_row_add (row, 0, columns->plate_x, parallel ? NULL : pg_times_block (voice->first, day, entry, time, NULL, FALSE))
      ->role
      = PG_ROLE_TH;
  pg_row_add (row, columns->plate_x, voice->paper->details_x - columns->plate_x, /* a long number takes of the white */
              pg_booklet_plate (voice->first, entry, "booklet-plate", columns->plate));
  pg_row_add (row, voice->paper->details_x, columns->title, said);
  pg_personal_mark (voice, row, said, entry);
  if (columns->has_column)
    pg_row_add (row, columns->room_x, columns->room, room);
  pg_row_add (row, columns->folio_x, columns->folio,
              told ? pg_booklet_folio (voice->first, "glance-folio", pg_entry_anchor (voice, entry), &entry->place)
                   : NULL);
  return row;
}

PgBlock *
pg_glance_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry, double pad)
{
  Columns columns = columns_of (voice, day);
  return row_of (voice, day, &columns, NULL, entry, pad);
}

static PgBlock *
table_block (const PgVoice *voice, const PgHours *hours, const char *pad)
{
  const PgDay *day = hours->day;
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  table->rule_above = pg_theme_rule (voice->theme, "booklet");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  const PgEntry *before = NULL;
  Columns columns = columns_of (voice, day);
  for (guint i = hours->first; i < hours->end; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      PgBlock *row = row_of (voice, day, &columns, before, entry, pg_booklet_length (voice, pad));
      row->keep_with_previous = is_parallel (before, entry); /* its time stands there */
      pg_block_add (table, row);
      before = entry;
    }
  return table;
}

static PgBlock *
title_of (const PgVoice *voice, const PgDay *day)
{
  PgBlock *title = pg_day_name (voice, "booklet-title", day);
  title->role = PG_ROLE_H2;
  return title;
}

PgPageRun *
pg_glance_page (const PgVoice *voice, const PgDay *day, gboolean has_title, PgBlock *said)
{
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  flow->role = PG_ROLE_SECT;
  pg_block_add (flow, has_title ? pg_booklet_title (voice, PG_STACKED (voice, title_of, day),
                                                    PG_STACKED (voice, pg_say, "booklet-subtitle", day->subtitle))
                                : pg_booklet_space (voice));
  pg_block_add (flow, said);
  PgPageRun *run = pg_facing_pages_new (voice, flow, NULL,
                                        PG_IN_HEAD (voice, pg_say_word, "running-day", pg_part_word (PG_PART_GLANCE)));
  pg_booklet_tab (voice, run, day);
  return run;
}

static PgPageRun *
list_page (const PgVoice *voice, const PgHours *hours, gboolean has_title)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &hours->day->place);
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, table_block (voice, hours, "glance-pad"));
  pg_block_add (choice, table_block (voice, hours, "glance-tight"));
  return pg_glance_page (voice, hours->day, has_title, choice);
}

/* How far from the middle of a day an entry stands, in halves of entries. */
static guint
from_middle (const PgDay *day, guint i)
{
  return (guint) ABS ((int) (2 * i) - (int) day->entries->len);
}

guint
pg_glance_middle (const PgDay *day)
{
  guint n = day->entries->len, middle = n / 2, nearest = n + 1;
  for (guint i = 1; i < n; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      guint distance = from_middle (day, i);
      if (g_strcmp0 (entry->word, "lunch") == 0 && distance <= n / 2)
        return i;
      if (entry->kind != PG_ENTRY_BREAK || distance >= nearest)
        continue;
      nearest = distance;
      middle = i;
    }
  return middle;
}

void
pg_glance_add_spread (const PgVoice *voice, GPtrArray *runs, PgPageRun *before, PgPageRun *after, PgPageRun *instead)
{
  PgPageRun *asked[2];
  before->opens = PG_OPENS_VERSO;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      asked[i] = pg_arena_new0 (voice->arena, PgPageRun);
      *asked[i] = *(i == 0 ? before : after);
      asked[i]->then = pg_arena_array (voice->arena);
      asked[i]->otherwise = pg_arena_array (voice->arena);
      g_ptr_array_add (asked[i]->otherwise, instead);
    }
  g_ptr_array_add (asked[0]->then, asked[1]);
  g_ptr_array_add (asked[1]->then, before);
  g_ptr_array_add (asked[1]->then, after);
  g_ptr_array_add (runs, asked[0]);
}

/* A day that has no room on a page stands on two that lie open together, cut at lunch, or, if it has none there either, on as
   many as it takes. */
static PgPageRun *
list_pages (const PgVoice *voice, const PgDay *day)
{
  guint middle = pg_glance_middle (day), n = day->entries->len;
  PgPageRun *run = list_page (voice, &(PgHours){ day, 0, n }, TRUE);
  if (middle == 0)
    return run;
  PgPageRun *page = pg_arena_new0 (voice->arena, PgPageRun);
  *page = *run;
  page->otherwise = pg_arena_array (voice->arena);
  pg_glance_add_spread (voice, page->otherwise, list_page (voice, &(PgHours){ day, 0, middle }, TRUE),
                        list_page (voice, &(PgHours){ day, middle, n }, FALSE), run);
  return page;
}

PgPageRun *
pg_glance_pages (const PgVoice *voice, const PgDay *day)
{
  PgPageRun *list = list_pages (voice, day), *rooms = pg_glance_rooms (voice, day, list);
  return rooms != NULL ? rooms : list;
}
