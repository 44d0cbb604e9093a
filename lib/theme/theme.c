/* Enters: a theme's key file, over the theme that it extends. Leaves: styles, rules, colours, lengths and words. */
#include "theme/theme.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/files.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"
#include "theme/contrast.h"
#include "theme/values.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_FOLDER "/programme/themes/"
#define EDITIONS_FOLDER "/programme/editions/"
#define MAX_EXTENDS 8
#define MAX_SUGGESTIONS 100 /* searching near words costs time, which a file full of unknown ones must not multiply */

struct ProgrammeTheme
{
  gatomicrefcount refs;
  PgArena *arena;
  ProgrammeTheme *base; /* that it is an edition of, and whose strings it has; or NULL */
  GPtrArray *keys;      /* PgThemeKey*, in the order in which they were said first */
  GHashTable *values;   /* "group/key" to the same */
  GHashTable *styles;   /* name to PgStyle */
  GHashTable *rules;    /* name to PgRule */
  GHashTable *colours;  /* name to PgColour */
  GHashTable *scripts;  /* ISO 15924 code to PgScript */
  GPtrArray *files;     /* char*: what it was read from; NULL at the end */
};

G_DEFINE_BOXED_TYPE (ProgrammeTheme, programme_theme, programme_theme_ref, programme_theme_unref)

static const char *const built_in[] = { "institutional", "modern", "classic", NULL };

const char *const *
programme_theme_list (void)
{
  return built_in;
}

/* Reading */

/* A theme that is being read: its layers, of which each extends the next. */
typedef struct
{
  ProgrammeTheme *theme;
  const char *name;      /* of the file that was asked for, for findings */
  ProgrammeFiles *files; /* where those are that it extends; or NULL */
  PgThemeFaults *faults;
  guint n_suggestions;
  GPtrArray *own_colours; /* PgThemeKey*: those that no built-in theme has */
} Reading;

static GBytes *
find_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".theme", NULL);
  return g_strv_contains (built_in, name) ? g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL) : NULL;
}

static gboolean
is_root_name (const char *built_in_name)
{
  return strcmp (built_in_name, built_in[0]) == 0;
}

/* What to say of a name that no built-in theme has; near is the one that was probably meant, or NULL. */
static char *
unknown_name (const char *name, const char *near)
{
  g_autofree char *meant = near != NULL ? g_strdup_printf ("; did you mean “%s”?", near) : g_strdup ("");
  return g_strdup_printf ("there is no theme “%.60s”: built in are institutional, modern and classic, and a file is "
                          "named by its path, such as ./%.60s%s%s",
                          name, name, strchr (name, '.') != NULL ? "" : ".theme", meant);
}

static const PgThemeKey *
nearest_key (Reading *reading, const char *path)
{
  if (reading->n_suggestions++ >= MAX_SUGGESTIONS)
    return NULL;
  g_autofree const char **known = (const char **) g_hash_table_get_keys_as_array (reading->theme->values, NULL);
  const char *near = pg_nearest_word (path, known);
  return near != NULL ? g_hash_table_lookup (reading->theme->values, near) : NULL;
}

static void
tell_unknown_key (Reading *reading, const PgThemeKey *key, const char *path)
{
  const PgThemeKey *near = nearest_key (reading, path);
  if (near == NULL)
    {
      pg_theme_fault (reading->faults, &key->place, "theme-key", "unknown key “%.60s” in [%.60s]", key->key,
                      key->group);
      return;
    }
  pg_finding_set_fix (pg_theme_fault (reading->faults, &key->place, "theme-key",
                                      "unknown key “%.60s” in [%.60s]; did you mean “%s” in [%s]?", key->key,
                                      key->group, near->key, near->group),
                      near->key);
}

/* A theme that extends another may say only what that one says, too: what is misspelt would do nothing. */
static void
take_key (Reading *reading, PgThemeKey *key, gboolean extends)
{
  ProgrammeTheme *theme = reading->theme;
  g_autofree char *path = g_strdup_printf ("%s/%s", key->group, key->key);
  PgThemeKey *known = g_hash_table_lookup (theme->values, path);
  if (extends && known == NULL && !pg_theme_key_is_optional (theme->values, key->group, key->key))
    tell_unknown_key (reading, key, path);
  else if (known != NULL)
    *known = *key;
  else
    {
      g_hash_table_insert (theme->values, pg_arena_strdup (theme->arena, path), key);
      g_ptr_array_add (theme->keys, key);
      if (extends && strcmp (key->group, "colours") == 0)
        g_ptr_array_add (reading->own_colours, key);
    }
}

