/* Enters: Markdown. Leaves: its words, with what the vocabulary can say of their looks. */
#include "import/rich.h"

#include <cmark.h>
#include <string.h>

/* Nobody ends a line before this many characters unless it is to end there. */
#define WRAPPED 50

/* <b>, </b>, <br>, <a href>: what HTML there is between words. */
static void
write_tag (PgRichWriter *writer, const char *tag)
{
  static const struct
  {
    const char *name;
    guint look;
  } looks[] = { { "b", PG_RICH_BOLD },    { "strong", PG_RICH_BOLD }, { "i", PG_RICH_ITALIC },
                { "em", PG_RICH_ITALIC }, { "sup", PG_RICH_RAISED },  { "sub", PG_RICH_LOWERED } };
  gboolean is_end = tag[1] == '/';
  const char *name = tag + 1 + is_end;
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
  if (length == 2 && g_ascii_strncasecmp (name, "br", 2) == 0)
    pg_rich_line (writer);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (strlen (looks[i].name) == length && g_ascii_strncasecmp (name, looks[i].name, length) == 0)
      writer->look = is_end ? writer->look & ~looks[i].look : writer->look | looks[i].look;
}

/* How many characters stand on the line that ends with a node. */
static gsize
line_length (cmark_node *node)
{
  gsize length = 0;
  for (cmark_node *before = cmark_node_previous (node); before != NULL; before = cmark_node_previous (before))
    {
      cmark_node_type type = cmark_node_get_type (before);
      if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        break;
      const char *words = cmark_node_get_literal (before);
      length += words != NULL ? strlen (words) : WRAPPED / 2;
    }
  return length;
}

static void
write_literal (PgRichWriter *writer, cmark_node *node)
{
  const char *words = cmark_node_get_literal (node);
  if (words != NULL)
    pg_rich_words (writer, words, strlen (words));
}

static void
write_code (PgRichWriter *writer, cmark_node *node)
{
  pg_rich_block (writer);
  writer->keeps_lines = TRUE;
  write_literal (writer, node);
  writer->keeps_lines = FALSE;
  pg_rich_block (writer);
}

static void
write_html (PgRichWriter *writer, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  pg_rich_block (writer);
  if (html != NULL)
    pg_rich_html (writer, html, strlen (html));
  pg_rich_block (writer);
}

/* A look begins or ends; ends where it began, since Markdown's looks do not overlap. */
static void
turn (PgRichWriter *writer, guint look, gboolean enters)
{
  writer->look = enters ? writer->look | look : writer->look & ~look;
}

static void
write_words (PgRichWriter *writer, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      write_literal (writer, node);
      break;
    case CMARK_NODE_SOFTBREAK:
      if (line_length (node) < WRAPPED)
        pg_rich_line (writer);
      else
        pg_rich_words (writer, " ", 1);
      break;
    case CMARK_NODE_LINEBREAK:
      pg_rich_line (writer);
      break;
    case CMARK_NODE_HTML_INLINE:
      write_tag (writer, cmark_node_get_literal (node));
      break;
    default:
      break;
    }
}

static void
write_node (PgRichWriter *writer, cmark_node *node, gboolean enters)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_THEMATIC_BREAK:
      pg_rich_block (writer);
      writer->look = 0;
      break;
    case CMARK_NODE_HEADING:
      pg_rich_block (writer);
      turn (writer, PG_RICH_BOLD, enters);
      break;
    case CMARK_NODE_LIST:
      if (enters)
        pg_rich_list (writer, cmark_node_get_list_type (node) == CMARK_ORDERED_LIST);
      else
        pg_rich_list_end (writer);
      break;
    case CMARK_NODE_ITEM:
      pg_rich_item (writer);
      break;
    case CMARK_NODE_CODE_BLOCK:
      write_code (writer, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      write_html (writer, node);
      break;
    case CMARK_NODE_STRONG:
      turn (writer, PG_RICH_BOLD, enters);
      break;
    case CMARK_NODE_EMPH:
      turn (writer, PG_RICH_ITALIC, enters);
      break;
    case CMARK_NODE_LINK:
      if (enters)
        pg_rich_link (writer, cmark_node_get_url (node));
      else
        writer->href = NULL;
      break;
    case CMARK_NODE_IMAGE: /* its words follow */
      writer->losses->images += enters ? 1 : 0;
      break;
    default:
      write_words (writer, node);
    }
}

static void
write_part (PgRichWriter *writer, const char *text, gsize length)
{
  cmark_node *root = cmark_parse_document (text, length, CMARK_OPT_VALIDATE_UTF8);
  cmark_iter *iterator = cmark_iter_new (root);
  cmark_event_type event;
  while ((event = cmark_iter_next (iterator)) != CMARK_EVENT_DONE)
    write_node (writer, cmark_iter_get_node (iterator), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iterator);
  cmark_node_free (root);
}

/* Tables, which cmark has not */

/* Whether a line is one such as "|---|:-:|", which parts a table's head from its body. */
static gboolean
is_rule (const char *line)
{
  gsize length = strcspn (line, "\n"), n = strspn (line, "|-: \t\r");
  return n == length && memchr (line, '|', length) != NULL && strstr (line, "---") != NULL
         && strstr (line, "---") < line + length;
}

/* Cells are parted by bars; one with a backslash before it is a character. */
static void
add_row (PgRichWriter *writer, const char *line, gsize length, gboolean is_head, GPtrArray *rows)
{
  g_autofree char *copy = g_strndup (line, length);
  char *at = g_strstrip (copy), *end = at + strlen (at);
  GPtrArray *row = pg_arena_array (writer->arena);
  if (end > at && end[-1] == '|')
    *--end = '\0';
  for (at += *at == '|'; at <= end;)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      for (; *at != '\0' && *at != '|'; at++)
        {
          at += at[0] == '\\' && at[1] == '|';
          g_string_append_c (words, *at);
        }
      PgRichWriter inner;
      PgRichCell *cell = pg_rich_cell (writer, row);
      cell->is_head = is_head;
      pg_rich_cell_init (&inner, writer);
      write_part (&inner, words->str, words->len);
      pg_rich_cell_finish (cell, &inner);
      at++;
    }
  g_ptr_array_add (rows, row);
}

static const char *
next_line (const char *line)
{
  line += strcspn (line, "\n");
  return *line == '\n' ? line + 1 : line;
}

/* Gives what comes behind it. */
static const char *
write_table (PgRichWriter *writer, const char *line)
{
  GPtrArray *rows = pg_arena_array (writer->arena);
  add_row (writer, line, strcspn (line, "\n"), TRUE, rows);
  for (line = next_line (next_line (line)); memchr (line, '|', strcspn (line, "\n")) != NULL; line = next_line (line))
    add_row (writer, line, strcspn (line, "\n"), FALSE, rows);
  pg_rich_table (writer, rows);
  return line;
}

void
pg_rich_markdown (PgRichWriter *writer, const char *text)
{
  gboolean is_code = FALSE;
  const char *line = text;
  while (*line != '\0')
    {
      is_code = is_code != (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"));
      if (!is_code && memchr (line, '|', strcspn (line, "\n")) != NULL && is_rule (next_line (line)))
        {
          write_part (writer, text, (gsize) (line - text));
          text = line = write_table (writer, line);
        }
      else
        line = next_line (line);
    }
  write_part (writer, text, strlen (text));
}
