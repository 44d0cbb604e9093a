/* Enters: the paths of logos and photographs. Leaves: findings on those that are not there, or that nobody can hear. */
#include "check/parts.h"

#include "base/nearest.h"

#include <string.h>

/* More files than these in a folder are not searched for a name that is near. */
#define MAX_FILES 2000

/* The name in the file's folder that was probably meant, such as one in other capitals; free with g_free. */
static char *
near_file (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file), *wanted = g_path_get_basename (file);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && names->len < MAX_FILES && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_ascii_strcasecmp (name, wanted) == 0)
        return g_strdup (name);
      g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return g_strdup (pg_nearest_word (wanted, (const char *const *) names->pdata));
}

static void
check_image (const ProgrammeEvent *event, const char *path, const PgPlace *place, ProgrammeReport *report)
{
  if (path == NULL)
    return;
  if (event->folder == NULL)
    {
      pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place, "image-missing",
                     "the image \"%s\" cannot be read, since the event comes from no folder", path);
      return;
    }
  g_autofree char *file = g_build_filename (event->folder, path, NULL);
  if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return;
  g_autofree char *near = near_file (file);
  if (g_file_test (file, G_FILE_TEST_EXISTS))
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "image-missing", "\"%s\" is no file: name an image", path);
  else if (near != NULL)
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "image-missing",
                   "there is no file \"%s\" in the event's folder: did you mean \"%s\"?", path, near);
  else
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "image-missing",
                   "there is no file \"%s\" in the event's folder: put it there, or correct its name", path);
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
  check_image (event, event->logo, &event->logo_place, report);
  for (guint i = 0; i < event->organisations->len; i++)
    {
      const PgOrganisation *organisation = g_ptr_array_index (event->organisations, i);
      check_image (event, organisation->logo, &organisation->logo_place, report);
    }
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      check_image (event, person->photograph, &person->photograph_place, report);
    }
}
