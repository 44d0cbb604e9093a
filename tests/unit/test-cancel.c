/* Enters: a large document. Leaves: proof that it tells how far it is, stops when it is told to and leaves nothing then, is
   written in pieces, and does all this in other threads. */
#include "counting-stream.h"

#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>
#include <time.h>

/* How much time of a processor stopping may take, ms: the promise is 50, but an old one is slower, and the sanitisers take
   their time to look at all that is freed. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE 10000
#define N_DAYS 14
#define N_DAYS_OF_YEAR 28 /* of an event that takes longer than any machine needs to cancel it */
#else
#define PATIENCE 200
#define N_DAYS 20
#define N_DAYS_OF_YEAR 280
#endif

#define SESSIONS_A_DAY 12

static ProgrammeEvent *
read_large (guint n_days)
{
  g_autoptr (GString) xml = g_string_new ("<programme version='1' languages='en'><event><title>Harbour Month</title>"
                                          "</event><agenda>");
  for (guint day = 0; day < n_days; day++)
    {
      g_string_append_printf (xml, "<day date='2031-%02u-%02u'>", day / 28 + 1, day % 28 + 1);
      for (guint i = 0; i < SESSIONS_A_DAY; i++)
        {
          g_string_append_printf (xml, "<session start='%02u:00' end='%02u:00'><title>Tides %u</title><abstract>",
                                  8 + i, 9 + i, i);
          for (guint k = 0; k < 3; k++)
            g_string_append_printf (
                xml,
                "<p>What the moon does to harbour %u on day %u, and what a harbour can do about it; "
                "with %u examples from the northern coasts, where the water rises by %u feet, and "
                "leaves the boats in the mud when it goes.</p>",
                i, day, k, day + i + k);
          g_string_append (xml, "</abstract></session>");
        }
      g_string_append (xml, "</day>");
    }
  g_string_append (xml, "</agenda></programme>");
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml->str, xml->len);
  ProgrammeEvent *event = programme_event_read_bytes (bytes, "large.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  return event;
}

