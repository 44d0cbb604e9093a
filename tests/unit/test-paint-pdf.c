/* Enters: pages made by hand. Leaves: proof of what cairo's PDF of them says beside what it shows: the sizes of sheets, bookmarks,
   metadata, and how far it was. */
#include "paint/paint.h"
#include "small-pdf.h"

#include <string.h>

static const PgMetadata metadata
    = { .title = "Tides", .subject = "Of harbours", .author = "Port of Example", .created = 1893456000 };

typedef struct
{
  PgPages pages;
  GPtrArray *sheets;
  GArray *fractions; /* that were told */
  GBytes *pdf;
  qpdf_data qpdf;
} Painted;

static void
set_up (Painted *painted, gconstpointer data)
{
  (void) data;
  painted->pages.pages = g_ptr_array_new ();
  painted->pages.bookmarks = g_array_new (FALSE, FALSE, sizeof (PgBookmark));
  painted->fractions = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
tear_down (Painted *painted, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < painted->pages.pages->len; i++)
    {
      PgPage *page = g_ptr_array_index (painted->pages.pages, i);
      g_array_unref (page->items);
      g_free (page);
    }
  g_ptr_array_unref (painted->pages.pages);
  g_array_unref (painted->pages.bookmarks);
  g_array_unref (painted->fractions);
  pg_qpdf_close (painted->qpdf);
  g_bytes_unref (painted->pdf);
}

/* A page with a rectangle. */
static void
add_page (Painted *painted, double width, double height)
{
  PgPage *page = g_new0 (PgPage, 1);
  PgItem item = { .kind = PG_ITEM_FILL, .x = 1, .y = 2, .width = 3, .height = 4 };
  page->width = width;
  page->height = height;
  page->items = g_array_new (FALSE, FALSE, sizeof (PgItem));
  g_array_append_val (page->items, item);
  g_ptr_array_add (painted->pages.pages, page);
}

static void
add_bookmark (Painted *painted, const char *title, guint level, guint page, double y)
{
  PgBookmark bookmark = { title, level, page, y };
  g_array_append_val (painted->pages.bookmarks, bookmark);
}

static void
tell (double fraction, const char *stage, gpointer fractions)
{
  (void) stage;
  g_array_append_val ((GArray *) fractions, fraction);
}

static void
paint (Painted *painted, const PgMetadata *what)
{
  PgPictures *pictures = pg_pictures_new (NULL);
  PgPainter *painter = pg_painter_new (pictures);
  PgProgress *progress = pg_progress_new (tell, painted->fractions, NULL);
  PgWatch watch = pg_watch_new (NULL, progress, "write");
  GByteArray *written = g_byte_array_new ();
  GPtrArray *sheets = pg_sheets_of_single_pages (&painted->pages);
  PgSink sink;
  pg_sink_init (&sink, pg_sink_keep, written, &watch);
  g_assert_true (pg_paint_pdf (painter, &painted->pages, sheets, what, &sink));
  g_assert_true (pg_sink_end (&sink, NULL));
  painted->pdf = g_byte_array_free_to_bytes (written);
  painted->qpdf = small_pdf_open_sound (painted->pdf);
  g_ptr_array_unref (sheets);
  pg_progress_unref (progress);
  pg_painter_free (painter);
  pg_pictures_free (pictures);
}

static double
number_at (const Painted *painted, qpdf_oh array, int index)
{
  return qpdf_oh_get_numeric_value (painted->qpdf, qpdf_oh_get_array_item (painted->qpdf, array, index));
}

static void
assert_size (const Painted *painted, guint page, double width, double height)
{
  qpdf_oh box = qpdf_oh_get_key (painted->qpdf, qpdf_get_page_n (painted->qpdf, page), "/MediaBox");
  g_assert_cmpfloat_with_epsilon (number_at (painted, box, 2), width, 0.01);
  g_assert_cmpfloat_with_epsilon (number_at (painted, box, 3), height, 0.01);
}

/* A sheet is as large as its page, and where it is not as large as the one before, whole points that hold it. */
static void
test_sizes (Painted *painted, gconstpointer data)
{
  (void) data;
  add_page (painted, 100.5, 50.25);
  add_page (painted, 100.5, 50.25);
  add_page (painted, 120.5, 50.25);
  add_page (painted, 120.5, 70.25);
  add_page (painted, 100.5, 50.25);
  paint (painted, &metadata);
  g_assert_cmpint (qpdf_get_num_pages (painted->qpdf), ==, 5);
  assert_size (painted, 0, 100.5, 50.25);
  assert_size (painted, 1, 100.5, 50.25);
  assert_size (painted, 2, 121, 51);
  assert_size (painted, 3, 121, 71);
  assert_size (painted, 4, 101, 51);
}

