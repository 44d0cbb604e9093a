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
        }
    }
}
