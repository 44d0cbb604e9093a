/* XML of a draft for others. Enters: texts and bodies of the vocabulary. Leaves: one language of them, as words or as HTML. */
#include "import/plain.h"

#include "import/rich.h"
#include "xml/tree.h"

#include <string.h>

/* The elements of a piece of XML; NULL for none. It is well-formed, since a reader or an importer has made it. */
static const PgNode *
parse (PgArena *arena, const char *xml)
{
  PgSource source;
  if (xml == NULL)
    return NULL;
  g_autofree char *whole = g_strconcat ("<x>", xml, "</x>", NULL);
  const PgNode *root = NULL;
  if (pg_source_init (&source, "", whole, strlen (whole), &pg_standard_limits, NULL, NULL))
    root = pg_tree_read (arena, &source, NULL, NULL);
  pg_source_clear (&source);
  return root;
}

/* Words with single spaces; a <br/> is as given. */
static void
add_words (GString *words, const PgNode *node, const char *line)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    {
      if (pg_node_is (child, "br"))
        g_string_append (words, line);
      else if (child->name != NULL)
        add_words (words, child, line);
      else
        for (const char *at = child->text; *at != '\0'; at++)
          {
            gboolean is_space = g_ascii_isspace (*at);
            if (!is_space)
              g_string_append_c (words, *at);
            else if (words->len > 0 && words->str[words->len - 1] != ' ' && words->str[words->len - 1] != '\n')
              g_string_append_c (words, ' ');
          }
    }
}

/* How well a language is what is wanted. */
static guint
match (const char *language, const char *wanted)
{
  if (language == NULL || wanted == NULL)
    return 0;
  gsize length = strcspn (wanted, "-");
  if (g_ascii_strcasecmp (language, wanted) == 0)
    return 2;
  return strcspn (language, "-") == length && g_ascii_strncasecmp (language, wanted, length) == 0 ? 1 : 0;
}

const char *
pg_plain_text (PgArena *arena, const GPtrArray *text, const char *language)
{
  const PgDraftVersion *best = NULL;
  for (guint i = 0; text != NULL && i < text->len; i++)
    {
      const PgDraftVersion *version = g_ptr_array_index (text, i);
      if (best == NULL || match (version->language, language) > match (best->language, language))
        best = version;
    }
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const PgNode *root = best != NULL ? parse (scratch, best->xml) : NULL;
  if (root == NULL)
    return NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  add_words (words, root, " ");
  g_strstrip (words->str);
  return words->str[0] != '\0' ? pg_arena_strdup (arena, words->str) : NULL;
}

/* Of a paragraph or item and the translations that follow it, the one that is wanted; next gets what comes behind them. */
static const PgNode *
choose (const PgNode *node, const char *language, const PgNode **next)
{
  const PgNode *best = node, *at = node->next;
  for (; at != NULL; at = at->next)
    {
      const char *tag = at->name != NULL ? pg_node_value (at, "xml:lang") : NULL;
      if (at->name != NULL && (tag == NULL || !pg_node_is (at, node->name)))
        break;
      if (at->name != NULL && match (tag, language) > match (pg_node_value (best, "xml:lang"), language))
        best = at;
    }
  *next = at;
  return best;
}

/* What has a line of its own: a paragraph, and the names and words around those. */
static void
add_line (PgRichWriter *writer, const PgNode *node, const char *language, const PgNode **next)
{
  writer->look = pg_node_is (node, "title") || pg_node_is (node, "term") ? PG_RICH_BOLD : 0;
  writer->keeps_lines = pg_node_is (node, "verse");
  pg_rich_nodes (writer, choose (node, language, next));
  writer->look = 0;
  writer->keeps_lines = FALSE;
  pg_rich_block (writer);
}

static void
add_list (PgRichWriter *writer, const PgNode *list, const char *language)
{
  pg_rich_list (writer, g_strcmp0 (pg_node_value (list, "kind"), "number") == 0);
  for (const PgNode *item = list->first, *next; item != NULL; item = next)
    {
      next = item->next;
      if (item->name != NULL)
        pg_rich_nodes (writer, choose (item, language, &next));
      pg_rich_item (writer);
    }
  pg_rich_list_end (writer);
}

static guint
count_of (const PgNode *node, const char *attribute)
{
  const char *value = pg_node_value (node, attribute);
  return value != NULL ? (guint) CLAMP (g_ascii_strtoull (value, NULL, 10), 1, 1000) : 1;
}

static void
add_row (PgRichWriter *writer, const PgNode *node, const char *language, GPtrArray *rows)
{
  GPtrArray *row = pg_arena_array (writer->arena);
  for (const PgNode *child = node->first, *next; child != NULL; child = next)
    {
      PgRichWriter inner;
      next = child->next;
      if (child->name == NULL)
        continue;
      PgRichCell *cell = pg_rich_cell (writer, row);
      cell->columns = count_of (child, "columns");
      cell->rows = count_of (child, "rows");
      cell->is_head = pg_node_is (node, "head") || g_strcmp0 (pg_node_value (child, "head"), "yes") == 0;
      pg_rich_cell_init (&inner, writer);
      pg_rich_nodes (&inner, choose (child, language, &next));
      pg_rich_cell_finish (cell, &inner);
    }
  g_ptr_array_add (rows, row);
}

