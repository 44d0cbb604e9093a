/* Enters: the parts of pages as they were painted, and the elements they are in. Leaves: PDF's structure tree (ISO 32000-1,
   14.7): elements in the order in which their first parts were painted, the parent tree, and the tree of identifiers. */
#include "pdf/tree.h"

#include "pdf/tag-content.h"

#include <string.h>

typedef struct Node Node;

/* What an element holds: another one, a sequence of a page, or an annotation. */
typedef struct
{
  Node *node; /* or NULL */
  guint page;
  guint mcid;
  int annotation; /* object, or 0 */
} Kid;

struct Node
{
  const PgElement *element;
  GArray *kids;
  char *id; /* of a table's head cell or a note, or NULL */
  int number;
};

struct PgTree
{
  GHashTable *nodes;      /* PgElement* to Node*; NULL for the document's */
  GPtrArray *order;       /* Node*, in the order in which they came; the document first */
  GPtrArray *pages;       /* GPtrArray of Node*: by MCID */
  GPtrArray *annotations; /* Node* */
  guint n_ids;
};

static void
node_free (gpointer data)
{
  Node *node = data;
  g_array_unref (node->kids);
  g_free (node->id);
  g_free (node);
}

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static Node *
add_node (PgTree *tree, const PgElement *element)
{
  Node *node = g_new0 (Node, 1);
  node->element = element;
  node->kids = g_array_new (FALSE, FALSE, sizeof (Kid));
  if (element != NULL && (element->role == PG_ROLE_TH || element->role == PG_ROLE_NOTE))
    node->id = g_strdup_printf ("i%06u", ++tree->n_ids);
  g_hash_table_insert (tree->nodes, (gpointer) element, node);
  g_ptr_array_add (tree->order, node);
  return node;
}

PgTree *
pg_tree_new (void)
{
  PgTree *tree = g_new0 (PgTree, 1);
  tree->nodes = g_hash_table_new (NULL, NULL);
  tree->order = g_ptr_array_new_with_free_func (node_free);
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
  g_free (tree);
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
  Kid kid = { .node = node };
  g_array_append_val (parent->kids, kid);
  for (guint i = 0; element->cells != NULL && i < element->cells->len; i++)
    node_of (tree, g_ptr_array_index (element->cells, i));
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
  Kid kid = { .page = page, .mcid = sequences->len };
  g_array_append_val (node->kids, kid);
  g_ptr_array_add (sequences, node);
}

guint
pg_tree_add_annotation (PgTree *tree, const PgElement *element, guint page, int number, guint n_pages)
{
  Node *node = node_of (tree, element);
  Kid kid = { .page = page, .annotation = number };
  g_array_append_val (node->kids, kid);
  g_ptr_array_add (tree->annotations, node);
  return n_pages + tree->annotations->len - 1;
}

gboolean
pg_tree_has (const PgTree *tree, const PgElement *element)
{
  return g_hash_table_contains (tree->nodes, element);
}

/* Writing */

static void
add_reference (qpdf_data qpdf, qpdf_oh array, int number)
{
  qpdf_oh_append_item (qpdf, array, pg_qpdf_object (qpdf, number));
}

/* The page of its first sequence, or -1. */
static int
first_page (const Node *node)
{
  for (guint i = 0; i < node->kids->len; i++)
    {
      const Kid *kid = &g_array_index (node->kids, Kid, i);
      if (kid->node == NULL && kid->annotation == 0)
        return (int) kid->page;
    }
  return -1;
}

static qpdf_oh
reference_to (qpdf_data qpdf, const Kid *kid, int page_number)
{
  qpdf_oh reference = qpdf_oh_new_dictionary (qpdf);
  gboolean is_annotation = kid->annotation != 0;
  pg_qpdf_set (qpdf, reference, "/Type", qpdf_oh_new_name (qpdf, is_annotation ? "/OBJR" : "/MCR"));
  pg_qpdf_set_number (qpdf, reference, "/Pg", page_number);
  if (is_annotation)
    pg_qpdf_set_number (qpdf, reference, "/Obj", kid->annotation);
  else
    pg_qpdf_set (qpdf, reference, "/MCID", qpdf_oh_new_integer (qpdf, kid->mcid));
  return reference;
}

/* page is the one of the element. */
static qpdf_oh
kid_object (qpdf_data qpdf, const Kid *kid, int page, const GArray *page_numbers)
{
  if (kid->node != NULL)
    return pg_qpdf_object (qpdf, kid->node->number);
  if (kid->annotation == 0 && (int) kid->page == page)
    return qpdf_oh_new_integer (qpdf, kid->mcid);
  return reference_to (qpdf, kid, g_array_index (page_numbers, int, kid->page));
}

