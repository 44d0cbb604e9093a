/* Enters: the numbers and operators of a content. Leaves: whether a path is one rectangle; the code that is put there. */
#include "pdf/path.h"

#include "pdf/page-box.h"

#include <string.h>

void
pg_path_add_number (PgPath *path, double number)
{
  if (path->n_numbers == G_N_ELEMENTS (path->numbers))
    memmove (path->numbers, path->numbers + 1, sizeof path->numbers - sizeof path->numbers[0]);
  else
    path->n_numbers++;
  path->numbers[path->n_numbers - 1] = number;
}

gboolean
pg_path_add_operator (PgPath *path, const PgToken *token)
{
  static const char *const others[] = { "m", "l", "c", "v", "y", "h", "W", "W*" };
  gboolean is_rectangle = pg_token_is (token, "re"), is_other = FALSE;
  const double *n = path->numbers;
  for (guint i = 0; i < G_N_ELEMENTS (others) && !is_rectangle && !is_other; i++)
    is_other = pg_token_is (token, others[i]);
  if (is_rectangle && path->n_numbers == G_N_ELEMENTS (path->numbers))
    {
      path->n_rectangles++;
      path->rectangle = (PgMarkRectangle){ n[0], n[1], n[2], n[3] };
    }
  else if (is_rectangle || is_other)
    path->n_others++;
  path->n_numbers = 0;
  return is_rectangle || is_other;
}

void
pg_path_end (PgPath *path)
{
  path->n_rectangles = path->n_others = 0;
}

gboolean
pg_path_is_square (const PgPath *path, const PgToken *token)
{
  return path->n_rectangles == 1 && path->n_others == 0 && pg_token_is (token, "f");
}

static void
put_modules (GString *out, guint x, guint y, guint width)
{
  g_string_append_c (out, '\n');
  pg_put_number (out, x);
  g_string_append_c (out, ' ');
  pg_put_number (out, y);
  g_string_append_c (out, ' ');
  pg_put_number (out, width);
  g_string_append (out, " 1 re");
}

/* Each module is a unit: of each row a rectangle for those that are dark beside each other. */
void
pg_path_put_code (GString *out, const PgCode *code, const PgMarkRectangle *square)
{
  const double matrix[] = { square->width / code->n, 0, 0, square->height / code->n, square->x, square->y };
  g_string_append (out, "\nq ");
  pg_put_numbers (out, matrix, G_N_ELEMENTS (matrix));
  g_string_append (out, "cm");
  for (guint row = 0; row < code->n; row++)
    for (guint from = 0, to; from < code->n; from = to + 1)
      {
        for (to = from; to < code->n && pg_code_is_dark (code, row, to);)
          to++;
        if (to > from)
          put_modules (out, from, row, to - from);
      }
  g_string_append (out, "\nf Q");
}
