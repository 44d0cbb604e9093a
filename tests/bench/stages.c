/* The journey, stage by stage. Enters: an event file, a number of runs, maybe two languages. Leaves: for each stage its CPU time (user and
   system) in milliseconds, the median of as many processes: each run is a fork, so that no cache is warm which is cold
   in a real process. The linker puts what is here between the library's own functions (--wrap in the Makefile). */
#include "check/check.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/accessible.h"
#include "piece/pieces.h"
#include "read/read.h"
#include "font/fonts.h"

#include <programme/programme.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_RUNS 1000

typedef enum
{
  FONTS,
  READ,
  CHECK,
  THEME,
  COMPOSE,
  LAYOUT,
  LINES,
  PAINT,
  FINISH,
  TOTAL,
  N_STAGES
} Stage;

static const char *const names[]
    = { "fonts",         "read",   "check",       "theme", "compose", "layout", "  of it breaking lines",
        "paint and PDF", "finish", "all of these" };

typedef struct
{
  double times[N_STAGES]; /* ms */
  guint n_sessions, n_pages;
} Result;

static Result result; /* of this process */

static double
cpu_now (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Stands before a function of the library and times each of its calls. */
#define WRAP(stage, type, name, parameters, arguments, keep, give)                                                     \
  type __real_##name parameters;                                                                                       \
  type __wrap_##name parameters;                                                                                       \
  type __wrap_##name parameters                                                                                        \
  {                                                                                                                    \
    double start = cpu_now ();                                                                                         \
    keep __real_##name arguments;                                                                                      \
    result.times[stage] += cpu_now () - start;                                                                         \
    give;                                                                                                              \
  }
#define WRAP_VALUE(stage, type, name, parameters, arguments)                                                           \
  WRAP (stage, type, name, parameters, arguments, type value =, return value)
#define WRAP_VOID(stage, name, parameters, arguments) WRAP (stage, void, name, parameters, arguments, , return )

WRAP_VALUE (FONTS, PgFonts *, pg_fonts_take, (const char *folder, ProgrammeReport *report, GError **error),
            (folder, report, error))
WRAP_VALUE (READ, ProgrammeEvent *, pg_read_xml,
            (GBytes * bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report, GError **error),
            (bytes, name, files, report, error))
WRAP_VOID (CHECK, pg_check_event, (const ProgrammeEvent *event, ProgrammeReport *report), (event, report))
WRAP_VALUE (THEME, ProgrammeTheme *, programme_theme_new_named, (const char *name, GError **error), (name, error))
WRAP_VALUE (COMPOSE, PgManuscript *, pg_agenda_compose, (const PgRequest *request, GError **error), (request, error))
WRAP_VALUE (LAYOUT, PgPages *, pg_layout,
            (const PgManuscript *manuscript, PgFonts *fonts, GHashTable *pages_of, ProgrammeReport *report,
             PgWatch *watch, GError **error),
            (manuscript, fonts, pages_of, report, watch, error))
WRAP_VALUE (LINES, PgLines *, pg_lines_new,
            (PgFonts * fonts, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
             gboolean right_to_left, const PgPlace *place, ProgrammeReport *report),
            (fonts, style, runs, n_runs, width, right_to_left, place, report))
WRAP_VALUE (PAINT, gboolean, pg_paint_pdf,
            (PgPainter * painter, const PgPages *pages, const GPtrArray *sheets, const PgMetadata *metadata,
             PgSink *sink),
            (painter, pages, sheets, metadata, sink))
WRAP_VALUE (FINISH, gboolean, pg_accessible_finish,
            (GBytes * pdf, const PgPages *pages, const GArray *chunks, const PgDescription *description,
             const PgEmbeddedFile *source, PgSink *sink),
            (pdf, pages, chunks, description, source, sink))

static guint
count_sessions (const ProgrammeEvent *event)
{
  guint n = 0;
  for (guint i = 0; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      for (guint k = 0; k < day->entries->len; k++)
        n += ((const PgEntry *) g_ptr_array_index (day->entries, k))->kind != PG_ENTRY_BREAK;
    }
  return n;
}

/* The same steps as the command's. */
static gboolean
travel (const char *file, const char *output, char **languages, GError **error)
{
  double start = cpu_now ();
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (file, report, error);
  if (event == NULL)
    return FALSE;
  programme_event_check (event, report);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("institutional", error);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  if (languages != NULL)
    programme_options_set_languages (options, languages[0], languages[1]);
  g_autoptr (ProgrammeDocument) document
      = theme != NULL ? programme_document_new (event, "agenda", theme, options, report, NULL, error) : NULL;
  if (document == NULL || !programme_document_write_pdf (document, output, NULL, error))
    return FALSE;
  result.times[TOTAL] = cpu_now () - start;
  result.n_pages = programme_document_get_n_pages (document);
  result.n_sessions = count_sessions (event);
  return TRUE;
}

/* In a process of its own, which sends its result through a pipe. */
static gboolean
travel_apart (const char *file, const char *output, char **languages, Result *into)
{
  int ends[2], status = -1;
  if (pipe (ends) != 0)
    return FALSE;
  pid_t process = fork ();
  if (process == 0)
    {
      GError *error = NULL;
      if (!travel (file, output, languages, &error))
        fprintf (stderr, "stages: %s\n", error->message);
      _exit (error == NULL && write (ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
    }
  close (ends[1]);
  gboolean ok = process > 0 && read (ends[0], into, sizeof *into) == sizeof *into;
  close (ends[0]);
  return process > 0 && waitpid (process, &status, 0) == process && status == 0 && ok;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return left < right ? -1 : left > right;
}

static double
median (const Result *results, guint n, Stage stage)
{
  g_autofree double *times = g_new (double, n);
  for (guint i = 0; i < n; i++)
    times[i] = results[i].times[stage];
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

int
main (int argc, char **argv)
{
  guint n = argc == 4 || argc == 6 ? (guint) atoi (argv[1]) : 0;
  if (n == 0 || n > MAX_RUNS)
    {
      fprintf (stderr, "usage: stages RUNS EVENT.xml OUTPUT.pdf [LANGUAGE LANGUAGE]\n");
      return 2;
    }
  g_autofree Result *results = g_new0 (Result, n);
  for (guint i = 0; i < n; i++)
    if (!travel_apart (argv[2], argv[3], argc == 6 ? argv + 4 : NULL, &results[i]))
      return 1;
  printf ("%u sessions, %u pages\n", results[0].n_sessions, results[0].n_pages);
  for (Stage stage = FONTS; stage < N_STAGES; stage++)
    printf ("  %-30s %10.1f\n", names[stage], median (results, n, stage));
  return 0;
}
