/* A PDF made by hand. Enters: objects in PDF's notation. Leaves: libqpdf's hold of them, and what they are afterwards. */
#include "small-pdf.h"

#include <string.h>

GBytes *
small_pdf (const char *objects)
{
  char *text = g_strconcat ("%PDF-1.6\n", objects, "trailer\n<< /Root 1 0 R /Size 12 >>\n%%EOF\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}

qpdf_data
small_pdf_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  qpdf_data qpdf = pg_qpdf_open (pdf, &error);
  g_assert_no_error (error);
  return qpdf;
}

qpdf_data
small_pdf_open_sound (GBytes *pdf)
{
  qpdf_data qpdf = small_pdf_open (pdf);
  g_assert_false (qpdf_more_warnings (qpdf));
  return qpdf;
}

void
assert_notation (qpdf_data qpdf, qpdf_oh object, const char *notation)
{
  qpdf_oh shown = qpdf_oh_is_stream (qpdf, object) ? qpdf_oh_get_dict (qpdf, object) : object;
  g_assert_cmpstr (qpdf_oh_unparse_resolved (qpdf, shown), ==, notation);
}

void
assert_stream (qpdf_data qpdf, qpdf_oh stream, const char *wanted)
{
  g_autoptr (GBytes) data = pg_qpdf_stream (qpdf, stream);
  g_assert_nonnull (data);
  g_autofree char *text = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  g_assert_cmpstr (text, ==, wanted);
}
