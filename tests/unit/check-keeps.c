/* Enters: printed pages and what layout's findings tell of them. Leaves: whether the rules for the ends of pages hold.
   A rule may be broken at the end of a page only where a finding names that page and this rule, or one that is given up
   after it. */
#include "printed.h"

#include <math.h>
#include <string.h>

/* Sessions that run beside the one before have their times in the style of what goes on. */
#define ROW_STARTS                                                                                                     \
  "time-start session-time-start break-time continued-time course-day-number course-time course-time-start"
#define HEADINGS "session-number session-title plain-title session-facts course-title"
#define DAY_HEADINGS "document-heading day-number day-name day-start day-subtitle"
#define TEXT_HEADINGS "texts-heading texts-work song-title song-poet"
#define OUTSIDE_TABLE                                                                                                  \
  DAY_HEADINGS                                                                                                         \
  " " TEXT_HEADINGS                                                                                                    \
  " song-verse day-note table-head day-end day-end-time document-series document-title document-subtitle "             \
  "document-date document-venue front-heading contents-heading contents-day "                                          \
  "contents-day-number"
/* Not to be broken over pages, with all of their lines. */
#define WHOLE                                                                                                          \
  HEADINGS " " DAY_HEADINGS " " TEXT_HEADINGS                                                                          \
           " work-title work-composer document-title document-series document-subtitle front-heading "                 \
           "contents-heading role break-title course-day course-break table-head day-end day-end-time "                \
           "speaker-part speaker-group speakers-heading name family-name person position"
#define NAMES "name family-name person talk-lead work-performer"
#define PARTS                                                                                                          \
  "talk-time-start talk-number talk-title poster-number topic-number topic-title topic-number-within "                 \
  "topic-title-within work-composer work-title"
#define BESIDE "minutes minutes-unit"

typedef struct
{
  GArray *all, *said, *relaxed;
  char *wrong; /* the first one */
} Check;

static const PrintedLine *
line_at (const Check *check, guint index)
{
  return index < check->said->len ? &g_array_index (check->said, PrintedLine, index) : NULL;
}

/* Something is wrong with a line at the end of a page (from 0), unless that was told. */
static void
complain (Check *check, const PrintedLine *line, guint page, PrintedRelaxed level, const char *what)
{
  if (check->wrong != NULL || g_array_index (check->relaxed, guint, page) >= level)
    return;
  g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
  check->wrong = g_strdup_printf ("end of page %u: %s: “%s” (%s)", page + 1, what, text, line->style);
}

static gboolean
is_last (const PrintedLine *line)
{
  return line->index + 1 == line->lines->n_lines;
}

/* Paragraphs */

/* Lines of a paragraph that stand together, on a page and in a column. */
typedef struct
{
  const PrintedLine *first;
  guint n;
} Fragment;

static void
check_fragments (Check *check, const GArray *fragments)
{
  for (guint i = 0; i < fragments->len && fragments->len > 1; i++)
    {
      const Fragment *fragment = &g_array_index (fragments, Fragment, i), *before = i > 0 ? fragment - 1 : NULL;
      if (before != NULL && printed_is_of (fragment->first, WHOLE))
        complain (check, fragment->first, before->first->page, PRINTED_BROKEN, "broken");
      if (fragment->n >= 2)
        continue;
      guint page = fragment->first->page;
      gboolean told = g_array_index (check->relaxed, guint, page) >= PRINTED_ALONE;
      if (!told || before != NULL)
        complain (check, fragment->first, before != NULL && !told ? before->first->page : page, PRINTED_ALONE,
                  "a line alone");
    }
}

static void
unref_fragments (gpointer fragments)
{
  g_array_unref (fragments);
}

static void
check_paragraphs (Check *check)
{
  g_autoptr (GHashTable) paragraphs = g_hash_table_new_full (NULL, NULL, NULL, unref_fragments);
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i);
      GArray *fragments = g_hash_table_lookup (paragraphs, line->lines);
      if (fragments == NULL || line->index == 0) /* paragraphs that say the same share their lines */
        {
          fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
          g_hash_table_insert (paragraphs, (gpointer) line->lines, fragments);
        }
      Fragment *last = fragments->len > 0 ? &g_array_index (fragments, Fragment, fragments->len - 1) : NULL;
      if (last != NULL && last->first->page == line->page && fabs (last->first->item->x - line->item->x) < 0.01)
        last->n++;
      else
        {
          Fragment fragment = { line, 1 };
          g_array_append_val (fragments, fragment);
        }
      if (is_last (line))
        check_fragments (check, fragments);
    }
}

/* Headings and labels */

/* A heading, and whether a style may follow it as part of what it is above. */
static int
order_of (const PrintedLine *line)
{
  static const char *const order[]
      = { "document-series", "document-title", "document-subtitle", "document-heading", "day-number",
          "day-name",        "day-start",      "day-subtitle",      "contents-heading" };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (printed_is (line, order[i]))
      return (int) i;
  return -1;
}

