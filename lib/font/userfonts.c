/* Enters: a folder of the user's, or fonts in memory. Leaves: those that a PDF can hold, and what is wrong with the
   others. */
#include "font/userfonts.h"

#include "base/limits.h"

#include <errno.h>
#include <fontconfig/fcfreetype.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BAD_FONT "bad-font"
#define TOO_LARGE "this is larger than %u MiB, which no font is"

/* fontconfig believes its cache while the folder's time is that of the cache; a file that is written over does not
   change it, but is younger than the folder, by more than the time that copying takes. */
#define COPYING_SECONDS 2

/* Fonts in memory have no names, no folder. */
typedef struct
{
  const char *shown;   /* as the user named it */
  const char *folder;  /* without links */
  GPtrArray *faults;   /* of Fault */
  GHashTable *waiting; /* path of a file that looks like a font and is not judged yet → what a fault calls it */
  gboolean is_unsafe;  /* something is in it that must not be opened */
  gboolean is_stale;   /* the cache does not know what is in it */
} Folder;

/* What is wrong with a file of the folder, with a font that has this checksum, or with the folder where it is NULL. */
typedef struct
{
  char *file;
  char *what;
} Fault;

static void
fault_free (gpointer data)
{
  Fault *fault = data;
  g_free (fault->file);
  g_free (fault->what);
  g_free (fault);
}

GPtrArray *
pg_user_fonts_faults_new (void)
{
  return g_ptr_array_new_with_free_func (fault_free);
}

void
pg_user_fonts_tell (const GPtrArray *faults, const char *folder, ProgrammeReport *report)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const Fault *fault = g_ptr_array_index (faults, i);
      g_autofree char *path = fault->file != NULL ? g_build_filename (folder, fault->file, NULL) : g_strdup (folder);
      const PgPlace place = { .file = path };
      pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &place, BAD_FONT, "%s", fault->what);
    }
}

void
pg_user_fonts_tell_bytes (const GPtrArray *faults, const GPtrArray *fonts, ProgrammeReport *report)
{
  for (guint i = 0; i < faults->len; i++)
    for (guint k = 0; k < fonts->len; k++)
      {
        const Fault *fault = g_ptr_array_index (faults, i);
        const PgFontBytes *font = g_ptr_array_index (fonts, k);
        const PgPlace place = { .file = font->name };
        if (strcmp (fault->file, font->checksum) == 0)
          pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &place, BAD_FONT, "%s", fault->what);
      }
}

G_GNUC_PRINTF (3, 4)
static void
note_fault (const Folder *folder, const char *file, const char *format, ...)
{
  Fault *fault = g_new0 (Fault, 1);
  va_list args;
  va_start (args, format);
  fault->file = g_strdup (file);
  fault->what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (folder->faults, fault);
}

