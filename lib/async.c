/* Enters: the calls that last. Leaves: the same in a thread of their own, and what came of it in the caller's main loop. */
#include <programme/document.h>

/* What a thread needs; each may be NULL where its call has no use for it. */
typedef struct
{
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  ProgrammeOptions *options;
  ProgrammeReport *report;
  ProgrammeDocument *document;
  GOutputStream *stream;
  char *name; /* of a piece, or of a file */
} Call;

static void
free_call (gpointer data)
{
  Call *call = data;
  g_clear_pointer (&call->event, programme_event_unref);
  g_clear_pointer (&call->theme, programme_theme_unref);
  g_clear_pointer (&call->options, programme_options_unref);
  g_clear_pointer (&call->report, programme_report_unref);
  g_clear_pointer (&call->document, programme_document_unref);
  g_clear_object (&call->stream);
  g_free (call->name);
  g_free (call);
}

static void
free_document (gpointer document)
{
  programme_document_unref (document);
}

/* What the call gives is told even if it was cancelled too late: a file may stand there by then. */
static void
run (Call *call, gpointer tag, GTaskThreadFunc work, GCancellable *cancellable, GAsyncReadyCallback callback,
     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, free_call);
  g_task_run_in_thread (task, work);
}

static gboolean
is_of (GAsyncResult *result, gpointer tag)
{
  return g_task_is_valid (result, NULL) && g_task_get_source_tag (G_TASK (result)) == tag;
}

/* new */

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;
  (void) source;
  ProgrammeDocument *document
      = programme_document_new (call->event, call->name, call->theme, call->options, call->report, cancellable, &error);
  if (document != NULL)
    g_task_return_pointer (task, document, free_document);
  else
    g_task_return_error (task, error);
}

/* Eight arguments: those of the call that does not wait in a thread, less its error, and GIO's two. */
void
programme_document_new_async (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                              ProgrammeOptions *options, ProgrammeReport *report, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (event != NULL && piece != NULL && theme != NULL);
  Call *call = g_new0 (Call, 1);
  call->event = programme_event_ref (event);
  call->name = g_strdup (piece);
  call->theme = programme_theme_ref (theme);
  call->options = options != NULL ? programme_options_ref (options) : NULL;
  call->report = report != NULL ? programme_report_ref (report) : NULL;
  run (call, programme_document_new_async, make, cancellable, callback, data);
}

ProgrammeDocument *
programme_document_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (is_of (result, programme_document_new_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* write */

static void
write_pdf (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Call *call = data;
  GError *error = NULL;
  (void) source;
  gboolean ok = call->stream != NULL
                    ? programme_document_write_pdf_to_stream (call->document, call->stream, cancellable, &error)
                    : programme_document_write_pdf (call->document, call->name, cancellable, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
programme_document_write_pdf_async (ProgrammeDocument *document, const char *path, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (document != NULL && path != NULL);
  Call *call = g_new0 (Call, 1);
  call->document = programme_document_ref (document);
  call->name = g_strdup (path);
  run (call, programme_document_write_pdf_async, write_pdf, cancellable, callback, data);
}

gboolean
programme_document_write_pdf_finish (ProgrammeDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (document != NULL && is_of (result, programme_document_write_pdf_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
programme_document_write_pdf_to_stream_async (ProgrammeDocument *document, GOutputStream *stream,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (document != NULL && G_IS_OUTPUT_STREAM (stream));
  Call *call = g_new0 (Call, 1);
  call->document = programme_document_ref (document);
  call->stream = g_object_ref (stream);
  run (call, programme_document_write_pdf_to_stream_async, write_pdf, cancellable, callback, data);
}

gboolean
programme_document_write_pdf_to_stream_finish (ProgrammeDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (document != NULL && is_of (result, programme_document_write_pdf_to_stream_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
