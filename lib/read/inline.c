/* Enters: an element with text and markup. Leaves: one string and the spans of it, white space collapsed. */
#include "base/limits.h"
#include "read/reader.h"

#include <string.h>

#define LINE_SEPARATOR 0x2028
#define VIRAMA 9 /* Unicode's combining class of marks that join the next letter */

typedef struct
{
  guint flags;
  const char *language;
  const char *href;
} Look;

typedef struct
{
  PgReader *reader;
  const PgNode *node;
  const char *language;
  GString *string;
  GArray *spans;
  GArray *notes;     /* PgFootnote */
  GArray *marks;     /* PgOrigin of the string */
  PgOrigin here;     /* where the character to put stands; line 0: it is not known */
  PgOrigin next;     /* where it would stand next to the last one */
  gboolean space;    /* white space waits */
  guint n_ends;      /* of lines, in it */
  gboolean is_verse; /* the file's lines are kept */
  Look space_look;
  PgOrigin space_here;
  gboolean too_long;
  guint cluster;    /* marks and letters that are joined to the letter before them */
  gunichar last;    /* character that came */
  PgPlace too_deep; /* where that became too many; line 0: nowhere */
} Writer;

static gboolean
same_look (const PgSpan *span, const Look *look)
{
  return span->flags == look->flags && span->language == look->language && span->href == look->href;
}

static void
note_place (Writer *writer, guint offset)
{
  PgOrigin here = writer->here;
  here.offset = offset;
  if (here.line != 0 && (here.line != writer->next.line || here.column != writer->next.column))
    g_array_append_val (writer->marks, here);
  writer->next = (PgOrigin){ .line = here.line, .column = here.column + 1 };
}

/* What stands on a letter or is stacked below it, as letters after some marks of Khmer and Burmese are: shaping looks
   at all of it at once. */
static gboolean
is_of_cluster (const Writer *writer, gunichar character)
{
  return g_unichar_ismark (character) || g_unichar_combining_class (writer->last) == VIRAMA;
}

static gboolean
is_too_deep (Writer *writer, gunichar character)
{
  writer->cluster = is_of_cluster (writer, character) ? writer->cluster + 1 : 0;
  writer->last = character;
  if (writer->cluster > PG_MAX_CLUSTER && writer->too_deep.line == 0)
    {
      writer->too_deep = writer->node->place;
      if (writer->here.line != 0)
        writer->too_deep = (PgPlace){ writer->node->place.file, writer->here.line, writer->here.column };
    }
  return writer->cluster > PG_MAX_CLUSTER;
}

static void
put (Writer *writer, gunichar character, const Look *look)
{
  if (is_too_deep (writer, character))
    return;
  if (writer->string->len > writer->reader->limits->paragraph_bytes)
    {
      writer->too_long = TRUE;
      return;
    }
  guint start = (guint) writer->string->len;
  note_place (writer, start);
  g_string_append_unichar (writer->string, character);
  PgSpan *last = writer->spans->len > 0 ? &g_array_index (writer->spans, PgSpan, writer->spans->len - 1) : NULL;
  if (last != NULL && same_look (last, look))
    {
      last->end = (guint) writer->string->len;
      return;
    }
  PgSpan span = { start, (guint) writer->string->len, look->flags, look->language, look->href };
  g_array_append_val (writer->spans, span);
}

static gboolean
is_east_asian (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF00 && character <= 0xFFEF);
    }
}

/* Brackets, commas and stops that are as wide as ideographs: their white is part of them. */
static gboolean
is_wide_punctuation (gunichar c)
{
  return (c > 0x3000 && c <= 0x303F && c != 0x3005 && c != 0x3007)
         || (c >= 0xFF01 && c <= 0xFF65 && g_unichar_ispunct (c));
}

/* Quotation marks, dashes, ellipses and dots that Chinese and Japanese share with others. */
static gboolean
is_shared_punctuation (gunichar c)
{
  return c == 0xB7 || c == 0x2014 || c == 0x2015 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
}

/* Whether the end of a line between two characters is no space. */
static gboolean
are_joined (gunichar last, gunichar next)
{
  if (is_east_asian (last))
    return is_east_asian (next) || is_shared_punctuation (next) || is_wide_punctuation (last);
  return is_wide_punctuation (next) || (is_shared_punctuation (last) && is_east_asian (next));
}

