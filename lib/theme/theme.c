/* Enters: a theme's key file, over the theme that it extends. Leaves: styles, rules, colours, lengths and words. */
#include "theme/theme.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"
#include "theme/values.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_FOLDER "/programme/themes/"
#define MAX_EXTENDS 8

struct ProgrammeTheme
{
  gatomicrefcount refs;
  PgArena *arena;
  GHashTable *values;  /* "group/key" to string */
  GHashTable *styles;  /* name to PgStyle */
  GHashTable *rules;   /* name to PgRule */
  GHashTable *colours; /* name to PgColour */
  GHashTable *scripts; /* ISO 15924 code to PgScript */
  GPtrArray *files;    /* char*: what it was read from; NULL at the end */
};

G_DEFINE_BOXED_TYPE (ProgrammeTheme, programme_theme, programme_theme_ref, programme_theme_unref)

static const char *const built_in[] = { "institutional", "modern", "classic", NULL };

const char *const *
programme_theme_list (void)
{
  return built_in;
}

/* The line of a key in a key file's text, or of its group for a NULL key; for messages. */
static guint
line_of (const char *text, const char *group, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *head = g_strdup_printf ("[%s]", group);
  gboolean inside = FALSE;
  guint found = 1;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      if (line[0] == '[')
        inside = strcmp (line, head) == 0;
      if (inside && line[0] == '[')
        found = i + 1;
      gsize length = key != NULL ? strlen (key) : 0;
      if (inside && key != NULL && strncmp (line, key, length) == 0 && strchr (" =\t", line[length]) != NULL)
        return i + 1;
    }
  return found;
}

typedef struct
{
  const char *file, *text;
  ProgrammeTheme *theme;
  GError **error;
} Reading;

static gboolean fail (const Reading *reading, const char *group, const char *key, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
fail (const Reading *reading, const char *group, const char *key, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reading->error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME, "%s:%u:1: %s", reading->file,
               line_of (reading->text, group, key), message);
  return FALSE;
}

static const char *
nearest_key (const Reading *reading, const char *path)
{
  g_autofree const char **known = (const char **) g_hash_table_get_keys_as_array (reading->theme->values, NULL);
  return pg_nearest_word (path, known);
}

/* A theme that extends another may say only what that one says, too: what is misspelt would do nothing. */
static gboolean
take_value (const Reading *reading, const char *group, const char *key, const char *value, gboolean extends)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", group, key);
  if (extends && !g_hash_table_contains (reading->theme->values, path)
      && !pg_theme_key_is_optional (reading->theme->values, group, key))
    {
      const char *near = nearest_key (reading, path);
      const char *slash = near != NULL ? strchr (near, '/') : NULL;
      if (slash != NULL)
        return fail (reading, group, key, "unknown key “%s” in [%s]; did you mean “%s” in [%.*s]?", key, group,
                     slash + 1, (int) (slash - near), near);
      return fail (reading, group, key, "unknown key “%s” in [%s]", key, group);
    }
  g_hash_table_insert (reading->theme->values, pg_arena_strdup (reading->theme->arena, path),
                       pg_arena_strdup (reading->theme->arena, value));
  return TRUE;
}

static gboolean
take_group (const Reading *reading, GKeyFile *file, const char *group, gboolean extends)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, group, keys[i], NULL);
      if (value == NULL)
        return fail (reading, group, keys[i], "this value is not UTF-8 text");
      if (strcmp (keys[i], "extends") == 0 && strcmp (group, "theme") == 0)
        continue;
      if (!take_value (reading, group, keys[i], g_strstrip (value), extends))
        return FALSE;
    }
  return TRUE;
}

