/* A report: all that was found in an event in one run, each finding with its place in the file. */
#pragma once

#include <glib-object.h>
#include <programme/version.h>

G_BEGIN_DECLS

/**
 * ProgrammeSeverity:
 * @PROGRAMME_SEVERITY_NOTE: good to know
 * @PROGRAMME_SEVERITY_WARNING: probably not meant; the piece can be made
 * @PROGRAMME_SEVERITY_ERROR: the piece cannot be made from this
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_SEVERITY_NOTE,
  PROGRAMME_SEVERITY_WARNING,
  PROGRAMME_SEVERITY_ERROR
} ProgrammeSeverity;

/**
 * ProgrammeReport:
 *
 * An ordered list of findings. Ref-counted. Not to be used by two threads at once.
 *
 * Since: 0.1
 */
typedef struct ProgrammeReport ProgrammeReport;

/**
 * ProgrammeFinding:
 *
 * One finding; it belongs to its report.
 *
 * Since: 0.1
 */
typedef struct ProgrammeFinding ProgrammeFinding;

#define PROGRAMME_TYPE_REPORT (programme_report_get_type ())
PROGRAMME_API GType programme_report_get_type (void) G_GNUC_CONST;

/**
 * programme_report_new:
 *
 * Returns: (transfer full): an empty report
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeReport *programme_report_new (void);

/**
 * programme_report_ref:
 * @report: a report
 *
 * Returns: (transfer full): the same report
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeReport *programme_report_ref (ProgrammeReport *report);

/**
 * programme_report_unref:
 * @report: (transfer full): a report
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_report_unref (ProgrammeReport *report);

/**
 * programme_report_sort:
 * @report: a report
 *
 * Puts the findings in the order of their places: by file, line, column; those without a place last.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_report_sort (ProgrammeReport *report);

/**
 * programme_report_get_n_findings:
 * @report: a report
 *
 * Returns: how many findings it holds
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_report_get_n_findings (const ProgrammeReport *report);

/**
 * programme_report_get_finding:
 * @report: a report
 * @index: from 0 to one less than the number of findings
 *
 * Returns: (transfer none): the finding, valid while the report lives
 *
 * Since: 0.1
 */
PROGRAMME_API const ProgrammeFinding *programme_report_get_finding (const ProgrammeReport *report, guint index);

/**
 * programme_report_count:
 * @report: a report
 * @severity: the least severity that counts
 *
 * Returns: how many findings are at least that severe
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_report_count (const ProgrammeReport *report, ProgrammeSeverity severity);

/**
 * programme_finding_get_severity:
 * @finding: a finding
 *
 * Returns: how severe it is
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeSeverity programme_finding_get_severity (const ProgrammeFinding *finding);

/**
 * programme_finding_get_file:
 * @finding: a finding
 *
 * Returns: (transfer none) (nullable): the file's name as it was given, or %NULL
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_finding_get_file (const ProgrammeFinding *finding);

/**
 * programme_finding_get_line:
 * @finding: a finding
 *
 * Returns: the line, from 1, or 0 if the finding has no place
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_finding_get_line (const ProgrammeFinding *finding);

/**
 * programme_finding_get_column:
 * @finding: a finding
 *
 * Returns: the column in characters, from 1, or 0 if the finding has no place
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_finding_get_column (const ProgrammeFinding *finding);

/**
 * programme_finding_get_code:
 * @finding: a finding
 *
 * Returns: (transfer none): its code, a short word that does not change between versions, such as "room-overlap"
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_finding_get_code (const ProgrammeFinding *finding);

/**
 * programme_finding_get_message:
 * @finding: a finding
 *
 * Returns: (transfer none): what is wrong and what to do
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_finding_get_message (const ProgrammeFinding *finding);

/**
 * programme_finding_to_string:
 * @finding: a finding
 *
 * Returns: (transfer full): "file:line:column: severity: text [code]"
 *
 * Since: 0.1
 */
PROGRAMME_API char *programme_finding_to_string (const ProgrammeFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeReport, programme_report_unref)

G_END_DECLS
