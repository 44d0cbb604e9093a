/* Programmes that are no table: paragraphs that begin with a time, and what is below them. Enters: paragraphs. Leaves: rows. */
#pragma once

#include "import/format.h"

typedef struct PgParagraphs PgParagraphs;

PgParagraphs *pg_paragraphs_new (const PgForeign *foreign, const char *sheet);
void pg_paragraphs_free (PgParagraphs *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgParagraphs, pg_paragraphs_free)

/* A paragraph, from 1; is_heading: it looks like one. One without words parts what is before it from what follows. */
void pg_paragraphs_add (PgParagraphs *lines, guint number, const char *text, gboolean is_heading);

/* How many paragraphs begin with a time. */
guint pg_paragraphs_n (const PgParagraphs *lines);

/* Rows with a time and a title, in whose further lines the paragraphs below it are; days and headings are alone in theirs. What
   was guessed is told. */
PgRows *pg_paragraphs_rows (PgParagraphs *lines);
