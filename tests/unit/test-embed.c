/* Enters: PDFs with files in them, of the library's own and made by hand. Leaves: whether the event comes out again as it
   went in, and what is said where there is none, or another, or one that is damaged or too long. */
#include "base/limits.h"
#include "base/report.h"
#include "pdf/embed.h"
#include "pdf/writer.h"
#include "slow.h"
#include "small-pdf.h"

#include <string.h>

#define NO_PAGES "2 0 obj\n<< /Type /Pages /Kids [ ] /Count 0 >>\nendobj\n"

/* A PDF with this source; names: what the catalog has of them already, or NULL. */
static GBytes *
embed (GBytes *data, const char *names)
{
  GByteArray *written = g_byte_array_new ();
  g_autoptr (GBytes) empty = small_pdf ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" NO_PAGES
                                        "3 0 obj\n<< /Title (t) >>\nendobj\n");
  qpdf_data qpdf = small_pdf_open (empty);
  PgEmbeddedFile source = { data, "harbours.xml" };
  if (names != NULL)
    pg_qpdf_set_parsed (qpdf, qpdf_get_root (qpdf), "/Names", names);
  pg_qpdf_set_number (qpdf, qpdf_get_trailer (qpdf), "/Info", 3);
  pg_embed_source (qpdf, &source, "D:20300101000000Z");
  PgSink sink;
  pg_sink_init (&sink, pg_sink_keep, written, NULL);
  g_autoptr (PgWriter) writer = pg_writer_new (qpdf, "1.7", NULL, &sink);
  g_assert_true (pg_writer_finish (writer));
  g_assert_true (pg_sink_end (&sink, NULL));
  pg_qpdf_close (qpdf);
  return g_byte_array_free_to_bytes (written);
}

static void
test_in_and_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = g_bytes_new_static ("<programme/>\0end", 16), pdf = embed (data, NULL);
  g_autoptr (GBytes) source = pg_extract_source (pdf, "a.pdf", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (source, data));
}

/* The catalog leads to it both as an associated file and by its name, beside other names. */
static void
test_structure (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("abc", 3), pdf = embed (data, "<< /Dests << >> >>");
  qpdf_data qpdf = small_pdf_open_sound (pdf);
  qpdf_oh root = qpdf_get_root (qpdf), associated = qpdf_oh_get_key (qpdf, root, "/AF");
  qpdf_oh names = qpdf_oh_get_key (qpdf, root, "/Names");
  qpdf_oh list = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, names, "/EmbeddedFiles"), "/Names");
  qpdf_oh file = qpdf_oh_get_array_item (qpdf, associated, 0);
  g_assert_true (qpdf_oh_has_key (qpdf, names, "/Dests"));
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, associated), ==, 1);
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, list), ==, 2);
  assert_notation (qpdf, qpdf_oh_get_array_item (qpdf, list, 0), "(harbours.xml)");
  g_assert_cmpint (qpdf_oh_get_object_id (qpdf, qpdf_oh_get_array_item (qpdf, list, 1)), ==,
                   qpdf_oh_get_object_id (qpdf, file));
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, file, "/AFRelationship"), "/Source");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, file, "/F"), "(harbours.xml)");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, file, "/UF"), "(harbours.xml)");
  qpdf_oh held = qpdf_oh_get_key (qpdf, file, "/EF"), stream = qpdf_oh_get_key (qpdf, held, "/F");
  assert_stream (qpdf, stream, "abc");
  g_assert_cmpint (qpdf_oh_get_object_id (qpdf, qpdf_oh_get_key (qpdf, held, "/UF")), ==,
                   qpdf_oh_get_object_id (qpdf, stream));
  /* MD5 of "abc" */
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, stream), "/Params"),
                   "<< /CheckSum <900150983cd24fb0d6963f7d28e17f72> /ModDate (D:20300101000000Z) /Size 3 >>");
  pg_qpdf_close (qpdf);
}

/* What is said of a PDF whose catalog has these keys; file: the dictionary of its stream, which holds "abc". */
static void
assert_extracted (const char *catalog, const char *file, const char *wanted)
{
  g_autofree char *objects = g_strdup_printf ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n" NO_PAGES
                                              "3 0 obj\n<< /Length 3 %s >>\nstream\nabc\nendstream\nendobj\n",
                                              catalog, file);
  g_autoptr (GBytes) pdf = small_pdf (objects), source = NULL;
  g_autoptr (GError) error = NULL;
  source = pg_extract_source (pdf, "a.pdf", &error);
  g_test_message ("%s", objects);
  g_assert_true ((source == NULL) == (error != NULL));
  g_autofree char *found = source != NULL ? g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source))
                                          : g_strdup (error->message);
  g_assert_cmpstr (found, ==, wanted);
}

