/* Enters: the objects that libqpdf holds, and others in PDF's notation. Leaves: the PDF of all that the
   catalog and Info lead to.

   libqpdf's own writer needs longer for a structure tree than cairo does for the pages it is of: a tree is written as text
   instead. Objects are numbered anew, in the order in which they are asked for. */
#pragma once

#include "pdf/qpdf.h"

typedef struct PgWriter PgWriter;

/* Changes an object of libqpdf's, just before it is written. */
typedef void (*PgMendFunc) (qpdf_data qpdf, qpdf_oh object);

/* libqpdf's data is borrowed until pg_writer_free(); version is such as "1.6", mend may be NULL. */
PgWriter *pg_writer_new (qpdf_data qpdf, const char *version, PgMendFunc mend);
void pg_writer_free (PgWriter *writer); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgWriter, pg_writer_free)

/* The number that an object of libqpdf's has in the file. It will be written, and all it refers to, unless something else is
   added under its number. */
int pg_writer_number (PgWriter *writer, int object);

/* A number for an object that libqpdf does not know, which must be added. */
int pg_writer_reserve (PgWriter *writer);

/* An object that is no stream, in PDF's notation and with the numbers of the file; once for each number. */
void pg_writer_add (PgWriter *writer, int number, const GString *notation);

/* Writes what is still to be written, and forgets libqpdf's handles; the trailer must lead to a catalog and to Info. The identifier follows from what the file holds. Free with g_bytes_unref; NULL with
   PROGRAMME_ERROR_OUTPUT. Nothing can be added any more. */
GBytes *pg_writer_finish (PgWriter *writer, GError **error);
