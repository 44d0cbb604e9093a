/* Whose sessions are whose. Enters: an event, what a list says of somebody's sessions, who they are in the event. Leaves: these
   sessions. */
#include "event/own.h"

#include <string.h>

/* What is looked for: each name, and whether a session has it. */
typedef struct
{
  GHashTable *names; /* to GINT_TO_POINTER (TRUE) once it was found */
  const PgPerson *known;
} Wanted;

static gboolean
is_called (const Wanted *wanted, const char *name)
{
  if (name == NULL || !g_hash_table_contains (wanted->names, name))
    return FALSE;
  g_hash_table_insert (wanted->names, g_strdup (name), GINT_TO_POINTER (TRUE));
  return TRUE;
}

static gboolean
is_wanted (const Wanted *wanted, const PgEntry *entry)
{
  gboolean found = is_called (wanted, entry->id);
  found = is_called (wanted, entry->number) || found;
  for (guint i = 0; entry->title != NULL && i < entry->title->versions->len; i++)
    found = is_called (wanted, ((const PgVersion *) g_ptr_array_index (entry->title->versions, i))->string) || found;
  return found;
}

static const PgGroup *
group_among (const GPtrArray *groups, const PgPerson *person)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        if (g_ptr_array_find (((const PgSlot *) g_ptr_array_index (group->slots, s))->people, person, NULL))
          return group;
    }
  return NULL;
}

/* Where somebody has a part: in the session, or in one of its talks or works. */
static const PgGroup *
group_of (const PgEntry *entry, const PgPerson *person)
{
  const PgGroup *group = person != NULL ? group_among (entry->groups, person) : NULL;
  for (guint i = 0; person != NULL && group == NULL && entry->talks != NULL && i < entry->talks->len; i++)
    group = group_among (((const PgTalk *) g_ptr_array_index (entry->talks, i))->groups, person);
  for (guint i = 0; person != NULL && group == NULL && entry->works != NULL && i < entry->works->len; i++)
    group = group_among (((const PgWork *) g_ptr_array_index (entry->works, i))->groups, person);
  return group;
}

static GArray *
find (const ProgrammeEvent *event, const Wanted *wanted)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (PgOwn));
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, e);
          PgOwn one = { day, entry, group_of (entry, wanted->known) };
          if (is_wanted (wanted, entry) || one.group != NULL)
            g_array_append_val (own, one);
        }
    }
  return own;
}

static void
add_names (GHashTable *names, const char *sessions, const char *between)
{
  g_auto (GStrv) parts = g_strsplit_set (sessions, between, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_hash_table_insert (names, g_strdup (parts[i]), GINT_TO_POINTER (FALSE));
}

static guint
count_unknown (GHashTable *names, GPtrArray *unknown)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer name, found;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &found))
    if (!GPOINTER_TO_INT (found))
      {
        n++;
        if (unknown != NULL)
          g_ptr_array_add (unknown, g_strdup (name));
      }
  return n;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Titles have spaces; a list of ids may have nothing else between them. */
GArray *
pg_own_sessions (const ProgrammeEvent *event, const char *sessions, const PgPerson *known, GPtrArray *unknown)
{
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_names (whole, sessions, ";,\n");
  GArray *own = find (event, &(Wanted){ whole, known });
  if (count_unknown (whole, NULL) == 0)
    return own;
  add_names (words, sessions, ";, \n");
  GArray *others = find (event, &(Wanted){ words, known });
  gboolean are_words = count_unknown (words, NULL) == 0;
  g_array_unref (are_words ? own : others);
  if (!are_words)
    count_unknown (whole, unknown);
  if (unknown != NULL)
    g_ptr_array_sort (unknown, compare_names);
  return are_words ? others : own;
}
