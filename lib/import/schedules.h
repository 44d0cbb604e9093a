/* The importers of schedules and calendars, for the table of formats. Enters: a foreign file. Leaves: see format.h. */
#pragma once

#include "import/format.h"

gboolean pg_frab_xml_is (const PgForeign *foreign);
gboolean pg_frab_xml_read (const PgForeign *foreign, PgDraft *draft, GError **error);
gboolean pg_frab_json_is (const PgForeign *foreign);
gboolean pg_frab_json_read (const PgForeign *foreign, PgDraft *draft, GError **error);
gboolean pg_sessionize_is (const PgForeign *foreign);
gboolean pg_sessionize_read (const PgForeign *foreign, PgDraft *draft, GError **error);
gboolean pg_opass_is (const PgForeign *foreign);
gboolean pg_opass_read (const PgForeign *foreign, PgDraft *draft, GError **error);
gboolean pg_ical_is (const PgForeign *foreign);
gboolean pg_ical_read (const PgForeign *foreign, PgDraft *draft, GError **error);
gboolean pg_xcal_is (const PgForeign *foreign);
gboolean pg_xcal_read (const PgForeign *foreign, PgDraft *draft, GError **error);
