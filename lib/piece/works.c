/* Enters: a session with works. Leaves: rows of a table, with composers in the column of the times where none are printed, or
   what stands below its heading: composer, title, movements or songs, and who performs. */
#include "event/names.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/songs.h"
#include "say/pair.h"
#include "say/say.h"

/* Between movements on a line. */
#define DASH " – "

/* How the works of one session are set. */
typedef struct
{
  const PgVoice *voice; /* of the details */
  const PgEntry *entry;
  gboolean has_column; /* composers stand in one of their own */
} Setting;

static const PgMovement *
part_at (const PgWork *work, guint index)
{
  return g_ptr_array_index (work->parts, index);
}

char *
pg_work_anchor (const PgVoice *voice, const PgEntry *entry, const PgWork *work)
{
  if (entry->title == NULL && work->index == 1)
    return pg_entry_anchor (voice, entry);
  return pg_arena_printf (voice->arena, "work-%s-%u", entry->id, work->index);
}

static void
add_kept (PgBlock *stack, PgBlock *block)
{
  if (block == NULL)
    return;
  block->keep_together = block->keep_with_next = TRUE;
  pg_block_add (stack, block);
}

/* Titles and composers */

static PgBlock *
in_role (PgBlock *block, PgRole role)
{
  if (block != NULL)
    block->role = role;
  return block;
}

static PgBlock *
title_block (const Setting *setting, const PgWork *work)
{
  const PgVoice *voice = setting->voice;
  PgRole role = (PgRole) (voice->entry_role + (setting->entry->title != NULL ? 1 : 0));
  PgBlock *first = in_role (pg_say (voice->first, "work-title", work->title), role), *second = NULL;
  if (voice->second != NULL)
    second = in_role (pg_say (voice->second, "work-title", work->title), role);
  return pg_is_parallel (voice) ? pg_pair_languages (voice, voice->paper->details_width, first, second)
                                : pg_headings_below (voice, first, second);
}

static PgBlock *
composer_name (const PgVoice *voice, const PgWork *work)
{
  return pg_headings_below (voice, pg_say (voice->first, "work-composer", work->composer),
                            voice->second != NULL ? pg_say (voice->second, "work-composer", work->composer) : NULL);
}

/* In a column: the dates below the name. */
static PgBlock *
composer_block (const PgVoice *voice, const PgWork *work)
{
  if (work->composer == NULL)
    return NULL;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  pg_block_add (stack, composer_name (voice, work));
  pg_block_add (stack, pg_say_figures (voice->first, "work-dates", work->dates, &work->place));
  return stack;
}

/* Above a title: the dates after the name. */
static PgBlock *
composer_line (const PgVoice *voice, const PgWork *work)
{
  PgBlock *line = pg_say (voice->first, "work-composer", work->composer);
  if (line == NULL)
    return NULL;
  PgBlock *second = voice->second != NULL ? pg_say (voice->second, "work-composer", work->composer) : NULL;
  PgBlock *both = pg_headings_below (voice, line, second);
  if (work->dates != NULL)
    {
      pg_add_string (voice->first, line, "work-dates", PG_NAME_GAP);
      pg_add_figures (voice->first, line, "work-dates", work->dates);
    }
  return both;
}

/* Movements and songs */

/* A song is called as it is sung; its poet and what translates it stand with its words, or here where these are not printed.
   It is said once, for both languages. */
static PgBlock *
song_line (const PgVoice *of_language, const PgMovement *song)
{
  const PgVoice *voice = of_language->is_second ? of_language->original : of_language;
  PgTongues tongues = pg_song_tongues (voice, song);
  PgBlock *line = pg_say_version (voice, "work-song", pg_sung_version (song->title, tongues));
  const PgVersion *translated = pg_translated_version (song->title, tongues),
                  *poet = pg_sung_version (song->poet, tongues);
  if (song->verses != NULL)
    return line;
  if (poet != NULL)
    pg_add_after (voice, line, "bracketed", pg_say_version (voice, "work-song-translated", poet));
  if (translated == NULL)
    return line;
  pg_add_string (voice, line, "work-song-translated", PG_NAME_GAP);
  pg_add_runs (voice, line, pg_say_version (voice, "work-song-translated", translated));
  return line;
}

static gboolean
has_numbers (const PgWork *work)
{
  for (guint i = 0; i < work->parts->len; i++)
    if (part_at (work, i)->number != NULL)
      return TRUE;
  return FALSE;
}