static void
write_kids (qpdf_data qpdf, qpdf_oh dictionary, const Node *node, const GArray *page_numbers)
{
  int page = first_page (node);
  if (page >= 0)
    pg_qpdf_set_number (qpdf, dictionary, "/Pg", g_array_index (page_numbers, int, page));
  if (node->kids->len == 1)
    {
      pg_qpdf_set (qpdf, dictionary, "/K", kid_object (qpdf, &g_array_index (node->kids, Kid, 0), page, page_numbers));
      return;
    }
  qpdf_oh kids = qpdf_oh_new_array (qpdf);
  for (guint i = 0; i < node->kids->len; i++)
    qpdf_oh_append_item (qpdf, kids, kid_object (qpdf, &g_array_index (node->kids, Kid, i), page, page_numbers));
  if (node->kids->len > 0)
    pg_qpdf_set (qpdf, dictionary, "/K", kids);
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

static void
add_header (const PgTree *tree, qpdf_data qpdf, qpdf_oh headers, const PgElement *cell)
{
  const Node *node = g_hash_table_lookup (tree->nodes, cell);
  if (node != NULL && node->id != NULL)
    qpdf_oh_append_item (qpdf, headers, qpdf_oh_new_string (qpdf, node->id));
}

/* A cell is headed by that of the table's head above it and by the first of its row. */
static qpdf_oh
headers_of (const PgTree *tree, qpdf_data qpdf, const PgElement *cell)
{
  const PgElement *row = cell->parent, *table = element_above (row, PG_ROLE_TABLE);
  qpdf_oh headers = qpdf_oh_new_array (qpdf);
  guint index = 0;
  if (table != NULL && table->head != NULL && table->head != row && g_ptr_array_find (row->cells, cell, &index)
      && index < table->head->cells->len)
    add_header (tree, qpdf, headers, g_ptr_array_index (table->head->cells, index));
  add_header (tree, qpdf, headers, g_ptr_array_index (row->cells, 0));
  return headers;
}

static void
write_cell (const PgTree *tree, qpdf_data qpdf, qpdf_oh dictionary, const PgElement *cell)
{
  qpdf_oh attributes = qpdf_oh_parse (qpdf, "<< /O /Table >>");
  if (cell->role == PG_ROLE_TH)
    {
      gboolean is_column = element_above (cell, PG_ROLE_THEAD) != NULL;
      pg_qpdf_set (qpdf, attributes, "/Scope", qpdf_oh_new_name (qpdf, is_column ? "/Column" : "/Row"));
    }
  else
    {
      qpdf_oh headers = headers_of (tree, qpdf, cell);
      if (qpdf_oh_get_array_n_items (qpdf, headers) == 0)
        return;
      pg_qpdf_set (qpdf, attributes, "/Headers", headers);
    }
  pg_qpdf_set (qpdf, dictionary, "/A", attributes);
}

/* Where the picture of a figure stands, in PDF's coordinates. */
static qpdf_oh
box_of (qpdf_data qpdf, const PgPages *pages, const PgElement *figure, guint page)
{
  qpdf_oh box = qpdf_oh_new_array (qpdf);
  const GArray *items = ((const PgPage *) g_ptr_array_index (pages->pages, page))->items;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      if (item->element != figure)
        continue;
      double top = pages->height - item->y;
      double corners[] = { item->x, top - item->height, item->x + item->width, top };
      for (guint k = 0; k < G_N_ELEMENTS (corners); k++)
        qpdf_oh_append_item (qpdf, box, qpdf_oh_new_real_from_double (qpdf, corners[k], 3));
      break;
    }
  return box;
}

static void
write_attributes (const PgTree *tree, qpdf_data qpdf, qpdf_oh dictionary, const PgPages *pages, const Node *node)
{
  const PgElement *element = node->element;
  if (element->role == PG_ROLE_TH || element->role == PG_ROLE_TD)
    write_cell (tree, qpdf, dictionary, element);
  else if (element->role == PG_ROLE_L)
    pg_qpdf_set_parsed (qpdf, dictionary, "/A", "<< /O /List /ListNumbering /None >>");
  else if (element->role == PG_ROLE_FIGURE)
    {
      qpdf_oh attributes = qpdf_oh_parse (qpdf, "<< /O /Layout /Placement /Block >>");
      int page = first_page (node);
      if (page >= 0)
        pg_qpdf_set (qpdf, attributes, "/BBox", box_of (qpdf, pages, element, (guint) page));
      pg_qpdf_set (qpdf, dictionary, "/A", attributes);
      pg_qpdf_set_text (qpdf, dictionary, "/Alt", element->alt != NULL ? element->alt : "");
    }
}

