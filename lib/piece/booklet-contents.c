/* Enters: what is in the booklet. Leaves: its contents: folios at the edge, plates with the sessions' numbers, titles. */
#include "event/dates.h"
#include "piece/booklet.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

typedef struct
{
  const PgVoice *voice;
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
  pg_row_add (row, plate_x, side, plate);
  pg_row_add (row, paper->details_x, paper->details_width, title);
  pg_block_add (contents->flow, row);
}

/* Opens the rows of a day with its name, or, without one, those of what comes after the days. */
static void
open_block (Contents *contents, PgBlock *name)
{
  const PgVoice *voice = contents->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  if (name != NULL)
    pg_row_add (row, voice->paper->details_x, voice->paper->details_width, name);
  row->before = pg_booklet_length (voice, "contents-before");
  row->after = pg_booklet_length (voice, "contents-pad");
  row->keep_with_next = row->keep_together = TRUE;
  contents->opens = TRUE;
  pg_block_add (contents->flow, row);
}

static void
add_sections (Contents *contents, const GPtrArray *sections, const char *prefix)
{
  const PgVoice *voice = contents->voice;
  for (guint i = 0; i < sections->len; i++)
    add_row (contents, pg_arena_printf (voice->arena, "%s-%u", prefix, i + 1), NULL,
             PG_STACKED (voice, pg_section_title, "booklet-row", g_ptr_array_index (sections, i)));
}

static PgBlock *
entry_title (const PgVoice *voice, const PgEntry *entry)
{
  return entry->title != NULL ? pg_say (voice, "booklet-row", entry->title)
                              : pg_say_word (voice, "booklet-row", entry->word != NULL ? entry->word : "session");
}

static void
add_day (Contents *contents, const PgDay *day)
{
  const PgVoice *voice = contents->voice;
  PgBlock *name = PG_STACKED (voice, pg_day_name, "booklet-head", day);
  open_block (contents, name);
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (entry->kind == PG_ENTRY_SESSION)
        add_row (contents, pg_entry_anchor (voice, entry),
                 pg_booklet_plate (voice->first, entry, "booklet-plate", pg_booklet_length (voice, "plate")),
                 PG_STACKED (voice, entry_title, entry));
    }
}

static void
add_agenda (Contents *contents)
{
  const GPtrArray *days = contents->voice->event->days;
  for (guint i = 0; i < days->len; i++)
    add_day (contents, g_ptr_array_index (days, i));
  open_block (contents, NULL);
}

static PgBlock *
part_title (const PgVoice *voice, const PgBookletPart *part)
{
  return part->section != NULL ? pg_say (voice, "booklet-row", part->section->title)
                               : pg_say_word (voice, "booklet-row", pg_part_word (part->kind));
}

PgBlock *
pg_contents_block (const PgVoice *voice, const GPtrArray *parts)
{
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  Contents contents = { voice, flow, list, TRUE };
  list->role = PG_ROLE_TOC;
  for (guint i = 0; i < parts->len; i++)
    {
      const PgBookletPart *part = g_ptr_array_index (parts, i);
      if (part->kind == PG_PART_FRONT)
        add_sections (&contents, voice->event->front, "front");
      else if (part->kind == PG_PART_BACK)
        add_sections (&contents, voice->event->back, "back");
      else if (part->kind == PG_PART_AGENDA)
        add_agenda (&contents);
      else if (part->kind != PG_PART_CONTENTS && (part->section != NULL || pg_part_word (part->kind) != NULL))
        add_row (&contents, pg_part_anchor (voice, part), NULL, PG_STACKED (voice, part_title, part));
    }
  return flow;
}
