/* Schedules as frab, pretalx and their kin write them. Enters: what such a file says, as it says it. Leaves: a draft, with days,
   times and people that fit together. The truth about a time is sought in this order: an event's date, the day it stands under
   with the hour at which days change, the start alone. */
#include "import/frab.h"

#include "base/limits.h"
#include "import/body.h"
#include "import/moment.h"
#include "import/terms.h"

#include <string.h>

#define USUAL_CHANGE (5 * 60) /* when a day ends where the file does not say it */

typedef struct
{
  const PgForeign *foreign;
  const PgFrabSchedule *schedule;
  PgDraft *draft;
  PgZone *zone;
  PgFamily *family;
  const char *system;
  const char *moved;          /* the first day that was, in words */
  guint n_moved;              /* days */
  guint n_lone, n_far, n_cut; /* what is told once: see tell_times() */
} Frab;

/* An event on its way. */
typedef struct
{
  const PgFrabEvent *event;
  PgMoment date; /* as the zone's clocks show it; day 0: not said, or at odds with the start */
  int start;     /* of the clock; -1: not said */
  int length;    /* minutes; -1: not said */
} Timed;

/* times */

static Timed
time_of (const Frab *frab, const PgFrabEvent *event)
{
  Timed timed
      = { .event = event, .start = pg_moment_clock (event->start), .length = pg_moment_length (event->duration) };
  if (!pg_moment_parse (event->date, &timed.date) || timed.date.is_date)
    timed.date.day = 0;
  pg_moment_move (&timed.date, frab->zone);
  if (timed.start < 0 && timed.date.day != 0)
    timed.start = timed.date.minute;
  if (timed.start % PG_DAY_MINUTES != timed.date.minute) /* UTC, where the zone is not known */
    timed.date.day = 0;
  return timed;
}

/* When the day before ends, as minutes after a day's midnight. */
static int
change_of (const Frab *frab, const PgFrabDay *day)
{
  PgMoment start;
  int change = pg_moment_clock (frab->schedule->day_change);
  if (change >= 0 && change < PG_DAY_MINUTES)
    return change;
  if (!pg_moment_parse (day->start, &start) || start.is_date)
    return USUAL_CHANGE;
  pg_moment_move (&start, frab->zone);
  return start.minute;
}

/* How many days the day's date is before that of all its events, nights counted to the day before them; 0 where any of them
   is on that date. */
static int
disagreement (const GArray *events, int day, int change)
{
  int all = 0;
  for (guint i = 0; i < events->len; i++)
    {
      const Timed *timed = &g_array_index (events, Timed, i);
      if (timed->date.day == 0)
        continue;
      int own = timed->date.day - (timed->date.minute < change ? 1 : 0) - day;
      if (own == 0 || timed->date.day == day || (all != 0 && own != all))
        return 0;
      all = own;
    }
  return all;
}

/* The first date of the events of a day that has none. */
static int
first_date (const GArray *events)
{
  int first = 0;
  for (guint i = 0; i < events->len; i++)
    {
      int day = g_array_index (events, Timed, i).date.day;
      if (day != 0 && (first == 0 || day < first))
        first = day;
    }
  return first;
}

/* The day's date, as its events have it; 0 if nothing tells. */
static int
date_of_day (Frab *frab, const PgFrabDay *day, const GArray *events, int change)
{
  PgMoment said;
  if (!pg_moment_parse (day->date, &said))
    return first_date (events);
  int moved = disagreement (events, said.day, change);
  if (moved == 0)
    return said.day;
  g_autofree char *from = pg_date_name (said.day), *to = pg_date_name (said.day + moved);
  if (frab->n_moved++ == 0)
    frab->moved = pg_arena_printf (frab->draft->arena, "%s, while all its events are on %s", from, to);
  return said.day + moved;
}

/* Minutes after the day's midnight. */
static int
minute_of (Frab *frab, const Timed *timed, int day, int change)
{
  if (timed->date.day != 0)
    {
      if (timed->date.day == day || timed->date.day == day + 1)
        return (timed->date.day - day) * PG_DAY_MINUTES + timed->date.minute;
      frab->n_far++;
    }
  return timed->start < change ? timed->start + PG_DAY_MINUTES : timed->start;
}

/* persons */

/* Those with the same guid are one, else those with the same name: their numbers differ from event to event in some files, and
   in files of several systems a number has several names. */
static PgDraftPerson *
person_of (Frab *frab, const PgFrabPerson *said)
{
  const char *key = said->guid != NULL ? said->guid : said->code != NULL ? said->code : said->name;
  PgDraftPerson *person = pg_draft_person (frab->draft, key);
  if (person->name != NULL)
    return person;
  pg_draft_name (frab->draft, person, frab->family, NULL, said->name);
  PgDraftOrigin origin
      = { frab->system, said->id, said->guid, said->code, NULL, pg_terms_link (frab->draft->arena, said->url) };
  person->origin = pg_draft_origin (frab->draft, &origin);
  person->email = pg_arena_strdup (frab->draft->arena, said->email);
  PgBody *body = pg_body_new (frab->draft->arena, frab->schedule->left, FALSE);
  pg_body_add (body, NULL, said->biography);
  person->biography = pg_body_xml (body);
  return person;
}

