/* A theme: named styles, lengths, colours and words from a key file. Enters: a name or a file. Leaves: all looks. */
#pragma once

#include "base/report.h"
#include "theme/style.h"

#include <programme/theme.h>

typedef struct
{
  double thickness;
  PgColour colour;
  double second, gap; /* of a double rule: the lower line's thickness, the white between; 0: a single rule */
} PgRule;

/* How a script is set. */
typedef struct
{
  double scale;         /* of its letters in a second language, of the size of the first */
  double share;         /* of the width of two columns, where that of Latin is 1 */
  double leading;       /* least leading of running text, em */
  double title_leading; /* and of titles */
} PgScript;

/* The files that it was read from, its own and those that it extends, NULL at the end. */
const char *const *pg_theme_files (const ProgrammeTheme *theme);

/* The same theme for those who see little: with large print, in black and white, or both; a new reference to theme itself
   for neither. */
ProgrammeTheme *pg_theme_new_edition (ProgrammeTheme *theme, gboolean large_print, gboolean contrast);

/* Each lends what the theme's file says. The names are the program's own: one that no built-in theme has is a
   programmer's mistake and is reported with g_critical (a harmless default comes back). */
const PgStyle *pg_theme_style (const ProgrammeTheme *theme, const char *name);
gboolean pg_theme_has_style (const ProgrammeTheme *theme, const char *name);
const PgRule *pg_theme_rule (const ProgrammeTheme *theme, const char *name);
const PgScript *pg_theme_script (const ProgrammeTheme *theme, const char *script); /* ISO 15924; else that of Latn */
double pg_theme_length (const ProgrammeTheme *theme, const char *group, const char *key); /* pt */
/* Several numbers, in their order; free with g_free. */
double *pg_theme_numbers (const ProgrammeTheme *theme, const char *group, const char *key, guint *n);
const PgColour *pg_theme_colour (const ProgrammeTheme *theme, const char *name);
gboolean pg_theme_has_key (const ProgrammeTheme *theme, const char *group, const char *key);
const char *pg_theme_word (const ProgrammeTheme *theme, const char *group, const char *key);
gboolean pg_theme_is (const ProgrammeTheme *theme, const char *group, const char *key, const char *word);
