/* Enters: small PDFs, and objects beside theirs. Leaves: proof that the file holds what its catalog leads to, with the right
   numbers and bytes, and nothing else; and that what is deflated is what went in. */
#include "base/report.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/writer.h"

#include <gio/gio.h>
#include <string.h>

/* 5 is the length of 4, and nothing leads to 6 nor 7. */
static const char source[]
    = "%PDF-1.4\n"
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Text (a \\) 6 0 R) /R /R /Hex <fe00ff01> >>\nendobj\n"
      "2 0 obj\n<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>\nendobj\n"
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 10 20.5 ] /Contents 4 0 R >>\nendobj\n"
      "4 0 obj\n<< /Length 5 0 R /Own [ 3 0 R ] >>\nstream\n0 0 1 2 re f\nendstream\nendobj\n"
      "5 0 obj\n12\nendobj\n"
      "6 0 obj\n(nobody)\nendobj\n"
      "7 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n"
      "8 0 obj\n<< /Title (small) >>\nendobj\n"
      "trailer\n<< /Root 1 0 R /Info 8 0 R /Size 9 >>\n%%EOF\n";

static qpdf_data
open_bytes (GBytes *bytes)
{
  GError *error = NULL;
  qpdf_data qpdf = pg_qpdf_open (bytes, &error);
  g_assert_no_error (error);
  return qpdf;
}

static qpdf_data
open_source (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, strlen (source));
  return open_bytes (bytes);
}

/* What the writer writes to. */
static GByteArray *written;
static PgSink sink;

static PgWriter *
new_writer (qpdf_data qpdf, const char *version, PgMendFunc mend)
{
  written = g_byte_array_new ();
  pg_sink_init (&sink, pg_sink_keep, written, NULL);
  return pg_writer_new (qpdf, version, mend, &sink);
}

static GBytes *
finish (PgWriter *writer)
{
  GError *error = NULL;
  g_assert_true (pg_writer_finish (writer));
  pg_writer_free (writer);
  g_assert_true (pg_sink_end (&sink, &error));
  g_assert_no_error (error);
  return g_byte_array_free_to_bytes (written);
}

static void
assert_holds (GBytes *bytes, const char *wanted)
{
  g_autoptr (GBytes) other = g_bytes_new_static (wanted, strlen (wanted));
  g_assert_true (g_bytes_equal (bytes, other));
}

static void
assert_is (qpdf_data qpdf, qpdf_oh object, const char *notation)
{
  g_assert_cmpstr (qpdf_oh_unparse_resolved (qpdf, object), ==, notation);
}

/* Closes what was read of a file of the writer's: libqpdf warns of what it had to mend. */
static void
close_sound (qpdf_data qpdf)
{
  g_assert_false (qpdf_more_warnings (qpdf));
  pg_qpdf_close (qpdf);
}

static void
test_objects_that_are_led_to (void)
{
  qpdf_data qpdf = open_source ();
  g_autoptr (GBytes) file = finish (new_writer (qpdf, "1.6", NULL));
  pg_qpdf_close (qpdf);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (file, NULL), "%PDF-1.6\n%\xbf\xf7\xa2\xfe\n"));
  qpdf = open_bytes (file);
  qpdf_oh root = qpdf_get_root (qpdf), page = qpdf_get_page_n (qpdf, 0);
  assert_is (qpdf, root, "<< /Hex <fe00ff01> /Pages 3 0 R /R /R /Text (a \\) 6 0 R) /Type /Catalog >>");
  assert_is (qpdf, page, "<< /Contents 6 0 R /MediaBox [ 0 0 10 20.5 ] /Parent 3 0 R /Type /Page >>");
  assert_is (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info"), "<< /Title (small) >>");
  qpdf_oh content = qpdf_oh_get_key (qpdf, page, "/Contents");
  assert_is (qpdf, qpdf_oh_get_dict (qpdf, content), "<< /Length 12 /Own [ 5 0 R ] >>");
  g_autoptr (GBytes) data = pg_qpdf_stream (qpdf, content);
  assert_holds (data, "0 0 1 2 re f");
  /* catalog, Info, pages, page, content; an object stream, the cross-references, and 0 */
  g_assert_cmpint (pg_qpdf_end (qpdf), ==, 8);
  close_sound (qpdf);
}

static guint
count (GBytes *bytes, const char *words)
{
  gsize length, n = strlen (words);
  const char *data = g_bytes_get_data (bytes, &length);
  guint found = 0;
  for (gsize i = 0; i + n <= length; i++)
    found += memcmp (data + i, words, n) == 0;
  return found;
}

