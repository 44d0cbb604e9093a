/* Enters: what changed since the event before. Leaves: a page that says so, day by day: what is now and what was, and which signs,
   plates and badges are new. */
#include "compare/changes.h"
#include "event/times.h"
#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

static double
at (const PgVoice *voice, const char *key)
{
  return pg_share (voice, key) * voice->paper->measure;
}

/* The last side of a change: as it was where it is gone. */
static const PgEntry *
entry_of (const PgChange *change)
{
  return change->entry != NULL ? change->entry : change->entry_before;
}

static const PgDay *
day_of (const PgChange *change)
{
  return change->day != NULL ? change->day : change->day_before;
}

static PgBlock *
times_block (const PgVoice *voice, const char *style, const PgDay *day, const PgEntry *entry, const PgTalk *talk)
{
  PgEntry times = { .start = entry->start, .end = entry->end, .place = entry->place };
  if (talk != NULL && talk->start >= 0)
    {
      times.start = talk->start;
      times.end = talk->end;
    }
  return pg_times_block (voice, day, &times, style, style, FALSE);
}

static PgBlock *
title_block (const PgVoice *voice, const char *style, const PgEntry *entry, const PgTalk *talk)
{
  if (talk != NULL)
    return pg_say (voice, style, talk->title);
  return entry->title != NULL ? pg_say (voice, style, entry->title)
                              : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
}

static PgBlock *
names_block (const PgVoice *voice, const char *style, const PgChange *change, gboolean before)
{
  g_autoptr (GPtrArray) people = pg_change_people (voice->request->kit->changes, change, before);
  PgBlock *line = pg_paragraph (voice, style, &entry_of (change)->place);
  for (guint i = 0; i < people->len; i++)
    {
      PgBlock *name = pg_say (voice, style, ((const PgPerson *) people->pdata[i])->name);
      if (line->n_runs > 0)
        pg_add_after (voice, line, "listed", name);
      else if (name != NULL)
        pg_add_runs (voice, line, name);
    }
  return line->n_runs > 0 ? line : NULL;
}

static PgBlock *
rooms_block (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  PgBlock *line = pg_paragraph (voice, style, &entry->place);
  if (entry->room != NULL)
    pg_add_rooms (voice, line, style, entry);
  return line->n_runs > 0 ? line : NULL;
}

/* When it is on which day. */
static PgBlock *
moment_block (const PgVoice *voice, const char *style, const PgDay *day, const PgEntry *entry, const PgTalk *talk)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_block_add (stack, pg_day_date_block (voice, style, day));
  pg_block_add (stack, times_block (voice, style, day, entry, talk));
  return stack;
}

/* What was otherwise, or is; NULL where that is nothing. */
static PgBlock *
side_block (const PgVoice *voice, const char *style, const PgChange *change, gboolean before)
{
  const PgDay *day = before ? change->day_before : change->day;
  const PgEntry *entry = before ? change->entry_before : change->entry;
  const PgTalk *talk = before ? change->talk_before : change->talk;
  if (entry == NULL)
    return NULL;
  switch (change->kind)
    {
    case PROGRAMME_CHANGE_SPEAKER:
      return names_block (voice, style, change, before);
    case PROGRAMME_CHANGE_ROOM:
      return rooms_block (voice, style, entry);
    case PROGRAMME_CHANGE_RENAMED:
      return title_block (voice, style, entry, talk);
    case PROGRAMME_CHANGE_MOVED:
      return moment_block (voice, style, day, entry, talk);
    case PROGRAMME_CHANGE_NEW:
      return rooms_block (voice, style, entry);
    case PROGRAMME_CHANGE_RETIMED:
    case PROGRAMME_CHANGE_GONE:
    case PROGRAMME_CHANGE_CANCELLED:
      break;
    }
  return times_block (voice, style, day, entry, talk);
}

static const char *
word_of (const PgChange *change)
{
  static const char *const words[] = { [PROGRAMME_CHANGE_NEW] = "new",
                                       [PROGRAMME_CHANGE_GONE] = "gone",
                                       [PROGRAMME_CHANGE_MOVED] = "other-day",
                                       [PROGRAMME_CHANGE_RETIMED] = "other-time",
                                       [PROGRAMME_CHANGE_RENAMED] = "other-title",
                                       [PROGRAMME_CHANGE_SPEAKER] = "other-speaker",
                                       [PROGRAMME_CHANGE_ROOM] = "other-room",
                                       [PROGRAMME_CHANGE_CANCELLED] = "gone" };
  return words[change->kind];
}

static PgBlock *
row_new (const PgVoice *voice, const PgPlace *place, PgBlock *time, PgBlock *session, PgBlock *now, PgBlock *before)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
  double session_x = at (voice, "changes-session"), now_x = at (voice, "changes-now"),
         before_x = at (voice, "changes-before"), gap = pg_space (voice, "kit-gap");
  row->pad_above = row->pad_below = pg_space (voice, "kit-pad");
  row->keep_together = TRUE;
  row->align_tops = TRUE;
  pg_row_add (row, 0, session_x - gap, time);
  pg_row_add (row, session_x, now_x - session_x - gap, session);
  pg_row_add (row, now_x, before_x - now_x - gap, now);
  pg_row_add (row, before_x, 0, before);
  return row;
}

