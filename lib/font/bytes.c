/* Enters: fonts in memory. Leaves: a path for each, since Pango opens fonts by their paths alone, and when it likes. */
#include "font/bytes.h"

#include <errno.h>
#include <programme/error.h>
#include <sys/mman.h>
#include <unistd.h>

static GMutex lock;       /* for this: */
static GHashTable *paths; /* checksum → path; neither goes before the process ends, as with all that the pool has */

static void
font_clear (gpointer data)
{
  PgFontBytes *font = data;
  g_free (font->name);
  g_bytes_unref (font->bytes);
  g_free (font->checksum);
}

static void
font_unref (gpointer font)
{
  g_atomic_rc_box_release_full (font, font_clear);
}

static gpointer
font_ref (gconstpointer font, gpointer data)
{
  (void) data;
  return g_atomic_rc_box_acquire ((PgFontBytes *) font);
}

PgFontBytes *
pg_font_bytes_new (const char *name, GBytes *bytes)
{
  PgFontBytes *font = g_atomic_rc_box_new0 (PgFontBytes);
  font->name = g_strdup (name);
  font->bytes = g_bytes_ref (bytes);
  font->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return font;
}

GPtrArray *
pg_font_bytes_list_new (void)
{
  return g_ptr_array_new_with_free_func (font_unref);
}

GPtrArray *
pg_font_bytes_list_copy (GPtrArray *fonts)
{
  return fonts != NULL ? g_ptr_array_copy (fonts, font_ref, NULL) : NULL;
}

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  while (length > 0)
    {
      gssize n = write (file, data, length);
      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* A file that has no name, and a path that leads to it as long as it is open. */
static char *
keep (const PgFontBytes *font, GError **error)
{
  int file = memfd_create ("font", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  if (file >= 0 && write_all (file, font->bytes) && access (path, R_OK) == 0)
    return g_steal_pointer (&path);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS, "the font “%s” cannot be kept in memory: %s", font->name,
               g_strerror (errno));
  if (file >= 0)
    close (file);
  return NULL;
}

const char *
pg_font_bytes_path (const PgFontBytes *font, GError **error)
{
  g_mutex_lock (&lock);
  if (paths == NULL)
    paths = g_hash_table_new (g_str_hash, g_str_equal);
  char *path = g_hash_table_lookup (paths, font->checksum);
  if (path == NULL && (path = keep (font, error)) != NULL)
    g_hash_table_insert (paths, g_strdup (font->checksum), path);
  g_mutex_unlock (&lock);
  return path;
}
