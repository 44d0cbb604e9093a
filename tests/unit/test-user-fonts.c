/* Enters: folders with copies of fonts that the set does not use, and files that are no fonts. Leaves: TAP: which of
   them set text, and what is said of the others. */
#include "font/fonts-private.h"
#include "text/paragraph.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CORE "/usr/share/fonts/truetype/noto/"

typedef struct
{
  char *folder;
  PgFonts *fonts;
  ProgrammeReport *report;
} Case;

static void
put (const Case *test, const char *name, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test->folder, name, NULL);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The first part of one of Debian's fonts, or all of it. */
static void
copy_part (const Case *test, const char *font, const char *name, gsize most)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_strconcat (CORE, font, NULL), *data = NULL;
  gsize length;
  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  put (test, name, data, MIN (length, most));
}

static void
copy (const Case *test, const char *font)
{
  copy_part (test, font, font, G_MAXSIZE);
}

static void
set_up (Case *test, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  test->folder = g_dir_make_tmp ("fonts-XXXXXX", &error);
  test->report = programme_report_new ();
  g_assert_no_error (error);
}

static void
tear_down (Case *test, gconstpointer data)
{
  (void) data;
  g_autoptr (GDir) dir = g_dir_open (test->folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (test->folder);
  g_free (test->folder);
  pg_fonts_give_back (test->fonts);
  programme_report_unref (test->report);
}

static void
add (Case *test)
{
  g_autoptr (GError) error = NULL;
  pg_fonts_give_back (test->fonts);
  test->fonts = pg_fonts_take (test->folder, test->report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (test->fonts);
}

/* The findings without the scratch folder's name. */
static char *
findings (const Case *test)
{
  GString *all = g_string_new (NULL);
  programme_report_sort (test->report);
  for (guint i = 0; i < programme_report_get_n_findings (test->report); i++)
    {
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (test->report, i));
      g_string_append_printf (all, "%s\n", line);
    }
  g_string_replace (all, test->folder, "fonts", 0);
  return g_string_free (all, FALSE);
}

#define expect_findings(test, wanted)                                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = findings (test);                                                                         \
    g_assert_cmpstr (found_, ==, wanted);                                                                              \
  }                                                                                                                    \
  G_STMT_END

/* The families that set a text, in order, "Noto Sans|Noto Sans Thai"; what is found is in the report. */
static char *
families (Case *test, const PgStyle *style, guint flags, const char *language, const char *text)
{
  PgRun run = { .text = text, .style = style, .language = language, .flags = flags };
  PgLines *lines = pg_lines_new (test->fonts, style, &run, 1, 1000, FALSE, NULL, test->report);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < lines->lines[0].n_runs; i++)
    {
      PangoFontDescription *font = pango_font_describe (lines->lines[0].runs[i].glyphs->item->analysis.font);
      pango_font_description_unset_fields (font, PANGO_FONT_MASK_SIZE);
      g_autofree char *name = pango_font_description_to_string (font);
      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", name);
      pango_font_description_free (font);
    }
  pg_lines_free (lines);
  return g_string_free (all, FALSE);
}

static void
expect_families (Case *test, const char *family, guint flags, const char *language, const char *text,
                 const char *wanted)
{
  const PgStyle style = { .name = "own", .family = family, .size = 10, .leading = 14 };
  g_autofree char *found = families (test, &style, flags, language, text);
  g_assert_cmpstr (found, ==, wanted);
}

/* A family of the user's sets the scripts that it was made for; the set's families the rest. */
static void
test_named (Case *test, gconstpointer data)
{
  (void) data;
  copy (test, "NotoLoopedThai-Regular.ttf");
  copy (test, "NotoLoopedThai-Bold.ttf");
  copy (test, "NotoSansDisplay-Regular.ttf");
  copy (test, "NotoSansDisplay-Italic.ttf");
  add (test);
  expect_families (test, "Noto Looped Thai", 0, "th", "ภาษา", "Noto Looped Thai");
  expect_families (test, "Noto Looped Thai", PG_RUN_BOLD, "th", "ภาษา", "Noto Looped Thai Bold");
  expect_families (test, "Noto Looped Thai", 0, "ko", "한국어", "Noto Sans CJK KR");
  expect_families (test, "Noto Sans Display", 0, "en", "ship", "Noto Sans Display");
  expect_families (test, "Noto Sans Display", 0, "ru", "порт", "Noto Sans Display");
  expect_families (test, "Noto Sans Display", PG_RUN_ITALIC, "en", "ship", "Noto Sans Display Italic");
  expect_families (test, "Noto Sans Display", 0, "th", "ภาษา", "Noto Sans Thai");
  expect_families (test, "Sans", 0, "th", "ภาษา", "Noto Sans Thai");
  expect_findings (test, "");
}

