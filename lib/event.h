/* Enters: an event. Leaves: its errors, which keep a document from being made. */
#pragma once

#include "event/event.h"

/* How many errors reading and checking find in it; report, which may be NULL, gets those that it has not. */
guint pg_event_tell_errors (const ProgrammeEvent *event, ProgrammeReport *report);
