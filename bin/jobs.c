/* Several processes for one folder. Enters: the command line. Leaves: a part of the list done by each; the last one makes one table
   of theirs. cairo draws in one thread at a time, processes do not wait for each other. */
#include "jobs.h"

#include "found.h"
#include "progress.h"
#include "terminal.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static GSubprocess *
start (const Arguments *arguments, char *const *argv, guint job, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_ptr_array_add (words, g_strdup (self != NULL ? self : argv[0]));
  guint i = 1;
  for (; argv[i] != NULL && strcmp (argv[i], "--") != 0; i++)
    g_ptr_array_add (words, g_strdup (argv[i]));
  g_ptr_array_add (words, g_strdup ("--jobs=1")); /* the last one holds */
  g_ptr_array_add (words, g_strdup_printf ("--shard=%u/%u", job, arguments->n_jobs));
  if (job > 1) /* all look through all rows: the first one tells what they find */
    g_ptr_array_add (words, g_strdup ("--quiet"));
  for (; argv[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (argv[i]));
  g_ptr_array_add (words, NULL);
  return g_subprocess_newv ((const char *const *) words->pdata,
                            job > 1 ? G_SUBPROCESS_FLAGS_STDERR_PIPE : G_SUBPROCESS_FLAGS_NONE, error);
}

static void
stop (GPtrArray *jobs)
{
  for (guint i = 0; i < jobs->len; i++)
    g_subprocess_send_signal (g_ptr_array_index (jobs, i), SIGTERM);
  for (guint i = 0; i < jobs->len; i++)
    g_subprocess_wait (g_ptr_array_index (jobs, i), NULL, NULL);
}

/* Of the first that failed; the others go on, as their files are of use. What one of the others says is told if that is not what
   the first one said. */
static int
wait_for (GPtrArray *jobs, GError **error)
{
  int status = DONE;
  for (guint i = 0; i < jobs->len; i++)
    {
      GSubprocess *job = g_ptr_array_index (jobs, i);
      g_autofree char *said = NULL;
      if (!g_subprocess_communicate_utf8 (job, NULL, progress_cancellable (), NULL, i > 0 ? &said : NULL, error))
        return SYSTEM_ERROR;
      int own = g_subprocess_get_if_exited (job) ? g_subprocess_get_exit_status (job) : SYSTEM_ERROR;
      if (own != DONE && status == DONE && said != NULL)
        fputs (said, stderr);
      status = status == DONE ? own : status;
    }
  return status;
}

/* The last line: as many as the table has. */
static void
tell_sum (const Arguments *arguments)
{
  g_autofree char *path = g_build_filename (arguments->output, "records.csv", NULL), *table = NULL;
  guint n = 0;
  if (arguments->quiet || !g_file_get_contents (path, &table, NULL, NULL))
    return;
  for (const char *at = table; *at != '\0'; at++)
    n += *at == '\n';
  say ("%s: %u %s for %u %s", arguments->output, n - 1, n == 2 ? "file" : "files", n - 1, n == 2 ? "person" : "people");
}

static void
unref_job (gpointer job)
{
  g_object_unref (job);
}

int
run_jobs (const Arguments *arguments, char *const *argv)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (unref_job);
  g_autoptr (GError) error = NULL;
  int status = DONE;
  for (guint job = 1; job <= arguments->n_jobs && error == NULL; job++)
    {
      GSubprocess *started = start (arguments, argv, job, &error);
      if (started != NULL)
        g_ptr_array_add (jobs, started);
    }
  if (error == NULL)
    status = wait_for (jobs, &error);
  if (error == NULL && status == DONE)
    tell_sum (arguments);
  if (error == NULL)
    return status;
  stop (jobs);
  return fail (error);
}
