/* The pages of a PDF on sheets. Enters: a PDF of anybody's, and sheets as data. Leaves: a PDF of the sheets, in which each page is one
   Form XObject, however often it is shown. It keeps the source's profile of the press and its layers, and says nothing of what
   the sheets are not: tags, links, bookmarks, fields, claims to be accessible. */
#include "pdf/impose.h"

#include "pdf/info.h"
#include "pdf/lettering.h"
#include "pdf/page-form.h"
#include "pdf/press-marks.h"
#include "pdf/press.h"

#include <string.h>

#define LEAST_VERSION "1.6"
#define SLUG_SIZE 6.0
#define LINE 0.25          /* pt, of marks */
#define PAGES 0.4          /* of the time of all of it, for the pages */
#define NOTES_MARGIN 36.85 /* pt: 13 mm */
#define NOTES_PITCH 24.0
#define NOTES_LINE 0.6

typedef struct
{
  const PgSource *source;
  const PgImposition *imposition;
  PgWriter *writer;
  PgLettering *lettering; /* or NULL */
  GArray *forms;          /* int: the pages' numbers in the file, 0 for those that no sheet shows */
  int notes;              /* the form of a page for notes, or 0 */
  const PgShown *blank;   /* the first that has them */
  int tree, font, all;    /* of pages; of slugs; the colour space of marks */
} Imposer;

/* Pages */

static int
form_of (const Imposer *imposer, guint page)
{
  return page == PG_BLANK ? imposer->notes : g_array_index (imposer->forms, int, page);
}

/* A number for each page that a sheet shows. */
static void
reserve_forms (Imposer *imposer)
{
  for (guint i = 0; i < imposer->imposition->sheets->len; i++)
    {
      const GArray *shown = pg_sheets_get (imposer->imposition->sheets, i)->shown;
      for (guint k = 0; k < shown->len; k++)
        {
          const PgShown *one = &g_array_index (shown, PgShown, k);
          int *number = one->page == PG_BLANK ? &imposer->notes : &g_array_index (imposer->forms, int, one->page);
          if (*number != 0)
            continue;
          *number = pg_writer_reserve (imposer->writer);
          imposer->blank = one->page == PG_BLANK ? one : imposer->blank;
        }
    }
}

static gboolean
write_page (const Imposer *imposer, guint index, PgUnshown *unshown, GError **error)
{
  const PgSource *source = imposer->source;
  guint page = g_array_index (imposer->imposition->pages, guint, index);
  qpdf_oh object = qpdf_get_page_n (source->qpdf, page);
  const char *why = pg_page_form_write (imposer->writer, source->qpdf, object, pg_source_page (source, page),
                                        form_of (imposer, index), unshown);
  if (why != NULL)
    pg_source_refuse_page (source, page, why, error);
  gboolean ok = why == NULL && pg_source_is_sound (source, (int) page + 1, error);
  pg_qpdf_forget (source->qpdf);
  return ok;
}

static gboolean
write_pages (const Imposer *imposer, GArray *unshown, PgSink *sink)
{
  GError *error = NULL;
  for (guint i = 0; i < imposer->forms->len && pg_sink_step (sink, PAGES * i / imposer->forms->len); i++)
    if (form_of (imposer, i) > 0 && !write_page (imposer, i, &g_array_index (unshown, PgUnshown, i), &error))
      {
        pg_sink_fail (sink, error);
        return FALSE;
      }
  return sink->error == NULL;
}

/* Lines to write on: all blank pages are of one size. */
static void
write_notes (const Imposer *imposer)
{
  const PgShown *blank = imposer->blank;
  g_autoptr (GString) content = g_string_new ("0.6 G\n"), dictionary = g_string_new ("<< /Type /XObject /Subtype /Form"
                                                                                     " /Resources << >> /BBox [ 0 0 ");
  pg_put_numbers (content, (const double[]){ NOTES_LINE }, 1);
  g_string_append (content, "w\n");
  for (double y = blank->height - NOTES_MARGIN - NOTES_PITCH; y >= NOTES_MARGIN; y -= NOTES_PITCH)
    {
      pg_put_numbers (content, (const double[]){ NOTES_MARGIN, y }, 2);
      g_string_append (content, "m ");
      pg_put_numbers (content, (const double[]){ blank->width - NOTES_MARGIN, y }, 2);
      g_string_append (content, "l\n");
    }
  g_string_append (content, "S\n");
  pg_put_numbers (dictionary, (const double[]){ blank->width, blank->height }, 2);
  g_string_append (dictionary, "] >>");
  pg_writer_add_stream (imposer->writer, imposer->notes, dictionary->str, content->str, content->len);
}

/* Sheets. Data stand downwards from the top left, PDF upwards from the lower left. */

