/* Enters: an event. Leaves: its documents, each once, in the order in which the agenda refers to them. */
#include "event/documents.h"

#include <string.h>

typedef struct
{
  PgArena *arena;
  GPtrArray *all;   /* PgListedDocument* */
  GHashTable *keys; /* what tells a document apart to its PgListedDocument */
  PgReferrer now;   /* whose documents are looked at */
} Listing;

/* To be freed. */
static char *
key_of (const PgDocument *document)
{
  if (document->reference != NULL)
    return g_strconcat ("r", document->reference, NULL);
  const PgVersion *title = document->title != NULL ? g_ptr_array_index (document->title->versions, 0) : NULL;
  return g_strconcat ("t", title != NULL ? title->string : "", "\n", document->href, NULL);
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static PgListedDocument *
listed (Listing *listing, const PgDocument *document)
{
  char *key = key_of (document);
  PgListedDocument *known = g_hash_table_lookup (listing->keys, key);
  if (known != NULL)
    {
      g_free (key);
      return known;
    }
  known = pg_arena_new0 (listing->arena, PgListedDocument);
  known->document = document;
  known->referrers = g_array_new (FALSE, FALSE, sizeof (PgReferrer));
  pg_arena_defer (listing->arena, unref_array, known->referrers);
  g_hash_table_insert (listing->keys, key, known);
  g_ptr_array_add (listing->all, known);
  return known;
}

static void
add_document (Listing *listing, const PgDocument *document)
{
  PgListedDocument *known = listed (listing, document);
  guint n = known->referrers->len;
  if (known->document->title == NULL && document->title != NULL)
    known->document = document;
  if (n == 0 || memcmp (&g_array_index (known->referrers, PgReferrer, n - 1), &listing->now, sizeof (PgReferrer)) != 0)
    g_array_append_val (known->referrers, listing->now);
}

/* One with neither a reference nor a title has nothing to be printed. */
static void
add_documents (Listing *listing, const GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PgDocument *document = g_ptr_array_index (documents, i);
      if (document->reference != NULL || document->title != NULL)
        add_document (listing, document);
    }
}

static void
add_topic (const PgTopic *topic, gpointer data)
{
  Listing *listing = data;
  listing->now.topic = topic;
  add_documents (listing, topic->business.documents);
}

static void
add_entry (Listing *listing, const PgEntry *entry)
{
  listing->now = (PgReferrer){ .entry = entry };
  add_documents (listing, entry->business.documents);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    {
      listing->now.talk = g_ptr_array_index (entry->talks, i);
      add_documents (listing, listing->now.talk->documents);
    }
  listing->now.talk = NULL;
  pg_each_topic (entry->topics, add_topic, listing);
}

GPtrArray *
pg_event_documents (const ProgrammeEvent *event, PgArena *arena)
{
  Listing listing = { .arena = arena, .all = pg_arena_array (arena) };
  listing.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        add_entry (&listing, g_ptr_array_index (day->entries, j));
    }
  g_hash_table_unref (listing.keys);
  return listing.all;
}
