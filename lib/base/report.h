/* Enters: what any room finds, with its place. Leaves: findings in a ProgrammeReport. */
#pragma once

#include <programme/error.h>
#include <programme/report.h>

/* A place in a file. The file's name is the arena's of whoever owns the place; line and column count from 1,
   the column in characters; line 0 means "nowhere". */
typedef struct
{
  const char *file;
  guint line;
  guint column;
} PgPlace;

/* Adds a finding and lends it, to be completed by the functions below at once and by nobody later. A NULL report is
   ignored, a NULL place means "nowhere"; the same finding at the same place is kept once; beyond PG_MAX_FINDINGS of its
   severity it is counted, not kept, so that notes leave room for errors. Whatever is not kept gives NULL. */
ProgrammeFinding *pg_report_add (ProgrammeReport *report, ProgrammeSeverity severity, const PgPlace *place,
                                 const char *code, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* What a finding may have besides; a NULL finding is ignored. Another place that it concerns, up to PG_MAX_PLACES; the id of
   what it is about; what was probably meant. NULL says nothing. */
void pg_finding_add_place (ProgrammeFinding *finding, const PgPlace *place);
void pg_finding_set_id (ProgrammeFinding *finding, const char *id);
void pg_finding_set_fix (ProgrammeFinding *finding, const char *fix);

/* Adds the findings of another report, or its errors alone, but for those that are there already; either may be NULL. What
   both have dropped is taken for the same. */
void pg_report_join (ProgrammeReport *report, const ProgrammeReport *more);
void pg_report_join_errors (ProgrammeReport *report, const ProgrammeReport *more);

/* Makes a message one line of valid UTF-8: what was cut within a character goes, and so do controls of direction; control
   characters and line separators become spaces.
   Findings are cleaned as they are added. */
void pg_message_clean (char *message);
