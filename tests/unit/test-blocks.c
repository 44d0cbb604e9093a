/* Enters: blocks made by hand, and those of the pieces of a small event. Leaves: whether pg_block_dump says what they are,
   and whether the pieces' are those of tests/golden. */
#include "golden.h"
#include "journey.h"
#include "sheet.h"

#include <string.h>

/* The dump itself */

#define assert_dump(block, expected)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = pg_block_dump (block);                                                                   \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

static void
test_paragraph (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgStyle *name = sheet_style (sheet);
  name->name = "name", name->before = 4;
  PgBlock *paragraph = sheet_styled (sheet, name, "a", 2);
  assert_dump (paragraph, "paragraph [name en] \"a1 / a2\"\n");
  pg_paragraph_add (sheet->arena, paragraph, NULL, "b", "en");
  pg_paragraph_add (sheet->arena, paragraph, &sheet->style, "c", "fr")->href = "http://a.org/";
  PgRun *page = pg_paragraph_add (sheet->arena, paragraph, NULL, "000", "en");
  page->field = PG_FIELD_PAGE_OF, page->anchor = "m", page->flags = PG_RUN_BOLD | PG_RUN_NOTE, page->isolate = page;
  paragraph->role = PG_ROLE_H2, paragraph->after = 2.5, paragraph->max_lines = 2, paragraph->keep_with_next = TRUE;
  paragraph->bookmark = "B", paragraph->bookmark_level = 2, paragraph->anchor = "m";
  assert_dump (paragraph, "paragraph H2 white 4/2.5 with-next #m bookmark 2 \"B\" at-most 2 [name en] \"a1 / a2|b\" "
                          "[test fr to http://a.org/] \"c\" [name en bold note page-of isolated to #m] \"000\"\n");
}

static void
test_table (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgColour red = { 1, 0, 0 };
  PgBlock *table = sheet_block (sheet, PG_BLOCK_TABLE), *row = sheet_row (sheet, sheet_lines (sheet, "a", 0));
  table->head = sheet_row (sheet, sheet_lines (sheet, "h", 0));
  table->head_continued = sheet_row (sheet, sheet_lines (sheet, "again", 0));
  table->rule_end = sheet_rule (sheet, 1);
  row->rule_above = sheet_rule (sheet, 0.5), row->rule_once = TRUE;
  row->pad_above = 3, row->band = &red, row->keep_together = TRUE, row->align_tops = TRUE;
  PgCell *cell = pg_row_add (row, 150, 0, NULL);
  cell->fit = PG_CELL_AT_END, cell->role = PG_ROLE_TH, cell->continued = sheet_lines (sheet, "c", 0);
  pg_block_add (table, row);
  assert_dump (table, "table rule-end 1 #000000\n"
                      "  head: row\n"
                      "    cell 0+200: paragraph [test en] \"h\"\n"
                      "  head on later pages: row\n"
                      "    cell 0+200: paragraph [test en] \"again\"\n"
                      "  row TR together rule-once 0.5 #000000 pad 3/0 band #ff0000 tops\n"
                      "    cell 0+200: paragraph [test en] \"a\"\n"
                      "    cell 150+0 at-end TH: empty\n"
                      "    and on the next page: paragraph [test en] \"c\"\n");
}

static void
test_placed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgColour blue = { 0, 0, 1 };
  PgImage image = { "a.png", "An anchor", 30, 20, TRUE, &blue };
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED), *fill = sheet_block (sheet, PG_BLOCK_FILL);
  PgBlock *picture = sheet_block (sheet, PG_BLOCK_IMAGE), *columns = sheet_block (sheet, PG_BLOCK_COLUMNS);
  fill->width = 10, fill->height = 5, fill->colour = blue, fill->artifact = TRUE;
  picture->image = &image, picture->mirrored = TRUE;
  columns->n_columns = 2, columns->gutter = 12;
  pg_placed_add (placed, 1, 2, 3, fill);
  pg_placed_follow (placed, 0, 0, 10, 7, picture);
  pg_placed_hang (placed, 0, 90, 10, columns);
  placed->extent = 95;
  assert_dump (placed, "placed high 95\n"
                       "  at 1 2+3: fill artifact 10 x 5 of #0000ff\n"
                       "  at 0 0+10 follows white 7: image mirrored a.png 30 x 20 \"An anchor\" crop tint #0000ff\n"
                       "  at 0 90+10 hangs: columns of 2, 12 apart\n");
}

