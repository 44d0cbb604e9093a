/* How the files of records are called. Enters: a pattern, rows of people. Leaves: names, none of which leads out of a folder. */
#pragma once

#include <programme/people.h>

/* FALSE with PROGRAMME_ERROR_OPTION for a pattern that names no file, or a field that there is not. */
gboolean pg_record_names_check (const char *pattern, GError **error);

/* The file of a row, by a pattern that was checked: fields in braces; {number} is the row's, from 1, with as many figures as
   the last one has. Normalized (NFC); what file systems do not take is a hyphen. Free with g_free. */
char *pg_record_name (const char *pattern, const ProgrammePeople *people, guint row);

/* Adds an error for each row, guint of an array, whose file is another's, whether letters are large or small. */
void pg_record_names_compare (const char *pattern, const ProgrammePeople *people, const GArray *rows,
                              ProgrammeReport *report);
