/* Archives of XML. Enters: the bytes of one. Leaves: the calls of xml/stream.h for a part. Nothing is unpacked whole: what
   comes out of the archive goes into the parser. */
#include "import/package.h"

#include "base/limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define PIECE (64 * 1024)
#define MAX_SMALL (1024 * 1024)
#define MAX_PARTS 10000

/* The archive, standing at a part, or NULL. Free with archive_read_free. */
static struct archive *
open_part (const PgForeign *foreign, const char *part, struct archive_entry **entry)
{
  if (foreign->length < 4 || memcmp (foreign->data, "PK\003\004", 4) != 0)
    return NULL;
  struct archive *archive = archive_read_new ();
  archive_read_support_format_zip (archive);
  int status = archive_read_open_memory (archive, foreign->data, foreign->length);
  for (guint n = 0; status == ARCHIVE_OK && n < MAX_PARTS; n++)
    {
      status = archive_read_next_header (archive, entry);
      const char *path = status == ARCHIVE_OK ? archive_entry_pathname (*entry) : NULL;
      if (path != NULL && strcmp (path, part) == 0)
        return archive;
    }
  archive_read_free (archive);
  return NULL;
}

gboolean
pg_package_has (const PgForeign *foreign, const char *part)
{
  struct archive_entry *entry;
  struct archive *archive = open_part (foreign, part, &entry);
  if (archive != NULL)
    archive_read_free (archive);
  return archive != NULL;
}

/* How much a part may hold. */
static gsize
most_bytes (const PgForeign *foreign)
{
  return MIN ((gsize) PG_MAX_UNPACKED_BYTES, MAX (foreign->length, (gsize) 16 * 1024) * PG_MAX_UNPACK_RATIO);
}

static gboolean
pour (const PgForeign *foreign, struct archive *archive, const char *part, PgStream *stream, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  gsize total = 0;
  for (la_ssize_t n; (n = archive_read_data (archive, piece, PIECE)) != 0;)
    {
      if (n < 0)
        return pg_foreign_fail (foreign, "damaged-archive", error,
                                "%s within it cannot be unpacked (%s): the file was cut or damaged, copy it again",
                                part, archive_error_string (archive));
      total += (gsize) n;
      if (total > most_bytes (foreign))
        return pg_foreign_fail (
            foreign, "too-large", error,
            "%s within it is larger than %u MiB, or more than %u times as large as the file: this is "
            "no honest spreadsheet",
            part, PG_MAX_UNPACKED_BYTES >> 20, PG_MAX_UNPACK_RATIO);
      if (!pg_stream_feed (stream, piece, (gsize) n))
        return pg_foreign_fail (foreign, "damaged-archive", error,
                                "%s within it is no XML that can be read: save it again", part);
    }
  if (!pg_stream_end (stream))
    return pg_foreign_fail (foreign, "damaged-archive", error, "%s within it ends too early: copy it again", part);
  return TRUE;
}

gboolean
pg_package_read (const PgForeign *foreign, const char *part, const PgStreamCalls *calls, gpointer data, GError **error)
{
  struct archive_entry *entry;
  struct archive *archive = open_part (foreign, part, &entry);
  if (archive == NULL)
    return pg_foreign_fail (foreign, "damaged-archive", error,
                            "it has no %s: the file was cut or damaged, copy it again", part);
  g_autoptr (PgStream) stream = pg_stream_new (calls, data);
  gboolean ok = archive_entry_is_encrypted (entry) ? pg_foreign_fail (
                    foreign, "encrypted", error, "it is encrypted: save it without a password, or as CSV in UTF-8")
                                                   : pour (foreign, archive, part, stream, error);
  archive_read_free (archive);
  return ok;
}

char *
pg_package_text (const PgForeign *foreign, const char *part)
{
  struct archive_entry *entry;
  struct archive *archive = open_part (foreign, part, &entry);
  if (archive == NULL)
    return NULL;
  char *text = g_malloc0 (MAX_SMALL + 1);
  gsize length = 0;
  for (la_ssize_t n; length < MAX_SMALL && (n = archive_read_data (archive, text + length, MAX_SMALL - length)) > 0;)
    length += (gsize) n;
  archive_read_free (archive);
  return text;
}
