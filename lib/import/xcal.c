/* Enters: calendars in XML: that of RFC 6321, and the Pentabarf's, without its namespace, which pretalx and frab write.
   Leaves: a draft. */
#include "import/calendar.h"
#include "import/schedules.h"
#include "import/tree.h"

#include <string.h>

typedef struct
{
  PgCalendar calendar;
  PgArena *arena; /* the draft's */
  const char *title;
} Reader;

gboolean
pg_xcal_is (const PgForeign *foreign)
{
  gsize length = MIN (foreign->length, 4096);
  g_autofree char *begin = g_ascii_strdown (foreign->data, (gssize) length);
  return pg_foreign_starts (foreign, "<") && strstr (begin, "<icalendar") != NULL;
}

/* The name without its prefix. */
static gboolean
is_called (const PgNode *node, const char *name)
{
  const char *colon = node->name != NULL ? strchr (node->name, ':') : NULL;
  const char *own = colon != NULL ? colon + 1 : node->name;
  return own != NULL && g_ascii_strcasecmp (own, name) == 0;
}

static const PgNode *
first_called (const PgNode *parent, const char *name)
{
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    if (is_called (node, name))
      return node;
  return NULL;
}

/* What a property says: that of RFC 6321 has its value in an element of its type, behind its parameters. */
static const char *
value_of (Reader *reader, const PgNode *property)
{
  if (property == NULL)
    return NULL;
  for (const PgNode *node = property->first; node != NULL; node = node->next)
    if (node->name != NULL && !is_called (node, "parameters"))
      return pg_node_words (reader->arena, node);
  return pg_node_words (reader->arena, property);
}

static const char *
words (Reader *reader, const PgNode *properties, const char *name)
{
  return value_of (reader, first_called (properties, name));
}

static const char *
parameter (Reader *reader, const PgNode *property, const char *name)
{
  return pg_node_words (reader->arena, first_called (first_called (property, "parameters"), name));
}

/* Pentabarf's lengths are hours: "1.00000". */
static int
length_of (const char *text)
{
  gboolean is_hours = text != NULL && strchr (text, '.') != NULL && strchr (text, 'P') == NULL;
  double hours = is_hours ? g_ascii_strtod (text, NULL) : -1;
  if (is_hours && hours >= 0 && hours < 1000)
    return (int) (hours * 60 + 0.5);
  return pg_moment_length (text);
}

static GPtrArray *
people_of (Reader *reader, const PgNode *properties)
{
  GPtrArray *people = pg_arena_array (reader->arena);
  for (const PgNode *node = properties->first; node != NULL; node = node->next)
    {
      if (!is_called (node, "attendee"))
        continue;
      const char *name = parameter (reader, node, "cn");
      if (name == NULL && first_called (node, "parameters") == NULL)
        name = value_of (reader, node);
      if (name != NULL)
        pg_calendar_add_person (reader->arena, people, name, value_of (reader, node));
    }
  return people;
}

static void
read_event (Reader *reader, const PgNode *node)
{
  const PgNode *inner = first_called (node, "properties"), *properties = inner != NULL ? inner : node;
  const PgNode *start = first_called (properties, "dtstart");
  PgCalendarEvent event = { .is_rich = inner == NULL, .people = people_of (reader, properties) };
  event.uid = words (reader, properties, "uid");
  event.summary = words (reader, properties, "title");
  if (event.summary == NULL)
    event.summary = words (reader, properties, "summary");
  pg_calendar_set_language (&reader->calendar, parameter (reader, first_called (properties, "summary"), "language"));
  event.subtitle = words (reader, properties, "subtitle");
  event.description = words (reader, properties, "description");
  event.location = words (reader, properties, "location");
  event.category = words (reader, properties, "categories");
  event.type = words (reader, properties, "category");
  event.url = words (reader, properties, "url");
  event.status = words (reader, properties, "status");
  event.language = words (reader, properties, inner != NULL ? "x-language" : "language-code");
  event.slug = words (reader, properties, "event-slug");
  event.zone = parameter (reader, start, "tzid");
  pg_moment_parse (value_of (reader, start), &event.start);
  pg_moment_parse (words (reader, properties, "dtend"), &event.end);
  event.length = length_of (words (reader, properties, "duration"));
  pg_calendar_add (&reader->calendar, &event);
}

static void
read_calendar (Reader *reader, const PgNode *node)
{
  const PgNode *properties = first_called (node, "properties"), *components = first_called (node, "components");
  if (reader->title == NULL)
    reader->title = words (reader, properties != NULL ? properties : node, "x-wr-calname");
  pg_flat_set_zone (&reader->calendar.flat, words (reader, properties != NULL ? properties : node, "x-wr-timezone"));
  const PgNode *list = components != NULL ? components : node;
  for (const PgNode *event = list->first; event != NULL; event = event->next)
    if (is_called (event, "vevent"))
      read_event (reader, event);
}

gboolean
pg_xcal_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const PgNode *root = pg_foreign_tree (foreign, scratch, error);
  if (root == NULL)
    return FALSE;
  Reader reader = { .arena = draft->arena };
  pg_calendar_init (&reader.calendar, foreign, draft);
  for (const PgNode *node = root->first; node != NULL; node = node->next)
    if (is_called (node, "vcalendar"))
      read_calendar (&reader, node);
  return pg_calendar_finish (&reader.calendar, reader.title, error);
}
