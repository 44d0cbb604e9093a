/* Enters: HTML. Leaves: its words, with what the vocabulary can say of their looks. */
#include "import/rich.h"

#include "xml/html.h"

#include <string.h>

typedef enum
{
  WITHIN,  /* a line */
  BLOCK,   /* of lines of its own */
  LEFT_OUT /* with all that is in it */
} Place;

typedef struct
{
  const char *name;
  Place place;
  guint look;
} Element;

/* Elements that are not here stand for what is in them. */
static const Element elements[] = {
  { "p", BLOCK, 0 },
  { "div", BLOCK, 0 },
  { "section", BLOCK, 0 },
  { "article", BLOCK, 0 },
  { "header", BLOCK, 0 },
  { "footer", BLOCK, 0 },
  { "blockquote", BLOCK, 0 },
  { "figure", BLOCK, 0 },
  { "figcaption", BLOCK, 0 },
  { "hr", BLOCK, 0 },
  { "dt", BLOCK, PG_RICH_BOLD },
  { "dd", BLOCK, 0 },
  { "caption", BLOCK, 0 },
  { "pre", BLOCK, 0 },
  { "h1", BLOCK, PG_RICH_BOLD },
  { "h2", BLOCK, PG_RICH_BOLD },
  { "h3", BLOCK, PG_RICH_BOLD },
  { "h4", BLOCK, PG_RICH_BOLD },
  { "h5", BLOCK, PG_RICH_BOLD },
  { "h6", BLOCK, PG_RICH_BOLD },
  { "b", WITHIN, PG_RICH_BOLD },
  { "strong", WITHIN, PG_RICH_BOLD },
  { "i", WITHIN, PG_RICH_ITALIC },
  { "em", WITHIN, PG_RICH_ITALIC },
  { "cite", WITHIN, PG_RICH_ITALIC },
  { "dfn", WITHIN, PG_RICH_ITALIC },
  { "var", WITHIN, PG_RICH_ITALIC },
  { "sup", WITHIN, PG_RICH_RAISED },
  { "sub", WITHIN, PG_RICH_LOWERED },
  { "script", LEFT_OUT, 0 },
  { "style", LEFT_OUT, 0 },
  { "head", LEFT_OUT, 0 },
  { "title", LEFT_OUT, 0 },
  { "iframe", LEFT_OUT, 0 },
  { "object", LEFT_OUT, 0 },
};

static const Element *
element_of (const char *name)
{
  static const Element any;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0)
      return &elements[i];
  return &any;
}

static void write_element (PgRichWriter *writer, const PgNode *node);

static void
write_link (PgRichWriter *writer, const PgNode *node)
{
  const char *before = writer->href;
  pg_rich_link (writer, pg_node_value (node, "href"));
  pg_rich_nodes (writer, node);
  writer->href = before;
}

/* An image is what it shows, in words. */
static void
write_image (PgRichWriter *writer, const PgNode *node)
{
  const char *words = pg_node_value (node, "alt");
  writer->losses->images++;
  if (words != NULL)
    pg_rich_words (writer, words, strlen (words));
}

static guint
span_of (const PgNode *node, const char *attribute)
{
  const char *value = pg_node_value (node, attribute);
  return value != NULL ? (guint) CLAMP (g_ascii_strtoull (value, NULL, 10), 1, 1000) : 1;
}

static void
add_row (PgRichWriter *writer, const PgNode *node, GPtrArray *rows)
{
  GPtrArray *row = pg_arena_array (writer->arena);
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    {
      PgRichWriter inner;
      if (!pg_node_is (child, "td") && !pg_node_is (child, "th"))
        continue;
      PgRichCell *cell = pg_rich_cell (writer, row);
      cell->columns = span_of (child, "colspan");
      cell->rows = span_of (child, "rowspan");
      cell->is_head = pg_node_is (child, "th");
      pg_rich_cell_init (&inner, writer);
      pg_rich_nodes (&inner, child);
      pg_rich_cell_finish (cell, &inner);
    }
  g_ptr_array_add (rows, row);
}

/* The rows of a table or of a part of it; what else stands in it goes before it, as browsers show it. */
static void
add_rows (PgRichWriter *writer, const PgNode *node, GPtrArray *rows)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (pg_node_is (child, "tr"))
      add_row (writer, child, rows);
    else if (pg_node_is (child, "thead") || pg_node_is (child, "tbody") || pg_node_is (child, "tfoot"))
      add_rows (writer, child, rows);
    else if (child->name != NULL)
      write_element (writer, child);
}

static void
write_table (PgRichWriter *writer, const PgNode *node)
{
  GPtrArray *rows = pg_arena_array (writer->arena);
  pg_rich_block (writer);
  add_rows (writer, node, rows);
  pg_rich_table (writer, rows);
}

static void
write_ordinary (PgRichWriter *writer, const PgNode *node, const Element *element)
{
  guint before = writer->look;
  gboolean kept_lines = writer->keeps_lines;
  if (element->place == BLOCK)
    pg_rich_block (writer);
  writer->look |= element->look;
  writer->keeps_lines |= pg_node_is (node, "pre");
  pg_rich_nodes (writer, node);
  writer->look = before;
  writer->keeps_lines = kept_lines;
  if (element->place == BLOCK)
    pg_rich_block (writer);
}

static void
write_element (PgRichWriter *writer, const PgNode *node)
{
  const Element *element = element_of (node->name);
  if (element->place == LEFT_OUT)
    return;
  if (pg_node_is (node, "br"))
    pg_rich_line (writer);
  else if (pg_node_is (node, "img"))
    write_image (writer, node);
  else if (pg_node_is (node, "a"))
    write_link (writer, node);
  else if (pg_node_is (node, "table"))
    write_table (writer, node);
  else if (pg_node_is (node, "ul") || pg_node_is (node, "ol"))
    {
      pg_rich_list (writer, pg_node_is (node, "ol"));
      pg_rich_nodes (writer, node);
      pg_rich_list_end (writer);
    }
  else if (pg_node_is (node, "footnote")) /* of the vocabulary */
    {
      pg_rich_words (writer, " (", 2);
      pg_rich_nodes (writer, node);
      pg_rich_words (writer, ")", 1);
    }
  else
    {
      if (pg_node_is (node, "li"))
        pg_rich_item (writer);
      write_ordinary (writer, node, element);
    }
}

void
pg_rich_nodes (PgRichWriter *writer, const PgNode *node)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name != NULL)
      write_element (writer, child);
    else
      pg_rich_words (writer, child->text, strlen (child->text));
}

void
pg_rich_html (PgRichWriter *writer, const char *text, gsize length)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const PgNode *root = pg_html_read (scratch, text, length);
  if (root != NULL)
    pg_rich_nodes (writer, root);
}
