/* Enters: requests for memory of one lifetime. Leaves: zeroed memory from large chunks, freed all at once. */
#include "base/arena.h"

#include <string.h>

#define FIRST_SIZE ((gsize) 4 * 1024) /* of a chunk; each is twice as large as the one before it */
#define CHUNK_SIZE ((gsize) 64 * 1024)
#define ALIGNMENT ((gsize) 8) /* of pointers, doubles and 64 bits */

typedef struct
{
  GDestroyNotify destroy;
  gpointer data;
} Deferred;

struct PgArena
{
  GSList *chunks;
  char *free_start;
  gsize free_size;
  gsize size; /* of the last chunk */
  GArray *deferred;
  PgArena *brief; /* or NULL */
};

PgArena *
pg_arena_new (void)
{
  PgArena *arena = g_new0 (PgArena, 1);
  arena->deferred = g_array_new (FALSE, FALSE, sizeof (Deferred));
  return arena;
}

void
pg_arena_free (PgArena *arena)
{
  if (arena == NULL)
    return;
  for (guint i = arena->deferred->len; i > 0; i--)
    {
      Deferred *deferred = &g_array_index (arena->deferred, Deferred, i - 1);
      deferred->destroy (deferred->data);
    }
  g_array_unref (arena->deferred);
  pg_arena_free (arena->brief);
  g_slist_free_full (arena->chunks, g_free);
  g_free (arena);
}

PgArena *
pg_arena_brief (PgArena *arena)
{
  if (arena->brief == NULL)
    arena->brief = pg_arena_new ();
  return arena->brief;
}

void
pg_arena_forget_brief (PgArena *arena)
{
  g_clear_pointer (&arena->brief, pg_arena_free);
}

static gpointer
add_chunk (PgArena *arena, gsize size)
{
  gpointer chunk = g_malloc0 (size);
  arena->chunks = g_slist_prepend (arena->chunks, chunk);
  return chunk;
}

static void
make_room (PgArena *arena, gsize size)
{
  if (size <= arena->free_size)
    return;
  arena->size = CLAMP (2 * arena->size, FIRST_SIZE, CHUNK_SIZE);
  while (arena->size < size)
    arena->size *= 2;
  arena->free_start = add_chunk (arena, arena->size);
  arena->free_size = arena->size;
}

/* Structures come from the start of a chunk. */
gpointer
pg_arena_alloc (PgArena *arena, gsize size)
{
  size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  if (size > CHUNK_SIZE / 4)
    return add_chunk (arena, size);
  make_room (arena, size);
  gpointer memory = arena->free_start;
  arena->free_start += size;
  arena->free_size -= size;
  return memory;
}

gboolean
pg_arena_extend (PgArena *arena, gpointer memory, gsize size, gsize more)
{
  gsize old = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1), whole = (size + more + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  if ((char *) memory + old != arena->free_start || whole - old > arena->free_size)
    return FALSE;
  arena->free_start += whole - old;
  arena->free_size -= whole - old;
  return TRUE;
}

/* Texts, which may stand anywhere, come from its end. */
static char *
alloc_text (PgArena *arena, gsize size)
{
  if (size > CHUNK_SIZE / 4)
    return add_chunk (arena, size);
  make_room (arena, size);
  arena->free_size -= size;
  return arena->free_start + arena->free_size;
}

char *
pg_arena_strndup (PgArena *arena, const char *string, gssize length)
{
  if (string == NULL)
    return NULL;
  gsize n = length < 0 ? strlen (string) : (gsize) length;
  char *copy = alloc_text (arena, n + 1);
  memcpy (copy, string, n);
  return copy;
}

char *
pg_arena_strdup (PgArena *arena, const char *string)
{
  return pg_arena_strndup (arena, string, -1);
}

char *
pg_arena_printf (PgArena *arena, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  return pg_arena_strdup (arena, text);
}

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

GPtrArray *
pg_arena_array (PgArena *arena)
{
  GPtrArray *array = g_ptr_array_new ();
  pg_arena_defer (arena, unref_array, array);
  return array;
}

void
pg_arena_defer (PgArena *arena, GDestroyNotify destroy, gpointer data)
{
  Deferred deferred = { destroy, data };
  g_array_append_val (arena->deferred, deferred);
}
