/* Enters: cairo's PDF of pages that are to be trimmed. Leaves: a PDF/X-4 of them: boxes, marks, colours for the press, its
   profile, metadata; and nothing that only a screen can show. */
#include "pdf/press.h"

#include "pdf/info.h"
#include "pdf/ligatures.h"
#include "pdf/press-colours.h"
#include "pdf/press-marks.h"
#include "pdf/shared-pages.h"
#include "pdf/srgb.h"
#include "pdf/writer.h"

#include <string.h>

#define IMAGES 0.3 /* of the time of all of it, where there are some */

/* Numbers of objects that all pages share. */
typedef struct
{
  int save;       /* contents before cairo's */
  int all_plates; /* a colour space */
} Shared;

static int
add_string (qpdf_data qpdf, const char *content)
{
  return pg_qpdf_add_stream (qpdf, NULL, content, strlen (content));
}

/* Contents that draw the marks of a page. */
static int
add_marks_of (qpdf_data qpdf, const PgPage *page)
{
  g_autoptr (GString) marks = pg_press_marks (page);
  g_string_prepend (marks, "\nQ\n");
  return add_string (qpdf, marks->str);
}

static Shared
add_shared (qpdf_data qpdf)
{
  Shared shared;
  shared.save = add_string (qpdf, "q\n");
  shared.all_plates
      = pg_qpdf_add (qpdf, qpdf_oh_parse (qpdf, "[ /Separation /All /DeviceCMYK << /FunctionType 2"
                                                " /Domain [ 0 1 ] /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 1 ] /N 1 >> ]"));
  return shared;
}

/* The page's box, larger by so much beside and above. */
static void
set_box (qpdf_data qpdf, qpdf_oh boxes, const char *key, const PgPage *of, double beside, double above)
{
  double left = of->surround.beside - beside, bottom = of->surround.above - above;
  double corners[] = { left, bottom, left + of->width + 2 * beside, bottom + of->height + 2 * above };
  qpdf_oh box = qpdf_oh_new_array (qpdf);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    qpdf_oh_append_item (qpdf, box, qpdf_oh_new_real_from_double (qpdf, corners[i], 4));
  pg_qpdf_set (qpdf, boxes, key, box);
}

static const char *const box_keys[] = { "/MediaBox", "/BleedBox", "/TrimBox" };

/* A page's boxes, from which pages that are as large have theirs: libqpdf takes long over numbers. */
static int
add_boxes (qpdf_data qpdf, const PgPage *of)
{
  const PgSurround *around = &of->surround;
  qpdf_oh boxes = qpdf_oh_new_dictionary (qpdf);
  set_box (qpdf, boxes, box_keys[0], of, around->beside, around->above);
  set_box (qpdf, boxes, box_keys[1], of, around->bleed, around->bleed);
  set_box (qpdf, boxes, box_keys[2], of, 0, 0);
  return pg_qpdf_add (qpdf, boxes);
}

/* The state that cairo's content leaves must not reach the marks. */
static void
add_marks (qpdf_data qpdf, qpdf_oh page, const Shared *shared, int marks)
{
  qpdf_oh contents = qpdf_oh_new_array (qpdf), resources = qpdf_oh_get_key (qpdf, page, "/Resources");
  qpdf_oh_append_item (qpdf, contents, pg_qpdf_object (qpdf, shared->save));
  qpdf_oh_append_item (qpdf, contents, qpdf_oh_get_key (qpdf, page, "/Contents"));
  qpdf_oh_append_item (qpdf, contents, pg_qpdf_object (qpdf, marks));
  pg_qpdf_set (qpdf, page, "/Contents", contents);
  pg_qpdf_set_number (qpdf, qpdf_oh_get_key (qpdf, resources, "/ColorSpace"), "/" PG_PRESS_ALL, shared->all_plates);
}

static gboolean
have_marks_alike (const PgPage *a, const PgPage *b)
{
  return a->width == b->width && a->height == b->height && memcmp (&a->surround, &b->surround, sizeof a->surround) == 0;
}

