/* Enters: a list of people, each of whom a piece is made for. Leaves: findings on what such a piece reads of its rows. */
#include "check/check.h"

#include "event/own.h"

#include <string.h>

/* What is said of a row; each finding is on one of its fields. */
typedef struct
{
  const ProgrammeEvent *event;
  const ProgrammePeople *people;
  guint row;
  ProgrammeReport *report;
} Check;

static void G_GNUC_PRINTF (5, 6)
    tell (const Check *check, ProgrammeSeverity severity, const char *of, const char *code, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  g_autofree char *message = g_strdup_vprintf (format, values);
  va_end (values);
  g_autoptr (ProgrammePlace) place = programme_people_get_field_place (check->people, check->row, of);
  if (place == NULL)
    place = programme_place_new ("", 0, 0, NULL);
  g_autoptr (ProgrammeFinding) finding = programme_finding_new (severity, place, code, message);
  programme_report_add (check->report, finding);
}

static const char *
field (const Check *check, const char *name)
{
  return programme_people_get (check->people, check->row, name);
}

static void
check_language (const Check *check)
{
  const char *tag = field (check, "language");
  gsize length = strlen (tag);
  for (guint i = 0; check->event->languages[i] != NULL; i++)
    {
      const char *language = check->event->languages[i];
      gboolean is_fuller = g_ascii_strncasecmp (language, tag, length) == 0 && language[length] == '-';
      if (length == 0 || is_fuller || g_ascii_strcasecmp (language, tag) == 0)
        return;
    }
  g_autofree char *all = g_strjoinv (", ", check->event->languages);
  tell (check, PROGRAMME_SEVERITY_ERROR, "language", "undeclared-language",
        "the event is not in the language “%.30s”: write one of its own, %s, or none for the first", tag, all);
}

static gboolean
shares_minutes (const PgOwn *a, const PgOwn *b)
{
  return a->day == b->day && !a->entry->without_times && !b->entry->without_times && a->entry->end > b->entry->start
         && b->entry->end > a->entry->start;
}

/* Nobody can be in two rooms at once; breaks and what has no end are left alone. */
static void
check_overlaps (const Check *check, const GArray *own)
{
  for (guint i = 1; i < own->len; i++)
    {
      const PgOwn *before = &g_array_index (own, PgOwn, i - 1), *one = &g_array_index (own, PgOwn, i);
      if (shares_minutes (before, one))
        tell (check, PROGRAMME_SEVERITY_WARNING, "sessions", "person-overlap",
              "two sessions of this person's run at the same time, \"%s\" and \"%s\": take one of them away if that is "
              "not meant",
              before->entry->number != NULL ? before->entry->number : before->entry->id,
              one->entry->number != NULL ? one->entry->number : one->entry->id);
    }
}

static void
free_string (gpointer string)
{
  g_free (string);
}

static void
check_sessions (const Check *check, GHashTable *people)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (free_string);
  const char *id = field (check, "person");
  const PgPerson *known = g_hash_table_lookup (people, id[0] != '\0' ? id : field (check, "name"));
  g_autoptr (GArray) own = pg_own_sessions (check->event, field (check, "sessions"), known, unknown);
  for (guint i = 0; i < unknown->len; i++)
    tell (check, PROGRAMME_SEVERITY_ERROR, "sessions", "unknown-reference",
          "no session has the id, the number or the title “%.60s”: correct it, or take it away; semicolons stand "
          "between sessions",
          (const char *) g_ptr_array_index (unknown, i));
  check_overlaps (check, own);
}

/* seen: ids to their rows, from 1. */
static void
check_id (const Check *check, GHashTable *seen)
{
  const char *id = field (check, "id");
  if (id[0] == '\0')
    return;
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (seen, id));
  if (other == 0)
    {
      g_hash_table_insert (seen, (gpointer) id, GUINT_TO_POINTER (check->row + 1));
      return;
    }
  const ProgrammePlace *place = programme_people_get_place (check->people, other - 1);
  tell (check, PROGRAMME_SEVERITY_ERROR, "id", "duplicate-id",
        "the id “%.60s” is that of line %u already: give each its own", id,
        place != NULL ? programme_place_get_line (place) : other);
}

/* The event's, by their ids and names; two of one name are nobody. */
static GHashTable *
people_of (const ProgrammeEvent *event)
{
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < event->people->len; i++)
    {
      PgPerson *person = g_ptr_array_index (event->people, i);
      for (guint v = 0; person->name != NULL && v < person->name->versions->len; v++)
        {
          const char *name = ((const PgVersion *) g_ptr_array_index (person->name->versions, v))->string;
          PgPerson *other = g_hash_table_lookup (people, name);
          g_hash_table_insert (people, (gpointer) name, other == NULL || other == person ? person : NULL);
        }
      if (person->id != NULL)
        g_hash_table_insert (people, (gpointer) person->id, person);
    }
  return people;
}

void
pg_check_records (const ProgrammeEvent *event, const ProgrammePeople *people, ProgrammeReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known = people_of (event);
  for (guint row = 0; row < programme_people_get_n (people); row++)
    {
      Check check = { event, people, row, report };
      check_language (&check);
      check_sessions (&check, known);
      check_id (&check, seen);
    }
}
