/* A page of anybody's as something to be shown. Enters: a page of a PDF. Leaves: one Form XObject, in which it is upright and its
   trimmed corner is at 0, 0. */
#include "pdf/page-form.h"

#include "pdf/deflate.h"

/* The streams of a page's content. qpdf_oh; free with g_array_unref. NULL if there is something else among them. */
static GArray *
streams_of (qpdf_data qpdf, qpdf_oh page)
{
  g_autoptr (GArray) streams = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh contents = qpdf_oh_get_key (qpdf, page, "/Contents");
  gboolean is_array = qpdf_oh_is_array (qpdf, contents);
  int n = is_array ? qpdf_oh_get_array_n_items (qpdf, contents) : 1;
  for (int i = 0; i < n; i++)
    {
      qpdf_oh one = is_array ? qpdf_oh_get_array_item (qpdf, contents, i) : contents;
      if (qpdf_oh_is_stream (qpdf, one))
        g_array_append_val (streams, one);
      else if (!qpdf_oh_is_null (qpdf, one))
        return NULL;
    }
  return g_steal_pointer (&streams);
}

static void
add_filter (PgWriter *writer, qpdf_data qpdf, qpdf_oh stream, const char *key, GString *dictionary)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, stream), key);
  if (!qpdf_oh_is_null (qpdf, value))
    g_string_append_printf (dictionary, " %s %s", key, pg_writer_notation (writer, value));
}

/* Writes a form whose content is one stream as it is. dictionary has no end yet. */
static gboolean
write_as_is (PgWriter *writer, qpdf_data qpdf, qpdf_oh stream, int number, GString *dictionary)
{
  gsize length;
  g_autoptr (GBytes) decoded = pg_qpdf_stream (qpdf, stream);
  g_autoptr (GBytes) raw = decoded != NULL ? pg_qpdf_raw_stream (qpdf, stream) : NULL;
  if (raw == NULL)
    return FALSE;
  add_filter (writer, qpdf, stream, "/Filter", dictionary);
  add_filter (writer, qpdf, stream, "/DecodeParms", dictionary);
  g_string_append (dictionary, " >>");
  const void *data = g_bytes_get_data (raw, &length);
  pg_writer_add_stream (writer, number, dictionary->str, data, length);
  return TRUE;
}

static void
write_deflated (PgWriter *writer, int number, GString *dictionary, const void *content, gsize length)
{
  g_autoptr (GByteArray) deflated = pg_deflate (content, length);
  g_string_append (dictionary, " /Filter /FlateDecode >>");
  pg_writer_add_stream (writer, number, dictionary->str, deflated->data, deflated->len);
}

/* The same of several streams, between which tokens end, or of none. */
static gboolean
write_joined (PgWriter *writer, qpdf_data qpdf, const GArray *streams, int number, GString *dictionary)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  for (guint i = 0; i < streams->len; i++)
    {
      g_autoptr (GBytes) decoded = pg_qpdf_stream (qpdf, g_array_index (streams, qpdf_oh, i));
      if (decoded == NULL)
        return FALSE;
      g_byte_array_append (content, g_bytes_get_data (decoded, NULL), (guint) g_bytes_get_size (decoded));
      g_byte_array_append (content, (const guint8 *) "\n", 1);
    }
  write_deflated (writer, number, dictionary, content->data, content->len);
  return TRUE;
}

/* The beginning of a form of the size of the page, with its bleed. */
static GString *
begin_form (const PgBox *bleed)
{
  GString *dictionary = g_string_new ("<< /Type /XObject /Subtype /Form /BBox [ ");
  pg_put_numbers (dictionary, &bleed->left, 1);
  pg_put_numbers (dictionary, &bleed->bottom, 1);
  pg_put_numbers (dictionary, &bleed->right, 1);
  pg_put_numbers (dictionary, &bleed->top, 1);
  g_string_append (dictionary, "]");
  return dictionary;
}