static void
add_persons (Frab *frab, const PgFrabEvent *event, PgDraftEntry *entry)
{
  for (guint i = 0; event->persons != NULL && i < event->persons->len; i++)
    {
      const PgFrabPerson *said = g_ptr_array_index (event->persons, i);
      if (said->name == NULL)
        {
          pg_left_add (frab->schedule->left, "person without a name", NULL);
          continue;
        }
      PgDraftGroup *group = pg_draft_group (frab->draft, entry, "speaker");
      pg_draft_slot (frab->draft, group, person_of (frab, said));
    }
}

/* entries */

/* What is for those who sit there, or for after the event, is nothing to print. */
static gboolean
is_of_the_moment (const char *title)
{
  static const char *const words[] = { "feedback", "chat room", "video recording", "livestream" };
  g_autofree char *small = g_utf8_strdown (title != NULL ? title : "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_documents (Frab *frab, const PgFrabEvent *event, PgDraftEntry *entry)
{
  for (guint i = 0; event->links != NULL && i < event->links->len; i++)
    {
      const PgFrabLink *link = g_ptr_array_index (event->links, i);
      const char *href = pg_terms_link (frab->draft->arena, link->href);
      if (href == NULL || is_of_the_moment (link->title))
        {
          pg_left_add (frab->schedule->left, "link", href == NULL ? link->href : link->title);
          continue;
        }
      PgDraftDocument *document = pg_draft_document (frab->draft, entry, href);
      pg_draft_text (frab->draft, &document->title, NULL, link->title != NULL ? link->title : href);
    }
}

static const char *
abstract_of (Frab *frab, const PgFrabEvent *event)
{
  PgBody *body = pg_body_new (frab->draft->arena, frab->schedule->left, TRUE);
  pg_body_add_subtitle (body, NULL, event->subtitle);
  pg_body_add (body, NULL, event->abstract);
  if (g_strcmp0 (event->abstract, event->description) != 0)
    pg_body_add (body, NULL, event->description);
  return pg_body_xml (body);
}

/* What a title alone would not make a break. */
static const char *
break_by_type (const char *type)
{
  return g_strcmp0 (type, "registration") == 0 ? "registration" : g_strcmp0 (type, "photo") == 0 ? "photo" : NULL;
}

/* What is a break says nothing but what it is. */
static const char *
break_of (const PgFrabEvent *event)
{
  gboolean is_talk = event->persons != NULL && event->persons->len > 0;
  if (is_talk || event->abstract != NULL || event->description != NULL)
    return NULL;
  if (break_by_type (event->type) != NULL)
    return break_by_type (event->type);
  const char *kind = pg_terms_break (event->type);
  if (kind != NULL && strcmp (kind, "break") != 0)
    return kind;
  const char *by_title = pg_terms_break (event->title);
  return by_title != NULL ? by_title : kind;
}

static void
fill_session (Frab *frab, const PgFrabEvent *event, PgDraftEntry *entry)
{
  PgDraft *draft = frab->draft;
  PgDraftOrigin origin
      = { frab->system, event->id, event->guid, event->code, event->slug, pg_terms_link (draft->arena, event->url) };
  entry->origin = pg_draft_origin (draft, &origin);
  entry->kind = pg_terms_kind (event->type);
  entry->language = pg_terms_languages (draft->arena, event->language);
  if (event->language != NULL && entry->language == NULL)
    pg_left_add (frab->schedule->left, "language", event->language);
  if (event->type != NULL && entry->kind == NULL && !pg_terms_is_ordinary (event->type))
    pg_left_add (frab->schedule->left, "type", event->type);
  if (event->track != NULL)
    entry->track = pg_draft_track (draft, event->track, event->track);
  entry->abstract = abstract_of (frab, event);
  add_persons (frab, event, entry);
  add_documents (frab, event, entry);
}

static void
add_event (Frab *frab, const Timed *timed, PgDraftDay *day, int start)
{
  const PgFrabEvent *event = timed->event;
  const char *pause = break_of (event);
  PgDraftEntry *entry = pg_draft_entry (frab->draft, day, pause != NULL ? PG_DRAFT_BREAK : PG_DRAFT_SESSION);
  entry->start = start;
  entry->end = timed->length <= 0 ? -1 : MIN (start + timed->length, PG_MAX_CLOCK_MINUTES);
  frab->n_cut += timed->length > PG_MAX_CLOCK_MINUTES - start;
  if (event->room != NULL && strcmp (event->room, PG_FRAB_NO_ROOM) != 0)
    entry->room = pg_draft_room (frab->draft, event->room, event->room);
  pg_draft_text (frab->draft, &entry->title, NULL, event->title != NULL ? event->title : event->slug);
  if (entry->title == NULL)
    {
      pg_foreign_tell (frab->foreign, PROGRAMME_SEVERITY_WARNING, event->line, event->column, "no-title",
                       "an event has no title: it is called “…”");
      pg_draft_text (frab->draft, &entry->title, NULL, "…");
    }
  entry->kind = pause;
  if (pause == NULL)
    fill_session (frab, event, entry);
  else if (event->track != NULL)
    pg_left_add (frab->schedule->left, "track of a break", event->track);
}

static void
add_day (Frab *frab, const PgFrabDay *day)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Timed));
  for (guint i = 0; i < day->events->len; i++)
    {
      Timed timed = time_of (frab, g_ptr_array_index (day->events, i));
      g_array_append_val (events, timed);
    }
  int change = change_of (frab, day), date = date_of_day (frab, day, events, change);
  if (date == 0)
    {
      frab->n_lone += events->len;
      return;
    }
  g_autofree char *name = pg_date_name (date);
  for (guint i = 0; i < events->len; i++)
    {
      const Timed *timed = &g_array_index (events, Timed, i);
      if (timed->start >= 0)
        add_event (frab, timed, pg_draft_day (frab->draft, name), minute_of (frab, timed, date, change));
      else
        frab->n_lone++;
    }
}

