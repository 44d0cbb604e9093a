/* What is wanted. Enters: options by their place in the table. Leaves: their values, as the journey reads them. */
#pragma once

#include "base/limits.h"
#include "base/watch.h"
#include "font/bytes.h"
#include "option/option.h"

/* Of one option. What was given and cannot be is kept as its fault, for the check. */
typedef struct
{
  gboolean is_set;
  gint64 number; /* of a choice, a number, a date in seconds since 1970; a flag is 0 or 1 */
  char *text;    /* as programme_options_set() takes it */
  char **words;  /* the languages; else NULL */
  GError *fault; /* or NULL */
} PgValue;

struct ProgrammeOptions
{
  gatomicrefcount refs;
  PgValue values[PG_N_OPTIONS];
  GBytes *intent_bytes;    /* the output intent where it comes from memory; or NULL */
  GPtrArray *fonts;        /* PgFontBytes in the place of a folder; or NULL */
  ProgrammePeople *people; /* a list of them; or NULL */
  PgProgress *progress;    /* or NULL */
};

/* Reads a value. FALSE with PROGRAMME_ERROR_OPTION, whose message begins with the option's name, and names the values that the piece
   (NULL: any) takes; *value, which is empty before, stays so. */
gboolean pg_option_parse (const ProgrammeOption *option, const char *piece, const char *text, PgValue *value,
                          GError **error);
void pg_value_clear (PgValue *value);

/* "1.5mm,-2mm", in points. */
gboolean pg_offset_parse (const char *text, double *x, double *y);

/* "2x4". */
gboolean pg_grid_parse (const char *text, guint *columns, guint *rows);

/* Each takes NULL for options that ask for nothing, and gives the default of what is not set: 0 or NULL if it has none.
   Texts and languages are lent. */
gboolean pg_options_has (const ProgrammeOptions *options, PgOptionId id);
gint64 pg_options_number (const ProgrammeOptions *options, PgOptionId id);
PgLimits pg_options_limits (const ProgrammeOptions *options);
const char *pg_options_text (const ProgrammeOptions *options, PgOptionId id);
double pg_options_length (const ProgrammeOptions *options, PgOptionId id); /* in points */
/* The kinds of a piece that are asked for, as bits; else its first. */
guint pg_options_kinds (const ProgrammeOptions *options, const char *piece);
/* FALSE where no columns and rows are asked for. */
gboolean pg_options_grid (const ProgrammeOptions *options, PgOptionId id, guint *columns, guint *rows);
const char *const *pg_options_languages (const ProgrammeOptions *options);
const ProgrammePeople *pg_options_people (const ProgrammeOptions *options); /* lent, or NULL */
const GPtrArray *pg_options_font_bytes (const ProgrammeOptions *options);   /* lent, or NULL */
PgProgress *pg_options_progress (const ProgrammeOptions *options);          /* lent, or NULL */

/* A copy without what the piece (NULL: any) does not have, and without the progress function. */
ProgrammeOptions *pg_options_copy (const ProgrammeOptions *options, const char *piece);
