/* libqpdf's C interface, as this room uses it. Enters: a PDF. Leaves: its objects, to be changed. */
#include "pdf/qpdf.h"

#include "base/report.h"
#include "pdf/deflate.h"

#include <stdlib.h>

static qpdf_data
init (void)
{
  qpdf_data qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  return qpdf;
}

qpdf_data
pg_qpdf_new (void)
{
  qpdf_data qpdf = init ();
  qpdf_empty_pdf (qpdf);
  return qpdf;
}

qpdf_data
pg_qpdf_open (GBytes *pdf, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  qpdf_data qpdf = init ();
  qpdf_read_memory (qpdf, "cairo", data, size, NULL);
  if (pg_qpdf_is_ok (qpdf, error))
    return qpdf;
  pg_qpdf_close (qpdf);
  return NULL;
}

void
pg_qpdf_close (qpdf_data qpdf)
{
  if (qpdf == NULL)
    return;
  if (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf); /* Or libqpdf says to standard error that nobody asked for it. */
  qpdf_cleanup (&qpdf);
}

gboolean
pg_qpdf_is_ok (qpdf_data qpdf, GError **error)
{
  if (!qpdf_has_error (qpdf))
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the PDF could not be finished: %s",
               qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)));
  return FALSE;
}

void
pg_qpdf_forget (qpdf_data qpdf)
{
  qpdf_oh_release_all (qpdf);
}

int
pg_qpdf_end (qpdf_data qpdf)
{
  return qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Size"));
}

qpdf_oh
pg_qpdf_object (qpdf_data qpdf, int number)
{
  return qpdf_get_object_by_id (qpdf, number, 0);
}

int
pg_qpdf_add (qpdf_data qpdf, qpdf_oh object)
{
  return qpdf_oh_get_object_id (qpdf, qpdf_make_indirect_object (qpdf, object));
}

static qpdf_oh
new_stream (qpdf_data qpdf, const char *dictionary)
{
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  if (dictionary != NULL)
    {
      qpdf_oh keys = qpdf_oh_parse (qpdf, dictionary), own = qpdf_oh_get_dict (qpdf, stream);
      qpdf_oh_begin_dict_key_iter (qpdf, keys);
      while (qpdf_oh_dict_more_keys (qpdf))
        {
          const char *key = qpdf_oh_dict_next_key (qpdf);
          qpdf_oh_replace_key (qpdf, own, key, qpdf_oh_get_key (qpdf, keys, key));
        }
    }
  return stream;
}

int
pg_qpdf_add_stream (qpdf_data qpdf, const char *dictionary, const void *data, gsize length)
{
  qpdf_oh stream = new_stream (qpdf, dictionary);
  pg_qpdf_replace_stream (qpdf, stream, data, length);
  return qpdf_oh_get_object_id (qpdf, stream);
}

int
pg_qpdf_add_plain_stream (qpdf_data qpdf, const char *dictionary, const void *data, gsize length)
{
  qpdf_oh stream = new_stream (qpdf, dictionary), none = qpdf_oh_new_null (qpdf);
  qpdf_oh_replace_stream_data (qpdf, stream, data, length, none, none);
  return qpdf_oh_get_object_id (qpdf, stream);
}

void
pg_qpdf_set (qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, value);
}

void
pg_qpdf_set_number (qpdf_data qpdf, qpdf_oh dictionary, const char *key, int object)
{
  pg_qpdf_set (qpdf, dictionary, key, pg_qpdf_object (qpdf, object));
}

void
pg_qpdf_set_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
  pg_qpdf_set (qpdf, dictionary, key, qpdf_oh_new_unicode_string (qpdf, text));
}

void
pg_qpdf_set_parsed (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *notation)
{
  pg_qpdf_set (qpdf, dictionary, key, qpdf_oh_parse (qpdf, notation));
}

void
pg_qpdf_put_text (qpdf_data qpdf, GString *to, const char *text)
{
  g_string_append (to, qpdf_oh_unparse (qpdf, qpdf_oh_new_unicode_string (qpdf, text)));
}

void
pg_qpdf_put_bytes (qpdf_data qpdf, GString *to, const char *bytes)
{
  g_string_append (to, qpdf_oh_unparse (qpdf, qpdf_oh_new_string (qpdf, bytes)));
}

void
pg_qpdf_remove (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  qpdf_oh_remove_key (qpdf, dictionary, key);
}

static void
free_buffer (gpointer buffer)
{
  free (buffer); /* libqpdf's own */
}

static GBytes *
read_stream (qpdf_data qpdf, qpdf_oh stream, enum qpdf_stream_decode_level_e level)
{
  unsigned char *buffer = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  while (qpdf_more_warnings (qpdf)) /* what was warned of before */
    qpdf_next_warning (qpdf);
  if (qpdf_oh_get_stream_data (qpdf, stream, level, &is_decoded, &buffer, &length) == QPDF_SUCCESS
      && (is_decoded || level == qpdf_dl_none))
    return g_bytes_new_with_free_func (buffer, length, free_buffer, buffer);
  free (buffer);
  return NULL;
}

GBytes *
pg_qpdf_stream (qpdf_data qpdf, qpdf_oh stream)
{
  return read_stream (qpdf, stream, qpdf_dl_specialized);
}

GBytes *
pg_qpdf_raw_stream (qpdf_data qpdf, qpdf_oh stream)
{
  return read_stream (qpdf, stream, qpdf_dl_none);
}

void
pg_qpdf_replace_stream (qpdf_data qpdf, qpdf_oh stream, const void *data, gsize length)
{
  g_autoptr (GByteArray) deflated = pg_deflate (data, length);
  qpdf_oh filter = qpdf_oh_new_name (qpdf, "/FlateDecode"), none = qpdf_oh_new_null (qpdf);
  qpdf_oh_replace_stream_data (qpdf, stream, deflated->data, deflated->len, filter, none);
}
