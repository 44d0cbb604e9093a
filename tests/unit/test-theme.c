/* Enters: the built-in themes, and theme files written here. Leaves: whether they load, say all that the pieces ask for,
   and whether faults are told with file and line. */
#include "findings.h"
#include "theme-names.h"

#include "theme/theme.h"

#include <glib/gstdio.h>
#include <string.h>

/* Files of the user */

typedef struct
{
  char *folder;
  GPtrArray *files;
} Folder;

static Folder *
folder_new (void)
{
  Folder *folder = g_new0 (Folder, 1);
  g_autoptr (GError) error = NULL;
  folder->folder = g_dir_make_tmp ("programme-XXXXXX", &error);
  g_assert_no_error (error);
  folder->files = g_ptr_array_new_with_free_func (g_free);
  return folder;
}

static void
folder_free (Folder *folder)
{
  for (guint i = 0; i < folder->files->len; i++)
    g_remove (g_ptr_array_index (folder->files, i));
  g_rmdir (folder->folder);
  g_ptr_array_unref (folder->files);
  g_free (folder->folder);
  g_free (folder);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

static const char *
path_of (Folder *folder, const char *name)
{
  g_ptr_array_add (folder->files, g_build_filename (folder->folder, name, NULL));
  return g_ptr_array_index (folder->files, folder->files->len - 1);
}

static const char *
write_theme (Folder *folder, const char *name, const char *text)
{
  const char *path = path_of (folder, name);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static ProgrammeTheme *
named (const char *name)
{
  g_autoptr (GError) error = NULL;
  ProgrammeTheme *theme = programme_theme_new_named (name, &error);
  g_assert_no_error (error);
  g_assert_nonnull (theme);
  return theme;
}

static ProgrammeTheme *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  ProgrammeTheme *theme = programme_theme_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (theme);
  return theme;
}

/* The message comes after the file's name. */
static void
assert_refused (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_file (path, NULL, &error);
  g_assert_null (theme);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_cmpstr (error->message + strlen (path), ==, message);
}

static void
assert_fault (const char *text, const char *message)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *whole = g_strconcat ("[theme]\nextends = institutional\n", text, NULL);
  assert_refused (write_theme (folder, "own.theme", whole), message);
}

/* Built-in themes */

static GKeyFile *
base_theme (void)
{
  GKeyFile *base = g_key_file_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lib", "theme", "institutional.theme", NULL);
  g_assert_true (g_key_file_load_from_file (base, path, G_KEY_FILE_NONE, NULL));
  return base;
}

static void
test_built_in (void)
{
  g_autoptr (GKeyFile) base = base_theme ();
  g_auto (GStrv) groups = g_key_file_get_groups (base, NULL);
  for (const char *const *name = programme_theme_list (); *name != NULL; name++)
    {
      g_autoptr (ProgrammeTheme) theme = named (*name);
      for (guint i = 0; groups[i] != NULL; i++)
        {
          if (!g_str_has_prefix (groups[i], "style "))
            continue;
          const PgStyle *style = pg_theme_style (theme, groups[i] + strlen ("style "));
          g_assert_cmpstr (style->name, ==, groups[i] + strlen ("style "));
          g_assert_cmpfloat (style->size, >, 0);
          g_assert_cmpfloat (style->leading, >=, 0.9 * style->size);
        }
      g_assert_cmpfloat (pg_theme_length (theme, "page", "left"), >, 0);
    }
}

static void
assert_has (GKeyFile *base, const char *group, const char *key, const char *file)
{
  if (!g_key_file_has_key (base, group, key, NULL))
    {
      g_test_message ("%s asks for “%s” in [%s], which the theme institutional has not", file, key, group);
      g_test_fail ();
    }
}

