/* Enters: what a reader fills in. Leaves: an event that nothing changes, freed with its last reference.
   The overriding of a person's facts by a slot's is decided here, once for all pieces. */
#include "event/event.h"

#include "event/printed.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ProgrammeEvent, programme_event, programme_event_ref, programme_event_unref)

ProgrammeEvent *
pg_event_new (const char *file, ProgrammeFiles *files)
{
  PgArena *arena = pg_arena_new ();
  ProgrammeEvent *event = g_new0 (ProgrammeEvent, 1);
  g_atomic_ref_count_init (&event->refs);
  event->arena = arena;
  event->file = pg_arena_strdup (arena, file);
  event->files = files != NULL ? g_object_ref (files) : NULL;
  event->pictures = pg_pictures_new (files);
  event->languages = g_strsplit ("en", " ", -1);
  GPtrArray **arrays[] = { &event->versions,   &event->organisers, &event->organisations, &event->people,
                           &event->rooms,      &event->tracks,     &event->countries,     &event->words,
                           &event->formats,    &event->front,      &event->back,          &event->booklet,
                           &event->days,       &event->groups,     &event->signposts,     &event->notices,
                           &event->categories, &event->kit };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = pg_arena_array (arena);
  event->origins = g_hash_table_new (NULL, NULL);
  event->findings = g_new0 (PgEventFindings, 1);
  event->findings->read = programme_report_new ();
  g_mutex_init (&event->findings->lock);
  return event;
}

const PgOrigins *
pg_event_origins (const ProgrammeEvent *event, const char *string)
{
  return g_hash_table_lookup (event->origins, string);
}

const char *
pg_part_name (PgPartKind kind)
{
  static const char *const names[] = { "cover",   "front", "contents", "glance", "agenda",   "speakers", "index",
                                       "section", "plan",  "sponsors", "back",   "personal", "notes",    "back-cover" };
  return names[kind];
}

double
pg_event_image_ratio (const ProgrammeEvent *event, const char *path)
{
  const PgPictureFacts *facts = pg_pictures_look (event->pictures, path);
  return facts != NULL ? facts->width / facts->height : 1;
}

const char *
pg_entry_own_id (const PgEntry *entry)
{
  return g_ascii_isdigit (entry->id[0]) ? NULL : entry->id; /* those that are made begin with a digit */
}

const char *const pg_arrow_names[]
    = { "ahead", "ahead-right", "right", "back-right", "back", "back-left", "left", "ahead-left", NULL };
const char *const pg_notice_names[] = { "moved", "full", "cancelled", "reserved", "welcome", "text", NULL };

gboolean
pg_entry_is_in (const PgEntry *entry, const PgRoom *room)
{
  return entry->room == room || (entry->further_rooms != NULL && g_ptr_array_find (entry->further_rooms, room, NULL));
}

gboolean
pg_event_uses_rooms (const ProgrammeEvent *event)
{
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        if (((const PgEntry *) g_ptr_array_index (day->entries, e))->room != NULL)
          return TRUE;
    }
  return FALSE;
}

GPtrArray *
pg_day_entries_in (const PgDay *day, const PgRoom *room, PgArena *arena)
{
  GPtrArray *entries = pg_arena_array (arena);
  int first = G_MAXINT, last = -1;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (!pg_entry_is_in (entry, room))
        continue;
      first = MIN (first, entry->start);
      last = MAX (last, entry->start);
    }
  for (guint i = 0; i < day->entries->len; i++)
    {
      PgEntry *entry = g_ptr_array_index (day->entries, i);
      gboolean is_between = entry->kind == PG_ENTRY_BREAK && entry->start > first && entry->start < last;
      if (pg_entry_is_in (entry, room) || (entry->room == NULL && is_between))
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

ProgrammeEvent *
programme_event_ref (ProgrammeEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);
  g_atomic_ref_count_inc (&event->refs);
  return event;
}

void
programme_event_unref (ProgrammeEvent *event)
{
  g_return_if_fail (event != NULL);
  if (!g_atomic_ref_count_dec (&event->refs))
    return;
  g_strfreev (event->languages);
  g_hash_table_unref (event->origins);
  g_clear_pointer (&event->source, g_bytes_unref);
  pg_pictures_free (event->pictures);
  g_clear_object (&event->files);
  programme_report_unref (event->findings->read);
  g_clear_pointer (&event->findings->checked, programme_report_unref);
  g_mutex_clear (&event->findings->lock);
  g_free (event->findings);
  pg_arena_free (event->arena);
  g_free (event);
}

const char *
programme_event_get_title (const ProgrammeEvent *event, const char *language)
{
  g_return_val_if_fail (event != NULL, NULL);
  const PgVersion *version = pg_text_get (event->title, language != NULL ? language : event->languages[0]);
  return version != NULL ? version->string : "";
}

const char *const *
programme_event_get_languages (const ProgrammeEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);
  return (const char *const *) event->languages;
}

gboolean
pg_room_has_figure (const PgRoom *room)
{
  return room->level != NULL && g_utf8_strlen (room->level, -1) <= 2;
}

