/* What writes events for other systems. Enters: an outline. Leaves: a file in one of the formats. A new format is a file with
   such a function and a line in export.c. */
#pragma once

#include "import/outline.h"

/* Each gives the whole file, to be freed with g_free. */
char *pg_write_schedule_xml (const PgOutline *outline);
char *pg_write_schedule_json (const PgOutline *outline);
char *pg_write_ics (const PgOutline *outline);
char *pg_write_xcal (const PgOutline *outline);
char *pg_write_csv (const PgOutline *outline);
char *pg_write_json_ld (const PgOutline *outline);

/* The type that schedules say of an entry. */
const char *pg_schedule_type (const PgOutlineEntry *entry);
/* "en, ko" for "en ko"; "" for none; from the arena. */
const char *pg_schedule_languages (const PgOutline *outline, const char *tags);