static void
test_names (void)
{
  g_autoptr (GKeyFile) base = base_theme ();
  g_autoptr (ThemeNames) names = theme_names_new ();
  GHashTableIter iter;
  gpointer name;
  const struct
  {
    GHashTable *set;
    const char *group;
    guint least;
  } sets[] = { { names->rules, "rules", 8 },
               { names->spaces, "space", 30 },
               { names->shares, "share", 10 },
               { names->colours, "colours", 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_assert_cmpuint (g_hash_table_size (sets[i].set), >=, sets[i].least); /* else they are not found any more */
      g_hash_table_iter_init (&iter, sets[i].set);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        assert_has (base, sets[i].group, name, "a piece");
    }
  g_assert_cmpuint (g_hash_table_size (names->styles), >=, 50);
  g_hash_table_iter_init (&iter, names->styles);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *group = g_strconcat ("style ", name, NULL);
      assert_has (base, group, "font", "a piece");
    }
  g_assert_cmpuint (g_hash_table_size (names->keys), >=, 15);
  g_hash_table_iter_init (&iter, names->keys);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (name, "/", 2);
      assert_has (base, parts[0], parts[1], "a piece");
    }
}

/* What the pieces ask whether it is chosen, a theme may choose. */
static void
test_choices (void)
{
  g_autoptr (ThemeNames) names = theme_names_new ();
  GHashTableIter iter;
  gpointer name;
  g_assert_cmpuint (g_hash_table_size (names->choices), >=, 10);
  g_hash_table_iter_init (&iter, names->choices);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (name, "/", 3);
      g_autoptr (Folder) folder = folder_new ();
      g_autofree char *text
          = g_strdup_printf ("[theme]\nextends = institutional\n[%s]\n%s = %s\n", parts[0], parts[1], parts[2]);
      g_autoptr (ProgrammeTheme) theme = load (write_theme (folder, "own.theme", text));
      g_assert_true (pg_theme_is (theme, parts[0], parts[1], parts[2]));
    }
}

static void
assert_used (GKeyFile *base, const char *group, GHashTable *used, GHashTable *literals)
{
  g_auto (GStrv) keys = g_key_file_get_keys (base, group, NULL, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_hash_table_contains (used, keys[i]) && !g_hash_table_contains (literals, keys[i]))
      {
        g_test_message ("no piece uses “%s” in [%s]", keys[i], group);
        g_test_fail ();
      }
}

/* No theme says what nobody asks for. */
static void
test_nothing_idle (void)
{
  g_autoptr (GKeyFile) base = base_theme ();
  g_autoptr (ThemeNames) names = theme_names_new ();
  assert_used (base, "rules", names->rules, names->literals);
  assert_used (base, "space", names->spaces, names->literals);
  assert_used (base, "share", names->shares, names->literals);
  static const char *const signs[] = { "sign", "board", "direction", "notice", "welcome", "screen" };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    assert_used (base, signs[i], names->literals, names->literals);
  g_auto (GStrv) groups = g_key_file_get_groups (base, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *style = NULL;
      if (!g_str_has_prefix (groups[i], "style ") || g_str_has_suffix (groups[i], " small")
          || g_str_has_suffix (groups[i], " long") || g_str_has_suffix (groups[i], " second"))
        continue;
      style = g_strdup (groups[i] + strlen ("style "));
      if (!g_hash_table_contains (names->literals, style))
        {
          g_test_message ("no piece uses [%s]", groups[i]);
          g_test_fail ();
        }
    }
}

/* Themes of the user */