char *
pg_event_path_beside (const ProgrammeEvent *event, const char *file, const char *path)
{
  g_autofree char *own = g_canonicalize_filename (event->file, NULL), *folder = g_path_get_dirname (own);
  g_autofree char *other = g_canonicalize_filename (file, NULL), *beside = g_path_get_dirname (other);
  gsize length = strlen (folder);
  if (!g_str_has_prefix (beside, folder) || (beside[length] != '\0' && beside[length] != '/'))
    return NULL;
  return beside[length] == '\0' ? g_strdup (path) : g_strconcat (beside + length + 1, "/", path, NULL);
}

static gboolean
is_called (const PgCategory *category, const char *word)
{
  if (category->id != NULL && g_ascii_strcasecmp (category->id, word) == 0)
    return TRUE;
  g_autofree char *wanted = g_utf8_casefold (word, -1);
  for (guint i = 0; category->name != NULL && i < category->name->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (category->name->versions, i);
      g_autofree char *own = g_utf8_casefold (version->string, -1);
      if (strcmp (own, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

const PgCategory *
pg_event_find_category (const ProgrammeEvent *event, const char *word, guint *index)
{
  for (*index = 0; *index < event->categories->len; ++*index)
    if (is_called (g_ptr_array_index (event->categories, *index), word))
      return g_ptr_array_index (event->categories, *index);
  return NULL;
}

const PgOrganisation *
pg_slot_organisation (const PgSlot *slot, const PgPerson *person)
{
  if (slot->no_organisation)
    return NULL;
  return slot->organisation != NULL ? slot->organisation : person->organisation;
}

const char *
pg_slot_country (const PgSlot *slot, const PgPerson *person)
{
  if (slot->country != NULL)
    return slot->country;
  if (slot->organisation == NULL && person->country != NULL)
    return person->country;
  const PgOrganisation *organisation = slot->organisation != NULL ? slot->organisation : person->organisation;
  if (organisation != NULL && organisation->country != NULL)
    return organisation->country;
  return person->country;
}

const PgText *
pg_slot_position (const PgSlot *slot, const PgPerson *person)
{
  if (slot->position == NULL)
    return person->position;
  return slot->position->versions->len > 0 ? slot->position : NULL;
}

const PgText *
pg_slot_name (const PgSlot *slot, const PgPerson *person)
{
  return slot->name != NULL ? slot->name : person->name;
}

gboolean
pg_slot_speaks (const PgGroup *group, const PgSlot *slot)
{
  return slot->presenting || g_strcmp0 (group->role, "author") != 0
         || (group->slots->len == 1 && slot->people->len == 1);
}

void
pg_each_topic (const GPtrArray *topics, PgTopicFunc func, gpointer data)
{
  for (guint i = 0; topics != NULL && i < topics->len; i++)
    {
      const PgTopic *topic = g_ptr_array_index (topics, i);
      func (topic, data);
      pg_each_topic (topic->topics, func, data);
    }
}

void
pg_each_part (const GPtrArray *body, PgBodyFunc func, gpointer data)
{
  for (guint i = 0; body != NULL && i < body->len; i++)
    {
      const PgBodyPart *part = g_ptr_array_index (body, i);
      func (part, data);
      pg_each_part (part->body, func, data);
    }
}

/* What to call for each part. */
typedef struct
{
  PgBodyFunc func;
  gpointer data;
} BodyVisit;

static void
visit_topic (const PgTopic *topic, gpointer data)
{
  const BodyVisit *visit = data;
  pg_each_part (topic->abstract, visit->func, visit->data);
}

static void
visit_entry (const PgEntry *entry, BodyVisit *visit)
{
  pg_each_part (entry->abstract, visit->func, visit->data);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    pg_each_part (((const PgTalk *) g_ptr_array_index (entry->talks, i))->abstract, visit->func, visit->data);
  pg_each_topic (entry->topics, visit_topic, visit);
  for (guint i = 0; entry->works != NULL && i < entry->works->len; i++)
    pg_each_part (((const PgWork *) g_ptr_array_index (entry->works, i))->abstract, visit->func, visit->data);
}

static void
visit_sections (const GPtrArray *sections, const BodyVisit *visit)
{
  for (guint i = 0; i < sections->len; i++)
    pg_each_part (((const PgSection *) g_ptr_array_index (sections, i))->body, visit->func, visit->data);
}

void
pg_event_each_part (const ProgrammeEvent *event, PgBodyFunc func, gpointer data)
{
  BodyVisit visit = { func, data };
  visit_sections (event->front, &visit);
  for (guint i = 0; i < event->people->len; i++)
    pg_each_part (((const PgPerson *) g_ptr_array_index (event->people, i))->biography, func, data);
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      pg_each_part (day->note, func, data);
      for (guint j = 0; j < day->entries->len; j++)
        visit_entry (g_ptr_array_index (day->entries, j), &visit);
    }
  visit_sections (event->back, &visit);
  for (guint i = 0; i < event->booklet->len; i++)
    {
      const PgBookletPart *part = g_ptr_array_index (event->booklet, i);
      pg_each_part (part->section != NULL ? part->section->body : NULL, func, data);
    }
  for (guint i = 0; i < event->notices->len; i++)
    pg_each_part (((const PgNotice *) g_ptr_array_index (event->notices, i))->body, func, data);
}
