/* Columns that say the same in several languages. Enters: headings such as title_en and 제목(국문). Leaves: the language of each,
   and the texts of a row in all of them. */
#pragma once

#include "import/columns.h"

/* The language that a heading names besides what is in the column, or NULL; rest gets the heading without it, free with
   g_free. */
const char *pg_heading_language (const char *heading, char **rest);

/* Whether a column is a field in another language than the first that has it; it is kept so then. */
gboolean pg_versions_take (PgColumns *columns, const PgRow *head, guint column, PgField field);

/* Makes the columns in the draft's first language the first ones; a draft without languages gets those of the columns. */
void pg_versions_settle (PgColumns *columns, PgDraft *draft);

/* Adds what a row has of a field in the other languages to a text that has the first. */
void pg_versions_add (const PgColumns *columns, const PgRow *row, PgField field, PgDraft *draft, GPtrArray **text);

/* The first of the other languages' cells that has something; "" if none has. */
const char *pg_versions_any (const PgColumns *columns, const PgRow *row, PgField field);
