/* A page of anybody's as something to be shown. Enters: a page of a PDF. Leaves: one Form XObject, in which it is upright and its
   trimmed corner is at 0, 0. */
#pragma once

#include "pdf/annotation.h"
#include "pdf/page-box.h"
#include "pdf/writer.h"

/* Writes it under a number; the page's annotations are on it as they are printed. NULL, or what is wrong with the page, "its
   content cannot be decoded"; then what was written is of no use. */
const char *pg_page_form_write (PgWriter *writer, qpdf_data qpdf, qpdf_oh page, const PgPageBoxes *boxes, int number,
                                PgUnshown *unshown);