/* Else it is the name of a built-in theme. */
static gboolean
is_path (const char *name)
{
  return strchr (name, '/') != NULL || g_str_has_suffix (name, ".theme");
}

static gboolean
is_extends (const PgThemeKey *key)
{
  return strcmp (key->group, "theme") == 0 && strcmp (key->key, "extends") == 0;
}

/* The path of the file that one extends, below where the files are; path is its own there, or NULL for the first. */
static char *
path_beside (const char *path, const char *base)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : g_strdup (".");
  while (g_str_has_prefix (base, "./"))
    base += strlen ("./");
  return strcmp (folder, ".") == 0 || base[0] == '/' ? g_strdup (base) : g_strconcat (folder, "/", base, NULL);
}

/* How findings call that file. */
static const char *
name_beside (const Reading *reading, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (reading->name);
  return strcmp (folder, ".") == 0 ? pg_arena_strdup (reading->theme->arena, path)
                                   : pg_arena_printf (reading->theme->arena, "%s/%s", folder, path);
}

static GBytes *
read_base (Reading *reading, const PgThemeKey *extends, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  if (reading->files != NULL)
    bytes = programme_files_read (reading->files, path, &error);
  if (bytes != NULL && g_bytes_get_size (bytes) <= PG_MAX_THEME_BYTES)
    return g_steal_pointer (&bytes);
  pg_theme_fault (reading->faults, &extends->value_place, "theme-extends", "the theme “%.60s” %s", extends->value,
                  bytes != NULL            ? "is larger than 4 MiB"
                  : reading->files == NULL ? "cannot be read, since this one comes without files"
                                           : error->message);
  return NULL;
}

/* One file of a theme. */
typedef struct
{
  const char *file; /* its name for findings */
  const char *path; /* where it lies in the files; NULL for the first one and for those that are built in */
  gboolean is_root; /* the one that extends none */
  guint depth;
} Layer;

static void read_layer (Reading *reading, GBytes *bytes, const Layer *layer);

/* The theme that a layer extends: a built-in one, or a file beside it. */
static void
read_extended (Reading *reading, const PgThemeKey *extends, const Layer *layer)
{
  if (layer->depth == MAX_EXTENDS)
    {
      pg_theme_fault (reading->faults, &extends->value_place, "theme-extends", "themes extend each other in a circle");
      return;
    }
  if (is_path (extends->value))
    {
      g_autofree char *path = path_beside (layer->path, extends->value);
      g_autoptr (GBytes) bytes = read_base (reading, extends, path);
      Layer base = { .file = name_beside (reading, path), .path = path, .depth = layer->depth + 1 };
      const char *folder = pg_files_folder (reading->files);
      if (bytes != NULL && folder != NULL)
        g_ptr_array_add (reading->theme->files,
                         strcmp (folder, ".") == 0 ? g_strdup (path) : g_build_filename (folder, path, NULL));
      if (bytes != NULL)
        read_layer (reading, bytes, &base);
      return;
    }
  g_autoptr (GBytes) bytes = find_built_in (extends->value);
  if (bytes != NULL)
    {
      Layer base = { .file = extends->value, .is_root = is_root_name (extends->value), .depth = layer->depth + 1 };
      read_layer (reading, bytes, &base);
      return;
    }
  const char *near = pg_nearest_word (extends->value, built_in);
  g_autofree char *message = unknown_name (extends->value, near);
  pg_finding_set_fix (pg_theme_fault (reading->faults, &extends->value_place, "theme-extends", "%s", message), near);
}

/* What a layer extends is read before it is, so that it has the last word. */
static void
read_layer (Reading *reading, GBytes *bytes, const Layer *layer)
{
  const char *file = pg_arena_strdup (reading->theme->arena, layer->file);
  GPtrArray *keys = pg_theme_keys_read (reading->theme->arena, file, bytes, reading->faults);
  const PgThemeKey *extends = NULL;
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (is_extends (g_ptr_array_index (keys, i)))
      extends = g_ptr_array_index (keys, i);
  if (extends != NULL)
    read_extended (reading, extends, layer);
  else if (keys != NULL && !layer->is_root)
    {
      const PgPlace start = { layer->file, 1, 1 };
      pg_theme_fault (reading->faults, &start, "theme-extends",
                      "say which theme this one extends: [theme], then extends = institutional");
    }
  /* Without what it extends every key would be unknown. */
  gboolean has_base = layer->is_root || g_hash_table_size (reading->theme->values) > 0;
  for (guint i = 0; has_base && keys != NULL && i < keys->len; i++)
    if (!is_extends (g_ptr_array_index (keys, i)))
      take_key (reading, g_ptr_array_index (keys, i), !layer->is_root);
}