/* The bookmarks below one, "TITLE@PAGE:Y" each with those below it in brackets. */
static void
put_bookmarks (const Painted *painted, qpdf_oh above, GString *out)
{
  qpdf_data qpdf = painted->qpdf;
  for (qpdf_oh entry = qpdf_oh_get_key (qpdf, above, "/First"); qpdf_oh_is_dictionary (qpdf, entry);
       entry = qpdf_oh_get_key (qpdf, entry, "/Next"))
    {
      qpdf_oh to = qpdf_oh_get_key (qpdf, entry, "/Dest"), page = qpdf_oh_get_array_item (qpdf, to, 0);
      guint index = 0;
      while (qpdf_oh_get_object_id (qpdf, qpdf_get_page_n (qpdf, index)) != qpdf_oh_get_object_id (qpdf, page))
        index++;
      g_string_append_printf (out, "%s@%u:%g(", qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, entry, "/Title")),
                              index, number_at (painted, to, 3));
      put_bookmarks (painted, entry, out);
      g_string_append_c (out, ')');
    }
}

/* One hangs below the last one of the level above it, or of the next level that there is. */
static void
test_bookmarks (Painted *painted, gconstpointer data)
{
  (void) data;
  static const struct
  {
    const char *title;
    guint level, page;
    double y;
  } marks[] = { { "a", 1, 0, 0 },  { "b", 2, 0, 10.75 }, { "c", 3, 1, 20 }, { "d", 2, 1, 30 }, { "e", 1, 1, 40 },
                { "f", 3, 1, 50 }, { "g", 3, 1, 60 },    { "h", 1, 0, 5 },  { "é", 2, 0, 6 } };
  add_page (painted, 100, 80);
  add_page (painted, 100, 80);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    add_bookmark (painted, marks[i].title, marks[i].level, marks[i].page, marks[i].y);
  paint (painted, &metadata);
  g_autoptr (GString) found = g_string_new (NULL);
  put_bookmarks (painted, qpdf_oh_get_key (painted->qpdf, qpdf_get_root (painted->qpdf), "/Outlines"), found);
  g_assert_cmpstr (found->str, ==, "a@0:80(b@0:70(c@1:60())d@1:50())e@1:40(f@1:30(g@1:20()))h@0:75(é@0:74())");
}

/* Deeper ones than anyone needs stand all at the deepest level. */
static void
test_deep_bookmarks (Painted *painted, gconstpointer data)
{
  (void) data;
  add_page (painted, 100, 80);
  for (guint level = 1; level < 12; level++)
    add_bookmark (painted, "x", level, 0, 80);
  paint (painted, &metadata);
  g_autoptr (GString) found = g_string_new (NULL);
  put_bookmarks (painted, qpdf_oh_get_key (painted->qpdf, qpdf_get_root (painted->qpdf), "/Outlines"), found);
  g_assert_cmpstr (found->str, ==, "x@0:0(x@0:0(x@0:0(x@0:0(x@0:0(x@0:0(x@0:0()x@0:0()x@0:0()x@0:0()x@0:0()))))))");
}

static void
assert_info (const Painted *painted, const char *key, const char *wanted)
{
  qpdf_oh info = qpdf_oh_get_key (painted->qpdf, qpdf_get_trailer (painted->qpdf), "/Info");
  g_assert_true (qpdf_oh_has_key (painted->qpdf, info, key) == (wanted != NULL));
  if (wanted != NULL)
    g_assert_cmpstr (qpdf_oh_get_utf8_value (painted->qpdf, qpdf_oh_get_key (painted->qpdf, info, key)), ==, wanted);
}

static void
test_metadata (Painted *painted, gconstpointer data)
{
  (void) data;
  add_page (painted, 100, 80);
  paint (painted, &metadata);
  assert_info (painted, "/Title", "Tides");
  assert_info (painted, "/Subject", "Of harbours");
  assert_info (painted, "/Author", "Port of Example");
  qpdf_oh info = qpdf_oh_get_key (painted->qpdf, qpdf_get_trailer (painted->qpdf), "/Info");
  const char *date = qpdf_oh_get_utf8_value (painted->qpdf, qpdf_oh_get_key (painted->qpdf, info, "/CreationDate"));
  g_assert_nonnull (strstr (date, "20300101000000Z"));
}

static void
test_little_metadata (Painted *painted, gconstpointer data)
{
  (void) data;
  PgMetadata little = { .title = "Tides", .created = 0 };
  add_page (painted, 100, 80);
  paint (painted, &little);
  assert_info (painted, "/Title", "Tides");
  assert_info (painted, "/Subject", NULL);
  assert_info (painted, "/Author", NULL);
}

/* It is told before each sheet how many are there. */
static void
test_progress (Painted *painted, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 4; i++)
    add_page (painted, 100, 80);
  paint (painted, &metadata);
  g_assert_cmpuint (painted->fractions->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (g_array_index (painted->fractions, double, i), ==, i / 4.0);
}

static void
add (const char *path, void (*test) (Painted *, gconstpointer))
{
  g_test_add (path, Painted, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/paint-pdf/sizes", test_sizes);
  add ("/paint-pdf/bookmarks", test_bookmarks);
  add ("/paint-pdf/deep-bookmarks", test_deep_bookmarks);
  add ("/paint-pdf/metadata", test_metadata);
  add ("/paint-pdf/little-metadata", test_little_metadata);
  add ("/paint-pdf/progress", test_progress);
  return g_test_run ();
}
