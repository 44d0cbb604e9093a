/* An event as other systems see it. Enters: a draft, a language. Leaves: a list of what happens when and where, in that language,
   with identifiers for all of it. */
#include "import/outline.h"

#include "import/frab.h"
#include "import/slugs.h"
#include "import/plain.h"
#include "import/rich.h"
#include "import/uuid.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  PgOutline *outline;
  PgDraft *draft;
  PgLeft *left;
  GHashTable *ids, *guids; /* that are taken, of entries */
  GHashTable *person_ids;  /* and of persons */
  GHashTable *persons;     /* PgDraftPerson* → PgOutlinePerson* */
} Maker;

/* identifiers */

/* A number as other systems have them. */
static guint
number_of (const char *id)
{
  char *end;
  guint64 number = id != NULL && g_ascii_isdigit (*id) ? g_ascii_strtoull (id, &end, 10) : 0;
  return number > 0 && number <= G_MAXINT32 && *end == '\0' ? (guint) number : 0;
}

/* The number that a thing has, or one that follows from its guid; none is given twice. */
static const char *
make_id (Maker *maker, GHashTable *taken, const char *id, const char *guid)
{
  guint number = number_of (id);
  g_autofree char *head = g_strndup (guid, 8);
  if (number == 0 || g_hash_table_contains (taken, GUINT_TO_POINTER (number)))
    number = (guint) (strtoul (head, NULL, 16) & G_MAXINT32) | 1;
  while (!g_hash_table_add (taken, GUINT_TO_POINTER (number)))
    number = number % G_MAXINT32 + 1;
  return pg_arena_printf (maker->outline->arena, "%u", number);
}

/* The UUID that an entry has, or one that follows from its id, else from its title; that of a break from its room, too, since
   each room may have one of its own. */
static const char *
make_guid (Maker *maker, const PgDraftEntry *entry, const char *title, const char *room)
{
  PgArena *arena = maker->outline->arena;
  const char *guid = entry->origin.guid;
  gboolean is_break = entry->sort == PG_DRAFT_BREAK;
  const char *key = is_break                   ? title
                    : entry->id != NULL        ? entry->id
                    : entry->origin.id != NULL ? entry->origin.id
                                               : title;
  guint n = 1;
  while (guid == NULL || !g_uuid_string_is_valid (guid) || !g_hash_table_add (maker->guids, (gpointer) guid))
    {
      g_autofree char *name = g_strdup_printf ("urn:programme:%s:%s:%s:%u", maker->outline->title, key,
                                               is_break && room != NULL ? room : "", n++);
      g_autofree char *made = pg_uuid_of (name);
      guid = pg_arena_strdup (arena, made);
    }
  g_autofree char *small = g_ascii_strdown (guid, -1);
  return pg_arena_strdup (arena, small);
}

