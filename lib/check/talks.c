/* Enters: sessions with talks and topics. Leaves: findings on talks that have no time, stand outside their session, overlap or leave gaps,
   and on documents that say nothing. */
#include "check/parts.h"

typedef struct
{
  const ProgrammeEvent *event;
  ProgrammeReport *report;
  const PgEntry *entry;
} Check;

static ProgrammeFinding *
fault (const Check *check, ProgrammeSeverity severity, const PgPlace *place, const char *code, const char *message)
{
  ProgrammeFinding *finding = pg_report_add (check->report, severity, place, code, "%s", message);
  pg_finding_set_id (finding, pg_entry_own_id (check->entry));
  return finding;
}

/* Its own times against each other. FALSE if they are of no use to what follows. */
static gboolean
check_own_times (const Check *check, const PgTalk *talk)
{
  g_autofree char *message = NULL;
  if (talk->unsure || check->entry->unsure)
    return FALSE;
  if (talk->start < 0 && (talk->minutes > 0 || talk->end >= 0))
    {
      fault (check, PROGRAMME_SEVERITY_WARNING, &talk->place, "talk-time",
             "this starts when what stands before it ends, which is not known: give this a start, or that an end");
      return FALSE;
    }
  if (talk->start < 0 || talk->end < 0)
    return talk->start >= 0;
  g_autofree char *start = pg_minute_string (talk->start), *end = pg_minute_string (talk->end);
  if (talk->end <= talk->start)
    {
      gboolean is_reversed = talk->end < talk->start;
      message = g_strdup_printf ("this ends at %s, %s at %s: correct one of the two", end,
                                 is_reversed ? "before it starts" : "and starts", start);
      fault (check, is_reversed ? PROGRAMME_SEVERITY_ERROR : PROGRAMME_SEVERITY_WARNING, &talk->end_place,
             is_reversed ? "reversed-times" : "no-duration", message);
      return FALSE;
    }
  if (talk->minutes > 0 && talk->minutes != (guint) (talk->end - talk->start))
    {
      message = g_strdup_printf ("this has %u minutes, but from %s to %s it is %d: correct one, or leave out minutes",
                                 talk->minutes, start, end, talk->end - talk->start);
      fault (check, PROGRAMME_SEVERITY_WARNING, &talk->place, "talk-time", message);
    }
  return TRUE;
}

/* A talk whose times follow from minutes alone leaves its session where too many of these are given, which is told once. */
static void
check_outside (const Check *check, const PgTalk *talk)
{
  const PgEntry *entry = check->entry;
  gboolean is_early = talk->start < entry->start;
  gboolean is_late = entry->end > entry->start && MAX (talk->start, talk->end) > entry->end;
  if (!talk->is_timed || (!is_early && !is_late))
    return;
  g_autofree char *start = pg_minute_string (entry->start), *end = pg_minute_string (MAX (entry->end, entry->start));
  g_autofree char *message
      = is_early ? g_strdup_printf ("this starts before its session does, at %s: correct one of the two", start)
                 : g_strdup_printf ("this ends after its session does, at %s: correct one of the two", end);
  pg_finding_add_place (fault (check, PROGRAMME_SEVERITY_WARNING, is_early ? &talk->start_place : &talk->end_place,
                               "talk-outside", message),
                        is_early ? &entry->start_place : &entry->end_place);
}

/* Against the talk before it, which is known to end at a minute. */
static void
check_order (const Check *check, const PgTalk *before, int minute, const PgTalk *talk)
{
  g_autofree char *title = pg_talk_title (check->event, before), *end = pg_minute_string (minute);
  g_autofree char *start = pg_minute_string (talk->start), *message = NULL;
  ProgrammeFinding *finding = NULL;
  if (talk->start < minute)
    {
      message = g_strdup_printf ("this starts at %s, before \"%s\" of line %u ends at %s: correct one of the two",
                                 start, title, before->place.line, end);
      finding = fault (check, PROGRAMME_SEVERITY_WARNING, &talk->start_place, "talk-overlap", message);
    }
  else if (talk->start > minute && !talk->follows_group)
    {
      message
          = g_strdup_printf ("nothing stands between %s, when \"%s\" ends, and %s: add a talk such as a discussion, "
                             "or correct the times",
                             end, title, start);
      finding = fault (check, PROGRAMME_SEVERITY_NOTE, &talk->start_place, "talk-gap", message);
    }
  if (finding != NULL)
    pg_finding_add_place (finding, &before->end_place);
}

static void
check_documents (const Check *check, const GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PgDocument *document = g_ptr_array_index (documents, i);
      if (document->reference == NULL && document->title == NULL)
        fault (check, PROGRAMME_SEVERITY_WARNING, &document->place, "empty-document",
               "this document has neither a reference nor a title, so that nothing of it is printed: add "
               "ref=\"AB/2031/7\" or <title>");
    }
}

static void
check_topic (const PgTopic *topic, gpointer check)
{
  check_documents (check, topic->business.documents);
}

static void
check_talks (const Check *check)
{
  const PgTalk *before = NULL;
  for (guint i = 0; check->entry->talks != NULL && i < check->entry->talks->len; i++)
    {
      const PgTalk *talk = g_ptr_array_index (check->entry->talks, i);
      check_documents (check, talk->documents);
      if (!check_own_times (check, talk))
        {
          before = NULL;
          continue;
        }
      check_outside (check, talk);
      if (before != NULL)
        check_order (check, before, before->end, talk);
      before = talk->end > talk->start ? talk : NULL;
    }
}

void
pg_check_talks (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          Check check = { event, report, g_ptr_array_index (day->entries, j) };
          check_talks (&check);
          check_documents (&check, check.entry->business.documents);
          pg_each_topic (check.entry->topics, check_topic, &check);
        }
    }
}
