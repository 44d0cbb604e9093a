/* What changed from one event to another. Enters: two events. Leaves: the changes, each once. */
#pragma once

#include "compare/match.h"

#include <programme/compare.h>

typedef struct PgChanges PgChanges;

/* What it is about is NULL in the event where it is not. */
typedef struct
{
  ProgrammeChangeKind kind;
  ProgrammeChangeSubject subject;
  const PgDay *day_before, *day;       /* of entries and talks */
  const PgEntry *entry_before, *entry; /* also the session that a talk is in */
  const PgTalk *talk_before, *talk;
  const PgPerson *person_before, *person;
  const PgRoom *room_before, *room;
} PgChange;

/* The list is in the order of the time at which things are now, or were; people and rooms that have other names come last. */
struct PgChanges
{
  PgMatches matches;
  GArray *list; /* PgChange */
};

PgChanges *pg_changes_new (const ProgrammeEvent *before, const ProgrammeEvent *now);
void pg_changes_free (PgChanges *changes);

/* Whose turns are only before, or only now: PgPerson*; free with g_ptr_array_unref. */
GPtrArray *pg_change_people (const PgChanges *changes, const PgChange *change, gboolean before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgChanges, pg_changes_free)
