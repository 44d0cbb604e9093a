/* A PDF made by hand. Enters: objects in PDF's notation. Leaves: libqpdf's hold of them, and what they are afterwards. */
#include "small-pdf.h"

#include <stdio.h>
#include <string.h>

/* A section of the table for each object that a line begins. */
static void
add_references (GString *pdf)
{
  const gsize end = pdf->len;
  guint number;
  int length;
  g_string_append (pdf, "xref\n0 1\n0000000000 65535 f \n");
  for (gsize at = 0; at < end; at = (gsize) (strchr (pdf->str + at, '\n') - pdf->str) + 1)
    if (sscanf (pdf->str + at, "%u 0 obj%n", &number, &length) == 1)
      g_string_append_printf (pdf, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number, at);
  g_string_append_printf (pdf, "trailer\n<< /Root 1 0 R /Size 12 >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", end);
}

GBytes *
small_pdf (const char *objects)
{
  GString *pdf = g_string_new ("%PDF-1.6\n");
  g_string_append (pdf, objects);
  add_references (pdf);
  return g_string_free_to_bytes (pdf);
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
