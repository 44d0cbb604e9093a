/* Enters: colours and contents. Leaves: proof of what the press prints black or grey, and that all else stays as it was. */
#include "base/mark.h"
#include "base/units.h"
#include "block/code.h"
#include "pdf/content.h"
#include "pdf/press-colours.h"
#include "pdf/press-marks.h"

#include <string.h>

static void
assert_grey (double red, double green, double blue, double wanted)
{
  const double rgb[] = { red / 255, green / 255, blue / 255 };
  double grey = -1;
  g_assert_true (pg_press_grey (rgb, &grey));
  g_assert_cmpfloat_with_epsilon (grey, wanted, 0.005);
}

static void
assert_colour (double red, double green, double blue)
{
  const double rgb[] = { red / 255, green / 255, blue / 255 };
  double grey;
  g_assert_false (pg_press_grey (rgb, &grey));
}

static void
test_greys (void)
{
  assert_grey (0, 0, 0, 0);
  assert_grey (255, 255, 255, 1);
  assert_grey (204, 204, 204, 0.8);
  /* the built-in themes' text, second text and hairlines */
  assert_grey (0x15, 0x18, 0x1d, 0);
  assert_grey (0x11, 0x11, 0x11, 0);
  assert_grey (0x47, 0x4e, 0x58, 0.303); /* (0.2126 * 71 + 0.7152 * 78 + 0.0722 * 88) / 255 */
  assert_grey (0x3d, 0x3d, 0x3d, 0.239);
  assert_grey (0x8c, 0x95, 0xa3, 0.581);
  assert_grey (0x7c, 0x85, 0x7f, 0.512);
  /* each component by its weight */
  assert_grey (51, 40, 40, 0.166); /* (0.2126 * 51 + 0.7874 * 40) / 255 */
  assert_grey (40, 51, 40, 0.188);
  assert_grey (40, 40, 51, 0.160);
  /* what is no longer dark, or no longer grey, whichever component it is that tells */
  for (guint i = 0; i < 3; i++)
    {
      assert_colour (i == 0 ? 180 : 160, i == 1 ? 180 : 160, i == 2 ? 180 : 160);
      assert_colour (i == 0 ? 100 : 60, i == 1 ? 100 : 60, i == 2 ? 100 : 60);
      assert_colour (i == 0 ? 60 : 100, i == 1 ? 60 : 100, i == 2 ? 60 : 100);
    }
  /* their accents and fills */
  assert_colour (0x1c, 0x4a, 0x86);
  assert_colour (0xbe, 0x2d, 0x14);
  assert_colour (0x1f, 0x4a, 0x3d);
  assert_colour (0xfa, 0xee, 0xeb);
  assert_colour (0xe8, 0xed, 0xf4);
}

/* NULL: there is nothing to change. */
static void
assert_rewritten (const char *content, const char *wanted)
{
  GString *out = pg_press_rewrite (content, strlen (content), NULL);
  g_assert_cmpstr (out != NULL ? out->str : NULL, ==, wanted);
  if (out != NULL)
    g_string_free (out, TRUE);
}

static void
test_operators (void)
{
  assert_rewritten ("0 0 0 rg 1 2 3 4 re f", "0 g 1 2 3 4 re f");
  assert_rewritten ("q\n0.5 0.5 0.5 RG\nQ", "q\n0.5 G\nQ");
  assert_rewritten ("0 0 0 rg", "0 g");
  assert_rewritten ("1 w 1 1 1 RG 0 0 0 rg S", "1 w 1 G 0 g S");
  assert_rewritten ("1.0 +1 1. rg .25 .25 .25 RG", "1 g 0.25 G");
  assert_rewritten ("BT /f 1 Tf 0 0 0 rg (a) Tj ET 1 0 0 rg", "BT /f 1 Tf 0 g (a) Tj ET 1 0 0 rg");
  assert_rewritten ("0.2 0.25 0.15 rg", "0.23215 g"); /* 0.2126 * 0.2 + 0.7152 * 0.25 + 0.0722 * 0.15 */
  assert_rewritten ("1 0 0 rg", NULL);
  assert_rewritten ("0 0 1 rg 0 1 0 RG", NULL);
  assert_rewritten ("0 g 0 0 0 1 k", NULL);
  assert_rewritten ("0 0 rg", NULL);
  assert_rewritten ("/rg 0 0 0 sc", NULL);
  assert_rewritten ("", NULL);
}

