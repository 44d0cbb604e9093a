/* Enters: a page's size and what surrounds it. Leaves: the marks around a page, as operators of PDF: where to cut, how
   far the bleed should reach, and targets that show whether the plates meet. Coordinates are PDF's, from the lower left. */
#include "pdf/press-marks.h"

#include "base/units.h"

#include <stdarg.h>

#define LINE 0.25 /* pt */
#define BLEED_MARK_LENGTH (3 * PG_POINTS_PER_MM)
#define TARGET_RADIUS (1.5 * PG_POINTS_PER_MM)
#define QUADRANT 0.5522847498 /* of the radius, to a control point of the curve that is a quarter of a circle */

/* The operator with n operands, doubles. */
static void
put (GString *out, const char *operator, guint n, ...)
{
  va_list operands;
  va_start (operands, n);
  for (guint i = 0; i < n; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append (out, g_ascii_formatd (number, sizeof number, "%.4f ", va_arg (operands, double)));
    }
  va_end (operands);
  g_string_append (out, operator);
  g_string_append_c (out, '\n');
}

static void
put_line (GString *out, double x0, double y0, double x1, double y1)
{
  put (out, "m", 2, x0, y0);
  put (out, "l", 2, x1, y1);
}

/* A corner of the trimmed page. right and up are 1 or -1: the way outwards. */
static void
put_corner (GString *out, const PgSurround *around, double x, double y, double right, double up)
{
  double start = around->marks_start, end = around->marks_end, bleed = around->bleed;
  put_line (out, x + right * start, y, x + right * end, y);
  put_line (out, x, y + up * start, x, y + up * end);
  if (bleed <= 0)
    return;
  end = start + BLEED_MARK_LENGTH;
  put_line (out, x + right * start, y + up * bleed, x + right * end, y + up * bleed);
  put_line (out, x + right * bleed, y + up * start, x + right * bleed, y + up * end);
}

static void
put_circle (GString *out, double x, double y, double r)
{
  double c = r * QUADRANT;
  put (out, "m", 2, x + r, y);
  put (out, "c", 6, x + r, y + c, x + c, y + r, x, y + r);
  put (out, "c", 6, x - c, y + r, x - r, y + c, x - r, y);
  put (out, "c", 6, x - r, y - c, x - c, y - r, x, y - r);
  put (out, "c", 6, x + c, y - r, x + r, y - c, x + r, y);
  put (out, "h", 0);
}

/* A circle with cross hairs that reach from where the marks begin to where they end. */
static void
put_target (GString *out, const PgSurround *around, double x, double y)
{
  double arm = (around->marks_end - around->marks_start) / 2;
  put_circle (out, x, y, TARGET_RADIUS);
  put_line (out, x - arm, y, x + arm, y);
  put_line (out, x, y - arm, x, y + arm);
}

GString *
pg_press_marks (const PgPage *page)
{
  const PgSurround *around = &page->surround;
  double left = around->beside, right = left + page->width, bottom = around->above, top = bottom + page->height;
  double middle = (left + right) / 2, centre = (bottom + top) / 2;
  double away = (around->marks_start + around->marks_end) / 2;
  GString *out = g_string_new ("q\n/" PG_PRESS_ALL " CS 1 SCN\n");
  put (out, "w", 1, LINE);
  put_corner (out, around, left, bottom, -1, -1);
  put_corner (out, around, right, bottom, 1, -1);
  put_corner (out, around, left, top, -1, 1);
  put_corner (out, around, right, top, 1, 1);
  put_target (out, around, middle, bottom - away);
  put_target (out, around, middle, top + away);
  put_target (out, around, left - away, centre);
  put_target (out, around, right + away, centre);
  g_string_append (out, "S\nQ\n");
  return out;
}
