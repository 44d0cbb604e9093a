/* Enters: contents with marks, and colour profiles. Leaves: whether each part gets its sequence and no mark is left, what is
   refused, and what sRGB's profile says. */
#include "base/limits.h"
#include "base/mark.h"
#include "pdf/content.h"
#include "pdf/srgb.h"
#include "pdf/tag-content.h"

#include <math.h>
#include <programme/error.h>
#include <string.h>

/* Tokens */

/* "n" for a number, its name for an operator, "~" for anything else. */
static void
assert_tokens (const char *content, const char *wanted)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const char *at = content, *end = content + strlen (content);
  for (PgToken token = pg_content_next (&at, end); token.kind != PG_TOKEN_END; token = pg_content_next (&at, end))
    {
      if (found->len > 0)
        g_string_append_c (found, ' ');
      if (token.kind == PG_TOKEN_NUMBER)
        g_string_append_printf (found, "%g", token.number);
      else if (token.kind == PG_TOKEN_OPERATOR)
        g_string_append_len (found, token.start, token.end - token.start);
      else
        g_string_append_c (found, '~');
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_tokens (void)
{
  assert_tokens ("1 -2.5 +3 .5 -12 re f*", "1 -2.5 3 0.5 -12 re f*");
  assert_tokens ("(a (b) \\) c) Tj", "~ Tj");
  assert_tokens ("/P<</MCID 2>>BDC", "~ ~ ~ 2 ~ BDC");
  assert_tokens ("q % re f\nQ", "q Q");
  assert_tokens ("q % re f\rQ", "q Q");
  assert_tokens ("q %\nQ", "q Q");
  assert_tokens ("q Q%", "q Q");
  assert_tokens ("<48 65> Tj [(a) 5 (b)] TJ", "~ Tj ~ ~ 5 ~ ~ TJ");
  assert_tokens ("", "");
  /* Of an image within the content only EI as a word of its own is the end. */
  assert_tokens ("BI /W 1 ID aEI EIb xEI \nEI Q", "BI ~ 1 ~ EI Q");
}

/* Sequences */

static const char *
mark_of (guint number)
{
  static char text[100];
  PgMarkRectangle mark = pg_mark_encode (number);
  g_snprintf (text, sizeof text, "%.9f %.9f %.9f %.9f re f ", mark.x, mark.y, mark.width, mark.height);
  return text;
}

/* The marks of parts 0, 1 ... are put where the content has "0!", "1!" ... Parts 0 and 1 are a heading and a paragraph,
   2 is an artifact, 3 a figure that stands on the next page. */
static char *
tag (const char *content, GArray *sequences, GError **error)
{
  static const PgElement heading = { .role = PG_ROLE_H2 }, paragraph = { .role = PG_ROLE_P },
                         figure = { .role = PG_ROLE_FIGURE };
  const PgChunk parts[] = { { &heading, PG_ARTIFACT_NONE, 0, NULL },
                            { &paragraph, PG_ARTIFACT_NONE, 0, NULL },
                            { NULL, PG_ARTIFACT_HEADER, 0, NULL },
                            { &figure, PG_ARTIFACT_NONE, 1, NULL } };
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  g_array_append_vals (chunks, parts, G_N_ELEMENTS (parts));
  g_autoptr (GString) marked = g_string_new (content);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u!", i);
      g_string_replace (marked, place, mark_of (i), 0);
    }
  GString *out = pg_tag_content (marked->str, marked->len, chunks, 0, sequences, error);
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}

static void
assert_tagged (const char *content, const char *wanted, const char *parts)
{
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_autofree char *out = tag (content, sequences, &error);
  g_assert_no_error (error);
  g_auto (GStrv) words = g_strsplit_set (out, " \n", -1);
  g_autoptr (GString) said = g_string_new (NULL), found = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (said, "%s%s", said->len > 0 ? " " : "", words[i]);
  for (guint i = 0; i < sequences->len; i++)
    g_string_append_printf (found, "%u", g_array_index (sequences, guint, i));
  g_assert_cmpstr (said->str, ==, wanted);
  g_assert_cmpstr (found->str, ==, parts);
}