static void
put_shown (const Imposer *imposer, const PgSheet *sheet, const PgShown *shown, GString *content, GHashTable *objects)
{
  const PgArea *clip = &shown->clip;
  int form = form_of (imposer, shown->page);
  g_string_append (content, "q ");
  pg_put_numbers (
      content,
      (const double[]){ clip->left, sheet->height - clip->bottom, clip->right - clip->left, clip->bottom - clip->top },
      4);
  g_string_append (content, "re W n 1 0 0 1 ");
  pg_put_numbers (content, (const double[]){ shown->x, sheet->height - shown->y - shown->height }, 2);
  g_string_append_printf (content, "cm /X%d Do Q\n", form);
  g_hash_table_add (objects, GINT_TO_POINTER (form));
}

static void
put_mark (const PgSheet *sheet, const PgMark *mark, GString *content)
{
  double y0 = sheet->height - mark->y0, y1 = sheet->height - mark->y1;
  if (mark->kind == PG_MARK_BAR)
    {
      pg_put_numbers (content, (const double[]){ mark->x0, y1, mark->x1 - mark->x0, y0 - y1 }, 4);
      g_string_append (content, "re f\n");
      return;
    }
  g_string_append (content, mark->kind == PG_MARK_FOLD ? "[ 3 1.5 ] 0 d " : "[ ] 0 d ");
  pg_put_numbers (content, (const double[]){ mark->x0, y0 }, 2);
  g_string_append (content, "m ");
  pg_put_numbers (content, (const double[]){ mark->x1, y1 }, 2);
  g_string_append (content, "l S\n");
}

static void
put_marks (const Imposer *imposer, const PgSheet *sheet, GString *content)
{
  g_string_append (content, "q /" PG_PRESS_ALL " CS /" PG_PRESS_ALL " cs 1 SCN 1 scn ");
  pg_put_numbers (content, (const double[]){ LINE }, 1);
  g_string_append (content, "w\n");
  for (guint i = 0; i < sheet->marks->len; i++)
    put_mark (sheet, &g_array_index (sheet->marks, PgMark, i), content);
  if (sheet->slug != NULL && imposer->lettering != NULL)
    {
      g_string_append_printf (content, "BT /F %d Tf 0 1 -1 0 ", (int) SLUG_SIZE);
      pg_put_numbers (content, (const double[]){ sheet->slug_x, sheet->height - sheet->slug_y }, 2);
      g_string_append (content, "Tm ");
      pg_lettering_put (imposer->lettering, content, sheet->slug);
      g_string_append (content, " Tj ET\n");
    }
  g_string_append (content, "Q\n");
}

static void
put_box (const PgSheet *sheet, const char *key, const PgArea *area, GString *out)
{
  PgArea box = *area;
  if (sheet->turned)
    box = (PgArea){ sheet->width - area->right, sheet->height - area->bottom, sheet->width - area->left,
                    sheet->height - area->top };
  g_string_append_printf (out, " %s [ ", key);
  pg_put_numbers (out, (const double[]){ box.left, sheet->height - box.bottom, box.right, sheet->height - box.top }, 4);
  g_string_append (out, "]");
}

static int
write_content (const Imposer *imposer, const PgSheet *sheet, GHashTable *objects)
{
  g_autoptr (GString) content = g_string_new ("q\n");
  if (sheet->turned)
    {
      pg_put_numbers (content, (const double[]){ -1, 0, 0, -1, sheet->width, sheet->height }, 6);
      g_string_append (content, "cm\n");
    }
  for (guint i = 0; i < sheet->shown->len; i++)
    put_shown (imposer, sheet, &g_array_index (sheet->shown, PgShown, i), content, objects);
  put_marks (imposer, sheet, content);
  g_string_append (content, "Q\n");
  int number = pg_writer_reserve (imposer->writer);
  pg_writer_add_stream (imposer->writer, number, "<< >>", content->str, content->len);
  return number;
}

/* The page of the file that is a side of a sheet. */
static void
write_sheet (const Imposer *imposer, const PgSheet *sheet, int number)
{
  const PgArea paper = { 0, 0, sheet->width, sheet->height };
  g_autoptr (GHashTable) objects = g_hash_table_new (NULL, NULL);
  int content = write_content (imposer, sheet, objects);
  g_autoptr (GString) page = g_string_new ("<< /Type /Page");
  g_string_append_printf (page, " /Parent %d 0 R /Contents %d 0 R", imposer->tree, content);
  put_box (sheet, "/MediaBox", &paper, page);
  put_box (sheet, "/BleedBox", &sheet->bleed, page);
  put_box (sheet, "/TrimBox", &sheet->trim, page);
  g_string_append_printf (page, " /Resources << /ColorSpace << /" PG_PRESS_ALL " %d 0 R >> /XObject <<", imposer->all);
  for (guint i = 0; i < sheet->shown->len; i++)
    {
      int form = form_of (imposer, g_array_index (sheet->shown, PgShown, i).page);
      if (g_hash_table_remove (objects, GINT_TO_POINTER (form)))
        g_string_append_printf (page, " /X%d %d 0 R", form, form);
    }
  g_string_append (page, " >>");
  if (imposer->lettering != NULL)
    g_string_append_printf (page, " /Font << /F %d 0 R >>", imposer->font);
  g_string_append (page, " >> >>");
  pg_writer_add (imposer->writer, number, page);
}