/* A page is a group by itself, apart from what it is put on (11.4.7), whatever its dictionary says of that. */
static void
add_group (PgWriter *writer, qpdf_data qpdf, qpdf_oh page, GString *dictionary)
{
  qpdf_oh group = qpdf_oh_get_key (qpdf, page, "/Group");
  if (!qpdf_oh_is_dictionary (qpdf, group)
      || !qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, group, "/S"), "/Transparency"))
    return;
  g_string_append (dictionary, " /Group << /Type /Group /S /Transparency /I true");
  static const char *const keys[] = { "/CS", "/K" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (qpdf, group, keys[i]);
      if (!qpdf_oh_is_null (qpdf, value))
        g_string_append_printf (dictionary, " %s %s", keys[i], pg_writer_notation (writer, value));
    }
  g_string_append (dictionary, " >>");
}

/* The page's content. dictionary: how the form begins. */
static gboolean
write_content (PgWriter *writer, qpdf_data qpdf, qpdf_oh page, const GArray *streams, int number, GString *dictionary)
{
  qpdf_oh resources = pg_page_inherited (qpdf, page, "/Resources");
  g_string_append_printf (dictionary, " /Resources %s",
                          qpdf_oh_is_dictionary (qpdf, resources) ? pg_writer_notation (writer, resources) : "<< >>");
  return streams->len == 1 ? write_as_is (writer, qpdf, g_array_index (streams, qpdf_oh, 0), number, dictionary)
                           : write_joined (writer, qpdf, streams, number, dictionary);
}

/* The page's content, inner, with the appearances on it: whatever state that leaves does not reach them. */
static void
write_with_annotations (PgWriter *writer, qpdf_data qpdf, const GArray *annotations, int number, int inner,
                        GString *dictionary)
{
  g_autoptr (GString) content = g_string_new ("/P Do\n"), objects = g_string_new (NULL), layers = g_string_new (NULL);
  for (guint i = 0; i < annotations->len; i++)
    {
      const PgAppearance *one = &g_array_index (annotations, PgAppearance, i);
      gboolean has_layer = qpdf_oh_is_dictionary (qpdf, one->content);
      if (has_layer)
        g_string_append_printf (layers, " /L%u %s", i, pg_writer_notation (writer, one->content));
      g_string_append_printf (objects, " /A%u %s", i, pg_writer_notation (writer, one->appearance));
      if (has_layer)
        g_string_append_printf (content, "/OC /L%u BDC\n", i);
      g_string_append (content, "q ");
      pg_put_numbers (content, one->matrix, 6);
      g_string_append_printf (content, "cm /A%u Do Q\n%s", i, has_layer ? "EMC\n" : "");
    }
  g_string_append_printf (dictionary, " /Resources << /XObject << /P %d 0 R%s >> /Properties <<%s >> >>", inner,
                          objects->str, layers->str);
  write_deflated (writer, number, dictionary, content->str, content->len);
}

const char *
pg_page_form_write (PgWriter *writer, qpdf_data qpdf, qpdf_oh page, const PgPageBoxes *boxes, int number,
                    PgUnshown *unshown)
{
  double matrix[6];
  g_autoptr (GArray) streams = streams_of (qpdf, page);
  if (streams == NULL)
    return "its content is not there";
  g_autoptr (GArray) annotations = pg_annotations_of (qpdf, page, boxes->turns, unshown);
  g_autoptr (GString) dictionary = begin_form (&boxes->bleed);
  g_string_append (dictionary, " /Matrix [ ");
  pg_page_boxes_matrix (boxes, matrix);
  pg_put_numbers (dictionary, matrix, 6);
  g_string_append (dictionary, "]");
  add_group (writer, qpdf, page, dictionary);
  if (annotations->len == 0)
    return write_content (writer, qpdf, page, streams, number, dictionary) ? NULL : "its content cannot be decoded";
  g_autoptr (GString) inner = begin_form (&boxes->bleed);
  int content = pg_writer_reserve (writer);
  if (!write_content (writer, qpdf, page, streams, content, inner))
    return "its content cannot be decoded";
  write_with_annotations (writer, qpdf, annotations, number, content, dictionary);
  return NULL;
}