static void
test_choice (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  const PgColour red = { 1, 0, 0 };
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE), *box = pg_box_new (sheet->arena, sheet_lines (sheet, "a", 0));
  choice->by = PG_CHOICE_SPACE;
  box->box_width = 50, box->vertical = PG_PLACE_MIDDLE, box->across = PG_PLACE_END, box->natural = TRUE;
  box->padding = (PgPadding){ 1, 2, 3, 4 }, box->same_size = "names", box->fill = &red;
  pg_block_add (choice, box);
  pg_block_add (choice, sheet_lines (sheet, "b", 0));
  assert_dump (choice, "choice by space\n"
                       "  box 50 x 0, end, middle, padding 1 2 3 4 filled #ff0000 natural same-size names\n"
                       "    paragraph [test en] \"a\"\n"
                       "  or: paragraph [test en] \"b\"\n");
}

/* The pieces, as they were looked at and found good; covers are seen in the dumps of pages */

static void
compare_file (const char *file, const char *paper, const char *golden, const char *piece, const char *theme,
              const char *second, PgBilingual bilingual, PgSort sort)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  g_autoptr (GString) all = g_string_new (NULL);
  journey->second = second;
  journey->bilingual = bilingual;
  journey->sort = sort;
  g_assert_true (journey_make (journey, piece, NULL, paper));
  const GPtrArray *runs = journey_page_runs (journey, piece);
  for (guint i = 0; i < runs->len; i++)
    {
      const PgPageRun *run = g_ptr_array_index (runs, i);
      if (run->flow->kind == PG_BLOCK_PLACED || run->flow->kind == PG_BLOCK_CHOICE)
        continue;
      g_autofree char *flow = pg_block_dump (run->flow);
      g_autofree char *under = run->under != NULL ? pg_block_dump (run->under) : g_strdup ("nothing\n");
      g_autofree char *over = run->over != NULL ? pg_block_dump (run->over) : g_strdup ("nothing\n");
      g_string_append_printf (all, "pages %u, margins %g %g %g %g, runt %g, overrun %g\nflow: %sunder: %sover: %s",
                              i + 1, run->left, run->right, run->top, run->bottom, run->ends.runt, run->ends.overrun,
                              flow, under, over);
    }
  golden_compare (golden, all->str);
}

static void
compare (const char *golden, const char *piece, const char *theme, const char *second, PgBilingual bilingual,
         PgSort sort)
{
  compare_file ("small.xml", "A4", golden, piece, theme, second, bilingual, sort);
}

static void
test_agenda (void)
{
  compare ("blocks-agenda-institutional", "agenda", "institutional", NULL, 0, 0);
  compare ("blocks-agenda-classic", "agenda", "classic", NULL, 0, 0);
  compare ("blocks-agenda-modern", "agenda", "modern", NULL, 0, 0);
}

static void
test_languages (void)
{
  compare ("blocks-agenda-stacked", "agenda", "modern", "ko", PG_BILINGUAL_STACKED, 0);
  compare ("blocks-agenda-parallel", "agenda", "institutional", "ko", PG_BILINGUAL_PARALLEL, 0);
}

static void
test_speakers (void)
{
  compare ("blocks-speakers-name", "speakers", "institutional", NULL, 0, PG_SORT_NAME);
  compare ("blocks-speakers-country", "speakers", "classic", NULL, 0, PG_SORT_COUNTRY);
}

/* Another event, with who speaks with whom, in what the first one was not set in. */
static void
test_quays (void)
{
  compare_file ("quays.xml", "A5", "blocks-quays-small", "agenda", "institutional", NULL, 0, 0);
  compare_file ("quays.xml", "A4", "blocks-quays-stacked", "agenda", "modern", "fr", PG_BILINGUAL_STACKED, 0);
  compare_file ("quays.xml", "A4", "blocks-quays-parallel", "agenda", "classic", "fr", PG_BILINGUAL_PARALLEL, 0);
  compare_file ("quays.xml", "A4", "blocks-quays-speakers", "speakers", "modern", "fr", PG_BILINGUAL_STACKED,
                PG_SORT_COUNTRY);
  compare_file ("quays.xml", "A4", "blocks-quays-signs", "signs", "institutional", "fr", PG_BILINGUAL_STACKED, 0);
  compare_file ("quays.xml", "A5", "blocks-quays-sessions", "speakers", "institutional", NULL, 0, PG_SORT_SESSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blocks/paragraph", test_paragraph);
  g_test_add_func ("/blocks/table", test_table);
  g_test_add_func ("/blocks/placed", test_placed);
  g_test_add_func ("/blocks/choice", test_choice);
  g_test_add_func ("/blocks/agenda", test_agenda);
  g_test_add_func ("/blocks/languages", test_languages);
  g_test_add_func ("/blocks/speakers", test_speakers);
  g_test_add_func ("/blocks/quays", test_quays);
  return g_test_run ();
}
