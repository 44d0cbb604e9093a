/* Pictographs, such as emoji. Private to text/. Enters: runs. Leaves: their texts without what no font can show, which is
   counted. Letters are another matter: a text without some of its letters would say something else. */
#pragma once

#include "text/galley.h"

/* The text of a run without pictographs that no font has, and without what only colours can show; NULL if it has all of its
   own. after_white: what stands before the run ends with a space, or nothing does. What is left out is noted in the
   galley. Free with g_free. */
char *pg_pictographs_sift (PgGalley *galley, guint run, gboolean after_white);

/* Notes where in the event's file stands what a galley left out; place is where the paragraph does. */
void pg_pictographs_note (const PgGalley *galley, const PgPlace *place);
