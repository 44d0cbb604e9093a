/* Enters: an event file. Leaves: the event, and findings with file:line:column for all that is wrong in it. */
#pragma once

#include "event/event.h"

/* Reads XML of the programme vocabulary (programme(5)). name stands in findings; files, where images are, may be NULL.
   NULL with PROGRAMME_ERROR_INVALID when nothing could be made of it (not well-formed, another root element, too
   large); other faults are findings, and what could be read is returned. */
ProgrammeEvent *pg_read_xml (GBytes *bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report,
                             GError **error);
/* The same within other limits than the standard ones, which hold for the event's images, too. */
ProgrammeEvent *pg_read_xml_within (GBytes *bytes, const char *name, ProgrammeFiles *files, const PgLimits *limits,
                                    ProgrammeReport *report, GError **error);
