/* Enters: the node of the booklet. Leaves: its parts, in the order of the file. */
#include "read/reader.h"

#include <string.h>

#define MOST_NOTES 100 /* pages */

static gboolean
opens_right (const PgNode *node)
{
  return g_strcmp0 (pg_node_value (node, "opens"), "right") == 0;
}

static void
read_part (PgReader *reader, const PgNode *node, PgPartKind kind, gboolean all_open_right)
{
  PgBookletPart *part = pg_arena_new0 (reader->arena, PgBookletPart);
  part->kind = kind;
  part->place = node->place;
  gboolean is_cover = kind == PG_PART_COVER || kind == PG_PART_BACK_COVER;
  part->opens_recto = pg_node_attribute (node, "opens") != NULL ? opens_right (node) : all_open_right && !is_cover;
  part->n = MAX (1, pg_read_count (node, kind == PG_PART_NOTES ? "pages" : "columns"));
  if (part->n > MOST_NOTES)
    {
      pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "bad-value",
                     "%u pages for notes are more than a booklet can have: ask for %d at most", part->n, MOST_NOTES);
      part->n = MOST_NOTES;
    }
  if (kind == PG_PART_SECTION)
    part->section = pg_read_section (reader, node);
  if (kind != PG_PART_SECTION || part->section != NULL)
    g_ptr_array_add (reader->event->booklet, part);
}

void
pg_read_booklet (PgReader *reader, const PgNode *node)
{
  if (node == NULL)
    return;
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    for (PgPartKind kind = PG_PART_COVER; kind <= PG_PART_BACK_COVER; kind++)
      if (child->name != NULL && pg_node_is (child, pg_part_name (kind)))
        read_part (reader, child, kind, opens_right (node));
}
