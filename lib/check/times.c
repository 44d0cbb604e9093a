/* Enters: days and their entries. Leaves: findings on dates, reversed times, gaps, missing ends, minutes given away. */
#include "check/parts.h"
#include "event/dates.h"

#include <string.h>

/* Days */

static int
number_of (const PgDay *day)
{
  return pg_day_number (day->year, day->month, day->day);
}

/* Whether a text in the event's own language says a number. */
static gboolean
says (const PgText *text, int number)
{
  g_autofree char *figures = g_strdup_printf ("%d", number);
  return text != NULL && strstr (pg_text_get (text, "")->string, figures) != NULL;
}

/* A day's title stands where its date would. */
static void
check_title (const PgDay *day, ProgrammeReport *report)
{
  if (day->year == 0 || day->title == NULL || says (day->title, day->day) || says (day->subtitle, day->day))
    return;
  pg_report_add (
      report, PROGRAMME_SEVERITY_NOTE, &day->place, "hidden-date",
      "this day's title stands in the place of its date, %04d-%02d-%02d, which is then not printed above it: "
      "say the date in the title or in a <subtitle>",
      day->year, day->month, day->day);
}

/* dates: the days before this one, by number. */
static void
check_date (GHashTable *dates, const PgDay *before, PgDay *day, ProgrammeReport *report)
{
  if (day->year == 0)
    return;
  const PgDay *twin = g_hash_table_lookup (dates, GINT_TO_POINTER (number_of (day)));
  if (twin != NULL)
    pg_finding_add_place (
        pg_report_add (
            report, PROGRAMME_SEVERITY_WARNING, &day->date_place, "day-twice",
            "%04d-%02d-%02d is the date of two days, this one and that of line %u: correct the date, or make "
            "one day of them",
            day->year, day->month, day->day, twin->place.line),
        &twin->date_place);
  else if (before != NULL && number_of (before) > number_of (day))
    pg_finding_add_place (pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &day->date_place, "day-order",
                                         "%04d-%02d-%02d comes after %04d-%02d-%02d: correct the date, or move the day "
                                         "up",
                                         day->year, day->month, day->day, before->year, before->month, before->day),
                          &before->date_place);
  if (twin == NULL)
    g_hash_table_insert (dates, GINT_TO_POINTER (number_of (day)), day);
}

void
pg_check_days (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (GHashTable) dates = g_hash_table_new (NULL, NULL);
  PgDay *before = NULL;
  if (event->days->len == 0)
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &event->place, "empty-agenda",
                   "the agenda has no days: add <day date=\"…\"> with its sessions to <agenda>");
  for (guint i = 0; i < event->days->len; i++)
    {
      PgDay *day = g_ptr_array_index (event->days, i);
      check_date (dates, before, day, report);
      check_title (day, report);
      if (day->entries->len == 0)
        pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &day->place, "empty-day",
                       "this day has neither sessions nor breaks: add them, or remove the day");
      if (day->year > 0)
        before = day;
    }
}

/* Times */

/* A night's session that ends by the morning is one that went on past midnight. */
static gboolean
past_midnight (const PgEntry *entry)
{
  return entry->end < PG_DAY_MINUTES && entry->end + PG_DAY_MINUTES - entry->start <= PG_DAY_MINUTES / 2;
}

static void
check_end (const PgEntry *entry, ProgrammeReport *report)
{
  if (entry->end < 0 || entry->end > entry->start || entry->unsure)
    return;
  g_autofree char *start = pg_minute_string (entry->start), *end = pg_minute_string (entry->end);
  ProgrammeFinding *finding;
  if (entry->end == entry->start)
    finding = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &entry->end_place, "no-duration",
                             "this ends at %s, when it starts: correct the end, or leave it out", end);
  else if (past_midnight (entry))
    {
      int late = entry->end + PG_DAY_MINUTES;
      g_autofree char *fix = g_strdup_printf ("%02d:%02d", late / 60, late % 60);
      finding = pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &entry->end_place, "reversed-times",
                               "this ends at %s, before it starts at %s: if it goes on past midnight, write end=\"%s\"",
                               end, start, fix);
      pg_finding_set_fix (finding, fix);
    }
  else
    finding = pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &entry->end_place, "reversed-times",
                             "this ends at %s, before it starts at %s: correct one of the two", end, start);
  pg_finding_add_place (finding, &entry->start_place);
  pg_finding_set_id (finding, pg_entry_own_id (entry));
}

