/* Enters: an event that says which parts its booklet has. Leaves: warnings for those that have nothing to say. */
#include "check/parts.h"

#include "event/printed.h"

static gboolean
has_level (const ProgrammeEvent *event, const char *level)
{
  for (guint i = 0; i < event->rooms->len; i++)
    if (g_strcmp0 (((const PgRoom *) g_ptr_array_index (event->rooms, i))->level, level) == 0)
      return TRUE;
  return FALSE;
}

/* Rooms that a plan shows are listed beside it. */
static void
check_plan (const ProgrammeEvent *event, const PgBookletPart *part, ProgrammeReport *report)
{
  if (part->kind == PG_PART_PLAN && part->level != NULL && !has_level (event, part->level))
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &part->place, "plan-level",
                   "no room is on level \"%.40s\", so that none is listed beside the plan: write level=\"%.40s\" in "
                   "those <room>s that it shows, or correct it here",
                   part->level, part->level);
}

/* What is missing for a part to say anything; NULL: nothing. */
static const char *
lack_of (const ProgrammeEvent *event, PgPartKind kind)
{
  if (kind == PG_PART_FRONT && event->front->len == 0)
    return "the event has no <front>";
  if (kind == PG_PART_BACK && event->back->len == 0)
    return "the event has no <back>";
  if ((kind == PG_PART_SPEAKERS || kind == PG_PART_INDEX) && event->people->len == 0)
    return "the event has no <people>";
  return NULL;
}

void
pg_check_booklet (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; i < event->booklet->len; i++)
    {
      const PgBookletPart *part = g_ptr_array_index (event->booklet, i);
      const char *lack = lack_of (event, part->kind), *name = pg_part_name (part->kind);
      check_plan (event, part, report);
      if (lack != NULL)
        pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &part->place, "empty-part",
                       "<%s/> puts nothing into the booklet, because %s: add it, or remove <%s/>", name, lack, name);
    }
}
