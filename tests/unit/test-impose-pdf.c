/* Enters: small PDFs. Leaves: proof that each page is one form, upright with its trimmed corner at 0, 0, with what belongs to it;
   that the file of the sheets says what is true of them, and nothing else; that work on it can be stopped. */
#include "small-pdf.h"

#include <math.h>
#include <programme/programme.h>
#include <string.h>

#define TREE                                                                                                           \
  "1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n"                                                            \
  "2 0 obj\n<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /MediaBox [ 10 20 210 320 ] >>\nendobj\n"                         \
  "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>\nendobj\n"                                              \
  "4 0 obj\n<< /Length 8 >>\nstream\n0 0 m f \nendstream\nendobj\n"

static ProgrammeOptions *
options_of (const char *words)
{
  ProgrammeOptions *options = programme_options_new ();
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_assert_true (programme_options_set (options, pair[0], pair[1], NULL));
    }
  return options;
}

/* The sheets of a page with these keys, in a file with those of the catalog and further objects; closed by pg_qpdf_close. The
   bytes are to be kept as long. */
static qpdf_data
impose (const char *catalog, const char *keys, const char *more, const char *words, GBytes **bytes)
{
  GError *error = NULL;
  g_autofree char *tree = g_strdup_printf (TREE, catalog, keys), *objects = g_strconcat (tree, more, NULL);
  g_autoptr (GBytes) pdf = small_pdf (objects);
  g_autoptr (ProgrammeOptions) options = options_of (words);
  *bytes = programme_impose_bytes (pdf, "small.pdf", options, NULL, NULL, &error);
  g_assert_no_error (error);
  return small_pdf_open_sound (*bytes);
}

#define ALONE "impose=nup grid=1x1 sheet=400x500pt marks=none"

/* The only form that a sheet shows. */
static qpdf_oh
form_on (qpdf_data qpdf, size_t sheet)
{
  qpdf_oh resources = qpdf_oh_get_key (qpdf, qpdf_get_page_n (qpdf, sheet), "/Resources");
  qpdf_oh objects = qpdf_oh_get_key (qpdf, resources, "/XObject");
  qpdf_oh_begin_dict_key_iter (qpdf, objects);
  g_assert_true (qpdf_oh_dict_more_keys (qpdf));
  qpdf_oh form = qpdf_oh_get_key (qpdf, objects, qpdf_oh_dict_next_key (qpdf));
  g_assert_false (qpdf_oh_dict_more_keys (qpdf));
  return form;
}

static void
assert_numbers (qpdf_data qpdf, qpdf_oh array, const double *numbers, int n)
{
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, array), ==, n);
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, array, i)),
                                    numbers[i], 1e-4);
}