/* Colours (and scripts) first, then rules and styles, which name them. */
static gboolean
make_values (const Reading *reading, const char *wanted)
{
  ProgrammeTheme *theme = reading->theme;
  PgThemeParser parser = { theme->arena, theme->values, theme->colours, NULL };
  GHashTableIter iter;
  gpointer path, value;
  g_hash_table_iter_init (&iter, theme->values);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const char *slash = strchr (path, '/');
      g_autofree char *group = g_strndup (path, (gsize) (slash - (char *) path));
      gboolean ok = TRUE;
      if (strcmp (wanted, "colours") == 0 && strcmp (group, "colours") == 0)
        ok = pg_theme_make_colour (&parser, slash + 1, value);
      else if (strcmp (wanted, "colours") == 0 && strcmp (group, "scripts") == 0)
        ok = pg_theme_make_script (&parser, theme->scripts, slash + 1, value);
      else if (strcmp (wanted, "rules") == 0 && strcmp (group, "rules") == 0)
        ok = pg_theme_make_rule (&parser, theme->rules, slash + 1, value);
      else if (strcmp (wanted, "styles") == 0 && g_str_has_prefix (group, "style "))
        ok = pg_theme_make_style (&parser, theme->styles, group + strlen ("style "), slash + 1, value);
      else if (strcmp (wanted, "words") == 0)
        ok = pg_theme_check_word (&parser, group, slash + 1, value);
      if (!ok)
        {
          fail (reading, group, slash + 1, "%s: %s", slash + 1, parser.message);
          g_free (parser.message);
          return FALSE;
        }
    }
  return TRUE;
}

/* Else it is the name of a built-in theme. */
static gboolean
is_path (const char *name)
{
  return strchr (name, '/') != NULL || g_str_has_suffix (name, ".theme");
}

static gboolean
load_text (const char *name, char **text, char **file, GError **error)
{
  if (is_path (name))
    {
      *file = g_strdup (name);
      if (pg_file_read (name, PG_MAX_THEME_BYTES, text, NULL, error))
        return TRUE;
      if (error != NULL)
        (*error)->code = PROGRAMME_ERROR_THEME;
      return FALSE;
    }
  *file = g_strdup_printf ("%s.theme", name);
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, *file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes != NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      *text = g_strndup (data, size);
      return TRUE;
    }
  const char *near = pg_nearest_word (name, built_in);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME,
               "there is no theme “%s”%s%s%s; built in are institutional, modern and classic, and a file is named by "
               "its path, such as ./%s.theme",
               name, near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "", name);
  return FALSE;
}

/* The theme that a file extends: a built-in one's name, or a path that starts in the file's own folder. */
static char *
resolve_base (const char *file, const char *base)
{
  if (!is_path (base))
    return g_strdup (base);
  g_autofree char *folder = g_path_get_dirname (file);
  return g_path_is_absolute (base) || strcmp (folder, ".") == 0 ? g_strdup (base)
                                                                : g_build_filename (folder, base, NULL);
}

static gboolean
load_layer (ProgrammeTheme *theme, const char *name, guint depth, GError **error)
{
  g_autofree char *text = NULL, *file = NULL;
  if (!load_text (name, &text, &file, error))
    return FALSE;
  Reading reading = { file, text, theme, error };
  if (is_path (name))
    g_ptr_array_add (theme->files, g_strdup (name));
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) cause = NULL;
  if (!g_key_file_load_from_data (keys, text, (gsize) -1, G_KEY_FILE_NONE, &cause))
    return fail (&reading, "", NULL, "this is not a theme file: %s", cause->message);
  g_autofree char *base = g_key_file_get_string (keys, "theme", "extends", NULL);
  if (base == NULL && g_strcmp0 (name, built_in[0]) != 0)
    return fail (&reading, "theme", NULL, "say which theme this one extends: [theme], then extends = institutional");
  if (base != NULL && depth == MAX_EXTENDS)
    return fail (&reading, "theme", "extends", "themes extend each other in a circle");
  g_autofree char *extended = base != NULL ? resolve_base (file, g_strstrip (base)) : NULL;
  if (base != NULL && !load_layer (theme, extended, depth + 1, error))
    return FALSE;
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!take_group (&reading, keys, groups[i], base != NULL))
      return FALSE;
  g_hash_table_remove_all (theme->styles);
  return make_values (&reading, "colours") && make_values (&reading, "rules") && make_values (&reading, "styles")
         && make_values (&reading, "words");
}

ProgrammeTheme *
programme_theme_load (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_autoptr (ProgrammeTheme) theme = g_new0 (ProgrammeTheme, 1);
  g_atomic_ref_count_init (&theme->refs);
  theme->arena = pg_arena_new ();
  theme->values = g_hash_table_new (g_str_hash, g_str_equal);
  theme->styles = g_hash_table_new (g_str_hash, g_str_equal);
  theme->rules = g_hash_table_new (g_str_hash, g_str_equal);
  theme->colours = g_hash_table_new (g_str_hash, g_str_equal);
  theme->scripts = g_hash_table_new (g_str_hash, g_str_equal);
  theme->files = g_ptr_array_new_with_free_func (g_free);
  if (!load_layer (theme, name, 0, error))
    return NULL;
  g_ptr_array_add (theme->files, NULL);
  return g_steal_pointer (&theme);
}

