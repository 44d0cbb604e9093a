/* Enters: the role groups of a session. Leaves: blocks of labels, names, countries, positions and minutes. */
#include "piece/persons.h"

#include "event/words.h"
#include "say/pair.h"
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
pg_party_block (const PgVoice *voice, const char *style, const PgOrganisation *organisation, const char *country)
{
  PgBlock *line = pg_paragraph (voice, style, &voice->event->place);
  gboolean is_body = organisation != NULL && organisation->delegation;
  if (!is_body && country == NULL)
    return NULL;
  if (is_body)
    pg_add_text (voice, line, style, pg_organisation_short (organisation));
  else if (pg_country_text (voice->event, country) != NULL)
    pg_add_text (voice, line, style, pg_country_text (voice->event, country));
  else
    pg_add_string (voice, line, style, pg_country_name (voice->event, voice->arena, country, voice->language));
  return line;
}

PgBlock *
pg_sender_block (const PgVoice *voice, const char *style, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  PgBlock *party = pg_party_block (voice, style, organisation, pg_slot_country (slot, person));
  if (party == NULL && organisation != NULL)
    party = pg_say (voice, style, pg_organisation_short (organisation));
  return party;
}

/* Adds what is said of a name, set off by white. */
static void
add_set_off (const PgVoice *voice, PgBlock *line, const char *style, const PgBlock *more)
{
  if (more == NULL || more->n_runs == 0)
    return;
  pg_add_string (voice, line, style, PG_NAME_GAP);
  pg_add_runs (voice, line, more);
}

/* Adds the party to a name: as in a sentence, or set off by white. */
static void
add_party (const PgVoice *voice, PgBlock *line, gboolean run_in, const PgOrganisation *organisation,
           const char *country)
{
  PgBlock *party = pg_party_block (voice, "country", organisation, country);
  if (run_in)
    pg_add_after (voice, line, "name-post", party);
  else
    add_set_off (voice, line, "country", party);
}

/* Minutes are printed once, in the first language. */
PgBlock *
pg_minutes_block (const PgVoice *voice, const char *style, const char *unit_style, guint minutes, const PgPlace *place)
{
  if (minutes == 0 || voice->is_second)
    return NULL;
  const char *word = pg_word (voice->event, "minutes", voice->language, NULL);
  const char *figure = strstr (word, "%s");
  PgBlock *line = pg_paragraph (voice, style, place);
  if (figure == NULL)
    figure = word;
  pg_add_string (voice, line, unit_style, pg_arena_strndup (voice->arena, word, figure - word));
  pg_add_figures (voice, line, style, pg_arena_printf (voice->arena, "%u", minutes));
  const char *unit = figure == word && strstr (word, "%s") == NULL ? "" : figure + strlen ("%s");
  pg_add_string (voice, line, unit_style, unit);
  return line;
}

/* A line of a person with the minutes at its right, on the line's leading. */
static PgBlock *
line_with_minutes (const PgVoice *voice, PgBlock *line, guint minutes, double width, const PgPlace *place)
{
  double column = pg_space (voice, "minutes");
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
  pg_row_add (row, 0, width - column - pg_space (voice, "minutes-gap"), line);
  PgBlock *figures = pg_minutes_block (voice, "minutes", "minutes-unit", minutes, place);
  if (figures == NULL)
    return row;
  if (figures->style->leading > line->style->leading)
    {
      PgStyle *style = pg_arena_new0 (voice->arena, PgStyle);
      *style = *figures->style;
      style->leading = line->style->leading;
      figures->style = style;
    }
  pg_row_add (row, width - column, column, figures);
  return row;
}

PgBlock *
pg_slot_note_block (const PgVoice *voice, const PgSlot *slot)
{
  PgBlock *note = pg_has_own (voice, slot->note) ? pg_say (voice, "note", slot->note) : NULL;
  for (guint i = 0; note != NULL && i < note->n_runs; i++)
    note->runs[i].flags |= PG_RUN_NOTE;
  return note;
}

static void
add_note (const PgVoice *voice, PgBlock *line, const PgSlot *slot)
{
  add_set_off (voice, line, "note", pg_slot_note_block (voice, slot));
}

PgBlock *
pg_post_block (const PgVoice *voice, const char *style, const PgPlace *place, const PgText *position,
               const PgText *organisation)
{
  PgBlock *post = pg_paragraph (voice, style, place), *parts[2];
  const PgText *texts[] = { position, organisation };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      parts[i] = pg_paragraph (voice, style, place);
      if (pg_has_own (voice, texts[i]))
        pg_add_text (voice, parts[i], style, texts[i]);
    }
  pg_add_joined (voice, post, "post", voice->language, parts[0], parts[1]);
  return post;
}

