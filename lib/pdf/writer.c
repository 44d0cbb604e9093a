/* Enters: the objects that libqpdf holds, and others in PDF's notation. Leaves: the PDF of all that the
   catalog and Info lead to:
   streams, object streams (ISO 32000-1, 7.5.7) with the rest, and a cross-reference stream (7.5.8). */
#include "pdf/writer.h"

#include "pdf/content.h"
#include "pdf/deflate.h"

#include <stdlib.h>
#include <string.h>

#define PER_STREAM 100 /* objects of which a reader has to inflate all for one; their index takes a byte */

/* Where an object is, for the cross-reference stream. */
typedef enum
{
  ENTRY_FREE = 0,
  ENTRY_UNCOMPRESSED = 1,
  ENTRY_COMPRESSED = 2
} EntryKind;

typedef struct
{
  EntryKind kind;
  guint32 at;   /* the offset in the file, or the number of the object stream */
  guint8 index; /* there */
} Entry;

/* What is to be written: libqpdf's numbers of it. */
typedef struct
{
  int object, generation;
} Wanted;

#define LAST_GENERATION 65535
#define ENTRY_SIZE 6 /* bytes in the file: 1, 4 and 1 */

struct PgWriter
{
  qpdf_data qpdf;
  PgMendFunc mend;     /* or NULL */
  GHashTable *numbers; /* the file's by libqpdf's, which may be any that a file of anybody's names */
  GArray *queue;       /* Wanted */
  GArray *entries;     /* Entry by the file's numbers */
  PgSink *sink;
  guint32 at;               /* the bytes that have been written */
  GChecksum *sum;           /* of them */
  GString *index, *objects; /* the two halves of the object stream that is being filled */
  guint n_objects;          /* in it */
  int stream;               /* its number */
  GString *scratch;
};

static void
write_bytes (PgWriter *writer, const void *data, gsize length)
{
  pg_sink_write (writer->sink, data, length);
  g_checksum_update (writer->sum, data, (gssize) length);
  writer->at += (guint32) length;
}

static void
write_text (PgWriter *writer, const char *text)
{
  write_bytes (writer, text, strlen (text));
}

PgWriter *
pg_writer_new (qpdf_data qpdf, const char *version, PgMendFunc mend, PgSink *sink)
{
  g_autofree char *head = g_strdup_printf ("%%PDF-%s\n%%\xbf\xf7\xa2\xfe\n", version); /* bytes that say: binary */

  PgWriter *writer = g_new0 (PgWriter, 1);
  writer->qpdf = qpdf;
  writer->mend = mend;
  writer->numbers = g_hash_table_new (NULL, NULL);
  writer->queue = g_array_new (FALSE, FALSE, sizeof (Wanted));
  writer->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  writer->sink = sink;
  writer->sum = g_checksum_new (G_CHECKSUM_MD5);
  writer->index = g_string_new (NULL);
  writer->objects = g_string_new (NULL);
  writer->scratch = g_string_new (NULL);
  pg_writer_reserve (writer); /* 0, which no object has */
  write_text (writer, head);
  return writer;
}

void
pg_writer_free (PgWriter *writer)
{
  if (writer == NULL)
    return;
  g_hash_table_unref (writer->numbers);
  g_array_unref (writer->queue);
  g_array_unref (writer->entries);
  g_checksum_free (writer->sum);
  g_string_free (writer->index, TRUE);
  g_string_free (writer->objects, TRUE);
  g_string_free (writer->scratch, TRUE);
  g_free (writer);
}

/* Numbers */

int
pg_writer_reserve (PgWriter *writer)
{
  g_array_set_size (writer->entries, writer->entries->len + 1);
  return (int) writer->entries->len - 1;
}

static int
number_of (PgWriter *writer, Wanted wanted)
{
  int number = GPOINTER_TO_INT (g_hash_table_lookup (writer->numbers, GINT_TO_POINTER (wanted.object)));
  if (number == 0)
    {
      number = pg_writer_reserve (writer);
      g_hash_table_insert (writer->numbers, GINT_TO_POINTER (wanted.object), GINT_TO_POINTER (number));
      g_array_append_val (writer->queue, wanted);
    }
  return number;
}

int
pg_writer_number (PgWriter *writer, int object)
{
  return number_of (writer, (Wanted){ object, 0 });
}

/* Whether there may be an object of these numbers. */
static gboolean
is_reference (const PgToken numbers[2])
{
  return numbers[0].number >= 1 && numbers[0].number <= G_MAXINT && numbers[1].number >= 0
         && numbers[1].number <= LAST_GENERATION;
}

