/* An event of the vocabulary, to be written for others. Enters: the elements of its file. Leaves: a draft. */
#pragma once

#include "import/left.h"
#include "xml/tree.h"

/* Fills a new draft with what other systems know, too; the rest is counted in left. */
void pg_event_draft (const PgNode *root, PgDraft *draft, PgLeft *left);

/* What stands in a node, as XML. */
void pg_node_xml (GString *xml, const PgNode *node);
