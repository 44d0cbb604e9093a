/* Enters: lengths and paper sizes as people write them. Leaves: points. */
#include "base/units.h"

#include "base/limits.h"

#include <math.h>
#include <string.h>

static gboolean
unit_factor (const char *unit, double *factor)
{
  static const struct
  {
    const char *name;
    double factor;
  } units[] = { { "", 1 },    { "pt", 1 },   { "mm", PG_POINTS_PER_MM }, { "cm", 10 * PG_POINTS_PER_MM },
                { "in", 72 }, { "px", 0.75 } };
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0)
      {
        *factor = units[i].factor;
        return TRUE;
      }
  return FALSE;
}

gboolean
pg_length_parse (const char *text, double *points)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (number))
    return FALSE;
  g_autofree char *unit = g_strstrip (g_strdup (end));
  double factor;
  if (!unit_factor (unit, &factor))
    return FALSE;
  *points = number * factor;
  return TRUE;
}

#define MOST_METRES 1000

double
pg_metres_parse (const char *text)
{
  char *end = NULL;
  double metres = g_ascii_isdigit (text[0]) ? g_ascii_strtod (text, &end) : 0;
  return metres > 0 && metres <= MOST_METRES && strcmp (end, "m") == 0 ? metres : 0;
}

/* The largest in millimetres is a little more than it in points. */
static gboolean
is_side (double *side)
{
  gboolean ok = *side >= PG_MIN_PAPER_POINTS && *side <= PG_MAX_PAPER_POINTS + 1e-6;
  *side = MIN (*side, PG_MAX_PAPER_POINTS);
  return ok;
}

static const struct
{
  const char *name;
  double width, height; /* mm */
} papers[] = {
  { "A0", 841, 1189 },         { "A1", 594, 841 },        { "A2", 420, 594 },          { "A3", 297, 420 },
  { "A4", 210, 297 },          { "A5", 148, 210 },        { "A6", 105, 148 },          { "A7", 74, 105 },
  { "Letter", 215.9, 279.4 },  { "Legal", 215.9, 355.6 }, { "Tabloid", 279.4, 431.8 }, { "SRA3", 320, 450 },
  { "SRA4", 225, 320 },        { "RA3", 305, 430 },       { "RA4", 215, 305 },         { "12x18in", 304.8, 457.2 },
  { "13x19in", 330.2, 482.6 },
};

#define ROUNDING 0.01 /* mm */

const char *
pg_paper_smallest (double width, double height)
{
  double least = MIN (width, height) / PG_POINTS_PER_MM - ROUNDING;
  double most = MAX (width, height) / PG_POINTS_PER_MM - ROUNDING, area = G_MAXDOUBLE;
  const char *name = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].width >= least && papers[i].height >= most && papers[i].width * papers[i].height < area)
      {
        area = papers[i].width * papers[i].height;
        name = papers[i].name;
      }
  return name;
}

gboolean
pg_paper_parse (const char *text, double *width, double *height)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (text, papers[i].name) == 0)
      {
        *width = papers[i].width * PG_POINTS_PER_MM;
        *height = papers[i].height * PG_POINTS_PER_MM;
        return TRUE;
      }
  /* One unit at the end is that of both; without one they are millimetres. */
  const char *by = strpbrk (text, "xX");
  if (by == NULL)
    return FALSE;
  const char *unit = by + 1 + strspn (by + 1, " 0123456789.");
  unit = unit[0] != '\0' ? unit : "mm";
  g_autofree char *first = g_strdup_printf ("%.*s%s", (int) (by - text), text, unit);
  g_autofree char *second = g_strdup_printf ("%.*s%s", (int) strspn (by + 1, " 0123456789."), by + 1, unit);
  return pg_length_parse (first, width) && pg_length_parse (second, height) && is_side (width) && is_side (height);
}