/* 251 objects that libqpdf never sees, in three object streams with its own; one takes the place of one of its own. */
static void
test_objects_beside (void)
{
  qpdf_data qpdf = open_source ();
  int place = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf));
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/Chain", place);
  PgWriter *writer = new_writer (qpdf, "1.7", NULL);
  int number = pg_writer_number (writer, place);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 250; i++)
    {
      int next = pg_writer_reserve (writer);
      g_string_printf (text, "<< /I %u /Page %d 0 R /Next %d 0 R >>", i, pg_writer_number (writer, 3), next);
      pg_writer_add (writer, number, text);
      number = next;
    }
  g_string_assign (text, "(end)");
  pg_writer_add (writer, number, text);
  g_autoptr (GBytes) file = finish (writer);
  pg_qpdf_close (qpdf);
  g_assert_cmpuint (count (file, "/Type /ObjStm"), ==, 3);
  qpdf = open_bytes (file);
  qpdf_oh link = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Chain");
  for (int i = 0; i < 250; i++)
    {
      g_assert_cmpint (qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, link, "/I")), ==, i);
      g_assert_true (qpdf_oh_is_name_and_equals (
          qpdf, qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, link, "/Page"), "/Type"), "/Page"));
      link = qpdf_oh_get_key (qpdf, link, "/Next");
    }
  assert_is (qpdf, link, "(end)");
  close_sound (qpdf);
}

/* What is added is deflated, unless it is to be found by those who do not read PDF. */
static void
test_streams (void)
{
  qpdf_data qpdf = open_source ();
  qpdf_oh root = qpdf_get_root (qpdf);
  pg_qpdf_set_number (qpdf, root, "/Small", pg_qpdf_add_stream (qpdf, "<< /K 1 >>", "harbour harbour", 15));
  pg_qpdf_set_number (qpdf, root, "/Plain", pg_qpdf_add_plain_stream (qpdf, "<< /K 2 >>", "lighthouse", 10));
  g_autoptr (GBytes) file = finish (new_writer (qpdf, "1.7", NULL));
  pg_qpdf_close (qpdf);
  g_assert_cmpuint (count (file, "harbour"), ==, 0);
  g_assert_cmpuint (count (file, "\nstream\nlighthouse\nendstream\nendobj\n"), ==, 1);
  qpdf = open_bytes (file);
  root = qpdf_get_root (qpdf);
  g_autoptr (GBytes) data = pg_qpdf_stream (qpdf, qpdf_oh_get_key (qpdf, root, "/Small"));
  assert_holds (data, "harbour harbour");
  assert_is (qpdf, qpdf_oh_get_dict (qpdf, qpdf_oh_get_key (qpdf, root, "/Plain")), "<< /K 2 /Length 10 >>");
  close_sound (qpdf);
}

static void
mend_pages (qpdf_data qpdf, qpdf_oh object)
{
  if (qpdf_oh_is_dictionary (qpdf, object) && qpdf_oh_has_key (qpdf, object, "/MediaBox"))
    pg_qpdf_set_parsed (qpdf, object, "/Mended", "[ true ]");
}

static void
test_mending (void)
{
  qpdf_data qpdf = open_source ();
  g_autoptr (GBytes) file = finish (new_writer (qpdf, "1.7", mend_pages));
  pg_qpdf_close (qpdf);
  qpdf = open_bytes (file);
  assert_is (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_page_n (qpdf, 0), "/Mended"), "[ true ]");
  g_assert_false (qpdf_oh_has_key (qpdf, qpdf_get_root (qpdf), "/Mended"));
  close_sound (qpdf);
}

/* The identifier is that of what the file holds. */
static void
test_identifier (void)
{
  GBytes *files[3];
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      qpdf_data qpdf = open_source ();
      if (i == 2)
        pg_qpdf_set_text (qpdf, qpdf_get_root (qpdf), "/Other", "other");
      files[i] = finish (new_writer (qpdf, "1.7", NULL));
      pg_qpdf_close (qpdf);
    }
  g_assert_true (g_bytes_equal (files[0], files[1]));
  char *ids[2];
  for (guint i = 0; i < 2; i++)
    {
      qpdf_data qpdf = open_bytes (files[i + 1]);
      qpdf_oh id = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/ID");
      g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, id), ==, 2);
      ids[i] = g_strdup (qpdf_oh_unparse (qpdf, id));
      close_sound (qpdf);
    }
  g_assert_cmpstr (ids[0], !=, ids[1]);
  g_free (ids[0]);
  g_free (ids[1]);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_bytes_unref (files[i]);
}