/* Of this process, microseconds: what others do on the machine is not counted. */
static gint64
processor_time (void)
{
  struct timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* What was told. */
typedef struct
{
  double last;
  guint n_calls, n_ends;
  const char *stage;   /* that should be told */
  GThread *thread;     /* that should tell; or NULL */
  double cancel_at;    /* a fraction; beyond 1: never */
  gint64 cancelled_at; /* processor_time, or 0 */
  GCancellable *cancellable;
  CountingStream *stream; /* or NULL */
  guint n_early_pieces;   /* what that had when nine tenths were done */
  guint n_destroyed;
} Told;

static void
hear (double fraction, const char *stage, gpointer data)
{
  Told *told = data;
  g_assert_cmpstr (stage, ==, told->stage);
  g_assert_true (told->thread == NULL || told->thread == g_thread_self ());
  g_assert_cmpfloat (fraction, >=, told->n_calls == 0 ? 0 : told->last);
  g_assert_cmpfloat (fraction, <=, 1);
  told->last = fraction;
  told->n_calls++;
  told->n_ends += fraction == 1; /* no other number is told at the end */
  if (told->stream != NULL && fraction < 0.9)
    told->n_early_pieces = told->stream->n_pieces;
  if (fraction < told->cancel_at || told->cancelled_at != 0)
    return;
  told->cancelled_at = processor_time ();
  g_cancellable_cancel (told->cancellable);
}

static void
destroy (gpointer data)
{
  g_atomic_int_inc (&((Told *) data)->n_destroyed);
}

static void
begin (Told *told, const char *stage, double cancel_at)
{
  g_clear_object (&told->cancellable);
  *told = (Told){ .stage = stage, .cancel_at = cancel_at, .cancellable = g_cancellable_new () };
}

static void
assert_stopped (const Told *told, GError *error)
{
  gint64 now = processor_time ();
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (told->cancelled_at, >, 0);
  g_assert_cmpint ((now - told->cancelled_at) / 1000, <=, PATIENCE);
  g_assert_cmpuint (told->n_ends, ==, 0);
  g_error_free (error);
}

static void
assert_told_all (const Told *told)
{
  g_assert_cmpuint (told->n_ends, ==, 1);
  g_assert_cmpfloat (told->last, ==, 1);
  g_assert_cmpuint (told->n_calls, >=, N_DAYS);
  g_assert_cmpuint (told->n_calls, <=, 202);
}

typedef struct
{
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  ProgrammeOptions *options;
  Told told; /* of documents made with the options */
  char *folder, *path;
} Harbour;

/* The least that is a press's profile: a header, one element without content. */
static void
write_profile (const char *path)
{
  guint8 profile[128 + 4 + 12 + 4] = { 0 };
  profile[3] = sizeof profile;
  memcpy (profile + 8, "\2\x10\0\0prtrCMYKLab ", 16);
  memcpy (profile + 36, "acsp", 4);
  memcpy (profile + 128, "\0\0\0\1A2B0\0\0\0\x90\0\0\0\4", 16);
  g_assert_true (g_file_set_contents (path, (const char *) profile, sizeof profile, NULL));
}

static void
set_up (Harbour *harbour, gconstpointer profile)
{
  harbour->event = read_large (N_DAYS);
  harbour->theme = programme_theme_new_named ("institutional", NULL);
  harbour->options = programme_options_new ();
  harbour->folder = g_dir_make_tmp ("cancel-XXXXXX", NULL);
  harbour->path = g_build_filename (harbour->folder, "a.pdf", NULL);
  programme_options_set_profile (harbour->options, (ProgrammeProfile) GPOINTER_TO_INT (profile));
  g_autofree char *intent = g_strconcat (harbour->folder, ".icc", NULL);
  write_profile (intent);
  if (GPOINTER_TO_INT (profile) == PROGRAMME_PROFILE_PRESS)
    programme_options_set_output_intent (harbour->options, intent);
  programme_options_set_progress (harbour->options, hear, &harbour->told, destroy);
}

static void
tear_down (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  programme_options_unref (harbour->options);
  g_assert_cmpuint (harbour->told.n_destroyed, ==, 1);
  programme_event_unref (harbour->event);
  programme_theme_unref (harbour->theme);
  g_clear_object (&harbour->told.cancellable);
  g_autofree char *intent = g_strconcat (harbour->folder, ".icc", NULL);
  g_remove (intent);
  g_remove (harbour->path);
  g_assert_cmpint (g_rmdir (harbour->folder), ==, 0); /* nothing else was left there */
  g_free (harbour->folder);
  g_free (harbour->path);
}

static ProgrammeDocument *
make (Harbour *harbour, const char *piece, double cancel_at, GError **error)
{
  begin (&harbour->told, "layout", cancel_at);
  return programme_document_new (harbour->event, piece, harbour->theme, harbour->options, NULL,
                                 harbour->told.cancellable, error);
}

static ProgrammeDocument *
make_all (Harbour *harbour)
{
  GError *error = NULL;
  ProgrammeDocument *document = make (harbour, "agenda", 2, &error);
  g_assert_no_error (error);
  return document;
}

static GBytes *
write_all (Harbour *harbour, ProgrammeDocument *document)
{
  GError *error = NULL;
  begin (&harbour->told, "write", 2);
  GBytes *bytes = programme_document_write_pdf_to_bytes (document, harbour->told.cancellable, &error);
  g_assert_no_error (error);
  return bytes;
}

/* new */

static void
test_progress (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  static const char *const pieces[] = { "agenda", "speakers" };
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GError *error = NULL;
      g_autoptr (ProgrammeDocument) document = make (harbour, pieces[i], 2, &error);
      g_assert_no_error (error);
      assert_told_all (&harbour->told);
      g_bytes_unref (write_all (harbour, document));
      if (i == 0) /* the other has a single page */
        assert_told_all (&harbour->told);
    }
}

static void
test_layout (Harbour *harbour, gconstpointer profile)
{
  static const double fractions[] = { 0, 0.1, 0.4, 0.69, 0.8, 0.91, 0.99 };
  (void) profile;
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      GError *error = NULL;
      g_assert_null (make (harbour, i % 2 == 0 ? "agenda" : "speakers", fractions[i], &error));
      assert_stopped (&harbour->told, error);
    }
}

static gpointer
cancel_soon (gpointer data)
{
  Told *told = data;
  g_usleep (20 * 1000);
  told->cancelled_at = processor_time ();
  g_cancellable_cancel (told->cancellable);
  return NULL;
}

