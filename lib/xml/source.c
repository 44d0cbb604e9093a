/* Enters: the bytes of a file in any usual encoding. Leaves: UTF-8, and the line and column of each byte of it.
   Decoding before parsing keeps one count of bytes from the parser's position to the finding's column. */
#include "xml/source.h"

#include "base/limits.h"

#include <string.h>

ProgrammeFinding *
pg_read_fail (ProgrammeReport *report, const PgPlace *place, const char *code, GError **error, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  pg_message_clean (message);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s:%u:%u: %s", place->file, place->line, place->column,
               message);
  return pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, code, "%s", message);
}

/* Encodings that iconv may be asked for: a name out of a hostile file does not choose what code is loaded. */
static const char *
known_encoding (const char *name)
{
  static const char *const names[]
      = { "UTF-8",        "UTF-16",       "UTF-16LE",     "UTF-16BE",     "US-ASCII",     "ISO-8859-1",
          "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
          "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-11",  "ISO-8859-13",  "ISO-8859-14",
          "ISO-8859-15",  "ISO-8859-16",  "windows-1250", "windows-1251", "windows-1252", "windows-1253",
          "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874",
          "TIS-620",      "EUC-KR",       "EUC-JP",       "Shift_JIS",    "GB18030",      "Big5",
          "KOI8-R",       "KOI8-U" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return names[i];
  return NULL;
}

/* The encoding that the XML declaration names, or NULL. */
static char *
declared_encoding (const char *data, gsize length)
{
  if (length < 6 || memcmp (data, "<?xml", 5) != 0)
    return NULL;
  const char *end = g_strstr_len (data, (gssize) MIN (length, 1024), "?>");
  const char *name = end != NULL ? g_strstr_len (data, end - data, "encoding") : NULL;
  if (name == NULL)
    return NULL;
  name += strlen ("encoding");
  while (name < end && strchr (" \t\r\n=", *name) != NULL)
    name++;
  const char *close
      = name < end && (*name == '"' || *name == '\'') ? memchr (name + 1, *name, (gsize) (end - name - 1)) : NULL;
  return close != NULL ? g_strndup (name + 1, (gsize) (close - name - 1)) : NULL;
}

static gboolean
starts_with (const char *data, gsize length, const char *bytes, gsize n)
{
  return length >= n && memcmp (data, bytes, n) == 0;
}

/* What a file is that is no text, or lies beside an event's and is taken for it; NULL if the first bytes tell nothing. */
static const char *
other_kind (const char *data, gsize length)
{
  static const struct
  {
    const char *start, *what;
  } kinds[] = { { "%PDF", "this is a PDF" },
                { "\377\330\377", "this is a picture" },
                { "\211PNG", "this is a picture" },
                { "GIF8", "this is a picture" },
                { "PK\003\004", "this is an office document or an archive" },
                { "\320\317\021\340", "this is an office document" },
                { "{\\rtf", "this is an office document" },
                { "BEGIN:VCALENDAR", "this is a calendar" } };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (starts_with (data, length, kinds[i].start, strlen (kinds[i].start)))
      return kinds[i].what;
  return NULL;
}

/* What the first bytes say; skip gets the length of a byte order mark. */
static char *
guess_encoding (const char *data, gsize length, gsize *skip)
{
  *skip = 0;
  if (starts_with (data, length, "\xEF\xBB\xBF", 3))
    {
      *skip = 3;
      return g_strdup ("UTF-8");
    }
  if (starts_with (data, length, "\xFF\xFE", 2) || starts_with (data, length, "\xFE\xFF", 2))
    {
      *skip = 2;
      return g_strdup (data[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE");
    }
  if (starts_with (data, length, "<\0", 2))
    return g_strdup ("UTF-16LE");
  if (starts_with (data, length, "\0<", 2))
    return g_strdup ("UTF-16BE");
  char *declared = declared_encoding (data, length);
  return declared != NULL ? declared : g_strdup ("UTF-8");
}

/* Lines end with LF afterwards, as XML wants it, so that what the parser reports is as long as what stands here. */
static void
normalise_line_ends (PgSource *source)
{
  char *to = source->text;
  for (const char *from = source->text; from < source->text + source->length; from++)
    {
      if (*from != '\r')
        *to++ = *from;
      else if (from[1] != '\n')
        *to++ = '\n';
    }
  *to = '\0';
  source->length = (gsize) (to - source->text);
}

/* The first byte that is no UTF-8, for which its line is what helps. */
static void
fail_bytes (PgSource *source, gsize offset, ProgrammeReport *report, GError **error)
{
  PgPlace place = pg_source_place (source, offset);
  guint byte = (guchar) source->text[offset];
  if (byte == 0)
    pg_read_fail (report, &place, "encoding", error,
                  "a byte of value zero cannot stand in XML: this is no text file, or one that was damaged");
  else
    pg_read_fail (report, &place, "encoding", error,
                  "the byte 0x%02X is not UTF-8: save the file as UTF-8, or name its encoding in the first line, "
                  "such as <?xml version=\"1.0\" encoding=\"windows-1252\"?>",
                  byte);
}

static gboolean
decode (PgSource *source, const char *data, gsize length, const char *encoding, ProgrammeReport *report, GError **error)
{
  PgPlace start = { source->name, 1, 1 };
  const char *known = known_encoding (encoding);
  if (known == NULL)
    {
      pg_read_fail (report, &start, "encoding", error,
                    "the encoding \"%.40s\" is not one that can be read: save the file as UTF-8", encoding);
      return FALSE;
    }
  if (strcmp (known, "UTF-8") == 0 || strcmp (known, "US-ASCII") == 0)
    {
      source->text = g_malloc (length + 1);
      memcpy (source->text, data, length);
      source->text[length] = '\0';
      source->length = length;
      return TRUE;
    }
  source->text = g_convert (data, (gssize) length, "UTF-8", known, NULL, &source->length, NULL);
  if (source->text == NULL)
    pg_read_fail (report, &start, "encoding", error,
                  "the file says that its encoding is %s, but its bytes are not: save it as UTF-8", known);
  return source->text != NULL;
}

gboolean
pg_source_init (PgSource *source, const char *name, const char *data, gsize length, const PgLimits *limits,
                ProgrammeReport *report, GError **error)
{
  *source = (PgSource){ .name = name, .limits = limits, .last_line = 1, .last_column = 1 };
  PgPlace start = { name, 1, 1 };
  if (length > limits->event_bytes)
    {
      pg_read_fail (report, &start, "too-large", error,
                    "the file has %" G_GSIZE_FORMAT " bytes, and at most %" G_GSIZE_FORMAT
                    " MiB are read: divide it; --limits-event=%" G_GSIZE_FORMAT " allows it",
                    length, limits->event_bytes / PG_MB, (length + PG_MB - 1) / PG_MB);
      return FALSE;
    }
  const char *other = other_kind (data, length);
  if (other != NULL)
    {
      pg_read_fail (report, &start, "xml-syntax", error,
                    "%s, not an event file, which begins with <programme version=\"1\">", other);
      return FALSE;
    }
  gsize skip;
  g_autofree char *encoding = guess_encoding (data, length, &skip);
  if (!decode (source, data + skip, length - skip, encoding, report, error))
    return FALSE;
  const char *bad;
  if (!g_utf8_validate_len (source->text, source->length, &bad))
    {
      fail_bytes (source, (gsize) (bad - source->text), report, error);
      pg_source_clear (source);
      return FALSE;
    }
  normalise_line_ends (source);
  return TRUE;
}

void
pg_source_clear (PgSource *source)
{
  g_clear_pointer (&source->text, g_free);
}

PgPlace
pg_source_place (PgSource *source, gsize offset)
{
  offset = MIN (offset, source->length);
  if (offset < source->last_offset)
    {
      /* Back to the start of that line; how many lines lie between is counted on the way. */
      while (source->last_offset > offset)
        if (source->text[--source->last_offset] == '\n')
          source->last_line--;
      while (source->last_offset > 0 && source->text[source->last_offset - 1] != '\n')
        source->last_offset--;
      source->last_column = 1;
    }
  for (; source->last_offset < offset; source->last_offset++)
    {
      guchar byte = (guchar) source->text[source->last_offset];
      if (byte == '\n')
        {
          source->last_line++;
          source->last_column = 1;
        }
      else if ((byte & 0xC0) != 0x80)
        source->last_column++;
    }
  return (PgPlace){ source->name, source->last_line, source->last_column };
}