/* Where a code is, its modules come in the place of the next square after its mark; colours are changed around it. */
static void
test_codes (void)
{
  static const guint8 modules[] = { 0x43, 0x01 }; /* 110 000 101 */
  static const PgCode code = { "a", 3, modules };
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (codes, (gpointer) &code);
  PgMarkRectangle mark = pg_mark_encode (1), none = pg_mark_encode (2);
  g_autofree char *content = g_strdup_printf (
      "1 2 3 3 re f 0 0 0 rg %f %f %f %f re f\n0.2 0 0 rg 1 w 1 2 m 5 6 l S 10 20 6 6 re f 10 20 6 6 re f\n"
      "%f %f %f %f re f",
      mark.x, mark.y, mark.width, mark.height, none.x, none.y, none.width, none.height);
  g_autofree char *wanted = g_strdup_printf (
      "1 2 3 3 re f 0 g\n0.2 0 0 rg 1 w 1 2 m 5 6 l S\nq 2.00000 0.00000 0.00000 2.00000 10.00000 20.00000 cm\n"
      "0 0 2 1 re\n0 2 1 1 re\n2 2 1 1 re\nf Q 10 20 6 6 re f\n%f %f %f %f re f",
      none.x, none.y, none.width, none.height);
  GString *out = pg_press_rewrite (content, strlen (content), codes);
  g_assert_nonnull (out);
  g_assert_cmpstr (out->str, ==, wanted);
  g_string_free (out, TRUE);
}

static void
test_what_only_looks_like_operators (void)
{
  assert_rewritten ("(0 0 0 rg) Tj", NULL);
  assert_rewritten ("(\\) 0 0 0 rg ( ) 0 0 0 rg ) Tj", NULL);
  assert_rewritten ("(a (0 0 0 rg)) Tj 0 0 0 rg", "(a (0 0 0 rg)) Tj 0 g");
  assert_rewritten ("% 0 0 0 rg\n1 w", NULL);
  assert_rewritten ("0 0 % zero\n0 rg", "0 g");
  assert_rewritten ("<302030203020> Tj 0 0 0 rg", "<302030203020> Tj 0 g");
  assert_rewritten ("/Span <</ActualText <feff>>> BDC 0 0 0 rg EMC", "/Span <</ActualText <feff>>> BDC 0 g EMC");
  assert_rewritten ("[(a)-1 0 0 0]TJ 0 0 0 rg", "[(a)-1 0 0 0]TJ 0 g");
  assert_rewritten ("BI /W 1 /H 1 ID \n0 0 0 rg\nEIx EI\n0 0 0 rg", "BI /W 1 /H 1 ID \n0 0 0 rg\nEIx EI\n0 g");
}

/* Contents cut anywhere end; nothing is read beyond: the sanitisers would tell. */
static void
test_cut_contents (void)
{
  static const char content[] = "q (a\\(b) [<ff>-1.5]TJ /N <</A (x)>> BDC % c\n0 0 0 rg BI /W 1 ID \x80\xff EI Q";
  for (gsize length = 0; length < sizeof content; length++)
    {
      g_autofree char *copy = g_memdup2 (content, MAX (length, 1));
      GString *out = pg_press_rewrite (copy, length, NULL);
      if (out != NULL)
        g_string_free (out, TRUE);
      const char *at = copy;
      for (guint n = 0; pg_content_next (&at, copy + length).kind != PG_TOKEN_END; n++)
        g_assert_cmpuint (n, <, 60);
    }
}

/* The numbers before each operator of this name, one operator a line. */
static char *
operands (const char *content, const char *name)
{
  GString *out = g_string_new (NULL), *line = g_string_new (NULL);
  const char *at = content, *end = content + strlen (content);
  PgToken token;
  while ((token = pg_content_next (&at, end)).kind != PG_TOKEN_END)
    {
      if (token.kind == PG_TOKEN_NUMBER)
        g_string_append_printf (line, "%s%g", line->len > 0 ? " " : "", token.number);
      else if (pg_token_is (&token, name))
        g_string_append_printf (out, "%s\n", line->str);
      if (token.kind != PG_TOKEN_NUMBER)
        g_string_truncate (line, 0);
    }
  g_string_free (line, TRUE);
  return g_string_free (out, FALSE);
}

