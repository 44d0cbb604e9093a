/* A page made by hand. Enters: blocks in styles of the test. Leaves: where layout puts them, as text to compare. */
#include "sheet.h"

#include <math.h>
#include <string.h>

static PgFonts *fonts;

static void
free_fonts (void)
{
  pg_fonts_give_back (fonts);
}

PgFonts *
sheet_fonts (void)
{
  if (fonts != NULL)
    return fonts;
  g_autoptr (GError) error = NULL;
  fonts = pg_fonts_take (NULL, NULL, &error);
  g_assert_no_error (error);
  atexit (free_fonts);
  return fonts;
}

PgLines *
sheet_break (const PgStyle *style, const char *language, double width, const char *text)
{
  PgRun run = { .text = text, .style = style, .language = language };
  return pg_lines_new (sheet_fonts (), style, &run, 1, width, FALSE, NULL, NULL);
}

char *
sheet_join (const PgLines *lines)
{
  GString *joined = g_string_new (NULL);
  for (guint i = 0; i < lines->n_lines; i++)
    {
      const PgLine *line = &lines->lines[i];
      g_autofree char *text = g_strndup (lines->text + line->start, line->end - line->start);
      g_string_append_printf (joined, "%s%s%s", i > 0 ? "|" : "", g_strchomp (text), line->hyphenated ? "=" : "");
    }
  return g_string_free (joined, FALSE);
}

void
assert_broken (const PgStyle *style, const char *language, double width, const char *text, const char *const *wanted)
{
  PgLines *lines = sheet_break (style, language, width, text);
  g_autofree char *found = sheet_join (lines), *expected = g_strjoinv ("|", (char **) wanted);
  g_assert_cmpstr (found, ==, expected);
  pg_lines_free (lines);
}

PgBlock *
sheet_block (Sheet *sheet, PgBlockKind kind)
{
  PgPlace place = { "event.xml", 1, 1 };
  return pg_block_new (sheet->arena, kind, &place);
}

PgPageRun *
sheet_add_run (Sheet *sheet)
{
  PgPageRun *run = pg_arena_new0 (sheet->arena, PgPageRun);
  run->width = sheet->width;
  run->height = sheet->height;
  run->flow = sheet_block (sheet, PG_BLOCK_STACK);
  g_ptr_array_add (sheet->manuscript->page_runs, run);
  return run;
}

Sheet *
sheet_new (double width, double height)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->arena = pg_arena_new ();
  sheet->report = programme_report_new ();
  sheet->manuscript = pg_manuscript_new (sheet->arena);
  sheet->style = (PgStyle){ .name = "test", .family = "Sans", .size = 8, .leading = 10 };
  sheet->width = width;
  sheet->height = height;
  sheet->run = sheet_add_run (sheet);
  return sheet;
}

void
sheet_free (Sheet *sheet)
{
  pg_pages_free (sheet->pages);
  programme_report_unref (sheet->report);
  pg_arena_free (sheet->arena);
  g_free (sheet);
}

PgBlock *
sheet_styled (Sheet *sheet, const PgStyle *style, const char *name, guint n)
{
  PgPlace place = { "event.xml", 1, 1 };
  PgBlock *block = pg_paragraph_new (sheet->arena, style, &place);
  g_autoptr (GString) text = g_string_new (n == 0 ? name : NULL);
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%s%s%u", i > 1 ? "\u2028" : "", name, i);
  pg_paragraph_add (sheet->arena, block, NULL, pg_arena_strdup (sheet->arena, text->str), "en");
  return block;
}

PgBlock *
sheet_lines (Sheet *sheet, const char *name, guint n)
{
  return sheet_styled (sheet, &sheet->style, name, n);
}

PgBlock *
sheet_add (Sheet *sheet, PgBlock *block)
{
  pg_block_add (sheet->run->flow, block);
  return block;
}

PgBlock *
sheet_row (Sheet *sheet, PgBlock *block)
{
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (row, 0, sheet->run->width, block);
  return row;
}

const PgRule *
sheet_rule (Sheet *sheet, double thickness)
{
  PgRule *rule = pg_arena_new0 (sheet->arena, PgRule);
  rule->thickness = thickness;
  return rule;
}

PgStyle *
sheet_style (Sheet *sheet)
{
  PgStyle *style = pg_arena_new0 (sheet->arena, PgStyle);
  *style = sheet->style;
  return style;
}

void
sheet_set (Sheet *sheet)
{
  g_autoptr (GError) error = NULL;
  sheet->pages = pg_layout (sheet->manuscript, sheet_fonts (), NULL, sheet->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheet->pages);
}

static void
add_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.2f", round (number * 100) / 100 + 0.0);
  char *end = strchr (text, '.') + 2;
  while (*end == '0' || *end == '.')
    {
      gboolean is_point = *end == '.';
      *end-- = '\0';
      if (is_point)
        break;
    }
  g_string_append (out, text);
}

static void
add_item (GString *out, const PgItem *item)
{
  if (item->kind == PG_ITEM_TEXT)
    {
      const PgLines *lines = item->text.lines;
      const PgLine *line = &lines->lines[item->text.line];
      g_autofree char *text = g_strndup (lines->text + line->start, line->end - line->start);
      if (g_str_has_suffix (text, "\u2028"))
        text[strlen (text) - strlen ("\u2028")] = '\0';
      g_string_append_printf (out, "%s%s@", item->artifact ? "~" : "", g_strstrip (text));
      add_number (out, item->y - lines->baseline);
    }
  else
    {
      g_string_append (out, item->kind == PG_ITEM_FILL ? "=@" : "image@");
      add_number (out, item->y);
      g_string_append_c (out, '+');
      add_number (out, item->height);
    }
  if (fabs (item->x) < 0.005)
    return;
  g_string_append_c (out, ',');
  add_number (out, item->x);
}

char *
sheet_page (const Sheet *sheet, guint page)
{
  g_assert_cmpuint (page, <, sheet->pages->pages->len);
  const GArray *items = ((const PgPage *) g_ptr_array_index (sheet->pages->pages, page))->items;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      add_item (out, &g_array_index (items, PgItem, i));
    }
  return g_string_free (out, FALSE);
}

char *
sheet_findings (const Sheet *sheet)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < programme_report_get_n_findings (sheet->report); i++)
    {
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (sheet->report, i));
      g_string_append_printf (out, "%s\n", line);
    }
  return g_string_free (out, FALSE);
}