/* Whether a rule, a style or another colour names it; words are those of their values. */
static gboolean
names_colour (const PgThemeKey *key, const char *colour)
{
  g_auto (GStrv) words = g_strsplit (key->value, " ", -1);
  return g_strv_contains ((const char *const *) words, colour);
}

static void
tell_unused_colour (Reading *reading, const PgThemeKey *colour)
{
  for (guint i = 0; i < reading->theme->keys->len; i++)
    if (names_colour (g_ptr_array_index (reading->theme->keys, i), colour->key))
      return;
  g_autofree char *path = g_strconcat ("colours/", colour->key, NULL);
  g_hash_table_remove (reading->theme->values, path); /* else it were nearest to itself */
  const PgThemeKey *near = nearest_key (reading, path);
  ProgrammeFinding *finding = pg_report_add (
      reading->faults->report, PROGRAMME_SEVERITY_WARNING, &colour->place, "theme-key",
      "nothing names the colour “%.60s”: name it in a style or a rule, or remove it%s%s%s", colour->key,
      near != NULL ? "; did you mean “" : "", near != NULL ? near->key : "", near != NULL ? "”?" : "");
  pg_finding_set_fix (finding, near != NULL ? near->key : NULL);
}

/* Colours first, which the others name. */
static void
make_values (ProgrammeTheme *theme, PgThemeFaults *faults)
{
  PgThemeParser parser = { theme->arena, theme->colours, faults, NULL };
  for (guint i = 0; i < theme->keys->len; i++)
    {
      parser.key = g_ptr_array_index (theme->keys, i);
      if (strcmp (parser.key->group, "colours") == 0)
        pg_theme_make_colour (&parser);
    }
  for (guint i = 0; i < theme->keys->len; i++)
    {
      parser.key = g_ptr_array_index (theme->keys, i);
      const char *group = parser.key->group;
      if (strcmp (group, "scripts") == 0)
        pg_theme_make_script (&parser, theme->scripts);
      else if (strcmp (group, "rules") == 0)
        pg_theme_make_rule (&parser, theme->rules);
      else if (g_str_has_prefix (group, "style "))
        pg_theme_make_style (&parser, theme->styles, group + strlen ("style "));
      else if (strcmp (group, "colours") != 0)
        pg_theme_check_word (&parser);
    }
}

static ProgrammeTheme *
theme_new (void)
{
  ProgrammeTheme *theme = g_new0 (ProgrammeTheme, 1);
  g_atomic_ref_count_init (&theme->refs);
  theme->arena = pg_arena_new ();
  theme->keys = pg_arena_array (theme->arena);
  theme->files = g_ptr_array_new_with_free_func (g_free);
  GHashTable **tables[] = { &theme->values, &theme->styles, &theme->rules, &theme->colours, &theme->scripts };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new (g_str_hash, g_str_equal);
  return theme;
}

static ProgrammeTheme *
read_theme (GBytes *bytes, const Layer *layer, ProgrammeFiles *files, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeTheme) theme = theme_new ();
  PgThemeFaults faults = { .report = report, .error = error };
  g_autoptr (GPtrArray) own_colours = g_ptr_array_new ();
  Reading reading
      = { .theme = theme, .name = layer->file, .files = files, .faults = &faults, .own_colours = own_colours };
  if (pg_files_folder (files) != NULL)
    g_ptr_array_add (theme->files, g_strdup (layer->file));
  read_layer (&reading, bytes, layer);
  g_ptr_array_add (theme->files, NULL);
  make_values (theme, &faults);
  for (guint i = 0; i < own_colours->len; i++)
    tell_unused_colour (&reading, g_ptr_array_index (own_colours, i));
  return faults.n == 0 ? g_steal_pointer (&theme) : NULL;
}

ProgrammeTheme *
programme_theme_new_named (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_autoptr (GBytes) bytes = find_built_in (name);
  if (bytes != NULL)
    return read_theme (bytes, &(Layer){ .file = name, .is_root = is_root_name (name) }, NULL, NULL, error);
  g_autofree char *message = unknown_name (name, pg_nearest_word (name, built_in));
  g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME, message);
  return NULL;
}

