/* Enters: an event. Leaves: its cover centred between double rules. */
#include "piece/cover.h"
#include "say/furniture.h"
#include "say/pair.h"
#include "say/say.h"

static PgBlock *
rule_block (const PgJob *job, const char *rule)
{
  PgBlock *block = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  block->rule_above = pg_theme_rule (job->theme, rule);
  return block;
}

static PgBlock *
draft_words (const PgJob *job, const char *style)
{
  PgBlock *words = pg_paragraph (job, style, &job->event->place);
  if (pg_is_draft (job))
    {
      pg_add_string (job, words, NULL, pg_status (job));
      pg_add_string (job, words, NULL, " ");
    }
  pg_add_word (job, words, NULL, "agenda");
  return words;
}

/* "Draft Agenda" between two rules that are a little wider. */
static PgBlock *
document_block (const PgJob *job)
{
  PgBlock *table = pg_block_new (job->arena, PG_BLOCK_TABLE, &job->event->place);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  table->role = row->role = PG_ROLE_NONE; /* no more than rules round a line */
  row->rule_above = table->rule_end = pg_theme_rule (job->theme, "cover-fact");
  row->pad_above = row->pad_below = pg_space (job, "fact-pad");
  PgBlock *words = pg_box_new (job->arena, PG_STACKED (job, draft_words, "cover-draft"));
  words->padding.left = words->padding.right = pg_space (job, "cover-words-pad");
  pg_row_add (row, 0, 0, words);
  pg_block_add (table, row);
  PgBlock *box = pg_box_new (job->arena, table);
  box->natural = TRUE;
  box->across = PG_PLACE_MIDDLE;
  return box;
}

PgBlock *
pg_cover_centred (const PgJob *job, guint variant)
{
  PgBlock *placed = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  double edge = pg_cover_y (job, "cover-top"), top = edge + pg_space (job, "cover-mark-above");
  double x = job->left, width = job->width, bottom = job->page_height - pg_cover_y (job, "cover-bottom");
  double mark = pg_space (job, "cover-mark"), rule = pg_space (job, "title-rule");
  double inset = width * pg_share (job, "cover-inset");
  pg_placed_add (placed, x, edge, width, rule_block (job, "cover"));
  pg_placed_follow (placed, (job->page_width - mark) / 2, top, mark, 0, pg_cover_mark (job));
  pg_placed_follow (placed, x, top, width, pg_space (job, "cover-mark-below"),
                    PG_STACKED (job, pg_say, "cover-series", job->event->series));
  pg_cover_add_title (job, placed, x, width, top);
  pg_placed_follow (placed, (job->page_width - rule) / 2, pg_cover_y (job, "cover-rule"), rule,
                    pg_space (job, "cover-facts-white"), rule_block (job, "cover-fact"));
  pg_placed_follow (placed, x, pg_cover_y (job, "cover-facts"), width, pg_space (job, "cover-date-white"),
                    PG_STACKED (job, pg_cover_dates, "cover-date"));
  pg_placed_follow (placed, x, 0, width, pg_space (job, "cover-venue-white"),
                    PG_STACKED (job, pg_say, "cover-value", job->event->venue));
  pg_placed_follow (placed, x, 0, width, pg_space (job, "cover-reference-white"),
                    pg_cover_reference (job, "cover-reference"));
  pg_placed_follow (placed, x, pg_cover_y (job, "cover-figure"), width, pg_space (job, "cover-date-white"),
                    document_block (job));
  pg_placed_hang (placed, x + inset, bottom, width - 2 * inset, pg_cover_hosts (job, width - 2 * inset, TRUE));
  if (variant == 0) /* the lower rule goes where a long cover reaches down to it */
    pg_placed_put (placed, (PgPlacement){ .x = x,
                                          .y = job->page_height - edge,
                                          .width = width,
                                          .hangs = TRUE,
                                          .white = pg_space (job, "cover-end-white"),
                                          .block = rule_block (job, "cover") });
  return placed;
}
