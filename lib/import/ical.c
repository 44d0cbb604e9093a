/* Enters: iCalendar, which libical takes apart. Leaves: a draft. */
#include "import/calendar.h"
#include "import/recurrence.h"
#include "import/schedules.h"

#include <libical/ical.h>
#include <string.h>

#define DEEPEST 8 /* components within each other: an alarm in an event in a calendar makes three */

typedef struct
{
  PgCalendar calendar;
  PgArena *arena; /* the draft's */
  GString *title;
  PgRecurrences recurrences;
} Reader;

gboolean
pg_ical_is (const PgForeign *foreign)
{
  return pg_foreign_starts (foreign, "BEGIN:VCALENDAR") || pg_foreign_starts (foreign, "begin:vcalendar");
}

static const char *
words (Reader *reader, const char *text)
{
  char *copy = text != NULL ? g_strstrip (pg_arena_strdup (reader->arena, text)) : NULL;
  return copy != NULL && *copy != '\0' ? copy : NULL;
}

static const char *
property_words (Reader *reader, icalproperty *property)
{
  const icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  const char *text = value != NULL ? icalvalue_get_text (value) : NULL;
  return words (reader, text);
}

static const char *
event_words (Reader *reader, icalcomponent *event, icalproperty_kind kind)
{
  return property_words (reader, icalcomponent_get_first_property (event, kind));
}

/* As the property is written, for those that are no mere text. */
static const char *
event_value (Reader *reader, icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  char *text = property != NULL ? icalproperty_get_value_as_string_r (property) : NULL;
  const char *copy = words (reader, text);
  icalmemory_free_buffer (text);
  return copy;
}

/* A property that only some programs know. */
static const char *
own_words (Reader *reader, icalcomponent *component, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    if (g_ascii_strcasecmp (icalproperty_get_x_name (property), name) == 0)
      return words (reader, icalproperty_get_x (property));
  return NULL;
}

static PgMoment
moment_of (struct icaltimetype time)
{
  PgMoment moment = { 0 };
  gboolean is_clock = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60;
  if (icaltime_is_null_time (time) || !icaltime_is_valid_time (time) || !(is_clock || time.is_date))
    return moment;
  moment.day = pg_date_of (time.year, time.month, time.day);
  moment.is_date = time.is_date;
  moment.minute = time.is_date ? 0 : time.hour * 60 + time.minute;
  moment.has_offset = icaltime_is_utc (time);
  return moment;
}

/* The name of the zone of a time; one of the calendar's own may say which of the list it is. */
static const char *
zone_of (Reader *reader, icalcomponent *calendar, icalproperty *property)
{
  icalparameter *parameter = property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;
  const char *name = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
  icaltimezone *zone = name != NULL ? icalcomponent_get_timezone (calendar, name) : NULL;
  const char *location = zone != NULL ? icaltimezone_get_location (zone) : NULL;
  return words (reader, location != NULL ? location : name);
}

/* A parameter's value, where ^' stands for a quote by RFC 6868. */
static const char *
parameter_words (Reader *reader, const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  for (; text != NULL && *text != '\0'; text++)
    if (*text == '^' && text[1] != '\0' && strchr ("^'n", text[1]) != NULL)
      g_string_append_c (plain, *++text == '\'' ? '"' : *text == 'n' ? ' ' : '^');
    else
      g_string_append_c (plain, *text);
  return words (reader, plain->str);
}

/* Who takes part, by name. */
static GPtrArray *
people_of (Reader *reader, icalcomponent *event)
{
  GPtrArray *people = pg_arena_array (reader->arena);
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY))
    {
      icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);
      const char *name = parameter_words (reader, parameter != NULL ? icalparameter_get_cn (parameter) : NULL);
      if (name != NULL)
        pg_calendar_add_person (reader->arena, people, name, icalproperty_get_attendee (property));
      else
        pg_left_add (reader->calendar.flat.left, "ATTENDEE", NULL);
    }
  return people;
}

static void
count_others (Reader *reader, icalcomponent *event)
{
  static const icalproperty_kind others[] = { ICAL_ATTACH_PROPERTY, ICAL_COMMENT_PROPERTY, ICAL_ORGANIZER_PROPERTY,
                                              ICAL_GEO_PROPERTY, ICAL_RESOURCES_PROPERTY };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (icalcomponent_get_first_property (event, others[i]) != NULL)
      pg_left_add (reader->calendar.flat.left, icalproperty_kind_to_string (others[i]), NULL);
}

/* One event for each of its times, which all last as long, by their clocks. */
static void
add_times (Reader *reader, icalcomponent *component, const PgCalendarEvent *first)
{
  icalproperty *changed = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  g_autoptr (GArray) times = pg_recurrences_of (&reader->recurrences, component);
  for (guint i = 0; i < times->len; i++)
    {
      struct icaltimetype time = g_array_index (times, struct icaltimetype, i);
      PgCalendarEvent event = *first;
      g_autofree char *id = changed != NULL  ? pg_recurrence_id (first->uid, icalproperty_get_recurrenceid (changed))
                            : times->len > 1 ? pg_recurrence_id (first->uid, time)
                                             : NULL;
      if (id != NULL && first->uid != NULL)
        event.uid = pg_arena_strdup (reader->arena, id);
      event.start = moment_of (time);
      if (event.start.minute == first->start.minute)
        event.end.day += event.end.day != 0 ? event.start.day - first->start.day : 0;
      else if (event.end.day != 0)
        {
          event.length = (event.end.day - first->start.day) * PG_DAY_MINUTES + event.end.minute - first->start.minute;
          event.end = (PgMoment){ 0 };
        }
      pg_calendar_add (&reader->calendar, &event);
    }
}