/* Name, country and note on a line; position and organisation below. */
static PgBlock *
stacked_person (const PgVoice *voice, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
                double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const char *country = in_group ? NULL : pg_slot_country (slot, person);
  PgBlock *name = pg_paragraph (voice, "name", &slot->place);
  pg_add_name (voice, name, "name", "family-name", person->honorific, pg_slot_name (slot, person));
  add_party (voice, name, FALSE, organisation, country);
  add_note (voice, name, slot);
  PgBlock *post = pg_post_block (voice, "position", &slot->place, pg_slot_position (slot, person),
                                 pg_organisation_besides (organisation));

  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &slot->place);
  PgBlock *first = line_with_minutes (voice, name, minutes, width, &slot->place);
  pg_block_add (stack, first);
  if (post->n_runs == 0)
    return stack;
  PgBlock *below = pg_block_new (voice->arena, PG_BLOCK_ROW, &slot->place);
  pg_row_add (below, 0, width - pg_space (voice, "position-inset"), post);
  first->keep_with_next = TRUE;
  pg_block_add (stack, below);
  return stack;
}

/* Name, position, organisation and country as one sentence. */
static PgBlock *
run_in_person (const PgVoice *voice, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
               double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const PgText *besides = pg_organisation_besides (organisation), *position = pg_slot_position (slot, person);
  PgBlock *line = pg_paragraph (voice, "person", &slot->place);
  pg_add_name (voice, line, "name", "family-name", person->honorific, pg_slot_name (slot, person));
  pg_add_after (voice, line, "name-post", pg_post_block (voice, "position", &slot->place, position, besides));
  if (!in_group)
    add_party (voice, line, TRUE, organisation, pg_slot_country (slot, person));
  pg_add_after (voice, line, "bracketed", pg_slot_note_block (voice, slot));
  return line_with_minutes (voice, line, minutes, width, &slot->place);
}

gboolean
pg_has_own_party (const PgVoice *voice, const PgOrganisation *organisation, const char *country)
{
  const PgBlock *own = pg_party_block (voice, "position", organisation, country);
  const PgBlock *original = pg_party_block (voice->original, "position", organisation, country);
  return own != NULL && own->n_runs > 0 && strcmp (own->runs[0].text, original->runs[0].text) != 0;
}

/* Whether a second language has words of its own for a person. */
static gboolean
has_own_words (const PgVoice *voice, const PgSlot *slot, const PgPerson *person, gboolean in_group)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const char *country = in_group ? NULL : pg_slot_country (slot, person);
  return pg_has_own_party (voice, organisation, country) || pg_has_own (voice, pg_slot_position (slot, person))
         || pg_has_own (voice, pg_organisation_besides (organisation)) || pg_has_own (voice, slot->note);
}

/* What a second language says below a person whose name it writes no otherwise: party, post and note on a line. */
static PgBlock *
person_without_name (const PgVoice *voice, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
                     double width)
{
  const PgOrganisation *organisation = in_group ? NULL : pg_slot_organisation (slot, person);
  const char *country = in_group ? NULL : pg_slot_country (slot, person);
  const PgText *position = pg_slot_position (slot, person), *besides = pg_organisation_besides (organisation);
  PgBlock *line = pg_paragraph (voice, "position", &slot->place);
  PgBlock *party = pg_has_own_party (voice, organisation, country)
                       ? pg_party_block (voice, "position", organisation, country)
                       : pg_paragraph (voice, "position", &slot->place);
  pg_add_joined (voice, line, "party-post", voice->language, party,
                 pg_post_block (voice, "position", &slot->place, position, besides));
  add_note (voice, line, slot);
  return line_with_minutes (voice, line, minutes, width, &slot->place);
}

static PgBlock *
person_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person, gboolean in_group, guint minutes,
              double width)
{
  gboolean run_in = voice->paper->persons_run_in;
  gboolean is_named = pg_has_own (voice, pg_slot_name (slot, person)) || pg_has_own (voice, person->honorific);
  gboolean has_name = is_named || !voice->is_second || voice->request->bilingual != PG_BILINGUAL_STACKED;
  gboolean is_silent = !is_named && voice->is_second && !has_own_words (voice, slot, person, in_group);
  PgBlock *block = is_silent   ? pg_block_new (voice->arena, PG_BLOCK_STACK, &slot->place)
                   : !has_name ? person_without_name (voice, slot, person, in_group, minutes, width)
                   : run_in    ? run_in_person (voice, slot, person, in_group, minutes, width)
                               : stacked_person (voice, slot, person, in_group, minutes, width);
  block->keep_together = block->whole = TRUE;
  block->before = pg_style (voice, run_in ? "person" : "name")->before;
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
members_block (const PgVoice *voice, const PgSlot *slot, const PgOrganisation *organisation, double width)
{
  double indent = pg_space (voice, "member-indent");
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &slot->place);
  PgBlock *line = pg_paragraph (voice, "name", &slot->place);
  pg_add_text (voice, line, "name", organisation->name);
  if (!organisation->delegation)
    {
      gboolean run_in = voice->paper->persons_run_in;
      const char *country = pg_slot_country (slot, g_ptr_array_index (slot->people, 0));
      add_party (voice, line, run_in, NULL, country);
    }
  PgBlock *head = line_with_minutes (voice, line, slot->minutes, width, &slot->place);
  if (voice->is_second && slot->minutes > 0) /* whose minutes are the first's: as many cells, to be joined */
    pg_row_add (head, width - pg_space (voice, "minutes"), pg_space (voice, "minutes"), NULL);
  head->keep_with_next = TRUE;
  pg_block_add (stack, head);
  for (guint i = 0; i < slot->people->len; i++)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &slot->place);
      PgBlock *person = person_block (voice, slot, g_ptr_array_index (slot->people, i), TRUE, 0, width - indent);
      pg_row_add (row, indent, width - indent, person);
      row->before = person->before;
      row->keep_together = TRUE;
      pg_block_add (stack, row);
    }
  stack->before = line->before;
  return stack;
}