static PgBlock *
parts_list (const PgVoice *voice, const PgWork *work)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  double hang = has_numbers (work) ? pg_space (voice, "song-number") : 0;
  list->role = PG_ROLE_L;
  for (guint i = 0; i < work->parts->len; i++)
    {
      const PgMovement *part = part_at (work, i);
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &part->place);
      PgBlock *number = pg_say_figures (voice, "work-song", part->number, &part->place);
      row->role = PG_ROLE_LI;
      row->group = list;
      if (hang > 0)
        pg_row_add (row, 0, hang, in_role (number, PG_ROLE_NONE))->role = number != NULL ? PG_ROLE_LBL : PG_ROLE_AUTO;
      pg_row_add (row, part->is_song ? hang : 0, 0,
                  part->is_song ? song_line (voice, part) : pg_say (voice, "work-part", part->title))
          ->role
          = PG_ROLE_LBODY;
      pg_block_add (stack, row);
    }
  return stack;
}

/* Whether all of it may stand on one line: movements that are called alike in both languages. */
static gboolean
may_run_in (const PgVoice *voice, const PgWork *work)
{
  for (guint i = 0; i < work->parts->len; i++)
    {
      const PgMovement *part = part_at (work, i);
      if (part->is_song || (voice->second != NULL && pg_has_own (voice->second, part->title)))
        return FALSE;
    }
  return work->parts->len > 1;
}

static PgBlock *
parts_line (const PgVoice *voice, const PgWork *work)
{
  PgBlock *line = pg_paragraph (voice, "work-part", &work->place);
  for (guint i = 0; i < work->parts->len; i++)
    {
      if (i > 0)
        pg_add_string (voice, line, NULL, DASH);
      pg_add_text (voice, line, NULL, part_at (work, i)->title);
    }
  line->max_lines = 1;
  return line;
}

static PgBlock *
parts_block (const PgVoice *voice, const PgWork *work)
{
  PgBlock *list = PG_IN_DETAILS (voice, parts_list, work);
  if (work->parts->len == 0)
    return NULL;
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &work->place);
  choice->by = PG_CHOICE_LINES;
  choice->before = pg_space (voice, "work-white");
  pg_block_add (choice, may_run_in (voice, work) ? parts_line (voice->first, work) : NULL);
  pg_block_add (choice, list);
  return choice;
}

/* Performers */

/* What is said of a person after their name; of what a second language has no words of its own for, nothing. */
static PgBlock *
post_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  const char *country = pg_slot_country (slot, person);
  PgBlock *post = pg_post_block (voice, "work-post", &slot->place, pg_slot_position (slot, person),
                                 pg_organisation_besides (organisation));
  PgBlock *party = !voice->is_second || pg_has_own_party (voice, organisation, country)
                       ? pg_party_block (voice, "work-post", organisation, country)
                       : NULL;
  if (post->n_runs == 0 && party != NULL)
    post = party;
  else
    pg_add_after (voice, post, "listed", party);
  PgBlock *note = pg_slot_note_block (voice, slot);
  if (post->n_runs > 0)
    pg_add_after (voice, post, "bracketed", note);
  else if (note != NULL)
    pg_add_runs (voice, post, note);
  return post;
}

static PgBlock *
performer_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *line = pg_paragraph (voice, "work-post", &slot->place);
  pg_add_name (voice, line, "work-performer", "work-performer", person->honorific, pg_slot_name (slot, person));
  pg_add_after (voice, line, "name-post", post_block (voice, slot, person));
  return line;
}

/* "Ingeborg Salomonsen, soprano · Sopran": the second language says what it says otherwise. */
static PgBlock *
performer_line (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  if (pg_is_parallel (voice))
    return PG_IN_DETAILS (voice, performer_block, slot, person);
  PgBlock *line = performer_block (voice->first, slot, person);
  if (voice->second == NULL || voice->request->bilingual != PG_BILINGUAL_STACKED)
    return line;
  gboolean is_named
      = pg_has_own (voice->second, pg_slot_name (slot, person)) || pg_has_own (voice->second, person->honorific);
  PgBlock *second = is_named ? performer_block (voice->second, slot, person) : post_block (voice->second, slot, person);
  if (second->n_runs > 0)
    pg_add_second (voice, line, PG_DOT, second);
  return line;
}

/* Those who are heard alone need no word that says so. */
static gboolean
is_labelled (const PgGroup *group)
{
  return group->label != NULL || (group->role != NULL && g_strcmp0 (group->role, "soloist") != 0);
}

/* Groups without a label follow each other as if they were one. */
static void
add_performers (const PgVoice *voice, PgBlock *body, const PgGroup *group, gboolean is_first)
{
  guint first = body->children->len;
  if (is_labelled (group))
    add_kept (body, PG_IN_DETAILS (voice, pg_label_block, "role", group));
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; p < slot->people->len; p++)
        pg_block_add (body, performer_line (voice, slot, g_ptr_array_index (slot->people, p)));
    }
  if (body->children->len > first && (is_first || is_labelled (group)))
    ((PgBlock *) g_ptr_array_index (body->children, first))->before = pg_space (voice, "performers-white");
}

/* Works */

static PgBlock *
abstract_block (const PgVoice *voice, const PgWork *work)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  pg_add_body (voice, stack, "abstract", (PgRole) (voice->entry_role + 1), work->abstract);
  stack->before = pg_space (voice, "performers-white");
  return stack;
}

