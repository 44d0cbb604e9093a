/* Enters: elements, and which parts of which pages are in them. Leaves: whether PDF's structure tree of them says so: elements
   in order, their parts, their attributes, and the ways back from parts to elements. */
#include "pdf/tree.h"
#include "small-pdf.h"

#include <string.h>

/* Three pages, and an annotation, which is object 7. */
static const char three_pages[]
    = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
      "2 0 obj\n<< /Type /Pages /Kids [ 3 0 R 4 0 R 5 0 R ] /Count 3 >>\nendobj\n"
      "3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n"
      "5 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n6 0 obj\n<< /Title (t) >>\nendobj\n"
      "7 0 obj\n<< /Type /Annot >>\nendobj\n";
#define ANNOTATION 1 /* in the file that is written */

typedef struct
{
  PgTree *tree;
  GBytes *source, *pdf;
  qpdf_data qpdf; /* first of the source, then of what was written */
  PgPages pages;
  PgPage sheets[3];
  GArray *told; /* double */
} Grove;

static void
set_up (Grove *grove, gconstpointer data)
{
  (void) data;
  grove->source = small_pdf (three_pages);
  grove->qpdf = small_pdf_open (grove->source);
  pg_qpdf_set_number (grove->qpdf, qpdf_get_trailer (grove->qpdf), "/Info", 6);
  grove->tree = pg_tree_new ();
  grove->told = g_array_new (FALSE, FALSE, sizeof (double));
  grove->pages.pages = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (grove->sheets); i++)
    {
      grove->sheets[i] = (PgPage){ .width = 100, .height = 200, .items = g_array_new (FALSE, TRUE, sizeof (PgItem)) };
      g_ptr_array_add (grove->pages.pages, &grove->sheets[i]);
    }
}

static void
tear_down (Grove *grove, gconstpointer data)
{
  (void) data;
  pg_qpdf_close (grove->qpdf);
  g_bytes_unref (grove->source);
  g_bytes_unref (grove->pdf);
  pg_tree_free (grove->tree);
  g_ptr_array_unref (grove->pages.pages);
  for (guint i = 0; i < G_N_ELEMENTS (grove->sheets); i++)
    g_array_unref (grove->sheets[i].items);
  g_array_unref (grove->told);
}

static void
tell (double fraction, const char *stage, gpointer told)
{
  (void) stage;
  g_array_append_val ((GArray *) told, fraction);
}

static void
write_tree (Grove *grove)
{
  GByteArray *written = g_byte_array_new ();
  PgProgress *progress = pg_progress_new (tell, grove->told, NULL);
  PgWatch watch = pg_watch_new (NULL, progress, "write");
  PgSink sink;
  pg_sink_init (&sink, pg_sink_keep, written, &watch);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  for (int number = 3; number <= 5; number++)
    g_array_append_val (numbers, number);
  g_autoptr (PgWriter) writer = pg_writer_new (grove->qpdf, "1.7", NULL, &sink);
  g_assert_cmpint (pg_writer_number (writer, 7), ==, ANNOTATION);
  pg_tree_write (grove->tree, writer, grove->qpdf, &grove->pages, numbers, "en");
  g_assert_true (pg_writer_finish (writer));
  g_assert_true (pg_sink_end (&sink, NULL));
  pg_qpdf_close (grove->qpdf);
  pg_progress_unref (progress);
  grove->pdf = g_byte_array_free_to_bytes (written);
  grove->qpdf = small_pdf_open_sound (grove->pdf);
}

static qpdf_oh
key_of (const Grove *grove, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_get_key (grove->qpdf, dictionary, key);
}

static gboolean
has (const Grove *grove, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_has_key (grove->qpdf, dictionary, key);
}

/* The page's place, from 0, or -1. */
static int
page_of (const Grove *grove, qpdf_oh page)
{
  for (guint i = 0; i < 3; i++)
    if (qpdf_oh_get_object_id (grove->qpdf, qpdf_get_page_n (grove->qpdf, i))
        == qpdf_oh_get_object_id (grove->qpdf, page))
      return (int) i;
  return -1;
}

static void put_element (const Grove *grove, qpdf_oh element, GString *out);