/* What covers the page, before all parts, is left out, but nothing else that belongs to none. */
static void
test_ground (void)
{
  assert_tagged ("0 0 0 rg 0.004 0.004 9 9 re f 0! 1! 2! BT (a) Tj ET",
                 "0 0 0 rg /Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC BT (a) Tj ET EMC", "");
  static const char *const lost[]
      = { "0 0 9 9 re f 0 0 9 9 re f 0! 1! 2!", "0 0 9 9 re f BT (a) Tj ET 0! 1! 2!", "0 0 9 9 re S 0! 1! 2!",
          "0 0 9 9 re 1 1 2 2 re f 0! 1! 2!", "1 1 m 2 2 l f 0! 1! 2!" };
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GError) error = NULL;
      g_assert_null (tag (lost[i], sequences, &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
    }
}

static void
test_sequences (void)
{
  assert_tagged ("0! BT (a) Tj ET 1! BT (b) Tj ET 2! 9 9 9 9 re f",
                 "/H2<</MCID 0>>BDC BT (a) Tj ET EMC /P<</MCID 1>>BDC BT (b) Tj ET EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC 9 9 9 9 re f EMC",
                 "01");
  /* Nothing that looks like a path within text is one. */
  assert_tagged ("0! BT (a) Tj 1 2 3 4 re f ET 1! BT ET 2! 1 1 m S",
                 "/H2<</MCID 0>>BDC BT (a) Tj 1 2 3 4 re f ET EMC /P<</MCID 1>>BDC BT ET EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC 1 1 m S EMC",
                 "01");
}

/* That a ligature stands for its letters is said by its font; anything else that is said stays. */
static void
test_ligatures (void)
{
  assert_tagged ("0! BT (a) Tj /Span << /ActualText <feff00660069> >> BDC /f 1 Tf (b) Tj EMC (c) Tj ET 1! BT "
                 "/Span << /ActualText <feff00660070> >> BDC (d) Tj EMC ET 2! 9 9 9 9 re f",
                 "/H2<</MCID 0>>BDC BT (a) Tj /f 1 Tf (b) Tj (c) Tj ET EMC /P<</MCID 1>>BDC BT "
                 "/Span << /ActualText <feff00660070> >> BDC (d) Tj EMC ET EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC 9 9 9 9 re f EMC",
                 "01");
}

/* A sequence that was opened within a saved state ends before that is restored, and goes on behind it. */
static void
test_states (void)
{
  assert_tagged ("0! q 1 1 m S Q 2 2 m S 1! /a Do 2! /b sh",
                 "q /H2<</MCID 0>>BDC 1 1 m S EMC Q /H2<</MCID 1>>BDC 2 2 m S EMC /P<</MCID 2>>BDC /a Do EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC /b sh EMC",
                 "001");
  assert_tagged ("0! 1 1 m S q 2 2 m S Q 1! /a Do 2! /b sh",
                 "/H2<</MCID 0>>BDC 1 1 m S q 2 2 m S Q EMC /P<</MCID 1>>BDC /a Do EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC /b sh EMC",
                 "01");
}

/* What restores more than was saved, which no page of cairo's does, leaves the rest as it is. */
static void
test_states_too_many (void)
{
  assert_tagged ("0! Q 1 1 m S q 2 2 m S Q 1! /a Do 2! /b sh",
                 "Q /H2<</MCID 0>>BDC 1 1 m S q 2 2 m S Q EMC /P<</MCID 1>>BDC /a Do EMC "
                 "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC /b sh EMC",
                 "01");
}

static void
assert_refused (const char *content)
{
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_autofree char *out = tag (content, sequences, &error);
  g_assert_null (out);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
}

