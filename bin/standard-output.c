/* Enters: bytes. Leaves: them on standard output, or an error that says so as the command's other messages do. */
#include "standard-output.h"

#include <errno.h>
#include <unistd.h>

typedef struct
{
  GOutputStream parent;
} StandardOutput;

typedef GOutputStreamClass StandardOutputClass;

static GType standard_output_get_type (void);
G_DEFINE_TYPE (StandardOutput, standard_output, G_TYPE_OUTPUT_STREAM)

static gssize
write_bytes (GOutputStream *stream, const void *data, gsize length, GCancellable *cancellable, GError **error)
{
  (void) stream, (void) cancellable;
  ssize_t n;
  do
    n = write (STDOUT_FILENO, data, length);
  while (n < 0 && errno == EINTR);
  int number = errno;
  if (n < 0)
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), "standard output: cannot be written: %s",
                 g_strerror (number));
  return n;
}

static void
standard_output_class_init (StandardOutputClass *class)
{
  class->write_fn = write_bytes;
}

static void
standard_output_init (StandardOutput *self)
{
  (void) self;
}

GOutputStream *
standard_output_new (void)
{
  return g_object_new (standard_output_get_type (), NULL);
}
