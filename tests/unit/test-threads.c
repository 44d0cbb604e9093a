/* Enters: the samples, a folder of fonts. Leaves: TAP: whether documents that are made and written in many threads at
   once are those that are made alone. "make check-threads" runs it under ThreadSanitizer, which sees what is shared. */
#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>

#define N_THREADS 8
#define N_EACH 4 /* documents of a thread */

typedef struct
{
  const char *event; /* in samples/ */
  const char *piece, *theme;
  const char *first, *second; /* languages; NULL: the event's own alone */
  ProgrammeProfile profile;
  gboolean has_fonts; /* of the user's */
} Job;

/* Of many scripts; no two neighbours have the same. */
static const Job jobs[] = {
  { "oecd-indigo-2024", "agenda", "institutional", "en", "ko", PROGRAMME_PROFILE_ACCESSIBLE, FALSE },
  { "rabat-2026", "agenda", "modern", "ar-MA", NULL, PROGRAMME_PROFILE_ACCESSIBLE, FALSE },
  { "bangkok-2026", "agenda", "classic", "th", "en", PROGRAMME_PROFILE_PLAIN, TRUE },
  { "paris-2026", "agenda", "classic", NULL, NULL, PROGRAMME_PROFILE_ACCESSIBLE, FALSE },
  { "tokyo-2026", "speakers", "modern", NULL, NULL, PROGRAMME_PROFILE_ACCESSIBLE, FALSE },
  { "phnom-penh-2026", "agenda", "institutional", "km", NULL, PROGRAMME_PROFILE_PLAIN, FALSE },
  { "chengdu-2026", "agenda", "modern", NULL, NULL, PROGRAMME_PROFILE_PLAIN, FALSE },
  { "nay-pyi-taw-2026", "agenda", "institutional", "my", NULL, PROGRAMME_PROFILE_ACCESSIBLE, TRUE },
};

static char *fonts;                                 /* a folder */
static ProgrammeTheme *themes[G_N_ELEMENTS (jobs)]; /* which all threads share */

/* The document's checksum. */
static char *
print (const Job *job, ProgrammeTheme *theme)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "samples", job->event, "event.xml", NULL);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (path, report, &error);
  g_assert_no_error (error);
  programme_event_check (event, report);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_profile (options, job->profile);
  if (job->first != NULL)
    programme_options_set_languages (options, job->first, job->second);
  if (job->has_fonts)
    programme_options_set_fonts (options, fonts);
  g_autoptr (ProgrammeDocument) document
      = programme_document_new (event, job->piece, theme, options, report, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) pdf = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
}

typedef struct
{
  guint number;
  char *sums[N_EACH];
} Thread;

static guint
job_of (guint thread, guint n)
{
  return (thread * 3 + n) % G_N_ELEMENTS (jobs);
}

static gpointer
work (gpointer data)
{
  Thread *thread = data;
  for (guint n = 0; n < N_EACH; n++)
    {
      guint job = job_of (thread->number, n);
      thread->sums[n] = print (&jobs[job], themes[job]);
    }
  return NULL;
}

/* The threads come first, so that they also race for what is made once. */
static void
test_same_bytes (void)
{
  Thread threads[N_THREADS] = { 0 };
  GThread *handles[N_THREADS];
  for (guint i = 0; i < N_THREADS; i++)
    {
      threads[i].number = i;
      handles[i] = g_thread_new ("document", work, &threads[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (handles[i]);
  for (guint job = 0; job < G_N_ELEMENTS (jobs); job++)
    {
      g_autofree char *alone = print (&jobs[job], themes[job]);
      for (guint i = 0; i < N_THREADS; i++)
        for (guint n = 0; n < N_EACH; n++)
          if (job_of (i, n) == job)
            g_assert_cmpstr (threads[i].sums[n], ==, alone);
    }
  for (guint i = 0; i < N_THREADS; i++)
    for (guint n = 0; n < N_EACH; n++)
      g_free (threads[i].sums[n]);
}

static char *
make_folder (void)
{
  static const char font[] = "/usr/share/fonts/truetype/noto/NotoSansDisplay-Regular.ttf";
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("fonts-XXXXXX", &error);
  g_autofree char *data = NULL, *path = g_build_filename (folder, "Own.ttf", NULL);
  gsize length;
  g_assert_true (g_file_get_contents (font, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  return folder;
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1735689600", TRUE);
  g_test_init (&argc, &argv, NULL);
  fonts = make_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    themes[i] = programme_theme_new_named (jobs[i].theme, NULL);
  g_test_add_func ("/threads/same-bytes", test_same_bytes);
  int status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    programme_theme_unref (themes[i]);
  g_autofree char *path = g_build_filename (fonts, "Own.ttf", NULL);
  g_remove (path);
  g_rmdir (fonts);
  g_free (fonts);
  return status;
}