/* The notation of libqpdf's, with the numbers of the file in its references; good until the next call. */
static const GString *
renumber (PgWriter *writer, const char *notation)
{
  const char *at = notation, *end = notation + strlen (notation), *held = notation;
  PgToken before[2] = { { .kind = PG_TOKEN_END }, { .kind = PG_TOKEN_END } };
  g_string_truncate (writer->scratch, 0);
  for (PgToken token = pg_content_next (&at, end); token.kind != PG_TOKEN_END; token = pg_content_next (&at, end))
    {
      if (pg_token_is (&token, "R")) /* of "12 0 R" */
        {
          g_string_append_len (writer->scratch, held, before[0].start - held);
          if (is_reference (before))
            g_string_append_printf (writer->scratch, "%d 0 R",
                                    number_of (writer, (Wanted){ (int) before[0].number, (int) before[1].number }));
          else
            g_string_append (writer->scratch, "null");
          held = token.end;
        }
      before[0] = before[1];
      before[1] = token;
    }
  g_string_append_len (writer->scratch, held, end - held);
  return writer->scratch;
}

/* The file */

static void
set_entry (PgWriter *writer, int number, EntryKind kind, guint at, guint index)
{
  g_array_index (writer->entries, Entry, number) = (Entry){ kind, at, (guint8) index };
}

/* dictionary ends with ">>", before which the length goes. */
static void
write_stream (PgWriter *writer, int number, const char *dictionary, const void *data, gsize length)
{
  set_entry (writer, number, ENTRY_UNCOMPRESSED, writer->at, 0);
  g_autofree char *head = g_strdup_printf ("%d 0 obj\n%.*s/Length %" G_GSIZE_FORMAT " >>\nstream\n", number,
                                           (int) strlen (dictionary) - 2, dictionary, length);
  write_text (writer, head);
  write_bytes (writer, data, length);
  write_text (writer, "\nendstream\nendobj\n");
}

/* There is one at least: none are written before the next one is there, and the catalog is one. */
static void
write_objects (PgWriter *writer)
{
  gsize first = writer->index->len;
  g_string_append_len (writer->index, writer->objects->str, (gssize) writer->objects->len);
  g_autoptr (GByteArray) data = pg_deflate (writer->index->str, writer->index->len);
  g_autofree char *dictionary = g_strdup_printf (
      "<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Filter /FlateDecode >>", writer->n_objects, first);
  write_stream (writer, writer->stream, dictionary, data->data, data->len);
  g_string_truncate (writer->index, 0);
  g_string_truncate (writer->objects, 0);
  writer->n_objects = 0;
}

void
pg_writer_add (PgWriter *writer, int number, const GString *notation)
{
  if (writer->n_objects == PER_STREAM)
    write_objects (writer);
  if (writer->n_objects == 0)
    writer->stream = pg_writer_reserve (writer);
  set_entry (writer, number, ENTRY_COMPRESSED, (guint) writer->stream, writer->n_objects++);
  g_string_append_printf (writer->index, "%d %" G_GSIZE_FORMAT " ", number, writer->objects->len);
  g_string_append_len (writer->objects, notation->str, (gssize) notation->len);
  g_string_append_c (writer->objects, '\n');
}

void
pg_writer_add_stream (PgWriter *writer, int number, const char *dictionary, const void *data, gsize length)
{
  write_stream (writer, number, dictionary, data, length);
}

const char *
pg_writer_notation (PgWriter *writer, qpdf_oh object)
{
  return renumber (writer, qpdf_oh_unparse (writer->qpdf, object))->str;
}

const char *
pg_writer_resolved (PgWriter *writer, qpdf_oh object)
{
  return renumber (writer, qpdf_oh_unparse_resolved (writer->qpdf, object))->str;
}

void
pg_writer_is (PgWriter *writer, int object, int number)
{
  g_hash_table_insert (writer->numbers, GINT_TO_POINTER (object), GINT_TO_POINTER (number));
}

/* libqpdf's objects */

/* Its bytes as they are. The length may be an object of its own, which is not wanted. */
static void
write_qpdf_stream (PgWriter *writer, int number, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh dictionary = qpdf_oh_get_dict (writer->qpdf, stream);
  pg_qpdf_remove (writer->qpdf, dictionary, "/Length");
  if ((qpdf_oh_get_stream_data (writer->qpdf, stream, qpdf_dl_none, NULL, &data, &length) & QPDF_ERRORS) == 0)
    write_stream (writer, number, renumber (writer, qpdf_oh_unparse (writer->qpdf, dictionary))->str, data, length);
  free (data);
}

