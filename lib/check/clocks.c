/* Enters: days whose event has a time zone. Leaves: findings on times at which clocks are changed: those that are not there,
   and those that come twice. */
#include "check/parts.h"
#include "event/zones.h"

static void
report_change (const ProgrammeEvent *event, const PgEntry *entry, int minute, PgClock clock, ProgrammeReport *report)
{
  const PgPlace *place = minute == entry->start ? &entry->start_place : &entry->end_place;
  g_autofree char *time = pg_minute_string (minute);
  g_autofree char *title = pg_entry_title (event, entry);
  ProgrammeFinding *finding;
  if (clock == PG_CLOCK_SKIPPED)
    finding
        = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place, "clock-change",
                         "\"%s\": there is no %s in %s that night, when clocks go forward: write the time that they "
                         "show then",
                         title, time, event->timezone);
  else
    finding
        = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, place, "clock-change",
                         "\"%s\": %s comes twice in %s that night, when clocks go back: the second one is meant; say "
                         "in words if it is the first",
                         title, time, event->timezone);
  pg_finding_set_id (finding, pg_entry_own_id (entry));
}

/* An end is also the end of the minute before it, which may be there, and once. */
static void
check_time (const ProgrammeEvent *event, const PgDay *day, const PgEntry *entry, int minute, ProgrammeReport *report)
{
  PgClock clock = pg_zone_clock (event->timezone, day, minute);
  gboolean is_end = minute != entry->start;
  if (is_end && pg_zone_clock (event->timezone, day, minute - 1) == PG_CLOCK_PLAIN)
    return;
  if (clock != PG_CLOCK_PLAIN)
    report_change (event, entry, minute, clock, report);
}

/* What stands beside it in the second zone cannot be skipped, but may come twice there. */
static gboolean
check_second_time (const ProgrammeEvent *event, const PgDay *day, const PgEntry *entry, int minute,
                   ProgrammeReport *report)
{
  int second;
  gboolean is_end = minute != entry->start;
  if (!pg_second_zone_minute (event, day, minute, &second)
      || pg_zone_clock (event->second_timezone, day, second) != PG_CLOCK_TWICE
      || (is_end && pg_zone_clock (event->second_timezone, day, second - 1) == PG_CLOCK_PLAIN))
    return FALSE;
  const PgPlace *place = is_end ? &entry->end_place : &entry->start_place;
  g_autofree char *time = pg_minute_string (second + 2 * PG_DAY_MINUTES), *title = pg_entry_title (event, entry);
  ProgrammeFinding *finding = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, place, "clock-change",
                                             "\"%s\": %s, which stands for it in the second zone, comes twice in %s "
                                             "that night, when clocks go back there: say "
                                             "in words which one is meant",
                                             title, time, event->second_timezone);
  pg_finding_set_id (finding, pg_entry_own_id (entry));
  return TRUE;
}

void
pg_check_clocks (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; event->timezone != NULL && i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      for (guint j = 0; day->year > 0 && j < day->entries->len; j++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, j);
          if (entry->unsure)
            continue;
          check_time (event, day, entry, entry->start, report);
          if (entry->end > entry->start)
            check_time (event, day, entry, entry->end, report);
          if (!check_second_time (event, day, entry, entry->start, report) && entry->end > entry->start)
            check_second_time (event, day, entry, entry->end, report);
        }
    }
}
