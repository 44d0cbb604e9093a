/* Enters: small PDFs. Leaves: proof of what an accessible PDF's pages, fonts, pictures and catalog have that cairo's have not,
   and that a drawing that is not that of the pages is refused. */
#include "base/report.h"
#include "pdf/accessible.h"
#include "small-pdf.h"

#include <string.h>

static const char two_pages[]
    = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
      "2 0 obj\n<< /Type /Pages /Kids [ 3 0 R 4 0 R ] /Count 2 >>\nendobj\n"
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Own [ 6 0 R 7 0 R 8 0 R 9 0 R ] >>\nendobj\n"
      "4 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>\nendobj\n"
      "5 0 obj\n<< /Length 2 >>\nstream\nq \nendstream\nendobj\n"
      "6 0 obj\n<< /Subtype /CIDFontType2 >>\nendobj\n"
      "7 0 obj\n<< /Subtype /CIDFontType2 /CIDToGIDMap /Other >>\nendobj\n"
      "8 0 obj\n<< /Subtype /CIDFontType0 >>\nendobj\n"
      "9 0 obj\n<< /Subtype /Image /Interpolate true /Length 1 >>\nstream\nx\nendstream\nendobj\n";

static const PgDescription description
    = { .title = "Tides", .language = "en", .creator = "a test", .created = 1893456000 };

/* NULL with what the sink says where it failed; chunks: PgChunk of the two pages, which show nothing. */
static GBytes *
finish (const GArray *chunks, const PgEmbeddedFile *source, GError **error)
{
  GByteArray *written = g_byte_array_new ();
  g_autoptr (GBytes) drawn = small_pdf (two_pages);
  PgPage page = { .width = 100, .height = 80, .items = g_array_new (FALSE, FALSE, sizeof (PgItem)) };
  PgPages pages = { .pages = g_ptr_array_new (),
                    .records = g_array_new (FALSE, FALSE, sizeof (PgRecord)),
                    .bookmarks = g_array_new (FALSE, FALSE, sizeof (PgBookmark)),
                    .destinations = g_array_new (FALSE, FALSE, sizeof (PgDestination)) };
  PgSink sink;
  g_ptr_array_add (pages.pages, &page);
  g_ptr_array_add (pages.pages, &page);
  pg_sink_init (&sink, pg_sink_keep, written, NULL);
  gboolean ok = pg_accessible_finish (drawn, &pages, chunks, &description, source, &sink);
  g_assert_true (pg_sink_end (&sink, error) == ok);
  g_ptr_array_unref (pages.pages);
  g_array_unref (pages.records);
  g_array_unref (pages.bookmarks);
  g_array_unref (pages.destinations);
  g_array_unref (page.items);
  if (ok)
    return g_byte_array_free_to_bytes (written);
  g_byte_array_unref (written);
  return NULL;
}

static qpdf_oh
key_of (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_get_key (qpdf, dictionary, key);
}

static void
test_objects (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  g_autoptr (GBytes) pdf = finish (chunks, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-1.7\n"));
  qpdf_data qpdf = small_pdf_open_sound (pdf);
  qpdf_oh own = key_of (qpdf, qpdf_get_page_n (qpdf, 0), "/Own");
  assert_notation (qpdf, qpdf_oh_get_array_item (qpdf, own, 0), "<< /CIDToGIDMap /Identity /Subtype /CIDFontType2 >>");
  assert_notation (qpdf, qpdf_oh_get_array_item (qpdf, own, 1), "<< /CIDToGIDMap /Other /Subtype /CIDFontType2 >>");
  assert_notation (qpdf, qpdf_oh_get_array_item (qpdf, own, 2), "<< /Subtype /CIDFontType0 >>");
  assert_notation (qpdf, qpdf_oh_get_array_item (qpdf, own, 3), "<< /Length 1 /Subtype /Image >>");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *index = g_strdup_printf ("%u", i);
      qpdf_oh page = qpdf_get_page_n (qpdf, i);
      assert_notation (qpdf, key_of (qpdf, page, "/StructParents"), index);
      assert_notation (qpdf, key_of (qpdf, page, "/Tabs"), "/S");
    }
  pg_qpdf_close (qpdf);
}

static void
test_catalog (void)
{
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  g_autoptr (GBytes) data = g_bytes_new_static ("abc", 3);
  PgEmbeddedFile source = { data, "a.xml" };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) pdf = finish (chunks, i == 0 ? NULL : &source, NULL);
      qpdf_data qpdf = small_pdf_open_sound (pdf);
      qpdf_oh root = qpdf_get_root (qpdf);
      assert_notation (qpdf, key_of (qpdf, root, "/Lang"), "(en)");
      assert_notation (qpdf, key_of (qpdf, root, "/MarkInfo"), "<< /Marked true >>");
      assert_notation (qpdf, key_of (qpdf, root, "/PageLabels"), "<< /Nums [ 0 << /S /D >> ] >>");
      assert_notation (qpdf, key_of (qpdf, key_of (qpdf, root, "/ViewerPreferences"), "/DisplayDocTitle"), "true");
      qpdf_oh intents = key_of (qpdf, root, "/OutputIntents"), intent = qpdf_oh_get_array_item (qpdf, intents, 0);
      g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, intents), ==, 1);
      assert_notation (qpdf, key_of (qpdf, intent, "/S"), "/GTS_PDFA1");
      assert_notation (qpdf, key_of (qpdf, intent, "/OutputConditionIdentifier"), "(sRGB IEC61966-2.1)");
      qpdf_oh profile = qpdf_oh_get_dict (qpdf, key_of (qpdf, intent, "/DestOutputProfile"));
      assert_notation (qpdf, key_of (qpdf, profile, "/N"), "3");
      g_assert_true (qpdf_oh_has_key (qpdf, root, "/AF") == (i == 1));
      g_autoptr (GBytes) metadata = pg_qpdf_stream (qpdf, key_of (qpdf, root, "/Metadata"));
      g_autofree char *xmp = g_strndup (g_bytes_get_data (metadata, NULL), g_bytes_get_size (metadata));
      g_assert_nonnull (strstr (xmp, i == 0 ? "<pdfaid:part>2<" : "<pdfaid:part>3<"));
      g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1<"));
      pg_qpdf_close (qpdf);
    }
}

/* A part that is not in the drawing, on the first page or on the last. */
static void
test_refused (void)
{
  for (guint page = 0; page < 2; page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
      PgChunk chunk = { NULL, PG_ARTIFACT_LAYOUT, page, NULL };
      g_array_append_val (chunks, chunk);
      g_assert_null (finish (chunks, NULL, &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accessible/objects", test_objects);
  g_test_add_func ("/accessible/catalog", test_catalog);
  g_test_add_func ("/accessible/refused", test_refused);
  return g_test_run ();
}
