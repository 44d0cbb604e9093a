/* Long work. Enters: how far it is, and signals that end programs. Leaves: a bar on a terminal, and work that is cancelled
   before the program ends. */
#pragma once

#include <programme/programme.h>

/* To be called before documents are made with the options: a bar shows how far they are if standard error is a terminal and
   quiet is FALSE, and SIGHUP, SIGINT and SIGTERM, unless they were ignored, cancel what progress_cancellable() is given to. A
   second signal, or two seconds without an answer, end the program as ever. */
void progress_begin (ProgrammeOptions *options, gboolean quiet);

/* So many are made one after another: the bar tells how many in a second. */
void progress_count (guint n);

/* NULL before progress_begin(). */
GCancellable *progress_cancellable (void);

/* To be called before anything is said, and at the end: takes the bar away. */
void progress_clear (void);

/* To be called last: ends the program by the signal that cancelled it, if there was one. */
void progress_end (void);
