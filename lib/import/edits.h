/* Changes of a text. Enters: places of elements and attributes of its tree. Leaves: the text with other bytes there, and all others
   as they were. */
#pragma once

#include "xml/tree.h"

typedef struct PgEdits PgEdits;

/* For a text that the tree was made from; it is lent. */
PgEdits *pg_edits_new (const char *text, gsize length);
void pg_edits_free (PgEdits *edits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgEdits, pg_edits_free)

/* The bytes of an element, from the blanks before it on its line to the end of that on which it ends, if nothing else stands
   there. */
void pg_edits_span (PgEdits *edits, const PgNode *node, gsize *start, gsize *end);
/* Where an element's end tag begins, or the line of it if nothing stands before it there. */
gsize pg_edits_end_tag (PgEdits *edits, const PgNode *node);

/* Bytes in the place of others; what is put at the same place stands in the order of the calls. */
void pg_edits_replace (PgEdits *edits, gsize start, gsize end, const char *text);
/* An attribute's value, which may be new; NULL: without it. */
void pg_edits_set (PgEdits *edits, const PgNode *node, const char *attribute, const char *value);
/* What stands within an element. */
void pg_edits_fill (PgEdits *edits, const PgNode *node, const char *xml);

/* The bytes from start to end with the changes among them, which are then done with; free with g_free. */
char *pg_edits_cut (PgEdits *edits, gsize start, gsize end);
