/* Enters: cairo's PDF of marked pages. Leaves: a PDF/UA-1 (ISO 14289-1) and PDF/A-2a or 3a (ISO 19005-2, 3) of them, in one
   pass over pages and objects. */
#include "pdf/accessible.h"

#include "pdf/bookmarks.h"
#include "pdf/info.h"
#include "pdf/ligatures.h"
#include "pdf/links.h"
#include "pdf/srgb.h"
#include "pdf/tag-content.h"
#include "pdf/tree.h"

#include <stdlib.h>

#define VERSION "1.7"
#define SRGB_NAME "sRGB IEC61966-2.1"

/* Objects */

static gboolean
is_name (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
  return qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, dictionary, key), name);
}

/* What cairo leaves out or adds: TrueType fonts say that glyphs are numbered as in the file (19005-2, 6.2.11.3.2), images
   are not smoothed (6.2.8). */
static void
mend (qpdf_data qpdf, qpdf_oh object)
{
  if (qpdf_oh_is_stream (qpdf, object))
    {
      qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, object);
      if (is_name (qpdf, dictionary, "/Subtype", "/Image"))
        pg_qpdf_remove (qpdf, dictionary, "/Interpolate");
    }
  else if (qpdf_oh_is_dictionary (qpdf, object) && is_name (qpdf, object, "/Subtype", "/CIDFontType2")
           && !qpdf_oh_has_key (qpdf, object, "/CIDToGIDMap"))
    pg_qpdf_set (qpdf, object, "/CIDToGIDMap", qpdf_oh_new_name (qpdf, "/Identity"));
  pg_ligatures_mend (qpdf, object);
}

/* Pages */

static void
tag_page (qpdf_data qpdf, qpdf_oh page, guint index, const GArray *chunks, PgTree *tree, PgSink *sink)
{
  GError *error = NULL;
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (guint));
  unsigned char *content = NULL;
  size_t length = 0;
  qpdf_oh_get_page_content_data (qpdf, page, &content, &length);
  GString *tagged = pg_tag_content ((const char *) content, length, chunks, index, sequences, &error);
  free (content);
  if (tagged == NULL)
    {
      pg_sink_fail (sink, error);
      return;
    }
  for (guint i = 0; i < sequences->len; i++)
    {
      guint part = g_array_index (sequences, guint, i);
      pg_tree_add_sequence (tree, g_array_index (chunks, PgChunk, part).element, index);
    }
  pg_qpdf_replace_stream (qpdf, qpdf_oh_get_key (qpdf, page, "/Contents"), tagged->str, tagged->len);
  pg_qpdf_set (qpdf, page, "/StructParents", qpdf_oh_new_integer (qpdf, index));
  pg_qpdf_set (qpdf, page, "/Tabs", qpdf_oh_new_name (qpdf, "/S"));
  g_string_free (tagged, TRUE);
}

/* The objects of the pages (int), whose contents are tagged; fewer, if the sink has failed. */
static GArray *
tag_pages (qpdf_data qpdf, const PgPages *pages, const GArray *chunks, PgTree *tree, PgSink *sink)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  double all = pages->pages->len;
  for (guint i = 0; i < pages->pages->len && pg_sink_step (sink, 0.3 * i / all); i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, i);
      int number = qpdf_oh_get_object_id (qpdf, page);
      g_array_append_val (numbers, number);
      tag_page (qpdf, page, i, chunks, tree, sink);
      pg_qpdf_forget (qpdf);
    }
  return numbers;
}

/* The catalog */

static void
set_intent (qpdf_data qpdf, qpdf_oh root)
{
  g_autoptr (GByteArray) profile = pg_srgb_profile ();
  qpdf_oh intent = qpdf_oh_parse (qpdf, "<< /Type /OutputIntent /S /GTS_PDFA1 >>"), all = qpdf_oh_new_array (qpdf);
  pg_qpdf_set_text (qpdf, intent, "/OutputConditionIdentifier", SRGB_NAME);
  pg_qpdf_set_text (qpdf, intent, "/Info", SRGB_NAME);
  pg_qpdf_set_number (qpdf, intent, "/DestOutputProfile",
                      pg_qpdf_add_stream (qpdf, "<< /N 3 /Alternate /DeviceRGB >>", profile->data, profile->len));
  qpdf_oh_append_item (qpdf, all, intent);
  pg_qpdf_set (qpdf, root, "/OutputIntents", all);
}

/* Folios, which begin again with each record. */
static void
set_labels (qpdf_data qpdf, qpdf_oh root, const PgPages *pages)
{
  g_autoptr (GString) labels = g_string_new ("<< /Nums [ 0 << /S /D >>");
  for (guint i = 1; i < pages->records->len; i++)
    g_string_append_printf (labels, " %u << /S /D >>", g_array_index (pages->records, PgRecord, i).page);
  g_string_append (labels, " ] >>");
  pg_qpdf_set_parsed (qpdf, root, "/PageLabels", labels->str);
}

static void
finish_catalog (qpdf_data qpdf, const PgPages *pages, const PgDescription *description, const PgEmbeddedFile *source)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  g_autofree char *xmp = pg_xmp_accessible (description, source != NULL ? "3" : "2");
  pg_qpdf_set (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, description->language));
  pg_qpdf_set_parsed (qpdf, root, "/MarkInfo", "<< /Marked true >>");
  pg_info_write_preferences (qpdf, description, TRUE);
  set_labels (qpdf, root, pages);
  if (description->facing)
    pg_qpdf_set (qpdf, root, "/PageLayout", qpdf_oh_new_name (qpdf, "/TwoPageRight"));
  set_intent (qpdf, root);
  pg_info_write (qpdf, description);
  pg_xmp_write (qpdf, xmp);
  g_autofree char *date = pg_date_pdf (description->created);
  if (source != NULL)
    pg_embed_source (qpdf, source, date);
}

/* Writes the PDF with its bookmarks, links and tree; numbers: of the pages. */
static void
write_all (qpdf_data qpdf, const PgPages *pages, const GArray *numbers, PgTree *tree, const char *language,
           PgSink *sink)
{
  g_autoptr (PgWriter) writer = pg_writer_new (qpdf, VERSION, mend, sink);
  pg_bookmarks_write (writer, qpdf, pages, numbers);
  pg_links_write (writer, qpdf, pages, tree, numbers);
  pg_destinations_write (writer, qpdf, pages, numbers);
  pg_tree_write (tree, writer, qpdf, pages, numbers, language);
  pg_writer_finish (writer);
}

gboolean
pg_accessible_finish (GBytes *pdf, const PgPages *pages, const GArray *chunks, const PgDescription *description,
                      const PgEmbeddedFile *source, PgSink *sink)
{
  g_autoptr (PgTree) tree = pg_tree_new ();
  GError *error = NULL;
  qpdf_data qpdf = pg_qpdf_open (pdf, &error);
  if (qpdf == NULL)
    {
      pg_sink_fail (sink, error);
      return FALSE;
    }
  g_autoptr (GArray) numbers = tag_pages (qpdf, pages, chunks, tree, sink);
  if (sink->error == NULL)
    {
      finish_catalog (qpdf, pages, description, source);
      write_all (qpdf, pages, numbers, tree, description->language, sink);
    }
  pg_qpdf_close (qpdf);
  return sink->error == NULL;
}
