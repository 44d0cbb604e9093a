/* An abstract or biography. Enters: texts of other systems, in one language or several. Leaves: its paragraphs and lists as XML. */
#include "import/body.h"

#include <string.h>

typedef struct
{
  const char *language; /* NULL: the first */
  GPtrArray *parts;     /* PgRichPart* */
} Version;

struct PgBody
{
  PgArena *arena;
  PgLeft *left;
  GPtrArray *versions; /* Version* */
  gboolean has_tables;
};

PgBody *
pg_body_new (PgArena *arena, PgLeft *left, gboolean has_tables)
{
  PgBody *body = pg_arena_new0 (arena, PgBody);
  body->arena = arena;
  body->left = left;
  body->has_tables = has_tables;
  body->versions = pg_arena_array (arena);
  return body;
}

static Version *
version_of (PgBody *body, const char *language)
{
  for (guint i = 0; i < body->versions->len; i++)
    {
      Version *version = g_ptr_array_index (body->versions, i);
      if (g_strcmp0 (version->language, language) == 0)
        return version;
    }
  Version *version = pg_arena_new0 (body->arena, Version);
  version->language = pg_arena_strdup (body->arena, language);
  version->parts = pg_arena_array (body->arena);
  g_ptr_array_add (body->versions, version);
  return version;
}

static void
add (PgBody *body, const char *language, const GPtrArray *parts)
{
  if (parts->len == 0)
    return;
  Version *version = version_of (body, language);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (version->parts, g_ptr_array_index (parts, i));
}

void
pg_body_add (PgBody *body, const char *language, const char *text)
{
  PgRichLosses losses = { 0 };
  if (text == NULL)
    return;
  add (body, language, pg_rich_read (body->arena, text, &losses));
  pg_left_add_losses (body->left, losses.tables, losses.images, losses.links);
}

void
pg_body_add_plain (PgBody *body, const char *language, const char *text)
{
  if (text != NULL)
    add (body, language, pg_rich_read_plain (body->arena, text));
}

void
pg_body_add_subtitle (PgBody *body, const char *language, const char *words)
{
  PgRichWriter writer;
  if (words == NULL)
    return;
  pg_rich_init (&writer, body->arena, NULL);
  writer.look = PG_RICH_ITALIC;
  pg_rich_words (&writer, words, strlen (words));
  add (body, language, pg_rich_finish (&writer));
}

/* Whether all versions have the same paragraphs and lists, one by one. */
static gboolean
are_alike (const GPtrArray *versions)
{
  const Version *first = g_ptr_array_index (versions, 0);
  for (guint i = 1; i < versions->len; i++)
    {
      const Version *version = g_ptr_array_index (versions, i);
      if (version->parts->len != first->parts->len)
        return FALSE;
      for (guint j = 0; j < first->parts->len; j++)
        {
          const PgRichPart *part = g_ptr_array_index (version->parts, j), *other = g_ptr_array_index (first->parts, j);
          if (part->kind != other->kind || part->texts->len != other->texts->len)
            return FALSE;
        }
    }
  return TRUE;
}

/* Lists become lines with a bullet, which can be followed by a translation as a whole. */
static GPtrArray *
as_one (const PgBody *body, const Version *version)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < version->parts->len; i++)
    {
      const PgRichPart *part = g_ptr_array_index (version->parts, i);
      for (guint j = 0; j < part->texts->len; j++)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "<br/>" : "",
                                part->kind != PG_RICH_PARAGRAPH ? "• " : "",
                                (const char *) g_ptr_array_index (part->texts, j));
    }
  PgRichPart *one = pg_arena_new0 (body->arena, PgRichPart);
  one->texts = pg_arena_array (body->arena);
  g_ptr_array_add (one->texts, pg_arena_strdup (body->arena, text->str));
  GPtrArray *parts = pg_arena_array (body->arena);
  g_ptr_array_add (parts, one);
  return parts;
}

/* The text of a part in each version. */
static void
write_texts (const GPtrArray *versions, guint part, guint text, const char *before, const char *name, GString *xml)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const Version *version = g_ptr_array_index (versions, i);
      const PgRichPart *of = g_ptr_array_index (version->parts, part);
      g_string_append_printf (xml, "%s<%s", before, name);
      if (i > 0 && version->language != NULL)
        g_string_append_printf (xml, " xml:lang=\"%s\"", version->language);
      g_string_append_printf (xml, ">%s</%s>\n", (const char *) g_ptr_array_index (of->texts, text), name);
    }
}

static void
write_table (const PgRichPart *table, GString *xml)
{
  g_string_append (xml, "<table>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (table->rows, i);
      const char *element = i == 0 && table->has_head ? "head" : "row";
      g_string_append_printf (xml, "  <%s>", element);
      for (guint j = 0; j < row->len; j++)
        {
          const PgRichCell *cell = g_ptr_array_index (row, j);
          g_string_append (xml, "<cell");
          if (cell->columns > 1)
            g_string_append_printf (xml, " columns=\"%u\"", cell->columns);
          if (cell->rows > 1)
            g_string_append_printf (xml, " rows=\"%u\"", cell->rows);
          if (cell->is_head && element[0] == 'r')
            g_string_append (xml, " head=\"yes\"");
          g_string_append_printf (xml, ">%s</cell>", cell->xml);
        }
      g_string_append_printf (xml, "</%s>\n", element);
    }
  g_string_append (xml, "</table>\n");
}

/* Tables become lines. */
static void
flatten (PgBody *body, Version *version)
{
  GPtrArray *parts = pg_arena_array (body->arena);
  for (guint i = 0; i < version->parts->len; i++)
    {
      PgRichPart *part = g_ptr_array_index (version->parts, i);
      if (part->kind == PG_RICH_TABLE)
        {
          pg_rich_lines (body->arena, part, parts);
          pg_left_add_losses (body->left, 1, 0, 0);
        }
      else
        g_ptr_array_add (parts, part);
    }
  version->parts = parts;
}

static void
write_part (const GPtrArray *versions, guint number, GString *xml)
{
  const PgRichPart *part = g_ptr_array_index (((const Version *) g_ptr_array_index (versions, 0))->parts, number);
  if (part->kind == PG_RICH_TABLE)
    {
      write_table (part, xml);
      return;
    }
  if (part->kind == PG_RICH_PARAGRAPH)
    {
      write_texts (versions, number, 0, "", "p", xml);
      return;
    }
  g_string_append (xml, part->kind == PG_RICH_NUMBERS ? "<list kind=\"number\">\n" : "<list>\n");
  for (guint i = 0; i < part->texts->len; i++)
    write_texts (versions, number, i, "  ", "item", xml);
  g_string_append (xml, "</list>\n");
}

const char *
pg_body_xml (PgBody *body)
{
  const GPtrArray *versions = body->versions;
  if (versions->len == 0)
    return NULL;
  for (guint i = 0; i < versions->len && (versions->len > 1 || !body->has_tables); i++)
    flatten (body, g_ptr_array_index (versions, i));
  if (!are_alike (versions))
    for (guint i = 0; i < versions->len; i++)
      {
        Version *version = g_ptr_array_index (versions, i);
        version->parts = as_one (body, version);
      }
  g_autoptr (GString) xml = g_string_new (NULL);
  const Version *first = g_ptr_array_index (versions, 0);
  for (guint i = 0; i < first->parts->len; i++)
    write_part (versions, i, xml);
  return pg_arena_strdup (body->arena, xml->str);
}
