/* Enters: numbers of pages, and ways to put them on sheets. Leaves: proof that sheets which are printed, folded, gathered and cut as
   printers do it have the pages in order, upright and behind each other; that inner sheets move as thick as the outer ones are;
   that marks stand outside the bleed, where the sheet has room. */
#include "base/report.h"
#include "base/units.h"
#include "findings.h"
#include "sheet/impose.h"

#include <string.h>

#define MM PG_POINTS_PER_MM
#define MOST_PAGES 1000

typedef struct
{
  PgImposeWish wish;
  PgImposePage pages[MOST_PAGES];
  guint n;
  PgImposed imposed;
  ProgrammeReport *report;
} Print;

static void
print_clear (Print *print)
{
  pg_imposed_clear (&print->imposed);
  programme_report_unref (print->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

/* Pages of a size in millimetres. */
static void
print_init (Print *print, PgImposeWay way, const char *sheet, guint n, double width, double height)
{
  *print = (Print){ .n = n, .report = programme_report_new () };
  print->wish = (PgImposeWish){ .way = way, .flip = PG_FLIP_SHORT, .sheet = sheet, .signature = 16, .last = 1 };
  print->wish.job = "job";
  print->wish.made_on = "2031-05-05";
  for (guint i = 0; i < n; i++)
    print->pages[i] = (PgImposePage){ width * MM, height * MM, 0 };
}

static void
print_impose (Print *print)
{
  GError *error = NULL;
  pg_impose (&print->wish, print->pages, print->n, "in.pdf", &print->imposed, print->report, &error);
  g_assert_no_error (error);
}

/* Paper. A side is looked at from the front, or from behind after turning the sheet around an axis from head to foot, as the
   leaf of a book is turned. */
typedef struct
{
  guint page;
  double x, y; /* as looked at */
  gboolean is_upright;
} Seen;

/* Whether the printer's flip turns the sheet around an axis from head to foot: then its image of the back is seen as it is; else
   upside down. */
static gboolean
is_flipped_sideways (const PgSheet *sheet, PgFlip flip)
{
  gboolean short_edges_stand = sheet->width >= sheet->height;
  return short_edges_stand == (flip == PG_FLIP_SHORT);
}

static Seen
see (const PgSheet *sheet, guint index, gboolean is_back, PgFlip flip)
{
  const PgShown *shown = &g_array_index (sheet->shown, PgShown, index);
  Seen seen = { shown->page, shown->x, shown->y, TRUE };
  guint half_turns = (sheet->turned ? 1u : 0u) + (is_back && !is_flipped_sideways (sheet, flip) ? 1u : 0u);
  for (guint i = 0; i < half_turns; i++)
    {
      seen.x = sheet->width - seen.x - shown->width;
      seen.y = sheet->height - seen.y - shown->height;
      seen.is_upright = !seen.is_upright;
    }
  return seen;
}

/* The page on one half of a side, as it is looked at; PG_BLANK if it is blank. */
static guint
half_of (const PgSheet *sheet, gboolean is_back, PgFlip flip, gboolean left)
{
  for (guint i = 0; i < sheet->shown->len; i++)
    {
      Seen seen = see (sheet, i, is_back, flip);
      const PgShown *shown = &g_array_index (sheet->shown, PgShown, i);
      if ((seen.x + shown->width / 2 < sheet->width / 2) != left)
        continue;
      g_assert_true (seen.is_upright);
      return seen.page;
    }
  return PG_BLANK;
}

/* A nested set of sheets, whose first one is outside, is read from its spine: what is on the right halves, or on the left ones where
   the spine is on the right; then back on the other halves. */
static void
read_signature (const Print *print, guint first, guint n_sheets, GArray *read)
{
  PgFlip flip = print->wish.flip;
  gboolean left = print->wish.bind_right;
  for (guint i = 0; i < n_sheets; i++)
    {
      guint pages[] = { half_of (pg_sheets_get (print->imposed.sheets, 2 * (first + i)), FALSE, flip, left),
                        half_of (pg_sheets_get (print->imposed.sheets, 2 * (first + i) + 1), TRUE, flip, !left) };
      g_array_append_vals (read, pages, 2);
    }
  for (guint i = n_sheets; i-- > 0;)
    {
      guint pages[] = { half_of (pg_sheets_get (print->imposed.sheets, 2 * (first + i) + 1), TRUE, flip, left),
                        half_of (pg_sheets_get (print->imposed.sheets, 2 * (first + i)), FALSE, flip, !left) };
      g_array_append_vals (read, pages, 2);
    }
}

/* n pages in order, the last on the back of the whole, and blanks only before that. */
static void
assert_in_order (const GArray *read, guint n)
{
  guint next = 0;
  g_assert_cmpuint (read->len, ==, (n + 3) / 4 * 4);
  for (guint i = 0; i < read->len; i++)
    {
      guint page = g_array_index (read, guint, i);
      if (page == PG_BLANK)
        g_assert_cmpuint (next, ==, n - 1);
      else
        g_assert_cmpuint (page, ==, next++);
    }
  g_assert_cmpuint (next, ==, n);
  g_assert_cmpuint (g_array_index (read, guint, read->len - 1), ==, n - 1);
}

/* Fronts and backs of one leaf cover each other; each page is moved towards the fold by the sheets outside it. */
static void
assert_moved (const Print *print, guint sheet, guint depth)
{
  double away = print->wish.mill - depth * print->wish.caliper;
  for (guint side = 0; side < 2; side++)
    {
      const PgSheet *shows = pg_sheets_get (print->imposed.sheets, 2 * sheet + side);
      for (guint i = 0; i < shows->shown->len; i++)
        {
          const PgShown *shown = &g_array_index (shows->shown, PgShown, i);
          gboolean is_left = shown->clip.left == 0;
          double edge = is_left ? shows->width / 2 - shown->x - shown->width : shown->x - shows->width / 2;
          g_assert_cmpfloat_with_epsilon (edge, away, 0.01 * MM);
          g_assert_cmpfloat_with_epsilon (shown->y, (shows->height - shown->height) / 2, 1e-6);
          g_assert_cmpfloat (is_left ? shown->clip.right : shown->clip.left, ==, shows->width / 2);
        }
    }
}

static void
assert_booklet (const Print *print)
{
  guint n_all = (print->n + 3) / 4, of_one = print->wish.way == PG_IMPOSE_SADDLE ? n_all : print->wish.signature / 4;
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (guint));
  g_assert_cmpuint (print->imposed.sheets->len, ==, 2 * n_all);
  for (guint first = 0; first < n_all; first += of_one)
    {
      guint n = MIN (of_one, n_all - first);
      read_signature (print, first, n, read);
      for (guint i = 0; i < n; i++)
        assert_moved (print, first + i, i);
    }
  assert_in_order (read, print->n);
}

static void
test_folded (void)
{
  static const guint signatures[] = { 0, 8, 16, 32 };
  for (guint n = 1; n <= 200; n++)
    for (guint variant = 0; variant < 32; variant++)
      {
        guint signature = signatures[variant / 8];
        gboolean is_upright = variant % 2 == 1;
        g_auto (Print) print;
        print_init (&print, signature == 0 ? PG_IMPOSE_SADDLE : PG_IMPOSE_PERFECT, is_upright ? "212x240mm" : "SRA4", n,
                    is_upright ? 99 : 148, 210);
        print.wish.signature = signature;
        print.wish.flip = variant / 2 % 2 == 0 ? PG_FLIP_SHORT : PG_FLIP_LONG;
        print.wish.bind_right = variant / 4 % 2 == 1;
        print.wish.caliper = 0.1 * MM;
        print.wish.mill = signature > 0 ? 3 * MM : 0;
        print_impose (&print);
        const PgSheet *front = pg_sheets_get (print.imposed.sheets, 0), *back = pg_sheets_get (print.imposed.sheets, 1);
        g_assert_true ((front->width < front->height) == is_upright);
        g_assert_false (front->turned);
        g_assert_true (back->turned == (is_upright == (print.wish.flip == PG_FLIP_SHORT)));
        assert_booklet (&print);
      }
}

/* As the formulas have it: sixteen pages on four sheets. */
static void
test_sixteen (void)
{
  static const guint wanted[8][2]
      = { { 16, 1 }, { 2, 15 }, { 14, 3 }, { 4, 13 }, { 12, 5 }, { 6, 11 }, { 10, 7 }, { 8, 9 } };
  g_auto (Print) print;
  print_init (&print, PG_IMPOSE_SADDLE, "SRA4", 16, 148, 210);
  print_impose (&print);
  for (guint i = 0; i < 8; i++)
    for (guint k = 0; k < 2; k++)
      {
        const GArray *shown = pg_sheets_get (print.imposed.sheets, i)->shown;
        g_assert_cmpuint (g_array_index (shown, PgShown, k).page + 1, ==, wanted[i][k]);
      }
}

/* Of two pages that stay last, blanks stand before both. */
static void
test_last (void)
{
  g_auto (Print) print;
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (guint));
  print_init (&print, PG_IMPOSE_SADDLE, "SRA4", 6, 148, 210);
  print.wish.last = 2;
  print_impose (&print);
  read_signature (&print, 0, 2, read);
  static const guint wanted[] = { 0, 1, 2, 3, PG_BLANK, PG_BLANK, 4, 5 };
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (g_array_index (read, guint, i), ==, wanted[i]);
}

