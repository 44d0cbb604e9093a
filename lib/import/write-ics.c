/* Enters: an outline. Leaves: a calendar by RFC 5545. */
#include "import/uuid.h"
#include "import/writers.h"

#include <libical/ical.h>
#include <programme/version.h>
#include <string.h>

#define LINE_OCTETS 75

typedef struct
{
  const PgOutline *outline;
  GString *ics;
  icalcomponent *zone; /* or NULL: times are in UTC, or those of any clock */
  const char *stamp;
} Writer;

/* A line that is too long goes on, behind a blank, on the next; it is cut between characters. */
static void
add_line (Writer *writer, const char *line)
{
  gsize room = LINE_OCTETS;
  for (const char *end = line + strlen (line); line < end;)
    {
      const char *cut = line;
      while (cut < end && g_utf8_next_char (cut) <= line + room)
        cut = g_utf8_next_char (cut);
      g_string_append_len (writer->ics, line, cut - line);
      g_string_append (writer->ics, cut < end ? "\r\n " : "\r\n");
      line = cut;
      room = LINE_OCTETS - 1; /* of which the blank is one more */
    }
}

static void add (Writer *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);
static void
add (Writer *writer, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *line = g_strdup_vprintf (format, args);
  va_end (args);
  add_line (writer, line);
}

/* A text as values have it; nothing for NULL. */
static void
add_text (Writer *writer, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);
  if (text == NULL)
    return;
  g_string_append_c (line, ':');
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (line, "\\n");
    else if ((guchar) *text >= ' ' || *text == '\t')
      g_string_append_printf (line, strchr ("\\;,", *text) != NULL ? "\\%c" : "%c", *text);
  add_line (writer, line->str);
}

/* "20310505T090000". */
static const char *
compact (const Writer *writer, int day, int minute)
{
  g_autofree char *date = pg_date_name (day + minute / PG_DAY_MINUTES);
  minute %= PG_DAY_MINUTES;
  return pg_arena_printf (writer->outline->arena, "%.4s%.2s%.2sT%02d%02d00", date, date + 5, date + 8, minute / 60,
                          minute % 60);
}

static void
add_time (Writer *writer, const char *name, int day, int minute)
{
  const PgOutline *outline = writer->outline;
  if (writer->zone != NULL)
    {
      add (writer, "%s;TZID=%s:%s", name, outline->timezone, compact (writer, day, minute));
      return;
    }
  int offset = pg_clock_offset (outline->zone, day + minute / PG_DAY_MINUTES, minute % PG_DAY_MINUTES);
  int before = offset > minute ? 1 : 0;
  add (writer, "%s:%s%s", name, compact (writer, day - before, minute - offset + before * PG_DAY_MINUTES),
       outline->zone != NULL ? "Z" : "");
}

/* A parameter's value stands between quotes, which it cannot have itself: RFC 6868 says what stands for them. */
static void
add_person (Writer *writer, const PgOutlinePerson *person)
{
  g_autoptr (GString) line = g_string_new ("ATTENDEE;CN=\"");
  for (const char *at = person->name; *at != '\0'; at++)
    if (*at == '"' || *at == '^')
      g_string_append (line, *at == '"' ? "^'" : "^^");
    else
      g_string_append_c (line, *at);
  g_string_append_printf (line, "\":urn:uuid:%s", person->guid);
  add_line (writer, line->str);
}

static void
add_event (Writer *writer, const PgOutlineEntry *entry)
{
  add_line (writer, "BEGIN:VEVENT");
  add_text (writer, "UID", entry->uid);
  add (writer, "DTSTAMP:%s", writer->stamp);
  add_time (writer, "DTSTART", entry->day, entry->start);
  if (entry->end > entry->start)
    add_time (writer, "DTEND", entry->day, entry->end);
  g_autofree char *summary = g_strdup_printf ("SUMMARY;LANGUAGE=%s", writer->outline->language);
  add_text (writer, summary, entry->title);
  add_text (writer, "LOCATION", entry->room);
  add_text (writer, "DESCRIPTION", entry->plain);
  add_text (writer, "CATEGORIES", entry->track);
  if (entry->url != NULL)
    add (writer, "URL:%s", entry->url);
  add_text (writer, "X-LANGUAGE", entry->language);
  for (guint i = 0; i < entry->persons->len; i++)
    add_person (writer, g_ptr_array_index (entry->persons, i));
  add_line (writer, "END:VEVENT");
}

/* The zone's rules, under its own name; NULL where the system has none. Free with icalcomponent_free. */
static icalcomponent *
zone_of (const PgOutline *outline)
{
  icaltimezone *zone = outline->timezone != NULL ? icaltimezone_get_builtin_timezone (outline->timezone) : NULL;
  icalcomponent *rules = zone != NULL ? icaltimezone_get_component (zone) : NULL;
  if (rules == NULL)
    return NULL;
  rules = icalcomponent_new_clone (rules);
  icalproperty *name = icalcomponent_get_first_property (rules, ICAL_TZID_PROPERTY);
  if (name != NULL)
    icalproperty_set_tzid (name, outline->timezone);
  return rules;
}

static void
add_zone (Writer *writer)
{
  if (writer->zone == NULL)
    return;
  char *rules = icalcomponent_as_ical_string_r (writer->zone);
  g_string_append (writer->ics, rules);
  icalmemory_free_buffer (rules);
}

char *
pg_write_ics (const PgOutline *outline)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (outline->stamp);
  g_autofree char *stamp = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  Writer writer = { outline, g_string_new (NULL), zone_of (outline), stamp };
  add_line (&writer, "BEGIN:VCALENDAR");
  add_line (&writer, "VERSION:2.0");
  add (&writer, "PRODID:-//programme//programme %d.%d//EN", PROGRAMME_MAJOR_VERSION, PROGRAMME_MINOR_VERSION);
  add_line (&writer, "METHOD:PUBLISH");
  add_text (&writer, "X-WR-CALNAME", outline->title);
  if (outline->timezone != NULL)
    add_text (&writer, "X-WR-TIMEZONE", outline->timezone);
  add_zone (&writer);
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        add_event (&writer, g_ptr_array_index (day->entries, j));
    }
  add_line (&writer, "END:VCALENDAR");
  if (writer.zone != NULL)
    icalcomponent_free (writer.zone);
  return g_string_free (writer.ics, FALSE);
}
