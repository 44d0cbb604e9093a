/* Calendars, in iCalendar or as XML. Enters: what each event of one says. Leaves: a draft. */
#include "import/calendar.h"

#include "import/body.h"
#include "import/terms.h"

#include <string.h>

void
pg_calendar_init (PgCalendar *calendar, const PgForeign *foreign, PgDraft *draft)
{
  *calendar = (PgCalendar){ 0 };
  pg_flat_init (&calendar->flat, foreign, draft);
}

/* A time in a zone of its own is that of the event's. */
static void
move (PgCalendar *calendar, PgMoment *moment, const char *name)
{
  if (name == NULL || moment->day == 0 || moment->has_offset || moment->is_date
      || g_strcmp0 (name, calendar->flat.draft->timezone) == 0)
    return;
  g_autoptr (PgZone) zone = pg_zone_new (name);
  if (zone == NULL)
    return;
  moment->has_offset = TRUE;
  moment->offset = pg_clock_offset (zone, moment->day, moment->minute);
}

void
pg_calendar_add_person (PgArena *arena, GPtrArray *people, const char *name, const char *address)
{
  PgCalendarPerson *person = pg_arena_new0 (arena, PgCalendarPerson);
  const char *uuid = address != NULL && g_str_has_prefix (address, "urn:uuid:") ? address + strlen ("urn:uuid:") : NULL;
  person->name = name;
  person->guid = uuid != NULL && g_uuid_string_is_valid (uuid) ? pg_arena_strdup (arena, uuid) : NULL;
  g_ptr_array_add (people, person);
}

void
pg_calendar_set_language (PgCalendar *calendar, const char *language)
{
  PgDraft *draft = calendar->flat.draft;
  const char *tag = draft->languages->len == 0 ? pg_terms_languages (draft->arena, language) : NULL;
  if (tag != NULL)
    g_ptr_array_add (draft->languages, (gpointer) tag);
}

static void
add_people (PgFlat *flat, const GPtrArray *people, PgDraftEntry *entry)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const PgCalendarPerson *said = g_ptr_array_index (people, i);
      PgDraftPerson *person = pg_draft_person (flat->draft, said->guid != NULL ? said->guid : said->name);
      if (person->name == NULL)
        {
          PgDraftOrigin origin = { .system = "ical", .guid = said->guid };
          pg_draft_name (flat->draft, person, flat->family, NULL, said->name);
          if (said->guid != NULL)
            person->origin = pg_draft_origin (flat->draft, &origin);
        }
      pg_draft_slot (flat->draft, pg_draft_group (flat->draft, entry, "speaker"), person);
    }
}

static void
fill_session (PgFlat *flat, const PgCalendarEvent *event, PgDraftEntry *entry)
{
  PgDraft *draft = flat->draft;
  gboolean is_uuid = event->uid != NULL && g_uuid_string_is_valid (event->uid);
  PgDraftOrigin origin = { .system = "ical", .slug = event->slug, .url = pg_terms_link (draft->arena, event->url) };
  origin.id = is_uuid ? NULL : event->uid;
  origin.guid = is_uuid ? event->uid : NULL;
  entry->origin = pg_draft_origin (draft, &origin);
  entry->kind = pg_terms_kind (event->type);
  if (event->type != NULL && entry->kind == NULL && !pg_terms_is_ordinary (event->type))
    pg_left_add (flat->left, "type", event->type);
  entry->language = pg_terms_languages (draft->arena, event->language);
  if (event->category != NULL)
    entry->track = pg_draft_track (draft, event->category, event->category);
  PgBody *body = pg_body_new (draft->arena, flat->left, TRUE);
  pg_body_add_subtitle (body, NULL, event->subtitle);
  if (event->is_rich)
    pg_body_add (body, NULL, event->description);
  else
    pg_body_add_plain (body, NULL, event->description);
  entry->abstract = pg_body_xml (body);
  add_people (flat, event->people, entry);
}

void
pg_calendar_add (PgCalendar *calendar, const PgCalendarEvent *event)
{
  PgFlat *flat = &calendar->flat;
  PgMoment start = event->start, end = event->end;
  gboolean is_talk = event->description != NULL || (event->people != NULL && event->people->len > 0);
  const char *pause = is_talk ? NULL : pg_terms_break (event->summary);
  if (g_strcmp0 (event->status, "CANCELLED") == 0)
    {
      pg_left_add (flat->left, "cancelled", event->summary);
      return;
    }
  if (start.is_date)
    {
      calendar->n_whole_days++;
      return;
    }
  pg_flat_set_zone (flat, event->zone);
  move (calendar, &start, event->zone);
  if (end.day == 0 && event->length >= 0)
    {
      end = start;
      end.day += (start.minute + event->length) / PG_DAY_MINUTES;
      end.minute = (start.minute + event->length) % PG_DAY_MINUTES;
    }
  else
    move (calendar, &end, event->zone);
  PgDraftEntry *entry
      = pg_flat_entry (flat, pause != NULL ? PG_DRAFT_BREAK : PG_DRAFT_SESSION, &start, end.day != 0 ? &end : NULL);
  if (entry == NULL)
    return;
  pg_draft_text (flat->draft, &entry->title, NULL, event->summary != NULL ? event->summary : "…");
  if (event->location != NULL)
    entry->room = pg_draft_room (flat->draft, event->location, event->location);
  entry->kind = pause;
  if (pause == NULL)
    fill_session (flat, event, entry);
  else if (event->category != NULL)
    pg_left_add (flat->left, "category of a break", event->category);
}

gboolean
pg_calendar_finish (PgCalendar *calendar, const char *title, GError **error)
{
  if (calendar->n_whole_days > 0)
    pg_foreign_tell (calendar->flat.foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "no-time",
                     "%u %s of whole days, without a time: left out", calendar->n_whole_days,
                     calendar->n_whole_days == 1 ? "entry" : "entries");
  gboolean done = pg_flat_finish (&calendar->flat, title, error);
  pg_flat_clear (&calendar->flat);
  return done;
}
