/* Enters: a PDF. Leaves: the source that it was made from, where that is in it (ISO 19005-3, 6.8). */
#include "pdf/extract.h"

#include "base/limits.h"
#include "base/report.h"
#include "pdf/qpdf.h"

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

static GBytes *
find_source (qpdf_data qpdf)
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
      qpdf_oh file = qpdf_oh_get_key (qpdf, embedded, "/F");
      if (is_source (qpdf, specification, file))
        return pg_qpdf_stream (qpdf, file);
    }
  return NULL;
}

GBytes *
pg_extract_source (GBytes *pdf, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  qpdf_data qpdf = pg_qpdf_open (pdf, &cause);
  if (qpdf == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: this is no PDF, or it is damaged or encrypted",
                   name);
      return NULL;
    }
  GBytes *source = find_source (qpdf);
  pg_qpdf_close (qpdf);
  if (source != NULL && g_bytes_get_size (source) > PG_MAX_FILE_BYTES)
    g_clear_pointer (&source, g_bytes_unref);
  if (source == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
                 "%s: no event is in this PDF: it has to be made with --embed-source", name);
  return source;
}
