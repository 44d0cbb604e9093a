/* Enters: a list of people that a piece is made for. Leaves: findings on its rows, of all of them at once. */
#include "check/check.h"

static void tell_row (const ProgrammePeople *people, guint row, const char *of, ProgrammeReport *report,
                      const char *code, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* Of a field. */
static void
tell_row (const ProgrammePeople *people, guint row, const char *of, ProgrammeReport *report, const char *code,
          const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (ProgrammePlace) place = programme_people_get_field_place (people, row, of);
  if (place == NULL)
    place = programme_place_new ("", 0, 0, NULL);
  pg_message_clean (message);
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

static void
check_category (const ProgrammeEvent *event, const ProgrammePeople *people, guint row, ProgrammeReport *report)
{
  const char *category = programme_people_get (people, row, "category");
  guint index;
  if (category[0] != '\0' && event->categories->len > 0 && pg_event_find_category (event, category, &index) == NULL)
    tell_row (people, row, "category", report, "unknown-category",
              "the event has no category “%.60s”: correct it, or add it to its <categories>", category);
}

static void
check_photograph (const ProgrammeEvent *event, const ProgrammePeople *people, guint row, ProgrammeReport *report)
{
  const char *photograph = programme_people_get (people, row, "photograph");
  const ProgrammePlace *place = programme_people_get_place (people, row);
  if (photograph[0] == '\0' || place == NULL)
    return;
  g_autofree char *path = pg_event_path_beside (event, programme_place_get_file (place), photograph);
  if (path == NULL)
    tell_row (
        people, row, "photograph", report, "bad-photograph",
        "the list is in another folder than the event, so that its photographs cannot be found: move the list and what "
        "it names into the event's folder");
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
        tell_row (people, row, "person", report, "unknown-reference",
                  "nobody in the event has the id “%.60s”: correct it, or leave it out for somebody who has no part",
                  id);
      if (programme_people_get (people, row, "name")[0] == '\0' && !is_known)
        tell_row (people, row, "name", report, "no-name",
                  "this person has no name: add it, or take the person out of the list");
      check_category (event, people, row, report);
      check_photograph (event, people, row, report);
    }
}
