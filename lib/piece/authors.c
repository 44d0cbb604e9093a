/* Enters: the people of a talk, or those who lead a session of talks. Leaves: lines of their names, the one who presents set
   off, and of their affiliations, to which raised figures lead. */
#include "event/names.h"
#include "piece/authors.h"
#include "piece/persons.h"
#include "say/say.h"

#include <string.h>

#define SHORT_LABEL 8 /* characters that a label in the column of the numbers has at most */

/* Characters of an affiliation that stands on one line. */
#define SHORT_AFFILIATION 52

/* Between people on a line, and between affiliations. */
#define WHITE "\u2003\u2002"

gboolean
pg_says_otherwise (const PgVoice *voice, const PgText *text)
{
  if (!voice->is_second || voice->request->bilingual == PG_BILINGUAL_PARALLEL)
    return TRUE;
  const PgVersion *own = pg_text_lookup (text, voice->language);
  return own != NULL && own != pg_text_get (text, voice->original->language);
}

/* The name of an organisation, or what stands in the place of a country. */
static gboolean
calls_otherwise (const PgVoice *voice, const PgOrganisation *organisation)
{
  return organisation != NULL
         && (pg_says_otherwise (voice, organisation->name) || pg_says_otherwise (voice, organisation->short_name));
}

static gboolean
names_otherwise (const PgVoice *voice, const PgGroup *group)
{
  for (guint i = 0; i < group->slots->len; i++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, i);
      if (pg_says_otherwise (voice, slot->note))
        return TRUE;
      for (guint p = 0; p < slot->people->len; p++)
        if (pg_says_otherwise (voice, pg_slot_name (slot, g_ptr_array_index (slot->people, p))))
          return TRUE;
    }
  return FALSE;
}

/* What the second language leaves out. */
static PgBlock *
nothing (const PgVoice *voice, const PgPlace *place)
{
  return pg_block_new (voice->arena, PG_BLOCK_STACK, place);
}

/* Affiliations */

typedef struct
{
  const PgOrganisation *organisation; /* or NULL */
  const char *country;                /* or NULL */
} Affiliation;

typedef struct
{
  GArray *all;         /* Affiliation, each once, in the order of the names */
  GHashTable *numbers; /* what tells them apart: a number from 1 */
  gboolean is_shared;  /* by all, so that no figures are needed */
} Affiliations;

static guint
count_affiliations (const PgSlot *slot)
{
  return 1 + (slot->further_organisations != NULL ? slot->further_organisations->len : 0);
}

/* The first is the one that a person has everywhere else, too. */
static Affiliation
affiliation_at (const PgSlot *slot, const PgPerson *person, guint index)
{
  const PgOrganisation *organisation
      = index == 0 ? pg_slot_organisation (slot, person) : g_ptr_array_index (slot->further_organisations, index - 1);
  gboolean is_body = organisation != NULL && organisation->delegation; /* stands for its country itself */
  const char *country = index == 0 ? pg_slot_country (slot, person) : organisation->country;
  return (Affiliation){ organisation, is_body ? NULL : country };
}

/* What tells it apart, to be freed; NULL: there is none. */
static char *
key_of (Affiliation own)
{
  if (own.organisation == NULL && own.country == NULL)
    return NULL;
  return g_strdup_printf ("%p %s", (gconstpointer) own.organisation, own.country != NULL ? own.country : "");
}

static void
add_affiliation (Affiliations *affiliations, Affiliation affiliation)
{
  char *key = key_of (affiliation);
  if (key == NULL)
    affiliations->is_shared = FALSE;
  if (key == NULL || g_hash_table_contains (affiliations->numbers, key))
    {
      g_free (key);
      return;
    }
  g_array_append_val (affiliations->all, affiliation);
  g_hash_table_insert (affiliations->numbers, key, GUINT_TO_POINTER (affiliations->all->len));
}

static void
add_affiliations (Affiliations *affiliations, const PgSlot *slot, const PgPerson *person)
{
  for (guint i = 0; i < count_affiliations (slot); i++)
    add_affiliation (affiliations, affiliation_at (slot, person, i));
}

static Affiliations
affiliations_of (const PgTalk *talk)
{
  Affiliations affiliations = { g_array_new (FALSE, FALSE, sizeof (Affiliation)),
                                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), TRUE };
  for (guint g = 0; g < talk->groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (talk->groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          const PgSlot *slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; p < slot->people->len; p++)
            add_affiliations (&affiliations, slot, g_ptr_array_index (slot->people, p));
        }
    }
  affiliations.is_shared = affiliations.is_shared && affiliations.all->len == 1;
  return affiliations;
}