/* "open-data-forum": as c3voc's rules have acronyms, four characters at least, a to z, 0 to 9, - and _. */
static const char *
make_acronym (PgArena *arena, const char *title)
{
  g_autoptr (PgSlugs) ids = pg_slugs_new ();
  g_autofree char *id = pg_slugs_make (ids, title, "event");
  g_autoptr (GString) acronym = g_string_new (NULL);
  for (const char *at = id; *at != '\0' && acronym->len < 40; at++)
    if (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
      g_string_append_c (acronym, g_ascii_tolower (*at));
  while (acronym->len < 4)
    g_string_append_c (acronym, '_');
  return pg_arena_strdup (arena, acronym->str);
}

/* The slug that an entry has, if it is one by those rules. */
static const char *
make_slug (Maker *maker, const PgDraftEntry *entry, const char *id, const char *title)
{
  const char *slug = entry->origin.slug;
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  if (slug != NULL && strlen (slug) >= 4 && slug[strspn (slug, letters)] == '\0')
    return slug;
  return pg_arena_printf (maker->outline->arena, "%s-%s-%s", maker->outline->acronym, id,
                          make_acronym (maker->outline->arena, title));
}

/* persons */

static PgOutlinePerson *
person_of (Maker *maker, const PgDraftPerson *person)
{
  PgOutline *outline = maker->outline;
  PgOutlinePerson *known = g_hash_table_lookup (maker->persons, person);
  if (known != NULL)
    return known;
  PgOutlinePerson *made = pg_arena_new0 (outline->arena, PgOutlinePerson);
  made->name = pg_plain_text (outline->arena, person->name, outline->language);
  if (person->organisation != NULL)
    made->organisation = pg_plain_text (outline->arena, person->organisation->name, outline->language);
  g_autofree char *key = g_strdup_printf ("urn:programme:person:%s:%s", outline->title, made->name);
  g_autofree char *guid = pg_uuid_of (key);
  gboolean has_guid = person->origin.guid != NULL && g_uuid_string_is_valid (person->origin.guid);
  made->guid = has_guid ? person->origin.guid : pg_arena_strdup (outline->arena, guid);
  made->id = make_id (maker, maker->person_ids, person->origin.id, made->guid);
  g_hash_table_insert (maker->persons, (gpointer) person, made);
  return made;
}

/* Those of talks may be there already. */
static void
add_persons (Maker *maker, const PgDraftEntry *from, PgOutlineEntry *entry)
{
  gboolean is_talk = from->sort == PG_DRAFT_TALK;
  for (guint i = 0; i < from->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (from->groups, i);
      if (g_strcmp0 (group->role, "speaker") != 0)
        pg_left_add (maker->left, "role", group->role);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const PgDraftSlot *slot = g_ptr_array_index (group->slots, j);
          for (guint k = 0; k < slot->people->len; k++)
            {
              PgOutlinePerson *person = person_of (maker, g_ptr_array_index (slot->people, k));
              if (person->name != NULL && !(is_talk && g_ptr_array_find (entry->persons, person, NULL)))
                g_ptr_array_add (entry->persons, person);
            }
        }
    }
}

/* entries */

/* The talks of a session are lines of what it is about, and their people take part in it. */
static const char *
body_of (Maker *maker, const PgDraftEntry *from, PgOutlineEntry *entry)
{
  PgArena *arena = maker->outline->arena;
  if (from->talks->len == 0)
    return from->abstract;
  g_autoptr (GString) xml = g_string_new (from->abstract);
  g_string_append (xml, "<list>");
  for (guint i = 0; i < from->talks->len; i++)
    {
      const PgDraftEntry *talk = g_ptr_array_index (from->talks, i);
      const char *title = pg_plain_text (arena, talk->title, maker->outline->language);
      PgOutlineEntry own = { .persons = pg_arena_array (arena) };
      add_persons (maker, talk, &own);
      add_persons (maker, talk, entry);
      g_string_append (xml, "<item>");
      pg_rich_escape (xml, title != NULL ? title : "…", -1);
      if (own.persons->len > 0)
        {
          g_string_append (xml, " (");
          pg_rich_escape (xml, pg_outline_names (maker->outline, &own, ", "), -1);
          g_string_append_c (xml, ')');
        }
      g_string_append (xml, "</item>");
      pg_left_add (maker->left, "talk", title);
    }
  g_string_append (xml, "</list>");
  return pg_arena_strdup (arena, xml->str);
}

/* The word for a break that has no title of its own. */
static const char *
word_for (const char *kind)
{
  static const char *const words[][2]
      = { { "coffee", "Coffee break" }, { "tea", "Tea break" },       { "lunch", "Lunch" },
          { "dinner", "Dinner" },       { "reception", "Reception" }, { "break", "Break" } };
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], kind) == 0)
      return words[i][1];
  return "Break";
}

static void
add_links (Maker *maker, const PgDraftEntry *from, PgOutlineEntry *entry)
{
  for (guint i = 0; i < from->documents->len; i++)
    {
      const PgDraftDocument *document = g_ptr_array_index (from->documents, i);
      PgOutlineLink *link = pg_arena_new0 (maker->outline->arena, PgOutlineLink);
      const char *title = pg_plain_text (maker->outline->arena, document->title, maker->outline->language);
      link->href = document->href;
      link->title = title != NULL ? title : document->href;
      g_ptr_array_add (entry->links, link);
    }
}