/* Each entry's third field, which libqpdf does not look at: the index within its object stream. */
static void
test_indexes (void)
{
  qpdf_data qpdf = open_source ();
  g_autoptr (GBytes) file = finish (new_writer (qpdf, "1.7", NULL));
  pg_qpdf_close (qpdf);
  qpdf = open_bytes (file);
  g_autoptr (GBytes) table = pg_qpdf_stream (qpdf, pg_qpdf_object (qpdf, 7)); /* the last */
  gsize length;
  const guint8 *entries = g_bytes_get_data (table, &length);
  g_assert_cmpuint (length, ==, 8 * 6);
  const guint8 kinds[] = { 0, 2, 2, 2, 1, 2, 1, 1 }, indexes[] = { 0, 0, 1, 2, 0, 3, 0, 0 };
  for (guint i = 0; i < 8; i++)
    {
      g_assert_cmpuint (entries[6 * i], ==, kinds[i]);
      g_assert_cmpuint (entries[6 * i + 5], ==, indexes[i]);
    }
  close_sound (qpdf);
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;
  qpdf_data qpdf = open_source ();
  qpdf_oh_parse (qpdf, "<< /Half ");
  g_autoptr (PgWriter) writer = new_writer (qpdf, "1.7", NULL);
  g_assert_false (pg_writer_finish (writer));
  g_assert_false (pg_sink_end (&sink, &error));
  g_byte_array_unref (written);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  pg_qpdf_close (qpdf);
}

static void
assert_deflated (const guint8 *data, gsize length)
{
  g_autoptr (GByteArray) deflated = pg_deflate (data, length);
  g_autoptr (GInputStream) bytes = g_memory_input_stream_new_from_data (deflated->data, deflated->len, NULL);
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) inflating = g_converter_input_stream_new (bytes, zlib);
  g_autofree guint8 *back = g_malloc (length + 1);
  gsize n = 0;
  g_assert_true (g_input_stream_read_all (inflating, back, length + 1, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, length);
  g_assert_true (memcmp (back, data, length) == 0);
}

/* Of all sizes about those at which room is made, and of what does not become smaller. */
static void
test_deflate (void)
{
  g_autofree guint8 *data = g_malloc (100000);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (guint i = 0; i < 100000; i++)
    data[i] = (guint8) g_rand_int_range (random, 0, 256);
  for (gsize length = 0; length < 600; length++)
    assert_deflated (data, length);
  assert_deflated (data, 100000);
  memset (data, 'a', 100000);
  assert_deflated (data, 100000);
}

/* G_MAXDOUBLE: no number. */
static void
assert_number (const char *word, double wanted)
{
  const char *at = word;
  PgToken token = pg_content_next (&at, word + strlen (word));
  g_assert_cmpint (token.kind, ==, wanted == G_MAXDOUBLE ? PG_TOKEN_OPERATOR : PG_TOKEN_NUMBER);
  if (token.kind == PG_TOKEN_NUMBER)
    g_assert_cmpfloat (token.number, ==, wanted);
}

static void
test_numbers (void)
{
  assert_number ("0", 0);
  assert_number ("12", 12);
  assert_number ("+12", 12);
  assert_number ("-12.25", -12.25);
  assert_number ("-.5", -0.5);
  assert_number ("4.", 4);
  assert_number ("0.003906", 0.003906);
  assert_number ("595.275591", 595.275591);
  assert_number ("1234567.891", 1234567.891);
  assert_number ("-", G_MAXDOUBLE);
  assert_number (".", G_MAXDOUBLE);
  assert_number ("--1", G_MAXDOUBLE);
  assert_number ("1-1", G_MAXDOUBLE);
  assert_number ("1.2.3", G_MAXDOUBLE);
  assert_number ("1e5", G_MAXDOUBLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/objects-that-are-led-to", test_objects_that_are_led_to);
  g_test_add_func ("/writer/objects-beside", test_objects_beside);
  g_test_add_func ("/writer/streams", test_streams);
  g_test_add_func ("/writer/mending", test_mending);
  g_test_add_func ("/writer/identifier", test_identifier);
  g_test_add_func ("/writer/indexes", test_indexes);
  g_test_add_func ("/writer/error", test_error);
  g_test_add_func ("/writer/deflate", test_deflate);
  g_test_add_func ("/writer/numbers", test_numbers);
  return g_test_run ();
}
