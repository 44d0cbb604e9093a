/* Enters: the parts of pages as they were painted, and the elements they are in. Leaves: PDF's structure tree (ISO 32000-1,
   14.7): elements in the order in which their first parts were painted, the parent tree, and the tree of identifiers. */
#include "pdf/tree.h"

#include "base/plain.h"
#include "pdf/content.h"
#include "pdf/tag-content.h"

#include <string.h>

typedef struct Node Node;
typedef struct Kid Kid;

/* What an element holds: another one, a sequence of a page, or an annotation. */
struct Kid
{
  Kid *next;
  Node *node; /* or NULL */
  guint page;
  guint mcid;
  int annotation; /* its number in the file, or 0 */
};

struct Node
{
  const PgElement *element;
  Kid *kids, *last; /* in order */
  const char *id;   /* of a table's head cell or a note, or NULL */
  PgRole role;      /* the element's, and a heading's without a level left out */
  int number;
};

struct PgTree
{
  PgArena *arena;         /* of the nodes, and what they hold */
  GHashTable *nodes;      /* PgElement* to Node*; NULL for the document's */
  GPtrArray *order;       /* Node*, in the order in which they came; the document first */
  GPtrArray *pages;       /* GPtrArray of Node*: by MCID */
  GPtrArray *annotations; /* Node* */
  guint n_ids;
};

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static Node *
add_node (PgTree *tree, const PgElement *element)
{
  Node *node = pg_arena_new0 (tree->arena, Node);
  node->element = element;
  node->role = element != NULL ? element->role : PG_ROLE_DOCUMENT;
  if (element != NULL && (element->role == PG_ROLE_TH || element->role == PG_ROLE_NOTE))
    node->id = pg_arena_printf (tree->arena, "i%06u", ++tree->n_ids);
  g_hash_table_insert (tree->nodes, (gpointer) element, node);
  g_ptr_array_add (tree->order, node);
  return node;
}

PgTree *
pg_tree_new (void)
{
  PgTree *tree = g_new0 (PgTree, 1);
  tree->arena = pg_arena_new ();
  tree->nodes = g_hash_table_new (NULL, NULL);
  tree->order = g_ptr_array_new ();
  tree->pages = g_ptr_array_new_with_free_func (unref_array);
  tree->annotations = g_ptr_array_new ();
  add_node (tree, NULL);
  return tree;
}

void
pg_tree_free (PgTree *tree)
{
  if (tree == NULL)
    return;
  g_hash_table_unref (tree->nodes);
  g_ptr_array_unref (tree->order);
  g_ptr_array_unref (tree->pages);
  g_ptr_array_unref (tree->annotations);
  pg_arena_free (tree->arena);
  g_free (tree);
}

static void
add_kid (PgTree *tree, Node *parent, Kid kid)
{
  Kid *last = pg_arena_new0 (tree->arena, Kid);
  *last = kid;
  if (parent->last == NULL)
    parent->kids = last;
  else
    parent->last->next = last;
  parent->last = last;
}

/* The element's node, which hangs below that of its parent; a table's row has all its cells at once. */
static Node *
node_of (PgTree *tree, const PgElement *element)
{
  Node *node = g_hash_table_lookup (tree->nodes, element);
  if (node != NULL)
    return node;
  Node *parent = node_of (tree, element->parent);
  node = g_hash_table_lookup (tree->nodes, element); /* a cell came with its row */
  if (node != NULL)
    return node;
  node = add_node (tree, element);
  add_kid (tree, parent, (Kid){ .node = node });
  for (guint i = 0; element->role == PG_ROLE_TR && i < element->n_cells; i++)
    node_of (tree, element->cells[i]);
  return node;
}

static GPtrArray *
nodes_of_page (PgTree *tree, guint page)
{
  while (tree->pages->len <= page)
    g_ptr_array_add (tree->pages, g_ptr_array_new ());
  return g_ptr_array_index (tree->pages, page);
}

void
pg_tree_add_sequence (PgTree *tree, const PgElement *element, guint page)
{
  Node *node = node_of (tree, element);
  GPtrArray *sequences = nodes_of_page (tree, page);
  add_kid (tree, node, (Kid){ .page = page, .mcid = sequences->len });
  g_ptr_array_add (sequences, node);
}

guint
pg_tree_add_annotation (PgTree *tree, const PgElement *element, guint page, int number, guint n_pages)
{
  Node *node = node_of (tree, element);
  add_kid (tree, node, (Kid){ .page = page, .annotation = number });
  g_ptr_array_add (tree->annotations, node);
  return n_pages + tree->annotations->len - 1;
}

