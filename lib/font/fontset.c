/* Enters: fonts/fonts.set (embedded), the machine's font folders, and fonts of the user's. Leaves: private fontconfig
   configurations that know these fonts alone, and the family of each script. */
#include "font/fontset.h"

#include "font/letters.h"
#include "font/userfonts.h"

#include <gio/gio.h>
#include <string.h>

#define SET_RESOURCE "/programme/fonts/fonts.set"
#define FILES "Files"
#define PACKAGES "Packages"
#define OWN_FILES "own" /* stands for the files of all families of the user's, which have one configuration */

struct PgFontSet
{
  GKeyFile *file;
  char *packages;
  GStringChunk *names;    /* each family's name and each list of files once */
  GHashTable *configs;    /* files → FcConfig */
  GHashTable *characters; /* family → FcCharSet, which is its configuration's; NULL: not installed */
  GPtrArray *own;         /* families of the user's, by name, and NULL; their files are OWN_FILES */
  GPtrArray *faults;      /* what was wrong with fonts of the user's */
};

static GKeyFile *
read_set (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SET_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    return NULL;
  return g_steal_pointer (&file);
}

/* A configuration that rejects every font but the files named. The cache folders are the system's, so nothing is
   scanned on a machine whose package manager keeps them. */
static FcConfig *
build_config (const char *files)
{
  g_autofree char *folder = g_path_get_dirname (files);
  g_autofree char *xml
      = g_markup_printf_escaped ("<?xml version='1.0'?><fontconfig><cachedir>/var/cache/fontconfig</cachedir>"
                                 "<cachedir prefix='xdg'>fontconfig</cachedir>"
                                 "<selectfont><rejectfont><glob>*</glob></rejectfont>"
                                 "<acceptfont><glob>%s</glob></acceptfont></selectfont><dir>%s</dir></fontconfig>",
                                 files, folder);
  FcConfig *config = FcConfigCreate ();
  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) xml, FcFalse);
  FcConfigBuildFonts (config);
  return config;
}

static gboolean
check_installed (PgFontSet *set, GError **error)
{
  const char *latin = pg_font_set_family (set, PG_GENERIC, G_UNICODE_SCRIPT_LATIN, "en");
  if (pg_font_set_get_characters (set, latin) != NULL)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS, "the font %s is not installed; install the packages %s",
               latin, set->packages);
  return FALSE;
}

static void
destroy_config (gpointer config)
{
  FcConfigDestroy (config);
}

PgFontSet *
pg_font_set_open (GError **error)
{
  GKeyFile *file = read_set (error);
  if (file == NULL)
    return NULL;
  PgFontSet *set = g_new0 (PgFontSet, 1);
  set->file = file;
  g_auto (GStrv) packages = g_key_file_get_keys (file, PACKAGES, NULL, NULL);
  set->packages = g_strjoinv (" ", packages);
  set->names = g_string_chunk_new (1024);
  set->configs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, destroy_config);
  set->characters = g_hash_table_new (g_str_hash, g_str_equal);
  set->own = g_ptr_array_new ();
  g_ptr_array_add (set->own, NULL);
  set->faults = pg_user_fonts_faults_new ();
  return set;
}

PgFontSet *
pg_font_set_new (GError **error)
{
  g_autoptr (PgFontSet) set = pg_font_set_open (error);
  return set != NULL && check_installed (set, error) ? g_steal_pointer (&set) : NULL;
}

