/* The list of a kit's files. Enters: files that were made. Leaves: rows for people, and print-list.csv. */
#pragma once

#include "option/options.h"
#include "piece/pieces.h"
#include "say/request.h"

#define PG_PRINT_LIST "print-list.csv"

PgPrintRow *pg_print_row_new (void);
void pg_print_row_free (gpointer row);

/* What a file that was written is: its pages, paper, sides. piece may be NULL: one that goes with the kit. FALSE with
   PROGRAMME_ERROR_READ. */
gboolean pg_print_row_look (PgPrintRow *row, const char *path, const PgPiece *piece, const ProgrammeOptions *options,
                            GError **error);

/* The text of the list; made says when each file was made, by its name (gint64*). Free with g_free. */
char *pg_print_list_text (const GPtrArray *rows, GHashTable *made);

/* When the files of a list that is in a folder were made: name to gint64*; empty where there is none. Free with
   g_hash_table_unref. */
GHashTable *pg_print_list_read (const char *folder);