/* All that paints opens a sequence; what clips or moves does not. */
static void
test_painting (void)
{
  static const char *const painting[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*" };
  for (guint i = 0; i < G_N_ELEMENTS (painting); i++)
    {
      g_autofree char *content
          = g_strdup_printf ("0! 1 0 0 1 2 2 cm 9 9 9 9 re W n 1 1 m 2 2 l h %s 1! 2!", painting[i]);
      g_autofree char *wanted
          = g_strdup_printf ("1 0 0 1 2 2 cm 9 9 9 9 re W n /H2<</MCID 0>>BDC 1 1 m 2 2 l h %s EMC", painting[i]);
      assert_tagged (content, wanted, "0");
    }
  assert_tagged ("0! BI /W 1 ID x EI 1! 2!", "/H2<</MCID 0>>BDC BI /W 1 ID x EI EMC", "0");
  /* Two rectangles are no mark, nor is one with something else in its path, or of too few numbers. */
  assert_tagged ("0! 1! 9 9 9 9 re 0 0 0 0 re f 2!", "/P<</MCID 0>>BDC 9 9 9 9 re 0 0 0 0 re f EMC", "1");
  assert_tagged ("0! 1! re f 2!", "/P<</MCID 0>>BDC re f EMC", "1");
  assert_refused ("0! 1 1 m 1! 2!");
  /* Of more numbers the last four count. */
  assert_tagged ("0! 8 7 1! 1 1 m S 2!", "/P<</MCID 0>>BDC 1 1 m S EMC", "1");
}

/* Document and drawing do not belong together where something is painted before the first mark, or a mark is missing. */
static void
test_refused (void)
{
  assert_refused ("1 1 m S 0! 1! 2! 1 1 m S");
  assert_refused ("0! 1 1 m S 1! 1 1 m S");
}

/* Each number comes back, from within the smallest page; what no page has is no mark. */
static void
test_numbers (void)
{
  for (guint number = 0; number <= PG_LAST_MARK; number += 1 + number / 4096)
    {
      PgMarkRectangle mark = pg_mark_encode (number);
      guint back = G_MAXUINT;
      g_assert_true (pg_mark_decode (&mark, &back));
      g_assert_cmpuint (back, ==, number);
      g_assert_cmpfloat (mark.x + mark.width, <, PG_MIN_PAPER_POINTS);
      g_assert_cmpfloat (mark.y + mark.height, <, PG_MIN_PAPER_POINTS);
    }
  static const double others[] = { NAN, INFINITY, -1e300, 1e300, -1, 1000 };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint number;
      PgMarkRectangle mark = pg_mark_encode (7);
      mark.height = others[i];
      g_assert_false (pg_mark_decode (&mark, &number));
    }
}

/* What is a mark of no part, or of one on another page, is a small rectangle that is painted. */
static void
test_other_marks (void)
{
  for (guint i = 3; i < 6; i++)
    {
      g_autofree char *content = g_strdup_printf ("0! 1! 2! %u!", i);
      g_autofree char *wanted
          = g_strdup_printf ("/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC %sEMC", mark_of (i));
      assert_tagged (content, wanted, "");
    }
}

/* sRGB */

static guint
number (const GByteArray *bytes, guint at)
{
  const guint8 *data = bytes->data + at;
  return (guint) data[0] << 24 | (guint) data[1] << 16 | (guint) data[2] << 8 | data[3];
}

/* Where an element is; its size. */
static guint
element (const GByteArray *profile, const char *signature, guint *size)
{
  for (guint i = 0; i < number (profile, 128); i++)
    if (memcmp (profile->data + 132 + 12 * i, signature, 4) == 0)
      {
        *size = number (profile, 132 + 12 * i + 8);
        return number (profile, 132 + 12 * i + 4);
      }
  g_test_message ("there is no %s", signature);
  g_test_fail ();
  return *size = 0;
}

static void
assert_colour (const GByteArray *profile, const char *signature, double x, double y, double z)
{
  guint size, at = element (profile, signature, &size);
  g_assert_cmpuint (size, ==, 20);
  g_assert_true (memcmp (profile->data + at, "XYZ \0\0\0\0", 8) == 0);
  g_assert_cmpfloat_with_epsilon (number (profile, at + 8) / 65536.0, x, 1e-5);
  g_assert_cmpfloat_with_epsilon (number (profile, at + 12) / 65536.0, y, 1e-5);
  g_assert_cmpfloat_with_epsilon (number (profile, at + 16) / 65536.0, z, 1e-5);
}

static void
test_srgb (void)
{
  g_autoptr (GByteArray) profile = pg_srgb_profile ();
  g_assert_cmpuint (number (profile, 0), ==, profile->len);
  g_assert_true (memcmp (profile->data + 8, "\2\x10\0\0mntrRGB XYZ ", 16) == 0);
  g_assert_true (memcmp (profile->data + 36, "acsp", 4) == 0);
  /* D50, as ICC.1 writes it */
  const guint8 d50[] = { 0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d };
  g_assert_true (memcmp (profile->data + 68, d50, 12) == 0);
  g_assert_cmpuint (number (profile, 128), ==, 9);
  assert_colour (profile, "rXYZ", 0.436066, 0.222488, 0.013916);
  assert_colour (profile, "gXYZ", 0.385147, 0.716873, 0.097076);
  assert_colour (profile, "bXYZ", 0.143066, 0.060608, 0.714096);
  assert_colour (profile, "wtpt", 0.95047, 1, 1.08883);
  guint size, at = element (profile, "desc", &size), n = number (profile, at + 8);
  g_assert_cmpstr ((const char *) profile->data + at + 12, ==, "sRGB IEC61966-2.1");
  g_assert_cmpuint (n, ==, strlen ("sRGB IEC61966-2.1") + 1);
  g_assert_cmpuint (size, ==, 12 + n + 78);
  for (guint i = 12 + n; i < size; i++)
    g_assert_cmpuint (profile->data[at + i], ==, 0);
}