static gboolean
looks_like_font (const char *name)
{
  static const char *const endings[] = { ".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".pfa" };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Files only beneath the folder: a link must not lead out of it. */
static gboolean
is_within (const Folder *folder, const char *path)
{
  char *real = realpath (path, NULL);
  gsize length = strlen (folder->folder);
  gboolean within = real != NULL && strncmp (real, folder->folder, length) == 0 && real[length] == '/';
  free (real);
  return within;
}

static void
look_at_file (Folder *folder, const char *name, const struct stat *about)
{
  g_autofree char *path = g_build_filename (folder->folder, name, NULL);
  struct stat info;
  if (stat (path, &info) != 0 || S_ISDIR (info.st_mode))
    return;
  if (!S_ISREG (info.st_mode)) /* a pipe would keep fontconfig waiting, which opens all that it finds */
    {
      note_fault (folder, name, "this is no file: remove it; no font of the folder is used while it is there");
      folder->is_unsafe = TRUE;
      return;
    }
  folder->is_stale = folder->is_stale || info.st_mtime > about->st_mtime + COPYING_SECONDS;
  if (!looks_like_font (name))
    return;
  if (!is_within (folder, path))
    note_fault (folder, name, "this is a link that leads out of the folder: copy the font into it");
  else if (info.st_size > (off_t) PG_MAX_FONT_BYTES)
    note_fault (folder, name, TOO_LARGE, PG_MAX_FONT_BYTES >> 20);
  else
    g_hash_table_insert (folder->waiting, g_steal_pointer (&path), g_strdup (name));
}

/* NULL after an error. */
static GDir *
open_folder (const Folder *folder, struct stat *about, GError **error)
{
  errno = 0;
  GDir *dir = NULL;
  if (stat (folder->folder, about) == 0 && !S_ISDIR (about->st_mode))
    errno = ENOTDIR;
  else if (errno == 0 && access (folder->folder, R_OK | X_OK) == 0)
    dir = g_dir_open (folder->folder, 0, NULL);
  if (dir == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "the folder of fonts “%s” cannot be read: %s",
                 folder->shown, g_strerror (errno));
  return dir;
}

/* Files that fonts are looked for among: all but hidden ones. */
static const char *
next_name (GDir *dir)
{
  const char *name;
  do
    name = g_dir_read_name (dir);
  while (name != NULL && name[0] == '.');
  return name;
}

char *
pg_user_fonts_state (const char *shown, char **real, GError **error)
{
  char *found = realpath (shown, NULL);
  const Folder folder = { .shown = shown, .folder = found != NULL ? found : shown };
  struct stat about;
  g_autoptr (GDir) dir = open_folder (&folder, &about, error);
  GString *state = dir != NULL ? g_string_new (NULL) : NULL;
  const char *name;
  for (guint n = 0; n <= PG_MAX_FONT_FILES && dir != NULL && (name = next_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder.folder, name, NULL);
      struct stat file = { .st_size = -1 };
      (void) !stat (path, &file);
      g_string_append_printf (state, "%s %ju %jd %jd.%09ld %jd.%09ld\n", name, (uintmax_t) file.st_ino,
                              (intmax_t) file.st_size, (intmax_t) file.st_mtim.tv_sec, file.st_mtim.tv_nsec,
                              (intmax_t) file.st_ctim.tv_sec, file.st_ctim.tv_nsec);
    }
  *real = g_strdup (folder.folder);
  free (found);
  return state != NULL ? g_string_free (state, FALSE) : NULL;
}

static gboolean
look_at_folder (Folder *folder, GError **error)
{
  struct stat about;
  g_autoptr (GDir) dir = open_folder (folder, &about, error);
  if (dir == NULL)
    return FALSE;
  guint n = 0;
  const char *name;
  while (!folder->is_unsafe && (name = next_name (dir)) != NULL)
    {
      if (++n > PG_MAX_FONT_FILES)
        {
          note_fault (folder, NULL,
                      "more than %u files are in this folder, and none of them is used: leave the fonts alone in it",
                      PG_MAX_FONT_FILES);
          folder->is_unsafe = TRUE;
        }
      else
        look_at_file (folder, name, &about);
    }
  return TRUE;
}

/* No rules, so that nothing is put in the place of anything, and the usual folders for caches, the
   user's own first. */
static FcConfig *
new_config (void)
{
  static const char xml[] = "<?xml version='1.0'?><fontconfig><cachedir prefix='xdg'>fontconfig</cachedir>"
                            "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";
  FcConfig *config = FcConfigCreate ();
  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) xml, FcFalse);
  FcConfigBuildFonts (config);
  return config;
}

/* What keeps a font out of a PDF, or NULL. */
static const char *
fault_of (const FcPattern *font)
{
  FcChar8 *format = NULL;
  FcBool is_variable = FcFalse, has_outlines = FcFalse;
  int index = 0;
  FcPatternGetBool (font, FC_VARIABLE, 0, &is_variable);
  FcPatternGetBool (font, FC_OUTLINE, 0, &has_outlines);
  FcPatternGetInteger (font, FC_INDEX, 0, &index);
  if (is_variable || index >> 16 != 0) /* where fontconfig counts the instances of a variable font */
    return "this is a variable font, of which a PDF holds one weight alone: use its static fonts";
  if (!has_outlines)
    return "this font has pictures instead of outlines: use another";
  if (FcPatternGetString (font, FC_FONTFORMAT, 0, &format) != FcResultMatch
      || (strcmp ((char *) format, "TrueType") != 0 && strcmp ((char *) format, "CFF") != 0))
    return "this is no TrueType or OpenType font: use one of those";
  return NULL;
}