static void
test_extends (void)
{
  g_autoptr (Folder) folder = folder_new ();
  write_theme (folder, "first.theme",
               "[theme]\nextends = modern\n[colours]\nsea = #000080\n[style name]\ncolour = sea\n"
               "[space]\ngutter = 10mm\n[rules]\nsession = 2pt sea\n");
  g_autoptr (ProgrammeTheme) theme = load (
      write_theme (folder, "second.theme",
                   "[theme]\nextends = first.theme\n[colours]\nsea = #0000FF\n[style name]\nfont = Serif 12\n"));
  g_autoptr (ProgrammeTheme) modern = named ("modern");
  const PgStyle *name = pg_theme_style (theme, "name");
  g_assert_cmpstr (name->family, ==, "Serif");
  g_assert_cmpfloat (name->size, ==, 12);
  g_assert_cmpfloat (name->leading, ==, pg_theme_style (modern, "name")->leading);
  g_assert_cmpfloat (name->colour.blue, ==, 1); /* the second's sea in what the first one says of it */
  g_assert_cmpfloat (pg_theme_rule (theme, "session")->colour.blue, ==, 1);
  g_assert_cmpfloat (pg_theme_rule (theme, "session")->thickness, ==, 2);
  g_assert_cmpfloat_with_epsilon (pg_theme_length (theme, "space", "gutter"), 10 * 72 / 25.4, 1e-9);
  g_assert_true (pg_theme_is (theme, "arrangement", "cover", "poster"));
}

static void
test_variant_for_small_paper (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (ProgrammeTheme) theme = load (write_theme (
      folder, "own.theme", "[theme]\nextends = classic\n[style name small]\nfont = Sans 7\nleading = 9pt\n"));
  g_assert_true (pg_theme_has_style (theme, "name small"));
  g_assert_cmpfloat (pg_theme_style (theme, "name small")->leading, ==, 9);
}

static void
test_unknown_keys (void)
{
  assert_fault ("[space]\ntime = 20mm\nguter = 3mm\n",
                ":5:1: unknown key “guter” in [space]; did you mean “gutter” in [space]?");
  assert_fault ("[style session-titel]\nfont = Sans 9\n",
                ":4:1: unknown key “font” in [style session-titel]; did you mean “font” in [style session-title]?");
  assert_fault ("[scripts]\nThia = 1 1 1.4 1.35\n",
                ":4:1: unknown key “Thia” in [scripts]; did you mean “Thai” in [scripts]?");
  assert_fault ("[wine]\nred = yes\n", ":4:1: unknown key “red” in [wine]");
  assert_fault ("[style name]\n\nfnot = Sans 9\n",
                ":5:1: unknown key “fnot” in [style name]; did you mean “font” in [style name]?");
}

/* A colour of one's own that nothing names is one that is misspelt. */
static void
test_unused_colours (void)
{
  static const char text[] = "[theme]\nextends = institutional\n[colours]\nacent = #000080\nsea = #000080\nsky = sea\n"
                             "land = #008000\n[rules]\nsession = 1pt land\n[style name]\ncolour = sky\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "own.theme", NULL, report, NULL);
  g_assert_nonnull (theme);
  g_autofree char *lines = report_lines (report);
  g_assert_cmpstr (
      lines, ==,
      "own.theme:4:1: warning: nothing names the colour “acent”: name it in a style or a rule, or remove it; "
      "did you mean “accent”? [theme-key]\n");
  g_assert_cmpstr (programme_finding_get_fix (programme_report_get_finding (report, 0)), ==, "accent");
}

