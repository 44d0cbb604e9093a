/* The doors of event.h. Enters: an event's file. Leaves: the event, and what reading and checking found. */
#include <programme/event.h>

#include "base/file.h"
#include "base/limits.h"
#include "check/check.h"
#include "read/read.h"

#include <string.h>

ProgrammeEvent *
programme_event_read_data (const char *data, gssize length, const char *name, const char *folder,
                           ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (data != NULL && name != NULL, NULL);
  gsize size = length < 0 ? strlen (data) : (gsize) length;
  return pg_read_xml (data, size, name, folder, report, error);
}

ProgrammeEvent *
programme_event_read_file (const char *path, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *data = NULL, *folder = g_path_get_dirname (path);
  gsize length = 0;
  if (!pg_file_read (path, PG_MAX_FILE_BYTES, &data, &length, error))
    return NULL;
  return pg_read_xml (data, length, path, folder, report, error);
}

void
programme_event_check (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_return_if_fail (event != NULL && report != NULL);
  pg_check_event (event, report);
}
