/* Pages on sheets that are folded or cut. Enters: the sizes of pages, and how they are wanted on paper. Leaves: the sides of the
   sheets, with the pages' places and the marks. */
#include "base/limits.h"
#include "base/report.h"
#include "base/units.h"
#include "sheet/impose-parts.h"

#include <math.h>

#define ROUNDING 0.03 /* pt: pages of 148.5 mm do stand on 297 */

PgImposePage
pg_plan_page (const PgPlan *plan, guint page)
{
  if (page != PG_BLANK)
    return plan->pages[page];
  return (PgImposePage){ plan->page_width, plan->page_height, 0 };
}

void
pg_plan_show (const PgPlan *plan, PgSheet *sheet, guint page, double x, double y, PgArea clip)
{
  PgImposePage size = pg_plan_page (plan, page);
  PgShown shown = { page, x, y, size.width, size.height, clip };
  if (page != PG_BLANK || plan->wish->show_blanks)
    g_array_append_val (sheet->shown, shown);
}

/* A page is turned over by the edge that the fold is parallel to, or by one that stands across it, and then it must lie upside
   down to be upright again. The fold goes from head to foot. */
static gboolean
is_turned (const PgPlan *plan)
{
  gboolean is_lying = plan->width >= plan->height;
  return is_lying == (plan->wish->flip == PG_FLIP_LONG);
}

PgSheet *
pg_plan_side (const PgPlan *plan, GPtrArray *sheets, double width, double height, gboolean is_back)
{
  PgSheet *sheet = pg_sheets_add (sheets, plan->width, plan->height);
  double x = (sheet->width - width) / 2, y = (sheet->height - height) / 2, bleed = plan->bleed;
  sheet->marks = g_array_new (FALSE, FALSE, sizeof (PgMark));
  sheet->turned = is_back && is_turned (plan);
  sheet->trim = (PgArea){ x, y, x + width, y + height };
  sheet->bleed = (PgArea){ x - bleed, y - bleed, x + width + bleed, y + height + bleed };
  return sheet;
}

/* The sheet */

/* How much is free at the narrower edges; negative where it has no room. */
static double
room_on (double sheet_width, double sheet_height, double width, double height)
{
  return MIN (sheet_width - width, sheet_height - height) + ROUNDING;
}

static char *
in_millimetres (double width, double height)
{
  return g_strdup_printf ("%gx%gmm", ceil (width / PG_POINTS_PER_MM * 10 - 0.01) / 10,
                          ceil (height / PG_POINTS_PER_MM * 10 - 0.01) / 10);
}

static gboolean
refuse_sheet (const PgPlan *plan, double width, double height, GError **error)
{
  const char *smallest = pg_paper_smallest (width, height), *with = plan->bleed > 0 ? " with their bleed" : "";
  g_autofree char *needed = in_millimetres (width, height);
  if (plan->wish->sheet != NULL)
    g_set_error (
        error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
        "sheet=%s is too small: beside each other the pages%s take %s, and nothing is scaled; the smallest sheet "
        "that does is %s",
        plan->wish->sheet, with, needed, smallest != NULL ? smallest : needed);
  else
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "beside each other the pages%s take %s, for which no sheet has a name: say its size, such as sheet=%s",
                 with, needed, needed);
  return FALSE;
}

gboolean
pg_plan_sheet (PgPlan *plan, double width, double height, GError **error)
{
  width += 2 * plan->bleed;
  height += 2 * plan->bleed;
  plan->paper = plan->wish->sheet != NULL ? plan->wish->sheet : pg_paper_smallest (width, height);
  if (plan->paper == NULL || !pg_paper_parse (plan->paper, &plan->width, &plan->height))
    return refuse_sheet (plan, width, height, error);
  double as_is = room_on (plan->width, plan->height, width, height);
  double turned = room_on (plan->height, plan->width, width, height);
  if (MAX (as_is, turned) < 0)
    return refuse_sheet (plan, width, height, error);
  if (turned > as_is)
    {
      double other = plan->width;
      plan->width = plan->height;
      plan->height = other;
    }
  return TRUE;
}