/* Boxes that are larger, turned, in other units: what comes of them. */
static void
test_forms (void)
{
  const double bleed = 72 / 25.4 * 3;
  const struct
  {
    const char *keys;
    double box[4], matrix[6];
  } cases[] = {
    { "", { 10, 20, 210, 320 }, { 1, 0, 0, 1, -10, -20 } },
    { "/Rotate 90", { 10, 20, 210, 320 }, { 0, -1, 1, 0, -20, 210 } },
    { "/Rotate 180", { 10, 20, 210, 320 }, { -1, 0, 0, -1, 210, 320 } },
    { "/Rotate -90", { 10, 20, 210, 320 }, { 0, 1, -1, 0, 320, -10 } },
    { "/Rotate 45", { 10, 20, 210, 320 }, { 1, 0, 0, 1, -10, -20 } },
    { "/UserUnit 1.5", { 10, 20, 210, 320 }, { 1.5, 0, 0, 1.5, -15, -30 } },
    { "/UserUnit 0", { 10, 20, 210, 320 }, { 1, 0, 0, 1, -10, -20 } },
    { "/CropBox [ 0 0 110 220 ]", { 10, 20, 110, 220 }, { 1, 0, 0, 1, -10, -20 } },
    { "/CropBox [ 900 900 990 990 ]", { 10, 20, 210, 320 }, { 1, 0, 0, 1, -10, -20 } },
    { "/TrimBox [ 50 60 150 260 ]", { 50 - bleed, 60 - bleed, 150 + bleed, 260 + bleed }, { 1, 0, 0, 1, -50, -60 } },
    { "/TrimBox [ 50 60 150 260 ] /BleedBox [ 46 58 150 264 ]", { 46, 58, 150, 264 }, { 1, 0, 0, 1, -50, -60 } },
    { "/TrimBox [ 50 60 150 260 ] /UserUnit 2",
      { 50 - bleed / 2, 60 - bleed / 2, 150 + bleed / 2, 260 + bleed / 2 },
      { 2, 0, 0, 2, -100, -120 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      qpdf_data qpdf = impose ("", cases[i].keys, "", "impose=nup grid=1x1 sheet=600x700pt marks=none", &bytes);
      qpdf_oh form = form_on (qpdf, 0), dictionary = qpdf_oh_get_dict (qpdf, form);
      assert_numbers (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/BBox"), cases[i].box, 4);
      assert_numbers (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Matrix"), cases[i].matrix, 6);
      assert_stream (qpdf, form, "0 0 m f ");
      pg_qpdf_close (qpdf);
    }
}

/* A group of the page is one of the form, by itself; the number of its place in a structure is not the form's. */
static void
test_group (void)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data qpdf
      = impose ("", "/StructParents 3 /Group << /S /Transparency /CS /DeviceCMYK /K true >>", "", ALONE, &bytes);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, form_on (qpdf, 0));
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Group"),
                   "<< /CS /DeviceCMYK /I true /K true /S /Transparency /Type /Group >>");
  g_assert_false (qpdf_oh_has_key (qpdf, dictionary, "/StructParents"));
  pg_qpdf_close (qpdf);
}

/* An appearance is moved from its own box to where it stands. */
static void
test_annotation (void)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data qpdf
      = impose ("", "/Annots [ 5 0 R ]",
                "5 0 obj\n<< /Type /Annot /Subtype /Stamp /F 4 /Rect [ 110 120 190 140 ] /AP << /N 6 0 R >> >>\n"
                "endobj\n6 0 obj\n<< /BBox [ 0 0 10 40 ] /Matrix [ 0 1 -1 0 0 0 ] /StructParent 7 /Length 1 >>\n"
                "stream\nn\nendstream\nendobj\n",
                ALONE, &bytes);
  qpdf_oh form = form_on (qpdf, 0), resources = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, form), "/Resources");
  /* Turned it is from -40 to 0 across and from 0 to 10 up. */
  assert_stream (qpdf, form, "/P Do\nq 2.00000 0.00000 0.00000 2.00000 190.00000 120.00000 cm /A0 Do Q\n");
  qpdf_oh look = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, resources, "/XObject"), "/A0");
  assert_notation (qpdf, look,
                   "<< /BBox [ 0 0 10 40 ] /Length 1 /Matrix [ 0 1 -1 0 0 0 ] /Subtype /Form /Type /XObject >>");
  pg_qpdf_close (qpdf);
}

/* What a catalog says of pages is not true of sheets, but for the press and layers. */
static void
test_catalog (void)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data qpdf = impose (
      "/Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 7 0 R /Outlines 7 0 R /PageLabels 7 0 R /Names 7 0 R"
      " /OpenAction [ 3 0 R /Fit ] /AcroForm << /Fields [ ] >> /PageMode /UseOutlines /OCProperties 8 0 R"
      " /ViewerPreferences << /Direction /R2L /FitWindow true >> /OutputIntents [ << /S /GTS_PDFX >> ]",
      "", "7 0 obj\n<< /Secret true >>\nendobj\n8 0 obj\n<< /OCGs [ ] /D << >> >>\nendobj\n", ALONE, &bytes);
  qpdf_oh root = qpdf_get_root (qpdf);
  static const char *const kept[] = { "/OCProperties", "/OutputIntents", "/Pages", "/Type", "/ViewerPreferences" };
  guint n = 0;
  for (qpdf_oh_begin_dict_key_iter (qpdf, root); qpdf_oh_dict_more_keys (qpdf); n++)
    g_assert_cmpstr (qpdf_oh_dict_next_key (qpdf), ==, kept[n]);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (kept));
  assert_notation (qpdf, qpdf_oh_get_key (qpdf, root, "/ViewerPreferences"),
                   "<< /Direction /R2L /Duplex /Simplex /PrintScaling /None >>");
  pg_qpdf_close (qpdf);
}