static void
test_marks (void)
{
  PgPage pages = { .width = 200, .height = 100, .surround = { 10, 12, 30, 35, 50 } };
  g_autoptr (GString) marks = pg_press_marks (&pages);
  /* Trimmed, the page reaches from 35 to 235 and from 50 to 150. Crop marks lie 12 to 30 outside of it, on its edges; bleed
     marks 10 beyond these, 3 mm long; targets 21 outside, in the middle. Left to right, upwards; by corners, then sides. */
  g_autofree char *starts = operands (marks->str, "m"), *ends = operands (marks->str, "l");
  g_assert_cmpstr (starts, ==,
                   "23 50\n35 38\n23 40\n25 38\n"         /* lower left */
                   "247 50\n235 38\n247 40\n245 38\n"     /* lower right */
                   "23 150\n35 162\n23 160\n25 162\n"     /* upper left */
                   "247 150\n235 162\n247 160\n245 162\n" /* upper right */
                   "139.252 29\n126 29\n135 20\n"         /* 135 + 1.5 mm, then the arms of 9 */
                   "139.252 171\n126 171\n135 162\n"
                   "18.252 100\n5 100\n14 91\n"
                   "260.252 100\n247 100\n256 91\n");
  g_assert_cmpstr (ends, ==,
                   "5 50\n35 20\n14.4961 40\n25 29.4961\n"
                   "265 50\n235 20\n255.504 40\n245 29.4961\n"
                   "5 150\n35 180\n14.4961 160\n25 170.504\n"
                   "265 150\n235 180\n255.504 160\n245 170.504\n"
                   "144 29\n135 38\n144 171\n135 180\n23 100\n14 109\n265 100\n256 109\n");
  g_autofree char *width = operands (marks->str, "w"), *colour = operands (marks->str, "SCN");
  g_assert_cmpstr (width, ==, "0.25\n");
  g_assert_cmpstr (colour, ==, "1\n");
}

/* A target is a circle of 1.5 mm in four quarters, counter-clockwise from its right; 0.5523 of the radius, 2.348, is how far
   the handles of a quarter reach. */
static void
test_targets (void)
{
  PgPage pages = { .width = 200, .height = 100, .surround = { 10, 12, 30, 35, 50 } };
  g_autoptr (GString) marks = pg_press_marks (&pages);
  g_autofree char *curves = operands (marks->str, "c"), *closed = operands (marks->str, "h");
  g_auto (GStrv) quarters = g_strsplit (curves, "\n", -1);
  const double r = 1.5 * PG_POINTS_PER_MM, c = 0.5523 * r;
  const double centres[4][2] = { { 135, 29 }, { 135, 171 }, { 14, 100 }, { 256, 100 } };
  const double wanted[4][6]
      = { { r, c, c, r, 0, r }, { -c, r, -r, c, -r, 0 }, { -r, -c, -c, -r, 0, -r }, { c, -r, r, -c, r, 0 } };
  g_assert_cmpuint (g_strv_length (quarters), ==, 4 * 4 + 1);
  for (guint i = 0; i < 16; i++)
    {
      g_auto (GStrv) numbers = g_strsplit (quarters[i], " ", -1);
      g_assert_cmpuint (g_strv_length (numbers), ==, 6);
      for (guint k = 0; k < 6; k++)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (numbers[k], NULL) - centres[i / 4][k % 2], wanted[i % 4][k],
                                        0.01);
    }
  g_assert_cmpstr (closed, ==, "\n\n\n\n");
}

static void
test_marks_without_bleed (void)
{
  PgPage pages = { .width = 200, .height = 100, .surround = { 0, 12, 30, 35, 50 } };
  g_autoptr (GString) marks = pg_press_marks (&pages);
  g_autofree char *ends = operands (marks->str, "l");
  g_assert_true (g_str_has_prefix (ends, "5 50\n35 20\n265 50\n235 20\n5 150\n35 180\n265 150\n235 180\n144 29\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/press-content/greys", test_greys);
  g_test_add_func ("/press-content/operators", test_operators);
  g_test_add_func ("/press-content/codes", test_codes);
  g_test_add_func ("/press-content/what-only-looks-like-operators", test_what_only_looks_like_operators);
  g_test_add_func ("/press-content/cut-contents", test_cut_contents);
  g_test_add_func ("/press-content/marks", test_marks);
  g_test_add_func ("/press-content/targets", test_targets);
  g_test_add_func ("/press-content/marks-without-bleed", test_marks_without_bleed);
  return g_test_run ();
}
