/* Texts in any encoding. Enters: bytes. Leaves: UTF-8. What is not UTF-8 is read in the code page that Windows has for the
   language: that is what offices write. */
#include "import/decode.h"

#include "import/headings.h"

#include <string.h>
#include <unicode/ucsdet.h>

#define PEEKED 4096 /* bytes in which headings are looked for */

static const struct
{
  const char *language, *page, *where;
} pages[] = {
  { "ko", "CP949", "Korean" },
  { "ja", "CP932", "Japanese" },
  { "zh", "GB18030", "Chinese" },
  { "zh-Hant", "CP950", "Chinese" },
  { "th", "CP874", "Thai" },
  { "ar", "CP1256", "Arabic" },
  { "fa", "CP1256", "Arabic" },
  { "he", "CP1255", "Hebrew" },
  { "vi", "CP1258", "Vietnamese" },
  { "el", "CP1253", "Greek" },
  { "ru", "CP1251", "Cyrillic" },
  { "uk", "CP1251", "Cyrillic" },
  { "pl", "CP1250", "Central European" },
  { "tr", "CP1254", "Turkish" },
  { "", "CP1252", "Western European" },
};

/* How ICU's detector calls what is one of them. */
static const struct
{
  const char *detected, *page;
} detections[] = {
  { "EUC-KR", "CP949" },        { "Shift_JIS", "CP932" },     { "EUC-JP", "EUC-JP" },
  { "GB18030", "GB18030" },     { "Big5", "CP950" },          { "windows-1256", "CP1256" },
  { "ISO-8859-6", "CP1256" },   { "windows-1255", "CP1255" }, { "ISO-8859-8", "CP1255" },
  { "ISO-8859-8-I", "CP1255" }, { "windows-1253", "CP1253" }, { "ISO-8859-7", "CP1253" },
  { "windows-1251", "CP1251" }, { "windows-1250", "CP1250" }, { "ISO-8859-2", "CP1250" },
  { "windows-1254", "CP1254" }, { "ISO-8859-9", "CP1254" },   { "windows-1252", "CP1252" },
  { "ISO-8859-1", "CP1252" },
};

/* Without byte order mark */

static gboolean
begins (const PgForeign *foreign, const char *bytes, gsize n)
{
  return foreign->length >= n && memcmp (foreign->data, bytes, n) == 0;
}

/* Whether the beginning reads as UTF-16: no controls but those of lines and tabs, and some of what parts cells and lines. */
static gboolean
reads_as_utf16 (const PgForeign *foreign, gboolean is_little)
{
  gsize n = MIN (foreign->length, 4096) & ~(gsize) 1;
  guint parts = 0;
  for (gsize i = 0; i < n; i += 2)
    {
      guint first = (guchar) foreign->data[i], second = (guchar) foreign->data[i + 1];
      guint unit = is_little ? first | second << 8 : second | first << 8;
      if ((unit < 0x20 && strchr ("\t\n\r", (int) unit) == NULL) || unit == 0 || unit >= 0xFFFE)
        return FALSE;
      parts += unit < 0x80 && strchr ("\t\n,; ", (int) unit) != NULL;
    }
  return parts > 0;
}

/* "UTF-16LE" or "UTF-16BE", or NULL. */
static const char *
utf16_of (const PgForeign *foreign)
{
  if (begins (foreign, "\xFF\xFE", 2))
    return "UTF-16LE";
  if (begins (foreign, "\xFE\xFF", 2))
    return "UTF-16BE";
  if (foreign->length % 2 != 0 || memchr (foreign->data, '\0', MIN (foreign->length, 4096)) == NULL)
    return NULL;
  return reads_as_utf16 (foreign, TRUE) ? "UTF-16LE" : reads_as_utf16 (foreign, FALSE) ? "UTF-16BE" : NULL;
}

/* NULs are gone. */
static gboolean
is_utf8 (const char *data, gsize length)
{
  const char *end = data + length, *bad;
  while (!g_utf8_validate_len (data, (gsize) (end - data), &bad))
    {
      if (*bad != '\0')
        return FALSE;
      data = bad + 1;
    }
  return TRUE;
}

gboolean
pg_foreign_is_text (const PgForeign *foreign)
{
  guint controls = 0;
  gsize n = MIN (foreign->length, 4096);
  if (n == 0 || utf16_of (foreign) != NULL)
    return n > 0;
  for (gsize i = 0; i < n; i++)
    controls += (guchar) foreign->data[i] < 0x20 && memchr ("\t\n\r\f", foreign->data[i], 4) == NULL;
  return controls * 10 <= n;
}

/* Conversions */

