/* Enters: the nodes of directions and notices. Leaves: signs that show the way, and what is put up as things change. */
#include "base/units.h"
#include "read/reader.h"

/* The place of a word in a list that ends with NULL; that end for a word that is not there. */
static guint
index_of (const char *const *names, const char *word)
{
  guint i = 0;
  while (names[i] != NULL && g_strcmp0 (names[i], word) != 0)
    i++;
  return i;
}

static PgDirection *
read_way (PgReader *reader, const PgNode *node)
{
  PgDirection *way = pg_arena_new0 (reader->arena, PgDirection);
  way->arrow = (PgArrow) index_of (pg_arrow_names, pg_node_value (node, "arrow"));
  way->room = pg_ids_find (reader, PG_ID_ROOM, node, "room");
  way->icon = pg_read_value (reader, node, "icon");
  way->metres = pg_read_count (node, "metres");
  way->name = pg_read_text (reader, node, "name");
  way->place = node->place;
  if (way->room != NULL || way->icon != NULL || way->name != NULL)
    return way;
  if (!node->faulty && pg_node_attribute (node, "room") == NULL)
    pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "no-destination",
                   "this <way> leads nowhere: say where to, by room=\"hall\", icon=\"lift\" or <name>");
  return NULL;
}

static void
read_signpost (PgReader *reader, const PgNode *node)
{
  PgSignpost *signpost = pg_arena_new0 (reader->arena, PgSignpost);
  const char *distance = pg_node_value (node, "distance");
  signpost->where = pg_read_value (reader, node, "place");
  signpost->distance = distance != NULL ? pg_metres_parse (distance) : 0;
  signpost->ways = pg_arena_array (reader->arena);
  signpost->place = node->place;
  for (const PgNode *way = pg_node_child (node, "way"); way != NULL; way = pg_node_again (way))
    {
      PgDirection *read = read_way (reader, way);
      if (read != NULL)
        g_ptr_array_add (signpost->ways, read);
    }
  if (signpost->ways->len > 0)
    g_ptr_array_add (reader->event->signposts, signpost);
}

static void
read_notice (PgReader *reader, const PgNode *node)
{
  PgNotice *notice = pg_arena_new0 (reader->arena, PgNotice);
  notice->kind = (PgNoticeKind) index_of (pg_notice_names, pg_node_value (node, "kind"));
  notice->session = pg_ids_find (reader, PG_ID_ENTRY, node, "session");
  notice->from = pg_ids_find (reader, PG_ID_ROOM, node, "from");
  notice->arrow = (PgArrow) index_of (pg_arrow_names, pg_node_value (node, "arrow"));
  notice->body = pg_read_body (reader, node);
  notice->place = node->place;
  if (notice->kind < PG_N_NOTICES)
    g_ptr_array_add (reader->event->notices, notice);
}

void
pg_read_directions (PgReader *reader, const PgNode *root)
{
  const PgNode *directions = pg_node_child (root, "directions"), *notices = pg_node_child (root, "notices");
  const PgNode *node = directions != NULL ? pg_node_child (directions, "sign") : NULL;
  for (; node != NULL; node = pg_node_again (node))
    read_signpost (reader, node);
  node = notices != NULL ? pg_node_child (notices, "notice") : NULL;
  for (; node != NULL; node = pg_node_again (node))
    read_notice (reader, node);
}
