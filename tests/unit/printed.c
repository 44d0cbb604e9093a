/* Pages as a reader sees them. Enters: laid out pages. Leaves: their lines of text in order, by page and style. */
#include "printed.h"

#include <stdio.h>
#include <string.h>

/* Noto Sans: what letters with accents need above the baseline, and descenders below; em. */
#define ASCENT 0.72
#define DESCENT 0.21

static const char *
style_of (const PgLines *lines)
{
  for (guint i = 0; i < lines->n_lines; i++)
    if (lines->lines[i].n_runs > 0)
      return lines->lines[i].runs[0].run->style->name;
  return "";
}

static PrintedLine
line_of (guint page, const PgItem *item)
{
  const PgLines *lines = item->text.lines;
  const PgLine *line = &lines->lines[item->text.line];
  PrintedLine printed = { .page = page,
                          .item = item,
                          .lines = lines,
                          .line = line,
                          .index = item->text.line,
                          .style = style_of (lines),
                          .artifact = item->artifact != PG_ARTIFACT_NONE,
                          .left = item->x + line->x,
                          .right = item->x + line->x + line->width };
  for (guint i = 0; i < line->n_runs; i++)
    printed.size = MAX (printed.size, line->runs[i].run->style->size);
  gsize figures = strspn (lines->text + line->start, "0123456789");
  printed.top = item->y - ASCENT * printed.size;
  printed.bottom = item->y + (figures >= line->end - line->start ? 0 : DESCENT * printed.size);
  return printed;
}

GArray *
printed_lines (const PgPages *pages)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PrintedLine));
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *items = ((const PgPage *) g_ptr_array_index (pages->pages, i))->items;
      for (guint j = 0; j < items->len; j++)
        {
          const PgItem *item = &g_array_index (items, PgItem, j);
          if (item->kind != PG_ITEM_TEXT)
            continue;
          PrintedLine line = line_of (i, item);
          g_array_append_val (all, line);
        }
    }
  return all;
}

GArray *
printed_said (const PgPages *pages)
{
  g_autoptr (GArray) all = printed_lines (pages);
  GArray *said = g_array_new (FALSE, FALSE, sizeof (PrintedLine));
  for (guint i = 0; i < all->len; i++)
    {
      const PrintedLine *line = &g_array_index (all, PrintedLine, i);
      if (!line->artifact && !printed_is_cover (line))
        g_array_append_vals (said, line, 1);
    }
  return said;
}

/* Compares a name of length characters with one that may end in " small". */
static gboolean
is_style (const char *style, const char *name, gsize length)
{
  return strncmp (style, name, length) == 0 && (style[length] == '\0' || strcmp (style + length, " small") == 0);
}

gboolean
printed_is (const PrintedLine *line, const char *style)
{
  return is_style (line->style, style, strlen (style));
}

gboolean
printed_is_of (const PrintedLine *line, const char *styles)
{
  while (*styles != '\0')
    {
      gsize length = strcspn (styles, " ");
      if (is_style (line->style, styles, length))
        return TRUE;
      styles += length;
      styles += strspn (styles, " ");
    }
  return FALSE;
}

gboolean
printed_is_cover (const PrintedLine *line)
{
  return g_str_has_prefix (line->style, "cover-") || g_str_has_prefix (line->style, "head-");
}

static PrintedRelaxed
relaxed_of (const ProgrammeFinding *finding, guint *page)
{
  const char *message = programme_finding_get_message (finding), *edge = strstr (message, "over the edge of page ");
  if (strcmp (programme_finding_get_code (finding), "overflow") == 0)
    {
      g_assert_nonnull (edge);
      g_assert_cmpint (sscanf (edge, "over the edge of page %u", page), ==, 1);
      return PRINTED_OVERFLOW;
    }
  if (strcmp (programme_finding_get_code (finding), "keep-relaxed") != 0)
    return PRINTED_STRICT;
  g_assert_cmpint (sscanf (message, "on page %u", page), ==, 1);
  if (strstr (message, "without its heads") != NULL)
    return PRINTED_BARE;
  if (strstr (message, "a single line") != NULL)
    return PRINTED_ALONE;
  if (strstr (message, "is alone") != NULL || strstr (message, "more white") != NULL
      || strstr (message, "a stanza") != NULL)
    return PRINTED_LONELY;
  if (strstr (message, "is parted") != NULL || strstr (message, "a long title") != NULL)
    return PRINTED_PARTED;
  return strstr (message, "taller than a page") != NULL ? PRINTED_LONELY : PRINTED_BROKEN;
}

GArray *
printed_relaxed (const PgPages *pages, ProgrammeReport *report)
{
  GArray *relaxed = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (relaxed, pages->pages->len);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      guint page = 0;
      guint found = relaxed_of (programme_report_get_finding (report, i), &page);
      if (found == PRINTED_STRICT)
        continue;
      g_assert_cmpuint (page, >, 0);
      g_assert_cmpuint (page, <=, relaxed->len);
      guint *before = &g_array_index (relaxed, guint, page - 1);
      *before = MAX (*before, found);
    }
  return relaxed;
}

char *
printed_in_style (const PgPages *pages, guint page, const char *style, gboolean turned)
{
  g_autoptr (GArray) lines = printed_lines (pages);
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page != page || (style != NULL && !printed_is (line, style)) || (line->item->turned != NULL) != turned)
        continue;
      g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      g_string_append_printf (said, "%s%s", said->len > 0 ? " / " : "", g_strstrip (text));
    }
  return g_string_free (said, FALSE);
}

double
printed_size (const PgPages *pages, guint page, const char *style)
{
  g_autoptr (GArray) lines = printed_lines (pages);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, PrintedLine, i).page == page
        && printed_is (&g_array_index (lines, PrintedLine, i), style))
      return g_array_index (lines, PrintedLine, i).size;
  return 0;
}

guint
printed_check_folios (const PgPages *pages, guint page)
{
  const GArray *items = pg_pages_get (pages, page)->items;
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      const PgLine *line = item->kind == PG_ITEM_TEXT ? &item->text.lines->lines[item->text.line] : NULL;
      for (guint r = 0; line != NULL && r < line->n_runs; r++)
        {
          const PgRun *run = line->runs[r].run;
          const PangoItem *part = line->runs[r].glyphs->item;
          const PgElement *element = pg_item_run_element (item, run);
          if ((run->field != PG_FIELD_PAGE_OF && run->field != PG_FIELD_PAGE_AMONG) || element == NULL
              || element->role != PG_ROLE_LINK)
            continue;
          g_autofree char *said = g_strndup (item->text.lines->text + part->offset, (gsize) part->length);
          g_autofree char *wanted
              = g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (pages->anchors, element->anchor)));
          if (strcmp (wanted, "0") == 0) /* the booklet is without that part */
            g_assert_cmpstr (said, ==, "");
          else if (g_ascii_isdigit (said[0])) /* else in figures of the language's own */
            g_assert_cmpstr (said, ==, wanted);
          n++;
        }
    }
  return n;
}
