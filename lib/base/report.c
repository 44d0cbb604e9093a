/* Enters: what any room finds, with its place. Leaves: the findings of a ProgrammeReport, in order. */
#include "base/report.h"

#include "base/limits.h"

#include <string.h>

struct ProgrammeFinding
{
  ProgrammeSeverity severity;
  char *file;
  guint line, column, order;
  char *code, *message;
};

struct ProgrammeReport
{
  gatomicrefcount refs;
  GPtrArray *findings;
  GHashTable *seen; /* the findings as strings */
  guint counts[PROGRAMME_SEVERITY_ERROR + 1];
};

G_DEFINE_BOXED_TYPE (ProgrammeReport, programme_report, programme_report_ref, programme_report_unref)
G_DEFINE_QUARK (programme_error, programme_error)

static void
finding_free (gpointer data)
{
  ProgrammeFinding *finding = data;
  g_free (finding->file);
  g_free (finding->code);
  g_free (finding->message);
  g_free (finding);
}

ProgrammeReport *
programme_report_new (void)
{
  ProgrammeReport *report = g_new0 (ProgrammeReport, 1);
  g_atomic_ref_count_init (&report->refs);
  report->findings = g_ptr_array_new_with_free_func (finding_free);
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

void
pg_message_clean (char *message)
{
  char *to = message;
  for (const char *from = message; *from != '\0';)
    {
      gunichar character = g_utf8_get_char_validated (from, -1);
      if (character >= (gunichar) -2)
        {
          from++;
          continue;
        }
      const char *next = g_utf8_next_char (from);
      if (g_unichar_iscntrl (character))
        *to++ = ' ';
      else
        {
          memmove (to, from, (gsize) (next - from));
          to += next - from;
        }
      from = next;
    }
  *to = '\0';
}

void
pg_report_add (ProgrammeReport *report, ProgrammeSeverity severity, const PgPlace *place, const char *code,
               const char *format, ...)
{
  if (report == NULL)
    return;
  if (report->counts[severity] >= PG_MAX_FINDINGS)
    {
      report->counts[severity]++;
      return;
    }
  ProgrammeFinding *finding = g_new0 (ProgrammeFinding, 1);
  finding->severity = severity;
  finding->file = place != NULL ? g_strdup (place->file) : NULL;
  finding->line = place != NULL ? place->line : 0;
  finding->column = place != NULL ? place->column : 0;
  finding->order = report->findings->len;
  finding->code = g_strdup (code);
  va_list args;
  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  pg_message_clean (finding->message);

  char *key = programme_finding_to_string (finding);
  if (!g_hash_table_add (report->seen, key))
    {
      finding_free (finding);
      return;
    }
  report->counts[severity]++;
  g_ptr_array_add (report->findings, finding);
}

void
pg_report_join (ProgrammeReport *report, const ProgrammeReport *more)
{
  for (guint i = 0; more != NULL && i < more->findings->len; i++)
    {
      const ProgrammeFinding *finding = g_ptr_array_index (more->findings, i);
      PgPlace place = { finding->file, finding->line, finding->column };
      pg_report_add (report, finding->severity, &place, finding->code, "%s", finding->message);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ProgrammeFinding *left = *(ProgrammeFinding *const *) a, *right = *(ProgrammeFinding *const *) b;
  gboolean left_placed = left->line > 0, right_placed = right->line > 0;
  if (left_placed != right_placed)
    return left_placed ? -1 : 1;
  int by_file = g_strcmp0 (left->file, right->file);
  if (by_file != 0)
    return by_file;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

void
programme_report_sort (ProgrammeReport *report)
{
  g_return_if_fail (report != NULL);
  g_ptr_array_sort (report->findings, compare_places);
}

guint
programme_report_get_n_findings (const ProgrammeReport *report)
{
  g_return_val_if_fail (report != NULL, 0);
  return report->findings->len;
}

const ProgrammeFinding *
programme_report_get_finding (const ProgrammeReport *report, guint index)
{
  g_return_val_if_fail (report != NULL && index < report->findings->len, NULL);
  return g_ptr_array_index (report->findings, index);
}

guint
programme_report_count (const ProgrammeReport *report, ProgrammeSeverity severity)
{
  g_return_val_if_fail (report != NULL, 0);
  guint count = 0;
  for (int level = PROGRAMME_SEVERITY_ERROR; level >= (int) severity; level--)
    count += report->counts[level];
  return count;
}

ProgrammeSeverity
programme_finding_get_severity (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, PROGRAMME_SEVERITY_NOTE);
  return finding->severity;
}

const char *
programme_finding_get_file (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->file;
}

guint
programme_finding_get_line (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);
  return finding->line;
}

guint
programme_finding_get_column (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);
  return finding->column;
}

const char *
programme_finding_get_code (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->code;
}

const char *
programme_finding_get_message (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->message;
}

char *
programme_finding_to_string (const ProgrammeFinding *finding)
{
  static const char *const names[] = { "note", "warning", "error" };
  g_return_val_if_fail (finding != NULL, NULL);
  GString *string = g_string_new (NULL);
  if (finding->file != NULL)
    g_string_append_printf (string, "%s:", finding->file);
  if (finding->line > 0)
    g_string_append_printf (string, "%u:%u:", finding->line, finding->column);
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append_printf (string, "%s: %s [%s]", names[finding->severity], finding->message, finding->code);
  return g_string_free (string, FALSE);
}
