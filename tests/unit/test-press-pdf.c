/* Enters: small PDFs. Leaves: proof of what the press makes of their objects: which colours become grey and which are told,
   what a page's boxes and marks are, and that nothing stays of what is for screens. */
#include "pdf/press-colours.h"
#include "pdf/press-marks.h"
#include "pdf/press.h"
#include "small-pdf.h"

#include "base/report.h"

#include <string.h>

#define CATALOG "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
#define NO_PAGES "2 0 obj\n<< /Type /Pages /Kids [ ] /Count 0 >>\nendobj\n"
#define PROFILE "3 0 obj\n<< /N 3 >>\nstream\n\nendstream\nendobj\n"
static const PgPressPictures no_pictures;

#define TOLD "[ /ICCBased 3 0 R ]"

/* What the press makes of object 4, which may lead to others, with those that have it told; pdf is borrowed. */
static qpdf_data
change (GBytes *pdf)
{
  qpdf_data qpdf = small_pdf_open (pdf);
  PgSink sink;
  pg_sink_init (&sink, pg_sink_keep, NULL, NULL);
  g_assert_true (pg_press_colours (qpdf, 3, NULL, 0, &sink));
  g_assert_true (pg_sink_end (&sink, NULL));
  return qpdf;
}

static void
assert_changed (const char *objects, const char *notation)
{
  g_autofree char *all = g_strconcat (CATALOG NO_PAGES PROFILE, objects, NULL);
  g_autoptr (GBytes) pdf = small_pdf (all);
  qpdf_data qpdf = change (pdf);
  g_test_message ("%s", objects);
  assert_notation (qpdf, pg_qpdf_object (qpdf, 4), notation);
  pg_qpdf_close (qpdf);
}

/* A shading whose function is this one. */
static void
assert_shading (const char *function, const char *space, const char *wanted)
{
  g_autofree char *objects = g_strdup_printf (
      "4 0 obj\n<< /ColorSpace /DeviceRGB /Coords [ 0 0 1 0 ] /Function %s /ShadingType 2 >>\nendobj\n", function);
  g_autofree char *notation
      = g_strdup_printf ("<< /ColorSpace %s /Coords [ 0 0 1 0 ] /Function %s /ShadingType 2 >>", space, wanted);
  assert_changed (objects, notation);
}

static void
assert_grey_shading (const char *function, const char *wanted)
{
  assert_shading (function, "/DeviceGray", wanted);
}

/* The function stays as it is. */
static void
assert_told_shading (const char *function)
{
  assert_shading (function, TOLD, function);
}

static void
test_shadings (void)
{
  assert_grey_shading ("<< /C0 [ 1 1 1 ] /C1 [ 0.5 0.5 0.5 ] /Domain [ 0 1 ] /FunctionType 2 /N 1 >>",
                       "<< /C0 [ 1 ] /C1 [ 0.5 ] /Domain [ 0 1 ] /FunctionType 2 /N 1 >>");
  assert_grey_shading ("<< /C0 [ 0 0 0 ] /C1 [ 0.8 0.8 0.8 ] /Encode [ 0 1 ] /Extra 5 /N 1 >>",
                       "<< /C0 [ 0 ] /C1 [ 0.8 ] /Encode [ 0 1 ] /N 1 >>");
  assert_told_shading ("<< /C0 [ 1 1 1 ] /C1 [ 1 0 0 ] /FunctionType 2 >>");
  assert_told_shading ("<< /C0 [ 1 0 0 ] /C1 [ 1 1 1 ] /FunctionType 2 >>");
  assert_told_shading ("<< /C0 [ 1 1 1 ] /FunctionType 2 >>"); /* without an end */
  assert_told_shading ("<< /C0 [ 1 1 ] /C1 [ 1 1 1 ] >>");     /* of too few components, and too many */
  assert_told_shading ("<< /C0 [ 1 1 1 ] /C1 [ 1 1 1 1 ] >>");
  assert_told_shading ("(no function)");
}

#define GREY "<< /C0 [ 1 1 1 ] /C1 [ 0 0 0 ] >>"
#define RED "<< /C0 [ 1 1 1 ] /C1 [ 1 0 0 ] >>"

