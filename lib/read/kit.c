/* Enters: the node of the kit. Leaves: its pieces with their options, in the order of the file. What these mean is for those
   who know the pieces. */
#include "event/printed.h"
#include "read/reader.h"

#define MOST_COPIES 100000

static void
read_copies (PgReader *reader, const PgNode *node, PgKitPiece *piece)
{
  piece->copies = MAX (1, pg_read_count (node, "copies"));
  if (piece->copies <= MOST_COPIES)
    return;
  pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "bad-value",
                 "%u copies are more than a kit can have: ask for %d at most", piece->copies, MOST_COPIES);
  piece->copies = MOST_COPIES;
}

static void
read_piece (PgReader *reader, const PgNode *node)
{
  static const char *const own[] = { "name", "copies", "theme", NULL };
  PgKitPiece *piece = pg_arena_new0 (reader->arena, PgKitPiece);
  piece->name = pg_read_value (reader, node, "name");
  if (piece->name == NULL)
    return;
  piece->theme = pg_read_value (reader, node, "theme");
  piece->options = pg_arena_array (reader->arena);
  piece->place = node->place;
  read_copies (reader, node, piece);
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const PgAttribute *attribute = &node->attributes[i];
      if (g_strv_contains (own, attribute->name))
        continue;
      PgKitOption *option = pg_arena_new0 (reader->arena, PgKitOption);
      option->name = pg_arena_strdup (reader->arena, attribute->name);
      option->value = pg_arena_strdup (reader->arena, attribute->value);
      option->place = attribute->place;
      g_ptr_array_add (piece->options, option);
    }
  g_ptr_array_add (reader->event->kit, piece);
}

void
pg_read_kit (PgReader *reader, const PgNode *node)
{
  for (const PgNode *child = node != NULL ? pg_node_child (node, "piece") : NULL; child != NULL;
       child = pg_node_again (child))
    read_piece (reader, child);
}