/* What its script's font has not comes from the user's only where the set has it not, either. A letter that a family
   has not is one of the set's font for that script, in the text's own slope. */
static void
test_characters (Case *test, gconstpointer data)
{
  (void) data;
  copy (test, "NotoSansEgyptianHieroglyphs-Regular.ttf");
  copy (test, "NotoTraditionalNushu-Regular.ttf");
  add (test);
  expect_families (test, "Sans", 0, "en", "a\U00013080", "Noto Sans|Noto Sans Egyptian Hieroglyphs");
  expect_families (test, "Serif", PG_RUN_BOLD, "en", "a\U00013080", "Noto Serif Bold|Noto Sans Egyptian Hieroglyphs");
  expect_families (test, "Sans", 0, "en", "✓", "Noto Sans Symbols2");
  expect_findings (test, "");
  expect_families (test, "Noto Traditional Nushu", PG_RUN_ITALIC, "fr", "née",
                   "Noto Traditional Nushu|Noto Sans Italic|Noto Traditional Nushu");
}

/* No weight and no slope is forged. */
static void
test_faces (Case *test, gconstpointer data)
{
  (void) data;
  copy (test, "NotoSansDisplay-Regular.ttf");
  add (test);
  expect_families (test, "Noto Sans Display", PG_RUN_BOLD, "en", "ship", "Noto Sans Display");
  expect_findings (test,
                   "warning: the family \"Noto Sans Display\" has no bold, and its regular stands in: add the font "
                   "file, or let the theme name another family [missing-style]\n");
  g_clear_pointer (&test->report, programme_report_unref); /* and it is told to the next document, too */
  test->report = programme_report_new ();
  add (test);
  expect_families (test, "Noto Sans Display", 0, "en", "ship", "Noto Sans Display");
  expect_findings (test, "");
  expect_families (test, "Noto Sans Display", PG_RUN_BOLD, "en", "ship", "Noto Sans Display");
  g_assert_cmpuint (programme_report_get_n_findings (test->report), ==, 1);
}

/* What is missing in a folder is missing; what else lies in it is told, unless it does not look like a font. */
static void
test_bad_files (Case *test, gconstpointer data)
{
  (void) data;
  copy (test, "NotoLoopedThai-Regular.ttf");
  copy_part (test, "NotoSans-Regular.ttf", "Cut.ttf", 5000);
  put (test, "Empty.otf", "", 0);
  put (test, "Text.ttf", "no font at all", 14);
  put (test, "OFL.txt", "a licence", 9);
  g_autofree char *link = g_build_filename (test->folder, "Link.ttf", NULL);
  g_assert_cmpint (symlink (CORE "NotoSansOgham-Regular.ttf", link), ==, 0);
  add (test);
  expect_findings (test,
                   "fonts/Cut.ttf: warning: this cannot be read as a font: it is broken, or a file of another kind "
                   "[bad-font]\n"
                   "fonts/Empty.otf: warning: this cannot be read as a font: it is broken, or a file of another kind "
                   "[bad-font]\n"
                   "fonts/Link.ttf: warning: this is a link that leads out of the folder: copy the font into it "
                   "[bad-font]\n"
                   "fonts/Text.ttf: warning: this cannot be read as a font: it is broken, or a file of another kind "
                   "[bad-font]\n");
  expect_families (test, "Noto Looped Thai", 0, "th", "ภาษา", "Noto Looped Thai");
  expect_families (test, "Noto Sans Ogham", 0, "en", "a", "Noto Sans");
}