/* The cover's sheet is apart, and the sheets inside are moved as if it were there; around a glued block it has a spine. */
static void
test_own_cover (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Print) print;
      print_init (&print, i == 0 ? PG_IMPOSE_SADDLE : PG_IMPOSE_PERFECT, "SRA3", 35, 148, 210);
      print.wish.own_cover = TRUE;
      print.wish.caliper = 0.1 * MM;
      print.wish.marks = PG_IMPOSE_MARK_COLLATION | PG_IMPOSE_MARK_SHEET;
      print_impose (&print);
      static const guint cover[] = { 34, 0, 1, PG_BLANK };
      const PgSheet *front = pg_sheets_get (print.imposed.cover, 0), *back = pg_sheets_get (print.imposed.cover, 1);
      g_assert_cmpuint (print.imposed.cover->len, ==, 2);
      g_assert_cmpuint (g_array_index (front->shown, PgShown, 0).page, ==, cover[0]);
      g_assert_cmpuint (g_array_index (front->shown, PgShown, 1).page, ==, cover[1]);
      g_assert_cmpuint (front->marks->len, ==, 0);
      g_assert_nonnull (strstr (front->slug, i == 0 ? "pages 35, 1 of 35, saddle, cover · creep 0.00 mm"
                                                    : "pages 35, 1 of 35, perfect, cover · creep 0.00 mm"));
      g_assert_cmpuint (back->shown->len, ==, 1);
      g_assert_cmpuint (g_array_index (back->shown, PgShown, 0).page, ==, cover[2]);
      double spine = i == 0 ? 0 : 32 / 2 * 0.1 * MM;
      g_assert_cmpfloat_with_epsilon (g_array_index (front->shown, PgShown, 1).x, front->width / 2 + spine / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (front->trim.right - front->trim.left, 2 * 148 * MM + spine, 1e-6);
      g_assert_cmpuint (print.imposed.sheets->len, ==, 16);
      const PgShown *first = &g_array_index (pg_sheets_get (print.imposed.sheets, 0)->shown, PgShown, 1);
      g_assert_cmpuint (first->page, ==, 2);
      g_assert_cmpfloat_with_epsilon (first->x, front->width / 2 - (i == 0 ? 0.1 * MM : 0), 1e-6);
    }
}

