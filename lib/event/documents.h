/* The documents of an event. Enters: an event. Leaves: each of them once, with what refers to it. */
#pragma once

#include "event/event.h"

/* What refers to a document: a session, or one of its talks or topics. */
typedef struct
{
  const PgEntry *entry;
  const PgTalk *talk; /* or NULL, as the next */
  const PgTopic *topic;
} PgReferrer;

typedef struct
{
  const PgDocument *document; /* the first that has a title, or the first */
  GArray *referrers;          /* PgReferrer, each once */
} PgListedDocument;

/* PgListedDocument*, in the order in which the agenda refers to them; from the arena. Those of one reference are one
   document, and so are those without one that have the same title and address. */
GPtrArray *pg_event_documents (const ProgrammeEvent *event, PgArena *arena);