/* the schedule */

/* The language that most events are in, where nobody says it. */
static void
choose_language (Frab *frab)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *most = NULL;
  guint n_most = 0;
  for (guint i = 0; i < frab->draft->days->len; i++)
    {
      const PgDraftDay *day = g_ptr_array_index (frab->draft->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          const PgDraftEntry *entry = g_ptr_array_index (day->entries, j);
          if (entry->language == NULL || strchr (entry->language, ' ') != NULL)
            continue;
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->language)) + 1;
          g_hash_table_insert (counts, (gpointer) entry->language, GUINT_TO_POINTER (n));
          if (n > n_most)
            {
              n_most = n;
              most = entry->language;
            }
        }
    }
  if (most != NULL && frab->draft->languages->len == 0)
    g_ptr_array_add (frab->draft->languages, (gpointer) most);
}

static void
set_zone (Frab *frab)
{
  const char *name = pg_foreign_option (frab->foreign, "timezone");
  if (name == NULL)
    name = frab->schedule->zone;
  frab->zone = pg_zone_new (name);
  frab->draft->timezone = NULL;
  if (frab->zone != NULL)
    frab->draft->timezone = pg_arena_strdup (frab->draft->arena, name);
  else if (name != NULL)
    pg_foreign_tell (
        frab->foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "unknown-zone",
        "“%.60s” is no time zone of the IANA list: times are read as they stand; add --timezone=Asia/Seoul "
        "or the like",
        name);
}

static void
tell_count (const Frab *frab, guint n, const char *code, const char *what)
{
  g_autofree char *words = g_strdup_printf ("%u %s %s", n, n == 1 ? "event" : "events", what);
  if (n > 0)
    pg_foreign_tell (frab->foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, code, "%s", words);
}

static void
tell_times (const Frab *frab)
{
  if (frab->n_moved > 0)
    pg_foreign_tell (frab->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "day-moved",
                     "%u %s at odds with all the events on it, such as %s: the events are taken at their word",
                     frab->n_moved, frab->n_moved == 1 ? "day is" : "days are", frab->moved);
  tell_count (frab, frab->n_lone, "no-time", "without a day or a start: left out");
  tell_count (frab, frab->n_far, "day-moved", "with a date that is far from the day: the day is taken");
  tell_count (frab, frab->n_cut, "overlong", "longer than two days: they end at 48:00");
}

static const char *
venue_of (const Frab *frab)
{
  const char *venue = frab->schedule->venue, *city = frab->schedule->city;
  if (venue == NULL || city == NULL || strstr (venue, city) != NULL)
    return venue != NULL ? venue : city;
  return pg_arena_printf (frab->draft->arena, "%s, %s", venue, city);
}

gboolean
pg_frab_draft (const PgForeign *foreign, const PgFrabSchedule *schedule, PgDraft *draft, GError **error)
{
  Frab frab = { .foreign = foreign, .schedule = schedule, .draft = draft };
  const char *title = schedule->title != NULL ? schedule->title : foreign->name;
  frab.system = schedule->generator != NULL ? schedule->generator : "schedule";
  draft->generator = pg_arena_strdup (draft->arena, schedule->generator);
  frab.family = pg_family_new (foreign->options);
  set_zone (&frab);
  pg_draft_text (draft, &draft->title, NULL, title);
  pg_draft_text (draft, &draft->subtitle, NULL, schedule->subtitle);
  pg_draft_text (draft, &draft->venue, NULL, venue_of (&frab));
  for (guint i = 0; i < schedule->days->len; i++)
    add_day (&frab, g_ptr_array_index (schedule->days, i));
  pg_zone_free (frab.zone);
  pg_family_report (frab.family, foreign->name, foreign->report);
  pg_family_free (frab.family);
  choose_language (&frab);
  tell_times (&frab);
  pg_left_tell (schedule->left, foreign);
  if (draft->days->len > 0)
    return TRUE;
  return pg_foreign_fail (foreign, "empty-schedule", error, "no event of this schedule has a day and a start");
}
