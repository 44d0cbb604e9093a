/* Enters: what is in the booklet. Leaves: its contents: folios at the edge, plates with the sessions' numbers, titles. */
#include "piece/booklet.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

/* What gives way, step by step, where all has no room on a page. */
typedef enum
{
  FULL,
  WITHOUT_SUBTITLES, /* of days */
  WITH_ROUNDS,       /* sessions at the same time are one row */
  WITHOUT_SESSIONS
} Brevity;

typedef struct
{
  const PgVoice *voice;
  Brevity brevity;
  PgBlock *flow, *contents; /* contents: the list that all rows are of */
  gboolean opens;           /* the next row opens a block of them */
} Contents;

/* plate: NULL where there is none. */
static void
add_row (Contents *contents, const char *anchor, PgBlock *plate, PgBlock *title)
{
  const PgVoice *voice = contents->voice;
  const PgPaper *paper = voice->paper;
  if (title == NULL)
    return;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &title->place);
  double side = pg_booklet_length (voice, "plate"),
         plate_x = paper->details_x - side - pg_booklet_length (voice, "plate-gap");
  row->role = PG_ROLE_TOCI;
  row->group = contents->contents;
  row->keep_together = TRUE;
  row->rule_above = pg_theme_rule (voice->theme, contents->opens ? "booklet" : "booklet-row");
  contents->opens = FALSE;
  row->pad_above = row->pad_below = pg_booklet_length (voice, "contents-pad");
  pg_row_add (row, 0, plate_x, pg_booklet_folio (voice->first, "booklet-folio", anchor, &title->place));
  pg_row_add (row, plate_x, paper->details_x - plate_x, plate); /* a long number takes of the white */
  pg_row_add (row, paper->details_x, paper->details_width, title);
  pg_block_add (contents->flow, row);
}

/* Opens the rows of a day with its name, or, without one, those of what comes after the days. subtitle: at the far end, or
   NULL. */
static void
open_block (Contents *contents, PgBlock *name, PgBlock *subtitle)
{
  const PgVoice *voice = contents->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  if (name != NULL)
    pg_booklet_add_ends (voice, row, voice->paper->details_x, name, voice->paper->details_width / 2, subtitle);
  row->before = pg_booklet_length (voice, "contents-before");
  row->after = pg_booklet_length (voice, "contents-pad");
  row->keep_with_next = row->keep_together = TRUE;
  contents->opens = TRUE;
  pg_block_add (contents->flow, row);
}

static void
add_sections_of (Contents *contents, const GPtrArray *sections, const char *prefix)
{
  const PgVoice *voice = contents->voice;
  for (guint i = 0; i < sections->len; i++)
    add_row (contents, pg_arena_printf (voice->arena, "%s-%u", prefix, i + 1), NULL,
             PG_STACKED (voice, pg_section_title, "booklet-row", g_ptr_array_index (sections, i)));
}

/* "Parallel sessions, 13:45" */
static PgBlock *
round_title (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *title = pg_paragraph (voice, "booklet-row", &entry->place);
  pg_add_with (voice, title, "parallel", pg_times_block (voice, day, entry, "booklet-row", NULL, FALSE));
  return title;
}

static gboolean
begins_with (const PgEntry *entry, const PgEntry *other)
{
  return other->kind == PG_ENTRY_SESSION && !other->without_times && other->start == entry->start;
}

/* How many sessions of the day from one on begin together. */
static guint
count_round (const PgDay *day, guint from)
{
  const PgEntry *entry = g_ptr_array_index (day->entries, from);
  guint n = 1;
  while (from + n < day->entries->len && !entry->without_times
         && begins_with (entry, g_ptr_array_index (day->entries, from + n)))
    n++;
  return n;
}

static void
add_sessions (Contents *contents, const PgDay *day)
{
  const PgVoice *voice = contents->voice;
  for (guint i = 0, n = 1; i < day->entries->len; i += n)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      n = contents->brevity == WITH_ROUNDS && entry->kind == PG_ENTRY_SESSION ? count_round (day, i) : 1;
      if (n > 1)
        add_row (contents, pg_entry_anchor (voice, entry), NULL, PG_STACKED (voice, round_title, day, entry));
      else if (entry->kind == PG_ENTRY_SESSION)
        add_row (contents, pg_entry_anchor (voice, entry),
                 pg_booklet_plate (voice->first, entry, "booklet-plate", pg_booklet_length (voice, "plate")),
                 PG_STACKED (voice, pg_booklet_name, "booklet-row", entry));
    }
}

static void
add_day (Contents *contents, const PgDay *day)
{
  const PgVoice *voice = contents->voice;
  if (contents->brevity == WITHOUT_SESSIONS)
    {
      add_row (contents, pg_arena_printf (voice->arena, "day-%u", day->number), NULL,
               PG_STACKED (voice, pg_day_name, "booklet-row", day));
      return;
    }
  open_block (contents, PG_STACKED (voice, pg_day_name, "booklet-head", day),
              contents->brevity == FULL ? PG_STACKED (voice, pg_say, "contents-subtitle", day->subtitle) : NULL);
  add_sessions (contents, day);
}

static void
add_agenda (Contents *contents)
{
  const GPtrArray *days = contents->voice->event->days;
  if (contents->brevity == WITHOUT_SESSIONS)
    open_block (contents, NULL, NULL);
  for (guint i = 0; i < days->len; i++)
    add_day (contents, g_ptr_array_index (days, i));
  open_block (contents, NULL, NULL);
}

static PgBlock *
part_title (const PgVoice *voice, const PgBookletPart *part)
{
  return part->section != NULL ? pg_say (voice, "booklet-row", part->section->title)
                               : pg_say_word (voice, "booklet-row", pg_part_word (part->kind));
}

static PgBlock *
contents_block (const PgVoice *voice, const GPtrArray *parts, Brevity brevity)
{
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  Contents contents = { voice, brevity, flow, list, TRUE };
  list->role = PG_ROLE_TOC;
  for (guint i = 0; i < parts->len; i++)
    {
      const PgBookletPart *part = g_ptr_array_index (parts, i);
      if (part->kind == PG_PART_FRONT)
        add_sections_of (&contents, voice->event->front, "front");
      else if (part->kind == PG_PART_BACK)
        add_sections_of (&contents, voice->event->back, "back");
      else if (part->kind == PG_PART_AGENDA)
        add_agenda (&contents);
      else if (part->kind != PG_PART_CONTENTS && (part->section != NULL || pg_part_word (part->kind) != NULL))
        add_row (&contents, pg_part_anchor (voice, part), NULL, PG_STACKED (voice, part_title, part));
    }
  return flow;
}

PgBlock *
pg_contents_block (const PgVoice *voice, const GPtrArray *parts)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  choice->by = PG_CHOICE_SPACE;
  for (Brevity brevity = FULL; brevity <= WITHOUT_SESSIONS; brevity++)
    pg_block_add (choice, contents_block (voice, parts, brevity));
  return choice;
}
