/* Enters: the text of an XML file. Leaves: its elements, attributes and texts, each with its place. */
#pragma once

#include "base/arena.h"
#include "base/origin.h"
#include "xml/source.h"

typedef struct
{
  const char *name; /* with its prefix: "xml:lang" */
  const char *value;
  PgPlace place; /* of the name */
} PgAttribute;

typedef struct PgNode PgNode;
struct PgNode
{
  const char *name; /* with its prefix; NULL: a text */
  const char *text; /* of a text */
  PgOrigin *marks;  /* of a text: where its parts stand; white space may come without */
  guint n_marks;
  PgAttribute *attributes;
  guint n_attributes;
  PgNode *parent, *first, *last, *next;
  PgPlace place;   /* of the "<", or of the text's first character that is no white space */
  gboolean faulty; /* an attribute's value was bad, and was reported */
};

/* The root element, from the arena; NULL after a finding and an error where the file is not well-formed, has a
   document type or passes a limit. */
PgNode *pg_tree_read (PgArena *arena, PgSource *source, ProgrammeReport *report, GError **error);

/* NULL if it has none of that name. */
const PgAttribute *pg_node_attribute (const PgNode *node, const char *name);
/* The value, or NULL. */
const char *pg_node_value (const PgNode *node, const char *name);

gboolean pg_node_is (const PgNode *node, const char *name);
/* The first child element of that name, and the next namesake among a child's siblings; NULL if there is none. */
PgNode *pg_node_child (const PgNode *node, const char *name);
PgNode *pg_node_again (const PgNode *child);
