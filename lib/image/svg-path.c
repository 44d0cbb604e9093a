/* Enters: the d of an SVG's path, or a polygon's points. Leaves: how often its lines may cross each other, and how long they are. */
#include "image/svg-work.h"

#include <math.h>
#include <string.h>

/* A curve becomes about as many straight lines. */
#define LINES_OF_CURVE 8

typedef struct
{
  const char *at;
  double x, y;                     /* where the path is */
  double start_x, start_y;         /* and where its part began */
  double left, right, top, bottom; /* all its points */
  double length;                   /* of all lines, each as far as it goes across and down */
  double n;                        /* lines */
} Path;

static gboolean
read_number (Path *path, double *number)
{
  path->at += strspn (path->at, " \t\r\n,");
  if (!g_ascii_isdigit (*path->at) && strchr ("+-.", *path->at) == NULL)
    return FALSE;
  char *end;
  *number = g_ascii_strtod (path->at, &end);
  gboolean is_number = end > path->at && isfinite (*number);
  path->at = end;
  return is_number;
}

/* The flags of an arc are a figure each, and need nothing between them. */
static gboolean
read_flag (Path *path, double *flag)
{
  path->at += strspn (path->at, " \t\r\n,");
  if (*path->at != '0' && *path->at != '1')
    return FALSE;
  *flag = *path->at++ - '0';
  return TRUE;
}

static void
go_to (Path *path, double x, double y)
{
  path->length += fabs (x - path->x) + fabs (y - path->y);
  path->x = x;
  path->y = y;
  path->left = fmin (path->left, x);
  path->right = fmax (path->right, x);
  path->top = fmin (path->top, y);
  path->bottom = fmax (path->bottom, y);
}

/* Numbers of each repetition of a command; 0 for one that is none, or takes none. */
static guint
numbers_of (char command)
{
  static const char commands[] = "mlhvcsqta";
  static const guint numbers[] = { 2, 2, 1, 1, 6, 4, 4, 2, 7 };
  const char *found = command != '\0' ? strchr (commands, g_ascii_tolower (command)) : NULL;
  return found != NULL ? numbers[found - commands] : 0;
}

static gboolean
read_numbers (Path *path, char command, guint n, double *numbers)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_flag = g_ascii_tolower (command) == 'a' && (i == 3 || i == 4);
      if (is_flag ? !read_flag (path, &numbers[i]) : !read_number (path, &numbers[i]))
        return FALSE;
    }
  return TRUE;
}

/* One repetition of a command, by its control points. */
static void
take_piece (Path *path, char command, guint n, const double *numbers)
{
  gboolean is_relative = g_ascii_islower (command);
  double x = is_relative ? path->x : 0, y = is_relative ? path->y : 0, before = path->length;
  char kind = g_ascii_tolower (command);
  if (kind == 'h')
    go_to (path, x + numbers[0], path->y);
  else if (kind == 'v')
    go_to (path, path->x, y + numbers[0]);
  else if (kind == 'a')
    {
      go_to (path, x + numbers[5], y + numbers[6]);
      path->length += 4 * (fabs (numbers[0]) + fabs (numbers[1]));
    }
  else
    for (guint i = 0; i + 1 < n; i += 2)
      go_to (path, x + numbers[i], y + numbers[i + 1]);
  path->n += strchr ("mlhv", kind) != NULL ? 1 : LINES_OF_CURVE;
  if (kind != 'm')
    return;
  path->length = before;
  path->start_x = path->x;
  path->start_y = path->y;
}

double
pg_svg_path_crossings (const char *text, double *length)
{
  Path path = { .at = text, .left = INFINITY, .right = -INFINITY, .top = INFINITY, .bottom = -INFINITY };
  char command = 'L'; /* of points, which have none */
  double numbers[7];
  for (;;)
    {
      path.at += strspn (path.at, " \t\r\n,");
      if (g_ascii_isalpha (*path.at))
        command = *path.at++;
      if (g_ascii_tolower (command) == 'z')
        {
          go_to (&path, path.start_x, path.start_y);
          command = ' ';
          continue;
        }
      guint n = numbers_of (command);
      if (n == 0 || !read_numbers (&path, command, n, numbers))
        break;
      take_piece (&path, command, n, numbers);
      command = command == 'm' ? 'l' : command == 'M' ? 'L' : command;
    }
  *length += path.length;
  double box = fmax (path.right - path.left, path.bottom - path.top);
  return box > 0 ? path.n * path.length / box : 0;
}
