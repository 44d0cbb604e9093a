/* Marks around pages. Enters: a side of a sheet, and where it is cut and folded. Leaves: lines, bars and a slug outside the
   bleed, as far as the sheet has room. */
#include "sheet/impose-parts.h"

#include "base/units.h"

#define MM PG_POINTS_PER_MM
#define AWAY (1 * MM)    /* from the bleed */
#define LENGTH (5 * MM)  /* at most */
#define LEAST (2.5 * MM) /* or there is no mark */
#define EDGE (0.5 * MM)  /* stays free at the sheet's edge */
#define BAR_WIDTH 6.0
#define BAR_HEIGHT 24.0
#define INSET (12.5 * MM) /* of bars and slug, from the trimmed corner */
#define MOST_OF_JOB 60    /* characters */
#define STRIP (8 * MM)    /* that the slug needs beside the bleed */
#define SLUG_BASELINE 2.0 /* below the middle of the marks, for capitals of 6 points */

/* How long marks are where the sheet goes on so far beyond the trim. */
static double
length_of (const PgPlan *plan, double room)
{
  return MIN (LENGTH, room - plan->bleed - AWAY - EDGE);
}

static void
add (PgSheet *sheet, PgMarkKind kind, double x0, double y0, double x1, double y1)
{
  PgMark mark = { kind, x0, y0, x1, y1 };
  g_array_append_val (sheet->marks, mark);
}

/* Two lines, above and below the pages. */
static gboolean
add_above_and_below (const PgPlan *plan, PgSheet *sheet, PgMarkKind kind, double x)
{
  double length = length_of (plan, sheet->trim.top), top = sheet->bleed.top - AWAY, bottom = sheet->bleed.bottom + AWAY;
  if (length < LEAST)
    return FALSE;
  add (sheet, kind, x, top, x, top - length);
  add (sheet, kind, x, bottom, x, bottom + length);
  return TRUE;
}

static gboolean
add_beside (const PgPlan *plan, PgSheet *sheet, double y)
{
  double length = length_of (plan, sheet->trim.left), left = sheet->bleed.left - AWAY,
         right = sheet->bleed.right + AWAY;
  if (length < LEAST)
    return FALSE;
  add (sheet, PG_MARK_CUT, left, y, left - length, y);
  add (sheet, PG_MARK_CUT, right, y, right + length, y);
  return TRUE;
}

static gboolean
wants (PgPlan *plan, PgImposeMark mark)
{
  return (plan->wish->marks & mark) != 0;
}

void
pg_marks_cut (PgPlan *plan, PgSheet *sheet, const GArray *across, const GArray *down)
{
  gboolean ok = TRUE;
  if (!wants (plan, PG_IMPOSE_MARK_CROP))
    return;
  for (guint i = 0; i < across->len; i++)
    ok = add_above_and_below (plan, sheet, PG_MARK_CUT, g_array_index (across, double, i)) && ok;
  for (guint i = 0; i < down->len; i++)
    ok = add_beside (plan, sheet, g_array_index (down, double, i)) && ok;
  if (!ok)
    plan->left_out |= PG_IMPOSE_MARK_CROP;
}

void
pg_marks_fold (PgPlan *plan, PgSheet *sheet, double x)
{
  if (wants (plan, PG_IMPOSE_MARK_FOLD) && !add_above_and_below (plan, sheet, PG_MARK_FOLD, x))
    plan->left_out |= PG_IMPOSE_MARK_FOLD;
}

/* Each signature's bar is lower than the one before it: gathered in order they are a stair. It begins again before the foot. */
void
pg_marks_collation (PgPlan *plan, PgSheet *sheet, guint signature, gboolean on_fold)
{
  double length = length_of (plan, sheet->trim.left), left = sheet->width / 2 - BAR_WIDTH / 2;
  if (!wants (plan, PG_IMPOSE_MARK_COLLATION))
    return;
  if (!on_fold)
    left = sheet->bleed.right + AWAY + (length - BAR_WIDTH) / 2;
  if (!on_fold && length < BAR_WIDTH)
    {
      plan->left_out |= PG_IMPOSE_MARK_COLLATION;
      return;
    }
  double height = sheet->trim.bottom - sheet->trim.top;
  guint n = (guint) MAX (1, (height - 2 * INSET) / BAR_HEIGHT);
  double top = sheet->trim.top + MIN (INSET, height / 2 - BAR_HEIGHT / 2) + signature % n * BAR_HEIGHT;
  add (sheet, PG_MARK_BAR, left, top, left + BAR_WIDTH, top + BAR_HEIGHT);
}

GString *
pg_slug_begin (const PgPlan *plan, guint sheet, guint n_sheets, gboolean is_back)
{
  GString *text = g_string_new (NULL);
  g_autofree char *job = g_utf8_substring (plan->wish->job, 0, MIN (MOST_OF_JOB, g_utf8_strlen (plan->wish->job, -1)));
  g_string_printf (text, "sheet %u of %u, %s · %s · %s", sheet + 1, n_sheets, is_back ? "back" : "front", job,
                   plan->wish->made_on);
  return text;
}

void
pg_marks_slug (PgPlan *plan, PgSheet *sheet, char *text)
{
  if (!wants (plan, PG_IMPOSE_MARK_SHEET) || sheet->bleed.left < STRIP - 1e-6)
    {
      plan->left_out |= plan->wish->marks & PG_IMPOSE_MARK_SHEET;
      g_free (text);
      return;
    }
  sheet->slug = text;
  sheet->slug_x = sheet->bleed.left - AWAY - LENGTH / 2 + SLUG_BASELINE;
  sheet->slug_y = sheet->trim.bottom - INSET;
}