static void
affiliations_clear (Affiliations *affiliations)
{
  g_array_unref (affiliations->all);
  g_hash_table_unref (affiliations->numbers);
}

static void
add_raised (const PgVoice *voice, PgBlock *line, const char *figures)
{
  if (figures[0] == '\0')
    return;
  pg_add_figures (voice, line, NULL, pg_arena_strdup (voice->arena, figures));
  line->runs[line->n_runs - 1].flags = PG_RUN_SUPERSCRIPT;
}

/* What is short stands on one line where lines are long. */
static void
keep_on_line (const PgVoice *voice, PgBlock *line)
{
  glong length = 0;
  for (guint i = 0; i < line->n_runs; i++)
    length += g_utf8_strlen (line->runs[i].text, -1);
  for (guint i = 0; i < line->n_runs && length <= SHORT_AFFILIATION && !voice->is_small && !voice->paper->is_column;
       i++)
    {
      g_auto (GStrv) words = g_strsplit (line->runs[i].text, " ", -1);
      g_autofree char *text = g_strjoinv ("\u00a0", words);
      line->runs[i].text = pg_arena_strdup (voice->arena, text);
      line->runs[i].origins = NULL; /* the bytes are no longer those of the file */
    }
}

/* "Institute of Child Health, Łódź, Poland" */
static PgBlock *
affiliation_block (const PgVoice *voice, const Affiliation *affiliation, const PgPlace *place)
{
  static const char style[] = "talk-affiliation";
  PgBlock *party = pg_party_block (voice, style, affiliation->organisation, affiliation->country);
  const PgText *name = pg_organisation_besides (affiliation->organisation);
  PgBlock *line = pg_paragraph (voice, style, place);
  if (name == NULL)
    pg_add_runs (voice, line, party);
  pg_add_text (voice, line, NULL, name);
  if (name != NULL)
    pg_add_after (voice, line, "listed", party);
  keep_on_line (voice, line);
  return line;
}

static gboolean
affiliates_otherwise (const PgVoice *voice, const Affiliations *affiliations)
{
  for (guint i = 0; i < affiliations->all->len; i++)
    {
      const Affiliation *affiliation = &g_array_index (affiliations->all, Affiliation, i);
      if (affiliation->organisation == NULL || calls_otherwise (voice, affiliation->organisation))
        return TRUE;
    }
  return FALSE;
}

static PgBlock *
affiliations_block (const PgVoice *voice, const Affiliations *affiliations, const PgPlace *place)
{
  if (affiliations->all->len == 0)
    return NULL;
  if (!affiliates_otherwise (voice, affiliations))
    return nothing (voice, place);
  PgBlock *line = pg_paragraph (voice, "talk-affiliation", place);
  for (guint i = 0; i < affiliations->all->len; i++)
    {
      if (i > 0)
        pg_add_string (voice, line, NULL, WHITE);
      if (!affiliations->is_shared)
        {
          g_autofree char *number = g_strdup_printf ("%u", i + 1);
          add_raised (voice, line, number);
          pg_add_string (voice, line, NULL, "\u202f");
        }
      pg_add_runs (voice, line, affiliation_block (voice, &g_array_index (affiliations->all, Affiliation, i), place));
    }
  return line;
}

/* Authors */

/* "1,4" */
static char *
numbers_of (const Affiliations *affiliations, const PgSlot *slot, const PgPerson *person)
{
  GString *numbers = g_string_new (NULL);
  for (guint i = 0; i < count_affiliations (slot) && !affiliations->is_shared; i++)
    {
      g_autofree char *key = key_of (affiliation_at (slot, person, i));
      guint number = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (affiliations->numbers, key)) : 0;
      if (number > 0)
        g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? "," : "", number);
    }
  return g_string_free (numbers, FALSE);
}

static PgBlock *
author_block (const PgVoice *voice, const Affiliations *affiliations, const PgSlot *slot, const PgPerson *person)
{
  const char *style = slot->presenting ? "talk-presenter" : "talk-authors";
  PgBlock *name = pg_paragraph (voice, "talk-authors", &slot->place);
  pg_add_name (voice, name, style, style, NULL, pg_slot_name (slot, person));
  g_autofree char *numbers = numbers_of (affiliations, slot, person);
  add_raised (voice, name, numbers);
  return name;
}

/* Authors, speakers and presenters need no label in a talk. */
static gboolean
is_labelled (const PgGroup *group)
{
  const char *role = group->role;
  return group->label != NULL
         || (role != NULL && strcmp (role, "author") != 0 && strcmp (role, "speaker") != 0
             && strcmp (role, "presenter") != 0);
}

