/* Changes of a text. Enters: places of elements and attributes of its tree. Leaves: the text with other bytes there, and all others
   as they were. */
#include "import/edits.h"

#include "import/rich.h"

#include <string.h>

typedef struct
{
  gsize start, end;
  char *text;
} Edit;

struct PgEdits
{
  const char *text;
  gsize length;
  GArray *lines; /* gsize: where each begins */
  GArray *edits; /* Edit */
};

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

PgEdits *
pg_edits_new (const char *text, gsize length)
{
  PgEdits *edits = g_new0 (PgEdits, 1);
  edits->text = text;
  edits->length = length;
  edits->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  edits->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (edits->edits, clear_edit);
  for (gsize start = 0; start < length;)
    {
      const char *end = memchr (text + start, '\n', length - start);
      g_array_append_val (edits->lines, start);
      start = end != NULL ? (gsize) (end - text) + 1 : length;
    }
  return edits;
}

void
pg_edits_free (PgEdits *edits)
{
  if (edits == NULL)
    return;
  g_array_unref (edits->lines);
  g_array_unref (edits->edits);
  g_free (edits);
}

/* places */

static gsize
offset_of (const PgEdits *edits, const PgPlace *place)
{
  if (place->line == 0 || place->line > edits->lines->len)
    return edits->length;
  const char *line = edits->text + g_array_index (edits->lines, gsize, place->line - 1);
  for (guint column = 1; column < place->column && line < edits->text + edits->length; column++)
    line = g_utf8_next_char (line);
  return (gsize) (line - edits->text);
}

/* Behind a tag, whose values may have a ">". */
static gsize
tag_end (const PgEdits *edits, gsize at)
{
  char quote = '\0';
  for (; at < edits->length; at++)
    {
      char c = edits->text[at];
      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return at + 1;
    }
  return at;
}

/* Behind a comment or the like that begins at a "<", or 0 if an element's tag does. */
static gsize
special_end (const PgEdits *edits, gsize at)
{
  static const char *const kinds[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (edits->text + at, kinds[i][0]))
      {
        const char *end = strstr (edits->text + at, kinds[i][1]);
        return end != NULL ? (gsize) (end - edits->text) + strlen (kinds[i][1]) : edits->length;
      }
  return 0;
}

/* Where an element's end tag begins, or, of one without, where the element ends; the text is well-formed. *end gets the end. */
static gsize
find_end (const PgEdits *edits, gsize at, gsize *end)
{
  gint depth = 0;
  while (at < edits->length)
    {
      const char *tag = memchr (edits->text + at, '<', edits->length - at);
      if (tag == NULL)
        break;
      gsize start = (gsize) (tag - edits->text), behind = special_end (edits, start);
      at = behind > 0 ? behind : tag_end (edits, start);
      if (behind > 0)
        continue;
      gboolean is_end = tag[1] == '/', is_whole = edits->text[at - 2] == '/';
      depth += is_end ? -1 : is_whole ? 0 : 1;
      *end = at;
      if (depth == 0)
        return is_end ? start : at;
    }
  return *end = edits->length;
}

/* The beginning of the line if there are but blanks before a byte of it. */
static gsize
line_before (const PgEdits *edits, gsize at)
{
  gsize start = at;
  while (start > 0 && (edits->text[start - 1] == ' ' || edits->text[start - 1] == '\t'))
    start--;
  return start == 0 || edits->text[start - 1] == '\n' ? start : at;
}

void
pg_edits_span (PgEdits *edits, const PgNode *node, gsize *start, gsize *end)
{
  gsize at = offset_of (edits, &node->place);
  find_end (edits, at, end);
  *start = line_before (edits, at);
  if (*end < edits->length && edits->text[*end] == '\n')
    ++*end;
}

gsize
pg_edits_end_tag (PgEdits *edits, const PgNode *node)
{
  gsize end;
  return line_before (edits, find_end (edits, offset_of (edits, &node->place), &end));
}

/* changes */

void
pg_edits_replace (PgEdits *edits, gsize start, gsize end, const char *text)
{
  Edit edit = { start, end, g_strdup (text) };
  guint i = edits->edits->len;
  while (i > 0 && g_array_index (edits->edits, Edit, i - 1).start > start)
    i--;
  g_array_insert_val (edits->edits, i, edit);
}

void
pg_edits_set (PgEdits *edits, const PgNode *node, const char *attribute, const char *value)
{
  const PgAttribute *old = pg_node_attribute (node, attribute);
  g_autoptr (GString) text = g_string_new (NULL);
  if (value != NULL)
    {
      g_string_append_printf (text, "%s=\"", attribute);
      pg_rich_escape (text, value, -1);
      g_string_append_c (text, '"');
    }
  if (old != NULL)
    {
      gsize start = offset_of (edits, &old->place), end = start + strcspn (edits->text + start, "\"'");
      const char *quote = memchr (edits->text + end + 1, edits->text[end], edits->length - end - 1);
      end = quote != NULL ? (gsize) (quote - edits->text) + 1 : end;
      if (value == NULL)
        start--; /* and the blank before it */
      pg_edits_replace (edits, start, end, text->str);
    }
  else if (value != NULL)
    {
      gsize at = offset_of (edits, &node->place) + 1 + strlen (node->name);
      g_string_prepend_c (text, ' ');
      pg_edits_replace (edits, at, at, text->str);
    }
}

void
pg_edits_fill (PgEdits *edits, const PgNode *node, const char *xml)
{
  gsize start = offset_of (edits, &node->place), end, inner = find_end (edits, start, &end);
  if (inner < end)
    pg_edits_replace (edits, tag_end (edits, start), inner, xml);
}

char *
pg_edits_cut (PgEdits *edits, gsize start, gsize end)
{
  GString *text = g_string_new (NULL);
  guint i = 0;
  while (i < edits->edits->len && g_array_index (edits->edits, Edit, i).start < start)
    i++;
  while (i < edits->edits->len)
    {
      const Edit *edit = &g_array_index (edits->edits, Edit, i);
      if (edit->end > end || (edit->start == end && end != edits->length))
        break;
      g_string_append_len (text, edits->text + start, (gssize) (edit->start - start));
      g_string_append (text, edit->text);
      start = edit->end;
      g_array_remove_index (edits->edits, i);
    }
  g_string_append_len (text, edits->text + start, (gssize) (end - start));
  return g_string_free (text, FALSE);
}
