/* Enters: a PDF. Leaves: the event that was put into it; and bytes, as a file that is whole. */
#include "base/file.h"
#include "base/limits.h"
#include "inputs.h"
#include "output.h"
#include "pdf/embed.h"

#include <programme/document.h>

GBytes *
programme_extract_source_from_bytes (GBytes *pdf, const char *name, GError **error)
{
  g_return_val_if_fail (pdf != NULL && name != NULL, NULL);
  return pg_extract_source (pdf, name, error);
}

GBytes *
programme_extract_source_from_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_PDF_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_take (data, length);
  return pg_extract_source (pdf, path, error);
}

static gboolean
produce_bytes (gpointer data, PgSink *sink)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (data, &length);
  return pg_sink_write (sink, bytes, length);
}

gboolean
programme_write_bytes (GBytes *bytes, const char *output, const char *input, GError **error)
{
  g_return_val_if_fail (bytes != NULL && output != NULL, FALSE);
  return pg_output_spares (output, input, error) && pg_output_write (output, produce_bytes, bytes, NULL, error);
}

gboolean
programme_extract_source_to (const char *path, const char *output, GError **error)
{
  g_return_val_if_fail (path != NULL && output != NULL, FALSE);
  g_autoptr (GBytes) source = programme_extract_source_from_file (path, error);
  return source != NULL && programme_write_bytes (source, output, path, error);
}