static void
check_headings (Check *check)
{
  for (guint i = 0; i + 1 < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i), *next = line_at (check, i + 1);
      int order = order_of (line), next_order = order_of (next);
      gboolean is_empty_day = printed_is_of (line, DAY_HEADINGS) && printed_is_of (next, "front-heading texts-heading");
      if (order >= 0 && (next_order < 0 || next_order >= order) && next->page != line->page && !is_empty_day)
        complain (check, line, line->page, PRINTED_PARTED, "a heading alone");
      gboolean within = !printed_is_of (next, ROW_STARTS) && !printed_is_of (next, OUTSIDE_TABLE);
      if (printed_is_of (line, HEADINGS) && within && next->page != line->page)
        complain (check, line, line->page, PRINTED_PARTED, "a title alone");
      if (printed_is_of (line, TEXT_HEADINGS) && next->page != line->page)
        complain (check, line, line->page, PRINTED_PARTED, "a song's heading alone");
      if (printed_is (line, "front-heading") && next->page != line->page)
        complain (check, line, line->page, PRINTED_PARTED, "a section's heading alone");
      if (printed_is (line, "contents-day-page") && next->page != line->page && printed_is (next, "contents-time"))
        complain (check, line, line->page, PRINTED_PARTED, "a day alone in the contents");
    }
}

static void
check_labels (Check *check)
{
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i), *next = NULL;
      if (!printed_is (line, "role") || !is_last (line))
        continue;
      for (guint j = i + 1; (next = line_at (check, j)) != NULL; j++)
        if (printed_is_of (next, "role " ROW_STARTS " " PARTS) || printed_is_of (next, OUTSIDE_TABLE)
            || printed_is_of (next, NAMES))
          break;
      if (next != NULL && printed_is_of (next, NAMES) && next->page != line->page)
        complain (check, line, line->page, PRINTED_PARTED, "a label without its first name");
    }
}

/* Position below name, end below start. */
static void
check_pairs (Check *check)
{
  const PrintedLine *name = NULL;
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i);
      if (printed_is_of (line, NAMES))
        name = line;
      if (printed_is (line, "position") && name != NULL && name->page != line->page)
        complain (check, line, name->page, PRINTED_BROKEN, "a person broken");
      if (i > 0 && printed_is_of (line, "time-end session-time-end") && line->index == 0
          && line_at (check, i - 1)->page != line->page)
        complain (check, line, line_at (check, i - 1)->page, PRINTED_BROKEN, "times broken");
    }
}

/* Rows */

typedef struct
{
  guint first, end; /* of said */
} Row;

/* The row that begins at a line; end is where another begins, or what is no row's. */
static Row
row_at (const Check *check, guint first)
{
  Row row = { first, first + 1 };
  while (row.end < check->said->len && !printed_is_of (line_at (check, row.end), OUTSIDE_TABLE)
         && !(printed_is_of (line_at (check, row.end), ROW_STARTS) && line_at (check, row.end)->index == 0))
    row.end++;
  return row;
}

static gboolean
is_row_start (const PrintedLine *line)
{
  return printed_is_of (line, ROW_STARTS) && line->index == 0;
}

/* Lines of the row's body from a said line on, on any page or on the one that is given; what stands beside each other
   is one. */
static guint
count_lines (const Check *check, guint first, guint end, int page)
{
  const PrintedLine *before = NULL;
  guint n = 0;
  for (guint i = first; i < end; i++)
    {
      const PrintedLine *line = line_at (check, i);
      if (page >= 0 && line->page != (guint) page)
        continue;
      gboolean is_new
          = before == NULL || before->page != line->page || fabs (before->item->y - line->item->y) > line->size / 2;
      if (printed_is_of (line, BESIDE) && (before == NULL || !is_new))
        continue;
      n += is_new ? 1 : 0;
      n += is_new && printed_is (line, "text-caption") ? 1 : 0; /* the image above it */
      before = line;
    }
  return n;
}

static void
check_title (Check *check, Row row)
{
  guint title = row.first;
  for (guint i = row.first; i < row.end; i++)
    if (printed_is_of (line_at (check, i), HEADINGS))
      title = i;
  if (title == row.first)
    return;
  const PrintedLine *line = line_at (check, title);
  guint all = count_lines (check, title + 1, row.end, -1);
  guint here = count_lines (check, title + 1, row.end, (int) line->page);
  if (here < MIN (2, all))
    complain (check, line, line->page, PRINTED_PARTED, "a title with less than two lines of its body");
}

static gboolean
has_run (const PgLines *lines, const char *style)
{
  for (guint i = 0; i < lines->n_lines; i++)
    for (guint j = 0; j < lines->lines[i].n_runs; j++)
      if (g_str_has_prefix (lines->lines[i].runs[j].run->style->name, style))
        return TRUE;
  return FALSE;
}

/* How many artifacts on a page have a run in this style, each counted once. */
static guint
count_repeated (const Check *check, guint page, const char *style)
{
  guint n = 0;
  for (guint i = 0; i < check->all->len; i++)
    {
      const PrintedLine *line = &g_array_index (check->all, PrintedLine, i);
      if (line->page == page && line->artifact && line->index == 0 && has_run (line->lines, style))
        n++;
    }
  return n;
}

