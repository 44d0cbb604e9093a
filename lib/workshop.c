/* What the documents of a kit share while they are made. Enters: documents, one after another. Leaves: page numbers. */
#include "workshop.h"

static void
unref_table (gpointer table)
{
  g_hash_table_unref (table);
}

PgWorkshop
pg_workshop_new (PgWatch *watch, ProgrammeReport *report)
{
  return (PgWorkshop){ .watch = watch,
                       .report = report,
                       .agendas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_table) };
}

void
pg_workshop_clear (PgWorkshop *workshop)
{
  g_clear_pointer (&workshop->agendas, g_hash_table_unref);
  g_clear_pointer (&workshop->titles, g_ptr_array_unref);
  g_clear_pointer (&workshop->gone, g_ptr_array_unref);
  g_clear_pointer (&workshop->patterns, g_ptr_array_unref);
}

/* All that the pages of an agenda depend on and documents of one kit may differ in. */
static char *
key_of (const PgRequest *request)
{
  return g_strdup_printf ("%s %s %u %s %s", request->language, request->second != NULL ? request->second : "-",
                          request->bilingual, request->paper != NULL ? request->paper : "-",
                          request->cover != NULL ? request->cover : "-");
}

GHashTable *
pg_workshop_get_agenda (const PgWorkshop *workshop, const PgRequest *request)
{
  g_autofree char *key = key_of (request);
  return g_hash_table_lookup (workshop->agendas, key);
}

/* Names of anchors die with the agenda's manuscript: these are copies. */
void
pg_workshop_keep_agenda (PgWorkshop *workshop, const PgRequest *request, const PgPages *agenda)
{
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer anchor, page;
  g_hash_table_iter_init (&iter, agenda->anchors);
  while (g_hash_table_iter_next (&iter, &anchor, &page))
    g_hash_table_insert (pages, g_strdup (anchor), page);
  g_hash_table_insert (workshop->agendas, key_of (request), pages);
}