static void
test_bad_values (void)
{
  assert_fault ("[colours]\n# sea\naccent = blue\n",
                ":5:10: accent: “blue” is not understood; expected a colour such as #1C4A86");
  assert_fault ("[colours]\naccent = #12345\n",
                ":4:10: accent: “#12345” is not understood; expected a colour such as #1C4A86");
  assert_fault ("[page]\nleft = 20em\n",
                ":4:8: left: “20em” is not understood; expected a length such as 20mm or 4.5pt");
  assert_fault ("[style name]\nleading = tall\n",
                ":4:11: leading: “tall” is not understood; expected a length such as 12pt or 4mm");
  assert_fault ("[style name]\nfont = Sans\n",
                ":4:8: font: “Sans” is not understood; expected a font with its size, such as “Sans Bold 9”");
  assert_fault ("[style name]\n  align =\tleft \r\n",
                ":4:11: align: “left” is not understood; expected start, centre, end or justify");
  assert_fault ("[style name]\ncolour = sea\n",
                ":4:10: colour: “sea” is not understood; expected the name of a colour of [colours]");
  assert_fault ("[sign]\nsteps = 1.5 big\n",
                ":4:9: steps: “1.5 big” is not understood; expected one number or several, such as “1.5 1.25 1”");
  assert_fault ("[page]\nmade-for-height = 0mm\n",
                ":4:19: made-for-height: “0mm” is out of bounds; from 36pt to 14400pt will do");
  assert_fault ("[sign]\nsteps = 900\n", ":4:9: steps: “900” is out of bounds; from 0.25 to 4 will do");
  assert_fault ("[style name]\nbalance = maybe\n", ":4:11: balance: “maybe” is not understood; expected yes or no");
  assert_fault ("[rules]\nsession = thick\n",
                ":4:11: session: “thick” is not understood; expected “none”, “1pt accent” or, for a double rule, "
                "“0.9pt accent 1.5pt 0.3pt”");
  assert_fault ("[rules]\nsession = 1pt sea\n",
                ":4:11: session: “sea” is not understood; expected the name of a colour of [colours]");
  assert_fault ("[arrangement]\nlabels = below\n",
                ":4:10: labels: “below” is not understood; expected beside, margin, above");
  assert_fault ("[style name small]\nleadin = 9pt\n", ":4:1: leadin: a style has no such key; did you mean “leading”?");
}

/* Every number has bounds, and both ends of them are good. */
static void
test_bounds (void)
{
  static const struct
  {
    const char *key, *good[2], *bad[2];
  } numbers[]
      = { { "[space]\nhead-above", { "0pt", "14400pt" }, { "-0.1pt", "1e308in" } },
          { "[page]\nrunt", { "0", "14400" }, { "-1mm", "14401pt" } },
          { "[style name]\nleading", { "0.25pt", "14400pt" }, { "0.24pt", "300in" } },
          { "[style name]\nbefore", { "0pt", "200in" }, { "-1pt", "201in" } },
          { "[style name]\nindent", { "-14400pt", "14400pt" }, { "-14401pt", "14401pt" } },
          { "[style name]\nhang", { "-200in", "200in" }, { "-1e9mm", "1e9mm" } },
          { "[style name]\nmeasure", { "0", "200in" }, { "-1", "6000mm" } },
          { "[style name]\nsecond", { "0", "200in" }, { "-1", "6000mm" } },
          { "[style name]\nafter", { "0", "200in" }, { "-1", "6000mm" } },
          { "[style name]\ntracking", { "-0.25", "2" }, { "-0.26", "1e10" } },
          { "[style name]\nfont", { "Sans 0.25", "Sans 1000" }, { "Sans 1001", "Sans 1e5" } },
          { "[style name]\nfit", { "0.25pt to 1000pt", "9pt to 9pt 1000" }, { "0pt to 9pt", "9pt to 1001pt" } },
          { "[share]\nfigure-low", { "0", "10" }, { "-0.1", "11" } },
          { "[style name]\nbox", { "0pt 0pt 0pt", "200in 200in 200in" }, { "-1pt 4pt 3pt", "1pt 4pt 201in" } },
          { "[rules]\nsession", { "0pt accent", "200in accent" }, { "-1pt accent", "201in accent" } },
          { "[rules]\ntable", { "0pt text 0pt 0pt", "1pt text 1pt 1pt" }, { "1pt text -1pt 0", "1 text 1 1e9" } },
          { "[scripts]\nKore", { "0.25 1 1 4", "4 4 4 4" }, { "0.2 1 1 1", "1 1 1 4.1" } } };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autoptr (ProgrammeReport) report = programme_report_new ();
        g_autofree char *good
            = g_strdup_printf ("[theme]\nextends = institutional\n%s = %s\n", numbers[i].key, numbers[i].good[j]);
        g_autofree char *bad
            = g_strdup_printf ("[theme]\nextends = institutional\n%s = %s\n", numbers[i].key, numbers[i].bad[j]);
        g_autoptr (GBytes) first = g_bytes_new (good, strlen (good)), second = g_bytes_new (bad, strlen (bad));
        g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (first, "own.theme", NULL, report, NULL);
        g_autofree char *found = report_lines (report);
        g_assert_nonnull (theme);
        g_assert_cmpstr (found, ==, "");
        g_assert_null (programme_theme_read_bytes (second, "own.theme", NULL, report, NULL));
        g_assert_cmpuint (programme_report_get_n_findings (report), ==, 1);
        const ProgrammeFinding *finding = programme_report_get_finding (report, 0);
        g_assert_nonnull (strstr (programme_finding_get_message (finding), "is out of bounds; from "));
      }
}

