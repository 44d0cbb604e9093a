/* The doors of event.h. Enters: an event's file. Leaves: the event, and what reading and checking found. */
#include <programme/event.h>

#include "base/file.h"
#include "base/limits.h"
#include "check/check.h"
#include "read/read.h"

ProgrammeEvent *
programme_event_read_bytes (GBytes *bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report,
                            GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  return pg_read_xml (bytes, name, files, report, error);
}

ProgrammeEvent *
programme_event_read_file (const char *path, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  char *data = NULL;
  gsize length = 0;
  if (!pg_file_read (path, PG_MAX_FILE_BYTES, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  return pg_read_xml (bytes, path, files, report, error);
}

void
programme_event_check (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_return_if_fail (event != NULL && report != NULL);
  pg_check_event (event, report);
}
