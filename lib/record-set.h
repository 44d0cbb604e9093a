/* Enters: an event, a list of people, what is wanted of it. Leaves: its rows, looked through, ready to be made one by one; and what
   each of them comes from, by which what is there already is known again. */
#pragma once

#include "document.h"

#include <programme/people.h>

#define PG_RECORD_TABLE "records.csv"
#define PG_RECORD_HEAD "record,key,file,pages,sha256\r\n"

typedef struct
{
  ProgrammeEvent *event;
  const char *piece;
  ProgrammeTheme *theme;
  const ProgrammeOptions *options;
  const ProgrammePeople *people; /* of the options */
  gboolean is_one_file;          /* that they go into, or a few */
  ProgrammeReport *report;
  PgWatch watch;
  PgWorkshop workshop;
  GArray *rows;             /* guint, from 0: those that are wanted */
  guint first_row;          /* that is wanted, of all shards */
  guint shard, n_shards;    /* from 1 */
  ProgrammeDocument *first; /* the first row's; from the check on */
  GChecksum *origin;        /* of all that they have in common */
} PgRecordSet;

/* What stands before the workshop must be set, but for the people. FALSE with PROGRAMME_ERROR_OPTION. */
gboolean pg_record_set_open (PgRecordSet *set, GError **error);
void pg_record_set_clear (PgRecordSet *set);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PgRecordSet, pg_record_set_clear)

/* All that can be found is looked for before the first file is written. */
gboolean pg_record_set_check (PgRecordSet *set, GError **error);

/* The document of some rows. */
ProgrammeDocument *pg_record_set_document (PgRecordSet *set, const guint *rows, guint n, GError **error);

/* What a row's file comes from, and its line in the table of all files; free with g_free. */
char *pg_record_set_sum (const PgRecordSet *set, guint row);
char *pg_record_set_line (const PgRecordSet *set, guint row, const char *name, guint n_pages, const char *sum);

/* By row, from 1, what lines of an earlier run say; one that was cut off says nothing. Free with g_hash_table_unref. */
GHashTable *pg_record_table_read (const char *path);
