/* Long work. Enters: how far it is, and signals that end programs. Leaves: a bar on a terminal, and work that is cancelled
   before the program ends. */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define PATIENCE (G_USEC_PER_SEC / 2)  /* what is done by then shows no bar */
#define INTERVAL (G_USEC_PER_SEC / 10) /* between two pictures of it */
#define WIDTH 40
#define WORDS 34 /* behind it */

/* The one run that a process is. What is not atomic belongs to the thread that works. */
static struct
{
  GCancellable *cancellable;
  sigset_t signals;
  int caught; /* atomic: the signal that cancelled, or 0 */
  gboolean shows, is_shown;
  gint64 next;    /* when to draw again, microseconds */
  gint64 started; /* the stage, at such a fraction of it */
  double at;
  const char *stage;
  guint n; /* of what is made one after another; 0: that is not known */
} run;

/* Signals */

/* By the system's own means, so that who waits for it sees the signal. */
static void
die (int number)
{
  sigset_t one;
  sigemptyset (&one);
  sigaddset (&one, number);
  signal (number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &one, NULL);
  raise (number);
}

static gpointer
wait_for_signals (gpointer nothing)
{
  const struct timespec limit = { .tv_sec = 2 };
  int number = 0;
  if (sigwait (&run.signals, &number) != 0)
    return nothing;
  g_atomic_int_set (&run.caught, number);
  g_cancellable_cancel (run.cancellable);
  sigtimedwait (&run.signals, NULL, &limit);
  die (number);
  return nothing;
}

/* All threads that are made from now on leave the signals to one that does nothing else: it may lock and call, which a
   handler may not. */
static void
catch_signals (void)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };
  sigemptyset (&run.signals);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      struct sigaction before;
      if (sigaction (numbers[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        sigaddset (&run.signals, numbers[i]);
    }
  pthread_sigmask (SIG_BLOCK, &run.signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, NULL));
}

/* The bar */

/* ", 12 a second, 1:05 left"; nothing while that is a guess. */
static char *
rate_of (double fraction, gint64 now)
{
  double seconds = (double) (now - run.started) / G_USEC_PER_SEC, done = fraction - run.at;
  if (seconds < 1 || done < 0.02)
    return g_strdup ("");
  guint left = (guint) (seconds * (1 - fraction) / done);
  double rate = done * run.n / seconds;
  return run.n > 0 ? g_strdup_printf (", %.*f a second, %u:%02u left", rate < 10 ? 1 : 0, rate, left / 60, left % 60)
                   : g_strdup_printf (", %u:%02u left", left / 60, left % 60);
}

static void
draw (double fraction, const char *stage, gint64 now)
{
  char bar[WIDTH + 1] = "";
  for (guint i = 0; i < WIDTH; i++)
    bar[i] = i < fraction * WIDTH ? '#' : '.';
  g_autofree char *rate = rate_of (fraction, now);
  g_autofree char *said = g_strdup_printf ("%3d %%%s", (int) (fraction * 100), rate);
  fprintf (stderr, "\r%-6s [%s] %-*s", stage, bar, WORDS, said);
  fflush (stderr);
  run.is_shown = TRUE;
}

static void
show (double fraction, const char *stage, gpointer nothing)
{
  (void) nothing;
  gint64 now = g_get_monotonic_time ();
  if (g_strcmp0 (stage, run.stage) != 0)
    {
      run.stage = stage;
      run.started = now;
      run.at = fraction;
    }
  if (!run.shows || now < run.next)
    return;
  run.next = now + INTERVAL;
  draw (fraction, stage, now);
}

void
progress_count (guint n)
{
  run.n = n;
}

void
progress_clear (void)
{
  if (run.is_shown)
    fprintf (stderr, "\r%*s\r", WIDTH + WORDS + 10, "");
  run.is_shown = FALSE;
}

/* Both */

void
progress_begin (ProgrammeOptions *options, gboolean quiet)
{
  run.cancellable = g_cancellable_new ();
  run.shows = !quiet && isatty (STDERR_FILENO);
  run.next = g_get_monotonic_time () + PATIENCE;
  programme_options_set_progress (options, show, NULL, NULL);
  catch_signals ();
}

GCancellable *
progress_cancellable (void)
{
  return run.cancellable;
}

void
progress_end (void)
{
  progress_clear ();
  int caught = g_atomic_int_get (&run.caught);
  if (caught != 0)
    die (caught);
}
