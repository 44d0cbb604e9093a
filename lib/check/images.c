/* Enters: the paths of logos and photographs. Leaves: findings on those that cannot be drawn, or that nobody can hear. */
#include "check/parts.h"

/* id is that of whose image it is, or NULL. */
static void
check_image (const ProgrammeEvent *event, const char *path, const PgPlace *place, const char *id,
             ProgrammeReport *report)
{
  if (path != NULL)
    pg_pictures_check (event->pictures, path, place, id, report, NULL);
}

/* What is read in place of the event's logo. Those of organisations and the photographs are called by their names. */
static void
check_alternative (const ProgrammeEvent *event, ProgrammeReport *report)
{
  if (event->logo != NULL && event->logo_alt == NULL)
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &event->logo_place, "no-alternative",
                   "the image \"%s\" has an empty alt: say what it shows, such as alt=\"The network's emblem\"",
                   event->logo);
}

void
pg_check_images (const ProgrammeEvent *event, ProgrammeReport *report)
{
  check_alternative (event, report);
  check_image (event, event->logo, &event->logo_place, NULL, report);
  for (guint i = 0; i < event->organisations->len; i++)
    {
      const PgOrganisation *organisation = g_ptr_array_index (event->organisations, i);
      check_image (event, organisation->logo, &organisation->logo_place, organisation->id, report);
    }
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      check_image (event, person->photograph, &person->photograph_place, person->id, report);
    }
}
