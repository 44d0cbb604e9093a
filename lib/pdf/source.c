/* A PDF of anybody's. Enters: its bytes. Leaves: libqpdf's hold of it, and what its pages are like; or why it cannot be used. */
#include "pdf/source.h"

#include "base/limits.h"
#include "base/report.h"

#include <string.h>

#define NO_PAGES "the file has no pages: make it again"
#define MEND "mend it with “qpdf %s MENDED.pdf”, look at what comes of it, and use that"

static gboolean refuse (const PgSource *source, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const PgSource *source, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: %s", source->name, why);
  return FALSE;
}

static gboolean
refuse_encrypted (const PgSource *source, GError **error)
{
  return refuse (source, error,
                 "the file is encrypted: ask for one that is not, or, if you have its password and may do it, use what "
                 "“qpdf --decrypt --password=PASSWORD %s OPEN.pdf” gives",
                 source->name);
}

/* What many programs write, and nothing is lost by. */
static gboolean
is_harmless (qpdf_data qpdf, qpdf_error fault)
{
  static const char *const harmless[] = { "reported number of objects", "appears more than once in the pages tree" };
  const char *detail = qpdf_get_error_message_detail (qpdf, fault);
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (strstr (detail, harmless[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What libqpdf 12 says of files that 11 takes, for us to refuse; NULL: it is another fault. */
static const char *
known_fault (const char *detail)
{
  static const struct
  {
    const char *detail, *why;
  } known[] = { { "unable to find page tree", NO_PAGES },
                { "MediaBox is undefined", "a page has no size: make the file again" } };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strstr (detail, known[i].detail) != NULL)
      return known[i].why;
  return NULL;
}

gboolean
pg_source_is_sound (const PgSource *source, int page, GError **error)
{
  qpdf_data qpdf = source->qpdf;
  qpdf_error fault = qpdf_has_error (qpdf) ? qpdf_get_error (qpdf) : NULL;
  while (fault == NULL && qpdf_more_warnings (qpdf))
    {
      fault = qpdf_next_warning (qpdf);
      if (is_harmless (qpdf, fault))
        fault = NULL;
    }
  if (fault == NULL)
    return TRUE;
  if (qpdf_get_error_code (qpdf, fault) == qpdf_e_password)
    return refuse_encrypted (source, error);
  const char *detail = qpdf_get_error_message_detail (qpdf, fault);
  const char *known = known_fault (detail);
  if (known != NULL)
    return refuse (source, error, "%s", known);
  if (page > 0)
    return refuse (source, error, "page %d is damaged (%s): " MEND, page, detail, source->name);
  return refuse (source, error, "the file is damaged, or no PDF (%s): if it is one, " MEND, detail, source->name);
}

static gboolean
read_pages (PgSource *source, GError **error)
{
  int n = qpdf_get_num_pages (source->qpdf);
  if (!pg_source_is_sound (source, 0, error))
    return FALSE;
  if (n <= 0)
    return refuse (source, error, NO_PAGES);
  if ((guint) n > PG_MOST_PAGES)
    return refuse (source, error, "the file has more than %d pages: divide it", PG_MOST_PAGES);
  for (int i = 0; i < n; i++)
    {
      PgPageBoxes boxes;
      qpdf_oh page = qpdf_get_page_n (source->qpdf, (size_t) i);
      gboolean ok = pg_page_boxes_read (source->qpdf, page, &boxes);
      if (!pg_source_is_sound (source, i + 1, error))
        return FALSE;
      if (!ok)
        return refuse (source, error, "page %d has no size: make the file again", i + 1);
      g_array_append_val (source->pages, boxes);
      pg_qpdf_forget (source->qpdf);
    }
  return TRUE;
}

static gboolean
read_all (PgSource *source, GBytes *pdf, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  if (size == 0)
    return refuse (source, error, "the file is empty: copy it again");
  qpdf_silence_errors (source->qpdf);
  qpdf_set_suppress_warnings (source->qpdf, QPDF_TRUE);
  qpdf_read_memory (source->qpdf, source->name, data, size, NULL);
  if (!pg_source_is_sound (source, 0, error))
    return FALSE;
  if (qpdf_is_encrypted (source->qpdf))
    return refuse_encrypted (source, error);
  qpdf_oh root = qpdf_get_root (source->qpdf);
  if (!qpdf_oh_is_dictionary (source->qpdf, root)
      || !qpdf_oh_is_dictionary (source->qpdf, qpdf_oh_get_key (source->qpdf, root, "/Pages")))
    return refuse (source, error, NO_PAGES);
  source->root = qpdf_oh_get_object_id (source->qpdf, root);
  source->info
      = qpdf_oh_get_object_id (source->qpdf, qpdf_oh_get_key (source->qpdf, qpdf_get_trailer (source->qpdf), "/Info"));
  return read_pages (source, error);
}

PgSource *
pg_source_open (GBytes *pdf, const char *name, GError **error)
{
  g_autoptr (PgSource) source = g_new0 (PgSource, 1);
  source->bytes = g_bytes_ref (pdf);
  source->name = g_strdup (name);
  source->qpdf = qpdf_init ();
  source->pages = g_array_new (FALSE, FALSE, sizeof (PgPageBoxes));
  return read_all (source, pdf, error) ? g_steal_pointer (&source) : NULL;
}

void
pg_source_free (PgSource *source)
{
  if (source == NULL)
    return;
  pg_qpdf_close (source->qpdf);
  g_array_unref (source->pages);
  g_bytes_unref (source->bytes);
  g_free (source->name);
  g_free (source);
}

void
pg_source_refuse_page (const PgSource *source, guint page, const char *why, GError **error)
{
  refuse (source, error, "page %u: %s: make the file again, or leave the page out", page + 1, why);
}

/* What it says of itself */

/* A dictionary by its number, or null. */
static qpdf_oh
dictionary_of (const PgSource *source, int number)
{
  qpdf_oh object = number > 0 ? pg_qpdf_object (source->qpdf, number) : qpdf_oh_new_null (source->qpdf);
  return qpdf_oh_is_dictionary (source->qpdf, object) ? object : qpdf_oh_new_dictionary (source->qpdf);
}

gboolean
pg_source_is_right_to_left (const PgSource *source, gboolean otherwise)
{
  qpdf_oh wishes = qpdf_oh_get_key (source->qpdf, dictionary_of (source, source->root), "/ViewerPreferences");
  if (!qpdf_oh_is_dictionary (source->qpdf, wishes) || !qpdf_oh_has_key (source->qpdf, wishes, "/Direction"))
    return otherwise;
  return qpdf_oh_is_name_and_equals (source->qpdf, qpdf_oh_get_key (source->qpdf, wishes, "/Direction"), "/R2L");
}

/* A text that a dictionary has, or NULL. */
static char *
text_of (const PgSource *source, int number, const char *key)
{
  qpdf_oh text = qpdf_oh_get_key (source->qpdf, dictionary_of (source, number), key);
  const char *words = qpdf_oh_is_string (source->qpdf, text) ? qpdf_oh_get_utf8_value (source->qpdf, text) : "";
  return words[0] != '\0' ? g_utf8_make_valid (words, -1) : NULL;
}

char *
pg_source_text (const PgSource *source, const char *key)
{
  return text_of (source, source->info, key);
}

char *
pg_source_language (const PgSource *source)
{
  return text_of (source, source->root, "/Lang");
}

gboolean
pg_source_is_trapped (const PgSource *source)
{
  qpdf_oh trapped = qpdf_oh_get_key (source->qpdf, dictionary_of (source, source->info), "/Trapped");
  return qpdf_oh_is_name_and_equals (source->qpdf, trapped, "/True");
}

/* Behind the name stands ">" or "=" and a quotation mark, then the version. */
static gboolean
is_x4 (const char *packet, gsize length)
{
  static const char name[] = "GTS_PDFXVersion", version[] = "PDF/X-4";
  const char *at = memmem (packet, length, name, strlen (name));
  const char *end = packet + length;
  if (at == NULL)
    return FALSE;
  for (at += strlen (name); at < end && strchr ("=\"'> \n", *at) != NULL; at++)
    ;
  gsize n = strlen (version);
  return (gsize) (end - at) > n && memcmp (at, version, n) == 0 && !g_ascii_isalnum (at[n]);
}

PgPressClaim
pg_source_press_claim (const PgSource *source)
{
  qpdf_oh metadata = qpdf_oh_get_key (source->qpdf, dictionary_of (source, source->root), "/Metadata");
  g_autoptr (GBytes) packet
      = qpdf_oh_is_stream (source->qpdf, metadata) ? pg_qpdf_stream (source->qpdf, metadata) : NULL;
  g_autofree char *older = pg_source_text (source, "/GTS_PDFXVersion");
  gsize length = 0;
  const char *text = packet != NULL ? g_bytes_get_data (packet, &length) : NULL;
  if (text != NULL && is_x4 (text, length))
    return PG_PRESS_X4;
  return older != NULL || (text != NULL && memmem (text, length, "GTS_PDFXVersion", 15) != NULL) ? PG_PRESS_OTHER
                                                                                                 : PG_PRESS_NONE;
}