static void
test_shadings_of_parts (void)
{
  assert_grey_shading ("<< /Bounds [ 0.5 ] /Encode [ 0 1 0 1 ] /FunctionType 3 /Functions [ " GREY " " GREY " ] >>",
                       "<< /Bounds [ 0.5 ] /Encode [ 0 1 0 1 ] /FunctionType 3"
                       " /Functions [ << /C0 [ 1 ] /C1 [ 0 ] >> << /C0 [ 1 ] /C1 [ 0 ] >> ] >>");
  assert_told_shading ("<< /FunctionType 3 /Functions [ " GREY " " RED " ] >>");
  assert_told_shading ("<< /FunctionType 3 /Functions [ " RED " " GREY " ] >>");
  assert_told_shading ("<< /FunctionType 3 /Functions [ " GREY " null ] >>");
}

/* Shadings elsewhere: as a stream, as a pattern's; and one that has other colours already. */
static void
test_places_of_shadings (void)
{
  assert_changed ("4 0 obj\n<< /ColorSpace /DeviceRGB /ShadingType 7 >>\nstream\n\nendstream\nendobj\n",
                  "<< /ColorSpace " TOLD " /ShadingType 7 >>");
  assert_changed ("4 0 obj\n<< /PatternType 2 /Shading << /ColorSpace /DeviceRGB /Function " GREY " >> >>\nendobj\n",
                  "<< /PatternType 2 /Shading << /ColorSpace /DeviceGray /Function << /C0 [ 1 ] /C1 [ 0 ] >> >> >>");
  assert_changed ("4 0 obj\n<< /ColorSpace /DeviceCMYK /Function " GREY " /ShadingType 2 >>\nendobj\n",
                  "<< /ColorSpace /DeviceCMYK /Function " GREY " /ShadingType 2 >>");
}

static void
test_images (void)
{
  assert_changed ("4 0 obj\n<< /ColorSpace /DeviceRGB /Subtype /Image >>\nstream\n0 0 0 rg\nendstream\nendobj\n",
                  "<< /ColorSpace " TOLD " /Subtype /Image >>");
  assert_changed ("4 0 obj\n<< /ColorSpace /DeviceGray /Subtype /Image >>\nstream\n0 0 0 rg\nendstream\nendobj\n",
                  "<< /ColorSpace /DeviceGray /Subtype /Image >>");
  assert_changed ("4 0 obj\n<< /ColorSpace /DeviceRGB >>\nstream\n0 0 0 rg\nendstream\nendobj\n",
                  "<< /ColorSpace /DeviceRGB >>");
}

/* What has resources and a group of its own. */
static void
test_owners (void)
{
  assert_changed ("4 0 obj\n<< /Resources << >> >>\nendobj\n",
                  "<< /Resources << /ColorSpace << /DefaultRGB " TOLD " >> >> >>");
  assert_changed ("4 0 obj\n<< /Resources << /ColorSpace << /Own /Pattern >> >> >>\nendobj\n",
                  "<< /Resources << /ColorSpace << /DefaultRGB " TOLD " /Own /Pattern >> >> >>");
  assert_changed ("4 0 obj\n<< /Group << /CS /DeviceRGB /S /Transparency >> >>\nendobj\n",
                  "<< /Group << /CS /DeviceCMYK /S /Transparency >> >>");
  assert_changed ("4 0 obj\n<< /Group << /CS /DeviceGray /S /Transparency >> >>\nendobj\n",
                  "<< /Group << /CS /DeviceGray /S /Transparency >> >>");
  assert_changed ("4 0 obj\n<< /Subtype /Form /Resources << >> /Group << /CS /DeviceRGB >> >>\n"
                  "stream\n1 0 0 rg\nendstream\nendobj\n",
                  "<< /Group << /CS /DeviceCMYK >> /Resources << /ColorSpace << /DefaultRGB " TOLD
                  " >> >> /Subtype /Form >>");
}

/* What becomes of the content of object 5, to which 4 leads, or which goes without it. */
static void
assert_content (const char *leads, const char *dictionary, const char *wanted)
{
  g_autofree char *all = g_strconcat (CATALOG NO_PAGES PROFILE "4 0 obj\n", leads, "\nendobj\n5 0 obj\n<< /Length 10 ",
                                      dictionary, " >>\nstream\n0 0 0 rg f\nendstream\nendobj\n", NULL);
  g_autoptr (GBytes) pdf = small_pdf (all);
  qpdf_data qpdf = change (pdf);
  g_test_message ("%s, %s", leads, dictionary);
  assert_stream (qpdf, pg_qpdf_object (qpdf, 5), wanted);
  pg_qpdf_close (qpdf);
}

