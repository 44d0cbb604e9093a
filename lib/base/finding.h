/* A finding from within. Enters: what report.c adds. Leaves: an object that outlives the report. Private to base/. */
#pragma once

#include "base/report.h"

struct ProgrammeFinding
{
  gatomicrefcount refs;
  ProgrammeSeverity severity;
  char *code, *message; /* the message is clean */
  GPtrArray *places;    /* ProgrammePlace* */
  char *id, *fix;       /* or NULL */
};

/* Takes the message, and cleans it. */
ProgrammeFinding *pg_finding_new (ProgrammeSeverity severity, const PgPlace *place, const char *code, char *message);
