/* Enters: what a document is called and who made it. Leaves: that in a PDF's Info and its catalog. */
#pragma once

#include "pdf/qpdf.h"
#include "pdf/xmp.h"

/* Writes the Info dictionary anew, and gives it back. */
qpdf_oh pg_info_write (qpdf_data qpdf, const PgDescription *description);

/* What viewers and print dialogs are asked for. */
void pg_info_write_preferences (qpdf_data qpdf, const PgDescription *description, gboolean shows_title);

/* The packet becomes the catalog's metadata. */
void pg_xmp_write (qpdf_data qpdf, const char *packet);