static void
test_srgb_curves (void)
{
  g_autoptr (GByteArray) profile = pg_srgb_profile ();
  guint size, red = element (profile, "rTRC", &size);
  g_assert_cmpuint (element (profile, "gTRC", &size), ==, red);
  g_assert_cmpuint (element (profile, "bTRC", &size), ==, red);
  guint n = number (profile, red + 8);
  g_assert_true (memcmp (profile->data + red, "curv\0\0\0\0", 8) == 0);
  g_assert_cmpuint (n, >=, 256);
  g_assert_cmpuint (size, ==, 12 + 2 * n);
  const guint8 *curve = profile->data + red + 12;
  /* Ends, a dark value on the straight part, and the middle (0.5 gives 0.214). */
  g_assert_cmpuint (curve[0] << 8 | curve[1], ==, 0);
  g_assert_cmpuint (curve[2 * n - 2] << 8 | curve[2 * n - 1], ==, 65535);
  guint dark = (guint) (0.02 * (n - 1) + 0.5), middle = (n - 1) / 2;
  double light = pow ((middle / (n - 1.0) + 0.055) / 1.055, 2.4);
  g_assert_cmpfloat_with_epsilon ((curve[2 * dark] << 8 | curve[2 * dark + 1]) / 65535.0, dark / (n - 1.0) / 12.92,
                                  1e-4);
  g_assert_cmpfloat_with_epsilon ((curve[2 * middle] << 8 | curve[2 * middle + 1]) / 65535.0, light, 1e-4);
}

/* Where a code is, its modules come in the place of the square that is painted: of each row those that are dark beside each
   other. What else is in its part stays. */
static void
test_code (void)
{
  static const guint8 modules[] = { 0x43, 0x01 }; /* 110 000 101 */
  static const PgCode code = { "a", 3, modules };
  static const PgElement figure = { .role = PG_ROLE_FIGURE };
  const PgChunk part = { &figure, PG_ARTIFACT_NONE, 0, &code };
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_array_append_val (chunks, part);
  const char *mark = mark_of (0);
  g_autofree char *content = g_strconcat (mark, " 0 0 0 rg\n10 20 6 6 re f\n1 2 m 3 4 l S", NULL);
  GString *out = pg_tag_content (content, strlen (content), chunks, 0, sequences, &error);
  g_assert_no_error (error);
  g_autofree char *tagged = g_string_free (out, FALSE);
  g_assert_nonnull (strstr (tagged,
                            " 0 0 0 rg\n/Figure<</MCID 0>>BDC\nq 2.00000 0.00000 0.00000 2.00000 10.00000 20.00000 cm\n"
                            "0 0 2 1 re\n0 2 1 1 re\n2 2 1 1 re\nf Q\n1 2 m 3 4 l S\nEMC"));
  g_assert_null (strstr (tagged, "10 20 6 6 re"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tag-content/tokens", test_tokens);
  g_test_add_func ("/tag-content/sequences", test_sequences);
  g_test_add_func ("/tag-content/ground", test_ground);
  g_test_add_func ("/tag-content/ligatures", test_ligatures);
  g_test_add_func ("/tag-content/states", test_states);
  g_test_add_func ("/tag-content/states-too-many", test_states_too_many);
  g_test_add_func ("/tag-content/painting", test_painting);
  g_test_add_func ("/tag-content/refused", test_refused);
  g_test_add_func ("/tag-content/numbers", test_numbers);
  g_test_add_func ("/tag-content/other-marks", test_other_marks);
  g_test_add_func ("/srgb/header-and-colours", test_srgb);
  g_test_add_func ("/srgb/curves", test_srgb_curves);
  g_test_add_func ("/tag-content/code", test_code);
  return g_test_run ();
}