static void
count_left (Maker *maker, const PgDraftEntry *from)
{
  if (from->number != NULL)
    pg_left_add (maker->left, "number", from->number);
  for (guint i = 0; from->further_rooms != NULL && i < from->further_rooms->len; i++)
    {
      const PgDraftThing *room = g_ptr_array_index (from->further_rooms, i);
      pg_left_add (maker->left, "further room", pg_plain_text (maker->outline->arena, room->name, NULL));
    }
}

static const char *
name_of (const Maker *maker, const PgDraftThing *thing)
{
  return thing != NULL ? pg_plain_text (maker->outline->arena, thing->name, maker->outline->language) : NULL;
}

static PgOutlineEntry *
entry_of (Maker *maker, const PgDraftEntry *from, int day)
{
  PgOutline *outline = maker->outline;
  PgOutlineEntry *entry = pg_arena_new0 (outline->arena, PgOutlineEntry);
  entry->is_break = from->sort == PG_DRAFT_BREAK;
  entry->kind = from->kind;
  entry->day = day;
  entry->start = from->start;
  entry->end = from->end;
  entry->title = pg_plain_text (outline->arena, from->title, outline->language);
  if (entry->title == NULL)
    entry->title = entry->is_break ? word_for (from->kind) : "…";
  entry->room = name_of (maker, from->room);
  entry->guid = make_guid (maker, from, entry->title, entry->room);
  entry->id = make_id (maker, maker->ids, from->origin.id, entry->guid);
  entry->uid = g_strcmp0 (from->origin.system, "ical") == 0 && from->origin.id != NULL ? from->origin.id : entry->guid;
  entry->slug = make_slug (maker, from, entry->id, entry->title);
  entry->url = from->origin.url;
  entry->track = name_of (maker, from->track);
  entry->language = from->language;
  entry->persons = pg_arena_array (outline->arena);
  entry->links = pg_arena_array (outline->arena);
  add_persons (maker, from, entry);
  const char *body = body_of (maker, from, entry);
  entry->html = pg_html_body (outline->arena, body, outline->language);
  entry->plain = pg_plain_body (outline->arena, body, outline->language);
  add_links (maker, from, entry);
  count_left (maker, from);
  return entry;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  int left = (*(PgOutlineEntry *const *) a)->start, right = (*(PgOutlineEntry *const *) b)->start;
  return left < right ? -1 : left > right;
}

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  int left = (*(PgOutlineDay *const *) a)->day, right = (*(PgOutlineDay *const *) b)->day;
  return left < right ? -1 : left > right;
}

static void
add_day (Maker *maker, const PgDraftDay *from)
{
  PgMoment date;
  if (from->entries->len == 0 || !pg_moment_parse (from->date, &date))
    return;
  PgOutlineDay *day = pg_arena_new0 (maker->outline->arena, PgOutlineDay);
  day->day = date.day;
  day->entries = pg_arena_array (maker->outline->arena);
  for (guint i = 0; i < from->entries->len; i++)
    {
      const PgDraftEntry *entry = g_ptr_array_index (from->entries, i);
      if (entry->start >= 0)
        g_ptr_array_add (day->entries, entry_of (maker, entry, date.day));
      else
        pg_left_add (maker->left, "entry without a time", from->date);
    }
  if (day->entries->len == 0)
    return;
  g_ptr_array_sort (day->entries, compare_starts);
  g_ptr_array_add (maker->outline->days, day);
}

