/* Enters: the objects that libqpdf holds, and others in PDF's notation. Leaves: the PDF of all that the
   catalog and Info lead to.

   libqpdf's own writer needs longer for a structure tree than cairo does for the pages it is of: a tree is written as text
   instead. Objects are numbered anew, in the order in which they are asked for, and each is written when it is made: what
   the writer keeps is where it stands. */
#pragma once

#include "base/sink.h"
#include "pdf/qpdf.h"

typedef struct PgWriter PgWriter;

/* Changes an object of libqpdf's, just before it is written. */
typedef void (*PgMendFunc) (qpdf_data qpdf, qpdf_oh object);

/* libqpdf's data and the sink are borrowed until pg_writer_free(); version is such as "1.6", mend may be NULL. Where the sink
   fails, the rest is in vain, and pg_writer_step() says so. */
PgWriter *pg_writer_new (qpdf_data qpdf, const char *version, PgMendFunc mend, PgSink *sink);
void pg_writer_free (PgWriter *writer); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgWriter, pg_writer_free)

/* The number that an object of libqpdf's has in the file. It will be written, and all it refers to, unless something else is
   added under its number. */
int pg_writer_number (PgWriter *writer, int object);

/* A number for an object that libqpdf does not know, which must be added. */
int pg_writer_reserve (PgWriter *writer);

/* An object that is no stream, in PDF's notation and with the numbers of the file; once for each number. */
void pg_writer_add (PgWriter *writer, int number, const GString *notation);

/* A stream with its bytes as they are; dictionary is in PDF's notation and with the numbers of the file. Once for each number. */
void pg_writer_add_stream (PgWriter *writer, int number, const char *dictionary, const void *data, gsize length);

/* One of libqpdf's objects in PDF's notation and with the numbers of the file, for what is added; good until the next call. */
const char *pg_writer_notation (PgWriter *writer, qpdf_oh object);

/* The same of the object that a reference leads to. */
const char *pg_writer_resolved (PgWriter *writer, qpdf_oh object);

/* An object of libqpdf's is one that has a number in the file already, and is written elsewhere. */
void pg_writer_is (PgWriter *writer, int object, int number);

/* Several PDFs can go into one: writes what is still to be written of this one's objects, and turns to those of another one,
   whose numbers are its own. FALSE: the sink has failed. */
gboolean pg_writer_drain (PgWriter *writer);
void pg_writer_turn_to (PgWriter *writer, qpdf_data qpdf);

/* MD5 of what has been written; free with g_free. */
char *pg_writer_sum (const PgWriter *writer);

/* As pg_sink_step(), of the writer's sink. */
gboolean pg_writer_step (PgWriter *writer, double share);

/* Writes what is still to be written, which leads the sink's watch from half of its part to the end, and forgets libqpdf's
   handles; the trailer must lead to a catalog and to Info. The identifier follows from what the file holds. FALSE: the sink
   has failed, also with PROGRAMME_ERROR_OUTPUT if libqpdf did. Nothing can be added any more. */
gboolean pg_writer_finish (PgWriter *writer);
