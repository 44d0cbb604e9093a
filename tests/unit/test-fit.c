/* Enters: break points by hand, of characters that are all as wide. Leaves: TAP: which lines look best, and at which
   measures that turns. */
#include "text/galley.h"

#define WIDTH 10 /* pt, of every character */
#define HYPHEN 4 /* of one that is put in */

static const PgStyle ragged = { .name = "ragged", .size = 10 };
static const PgStyle balanced = { .name = "balanced", .size = 10, .balance = TRUE };
static const PgStyle justified = { .name = "justified", .size = 10, .align = PG_ALIGN_JUSTIFY };

/* A text where a line may end at spaces, and at "-" dashes; and without a width at "=" with a hyphen, at "/" where it
   must, at "~" against a rule, and at "^" for want of any place. It may also end after ideographs, and after ง. */
typedef struct
{
  PgGalley galley;
  GArray *breaks;
} Text;

static PgBreakKind
kind_of (gunichar c)
{
  return c == '-'   ? PG_BREAK_DASH
         : c == '=' ? PG_BREAK_HYPHEN
         : c == '/' ? PG_BREAK_FORCED
         : c == '~' ? PG_BREAK_RELAXED
         : c == '^' ? PG_BREAK_CLUSTER
                    : PG_BREAK_PLAIN;
}

static void
text_init (Text *text, const PgStyle *style, const char *marked)
{
  PgGalley *galley = &text->galley;
  glong n = 0;
  *galley = (PgGalley){ .style = style };
  galley->chars = g_utf8_to_ucs4_fast (marked, -1, &n);
  galley->n_chars = (guint) n;
  galley->x = g_new0 (double, galley->n_chars + 1);
  text->breaks = g_array_new (FALSE, FALSE, sizeof (PgBreak));
  PgBreak point = { 0 };
  g_array_append_val (text->breaks, point);
  for (guint i = 0; i < galley->n_chars; i++)
    {
      gunichar c = galley->chars[i];
      galley->classes |= pg_is_latin (c) ? PG_TEXT_LATIN : PG_TEXT_OTHER;
      PgBreakKind kind = kind_of (c);
      gboolean shown = kind == PG_BREAK_PLAIN || kind == PG_BREAK_DASH;
      galley->x[i + 1] = galley->x[i] + (shown ? WIDTH : 0);
      point = (PgBreak){ i + 1, c == ' ' ? i : i + 1, galley->x[i + 1], galley->x[c == ' ' ? i : i + 1], kind };
      point.x_end += kind == PG_BREAK_HYPHEN ? HYPHEN : 0;
      gboolean is_word = (c == 0x0e07 || pg_is_ideograph (c)) && i + 1 < galley->n_chars && galley->chars[i + 1] != ' ';
      if (c == ' ' || is_word || kind != PG_BREAK_PLAIN)
        g_array_append_val (text->breaks, point);
    }
  point = (PgBreak){ galley->n_chars, galley->n_chars, galley->x[n], galley->x[n], PG_BREAK_FORCED };
  g_array_append_val (text->breaks, point);
}

static void
text_clear (Text *text)
{
  g_free (text->galley.chars);
  g_free (text->galley.x);
  g_array_unref (text->breaks);
}

/* The lines with "|" between, each with what it ends with but the spaces. */
static char *
fit (const PgStyle *style, const char *marked, double first, double other)
{
  Text text;
  PgGive give;
  text_init (&text, style, marked);
  pg_give_init (&give, &text.galley, other);
  GArray *ends = pg_fit (&text.galley, text.breaks, first, other, &give);
  GString *joined = g_string_new (NULL);
  for (guint i = 0, at = 0; i < ends->len; i++)
    {
      const PgBreak *end = &g_array_index (text.breaks, PgBreak, g_array_index (ends, guint, i));
      for (; at < end->end; at++)
        g_string_append_unichar (joined, text.galley.chars[at]);
      at = end->next;
      g_string_append (joined, i + 1 < ends->len ? "|" : "");
    }
  g_array_unref (ends);
  pg_give_clear (&give);
  text_clear (&text);
  return g_string_free (joined, FALSE);
}

