/* XML as it comes. Enters: bytes, piece by piece. Leaves: calls for elements and texts, as libxml2's parser makes them. */
#include "xml/stream.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

struct PgStreamAttributes
{
  const xmlChar **fields; /* five for each: name, prefix, namespace, start and end of the value */
  int n;
};

struct PgStream
{
  const PgStreamCalls *calls;
  gpointer data;
  xmlParserCtxt *parser;
  gboolean is_html;
};

const char *
pg_stream_attribute (const PgStreamAttributes *attributes, const char *name, gsize *length)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const xmlChar **field = attributes->fields + 5 * i;
      if (strcmp ((const char *) field[0], name) == 0)
        {
          *length = (gsize) (field[4] - field[3]);
          return (const char *) field[3];
        }
    }
  return NULL;
}

char *
pg_stream_string (const PgStreamAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = pg_stream_attribute (attributes, name, &length);
  return value != NULL ? g_strndup (value, length) : NULL;
}

guint
pg_stream_number (const PgStreamAttributes *attributes, const char *name, guint otherwise)
{
  gsize length;
  const char *value = pg_stream_attribute (attributes, name, &length);
  guint number = 0;
  if (value == NULL || length == 0 || length > 9)
    return otherwise;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return otherwise;
      number = number * 10 + (guint) (value[i] - '0');
    }
  return number;
}

static void
on_start (void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **fields)
{
  (void) prefix, (void) uri, (void) n_namespaces, (void) namespaces, (void) n_defaulted;
  const PgStream *stream = ((xmlParserCtxt *) user)->_private;
  const PgStreamAttributes attributes = { fields, n_attributes };
  stream->calls->start (stream->data, (const char *) name, &attributes);
}

static void
on_end (void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void) prefix, (void) uri;
  const PgStream *stream = ((xmlParserCtxt *) user)->_private;
  stream->calls->end (stream->data, (const char *) name);
}

static void
on_text (void *user, const xmlChar *text, int length)
{
  const PgStream *stream = ((xmlParserCtxt *) user)->_private;
  stream->calls->text (stream->data, (const char *) text, (gsize) length);
}

/* No entity of a file's own is ever known. */
static void
on_document_type (void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  (void) name, (void) external, (void) system;
  xmlParserCtxt *parser = user;
  parser->wellFormed = 0;
  xmlStopParser (parser);
}

/* HTML's attributes come as pairs, and those without a value as a name alone. */
static void
on_html_start (void *user, const xmlChar *name, const xmlChar **pairs)
{
  const PgStream *stream = ((xmlParserCtxt *) user)->_private;
  const xmlChar *fields[5 * 16];
  PgStreamAttributes attributes = { fields, 0 };
  for (; pairs != NULL && *pairs != NULL && attributes.n < 16; pairs += 2)
    {
      const xmlChar *value = pairs[1] != NULL ? pairs[1] : (const xmlChar *) "", **field = fields + 5 * attributes.n++;
      field[0] = pairs[0];
      field[1] = field[2] = NULL;
      field[3] = value;
      field[4] = value + strlen ((const char *) value);
    }
  stream->calls->start (stream->data, (const char *) name, &attributes);
}

static void
on_html_end (void *user, const xmlChar *name)
{
  const PgStream *stream = ((xmlParserCtxt *) user)->_private;
  stream->calls->end (stream->data, (const char *) name);
}

PgStream *
pg_stream_new_html (const PgStreamCalls *calls, gpointer data)
{
  xmlSAXHandler handler = {
    .startElement = on_html_start, .endElement = on_html_end, .characters = on_text, .ignorableWhitespace = on_text
  };
  PgStream *stream = g_new0 (PgStream, 1);
  stream->calls = calls;
  stream->data = data;
  stream->is_html = TRUE;
  stream->parser = htmlCreatePushParserCtxt (&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  stream->parser->_private = stream;
  htmlCtxtUseOptions (stream->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER
                                          | HTML_PARSE_IGNORE_ENC);
  return stream;
}

PgStream *
pg_stream_new (const PgStreamCalls *calls, gpointer data)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .startElementNs = on_start,
                            .endElementNs = on_end,
                            .characters = on_text,
                            .cdataBlock = on_text,
                            .ignorableWhitespace = on_text,
                            .internalSubset = on_document_type };
  PgStream *stream = g_new0 (PgStream, 1);
  stream->calls = calls;
  stream->data = data;
  stream->parser = xmlCreatePushParserCtxt (&handler, NULL, NULL, 0, NULL);
  stream->parser->_private = stream;
  xmlCtxtUseOptions (stream->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return stream;
}

void
pg_stream_free (PgStream *stream)
{
  if (stream == NULL)
    return;
  if (stream->is_html)
    htmlFreeParserCtxt (stream->parser);
  else
    xmlFreeParserCtxt (stream->parser);
  g_free (stream);
}

gboolean
pg_stream_feed (PgStream *stream, const char *bytes, gsize length)
{
  if (stream->is_html)
    htmlParseChunk (stream->parser, bytes, (int) length, 0);
  return stream->is_html || (xmlParseChunk (stream->parser, bytes, (int) length, 0) == 0 && stream->parser->wellFormed);
}

gboolean
pg_stream_end (PgStream *stream)
{
  if (stream->is_html)
    htmlParseChunk (stream->parser, NULL, 0, 1);
  return stream->is_html || (xmlParseChunk (stream->parser, NULL, 0, 1) == 0 && stream->parser->wellFormed);
}
