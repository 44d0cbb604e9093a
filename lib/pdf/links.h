/* Enters: pages and their places that can be linked to. Leaves: link annotations, named destinations. */
#pragma once

#include "pdf/tree.h"

/* An annotation for each line of each link that leads somewhere, with its place in the tree. */
void pg_links_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, PgTree *tree, const GArray *page_numbers);

/* The names of days, sessions and persons, for links from within and without. */
void pg_destinations_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers);
