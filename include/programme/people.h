/* People as a list gives them: rows with the same fields, for badges, name plates and lists of delegates. */
#pragma once

#include <programme/report.h>

G_BEGIN_DECLS

/**
 * ProgrammePeople:
 *
 * A list of people: rows, each with its fields and its place in the file that it came from. Whoever fills it does so before
 * others read it; then several threads may read at once. Ref-counted.
 *
 * Since: 0.2
 */
typedef struct ProgrammePeople ProgrammePeople;

#define PROGRAMME_TYPE_PEOPLE (programme_people_get_type ())
PROGRAMME_API GType programme_people_get_type (void) G_GNUC_CONST;

/**
 * programme_people_new:
 *
 * Returns: (transfer full): an empty list
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePeople *programme_people_new (void);

/**
 * programme_people_ref:
 * @people: a list
 *
 * Returns: (transfer full): the same list
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePeople *programme_people_ref (ProgrammePeople *people);

/**
 * programme_people_unref:
 * @people: (transfer full): a list
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_people_unref (ProgrammePeople *people);

/**
 * programme_people_list_fields:
 *
 * The fields that a person has: id, person, name, given, family, honorific, pronouns, position, organisation, country,
 * category, language, languages, email, phone, photograph, sessions, table, hotel, note, qr. "person" is the id of somebody in
 * the event; "photograph" is a path beneath the list's folder.
 *
 * Returns: (transfer none) (array zero-terminated=1): their names
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_people_list_fields (void);

/**
 * programme_people_add:
 * @people: a list
 * @place: (nullable): where the file has the person
 *
 * Adds a person without fields.
 *
 * Returns: the person's index, from 0
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_people_add (ProgrammePeople *people, ProgrammePlace *place);

/**
 * programme_people_set:
 * @people: a list
 * @index: of a person
 * @field: the name of a field
 * @value: its value, UTF-8, whose control characters become spaces; "": the person has none
 *
 * Returns: %TRUE, or %FALSE if there is no field of that name
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_people_set (ProgrammePeople *people, guint index, const char *field,
                                             const char *value);

/**
 * programme_people_set_column:
 * @people: a list
 * @index: of a person
 * @field: the name of a field
 * @column: where the file has its value in the person's line: characters in text, columns in a spreadsheet, from 1
 *
 * Says more exactly than the person's place where a field is from, for findings on it.
 *
 * Returns: %TRUE, or %FALSE if there is no field of that name
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_people_set_column (ProgrammePeople *people, guint index, const char *field,
                                                    guint column);

/**
 * programme_people_get_n:
 * @people: a list
 *
 * Returns: how many people it has
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_people_get_n (const ProgrammePeople *people);

/**
 * programme_people_get:
 * @people: a list
 * @index: of a person
 * @field: the name of a field
 *
 * Returns: (transfer none): its value, "" if the person has none or there is no field of that name
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_people_get (const ProgrammePeople *people, guint index, const char *field);

/**
 * programme_people_get_place:
 * @people: a list
 * @index: of a person
 *
 * Returns: (transfer none) (nullable): where the file has the person, for findings; %NULL if it came from no file
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePlace *programme_people_get_place (const ProgrammePeople *people, guint index);

/**
 * programme_people_get_field_place:
 * @people: a list
 * @index: of a person
 * @field: the name of a field
 *
 * Returns: (transfer full) (nullable): where the file has the field, or else the person; %NULL if that came from no file
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePlace *programme_people_get_field_place (const ProgrammePeople *people, guint index,
                                                                const char *field);

/**
 * programme_people_to_csv:
 * @people: a list
 *
 * Writes a list as a table in text, which spreadsheets and programme_import_people_file() read: UTF-8 with a byte order mark,
 * a line for each person, a column for each field that somebody has. What a spreadsheet would take for a formula has an
 * apostrophe before it.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_people_to_csv (const ProgrammePeople *people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammePeople, programme_people_unref)

G_END_DECLS
