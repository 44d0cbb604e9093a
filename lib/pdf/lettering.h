/* What is written beside pages. Enters: texts, and the outlines of letters. Leaves: a font in the PDF that has those letters, and
   the strings that show the texts with it. */
#pragma once

#include "font/outlines.h"
#include "pdf/writer.h"

typedef struct PgLettering PgLettering;

/* The outlines are borrowed until pg_lettering_free(). */
PgLettering *pg_lettering_new (PgOutlines *outlines);
void pg_lettering_free (PgLettering *lettering); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgLettering, pg_lettering_free)

/* Adds a string in PDF's notation. What the font has not is a question mark. */
void pg_lettering_put (PgLettering *lettering, GString *out, const char *text);

/* The font of all that was put, an object with this number: of Type 3 (ISO 32000-1, 9.6.5), which any PDF may have. */
void pg_lettering_write (PgLettering *lettering, PgWriter *writer, int number);
