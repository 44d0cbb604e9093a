/* Which part of a name is the family's. Enters: a name as it is written, and its language. Leaves: the part, marked and never
   split off by force: where nothing tells it, nothing is marked. */
#pragma once

#include <programme/import.h>

typedef struct PgFamily PgFamily;

/* As --family says, or by language and script. language: BCP 47, or NULL if it is not known. */
PgFamily *pg_family_new (ProgrammeImportOptions *options);
void pg_family_free (PgFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgFamily, pg_family_free)

/* The family's part: FALSE if it is not known. *start and *length are bytes of the name. */
gboolean pg_family_find (PgFamily *family, const char *name, const char *language, gsize *start, gsize *length);

/* "Aino <family>Aalto</family>", by pg_family_find(), or from the part that a list gives (part, or NULL). Free with g_free. */
char *pg_family_markup (PgFamily *family, const char *name, const char *part, const char *language);

/* "Aalto, Aino" is Aino Aalto, and "King, Jr." is not turned round; free with g_free. */
char *pg_name_turned (const char *name);

/* Tells once what was guessed: how many names, and one of them. */
void pg_family_report (const PgFamily *family, const char *file, ProgrammeReport *report);