void
pg_font_set_free (PgFontSet *set)
{
  if (set == NULL)
    return;
  g_key_file_unref (set->file);
  g_free (set->packages);
  g_hash_table_unref (set->characters);
  g_hash_table_unref (set->configs);
  g_ptr_array_unref (set->own);
  g_ptr_array_unref (set->faults);
  g_string_chunk_free (set->names);
  g_free (set);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every name that one of the fonts goes by. */
static void
list_families (PgFontSet *set, const FcFontSet *fonts, GPtrArray *families)
{
  for (int i = 0; i < fonts->nfont; i++)
    {
      FcChar8 *name;
      for (int n = 0; FcPatternGetString (fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; n++)
        {
          const char *family = g_string_chunk_insert_const (set->names, (const char *) name);
          if (!g_ptr_array_find (families, family, NULL))
            g_ptr_array_add (families, (gpointer) family);
        }
    }
  g_ptr_array_sort (families, compare_names);
}

/* config may be NULL, after an error. */
static gboolean
take_own (PgFontSet *set, FcConfig *config)
{
  if (config == NULL)
    return FALSE;
  g_hash_table_insert (set->configs, (gpointer) OWN_FILES, config);
  g_ptr_array_set_size (set->own, 0);
  list_families (set, FcConfigGetFonts (config, FcSetSystem), set->own);
  g_ptr_array_add (set->own, NULL);
  g_hash_table_remove_all (set->characters);
  return TRUE;
}

gboolean
pg_font_set_add_folder (PgFontSet *set, const char *folder, gboolean is_changed, GError **error)
{
  return take_own (set, pg_user_fonts_load (folder, is_changed, set->faults, error));
}

gboolean
pg_font_set_add_bytes (PgFontSet *set, const GPtrArray *fonts, GError **error)
{
  return take_own (set, pg_user_fonts_load_bytes (fonts, set->faults, error));
}

GPtrArray *
pg_font_set_list_own_faces (PgFontSet *set)
{
  GPtrArray *faces = g_ptr_array_new_with_free_func (g_free);
  FcConfig *config = set->own->len > 1 ? pg_font_set_get_config (set, OWN_FILES) : NULL;
  const FcFontSet *fonts = config != NULL ? FcConfigGetFonts (config, FcSetSystem) : NULL;
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *family = NULL, *style = NULL;
      FcPatternGetString (fonts->fonts[i], FC_FAMILY, 0, &family);
      FcPatternGetString (fonts->fonts[i], FC_STYLE, 0, &style);
      if (family != NULL)
        g_ptr_array_add (faces, g_strdup_printf ("%s: %s", family, style != NULL ? (const char *) style : "Regular"));
    }
  g_ptr_array_sort (faces, compare_names);
  return faces;
}

void
pg_font_set_tell_faults (const PgFontSet *set, const char *folder, ProgrammeReport *report)
{
  pg_user_fonts_tell (set->faults, folder, report);
}

void
pg_font_set_tell_faults_of_bytes (const PgFontSet *set, const GPtrArray *fonts, ProgrammeReport *report)
{
  pg_user_fonts_tell_bytes (set->faults, fonts, report);
}

const char *const *
pg_font_set_get_own (const PgFontSet *set)
{
  return (const char *const *) set->own->pdata;
}

gboolean
pg_font_set_is_own (const PgFontSet *set, const char *family)
{
  return g_strv_contains (pg_font_set_get_own (set), family);
}

const char *
pg_font_set_get_packages (const PgFontSet *set)
{
  return set->packages;
}

char *
pg_font_set_find_package (const PgFontSet *set, const char *family)
{
  g_autofree char *files = g_key_file_get_string (set->file, FILES, family, NULL);
  g_autofree char *folder = files != NULL ? g_path_get_dirname (files) : NULL;
  g_auto (GStrv) packages = g_key_file_get_keys (set->file, PACKAGES, NULL, NULL);
  for (guint i = 0; folder != NULL && packages[i] != NULL; i++)
    {
      g_autofree char *place = g_key_file_get_string (set->file, PACKAGES, packages[i], NULL);
      if (strcmp (place, folder) == 0)
        return g_strdup (packages[i]);
    }
  return NULL;
}

GStrv
pg_font_set_list_families (const PgFontSet *set)
{
  return g_key_file_get_keys (set->file, FILES, NULL, NULL);
}

GStrv
pg_font_set_list_scripts (const PgFontSet *set)
{
  return g_key_file_get_keys (set->file, PG_GENERIC, NULL, NULL);
}

GStrv
pg_font_set_list_symbols (const PgFontSet *set, const char *key)
{
  return g_key_file_get_string_list (set->file, PG_GENERIC, key, NULL, NULL);
}

char *
pg_font_set_find_missing_symbols (PgFontSet *set)
{
  static const char *const keys[] = { PG_SYMBOLS, PG_PICTOGRAPHS };
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_auto (GStrv) families = pg_font_set_list_symbols (set, keys[k]);
      for (guint i = 0; families[i] != NULL; i++)
        if (pg_font_set_get_characters (set, families[i]) == NULL)
          return pg_font_set_find_package (set, families[i]);
    }
  return NULL;
}

/* The part of a language tag that a family may depend on: the primary subtag, or the script that Chinese is in. */
static void
family_tag (const char *language, char tag[9])
{
  gsize n = strcspn (language, "-_");
  if (n == 2 && g_ascii_strncasecmp (language, "zh", 2) == 0)
    {
      g_autofree char *rest = g_ascii_strdown (language + 2, -1);
      gboolean region = strstr (rest, "tw") != NULL || strstr (rest, "hk") != NULL || strstr (rest, "mo") != NULL;
      gboolean traditional = strstr (rest, "hant") != NULL || (region && strstr (rest, "hans") == NULL);
      strcpy (tag, traditional ? "Hant" : "Hans");
      return;
    }
  n = MIN (n, 8);
  for (gsize i = 0; i < n; i++)
    tag[i] = g_ascii_tolower (language[i]);
  tag[n] = '\0';
}

static const char *
look_up (PgFontSet *set, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_string (set->file, group, key, NULL);
  return value != NULL ? g_string_chunk_insert_const (set->names, value) : NULL;
}

