/* Enters: an outline. Leaves: schedule.xml by c3voc's rules. */
#include "import/frab.h"
#include "import/rich.h"
#include "import/writers.h"

#include <programme/version.h>
#include <string.h>

const char *
pg_schedule_type (const PgOutlineEntry *entry)
{
  static const char *const breaks[][2] = { { "coffee", "coffee break" }, { "tea", "tea break" } };
  for (guint i = 0; entry->is_break && i < G_N_ELEMENTS (breaks); i++)
    if (g_strcmp0 (entry->kind, breaks[i][0]) == 0)
      return breaks[i][1];
  if (entry->is_break)
    return entry->kind != NULL ? entry->kind : "break";
  return entry->kind == NULL || strcmp (entry->kind, "session") == 0 ? "talk" : entry->kind;
}

const char *
pg_schedule_languages (const PgOutline *outline, const char *tags)
{
  g_auto (GStrv) words = g_strsplit (tags != NULL ? tags : "", " ", -1);
  g_autofree char *joined = g_strjoinv (", ", words);
  return pg_arena_strdup (outline->arena, joined);
}

/* "<name>text</name>" on a line; "<name/>" where there is nothing to say. */
static void
element (GString *xml, guint depth, const char *name, const char *text)
{
  g_string_append_printf (xml, "%*s<%s", (int) depth * 2, "", name);
  if (text == NULL || *text == '\0')
    {
      g_string_append (xml, "/>\n");
      return;
    }
  g_string_append_c (xml, '>');
  pg_rich_escape (xml, text, -1);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  pg_rich_escape (xml, value, -1);
  g_string_append_c (xml, '"');
}

static void
write_persons (GString *xml, const PgOutlineEntry *entry)
{
  if (entry->persons->len == 0)
    {
      g_string_append (xml, "        <persons/>\n");
      return;
    }
  g_string_append (xml, "        <persons>\n");
  for (guint i = 0; i < entry->persons->len; i++)
    {
      const PgOutlinePerson *person = g_ptr_array_index (entry->persons, i);
      g_string_append (xml, "          <person");
      attribute (xml, "id", person->id);
      attribute (xml, "guid", person->guid);
      g_string_append_c (xml, '>');
      pg_rich_escape (xml, person->name, -1);
      g_string_append (xml, "</person>\n");
    }
  g_string_append (xml, "        </persons>\n");
}

static void
write_links (GString *xml, const PgOutlineEntry *entry)
{
  if (entry->links->len == 0)
    {
      g_string_append (xml, "        <links/>\n");
      return;
    }
  g_string_append (xml, "        <links>\n");
  for (guint i = 0; i < entry->links->len; i++)
    {
      const PgOutlineLink *link = g_ptr_array_index (entry->links, i);
      g_string_append (xml, "          <link");
      attribute (xml, "href", link->href);
      g_string_append_c (xml, '>');
      pg_rich_escape (xml, link->title, -1);
      g_string_append (xml, "</link>\n");
    }
  g_string_append (xml, "        </links>\n");
}

static void
write_event (GString *xml, const PgOutline *outline, const PgOutlineEntry *entry)
{
  g_string_append (xml, "      <event");
  attribute (xml, "guid", entry->guid);
  attribute (xml, "id", entry->id);
  g_string_append (xml, ">\n");
  element (xml, 4, "room", entry->room != NULL ? entry->room : PG_FRAB_NO_ROOM);
  element (xml, 4, "title", entry->title);
  element (xml, 4, "subtitle", NULL);
  element (xml, 4, "type", pg_schedule_type (entry));
  element (xml, 4, "date", pg_outline_moment (outline, entry->day, entry->start));
  element (xml, 4, "start", pg_outline_clock (outline, entry->start % PG_DAY_MINUTES));
  element (xml, 4, "duration", pg_outline_clock (outline, pg_outline_end (entry) - entry->start));
  element (xml, 4, "abstract", entry->html);
  element (xml, 4, "slug", entry->slug);
  element (xml, 4, "track", entry->track);
  write_persons (xml, entry);
  element (xml, 4, "language", pg_schedule_languages (outline, entry->language));
  element (xml, 4, "description", NULL);
  if (entry->url != NULL)
    element (xml, 4, "url", entry->url);
  write_links (xml, entry);
  element (xml, 4, "attachments", NULL);
  g_string_append (xml, "      </event>\n");
}

static void
write_day (GString *xml, const PgOutline *outline, const PgOutlineDay *day, guint number)
{
  g_autofree char *date = pg_date_name (day->day);
  const PgOutlineEntry *first = g_ptr_array_index (day->entries, 0);
  const GPtrArray *rooms = pg_outline_rooms (outline, day);
  g_string_append_printf (xml, "  <day index=\"%u\" date=\"%s\" start=\"%s\" end=\"%s\">\n", number, date,
                          pg_outline_moment (outline, day->day, first->start),
                          pg_outline_moment (outline, day->day, pg_outline_day_end (day)));
  for (guint i = 0; i < rooms->len; i++)
    {
      const PgOutlineRoom *room = g_ptr_array_index (rooms, i);
      g_string_append (xml, "    <room");
      attribute (xml, "name", room->name);
      g_string_append (xml, ">\n");
      for (guint j = 0; j < room->entries->len; j++)
        write_event (xml, outline, g_ptr_array_index (room->entries, j));
      g_string_append (xml, "    </room>\n");
    }
  g_string_append (xml, "  </day>\n");
}

static void
write_conference (GString *xml, const PgOutline *outline)
{
  const PgOutlineDay *first = g_ptr_array_index (outline->days, 0);
  const PgOutlineDay *last = g_ptr_array_index (outline->days, outline->days->len - 1);
  g_autofree char *start = pg_date_name (first->day), *end = pg_date_name (last->day);
  g_autofree char *n_days = g_strdup_printf ("%u", outline->days->len);
  g_string_append (xml, "  <conference>\n");
  element (xml, 2, "acronym", outline->acronym);
  element (xml, 2, "title", outline->title);
  if (outline->subtitle != NULL)
    element (xml, 2, "subtitle", outline->subtitle);
  if (outline->venue != NULL)
    element (xml, 2, "venue", outline->venue);
  element (xml, 2, "start", start);
  element (xml, 2, "end", end);
  element (xml, 2, "days", n_days);
  element (xml, 2, "timeslot_duration", "00:05");
  if (outline->timezone != NULL)
    element (xml, 2, "time_zone_name", outline->timezone);
  g_string_append (xml, "  </conference>\n");
}

char *
pg_write_schedule_xml (const PgOutline *outline)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n");
  g_autofree char *version = g_date_time_format (outline->stamp, "%Y-%m-%d %H:%M");
  g_string_append_printf (xml, "  <generator name=\"programme\" version=\"%d.%d\"/>\n", PROGRAMME_MAJOR_VERSION,
                          PROGRAMME_MINOR_VERSION);
  element (xml, 1, "version", version);
  write_conference (xml, outline);
  for (guint i = 0; i < outline->days->len; i++)
    write_day (xml, outline, g_ptr_array_index (outline->days, i), i + 1);
  g_string_append (xml, "</schedule>\n");
  return g_string_free (xml, FALSE);
}
