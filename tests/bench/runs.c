/* A stopwatch for whole processes. Enters: a number of runs and commands, with "--" before each. Leaves: a line for
   each command: CPU time (user and system) in milliseconds, median and least, and the peak of its memory in MB. The
   commands take turns, so that a busy moment of the machine meets them all. It is small, because a process starts with
   its parent's peak. */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define MAX_COMMANDS 16
#define MAX_RUNS 1000

extern char **environ;

typedef struct
{
  char **arguments;
  double times[MAX_RUNS], peak;
} Command;

static double
milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static void
run (Command *command, unsigned index)
{
  pid_t process;
  int status = -1;
  struct rusage usage;
  if (posix_spawnp (&process, command->arguments[0], NULL, NULL, command->arguments, environ) != 0
      || wait4 (process, &status, 0, &usage) != process || status != 0)
    {
      fprintf (stderr, "runs: %s failed\n", command->arguments[0]);
      exit (1);
    }
  command->times[index] = milliseconds (usage.ru_utime) + milliseconds (usage.ru_stime);
  double peak = (double) usage.ru_maxrss / 1024;
  command->peak = peak > command->peak ? peak : command->peak;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return left < right ? -1 : left > right;
}

int
main (int argc, char **argv)
{
  static Command commands[MAX_COMMANDS];
  unsigned n = 0, n_runs = argc > 3 ? (unsigned) atoi (argv[1]) : 0;
  for (int i = 2; i < argc && n < MAX_COMMANDS; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        argv[i] = NULL;
        commands[n++].arguments = argv + i + 1;
      }
  if (n == 0 || n_runs == 0 || n_runs > MAX_RUNS)
    {
      fprintf (stderr, "usage: runs N -- COMMAND… [-- COMMAND…]…\n");
      return 2;
    }
  for (unsigned i = 0; i < n_runs; i++)
    for (unsigned k = 0; k < n; k++)
      run (&commands[k], i);
  for (unsigned k = 0; k < n; k++)
    {
      qsort (commands[k].times, n_runs, sizeof (double), compare);
      printf ("%.1f %.1f %.1f\n", commands[k].times[n_runs / 2], commands[k].times[0], commands[k].peak);
    }
  return 0;
}