static PgBlock *
names_block (const PgVoice *voice, const Affiliations *affiliations, const PgGroup *group)
{
  if (!is_labelled (group) && !names_otherwise (voice, group))
    return nothing (voice, &group->place);
  PgBlock *line = pg_paragraph (voice, "talk-authors", &group->place);
  gboolean is_first = TRUE;
  if (is_labelled (group))
    {
      pg_add_runs (voice, line, pg_label_block (voice, "role", group));
      pg_add_string (voice, line, NULL, PG_NAME_GAP);
    }
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; p < slot->people->len; p++)
        {
          PgBlock *name = author_block (voice, affiliations, slot, g_ptr_array_index (slot->people, p));
          if (p + 1 == slot->people->len)
            pg_add_after (voice, name, "bracketed", pg_slot_note_block (voice, slot));
          if (is_first)
            pg_add_runs (voice, line, name);
          else
            pg_add_after (voice, line, "listed", name);
          is_first = FALSE;
        }
    }
  return is_first ? nothing (voice, &group->place) : line;
}

void
pg_add_authors (const PgVoice *voice, PgBlock *stack, const PgTalk *talk)
{
  Affiliations affiliations = affiliations_of (talk);
  for (guint g = 0; g < talk->groups->len; g++)
    pg_block_add (stack, names_block (voice, &affiliations, g_ptr_array_index (talk->groups, g)));
  pg_block_add (stack, affiliations_block (voice, &affiliations, &talk->place));
  affiliations_clear (&affiliations);
}

/* Those who lead a session */

gboolean
pg_group_is_lead (const PgGroup *group)
{
  for (guint s = 0; s < group->slots->len; s++)
    if (((const PgSlot *) g_ptr_array_index (group->slots, s))->minutes > 0)
      return FALSE;
  return group->slots->len > 0;
}

static void
add_lead (const PgVoice *voice, PgBlock *line, const PgSlot *slot, const PgPerson *person)
{
  if (line->n_runs > 0)
    pg_add_string (voice, line, NULL, WHITE);
  pg_add_name (voice, line, "talk-lead", "talk-lead", person->honorific, pg_slot_name (slot, person));
  PgBlock *party
      = pg_party_block (voice, "country", pg_slot_organisation (slot, person), pg_slot_country (slot, person));
  if (party == NULL)
    return;
  pg_add_string (voice, line, "country", PG_NAME_GAP);
  pg_add_runs (voice, line, party);
}

static gboolean
leads_otherwise (const PgVoice *voice, const PgGroup *group)
{
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; p < slot->people->len; p++)
        {
          const PgPerson *person = g_ptr_array_index (slot->people, p);
          if (pg_says_otherwise (voice, person->honorific)
              || calls_otherwise (voice, pg_slot_organisation (slot, person)))
            return TRUE;
        }
    }
  return names_otherwise (voice, group);
}

static PgBlock *
leads_block (const PgVoice *voice, const PgGroup *group)
{
  PgBlock *line = pg_paragraph (voice, "person", &group->place);
  for (guint s = 0; s < group->slots->len; s++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, s);
      for (guint p = 0; p < slot->people->len; p++)
        add_lead (voice, line, slot, g_ptr_array_index (slot->people, p));
      pg_add_after (voice, line, "bracketed", pg_slot_note_block (voice, slot));
    }
  return line->n_runs > 0 && leads_otherwise (voice, group) ? line : nothing (voice, &group->place);
}

gboolean
pg_lead_label_is_short (const PgVoice *voice, const PgGroup *group)
{
  const PgBlock *label = pg_label_block (voice, "role", group);
  return label == NULL || (label->n_runs == 1 && g_utf8_strlen (label->runs[0].text, -1) <= SHORT_LABEL);
}

PgBlock *
pg_lead_block (const PgVoice *voice, const PgGroup *group, double column)
{
  PgBlock *label = pg_label_block (voice, "role", group), *names = leads_block (voice, group);
  PgBlock *block = pg_block_new (voice->arena, column > 0 ? PG_BLOCK_ROW : PG_BLOCK_STACK, &group->place);
  block->before = pg_style (voice, "talk-lead")->before;
  block->keep_together = TRUE;
  if (column > 0)
    {
      pg_row_add (block, 0, column - pg_space (voice, "talk-gap"), label);
      pg_row_add (block, column, 0, names);
      return block;
    }
  if (label != NULL)
    label->keep_with_next = TRUE;
  pg_block_add (block, label);
  pg_block_add (block, names);
  return block;
}