static void
write_sheets (const Imposer *imposer)
{
  const GPtrArray *sheets = imposer->imposition->sheets;
  g_autoptr (GString) tree = g_string_new ("<< /Type /Pages /Kids [");
  g_autoptr (GString) all = g_string_new ("[ /Separation /All /DeviceCMYK << /FunctionType 2 /Domain [ 0 1 ]"
                                          " /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 1 ] /N 1 >> ]");
  for (guint i = 0; i < sheets->len; i++)
    {
      int number = pg_writer_reserve (imposer->writer);
      write_sheet (imposer, pg_sheets_get (sheets, i), number);
      g_string_append_printf (tree, " %d 0 R", number);
    }
  g_string_append_printf (tree, " ] /Count %u >>", sheets->len);
  pg_writer_add (imposer->writer, imposer->tree, tree);
  pg_writer_add (imposer->writer, imposer->all, all);
  if (imposer->lettering != NULL)
    pg_lettering_write (imposer->lettering, imposer->writer, imposer->font);
}

/* The catalog */

/* A catalog that has of the source's what is as true of the sheets, and leads to a tree of pages that is written beside. Gives
   libqpdf's number of that. */
static int
finish_catalog (const PgSource *source, const PgImposition *imposition)
{
  static const char *const kept[] = { "/OCProperties", "/OutputIntents" };
  qpdf_data qpdf = source->qpdf;
  qpdf_oh old = pg_qpdf_object (qpdf, source->root), root = qpdf_oh_parse (qpdf, "<< /Type /Catalog >>");
  PgPressClaim claim = pg_source_press_claim (source);
  int tree = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (qpdf_oh_has_key (qpdf, old, kept[i]))
      pg_qpdf_set (qpdf, root, kept[i], qpdf_oh_get_key (qpdf, old, kept[i]));
  g_autofree char *wishes = g_strdup_printf ("<< /Duplex /%s /PrintScaling /None%s >>", imposition->duplex,
                                             imposition->description.right_to_left ? " /Direction /R2L" : "");
  pg_qpdf_set_parsed (qpdf, root, "/ViewerPreferences", wishes);
  pg_qpdf_set_number (qpdf, root, "/Pages", tree);
  pg_qpdf_set_number (qpdf, qpdf_get_trailer (qpdf), "/Root", pg_qpdf_add (qpdf, root));
  qpdf_oh info = pg_info_write (qpdf, &imposition->description);
  if (claim == PG_PRESS_X4)
    {
      g_autofree char *id = pg_press_identify (source->bytes), *xmp = pg_xmp_press (&imposition->description, id);
      pg_qpdf_set (qpdf, info, "/Trapped",
                   qpdf_oh_new_name (qpdf, imposition->description.trapped ? "/True" : "/False"));
      pg_xmp_write (qpdf, xmp);
    }
  return tree;
}

/* Nothing of a structure tree is there any more. */
static void
mend (qpdf_data qpdf, qpdf_oh object)
{
  if (!qpdf_oh_is_stream (qpdf, object))
    return;
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, object);
  pg_qpdf_remove (qpdf, dictionary, "/StructParent");
  pg_qpdf_remove (qpdf, dictionary, "/StructParents");
}

static const char *
version_of (const PgSource *source)
{
  const char *version = qpdf_get_pdf_version (source->qpdf);
  return version != NULL && strcmp (version, LEAST_VERSION) > 0 ? version : LEAST_VERSION;
}

gboolean
pg_impose_write (const PgSource *source, const PgImposition *imposition, GArray *unshown, PgSink *sink)
{
  GError *error = NULL;
  int tree = finish_catalog (source, imposition);
  g_autoptr (PgWriter) writer = pg_writer_new (source->qpdf, version_of (source), mend, sink);
  g_autoptr (PgLettering) lettering = imposition->outlines != NULL ? pg_lettering_new (imposition->outlines) : NULL;
  g_autoptr (GArray) forms = g_array_new (FALSE, TRUE, sizeof (int));
  g_array_set_size (forms, imposition->pages->len);
  Imposer imposer = { .source = source, .imposition = imposition, .writer = writer };
  imposer.lettering = lettering;
  imposer.forms = forms;
  imposer.tree = pg_writer_number (writer, tree);
  imposer.all = pg_writer_reserve (writer);
  imposer.font = lettering != NULL ? pg_writer_reserve (writer) : 0;
  reserve_forms (&imposer);
  if (!write_pages (&imposer, unshown, sink))
    return FALSE;
  if (imposer.blank != NULL)
    write_notes (&imposer);
  write_sheets (&imposer);
  if (pg_writer_finish (writer) && !pg_source_is_sound (source, 0, &error))
    pg_sink_fail (sink, error);
  return sink->error == NULL;
}
