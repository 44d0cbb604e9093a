/* Enters: an event that was read. Leaves: findings on what it says: times, minutes, rooms, people, biographies. */
#pragma once

#include "event/event.h"

#include <programme/people.h>

/* All checks that need the event alone. */
void pg_check_event (const ProgrammeEvent *event, ProgrammeReport *report);
/* What the list of speakers wants besides: biographies, family names marked. */
void pg_check_speakers (const ProgrammeEvent *event, ProgrammeReport *report);
/* What a piece that is made for each of a list of people wants of its rows besides: languages, sessions, ids. */
void pg_check_records (const ProgrammeEvent *event, const ProgrammePeople *people, ProgrammeReport *report);
/* What a piece for a list of people wants of its rows. */
void pg_check_guests (const ProgrammeEvent *event, const ProgrammePeople *people, ProgrammeReport *report);
