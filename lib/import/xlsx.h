/* What a workbook of XLSX says besides its cells. Private to the readers of XLSX. */
#pragma once

#include "import/package.h"

typedef enum
{
  PG_NUMBER_PLAIN,
  PG_NUMBER_DATE,
  PG_NUMBER_TIME,
  PG_NUMBER_DATE_TIME,
  PG_NUMBER_DURATION, /* hours above 24 */
  PG_NUMBER_FIGURES   /* "007": as many as digits, between prefix and suffix */
} PgNumberKind;

typedef struct
{
  PgNumberKind kind;
  guint digits;
  char prefix[16], suffix[16];
} PgNumberFormat;

/* What a format's code, such as "dd.mm.yyyy", makes of numbers; and what one of those that have a number alone does. */
PgNumberFormat pg_number_format (const char *code);
PgNumberFormat pg_number_format_built_in (guint id);

/* A cell's number as text: "2031-05-05 09:00", "09:00", "007"; free with g_free. */
char *pg_number_text (double number, const PgNumberFormat *format, gboolean since_1904);

typedef struct
{
  char *name, *relation, *part;
  gboolean is_hidden;
} PgSheet;

typedef struct
{
  GArray *sheets;         /* PgSheet, in their order */
  char *strings, *styles; /* parts, or NULL */
  gboolean since_1904;
  GArray *formats; /* PgNumberFormat, by the number of a cell's style */
} PgBook;

/* FALSE with an error. */
gboolean pg_book_read (PgBook *book, const PgForeign *foreign, GError **error);
void pg_book_clear (PgBook *book);

/* The sheet that --worksheet names, by name or number, or the first that is shown; NULL with an error. */
const PgSheet *pg_book_sheet (const PgBook *book, const PgForeign *foreign, GError **error);