static void
write_qpdf_object (PgWriter *writer, Wanted wanted)
{
  int number = number_of (writer, wanted);
  if (g_array_index (writer->entries, Entry, number).kind != ENTRY_FREE)
    return;
  qpdf_oh handle = qpdf_get_object_by_id (writer->qpdf, wanted.object, wanted.generation);
  if (writer->mend != NULL)
    writer->mend (writer->qpdf, handle);
  if (qpdf_oh_is_stream (writer->qpdf, handle))
    write_qpdf_stream (writer, number, handle);
  else
    pg_writer_add (writer, number, renumber (writer, qpdf_oh_unparse_resolved (writer->qpdf, handle)));
  pg_qpdf_forget (writer->qpdf);
}

/* The end of the file */

/* Each entry less the one above it, byte by byte: PNG's predictor "up", which lets a table be small (7.4.4.4). */
static GByteArray *
cross_references (const PgWriter *writer)
{
  guint8 above[ENTRY_SIZE] = { 0 };
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  for (guint i = 0; i < writer->entries->len; i++)
    {
      const Entry *entry = &g_array_index (writer->entries, Entry, i);
      guint32 at = entry->at;
      guint8 bytes[ENTRY_SIZE] = { (guint8) entry->kind, (guint8) (at >> 24), (guint8) (at >> 16),
                                   (guint8) (at >> 8),   (guint8) at,         entry->index };
      guint8 row[1 + ENTRY_SIZE] = { 2 };
      for (guint k = 0; k < ENTRY_SIZE; k++)
        row[1 + k] = (guint8) (bytes[k] - above[k]);
      memcpy (above, bytes, ENTRY_SIZE);
      g_byte_array_append (rows, row, sizeof row);
    }
  return pg_deflate (rows->data, rows->len);
}

static void
write_end (PgWriter *writer, int root, int info)
{
  int number = pg_writer_reserve (writer);
  guint start = writer->at;
  set_entry (writer, number, ENTRY_UNCOMPRESSED, start, 0); /* It stands in its own table. */
  g_autofree char *sum = pg_writer_sum (writer);
  g_autoptr (GByteArray) data = cross_references (writer);
  g_autofree char *dictionary = g_strdup_printf (
      "<< /Type /XRef /Size %u /W [ 1 4 1 ] /Root %d 0 R /Info %d 0 R /ID [ <%s> <%s> ] /Filter /FlateDecode"
      " /DecodeParms << /Predictor 12 /Columns %d >> >>",
      writer->entries->len, root, info, sum, sum, ENTRY_SIZE);
  write_stream (writer, number, dictionary, data->data, data->len);
  g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", start);
  write_text (writer, end);
}

/* The number in the file of what the trailer leads to under key. */
static int
trailer_number (PgWriter *writer, const char *key)
{
  qpdf_oh object = qpdf_oh_get_key (writer->qpdf, qpdf_get_trailer (writer->qpdf), key);
  return pg_writer_number (writer, qpdf_oh_get_object_id (writer->qpdf, object));
}

void
pg_writer_turn_to (PgWriter *writer, qpdf_data qpdf)
{
  writer->qpdf = qpdf;
  g_hash_table_remove_all (writer->numbers);
  g_array_set_size (writer->queue, 0);
}

char *
pg_writer_sum (const PgWriter *writer)
{
  g_autoptr (GChecksum) so_far = g_checksum_copy (writer->sum);
  return g_strdup (g_checksum_get_string (so_far));
}

gboolean
pg_writer_drain (PgWriter *writer)
{
  double all = MAX (1, pg_qpdf_end (writer->qpdf)); /* about as many */
  for (guint i = 0; i < writer->queue->len && pg_writer_step (writer, 0.5 + 0.5 * i / all); i++)
    write_qpdf_object (writer, g_array_index (writer->queue, Wanted, i));
  return writer->sink->error == NULL;
}

gboolean
pg_writer_step (PgWriter *writer, double share)
{
  return pg_sink_step (writer->sink, share);
}

gboolean
pg_writer_finish (PgWriter *writer)
{
  GError *error = NULL;
  int root = trailer_number (writer, "/Root"), info = trailer_number (writer, "/Info");
  if (pg_writer_drain (writer) && pg_writer_step (writer, 1))
    {
      write_objects (writer);
      write_end (writer, root, info);
    }
  if (!pg_qpdf_is_ok (writer->qpdf, &error))
    pg_sink_fail (writer->sink, error);
  return writer->sink->error == NULL;
}
