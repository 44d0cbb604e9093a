/* Enters: an event that says which parts its booklet has. Leaves: warnings for those that have nothing to say. */
#include "check/parts.h"

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
      if (lack != NULL)
        pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &part->place, "empty-part",
                       "<%s/> puts nothing into the booklet, because %s: add it, or remove <%s/>", name, lack, name);
    }
}
