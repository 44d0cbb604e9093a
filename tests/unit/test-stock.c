/* Enters: the stocks, and pages as large as their labels. Leaves: proof that each label stands where the maker has it, on fronts
   and on backs, and that what is wrong in a file is told with its line. Lengths in millimetres. */
#include "sheet.h"
#include "sheet/labels.h"

#include <programme/programme.h>
#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.01

/* As the makers have them: two sources agree on each. */
static const struct
{
  const char *name;
  double sheet_width, sheet_height, width, height;
  guint columns, rows;
  double left, top, across, down;
} makers[] = {
  { "avery-l7418", 210, 297, 86, 55, 2, 4, 19, 38.5, 86, 55 },
  { "avery-l7414", 210, 297, 90, 52, 2, 5, 15, 18.5, 90, 52 },
  { "avery-l7163", 210, 297, 99.1, 38.1, 2, 7, 4.67, 15.15, 101.6, 38.1 },
  { "avery-l7165", 210, 297, 99.1, 67.7, 2, 4, 4.67, 13.04, 101.6, 67.73 },
  { "avery-l7160", 210, 297, 63.5, 38.1, 3, 7, 7.2, 15.15, 66.04, 38.1 },
  { "avery-c32011", 210, 297, 85, 54, 2, 5, 15, 13.5, 95, 54 },
  { "avery-c9362", 210, 297, 85, 54, 2, 5, 15, 13.5, 95, 54 },
  { "avery-c32015", 210, 297, 85, 54, 2, 4, 17, 31.5, 91, 60 },
  { "herma-4418", 210, 297, 63.5, 29.6, 3, 9, 7.21, 15.15, 66.04, 29.63 },
  { "avery-c91131", 210, 297, 91, 55, 2, 5, 14, 11, 91, 55 },
  { "avery-5395", 215.9, 279.4, 85.73, 59.27, 2, 4, 17.46, 14.82, 95.25, 63.5 },
  { "avery-5392", 215.9, 279.4, 101.6, 76.2, 2, 3, 6.35, 25.4, 101.6, 76.2 },
  { "avery-74541", 215.9, 279.4, 101.6, 76.2, 2, 3, 6.35, 25.4, 101.6, 76.2 },
  { "avery-5371", 215.9, 279.4, 88.9, 50.8, 2, 5, 19.05, 12.7, 88.9, 50.8 },
  { "avery-5163", 215.9, 279.4, 101.6, 50.8, 2, 5, 3.97, 12.7, 106.36, 50.8 },
  { "avery-5160", 215.9, 279.4, 66.68, 25.4, 3, 10, 4.76, 12.7, 69.85, 25.4 },
  { "avery-5305", 215.9, 279.4, 215.9, 127, 1, 2, 0, 12.7, 0, 127 },
  { "avery-5309", 279.4, 215.9, 279.4, 177.8, 1, 1, 0, 19.05, 0, 0 },
  { "a6-on-a4", 210, 297, 105, 148, 2, 2, 0, 0.5, 105, 148 },
  { "a7-on-a4", 297, 210, 74, 105, 4, 2, 0.5, 0, 74, 105 },
  { "card-90x55", 210, 297, 90, 55, 2, 5, 15, 11, 90, 55 },
  { "card-id-1", 210, 297, 85.6, 53.98, 2, 5, 19.4, 13.55, 85.6, 53.98 },
};

static PgArena *arena;

static const PgStock *
stock_of (const char *name)
{
  g_autoptr (GError) error = NULL;
  const PgStock *stock = pg_stock_read (arena, name, NULL, &error);
  g_assert_no_error (error);
  return stock;
}

/* Pages of a label's size with one thing on each, 2 mm from its edges. */
static Sheet *
labels_of (const PgStock *stock, guint n, double inset)
{
  Sheet *sheet = sheet_new (stock->width, stock->height);
  for (guint i = 0; i < n; i++)
    {
      PgPageRun *run = i == 0 ? sheet->run : sheet_add_run (sheet);
      PgBlock *fill = sheet_block (sheet, PG_BLOCK_FILL);
      fill->width = stock->width - 2 * inset;
      fill->height = stock->height - 2 * inset;
      run->over = sheet_block (sheet, PG_BLOCK_PLACED);
      pg_placed_add (run->over, inset, inset, fill->width, fill);
    }
  sheet_set (sheet);
  g_assert_cmpuint (sheet->pages->pages->len, ==, n);
  return sheet;
}

static void
assert_box (const PgItem *item, double x, double y, double width, double height)
{
  const double found[] = { item->x, item->y, item->width, item->height }, expected[] = { x, y, width, height };
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (found[i] / MM, expected[i], EPSILON);
}

static const PgItem *
item_of (const Sheet *sheet, guint page, guint item)
{
  return &g_array_index (pg_pages_get (sheet->pages, page)->items, PgItem, item);
}

