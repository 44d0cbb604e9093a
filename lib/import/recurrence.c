/* Entries of calendars that are repeated. Enters: what libical has read. Leaves: the times of each. */
#include "import/recurrence.h"

#include "import/moment.h"

#define MOST 400 /* times of one entry: a year of days, and more */

void
pg_recurrences_init (PgRecurrences *recurrences)
{
  *recurrences = (PgRecurrences){ .changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

void
pg_recurrences_clear (PgRecurrences *recurrences)
{
  g_hash_table_unref (recurrences->changed);
}

char *
pg_recurrence_id (const char *uid, struct icaltimetype time)
{
  g_autofree char *clock = time.is_date ? g_strdup ("") : g_strdup_printf ("T%02d%02d", time.hour, time.minute);
  return g_strdup_printf ("%s/%04d%02d%02d%s", uid != NULL ? uid : "", time.year, time.month, time.day, clock);
}

static int
day_of (struct icaltimetype time)
{
  return icaltime_is_null_time (time) || !icaltime_is_valid_time (time) ? 0
                                                                        : pg_date_of (time.year, time.month, time.day);
}

static gboolean
is_repeated (icalcomponent *event)
{
  return icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL
         || icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY) != NULL;
}

void
pg_recurrences_scan (PgRecurrences *recurrences, icalcomponent *calendar)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      icalproperty *of = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
      icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
      if (of != NULL)
        g_hash_table_add (recurrences->changed,
                          pg_recurrence_id (icalcomponent_get_uid (event), icalproperty_get_recurrenceid (of)));
      if (start != NULL && !is_repeated (event))
        recurrences->last = MAX (recurrences->last, day_of (icalproperty_get_dtstart (start)));
    }
}

static gboolean
is_same (struct icaltimetype a, struct icaltimetype b)
{
  gboolean is_day = a.year == b.year && a.month == b.month && a.day == b.day;
  return is_day && (a.is_date || b.is_date || (a.hour == b.hour && a.minute == b.minute));
}

static gboolean
is_excluded (icalcomponent *event, struct icaltimetype time)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    if (is_same (icalproperty_get_exdate (property), time))
      return TRUE;
  return FALSE;
}

static void
add (PgRecurrences *recurrences, icalcomponent *event, struct icaltimetype time, GArray *times)
{
  g_autofree char *id = pg_recurrence_id (icalcomponent_get_uid (event), time);
  gboolean is_known = is_excluded (event, time) || g_hash_table_contains (recurrences->changed, id);
  for (guint i = 0; i < times->len && !is_known; i++)
    is_known = is_same (g_array_index (times, struct icaltimetype, i), time);
  if (!is_known)
    g_array_append_val (times, time);
}

/* The times by one rule. */
static void
add_rule (PgRecurrences *recurrences, icalcomponent *event, icalproperty *property, struct icaltimetype start,
          GArray *times)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);
  gboolean is_endless = rule.count == 0 && icaltime_is_null_time (rule.until);
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, start);
  recurrences->n_endless += is_endless ? 1 : 0;
  for (guint i = 0; i < MOST && iterator != NULL; i++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      if (icaltime_is_null_time (time) || (is_endless && day_of (time) > MAX (recurrences->last, day_of (start))))
        break;
      add (recurrences, event, time, times);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
}

GArray *
pg_recurrences_of (PgRecurrences *recurrences, icalcomponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (struct icaltimetype));
  struct icaltimetype start = property != NULL ? icalproperty_get_dtstart (property) : icaltime_null_time ();
  if (!is_repeated (event) || day_of (start) == 0)
    {
      g_array_append_val (times, start);
      return times;
    }
  if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) == NULL)
    add (recurrences, event, start, times);
  for (property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_RRULE_PROPERTY))
    add_rule (recurrences, event, property, start, times);
  for (property = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY); property != NULL && times->len < MOST;
       property = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype date = icalproperty_get_rdate (property);
      struct icaltimetype time = icaltime_is_null_time (date.time) ? date.period.start : date.time;
      if (day_of (time) > 0)
        add (recurrences, event, time, times);
    }
  return times;
}