static void
read_event (Reader *reader, icalcomponent *calendar, icalcomponent *component)
{
  PgCalendarEvent event = { .length = -1 };
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *length = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  icalproperty *summary = icalcomponent_get_first_property (component, ICAL_SUMMARY_PROPERTY);
  icalparameter *language
      = summary != NULL ? icalproperty_get_first_parameter (summary, ICAL_LANGUAGE_PARAMETER) : NULL;
  event.uid = event_words (reader, component, ICAL_UID_PROPERTY);
  event.summary = property_words (reader, summary);
  if (language != NULL)
    pg_calendar_set_language (&reader->calendar, icalparameter_get_language (language));
  event.description = event_words (reader, component, ICAL_DESCRIPTION_PROPERTY);
  event.location = event_words (reader, component, ICAL_LOCATION_PROPERTY);
  event.category = event_words (reader, component, ICAL_CATEGORIES_PROPERTY);
  event.url = event_value (reader, component, ICAL_URL_PROPERTY);
  event.status = event_value (reader, component, ICAL_STATUS_PROPERTY);
  event.language = own_words (reader, component, "X-LANGUAGE");
  event.people = people_of (reader, component);
  event.zone = zone_of (reader, calendar, start);
  if (start != NULL)
    event.start = moment_of (icalproperty_get_dtstart (start));
  if (end != NULL)
    event.end = moment_of (icalproperty_get_dtend (end));
  if (length != NULL)
    event.length = icaldurationtype_as_int (icalproperty_get_duration (length)) / 60;
  count_others (reader, component);
  add_times (reader, component, &event);
}

/* Several calendars may stand one after another. */
static void
read_calendar (Reader *reader, icalcomponent *component)
{
  if (icalcomponent_isa (component) == ICAL_XROOT_COMPONENT)
    {
      for (icalcomponent *inner = icalcomponent_get_first_component (component, ICAL_VCALENDAR_COMPONENT);
           inner != NULL; inner = icalcomponent_get_next_component (component, ICAL_VCALENDAR_COMPONENT))
        read_calendar (reader, inner);
      return;
    }
  const char *title = own_words (reader, component, "X-WR-CALNAME");
  if (title != NULL && reader->title->len == 0)
    g_string_assign (reader->title, title);
  pg_flat_set_zone (&reader->calendar.flat, own_words (reader, component, "X-WR-TIMEZONE"));
  pg_recurrences_scan (&reader->recurrences, component);
  for (icalcomponent *event = icalcomponent_get_first_component (component, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (component, ICAL_VEVENT_COMPONENT))
    read_event (reader, component, event);
}

/* libical goes down as deeply as components stand within each other. */
static gboolean
is_too_deep (const char *text)
{
  guint depth = 0;
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      while (*line == '\n' || *line == '\r')
        line++;
      if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0 && ++depth > DEEPEST)
        return TRUE;
      if (g_ascii_strncasecmp (line, "END:", 4) == 0 && depth > 0)
        depth--;
    }
  return FALSE;
}

/* The text in UTF-8, without a byte order mark. */
static char *
text_of (const PgForeign *foreign)
{
  gsize skip = g_str_has_prefix (foreign->data, "\xEF\xBB\xBF") ? 3 : 0;
  if (!g_utf8_validate (foreign->data, -1, NULL))
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "encoding",
                     "some characters are not in UTF-8, and are replaced: save the file so");
  return g_utf8_make_valid (foreign->data + skip, -1);
}

gboolean
pg_ical_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autofree char *text = text_of (foreign);
  if (is_too_deep (text))
    return pg_foreign_fail (foreign, "bad-calendar", error, "components stand more than %d deep within each other",
                            DEEPEST);
  icalerror_set_errors_are_fatal (FALSE);
  icalcomponent *component = icalparser_parse_string (text);
  if (component == NULL)
    return pg_foreign_fail (foreign, "bad-calendar", error,
                            "this is no whole calendar: it may be cut off, fetch it again");
  g_autoptr (GString) title = g_string_new (NULL);
  Reader reader = { .arena = draft->arena, .title = title };
  pg_calendar_init (&reader.calendar, foreign, draft);
  pg_recurrences_init (&reader.recurrences);
  read_calendar (&reader, component);
  icalcomponent_free (component);
  guint n_endless = reader.recurrences.n_endless;
  pg_recurrences_clear (&reader.recurrences);
  if (n_endless > 0)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "left-out",
                     "%u %s repeated without an end: taken up to the last day of the others", n_endless,
                     n_endless == 1 ? "entry is" : "entries are");
  return pg_calendar_finish (&reader.calendar, title->len > 0 ? title->str : NULL, error);
}
