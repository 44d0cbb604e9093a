/* Enters: the text of an XML file. Leaves: its elements, attributes and texts, each with its place.
   libxml2 parses and this keeps: nothing is fetched, no document type is read, every limit ends in a finding. */
#include "xml/tree.h"

#include "base/characters.h"
#include "base/limits.h"
#include "xml/syntax.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct
{
  PgArena *arena;
  PgSource *source;
  ProgrammeReport *report;
  GError **error;
  xmlParserCtxt *parser;
  PgNode *root, *open; /* the innermost element that is not closed yet */
  GString *text;       /* what stands between two tags */
  PgPlace text_place;
  GArray *marks; /* of the text: PgOrigin */
  guint depth, n_elements;
  gboolean failed, namespace_reported;
} Builder;

static gsize
position (Builder *builder)
{
  long position = xmlByteConsumed (builder->parser);
  return position < 0 ? 0 : MIN ((gsize) position, builder->source->length);
}

/* The last occurrence of needle that starts before the byte at offset, or offset. */
static gsize
search_back (Builder *builder, gsize offset, const char *needle)
{
  const char *text = builder->source->text;
  gsize length = strlen (needle);
  for (gsize at = offset; at-- > 0;)
    if (strncmp (text + at, needle, length) == 0)
      return at;
  return offset;
}

/* The "<" of the tag that the parser has just read. An attribute's value cannot hold another one. */
static gsize
tag_start (Builder *builder, gsize offset)
{
  const char *text = builder->source->text;
  gsize start = MIN (offset, builder->source->length - 1);
  while (start > 0 && text[start] != '<')
    start--;
  return start;
}

static void
stop (Builder *builder)
{
  builder->failed = TRUE;
  xmlStopParser (builder->parser);
}

/* Text */

/* Where a chunk of text begins in the source. Mostly it lies in the parser's input. If not, the parser stands at its
   end, a few bytes before it or after "]]>"; a reference such as "&amp;" is longer there than what it stands for. */
static gsize
text_start (Builder *builder, const char *chunk, gsize length)
{
  const xmlParserInput *input = builder->parser->input;
  const gsize end = position (builder), before = 3, after = 4;
  if ((const xmlChar *) chunk >= input->base && (const xmlChar *) chunk < input->end)
    return end - (gsize) (input->cur - input->base) + (gsize) ((const xmlChar *) chunk - input->base);
  for (gsize at = end + after; at >= length && at + before + 1 > end; at--)
    if (at <= builder->source->length && memcmp (builder->source->text + at - length, chunk, length) == 0)
      return at - length;
  return search_back (builder, end, "&");
}

static void
on_characters (void *data, const xmlChar *characters, int length)
{
  Builder *builder = data;
  const char *chunk = (const char *) characters;
  gsize n = (gsize) length, blank = 0;
  while (blank < n && strchr (" \t\n\r", chunk[blank]) != NULL)
    blank++;
  if (blank < n)
    {
      PgPlace place = pg_source_place (builder->source, text_start (builder, chunk, n) + blank);
      PgOrigin mark = { (guint) (builder->text->len + blank), place.line, place.column };
      g_array_append_val (builder->marks, mark);
      if (builder->text_place.line == 0)
        builder->text_place = place;
    }
  g_string_append_len (builder->text, chunk, length);
}

static void
append_child (PgNode *parent, PgNode *node)
{
  node->parent = parent;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
}

static void
flush_text (Builder *builder)
{
  if (builder->text->len > 0 && builder->open != NULL)
    {
      PgNode *node = pg_arena_new0 (builder->arena, PgNode);
      node->text = pg_arena_strndup (builder->arena, builder->text->str, (gssize) builder->text->len);
      node->place = builder->text_place;
      node->n_marks = builder->marks->len;
      node->marks = pg_arena_new_array (builder->arena, PgOrigin, node->n_marks);
      if (node->n_marks > 0)
        memcpy (node->marks, builder->marks->data, node->n_marks * sizeof (PgOrigin));
      append_child (builder->open, node);
    }
  g_string_truncate (builder->text, 0);
  g_array_set_size (builder->marks, 0);
  builder->text_place = (PgPlace){ 0 };
}

/* Elements */

static const char *
qualified_name (Builder *builder, const xmlChar *prefix, const xmlChar *name)
{
  return prefix != NULL ? pg_arena_printf (builder->arena, "%s:%s", (const char *) prefix, (const char *) name)
                        : pg_arena_strdup (builder->arena, (const char *) name);
}

/* Steps from the name of an attribute to what follows its value, in a tag that is known to be well-formed. */
static const char *
skip_attribute (const char *at)
{
  at += strcspn (at, "\"'");
  const char *close = *at != '\0' ? strchr (at + 1, *at) : NULL;
  return close != NULL ? close + 1 : at + strlen (at);
}