/* NULL if the bytes are not in it. Vietnamese letters and their tones are one character afterwards. */
static char *
convert (const PgForeign *foreign, const char *encoding, gsize *length, GError **error)
{
  char *text = g_convert (foreign->data, (gssize) foreign->length, "UTF-8", encoding, NULL, length, error);
  if (text == NULL || g_ascii_strcasecmp (encoding, "CP1258") != 0)
    return text;
  char *composed = g_utf8_normalize (text, (gssize) *length, G_NORMALIZE_DEFAULT_COMPOSE);
  g_free (text);
  *length = strlen (composed);
  return composed;
}

static void
add_once (GPtrArray *list, const char *page)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (g_ptr_array_index (list, i), page) == 0)
      return;
  g_ptr_array_add (list, (gpointer) page);
}

/* The code page of a language: of the tag, else of its primary language. */
static const char *
page_of (const char *language)
{
  gboolean is_traditional = g_str_has_prefix (language, "zh-Hant") || g_str_has_prefix (language, "zh-TW")
                            || g_str_has_prefix (language, "zh-HK");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gsize n = strlen (pages[i].language);
      if (n == 0 || (is_traditional && strcmp (pages[i].language, "zh-Hant") == 0)
          || (!is_traditional && g_ascii_strncasecmp (language, pages[i].language, n) == 0
              && (language[n] == '\0' || language[n] == '-')))
        return pages[i].page;
    }
  return NULL;
}

/* What the detector takes the bytes for, the likeliest first. */
static GPtrArray *
detected_pages (const PgForeign *foreign)
{
  GPtrArray *list = g_ptr_array_new ();
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  int32_t n = 0;
  ucsdet_setText (detector, foreign->data, (int32_t) MIN (foreign->length, 64 * 1024), &status);
  const UCharsetMatch **matches = ucsdet_detectAll (detector, &n, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);
      for (guint j = 0; j < G_N_ELEMENTS (detections); j++)
        if (g_strcmp0 (name, detections[j].detected) == 0)
          add_once (list, detections[j].page);
    }
  ucsdet_close (detector);
  return list;
}

/* How many cells of a text are known as headings, of those that have more than ASCII. */
static guint
n_headings (const PgHeadings *headings, const char *text)
{
  g_auto (GStrv) cells = g_strsplit_set (text, ",;|\t\r\n\"", 200);
  guint n = 0;
  for (guint i = 0; cells[i] != NULL; i++)
    n += !g_str_is_ascii (cells[i]) && strlen (cells[i]) < 200 && pg_headings_fields (headings, cells[i]) != 0;
  return n;
}

/* The code page in which most headings of a table are known, which tells short lists better than a detector can; NULL if not
   two of them are. */
static const char *
page_by_headings (const PgForeign *foreign)
{
  const PgHeadings *headings = pg_headings ();
  PgForeign head = *foreign;
  const char *best = NULL;
  guint most = 1;
  for (head.length = MIN (foreign->length, (gsize) PEEKED); head.length > 0; head.length--)
    if (foreign->data[head.length - 1] == '\n')
      break;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gsize length;
      g_autofree char *text = convert (&head, pages[i].page, &length, NULL);
      guint n = text != NULL ? n_headings (headings, text) : 0;
      best = n > most ? pages[i].page : best;
      most = MAX (most, n);
    }
  return best;
}

/* The code pages of the languages that were named, in the detector's order; or all of its own if none was, after that in which
   there are headings. */
static GPtrArray *
pages_to_try (const PgForeign *foreign)
{
  const char *named = pg_foreign_option (foreign, "languages");
  GPtrArray *detected = detected_pages (foreign);
  if (named == NULL)
    {
      const char *told = page_by_headings (foreign);
      if (told != NULL)
        g_ptr_array_insert (detected, 0, (gpointer) told);
      add_once (detected, "CP1252");
      return detected;
    }
  g_auto (GStrv) languages = g_strsplit (named, ",", -1);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  for (guint i = 0; languages[i] != NULL; i++)
    add_once (wanted, page_of (languages[i]));
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < detected->len; i++)
    if (g_ptr_array_find (wanted, g_ptr_array_index (detected, i), NULL))
      add_once (list, g_ptr_array_index (detected, i));
  for (guint i = 0; i < wanted->len; i++)
    add_once (list, g_ptr_array_index (wanted, i));
  add_once (list, "CP1252");
  g_ptr_array_unref (detected);
  return list;
}

/* The first line that has more than ASCII; free with g_free. */
static char *
telling_line (const char *text)
{
  const char *at = text;
  while (*at != '\0' && (guchar) *at < 0x80)
    at++;
  while (at > text && at[-1] != '\n')
    at--;
  return g_utf8_substring (at, 0, MIN (60, g_utf8_strlen (at, (gssize) strcspn (at, "\r\n"))));
}

