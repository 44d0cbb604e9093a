/* Enters: the role groups of a session. Leaves: blocks of labels, names, countries, positions and minutes. */
#include "piece/persons.h"

#include "event/words.h"
#include "say/say.h"

#include <string.h>

#define SHORT_LABEL 24 /* characters of an item that stands in the margin */

const PgText *
pg_organisation_besides (const PgOrganisation *organisation)
{
  if (organisation == NULL || (organisation->delegation && organisation->short_name == NULL))
    return NULL;
  return organisation->name;
}

PgBlock *
pg_party_block (const PgJob *job, const char *style, const PgOrganisation *organisation, const char *country)
{
  PgBlock *line = pg_paragraph (job, style, &job->event->place);
  gboolean is_body = organisation != NULL && organisation->delegation;
  if (!is_body && country == NULL)
    return NULL;
  if (is_body)
    pg_add_text (job, line, style, pg_organisation_short (organisation));
  else if (pg_country_text (job->event, country) != NULL)
    pg_add_text (job, line, style, pg_country_text (job->event, country));
  else
    pg_add_string (job, line, style, pg_country_name (job->event, job->arena, country, job->language));
  return line;
}

/* Adds the party to a name: as in a sentence, or set off by white. */
static void
add_party (const PgJob *job, PgBlock *line, gboolean run_in, const PgOrganisation *organisation, const char *country)
{
  PgBlock *party = pg_party_block (job, "country", organisation, country);
  if (party == NULL || run_in)
    {
      pg_add_after (job, line, "name-post", party);
      return;
    }
  pg_add_string (job, line, "country", PG_NAME_GAP);
  pg_add_runs (job, line, party);
}

static PgBlock *
minutes_block (const PgJob *job, guint minutes, const PgPlace *place)
{
  if (minutes == 0)
    return NULL;
  const char *word = pg_word (job->event, "minutes", job->language, NULL);
  const char *figure = strstr (word, "%s");
  PgBlock *line = pg_paragraph (job, "minutes", place);
  if (figure == NULL)
    figure = word;
  pg_add_string (job, line, "minutes-unit", pg_arena_strndup (job->arena, word, figure - word));
  pg_add_figures (job, line, "minutes", pg_arena_printf (job->arena, "%u", minutes));
  const char *unit = figure == word && strstr (word, "%s") == NULL ? "" : figure + strlen ("%s");
  pg_add_string (job, line, "minutes-unit", unit);
  return line;
}

/* A line of a person with the minutes at its right, on the line's leading. */
static PgBlock *
line_with_minutes (const PgJob *job, PgBlock *line, guint minutes, double width, const PgPlace *place)
{
  double column = pg_space (job, "minutes");
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, place);
  pg_row_add (row, 0, width - column - pg_space (job, "minutes-gap"), line);
  PgBlock *figures = minutes_block (job, minutes, place);
  if (figures == NULL)
    return row;
  if (figures->style->leading > line->style->leading)
    {
      PgStyle *style = pg_arena_new0 (job->arena, PgStyle);
      *style = *figures->style;
      style->leading = line->style->leading;
      figures->style = style;
    }
  pg_row_add (row, width - column, column, figures);
  return row;
}

/* A note on a slot, or NULL. */
static PgBlock *
note_block (const PgJob *job, const PgSlot *slot)
{
  PgBlock *note = pg_say (job, "note", slot->note);
  for (guint i = 0; note != NULL && i < note->n_runs; i++)
    note->runs[i].flags |= PG_RUN_NOTE;
  return note;
}

/* Adds it after a gap. */
static void
add_note (const PgJob *job, PgBlock *line, const PgSlot *slot)
{
  PgBlock *note = note_block (job, slot);
  if (note == NULL)
    return;
  pg_add_string (job, line, "note", PG_NAME_GAP);
  pg_add_runs (job, line, note);
}

/* Position and organisation, as the language joins them, without runs if there is neither. */
static PgBlock *
post_block (const PgJob *job, const char *style, const PgPlace *place, const PgText *position,
            const PgText *organisation)
{
  PgBlock *post = pg_paragraph (job, style, place), *parts[2];
  const PgText *texts[] = { position, organisation };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      parts[i] = pg_paragraph (job, style, place);
      pg_add_text (job, parts[i], style, texts[i]);
    }
  pg_add_joined (job, post, "post", job->language, parts[0], parts[1]);
  return post;
}

