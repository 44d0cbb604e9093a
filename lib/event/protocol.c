/* Enters: who was sent by whom, and what the event says of delegations. Leaves: their order in a language. */
#include "event/protocol.h"

#include "event/words.h"

#include <string.h>

enum
{
  PART_ALONE,
  PART_HOST_FIRST,
  PART_MEMBERS,
  PART_HOST_LAST,
  PART_OBSERVERS
};

struct PgProtocol
{
  const ProgrammeEvent *event;
  PgArena *arena;
  const char *language;
  PgCollator *collator;
  GHashTable *listed;  /* the name of a delegation: where it is first in the file, from 1 */
  GHashTable *persons; /* a person: its number in the file */
  const char *host;    /* its delegation's name; NULL: there is none */
};

const char *
pg_delegation_name (const ProgrammeEvent *event, PgArena *arena, const PgOrganisation *organisation,
                    const char *country, const char *language)
{
  if (organisation != NULL && organisation->delegation)
    {
      const PgText *name = organisation->short_name != NULL ? organisation->short_name : organisation->name;
      const PgVersion *version = pg_text_get (name, language);
      return version != NULL ? version->string : "";
    }
  return country != NULL ? pg_country_name (event, arena, country, language) : "";
}

/* Observers whom no country sent are called by their organisation. */
static const char *
name_of (const PgProtocol *protocol, const PgOrganisation *organisation, const char *country)
{
  const char *name = pg_delegation_name (protocol->event, protocol->arena, organisation, country, protocol->language);
  if (*name != '\0' || organisation == NULL || !organisation->observer)
    return name;
  const PgVersion *version = pg_text_get (organisation->name, protocol->language);
  return version != NULL ? version->string : "";
}

static void
list (PgProtocol *protocol, const PgOrganisation *organisation, const char *country)
{
  const char *name = name_of (protocol, organisation, country);
  if (!g_hash_table_contains (protocol->listed, name))
    g_hash_table_insert (protocol->listed, (gpointer) name,
                         GUINT_TO_POINTER (g_hash_table_size (protocol->listed) + 1));
}

static void
list_all (PgProtocol *protocol)
{
  for (guint i = 0; i < protocol->event->organisations->len; i++)
    {
      const PgOrganisation *organisation = g_ptr_array_index (protocol->event->organisations, i);
      list (protocol, organisation, organisation->country);
    }
  for (guint i = 0; i < protocol->event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (protocol->event->people, i);
      list (protocol, NULL, person->country);
      g_hash_table_insert (protocol->persons, (gpointer) person, GUINT_TO_POINTER (i));
    }
}

PgProtocol *
pg_protocol_new (const ProgrammeEvent *event, PgArena *arena, const char *language, const char *order)
{
  PgProtocol *protocol = g_new0 (PgProtocol, 1);
  const PgOrganisation *host = event->delegations.host;
  *protocol = (PgProtocol){ event,
                            arena,
                            language,
                            pg_collator_new (language, order),
                            g_hash_table_new (g_str_hash, g_str_equal),
                            g_hash_table_new (NULL, NULL),
                            NULL };
  list_all (protocol);
  if (host != NULL)
    protocol->host = name_of (protocol, host, host->country);
  return protocol;
}

void
pg_protocol_free (PgProtocol *protocol)
{
  if (protocol == NULL)
    return;
  pg_collator_free (protocol->collator);
  g_hash_table_unref (protocol->listed);
  g_hash_table_unref (protocol->persons);
  g_free (protocol);
}

static guint
part_of (const PgProtocol *protocol, const char *name, gboolean observes)
{
  if (observes)
    return PART_OBSERVERS;
  if (*name == '\0')
    return PART_ALONE;
  if (protocol->host == NULL || strcmp (protocol->host, name) != 0)
    return PART_MEMBERS;
  return protocol->event->delegations.host_last ? PART_HOST_LAST : PART_HOST_FIRST;
}

PgPrecedence
pg_protocol_place (PgProtocol *protocol, const PgPerson *person, const PgOrganisation *organisation,
                   const char *country)
{
  PgPrecedence place = { .delegation = name_of (protocol, organisation, country),
                         .observes = organisation != NULL && organisation->observer,
                         .is_head = person->head };
  gpointer number = g_hash_table_lookup (protocol->listed, place.delegation);
  place.part = part_of (protocol, place.delegation, place.observes);
  place.listed = number != NULL ? GPOINTER_TO_UINT (number) : G_MAXUINT;
  place.person = GPOINTER_TO_UINT (g_hash_table_lookup (protocol->persons, person));
  return place;
}

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

int
pg_protocol_compare (const PgProtocol *protocol, const PgPrecedence *a, const PgPrecedence *b)
{
  int order = compare_numbers (a->part, b->part);
  if (order == 0 && protocol->event->delegations.listed)
    order = compare_numbers (a->listed, b->listed);
  if (order == 0)
    order = pg_collator_compare (protocol->collator, a->delegation, b->delegation);
  if (order == 0) /* two that the collation takes for one stay apart */
    order = strcmp (a->delegation, b->delegation);
  if (order == 0)
    order = compare_numbers (b->is_head ? 1 : 0, a->is_head ? 1 : 0);
  return order != 0 ? order : compare_numbers (a->person, b->person);
}
