/* What in an event is what in another. Enters: two events. Leaves: pairs of their entries, talks, people and rooms. */
#pragma once

#include "event/event.h"

typedef struct
{
  GHashTable *now;    /* PgEntry, PgTalk, PgPerson or PgRoom of the event before to that of the one now */
  GHashTable *before; /* the other way */
} PgMatches;

/* By id, else by what they say, else by likeness; each is at most one other. People and rooms are known by their names before
   their ids, which systems may give anew. */
PgMatches pg_matches_new (const ProgrammeEvent *before, const ProgrammeEvent *now);
void pg_matches_clear (PgMatches *matches);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PgMatches, pg_matches_clear)

/* A title in a language, or else the key of its word; never NULL. */
const char *pg_entry_title_in (const PgEntry *entry, const char *language);
/* Who has a turn in an entry, but for its talks, or (not NULL) in a talk: PgPerson*, each once. Free with g_ptr_array_unref. */
GPtrArray *pg_people_of (const PgEntry *entry, const PgTalk *talk);
/* Its rooms: PgRoom*. */
GPtrArray *pg_rooms_of (const PgEntry *entry);