static PgBlock *
body_block (const Setting *setting, const PgWork *work)
{
  const PgVoice *voice = setting->voice;
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  if (!setting->has_column)
    add_kept (body, composer_line (voice, work));
  PgBlock *title = title_block (setting, work), *parts = parts_block (voice, work);
  if (parts != NULL || work->groups->len > 0 || work->abstract != NULL)
    add_kept (body, title);
  else
    pg_block_add (body, title);
  pg_block_add (body, parts);
  for (guint i = 0; i < work->groups->len; i++)
    add_performers (voice, body, g_ptr_array_index (work->groups, i), i == 0);
  if (work->abstract != NULL)
    pg_block_add (body, PG_IN_DETAILS (voice, abstract_block, work));
  return body;
}

/* A work is whole, but where a text comes with it. */
static void
finish_work (const Setting *setting, PgBlock *block, const PgWork *work, gboolean has_rule)
{
  const PgVoice *voice = setting->voice;
  block->rule_above = has_rule ? pg_theme_rule (voice->theme, "work") : NULL;
  block->keep_together = work->abstract == NULL;
  block->anchor = pg_work_anchor (voice, setting->entry, work);
  if (setting->entry->title != NULL)
    return;
  block->bookmark = pg_plain (voice, work->title);
  block->bookmark_level = 2;
}

static PgBlock *
work_row (const Setting *setting, const PgWork *work, gboolean has_rule)
{
  const PgVoice *voice = setting->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &work->place);
  PgBlock *composer = setting->has_column ? composer_block (voice, work) : NULL;
  if (setting->has_column)
    pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"), composer)->role
        = composer != NULL ? PG_ROLE_TH : PG_ROLE_TD;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, body_block (setting, work))->is_pair
      = pg_is_parallel (voice);
  row->pad_above = pg_pad (voice, "work-above");
  row->pad_below = pg_pad (voice, "work-below");
  finish_work (setting, row, work, has_rule);
  return row;
}

/* Those who have a part in several works, where they stand in the file. */
static PgBlock *
group_row (const Setting *setting, const PgGroup *group)
{
  const PgVoice *voice = setting->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &group->place);
  if (setting->has_column)
    pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"), NULL);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, PG_IN_DETAILS (voice, pg_group_block, group))
      ->is_pair
      = pg_is_parallel (voice);
  row->pad_below = pg_pad (voice, "work-below");
  row->keep_with_previous = TRUE;
  return row;
}

/* Adds the groups that stand after so many works; where there are talks or items, these have all of them. */
static void
add_groups (const Setting *setting, PgBlock *stack, guint n_works, gboolean are_rows)
{
  const PgEntry *entry = setting->entry;
  for (guint i = 0; i < entry->groups->len && entry->talks == NULL && !pg_entry_has_items (entry); i++)
    {
      const PgGroup *group = g_ptr_array_index (entry->groups, i);
      if (group->after == n_works)
        pg_block_add (stack,
                      are_rows ? group_row (setting, group) : PG_IN_DETAILS (setting->voice, pg_group_block, group));
    }
}

/* Whether nothing but a heading stands above a session's works, which then stays with the first. */
static gboolean
is_heading_alone (const PgEntry *entry)
{
  const PgGroup *first = entry->groups->len > 0 ? g_ptr_array_index (entry->groups, 0) : NULL;
  return entry->abstract == NULL && entry->talks == NULL && !pg_entry_has_items (entry)
         && (first == NULL || first->after > 0);
}

PgBlock *
pg_work_rows (const PgVoice *voice, const PgEntry *entry, PgBlock *head)
{
  Setting setting = { voice, entry, voice->paper->details_x > 0 };
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  if (head != NULL)
    head->keep_with_next = is_heading_alone (entry);
  pg_block_add (stack, head);
  for (guint i = 0; i < entry->works->len; i++)
    {
      pg_block_add (stack, work_row (&setting, g_ptr_array_index (entry->works, i), i > 0 || head == NULL));
      add_groups (&setting, stack, i + 1, TRUE);
    }
  return stack;
}

PgBlock *
pg_works_block (const PgVoice *voice, const PgEntry *entry)
{
  Setting setting = { voice, entry, FALSE };
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  for (guint i = 0; i < entry->works->len; i++)
    {
      const PgWork *work = g_ptr_array_index (entry->works, i);
      PgBlock *block = body_block (&setting, work);
      block->pad_above = i > 0 ? pg_pad (voice, "work-above") : 0;
      block->pad_below = i + 1 < entry->works->len ? pg_pad (voice, "work-below") : 0;
      finish_work (&setting, block, work, i > 0);
      pg_block_add (stack, block);
      add_groups (&setting, stack, i + 1, FALSE);
    }
  return stack;
}
