/* Pages that are printed for one after another. Enters: a PDF of such pages, whose they are. Leaves: what pages have in common
   once, and the tree that tells a press whose pages are whose (ISO 16612-2, PDF/VT-1). */
#pragma once

#include "layout/frame.h"
#include "pdf/qpdf.h"

/* Pages that are the same for several records show one form XObject. */
void pg_variable_share (qpdf_data qpdf);

/* Each record's pages are a document part, with the recipient's name and key; creator and title are those of all. */
void pg_variable_write_parts (qpdf_data qpdf, const PgPages *pages, const char *creator, const char *title);
