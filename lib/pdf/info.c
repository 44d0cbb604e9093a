/* Enters: what a document is called and who made it. Leaves: that in a PDF's Info and its catalog. */
#include "pdf/info.h"

#include <string.h>

qpdf_oh
pg_info_write (qpdf_data qpdf, const PgDescription *description)
{
  g_autofree char *date = pg_date_pdf (description->created);
  const struct
  {
    const char *key, *text;
  } texts[] = { { "/Title", description->title },
                { "/Subject", description->subject },
                { "/Author", description->author },
                { "/Creator", description->creator },
                { "/Producer", description->creator },
                { "/CreationDate", date },
                { "/ModDate", date } };
  int number = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf));
  qpdf_oh info = pg_qpdf_object (qpdf, number);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      pg_qpdf_set_text (qpdf, info, texts[i].key, texts[i].text);
  pg_qpdf_set_number (qpdf, qpdf_get_trailer (qpdf), "/Info", number);
  return info;
}

void
pg_info_write_preferences (qpdf_data qpdf, const PgDescription *description, gboolean shows_title)
{
  g_autoptr (GString) wishes = g_string_new (NULL);
  if (shows_title)
    g_string_append (wishes, "/DisplayDocTitle true ");
  if (description->right_to_left)
    g_string_append (wishes, "/Direction /R2L ");
  if (description->duplex != NULL)
    g_string_append_printf (wishes, "/PrintScaling /None /PickTrayByPDFSize true /Duplex /%s ", description->duplex);
  g_autofree char *dictionary = g_strdup_printf ("<< %s>>", wishes->str);
  if (wishes->len > 0)
    pg_qpdf_set_parsed (qpdf, qpdf_get_root (qpdf), "/ViewerPreferences", dictionary);
}

void
pg_xmp_write (qpdf_data qpdf, const char *packet)
{
  int metadata = pg_qpdf_add_plain_stream (qpdf, "<< /Type /Metadata /Subtype /XML >>", packet, strlen (packet));
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/Metadata", metadata);
}
