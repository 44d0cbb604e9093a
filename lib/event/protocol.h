/* Delegations and their order. Enters: an event, a language. Leaves: where a person stands: those whom nobody sent, the host's
   delegation, the others in the order that the event wants, observers; in each its heads first, then as in the file. */
#pragma once

#include "event/event.h"
#include "event/names.h"

typedef struct PgProtocol PgProtocol;

/* A person's place. The name lives as long as the protocol's arena. */
typedef struct
{
  const char *delegation; /* its name in the language: a body's, or a country's; "" where there is none */
  gboolean observes;
  guint part, listed; /* what stands before: host, members, observers; among these, where the file begins with it */
  gboolean is_head;
  guint person; /* in the file */
} PgPrecedence;

/* order is that of lists in the language, as for pg_collator_new(). */
PgProtocol *pg_protocol_new (const ProgrammeEvent *event, PgArena *arena, const char *language, const char *order);
void pg_protocol_free (PgProtocol *protocol);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgProtocol, pg_protocol_free)

/* Of a person who is sent by an organisation (or NULL) and a country (or NULL). */
PgPrecedence pg_protocol_place (PgProtocol *protocol, const PgPerson *person, const PgOrganisation *organisation,
                                const char *country);
int pg_protocol_compare (const PgProtocol *protocol, const PgPrecedence *a, const PgPrecedence *b);

/* The name of who is sent by an organisation and from a country: that of a body that stands for itself, else the country's;
   "" where there is neither. From the arena, or lent. */
const char *pg_delegation_name (const ProgrammeEvent *event, PgArena *arena, const PgOrganisation *organisation,
                                const char *country, const char *language);