/* Grids */

/* The page that lies behind one that is seen, or PG_BLANK. */
static guint
behind (const PgSheet *back, PgFlip flip, Seen front, double width)
{
  for (guint i = 0; i < back->shown->len; i++)
    {
      Seen seen = see (back, i, TRUE, flip);
      g_assert_true (seen.is_upright);
      if (ABS (back->width - seen.x - width - front.x) < 0.01 && ABS (seen.y - front.y) < 0.01)
        return seen.page;
    }
  return PG_BLANK;
}

/* Cuts all sheets at once, puts the stacks on each other, place by place, and turns the leaves. */
static GArray *
cut_and_read (const Print *print, guint n_places)
{
  GArray *read = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_sides = print->wish.flip == PG_FLIP_NONE ? 1 : 2, n_sheets = print->imposed.sheets->len / n_sides;
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < n_sheets; i++)
      {
        const PgSheet *sheet = pg_sheets_get (print->imposed.sheets, n_sides * i);
        if (place >= sheet->shown->len)
          continue;
        Seen seen = see (sheet, place, FALSE, print->wish.flip);
        g_array_append_val (read, seen.page);
        guint other = n_sides == 1 ? PG_BLANK
                                   : behind (pg_sheets_get (print->imposed.sheets, 2 * i + 1), print->wish.flip, seen,
                                             print->pages[0].width);
        if (other != PG_BLANK)
          g_array_append_val (read, other);
      }
  return read;
}

