/* What people and systems write above columns, in many languages. Enters: a heading. Leaves: the fields that it may be. */
#pragma once

#include "import/columns.h"

typedef struct PgHeadings PgHeadings;

PgHeadings *pg_headings_new (void);
void pg_headings_free (PgHeadings *headings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgHeadings, pg_headings_free)

/* A bit for each field: 1 << PG_FIELD_NAME ...; 0 if it is not known. */
guint64 pg_headings_fields (const PgHeadings *headings, const char *heading);

/* A heading as it is compared: without case, spaces, signs and figures at its end. Free with g_free. */
char *pg_heading_plain (const char *heading);
