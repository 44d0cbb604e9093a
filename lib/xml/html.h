/* Enters: HTML as people and programs write it. Leaves: its elements and texts. */
#pragma once

#include "xml/tree.h"

/* A node whose children are what stands in the text, with names in small letters, from the arena. Whatever is wrong is
   mended as browsers do; nothing is fetched, and nothing has a place. NULL for what has nothing in it. */
PgNode *pg_html_read (PgArena *arena, const char *text, gsize length);
