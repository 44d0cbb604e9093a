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

static void
add_paragraph (GString *plain, const PgNode *node, const char *before)
{
  g_autoptr (GString) words = g_string_new (NULL);
  add_words (words, node, "\n");
  g_strstrip (words->str);
  if (words->str[0] != '\0')
    g_string_append_printf (plain, "%s%s", plain->len > 0 ? before : before + strspn (before, "\n"), words->str);
}

const char *
pg_plain_body (PgArena *arena, const char *body, const char *language)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const PgNode *root = parse (scratch, body);
  g_autoptr (GString) plain = g_string_new (NULL);
  for (const PgNode *node = root != NULL ? root->first : NULL, *next; node != NULL; node = next)
    {
      next = node->next;
      if (pg_node_is (node, "p"))
        add_paragraph (plain, choose (node, language, &next), "\n\n");
      if (!pg_node_is (node, "list"))
        continue;
      const char *before = "\n\n• ";
      for (const PgNode *item = node->first, *after; item != NULL; item = after)
        {
          after = item->next;
          if (item->name == NULL)
            continue;
          add_paragraph (plain, choose (item, language, &after), before);
          before = "\n• ";
        }
    }
  return plain->len > 0 ? pg_arena_strdup (arena, plain->str) : NULL;
}

/* HTML */

static void
add_part (GString *html, const PgRichPart *part)
{
  static const struct
  {
    const char *begin, *end;
  } lists[] = { { "", "" }, { "<ul>", "</ul>" }, { "<ol>", "</ol>" } };
  const char *element = part->kind == PG_RICH_PARAGRAPH ? "p" : "li";
  g_string_append (html, lists[part->kind].begin);
  for (guint i = 0; i < part->texts->len; i++)
    g_string_append_printf (html, "<%s>%s</%s>", element, (const char *) g_ptr_array_index (part->texts, i), element);
  g_string_append (html, lists[part->kind].end);
}

/* Set anew as HTML that is read is, so that it comes back as it went. */
const char *
pg_html_body (PgArena *arena, const char *body, const char *language)
{
  g_autoptr (PgArena) scratch = pg_arena_new ();
  const PgNode *root = parse (scratch, body);
  PgRichWriter writer;
  pg_rich_init (&writer, scratch, NULL);
  for (const PgNode *node = root != NULL ? root->first : NULL, *next; node != NULL; node = next)
    {
      next = node->next;
      if (pg_node_is (node, "p"))
        pg_rich_nodes (&writer, choose (node, language, &next));
      pg_rich_block (&writer);
      if (!pg_node_is (node, "list"))
        continue;
      pg_rich_list (&writer, g_strcmp0 (pg_node_value (node, "kind"), "number") == 0);
      for (const PgNode *item = node->first, *after; item != NULL; item = after)
        {
          after = item->next;
          if (item->name != NULL)
            pg_rich_nodes (&writer, choose (item, language, &after));
          pg_rich_item (&writer);
        }
      pg_rich_list_end (&writer);
    }
  const GPtrArray *parts = pg_rich_finish (&writer);
  g_autoptr (GString) html = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    add_part (html, g_ptr_array_index (parts, i));
  return html->len > 0 ? pg_arena_strdup (arena, html->str) : NULL;
}
