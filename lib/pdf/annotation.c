/* What annotations and form fields look like. Enters: a page of a PDF. Leaves: their appearances, and where they stand on it (ISO
   32000-1, 12.5.5). */
#include "pdf/annotation.h"

#include "pdf/page-box.h"

#include <math.h>

enum /* bits of /F, table 165 */
{
  HIDDEN = 1 << 1,
  PRINT = 1 << 2,
  NO_ROTATE = 1 << 4
};

#define MOST_LEVELS 50 /* of fields within fields */

/* a, then b. */
static void
multiply (const double a[6], const double b[6], double product[6])
{
  const double result[6]
      = { a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],        a[2] * b[0] + a[3] * b[2],
          a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5] };
  for (guint i = 0; i < 6; i++)
    product[i] = result[i];
}

/* The box around a box whose corners a matrix moves. */
static PgBox
move_box (const PgBox *box, const double m[6])
{
  PgBox around = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? box->left : box->right, y = i < 2 ? box->bottom : box->top;
      double moved_x = m[0] * x + m[2] * y + m[4], moved_y = m[1] * x + m[3] * y + m[5];
      around.left = MIN (around.left, moved_x);
      around.right = MAX (around.right, moved_x);
      around.bottom = MIN (around.bottom, moved_y);
      around.top = MAX (around.top, moved_y);
    }
  return around;
}

static void
read_matrix (qpdf_data qpdf, qpdf_oh array, double matrix[6])
{
  static const double identity[6] = { 1, 0, 0, 1, 0, 0 };
  gboolean ok = qpdf_oh_is_array (qpdf, array) && qpdf_oh_get_array_n_items (qpdf, array) == 6;
  for (int i = 0; i < 6; i++)
    {
      qpdf_oh number = ok ? qpdf_oh_get_array_item (qpdf, array, i) : qpdf_oh_new_null (qpdf);
      matrix[i] = qpdf_oh_is_number (qpdf, number) ? qpdf_oh_get_numeric_value (qpdf, number) : identity[i];
    }
}

/* The stream of the normal appearance, in the state that the annotation is in; null if there is none. */
static qpdf_oh
find_appearance (qpdf_data qpdf, qpdf_oh annotation)
{
  qpdf_oh all = qpdf_oh_get_key (qpdf, annotation, "/AP"), state = qpdf_oh_get_key (qpdf, annotation, "/AS");
  qpdf_oh normal = qpdf_oh_is_dictionary (qpdf, all) ? qpdf_oh_get_key (qpdf, all, "/N") : all;
  if (qpdf_oh_is_dictionary (qpdf, normal) && qpdf_oh_is_name (qpdf, state))
    normal = qpdf_oh_get_key (qpdf, normal, qpdf_oh_get_name (qpdf, state));
  return qpdf_oh_is_stream (qpdf, normal) ? normal : qpdf_oh_new_null (qpdf);
}

/* On a page that is turned, one that does not turn with it stands upright at its upper left corner. */
static void
turn_back (double matrix[6], const PgBox *place, guint turns)
{
  static const double quarters[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  double cosine = quarters[turns][0], sine = quarters[turns][1];
  const double to_corner[6] = { 1, 0, 0, 1, -place->left, -place->top };
  const double and_back[6] = { cosine, sine, -sine, cosine, place->left, place->top };
  multiply (matrix, to_corner, matrix);
  multiply (matrix, and_back, matrix);
}

/* FALSE if it has no area to stand on. */
static gboolean
place_appearance (qpdf_data qpdf, qpdf_oh annotation, qpdf_oh appearance, double matrix[6])
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, appearance);
  PgBox box, place;
  double own[6];
  if (!pg_box_read (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/BBox"), &box)
      || !pg_box_read (qpdf, qpdf_oh_get_key (qpdf, annotation, "/Rect"), &place))
    return FALSE;
  read_matrix (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/Matrix"), own);
  PgBox moved = move_box (&box, own);
  double width = moved.right - moved.left, height = moved.top - moved.bottom;
  if (width <= 0 || height <= 0 || place.right <= place.left || place.top <= place.bottom)
    return FALSE;
  double across = (place.right - place.left) / width, up = (place.top - place.bottom) / height;
  const double to_place[6] = { across, 0, 0, up, place.left - moved.left * across, place.bottom - moved.bottom * up };
  multiply (to_place, (const double[6]){ 1, 0, 0, 1, 0, 0 }, matrix);
  return TRUE;
}

/* Whether it is a field with something to show, from itself or the field that it is a part of. */
static gboolean
has_value (qpdf_data qpdf, qpdf_oh annotation)
{
  if (!qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, annotation, "/Subtype"), "/Widget"))
    return FALSE;
  for (guint i = 0; i < MOST_LEVELS && qpdf_oh_is_dictionary (qpdf, annotation); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (qpdf, annotation, "/V");
      if (qpdf_oh_is_string (qpdf, value))
        return qpdf_oh_get_utf8_value (qpdf, value)[0] != '\0';
      annotation = qpdf_oh_get_key (qpdf, annotation, "/Parent");
    }
  return FALSE;
}

static void
add_annotation (qpdf_data qpdf, qpdf_oh annotation, guint turns, GArray *all, PgUnshown *unshown)
{
  qpdf_oh bits = qpdf_oh_get_key (qpdf, annotation, "/F");
  int flags = qpdf_oh_is_integer (qpdf, bits) ? qpdf_oh_get_int_value_as_int (qpdf, bits) : 0;
  PgAppearance one = { .appearance = find_appearance (qpdf, annotation) };
  gboolean has_looks = qpdf_oh_is_stream (qpdf, one.appearance);
  if ((flags & HIDDEN) != 0)
    return;
  if (!has_looks || (flags & PRINT) == 0)
    {
      unshown->not_for_print += has_looks ? 1 : 0;
      unshown->without_looks += !has_looks && (flags & PRINT) != 0 && has_value (qpdf, annotation) ? 1 : 0;
      return;
    }
  if (!place_appearance (qpdf, annotation, one.appearance, one.matrix))
    return;
  PgBox place;
  if ((flags & NO_ROTATE) != 0 && pg_box_read (qpdf, qpdf_oh_get_key (qpdf, annotation, "/Rect"), &place))
    turn_back (one.matrix, &place, turns);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, one.appearance);
  pg_qpdf_set (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/XObject"));
  pg_qpdf_set (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, "/Form"));
  one.content = qpdf_oh_get_key (qpdf, annotation, "/OC");
  g_array_append_val (all, one);
}

GArray *
pg_annotations_of (qpdf_data qpdf, qpdf_oh page, guint turns, PgUnshown *unshown)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PgAppearance));
  qpdf_oh annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
  int n = qpdf_oh_is_array (qpdf, annotations) ? qpdf_oh_get_array_n_items (qpdf, annotations) : 0;
  for (int i = 0; i < n; i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (qpdf, annotations, i);
      if (qpdf_oh_is_dictionary (qpdf, annotation))
        add_annotation (qpdf, annotation, turns, all, unshown);
    }
  return all;
}
