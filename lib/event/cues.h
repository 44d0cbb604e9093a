/* The running order of a session. Enters: an entry of the agenda. Leaves: who or what comes when, and for how long. */
#pragma once

#include "event/event.h"

/* One thing after another; what is not the case is NULL. */
typedef struct
{
  const PgGroup *group; /* of a turn or an item */
  const PgSlot *slot;   /* of a turn */
  const PgTalk *talk;
  const PgTopic *topic; /* which its turns follow */
  const PgWork *work;
  gboolean is_questions; /* what is left of the session, where no item takes it */
  gboolean leads;        /* who leads the session: without minutes it takes none */
  int start;             /* as an entry's; -1: not known, since what is before it has no minutes */
  guint minutes;         /* 0: not said */
} PgCue;

/* From the session's start on, by the sum of the minutes; what is left up to its end, or to the next talk that has a time of its
   own, goes to the last item without minutes, or else to questions. PgCue; free with g_array_unref. */
GArray *pg_cues_of (const PgEntry *entry);