/* Files with a fault in one of their fonts, which are left out whole. */
static GHashTable *
find_faults (const Folder *folder, const FcFontSet *fonts)
{
  GHashTable *faulty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < fonts->nfont; i++)
    {
      FcChar8 *file;
      const char *fault = fault_of (fonts->fonts[i]);
      if (fault == NULL || FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &file) != FcResultMatch
          || !g_hash_table_contains (folder->waiting, file))
        continue;
      note_fault (folder, g_hash_table_lookup (folder->waiting, file), "%s", fault);
      g_hash_table_add (faulty, g_strdup ((const char *) file));
    }
  return faulty;
}

/* fontconfig's cache may know a font whose file cannot be opened any more, or is another by now. */
static gboolean
can_be_opened (const char *file)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (file);
  hb_face_t *face = blob != NULL ? hb_face_create (blob, 0) : NULL;
  gboolean is_font = face != NULL && hb_face_get_glyph_count (face) > 0;
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return is_font;
}

static void
take_fonts (Folder *folder, const FcFontSet *fonts, FcConfig *config)
{
  g_autoptr (GHashTable) faulty = find_faults (folder, fonts), good = g_hash_table_new (g_str_hash, g_str_equal);
  FcFontSet *taken = FcConfigGetFonts (config, FcSetSystem);
  for (int i = 0; i < fonts->nfont; i++)
    {
      FcChar8 *file;
      if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &file) != FcResultMatch
          || !g_hash_table_contains (folder->waiting, file) || g_hash_table_contains (faulty, file)
          || (!g_hash_table_contains (good, file) && !can_be_opened ((const char *) file)))
        continue;
      g_hash_table_add (good, file);
      FcPatternReference (fonts->fonts[i]);
      FcFontSetAdd (taken, fonts->fonts[i]);
    }
  GHashTableIter iter;
  gpointer file, name;
  g_hash_table_iter_init (&iter, folder->waiting);
  while (g_hash_table_iter_next (&iter, &file, &name))
    if (!g_hash_table_contains (good, file) && !g_hash_table_contains (faulty, file))
      note_fault (folder, name, "this cannot be read as a font: it is broken, or a file of another kind");
}

FcConfig *
pg_user_fonts_load (const char *shown, gboolean is_changed, GPtrArray *faults, GError **error)
{
  char *real = realpath (shown, NULL);
  Folder folder = { .shown = shown, .folder = real != NULL ? real : shown, .faults = faults, .is_stale = is_changed };
  folder.waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  FcConfig *config = look_at_folder (&folder, error) ? new_config () : NULL;
  FcCache *cache = NULL;
  if (config != NULL && !folder.is_unsafe && g_hash_table_size (folder.waiting) > 0)
    cache = FcDirCacheRead ((const FcChar8 *) folder.folder, folder.is_stale, config);
  if (cache != NULL)
    {
      FcFontSet *fonts = FcCacheCopySet (cache);
      take_fonts (&folder, fonts, config);
      FcFontSetDestroy (fonts);
      FcDirCacheUnload (cache);
    }
  g_hash_table_unref (folder.waiting);
  free (real);
  return config;
}

/* Looks into a font, if it may be one, once. FALSE after an error. */
static gboolean
look_at_bytes (Folder *folder, const PgFontBytes *font, FcFontSet *found, GError **error)
{
  if (g_bytes_get_size (font->bytes) > PG_MAX_FONT_BYTES)
    {
      note_fault (folder, font->checksum, TOO_LARGE, PG_MAX_FONT_BYTES >> 20);
      return TRUE;
    }
  const char *path = pg_font_bytes_path (font, error);
  if (path == NULL)
    return FALSE;
  int n_faces;
  if (g_hash_table_insert (folder->waiting, g_strdup (path), g_strdup (font->checksum)))
    FcFreeTypeQueryAll ((const FcChar8 *) path, (unsigned int) -1, NULL, &n_faces, found);
  return TRUE;
}

FcConfig *
pg_user_fonts_load_bytes (const GPtrArray *fonts, GPtrArray *faults, GError **error)
{
  Folder folder = { .faults = faults };
  folder.waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  FcFontSet *found = FcFontSetCreate ();
  gboolean can_look = TRUE;
  for (guint i = 0; can_look && i < fonts->len; i++)
    can_look = look_at_bytes (&folder, g_ptr_array_index (fonts, i), found, error);
  FcConfig *config = can_look ? new_config () : NULL;
  if (config != NULL)
    take_fonts (&folder, found, config);
  FcFontSetDestroy (found);
  g_hash_table_unref (folder.waiting);
  return config;
}