/* Where the choice turns: what is set a tenth of a point below a measure, and a tenth above it. The first line is
   indented. */
typedef struct
{
  const PgStyle *style;
  const char *text;
  double indent, measure;
  const char *below, *above;
} Turn;

static void
expect_turns (const Turn *turns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const Turn *turn = &turns[i];
      double below = turn->measure - 0.1, above = turn->measure + 0.1;
      g_autofree char *narrow = fit (turn->style, turn->text, below - turn->indent, below);
      g_autofree char *wide = fit (turn->style, turn->text, above - turn->indent, above);
      g_assert_cmpstr (narrow, ==, turn->below);
      g_assert_cmpstr (wide, ==, turn->above);
    }
}

/* A line takes what is as wide as its measure, to a two-hundredth of a point, and no more. */
static void
test_full (void)
{
  static const struct
  {
    const PgStyle *style;
    double measure;
    const char *wanted;
  } cases[] = { { &ragged, 49.994, "aa|bb|cccc" },    { &ragged, 49.996, "aa bb|cccc" },
                { &balanced, 49.994, "aa|bb|cccc" },  { &balanced, 49.996, "aa bb|cccc" },
                { &ragged, 100, "aa bb cccc" },       { &justified, 47.794, "aa|bb|cccc" },
                { &justified, 47.796, "aa bb|cccc" }, { &justified, 95.594, "aa bb|cccc" },
                { &justified, 95.596, "aa bb cccc" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = fit (cases[i].style, "aa bb cccc", cases[i].measure, cases[i].measure);
      g_assert_cmpstr (found, ==, cases[i].wanted);
    }
}

/* A line costs more the emptier it is, a dash a little, a word alone on the last line more. */
static void
test_ragged (void)
{
  static const Turn turns[] = {
    { &ragged, "aaa bb ccc-ddd", -15, 104, "aaa bb|ccc-ddd", "aaa bb ccc-|ddd" },
    { &ragged, "aaaaaaaaaa bbbb cccc dd", 0, 90, "aaaaaaaaaa|bbbb|cccc dd", "aaaaaaaaaa|bbbb cccc|dd" },
    { &ragged, "aa b~c dddd", -15, 85, "aa b~c|dddd", "aa b~c dddd" },
  };
  expect_turns (turns, G_N_ELEMENTS (turns));
}

/* A title takes as many lines as it needs, all about as wide, and ends them with the sense. */
static void
test_balanced (void)
{
  static const Turn turns[] = {
    { &balanced, "กขงกขคงกงกขคง กงกง", -15, 55, "กขง|กขคง|กง|กขคง|กงกง", "กขงกขคง|กง|กขคง|กงกง" },
    { &balanced, "bbb, E. the ddddd of E. Aa", 0, 80, "bbb,|E. the|ddddd|of|E. Aa", "bbb,|E. the|ddddd|of E. Aa" },
    { &balanced, "aaaaaa bbbb=cc=dddddd=eeeeee=ffff gggg", 0, 120, "aaaaaa bbbb=|cc=dddddd=|eeeeee=|ffff gggg",
      "aaaaaa bbbb=|cc=dddddd=|eeeeee=ffff|gggg" },
    { &balanced, "กง กขคงกขง กขง กขงกขง", 0, 100, "กง กขคง|กขง กขง|กขงกขง", "กง กขคงกขง|กขง กขงกขง" },
    { &balanced, "aaa b ccc dddd e ffff", 10, 60, "aaa|b ccc|dddd|e|ffff", "aaa|b ccc|dddd|e ffff" },
    { &balanced, "人工智能人工智能人工の智能人工智能人工智能人工智", 0, 240,
      "人工智能人工智能人工の|智能人工智能人工智能人工智", "人工智能人工智能人工の智能人工智能人工智能人工智" },
    { &balanced, "กกกกกกกกกกง งกกกกกกกกกกกก", 0, 250, "กกกกกกกกกกง|งกกกกกกกกกกกก", "กกกกกกกกกกง งกกกกกกกกกกกก" },
    { &balanced, "aaaa กขง bbbb", 0, 80, "aaaa|กขง|bbbb", "aaaa กขง|bbbb" },
    { &balanced, "E. E. the", 0, 90, "E. E.|the", "E. E. the" },
    { &balanced, "aaa/bbb cccccc d ee ffffff gg", -15, 100, "aaa/|bbb|cccccc|d ee|ffffff gg",
      "aaa/|bbb cccccc|d ee|ffffff gg" },
    { &balanced, "とは工a  智と人能", 0, 50, "とは工|a |智と人能", "とは工a |智と人能" },
    { &balanced, "a bb cccccc", 10, 50, "a|bb|cccccc", "a bb|cccccc" },
    { &balanced, "aa bbb cccccc dd eeeee ff ggg", 0, 130, "aa bbb|cccccc dd|eeeee ff ggg",
      "aa bbb cccccc|dd eeeee|ff ggg" },
    { &balanced, "that cccc of cccc cccc that", 0, 70, "that|cccc|of|cccc|cccc|that", "that|cccc|of cccc|cccc|that" },
    { &balanced, "人能は人能とは人 人", 0, 40, "人能は|人能|とは|人 人", "人能は|人能と|は人 人" },
    { &balanced, "能智 能工人と人工と", 0, 40, "能智|能工|人と|人工と", "能智 能|工人|と人工と" },
    { &balanced, "that has that Aa the ddddd", 0, 80, "that|has|that|Aa the|ddddd", "that|has that|Aa the|ddddd" },
    { &balanced, "of of that that ddddd with", 0, 100, "of of|that that|ddddd|with", "of of|that that|ddddd with" },
  };
  expect_turns (turns, G_N_ELEMENTS (turns));
}

/* Spaces give and take; a hyphen costs, two in a row more, and one before the last line. */
static void
test_justified (void)
{
  static const Turn turns[] = {
    { &justified, "とと人  の 人智能", 0, 81.4, "とと人  の|人智能", "とと人  の 人|智能" },
    { &justified, "a bbbbbb ccc dddd e f", 0, 57.8, "a|bbbbbb|ccc|dddd|e f", "a|bbbbbb|ccc|dddd e|f" },
    { &justified, "aaaaaaaaaa bbbb cccc dddd", 0, 87.8, "aaaaaaaaaa|bbbb|cccc|dddd", "aaaaaaaaaa|bbbb cccc|dddd" },
    { &justified, "aaaaaa bbb^ccc^dddddd eeeeee ff ggg", -15, 125.6, "aaaaaa|bbb^ccc^dddddd|eeeeee ff|ggg",
      "aaaaaa|bbb^ccc^dddddd|eeeeee ff ggg" },
    { &justified, "a 人のの a能", 10, 63.5, "a 人の|の a能", "a 人のの|a能" },
    { &justified, "aaaaa=b c=ddddd", 10, 70, "aaaaa=|b c=|ddddd", "aaaaa=b|c=ddddd" },
    { &justified, "工a能智人は能", 0, 50, "工a能智|人は能", "工a能智人|は能" },
    { &justified, "人a 、人工は は能", 10, 47.8, "人a|、人工は|は能", "人a 、|人工は は|能" },
    { &justified, "aa b c dddd eeeeee ff gggg", 0, 129.3, "aa b c dddd|eeeeee ff|gggg", "aa b c|dddd eeeeee|ff gggg" },
    { &justified, "aaa~bb~ccccc~dd~eeeee fff~g", 0, 97.8, "aaa~bb~|ccccc~dd~|eeeee|fff~g",
      "aaa~bb~|ccccc~dd~|eeeee fff~g" },
    { &justified, "aaaa bbbbb=cc=d eeee fff g=h=a-bbb cc d=eeeee f-gg", 10, 154.1,
      "aaaa bbbbb=cc=d|eeee fff g=h=a-|bbb cc d=eeeee|f-gg", "aaaa bbbbb=cc=d|eeee fff g=h=a-|bbb cc d=eeeee f-|gg" },
    { &justified, "aaaaa bbb=ccc ddddd ee=ffff g hh a-b=c-ddddd-eee ff gggg hh-a=bbbbb-c dd", 10, 124.6,
      "aaaaa bbb=|ccc ddddd ee=|ffff g hh a-|b=c-ddddd-eee|ff gggg hh-|a=bbbbb-c dd",
      "aaaaa bbb=|ccc ddddd ee=|ffff g hh a-|b=c-ddddd-eee|ff gggg hh-a=|bbbbb-c dd" },
    { &justified, "aaaa bbbb=cc=dd-eee=f-g=hhh=aaaaa bbb cc=ddd e=f=g hhhh a-b cc dddd", -15, 124,
      "aaaa bbbb=|cc=dd-eee=f-g=|hhh=aaaaa bbb|cc=ddd e=f=g|hhhh a-b cc|dddd",
      "aaaa bbbb=cc=|dd-eee=f-g=hhh=|aaaaa bbb cc=|ddd e=f=g hhhh|a-b cc dddd" },
    { &justified, "aa bbbb=ccccc d ee=fff ggggg hhh=a b ccccc-dd eeeee fff", -15, 203.8,
      "aa bbbb=ccccc d ee=fff|ggggg hhh=a b ccccc-|dd eeeee fff",
      "aa bbbb=ccccc d ee=fff|ggggg hhh=a b ccccc-dd|eeeee fff" },
  };
  expect_turns (turns, G_N_ELEMENTS (turns));
}

/* What a justified line may give: white within it, but not within a number, and the places between ideographs. */
static void
test_give (void)
{
  static const guint8 inside[] = { FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, FALSE };
  static const double spaces[] = { 0, 0, 10, 10, 20, 20, 20, 20 };
  static const guint gaps[] = { 0, 1, 1, 1, 2, 2 };
  Text text;
  PgGive give;
  text_init (&text, &justified, "a b\u00a01 2");
  text.galley.inside_number = (guint8 *) inside;
  pg_give_init (&give, &text.galley, 100);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_assert_cmpfloat (give.spaces[i], ==, spaces[i]);
  g_assert_null (give.gaps);
  g_assert_cmpfloat (give.gap, ==, 0.6); /* 0.06 em */
  pg_give_clear (&give);
  text_clear (&text);
  text_init (&text, &justified, "人工a能能");
  pg_give_init (&give, &text.galley, 100);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    g_assert_cmpuint (give.gaps[i], ==, gaps[i]);
  pg_give_clear (&give);
  text_clear (&text);
}

static void
expect_spread (const PgStyle *style, double measure, const char *marked, gboolean wanted)
{
  Text text;
  PgGive give;
  text_init (&text, style, marked);
  pg_give_init (&give, &text.galley, measure);
  g_assert_cmpint (give.spaces != NULL, ==, wanted);
  pg_give_clear (&give);
  text_clear (&text);
}

/* Text that is for a third in scripts without spaces is not spread; nor is Korean in columns of less than 25 em. */
static void
test_spread (void)
{
  expect_spread (&justified, 10, "abc", TRUE);
  expect_spread (&ragged, 10, "abc", FALSE);
  expect_spread (&justified, 900, "กab", FALSE);
  expect_spread (&justified, 900, "กabc", TRUE);
  expect_spread (&justified, 249.9, "가ab", FALSE);
  expect_spread (&justified, 249.9, "힣ab", FALSE);
  expect_spread (&justified, 249.9, "가abc", TRUE);
  expect_spread (&justified, 250, "가ab", TRUE);
  expect_spread (&justified, 249.9, "\uabff\ud7b0a", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/full", test_full);
  g_test_add_func ("/fit/ragged", test_ragged);
  g_test_add_func ("/fit/balanced", test_balanced);
  g_test_add_func ("/fit/justified", test_justified);
  g_test_add_func ("/fit/give", test_give);
  g_test_add_func ("/fit/spread", test_spread);
  return g_test_run ();
}
