/* Enters: the files of a kit. Leaves: the list by which they are printed: by paper and sides, as trays are filled. */
#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/say.h"

#include <string.h>

/* Where the columns begin, as shares of the width; numbers stand at the end of theirs. */
static double
at (const PgVoice *voice, const char *key)
{
  return pg_share (voice, key) * voice->paper->measure;
}

static PgBlock *
number_block (const PgVoice *voice, const char *style, guint number)
{
  return pg_say_figures (voice, style, pg_arena_printf (voice->arena, "%u", number), &voice->event->place);
}

/* A row of five columns, behind one for a box to tick; what is NULL is empty. */
static PgBlock *
row_new (const PgVoice *voice, PgBlock *file, PgBlock *pages, PgBlock *copies, PgBlock *sheets, PgBlock *then)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double file_x = at (voice, "kit-file"), pages_x = at (voice, "kit-pages"), copies_x = at (voice, "kit-copies"),
         sheets_x = at (voice, "kit-sheets"), then_x = at (voice, "kit-then"), gap = pg_space (voice, "kit-gap");
  row->pad_above = row->pad_below = pg_space (voice, "kit-pad");
  row->keep_together = TRUE;
  pg_row_add (row, 0, pg_space (voice, "kit-box"), NULL);
  pg_row_add (row, file_x, pages_x - file_x - gap, file);
  pg_row_add (row, pages_x, copies_x - pages_x - gap, pages);
  pg_row_add (row, copies_x, sheets_x - copies_x - gap, copies);
  pg_row_add (row, sheets_x, then_x - sheets_x - gap, sheets);
  pg_row_add (row, then_x, 0, then);
  return row;
}

static PgBlock *
file_row (const PgVoice *voice, const PgPrintRow *file)
{
  PgBlock *row
      = row_new (voice, pg_say_string (voice, "kit-name", file->file, &voice->event->place),
                 number_block (voice, "kit-number", file->pages), number_block (voice, "kit-number", file->copies),
                 number_block (voice, "kit-number", file->sheets * file->copies),
                 file->finish != NULL ? pg_say_word (voice, "kit-more", file->finish) : NULL);
  row->rule_above = pg_theme_rule (voice->theme, "sign-row");
  row->pad_above = pg_space (voice, "kit-pad");
  g_array_index (row->cells, PgCell, 0).block
      = pg_tick_box (voice, pg_space (voice, "kit-box"), pg_space (voice, "kit-box-line"));
  return row;
}

static PgBlock *
head_row (const PgVoice *voice)
{
  return row_new (voice, pg_say_word (voice, "kit-head", "file"), pg_say_word (voice, "kit-head-number", "pages"),
                  pg_say_word (voice, "kit-head-number", "copies"), pg_say_word (voice, "kit-head-number", "sheets"),
                  pg_say_word (voice, "kit-head", "then"));
}

static gboolean
is_same_tray (const PgPrintRow *a, const PgPrintRow *b)
{
  return strcmp (a->paper, b->paper) == 0 && strcmp (a->way, b->way) == 0;
}

/* The paper, its sides, and how many sheets of it. */
static PgBlock *
tray_heading (const PgVoice *voice, const PgPrintRow *first, guint n_sheets)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  PgBlock *paper = pg_say_string (voice, "kit-paper", first->paper, &voice->event->place);
  double file_x = at (voice, "kit-file"), sheets_x = at (voice, "kit-sheets"), then_x = at (voice, "kit-then");
  double gap = pg_space (voice, "kit-gap");
  pg_add_string (voice, paper, "kit-way", PG_NAME_GAP);
  pg_add_word (voice, paper, "kit-way", first->way);
  paper->role = PG_ROLE_H2;
  pg_row_add (row, file_x, sheets_x - file_x - gap, paper);
  pg_row_add (row, sheets_x, then_x - sheets_x - gap, number_block (voice, "kit-total", n_sheets));
  row->before = pg_space (voice, "kit-white");
  row->after = pg_space (voice, "kit-below");
  row->keep_with_next = TRUE;
  return row;
}

/* All files for one tray, those of the first one that has no table yet. */
static void
add_tray (const PgVoice *voice, PgBlock *flow, guint first)
{
  const GPtrArray *rows = voice->request->kit->rows;
  const PgPrintRow *tray = g_ptr_array_index (rows, first);
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &voice->event->place);
  guint n_sheets = 0;
  table->rule_above = pg_theme_rule (voice->theme, "sign-list");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "sign-row");
  pg_table_set_head (table, head_row (voice), NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const PgPrintRow *file = g_ptr_array_index (rows, i);
      if (!is_same_tray (tray, file))
        continue;
      if (i < first)
        return;
      pg_block_add (table, file_row (voice, file));
      n_sheets += file->sheets * file->copies;
    }
  pg_block_add (flow, tray_heading (voice, tray, n_sheets));
  pg_block_add (flow, table);
}

static PgBlock *
sum_block (const PgVoice *voice)
{
  const GPtrArray *rows = voice->request->kit->rows;
  guint n_pages = 0, n_sheets = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const PgPrintRow *file = g_ptr_array_index (rows, i);
      n_pages += file->pages;
      n_sheets += file->sheets * file->copies;
    }
  PgBlock *row = row_new (voice, pg_say_word (voice, "kit-name", "in-all"), number_block (voice, "kit-number", n_pages),
                          NULL, number_block (voice, "kit-total", n_sheets), NULL);
  row->rule_above = pg_theme_rule (voice->theme, "sign-list");
  row->before = pg_space (voice, "kit-white");
  return row;
}

PgManuscript *
pg_print_list_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_pages (request, error);
  if (paper == NULL)
    return NULL;
  const PgVoice *voice = pg_voice_new (request, paper)->first;
  const GPtrArray *rows = request->kit->rows;
  PgBlock *flow = pg_kit_flow (voice, "print-list");
  pg_block_add (flow, pg_say_word (voice, "kit-note", rows->len > 0 ? "print-at" : "no-changes"));
  for (guint i = 0; i < rows->len; i++)
    add_tray (voice, flow, i);
  if (rows->len > 0)
    pg_block_add (flow, sum_block (voice));
  return pg_kit_page (voice, "print-list", flow);
}