ProgrammeBilingual
programme_theme_get_bilingual (const ProgrammeTheme *theme)
{
  static const char *const ways[] = { "stacked", "parallel", "headings", "editions" };
  g_return_val_if_fail (theme != NULL, PROGRAMME_BILINGUAL_STACKED);
  for (guint i = 1; i < G_N_ELEMENTS (ways); i++)
    if (pg_theme_is (theme, "arrangement", "bilingual", ways[i]))
      return (ProgrammeBilingual) (PROGRAMME_BILINGUAL_STACKED + i);
  return PROGRAMME_BILINGUAL_STACKED;
}

ProgrammeTheme *
programme_theme_ref (ProgrammeTheme *theme)
{
  g_return_val_if_fail (theme != NULL, NULL);
  g_atomic_ref_count_inc (&theme->refs);
  return theme;
}

void
programme_theme_unref (ProgrammeTheme *theme)
{
  g_return_if_fail (theme != NULL);
  if (!g_atomic_ref_count_dec (&theme->refs))
    return;
  g_hash_table_unref (theme->values);
  g_hash_table_unref (theme->styles);
  g_hash_table_unref (theme->rules);
  g_hash_table_unref (theme->colours);
  g_hash_table_unref (theme->scripts);
  g_ptr_array_unref (theme->files);
  pg_arena_free (theme->arena);
  g_free (theme);
}

const char *const *
pg_theme_files (const ProgrammeTheme *theme)
{
  return (const char *const *) theme->files->pdata;
}

const PgStyle *
pg_theme_style (const ProgrammeTheme *theme, const char *name)
{
  static const PgStyle plain = { .name = "plain", .family = "Sans", .size = 10, .leading = 12 };
  const PgStyle *style = g_hash_table_lookup (theme->styles, name);
  if (style == NULL)
    g_critical ("the theme has no style “%s”", name);
  return style != NULL ? style : &plain;
}

gboolean
pg_theme_has_style (const ProgrammeTheme *theme, const char *name)
{
  return g_hash_table_contains (theme->styles, name);
}

const PgRule *
pg_theme_rule (const ProgrammeTheme *theme, const char *name)
{
  const PgRule *rule = g_hash_table_lookup (theme->rules, name);
  if (rule == NULL)
    g_critical ("the theme has no rule “%s”", name);
  return rule;
}

const PgColour *
pg_theme_colour (const ProgrammeTheme *theme, const char *name)
{
  static const PgColour black = { 0, 0, 0 };
  const PgColour *colour = g_hash_table_lookup (theme->colours, name);
  if (colour == NULL)
    g_critical ("the theme has no colour “%s”", name);
  return colour != NULL ? colour : &black;
}

const PgScript *
pg_theme_script (const ProgrammeTheme *theme, const char *script)
{
  static const PgScript latin = { 1, 1, 1, 1 };
  const PgScript *found = g_hash_table_lookup (theme->scripts, script);
  if (found == NULL)
    found = g_hash_table_lookup (theme->scripts, "Latn");
  return found != NULL ? found : &latin;
}

const char *
pg_theme_word (const ProgrammeTheme *theme, const char *group, const char *key)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", group, key);
  const char *value = g_hash_table_lookup (theme->values, path);
  if (value == NULL)
    g_critical ("the theme has no key “%s” in [%s]", key, group);
  return value != NULL ? value : "";
}

double
pg_theme_length (const ProgrammeTheme *theme, const char *group, const char *key)
{
  double points = 0;
  pg_length_parse (pg_theme_word (theme, group, key), &points);
  return points;
}

double *
pg_theme_numbers (const ProgrammeTheme *theme, const char *group, const char *key, guint *n)
{
  g_auto (GStrv) words = g_strsplit (pg_theme_word (theme, group, key), " ", -1);
  *n = g_strv_length (words);
  double *numbers = g_new (double, *n);
  for (guint i = 0; i < *n; i++)
    numbers[i] = g_ascii_strtod (words[i], NULL);
  return numbers;
}

gboolean
pg_theme_is (const ProgrammeTheme *theme, const char *group, const char *key, const char *word)
{
  return strcmp (pg_theme_word (theme, group, key), word) == 0;
}