/* Whatever it is doing then. */
static void
test_thread (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  GError *error = NULL;
  g_autoptr (ProgrammeEvent) event = read_large (N_DAYS_OF_YEAR);
  begin (&harbour->told, "layout", 2);
  g_autoptr (GThread) other = g_thread_new ("other", cancel_soon, &harbour->told);
  g_assert_null (programme_document_new (event, "agenda", harbour->theme, harbour->options, NULL,
                                         harbour->told.cancellable, &error));
  assert_stopped (&harbour->told, error);
  g_thread_join (g_steal_pointer (&other));
}

/* Findings of what was not laid out any more are none. */
static void
test_report (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  GError *error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  begin (&harbour->told, "layout", 0.5);
  g_assert_null (programme_document_new (harbour->event, "agenda", harbour->theme, harbour->options, report,
                                         harbour->told.cancellable, &error));
  assert_stopped (&harbour->told, error);
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, 0);
}

/* write */

static const double write_fractions[] = { 0, 0.05, 0.3, 0.59, 0.65, 0.7, 0.75, 0.8 };

/* The old file is as it was, and a new one is not begun; afterwards all is as if nothing had been. */
static void
test_write (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  g_autoptr (ProgrammeDocument) document = make_all (harbour);
  g_autoptr (GBytes) first = write_all (harbour, document);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (write_fractions); i++)
    {
      GError *error = NULL;
      g_autofree char *old = NULL;
      if (i % 2 == 1)
        g_assert_true (g_file_set_contents (harbour->path, "old", -1, NULL));
      begin (&harbour->told, "write", write_fractions[i / 2]);
      g_assert_false (programme_document_write_pdf (document, harbour->path, harbour->told.cancellable, &error));
      assert_stopped (&harbour->told, error);
      if (i % 2 == 1)
        {
          g_assert_true (g_file_get_contents (harbour->path, &old, NULL, NULL));
          g_assert_cmpstr (old, ==, "old");
          g_remove (harbour->path);
        }
      g_autoptr (GDir) folder = g_dir_open (harbour->folder, 0, NULL);
      g_assert_null (g_dir_read_name (folder));
    }
  g_autoptr (GBytes) again = write_all (harbour, document);
  g_assert_true (g_bytes_equal (first, again));
}

static void
test_stream (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  g_autoptr (ProgrammeDocument) document = make_all (harbour);
  for (guint i = 0; i < G_N_ELEMENTS (write_fractions); i++)
    {
      GError *error = NULL;
      CountingStream *stream = counting_stream_new (G_MAXUINT);
      begin (&harbour->told, "write", write_fractions[i]);
      g_assert_false (programme_document_write_pdf_to_stream (document, G_OUTPUT_STREAM (stream),
                                                              harbour->told.cancellable, &error));
      assert_stopped (&harbour->told, error);
      g_object_unref (stream);
    }
}

/* What is finished is written before the rest is. */
static void
test_pieces (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  g_autoptr (ProgrammeDocument) document = make_all (harbour);
  g_autoptr (GBytes) whole = write_all (harbour, document);
  GError *error = NULL;
  CountingStream *stream = counting_stream_new (G_MAXUINT);
  begin (&harbour->told, "write", 2);
  harbour->told.stream = stream;
  g_assert_true (
      programme_document_write_pdf_to_stream (document, G_OUTPUT_STREAM (stream), harbour->told.cancellable, &error));
  g_assert_no_error (error);
  g_autoptr (GBytes) written = g_bytes_new (stream->bytes->data, stream->bytes->len);
  g_assert_true (g_bytes_equal (whole, written));
  g_test_message ("%u bytes in %u pieces, %u of them early, the largest %u", stream->bytes->len, stream->n_pieces,
                  harbour->told.n_early_pieces, (guint) stream->largest);
  g_assert_cmpuint (stream->n_pieces, >=, 4);
  g_assert_cmpuint (harbour->told.n_early_pieces, >=, 1);
  g_assert_cmpuint (3 * stream->largest, <, stream->bytes->len);
  g_object_unref (stream);
}

static void
test_pictures (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  g_autoptr (ProgrammeDocument) document = make_all (harbour);
  GError *error = NULL;
  begin (&harbour->told, "write", 0.5);
  g_assert_false (programme_document_write_png (document, 1, 72, harbour->path, harbour->told.cancellable, &error));
  assert_stopped (&harbour->told, error);
  error = NULL;
  begin (&harbour->told, "write", 0);
  g_assert_false (programme_document_write_svg (document, 1, harbour->path, harbour->told.cancellable, &error));
  assert_stopped (&harbour->told, error);
  error = NULL;
  begin (&harbour->told, "write", 2);
  g_assert_true (programme_document_write_png (document, 1, 72, harbour->path, harbour->told.cancellable, &error));
  g_assert_no_error (error);
  assert_told_all (&harbour->told);
}