static void
finish_pages (qpdf_data qpdf, const PgPages *pages)
{
  static const char *const for_screens[] = { "/Annots", "/StructParents", "/Tabs", "/Trans", "/AA" };
  Shared shared = add_shared (qpdf);
  const PgPage *before = NULL;
  int marks = 0, boxes = 0;
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const PgPage *of = pg_pages_get (pages, i);
      if (before == NULL || !have_marks_alike (before, of))
        {
          marks = add_marks_of (qpdf, of);
          boxes = add_boxes (qpdf, of);
        }
      before = of;
      qpdf_oh page = qpdf_get_page_n (qpdf, i), from = pg_qpdf_object (qpdf, boxes);
      for (guint k = 0; k < G_N_ELEMENTS (box_keys); k++)
        pg_qpdf_set (qpdf, page, box_keys[k], qpdf_oh_get_key (qpdf, from, box_keys[k]));
      add_marks (qpdf, page, &shared, marks);
      for (guint k = 0; k < G_N_ELEMENTS (for_screens); k++)
        pg_qpdf_remove (qpdf, page, for_screens[k]);
      pg_qpdf_forget (qpdf);
    }
}

static void
set_intent (qpdf_data qpdf, qpdf_oh root, const PgOutputIntent *intent)
{
  gsize length;
  const void *data = g_bytes_get_data (intent->profile, &length);
  int profile = pg_qpdf_add_stream (qpdf, "<< /N 4 /Alternate /DeviceCMYK >>", data, length);
  qpdf_oh dictionary = qpdf_oh_parse (qpdf, "<< /Type /OutputIntent /S /GTS_PDFX >>"),
          intents = qpdf_oh_new_array (qpdf);
  pg_qpdf_set_text (qpdf, dictionary, "/OutputConditionIdentifier", intent->name);
  pg_qpdf_set_text (qpdf, dictionary, "/Info", intent->name);
  pg_qpdf_set_number (qpdf, dictionary, "/DestOutputProfile", profile);
  qpdf_oh_append_item (qpdf, intents, dictionary);
  pg_qpdf_set (qpdf, root, "/OutputIntents", intents);
}

static char *
identifier_of (const char *sum)
{
  return g_strdup_printf ("uuid:%.8s-%.4s-%.4s-%.4s-%.12s", sum, sum + 8, sum + 12, sum + 16, sum + 20);
}

char *
pg_press_identify (GBytes *pdf)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, pdf);
  return identifier_of (sum);
}

void
pg_press_finish_catalog (qpdf_data qpdf, const char *sum, const PgDescription *description,
                         const PgOutputIntent *intent)
{
  static const char *const for_screens[] = { "/Outlines", "/Names",          "/Dests",    "/PageMode", "/OpenAction",
                                             "/AA",       "/StructTreeRoot", "/MarkInfo", "/AcroForm" };
  qpdf_oh root = qpdf_get_root (qpdf);
  for (guint i = 0; i < G_N_ELEMENTS (for_screens); i++)
    pg_qpdf_remove (qpdf, root, for_screens[i]);
  pg_info_write_preferences (qpdf, description, FALSE);
  set_intent (qpdf, root, intent);
  g_autofree char *id = identifier_of (sum), *xmp = pg_xmp_press (description, id);
  pg_qpdf_set (qpdf, pg_info_write (qpdf, description), "/Trapped", qpdf_oh_new_name (qpdf, "/False"));
  pg_xmp_write (qpdf, xmp);
}

gboolean
pg_press_prepare (qpdf_data qpdf, const PgPages *pages, gboolean share, const PgPressPictures *pictures, PgSink *sink)
{
  g_autoptr (GByteArray) profile = pg_srgb_profile ();
  int srgb = pg_qpdf_add_stream (qpdf, "<< /N 3 /Alternate /DeviceRGB >>", profile->data, profile->len);
  double images = pictures->inks != NULL ? IMAGES : 0;
  if (!pg_press_images (qpdf, pictures, images, sink) || !pg_press_colours (qpdf, srgb, pictures->codes, images, sink))
    return FALSE;
  if (share)
    pg_shared_pages_show (qpdf, pages);
  finish_pages (qpdf, pages);
  return TRUE;
}

gboolean
pg_press_finish (GBytes *pdf, const PgPages *pages, const PgDescription *description, const PgOutputIntent *intent,
                 const PgPressPictures *pictures, PgSink *sink)
{
  GError *error = NULL;
  qpdf_data qpdf = pg_qpdf_open (pdf, &error);
  if (qpdf == NULL)
    {
      pg_sink_fail (sink, error);
      return FALSE;
    }
  if (pg_press_prepare (qpdf, pages, pages->records->len > 1, pictures, sink))
    {
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, pdf);
      pg_press_finish_catalog (qpdf, sum, description, intent);
      g_autoptr (PgWriter) writer = pg_writer_new (qpdf, PG_PRESS_VERSION, pg_ligatures_mend, sink);
      pg_writer_finish (writer);
    }
  pg_qpdf_close (qpdf);
  return sink->error == NULL;
}
