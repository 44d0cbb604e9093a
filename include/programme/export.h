/* Events for other systems. These calls are in libprogramme-import, too; programme.h does not include them. */
#pragma once

#include <programme/programme.h>

G_BEGIN_DECLS

/**
 * programme_export_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the formats in which events can be written, such as "ics"
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_export_list_formats (void);

/**
 * programme_export_file:
 * @path: (type filename): an event's XML, or any file that programme_import_file() reads
 * @format: one of programme_export_list_formats()
 * @language: (nullable): the language of its texts, one of the event's; %NULL: the event's first
 * @report: (nullable): gets the findings, and what the format cannot hold
 * @error: return location for an error
 *
 * Writes an event for other systems. Identifiers stay if the event has them, else they are made so that they stay the same from
 * one export to the next. Addresses of e-mail are left out.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with %PROGRAMME_ERROR_READ if @path cannot be read,
 *   %PROGRAMME_ERROR_INVALID if what it says has errors, or %PROGRAMME_ERROR_OPTION if there is no such format or language
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_export_file (const char *path, const char *format, const char *language,
                                             ProgrammeReport *report, GError **error);

/**
 * programme_export_bytes:
 * @bytes: what such a file holds
 * @name: what findings call it
 * @format: one of programme_export_list_formats()
 * @language: (nullable): the language of its texts; %NULL: the event's first
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Does the same as programme_export_file() from memory.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with an error as there
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_export_bytes (GBytes *bytes, const char *name, const char *format, const char *language,
                                              ProgrammeReport *report, GError **error);

G_END_DECLS