static void
test_contents (void)
{
  assert_content ("<< /Type /Page /Contents 5 0 R >>", "", "0 g f");
  assert_content ("<< /Type /Page /Contents [ 5 0 R ] >>", "", "0 g f");
  assert_content ("<< /Type /Other /Contents 5 0 R >>", "", "0 0 0 rg f");
  assert_content ("<< /Subtype /Type3 /CharProcs << /a 5 0 R >> >>", "", "0 g f");
  assert_content ("<< /Subtype /Type1 /CharProcs << /a 5 0 R >> >>", "", "0 0 0 rg f");
  assert_content ("null", "/Subtype /Form", "0 g f");
  assert_content ("null", "/PatternType 1", "0 g f");
  assert_content ("null", "/Subtype /Form /Group << /CS /DeviceRGB >>", "0 g f");
  /* A mask is no ink. */
  assert_content ("null", "/Subtype /Form /Group << /CS /DeviceGray >>", "0 0 0 rg f");
  assert_content ("null", "/Type /Other", "0 0 0 rg f");
}

/* Pages as cairo leaves them, with what is for screens. */
#define PAGE(number)                                                                                                   \
#number " 0 obj\n<< /Type /Page /Parent 2 0 R /Rotate 0 /MediaBox [ 0 0 9 9 ] /Contents 9 0 R /Annots [ ]"           \
          " /StructParents 1 /Tabs /S /Trans << >> /AA << >> /Resources << >> >>\nendobj\n"
#define FOR_SCREENS                                                                                                    \
  " /Outlines << >> /Names << >> /Dests << >> /PageMode /UseOutlines /OpenAction [ ] /AA << >>"                        \
  " /StructTreeRoot << >> /MarkInfo << >> /AcroForm << >>"
static const char five_pages[]
    = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (en)" FOR_SCREENS " >>\nendobj\n"
      "2 0 obj\n<< /Type /Pages /Kids [ 4 0 R 5 0 R 6 0 R 7 0 R 8 0 R ] /Count 5 >>\nendobj\n" PAGE (4) PAGE (5)
          PAGE (6) PAGE (7) PAGE (8) "9 0 obj\n<< /Length 10 >>\nstream\n0 0 0 rg f\nendstream\nendobj\n";

/* Two alike, then one wider, one higher, and one with another bleed. */
static const PgPage sizes[] = { { .width = 200, .height = 100, .surround = { 10, 12, 30, 35, 50 } },
                                { .width = 200, .height = 100, .surround = { 10, 12, 30, 35, 50 } },
                                { .width = 210, .height = 100, .surround = { 10, 12, 30, 35, 50 } },
                                { .width = 210, .height = 120, .surround = { 10, 12, 30, 35, 50 } },
                                { .width = 210, .height = 120, .surround = { 8, 12, 30, 35, 50 } } };

static const PgDescription description = { .title = "Tides", .creator = "a test", .created = 1893456000 };

static void
tell (double fraction, const char *stage, gpointer fractions)
{
  (void) stage;
  g_array_append_val ((GArray *) fractions, fraction);
}

/* fractions: how far it was, whenever that was told; or NULL */
static GBytes *
finish (GBytes *pdf, GArray *fractions)
{
  PgProgress *progress = pg_progress_new (fractions != NULL ? tell : NULL, fractions, NULL);
  PgWatch watch = pg_watch_new (NULL, progress, "write");
  GByteArray *written = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) profile = g_bytes_new_static ("inks", 4);
  PgOutputIntent intent = { profile, "Newsprint" };
  PgPages pages = { .pages = g_ptr_array_new (), .records = g_array_new (FALSE, FALSE, sizeof (PgRecord)) };
  PgSink sink;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_ptr_array_add (pages.pages, (gpointer) &sizes[i]);
  pg_sink_init (&sink, pg_sink_keep, written, &watch);
  g_assert_true (pg_press_finish (pdf, &pages, &description, &intent, &no_pictures, &sink));
  g_assert_true (pg_sink_end (&sink, &error));
  g_assert_no_error (error);
  g_ptr_array_unref (pages.pages);
  g_array_unref (pages.records);
  pg_progress_unref (progress);
  return g_byte_array_free_to_bytes (written);
}

typedef struct
{
  GBytes *pdf;
  qpdf_data qpdf;
} Finished;