/* kit */

/* Of several files none is there, whichever was being written. */
static void
test_pages (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  g_autoptr (ProgrammeDocument) document = make_all (harbour);
  for (double fraction = 0; fraction < 1; fraction += 0.3)
    {
      GError *error = NULL;
      begin (&harbour->told, "write", fraction);
      g_assert_false (programme_document_write_pages (document, NULL, PROGRAMME_FORMAT_SVG, 0, harbour->path,
                                                      harbour->told.cancellable, &error));
      assert_stopped (&harbour->told, error);
      g_autoptr (GDir) folder = g_dir_open (harbour->folder, 0, NULL);
      g_assert_null (g_dir_read_name (folder));
    }
}

static void
test_editions (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  GError *error = NULL;
  begin (&harbour->told, "layout", 2);
  g_autoptr (GPtrArray) editions = programme_document_new_editions (
      harbour->event, "agenda", harbour->theme, harbour->options, NULL, harbour->told.cancellable, &error);
  g_assert_no_error (error);
  assert_told_all (&harbour->told);
  begin (&harbour->told, "write", 2);
  g_auto (GStrv) files = programme_write_all (editions, NULL, harbour->path, harbour->told.cancellable, &error);
  g_assert_no_error (error);
  assert_told_all (&harbour->told);
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_remove (files[0]);
  begin (&harbour->told, "layout", 0.5);
  g_assert_null (programme_document_new_editions (harbour->event, "agenda", harbour->theme, harbour->options, NULL,
                                                  harbour->told.cancellable, &error));
  assert_stopped (&harbour->told, error);
}

static void
test_check (Harbour *harbour, gconstpointer profile)
{
  static const double fractions[] = { 2, 0, 0.1, 0.5 };
  (void) profile;
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      GError *error = NULL;
      g_autoptr (ProgrammeReport) report = programme_report_new ();
      begin (&harbour->told, "check", fractions[i]);
      gboolean ok = programme_check_all (harbour->event, harbour->theme, harbour->options, report,
                                         harbour->told.cancellable, &error);
      g_assert_cmpint (ok, ==, i == 0);
      if (i > 0)
        assert_stopped (&harbour->told, error);
      else
        assert_told_all (&harbour->told);
    }
}

/* async */

/* What the callback of a call has. */
typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Came;

static void
come (GObject *source, GAsyncResult *result, gpointer data)
{
  Came *came = data;
  g_assert_null (source);
  came->result = g_object_ref (result);
  g_main_loop_quit (came->loop);
}

/* Lets the main loop run until the call has ended. Free with g_object_unref. */
static GAsyncResult *
wait_for (Came *came)
{
  g_main_loop_run (came->loop);
  return g_steal_pointer (&came->result);
}

static void
hear_elsewhere (double fraction, const char *stage, gpointer data)
{
  Told *told = data;
  g_assert_true (told->thread != g_thread_self ());
  g_assert_nonnull (stage);
  told->n_ends += fraction == 1;
}

static ProgrammeDocument *
make_async (Harbour *harbour, ProgrammeEvent *event, Came *came, GCancellable *cancellable, GError **error)
{
  programme_document_new_async (event, "agenda", harbour->theme, harbour->options, NULL, cancellable, come, came);
  g_autoptr (GAsyncResult) result = wait_for (came);
  return programme_document_new_finish (result, error);
}

