/* Enters: pages and their places that can be linked to. Leaves: link annotations (ISO 32000-1, 12.5.6.5), each within an
   element of the tree as PDF/UA wants it (ISO 14289-1, 7.18.5), and named destinations (12.3.2.3). */
#include "pdf/links.h"

#include "base/plain.h"

#include <string.h>

/* How far the box of a link reaches above and below the baseline, em. */
#define ABOVE 0.95
#define BELOW 0.25

static qpdf_oh
numbers_array (qpdf_data qpdf, const double *numbers, guint n)
{
  qpdf_oh array = qpdf_oh_new_array (qpdf);
  for (guint i = 0; i < n; i++)
    qpdf_oh_append_item (qpdf, array, qpdf_oh_new_real_from_double (qpdf, numbers[i], 3));
  return array;
}

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

/* Adds the annotation to its page and to the tree. */
static void
add_link (qpdf_data qpdf, const PgPages *pages, PgTree *tree, const PgItem *item, guint page, int page_number,
          const PgElement *element, double left, double right, double size)
{
  double base = pg_pages_get (pages, page)->height - item->y;
  double corners[] = { left, base - BELOW * size, right, base + ABOVE * size };
  qpdf_oh link = qpdf_oh_parse (qpdf, "<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 >>");
  g_autofree char *words = words_of (item, element);
  pg_qpdf_set (qpdf, link, "/Rect", numbers_array (qpdf, corners, G_N_ELEMENTS (corners)));
  pg_qpdf_set_text (qpdf, link, "/Contents", element->href != NULL ? element->href : words);
  if (element->href != NULL)
    {
      qpdf_oh action = qpdf_oh_parse (qpdf, "<< /Type /Action /S /URI >>");
      g_autofree char *uri = uri_of (element->href);
      pg_qpdf_set (qpdf, action, "/URI", qpdf_oh_new_string (qpdf, uri));
      pg_qpdf_set (qpdf, link, "/A", action);
    }
  else
    pg_qpdf_set (qpdf, link, "/Dest", qpdf_oh_new_string (qpdf, element->anchor));
  int number = pg_qpdf_add (qpdf, link);
  guint key = pg_tree_add_annotation (tree, element, page, number, pages->pages->len);
  pg_qpdf_set (qpdf, link, "/StructParent", qpdf_oh_new_integer (qpdf, key));
  qpdf_oh dictionary = pg_qpdf_object (qpdf, page_number);
  qpdf_oh annotations = qpdf_oh_get_key (qpdf, dictionary, "/Annots");
  if (!qpdf_oh_is_array (qpdf, annotations))
    {
      annotations = qpdf_oh_new_array (qpdf);
      pg_qpdf_set (qpdf, dictionary, "/Annots", annotations);
    }
  qpdf_oh_append_item (qpdf, annotations, pg_qpdf_object (qpdf, number));
}

/* The links of a line of text; each is as wide as its runs there. */
static void
write_line (qpdf_data qpdf, const PgPages *pages, PgTree *tree, const PgItem *item, guint page, int page_number)
{
  const PgLine *line = &item->text.lines->lines[item->text.line];
  const PgRunElements *runs = item->text.runs;
  const PgElement *done = NULL;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgElement *element = runs->elements[line->runs[i].run - runs->runs];
      if (element == NULL || element == done || element->role != PG_ROLE_LINK || !pg_tree_has (tree, element))
        continue;
      double left = G_MAXDOUBLE, right = 0, size = 0;
      for (guint k = i; k < line->n_runs; k++)
        if (runs->elements[line->runs[k].run - runs->runs] == element)
          {
            left = MIN (left, item->x + line->runs[k].x);
            right = MAX (right, item->x + line->runs[k].x + line->runs[k].width);
            size = MAX (size, line->runs[k].run->style->size);
          }
      add_link (qpdf, pages, tree, item, page, page_number, element, left, right, size);
      done = element;
    }
}

void
pg_links_write (qpdf_data qpdf, const PgPages *pages, PgTree *tree, const GArray *page_numbers)
{
  for (guint page = 0; page < pages->pages->len; page++)
    {
      const GArray *items = pg_pages_get (pages, page)->items;
      for (guint i = 0; i < items->len; i++)
        {
          const PgItem *item = &g_array_index (items, PgItem, i);
          if (item->kind == PG_ITEM_TEXT && item->text.runs != NULL && item->artifact == PG_ARTIFACT_NONE)
            write_line (qpdf, pages, tree, item, page, g_array_index (page_numbers, int, page));
        }
      pg_qpdf_forget (qpdf);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PgDestination *) a)->name, ((const PgDestination *) b)->name);
}

void
pg_destinations_write (qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers)
{
  g_autoptr (GArray) sorted = g_array_copy (pages->destinations);
  g_array_sort (sorted, compare_names);
  qpdf_oh names = qpdf_oh_new_array (qpdf), tree = qpdf_oh_new_dictionary (qpdf), all = qpdf_oh_new_dictionary (qpdf);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PgDestination *destination = &g_array_index (sorted, PgDestination, i);
      qpdf_oh place = qpdf_oh_new_array (qpdf);
      int page = g_array_index (page_numbers, int, destination->page);
      double y = pg_pages_get (pages, destination->page)->height - destination->y;
      qpdf_oh_append_item (qpdf, place, pg_qpdf_object (qpdf, page));
      qpdf_oh_append_item (qpdf, place, qpdf_oh_new_name (qpdf, "/XYZ"));
      qpdf_oh_append_item (qpdf, place, qpdf_oh_new_null (qpdf));
      qpdf_oh_append_item (qpdf, place, qpdf_oh_new_real_from_double (qpdf, y, 3));
      qpdf_oh_append_item (qpdf, place, qpdf_oh_new_null (qpdf));
      qpdf_oh_append_item (qpdf, names, qpdf_oh_new_string (qpdf, destination->name));
      qpdf_oh_append_item (qpdf, names, place);
    }
  if (sorted->len == 0)
    return;
  pg_qpdf_set (qpdf, tree, "/Names", names);
  pg_qpdf_set_number (qpdf, all, "/Dests", pg_qpdf_add (qpdf, tree));
  pg_qpdf_set (qpdf, qpdf_get_root (qpdf), "/Names", all);
}