static void
test_makers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      guint n = makers[i].columns * makers[i].rows;
      const PgStock *stock = stock_of (makers[i].name);
      g_autoptr (Sheet) sheet = labels_of (stock, n + 1, 2 * MM);
      pg_labels_place (sheet->pages, &(PgLabelWish){ .stock = stock });
      g_assert_cmpuint (sheet->pages->pages->len, ==, 2);
      g_assert_cmpfloat_with_epsilon (pg_pages_get (sheet->pages, 0)->width / MM, makers[i].sheet_width, EPSILON);
      g_assert_cmpfloat_with_epsilon (pg_pages_get (sheet->pages, 0)->height / MM, makers[i].sheet_height, EPSILON);
      for (guint label = 0; label < n; label++)
        assert_box (item_of (sheet, 0, label), makers[i].left + label % makers[i].columns * makers[i].across + 2,
                    makers[i].top + label / makers[i].columns * makers[i].down + 2, makers[i].width - 4,
                    makers[i].height - 4);
      assert_box (item_of (sheet, 1, 0), makers[i].left + 2, makers[i].top + 2, makers[i].width - 4,
                  makers[i].height - 4);
    }
}

/* All that come with the library are whole, are listed in order, and say what they are. */
static void
test_list (void)
{
  const char *const *names = programme_stock_list ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *line = programme_stock_describe (names[i], NULL);
      g_assert_true (i == 0 || strcmp (names[i - 1], names[i]) < 0);
      g_assert_nonnull (line);
      g_assert_nonnull (stock_of (names[i])->source);
      guint known = 0;
      for (guint k = 0; k < G_N_ELEMENTS (makers); k++)
        known += strcmp (makers[k].name, names[i]) == 0 ? 1 : 0;
      g_assert_cmpuint (known, ==, 1); /* its labels are held against the maker's */
    }
  g_autofree char *line = programme_stock_describe ("avery-8395", NULL);
  g_assert_cmpstr (line, ==, "85.73 x 59.27 mm, 2 x 4 on Letter: Avery 5395 name badges; also avery-8395");
}

/* The back of a label lies behind its front, whichever way the sheet is turned; by its short edge upside down. */
static void
test_backs (void)
{
  const PgStock *stock = stock_of ("avery-l7418");
  for (PgFlip flip = PG_FLIP_SHORT; flip <= PG_FLIP_LONG; flip++)
    {
      g_autoptr (Sheet) sheet = labels_of (stock, 10, 2 * MM);
      pg_labels_place (sheet->pages, &(PgLabelWish){ .stock = stock, .start = 5, .flip = flip });
      g_assert_cmpuint (sheet->pages->pages->len, ==, 4);
      for (guint label = 0; label < 3; label++)
        {
          const PgItem *front = item_of (sheet, 0, label), *back = item_of (sheet, 1, label);
          double x = stock->sheet_width - front->x - front->width, y = front->y;
          if (flip == PG_FLIP_SHORT)
            {
              x = front->x;
              y = stock->sheet_height - front->y - front->height;
            }
          assert_box (back, x / MM, y / MM, 82, 51);
        }
      assert_box (item_of (sheet, 0, 0), 19 + 86 + 2, 38.5 + 110 + 2, 82, 51);
      assert_box (item_of (sheet, 2, 0), 21, 40.5, 82, 51);
    }
}

static void
test_turned_text (void)
{
  const PgStock *stock = stock_of ("avery-l7418");
  g_autoptr (Sheet) sheet = labels_of (stock, 2, 2 * MM);
  PgItem text = { .kind = PG_ITEM_TEXT, .x = 10, .y = 20, .width = 30, .height = 5 };
  for (guint i = 0; i < 2; i++)
    g_array_append_val (pg_pages_get (sheet->pages, i)->items, text);
  pg_labels_place (sheet->pages, &(PgLabelWish){ .stock = stock, .flip = PG_FLIP_SHORT });
  const PgItem *back = item_of (sheet, 1, 1);
  g_assert_cmpuint (back->turned->quarters, ==, 2);
  g_assert_cmpfloat_with_epsilon (back->turned->width, stock->sheet_width, EPSILON);
  g_assert_cmpfloat_with_epsilon (back->x / MM, 210 - 19 - 86 + 10 / MM, EPSILON);
  g_assert_null (item_of (sheet, 0, 1)->turned);
}

static void
test_offset (void)
{
  const PgStock *stock = stock_of ("avery-l7414");
  g_autoptr (Sheet) sheet = labels_of (stock, 1, 2 * MM);
  pg_labels_place (sheet->pages, &(PgLabelWish){ .stock = stock, .x = 1.5 * MM, .y = -2 * MM });
  assert_box (item_of (sheet, 0, 0), 15 + 2 + 1.5, 18.5 + 2 - 2, 86, 48);
}

