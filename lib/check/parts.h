/* What the checks share. Enters: an event. Leaves: one function a subject, each of which adds its findings. */
#pragma once

#include "check/check.h"
#include "check/spells.h"

/* The title in the event's first language, or the break's word, shortened for a message; free with g_free. */
char *pg_entry_title (const ProgrammeEvent *event, const PgEntry *entry);
/* The same of a talk, or its number. */
char *pg_talk_title (const ProgrammeEvent *event, const PgTalk *talk);
/* A minute, from any midnight, as "09:00"; free with g_free. */
char *pg_minute_string (gint64 minute);

/* The lines of places (PgPlace) as "12, 15, 18 …", each once and in order; free with g_free. */
char *pg_line_list (GArray *places);
/* Adds all of them to a finding, whose first one is there already. */
void pg_finding_add_places (ProgrammeFinding *finding, const GArray *places);

/* Calls func for each person of each slot of an entry, its talks, topics and works. */
typedef struct
{
  const PgTalk *talk; /* NULL: of the session itself */
  const PgGroup *group;
  const PgSlot *slot;
} PgTurn;
typedef void (*PgSpeakerFunc) (const PgTurn *turn, const PgPerson *person, gpointer data);
void pg_each_speaker (const PgEntry *entry, PgSpeakerFunc func, gpointer data);
/* The same for groups. */
void pg_each_of_groups (const GPtrArray *groups, PgSpeakerFunc func, gpointer data);

void pg_check_days (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_times (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report);
void pg_check_clocks (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_quotes (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_words (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_talks (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_works (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_minutes (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_rooms (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report);
void pg_check_people (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report);
void pg_check_delegations (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_images (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_directions (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_booklet (const ProgrammeEvent *event, ProgrammeReport *report);
void pg_check_translations (const ProgrammeEvent *event, ProgrammeReport *report);
