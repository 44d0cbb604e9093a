/* Enters: threads that draw text. Leaves: one at a time. */
#include "font/drawing.h"

#include <glib.h>

static GRecMutex lock;

void
pg_drawing_begin (void)
{
  g_rec_mutex_lock (&lock);
}

void
pg_drawing_end (void)
{
  g_rec_mutex_unlock (&lock);
}
