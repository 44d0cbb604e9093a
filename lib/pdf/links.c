/* Enters: pages and their places that can be linked to. Leaves: link annotations (ISO 32000-1, 12.5.6.5), each within an
   element of the tree as PDF/UA wants it (ISO 14289-1, 7.18.5), and named destinations (12.3.2.3). */
#include "pdf/links.h"

#include "base/plain.h"

#include <string.h>

/* How far the box of a link reaches above and below the baseline, em. */
#define ABOVE 0.95
#define BELOW 0.25

/* What a link says, where it has no address that would say more. */
static char *
words_of (const PgItem *item, const PgElement *element)
{
  GString *words = g_string_new (NULL);
  const PgLines *lines = item->text.lines;
  const PgLine *line = &lines->lines[item->text.line];
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoItem *run = line->runs[i].glyphs->item;
      if (item->text.runs->elements[line->runs[i].run - item->text.runs->runs] == element)
        g_string_append_len (words, lines->text + run->offset, run->length);
    }
  g_autofree char *whole = g_string_free (words, FALSE);
  return pg_plain_for_pdf (whole);
}

/* A URI in ASCII (ISO 32000-1, 12.6.4.7): the host in Punycode, other characters escaped as UTF-8. */
static char *
uri_of (const char *href)
{
  static const char *const kept
      = G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%";
  g_autoptr (GUri) uri = g_uri_parse (href, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *whole = uri != NULL ? g_uri_to_string (uri) : g_strdup (href);
  return g_uri_escape_string (whole, kept, FALSE);
}

/* What links are written with: text, for libqpdf needs much more memory for so many objects. */
typedef struct
{
  PgWriter *writer;
  qpdf_data qpdf;
  const PgPages *pages;
  PgTree *tree;
  GString *text;  /* of the object that is being written */
  GString *links; /* of a page: references */
} Linking;

static void
put_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_c (text, ' ');
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.3f", number));
}

/* Writes the annotation, and adds it to its page and to the tree. */
static void
add_link (Linking *linking, const PgItem *item, guint page, const PgElement *element, const double corners[4])
{
  int number = pg_writer_reserve (linking->writer);
  guint key = pg_tree_add_annotation (linking->tree, element, page, number, linking->pages->pages->len);
  g_autofree char *words = words_of (item, element);
  g_string_assign (linking->text, "<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect [");
  for (guint i = 0; i < 4; i++)
    put_number (linking->text, corners[i]);
  g_string_append_printf (linking->text, " ] /StructParent %u", key);
  g_string_append (linking->text, " /Contents ");
  pg_qpdf_put_text (linking->qpdf, linking->text, element->href != NULL ? element->href : words);
  if (element->href != NULL)
    {
      g_autofree char *uri = uri_of (element->href);
      g_string_append (linking->text, " /A << /Type /Action /S /URI /URI ");
      pg_qpdf_put_bytes (linking->qpdf, linking->text, uri);
      g_string_append (linking->text, " >>");
    }
  else
    {
      g_string_append (linking->text, " /Dest ");
      pg_qpdf_put_bytes (linking->qpdf, linking->text, element->anchor);
    }
  g_string_append (linking->text, " >>");
  pg_writer_add (linking->writer, number, linking->text);
  g_string_append_printf (linking->links, " %d 0 R", number);
}

/* The links of a line of text; each is as wide as its runs there. */
static void
write_line (Linking *linking, const PgItem *item, guint page)
{
  const PgLine *line = &item->text.lines->lines[item->text.line];
  const PgRunElements *runs = item->text.runs;
  const PgElement *done = NULL;
  double base = pg_pages_get (linking->pages, page)->height - item->y;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgElement *element = runs->elements[line->runs[i].run - runs->runs];
      if (element == NULL || element == done || element->role != PG_ROLE_LINK || !pg_tree_has (linking->tree, element))
        continue;
      double left = G_MAXDOUBLE, right = 0, size = 0;
      for (guint k = i; k < line->n_runs; k++)
        if (runs->elements[line->runs[k].run - runs->runs] == element)
          {
            left = MIN (left, item->x + line->runs[k].x);
            right = MAX (right, item->x + line->runs[k].x + line->runs[k].width);
            size = MAX (size, line->runs[k].run->style->size);
          }
      const double corners[] = { left, base - BELOW * size, right, base + ABOVE * size };
      add_link (linking, item, page, element, corners);
      done = element;
    }
}

/* Writes an object in the place of one of libqpdf's, which is made for that; libqpdf would leave out what is null. */
static int
add_in_place (Linking *linking, const GString *text)
{
  int object = pg_qpdf_add (linking->qpdf, qpdf_oh_new_dictionary (linking->qpdf));
  pg_writer_add (linking->writer, pg_writer_number (linking->writer, object), text);
  return object;
}

static void
write_page (Linking *linking, guint page, int page_number)
{
  const GArray *items = pg_pages_get (linking->pages, page)->items;
  g_string_assign (linking->links, "[");
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT && item->text.runs != NULL && item->artifact == PG_ARTIFACT_NONE)
        write_line (linking, item, page);
    }
  if (linking->links->len > 1)
    {
      g_string_append (linking->links, " ]");
      pg_qpdf_set_number (linking->qpdf, pg_qpdf_object (linking->qpdf, page_number), "/Annots",
                          add_in_place (linking, linking->links));
    }
  pg_qpdf_forget (linking->qpdf);
}

void
pg_links_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, PgTree *tree, const GArray *page_numbers)
{
  g_autoptr (GString) text = g_string_new (NULL), links = g_string_new (NULL);
  Linking linking = { writer, qpdf, pages, tree, text, links };
  for (guint page = 0; page < pages->pages->len; page++)
    write_page (&linking, page, g_array_index (page_numbers, int, page));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PgDestination *) a)->name, ((const PgDestination *) b)->name);
}

void
pg_destinations_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers)
{
  g_autoptr (GArray) sorted = g_array_copy (pages->destinations);
  g_autoptr (GString) text = g_string_new ("<< /Names [");
  Linking linking = { writer, qpdf, pages, NULL, text, NULL };
  if (sorted->len == 0)
    return;
  g_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PgDestination *destination = &g_array_index (sorted, PgDestination, i);
      int page = pg_writer_number (writer, g_array_index (page_numbers, int, destination->page));
      pg_qpdf_put_bytes (qpdf, text, destination->name);
      g_string_append_printf (text, " [ %d 0 R /XYZ null", page);
      put_number (text, pg_pages_get (pages, destination->page)->height - destination->y);
      g_string_append (text, " null ]");
      pg_qpdf_forget (qpdf);
    }
  g_string_append (text, " ] >>");
  qpdf_oh root = qpdf_get_root (qpdf), all = qpdf_oh_get_key (qpdf, root, "/Names");
  if (!qpdf_oh_is_dictionary (qpdf, all))
    all = qpdf_oh_new_dictionary (qpdf);
  pg_qpdf_set_number (qpdf, all, "/Dests", add_in_place (&linking, text));
  pg_qpdf_set (qpdf, root, "/Names", all);
}
