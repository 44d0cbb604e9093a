/* ProgrammeRun from within. Enters: an event, a piece, a list of people. Leaves: what is made for each of them, where it is written. */
#pragma once

#include "record-set.h"

#include <programme/kit.h>

struct ProgrammeRun
{
  gatomicrefcount refs;
  ProgrammeEvent *event;
  char *piece;
  ProgrammeTheme *theme;
  ProgrammeOptions *options; /* with people */
  guint n_records;           /* that were written last */
};

/* All of a run that is to be looked through; clear it. What is found goes into report. */
PgRecordSet pg_run_set (const ProgrammeRun *run, ProgrammeReport *report, GCancellable *cancellable);