static void
test_cut_and_stack (void)
{
  static const struct
  {
    const char *sheet;
    double width, height;
    guint columns, rows;
  } grids[] = { { "A4", 85, 55, 2, 4 }, { "A4", 55, 85, 3, 3 }, { "A3", 85, 55, 3, 2 } };
  for (guint n = 1; n <= 500; n++)
    for (guint variant = 0; variant < 9; variant++)
      {
        guint grid = variant / 3, n_sides = variant % 3 == PG_FLIP_NONE ? 1 : 2;
        g_auto (Print) print;
        print_init (&print, PG_IMPOSE_CUTSTACK, grids[grid].sheet, n * n_sides, grids[grid].width, grids[grid].height);
        print.wish.columns = grids[grid].columns;
        print.wish.rows = grids[grid].rows;
        print.wish.gap = 6 * MM;
        print.wish.flip = (PgFlip) (variant % 3);
        print_impose (&print);
        guint n_places = grids[grid].columns * grids[grid].rows;
        g_assert_cmpuint (print.imposed.sheets->len, ==, (n + n_places - 1) / n_places * n_sides);
        g_autoptr (GArray) read = cut_and_read (&print, n_places);
        g_assert_cmpuint (read->len, ==, n * n_sides);
        for (guint i = 0; i < read->len; i++)
          g_assert_cmpuint (g_array_index (read, guint, i), ==, i);
      }
}

/* Row by row, from the left, or from the right where that is read first; the sheet is filled where nothing is said. */
static void
test_nup (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Print) print;
      print_init (&print, PG_IMPOSE_NUP, "A4", 11, 85, 55);
      print.wish.flip = PG_FLIP_NONE;
      print.wish.gap = 6 * MM;
      print.wish.bind_right = i == 1;
      print_impose (&print);
      g_assert_cmpuint (print.imposed.sheets->len, ==, 2);
      const PgSheet *sheet = pg_sheets_get (print.imposed.sheets, 0);
      g_assert_cmpuint (sheet->shown->len, ==, 9); /* three by three, lying */
      for (guint k = 0; k < 9; k++)
        {
          const PgShown *shown = &g_array_index (sheet->shown, PgShown, k);
          guint column = i == 0 ? k % 3 : 2 - k % 3;
          g_assert_cmpuint (shown->page, ==, k);
          g_assert_cmpfloat_with_epsilon (shown->x, (15 + column * 91) * MM, 0.01);
          g_assert_cmpfloat_with_epsilon (shown->y, (16.5 + k / 3 * 61) * MM, 0.01);
        }
    }
}

/* Sizes */