/* Name, country and note on a line; position and organisation below. */
static PgBlock *
stacked_person (const PgJob *job, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
                double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const char *country = in_group ? NULL : pg_slot_country (slot, person);
  PgBlock *name = pg_paragraph (job, "name", &slot->place);
  pg_add_name (job, name, "name", "family-name", person->honorific, pg_slot_name (slot, person));
  add_party (job, name, FALSE, organisation, country);
  add_note (job, name, slot);
  PgBlock *post = post_block (job, "position", &slot->place, pg_slot_position (slot, person),
                              pg_organisation_besides (organisation));

  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &slot->place);
  PgBlock *first = line_with_minutes (job, name, minutes, width, &slot->place);
  pg_block_add (stack, first);
  if (post->n_runs == 0)
    return stack;
  PgBlock *below = pg_block_new (job->arena, PG_BLOCK_ROW, &slot->place);
  pg_row_add (below, 0, width - pg_space (job, "position-inset"), post);
  first->keep_with_next = TRUE;
  pg_block_add (stack, below);
  return stack;
}

/* Name, position, organisation and country as one sentence. */
static PgBlock *
run_in_person (const PgJob *job, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
               double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const PgText *besides = pg_organisation_besides (organisation), *position = pg_slot_position (slot, person);
  PgBlock *line = pg_paragraph (job, "person", &slot->place);
  pg_add_name (job, line, "name", "family-name", person->honorific, pg_slot_name (slot, person));
  pg_add_after (job, line, "name-post", post_block (job, "position", &slot->place, position, besides));
  if (!in_group)
    add_party (job, line, TRUE, organisation, pg_slot_country (slot, person));
  pg_add_after (job, line, "bracketed", note_block (job, slot));
  return line_with_minutes (job, line, minutes, width, &slot->place);
}

/* TRUE if the second language calls the party by another name than the first. */
static gboolean
has_own_party (const PgJob *job, const PgOrganisation *organisation, const char *country)
{
  const PgBlock *own = pg_party_block (job, "position", organisation, country);
  const PgBlock *original = pg_party_block (job->original, "position", organisation, country);
  return own != NULL && own->n_runs > 0 && strcmp (own->runs[0].text, original->runs[0].text) != 0;
}

/* What a second language says below a person whose name it writes no otherwise: party, post and note on a line. An empty
   stack where it has no words of its own for any of them. */
static PgBlock *
person_without_name (const PgJob *job, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
                     double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const char *country = in_group ? NULL : pg_slot_country (slot, person);
  const PgText *position = pg_slot_position (slot, person), *besides = pg_organisation_besides (organisation);
  PgBlock *line = pg_paragraph (job, "position", &slot->place);
  PgBlock *party = pg_party_block (job, "position", organisation, country);
  if (party == NULL)
    party = pg_paragraph (job, "position", &slot->place);
  if (!has_own_party (job, organisation, country) && pg_text_lookup (position, job->language) == NULL
      && pg_text_lookup (besides, job->language) == NULL && pg_text_lookup (slot->note, job->language) == NULL)
    return pg_block_new (job->arena, PG_BLOCK_STACK, &slot->place);
  pg_add_joined (job, line, "party-post", job->language, party,
                 post_block (job, "position", &slot->place, position, besides));
  add_note (job, line, slot);
  return line_with_minutes (job, line, minutes, width, &slot->place);
}

static PgBlock *
person_block (const PgJob *job, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
              double width)
{
  gboolean run_in = pg_theme_is (job->theme, "arrangement", "persons", "run-in");
  gboolean has_name = !job->is_second || job->bilingual != PG_BILINGUAL_STACKED
                      || pg_text_lookup (pg_slot_name (slot, person), job->language) != NULL
                      || pg_text_lookup (person->honorific, job->language) != NULL;
  PgBlock *block = !has_name ? person_without_name (job, slot, person, in_group, minutes, width)
                   : run_in  ? run_in_person (job, slot, person, in_group, minutes, width)
                             : stacked_person (job, slot, person, in_group, minutes, width);
  block->keep_together = block->whole = TRUE;
  block->before = pg_style (job, run_in ? "person" : "name")->before;
  return block;
}

/* The organisation that all persons of a slot share, if there are several. */
static const PgOrganisation *
shared_organisation (const PgSlot *slot)
{
  if (slot->people->len < 2)
    return NULL;
  const PgOrganisation *shared = pg_slot_organisation (slot, g_ptr_array_index (slot->people, 0));
  for (guint i = 1; i < slot->people->len; i++)
    if (pg_slot_organisation (slot, g_ptr_array_index (slot->people, i)) != shared)
      return NULL;
  return shared;
}

/* An organisation as a name, its members below and indented. */
static PgBlock *
members_block (const PgJob *job, const PgSlot *slot, const PgOrganisation *organisation, double width)
{
  double indent = pg_space (job, "member-indent");
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &slot->place);
  PgBlock *line = pg_paragraph (job, "name", &slot->place);
  pg_add_text (job, line, "name", organisation->name);
  if (!organisation->delegation)
    {
      gboolean run_in = pg_theme_is (job->theme, "arrangement", "persons", "run-in");
      const char *country = pg_slot_country (slot, g_ptr_array_index (slot->people, 0));
      add_party (job, line, run_in, NULL, country);
    }
  PgBlock *head = line_with_minutes (job, line, slot->minutes, width, &slot->place);
  head->keep_with_next = TRUE;
  pg_block_add (stack, head);
  for (guint i = 0; i < slot->people->len; i++)
    {
      PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &slot->place);
      PgBlock *person = person_block (job, slot, g_ptr_array_index (slot->people, i), TRUE, 0, width - indent);
      pg_row_add (row, indent, width - indent, person);
      row->before = person->before;
      row->keep_together = TRUE;
      pg_block_add (stack, row);
    }
  stack->before = line->before;
  return stack;
}

