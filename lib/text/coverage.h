/* What the font set covers on this machine, and whether that is enough for an event. Enters: texts and their languages.
   Leaves: lines for people to read, findings. */
#pragma once

#include "base/report.h"

/* A text to be set, or with an empty text a language of which all usual letters may come. */
typedef struct
{
  const char *language; /* BCP 47 */
  const char *text;
  gsize length; /* bytes */
  PgPlace place;
} PgNeed;

/* Lines: the scripts of the set with the families that set them and the packages that are missing; the languages that
   can be hyphenated; the fonts of folder (NULL: none; see pg_fonts_take), and for the languages of needs whether
   all their scripts can be set. A script that cannot be is an error "missing-font" where it first stands. NULL with
   PROGRAMME_ERROR_OPTION if there is no such folder. */
char *pg_coverage_describe (const char *folder, const PgNeed *needs, guint n_needs, ProgrammeReport *report,
                            GError **error);
