/* The functions of all importers, for their table. Enters: a foreign file. Leaves: see format.h. */
#pragma once

#include "import/format.h"

/* csv.c */
gboolean pg_csv_is (const PgForeign *foreign);
PgRows *pg_csv_rows (const PgForeign *foreign, GError **error);

/* xlsx.c */
gboolean pg_xlsx_is (const PgForeign *foreign);
PgRows *pg_xlsx_rows (const PgForeign *foreign, GError **error);
char **pg_xlsx_sheets (const PgForeign *foreign);

/* ods.c */
gboolean pg_ods_is (const PgForeign *foreign);
PgRows *pg_ods_rows (const PgForeign *foreign, GError **error);
char **pg_ods_sheets (const PgForeign *foreign);

/* docx.c */
gboolean pg_docx_is (const PgForeign *foreign);
PgRows *pg_docx_rows (const PgForeign *foreign, GError **error);
char **pg_docx_sheets (const PgForeign *foreign);

/* html-table.c */
gboolean pg_html_is (const PgForeign *foreign);
PgRows *pg_html_rows (const PgForeign *foreign, GError **error);
