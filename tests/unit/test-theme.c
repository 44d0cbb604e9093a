/* Enters: the built-in themes, and theme files written here. Leaves: whether they load, say all that the pieces ask for,
   and whether faults are told with file and line. */
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
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  ProgrammeTheme *theme = programme_theme_load (name, &error);
  g_assert_no_error (error);
  g_assert_nonnull (theme);
  return theme;
}

/* The message comes after the file's name. */
static void
assert_refused (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeTheme) theme = programme_theme_load (path, &error);
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
      g_autoptr (ProgrammeTheme) theme = load (*name);
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
               { names->signs, "sign", 15 },
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
  assert_used (base, "sign", names->signs, names->literals);
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
  const char *first = write_theme (folder, "first.theme",
                                   "[theme]\nextends = modern\n[colours]\nsea = #000080\n[style name]\ncolour = sea\n"
                                   "[space]\ngutter = 10mm\n[rules]\nsession = 2pt sea\n");
  g_autofree char *text
      = g_strdup_printf ("[theme]\nextends = %s\n[colours]\nsea = #0000FF\n[style name]\nfont = Serif 12\n", first);
  g_autoptr (ProgrammeTheme) theme = load (write_theme (folder, "second.theme", text));
  g_autoptr (ProgrammeTheme) modern = load ("modern");
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
  assert_fault ("[wine]\nred = yes\n", ":4:1: unknown key “red” in [wine]");
  assert_fault ("[style name]\n\nfnot = Sans 9\n",
                ":5:1: unknown key “fnot” in [style name]; did you mean “font” in [style name]?");
}

static void
test_bad_values (void)
{
  assert_fault ("[colours]\n# sea\naccent = blue\n",
                ":5:1: accent: “blue” is not understood; expected a colour such as #1C4A86");
  assert_fault ("[colours]\naccent = #12345\n",
                ":4:1: accent: “#12345” is not understood; expected a colour such as #1C4A86");
  assert_fault ("[page]\nleft = 20px\n",
                ":4:1: left: “20px” is not understood; expected a length such as 20mm or 4.5pt");
  assert_fault ("[style name]\nleading = tall\n",
                ":4:1: leading: “tall” is not understood; expected a length such as 12pt or 4mm");
  assert_fault ("[style name]\nfont = Sans\n",
                ":4:1: font: “Sans” is not understood; expected a font with its size, such as “Sans Bold 9”");
  assert_fault ("[style name]\nalign = left\n",
                ":4:1: align: “left” is not understood; expected start, centre, end or justify");
  assert_fault ("[style name]\ncolour = sea\n",
                ":4:1: colour: “sea” is not understood; expected the name of a colour of [colours]");
  assert_fault ("[style name]\nbalance = maybe\n", ":4:1: balance: “maybe” is not understood; expected yes or no");
  assert_fault ("[rules]\nsession = thick\n",
                ":4:1: session: “thick” is not understood; expected “none”, “1pt accent” or, for a double rule, “0.9pt "
                "accent 1.5pt 0.3pt”");
  assert_fault ("[rules]\nsession = 1pt sea\n",
                ":4:1: session: “sea” is not understood; expected the name of a colour of [colours]");
  assert_fault ("[arrangement]\nlabels = below\n",
                ":4:1: labels: “below” is not understood; expected beside, margin, above");
}

static void
test_faulty_files (void)
{
  g_autoptr (Folder) folder = folder_new ();
  assert_refused (write_theme (folder, "a.theme", "[colours]\naccent = #000000\n"),
                  ":1:1: say which theme this one extends: [theme], then extends = institutional");
  g_autoptr (GError) error = NULL;
  const char *path = write_theme (folder, "b.theme", "left = 20mm\n");
  g_assert_null (programme_theme_load (path, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_autofree char *expected = g_strconcat (path, ":1:1: this is not a theme file: ", NULL);
  g_assert_true (g_str_has_prefix (error->message, expected));
  g_clear_error (&error);
  g_assert_null (programme_theme_load (path_of (folder, "c.theme"), &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_nonnull (strstr (error->message, "c.theme"));
}

static void
test_circle (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *second = g_build_filename (folder->folder, "second.theme", NULL);
  g_autofree char *text = g_strdup_printf ("[theme]\ntitle = First\nextends = %s\n", second);
  const char *first = write_theme (folder, "first.theme", text);
  g_autofree char *other = g_strdup_printf ("[theme]\nextends = %s\n", first);
  write_theme (folder, "second.theme", other);
  assert_refused (first, ":3:1: themes extend each other in a circle");
}

static void
test_unknown_name (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (programme_theme_load ("modren", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME);
  g_assert_nonnull (strstr (error->message, "there is no theme “modren”; did you mean “modern”?"));
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
  g_test_add_func ("/theme/bad-values", test_bad_values);
  g_test_add_func ("/theme/faulty-files", test_faulty_files);
  g_test_add_func ("/theme/circle", test_circle);
  g_test_add_func ("/theme/unknown-name", test_unknown_name);
  return g_test_run ();
}
