/* Enters: the node of the booklet. Leaves: its parts, in the order of the file. */
#include "event/printed.h"
#include "read/reader.h"

#include <string.h>

#define MOST_NOTES 100 /* pages */

static gboolean
opens_right (const PgNode *node)
{
  return g_strcmp0 (pg_node_value (node, "opens"), "right") == 0;
}

static void
read_picture (PgReader *reader, const PgNode *node, PgBookletPart *part)
{
  const PgAttribute *source = pg_node_attribute (node, "src");
  if (source == NULL)
    return;
  part->picture = pg_read_value (reader, node, "src");
  part->picture_place = source->place;
  part->alt = pg_read_text (reader, node, "alt");
}

/* The title of a plan is that of its page, whose text is the picture. */
static PgSection *
section_of_plan (PgReader *reader, const PgNode *node)
{
  PgSection *section = pg_arena_new0 (reader->arena, PgSection);
  section->title = pg_read_or_id (reader, node, pg_read_text (reader, node, "title"));
  section->body = pg_arena_array (reader->arena);
  section->place = node->place;
  return section;
}

static GPtrArray *
read_tiers (PgReader *reader, const PgNode *node)
{
  GPtrArray *tiers = pg_arena_array (reader->arena);
  for (const PgNode *child = pg_node_child (node, "tier"); child != NULL; child = pg_node_again (child))
    {
      PgTier *tier = pg_arena_new0 (reader->arena, PgTier);
      tier->name = pg_read_or_id (reader, child, pg_read_text (reader, child, "name"));
      tier->sponsors = pg_arena_array (reader->arena);
      tier->place = child->place;
      for (const PgNode *one = pg_node_child (child, "sponsor"); one != NULL; one = pg_node_again (one))
        pg_ids_find_all (reader, PG_ID_ORGANISATION, one, "organisation", tier->sponsors);
      if (tier->sponsors->len > 0)
        g_ptr_array_add (tiers, tier);
    }
  return tiers;
}

/* What the parts of some kinds hold; FALSE where such a part says nothing, which is an error already. */
static gboolean
read_matter (PgReader *reader, const PgNode *node, PgBookletPart *part)
{
  const PgNode *picture = pg_node_child (node, "picture");
  switch (part->kind)
    {
    case PG_PART_COVER:
      if (picture != NULL)
        read_picture (reader, picture, part);
      return TRUE;
    case PG_PART_SECTION:
      part->section = pg_read_section (reader, node);
      if (part->section != NULL)
        part->section->title = pg_read_or_id (reader, node, part->section->title);
      return part->section != NULL;
    case PG_PART_PLAN:
      read_picture (reader, node, part);
      part->level = pg_read_value (reader, node, "level");
      part->section = section_of_plan (reader, node);
      return part->picture != NULL;
    case PG_PART_SPONSORS:
      part->tiers = read_tiers (reader, node);
      return part->tiers->len > 0;
    default:
      return TRUE;
    }
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
  if (read_matter (reader, node, part))
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