/* Reads the tag once more for the places of its attributes, which the parser does not tell. */
static void
place_attributes (Builder *builder, PgNode *node, gsize start, gsize end)
{
  const char *text = builder->source->text, *stop_at = text + end;
  if (node->n_attributes == 0)
    return; /* without white space in the tag the search for it would run on through the file */
  const char *at = text + start + strcspn (text + start, " \t\n");
  for (guint i = 0; i < node->n_attributes && at < stop_at; at = skip_attribute (at))
    {
      at += strspn (at, " \t\n");
      gsize length = strcspn (at, " \t\n=");
      PgAttribute *attribute = &node->attributes[i];
      if (strlen (attribute->name) == length && strncmp (attribute->name, at, length) == 0)
        {
          attribute->place = pg_source_place (builder->source, (gsize) (at - text));
          i++;
        }
    }
}

static void
fill_attributes (Builder *builder, PgNode *node, int n, const xmlChar **values)
{
  node->attributes = pg_arena_new_array (builder->arena, PgAttribute, n);
  node->n_attributes = (guint) n;
  for (int i = 0; i < n; i++, values += 5)
    {
      PgAttribute *attribute = &node->attributes[i];
      attribute->name = qualified_name (builder, values[1], values[0]);
      attribute->value = pg_arena_strndup (builder->arena, (const char *) values[3], values[4] - values[3]);
      attribute->place = node->place;
    }
}

