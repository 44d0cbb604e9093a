/* libqpdf's C interface, as this room uses it. Enters: a PDF. Leaves: its objects, to be changed.

   libqpdf keeps the first error until it is asked for, so that a number of calls needs one pg_qpdf_is_ok() at their end.
   Its handles stay until pg_qpdf_forget(), which forgets all: what is to outlast it is kept by its number. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

/* One without pages. */
qpdf_data pg_qpdf_new (void);

/* The PDF is borrowed until pg_qpdf_close(). NULL with PROGRAMME_ERROR_OUTPUT. */
qpdf_data pg_qpdf_open (GBytes *pdf, GError **error);
void pg_qpdf_close (qpdf_data qpdf); /* NULL is ignored */

/* FALSE with PROGRAMME_ERROR_OUTPUT if a call before this one failed. */
gboolean pg_qpdf_is_ok (qpdf_data qpdf, GError **error);
void pg_qpdf_forget (qpdf_data qpdf);

/* One more than the largest number of an object that was read. */
int pg_qpdf_end (qpdf_data qpdf);
qpdf_oh pg_qpdf_object (qpdf_data qpdf, int number);

/* New objects with numbers of their own. dictionary is PDF's notation, "<< ... >>", or NULL. A plain stream is not
   compressed, for those who find it without reading PDF. */
int pg_qpdf_add (qpdf_data qpdf, qpdf_oh object);
int pg_qpdf_add_stream (qpdf_data qpdf, const char *dictionary, const void *data, gsize length);
int pg_qpdf_add_plain_stream (qpdf_data qpdf, const char *dictionary, const void *data, gsize length);

void pg_qpdf_set (qpdf_data qpdf, qpdf_oh dictionary, const char *key, qpdf_oh value);
void pg_qpdf_set_number (qpdf_data qpdf, qpdf_oh dictionary, const char *key, int object);
void pg_qpdf_set_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text); /* UTF-8 */
void pg_qpdf_set_parsed (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *notation);
/* Adds a string in PDF's notation to other text. */
void pg_qpdf_put_text (qpdf_data qpdf, GString *to, const char *text); /* UTF-8 */
void pg_qpdf_put_bytes (qpdf_data qpdf, GString *to, const char *bytes);
void pg_qpdf_remove (qpdf_data qpdf, qpdf_oh dictionary, const char *key);

/* A stream's bytes, decoded; NULL if they are not to be decoded without loss. Free with g_bytes_unref. */
GBytes *pg_qpdf_stream (qpdf_data qpdf, qpdf_oh stream);
GBytes *pg_qpdf_raw_stream (qpdf_data qpdf, qpdf_oh stream); /* as they are */
void pg_qpdf_replace_stream (qpdf_data qpdf, qpdf_oh stream, const void *data, gsize length);