static void
add_slot (const PgVoice *voice, PgBlock *stack, const PgSlot *slot, double width)
{
  const PgOrganisation *shared = shared_organisation (slot);
  if (shared != NULL)
    {
      pg_block_add (stack, members_block (voice, slot, shared, width));
      return;
    }
  for (guint i = 0; i < slot->people->len; i++)
    pg_block_add (stack, person_block (voice, slot, g_ptr_array_index (slot->people, i), FALSE,
                                       i == 0 ? slot->minutes : 0, width));
}

static guint
count_people (const PgGroup *group)
{
  guint count = 0;
  for (guint i = 0; i < group->slots->len; i++)
    count += ((const PgSlot *) g_ptr_array_index (group->slots, i))->people->len;
  return count;
}

PgBlock *
pg_label_block (const PgVoice *voice, const char *style, const PgGroup *group)
{
  if (group->label != NULL)
    return pg_say (voice, style, group->label);
  if (group->role == NULL)
    return NULL;
  g_autofree char *plural = g_strconcat (group->role, "s", NULL);
  gboolean is_plural = count_people (group) > 1 && pg_word_exists (plural);
  PgBlock *label = pg_paragraph (voice, style, &group->place);
  pg_add_word (voice, label, NULL, is_plural ? plural : group->role);
  return label;
}

#define MOST_WHOLE 3

/* Nobody stands alone where a page ends: up to three are together, of more there are two on either side. */
static void
keep_company (PgBlock *persons)
{
  guint n = persons->children->len;
  for (guint i = 0; i < n; i++)
    {
      PgBlock *person = g_ptr_array_index (persons->children, i);
      person->keep_with_next = i + 1 < n && (n <= MOST_WHOLE || i == 0);
      person->keep_with_previous = n > MOST_WHOLE && i + 1 == n;
      person->keeps_company = TRUE;
    }
}

static PgBlock *
persons_block (const PgVoice *voice, const PgGroup *group, double width)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &group->place);
  for (guint i = 0; i < group->slots->len; i++)
    add_slot (voice, stack, g_ptr_array_index (group->slots, i), width);
  keep_company (stack);
  return stack;
}

/* The label above the names: repeated where the group goes on. */
static void
add_label_above (const PgVoice *voice, PgBlock *row, PgBlock *label, const PgGroup *group)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &group->place);
  PgBlock *persons = persons_block (voice, group, voice->paper->text_width);
  label->keep_with_next = TRUE;
  persons->before = ((const PgBlock *) g_ptr_array_index (persons->children, 0))->before;
  pg_block_add (stack, label);
  pg_block_add (stack, persons);
  pg_row_add (row, 0, voice->paper->text_width, stack)->continued = pg_repeat (voice, label);
}

/* An item such as "Q&A": its label alone, in the label's column where it is short; it stays with what goes before. */
static void
add_item (const PgVoice *voice, PgBlock *row, PgBlock *label, const PgGroup *group, gboolean in_margin)
{
  gboolean is_short = group->label == NULL || g_utf8_strlen (pg_plain (voice, group->label), -1) <= SHORT_LABEL;
  double minutes = group->minutes > 0 ? pg_space (voice, "minutes") : 0;
  double gap = minutes > 0 ? pg_space (voice, "minutes-gap") : 0;
  gboolean is_parallel = voice->request->bilingual == PG_BILINGUAL_PARALLEL;
  if (voice->is_second && is_parallel && group->label != NULL && !pg_has_own (voice, group->label))
    return;
  if (in_margin && is_short)
    pg_row_add (row, -voice->paper->details_x, voice->paper->details_x - pg_space (voice, "gutter"), label);
  else
    pg_row_add (row, 0, voice->paper->text_width - minutes - gap, label);
  if (minutes > 0)
    pg_row_add (row, voice->paper->text_width - minutes, minutes,
                pg_minutes_block (voice, "minutes", "minutes-unit", group->minutes, &group->place));
  row->keep_with_previous = TRUE;
  row->whole = voice->is_mixed && !(in_margin && is_short); /* minutes stand at the end of their own line */
}

