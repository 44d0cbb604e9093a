/* Schedules that are one list, without days. Enters: entries, each with its date and time. Leaves: days of a draft. */
#include "import/flat.h"

#include "base/limits.h"

#include <string.h>

#define NIGHT_ENDS (5 * 60)
#define EVENING (18 * 60)
#define FARTHEST 1000 /* days between a start and an end: more are as wrong */

void
pg_flat_init (PgFlat *flat, const PgForeign *foreign, PgDraft *draft)
{
  *flat = (PgFlat){ .foreign = foreign, .draft = draft };
  flat->left = pg_left_new ();
  flat->family = pg_family_new (foreign->options);
  flat->waiting = pg_arena_new0 (draft->arena, PgDraftDay);
  flat->waiting->entries = pg_arena_array (draft->arena);
  flat->moments = g_array_new (FALSE, FALSE, sizeof (PgMoment));
  pg_flat_set_zone (flat, NULL);
}

void
pg_flat_clear (PgFlat *flat)
{
  pg_left_free (flat->left);
  pg_family_free (flat->family);
  pg_zone_free (flat->zone);
  g_array_unref (flat->moments);
}

void
pg_flat_set_zone (PgFlat *flat, const char *name)
{
  const char *wanted = pg_foreign_option (flat->foreign, "timezone");
  if (wanted == NULL)
    wanted = name;
  if (wanted == NULL || flat->zone != NULL)
    return;
  flat->zone = pg_zone_new (wanted);
  flat->draft->timezone = flat->zone != NULL ? pg_arena_strdup (flat->draft->arena, wanted) : NULL;
  if (flat->zone == NULL)
    pg_foreign_tell (flat->foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "unknown-zone",
                     "“%.60s” is no time zone of the IANA list: add --timezone=Asia/Seoul or the like", wanted);
}

/* Minutes from one moment to another, on the clock; where one of them alone says how far it is from UTC, as if both were in
   the same zone. */
static int
minutes_between (const PgMoment *from, const PgMoment *to)
{
  return CLAMP (to->day - from->day, -FARTHEST, FARTHEST) * PG_DAY_MINUTES + to->minute - from->minute;
}

PgDraftEntry *
pg_flat_entry (PgFlat *flat, PgDraftSort sort, const PgMoment *start, const PgMoment *end)
{
  if (start == NULL || start->day == 0 || start->is_date)
    {
      flat->n_timeless++;
      return NULL;
    }
  PgMoment from = *start, to = end != NULL ? *end : *start;
  flat->n_utc += from.has_offset && flat->zone == NULL && from.offset == 0;
  pg_moment_move (&from, flat->zone);
  pg_moment_move (&to, flat->zone);
  PgDraftEntry *entry = pg_draft_entry (flat->draft, flat->waiting, sort);
  int length = end != NULL && end->day != 0 ? minutes_between (&from, &to) : -1;
  entry->start = from.minute;
  entry->end = length > 0 ? from.minute + MIN (length, PG_MAX_CLOCK_MINUTES) : -1;
  g_array_append_val (flat->moments, from);
  return entry;
}

/* Days on which something begins in the evening, and which may go on past midnight. */
static GHashTable *
evenings (const PgFlat *flat)
{
  GHashTable *days = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < flat->moments->len; i++)
    {
      const PgMoment *moment = &g_array_index (flat->moments, PgMoment, i);
      if (moment->minute >= EVENING)
        g_hash_table_add (days, GINT_TO_POINTER (moment->day));
    }
  return days;
}

static void
put (PgFlat *flat, PgDraftEntry *entry, int day, int shift)
{
  g_autofree char *name = pg_date_name (day);
  entry->start += shift;
  if (entry->end >= 0)
    entry->end += shift;
  if (entry->end > PG_MAX_CLOCK_MINUTES)
    {
      entry->end = PG_MAX_CLOCK_MINUTES;
      flat->n_cut++;
    }
  g_ptr_array_add (pg_draft_day (flat->draft, name)->entries, entry);
}

static void
tell_count (const PgFlat *flat, guint n, const char *code, const char *what)
{
  g_autofree char *words = g_strdup_printf ("%u %s %s", n, n == 1 ? "entry" : "entries", what);
  if (n > 0)
    pg_foreign_tell (flat->foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, code, "%s", words);
}

static void
set_title (PgFlat *flat, const char *title)
{
  if (flat->draft->title != NULL)
    return;
  g_autofree char *file = g_path_get_basename (flat->foreign->name);
  char *ending = strrchr (file, '.');
  if (ending != NULL && ending > file)
    *ending = '\0';
  pg_draft_text (flat->draft, &flat->draft->title, NULL, title != NULL ? title : file);
  if (title == NULL)
    pg_foreign_tell (flat->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "no-title",
                     "the file does not say what the event is called: it is called “%s”, after the file", file);
}

gboolean
pg_flat_finish (PgFlat *flat, const char *title, GError **error)
{
  g_autoptr (GHashTable) late = evenings (flat);
  for (guint i = 0; i < flat->moments->len; i++)
    {
      const PgMoment *moment = &g_array_index (flat->moments, PgMoment, i);
      PgDraftEntry *entry = g_ptr_array_index (flat->waiting->entries, i);
      gboolean is_night
          = moment->minute < NIGHT_ENDS && g_hash_table_contains (late, GINT_TO_POINTER (moment->day - 1));
      put (flat, entry, moment->day - is_night, is_night ? PG_DAY_MINUTES : 0);
    }
  set_title (flat, title);
  tell_count (flat, flat->n_timeless, "no-time", "without a date and a start: left out");
  tell_count (flat, flat->n_cut, "overlong", "longer than two days: they end at 48:00");
  if (flat->n_utc > 0)
    tell_count (flat, flat->n_utc, "no-zone",
                "in UTC, and nothing says in which zone the event is: add --timezone=Asia/Seoul "
                "or the like");
  pg_left_tell (flat->left, flat->foreign);
  pg_family_report (flat->family, flat->foreign->name, flat->foreign->report);
  if (flat->draft->days->len > 0)
    return TRUE;
  return pg_foreign_fail (flat->foreign, "empty-schedule", error, "nothing in this schedule has a date and a start");
}
