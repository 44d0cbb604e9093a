/* Enters: texts of other systems. Leaves: paragraphs and lists of the vocabulary, as inline XML. */
#include "import/rich.h"

#include "base/limits.h"
#include "import/terms.h"

#include <string.h>

/* XML */

static gboolean
is_xml (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xd800)
         || (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
}

static const char *
entity (char c)
{
  return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
}

void
pg_rich_escape (GString *xml, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      const char *escaped = c < 0x80 ? entity ((char) c) : NULL;
      gboolean is_bad = c >= 0x110000;
      if (escaped != NULL)
        g_string_append (xml, escaped);
      else if (is_bad)
        g_string_append (xml, "\uFFFD");
      else if (is_xml (c))
        g_string_append_unichar (xml, c);
      text += is_bad ? 1 : g_unichar_to_utf8 (c, NULL);
    }
}

/* the writer */

void
pg_rich_init (PgRichWriter *writer, PgArena *arena, PgRichLosses *losses)
{
  static PgRichLosses unasked;
  *writer = (PgRichWriter){ .arena = arena, .losses = losses != NULL ? losses : &unasked };
  writer->parts = pg_arena_array (arena);
  writer->text = g_string_new (NULL);
}

static const struct
{
  guint look;
  const char *name;
} looks[] = { { PG_RICH_BOLD, "b" }, { PG_RICH_ITALIC, "i" }, { PG_RICH_RAISED, "sup" }, { PG_RICH_LOWERED, "sub" } };

/* Links stand innermost. How many of the looks are the same from the outermost on; all of them where only the link differs. */
static guint
n_shared (const PgRichWriter *writer)
{
  guint n = 0;
  while (n < G_N_ELEMENTS (looks) && (writer->look & looks[n].look) == (writer->written_look & looks[n].look))
    n++;
  return n;
}

/* Ends the markup that is open, but the outermost looks. */
static void
close_markup (PgRichWriter *writer, guint n_kept)
{
  if (writer->written_href != NULL)
    g_string_append (writer->text, "</a>");
  writer->written_href = NULL;
  for (guint i = G_N_ELEMENTS (looks); i-- > n_kept;)
    if (writer->written_look & looks[i].look)
      {
        g_string_append_printf (writer->text, "</%s>", looks[i].name);
        writer->written_look &= ~looks[i].look;
      }
}

static void
open_markup (PgRichWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if ((writer->look & looks[i].look) && !(writer->written_look & looks[i].look))
      g_string_append_printf (writer->text, "<%s>", looks[i].name);
  if (writer->href != NULL)
    {
      g_string_append (writer->text, "<a href=\"");
      pg_rich_escape (writer->text, writer->href, -1);
      g_string_append (writer->text, "\">");
    }
  writer->written_look = writer->look;
  writer->written_href = writer->href;
}

/* The paragraph or item is whole. */
static void
flush (PgRichWriter *writer)
{
  close_markup (writer, 0);
  writer->space = writer->line = FALSE;
  if (writer->text->len == 0)
    return;
  PgRichPart *part = writer->list;
  if (part == NULL)
    {
      part = pg_arena_new0 (writer->arena, PgRichPart);
      part->texts = pg_arena_array (writer->arena);
    }
  if (part->texts->len == 0)
    g_ptr_array_add (writer->parts, part);
  g_ptr_array_add (part->texts, pg_arena_strndup (writer->arena, writer->text->str, (gssize) writer->text->len));
  g_string_truncate (writer->text, 0);
}

/* What waits is set before the next word, in the look that the word before it shares with it. */
static void
set_space (PgRichWriter *writer)
{
  gboolean differs = writer->look != writer->written_look || writer->href != writer->written_href;
  if (writer->text->len > PG_LIMIT_PARAGRAPH * 1024u / 2)
    flush (writer);
  if (differs)
    close_markup (writer, n_shared (writer));
  if (writer->text->len > 0)
    g_string_append (writer->text, writer->line ? "<br/>" : writer->space ? " " : "");
  writer->space = writer->line = FALSE;
  if (differs)
    open_markup (writer);
}

static void
word (PgRichWriter *writer, const char *text, gsize length)
{
  set_space (writer);
  pg_rich_escape (writer->text, text, (gssize) length);
}

