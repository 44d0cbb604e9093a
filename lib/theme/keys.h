/* Enters: the text of a theme's file. Leaves: its keys in their order, each with its place; findings on what is none.
   Private to theme/. */
#pragma once

#include "base/arena.h"
#include "base/report.h"

typedef struct
{
  const char *group, *key, *value; /* without white space around them */
  PgPlace place, value_place;
} PgThemeKey;

/* Where the faults of a theme go: all into the report, which may be NULL; the first into the error, too. */
typedef struct
{
  ProgrammeReport *report;
  GError **error;
  guint n; /* how many there were */
} PgThemeFaults;

/* An error finding, lent as pg_report_add lends it. */
ProgrammeFinding *pg_theme_fault (PgThemeFaults *faults, const PgPlace *place, const char *code, const char *format,
                                  ...) G_GNUC_PRINTF (4, 5);

/* PgThemeKey*, all from the arena; file is the name for findings, and stays borrowed. NULL after a fault that makes it no
   theme at all: it has no [theme]. */
GPtrArray *pg_theme_keys_read (PgArena *arena, const char *file, GBytes *bytes, PgThemeFaults *faults);