static PgBlock *
change_row (const PgVoice *voice, const PgChange *change)
{
  const PgEntry *entry = entry_of (change);
  const PgTalk *talk = change->talk != NULL ? change->talk : change->talk_before;
  gboolean is_gone = change->kind == PROGRAMME_CHANGE_GONE || change->kind == PROGRAMME_CHANGE_CANCELLED;
  PgBlock *now = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_block_add (now, pg_say_word (voice, is_gone ? "changes-now" : "kit-head", word_of (change)));
  pg_block_add (now, is_gone ? NULL : side_block (voice, "changes-now", change, FALSE));
  PgBlock *row = row_new (voice, &entry->place,
                          times_block (voice, is_gone ? "changes-before" : "changes-now", day_of (change), entry, talk),
                          PG_STACKED (voice, title_block, "changes-title", entry, talk), now,
                          side_block (voice->first, "changes-before", change, TRUE));
  row->rule_above = pg_theme_rule (voice->theme, "sign-row");
  return row;
}

static PgBlock *
day_heading (const PgVoice *voice, const PgDay *day)
{
  PgBlock *heading = PG_AT_ENDS (voice, pg_space (voice, "kit-gap"), pg_day_date_block, "kit-paper", day);
  heading->role = PG_ROLE_H2;
  heading->before = pg_space (voice, "kit-white");
  heading->after = pg_space (voice, "kit-below");
  heading->keep_with_next = TRUE;
  return heading;
}

static PgBlock *
table_new (const PgVoice *voice)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &voice->event->place);
  table->rule_above = pg_theme_rule (voice->theme, "sign-list");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "sign-row");
  return table;
}

static gboolean
is_same_day (const PgDay *a, const PgDay *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

static void
add_days (const PgVoice *voice, PgBlock *flow)
{
  const GArray *list = voice->request->kit->changes->list;
  const PgDay *day = NULL;
  PgBlock *table = NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const PgChange *change = &g_array_index (list, PgChange, i);
      if (entry_of (change) == NULL)
        continue;
      if (day == NULL || !is_same_day (day, day_of (change)))
        {
          day = day_of (change);
          table = table_new (voice);
          PgBlock *head = row_new (voice, &day->place, pg_say_word (voice->first, "kit-head", "time"),
                                   pg_say_word (voice->first, "kit-head", "session"),
                                   pg_say_word (voice->first, "kit-head", "after-change"),
                                   pg_say_word (voice->first, "kit-head", "before"));
          pg_table_set_head (table, head, NULL);
          pg_block_add (flow, day_heading (voice, day));
          pg_block_add (flow, table);
        }
      pg_block_add (table, change_row (voice, change));
    }
}

#define NO_FILE "\u2013"

/* What some signs, plates or badges are called, the file that they are in, and a box to tick. */
static void
add_file (const PgVoice *voice, PgBlock *table, const GPtrArray *titles, const char *file)
{
  double side = pg_space (voice, "kit-box");
  const PgPlace *place = &voice->event->place;
  PgBlock *names = pg_block_new (voice->arena, PG_BLOCK_STACK, place);
  for (guint i = 0; titles != NULL && i < titles->len; i++)
    if (titles->pdata[i] != NULL)
      pg_block_add (names, pg_say_string (voice->first, "kit-more", titles->pdata[i], place));
  PgBlock *row = row_new (voice, place, NULL, names, pg_say_string (voice->first, "changes-before", file, place), NULL);
  row->rule_above = table->children->len > 0 ? pg_theme_rule (voice->theme, "sign-row") : NULL;
  pg_row_add (row, voice->paper->measure - side, side, pg_tick_box (voice, side, pg_space (voice, "kit-box-line")));
  pg_block_add (table, row);
}

/* Which signs, plates and badges are new, and which are to be taken down with nothing in their place. */
static void
add_files (const PgVoice *voice, PgBlock *flow)
{
  const GPtrArray *rows = voice->request->kit->rows, *gone = voice->request->kit->gone;
  PgBlock *heading = PG_STACKED (voice, pg_say_word, "kit-paper", "take-down"), *table = table_new (voice);
  heading->role = PG_ROLE_H2;
  heading->before = pg_space (voice, "kit-white");
  heading->after = pg_space (voice, "kit-below");
  heading->keep_with_next = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PgPrintRow *file = g_ptr_array_index (rows, i);
      add_file (voice, table, file->titles, file->file);
    }
  if (gone != NULL && gone->len > 0)
    add_file (voice, table, gone, NO_FILE);
  pg_block_add (flow, heading);
  pg_block_add (flow, table);
}

PgManuscript *
pg_changes_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_pages (request, error);
  if (paper == NULL)
    return NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED;
  const PgVoice *voice = pg_voice_new (stacked, paper);
  PgBlock *flow = pg_kit_flow (voice, "changes");
  add_days (voice, flow);
  if (request->kit->rows->len > 0 || (request->kit->gone != NULL && request->kit->gone->len > 0))
    add_files (voice, flow);
  return pg_kit_page (voice, "changes", flow);
}
