/* The source of a document, within its PDF, as an associated file (ISO 19005-3, 6.8). Enters: a PDF, and what goes into it.
   Leaves: what comes out of it again. */
#include "pdf/embed.h"

#include "base/limits.h"
#include "base/report.h"

#include <string.h>

#define SUM_BYTES 16

/* MD5, which is what PDF takes for this (ISO 32000-1, table 46). */
static void
sum_of (GBytes *data, guint8 sum[SUM_BYTES])
{
  gsize length = SUM_BYTES;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_checksum_update (checksum, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));
  g_checksum_get_digest (checksum, sum, &length);
}

/* In */

static int
add_file (qpdf_data qpdf, GBytes *data, const char *date)
{
  gsize length;
  const void *bytes = g_bytes_get_data (data, &length);
  int file = pg_qpdf_add_stream (qpdf, "<< /Type /EmbeddedFile /Subtype /text#2fxml >>", bytes, length);
  qpdf_oh parameters = qpdf_oh_new_dictionary (qpdf);
  guint8 sum[SUM_BYTES];
  sum_of (data, sum);
  pg_qpdf_set (qpdf, parameters, "/Size", qpdf_oh_new_integer (qpdf, (long long) length));
  pg_qpdf_set (qpdf, parameters, "/CheckSum", qpdf_oh_new_binary_string (qpdf, (const char *) sum, SUM_BYTES));
  pg_qpdf_set_text (qpdf, parameters, "/ModDate", date);
  pg_qpdf_set (qpdf, qpdf_oh_get_dict (qpdf, pg_qpdf_object (qpdf, file)), "/Params", parameters);
  return file;
}

static int
add_specification (qpdf_data qpdf, const char *name, int file)
{
  qpdf_oh files = qpdf_oh_new_dictionary (qpdf);
  pg_qpdf_set_number (qpdf, files, "/F", file);
  pg_qpdf_set_number (qpdf, files, "/UF", file);
  qpdf_oh specification = qpdf_oh_parse (qpdf, "<< /Type /Filespec /AFRelationship /Source >>");
  pg_qpdf_set_text (qpdf, specification, "/F", name);
  pg_qpdf_set_text (qpdf, specification, "/UF", name);
  pg_qpdf_set_text (qpdf, specification, "/Desc", "The event that this document was made from");
  pg_qpdf_set (qpdf, specification, "/EF", files);
  return pg_qpdf_add (qpdf, specification);
}

void
pg_embed_source (qpdf_data qpdf, const PgEmbeddedFile *source, const char *date)
{
  int number = add_specification (qpdf, source->name, add_file (qpdf, source->data, date));
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh associated = qpdf_oh_new_array (qpdf), names = qpdf_oh_new_array (qpdf);
  qpdf_oh_append_item (qpdf, associated, pg_qpdf_object (qpdf, number));
  pg_qpdf_set (qpdf, root, "/AF", associated);
  qpdf_oh_append_item (qpdf, names, qpdf_oh_new_unicode_string (qpdf, source->name));
  qpdf_oh_append_item (qpdf, names, pg_qpdf_object (qpdf, number));
  qpdf_oh embedded = qpdf_oh_new_dictionary (qpdf), all = qpdf_oh_get_key (qpdf, root, "/Names");
  pg_qpdf_set (qpdf, embedded, "/Names", names);
  if (!qpdf_oh_is_dictionary (qpdf, all))
    {
      all = qpdf_oh_new_dictionary (qpdf);
      pg_qpdf_set (qpdf, root, "/Names", all);
    }
  pg_qpdf_set (qpdf, all, "/EmbeddedFiles", embedded);
}

/* Out */

static gboolean
is_source (qpdf_data qpdf, qpdf_oh specification, qpdf_oh file)
{
  qpdf_oh relation = qpdf_oh_get_key (qpdf, specification, "/AFRelationship");
  if (!qpdf_oh_is_name_and_equals (qpdf, relation, "/Source") || !qpdf_oh_is_stream (qpdf, file))
    return FALSE;
  qpdf_oh type = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, file), "/Subtype");
  return qpdf_oh_is_name_and_equals (qpdf, type, "/text/xml")
         || qpdf_oh_is_name_and_equals (qpdf, type, "/application/xml");
}

/* The stream that is the source; FALSE where there is none. */
static gboolean
find_source (qpdf_data qpdf, qpdf_oh *source)
{
  qpdf_oh files = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/AF");
  int n = qpdf_oh_is_array (qpdf, files) ? qpdf_oh_get_array_n_items (qpdf, files) : 0;
  for (int i = 0; i < n; i++)
    {
      qpdf_oh specification = qpdf_oh_get_array_item (qpdf, files, i);
      if (!qpdf_oh_is_dictionary (qpdf, specification))
        continue;
      qpdf_oh embedded = qpdf_oh_get_key (qpdf, specification, "/EF");
      if (!qpdf_oh_is_dictionary (qpdf, embedded))
        continue;
      *source = qpdf_oh_get_key (qpdf, embedded, "/F");
      if (is_source (qpdf, specification, *source))
        return TRUE;
    }
  return FALSE;
}

/* Whether data are what the file's parameters tell of; TRUE where they tell nothing. */
static gboolean
is_whole (qpdf_data qpdf, qpdf_oh file, GBytes *data)
{
  qpdf_oh parameters = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, file), "/Params");
  if (!qpdf_oh_is_dictionary (qpdf, parameters) || !qpdf_oh_has_key (qpdf, parameters, "/CheckSum"))
    return TRUE;
  size_t length = 0;
  guint8 sum[SUM_BYTES];
  sum_of (data, sum);
  const char *told = qpdf_oh_get_binary_string_value (qpdf, qpdf_oh_get_key (qpdf, parameters, "/CheckSum"), &length);
  return length == SUM_BYTES && memcmp (told, sum, SUM_BYTES) == 0;
}

static GBytes *
read_source (qpdf_data qpdf, const char *name, GError **error)
{
  qpdf_oh file;
  if (!find_source (qpdf, &file))
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
                   "%s: no event is in this PDF: it has to be made with --embed-source", name);
      return NULL;
    }
  g_autoptr (GBytes) data = pg_qpdf_stream (qpdf, file);
  if (data == NULL || !is_whole (qpdf, file, data))
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ,
                 "%s: the event in this PDF is damaged: take another copy of the file", name);
  else if (g_bytes_get_size (data) > PG_MAX_SOURCE_BYTES)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: the event in this PDF has more than %u MB", name,
                 PG_MAX_SOURCE_BYTES / PG_MB);
  else
    return g_steal_pointer (&data);
  return NULL;
}

GBytes *
pg_extract_source (GBytes *pdf, const char *name, GError **error)
{
  qpdf_data qpdf = pg_qpdf_open (pdf, NULL);
  if (qpdf == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: this is no PDF, or it is damaged or encrypted",
                   name);
      return NULL;
    }
  GBytes *source = read_source (qpdf, name, error);
  pg_qpdf_close (qpdf);
  return source;
}