static void
set_up (Finished *finished, gconstpointer data)
{
  (void) data;
  g_autoptr (GBytes) drawn = small_pdf (five_pages);
  finished->pdf = finish (drawn, NULL);
  finished->qpdf = small_pdf_open_sound (finished->pdf);
}

static void
tear_down (Finished *finished, gconstpointer data)
{
  (void) data;
  pg_qpdf_close (finished->qpdf);
  g_bytes_unref (finished->pdf);
}

static qpdf_oh
of_page (const Finished *finished, guint page, const char *key)
{
  return qpdf_oh_get_key (finished->qpdf, qpdf_get_page_n (finished->qpdf, page), key);
}

static void
assert_box (const Finished *finished, guint page, const char *key, double left, double bottom, double right, double top)
{
  const double wanted[] = { left, bottom, right, top };
  qpdf_oh box = of_page (finished, page, key);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (
        qpdf_oh_get_numeric_value (finished->qpdf, qpdf_oh_get_array_item (finished->qpdf, box, i)), wanted[i], 1e-3);
}

static void
test_boxes (Finished *finished, gconstpointer data)
{
  (void) data;
  assert_box (finished, 0, "/MediaBox", 0, 0, 270, 200);
  assert_box (finished, 0, "/BleedBox", 25, 40, 245, 160);
  assert_box (finished, 0, "/TrimBox", 35, 50, 235, 150);
  assert_box (finished, 3, "/MediaBox", 0, 0, 280, 220);
  assert_box (finished, 3, "/BleedBox", 25, 40, 255, 180);
  assert_box (finished, 4, "/BleedBox", 27, 42, 253, 178);
}

/* Those of a page are drawn behind its own content, in the state that the page began with; pages alike share them. */
static void
test_marks (Finished *finished, gconstpointer data)
{
  (void) data;
  qpdf_data qpdf = finished->qpdf;
  int before = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GString) marks = pg_press_marks (&sizes[i]);
      g_string_prepend (marks, "\nQ\n");
      qpdf_oh contents = of_page (finished, i, "/Contents");
      g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, contents), ==, 3);
      assert_stream (qpdf, qpdf_oh_get_array_item (qpdf, contents, 0), "q\n");
      assert_stream (qpdf, qpdf_oh_get_array_item (qpdf, contents, 1), "0 g f");
      assert_stream (qpdf, qpdf_oh_get_array_item (qpdf, contents, 2), marks->str);
      int number = qpdf_oh_get_object_id (qpdf, qpdf_oh_get_array_item (qpdf, contents, 2));
      g_assert_true ((number == before) == (i == 1));
      before = number;
      qpdf_oh space = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, of_page (finished, i, "/Resources"), "/ColorSpace"),
                                       "/" PG_PRESS_ALL);
      assert_notation (qpdf, space,
                       "[ /Separation /All /DeviceCMYK << /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 1 ] /Domain [ 0 1 ]"
                       " /FunctionType 2 /N 1 >> ]");
    }
}

static void
test_for_screens (Finished *finished, gconstpointer data)
{
  (void) data;
  static const char *const of_pages[] = { "/Annots", "/StructParents", "/Tabs", "/Trans", "/AA" };
  qpdf_data qpdf = finished->qpdf;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (of_pages); k++)
        g_assert_false (qpdf_oh_has_key (qpdf, qpdf_get_page_n (qpdf, i), of_pages[k]));
      g_assert_true (qpdf_oh_has_key (qpdf, qpdf_get_page_n (qpdf, i), "/Rotate"));
    }
  g_auto (GStrv) of_catalog = g_strsplit (FOR_SCREENS, " ", -1);
  for (guint i = 0; of_catalog[i] != NULL; i++)
    g_assert_true (of_catalog[i][0] != '/' || !qpdf_oh_has_key (qpdf, qpdf_get_root (qpdf), of_catalog[i]));
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Lang"), "(en)");
}

