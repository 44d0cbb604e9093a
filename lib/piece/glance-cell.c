/* Enters: a session, a column's width. Leaves: what a day at a glance says of it in the column of its room: number, title, folio, who
   chairs it, who speaks and when; less of that where the day has more than its page. */
#include "event/times.h"
#include "piece/booklet.h"
#include "piece/glance.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

/* Who speaks needs no label; who leads, asks or writes has one. */
static gboolean
is_labelled (const PgGroup *group)
{
  static const char *const plain[] = { "speaker", "presenter", "panellist", "author", NULL };
  return group->label != NULL || group->role == NULL || !g_strv_contains (plain, group->role);
}

/* All of a group, or those of them who speak, on one line; without runs if there is nobody. */
static PgBlock *
names_line (const PgVoice *voice, const char *style, const PgGroup *group)
{
  PgBlock *line = pg_paragraph (voice, style, &group->place);
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; pg_slot_speaks (group, slot) && p < slot->people->len; p++)
        {
          PgBlock *name = pg_paragraph (voice, style, &slot->place);
          pg_add_name (voice, name, style, style, NULL, pg_slot_name (slot, g_ptr_array_index (slot->people, p)));
          if (line->n_runs == 0)
            pg_add_runs (voice, line, name);
          else
            pg_add_after (voice, line, "listed", name);
        }
    }
  return line;
}

/* "Chair: Maëlle Kerguéhennec" */
static PgBlock *
labelled_line (const PgVoice *voice, const PgGroup *group)
{
  PgBlock *line = pg_paragraph (voice, "rooms-role", &group->place),
          *label = pg_label_block (voice, "rooms-role", group), *names = names_line (voice, "rooms-role", group);
  if (label == NULL || names->n_runs == 0)
    return names->n_runs > 0 ? names : NULL;
  pg_add_joined (voice, line, "labelled", voice->language, label, names);
  return line;
}

static PgBlock *
plain_line (const PgVoice *voice, const PgGroup *group)
{
  PgBlock *line = names_line (voice, "rooms-name", group);
  return line->n_runs > 0 ? line : NULL;
}

static void
add_groups (const PgVoice *voice, PgBlock *stack, const GPtrArray *groups, PgCellDensity density)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (groups, i);
      if (!is_labelled (group))
        pg_block_add (stack, PG_STACKED (voice, plain_line, group));
      else if (density < PG_CELL_WITHOUT_CHAIRS)
        pg_block_add (stack, PG_STACKED (voice, labelled_line, group));
    }
}

/* Who gives it, or else what it is called. */
static PgBlock *
talk_block (const PgVoice *voice, const PgTalk *talk)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  add_groups (voice, stack, talk->groups, PG_CELL_WITHOUT_CHAIRS);
  return stack->children->len > 0 ? stack : PG_STACKED (voice, pg_say, "rooms-name", talk->title);
}

static PgBlock *
talk_row (const PgVoice *voice, const PgCellLook *look, const PgEntry *entry, const PgTalk *talk)
{
  PgBlock *said = talk_block (voice, talk);
  if (look->density >= PG_CELL_WITHOUT_STARTS || talk->start < 0 || entry->without_times)
    return said;
  PgEntry *at = pg_arena_new0 (voice->arena, PgEntry);
  *at = *entry;
  at->start = talk->start;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &talk->place),
          *start = pg_times_block (voice->first, look->day, at, "rooms-role", NULL, FALSE);
  pg_add_string (voice->first, start, NULL, "\u2002");
  pg_row_add (row, 0, 0, start)->fit = PG_CELL_NATURAL;
  pg_row_add (row, pg_booklet_length (voice, "rooms-start"), 0, said);
  return row;
}

/* When, who leads and who speaks, as far as there is room. */
static PgBlock *
details_block (const PgVoice *voice, const PgCellLook *look, const PgEntry *entry)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  stack->before = pg_booklet_length (voice, "rooms-details");
  if (look->has_times)
    pg_block_add (stack, pg_times_block (voice->first, look->day, entry, "rooms-role", "rooms-role", FALSE));
  if (look->density < PG_CELL_TITLE)
    {
      add_groups (voice, stack, entry->groups, look->density);
      for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
        pg_block_add (stack, talk_row (voice, look, entry, g_ptr_array_index (entry->talks, i)));
    }
  return stack->children->len > 0 ? stack : NULL;
}

#define MANY_PEOPLE 9 /* take more lines than what they speak of */

PgBlock *
pg_glance_people (const PgVoice *voice, const PgEntry *entry, PgCellDensity density)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  guint n = 0;
  for (guint g = 0; g < entry->groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (entry->groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        n += ((const PgSlot *) g_ptr_array_index (group->slots, s))->people->len;
    }
  if (density < PG_CELL_TITLE && n < MANY_PEOPLE)
    add_groups (voice, stack, entry->groups, density);
  return stack->children->len > 0 ? stack : NULL;
}

PgBlock *
pg_glance_cell (const PgVoice *voice, const PgCellLook *look, const PgEntry *entry)
{
  PgBlock *cell = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place),
          *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place),
          *title = PG_STACKED (voice, pg_booklet_name, "rooms-title", entry),
          *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  double plate = pg_booklet_length (voice, "plate"), folio = pg_booklet_length (voice, "folio"),
         x = look->has_plates ? plate + pg_booklet_length (voice, "plate-gap") : 0,
         pad = pg_booklet_length (voice, look->density == PG_CELL_TIGHT ? "glance-tight" : "rooms-pad");
  cell->rule_above = pg_theme_rule (voice->theme, "booklet-round");
  cell->pad_above = cell->pad_below = pad;
  pg_row_add (row, 0, x, pg_booklet_plate (voice->first, entry, "booklet-plate", plate));
  pg_row_add (row, x, look->width - folio - x, title);
  pg_row_add (row, look->width - folio, folio,
              pg_booklet_folio (voice->first, "glance-folio", pg_entry_anchor (voice, entry), &entry->place));
  pg_block_add (cell, row);
  PgBlock *details = details_block (voice, look, entry);
  if (details != NULL)
    {
      PgBlock *below = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
      below->before = details->before;
      pg_row_add (below, x, look->width - x, details);
      pg_block_add (cell, below);
    }
  pg_block_add (said, title); /* it is marked behind its title */
  pg_personal_mark (voice, cell, said, entry);
  return cell;
}
