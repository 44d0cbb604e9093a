/* What a foreign file says that has no place in an event. Enters: kinds of things. Leaves: a note for each kind. */
#pragma once

#include "import/format.h"

typedef struct PgLeft PgLeft;

PgLeft *pg_left_new (void);
void pg_left_free (PgLeft *left);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgLeft, pg_left_free)

/* One more of a kind, such as "recording"; the words of the first ones are told with it. */
void pg_left_add (PgLeft *left, const char *kind, const char *words);
/* What happened to texts that are words of the vocabulary now. */
void pg_left_add_losses (PgLeft *left, guint tables, guint images, guint links);
void pg_left_tell (PgLeft *left, const PgForeign *foreign);
/* The same of what a file for others cannot hold, in one note. */
void pg_left_tell_export (PgLeft *left, const PgForeign *foreign, const char *format);