static char *
guess (const PgForeign *foreign, gsize *length, GError **error)
{
  g_autoptr (GPtrArray) list = pages_to_try (foreign);
  for (guint i = 0; i < list->len; i++)
    {
      const char *page = g_ptr_array_index (list, i), *where = "";
      char *text = convert (foreign, page, length, NULL);
      if (text == NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        if (strcmp (pages[j].page, page) == 0)
          where = pages[j].where;
      g_autofree char *line = telling_line (text);
      pg_foreign_tell (
          foreign, PROGRAMME_SEVERITY_WARNING, 1, 1, "guessed-encoding",
          "this is not UTF-8; it was read as %s (%s), in which a line of it is “%s”: if that is wrong, name "
          "the encoding, as in --encoding=CP949, or the languages",
          page, where, line);
      return text;
    }
  pg_foreign_fail (foreign, "encoding", error,
                   "this is neither UTF-8 nor in a code page of the languages: save it as "
                   "UTF-8, or name its encoding, as in --encoding=CP949");
  return NULL;
}

/* As --encoding says. */
static char *
decode_as (const PgForeign *foreign, const char *encoding, gsize *length, GError **error)
{
  g_autoptr (GError) why = NULL;
  char *text = convert (foreign, encoding, length, &why);
  if (text != NULL)
    return text;
  if (g_error_matches (why, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "“%.40s” is no encoding that is known here: write one such as CP949, CP932, GB18030 or CP1252",
                 encoding);
  else
    pg_foreign_fail (foreign, "encoding", error, "not all of this is in %.40s: leave --encoding out to have it guessed",
                     encoding);
  return NULL;
}

/* NULs are no text: they go, and are told. */
static void
drop_nuls (const PgForeign *foreign, char *text, gsize length)
{
  char *to = text;
  guint line = 1, first = 0, n = 0;
  for (gsize i = 0; i < length; i++)
    if (text[i] != '\0')
      {
        line += text[i] == '\n';
        *to++ = text[i];
      }
    else if (n++ == 0)
      first = line;
  *to = '\0';
  if (n > 0)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_WARNING, first, 1, "nul-character",
                     "%u %s of value zero left out, the first in this line: the file may be damaged", n,
                     n == 1 ? "character is" : "characters are");
}

/* What an HTML file says of itself, if it is one of those that are tried here; or NULL. */
static const char *
declared (const PgForeign *foreign)
{
  static const struct
  {
    const char *name, *page;
  } names[] = { { "euc-kr", "CP949" },
                { "ks_c_5601-1987", "CP949" },
                { "shift_jis", "CP932" },
                { "gb2312", "GB18030" },
                { "gbk", "GB18030" },
                { "gb18030", "GB18030" },
                { "big5", "CP950" },
                { "windows-874", "CP874" },
                { "tis-620", "CP874" },
                { "iso-8859-1", "CP1252" },
                { "iso-8859-15", "ISO-8859-15" },
                { "iso-8859-2", "ISO-8859-2" } };
  g_autofree char *start = g_ascii_strdown (foreign->data, (gssize) MIN (foreign->length, 2048));
  const char *at = foreign->data[0] == '<' ? strstr (start, "charset=") : NULL;
  if (at == NULL)
    return NULL;
  at += strlen ("charset=");
  at += *at == '"' || *at == '\'';
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i].name))
      return names[i].page;
  for (guint i = 0; g_str_has_prefix (at, "windows-") && i < G_N_ELEMENTS (pages); i++)
    if (strncmp (at + strlen ("windows-"), pages[i].page + strlen ("CP"), 4) == 0)
      return pages[i].page;
  return NULL;
}

static char *
decode (const PgForeign *foreign, gsize *length, GError **error)
{
  const char *named = pg_foreign_option (foreign, "encoding"), *wide = utf16_of (foreign);
  if (named == NULL && wide == NULL && !is_utf8 (foreign->data, foreign->length))
    named = declared (foreign);
  if (named != NULL || wide != NULL)
    return decode_as (foreign, named != NULL ? named : wide, length, error);
  if (!is_utf8 (foreign->data, foreign->length))
    return guess (foreign, length, error);
  *length = foreign->length;
  return memcpy (g_malloc0 (foreign->length + 1), foreign->data, foreign->length); /* which has a NUL at least */
}

char *
pg_foreign_decode (const PgForeign *foreign, GError **error)
{
  gsize length = 0;
  char *text = decode (foreign, &length, error);
  if (text != NULL)
    drop_nuls (foreign, text, length);
  if (text != NULL && g_str_has_prefix (text, "\xEF\xBB\xBF"))
    memmove (text, text + 3, strlen (text + 3) + 1);
  return text;
}