/* As pages are turned, or where that is not said, as the language is read; what is asked for goes before both. */
static void
test_spine (void)
{
  static const struct
  {
    const char *catalog, *words;
    gboolean right;
  } cases[] = { { "", ALONE, FALSE },
                { "/Lang (en)", ALONE, FALSE },
                { "/Lang (ar-EG)", ALONE, TRUE },
                { "/Lang (he) /ViewerPreferences << /Direction /L2R >>", ALONE, FALSE },
                { "/ViewerPreferences << /Direction /R2L >>", ALONE, TRUE },
                { "/ViewerPreferences << /Direction /R2L >>", ALONE " bind=left", FALSE },
                { "", ALONE " bind=right", TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      qpdf_data qpdf = impose (cases[i].catalog, "", "", cases[i].words, &bytes);
      qpdf_oh wishes = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/ViewerPreferences");
      g_assert_true ((qpdf_oh_has_key (qpdf, wishes, "/Direction") != 0) == cases[i].right);
      pg_qpdf_close (qpdf);
    }
}

/* Two pages that take their content from one object are two forms with their own boxes. */
static void
test_two_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf
      = small_pdf ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                   "2 0 obj\n<< /Type /Pages /Kids [ 3 0 R 5 0 R ] /Count 2 >>\nendobj\n"
                   "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [ 0 0 100 200 ] >>\n"
                   "endobj\n4 0 obj\n<< /Length 1 >>\nstream\nn\nendstream\nendobj\n"
                   "5 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [ 50 0 150 200 ] >>\n"
                   "endobj\n");
  g_autoptr (ProgrammeOptions) options = options_of ("impose=nup grid=1x1 sheet=300x300pt marks=none");
  g_autoptr (GBytes) bytes = programme_impose_bytes (pdf, "two.pdf", options, NULL, NULL, &error);
  g_assert_no_error (error);
  qpdf_data qpdf = small_pdf_open_sound (bytes);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 2);
  assert_numbers (qpdf, qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, form_on (qpdf, 1)), "/BBox"),
                  (const double[]){ 50, 0, 150, 200 }, 4);
  pg_qpdf_close (qpdf);
}

static GBytes *
plain_pdf (void)
{
  g_autofree char *objects = g_strdup_printf (TREE, "", "");
  return small_pdf (objects);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = plain_pdf ();
  g_autoptr (ProgrammeOptions) options = options_of (ALONE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_null (programme_impose_bytes (pdf, "small.pdf", options, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The same input and date give the same bytes. */
static void
test_again (void)
{
  g_autoptr (GBytes) pdf = plain_pdf ();
  g_autoptr (ProgrammeOptions) options = options_of ("impose=saddle sheet=SRA3 date=2031-05-05");
  g_autoptr (GBytes) first = programme_impose_bytes (pdf, "small.pdf", options, NULL, NULL, NULL);
  g_autoptr (GBytes) second = programme_impose_bytes (pdf, "small.pdf", options, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/impose-pdf/forms", test_forms);
  g_test_add_func ("/impose-pdf/group", test_group);
  g_test_add_func ("/impose-pdf/annotation", test_annotation);
  g_test_add_func ("/impose-pdf/catalog", test_catalog);
  g_test_add_func ("/impose-pdf/spine", test_spine);
  g_test_add_func ("/impose-pdf/two-pages", test_two_pages);
  g_test_add_func ("/impose-pdf/cancelled", test_cancelled);
  g_test_add_func ("/impose-pdf/again", test_again);
  return g_test_run ();
}
