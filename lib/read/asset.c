/* Enters: the path of an image as the event says it. Leaves: its bytes, from where the event's files are. */
#include "read/asset.h"

GBytes *
pg_asset_read (ProgrammeFiles *files, const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  if (files != NULL)
    {
      GBytes *bytes = programme_files_read (files, path, error);
      if (bytes == NULL)
        g_prefix_error (error, "the image \"%s\" cannot be read: ", path);
      return bytes;
    }
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ,
               "the image \"%s\" cannot be read: the event comes without files", path);
  return NULL;
}