/* A pipe would keep fontconfig waiting: then nothing of the folder is looked at. */
static void
test_pipe (Case *test, gconstpointer data)
{
  (void) data;
  copy (test, "NotoLoopedThai-Regular.ttf");
  g_autofree char *pipe = g_build_filename (test->folder, "Pipe.ttf", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  add (test);
  expect_findings (test,
                   "fonts/Pipe.ttf: warning: this is no file: remove it; no font of the folder is used while it is "
                   "there [bad-font]\n");
  expect_families (test, "Noto Looped Thai", 0, "th", "ภาษา", "Noto Sans Thai");
}

static void
test_no_folder (Case *test, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_assert_null (pg_fonts_take ("/no/such/folder", test->report, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "/no/such/folder"));
  g_clear_error (&error);
  copy (test, "NotoLoopedThai-Regular.ttf");
  g_autofree char *file = g_build_filename (test->folder, "NotoLoopedThai-Regular.ttf", NULL);
  g_assert_null (pg_fonts_take (file, test->report, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
}

/* A file that is written over long after its folder was read: what is in it now counts. */
static void
test_replaced (Case *test, gconstpointer data)
{
  (void) data;
  g_autofree char *path = g_build_filename (test->folder, "Own.ttf", NULL);
  struct timespec past[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
  copy_part (test, "NotoLoopedThai-Regular.ttf", "Own.ttf", G_MAXSIZE);
  utimensat (AT_FDCWD, path, past, 0);
  utimensat (AT_FDCWD, test->folder, past, 0);
  add (test);
  expect_families (test, "Noto Looped Thai", 0, "th", "ภาษา", "Noto Looped Thai");
  copy_part (test, "NotoSansDisplay-Regular.ttf", "Own.ttf", G_MAXSIZE); /* replaces, and so changes the folder */
  utimensat (AT_FDCWD, test->folder, past, 0);
  add (test);
  expect_families (test, "Noto Sans Display", 0, "en", "ship", "Noto Sans Display");
}

/* A folder as it was has the fonts that were loaded before; the moment something in it changes, it has others, even if
   fontconfig's cache does not know yet; what is wrong with it is told each time. */
static void
test_changed (Case *test, gconstpointer data)
{
  (void) data;
  static const char broken[] = "fonts/Text.ttf: warning: this cannot be read as a font: it is broken, or a file of "
                               "another kind [bad-font]\n";
  copy_part (test, "NotoLoopedThai-Regular.ttf", "Own.ttf", G_MAXSIZE);
  put (test, "Text.ttf", "no font at all", 14);
  add (test);
  const PgFonts *first = test->fonts;
  expect_findings (test, broken);
  add (test);
  g_assert_true (test->fonts == first);
  expect_findings (test, broken);
  g_autofree char *path = g_build_filename (test->folder, "Own.ttf", NULL), *other = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (CORE "NotoSansDisplay-Regular.ttf", &other, &length, NULL));
  int file = g_open (path, O_WRONLY); /* written over in place: the folder's time stays */
  g_assert_cmpint (write (file, other, length), ==, (gssize) length);
  close (file);
  add (test);
  g_assert_true (test->fonts != first);
  expect_findings (test, broken);
  expect_families (test, "Noto Sans Display", 0, "en", "ship", "Noto Sans Display");
}

/* A folder that is named in another way is the same folder, and its findings have the name that was used. */
static void
test_other_name (Case *test, gconstpointer data)
{
  (void) data;
  put (test, "Text.ttf", "no font at all", 14);
  add (test);
  const PgFonts *first = test->fonts;
  g_autofree char *plain = test->folder, *shown = g_strconcat (plain, "/../", strrchr (plain, '/') + 1, NULL);
  test->folder = shown;
  g_clear_pointer (&test->report, programme_report_unref);
  test->report = programme_report_new ();
  add (test);
  g_assert_true (test->fonts == first);
  expect_findings (test, "fonts/Text.ttf: warning: this cannot be read as a font: it is broken, or a file of another "
                         "kind [bad-font]\n");
  test->folder = g_steal_pointer (&plain);
}

/* What cairo draws is what the file has now, not what it had when cairo opened it first. */
static void
test_drawn (Case *test, gconstpointer data)
{
  (void) data;
  static const char *const fonts[] = { "NotoSansDisplay-Regular.ttf", "NotoSans-Regular.ttf" };
  double widths[4];
  for (guint i = 0; i < 4; i++)
    {
      copy_part (test, fonts[i % 2], "Own.ttf", G_MAXSIZE);
      add (test);
      PgRun run = { .text = "", .language = "en" };
      const PgStyle style = { .family = i % 2 == 0 ? "Noto Sans Display" : "Noto Sans", .size = 1000, .leading = 1000 };
      run.style = &style;
      const PgFont *font = pg_fonts_choose (test->fonts, &run, G_UNICODE_SCRIPT_LATIN);
      g_assert_true (pg_font_set_is_own (test->fonts->set, style.family));
      cairo_text_extents_t extents;
      cairo_scaled_font_text_extents (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font->font)), "mmm",
                                      &extents);
      widths[i] = extents.x_advance;
    }
  g_assert_cmpfloat (widths[0], !=, widths[1]);
  g_assert_cmpfloat (widths[0], ==, widths[2]);
  g_assert_cmpfloat (widths[1], ==, widths[3]);
}

/* A file that fontconfig's cache takes for a font, and that is none any more, is a finding, and the set's fonts stand
   in for its own. */
static void
test_not_opened (Case *test, gconstpointer data)
{
  (void) data;
  struct timespec past[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
  g_autofree char *path = g_build_filename (test->folder, "Own.ttf", NULL);
  copy_part (test, "NotoLoopedThai-Regular.ttf", "Own.ttf", G_MAXSIZE);
  utimensat (AT_FDCWD, path, past, 0);
  utimensat (AT_FDCWD, test->folder, past, 0);
  FcConfig *config = FcConfigCreate ();
  FcConfigParseAndLoadFromMemory (
      config, (const FcChar8 *) "<fontconfig><cachedir prefix='xdg'>fontconfig</cachedir></fontconfig>", FcFalse);
  FcCache *cache = FcDirCacheRead ((const FcChar8 *) test->folder, FcFalse, config);
  g_assert_nonnull (cache);
  FcDirCacheUnload (cache);
  FcConfigDestroy (config);
  g_assert_cmpint (truncate (path, 100), ==, 0);
  utimensat (AT_FDCWD, path, past, 0);
  add (test);
  expect_findings (test,
                   "fonts/Own.ttf: warning: this cannot be read as a font: it is broken, or a file of another kind "
                   "[bad-font]\n");
  expect_families (test, "Noto Looped Thai", 0, "th", "ภาษา", "Noto Sans Thai");
}

/* Where a table of a font begins. */
static char *
find_table (char *font, const char *tag)
{
  guint n = (guint) (guchar) font[4] << 8 | (guchar) font[5];
  for (guint i = 0; i < n; i++)
    {
      const guchar *entry = (guchar *) font + 12 + 16 * i;
      if (memcmp (entry, tag, 4) == 0)
        return font + ((guint) entry[8] << 24 | (guint) entry[9] << 16 | (guint) entry[10] << 8 | entry[11]);
    }
  g_assert_not_reached ();
}

/* Writes a GSUB over a font's own that replaces each of the first glyphs by none, in every script and language
   (ISO/IEC 14496-22, 6.3.4.3, multiple substitution). */
static void
take_glyphs_away (char *font)
{
  enum
  {
    N_GLYPHS = 200
  };
  static const guint16 head[] = { 1,       0,
                                  10,      30,
                                  44, /* 0: version 1.0; scripts, features and lookups from here */
                                  1,       0x4446,
                                  0x4c54,  8,
                                  4,       0, /* 10: one script, DFLT, with a default language alone, */
                                  0,       0xffff,
                                  1,       0, /* 22: that has the first feature */
                                  1,       0x6363,
                                  0x6d70,  8,
                                  0,       1,
                                  0, /* 30: one feature, ccmp, with the first lookup */
                                  1,       4,
                                  2,       0,
                                  1,       8, /* 44: one lookup, of the second type, with one table */
                                  1,       8 + 2 * N_GLYPHS,
                                  N_GLYPHS }; /* 56: a sequence for each glyph of the coverage */
  guchar *at = (guchar *) find_table (font, "GSUB");
  guint16 words[G_N_ELEMENTS (head) + N_GLYPHS + 6], *next = words + G_N_ELEMENTS (head);
  memcpy (words, head, sizeof head);
  for (guint i = 0; i < N_GLYPHS; i++)
    *next++ = 6 + 2 * N_GLYPHS; /* all the same one, which is empty */
  const guint16 tail[] = { 0, 2, 1, 0, N_GLYPHS - 1, 0 };
  memcpy (next, tail, sizeof tail);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    at[2 * i] = (guchar) (words[i] >> 8), at[2 * i + 1] = (guchar) words[i];
}

/* A font whose tables take every glyph of a word away: boxes show that there is one, and the font is named, to each
   document anew. */
static void
test_no_glyphs (Case *test, gconstpointer data)
{
  (void) data;
  g_autofree char *font = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (CORE "NotoLoopedThai-Regular.ttf", &font, &length, NULL));
  take_glyphs_away (font);
  put (test, "Own.ttf", font, length);
  add (test);
  const PgStyle style = { .name = "own", .family = "Noto Looped Thai", .size = 10, .leading = 14 };
  const PgRun run = { .text = "ภาษา ภ", .style = &style, .language = "th" };
  for (guint document = 0; document < 2; document++)
    {
      g_autoptr (ProgrammeReport) report = programme_report_new ();
      PgLines *lines = pg_lines_new (test->fonts, &style, &run, 1, 1000, FALSE, NULL, report);
      const PangoGlyphString *glyphs = lines->lines[0].runs[0].glyphs->glyphs;
      g_assert_cmpint (glyphs->num_glyphs, ==, 6);
      g_assert_cmphex (glyphs->glyphs[0].glyph, ==, PANGO_GET_UNKNOWN_GLYPH (0xe20));
      g_assert_cmphex (glyphs->glyphs[4].glyph, ==, PANGO_GLYPH_EMPTY);
      g_assert_cmpint (glyphs->glyphs[3].geometry.width, >, 2 * PANGO_SCALE);
      g_assert_cmpint (glyphs->glyphs[4].geometry.width, ==, 5 * PANGO_SCALE / 2);
      g_assert_cmpint (glyphs->log_clusters[3], ==, 9);
      g_assert_cmpuint (programme_report_get_n_findings (report), ==, 3);
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, 0));
      g_assert_cmpstr (line, ==,
                       "error: your font \"Noto Looped Thai\" says that it has U+0E20 ภ THAI CHARACTER PHO SAMPHAO and "
                       "shows nothing for it: the file is damaged; replace it [missing-glyph]");
      pg_lines_free (lines);
    }
}