gboolean
pg_tree_has (const PgTree *tree, const PgElement *element)
{
  return g_hash_table_contains (tree->nodes, element);
}

/* Headings */

/* Those that what comes next stands below, each lower than the one before it. */
typedef struct
{
  PgRole said[PG_ROLE_H6 - PG_ROLE_H1 + 1], written[PG_ROLE_H6 - PG_ROLE_H1 + 1];
  guint n;
} Headings;

static PgRole
settle_heading (Headings *above, PgRole said)
{
  while (above->n > 0 && above->said[above->n - 1] >= said)
    above->n--;
  PgRole written = above->n > 0 ? above->written[above->n - 1] + 1 : PG_ROLE_H1;
  above->said[above->n] = said;
  above->written[above->n++] = written;
  return written;
}

/* In the order of reading no level is left out (ISO 14289-1, 7.4.2), as where the second language has but the lower of two
   headings. */
static void
settle_headings (Node *node, Headings *above)
{
  if (node->role >= PG_ROLE_H1 && node->role <= PG_ROLE_H6)
    node->role = settle_heading (above, node->role);
  for (const Kid *kid = node->kids; kid != NULL; kid = kid->next)
    if (kid->node != NULL)
      settle_headings (kid->node, above);
}

/* Writing */

typedef struct
{
  const PgTree *tree;
  PgWriter *writer;
  qpdf_data qpdf;
  const PgPages *pages;
  const int *page_numbers; /* in the file, as all numbers below */
  const char *language;    /* the document's */
  int root;
  GString *text; /* of the object that is being written */
} Writing;

static void
put (Writing *writing, const char *text)
{
  g_string_append (writing->text, text);
}

static void
put_number (Writing *writing, guint number)
{
  pg_put_number (writing->text, number);
}

/* Behind a key or among others. */
static void
put_reference (Writing *writing, int object)
{
  put (writing, " ");
  put_number (writing, (guint) object);
  put (writing, " 0 R");
}

/* The object whose text is there; the next one starts empty. */
static void
end_object (Writing *writing, int number)
{
  pg_writer_add (writing->writer, number, writing->text);
  g_string_truncate (writing->text, 0);
}

/* The same under a number of its own, which it gives. */
static int
end_new_object (Writing *writing)
{
  int number = pg_writer_reserve (writing->writer);
  end_object (writing, number);
  return number;
}

/* The page of its first sequence, or -1. */
static int
first_page (const Node *node)
{
  for (const Kid *kid = node->kids; kid != NULL; kid = kid->next)
    if (kid->node == NULL && kid->annotation == 0)
      return (int) kid->page;
  return -1;
}

/* page is the one of the element. */
static void
put_kid (Writing *writing, const Kid *kid, int page)
{
  if (kid->node != NULL)
    put_reference (writing, kid->node->number);
  else if (kid->annotation == 0 && (int) kid->page == page)
    {
      put (writing, " ");
      put_number (writing, kid->mcid);
    }
  else
    {
      put (writing, kid->annotation != 0 ? " << /Type /OBJR /Obj" : " << /Type /MCR /MCID ");
      if (kid->annotation != 0)
        put_reference (writing, kid->annotation);
      else
        put_number (writing, kid->mcid);
      put (writing, " /Pg");
      put_reference (writing, writing->page_numbers[kid->page]);
      put (writing, " >>");
    }
}

static void
put_kids (Writing *writing, const Node *node)
{
  int page = first_page (node);
  gboolean is_one = node->kids == node->last;
  if (page >= 0)
    {
      put (writing, " /Pg");
      put_reference (writing, writing->page_numbers[page]);
    }
  if (node->kids == NULL)
    return;
  put (writing, is_one ? " /K" : " /K [");
  for (const Kid *kid = node->kids; kid != NULL; kid = kid->next)
    put_kid (writing, kid, page);
  put (writing, is_one ? "" : " ]");
}

/* The language of what is around an element. */
static const char *
language_around (const PgElement *element, const char *document)
{
  for (element = element->parent; element != NULL; element = element->parent)
    if (element->language != NULL)
      return element->language;
  return document;
}

static const PgElement *
element_above (const PgElement *element, PgRole role)
{
  while (element != NULL && element->role != role)
    element = element->parent;
  return element;
}

/* Of characters that PDF's notation need not escape. */
static void
put_plain_string (Writing *writing, const char *string)
{
  put (writing, " (");
  put (writing, string);
  put (writing, ")");
}

