/* Enters: the paths of images. Leaves: for each whether it can be drawn, and its bytes. */
#include "image/pictures.h"

#include "base/files.h"
#include "image/asset.h"
#include "image/fault.h"
#include "image/picture.h"

/* The pixels on a side that an SVG is drawn on to see that it can be. */
#define TRIAL 64

typedef struct
{
  GBytes *bytes; /* or NULL */
  GError *fault; /* or NULL */
  GError *doubt; /* or NULL: what may be wrong, though it can be drawn */
  PgPictureFacts facts;
} Entry;

struct PgPictures
{
  GMutex lock;
  ProgrammeFiles *files; /* or NULL */
  PgLimits limits;
  GHashTable *entries; /* path → Entry; what is there once stays as it is */
  gsize n_bytes;       /* of all entries */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_clear_error (&entry->fault);
  g_clear_error (&entry->doubt);
  g_free (entry);
}

PgPictures *
pg_pictures_new (ProgrammeFiles *files)
{
  PgPictures *pictures = g_new0 (PgPictures, 1);
  g_mutex_init (&pictures->lock);
  pictures->files = files != NULL ? g_object_ref (files) : NULL;
  pictures->limits = pg_standard_limits;
  pictures->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  return pictures;
}

void
pg_pictures_set_limits (PgPictures *pictures, const PgLimits *limits)
{
  pictures->limits = *limits;
}

const PgLimits *
pg_pictures_limits (const PgPictures *pictures)
{
  return &pictures->limits;
}

void
pg_pictures_free (PgPictures *pictures)
{
  if (pictures == NULL)
    return;
  g_hash_table_unref (pictures->entries);
  g_clear_object (&pictures->files);
  g_mutex_clear (&pictures->lock);
  g_free (pictures);
}

/* Decodes, and draws as small as can be: only then does librsvg tell all that it finds. */
static gboolean
can_be_drawn (GBytes *bytes, const PgLimits *limits, Entry *entry, GError **error)
{
  g_autoptr (PgPicture) picture = pg_picture_new_within (bytes, limits, NULL, error);
  if (picture == NULL)
    return FALSE;
  entry->doubt = pg_picture_doubt (picture) != NULL ? g_error_copy (pg_picture_doubt (picture)) : NULL;
  entry->facts = pg_picture_facts (picture);
  if (pg_picture_pixels (picture) > 0)
    return TRUE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TRIAL, TRIAL);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = pg_picture_draw (picture, cr, TRIAL, TRIAL, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok;
}

static gboolean
has_room (const PgPictures *pictures, GBytes *bytes, GError **error)
{
  gsize all = pictures->n_bytes + g_bytes_get_size (bytes), most = pictures->limits.images_bytes;
  if (all <= most)
    return TRUE;
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE,
               "is too large: the event's images would have more than %" G_GSIZE_FORMAT
               " MiB together; make them smaller; --limits-images=N allows more",
               most / PG_MB);
  return FALSE;
}

static Entry *
look_at (const PgPictures *pictures, const char *path)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GBytes) bytes = pg_asset_read (pictures->files, path, pictures->limits.image_bytes, &entry->fault);
  if (bytes == NULL)
    return entry;
  if (has_room (pictures, bytes, &entry->fault) && can_be_drawn (bytes, &pictures->limits, entry, &entry->fault))
    entry->bytes = g_steal_pointer (&bytes);
  g_prefix_error (entry->bytes != NULL ? &entry->doubt : &entry->fault, "\"%s\" ", path);
  return entry;
}

static const Entry *
get_entry (PgPictures *pictures, const char *path)
{
  g_mutex_lock (&pictures->lock);
  Entry *entry = g_hash_table_lookup (pictures->entries, path);
  if (entry == NULL)
    {
      entry = look_at (pictures, path);
      pictures->n_bytes += entry->bytes != NULL ? g_bytes_get_size (entry->bytes) : 0;
      g_hash_table_insert (pictures->entries, g_strdup (path), entry);
    }
  g_mutex_unlock (&pictures->lock);
  return entry;
}

GBytes *
pg_pictures_get (PgPictures *pictures, const char *path)
{
  return get_entry (pictures, path)->bytes;
}

const PgPictureFacts *
pg_pictures_look (PgPictures *pictures, const char *path)
{
  const Entry *entry = get_entry (pictures, path);
  return entry->bytes != NULL ? &entry->facts : NULL;
}

static void
tell_doubt (const Entry *entry, const PgPlace *place, const char *id, ProgrammeReport *report)
{
  if (entry->doubt == NULL)
    return;
  ProgrammeFinding *finding = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place,
                                             pg_image_fault_code (entry->doubt), "%s", entry->doubt->message);
  pg_finding_set_id (finding, id);
}

gboolean
pg_pictures_check (PgPictures *pictures, const char *path, const PgPlace *place, const char *id,
                   ProgrammeReport *report, GError **error)
{
  const Entry *entry = get_entry (pictures, path);
  const GError *fault = entry->fault;
  if (fault == NULL)
    {
      tell_doubt (entry, place, id, report);
      return TRUE;
    }
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, pg_image_fault_code (fault), "%s", fault->message);
  pg_finding_set_id (finding, id);
  if (fault->code == PG_IMAGE_MISSING && pictures->files != NULL)
    {
      g_autofree char *near = pg_files_near (pictures->files, path);
      pg_finding_set_fix (finding, near);
    }
  if (error != NULL && *error == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s:%u:%u: %s", place->file, place->line,
                 place->column, fault->message);
  return FALSE;
}
