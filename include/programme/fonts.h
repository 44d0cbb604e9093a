/* The fonts that the library sets text in, and whether this machine has them. */
#pragma once

#include <programme/event.h>

G_BEGIN_DECLS

/**
 * programme_fonts_describe:
 * @event: (nullable): an event; %NULL: of none in particular
 * @folder: (type filename) (nullable): a folder of the user's fonts; %NULL: the folder "fonts" beside @event, if there is
 *   one
 * @report: (nullable): gets an error for each script of @event that this machine has no font for, or for Latin, and
 *   warnings on fonts in @folder that cannot be used
 * @error: return location for an error
 *
 * Lists, in lines for people to read, which families set which script, whether they are installed and with which
 * package they would be; the languages that words can be hyphenated in; the user's fonts; and for the languages of
 * @event what they are written in and whether all of it can be set. Scripts are looked at, not single characters: those
 * are found when a document is made.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL with %PROGRAMME_ERROR_OPTION if there is no such folder
 *
 * Since: 0.1
 */
PROGRAMME_API char *programme_fonts_describe (const ProgrammeEvent *event, const char *folder, ProgrammeReport *report,
                                              GError **error);

G_END_DECLS
