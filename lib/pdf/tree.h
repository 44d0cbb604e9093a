/* Enters: the parts of pages as they were painted, and the elements they are in. Leaves: PDF's structure tree. */
#pragma once

#include "layout/frame.h"
#include "pdf/writer.h"

typedef struct PgTree PgTree;

PgTree *pg_tree_new (void);
void pg_tree_free (PgTree *tree); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgTree, pg_tree_free)

/* The next marked-content sequence of a page (from 0), in the order of painting: its MCID is how many the page had before.
   An element is in the tree from its first sequence on. */
void pg_tree_add_sequence (PgTree *tree, const PgElement *element, guint page);

/* An annotation that belongs to an element, which must have a sequence; number is the file's. Gives its key for the parent
   tree. */
guint pg_tree_add_annotation (PgTree *tree, const PgElement *element, guint page, int number, guint n_pages);

/* Whether the element has become part of the tree. */
gboolean pg_tree_has (const PgTree *tree, const PgElement *element);

/* Writes all of it, and the catalog's entry, unless the writer stops; forgets libqpdf's handles. page_numbers: libqpdf's numbers of the pages (int). */
void pg_tree_write (PgTree *tree, PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers,
                    const char *language);
