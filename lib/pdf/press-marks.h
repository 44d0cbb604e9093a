/* Enters: a page's size and what surrounds it. Leaves: the marks around a page, as operators of PDF. */
#pragma once

#include "layout/frame.h"

/* The colour space in which they are drawn: all plates, whatever these are. */
#define PG_PRESS_ALL "PgAll"

/* Crop marks, bleed marks and registration targets; they look for PG_PRESS_ALL among the page's colour spaces and leave the
   graphics state as it was. */
GString *pg_press_marks (const PgPage *page);
