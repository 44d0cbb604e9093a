/* The doors of event.h. Enters: an event's file. Leaves: the event, and what reading and checking found. */
#include "event.h"

#include "base/file.h"
#include "check/check.h"
#include "kit-pieces.h"
#include "option/options.h"
#include "read/read.h"

ProgrammeEvent *
programme_event_read_bytes (GBytes *bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report,
                            GError **error)
{
  return programme_event_read_bytes_with_options (bytes, name, files, NULL, report, error);
}

ProgrammeEvent *
programme_event_read_bytes_with_options (GBytes *bytes, const char *name, ProgrammeFiles *files,
                                         const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  PgLimits limits = pg_options_limits (options);
  return pg_read_xml_within (bytes, name, files, &limits, report, error);
}

ProgrammeEvent *
programme_event_read_file (const char *path, ProgrammeReport *report, GError **error)
{
  return programme_event_read_file_with_options (path, NULL, report, error);
}

ProgrammeEvent *
programme_event_read_file_with_options (const char *path, const ProgrammeOptions *options, ProgrammeReport *report,
                                        GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  PgLimits limits = pg_options_limits (options);
  const char *option = pg_option (PG_OPTION_LIMITS_EVENT)->name;
  char *data = NULL;
  gsize length = 0;
  if (!pg_file_read (path, limits.event_bytes, option, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  return pg_read_xml_within (bytes, path, files, &limits, report, error);
}

/* What the checks find; the event's own. */
static const ProgrammeReport *
check_once (const ProgrammeEvent *event)
{
  PgEventFindings *findings = event->findings;
  g_mutex_lock (&findings->lock);
  if (findings->checked == NULL)
    {
      findings->checked = programme_report_new ();
      pg_check_event (event, findings->checked);
      pg_kit_check (event, findings->checked);
    }
  g_mutex_unlock (&findings->lock);
  return findings->checked;
}

void
programme_event_check (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_return_if_fail (event != NULL && report != NULL);
  pg_report_join (report, check_once (event));
}

guint
pg_event_tell_errors (const ProgrammeEvent *event, ProgrammeReport *report)
{
  const ProgrammeReport *found[] = { event->findings->read, check_once (event) };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      n += programme_report_count (found[i], PROGRAMME_SEVERITY_ERROR);
      pg_report_join_errors (report, found[i]);
    }
  return n;
}

gboolean
programme_event_has_errors (const ProgrammeEvent *event)
{
  g_return_val_if_fail (event != NULL, FALSE);
  return pg_event_tell_errors (event, NULL) > 0;
}