static void
put_language (Writing *writing, const char *language)
{
  put (writing, " /Lang");
  put_plain_string (writing, language);
}

static void
put_header (Writing *writing, const PgElement *cell)
{
  const Node *node = g_hash_table_lookup (writing->tree->nodes, cell);
  if (node != NULL && node->id != NULL)
    put_plain_string (writing, node->id);
}

/* The head's cells above a cell. */
static void
put_heads_above (Writing *writing, const PgElement *head, const PgElement *cell)
{
  for (guint i = 0; i < head->n_cells; i++)
    {
      const PgElement *above = head->cells[i];
      if (above->column < cell->column + cell->columns && cell->column < above->column + above->columns)
        put_header (writing, above);
    }
}

/* A cell is headed by those of the table's head above it, by the one that heads its part of the table, and by those of its
   row. */
static void
put_headers (Writing *writing, const PgElement *cell)
{
  const PgElement *row = cell->parent, *table = element_above (row, PG_ROLE_TABLE);
  gsize start = writing->text->len, empty;
  put (writing, " /Headers [");
  empty = writing->text->len;
  if (table != NULL && table->head != NULL && table->head != row)
    put_heads_above (writing, table->head, cell);
  if (row->part != NULL)
    put_header (writing, row->part);
  for (guint i = 0; i < row->n_cells; i++)
    put_header (writing, row->cells[i]);
  if (writing->text->len == empty)
    g_string_truncate (writing->text, start);
  else
    put (writing, " ]");
}

static void
put_span (Writing *writing, const char *key, guint span)
{
  if (span <= 1)
    return;
  put (writing, key);
  put_number (writing, span);
}

/* What heads a column, or the rows below it, is in the head, or alone in its row. */
static void
put_cell (Writing *writing, const PgElement *cell)
{
  const PgElement *row = cell->parent;
  gboolean is_above = element_above (cell, PG_ROLE_THEAD) != NULL || (row->n_cells == 1 && cell->columns > 1);
  gsize start = writing->text->len, empty;
  put (writing, " /A << /O /Table");
  empty = writing->text->len;
  if (cell->role == PG_ROLE_TH)
    put (writing, is_above ? " /Scope /Column" : " /Scope /Row");
  put_span (writing, " /ColSpan ", cell->columns);
  put_span (writing, " /RowSpan ", cell->rows);
  if (cell->role == PG_ROLE_TD)
    put_headers (writing, cell);
  if (writing->text->len == empty)
    g_string_truncate (writing->text, start);
  else
    put (writing, " >>");
}

/* Where the picture of a figure stands, in PDF's coordinates. */
static qpdf_oh
box_of (qpdf_data qpdf, const PgPages *pages, const PgElement *figure, guint page)
{
  qpdf_oh box = qpdf_oh_new_array (qpdf);
  const PgPage *on = pg_pages_get (pages, page);
  for (guint i = 0; i < on->items->len; i++)
    {
      const PgItem *item = &g_array_index (on->items, PgItem, i);
      if (item->element != figure)
        continue;
      double top = on->height - item->y;
      double corners[] = { item->x, top - item->height, item->x + item->width, top };
      for (guint k = 0; k < G_N_ELEMENTS (corners); k++)
        qpdf_oh_append_item (qpdf, box, qpdf_oh_new_real_from_double (qpdf, corners[k], 3));
      break;
    }
  return box;
}

static void
put_figure (Writing *writing, const Node *node)
{
  qpdf_data qpdf = writing->qpdf;
  int page = first_page (node);
  put (writing, " /A << /O /Layout /Placement /Block");
  if (page >= 0)
    {
      put (writing, " /BBox ");
      put (writing, qpdf_oh_unparse (qpdf, box_of (qpdf, writing->pages, node->element, (guint) page)));
    }
  put (writing, " >> /Alt ");
  g_autofree char *alt = pg_plain_for_pdf (node->element->alt);
  put (writing, qpdf_oh_unparse (qpdf, qpdf_oh_new_unicode_string (qpdf, alt != NULL ? alt : "")));
  pg_qpdf_forget (qpdf);
}

static void
put_attributes (Writing *writing, const Node *node)
{
  const PgElement *element = node->element;
  if (element->role == PG_ROLE_TH || element->role == PG_ROLE_TD)
    put_cell (writing, element);
  else if (element->role == PG_ROLE_L)
    put (writing, " /A << /O /List /ListNumbering /None >>");
  else if (element->role == PG_ROLE_FIGURE)
    put_figure (writing, node);
  if (element->language != NULL && strcmp (element->language, language_around (element, writing->language)) != 0)
    put_language (writing, element->language);
}

