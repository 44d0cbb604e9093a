/* Enters: the tree of an event file. Leaves: findings on its structure, and a tree with what the vocabulary has. */
#pragma once

#include "xml/tree.h"

/* Checks elements, attributes, their values and stray text. What the vocabulary does not have is taken out of the
   tree, and so is an attribute whose value is bad; what is missing is reported alone. */
void pg_validate (PgNode *root, ProgrammeReport *report);
