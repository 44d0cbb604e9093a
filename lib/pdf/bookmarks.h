/* Enters: pages' bookmarks. Leaves: a PDF's outline of them. */
#pragma once

#include "layout/frame.h"
#include "pdf/writer.h"

/* Writes all of it, and the catalog's entry; forgets libqpdf's handles. page_numbers: libqpdf's numbers of the pages (int). */
void pg_bookmarks_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers);
