/* Enters: texts in many languages, styles and measures. Leaves: TAP: where their lines break and where they stand. */
#include "text/galley.h"

#include <math.h>
#include <string.h>

/* pt; the widest sum of rounded glyph widths on a line differs by less */
#define EPSILON 0.01

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 12.75 };
static const PgStyle title = {
  .name = "title", .family = "Sans", .size = 12, .bold = TRUE, .leading = 15, .balance = TRUE
};
static const PgStyle column = {
  .name = "column", .family = "Serif", .size = 9.5, .leading = 13.5, .align = PG_ALIGN_JUSTIFY, .hyphenate = TRUE
};

static PgFonts *
fonts (void)
{
  static PgFonts *shared;
  if (shared == NULL)
    {
      GError *error = NULL;
      shared = pg_fonts_new (&error);
      g_assert_no_error (error);
    }
  return shared;
}

/* The lines of one run, each without the spaces at its end; a hyphen that was put in shows as "=". */
static char *
join (const PgLines *lines)
{
  GString *joined = g_string_new (NULL);
  for (guint i = 0; i < lines->n_lines; i++)
    {
      const PgLine *line = &lines->lines[i];
      g_autofree char *text = g_strndup (lines->text + line->start, line->end - line->start);
      g_string_append_printf (joined, "%s%s%s", i > 0 ? "|" : "", g_strchomp (text), line->hyphenated ? "=" : "");
    }
  return g_string_free (joined, FALSE);
}

static PgLines *
set (const PgStyle *style, const char *language, const char *text, double width)
{
  static PgRun run; /* the lines point at it until the next text is set */
  run = (PgRun){ .text = text, .style = style, .language = language };
  gboolean right_to_left = g_str_has_prefix (language, "ar") || g_str_has_prefix (language, "he");
  return pg_lines_new (fonts (), style, &run, 1, width, right_to_left, NULL, NULL);
}

static void
expect (const PgStyle *style, const char *language, double width, const char *text, const char *wanted)
{
  PgLines *lines = set (style, language, text, width);
  g_autofree char *joined = join (lines);
  g_assert_cmpstr (joined, ==, wanted);
  pg_lines_free (lines);
}

static const char abstract[] =
    "The session will focus on a responsible use of AI in the public sector to support inclusive and human-centred "
    "public services. The OECD Secretariat will present the OECD Framework on the trustworthy use of AI.";

static void
test_ragged (void)
{
  /* First fit would fill line 1 with "in" and leave "services. The OECD Secretariat" short; total fit evens out. */
  expect (&body, "en", 220, abstract,
          "The session will focus on a responsible use of AI in|the public sector to support inclusive and human-|"
          "centred public services. The OECD Secretariat will|present the OECD Framework on the trustworthy use|"
          "of AI.");
  expect (&body, "en", 120, abstract, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/ragged", test_ragged);
  int status = g_test_run ();
  pg_fonts_free (fonts ());
  return status;
}
