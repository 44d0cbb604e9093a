/* Enters: an item that is a drawing. Leaves: its shapes on a page, turned as an arrow is, and in its own size. */
#include "paint/drawing.h"

#define MOST_NUMBERS 6

/* A rectangle with its upper corners round, and its lower ones too or not. */
static void
add_round (cairo_t *cr, const double *n, gboolean is_whole)
{
  double x = n[0], y = n[1], right = x + n[2], bottom = y + n[3], r = n[4], lower = is_whole ? r : 0;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - lower, bottom - lower, lower, 0, G_PI_2);
  cairo_arc (cr, x + lower, bottom - lower, lower, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_shape (cairo_t *cr, char command, const double *n)
{
  switch (command)
    {
    case 'M':
      cairo_move_to (cr, n[0], n[1]);
      break;
    case 'L':
      cairo_line_to (cr, n[0], n[1]);
      break;
    case 'C':
      cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      break;
    case 'Z':
      cairo_close_path (cr);
      break;
    case 'O':
      cairo_new_sub_path (cr);
      cairo_arc (cr, n[0], n[1], n[2], 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case 'R':
    case 'T':
      add_round (cr, n, command == 'R');
      break;
    case 'F':
      cairo_fill (cr);
      break;
    }
}

static void
fill_path (cairo_t *cr, const char *path)
{
  while (*path != '\0')
    {
      char command = *path++, *end = NULL;
      double numbers[MOST_NUMBERS] = { 0 };
      for (guint i = 0; i < MOST_NUMBERS; i++, path = end)
        {
          numbers[i] = g_ascii_strtod (path, &end);
          if (end == path)
            break;
        }
      while (*path == ' ')
        path++;
      add_shape (cr, command, numbers);
    }
  cairo_fill (cr);
}

void
pg_drawing_draw (const PgItem *item, cairo_t *cr)
{
  const PgDrawing *drawing = item->drawing.drawing;
  double scale = item->width / drawing->side;
  cairo_save (cr);
  cairo_translate (cr, item->x + item->width / 2, item->y + item->width / 2);
  cairo_scale (cr, scale, scale);
  cairo_rotate (cr, item->drawing.eighths * G_PI_4);
  cairo_translate (cr, -drawing->side / 2, -drawing->side / 2);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  fill_path (cr, drawing->path);
  cairo_restore (cr);
}
