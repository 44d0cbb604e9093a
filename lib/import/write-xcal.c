/* Enters: an outline. Leaves: a calendar in XML by RFC 6321. Its times are in UTC, which needs no rules of a zone. */
#include "import/rich.h"
#include "import/writers.h"

#include <programme/version.h>
#include <string.h>

typedef struct
{
  const PgOutline *outline;
  GString *xml;
  const char *stamp;
} Writer;

/* A property with a value of a type; nothing for NULL. */
static void
add (Writer *writer, const char *name, const char *type, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (writer->xml, "          <%s><%s>", name, type);
  pg_rich_escape (writer->xml, value, -1);
  g_string_append_printf (writer->xml, "</%s></%s>\n", type, name);
}

/* "2031-05-05T07:00:00Z", or without a Z where no zone is known. */
static void
add_time (Writer *writer, const char *name, int day, int minute)
{
  const PgOutline *outline = writer->outline;
  int offset = pg_clock_offset (outline->zone, day + minute / PG_DAY_MINUTES, minute % PG_DAY_MINUTES);
  int before = offset > minute ? 1 : 0, utc = minute - offset + before * PG_DAY_MINUTES;
  g_autofree char *date = pg_date_name (day - before + utc / PG_DAY_MINUTES);
  utc %= PG_DAY_MINUTES;
  add (writer, name, "date-time",
       pg_arena_printf (outline->arena, "%sT%02d:%02d:00%s", date, utc / 60, utc % 60,
                        outline->zone != NULL ? "Z" : ""));
}

static void
add_summary (Writer *writer, const char *title)
{
  g_string_append (writer->xml, "          <summary><parameters><language><text>");
  pg_rich_escape (writer->xml, writer->outline->language, -1);
  g_string_append (writer->xml, "</text></language></parameters><text>");
  pg_rich_escape (writer->xml, title, -1);
  g_string_append (writer->xml, "</text></summary>\n");
}

static void
add_person (Writer *writer, const PgOutlinePerson *person)
{
  g_string_append (writer->xml, "          <attendee><parameters><cn><text>");
  pg_rich_escape (writer->xml, person->name, -1);
  g_string_append_printf (writer->xml, "</text></cn></parameters><cal-address>urn:uuid:%s</cal-address></attendee>\n",
                          person->guid);
}

static void
add_event (Writer *writer, const PgOutlineEntry *entry)
{
  g_string_append (writer->xml, "      <vevent>\n        <properties>\n");
  add (writer, "uid", "text", entry->uid);
  add (writer, "dtstamp", "date-time", writer->stamp);
  add_time (writer, "dtstart", entry->day, entry->start);
  if (entry->end > entry->start)
    add_time (writer, "dtend", entry->day, entry->end);
  add_summary (writer, entry->title);
  add (writer, "location", "text", entry->room);
  add (writer, "description", "text", entry->plain);
  add (writer, "categories", "text", entry->track);
  add (writer, "url", "uri", entry->url);
  add (writer, "x-language", "text", entry->language);
  for (guint i = 0; i < entry->persons->len; i++)
    add_person (writer, g_ptr_array_index (entry->persons, i));
  g_string_append (writer->xml, "        </properties>\n      </vevent>\n");
}

char *
pg_write_xcal (const PgOutline *outline)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (outline->stamp);
  g_autofree char *stamp = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  Writer writer = { outline, g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), stamp };
  g_string_append (writer.xml, "<icalendar xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\">\n  <vcalendar>\n"
                               "    <properties>\n");
  add (&writer, "prodid", "text",
       pg_arena_printf (outline->arena, "-//programme//programme %d.%d//EN", PROGRAMME_MAJOR_VERSION,
                        PROGRAMME_MINOR_VERSION));
  add (&writer, "version", "text", "2.0");
  add (&writer, "x-wr-calname", "text", outline->title);
  add (&writer, "x-wr-timezone", "text", outline->timezone);
  g_string_append (writer.xml, "    </properties>\n    <components>\n");
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        add_event (&writer, g_ptr_array_index (day->entries, j));
    }
  g_string_append (writer.xml, "    </components>\n  </vcalendar>\n</icalendar>\n");
  return g_string_free (writer.xml, FALSE);
}
