/* What is in the columns of a table. Enters: rows, whose headings anybody wrote in any language. Leaves: which column is what. */
#pragma once

#include "import/format.h"

/* People's fields are those of programme_people_list_fields(), by the same names; the rest is a schedule's. */
typedef enum
{
  PG_FIELD_ID,
  PG_FIELD_PERSON,
  PG_FIELD_NAME,
  PG_FIELD_GIVEN,
  PG_FIELD_FAMILY,
  PG_FIELD_HONORIFIC,
  PG_FIELD_PRONOUNS,
  PG_FIELD_POSITION,
  PG_FIELD_ORGANISATION,
  PG_FIELD_COUNTRY,
  PG_FIELD_CATEGORY,
  PG_FIELD_LANGUAGE,
  PG_FIELD_LANGUAGES,
  PG_FIELD_EMAIL,
  PG_FIELD_PHONE,
  PG_FIELD_PHOTOGRAPH,
  PG_FIELD_SESSIONS,
  PG_FIELD_TABLE,
  PG_FIELD_HOTEL,
  PG_FIELD_NOTE,
  PG_FIELD_QR,
  PG_FIELD_DATE,
  PG_FIELD_START,
  PG_FIELD_END,
  PG_FIELD_TIME, /* a range */
  PG_FIELD_DURATION,
  PG_FIELD_TITLE,
  PG_FIELD_SESSION, /* whose talk the row is */
  PG_FIELD_ROOM,
  PG_FIELD_TRACK,
  PG_FIELD_KIND,
  PG_FIELD_SPEAKER,
  PG_FIELD_CHAIR,
  PG_FIELD_ABSTRACT,
  PG_FIELD_NUMBER,
  PG_N_FIELDS
} PgField;

/* One of several columns of a field, each in a language of its own; language NULL: not told. */
typedef struct
{
  PgField field;
  guint column;
  const char *language; /* BCP 47 */
} PgVersionColumn;

typedef struct
{
  guint head;                   /* index of the row with the headings; G_MAXUINT: there is none */
  guint first;                  /* index of the first row below them */
  GArray *columns[PG_N_FIELDS]; /* guint: those that have it, from 0; of a person's fields there is one at most */
  GArray *versions;             /* PgVersionColumn: of fields that are there in several languages */
  GArray *others;               /* guint: those that have none of it, with a heading */
} PgColumns;

const char *pg_field_name (PgField field);

PgColumns *pg_columns_new (guint head);
/* By the file that --columns names, else by headings. NULL with an error if nothing can be told. */
PgColumns *pg_columns_find (const PgForeign *foreign, const PgRows *rows, gboolean is_people, GError **error);
void pg_columns_free (PgColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgColumns, pg_columns_free)

gboolean pg_columns_have (const PgColumns *columns, PgField field);
/* The first column of a field; G_MAXUINT if there is none. */
guint pg_columns_first (const PgColumns *columns, PgField field);
/* What a row has in it; "" if nothing. */
const char *pg_columns_cell (const PgColumns *columns, const PgRow *row, PgField field);

/* Whether the row repeats the headings. */
gboolean pg_columns_is_head (const PgColumns *columns, const PgRows *rows, const PgRow *row);

/* Tells of a row of a text with more cells than there are headings: a separator too many has parted it. */
void pg_columns_check_length (const PgColumns *columns, const PgRows *rows, const PgRow *row, ProgrammeReport *report);

/* A file for --columns to edit, with what is known. Free with g_free. */
char *pg_columns_template (const PgColumns *columns, const PgRows *rows, gboolean is_people);

/* Where a file says what is in the columns: pieces take one for their list of people, and none for an event. */
#define PG_COLUMNS_OF_PEOPLE "--columns"
#define PG_COLUMNS_OF_SCHEDULES "“programme import --columns”"

/* Tells in one note what the columns were taken for; option: one of those. */
void pg_columns_tell (const PgColumns *columns, const PgRows *rows, const char *option, ProgrammeReport *report);

/* Whether the speakers of a row are parted by commas, as pretalx and Sched do. */
gboolean pg_columns_parts_at_commas (const PgColumns *columns, const PgRows *rows);

/* Tells of columns that are not read, in one note. */
void pg_columns_tell_others (const PgColumns *columns, const PgRows *rows, ProgrammeReport *report);
