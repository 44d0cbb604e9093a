/* Enters: an outline. Leaves: a table in text, as Excel reads it: a byte order mark, commas, lines that end with CRLF. */
#include "import/writers.h"

#include <string.h>

/* Between quotes. What a spreadsheet would take for a formula has an apostrophe before it. */
static void
add (GString *csv, const char *words)
{
  if (csv->len > 0 && csv->str[csv->len - 1] == '"')
    g_string_append_c (csv, ',');
  g_string_append_c (csv, '"');
  if (words != NULL && *words != '\0' && strchr ("=+-@\t\r", *words) != NULL)
    g_string_append_c (csv, '\'');
  for (; words != NULL && *words != '\0'; words++)
    g_string_append_printf (csv, *words == '"' ? "\"%c" : "%c", *words);
  g_string_append_c (csv, '"');
}

static void
add_entry (GString *csv, const PgOutline *outline, const PgOutlineEntry *entry)
{
  g_autofree char *date = pg_date_name (entry->day);
  g_autoptr (GString) links = g_string_new (NULL);
  for (guint i = 0; i < entry->links->len; i++)
    g_string_append_printf (links, "%s%s", i > 0 ? " " : "",
                            ((const PgOutlineLink *) g_ptr_array_index (entry->links, i))->href);
  add (csv, date);
  add (csv, pg_outline_clock (outline, entry->start));
  add (csv, entry->end >= 0 ? pg_outline_clock (outline, entry->end) : NULL);
  add (csv, entry->title);
  add (csv, pg_outline_names (outline, entry, "; "));
  add (csv, entry->room);
  add (csv, entry->track);
  add (csv, pg_schedule_type (entry));
  add (csv, pg_schedule_languages (outline, entry->language));
  add (csv, entry->plain);
  add (csv, links->str);
  g_string_append (csv, "\r\n");
}

char *
pg_write_csv (const PgOutline *outline)
{
  static const char *const heads[]
      = { "Date", "Start", "End", "Title", "Speakers", "Room", "Track", "Type", "Language", "Abstract", "Links" };
  GString *csv = g_string_new ("\xEF\xBB\xBF");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    add (csv, heads[i]);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        add_entry (csv, outline, g_ptr_array_index (day->entries, j));
    }
  return g_string_free (csv, FALSE);
}
