/* The boxes of a page of anybody's. Enters: a page of a PDF. Leaves: how large it is when it lies upright, and how to get there. */
#include "pdf/page-box.h"

#include "base/units.h"

#include <math.h>

#define MOST_LEVELS 200              /* of the tree of pages */
#define BLEED (3 * PG_POINTS_PER_MM) /* what is shown beyond the trim */
#define LEAST 1e-3                   /* pt: the side of a page */
#define MOST 1e6                     /* pt */

qpdf_oh
pg_page_inherited (qpdf_data qpdf, qpdf_oh page, const char *key)
{
  for (guint i = 0; i < MOST_LEVELS && qpdf_oh_is_dictionary (qpdf, page); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (qpdf, page, key);
      if (!qpdf_oh_is_null (qpdf, value))
        return value;
      page = qpdf_oh_get_key (qpdf, page, "/Parent");
    }
  return qpdf_oh_new_null (qpdf);
}

gboolean
pg_box_read (qpdf_data qpdf, qpdf_oh array, PgBox *box)
{
  double corners[4];
  if (!qpdf_oh_is_array (qpdf, array) || qpdf_oh_get_array_n_items (qpdf, array) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      qpdf_oh number = qpdf_oh_get_array_item (qpdf, array, i);
      if (!qpdf_oh_is_number (qpdf, number))
        return FALSE;
      corners[i] = qpdf_oh_get_numeric_value (qpdf, number);
    }
  *box = (PgBox){ MIN (corners[0], corners[2]), MIN (corners[1], corners[3]), MAX (corners[0], corners[2]),
                  MAX (corners[1], corners[3]) };
  return TRUE;
}

static gboolean
has_area (const PgBox *box)
{
  return box->right - box->left > LEAST && box->top - box->bottom > LEAST;
}

/* What both boxes have; box stays where that is nothing. */
static void
cut_to (PgBox *box, const PgBox *other)
{
  PgBox both = { MAX (box->left, other->left), MAX (box->bottom, other->bottom), MIN (box->right, other->right),
                 MIN (box->top, other->top) };
  if (has_area (&both))
    *box = both;
}

/* A box of the page's, or another if it has none; inside of a third. */
static PgBox
box_of (qpdf_data qpdf, qpdf_oh array, PgBox standard, const PgBox *inside)
{
  PgBox box;
  if (!pg_box_read (qpdf, array, &box) || !has_area (&box))
    return standard;
  PgBox cut = *inside;
  cut_to (&cut, &box);
  return cut;
}

static guint
turns_of (qpdf_data qpdf, qpdf_oh rotate)
{
  double degrees = qpdf_oh_is_number (qpdf, rotate) ? qpdf_oh_get_numeric_value (qpdf, rotate) : 0;
  double quarters = fmod (degrees, 360) / 90;
  if (quarters != floor (quarters))
    return 0;
  return (guint) (quarters < 0 ? quarters + 4 : quarters) % 4;
}

static double
unit_of (qpdf_data qpdf, qpdf_oh page)
{
  qpdf_oh unit = qpdf_oh_get_key (qpdf, page, "/UserUnit");
  double number = qpdf_oh_is_number (qpdf, unit) ? qpdf_oh_get_numeric_value (qpdf, unit) : 1;
  return number > 0 ? number : 1;
}

static void
measure (PgPageBoxes *boxes)
{
  const PgBox *trim = &boxes->trim, *bleed = &boxes->bleed;
  double width = (trim->right - trim->left) * boxes->unit, height = (trim->top - trim->bottom) * boxes->unit;
  gboolean is_turned = boxes->turns % 2 == 1;
  boxes->width = is_turned ? height : width;
  boxes->height = is_turned ? width : height;
  double beside = MAX (trim->left - bleed->left, bleed->right - trim->right);
  double above = MAX (trim->bottom - bleed->bottom, bleed->top - trim->top);
  boxes->margin = MAX (0, MAX (beside, above)) * boxes->unit;
}

gboolean
pg_page_boxes_read (qpdf_data qpdf, qpdf_oh page, PgPageBoxes *boxes)
{
  PgBox media;
  if (!pg_box_read (qpdf, pg_page_inherited (qpdf, page, "/MediaBox"), &media) || !has_area (&media))
    return FALSE;
  PgBox crop = box_of (qpdf, pg_page_inherited (qpdf, page, "/CropBox"), media, &media);
  boxes->unit = unit_of (qpdf, page);
  boxes->turns = turns_of (qpdf, pg_page_inherited (qpdf, page, "/Rotate"));
  boxes->trim = box_of (qpdf, qpdf_oh_get_key (qpdf, page, "/TrimBox"), crop, &media);
  boxes->bleed = box_of (qpdf, qpdf_oh_get_key (qpdf, page, "/BleedBox"), crop, &media);
  double most = BLEED / boxes->unit;
  PgBox around
      = { boxes->trim.left - most, boxes->trim.bottom - most, boxes->trim.right + most, boxes->trim.top + most };
  cut_to (&boxes->bleed, &around);
  measure (boxes);
  return MAX (boxes->width, boxes->height) < MOST;
}

void
pg_page_boxes_matrix (const PgPageBoxes *boxes, double matrix[6])
{
  const PgBox *trim = &boxes->trim;
  const double matrices[4][6] = { { 1, 0, 0, 1, -trim->left, -trim->bottom },
                                  { 0, -1, 1, 0, -trim->bottom, trim->right },
                                  { -1, 0, 0, -1, trim->right, trim->top },
                                  { 0, 1, -1, 0, trim->top, -trim->left } };
  for (guint i = 0; i < 6; i++)
    matrix[i] = matrices[boxes->turns][i] * boxes->unit;
}

void
pg_put_numbers (GString *out, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append (out, g_ascii_formatd (number, sizeof number, "%.5f ", numbers[i]));
    }
}