static void
test_catalog (Finished *finished, gconstpointer data)
{
  (void) data;
  qpdf_data qpdf = finished->qpdf;
  g_assert_true (g_str_has_prefix (g_bytes_get_data (finished->pdf, NULL), "%PDF-1.6\n"));
  qpdf_oh root = qpdf_get_root (qpdf), intents = qpdf_oh_get_key (qpdf, root, "/OutputIntents");
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, intents), ==, 1);
  qpdf_oh intent = qpdf_oh_get_array_item (qpdf, intents, 0);
  qpdf_oh profile = qpdf_oh_get_key (qpdf, intent, "/DestOutputProfile");
  assert_stream (qpdf, profile, "inks");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, profile), "/N"), "4");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, intent, "/OutputConditionIdentifier"), "(Newsprint)");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, intent, "/S"), "/GTS_PDFX");
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info"),
                   "<< /CreationDate (D:20300101000000Z) /Creator (a test) /ModDate (D:20300101000000Z)"
                   " /Producer (a test) /Title (Tides) /Trapped /False >>");
  g_autoptr (GBytes) metadata = pg_qpdf_stream (qpdf, qpdf_oh_get_key (qpdf, root, "/Metadata"));
  g_autofree char *xmp = g_strndup (g_bytes_get_data (metadata, NULL), g_bytes_get_size (metadata));
  g_assert_nonnull (strstr (xmp, "<pdfxid:GTS_PDFXVersion>PDF/X-4<"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>2030-01-01T00:00:00Z<"));
  g_assert_true (g_regex_match_simple ("<xmpMM:DocumentID>uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-"
                                       "[0-9a-f]{12}</xmpMM:DocumentID>",
                                       xmp, 0, 0));
}

/* The name in the metadata is the drawing's: the whole of its checksum, in order. */
static void
test_identifier (Finished *finished, gconstpointer data)
{
  (void) data;
  g_autoptr (GBytes) drawn = small_pdf (five_pages);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, drawn);
  qpdf_data qpdf = finished->qpdf;
  g_autoptr (GBytes) metadata = pg_qpdf_stream (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Metadata"));
  g_autofree char *xmp = g_strndup (g_bytes_get_data (metadata, NULL), g_bytes_get_size (metadata));
  const char *id = strstr (xmp, "uuid:") + strlen ("uuid:");
  g_autoptr (GString) digits = g_string_new (NULL);
  for (; *id != '<'; id++)
    if (*id != '-')
      g_string_append_c (digits, *id);
  g_assert_cmpstr (digits->str, ==, sum);
}

/* The colours are the first half of it, objects one by one; what is written is the other. */
static void
test_progress (void)
{
  g_autoptr (GBytes) drawn = small_pdf (five_pages);
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GBytes) pdf = finish (drawn, fractions);
  guint n_first = 0;
  g_assert_nonnull (pdf);
  for (guint i = 0; i < fractions->len; i++)
    {
      double fraction = g_array_index (fractions, double, i);
      n_first += fraction < 0.5;
      g_assert_cmpfloat (fraction, <, 1);
      g_assert_cmpfloat (fraction - (i > 0 ? g_array_index (fractions, double, i - 1) : 0), <, 0.1);
    }
  g_assert_cmpuint (n_first, >=, 9);
  g_assert_cmpuint (fractions->len, >=, n_first + 9);
}

/* What is no PDF is told, and nothing is written. */
static void
test_no_pdf (void)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("nothing", 7);
  g_autoptr (GError) error = NULL;
  PgPages pages = { .pages = NULL };
  PgOutputIntent intent = { nothing, "" };
  PgSink sink;
  pg_sink_init (&sink, pg_sink_keep, written, NULL);
  g_assert_false (pg_press_finish (nothing, &pages, &description, &intent, &no_pictures, &sink));
  g_assert_false (pg_sink_end (&sink, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_assert_cmpuint (written->len, ==, 0);
}

static void
add (const char *path, void (*test) (Finished *, gconstpointer))
{
  g_test_add (path, Finished, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/press-pdf/shadings", test_shadings);
  g_test_add_func ("/press-pdf/shadings-of-parts", test_shadings_of_parts);
  g_test_add_func ("/press-pdf/places-of-shadings", test_places_of_shadings);
  g_test_add_func ("/press-pdf/images", test_images);
  g_test_add_func ("/press-pdf/owners", test_owners);
  g_test_add_func ("/press-pdf/contents", test_contents);
  add ("/press-pdf/boxes", test_boxes);
  add ("/press-pdf/marks", test_marks);
  add ("/press-pdf/for-screens", test_for_screens);
  add ("/press-pdf/catalog", test_catalog);
  add ("/press-pdf/identifier", test_identifier);
  g_test_add_func ("/press-pdf/progress", test_progress);
  g_test_add_func ("/press-pdf/no-pdf", test_no_pdf);
  return g_test_run ();
}
