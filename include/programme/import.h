/* Files of other systems and of offices, as events and as lists of people. These are the calls of a library of its own,
   libprogramme-import ("pkg-config programme-import"); programme.h does not include them. */
#pragma once

#include <programme/people.h>
#include <programme/programme.h>

G_BEGIN_DECLS

/**
 * ProgrammeImportOptions:
 *
 * How foreign files are to be read, where they do not tell it themselves. Ref-counted; not to be changed while others read it.
 *
 * Since: 0.2
 */
typedef struct ProgrammeImportOptions ProgrammeImportOptions;

#define PROGRAMME_IMPORT_TYPE_OPTIONS (programme_import_options_get_type ())
PROGRAMME_API GType programme_import_options_get_type (void) G_GNUC_CONST;

/**
 * programme_import_options_new:
 *
 * Returns: (transfer full): options of which none is set
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeImportOptions *programme_import_options_new (void);

/**
 * programme_import_options_ref:
 * @options: options
 *
 * Returns: (transfer full): the same options
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeImportOptions *programme_import_options_ref (ProgrammeImportOptions *options);

/**
 * programme_import_options_unref:
 * @options: (transfer full): options
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_import_options_unref (ProgrammeImportOptions *options);

/**
 * programme_import_options_set:
 * @options: options
 * @name: the name of an option, see programme_import_option_list()
 * @value: its value
 * @error: return location for an error
 *
 * Returns: %TRUE, or %FALSE with %PROGRAMME_ERROR_OPTION if there is no such option or it cannot have the value
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_import_options_set (ProgrammeImportOptions *options, const char *name,
                                                     const char *value, GError **error);

/**
 * programme_import_options_get:
 * @options: options
 * @name: the name of an option
 *
 * Returns: (transfer none) (nullable): its value, %NULL if it is not set
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_import_options_get (const ProgrammeImportOptions *options, const char *name);

/**
 * programme_import_option_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all options
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_import_option_list (void);

/**
 * programme_import_option_get_metavariable:
 * @name: the name of an option
 *
 * Returns: (transfer none) (nullable): what stands for its value in help, such as "FILE"; %NULL if there is no such option
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_import_option_get_metavariable (const char *name);

/**
 * programme_import_option_get_help:
 * @name: the name of an option
 *
 * Returns: (transfer none) (nullable): half a sentence on what it is for; %NULL if there is no such option
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_import_option_get_help (const char *name);

/**
 * programme_import_option_list_values:
 * @name: the name of an option
 *
 * Returns: (transfer container) (array zero-terminated=1): the words that it takes; none where it takes others
 *
 * Since: 0.2
 */
PROGRAMME_API const char **programme_import_option_list_values (const char *name);

/**
 * programme_import_option_is_for_people:
 * @name: the name of an option
 *
 * Returns: %TRUE if it concerns lists of people, too; %FALSE: events alone
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_import_option_is_for_people (const char *name);

/**
 * programme_import_file:
 * @path: (type filename): a file of another system or of an office
 * @options: (nullable): how to read it
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Turns a file into an event's XML, which programme(5) describes. Its format is told by what is in it. What is wrong with
 * single entries is a finding, and reading goes on.
 *
 * Returns: (transfer full) (nullable): XML; %NULL with %PROGRAMME_ERROR_READ if the file cannot be read,
 *   %PROGRAMME_ERROR_INVALID if it is in no format that is known or has nothing that could be an event, or
 *   %PROGRAMME_ERROR_OPTION if the options do not go with it
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_import_file (const char *path, ProgrammeImportOptions *options, ProgrammeReport *report,
                                           GError **error);

/**
 * programme_import_bytes:
 * @bytes: what such a file holds
 * @name: what findings call it
 * @options: (nullable): how to read it
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Does the same as programme_import_file() from memory.
 *
 * Returns: (transfer full) (nullable): XML, or %NULL with an error as there
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_import_bytes (GBytes *bytes, const char *name, ProgrammeImportOptions *options,
                                            ProgrammeReport *report, GError **error);

/**
 * programme_import_event_file:
 * @path: (type filename): an event's XML, or a file of another system or of an office
 * @options: (nullable): those for reading an event, see programme_event_read_file_with_options()
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads an event by programme_event_read_file_with_options() if the file is one, else imports it and reads what comes of that.
 *
 * Returns: (transfer full) (nullable): the event, or %NULL with an error of either
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeEvent *programme_import_event_file (const char *path, const ProgrammeOptions *options,
                                                           ProgrammeReport *report, GError **error);

/**
 * programme_import_people_file:
 * @path: (type filename): a list of people: a spreadsheet, a table in text or in a document
 * @options: (nullable): how to read it
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Reads a list of people. What its columns are is told by their headings, in many languages, or by a file that the option
 * "columns" names.
 *
 * Returns: (transfer full) (nullable): the list; %NULL with %PROGRAMME_ERROR_READ if the file cannot be read,
 *   %PROGRAMME_ERROR_INVALID if it is no table or has no names, or %PROGRAMME_ERROR_OPTION if the options do not go with it
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePeople *programme_import_people_file (const char *path, ProgrammeImportOptions *options,
                                                             ProgrammeReport *report, GError **error);

/**
 * programme_import_people_bytes:
 * @bytes: what such a file holds
 * @name: what findings call it
 * @options: (nullable): how to read it
 * @report: (nullable): gets the findings
 * @error: return location for an error
 *
 * Does the same as programme_import_people_file() from memory.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with an error as there
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePeople *programme_import_people_bytes (GBytes *bytes, const char *name,
                                                              ProgrammeImportOptions *options, ProgrammeReport *report,
                                                              GError **error);

/**
 * programme_import_columns_file:
 * @path: (type filename): a table, of people or of a schedule
 * @options: (nullable): how to read it
 * @is_people: whether it is a list of people
 * @error: return location for an error
 *
 * Makes a file for the option "columns" to edit, with what is known of the table's columns.
 *
 * Returns: (transfer full) (nullable): lines, or %NULL with an error as of programme_import_people_file()
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_import_columns_file (const char *path, ProgrammeImportOptions *options,
                                                   gboolean is_people, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeImportOptions, programme_import_options_unref)

G_END_DECLS