static gunichar
last_character (const GString *string)
{
  return string->len > 0 ? g_utf8_get_char (g_utf8_prev_char (string->str + string->len)) : 0;
}

/* Chinese and Japanese have no spaces: a line's end in the file beside their characters is none either. */
static void
put_space (Writer *writer, gunichar next)
{
  gunichar last = last_character (writer->string);
  writer->space = FALSE;
  if (last == 0 || last == LINE_SEPARATOR || next == LINE_SEPARATOR)
    return;
  if (writer->n_ends > 0 && are_joined (last, next))
    return;
  PgOrigin here = writer->here;
  writer->here = writer->space_here;
  put (writer, ' ', &writer->space_look);
  writer->here = here;
}

/* The end of a line of verse, or of a stanza, which an empty line follows; a <br/> before it has said as much already. */
static void
put_ends (Writer *writer)
{
  const GString *string = writer->string;
  gsize length = strlen ("\u2028");
  guint n_ends = 0;
  while (string->len >= (n_ends + 1) * length
         && g_utf8_get_char (string->str + string->len - (n_ends + 1) * length) == LINE_SEPARATOR)
    n_ends++;
  writer->space = FALSE;
  for (; n_ends < MIN (writer->n_ends, 2) && string->len > 0; n_ends++)
    put (writer, LINE_SEPARATOR, &writer->space_look);
}

static void
put_character (Writer *writer, gunichar character, const Look *look)
{
  if (writer->space && writer->is_verse && writer->n_ends > 0 && character != LINE_SEPARATOR)
    put_ends (writer);
  else if (writer->space)
    put_space (writer, character);
  put (writer, character, look);
}

static void
wait_with_space (Writer *writer, char space, const Look *look)
{
  if (!writer->space)
    {
      writer->space = TRUE;
      writer->n_ends = 0;
      writer->space_look = *look;
      writer->space_here = writer->here;
    }
  writer->n_ends += space == '\n';
}

static void
put_text (Writer *writer, const PgNode *node, const Look *look)
{
  guint mark = 0;
  writer->here = (PgOrigin){ 0 };
  for (const char *text = node->text; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (mark < node->n_marks && node->marks[mark].offset == (guint) (text - node->text))
        writer->here = node->marks[mark++];
      if (strchr (" \t\n\r", *text) == NULL)
        put_character (writer, g_utf8_get_char (text), look);
      else
        wait_with_space (writer, *text, look);
      writer->here.column = *text == '\n' ? 1 : writer->here.column + 1;
      writer->here.line += *text == '\n' && writer->here.line != 0;
    }
}

static void
put_break (Writer *writer, const Look *look)
{
  if (writer->string->len > 0)
    put_character (writer, LINE_SEPARATOR, look);
}

static Look
look_within (PgReader *reader, const PgNode *node, const Look *outer)
{
  static const struct
  {
    const char *name;
    guint flag;
  } marks[] = { { "b", PG_SPAN_BOLD },
                { "i", PG_SPAN_ITALIC },
                { "sup", PG_SPAN_SUPERSCRIPT },
                { "sub", PG_SPAN_SUBSCRIPT },
                { "family", PG_SPAN_FAMILY } };
  Look look = *outer;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (pg_node_is (node, marks[i].name))
      look.flags |= marks[i].flag;
  if (pg_node_is (node, "span"))
    look.language = pg_read_language (reader, node, outer->language);
  if (pg_node_is (node, "a"))
    look.href = pg_read_value (reader, node, "href");
  return look;
}

/* The space before its mark is none. */
static void
put_note (Writer *writer, const PgNode *node)
{
  PgFootnote note = { .text = pg_read_version (writer->reader, node, writer->language) };
  if (note.text == NULL) /* told */
    return;
  writer->space = FALSE;
  note.offset = (guint) writer->string->len;
  note.key = note.text;
  g_array_append_val (writer->notes, note);
}

static void
put_children (Writer *writer, const PgNode *node, const Look *look)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        put_text (writer, child, look);
      else if (pg_node_is (child, "br"))
        put_break (writer, look);
      else if (pg_node_is (child, "footnote"))
        put_note (writer, child);
      else
        {
          Look inner = look_within (writer->reader, child, look);
          put_children (writer, child, &inner);
        }
    }
}

