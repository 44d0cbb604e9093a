/* Enters: how far some work is. Leaves: that, told to whoever waits for it; and whether they have cancelled it. */
#pragma once

#include <gio/gio.h>

/* As ProgrammeProgressFunc. */
typedef void (*PgProgressFunc) (double fraction, const char *stage, gpointer data);

/* A function of the caller's, with what it needs. Ref-counted: options have it, and the documents made with them. */
typedef struct PgProgress PgProgress;

PgProgress *pg_progress_new (PgProgressFunc func, gpointer data, GDestroyNotify destroy); /* both may be NULL */
PgProgress *pg_progress_ref (PgProgress *progress);                                       /* NULL gives NULL */
void pg_progress_unref (PgProgress *progress);                                            /* NULL is ignored */

/* Who waits for one call. It travels with the work: in layout's flow, in the sink that is written to. */
typedef struct
{
  GCancellable *cancellable; /* or NULL */
  PgProgress *progress;      /* or NULL */
  const char *stage;
  double from, to; /* the part of the whole that the steps are of */
  double told;     /* last; it never goes back */
} PgWatch;

/* A part that was narrowed, to go back to. */
typedef struct
{
  double from, to;
} PgWatchPart;

/* Nothing is told yet. What is given is borrowed. */
PgWatch pg_watch_new (GCancellable *cancellable, PgProgress *progress, const char *stage);

/* The next steps lead from one fraction to another of the part that the steps were of until then, to which
   pg_watch_widen() goes back. A NULL watch is nobody, here and below. */
PgWatchPart pg_watch_narrow (PgWatch *watch, double from, double to);
void pg_watch_widen (PgWatch *watch, PgWatchPart part);

/* So much of the part, 0 to 1, is done. FALSE with G_IO_ERROR_CANCELLED: stop. Cheap enough for a loop. */
gboolean pg_watch_step (PgWatch *watch, double share, GError **error);

gboolean pg_watch_is_cancelled (const PgWatch *watch);

/* All is done: tells 1. */
void pg_watch_end (PgWatch *watch);
