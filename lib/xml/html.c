/* Enters: HTML as people and programs write it. Leaves: its elements and texts. */
#include "xml/html.h"

#include "base/limits.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static void
append (PgNode *parent, PgNode *node)
{
  node->parent = parent;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
}

static void
copy_attributes (PgArena *arena, const xmlNode *from, PgNode *node)
{
  guint n = 0;
  for (const xmlAttr *attribute = from->properties; attribute != NULL; attribute = attribute->next)
    n++;
  n = MIN (n, PG_MAX_ATTRIBUTES);
  node->attributes = pg_arena_new_array (arena, PgAttribute, n);
  for (const xmlAttr *attribute = from->properties; node->n_attributes < n; attribute = attribute->next)
    {
      PgAttribute *copy = &node->attributes[node->n_attributes++];
      const xmlNode *value = attribute->children;
      copy->name = pg_arena_strdup (arena, (const char *) attribute->name);
      copy->value = pg_arena_strdup (arena, value != NULL && value->content != NULL ? (char *) value->content : "");
    }
}

/* What is nested too deeply stands in the last element that is not. */
static void
copy_children (PgArena *arena, const xmlNode *from, PgNode *parent, guint depth)
{
  for (const xmlNode *child = from->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          PgNode *text = pg_arena_new0 (arena, PgNode);
          text->text = pg_arena_strdup (arena, (const char *) child->content);
          append (parent, text);
        }
      if (child->type != XML_ELEMENT_NODE)
        continue;
      PgNode *node = parent;
      if (depth < PG_MAX_DEPTH)
        {
          node = pg_arena_new0 (arena, PgNode);
          node->name = pg_arena_strdup (arena, (const char *) child->name);
          copy_attributes (arena, child, node);
          append (parent, node);
        }
      copy_children (arena, child, node, depth + 1);
    }
}

PgNode *
pg_html_read (PgArena *arena, const char *text, gsize length)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                      | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
  if (length > PG_MAX_FOREIGN_BYTES)
    return NULL;
  xmlDoc *document = htmlReadMemory (text, (int) length, NULL, "UTF-8", options);
  if (document == NULL)
    return NULL;
  PgNode *root = pg_arena_new0 (arena, PgNode);
  root->name = "html";
  copy_children (arena, (const xmlNode *) document, root, 0);
  xmlFreeDoc (document);
  return root->first != NULL ? root : NULL;
}