/* Fonts that are damaged in their midst: whatever they show, nothing breaks. */
static void
test_damaged (Case *test, gconstpointer data)
{
  (void) data;
  g_autofree char *font = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (CORE "NotoLoopedThai-Regular.ttf", &font, &length, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *damaged = g_memdup2 (font, length);
      for (guint k = 0; k < 200; k++)
        damaged[g_test_rand_int_range (i % 2 == 0 ? 12 : 400, (gint32) length)] = (char) g_test_rand_int ();
      put (test, "Own.ttf", damaged, length);
      add (test);
      const PgStyle style = { .name = "own", .family = "Noto Looped Thai", .size = 10, .leading = 14 };
      g_free (families (test, &style, 0, "th", "ภาษาไทย สวัสดี Latin"));
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("cache-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  static const struct
  {
    const char *path;
    void (*test) (Case *, gconstpointer);
  } tests[] = { { "/user-fonts/named", test_named },
                { "/user-fonts/characters", test_characters },
                { "/user-fonts/faces", test_faces },
                { "/user-fonts/bad-files", test_bad_files },
                { "/user-fonts/pipe", test_pipe },
                { "/user-fonts/no-folder", test_no_folder },
                { "/user-fonts/replaced", test_replaced },
                { "/user-fonts/changed", test_changed },
                { "/user-fonts/other-name", test_other_name },
                { "/user-fonts/drawn", test_drawn },
                { "/user-fonts/not-opened", test_not_opened },
                { "/user-fonts/no-glyphs", test_no_glyphs },
                { "/user-fonts/damaged", test_damaged } };
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].test, tear_down);
  int status = g_test_run ();
  g_autofree char *own = g_build_filename (cache, "fontconfig", NULL);
  g_autoptr (GDir) dir = g_dir_open (own, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (own, name, NULL);
      g_remove (path);
    }
  g_rmdir (own);
  g_rmdir (cache);
  return status;
}
