/* Enters: the people of an event. Leaves: findings on heads of delegation: of none, or two of one. */
#include "check/parts.h"
#include "event/protocol.h"

static const char *
country_of (const PgPerson *person)
{
  if (person->country != NULL)
    return person->country;
  return person->organisation != NULL ? person->organisation->country : NULL;
}

static const char *
plain_name (const ProgrammeEvent *event, const PgPerson *person)
{
  const PgVersion *name = pg_text_get (person->name, event->languages[0]);
  return name != NULL ? name->string : person->id;
}

static void
tell_alone (const ProgrammeEvent *event, const PgPerson *person, ProgrammeReport *report)
{
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &person->place, "no-delegation",
                       "%s is head of a delegation, but nobody knows of which: add country=\"…\", or an organisation "
                       "that is a delegation",
                       plain_name (event, person));
  pg_finding_set_id (finding, person->id);
}

static void
tell_both (const ProgrammeEvent *event, const PgPerson *person, const PgPerson *before, const char *delegation,
           ProgrammeReport *report)
{
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &person->place, "two-heads",
                       "%s and %s of line %u are both head of the delegation of %s: leave head=\"yes\" to one of them",
                       plain_name (event, person), plain_name (event, before), before->place.line, delegation);
  pg_finding_add_place (finding, &before->place);
  pg_finding_set_id (finding, person->id);
}

void
pg_check_delegations (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (PgProtocol) protocol = pg_protocol_new (event, arena, event->languages[0], NULL);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal),
                         observers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < event->people->len; i++)
    {
      PgPerson *person = g_ptr_array_index (event->people, i);
      if (!person->head)
        continue;
      PgPrecedence place = pg_protocol_place (protocol, person, person->organisation, country_of (person));
      GHashTable *heads = place.observes ? observers : members;
      const PgPerson *before = g_hash_table_lookup (heads, place.delegation);
      if (*place.delegation == '\0')
        tell_alone (event, person, report);
      else if (before != NULL)
        tell_both (event, person, before, place.delegation, report);
      else
        g_hash_table_insert (heads, (gpointer) place.delegation, person);
    }
}
