/* What a run found, and how it ends. Enters: reports and errors. Leaves: lines on standard error, and exit statuses. */
#pragma once

#include "arguments.h"

/* Tells of all findings, sorted by place, but of those that are quieter than is wanted. */
void print_findings (ProgrammeReport *report, const Arguments *arguments);
/* What a piece is not written for: errors, unless they are borne with. */
gboolean is_refused (const ProgrammeReport *report, const Arguments *arguments);
/* Whether an error is one of the findings, which is not said twice. */
gboolean is_said (const GError *error, const ProgrammeReport *report);
void print_error (const GError *error);
int status_of (const GError *error);
/* Says on standard error what went wrong; gives the exit status that belongs to it. */
int fail (const GError *error);
/* The same after what was found. */
int fail_with_findings (const GError *error, ProgrammeReport *report, const Arguments *arguments);
/* Says that findings kept it from writing. */
int refuse (void);

/* Text on standard output, or where the arguments say. */
int print (const char *text);
int write_text (const char *text, const Arguments *arguments);
