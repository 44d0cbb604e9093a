/* One file for the press with the pages of many. Enters: a document of records, or what they are made of. Leaves: PDF/VT-1. */
#pragma once

#include "record-set.h"

/* The records of a document; PG_RUN_BLOCK of them have fonts of their own. FALSE: the sink has failed. */
gboolean pg_run_produce (ProgrammeDocument *document, PgSink *sink);

/* Rows of a list, which are laid out as they are written. */
typedef struct
{
  PgRecordSet *set;  /* which is checked */
  const guint *rows; /* of it */
  guint n_rows;
  guint *n_pages;    /* of each row, which is told here */
  PgWatchPart share; /* of the whole work */
} PgRunRows;

/* A PgProduce of PgRunRows. */
gboolean pg_run_produce_rows (gpointer rows, PgSink *sink);
