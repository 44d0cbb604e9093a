/* What people and systems write above columns, in many languages. Enters: a heading. Leaves: the fields that it may be. */
#pragma once

#include "import/columns.h"

typedef struct PgHeadings PgHeadings;

/* All of them, read once and kept. */
const PgHeadings *pg_headings (void);

/* A bit for each field: 1 << PG_FIELD_NAME ...; 0 if it is not known. */
guint64 pg_headings_fields (const PgHeadings *headings, const char *heading);

/* A heading as it is compared: without case, spaces, signs and figures at its end. Free with g_free. */
char *pg_heading_plain (const char *heading);
