/* Enters: a plan, the event's rooms. Leaves: the plan on its page, and below it or facing it the rooms that it shows, with the
   folios of what happens in them, and where other levels are shown. */
#include "event/words.h"
#include "piece/booklet.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

/* As large as it can be. */
static PgBlock *
plan_block (const PgVoice *voice, const PgBookletPart *part)
{
  const PgPaper *paper = voice->paper;
  double ratio = pg_event_image_ratio (voice->event, part->picture),
         room = paper->height - paper->top - paper->bottom - pg_booklet_length (voice, "title"),
         height = MIN (MIN (pg_booklet_length (voice, "plan"), room), paper->measure / ratio);
  return pg_booklet_picture (voice, part->picture, pg_plain (voice, part->alt), height * ratio, height,
                             &part->picture_place);
}

static PgBlock *
new_table (const PgVoice *voice, const PgBookletPart *part)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &part->place);
  table->before = pg_booklet_length (voice, "plan-before");
  table->rule_above = pg_theme_rule (voice->theme, "booklet");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  return table;
}

/* What is said, and folios at the far end of its first line. */
static void
add_row (const PgVoice *voice, PgBlock *table, PgBlock *said, PgBlock *folios)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &said->place);
  row->keep_together = TRUE;
  row->pad_above = row->pad_below = pg_booklet_length (voice, "glance-tight");
  row->rule_above = table->children->len > 0 ? pg_theme_rule (voice->theme, "booklet-row") : NULL;
  pg_booklet_add_ends (voice, row, 0, said, voice->paper->measure / 2, folios);
  pg_block_add (table, row);
}

static PgBlock *
seats_block (const PgVoice *voice, const PgRoom *room)
{
  return pg_say_word_with (voice, "plan-facts", "seats", pg_arena_printf (voice->arena, "%u", room->seats));
}

/* The pages of all that happens in a room. */
static PgBlock *
folios_of (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *line = pg_paragraph (voice, "glance-folio", &room->place);
  for (guint i = 0; i < voice->event->days->len; i++)
    {
      const GPtrArray *entries = pg_day_entries_in (g_ptr_array_index (voice->event->days, i), room, voice->arena);
      for (guint j = 0; j < entries->len; j++)
        {
          const PgEntry *entry = g_ptr_array_index (entries, j);
          if (entry->kind != PG_ENTRY_BREAK)
            pg_booklet_add_folio (voice, line, pg_entry_anchor (voice, entry), line->n_runs > 0 ? ", " : NULL);
        }
    }
  return line->n_runs > 0 ? line : NULL;
}

static gboolean
is_shown (const PgBookletPart *part, const PgRoom *room)
{
  return part->level == NULL || g_strcmp0 (part->level, room->level) == 0;
}

static PgBlock *
rooms_table (const PgVoice *voice, const PgBookletPart *part)
{
  PgBlock *table = new_table (voice, part);
  const GPtrArray *rooms = voice->event->rooms;
  for (guint i = 0; i < rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (rooms, i);
      if (!is_shown (part, room))
        continue;
      PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &room->place);
      pg_block_add (said, PG_STACKED (voice, pg_say, "plan-room", room->name));
      pg_block_add (said, room->seats > 0 ? PG_STACKED (voice, seats_block, room) : NULL);
      add_row (voice, table, said, folios_of (voice->first, room));
    }
  return table->children->len > 0 ? table : NULL;
}

/* The names of the rooms that another plan shows. */
static PgBlock *
names_of_rooms (const PgVoice *voice, const PgBookletPart *part)
{
  PgBlock *line = pg_paragraph (voice, "plan-facts", &part->place);
  const GPtrArray *rooms = voice->event->rooms;
  for (guint i = 0; part->level != NULL && i < rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (rooms, i);
      if (!is_shown (part, room))
        continue;
      pg_add_string (voice, line, NULL, line->n_runs > 0 ? PG_DOT : "");
      pg_add_plain (voice, line, NULL, room->name);
    }
  return line->n_runs > 0 ? line : NULL;
}

/* The other plans. */
static PgBlock *
others_table (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part)
{
  PgBlock *table = new_table (voice, part);
  for (guint i = 0; i < parts->len; i++)
    {
      const PgBookletPart *other = g_ptr_array_index (parts, i);
      if (other->kind != PG_PART_PLAN || other == part)
        continue;
      PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &other->place);
      pg_block_add (said, PG_STACKED (voice, pg_say, "plan-room", other->section->title));
      pg_block_add (said, PG_STACKED (voice, names_of_rooms, other));
      add_row (voice, table, said,
               pg_booklet_folio (voice->first, "glance-folio", pg_part_anchor (voice, other), &other->place));
    }
  return table->children->len > 0 ? table : NULL;
}

static PgBlock *
legend_block (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part)
{
  PgBlock *rooms = rooms_table (voice, part), *others = others_table (voice, parts, part);
  PgBlock *legend = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  pg_block_add (legend, rooms);
  pg_block_add (legend, others);
  return legend->children->len > 0 ? legend : NULL;
}

/* The legend faces the plan, its first rule where that of a title would be. */
static PgPageRun *
legend_pages (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  pg_block_add (stack, pg_booklet_space (voice));
  pg_block_add (stack, legend_block (voice, parts, part));
  return pg_facing_pages_new (voice, stack, NULL, PG_IN_HEAD (voice, pg_say, "running-day", part->section->title));
}

PgPageRun *
pg_plan_pages (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part)
{
  PgBlock *both = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place),
          *legend = legend_block (voice, parts, part);
  pg_block_add (both, plan_block (voice, part));
  pg_block_add (both, legend);
  PgPageRun *run = pg_part_pages (voice, part, NULL, both);
  if (legend == NULL)
    return run;
  PgPageRun *plan = pg_part_pages (voice, part, NULL, plan_block (voice, part));
  plan->opens = PG_OPENS_VERSO;
  run->otherwise = pg_arena_array (voice->arena);
  g_ptr_array_add (run->otherwise, plan);
  g_ptr_array_add (run->otherwise, legend_pages (voice, parts, part));
  return run;
}
