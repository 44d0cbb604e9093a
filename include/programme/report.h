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

#define PROGRAMME_TYPE_SEVERITY (programme_severity_get_type ())
PROGRAMME_API GType programme_severity_get_type (void) G_GNUC_CONST;

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
 * One finding. It never changes. Ref-counted: it outlives its report for who holds a reference.
 *
 * Since: 0.1
 */
typedef struct ProgrammeFinding ProgrammeFinding;

/**
 * ProgrammePlace:
 *
 * A place in a file. It never changes. Ref-counted.
 *
 * Since: 0.2
 */
typedef struct ProgrammePlace ProgrammePlace;

#define PROGRAMME_TYPE_REPORT (programme_report_get_type ())
PROGRAMME_API GType programme_report_get_type (void) G_GNUC_CONST;

#define PROGRAMME_TYPE_FINDING (programme_finding_get_type ())
PROGRAMME_API GType programme_finding_get_type (void) G_GNUC_CONST;

#define PROGRAMME_TYPE_PLACE (programme_place_get_type ())
PROGRAMME_API GType programme_place_get_type (void) G_GNUC_CONST;

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
 * programme_report_add:
 * @report: a report
 * @finding: a finding, which is complete
 *
 * Adds a finding, for those who read other files and tell of them in the same report. What the report has already is not
 * added again, and beyond a thousand of one severity findings are counted alone.
 *
 * Returns: %TRUE if the report holds it now and did not before
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_report_add (ProgrammeReport *report, ProgrammeFinding *finding);

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
 * Returns: (transfer none): the finding, valid while the report lives, or longer with programme_finding_ref()
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeFinding *programme_report_get_finding (const ProgrammeReport *report, guint index);

/**
 * programme_report_get_n_dropped:
 * @report: a report
 *
 * A report holds a thousand findings of each severity. Those that come after them are counted, by
 * programme_report_count() too, and dropped.
 *
 * Returns: how many findings were dropped; 0: the report holds all
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_report_get_n_dropped (const ProgrammeReport *report);

/**
 * programme_report_count:
 * @report: a report
 * @severity: the least severity that counts
 *
 * Returns: how many findings are at least that severe, those that were dropped among them
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_report_count (const ProgrammeReport *report, ProgrammeSeverity severity);

/**
 * programme_finding_new:
 * @severity: how severe it is
 * @place: (nullable): where to look; %NULL: it is about no place
 * @code: a code of programme_code_list(), or a word of the caller's own
 * @message: what is wrong and what to do; control characters become spaces
 *
 * Makes a finding, for programme_report_add().
 *
 * Returns: (transfer full): a finding
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeFinding *programme_finding_new (ProgrammeSeverity severity, ProgrammePlace *place,
                                                       const char *code, const char *message);

/**
 * programme_finding_add_place:
 * @finding: a finding that is not complete yet
 * @place: another place that it concerns
 *
 * A finding has a hundred places at most.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_finding_add_place (ProgrammeFinding *finding, ProgrammePlace *place);

/**
 * programme_finding_set_fix:
 * @finding: a finding that is not complete yet
 * @fix: what was probably meant
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_finding_set_fix (ProgrammeFinding *finding, const char *fix);

/**
 * programme_finding_ref:
 * @finding: a finding
 *
 * Returns: (transfer full): the same finding
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeFinding *programme_finding_ref (ProgrammeFinding *finding);

/**
 * programme_finding_unref:
 * @finding: (transfer full): a finding
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_finding_unref (ProgrammeFinding *finding);

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
 * Returns: (transfer none) (nullable): the file's name as it was given, of the first place, or %NULL if it has none
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_finding_get_file (const ProgrammeFinding *finding);

/**
 * programme_finding_get_line:
 * @finding: a finding
 *
 * Returns: the line of the first place, from 1, or 0 if it has none
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_finding_get_line (const ProgrammeFinding *finding);

/**
 * programme_finding_get_column:
 * @finding: a finding
 *
 * Returns: the column of the first place in characters, from 1, or 0 if it has none
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
 * programme_finding_get_n_places:
 * @finding: a finding
 *
 * Returns: how many places it concerns, each with a file: 0 if it is about none, 2 and more where things contradict each
 *   other
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_finding_get_n_places (const ProgrammeFinding *finding);

/**
 * programme_finding_get_place:
 * @finding: a finding
 * @index: from 0 to one less than the number of places
 *
 * Returns: (transfer none): the place; the first is where to look
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePlace *programme_finding_get_place (const ProgrammeFinding *finding, guint index);

/**
 * programme_finding_get_id:
 * @finding: a finding
 *
 * Returns: (transfer none) (nullable): the id of what it is about, as the event's file gives it: a session, person, room,
 *   organisation or track; %NULL if that has none or is not known
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_finding_get_id (const ProgrammeFinding *finding);

/**
 * programme_finding_get_fix:
 * @finding: a finding
 *
 * Returns: (transfer none) (nullable): what was probably meant, to be written in place of what was found: "gutter" for
 *   "guter", "09:30" for "9.30"; %NULL if that is not known
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_finding_get_fix (const ProgrammeFinding *finding);

/**
 * programme_finding_to_string:
 * @finding: a finding
 *
 * Returns: (transfer full): "file:line:column: severity: text [code]", with the first place, or "file:cell: …". It is one line, also where
 *   the name of the file is not: control characters are spaces, and controls of direction are left out
 *
 * Since: 0.1
 */
PROGRAMME_API char *programme_finding_to_string (const ProgrammeFinding *finding);

/**
 * programme_place_new:
 * @file: the file's name
 * @line: the line or the row, from 1; 0: the file as a whole
 * @column: the column, from 1; 0 where @line is 0
 * @cell: (nullable): how a spreadsheet calls the place, such as "Participants!B7", or its sheet alone, "Participants!", whose cell @line
 *   and @column are; %NULL: it is no spreadsheet
 *
 * Returns: (transfer full): a place
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePlace *programme_place_new (const char *file, guint line, guint column, const char *cell);

/**
 * programme_place_ref:
 * @place: a place
 *
 * Returns: (transfer full): the same place
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePlace *programme_place_ref (ProgrammePlace *place);

/**
 * programme_place_unref:
 * @place: (transfer full): a place
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_place_unref (ProgrammePlace *place);

/**
 * programme_place_get_file:
 * @place: a place
 *
 * Returns: (transfer none): the file's name as it was given
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_place_get_file (const ProgrammePlace *place);

/**
 * programme_place_get_line:
 * @place: a place
 *
 * Returns: the line, from 1, or 0 if it is the file as a whole
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_place_get_line (const ProgrammePlace *place);

/**
 * programme_place_get_column:
 * @place: a place
 *
 * Returns: the column in characters, from 1, or 0 if it is the file as a whole
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_place_get_column (const ProgrammePlace *place);

/**
 * programme_place_get_cell:
 * @place: a place
 *
 * Returns: (transfer none) (nullable): how a spreadsheet calls it, such as "Participants!B7"; %NULL: it is in no spreadsheet
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_place_get_cell (const ProgrammePlace *place);

/**
 * programme_code_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): every code that a finding can have, by name
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_code_list (void);

/**
 * programme_code_describe:
 * @code: a code of a finding, such as "room-overlap"
 *
 * Returns: (transfer none) (nullable): a sentence on what it means and what to do; %NULL if there is no such code
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_code_describe (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeReport, programme_report_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeFinding, programme_finding_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammePlace, programme_place_unref)

G_END_DECLS