static void
add_slot (const PgJob *job, PgBlock *stack, const PgSlot *slot, double width)
{
  const PgOrganisation *shared = shared_organisation (slot);
  if (shared != NULL)
    {
      pg_block_add (stack, members_block (job, slot, shared, width));
      return;
    }
  for (guint i = 0; i < slot->people->len; i++)
    pg_block_add (
        stack, person_block (job, slot, g_ptr_array_index (slot->people, i), FALSE, i == 0 ? slot->minutes : 0, width));
}

static guint
count_people (const PgGroup *group)
{
  guint count = 0;
  for (guint i = 0; i < group->slots->len; i++)
    count += ((const PgSlot *) g_ptr_array_index (group->slots, i))->people->len;
  return count;
}

/* The group's own label, or its role's word in singular or plural. */
static PgBlock *
label_block (const PgJob *job, const PgGroup *group)
{
  if (group->label != NULL)
    return pg_say (job, "role", group->label);
  if (group->role == NULL)
    return NULL;
  g_autofree char *plural = g_strconcat (group->role, "s", NULL);
  gboolean is_plural = count_people (group) > 1 && pg_word_exists (plural);
  PgBlock *label = pg_paragraph (job, "role", &group->place);
  pg_add_word (job, label, NULL, is_plural ? plural : group->role);
  return label;
}

static PgBlock *
persons_block (const PgJob *job, const PgGroup *group, double width)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &group->place);
  for (guint i = 0; i < group->slots->len; i++)
    add_slot (job, stack, g_ptr_array_index (group->slots, i), width);
  return stack;
}

/* The label above the names: repeated where the group goes on. */
static void
add_label_above (const PgJob *job, PgBlock *row, PgBlock *label, const PgGroup *group)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &group->place);
  PgBlock *persons = persons_block (job, group, job->details_width);
  label->keep_with_next = TRUE;
  persons->before = ((const PgBlock *) g_ptr_array_index (persons->children, 0))->before;
  pg_block_add (stack, label);
  pg_block_add (stack, persons);
  pg_row_add (row, 0, job->details_width, stack)->continued = pg_repeat (job, label);
}

/* An item such as "Q&A": its label alone, in the label's column where it is short; it stays with what goes before. */
static void
add_item (const PgJob *job, PgBlock *row, PgBlock *label, const PgGroup *group, gboolean in_margin)
{
  gboolean is_short = group->label == NULL || g_utf8_strlen (pg_plain (job, group->label), -1) <= SHORT_LABEL;
  double minutes = group->minutes > 0 ? pg_space (job, "minutes") : 0;
  double gap = minutes > 0 ? pg_space (job, "minutes-gap") : 0;
  if (in_margin && is_short)
    pg_row_add (row, -job->details_x, job->details_x - pg_space (job, "gutter"), label);
  else
    pg_row_add (row, 0, job->details_width - minutes - gap, label);
  if (minutes > 0)
    pg_row_add (row, job->details_width - minutes, minutes, minutes_block (job, group->minutes, &group->place));
  row->keep_with_previous = TRUE;
  row->whole = job->is_mixed && !(in_margin && is_short); /* minutes stand at the end of their own line */
}

PgBlock *
pg_group_block (const PgJob *job, const PgGroup *group)
{
  gboolean in_margin = job->labels_in_margin;
  double gutter = pg_space (job, in_margin ? "gutter" : "label-gutter");
  double column = in_margin ? job->details_x - gutter : pg_space (job, "label");
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &group->place);
  PgBlock *label = label_block (job, group);
  row->before = pg_style (job, "role")->before;
  if (label != NULL)
    label->keep_together = TRUE;
  if (label == NULL)
    {
      row->before = pg_space (job, "group-before");
      pg_row_add (row, 0, job->details_width, persons_block (job, group, job->details_width));
    }
  else if (count_people (group) == 0)
    add_item (job, row, label, group, in_margin);
  else if (job->labels_above)
    add_label_above (job, row, label, group);
  else
    {
      double x = in_margin ? -job->details_x : 0, persons_x = in_margin ? 0 : column + gutter;
      double width = job->details_width - persons_x;
      pg_row_add (row, x, column, label)->continued = pg_repeat (job, label);
      pg_row_add (row, persons_x, width, persons_block (job, group, width));
    }
  return row;
}