PgOutline *
pg_outline_new (PgDraft *draft, const char *language, PgLeft *left)
{
  PgOutline *outline = g_new0 (PgOutline, 1);
  const char *first = draft->languages->len > 0 ? g_ptr_array_index (draft->languages, 0) : "en";
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  outline->arena = draft->arena;
  outline->language = language != NULL ? language : first;
  outline->title = pg_plain_text (draft->arena, draft->title, outline->language);
  if (outline->title == NULL)
    outline->title = "…";
  outline->subtitle = pg_plain_text (draft->arena, draft->subtitle, outline->language);
  outline->venue = pg_plain_text (draft->arena, draft->venue, outline->language);
  outline->acronym = make_acronym (draft->arena, outline->title);
  outline->timezone = draft->timezone;
  outline->zone = pg_zone_new (draft->timezone);
  outline->days = pg_arena_array (draft->arena);
  outline->stamp = epoch != NULL ? g_date_time_new_from_unix_utc (strtoll (epoch, NULL, 10)) : NULL;
  if (outline->stamp == NULL)
    outline->stamp = g_date_time_new_now_utc ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) guids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) person_ids = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) persons = g_hash_table_new (g_direct_hash, g_direct_equal);
  Maker maker = { outline, draft, left, ids, guids, person_ids, persons };
  for (guint i = 0; i < draft->days->len; i++)
    add_day (&maker, g_ptr_array_index (draft->days, i));
  g_ptr_array_sort (outline->days, compare_days);
  return outline;
}

void
pg_outline_free (PgOutline *outline)
{
  if (outline == NULL)
    return;
  pg_zone_free (outline->zone);
  g_date_time_unref (outline->stamp);
  g_free (outline);
}

const char *
pg_outline_clock (const PgOutline *outline, int minute)
{
  return pg_arena_printf (outline->arena, "%02d:%02d", minute / 60, minute % 60);
}

const char *
pg_outline_time (const PgOutline *outline, int day, int minute)
{
  day += minute / PG_DAY_MINUTES;
  minute %= PG_DAY_MINUTES;
  g_autofree char *date = pg_date_name (day);
  const char *clock = pg_outline_clock (outline, minute);
  if (outline->zone == NULL)
    return pg_arena_printf (outline->arena, "%sT%s:00", date, clock);
  int offset = pg_clock_offset (outline->zone, day, minute);
  return pg_arena_printf (outline->arena, "%sT%s:00%c%02d:%02d", date, clock, offset < 0 ? '-' : '+', abs (offset) / 60,
                          abs (offset) % 60);
}

const char *
pg_outline_moment (const PgOutline *outline, int day, int minute)
{
  const char *time = pg_outline_time (outline, day, minute);
  return outline->zone != NULL ? time : pg_arena_printf (outline->arena, "%s+00:00", time);
}

int
pg_outline_end (const PgOutlineEntry *entry)
{
  return MAX (entry->start, entry->end);
}

int
pg_outline_day_end (const PgOutlineDay *day)
{
  int end = 0;
  for (guint i = 0; i < day->entries->len; i++)
    end = MAX (end, pg_outline_end (g_ptr_array_index (day->entries, i)));
  return end;
}

GPtrArray *
pg_outline_rooms (const PgOutline *outline, const PgOutlineDay *day)
{
  GPtrArray *rooms = pg_arena_array (outline->arena);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < day->entries->len; i++)
    {
      PgOutlineEntry *entry = g_ptr_array_index (day->entries, i);
      const char *name = entry->room != NULL ? entry->room : PG_FRAB_NO_ROOM;
      PgOutlineRoom *room = g_hash_table_lookup (by_name, name);
      if (room == NULL)
        {
          room = pg_arena_new0 (outline->arena, PgOutlineRoom);
          room->name = name;
          room->entries = pg_arena_array (outline->arena);
          g_ptr_array_add (rooms, room);
          g_hash_table_insert (by_name, (gpointer) name, room);
        }
      g_ptr_array_add (room->entries, entry);
    }
  return rooms;
}

const char *
pg_outline_names (const PgOutline *outline, const PgOutlineEntry *entry, const char *between)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < entry->persons->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? between : "",
                            ((const PgOutlinePerson *) g_ptr_array_index (entry->persons, i))->name);
  return pg_arena_strdup (outline->arena, names->str);
}
