/* Enters: a list of people that a piece is made for. Leaves: findings on its rows, of all of them at once. */
#include "check/check.h"

static void
tell (const ProgrammePeople *people, guint row, ProgrammeReport *report, const char *code, const char *message)
{
  g_autoptr (ProgrammePlace) nowhere = NULL;
  ProgrammePlace *place = programme_people_get_place (people, row);
  if (place == NULL)
    place = nowhere = programme_place_new ("", 0, 0, NULL);
  g_autoptr (ProgrammeFinding) finding = programme_finding_new (PROGRAMME_SEVERITY_ERROR, place, code, message);
  programme_report_add (report, finding);
}

static GHashTable *
ids_of (const ProgrammeEvent *event)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      if (person->id != NULL)
        g_hash_table_add (ids, (gpointer) person->id);
    }
  return ids;
}

void
pg_check_guests (const ProgrammeEvent *event, const ProgrammePeople *people, ProgrammeReport *report)
{
  g_autoptr (GHashTable) ids = ids_of (event);
  for (guint row = 0; row < programme_people_get_n (people); row++)
    {
      const char *id = programme_people_get (people, row, "person");
      gboolean is_known = id[0] != '\0' && g_hash_table_contains (ids, id);
      if (id[0] != '\0' && !is_known)
        {
          g_autofree char *message = g_strdup_printf (
              "nobody in the event has the id “%.60s”: correct it, or leave it out for somebody who has no part", id);
          tell (people, row, report, "unknown-reference", message);
        }
      if (programme_people_get (people, row, "name")[0] == '\0' && !is_known)
        tell (people, row, report, "no-name", "this person has no name: add it, or take the person out of the list");
    }
}