static void
test_async (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  Came came = { g_main_loop_new (NULL, FALSE), NULL };
  GError *error = NULL;
  Told told = { .thread = g_thread_self () };
  programme_options_set_progress (harbour->options, hear_elsewhere, &told, destroy);
  g_assert_cmpuint (harbour->told.n_destroyed, ==, 1);
  ProgrammeDocument *document = make_async (harbour, harbour->event, &came, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told.n_ends, ==, 1);
  programme_options_set_progress (harbour->options, NULL, NULL, NULL);
  g_assert_cmpuint (told.n_destroyed, ==, 0); /* the document still tells it */
  told.thread = NULL;
  g_autoptr (GBytes) whole = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told.n_ends, ==, 2);

  told.thread = g_thread_self ();
  programme_document_write_pdf_async (document, harbour->path, NULL, come, &came);
  g_autoptr (GAsyncResult) file = wait_for (&came);
  g_assert_true (programme_document_write_pdf_finish (document, file, &error));
  g_assert_no_error (error);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (harbour->path, FALSE, NULL);
  g_autoptr (GBytes) written = g_mapped_file_get_bytes (mapped);
  g_assert_true (g_bytes_equal (whole, written));

  CountingStream *stream = counting_stream_new (100000);
  programme_document_write_pdf_to_stream_async (document, G_OUTPUT_STREAM (stream), NULL, come, &came);
  g_autoptr (GAsyncResult) into = wait_for (&came);
  g_assert_false (programme_document_write_pdf_to_stream_finish (document, into, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (stream->bytes->len, ==, 100000);
  g_error_free (error);
  g_object_unref (stream);
  programme_document_unref (document);
  g_clear_object (&file);
  g_clear_object (&into);
  for (guint i = 0; i < 1000 && g_atomic_int_get (&told.n_destroyed) == 0;
       i++) /* The thread may have it a little longer. */
    g_usleep (1000);
  g_assert_cmpuint (told.n_destroyed, ==, 1);
  g_main_loop_unref (came.loop);
}

static gboolean
cancel_now (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_async_cancel (Harbour *harbour, gconstpointer profile)
{
  (void) profile;
  Came came = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GError) error = NULL, second = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  programme_options_set_progress (harbour->options, NULL, NULL, NULL);
  g_timeout_add (20, cancel_now, cancellable);
  g_autoptr (ProgrammeEvent) event = read_large (N_DAYS_OF_YEAR);
  g_assert_null (make_async (harbour, event, &came, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autoptr (ProgrammeDocument) document = make_async (harbour, harbour->event, &came, NULL, NULL);
  programme_document_write_pdf_async (document, harbour->path, cancellable, come, &came);
  g_autoptr (GAsyncResult) result = wait_for (&came);
  g_assert_false (programme_document_write_pdf_finish (document, result, &second));
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (harbour->path, G_FILE_TEST_EXISTS));
  g_main_loop_unref (came.loop);
}

static void
add (const char *name, ProgrammeProfile profile, void (*test) (Harbour *, gconstpointer))
{
  g_test_add (name, Harbour, GINT_TO_POINTER (profile), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  add ("/cancel/progress", PROGRAMME_PROFILE_ACCESSIBLE, test_progress);
  add ("/cancel/progress/press", PROGRAMME_PROFILE_PRESS, test_progress);
  add ("/cancel/progress/plain", PROGRAMME_PROFILE_PLAIN, test_progress);
  add ("/cancel/layout", PROGRAMME_PROFILE_ACCESSIBLE, test_layout);
  add ("/cancel/thread", PROGRAMME_PROFILE_ACCESSIBLE, test_thread);
  add ("/cancel/report", PROGRAMME_PROFILE_ACCESSIBLE, test_report);
  add ("/cancel/write", PROGRAMME_PROFILE_ACCESSIBLE, test_write);
  add ("/cancel/write/press", PROGRAMME_PROFILE_PRESS, test_write);
  add ("/cancel/write/plain", PROGRAMME_PROFILE_PLAIN, test_write);
  add ("/cancel/stream", PROGRAMME_PROFILE_ACCESSIBLE, test_stream);
  add ("/cancel/stream/press", PROGRAMME_PROFILE_PRESS, test_stream);
  add ("/cancel/pieces", PROGRAMME_PROFILE_ACCESSIBLE, test_pieces);
  add ("/cancel/pieces/press", PROGRAMME_PROFILE_PRESS, test_pieces);
  add ("/cancel/pictures", PROGRAMME_PROFILE_PLAIN, test_pictures);
  add ("/cancel/pages", PROGRAMME_PROFILE_PLAIN, test_pages);
  add ("/cancel/editions", PROGRAMME_PROFILE_ACCESSIBLE, test_editions);
  add ("/cancel/check", PROGRAMME_PROFILE_ACCESSIBLE, test_check);
  add ("/cancel/async", PROGRAMME_PROFILE_ACCESSIBLE, test_async);
  add ("/cancel/async/cancelled", PROGRAMME_PROFILE_ACCESSIBLE, test_async_cancel);
  return g_test_run ();
}