static void
assert_refused (Print *print, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (pg_impose (&print->wish, print->pages, print->n, "in.pdf", &print->imposed, print->report, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  if (strstr (error->message, words) == NULL)
    g_assert_cmpstr (error->message, ==, words);
}

static void
test_too_small (void)
{
  static const struct
  {
    const char *sheet;
    double width, height, bleed;
    PgImposeWay way;
    guint columns;
    const char *words;
  } cases[] = {
    { "A5", 148, 210, 0, PG_IMPOSE_SADDLE, 0, "sheet=A5 is too small" },
    { "A5", 148, 210, 0, PG_IMPOSE_SADDLE, 0,
      "take 296x210mm, and nothing is scaled; the smallest sheet that does is A4" },
    { "A4", 148, 210, 3, PG_IMPOSE_SADDLE, 0,
      "with their bleed take 302x216mm, and nothing is scaled; the smallest sheet that "
      "does is SRA4" },
    { "A4", 210, 297, 3, PG_IMPOSE_PERFECT, 0, "the smallest sheet that does is RA3" },
    { "A4", 215.9, 279.4, 3, PG_IMPOSE_SADDLE, 0, "the smallest sheet that does is 12x18in" },
    { "A4", 105, 148, 0, PG_IMPOSE_NUP, 3, "the smallest sheet that does is SRA3" },
    { "A4", 800, 1200, 0, PG_IMPOSE_SADDLE, 0, "the smallest sheet that does is 1600x1200mm" },
    { NULL, 800, 1200, 0, PG_IMPOSE_SADDLE, 0, "no sheet has a name: say its size, such as sheet=1600x1200mm" },
    { NULL, 105, 148, 0, PG_IMPOSE_NUP, 0, "one of them is needed" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Print) print;
      print_init (&print, cases[i].way, cases[i].sheet, 8, cases[i].width, cases[i].height);
      print.pages[3].bleed = cases[i].bleed * MM;
      print.wish.columns = cases[i].columns;
      print.wish.rows = cases[i].columns;
      assert_refused (&print, cases[i].words);
    }
}

/* The smallest that has room; it lies or stands as it has most. */
static void
test_sheets_by_themselves (void)
{
  static const struct
  {
    const char *sheet;
    double page_width, page_height, width, height;
  } cases[] = { { NULL, 148, 210, 297, 210 },  { NULL, 210, 297, 420, 297 },         { NULL, 105, 148, 210, 148 },
                { "A4", 105, 148, 297, 210 },  { "SRA3", 210, 297, 450, 320 },       { "210x240mm", 99, 210, 210, 240 },
                { "RA3", 148, 210, 430, 305 }, { "13x19in", 210, 297, 482.6, 330.2 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Print) print;
      print_init (&print, PG_IMPOSE_SADDLE, cases[i].sheet, 4, cases[i].page_width, cases[i].page_height);
      print_impose (&print);
      const PgSheet *sheet = pg_sheets_get (print.imposed.sheets, 0);
      g_assert_cmpfloat_with_epsilon (sheet->width, cases[i].width * MM, 0.01);
      g_assert_cmpfloat_with_epsilon (sheet->height, cases[i].height * MM, 0.01);
    }
}

/* A smaller page stands at the fold, at half height. */
static void
test_different_sizes (void)
{
  g_auto (Print) print;
  print_init (&print, PG_IMPOSE_SADDLE, "A4", 4, 148, 210);
  print.pages[3] = (PgImposePage){ 100 * MM, 150 * MM, 0 };
  print_impose (&print);
  const PgShown *shown = &g_array_index (pg_sheets_get (print.imposed.sheets, 0)->shown, PgShown, 0);
  g_assert_cmpuint (shown->page, ==, 3);
  g_assert_cmpfloat_with_epsilon (shown->x, 48.5 * MM, 1e-6);
  g_assert_cmpfloat_with_epsilon (shown->y, 30 * MM, 1e-6);
  g_autofree char *found = report_lines (print.report);
  g_assert_nonnull (strstr (found, "148x210mm and 100x150mm"));
}

/* Marks */

static void
assert_mark (const PgSheet *sheet, guint index, PgMarkKind kind, double x0, double y0, double x1, double y1)
{
  const PgMark *mark = &g_array_index (sheet->marks, PgMark, index);
  g_assert_cmpint (mark->kind, ==, kind);
  g_assert_cmpfloat_with_epsilon (mark->x0 / MM, x0, 0.002);
  g_assert_cmpfloat_with_epsilon (mark->y0 / MM, y0, 0.002);
  g_assert_cmpfloat_with_epsilon (mark->x1 / MM, x1, 0.002);
  g_assert_cmpfloat_with_epsilon (mark->y1 / MM, y1, 0.002);
}

#define ALL_MARKS (PG_IMPOSE_MARK_FOLD | PG_IMPOSE_MARK_CROP | PG_IMPOSE_MARK_COLLATION | PG_IMPOSE_MARK_SHEET)

/* A5 with bleed on SRA4, 320 x 225 mm: 5 mm at the sides, 3 mm at head and foot. */
static void
test_marks (void)
{
  g_auto (Print) print;
  print_init (&print, PG_IMPOSE_SADDLE, "SRA4", 16, 148, 210);
  print.pages[0].bleed = 3 * MM;
  print.wish.marks = ALL_MARKS;
  print_impose (&print);
  const PgSheet *front = pg_sheets_get (print.imposed.sheets, 2), *back = pg_sheets_get (print.imposed.sheets, 3);
  g_assert_cmpuint (front->marks->len, ==, 11);
  assert_mark (front, 0, PG_MARK_CUT, 12, 3.5, 12, 0.5);
  assert_mark (front, 1, PG_MARK_CUT, 12, 221.5, 12, 224.5);
  assert_mark (front, 2, PG_MARK_CUT, 308, 3.5, 308, 0.5);
  assert_mark (front, 4, PG_MARK_CUT, 8, 7.5, 3, 7.5);
  assert_mark (front, 5, PG_MARK_CUT, 312, 7.5, 317, 7.5);
  assert_mark (front, 7, PG_MARK_CUT, 312, 217.5, 317, 217.5);
  assert_mark (front, 8, PG_MARK_FOLD, 160, 3.5, 160, 0.5);
  assert_mark (front, 9, PG_MARK_FOLD, 160, 221.5, 160, 224.5);
  assert_mark (front, 10, PG_MARK_BAR, 313.442, 20 + 8.467, 315.558, 28.467 + 8.467);
  g_assert_cmpuint (back->marks->len, ==, 10);
  g_assert_cmpfloat_with_epsilon (front->slug_x / MM, 6.2, 0.02);
  g_assert_cmpfloat_with_epsilon (front->slug_y / MM, 205, 0.002);
  g_assert_cmpstr (
      front->slug, ==,
      "sheet 2 of 4, front · job · 2031-05-05 · pages 14, 3 of 16, saddle · creep 0.00 mm · flip: short edge");
  g_assert_true (g_str_has_prefix (back->slug, "sheet 2 of 4, back · job · 2031-05-05 · pages 4, 13 of 16"));
  g_assert_cmpuint (programme_report_get_n_findings (print.report), ==, 0);
}

/* On the fold of each signature's outside, each lower than the one before, and from the head again before the foot. */
static void
test_collation_of_signatures (void)
{
  g_auto (Print) print;
  print_init (&print, PG_IMPOSE_PERFECT, "SRA4", 200, 148, 210);
  print.wish.signature = 8;
  print.wish.marks = PG_IMPOSE_MARK_COLLATION;
  print_impose (&print);
  for (guint i = 0; i < print.imposed.sheets->len; i++)
    {
      const PgSheet *sheet = pg_sheets_get (print.imposed.sheets, i);
      double top = 20 + i / 4 % 21 * (24 / MM);
      g_assert_cmpuint (sheet->marks->len, ==, i % 4 == 0 ? 1 : 0);
      if (i % 4 == 0)
        assert_mark (sheet, 0, PG_MARK_BAR, 158.942, top, 161.058, top + 24 / MM);
    }
}

static void
test_no_room_for_marks (void)
{
  g_auto (Print) print;
  print_init (&print, PG_IMPOSE_SADDLE, "A4", 8, 148, 210);
  print.wish.marks = ALL_MARKS;
  print_impose (&print);
  const PgSheet *sheet = pg_sheets_get (print.imposed.sheets, 0);
  g_assert_cmpuint (sheet->marks->len, ==, 0);
  g_assert_null (sheet->slug);
  g_autofree char *found = report_lines (print.report);
  g_assert_nonnull (strstr (found,
                            "A4 has no room beside the pages for fold marks, all crop marks, collation marks, the "
                            "line that numbers the sheets"));
}

/* 80 pages are 20 sheets, of which the innermost is moved by 19 times their thickness. */
static void
test_too_much_creep (void)
{
  static const struct
  {
    PgImposeWay way;
    double caliper, inner;
    gboolean is_told;
  } cases[] = { { PG_IMPOSE_SADDLE, 0.47, 18, FALSE },
                { PG_IMPOSE_SADDLE, 0.48, 18, TRUE },
                { PG_IMPOSE_SADDLE, 0.48, 0, FALSE },
                { PG_IMPOSE_PERFECT, 0.48, 18, FALSE },
                { PG_IMPOSE_PERFECT, 3.1, 18, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Print) print;
      print_init (&print, cases[i].way, "SRA4", 80, 148, 210);
      print.wish.caliper = cases[i].caliper * MM;
      print.wish.inner = cases[i].inner * MM;
      print_impose (&print);
      g_assert_cmpint (programme_report_count (print.report, PROGRAMME_SEVERITY_WARNING) > 0, ==, cases[i].is_told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/impose/folded", test_folded);
  g_test_add_func ("/impose/sixteen", test_sixteen);
  g_test_add_func ("/impose/last", test_last);
  g_test_add_func ("/impose/own-cover", test_own_cover);
  g_test_add_func ("/impose/cut-and-stack", test_cut_and_stack);
  g_test_add_func ("/impose/nup", test_nup);
  g_test_add_func ("/impose/too-small", test_too_small);
  g_test_add_func ("/impose/sheets-by-themselves", test_sheets_by_themselves);
  g_test_add_func ("/impose/different-sizes", test_different_sizes);
  g_test_add_func ("/impose/too-much-creep", test_too_much_creep);
  g_test_add_func ("/impose/marks", test_marks);
  g_test_add_func ("/impose/collation-of-signatures", test_collation_of_signatures);
  g_test_add_func ("/impose/no-room-for-marks", test_no_room_for_marks);
  return g_test_run ();
}
