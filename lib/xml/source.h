/* Enters: the bytes of a file in any usual encoding. Leaves: UTF-8, and the line and column of each byte of it. */
#pragma once

#include "base/limits.h"
#include "base/report.h"

typedef struct
{
  const char *name;       /* what findings call it; borrowed */
  const PgLimits *limits; /* borrowed */
  char *text;             /* UTF-8 without a byte order mark, lines end with LF, NUL after it */
  gsize length;
  gsize last_offset; /* the last place asked for, from where the next one is counted */
  guint last_line, last_column;
} PgSource;

/* Decodes data by its byte order mark or XML declaration. FALSE after a finding and an error. */
gboolean pg_source_init (PgSource *source, const char *name, const char *data, gsize length, const PgLimits *limits,
                         ProgrammeReport *report, GError **error);
void pg_source_clear (PgSource *source);

/* The place of the byte at offset. Rising offsets cost time linear in the file, all together. */
PgPlace pg_source_place (PgSource *source, gsize offset);

/* One fault that ends reading: an error finding and a GError that say the same. The finding is lent as pg_report_add lends
   it. */
ProgrammeFinding *pg_read_fail (ProgrammeReport *report, const PgPlace *place, const char *code, GError **error,
                                const char *format, ...) G_GNUC_PRINTF (5, 6);
