/* Enters: laid out pages and the PDF that was written of them. Leaves: whether the PDF says what the pages say, page by
   page and in the same order. */
#include "printed.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
is_lam_or_alef (gunichar c)
{
  return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627 || c == 0x644;
}

/* Arabic's lam and alef are one sign, whose letters pdftotext turns round: their order is not asked. */
static char *
settle_ligatures (const char *text)
{
  glong n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &n);
  for (glong i = 1; i < n; i++)
    for (glong j = i;
         j > 0 && is_lam_or_alef (letters[j]) && is_lam_or_alef (letters[j - 1]) && letters[j] < letters[j - 1]; j--)
      {
        gunichar before = letters[j - 1];
        letters[j - 1] = letters[j];
        letters[j] = before;
      }
  return g_ucs4_to_utf8 (letters, n, NULL, NULL, NULL);
}

/* Letters and figures alone: how lines end and what white there is between words is the reader's affair. */
static char *
letters_of (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *letters = g_string_new (NULL);
  g_assert_nonnull (normal);
  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  char *settled = settle_ligatures (letters->str);
  g_string_free (letters, TRUE);
  return settled;
}

static char *
text_of_page (const GArray *lines, guint page)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == page)
        g_string_append_len (text, line->lines->text + line->line->start,
                             (gssize) (line->line->end - line->line->start));
    }
  char *letters = letters_of (text->str);
  g_string_free (text, TRUE);
  return letters;
}

/* Where two texts part, with what stands there. */
static char *
compare (guint page, const char *pages, const char *pdf)
{
  gsize at = 0;
  while (pages[at] == pdf[at] && pages[at] != '\0')
    at++;
  if (pages[at] == pdf[at])
    return NULL;
  at = at > 20 ? at - 20 : 0;
  g_autofree char *left = g_utf8_make_valid (pages + at, (gssize) MIN (60, strlen (pages + at)));
  g_autofree char *right = g_utf8_make_valid (pdf + at, (gssize) MIN (60, strlen (pdf + at)));
  return g_strdup_printf ("page %u: the PDF says “%s” where the page says “%s”", page + 1, right, left);
}

gboolean
check_pdf_is_possible (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  return program != NULL;
}

char *
check_pdf (const PgPages *pages, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-raw", "-enc",
                                                    "UTF-8", path, "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (child));
  g_auto (GStrv) pdf = g_strsplit (text, "\f", -1);
  g_autoptr (GArray) lines = printed_lines (pages);
  if (g_strv_length (pdf) != pages->pages->len + 1)
    return g_strdup_printf ("the PDF has %u pages instead of %u", g_strv_length (pdf) - 1, pages->pages->len);
  char *wrong = NULL;
  for (guint i = 0; i < pages->pages->len && wrong == NULL; i++)
    {
      g_autofree char *said = text_of_page (lines, i), *written = letters_of (pdf[i]);
      wrong = compare (i, said, written);
    }
  return wrong;
}
