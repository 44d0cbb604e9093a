/* A PDF made by hand. Enters: objects in PDF's notation. Leaves: libqpdf's hold of them, and what they are afterwards. */
#pragma once

#include "base/sink.h"
#include "pdf/qpdf.h"

/* objects: "1 0 obj\n<< ... >>\nendobj\n" and so on; 1 is the catalog, to which the trailer leads. */
GBytes *small_pdf (const char *objects);
qpdf_data small_pdf_open (GBytes *pdf);

/* What an object is in PDF's notation, keys sorted; of a stream the dictionary. */
void assert_notation (qpdf_data qpdf, qpdf_oh object, const char *notation);

/* What a stream holds, decoded. */
void assert_stream (qpdf_data qpdf, qpdf_oh stream, const char *wanted);

/* Opens a file of the library's own and asserts that libqpdf had nothing to mend. */
qpdf_data small_pdf_open_sound (GBytes *pdf);