static void
write_node (Writing *writing, const Node *node)
{
  const PgElement *element = node->element;
  int parent = writing->root;
  if (element != NULL)
    parent = ((const Node *) g_hash_table_lookup (writing->tree->nodes, element->parent))->number;
  put (writing, "<< /S ");
  put (writing, pg_role_name (node->role));
  put (writing, " /P");
  put_reference (writing, parent);
  put_kids (writing, node);
  if (element == NULL)
    put_language (writing, writing->language);
  else
    put_attributes (writing, node);
  if (node->id != NULL)
    {
      put (writing, " /ID");
      put_plain_string (writing, node->id);
    }
  put (writing, " >>");
  end_object (writing, node->number);
}

/* The elements of a page's sequences by MCID. */
static int
write_sequences (Writing *writing, guint page)
{
  const PgTree *tree = writing->tree;
  const GPtrArray *sequences = page < tree->pages->len ? g_ptr_array_index (tree->pages, page) : NULL;
  put (writing, "[");
  for (guint i = 0; sequences != NULL && i < sequences->len; i++)
    put_reference (writing, ((const Node *) g_ptr_array_index (sequences, i))->number);
  put (writing, " ]");
  return end_new_object (writing);
}

static void
put_entry (Writing *writing, guint key, int number)
{
  put (writing, " ");
  put_number (writing, key);
  put_reference (writing, number);
}

/* For each page its sequences, and for each annotation its element. */
static int
write_parent_tree (Writing *writing)
{
  const GPtrArray *annotations = writing->tree->annotations;
  guint n_pages = writing->pages->pages->len;
  g_autofree int *sequences = g_new (int, n_pages);
  for (guint page = 0; page < n_pages; page++)
    sequences[page] = write_sequences (writing, page);
  put (writing, "<< /Nums [");
  for (guint page = 0; page < n_pages; page++)
    put_entry (writing, page, sequences[page]);
  for (guint i = 0; i < annotations->len; i++)
    put_entry (writing, n_pages + i, ((const Node *) g_ptr_array_index (annotations, i))->number);
  put (writing, " ] >>");
  return end_new_object (writing);
}

/* Identifiers are numbered in the order of the nodes, and so are sorted. */
static int
write_ids (Writing *writing)
{
  const GPtrArray *order = writing->tree->order;
  put (writing, "<< /Names [");
  for (guint i = 0; i < order->len; i++)
    {
      const Node *node = g_ptr_array_index (order, i);
      if (node->id == NULL)
        continue;
      put_plain_string (writing, node->id);
      put_reference (writing, node->number);
    }
  put (writing, " ] >>");
  return end_new_object (writing);
}

static void
write_root (Writing *writing)
{
  const PgTree *tree = writing->tree;
  int parents = write_parent_tree (writing), ids = tree->n_ids > 0 ? write_ids (writing) : 0;
  put (writing, "<< /Type /StructTreeRoot /K");
  put_reference (writing, ((const Node *) g_ptr_array_index (tree->order, 0))->number);
  put (writing, " /ParentTree");
  put_reference (writing, parents);
  put (writing, " /ParentTreeNextKey ");
  put_number (writing, writing->pages->pages->len + tree->annotations->len);
  if (ids != 0)
    {
      put (writing, " /IDTree");
      put_reference (writing, ids);
    }
  put (writing, " >>");
  end_object (writing, writing->root);
}

void
pg_tree_write (PgTree *tree, PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers,
               const char *language)
{
  int root = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf)); /* Stands for what is added here. */
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot", root);
  g_autofree int *numbers = g_new (int, page_numbers->len);
  for (guint i = 0; i < page_numbers->len; i++)
    numbers[i] = pg_writer_number (writer, g_array_index (page_numbers, int, i));
  for (guint i = 0; i < tree->order->len; i++)
    ((Node *) g_ptr_array_index (tree->order, i))->number = pg_writer_reserve (writer);
  settle_headings (g_ptr_array_index (tree->order, 0), &(Headings){ .n = 0 });
  Writing writing = { tree, writer, qpdf, pages, numbers, language, pg_writer_number (writer, root), NULL };
  writing.text = g_string_new (NULL);
  double all = tree->order->len;
  for (guint i = 0; i < tree->order->len && pg_writer_step (writer, 0.3 + 0.2 * i / all); i++)
    write_node (&writing, g_ptr_array_index (tree->order, i));
  if (pg_writer_step (writer, 0.5))
    write_root (&writing);
  g_string_free (writing.text, TRUE);
}