#define SOURCE "<< /AFRelationship /Source /EF << /F 3 0 R >> >>"
#define XML "/Subtype /text#2fxml"
#define NONE "a.pdf: no event is in this PDF: it has to be made with --embed-source"
#define DAMAGED "a.pdf: the event in this PDF is damaged: take another copy of the file"

static void
test_where_it_is (void)
{
  assert_extracted ("/AF [ " SOURCE " ]", XML, "abc");
  assert_extracted ("/AF [ " SOURCE " ]", "/Subtype /application#2fxml", "abc");
  assert_extracted ("/AF [ null 5 << >> << /EF 3 >> << /EF << /F 3 0 R >> >> " SOURCE " ]", XML, "abc");
  assert_extracted ("/AF [ << /AFRelationship /Source /EF << /F 2 0 R >> >> " SOURCE " ]", XML, "abc");
  assert_extracted ("/AF [ " SOURCE " ]", "/Subtype /image#2fpng", NONE);
  assert_extracted ("/AF [ " SOURCE " ]", "", NONE);
  assert_extracted ("/AF [ << /AFRelationship /Data /EF << /F 3 0 R >> >> ]", XML, NONE);
  assert_extracted ("/AF [ ]", XML, NONE);
  assert_extracted ("/AF " SOURCE, XML, NONE);
  assert_extracted ("", XML, NONE);
}

static void
test_whole (void)
{
  const char *catalog = "/AF [ " SOURCE " ]";
  assert_extracted (catalog, XML " /Params << /CheckSum <900150983cd24fb0d6963f7d28e17f72> >>", "abc");
  assert_extracted (catalog, XML " /Params << /Size 5 >>", "abc");
  assert_extracted (catalog, XML " /Params << /CheckSum <900150983cd24fb0d6963f7d28e17f73> >>", DAMAGED);
  assert_extracted (catalog, XML " /Params << /CheckSum <100150983cd24fb0d6963f7d28e17f72> >>", DAMAGED);
  assert_extracted (catalog, XML " /Params << /CheckSum <900150983cd24fb0d6963f7d28e17f> >>", DAMAGED);
  assert_extracted (catalog, XML " /Params << /CheckSum <900150983cd24fb0d6963f7d28e17f7200> >>", DAMAGED);
  assert_extracted (catalog, XML " /Filter /FlateDecode", DAMAGED);
}

static void
test_codes (void)
{
  g_autoptr (GError) none = NULL, other = NULL;
  g_autoptr (GBytes) empty = small_pdf ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" NO_PAGES);
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_assert_null (pg_extract_source (empty, "a.pdf", &none));
  g_assert_error (none, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_null (pg_extract_source (text, "b.txt", &other));
  g_assert_error (other, PROGRAMME_ERROR, PROGRAMME_ERROR_READ);
  g_assert_cmpstr (other->message, ==, "b.txt: this is no PDF, or it is damaged or encrypted");
}

/* A byte more than an event may have, and where there is time, just as long. */
static void
test_long (void)
{
  g_autofree char *zeros = g_malloc0 (PG_MAX_SOURCE_BYTES + 1);
  for (guint more = is_slow_run () ? 0 : 1; more < 2; more++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) data = g_bytes_new_static (zeros, PG_MAX_SOURCE_BYTES + more), pdf = embed (data, NULL);
      g_autoptr (GBytes) source = pg_extract_source (pdf, "a.pdf", &error);
      g_assert_true ((source != NULL) == (more == 0));
      if (more == 0)
        continue;
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "a.pdf: the event in this PDF has more than 64 MB");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/embed/in-and-out", test_in_and_out);
  g_test_add_func ("/embed/structure", test_structure);
  g_test_add_func ("/embed/where-it-is", test_where_it_is);
  g_test_add_func ("/embed/whole", test_whole);
  g_test_add_func ("/embed/codes", test_codes);
  g_test_add_func ("/embed/long", test_long);
  return g_test_run ();
}
