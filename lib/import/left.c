/* What a foreign file says that has no place in an event. Enters: kinds of things. Leaves: a note for each kind. */
#include "import/left.h"

#include <string.h>

#define TOLD 3 /* words of each kind that its note shows */

typedef struct
{
  char *kind;
  guint n;
  GPtrArray *words; /* char* */
} Kind;

struct PgLeft
{
  GPtrArray *kinds;    /* Kind*, in the order in which they came */
  GHashTable *by_name; /* of those */
  guint tables, images, links;
};

static void
kind_free (gpointer data)
{
  Kind *kind = data;
  g_free (kind->kind);
  g_ptr_array_unref (kind->words);
  g_free (kind);
}

PgLeft *
pg_left_new (void)
{
  PgLeft *left = g_new0 (PgLeft, 1);
  left->kinds = g_ptr_array_new_with_free_func (kind_free);
  left->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return left;
}

void
pg_left_free (PgLeft *left)
{
  if (left == NULL)
    return;
  g_hash_table_unref (left->by_name);
  g_ptr_array_unref (left->kinds);
  g_free (left);
}

static Kind *
kind_of (PgLeft *left, const char *name)
{
  Kind *kind = g_hash_table_lookup (left->by_name, name);
  if (kind != NULL)
    return kind;
  kind = g_new0 (Kind, 1);
  kind->kind = g_strdup (name);
  kind->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (left->kinds, kind);
  g_hash_table_insert (left->by_name, kind->kind, kind);
  return kind;
}

void
pg_left_add (PgLeft *left, const char *name, const char *words)
{
  Kind *kind = kind_of (left, name);
  kind->n++;
  if (words == NULL || kind->words->len == TOLD)
    return;
  for (guint i = 0; i < kind->words->len; i++)
    if (strcmp (g_ptr_array_index (kind->words, i), words) == 0)
      return;
  g_ptr_array_add (kind->words, g_strdup (words));
}

void
pg_left_add_losses (PgLeft *left, guint tables, guint images, guint links)
{
  left->tables += tables;
  left->images += images;
  left->links += links;
}

static void
tell_losses (guint n, const PgForeign *foreign, const char *one, const char *more, const char *became)
{
  if (n > 0)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "left-out", "%u %s within texts %s", n,
                     n == 1 ? one : more, became);
}

void
pg_left_tell (PgLeft *left, const PgForeign *foreign)
{
  for (guint i = 0; i < left->kinds->len; i++)
    {
      const Kind *kind = g_ptr_array_index (left->kinds, i);
      g_autoptr (GString) words = g_string_new (NULL);
      for (guint j = 0; j < kind->words->len; j++)
        g_string_append_printf (words, "%s“%.40s”", j > 0 ? ", " : " such as ",
                                (const char *) g_ptr_array_index (kind->words, j));
      pg_foreign_tell (foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "left-out",
                       "“%s”%s has no place in an event: left out %u %s", kind->kind, words->str, kind->n,
                       kind->n == 1 ? "time" : "times");
    }
  tell_losses (left->tables, foreign, "table", "tables", "became lines: cells are parted by |");
  tell_losses (left->images, foreign, "image", "images", "became the words that stand for them");
  tell_losses (left->links, foreign, "link", "links", "became mere words: they do not lead to the web");
}

void
pg_left_tell_export (PgLeft *left, const PgForeign *foreign, const char *format)
{
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < left->kinds->len; i++)
    {
      const Kind *kind = g_ptr_array_index (left->kinds, i);
      g_string_append_printf (all, "%s%u × %s", all->len > 0 ? ", " : "", kind->n, kind->kind);
    }
  if (all->len > 0)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "left-out", "%s cannot hold: %s", format, all->str);
}
