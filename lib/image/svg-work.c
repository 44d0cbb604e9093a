/* Enters: an SVG as text. Leaves: whether drawing it is little work. */
#include "image/svg-work.h"

#include "image/fault.h"
#include "image/svg-scan.h"

#include <math.h>

/* What an element adds to its 1, measured against one that is a plain shape. */
#define BYTES_OF_WORK 200.0     /* of its own text */
#define CROSSINGS_OF_WORK 600.0 /* of its lines */
#define PIXELS_OF_WORK 2000.0   /* of a picture in it */
#define FILTER_WORK 50.0        /* a step of a filter, which goes over all pixels */
#define LETTER_WORK 4.0         /* a letter of text, which may have an outline */
#define LETTERS_OF_WORK 2000.0  /* of text in one piece, by their square, since librsvg sets it in a time by that */
#define NAME_WORK 0.01          /* looking up what it refers to */
/* Dashes of lines; those of a letter's outline go around it so many times its height. */
#define DASHES_OF_WORK 150.0
#define LETTER_OUTLINE 8.0
/* And what style sheets add to an element, by the bytes of their selectors. */
#define SELECTORS_OF_WORK 13000.0

/* References within references deeper than this are no one's drawing. */
#define MAX_CHAIN 500

typedef struct
{
  const PgSvgScan *scan;
  double *work; /* of each element with all within it; negative: not known yet */
  guint depth;
  gboolean is_of_effects; /* these are counted, and no other work */
  double marker;          /* the work of what may stand at each vertex */
} Sum;

static double
own_work (const Sum *sum, const PgSvgElement *element)
{
  if (sum->is_of_effects)
    return element->filter_steps + (element->is_effect || sum->scan->has_filter_rules ? 1 : 0);
  double lines = element->length + element->letters * sum->scan->largest_letter * LETTER_OUTLINE;
  return 1 + lines / sum->scan->least_dash / DASHES_OF_WORK + element->bytes / BYTES_OF_WORK
         + element->crossings / CROSSINGS_OF_WORK + element->pixels / PIXELS_OF_WORK
         + element->filter_steps * FILTER_WORK + element->letters * LETTER_WORK
         + element->letters * element->letters / LETTERS_OF_WORK + element->vertices * sum->marker
         + sum->scan->selectors / SELECTORS_OF_WORK;
}

static double work_of (Sum *sum, guint element);

/* What a name stands for: "#id" for an element, ".class" and "*" for what the style sheet has them refer to. */
static double
work_of_name (Sum *sum, const char *name)
{
  gpointer number;
  double work = sum->is_of_effects ? 0 : NAME_WORK;
  if (name[0] == '#' && g_hash_table_lookup_extended (sum->scan->ids, name + 1, NULL, &number))
    return work + work_of (sum, GPOINTER_TO_UINT (number));
  const GPtrArray *names = name[0] != '#' ? g_hash_table_lookup (sum->scan->rules, name) : NULL;
  for (guint i = 0; names != NULL && i < names->len && work <= sum->scan->limits->svg_work; i++)
    work += work_of_name (sum, g_ptr_array_index (names, i));
  return work;
}

/* Of an element and all within it, which follow it in the file. What is looked for within itself is nothing: librsvg
   does not draw what refers to itself. */
static double
work_of (Sum *sum, guint number)
{
  if (sum->work[number] >= 0)
    return sum->work[number];
  if (sum->depth == MAX_CHAIN)
    return INFINITY;
  sum->depth++;
  sum->work[number] = 0;
  const GArray *elements = sum->scan->elements;
  guint end = MIN (g_array_index (elements, PgSvgElement, number).end, elements->len);
  double work = 0;
  for (guint i = number; i < end && work <= sum->scan->limits->svg_work; i++)
    {
      const PgSvgElement *element = &g_array_index (elements, PgSvgElement, i);
      work += own_work (sum, element) + work_of_name (sum, "*");
      for (guint j = 0; j < element->n_names && work <= sum->scan->limits->svg_work; j++)
        work += work_of_name (sum, g_ptr_array_index (sum->scan->names, element->first_name + j));
    }
  sum->work[number] = work;
  sum->depth--;
  return work;
}

static void
forget (Sum *sum)
{
  for (guint i = 0; i < sum->scan->elements->len; i++)
    sum->work[i] = -1;
}

/* Any marker may stand at the vertices of any line: a group hands its own on to what is in it. */
static void
take_markers (Sum *sum)
{
  double most = 0;
  for (guint i = 0; i < sum->scan->markers->len; i++)
    most = fmax (most, work_of_name (sum, g_ptr_array_index (sum->scan->markers, i)));
  sum->marker = most;
  forget (sum);
}

/* Of the whole file; more than the limit is not counted to its end. */
static double
sum_up (const PgSvgScan *scan, gboolean is_of_effects)
{
  guint n = scan->elements->len;
  g_autofree double *work = g_new (double, n);
  Sum sum = { scan, work, 0, is_of_effects, 0 };
  forget (&sum);
  if (!is_of_effects)
    take_markers (&sum);
  return n > 0 ? work_of (&sum, 0) : 0;
}

static gboolean
judge (const PgSvgScan *scan, GError **error)
{
  guint most = scan->limits->svg_work;
  if (scan->elements->len <= most && sum_up (scan, FALSE) <= most)
    return TRUE;
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE,
               "is an SVG that takes too long to draw: it has too many shapes, each counted as often as it is drawn, "
               "lines that cross too often or have too many dashes, long texts, or filters: simplify it, or save it as "
               "PNG; --limits-svg=N "
               "allows more than %u",
               most);
  return FALSE;
}

static void
tell_effects (const PgSvgScan *scan, const char *data, gsize size, PgSvgEffects *effects)
{
  GString *undrawn = g_string_new (NULL);
  for (guint i = 0; i < scan->undrawn->len; i++)
    g_string_append_printf (undrawn, "%s<%s>", i > 0 ? ", " : "", (const char *) g_ptr_array_index (scan->undrawn, i));
  effects->n = sum_up (scan, TRUE);
  effects->edited = scan->edits->len > 0 ? pg_svg_edited (scan, data, size) : NULL;
  effects->doubt = scan->doubt != NULL ? g_error_copy (scan->doubt) : NULL;
  effects->undrawn = g_string_free (undrawn, undrawn->len == 0);
}

gboolean
pg_svg_check_work (const char *data, gsize size, const PgLimits *limits, PgSvgEffects *effects, GError **error)
{
  PgSvgScan scan;
  gboolean ok = pg_svg_scan (&scan, data, size, limits, error) && judge (&scan, error);
  if (ok)
    tell_effects (&scan, data, size, effects);
  pg_svg_scan_clear (&scan);
  return ok;
}