static void
check_missing_end (const ProgrammeEvent *event, const PgSpell *spell, ProgrammeReport *report)
{
  if (spell->entry->end >= 0 || spell->end >= 0 || spell->entry->unsure || spell->entry->without_times)
    return;
  g_autofree char *title = pg_entry_title (event, spell->entry);
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &spell->entry->place, "no-end",
                       "\"%s\" has no end, and nothing follows that would end it: add end=\"…\" if it is known", title);
  pg_finding_set_id (finding, pg_entry_own_id (spell->entry));
}

/* busy is the entry that ends last among those before; what none of them covers is a gap. */
static void
check_gap (const ProgrammeEvent *event, const PgSpell *busy, const PgSpell *next, ProgrammeReport *report)
{
  gboolean unsure = busy->entry->unsure || next->entry->unsure || next->entry->without_times;
  if (busy->day != next->day || busy->end < 0 || next->start <= busy->end || unsure)
    return;
  g_autofree char *from = pg_minute_string (busy->end), *to = pg_minute_string (next->start);
  g_autofree char *title = pg_entry_title (event, busy->entry);
  ProgrammeFinding *finding = pg_report_add (
      report, PROGRAMME_SEVERITY_NOTE, &next->entry->start_place, "gap",
      "nothing stands between %s, when \"%s\" ends, and %s: add a break if there is one", from, title, to);
  pg_finding_add_place (finding, &busy->entry->end_place);
  pg_finding_set_id (finding, pg_entry_own_id (next->entry));
}

void
pg_check_times (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report)
{
  const PgSpell *busy = NULL;
  for (guint i = 0; i < spells->len; i++)
    {
      const PgSpell *spell = &g_array_index (spells, PgSpell, i);
      check_end (spell->entry, report);
      check_missing_end (event, spell, report);
      if (busy != NULL)
        check_gap (event, busy, spell, report);
      /* One without a known end hides what follows it. */
      gboolean hidden = busy != NULL && busy->day == spell->day && busy->end < 0;
      if (busy == NULL || busy->day != spell->day || (!hidden && (spell->end < 0 || spell->end > busy->end)))
        busy = spell;
    }
}

/* Minutes */

static guint
minutes_of (const GPtrArray *groups)
{
  guint given = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (groups, i);
      given += group->minutes;
      for (guint j = 0; j < group->slots->len; j++)
        given += ((const PgSlot *) g_ptr_array_index (group->slots, j))->minutes;
    }
  return given;
}

static void
add_minutes (const PgTopic *topic, gpointer given)
{
  *(guint *) given += minutes_of (topic->groups);
}

static void
check_entry_minutes (const ProgrammeEvent *event, const PgEntry *entry, ProgrammeReport *report)
{
  guint given = minutes_of (entry->groups);
  pg_each_topic (entry->topics, add_minutes, &given);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    given += ((const PgTalk *) g_ptr_array_index (entry->talks, i))->minutes;
  if (entry->unsure || entry->end <= entry->start || given <= (guint) (entry->end - entry->start))
    return;
  guint length = (guint) (entry->end - entry->start);
  g_autofree char *title = pg_entry_title (event, entry);
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &entry->place, "minutes",
                       "%u minutes are given to speakers in a session of %u, \"%s\": take away %u, or make it longer",
                       given, length, title, given - length);
  pg_finding_set_id (finding, pg_entry_own_id (entry));
}

void
pg_check_minutes (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        check_entry_minutes (event, g_ptr_array_index (day->entries, j), report);
    }
}