/* A sequence is PAGE.MCID, an annotation @PAGE; page is the element's. */
static void
put_kid (const Grove *grove, qpdf_oh parent, qpdf_oh kid, GString *out)
{
  if (qpdf_oh_is_integer (grove->qpdf, kid))
    g_string_append_printf (out, " %d.%d", page_of (grove, key_of (grove, parent, "/Pg")),
                            qpdf_oh_get_int_value_as_int (grove->qpdf, kid));
  else if (has (grove, kid, "/MCID"))
    g_string_append_printf (out, " (%d.%d)", page_of (grove, key_of (grove, kid, "/Pg")),
                            qpdf_oh_get_int_value_as_int (grove->qpdf, key_of (grove, kid, "/MCID")));
  else if (has (grove, kid, "/Obj"))
    g_string_append_printf (out, " @%d", page_of (grove, key_of (grove, kid, "/Pg")));
  else
    {
      g_assert_cmpint (qpdf_oh_get_object_id (grove->qpdf, key_of (grove, kid, "/P")), ==,
                       qpdf_oh_get_object_id (grove->qpdf, parent));
      g_string_append_c (out, ' ');
      put_element (grove, kid, out);
    }
}

static void
put_element (const Grove *grove, qpdf_oh element, GString *out)
{
  static const char *const keys[] = { "/Lang", "/ID", "/A", "/Alt" };
  g_string_append (out, qpdf_oh_get_name (grove->qpdf, key_of (grove, element, "/S")) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (has (grove, element, keys[i]))
      g_string_append_printf (out, " %s=%s", keys[i] + 1,
                              qpdf_oh_unparse_resolved (grove->qpdf, key_of (grove, element, keys[i])));
  qpdf_oh kids = key_of (grove, element, "/K");
  g_string_append (out, " {");
  if (qpdf_oh_is_array (grove->qpdf, kids))
    for (int i = 0; i < qpdf_oh_get_array_n_items (grove->qpdf, kids); i++)
      put_kid (grove, element, qpdf_oh_get_array_item (grove->qpdf, kids, i), out);
  else if (has (grove, element, "/K"))
    put_kid (grove, element, kids, out);
  g_string_append (out, " }");
}

static qpdf_oh
root_of (const Grove *grove)
{
  return key_of (grove, qpdf_get_root (grove->qpdf), "/StructTreeRoot");
}

static void
assert_tree (const Grove *grove, const char *wanted)
{
  g_autoptr (GString) found = g_string_new (NULL);
  put_element (grove, key_of (grove, root_of (grove), "/K"), found);
  g_assert_cmpstr (found->str, ==, wanted);
}

/* The parent tree: for each key the names of the elements that it leads to. */
static void
assert_parents (const Grove *grove, const char *wanted)
{
  qpdf_data qpdf = grove->qpdf;
  qpdf_oh numbers = key_of (grove, key_of (grove, root_of (grove), "/ParentTree"), "/Nums");
  g_autoptr (GString) found = g_string_new (NULL);
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, numbers); i += 2)
    {
      qpdf_oh value = qpdf_oh_get_array_item (qpdf, numbers, i + 1);
      g_string_append_printf (found, "%s%d:", i > 0 ? " " : "",
                              qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_array_item (qpdf, numbers, i)));
      if (!qpdf_oh_is_array (qpdf, value))
        g_string_append (found, qpdf_oh_get_name (qpdf, key_of (grove, value, "/S")));
      else
        for (int k = 0; k < qpdf_oh_get_array_n_items (qpdf, value); k++)
          g_string_append (found,
                           qpdf_oh_get_name (qpdf, key_of (grove, qpdf_oh_get_array_item (qpdf, value, k), "/S")));
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

/* Elements come with those around them, in the order of their first parts; what stands on a second page says so. */
static void
test_pages (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement part = { .role = PG_ROLE_SECT }, one = { .role = PG_ROLE_P, .parent = &part };
  PgElement two = { .role = PG_ROLE_H1, .parent = &part }, three = { .role = PG_ROLE_P };
  pg_tree_add_sequence (grove->tree, &one, 0);
  pg_tree_add_sequence (grove->tree, &two, 0);
  pg_tree_add_sequence (grove->tree, &one, 0);
  pg_tree_add_sequence (grove->tree, &one, 2);
  pg_tree_add_sequence (grove->tree, &three, 2);
  g_assert_true (pg_tree_has (grove->tree, &part));
  g_assert_false (pg_tree_has (grove->tree, &(PgElement){ .role = PG_ROLE_P }));
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { Sect { P { 0.0 0.2 (2.0) } H1 { 0.1 } } P { 2.1 } }");
  assert_parents (grove, "0:/P/H1/P 1: 2:/P/P");
  assert_notation (grove->qpdf, key_of (grove, root_of (grove), "/ParentTreeNextKey"), "3");
  g_assert_false (has (grove, root_of (grove), "/IDTree"));
}

