/* Enters: a PDF of pages, some of which are the same. Leaves: these as pages that show one form. */
#pragma once

#include "layout/frame.h"
#include "pdf/qpdf.h"

/* Pages that draw the same, and those that other documents have, too, show one form XObject. pages: those of the PDF. */
void pg_shared_pages_show (qpdf_data qpdf, const PgPages *pages);

/* The number of the form that such a page shows. */
int pg_shared_page_form (qpdf_data qpdf, qpdf_oh page);
