/* Enters: requests for memory of one lifetime. Leaves: zeroed memory, strings and arrays, freed all at once.
   The event, the blocks and a document's frames each live in one arena, so nothing in them is freed singly. */
#pragma once

#include <glib.h>

typedef struct PgArena PgArena;

PgArena *pg_arena_new (void);
void pg_arena_free (PgArena *arena); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgArena, pg_arena_free)

/* An arena of its own for what is needed for less long, freed with the arena, or when it is forgotten. */
PgArena *pg_arena_brief (PgArena *arena);
void pg_arena_forget_brief (PgArena *arena);

/* Zeroed and aligned for pointers and numbers. */
gpointer pg_arena_alloc (PgArena *arena, gsize size);
#define pg_arena_new0(arena, type) ((type *) pg_arena_alloc ((arena), sizeof (type)))
#define pg_arena_new_array(arena, type, n) ((type *) pg_arena_alloc ((arena), sizeof (type) * (gsize) (n)))

/* Adds zeroed memory behind what was allocated last, of so many bytes. FALSE if it was not the last, or there is no room. */
gboolean pg_arena_extend (PgArena *arena, gpointer memory, gsize size, gsize more);

/* A NULL string gives NULL. A length of -1 means up to the final NUL. */
char *pg_arena_strdup (PgArena *arena, const char *string);
char *pg_arena_strndup (PgArena *arena, const char *string, gssize length);
char *pg_arena_printf (PgArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* An array that grows, without a free function of its own. */
GPtrArray *pg_arena_array (PgArena *arena);

/* Calls destroy (data) when the arena is freed, last one first. */
void pg_arena_defer (PgArena *arena, GDestroyNotify destroy, gpointer data);
