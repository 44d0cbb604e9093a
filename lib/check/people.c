/* Enters: the people of an event. Leaves: findings on what a list of speakers wants of each who speaks. */
#include "check/parts.h"

#include <string.h>

#define MAX_TOLD 12 /* people of whom each gets a note of their own */

static void
add_speaker (const PgTurn *turn, const PgPerson *person, gpointer speakers)
{
  (void) turn;
  g_hash_table_add (speakers, (gpointer) person);
}

static GHashTable *
speakers_of (const ProgrammeEvent *event)
{
  GHashTable *speakers = g_hash_table_new (NULL, NULL);
  pg_each_of_groups (event->groups, add_speaker, speakers);
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      pg_each_of_groups (day->groups, add_speaker, speakers);
      for (guint j = 0; j < day->entries->len; j++)
        pg_each_speaker (g_ptr_array_index (day->entries, j), add_speaker, speakers);
    }
  return speakers;
}

static gboolean
has_family_name (const PgVersion *name)
{
  for (guint i = 0; i < name->n_spans; i++)
    if ((name->spans[i].flags & PG_SPAN_FAMILY) != 0)
      return TRUE;
  return FALSE;
}

/* A name of one word has nothing to mark. */
static void
check_family_names (const PgPerson *person, ProgrammeReport *report)
{
  for (guint i = 0; person->name != NULL && i < person->name->versions->len; i++)
    {
      const PgVersion *name = g_ptr_array_index (person->name->versions, i);
      if (!has_family_name (name) && name->sort == NULL && strchr (name->string, ' ') != NULL)
        pg_finding_set_id (pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &name->place, "no-family-name",
                                          "the family name of %s is not marked, so it is sorted by its first letter: "
                                          "write <family>…</family> round it",
                                          name->string),
                           person->id);
    }
}

/* Names whose order is guessed, in one finding. */
static void
check_order (const GPtrArray *guessed, ProgrammeReport *report)
{
  if (guessed->len == 0)
    return;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PgPlace));
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < guessed->len; i++)
    {
      const PgVersion *name = g_ptr_array_index (guessed, i);
      g_array_append_val (places, name->place);
      if (i < MAX_TOLD)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name->string);
    }
  if (guessed->len > MAX_TOLD)
    g_string_append_printf (names, " and %u more", guessed->len - MAX_TOLD);
  ProgrammeFinding *finding = pg_report_add (
      report, PROGRAMME_SEVERITY_NOTE, &g_array_index (places, PgPlace, 0), "guessed-order",
      "where %s stand%s in the list of speakers is guessed, because the characters do not tell how they "
      "are read: add reading=\"…\" to <name>",
      names->str, guessed->len == 1 ? "s" : "");
  pg_finding_add_places (finding, places);
}

static void
add_guessed (const PgPerson *person, GPtrArray *guessed)
{
  for (guint i = 0; person->name != NULL && i < person->name->versions->len; i++)
    {
      PgVersion *name = g_ptr_array_index (person->name->versions, i);
      if (pg_version_order_is_guessed (name))
        g_ptr_array_add (guessed, name);
    }
}

static void
report_lines (const GPtrArray *without, guint n_speakers, ProgrammeReport *report)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PgPlace));
  const PgPerson *first = g_ptr_array_index (without, 0);
  for (guint i = 0; i < without->len; i++)
    g_array_append_val (places, ((PgPerson *) g_ptr_array_index (without, i))->place);
  g_autofree char *list = pg_line_list (places);
  ProgrammeFinding *finding = pg_report_add (
      report, PROGRAMME_SEVERITY_NOTE, &first->place, "no-biography",
      "%u of the %u people who speak have no biography: add <biography> to those in lines %s if they are to be printed",
      without->len, n_speakers, list);
  pg_finding_add_places (finding, places);
}

/* Where nobody has a biography none is wanted of each; where some have, the list of speakers looks uneven. */
static void
check_biographies (const ProgrammeEvent *event, GHashTable *speakers, ProgrammeReport *report)
{
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  for (guint i = 0; i < event->people->len; i++)
    {
      PgPerson *person = g_ptr_array_index (event->people, i);
      if (person->biography == NULL && g_hash_table_contains (speakers, person))
        g_ptr_array_add (without, person);
    }
  guint n = g_hash_table_size (speakers);
  if (without->len == n && n > 1)
    {
      pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &event->place, "no-biography",
                     "none of the %u people who speak has a biography: add <biography> to each if they are to be "
                     "printed",
                     n);
      return;
    }
  if (without->len > MAX_TOLD)
    {
      report_lines (without, n, report);
      return;
    }
  for (guint i = 0; i < without->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (without, i);
      const PgVersion *name = pg_text_get (person->name, event->languages[0]);
      pg_finding_set_id (pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &person->place, "no-biography",
                                        "%s has no biography: add <biography> with a paragraph if it is to be printed",
                                        name != NULL ? name->string : person->id),
                         person->id);
    }
}

static void
check_same_name (GHashTable *names, const PgPerson *person, const PgVersion *name, ProgrammeReport *report)
{
  const PgPerson *other = g_hash_table_lookup (names, name->string);
  if (other == NULL)
    g_hash_table_insert (names, (gpointer) name->string, (gpointer) person);
  if (other == NULL || other->id == NULL)
    return;
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &person->place, "same-name",
                       "%s is also the name of \"%s\" in line %u: if they are one, write one and refer to it",
                       name->string, other->id, other->place.line);
  pg_finding_add_place (finding, &other->place);
  pg_finding_set_id (finding, person->id);
}

void
pg_check_speakers (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (GHashTable) speakers = speakers_of (event), names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) guessed = g_ptr_array_new ();
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      const PgVersion *name = pg_text_get (person->name, event->languages[0]);
      if (name != NULL)
        check_same_name (names, person, name, report);
      if (g_hash_table_contains (speakers, person))
        {
          check_family_names (person, report);
          add_guessed (person, guessed);
        }
    }
  check_order (guessed, report);
  check_biographies (event, speakers, report);
}
