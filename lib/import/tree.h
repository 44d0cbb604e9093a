/* Enters: a foreign file in XML. Leaves: its elements, whatever their namespace. */
#pragma once

#include "import/format.h"
#include "xml/tree.h"

/* The root, from the arena; NULL with findings and an error. */
const PgNode *pg_foreign_tree (const PgForeign *foreign, PgArena *arena, GError **error);

/* All text in a node, without white space at its ends, from the arena; NULL for no node or an empty one. */
const char *pg_node_words (PgArena *arena, const PgNode *node);