static const char *
look_up_script (PgFontSet *set, const char *group, GUnicodeScript script, const char *language)
{
  guint32 code = GUINT32_TO_BE (g_unicode_script_to_iso15924 (script));
  char tag[9], key[16];
  family_tag (language, tag);
  g_snprintf (key, sizeof key, "%.4s:%s", (const char *) &code, tag);
  const char *family = look_up (set, group, key);
  if (family != NULL)
    return family;
  key[4] = '\0';
  return look_up (set, group, key);
}

gboolean
pg_font_set_is_generic (PgFontSet *set, const char *name)
{
  return g_key_file_has_key (set->file, name, "Latn", NULL);
}

gboolean
pg_font_set_serves (PgFontSet *set, const char *family, GUnicodeScript script)
{
  const FcCharSet *characters = pg_font_set_get_characters (set, family);
  gunichar letter = pg_script_letter (script);
  return characters != NULL && letter != 0 && FcCharSetHasChar (characters, letter);
}

const char *
pg_font_set_family (PgFontSet *set, const char *generic, GUnicodeScript script, const char *language)
{
  const char *family = NULL;
  if (pg_font_set_is_generic (set, generic))
    family = look_up_script (set, generic, script, language);
  else if (pg_font_set_serves (set, generic, script))
    family = g_string_chunk_insert_const (set->names, generic);
  return family != NULL ? family : look_up_script (set, PG_GENERIC, script, language);
}

const char *
pg_font_set_get_files (PgFontSet *set, const char *family)
{
  return pg_font_set_is_own (set, family) ? OWN_FILES : look_up (set, FILES, family);
}

FcConfig *
pg_font_set_get_config (PgFontSet *set, const char *files)
{
  FcConfig *config = g_hash_table_lookup (set->configs, files);
  if (config == NULL)
    {
      config = build_config (files);
      g_hash_table_insert (set->configs, g_string_chunk_insert_const (set->names, files), config);
    }
  return config;
}

static const FcCharSet *
find_characters (FcConfig *config, const char *family)
{
  const FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *name;
      FcCharSet *characters;
      for (int n = 0; FcPatternGetString (fonts->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; n++)
        if (strcmp ((const char *) name, family) == 0
            && FcPatternGetCharSet (fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch)
          return characters;
    }
  return NULL;
}

const FcCharSet *
pg_font_set_get_characters (PgFontSet *set, const char *family)
{
  gpointer known;
  if (g_hash_table_lookup_extended (set->characters, family, NULL, &known))
    return known;
  const char *files = pg_font_set_get_files (set, family);
  const FcCharSet *characters = files != NULL ? find_characters (pg_font_set_get_config (set, files), family) : NULL;
  g_hash_table_insert (set->characters, g_string_chunk_insert_const (set->names, family), (gpointer) characters);
  return characters;
}

/* The family as the set's own string if it is installed and has the character, else NULL. */
static const char *
family_if_it_has (PgFontSet *set, const char *family, gunichar character)
{
  const FcCharSet *characters = pg_font_set_get_characters (set, family);
  return characters != NULL && FcCharSetHasChar (characters, character)
             ? g_string_chunk_insert_const (set->names, family)
             : NULL;
}

static const char *
family_of_key_with (PgFontSet *set, const char *group, const char *key, gunichar character)
{
  const char *family = NULL;
  g_auto (GStrv) families = g_key_file_get_string_list (set->file, group, key, NULL, NULL);
  for (guint i = 0; family == NULL && families != NULL && families[i] != NULL; i++)
    family = family_if_it_has (set, families[i], character);
  return family;
}

const char *
pg_font_set_family_with (PgFontSet *set, const char *generic, gunichar character, const char *language)
{
  const char *const groups[] = { pg_font_set_is_generic (set, generic) ? generic : PG_GENERIC, PG_GENERIC };
  const char *of_script = look_up_script (set, groups[0], g_unichar_get_script (character), language);
  const char *of_latin = look_up_script (set, groups[0], G_UNICODE_SCRIPT_LATIN, language);
  const char *family = of_script != NULL ? family_if_it_has (set, of_script, character) : NULL;
  if (family == NULL)
    family = family_if_it_has (set, of_latin, character);
  if (family == NULL)
    family = family_of_key_with (set, PG_GENERIC, PG_SYMBOLS, character);
  if (family == NULL)
    family = family_of_key_with (set, PG_GENERIC, PG_PICTOGRAPHS, character);
  for (guint g = 0; family == NULL && g < G_N_ELEMENTS (groups); g++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (set->file, groups[g], NULL, NULL);
      for (guint i = 0; family == NULL && keys != NULL && keys[i] != NULL; i++)
        family = family_of_key_with (set, groups[g], keys[i], character);
    }
  for (const char *const *own = pg_font_set_get_own (set); family == NULL && *own != NULL; own++)
    family = family_if_it_has (set, *own, character);
  return family;
}
