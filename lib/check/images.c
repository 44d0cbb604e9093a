/* Enters: the paths of logos, photographs and images in texts. Leaves: findings on those that cannot be drawn, or that nobody can hear. */
#include "check/parts.h"

#include "event/printed.h"

/* id is that of whose image it is, or NULL. */
static void
check_image (const ProgrammeEvent *event, const char *path, const PgPlace *place, const char *id,
             ProgrammeReport *report)
{
  if (path != NULL)
    pg_pictures_check (event->pictures, path, place, id, report, NULL);
}

/* What is read in its place. The logos of organisations and the photographs are called by their names. */
static void
check_alternative (const char *path, const char *alternative, const PgPlace *place, const char *example,
                   ProgrammeReport *report)
{
  if (path != NULL && alternative == NULL)
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "no-alternative",
                   "the image \"%s\" has an empty alt: say what it shows, such as alt=\"%s\"", path, example);
}

/* Where images in texts are looked for. */
typedef struct
{
  const ProgrammeEvent *event;
  ProgrammeReport *report;
} Search;

static void
check_part (const PgBodyPart *part, gpointer data)
{
  const Search *search = data;
  check_alternative (part->path, part->alt, &part->place, "The way to the hall", search->report);
  check_image (search->event, part->path, &part->place, NULL, search->report);
}

void
pg_check_images (const ProgrammeEvent *event, ProgrammeReport *report)
{
  Search search = { event, report };
  check_alternative (event->logo, event->logo_alt, &event->logo_place, "The network's emblem", report);
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
  for (guint i = 0; i < event->booklet->len; i++)
    {
      const PgBookletPart *part = g_ptr_array_index (event->booklet, i);
      check_image (event, part->picture, &part->picture_place, NULL, report);
    }
  pg_event_each_part (event, check_part, &search);
}
