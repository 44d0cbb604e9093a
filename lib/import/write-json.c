/* Enters: an outline. Leaves: schedule.json by c3voc's shape, or a schema.org/Event in JSON-LD for a page of the web. */
#include "import/frab.h"
#include "import/uuid.h"
#include "import/writers.h"

#include <json-glib/json-glib.h>
#include <programme/version.h>
#include <string.h>

static void
say (JsonBuilder *builder, const char *member, const char *words)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, words != NULL ? words : "");
}

/* Leaves out what is not known. */
static void
say_known (JsonBuilder *builder, const char *member, const char *words)
{
  if (words != NULL && *words != '\0')
    say (builder, member, words);
}

static void
count (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
begin_object (JsonBuilder *builder, const char *member)
{
  if (member != NULL)
    json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
}

static void
begin_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

/* The text, with a line's end behind it. */
static char *
finish (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/* schedule.json */

static void
add_persons (JsonBuilder *builder, const PgOutlineEntry *entry)
{
  begin_array (builder, "persons");
  for (guint i = 0; i < entry->persons->len; i++)
    {
      const PgOutlinePerson *person = g_ptr_array_index (entry->persons, i);
      begin_object (builder, NULL);
      count (builder, "id", g_ascii_strtoll (person->id, NULL, 10));
      say (builder, "guid", person->guid);
      say (builder, "name", person->name);
      say (builder, "public_name", person->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const PgOutlineEntry *entry)
{
  begin_array (builder, "links");
  for (guint i = 0; i < entry->links->len; i++)
    {
      const PgOutlineLink *link = g_ptr_array_index (entry->links, i);
      begin_object (builder, NULL);
      say (builder, "url", link->href);
      say (builder, "title", link->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_array (builder, "attachments");
  json_builder_end_array (builder);
}

static void
add_event (JsonBuilder *builder, const PgOutline *outline, const PgOutlineEntry *entry)
{
  begin_object (builder, NULL);
  say (builder, "guid", entry->guid);
  count (builder, "id", g_ascii_strtoll (entry->id, NULL, 10));
  say (builder, "date", pg_outline_moment (outline, entry->day, entry->start));
  say (builder, "start", pg_outline_clock (outline, entry->start % PG_DAY_MINUTES));
  say (builder, "duration", pg_outline_clock (outline, pg_outline_end (entry) - entry->start));
  say (builder, "room", entry->room != NULL ? entry->room : PG_FRAB_NO_ROOM);
  say (builder, "slug", entry->slug);
  say (builder, "url", entry->url);
  say (builder, "title", entry->title);
  say (builder, "subtitle", NULL);
  say (builder, "track", entry->track);
  say (builder, "type", pg_schedule_type (entry));
  say (builder, "language", pg_schedule_languages (outline, entry->language));
  say (builder, "abstract", entry->html);
  say (builder, "description", NULL);
  add_persons (builder, entry);
  add_links (builder, entry);
  json_builder_end_object (builder);
}

static void
add_day (JsonBuilder *builder, const PgOutline *outline, const PgOutlineDay *day, guint number)
{
  g_autofree char *date = pg_date_name (day->day);
  const PgOutlineEntry *first = g_ptr_array_index (day->entries, 0);
  const GPtrArray *rooms = pg_outline_rooms (outline, day);
  begin_object (builder, NULL);
  count (builder, "index", number);
  say (builder, "date", date);
  say (builder, "day_start", pg_outline_moment (outline, day->day, first->start));
  say (builder, "day_end", pg_outline_moment (outline, day->day, pg_outline_day_end (day)));
  begin_object (builder, "rooms");
  for (guint i = 0; i < rooms->len; i++)
    {
      const PgOutlineRoom *room = g_ptr_array_index (rooms, i);
      begin_array (builder, room->name);
      for (guint j = 0; j < room->entries->len; j++)
        add_event (builder, outline, g_ptr_array_index (room->entries, j));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rooms or tracks of the whole, each once, in the order of their letters. */
static void
add_names (JsonBuilder *builder, const PgOutline *outline, const char *member, gboolean rooms)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          const PgOutlineEntry *entry = g_ptr_array_index (day->entries, j);
          const char *name = rooms ? entry->room : entry->track;
          if (name != NULL && g_hash_table_add (seen, (gpointer) name))
            g_ptr_array_add (names, (gpointer) name);
        }
    }
  g_ptr_array_sort (names, compare_names);
  begin_array (builder, member);
  for (guint i = 0; i < names->len; i++)
    {
      begin_object (builder, NULL);
      say (builder, "name", g_ptr_array_index (names, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_conference (JsonBuilder *builder, const PgOutline *outline)
{
  const PgOutlineDay *first = g_ptr_array_index (outline->days, 0);
  const PgOutlineDay *last = g_ptr_array_index (outline->days, outline->days->len - 1);
  g_autofree char *start = pg_date_name (first->day), *end = pg_date_name (last->day);
  begin_object (builder, "conference");
  say (builder, "acronym", outline->acronym);
  say (builder, "title", outline->title);
  say_known (builder, "subtitle", outline->subtitle);
  say_known (builder, "venue", outline->venue);
  say (builder, "start", start);
  say (builder, "end", end);
  count (builder, "daysCount", outline->days->len);
  say (builder, "timeslot_duration", "00:05");
  say_known (builder, "time_zone_name", outline->timezone);
  add_names (builder, outline, "rooms", TRUE);
  add_names (builder, outline, "tracks", FALSE);
  begin_array (builder, "days");
  for (guint i = 0; i < outline->days->len; i++)
    add_day (builder, outline, g_ptr_array_index (outline->days, i), i + 1);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
pg_write_schedule_json (const PgOutline *outline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *version = g_date_time_format (outline->stamp, "%Y-%m-%d %H:%M");
  g_autofree char *own = g_strdup_printf ("%d.%d", PROGRAMME_MAJOR_VERSION, PROGRAMME_MINOR_VERSION);
  begin_object (builder, NULL);
  say (builder, "$schema", "https://c3voc.de/schedule/schema.json");
  begin_object (builder, "generator");
  say (builder, "name", "programme");
  say (builder, "version", own);
  json_builder_end_object (builder);
  begin_object (builder, "schedule");
  say (builder, "version", version);
  add_conference (builder, outline);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return finish (builder);
}

/* JSON-LD */

static void
add_place (JsonBuilder *builder, const char *name)
{
  if (name == NULL)
    return;
  begin_object (builder, "location");
  say (builder, "@type", "Place");
  say (builder, "name", name);
  json_builder_end_object (builder);
}

static void
add_performers (JsonBuilder *builder, const PgOutlineEntry *entry)
{
  if (entry->persons->len == 0)
    return;
  begin_array (builder, "performer");
  for (guint i = 0; i < entry->persons->len; i++)
    {
      const PgOutlinePerson *person = g_ptr_array_index (entry->persons, i);
      begin_object (builder, NULL);
      say (builder, "@type", "Person");
      say (builder, "name", person->name);
      if (person->organisation != NULL)
        {
          begin_object (builder, "affiliation");
          say (builder, "@type", "Organization");
          say (builder, "name", person->organisation);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sub_event (JsonBuilder *builder, const PgOutline *outline, const PgOutlineEntry *entry)
{
  begin_object (builder, NULL);
  say (builder, "@type", "Event");
  g_autofree char *id = g_strconcat ("urn:uuid:", entry->guid, NULL);
  say (builder, "@id", id);
  say (builder, "name", entry->title);
  say (builder, "startDate", pg_outline_time (outline, entry->day, entry->start));
  if (entry->end >= 0)
    say (builder, "endDate", pg_outline_time (outline, entry->day, entry->end));
  add_place (builder, entry->room);
  say_known (builder, "keywords", entry->track);
  say_known (builder, "inLanguage", pg_schedule_languages (outline, entry->language));
  say_known (builder, "description", entry->plain);
  say_known (builder, "url", entry->url);
  add_performers (builder, entry);
  json_builder_end_object (builder);
}

char *
pg_write_json_ld (const PgOutline *outline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const PgOutlineDay *first = g_ptr_array_index (outline->days, 0);
  const PgOutlineDay *last = g_ptr_array_index (outline->days, outline->days->len - 1);
  const PgOutlineEntry *start = g_ptr_array_index (first->entries, 0);
  g_autofree char *name = g_strconcat ("urn:programme:", outline->title, NULL);
  g_autofree char *guid = pg_uuid_of (name), *id = g_strconcat ("urn:uuid:", guid, NULL);
  begin_object (builder, NULL);
  say (builder, "@context", "https://schema.org");
  say (builder, "@type", "Event");
  say (builder, "@id", id);
  say (builder, "name", outline->title);
  say_known (builder, "alternateName", outline->subtitle);
  say (builder, "startDate", pg_outline_time (outline, first->day, start->start));
  say (builder, "endDate", pg_outline_time (outline, last->day, pg_outline_day_end (last)));
  add_place (builder, outline->venue);
  say (builder, "inLanguage", outline->language);
  begin_array (builder, "subEvent");
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        add_sub_event (builder, outline, g_ptr_array_index (day->entries, j));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return finish (builder);
}
