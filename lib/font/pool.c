/* The pool of fonts. Enters: documents that begin and end, in any thread. Leaves: fonts for each of them, loaded before
   if one has ended that needed the same.

   What is made here lives as long as the process. Pango looks for fonts in threads of its own, which use the font map
   after the document that asked is gone; it joins none of them, so there is no time when a font map can be destroyed. A
   folder of the user's that has changed has fonts of its own; those of before keep their place. So do fonts in memory:
   the same bytes have the same. */
#include "font/fonts-private.h"
#include "font/userfonts.h"

#include <string.h>

typedef struct
{
  char *folder;   /* of the user's, without links; NULL: none */
  char *state;    /* what its files were like, or checksums of fonts in memory; NULL: neither */
  PgFonts *fonts; /* NULL while they are loaded */
  gboolean is_taken;
} Entry;

static GMutex lock;        /* for all of these: */
static GPtrArray *entries; /* of Entry, those given back last at the end */

static void
entry_free (Entry *entry)
{
  g_free (entry->folder);
  g_free (entry->state);
  g_free (entry);
}

/* An entry that is now the caller's: an idle one, or a new one without fonts. is_changed tells whether the pool
   knows the folder in another state. */
static Entry *
take_entry (const char *folder, const char *state, gboolean *is_changed)
{
  g_mutex_lock (&lock);
  if (entries == NULL)
    entries = g_ptr_array_new ();
  Entry *entry = NULL;
  *is_changed = FALSE;
  for (guint i = entries->len; entry == NULL && i-- > 0;)
    {
      Entry *other = g_ptr_array_index (entries, i);
      if (g_strcmp0 (other->folder, folder) != 0)
        continue;
      gboolean is_same = g_strcmp0 (other->state, state) == 0;
      if (is_same && !other->is_taken)
        entry = other;
      *is_changed = *is_changed || !is_same;
    }
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->folder = g_strdup (folder);
      entry->state = g_strdup (state);
      g_ptr_array_add (entries, entry);
    }
  entry->is_taken = TRUE;
  g_mutex_unlock (&lock);
  return entry;
}

/* Nothing was loaded for it. */
static void
drop_entry (Entry *entry)
{
  g_mutex_lock (&lock);
  g_ptr_array_remove (entries, entry);
  g_mutex_unlock (&lock);
  entry_free (entry);
}

/* Fonts for a document, which are loaded if need be: those of the set, of the folder (may be NULL), and those in memory
   (may be NULL). real and state are the entry's. */
static PgFonts *
take (const char *real, const char *state, const char *folder, const GPtrArray *bytes, GError **error)
{
  gboolean is_changed;
  Entry *entry = take_entry (real, state, &is_changed);
  if (entry->fonts != NULL)
    return entry->fonts;
  g_autoptr (PgFontSet) set = pg_font_set_new (error);
  if (set != NULL && (folder == NULL || pg_font_set_add_folder (set, folder, is_changed, error))
      && (bytes == NULL || pg_font_set_add_bytes (set, bytes, error)))
    entry->fonts = pg_fonts_new (g_steal_pointer (&set), error);
  if (entry->fonts == NULL)
    {
      drop_entry (entry);
      return NULL;
    }
  return entry->fonts;
}

PgFonts *
pg_fonts_take (const char *folder, ProgrammeReport *report, GError **error)
{
  g_autofree char *real = NULL, *state = NULL;
  if (folder != NULL && (state = pg_user_fonts_state (folder, &real, error)) == NULL)
    return NULL;
  PgFonts *fonts = take (real, state, folder, NULL, error);
  if (fonts != NULL && folder != NULL)
    pg_font_set_tell_faults (fonts->set, folder, report);
  return fonts;
}

PgFonts *
pg_fonts_take_bytes (const GPtrArray *bytes, ProgrammeReport *report, GError **error)
{
  GString *checksums = g_string_new (NULL);
  for (guint i = 0; i < bytes->len; i++)
    g_string_append (checksums, ((const PgFontBytes *) g_ptr_array_index (bytes, i))->checksum);
  g_autofree char *state = g_string_free (checksums, FALSE);
  PgFonts *fonts = take (NULL, state, NULL, bytes, error);
  if (fonts != NULL)
    pg_font_set_tell_faults_of_bytes (fonts->set, bytes, report);
  return fonts;
}

void
pg_fonts_give_back (PgFonts *fonts)
{
  if (fonts == NULL)
    return;
  pg_fonts_forget (fonts);
  g_mutex_lock (&lock);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      if (entry->fonts != fonts)
        continue;
      entry->is_taken = FALSE;
      g_ptr_array_remove_index (entries, i); /* the last in is the first out: its words are the freshest */
      g_ptr_array_add (entries, entry);
      break;
    }
  g_mutex_unlock (&lock);
}