static void
add_table (PgRichWriter *writer, const PgNode *table, const char *language)
{
  GPtrArray *rows = pg_arena_array (writer->arena);
  for (const PgNode *node = table->first, *next; node != NULL; node = next)
    {
      next = node->next;
      if (pg_node_is (node, "caption"))
        add_line (writer, node, language, &next);
      else if (node->name != NULL)
        add_row (writer, node, language, rows);
    }
  pg_rich_table (writer, rows);
}

/* What stands in a body, a section, a quotation, a definition; an image is the words that stand for it. */
static void
add_nodes (PgRichWriter *writer, const PgNode *parent, const char *language)
{
  static const char *const lines[] = { "p", "verse", "title", "term", "source", "caption", NULL };
  for (const PgNode *node = parent->first, *next; node != NULL; node = next)
    {
      next = node->next;
      if (node->name == NULL)
        continue;
      const char *words = pg_node_is (node, "image") ? pg_node_value (node, "alt") : NULL;
      if (words != NULL)
        pg_rich_words (writer, words, strlen (words));
      pg_rich_block (writer);
      if (g_strv_contains (lines, node->name))
        add_line (writer, node, language, &next);
      else if (pg_node_is (node, "list"))
        add_list (writer, node, language);
      else if (pg_node_is (node, "table"))
        add_table (writer, node, language);
      else
        add_nodes (writer, node, language);
    }
}

/* Set anew as HTML that is read is, so that it comes back as it went. */
static GPtrArray *
parts_of (PgArena *arena, const char *body, const char *language)
{
  const PgNode *root = parse (arena, body);
  PgRichWriter writer;
  pg_rich_init (&writer, arena, NULL);
  if (root != NULL)
    add_nodes (&writer, root, language);
  return pg_rich_finish (&writer);
}

/* Words */

static void
add_plain (PgArena *arena, GString *plain, const PgRichPart *part)
{
  const char *before = plain->len > 0 ? "\n\n" : "";
  for (guint i = 0; i < part->texts->len; i++)
    {
      const PgNode *root = parse (arena, g_ptr_array_index (part->texts, i));
      g_autoptr (GString) words = g_string_new (NULL);
      if (root != NULL)
        add_words (words, root, "\n");
      g_strstrip (words->str);
      gboolean is_item = part->kind == PG_RICH_BULLETS || part->kind == PG_RICH_NUMBERS;
      g_string_append_printf (plain, "%s%s%s", before, is_item ? "• " : "", words->str);
      before = "\n";
    }
}

const char *
pg_plain_body (PgArena *arena, const char *body, const char *language)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const GPtrArray *parts = parts_of (scratch, body, language);
  g_autoptr (GString) plain = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    add_plain (scratch, plain, g_ptr_array_index (parts, i));
  return plain->len > 0 ? pg_arena_strdup (arena, plain->str) : NULL;
}

/* HTML */

static void
add_html_row (GString *html, const GPtrArray *row)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < row->len; i++)
    {
      const PgRichCell *cell = g_ptr_array_index (row, i);
      const char *element = cell->is_head ? "th" : "td";
      g_string_append_printf (html, "<%s", element);
      if (cell->columns > 1)
        g_string_append_printf (html, " colspan=\"%u\"", cell->columns);
      if (cell->rows > 1)
        g_string_append_printf (html, " rowspan=\"%u\"", cell->rows);
      g_string_append_printf (html, ">%s</%s>", cell->xml, element);
    }
  g_string_append (html, "</tr>");
}

static void
add_html (GString *html, const PgRichPart *part)
{
  static const struct
  {
    const char *begin, *end;
  } around[] = { { "", "" }, { "<ul>", "</ul>" }, { "<ol>", "</ol>" }, { "<table>", "</table>" } };
  const char *element = part->kind == PG_RICH_PARAGRAPH ? "p" : "li";
  g_string_append (html, around[part->kind].begin);
  for (guint i = 0; i < part->texts->len; i++)
    if (part->kind == PG_RICH_TABLE)
      add_html_row (html, g_ptr_array_index (part->rows, i));
    else
      g_string_append_printf (html, "<%s>%s</%s>", element, (const char *) g_ptr_array_index (part->texts, i), element);
  g_string_append (html, around[part->kind].end);
}

const char *
pg_html_body (PgArena *arena, const char *body, const char *language)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const GPtrArray *parts = parts_of (scratch, body, language);
  g_autoptr (GString) html = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    add_html (html, g_ptr_array_index (parts, i));
  return html->len > 0 ? pg_arena_strdup (arena, html->str) : NULL;
}
