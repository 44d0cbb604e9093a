/* An event: what one XML file says, read and checked. */
#pragma once

#include <programme/error.h>
#include <programme/files.h>
#include <programme/option.h>
#include <programme/report.h>

G_BEGIN_DECLS

/**
 * ProgrammeEvent:
 *
 * An event as read from its file. It never changes. Ref-counted; several threads may use one event at once.
 *
 * Since: 0.1
 */
typedef struct ProgrammeEvent ProgrammeEvent;

#define PROGRAMME_TYPE_EVENT (programme_event_get_type ())
PROGRAMME_API GType programme_event_get_type (void) G_GNUC_CONST;

/**
 * programme_event_read_file:
 * @path: (type filename): an XML file of the vocabulary that programme(5) describes
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads an event. Nothing is fetched from the network, and images are looked for beneath the file's folder alone.
 * Faults in the file are findings, and reading goes on; where they are errors programme_event_has_errors() tells, and no
 * document is made.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with %PROGRAMME_ERROR_READ if the file cannot be read,
 *   or %PROGRAMME_ERROR_INVALID if it is no event at all
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeEvent *programme_event_read_file (const char *path, ProgrammeReport *report, GError **error);

/**
 * programme_event_read_bytes:
 * @bytes: XML of the vocabulary that programme(5) describes
 * @name: what findings call the file
 * @files: (nullable): where images are; %NULL: an image that the event names is an error
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads an event from memory; see programme_event_read_file().
 *
 * Returns: (transfer full) (nullable): the event; %NULL with %PROGRAMME_ERROR_INVALID if it is no event at all
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeEvent *programme_event_read_bytes (GBytes *bytes, const char *name, ProgrammeFiles *files,
                                                          ProgrammeReport *report, GError **error);

/**
 * programme_event_read_file_with_options:
 * @path: (type filename): an XML file of the vocabulary that programme(5) describes
 * @options: (nullable): options, of which those matter that programme_option_is_for_reading() tells; %NULL asks for nothing
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads an event within other limits than the usual ones, such as "limits-event", which hold for its images, too; see
 * programme_event_read_file(). Each finding on a limit names its option.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with %PROGRAMME_ERROR_READ if the file cannot be read,
 *   or %PROGRAMME_ERROR_INVALID if it is no event at all
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeEvent *programme_event_read_file_with_options (const char *path, const ProgrammeOptions *options,
                                                                      ProgrammeReport *report, GError **error);

/**
 * programme_event_read_bytes_with_options:
 * @bytes: XML of the vocabulary that programme(5) describes
 * @name: what findings call the file
 * @files: (nullable): where images are; %NULL: an image that the event names is an error
 * @options: (nullable): options, of which those matter that programme_option_is_for_reading() tells; %NULL asks for nothing
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads an event from memory; see programme_event_read_file_with_options().
 *
 * Returns: (transfer full) (nullable): the event; %NULL with %PROGRAMME_ERROR_INVALID if it is no event at all
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeEvent *programme_event_read_bytes_with_options (GBytes *bytes, const char *name,
                                                                       ProgrammeFiles *files,
                                                                       const ProgrammeOptions *options,
                                                                       ProgrammeReport *report, GError **error);

/**
 * programme_event_ref:
 * @event: an event
 *
 * Returns: (transfer full): the same event
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeEvent *programme_event_ref (ProgrammeEvent *event);

/**
 * programme_event_unref:
 * @event: (transfer full): an event
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_event_unref (ProgrammeEvent *event);

/**
 * programme_event_check:
 * @event: an event
 * @report: gets the findings
 *
 * Looks for contradictions: times that are reversed or overlap in a room, a person in two rooms at once, minutes that
 * exceed their slot, gaps, images that are missing, damaged or too large, each of them. What can be seen while reading
 * was reported by reading. Images are decoded for it, one after the other, and their files are kept in memory with the
 * event, so that documents show what was checked.
 *
 * An event is checked once: whoever has put a missing image in its place reads the event again.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_event_check (const ProgrammeEvent *event, ProgrammeReport *report);

/**
 * programme_event_has_errors:
 * @event: an event
 *
 * Whether reading it, or programme_event_check(), finds errors: then programme_document_new() makes no document of it.
 *
 * Returns: %TRUE if it has errors
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_event_has_errors (const ProgrammeEvent *event);

/**
 * programme_event_get_title:
 * @event: an event
 * @language: (nullable): a BCP 47 language tag; %NULL: the event's first language
 *
 * Returns: (transfer none): its title in that language if there is one, else in its first language; "" if it has none
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_event_get_title (const ProgrammeEvent *event, const char *language);

/**
 * programme_event_get_languages:
 * @event: an event
 *
 * Returns: (transfer none) (array zero-terminated=1): BCP 47 tags, the first language first; at least one
 *
 * Since: 0.1
 */
PROGRAMME_API const char *const *programme_event_get_languages (const ProgrammeEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeEvent, programme_event_unref)

G_END_DECLS