/* What touches an edge reaches 1 mm over it, but no more than half of the way to the next label. */
static void
test_bleed (void)
{
  const PgStock *stock = stock_of ("avery-l7418"), *apart = stock_of ("avery-c32011");
  g_autoptr (Sheet) touching = labels_of (stock, 2, 0), parted = labels_of (apart, 1, 0);
  pg_labels_place (touching->pages, &(PgLabelWish){ .stock = stock });
  pg_labels_place (parted->pages, &(PgLabelWish){ .stock = apart });
  assert_box (item_of (touching, 0, 0), 18, 37.5, 87, 56);
  assert_box (item_of (touching, 0, 1), 105, 37.5, 87, 56);
  assert_box (item_of (parted, 0, 0), 14, 12.5, 87, 55);
}

static void
test_cut_marks (void)
{
  const PgStock *stock = stock_of ("card-90x55");
  g_autoptr (Sheet) sheet = labels_of (stock, 2, 2 * MM);
  pg_labels_place (sheet->pages, &(PgLabelWish){ .stock = stock });
  const PgPage *page = pg_pages_get (sheet->pages, 0);
  g_assert_cmpuint (page->items->len, ==, 2 + 2 * 2 * 2 + 2 * 2 * 5);
  for (guint i = 2; i < page->items->len; i++)
    {
      const PgItem *mark = item_of (sheet, 0, i);
      gboolean is_beside = mark->x + mark->width < 15.1 * MM || mark->x > 194.9 * MM;
      g_assert_true (is_beside || mark->y + mark->height < 11.1 * MM || mark->y > 285.9 * MM);
      g_assert_cmpint (mark->artifact, !=, PG_ARTIFACT_NONE);
    }
}

/* Text of a file, and what is told of it; "" for nothing. */
static void
assert_told (const char *text, const char *expected)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "programme-test.stock", NULL);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_file_set_contents (path, text, -1, NULL);
  const PgStock *stock = pg_stock_read (arena, path, report, &error);
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      g_assert_cmpstr (programme_finding_get_code (finding), ==, "bad-stock");
      g_string_append_printf (told, "%u: %s\n", programme_finding_get_line (finding),
                              programme_finding_get_message (finding));
    }
  g_assert_cmpstr (told->str, ==, expected);
  g_assert_true ((stock != NULL) == (expected[0] == '\0'));
  g_assert_true (stock != NULL || g_error_matches (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID));
}

#define OURS "name = Ours\nsheet = A4\nwidth = 86mm\nheight = 55mm\ncolumns = 2\nrows = 4\n"

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  assert_told (OURS "left = 19mm\ntop = 38.5mm\n", "");
  assert_told (
      OURS "left = 39mm\ntop = 38.5mm\n",
      "3: the labels end 211.00 mm from the sheet's edge, and the sheet has 210.00 mm: correct width, left or the "
      "sheet\n");
  assert_told (OURS "left = 19mm\ntop = 38.5mm\nacross = 80mm\nwidht = 3mm\nleft = 2mm\ndown = many\nnonsense\n",
               "10: a stock has no key “widht”; did you mean “width”?\n"
               "11: left stands there twice: keep one\n"
               "12: down: “many” is not understood; expected a length such as 55mm\n"
               "13: a line of a stock is key = value, such as width = 86mm\n");
  assert_told (
      OURS "left = 19mm\ntop = 38.5mm\nacross = 80mm\n",
      "9: across: labels of 86.00 mm, 80.00 mm from one to the next, lie on each other: correct one of the two\n");
  assert_told ("name = Ours\nwidth = 86mm\nheight = 55mm\ncolumns = 0\nrows = 4\nleft = 1mm\ntop = 1mm\n",
               "1: sheet is missing: add sheet = …, A4, Letter or a size such as 297x210mm\n"
               "4: columns: “0” is not understood; expected a whole number from 1 to 100\n");
  assert_told ("\xFF", "1: this is no text in UTF-8, and so no stock\n");
  g_assert_null (pg_stock_read (arena, "avery-l7148", NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "did you mean “avery-l7418”?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = pg_arena_new ();
  g_test_add_func ("/stock/makers", test_makers);
  g_test_add_func ("/stock/list", test_list);
  g_test_add_func ("/stock/backs", test_backs);
  g_test_add_func ("/stock/turned-text", test_turned_text);
  g_test_add_func ("/stock/offset", test_offset);
  g_test_add_func ("/stock/bleed", test_bleed);
  g_test_add_func ("/stock/cut-marks", test_cut_marks);
  g_test_add_func ("/stock/files", test_files);
  int status = g_test_run ();
  pg_arena_free (arena);
  return status;
}