/* What is told */

static void
tell_sizes (const PgPlan *plan, const PgPlace *place, ProgrammeReport *report)
{
  for (guint i = 1; i < plan->n; i++)
    if (fabs (plan->pages[i].width - plan->pages[0].width) > ROUNDING
        || fabs (plan->pages[i].height - plan->pages[0].height) > ROUNDING)
      {
        g_autofree char *first = in_millimetres (plan->pages[0].width, plan->pages[0].height);
        g_autofree char *other = in_millimetres (plan->pages[i].width, plan->pages[i].height);
        pg_report_add (
            report, PROGRAMME_SEVERITY_NOTE, place, "page-sizes",
            "the pages have different sizes, such as %s and %s; each keeps its own, %s, and the marks are those "
            "of the largest: make them alike if that is not meant",
            first, other,
            plan->wish->way == PG_IMPOSE_SADDLE || plan->wish->way == PG_IMPOSE_PERFECT
                ? "beside the fold at half height"
                : "in the middle of its place");
        return;
      }
}

static void
tell_left_out (const PgPlan *plan, const PgPlace *place, ProgrammeReport *report)
{
  static const struct
  {
    PgImposeMark mark;
    const char *name;
  } names[] = { { PG_IMPOSE_MARK_FOLD, "fold marks" },
                { PG_IMPOSE_MARK_CROP, "all crop marks" },
                { PG_IMPOSE_MARK_COLLATION, "collation marks" },
                { PG_IMPOSE_MARK_SHEET, "the line that numbers the sheets" } };
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((plan->left_out & names[i].mark) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", names[i].name);
  if (list->len > 0)
    pg_report_add (report, PROGRAMME_SEVERITY_NOTE, place, "marks-left-out",
                   "%s has no room beside the pages for %s: use a larger sheet, or ask for fewer marks", plan->paper,
                   list->str);
}

/* Pages whose white at the spine is nearly gone cannot be read there. */
static void
tell_creep (const PgPlan *plan, const PgPlace *place, ProgrammeReport *report)
{
  if (plan->wish->inner > 0 && plan->creep > plan->wish->inner / 2)
    pg_report_add (
        report, PROGRAMME_SEVERITY_WARNING, place, "creep",
        "pages of the innermost sheet are moved by %.1f mm towards the fold, which is more than half of their "
        "white there, %.1f mm: use thinner paper, or fold signatures, with impose=perfect",
        plan->creep / PG_POINTS_PER_MM, plan->wish->inner / PG_POINTS_PER_MM);
}

static void
measure (PgPlan *plan)
{
  for (guint i = 0; i < plan->n; i++)
    {
      plan->page_width = MAX (plan->page_width, plan->pages[i].width);
      plan->page_height = MAX (plan->page_height, plan->pages[i].height);
      plan->bleed = MAX (plan->bleed, plan->pages[i].bleed);
    }
}

gboolean
pg_impose (const PgImposeWish *wish, const PgImposePage *pages, guint n, const char *file, PgImposed *imposed,
           ProgrammeReport *report, GError **error)
{
  gboolean is_folded = wish->way == PG_IMPOSE_SADDLE || wish->way == PG_IMPOSE_PERFECT;
  PgPlan plan = { .wish = wish, .pages = pages, .n = n };
  PgPlace place = { file, 0, 0 };
  measure (&plan);
  *imposed = (PgImposed){ pg_sheets_new (), NULL };
  if (!(is_folded ? pg_impose_folded (&plan, imposed, error) : pg_impose_grid (&plan, imposed, error)))
    {
      pg_imposed_clear (imposed);
      return FALSE;
    }
  tell_sizes (&plan, &place, report);
  tell_left_out (&plan, &place, report);
  tell_creep (&plan, &place, report);
  return TRUE;
}

void
pg_imposed_clear (PgImposed *imposed)
{
  g_clear_pointer (&imposed->sheets, g_ptr_array_unref);
  g_clear_pointer (&imposed->cover, g_ptr_array_unref);
}