void
pg_rich_words (PgRichWriter *writer, const char *text, gsize length)
{
  const char *end = text + length;
  while (text < end)
    {
      const char *start = text;
      while (text < end && !g_ascii_isspace (*text) && (guchar) *text >= 0x20)
        text++;
      if (text > start)
        word (writer, start, (gsize) (text - start));
      for (; text < end && (g_ascii_isspace (*text) || (guchar) *text < 0x20); text++)
        {
          if (*text == '\n' && writer->keeps_lines)
            writer->line = TRUE;
          writer->space = TRUE;
        }
    }
}

void
pg_rich_line (PgRichWriter *writer)
{
  writer->line = TRUE;
}

void
pg_rich_block (PgRichWriter *writer)
{
  if (writer->list == NULL)
    flush (writer);
  else
    writer->line = TRUE;
}

void
pg_rich_xml_line (PgRichWriter *writer, const char *xml)
{
  close_markup (writer, 0);
  g_string_append_printf (writer->text, "%s%s", writer->text->len > 0 ? "<br/>" : "", xml);
  writer->line = TRUE;
}

/* Lists within lists become one. */
void
pg_rich_list (PgRichWriter *writer, gboolean numbered)
{
  flush (writer);
  if (writer->list_depth++ > 0)
    return;
  writer->list = pg_arena_new0 (writer->arena, PgRichPart);
  writer->list->kind = numbered ? PG_RICH_NUMBERS : PG_RICH_BULLETS;
  writer->list->texts = pg_arena_array (writer->arena);
}

void
pg_rich_item (PgRichWriter *writer)
{
  flush (writer);
}

void
pg_rich_list_end (PgRichWriter *writer)
{
  flush (writer);
  if (writer->list_depth > 0 && --writer->list_depth == 0)
    writer->list = NULL;
}

void
pg_rich_link (PgRichWriter *writer, const char *href)
{
  writer->href = pg_terms_link (writer->arena, href);
  if (href != NULL && *href != '\0' && *href != '#' && writer->href == NULL)
    writer->losses->links++;
}

GPtrArray *
pg_rich_finish (PgRichWriter *writer)
{
  flush (writer);
  g_string_free (writer->text, TRUE);
  return writer->parts;
}

/* which of them it is */

/* Whether one of the words that HTML is made of is the name of the tag at text. */
static gboolean
is_tag (const char *text, const char *const *names)
{
  text += *text == '/';
  for (; *names != NULL; names++)
    {
      gsize length = strlen (*names);
      if (g_ascii_strncasecmp (text, *names, length) == 0 && text[length] != '\0' && strchr (" />\n\t", text[length]))
        return TRUE;
    }
  return FALSE;
}

/* A text in Markdown may have elements of HTML in it, but no paragraphs. */
static gboolean
is_html (const char *text)
{
  static const char *const blocks[] = { "p",  "div",   "ul",         "ol",   "li",   "h1",      "h2", "h3",
                                        "h4", "table", "blockquote", "html", "body", "section", NULL };
  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at + 1, '<'))
    if (is_tag (at + 1, blocks))
      return TRUE;
  return FALSE;
}

GPtrArray *
pg_rich_read (PgArena *arena, const char *text, PgRichLosses *losses)
{
  PgRichWriter writer;
  pg_rich_init (&writer, arena, losses);
  if (text != NULL && is_html (text))
    pg_rich_html (&writer, text, strlen (text));
  else if (text != NULL)
    pg_rich_markdown (&writer, text);
  return pg_rich_finish (&writer);
}

GPtrArray *
pg_rich_read_plain (PgArena *arena, const char *text)
{
  PgRichWriter writer;
  pg_rich_init (&writer, arena, NULL);
  writer.keeps_lines = TRUE;
  while (text != NULL && *text != '\0')
    {
      const char *end = strstr (text, "\n\n");
      gsize length = end != NULL ? (gsize) (end - text) : strlen (text);
      pg_rich_words (&writer, text, length);
      pg_rich_block (&writer);
      text += length;
      while (*text == '\n')
        text++;
    }
  return pg_rich_finish (&writer);
}