ProgrammeTheme *
programme_theme_read_bytes (GBytes *bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report,
                            GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  if (g_bytes_get_size (bytes) <= PG_MAX_THEME_BYTES)
    return read_theme (bytes, &(Layer){ .file = name }, files, report, error);
  const PgPlace start = { name, 1, 1 };
  PgThemeFaults faults = { .report = report, .error = error };
  pg_theme_fault (&faults, &start, "theme-syntax", "the theme has %" G_GSIZE_FORMAT " bytes; at most %u are read",
                  g_bytes_get_size (bytes), PG_MAX_THEME_BYTES);
  return NULL;
}

ProgrammeTheme *
programme_theme_read_file (const char *path, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  char *data;
  gsize length;
  if (!pg_file_read (path, PG_MAX_THEME_BYTES, NULL, &data, &length, error))
    {
      if (error != NULL)
        (*error)->code = PROGRAMME_ERROR_THEME;
      return NULL;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  return read_theme (bytes, &(Layer){ .file = path }, files, report, error);
}

/* Editions */

/* What is known of a theme without its values. */
static ProgrammeTheme *
copy_keys (ProgrammeTheme *base)
{
  ProgrammeTheme *theme = theme_new ();
  theme->base = programme_theme_ref (base);
  for (guint i = 0; i + 1 < base->files->len; i++)
    g_ptr_array_add (theme->files, g_strdup (g_ptr_array_index (base->files, i)));
  g_ptr_array_add (theme->files, NULL);
  for (guint i = 0; i < base->keys->len; i++)
    {
      PgThemeKey *key = pg_arena_new0 (theme->arena, PgThemeKey);
      *key = *(const PgThemeKey *) g_ptr_array_index (base->keys, i);
      g_ptr_array_add (theme->keys, key);
      g_hash_table_insert (theme->values, pg_arena_printf (theme->arena, "%s/%s", key->group, key->key), key);
    }
  return theme;
}

/* What can hardly be seen on paper is no colour of text. */
#define LEAST_CONTRAST 2

/* A colour of a theme's own becomes black if it is one that is seen on its paper, else white. */
static void
blacken_own_colours (ProgrammeTheme *theme, const char *edition)
{
  const PgColour *paper = pg_theme_colour (theme->base, "paper");
  for (guint i = 0; i < theme->keys->len; i++)
    {
      PgThemeKey *key = g_ptr_array_index (theme->keys, i);
      if (strcmp (key->group, "colours") == 0 && strcmp (key->place.file, edition) != 0)
        key->value
            = pg_contrast (pg_theme_colour (theme->base, key->key), paper) < LEAST_CONTRAST ? "#FFFFFF" : "#000000";
    }
}

/* Text in a box of its own colour is the opposite of it. */
static void
part_from_boxes (ProgrammeTheme *theme)
{
  static const PgColour black = { 0, 0, 0 }, white = { 1, 1, 1 };
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, theme->styles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PgStyle *style = value;
      if (style->box_filled)
        style->colour = pg_contrast (&style->box_fill, &white) < LEAST_CONTRAST ? black : white;
    }
}

static ProgrammeTheme *
lay_over (ProgrammeTheme *base, const char *edition, gboolean is_black)
{
  ProgrammeTheme *theme = copy_keys (base);
  g_autofree char *path = g_strconcat (EDITIONS_FOLDER, edition, ".theme", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  PgThemeFaults faults = { 0 };
  Reading reading = { .theme = theme, .name = edition, .faults = &faults };
  GPtrArray *keys = pg_theme_keys_read (theme->arena, edition, bytes, &faults);
  for (guint i = 0; i < keys->len; i++)
    take_key (&reading, g_ptr_array_index (keys, i), TRUE);
  if (is_black)
    blacken_own_colours (theme, edition);
  make_values (theme, &faults);
  if (is_black)
    part_from_boxes (theme);
  g_assert (faults.n == 0);
  return theme;
}

ProgrammeTheme *
pg_theme_new_edition (ProgrammeTheme *theme, gboolean large_print, gboolean contrast)
{
  g_autoptr (ProgrammeTheme) large = large_print ? lay_over (theme, "large-print", FALSE) : programme_theme_ref (theme);
  return contrast ? lay_over (large, "contrast", TRUE) : g_steal_pointer (&large);
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
  if (theme->base != NULL)
    programme_theme_unref (theme->base);
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

gboolean
pg_theme_has_key (const ProgrammeTheme *theme, const char *group, const char *key)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", group, key);
  return g_hash_table_contains (theme->values, path);
}

const char *
pg_theme_word (const ProgrammeTheme *theme, const char *group, const char *key)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", group, key);
  const PgThemeKey *found = g_hash_table_lookup (theme->values, path);
  if (found == NULL)
    g_critical ("the theme has no key “%s” in [%s]", key, group);
  return found != NULL ? found->value : "";
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