static void
check_row (Check *check, Row row)
{
  const PrintedLine *first = line_at (check, row.first);
  check_title (check, row);
  if (printed_is (first, "break-time") && line_at (check, row.end - 1)->page != first->page)
    complain (check, first, first->page, PRINTED_BROKEN, "a break broken");
}

/* Pages */

/* What a page has of a table. */
typedef struct
{
  gboolean has_rows, goes_on; /* the first row began before */
  gboolean has_head, has_repeated_head;
  gboolean has_rows_above; /* that head, as where days run on */
  const PrintedLine *line;
} TablePage;

static void
look_at_rows (const Check *check, TablePage *pages)
{
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i);
      TablePage *page = &pages[line->page];
      if (printed_is (line, "table-head"))
        {
          page->has_head = TRUE;
          page->has_rows_above = page->has_rows;
        }
      if (printed_is (line, "day-end"))
        {
          page->has_rows = TRUE;
          page->line = line;
        }
      if (!is_row_start (line))
        continue;
      Row row = row_at (check, i);
      for (guint j = row.first; j < row.end; j++)
        {
          TablePage *later = &pages[line_at (check, j)->page];
          later->has_rows = TRUE;
          later->line = line_at (check, j);
          later->goes_on = later->goes_on || line_at (check, j)->page > line->page;
        }
    }
}

static void
check_table_page (Check *check, const TablePage *page, guint number)
{
  guint heads = count_repeated (check, number, "table-head");
  guint continued = count_repeated (check, number, "session-continued");
  const char *what = NULL;
  if (page->has_rows && !page->has_head && heads < 2)
    what = "the table's head is not repeated";
  else if (heads > 0 && ((page->has_head && !page->has_rows_above) || !page->has_rows))
    what = "a repeated head where there is no table that goes on";
  else if (page->has_head && !page->has_rows)
    what = "the table's head alone";
  else if ((continued > 0) != page->goes_on)
    what = page->goes_on ? "it does not say that its first row goes on" : "it says that a row goes on that does not";
  if (what != NULL && check->wrong == NULL && g_array_index (check->relaxed, guint, number) < PRINTED_BARE)
    check->wrong = g_strdup_printf ("page %u: %s", number + 1, what);
}

static void
check_tables (Check *check, guint n_pages)
{
  g_autofree TablePage *pages = g_new0 (TablePage, n_pages);
  look_at_rows (check, pages);
  for (guint i = 0; i < n_pages; i++)
    check_table_page (check, &pages[i], i);
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i), *before = i > 0 ? line_at (check, i - 1) : NULL;
      if (is_row_start (line))
        check_row (check, row_at (check, i));
      if (printed_is_of (line, "day-end day-end-time") && line->index == 0 && before != NULL
          && before->page != line->page)
        complain (check, line, before->page, PRINTED_PARTED, "the day's end alone");
    }
}

/* The cover apart, each page says something. */
static void
check_empty_pages (Check *check, guint n_pages)
{
  g_autofree gboolean *says = g_new0 (gboolean, n_pages);
  for (guint i = 0; i < check->said->len; i++)
    says[line_at (check, i)->page] = TRUE;
  for (guint i = 0; i < check->all->len; i++)
    if (printed_is_cover (&g_array_index (check->all, PrintedLine, i)))
      says[g_array_index (check->all, PrintedLine, i).page] = TRUE;
  for (guint i = 0; i < n_pages && check->wrong == NULL; i++)
    if (!says[i])
      check->wrong = g_strdup_printf ("page %u is empty", i + 1);
}

/* Entries of the list of speakers stand whole in a column. */
static void
check_entries (Check *check)
{
  const PrintedLine *name = NULL;
  for (guint i = 0; i < check->said->len; i++)
    {
      const PrintedLine *line = line_at (check, i);
      if (printed_is_of (line, "speaker-name speaker-family"))
        name = line;
      else if (printed_is_of (line, "speaker-part speaker-group"))
        name = NULL;
      else if (name != NULL && name->page != line->page)
        complain (check, line, name->page, PRINTED_BROKEN, "an entry broken");
    }
}

char *
check_no_findings (ProgrammeReport *report)
{
  static const char *const codes[] = { "keep-relaxed", "overflow", "overfull-line", "page-numbers", NULL };
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      gboolean is_of_end = strstr (programme_finding_get_message (finding), "high above its foot") != NULL;
      if (g_strv_contains (codes, programme_finding_get_code (finding)) && !is_of_end)
        return programme_finding_to_string (finding);
    }
  return NULL;
}

char *
check_keeps (const PgPages *pages, ProgrammeReport *report)
{
  Check check = { printed_lines (pages), printed_said (pages), printed_relaxed (pages, report), NULL };
  check_paragraphs (&check);
  check_headings (&check);
  check_labels (&check);
  check_pairs (&check);
  check_tables (&check, pages->pages->len);
  check_entries (&check);
  check_empty_pages (&check, pages->pages->len);
  g_array_unref (check.all);
  g_array_unref (check.said);
  g_array_unref (check.relaxed);
  return check.wrong;
}