/* All in one run, each at its place and with its code; the error says the first. */
static void
test_all_faults (void)
{
  static const char text[] = "\xEF\xBB\xBF[theme]\nextends = institutional\n[colours]\nsea = blue\nhidden words\n"
                             "[space]\nguter = 3mm\n\tfolio =  1e9mm\n[style name\ncolour = sea\n[style name]\n"
                             "colour = sea\nfont = \xFF 9\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (programme_theme_read_bytes (bytes, "own.theme", NULL, report, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_cmpstr (error->message, ==,
                   "own.theme:5:1: this is no [group], no key = value and, without # before it, no comment");
  g_autofree char *lines = report_lines (report);
  g_assert_cmpstr (
      lines, ==,
      "own.theme:4:7: error: sea: “blue” is not understood; expected a colour such as #1C4A86 [theme-value]\n"
      "own.theme:5:1: error: this is no [group], no key = value and, without # before it, no comment [theme-syntax]\n"
      "own.theme:7:1: error: unknown key “guter” in [space]; did you mean “gutter” in [space]? [theme-key]\n"
      "own.theme:8:11: error: folio: “1e9mm” is out of bounds; from 0pt to 14400pt will do [theme-value]\n"
      "own.theme:9:1: error: a group is written [name] on a line of its own [theme-syntax]\n"
      "own.theme:13:8: error: this is no UTF-8: save the file as UTF-8 [theme-syntax]\n");
  g_assert_cmpstr (programme_finding_get_fix (programme_report_get_finding (report, 2)), ==, "gutter");
}