static void
write_node (const PgTree *tree, qpdf_data qpdf, const PgPages *pages, const Node *node, int root,
            const GArray *page_numbers, const char *language)
{
  const PgElement *element = node->element;
  qpdf_oh dictionary = pg_qpdf_object (qpdf, node->number);
  int parent = root;
  if (element != NULL)
    parent = ((const Node *) g_hash_table_lookup (tree->nodes, element->parent))->number;
  PgRole role = element == NULL ? PG_ROLE_DOCUMENT : element->role;
  pg_qpdf_set (qpdf, dictionary, "/S", qpdf_oh_new_name (qpdf, pg_role_name (role)));
  pg_qpdf_set_number (qpdf, dictionary, "/P", parent);
  write_kids (qpdf, dictionary, node, page_numbers);
  if (element == NULL)
    pg_qpdf_set (qpdf, dictionary, "/Lang", qpdf_oh_new_string (qpdf, language));
  else
    {
      write_attributes (tree, qpdf, dictionary, pages, node);
      if (element->language != NULL && strcmp (element->language, language_around (element, language)) != 0)
        pg_qpdf_set (qpdf, dictionary, "/Lang", qpdf_oh_new_string (qpdf, element->language));
    }
  if (node->id != NULL)
    pg_qpdf_set (qpdf, dictionary, "/ID", qpdf_oh_new_string (qpdf, node->id));
}

/* For each page the elements of its sequences by MCID, and for each annotation its own. */
static int
write_parent_tree (const PgTree *tree, qpdf_data qpdf, guint n_pages)
{
  int numbers = pg_qpdf_add (qpdf, qpdf_oh_new_array (qpdf));
  for (guint page = 0; page < n_pages; page++)
    {
      qpdf_oh elements = qpdf_oh_new_array (qpdf), all = pg_qpdf_object (qpdf, numbers);
      const GPtrArray *sequences = page < tree->pages->len ? g_ptr_array_index (tree->pages, page) : NULL;
      for (guint i = 0; sequences != NULL && i < sequences->len; i++)
        add_reference (qpdf, elements, ((const Node *) g_ptr_array_index (sequences, i))->number);
      qpdf_oh_append_item (qpdf, all, qpdf_oh_new_integer (qpdf, page));
      add_reference (qpdf, all, pg_qpdf_add (qpdf, elements));
      pg_qpdf_forget (qpdf);
    }
  qpdf_oh all = pg_qpdf_object (qpdf, numbers), dictionary = qpdf_oh_new_dictionary (qpdf);
  for (guint i = 0; i < tree->annotations->len; i++)
    {
      qpdf_oh_append_item (qpdf, all, qpdf_oh_new_integer (qpdf, n_pages + i));
      add_reference (qpdf, all, ((const Node *) g_ptr_array_index (tree->annotations, i))->number);
    }
  pg_qpdf_set_number (qpdf, dictionary, "/Nums", numbers);
  return pg_qpdf_add (qpdf, dictionary);
}

/* Identifiers are numbered in the order of the nodes, and so are sorted. */
static void
write_ids (const PgTree *tree, qpdf_data qpdf, qpdf_oh root)
{
  qpdf_oh names = qpdf_oh_new_array (qpdf), dictionary = qpdf_oh_new_dictionary (qpdf);
  for (guint i = 0; i < tree->order->len; i++)
    {
      const Node *node = g_ptr_array_index (tree->order, i);
      if (node->id == NULL)
        continue;
      qpdf_oh_append_item (qpdf, names, qpdf_oh_new_string (qpdf, node->id));
      add_reference (qpdf, names, node->number);
    }
  pg_qpdf_set (qpdf, dictionary, "/Names", names);
  if (tree->n_ids > 0)
    pg_qpdf_set_number (qpdf, root, "/IDTree", pg_qpdf_add (qpdf, dictionary));
}

void
pg_tree_write (PgTree *tree, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers, const char *language)
{
  int root = pg_qpdf_add (qpdf, qpdf_oh_parse (qpdf, "<< /Type /StructTreeRoot >>"));
  for (guint i = 0; i < tree->order->len; i++)
    ((Node *) g_ptr_array_index (tree->order, i))->number = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf));
  pg_qpdf_forget (qpdf);
  for (guint i = 0; i < tree->order->len; i++)
    {
      write_node (tree, qpdf, pages, g_ptr_array_index (tree->order, i), root, page_numbers, language);
      pg_qpdf_forget (qpdf);
    }
  int parents = write_parent_tree (tree, qpdf, page_numbers->len);
  qpdf_oh dictionary = pg_qpdf_object (qpdf, root);
  pg_qpdf_set_number (qpdf, dictionary, "/K", ((const Node *) g_ptr_array_index (tree->order, 0))->number);
  pg_qpdf_set_number (qpdf, dictionary, "/ParentTree", parents);
  qpdf_oh next = qpdf_oh_new_integer (qpdf, page_numbers->len + tree->annotations->len);
  pg_qpdf_set (qpdf, dictionary, "/ParentTreeNextKey", next);
  write_ids (tree, qpdf, dictionary);
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot", root);
}
