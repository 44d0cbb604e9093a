/* Enters: a document. Leaves: the files that it was made from, which nothing is to be written over. */
#include "inputs.h"

#include "base/files.h"
#include "document.h"
#include "event/printed.h"

#include <sys/stat.h>

static void
add (GPtrArray *paths, char *path)
{
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_ptr_array_add (paths, path);
  else
    g_free (path);
}

static void
add_image (GPtrArray *paths, const ProgrammeEvent *event, const char *image)
{
  const char *folder = pg_files_folder (event->files);
  if (image != NULL && folder != NULL)
    add (paths, g_build_filename (folder, image, NULL));
}

static void
add_images (GPtrArray *paths, const ProgrammeEvent *event)
{
  add_image (paths, event, event->logo);
  for (guint i = 0; i < event->organisations->len; i++)
    add_image (paths, event, ((const PgOrganisation *) g_ptr_array_index (event->organisations, i))->logo);
  for (guint i = 0; i < event->people->len; i++)
    add_image (paths, event, ((const PgPerson *) g_ptr_array_index (event->people, i))->photograph);
  for (guint i = 0; i < event->booklet->len; i++)
    add_image (paths, event, ((const PgBookletPart *) g_ptr_array_index (event->booklet, i))->picture);
}

static void
add_fonts (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add (paths, g_build_filename (folder, name, NULL));
}

char **
programme_document_list_inputs (const ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *const *themes = pg_theme_files (document->theme);
  add (paths, g_strdup (document->event->file));
  add_images (paths, document->event);
  for (guint i = 0; themes[i] != NULL; i++)
    add (paths, g_strdup (themes[i]));
  add_fonts (paths, document->own_fonts);
  add (paths, g_strdup (document->intent_path));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

gboolean
pg_output_spares (const char *path, const char *input, GError **error)
{
  struct stat output, other;
  if (input == NULL || stat (path, &output) != 0 || stat (input, &other) != 0 || !S_ISREG (output.st_mode)
      || output.st_dev != other.st_dev || output.st_ino != other.st_ino)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT,
               "%s: cannot be written: it would replace %s itself, which is read: name another file", path, input);
  return FALSE;
}

gboolean
pg_document_spares (const ProgrammeDocument *document, const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_auto (GStrv) inputs = programme_document_list_inputs (document);
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!pg_output_spares (path, inputs[i], error))
      return FALSE;
  return TRUE;
}