/* In the order of reading no level of headings is left out, and those of one level stay of one level. */
static void
test_headings (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement left = { .role = PG_ROLE_SECT }, right = { .role = PG_ROLE_SECT };
  static const struct
  {
    gboolean is_right;
    PgRole role;
    guint page;
  } cases[] = { { FALSE, PG_ROLE_H1, 0 }, { FALSE, PG_ROLE_H2, 0 }, { TRUE, PG_ROLE_H2, 0 },
                { TRUE, PG_ROLE_H4, 0 },  { FALSE, PG_ROLE_H3, 1 }, { FALSE, PG_ROLE_H4, 1 },
                { TRUE, PG_ROLE_H6, 1 },  { TRUE, PG_ROLE_H4, 1 },  { TRUE, PG_ROLE_H3, 2 } };
  PgElement headings[G_N_ELEMENTS (cases)];
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      headings[i] = (PgElement){ .role = cases[i].role, .parent = cases[i].is_right ? &right : &left };
      pg_tree_add_sequence (grove->tree, &headings[i], cases[i].page);
    }
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { Sect { H1 { 0.0 } H2 { 0.1 } H3 { 1.0 } H4 { 1.1 } }"
                      " Sect { H2 { 0.2 } H3 { 0.3 } H4 { 1.2 } H3 { 1.3 } H3 { 2.0 } } }");
}

static void
test_annotations (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement text = { .role = PG_ROLE_P }, link = { .role = PG_ROLE_LINK, .parent = &text };
  pg_tree_add_sequence (grove->tree, &link, 1);
  g_assert_cmpuint (pg_tree_add_annotation (grove->tree, &link, 1, ANNOTATION, 3), ==, 3);
  pg_tree_add_sequence (grove->tree, &link, 2);
  g_assert_cmpuint (pg_tree_add_annotation (grove->tree, &link, 2, ANNOTATION, 3), ==, 4);
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { P { Link { 1.0 @1 (2.0) @2 } } }");
  assert_parents (grove, "0: 1:/Link 2:/Link 3:/Link 4:/Link");
  assert_notation (grove->qpdf, key_of (grove, root_of (grove), "/ParentTreeNextKey"), "5");
}

/* A language is told where it is another than around it. */
static void
test_languages (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement english = { .role = PG_ROLE_SECT, .language = "en" }, korean = { .role = PG_ROLE_SECT, .language = "ko" };
  PgElement plain = { .role = PG_ROLE_P, .parent = &korean };
  PgElement within[] = { { .role = PG_ROLE_SPAN, .parent = &plain, .language = "ko" },
                         { .role = PG_ROLE_SPAN, .parent = &plain, .language = "en" },
                         { .role = PG_ROLE_P, .parent = &english, .language = "ko" } };
  for (guint i = 0; i < G_N_ELEMENTS (within); i++)
    pg_tree_add_sequence (grove->tree, &within[i], 0);
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { Sect Lang=(ko) { P { Span { 0.0 } Span Lang=(en) { 0.1 } } }"
                      " Sect { P Lang=(ko) { 0.2 } } }");
}

static PgElement *
row_of (PgElement *row, PgElement *cells, guint n)
{
  row->cells = g_new (PgElement *, n);
  row->n_cells = n;
  for (guint i = 0; i < n; i++)
    {
      cells[i].parent = row;
      row->cells[i] = &cells[i];
    }
  return row;
}

#define CELL(is, in)                                                                                                   \
  {                                                                                                                    \
    .role = PG_ROLE_##is, .column = (in), .columns = 1, .rows = 1                                                      \
  }