static gboolean
within_limits (Builder *builder, const PgPlace *place)
{
  guint most = builder->source->limits->elements;
  if (builder->depth >= PG_MAX_DEPTH)
    pg_read_fail (builder->report, place, "too-large", builder->error,
                  "elements stand within elements more than %d deep", PG_MAX_DEPTH);
  else if (builder->n_elements >= most)
    pg_read_fail (builder->report, place, "too-large", builder->error,
                  "the file has more than %u elements: divide it; --limits-elements=N allows more", most);
  else
    return TRUE;
  stop (builder);
  return FALSE;
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                  const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  Builder *builder = data;
  (void) n_namespaces, (void) namespaces, (void) n_defaulted;
  if (builder->failed)
    return;
  gsize end = position (builder), start = tag_start (builder, end);
  flush_text (builder);
  PgNode *node = pg_arena_new0 (builder->arena, PgNode);
  node->place = pg_source_place (builder->source, start);
  if (!within_limits (builder, &node->place))
    return;
  node->name = qualified_name (builder, prefix, name);
  fill_attributes (builder, node, n_attributes, attributes);
  place_attributes (builder, node, start, end);
  if (uri != NULL && prefix == NULL && !builder->namespace_reported)
    {
      pg_report_add (builder->report, PROGRAMME_SEVERITY_ERROR, &node->place, "namespace",
                     "<%s> is in the namespace \"%.80s\", but the vocabulary has none: remove xmlns=\"…\"", node->name,
                     (const char *) uri);
      builder->namespace_reported = TRUE;
    }
  if (builder->open != NULL)
    append_child (builder->open, node);
  else
    builder->root = node;
  builder->open = node;
  builder->depth++;
  builder->n_elements++;
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Builder *builder = data;
  (void) name, (void) prefix, (void) uri;
  if (builder->failed || builder->open == NULL)
    return;
  flush_text (builder);
  builder->open = builder->open->parent;
  builder->depth--;
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  Builder *builder = data;
  (void) name, (void) external, (void) system;
  PgPlace place = pg_source_place (builder->source, search_back (builder, position (builder), "<!DOCTYPE"));
  pg_read_fail (builder->report, &place, "doctype", builder->error,
                "a document type (<!DOCTYPE …>) is not read: remove it; where it defined entities such as &eacute;, "
                "write the characters themselves");
  stop (builder);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError ParserError;
#else
typedef xmlError ParserError;
#endif

/* The first fault alone is told: those after it are mostly its echoes. */
static void
on_error (void *data, ParserError *fault)
{
  Builder *builder = data;
  if (builder->failed || fault->level != XML_ERR_FATAL)
    return;
  PgSyntaxFault syntax = { .code = fault->code,
                           .message = fault->message,
                           .offset = position (builder),
                           .open = builder->open,
                           .has_root = builder->root != NULL };
  pg_syntax_fail (builder->source, &syntax, builder->report, builder->error);
  stop (builder);
}

static void
set_handlers (xmlParserCtxt *parser, Builder *builder)
{
  xmlSAXHandler *sax = parser->sax;
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = on_start_element;
  sax->endElementNs = on_end_element;
  sax->characters = on_characters;
  sax->ignorableWhitespace = on_characters;
  sax->cdataBlock = on_characters;
  sax->internalSubset = on_document_type;
  sax->serror = on_error;
  parser->userData = builder;
}

/* What ends a piece of the file that is no tag, or NULL for a tag. */
static const char *
closing_sign (const char *at)
{
  return pg_begins (at, "<!--") ? "-->" : pg_begins (at, "<![CDATA[") ? "]]>" : pg_begins (at, "<?") ? "?>" : NULL;
}

/* After the next sign, which ends with ">"; NULL if there is none. */
static const char *
skip_past (const char *at, const char *sign)
{
  gsize length = strlen (sign);
  for (const char *start = at; (at = strchr (at, '>')) != NULL; at++)
    if (at - start + 1 >= (gssize) length && strncmp (at + 1 - length, sign, length) == 0)
      return at + 1;
  return NULL;
}

/* After the quoted values of a tag; NULL where the file ends within one. */
static const char *
skip_values (const char *at, guint *n_values)
{
  *n_values = 0;
  for (at += strcspn (at, "\"'>"); *at == '"' || *at == '\''; at += strcspn (at, "\"'>"))
    {
      at = strchr (at + 1, *at);
      if (at == NULL)
        return NULL;
      at++;
      (*n_values)++;
    }
  return at;
}

/* A tag of a million attributes would cost the parser a million squared comparisons. */
static gboolean
too_many_attributes (const PgSource *source, gsize *where)
{
  const char *at = source->text;
  while (at != NULL && (at = strchr (at, '<')) != NULL)
    {
      const char *tag = at, *sign = closing_sign (at);
      guint n_values = 0;
      at = sign != NULL ? skip_past (at + 2, sign) : skip_values (at, &n_values);
      if (n_values > PG_MAX_ATTRIBUTES)
        {
          *where = (gsize) (tag - source->text);
          return TRUE;
        }
    }
  return FALSE;
}

/* libxml2 asks for it before the first threads read; of two that are the first, one waits. */
static gpointer
start_parser (gpointer unused)
{
  xmlInitParser ();
  return unused;
}

static void
parse (Builder *builder)
{
  static GOnce once = G_ONCE_INIT;
  /* Without NOENT "&amp;" in an attribute would come as "&#38;". No other entities are there: their declaration is
     where reading stops. */
  const int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;
  gsize where;
  if (too_many_attributes (builder->source, &where))
    {
      PgPlace place = pg_source_place (builder->source, where);
      pg_read_fail (builder->report, &place, "too-large", builder->error, "an element has more than %d attributes",
                    PG_MAX_ATTRIBUTES);
      builder->failed = TRUE;
      return;
    }
  g_once (&once, start_parser, NULL);
  builder->parser = xmlNewParserCtxt ();
  set_handlers (builder->parser, builder);
  xmlDoc *document
      = xmlCtxtReadMemory (builder->parser, builder->source->text, (int) builder->source->length, NULL, NULL, options);
  xmlFreeDoc (document);
  if (!builder->failed && !builder->parser->wellFormed)
    {
      PgPlace place = { builder->source->name, 1, 1 };
      pg_read_fail (builder->report, &place, "xml-syntax", builder->error, "the file is no XML");
      builder->failed = TRUE;
    }
  xmlFreeParserCtxt (builder->parser);
}

PgNode *
pg_tree_read (PgArena *arena, PgSource *source, ProgrammeReport *report, GError **error)
{
  Builder builder = { .arena = arena, .source = source, .report = report, .error = error };
  if (source->text[strspn (source->text, " \t\n")] == '\0')
    {
      PgPlace start = { source->name, 1, 1 };
      pg_read_fail (report, &start, "xml-syntax", error,
                    "the file is empty; an event file begins with <programme version=\"1\">");
      return NULL;
    }
  builder.text = g_string_new (NULL);
  builder.marks = g_array_new (FALSE, FALSE, sizeof (PgOrigin));
  parse (&builder);
  g_string_free (builder.text, TRUE);
  g_array_unref (builder.marks);
  return builder.failed ? NULL : builder.root;
}

/* Looking into the tree */

const PgAttribute *
pg_node_attribute (const PgNode *node, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++)
    if (strcmp (node->attributes[i].name, name) == 0)
      return &node->attributes[i];
  return NULL;
}

const char *
pg_node_value (const PgNode *node, const char *name)
{
  const PgAttribute *attribute = pg_node_attribute (node, name);
  return attribute != NULL ? attribute->value : NULL;
}

gboolean
pg_node_is (const PgNode *node, const char *name)
{
  return node->name != NULL && strcmp (node->name, name) == 0;
}

static PgNode *
first_named (PgNode *node, const char *name)
{
  while (node != NULL && !pg_node_is (node, name))
    node = node->next;
  return node;
}

PgNode *
pg_node_child (const PgNode *node, const char *name)
{
  return first_named (node->first, name);
}

PgNode *
pg_node_again (const PgNode *child)
{
  return first_named (child->next, child->name);
}
