/* Several processes for one folder. Enters: the command line. Leaves: a part of the list done by each. */
#pragma once

#include "arguments.h"

#define MOST_JOBS 256

/* Runs the command line once for each job, with a part of the list that is its own, and waits. Gives the exit status of the first
   that failed, which has told why; argv is as main() had it. */
int run_jobs (const Arguments *arguments, char *const *argv);
