/* The list of people that a document is made for. Enters: options. Leaves: it in the request, and what is wrong with its rows. */
#include "guests.h"

#include "check/check.h"
#include "option/options.h"
#include "people.h"

static void
unref_people (gpointer people)
{
  programme_people_unref (people);
}

gboolean
pg_guests_take (ProgrammeDocument *document, const ProgrammeOptions *options, GError **error)
{
  const char *condition = pg_options_text (options, PG_OPTION_SELECT);
  if (pg_options_people (options) == NULL)
    return TRUE;
  ProgrammePeople *people = condition != NULL ? pg_people_select (options->people, condition, error)
                                              : programme_people_ref (options->people);
  if (people != NULL)
    pg_arena_defer (document->arena, unref_people, people);
  document->request.people = people;
  return people != NULL;
}

gboolean
pg_guests_check (const ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options,
                 const PgWorkshop *workshop, GError **error)
{
  const ProgrammePeople *people = document->request.people;
  if (people == NULL || workshop->rows_are_right)
    return TRUE;
  g_autoptr (ProgrammeReport) faults = programme_report_new ();
  pg_check_guests (document->event, people, faults);
  if (piece->is_for_one)
    pg_check_records (document->event, people, faults);
  programme_report_sort (faults);
  pg_report_join (workshop->report, faults);
  guint n = programme_report_count (faults, PROGRAMME_SEVERITY_ERROR);
  if (n == 0 || pg_options_number (options, PG_OPTION_DESPITE_ERRORS) != 0)
    return TRUE;
  g_autofree char *first = programme_finding_to_string (programme_report_get_finding (faults, 0));
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "the list of people has errors: %u; the first: %s", n,
               first);
  return FALSE;
}

gboolean
pg_guests_have_room (const ProgrammeDocument *document, const PgPiece *piece, GError **error)
{
  const ProgrammePeople *people = document->request.people;
  guint n = people != NULL ? programme_people_get_n (people) : 0;
  guint each = n > 0 && piece->pages_of_guest != NULL ? piece->pages_of_guest (&document->request) : 0;
  if (each == 0 || n <= document->max_pages / each)
    return TRUE;
  const ProgrammePlace *place = programme_people_get_place (people, document->max_pages / each);
  g_autofree char *where = place != NULL
                               ? g_strdup_printf ("%s:%u:%u", programme_place_get_file (place),
                                                  programme_place_get_line (place), programme_place_get_column (place))
                               : g_strdup (document->event->file);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_LAYOUT,
               "%s: the list has %u rows, each for %u %s at least, and the document may have %u: divide the list; "
               "--limits-pages=N allows more",
               where, n, each, each == 1 ? "page" : "pages", document->max_pages);
  return FALSE;
}
