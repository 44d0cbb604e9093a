/* Enters: what a document is called and who made it. Leaves: that in XMP. */
#include "pdf/xmp.h"

static char *
format_date (gint64 seconds, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (date, format);
}

char *
pg_date_iso (gint64 seconds)
{
  return format_date (seconds, "%Y-%m-%dT%H:%M:%SZ");
}

char *
pg_date_pdf (gint64 seconds)
{
  return format_date (seconds, "D:%Y%m%d%H%M%SZ");
}

static void
put (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_autofree char *safe = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "<%s>%s</%s>\n", name, safe, name);
}

/* A text that may be there in several languages: in its own, which is also the one to take by default. */
static void
put_languages (GString *out, const char *name, const char *text, const char *language)
{
  if (text == NULL)
    return;
  g_autofree char *safe = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>", name, safe);
  if (language != NULL)
    g_string_append_printf (out, "<rdf:li xml:lang=\"%s\">%s</rdf:li>", language, safe);
  g_string_append_printf (out, "</rdf:Alt></%s>\n", name);
}

static void
put_author (GString *out, const char *author)
{
  if (author == NULL)
    return;
  g_autofree char *safe = g_markup_escape_text (author, -1);
  g_string_append_printf (out, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", safe);
}

/* namespaces: those that are wanted besides. */
static GString *
begin (const PgDescription *description, const char *namespaces)
{
  GString *out = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\"\n"
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
  g_autofree char *date = pg_date_iso (description->created);
  g_string_append_printf (out, "%s>\n", namespaces);
  put (out, "dc:format", "application/pdf");
  put_languages (out, "dc:title", description->title, description->language);
  put_languages (out, "dc:description", description->subject, description->language);
  put_author (out, description->author);
  put (out, "xmp:CreatorTool", description->creator);
  put (out, "xmp:CreateDate", date);
  put (out, "xmp:ModifyDate", date);
  put (out, "xmp:MetadataDate", date);
  put (out, "pdf:Producer", description->creator);
  return out;
}

static char *
finish (GString *out)
{
  g_string_append (out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free (out, FALSE);
}

char *
pg_xmp_press (const PgDescription *description, const char *id)
{
  const char *more = description->is_variable ? "\n xmlns:pdfvtid=\"http://www.npes.org/pdfvt/ns/id/\"" : "";
  g_autofree char *namespaces = g_strconcat ("\n xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                                             "\n xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"",
                                             more, NULL);
  GString *out = begin (description, namespaces);
  g_autofree char *date = pg_date_iso (description->created);
  put (out, "xmpMM:DocumentID", id);
  put (out, "xmpMM:VersionID", "1");
  put (out, "xmpMM:RenditionClass", "default");
  put (out, "pdf:Trapped", description->trapped ? "True" : "False");
  put (out, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
  put (out, "pdfvtid:GTS_PDFVTVersion", description->is_variable ? "PDF/VT-1" : NULL);
  put (out, "pdfvtid:GTS_PDFVTModDate", description->is_variable ? date : NULL);
  g_string_append (out, "</rdf:Description>\n");
  return finish (out);
}

/* PDF/A allows a namespace that it does not know, such as PDF/UA's, where this describes it (ISO 19005-2, 6.6.2.3). */
char *
pg_xmp_accessible (const PgDescription *description, const char *part)
{
  GString *out = begin (description, "\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                                     "\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"");
  if (description->language != NULL)
    {
      g_autofree char *safe = g_markup_escape_text (description->language, -1);
      g_string_append_printf (out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", safe);
    }
  put (out, "pdfaid:part", part);
  put (out, "pdfaid:conformance", "A");
  put (out, "pdfuaid:part", "1");
  g_string_append (out, "</rdf:Description>\n"
                        "<rdf:Description rdf:about=\"\"\n"
                        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
                        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
                        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
                        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
                        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
                        "<pdfaProperty:name>part</pdfaProperty:name>\n"
                        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
                        "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                        "<pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>\n"
                        "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
                        "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
                        "</rdf:Description>\n");
  return finish (out);
}