/* A row has its cells with it, empty ones too; each is headed by its column's and its row's. */
static void
test_tables (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement table = { .role = PG_ROLE_TABLE }, head = { .role = PG_ROLE_THEAD, .parent = &table };
  PgElement body = { .role = PG_ROLE_TBODY, .parent = &table };
  PgElement top = { .role = PG_ROLE_TR, .parent = &head },
            rows[] = { { .role = PG_ROLE_TR, .parent = &body }, { .role = PG_ROLE_TR, .parent = &body } };
  PgElement heads[2] = { CELL (TH, 0), CELL (TH, 1) };
  PgElement first[3] = { CELL (TH, 0), CELL (TD, 1), CELL (TD, 2) };
  PgElement second[2] = { CELL (TD, 0), CELL (TD, 1) };
  table.head = row_of (&top, heads, 2);
  row_of (&rows[0], first, 3);
  row_of (&rows[1], second, 2);
  pg_tree_add_sequence (grove->tree, &heads[1], 0);
  pg_tree_add_sequence (grove->tree, &first[1], 0);
  pg_tree_add_sequence (grove->tree, &second[0], 1);
  write_tree (grove);
#define COLUMN "A=<< /O /Table /Scope /Column >>"
#define ROW "A=<< /O /Table /Scope /Row >>"
#define HEADED(by) "A=<< /Headers [ " by " ] /O /Table >>"
  assert_tree (
      grove,
      "Document Lang=(en) { Table {"
      " THead { TR { TH ID=(i000001) " COLUMN " { } TH ID=(i000002) " COLUMN " { 0.0 } } }"
      " TBody { TR { TH ID=(i000003) " ROW " { } TD " HEADED (
          "(i000002) (i000003)") " { 0.1 }"
                                 " TD " HEADED ("(i000003)") " { } }"
                                                             " TR { TD " HEADED ("(i000001)") " { 1.0 } TD " HEADED (
                                                                 "(i000002)") " { } } } } }");
  g_assert_cmpint (
      qpdf_oh_get_array_n_items (grove->qpdf, key_of (grove, key_of (grove, root_of (grove), "/IDTree"), "/Names")), ==,
      6);
  g_free (top.cells);
  g_free (rows[0].cells);
  g_free (rows[1].cells);
}

/* Cells that nothing heads say nothing of heads. */
static void
test_headless (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement table = { .role = PG_ROLE_TABLE }, row = { .role = PG_ROLE_TR, .parent = &table };
  PgElement cells[2] = { { .role = PG_ROLE_TD }, { .role = PG_ROLE_TD } };
  row_of (&row, cells, 2);
  pg_tree_add_sequence (grove->tree, &cells[1], 0);
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { Table { TR { TD { } TD { 0.0 } } } }");
  g_free (row.cells);
}

/* A figure says where it stands, upwards from its page's foot, and what it shows; a list and a note what they are. */
static void
test_attributes (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement figure = { .role = PG_ROLE_FIGURE, .alt = "An (old) anchor" }, other = { .role = PG_ROLE_FIGURE };
  PgElement list = { .role = PG_ROLE_L }, note = { .role = PG_ROLE_NOTE };
  PgItem items[] = { { .kind = PG_ITEM_IMAGE, .element = &other, .x = 1, .y = 1, .width = 1, .height = 1 },
                     { .kind = PG_ITEM_IMAGE, .element = &figure, .x = 10, .y = 20, .width = 30, .height = 40 },
                     { .kind = PG_ITEM_IMAGE, .element = &figure, .x = 0, .y = 0, .width = 3, .height = 4 } };
  g_array_append_vals (grove->sheets[1].items, items, G_N_ELEMENTS (items));
  pg_tree_add_sequence (grove->tree, &figure, 1);
  pg_tree_add_sequence (grove->tree, &list, 1);
  pg_tree_add_sequence (grove->tree, &note, 1);
  write_tree (grove);
  assert_tree (grove, "Document Lang=(en) { Figure A=<< /BBox [ 10 140 40 180 ] /O /Layout /Placement /Block >>"
                      " Alt=(An \\(old\\) anchor) { 1.0 } L A=<< /ListNumbering /None /O /List >> { 1.1 }"
                      " Note ID=(i000001) { 1.2 } }");
}

/* The tree is the part from 0.3 to 0.5 of the work, element by element. */
static void
test_progress (Grove *grove, gconstpointer data)
{
  (void) data;
  PgElement elements[8] = { { .role = PG_ROLE_P } };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      elements[i].role = PG_ROLE_P;
      pg_tree_add_sequence (grove->tree, &elements[i], 0);
    }
  write_tree (grove);
  for (guint i = 0; i < grove->told->len; i++)
    {
      double fraction = g_array_index (grove->told, double, i);
      g_assert_cmpfloat (fraction, >=, 0.3);
      n += fraction < 0.5;
      g_assert_cmpfloat (fraction - (i > 0 ? g_array_index (grove->told, double, i - 1) : 0.3), <, 0.1);
    }
  g_assert_cmpuint (n, ==, 9); /* they and the document */
}

static void
add (const char *path, void (*test) (Grove *, gconstpointer))
{
  g_test_add (path, Grove, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/tree/pages", test_pages);
  add ("/tree/headings", test_headings);
  add ("/tree/annotations", test_annotations);
  add ("/tree/languages", test_languages);
  add ("/tree/tables", test_tables);
  add ("/tree/headless", test_headless);
  add ("/tree/attributes", test_attributes);
  add ("/tree/progress", test_progress);
  return g_test_run ();
}
