/* Enters: what any room finds, with its place. Leaves: the findings of a ProgrammeReport, in order. */
#include "base/report.h"

#include "base/finding.h"
#include "base/limits.h"

struct ProgrammeReport
{
  gatomicrefcount refs;
  GPtrArray *findings;
  GHashTable *seen; /* the findings as strings */
  guint kept[PROGRAMME_SEVERITY_ERROR + 1], dropped[PROGRAMME_SEVERITY_ERROR + 1];
};

G_DEFINE_BOXED_TYPE (ProgrammeReport, programme_report, programme_report_ref, programme_report_unref)
G_DEFINE_QUARK (programme_error, programme_error)

static void
drop_finding (gpointer finding)
{
  programme_finding_unref (finding);
}

ProgrammeReport *
programme_report_new (void)
{
  ProgrammeReport *report = g_new0 (ProgrammeReport, 1);
  g_atomic_ref_count_init (&report->refs);
  report->findings = g_ptr_array_new_with_free_func (drop_finding);
  report->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return report;
}

ProgrammeReport *
programme_report_ref (ProgrammeReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_atomic_ref_count_inc (&report->refs);
  return report;
}

void
programme_report_unref (ProgrammeReport *report)
{
  g_return_if_fail (report != NULL);
  if (!g_atomic_ref_count_dec (&report->refs))
    return;
  g_ptr_array_unref (report->findings);
  g_hash_table_unref (report->seen);
  g_free (report);
}

static gboolean
is_kept (const ProgrammeReport *report, const ProgrammeFinding *finding)
{
  g_autofree char *key = programme_finding_to_string (finding);
  return g_hash_table_contains (report->seen, key);
}

/* FALSE if the report has it already. */
static gboolean
keep (ProgrammeReport *report, ProgrammeFinding *finding)
{
  char *key = programme_finding_to_string (finding);
  if (!g_hash_table_add (report->seen, key))
    return FALSE;
  report->kept[finding->severity]++;
  g_ptr_array_add (report->findings, programme_finding_ref (finding));
  return TRUE;
}

ProgrammeFinding *
pg_report_add (ProgrammeReport *report, ProgrammeSeverity severity, const PgPlace *place, const char *code,
               const char *format, ...)
{
  if (report == NULL)
    return NULL;
  va_list args;
  va_start (args, format);
  char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (ProgrammeFinding) finding = pg_finding_new (severity, place, code, message);
  return programme_report_add (report, finding) ? finding : NULL;
}

gboolean
programme_report_add (ProgrammeReport *report, ProgrammeFinding *finding)
{
  g_return_val_if_fail (report != NULL && finding != NULL, FALSE);
  if (report->kept[finding->severity] < PG_MAX_FINDINGS)
    return keep (report, finding);
  report->dropped[finding->severity]++;
  return FALSE;
}

static void
join (ProgrammeReport *report, const ProgrammeReport *more, ProgrammeSeverity least)
{
  if (report == NULL || more == NULL)
    return;
  for (guint i = 0; i < more->findings->len; i++)
    {
      ProgrammeFinding *finding = g_ptr_array_index (more->findings, i);
      if (finding->severity < least)
        continue;
      if (report->kept[finding->severity] < PG_MAX_FINDINGS)
        keep (report, finding);
      else if (!is_kept (report, finding))
        report->dropped[finding->severity]++;
    }
  for (guint level = least; level <= PROGRAMME_SEVERITY_ERROR; level++)
    report->dropped[level] = MAX (report->dropped[level], more->dropped[level]);
}

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

void
pg_report_join (ProgrammeReport *report, const ProgrammeReport *more)
{
  join (report, more, PROGRAMME_SEVERITY_NOTE);
}

void
pg_report_join_errors (ProgrammeReport *report, const ProgrammeReport *more)
{
  join (report, more, PROGRAMME_SEVERITY_ERROR);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ProgrammeFinding *left = *(ProgrammeFinding *const *) a, *right = *(ProgrammeFinding *const *) b;
  guint line = programme_finding_get_line (left), other = programme_finding_get_line (right);
  if ((line > 0) != (other > 0))
    return line > 0 ? -1 : 1;
  int by_file = g_strcmp0 (programme_finding_get_file (left), programme_finding_get_file (right));
  if (by_file != 0)
    return by_file;
  if (line != other)
    return compare_numbers (line, other);
  return compare_numbers (programme_finding_get_column (left), programme_finding_get_column (right));
}

void
programme_report_sort (ProgrammeReport *report)
{
  g_return_if_fail (report != NULL);
  g_ptr_array_sort (report->findings, compare_places); /* which is stable */
}

guint
programme_report_get_n_findings (const ProgrammeReport *report)
{
  g_return_val_if_fail (report != NULL, 0);
  return report->findings->len;
}

ProgrammeFinding *
programme_report_get_finding (const ProgrammeReport *report, guint index)
{
  g_return_val_if_fail (report != NULL && index < report->findings->len, NULL);
  return g_ptr_array_index (report->findings, index);
}

guint
programme_report_get_n_dropped (const ProgrammeReport *report)
{
  g_return_val_if_fail (report != NULL, 0);
  guint n = 0;
  for (guint level = 0; level < G_N_ELEMENTS (report->dropped); level++)
    n += report->dropped[level];
  return n;
}

guint
programme_report_count (const ProgrammeReport *report, ProgrammeSeverity severity)
{
  g_return_val_if_fail (report != NULL, 0);
  guint count = 0;
  for (guint level = severity; level < G_N_ELEMENTS (report->kept); level++)
    count += report->kept[level] + report->dropped[level];
  return count;
}