/* A line that ends with nothing after it is no line. */
static void
trim_breaks (Writer *writer)
{
  while (last_character (writer->string) == LINE_SEPARATOR)
    {
      guint length = (guint) (writer->string->len - strlen ("\u2028"));
      g_string_truncate (writer->string, length);
      PgSpan *last = &g_array_index (writer->spans, PgSpan, writer->spans->len - 1);
      last->end = length;
      if (last->start == last->end)
        g_array_set_size (writer->spans, writer->spans->len - 1);
    }
}

static void
tell_limits (const Writer *writer)
{
  const PgNode *node = writer->node;
  ProgrammeReport *report = writer->reader->report;
  gsize most = writer->reader->limits->paragraph_bytes;
  if (writer->too_long)
    pg_finding_set_id (pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &node->place, "too-large",
                                      "<%s> has more than %" G_GSIZE_FORMAT
                                      " bytes of text: divide it; --limits-paragraph=N allows more",
                                      node->name, most),
                       pg_id_around (node));
  if (writer->too_deep.line != 0)
    pg_finding_set_id (pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &writer->too_deep, "too-large",
                                      "more than %u marks and joined letters stand on one letter: remove those that "
                                      "nobody means",
                                      PG_MAX_CLUSTER),
                       pg_id_around (node));
}

/* A line that ended with nothing but a note after it is gone. */
static void
keep_notes (const Writer *writer, PgVersion *version)
{
  version->n_notes = writer->notes->len;
  version->notes = pg_arena_new_array (writer->reader->arena, PgFootnote, writer->notes->len);
  for (guint i = 0; i < writer->notes->len; i++)
    {
      version->notes[i] = g_array_index (writer->notes, PgFootnote, i);
      version->notes[i].offset = MIN (version->notes[i].offset, (guint) writer->string->len);
    }
}

PgVersion *
pg_read_version (PgReader *reader, const PgNode *node, const char *language)
{
  Writer writer = { .reader = reader,
                    .node = node,
                    .language = language,
                    .string = g_string_new (NULL),
                    .spans = g_array_new (FALSE, FALSE, sizeof (PgSpan)) };
  writer.marks = g_array_new (FALSE, FALSE, sizeof (PgOrigin));
  writer.notes = g_array_new (FALSE, FALSE, sizeof (PgFootnote));
  writer.is_verse = pg_node_is (node, "verse");
  put_children (&writer, node, &(Look){ 0 });
  trim_breaks (&writer);
  tell_limits (&writer);
  PgVersion *version = NULL;
  if (writer.string->len > 0)
    {
      version = pg_arena_new0 (reader->arena, PgVersion);
      version->language = language;
      version->sort = pg_read_value (reader, node, "sort");
      if (version->sort == NULL)
        version->sort = pg_read_value (reader, node, "reading");
      version->string = pg_arena_strndup (reader->arena, writer.string->str, (gssize) writer.string->len);
      version->n_spans = writer.spans->len;
      version->spans = pg_arena_new_array (reader->arena, PgSpan, writer.spans->len);
      memcpy (version->spans, writer.spans->data, writer.spans->len * sizeof (PgSpan));
      version->place = node->place;
      version->origins = (PgOrigins){ .string = version->string, .place = node->place, .n_marks = writer.marks->len };
      version->origins.marks = pg_arena_new_array (reader->arena, PgOrigin, writer.marks->len);
      memcpy (version->origins.marks, writer.marks->data, writer.marks->len * sizeof (PgOrigin));
      g_hash_table_insert (reader->event->origins, (gpointer) version->string, &version->origins);
      g_ptr_array_add (reader->event->versions, version);
      keep_notes (&writer, version);
    }
  else if (writer.notes->len > 0)
    pg_finding_set_id (pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "empty-element",
                                      "<%s> has a <footnote> and no text that this is a note on: write it", node->name),
                       pg_id_around (node));
  g_string_free (writer.string, TRUE);
  g_array_unref (writer.spans);
  g_array_unref (writer.marks);
  g_array_unref (writer.notes);
  return version;
}