PgBlock *
pg_group_block (const PgVoice *voice, const PgGroup *group)
{
  gboolean in_margin = voice->paper->labels_in_margin;
  double gutter = pg_space (voice, in_margin ? "gutter" : "label-gutter");
  double column = in_margin ? voice->paper->details_x - gutter : pg_space (voice, "label");
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &group->place);
  PgBlock *label = pg_label_block (voice, "role", group);
  row->before = pg_style (voice, "role")->before;
  if (label != NULL)
    label->keep_together = TRUE;
  if (label == NULL)
    {
      row->before = pg_space (voice, "group-before");
      pg_row_add (row, 0, voice->paper->text_width, persons_block (voice, group, voice->paper->text_width));
    }
  else if (count_people (group) == 0)
    add_item (voice, row, label, group, in_margin);
  else if (voice->paper->labels_above)
    add_label_above (voice, row, label, group);
  else
    {
      double x = in_margin ? -voice->paper->details_x : 0, persons_x = in_margin ? 0 : column + gutter;
      double width = voice->paper->text_width - persons_x;
      pg_row_add (row, x, column, label)->continued = pg_repeat (voice, label);
      pg_row_add (row, persons_x, width, persons_block (voice, group, width));
    }
  return row;
}

static PgBlock *
person_fact (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  PgBlock *line = pg_paragraph (voice, "head-value", &slot->place);
  pg_add_name (voice, line, "head-value", "head-value", person->honorific, pg_slot_name (slot, person));
  add_set_off (voice, line, "head-country",
               pg_party_block (voice, "head-country", organisation, pg_slot_country (slot, person)));
  add_set_off (voice, line, "head-position",
               pg_post_block (voice, "head-position", &slot->place, pg_slot_position (slot, person),
                              pg_organisation_besides (organisation)));
  add_note (voice, line, slot);
  return line;
}

PgBlock *
pg_group_fact (const PgVoice *voice, const PgGroup *group)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &group->place);
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; p < slot->people->len; p++)
        pg_block_add (stack, PG_STACKED (voice, person_fact, slot, g_ptr_array_index (slot->people, p)));
    }
  return stack->children->len > 0 ? stack : NULL;
}

/* "Seong Ju Park, OECD" */
static PgBlock *
person_line (const PgVoice *voice, const char *style, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  PgBlock *line = pg_paragraph (voice, style, &slot->place);
  pg_add_name (voice, line, style, style, person->honorific, pg_slot_name (slot, person));
  PgBlock *party = pg_party_block (voice, style, organisation, pg_slot_country (slot, person));
  pg_add_after (voice, line, "listed",
                organisation != NULL && !organisation->delegation
                    ? pg_say (voice, style, pg_organisation_short (organisation))
                    : party);
  return line;
}

/* Who speaks, by line, each once, whatever their parts. */
typedef struct
{
  const PgVoice *voice;
  PgBlock *stack;
  const char *style;
  GHashTable *seen;
} Lines;

static void
add_slot_lines (const Lines *lines, const PgSlot *slot)
{
  for (guint p = 0; p < slot->people->len; p++)
    if (g_hash_table_add (lines->seen, g_ptr_array_index (slot->people, p)))
      pg_block_add (lines->stack, person_line (lines->voice, lines->style, slot, g_ptr_array_index (slot->people, p)));
}

static void
add_group_lines (const Lines *lines, const GPtrArray *groups, gboolean is_talk)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        if (!is_talk || pg_slot_speaks (group, g_ptr_array_index (group->slots, s)))
          add_slot_lines (lines, g_ptr_array_index (group->slots, s));
    }
}

static void
add_topic_lines (const PgTopic *topic, gpointer data)
{
  add_group_lines (data, topic->groups, FALSE);
}

PgBlock *
pg_people_block (const PgVoice *voice, const char *style, const PgEntry *entry, double before)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Lines lines = { voice, pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place), style, seen };
  lines.stack->before = before;
  add_group_lines (&lines, entry->groups, FALSE);
  for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
    add_group_lines (&lines, ((const PgTalk *) g_ptr_array_index (entry->talks, t))->groups, TRUE);
  pg_each_topic (entry->topics, add_topic_lines, &lines);
  for (guint w = 0; entry->works != NULL && w < entry->works->len; w++)
    add_group_lines (&lines, ((const PgWork *) g_ptr_array_index (entry->works, w))->groups, FALSE);
  return lines.stack->children->len > 0 ? lines.stack : NULL;
}
