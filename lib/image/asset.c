/* Enters: the path of an image as the event says it. Leaves: its bytes, from where the event's files are. */
#include "image/asset.h"

#include "base/files.h"
#include "image/fault.h"

static PgImageFault
kind_of (const GError *failure)
{
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ISDIR)
      || g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_INVAL))
    return PG_IMAGE_MISSING;
  return g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOMEM) ? PG_IMAGE_TOO_LARGE : PG_IMAGE_UNREADABLE;
}

GBytes *
pg_asset_read (ProgrammeFiles *files, const char *path, gsize most, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  if (files == NULL)
    {
      g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING,
                   "\"%s\" cannot be read, since the event comes without files: hand them over, too", path);
      return NULL;
    }
  g_autoptr (GError) failure = NULL;
  GBytes *bytes = pg_files_read (files, path, most, &failure);
  if (bytes != NULL)
    return bytes;
  g_autofree char *near = pg_files_near (files, path);
  if (!g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, PG_IMAGE_FAULT, (int) kind_of (failure), "\"%s\" %s", path, failure->message);
  else if (near != NULL)
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING,
                 "there is no file \"%s\" in the event's folder: did you mean \"%s\"?", path, near);
  else
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING,
                 "there is no file \"%s\" in the event's folder: put it there, or correct its name", path);
  return NULL;
}