/* A file of another kind is nobody's business. */
static void
test_nothing_is_quoted (void)
{
  static const char *const texts[]
      = { "secret:x:0:0\n", "password = secret\n", "[theme]\nextends = modern\nsecret:x:0:0\n",
          "[theme]\nextends = modern\n[secret\nsecret = secret\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (ProgrammeReport) report = programme_report_new ();
      g_autoptr (GError) error = NULL;
      g_assert_null (programme_theme_read_bytes (bytes, "own.theme", NULL, report, &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
      g_autofree char *lines = report_lines (report);
      g_assert_cmpstr (lines, !=, "");
      g_assert_null (strstr (lines, "secret"));
      g_assert_null (strstr (error->message, "secret"));
    }
}

static void
test_faulty_files (void)
{
  g_autoptr (Folder) folder = folder_new ();
  assert_refused (write_theme (folder, "a.theme", "[theme]\ntitle = A\n[colours]\naccent = #000000\n"),
                  ":1:1: say which theme this one extends: [theme], then extends = institutional");
  assert_refused (write_theme (folder, "b.theme", "left = 20mm\n"),
                  ":1:1: this is no theme: a theme begins with [theme] and, on the next line, extends = institutional");
  assert_refused (write_theme (folder, "institutional", "[theme]\ntitle = A\n"),
                  ":1:1: say which theme this one extends: [theme], then extends = institutional");
  g_autoptr (GError) error = NULL;
  g_assert_null (programme_theme_read_file (path_of (folder, "c.theme"), NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_nonnull (strstr (error->message, "c.theme"));
}

/* What a theme extends lies in its folder, or in the files that come with it. */
static void
test_extended_files (void)
{
  g_autoptr (Folder) folder = folder_new ();
  assert_refused (write_theme (folder, "a.theme", "[theme]\nextends = ../b.theme\n"),
                  ":2:11: the theme “../b.theme” leads out of the folder: files lie in that folder "
                  "or below it");
  assert_refused (write_theme (folder, "b.theme", "[theme]\nextends = /etc/passwd\n"),
                  ":2:11: the theme “/etc/passwd” leads out of the folder: files lie in that folder "
                  "or below it");
  assert_refused (write_theme (folder, "c.theme", "[theme]\nextends = modren\n"),
                  ":2:11: there is no theme “modren”: built in are institutional, modern and "
                  "classic, and a file is named by its path, such as ./modren.theme; did you mean “modern”?");

  static const char own[] = "[theme]\nextends = ./house/base.theme\n", base[] = "[theme]\nextends = inks.theme\n",
                    inks[] = "[theme]\nextends = modern\n[colours]\naccent = #0000FF\n";
  g_autoptr (GBytes) first = g_bytes_new_static (own, strlen (own)), second = g_bytes_new_static (base, strlen (base)),
                     third = g_bytes_new_static (inks, strlen (inks));
  g_autoptr (ProgrammeTableFiles) table = programme_files_new_for_table ();
  g_autoptr (GError) error = NULL;
  programme_table_files_add (table, "house/base.theme", second);
  g_assert_null (programme_theme_read_bytes (first, "themes/own.theme", PROGRAMME_FILES (table), NULL, &error));
  g_assert_cmpstr (error->message, ==, "themes/house/base.theme:2:11: the theme “inks.theme” is not there");
  g_clear_error (&error);
  programme_table_files_add (table, "house/inks.theme", third);
  g_autoptr (ProgrammeTheme) theme
      = programme_theme_read_bytes (first, "own.theme", PROGRAMME_FILES (table), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (pg_theme_colour (theme, "accent")->blue, ==, 1);
  g_assert_null (programme_theme_read_bytes (first, "own.theme", NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "this one comes without files"));
}

static void
test_circle (void)
{
  g_autoptr (Folder) folder = folder_new ();
  const char *first = write_theme (folder, "first.theme", "[theme]\ntitle = First\nextends = second.theme\n");
  write_theme (folder, "second.theme", "[theme]\nextends = first.theme\n");
  assert_refused (first, ":3:11: themes extend each other in a circle");
}

static void
test_unknown_name (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (programme_theme_new_named ("modren", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_nonnull (strstr (error->message, "./modren.theme; did you mean “modern”?"));
  g_clear_error (&error);
  g_assert_null (programme_theme_new_named ("ours.ini", &error));
  g_assert_true (g_str_has_suffix (error->message, " such as ./ours.ini"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/built-in", test_built_in);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/choices", test_choices);
  g_test_add_func ("/theme/nothing-idle", test_nothing_idle);
  g_test_add_func ("/theme/extends", test_extends);
  g_test_add_func ("/theme/small-paper", test_variant_for_small_paper);
  g_test_add_func ("/theme/unknown-keys", test_unknown_keys);
  g_test_add_func ("/theme/unused-colours", test_unused_colours);
  g_test_add_func ("/theme/bad-values", test_bad_values);
  g_test_add_func ("/theme/bounds", test_bounds);
  g_test_add_func ("/theme/all-faults", test_all_faults);
  g_test_add_func ("/theme/nothing-is-quoted", test_nothing_is_quoted);
  g_test_add_func ("/theme/faulty-files", test_faulty_files);
  g_test_add_func ("/theme/extended-files", test_extended_files);
  g_test_add_func ("/theme/circle", test_circle);
  g_test_add_func ("/theme/unknown-name", test_unknown_name);
  return g_test_run ();
}
