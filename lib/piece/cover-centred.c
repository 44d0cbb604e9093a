/* Enters: an event. Leaves: its cover centred between double rules. */
#include "piece/cover.h"
#include "say/furniture.h"
#include "say/pair.h"
#include "say/say.h"

static PgBlock *
rule_block (const PgVoice *voice, const char *rule)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  block->rule_above = pg_theme_rule (voice->theme, rule);
  return block;
}

static PgBlock *
draft_words (const PgVoice *voice, const char *style)
{
  PgBlock *words = pg_paragraph (voice, style, &voice->event->place), *status = pg_paragraph (voice, style, NULL);
  if (pg_cover_wants_status (voice))
    pg_add_string (voice, status, NULL, pg_status (voice));
  pg_add_joined (voice, words, "stated", voice->language, status, pg_cover_document (voice, style));
  return words;
}

/* "Draft Agenda", as the language joins the two, between two rules that are a little wider. */
static PgBlock *
document_block (const PgVoice *voice)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &voice->event->place);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  table->role = row->role = PG_ROLE_NONE; /* no more than rules round a line */
  row->rule_above = table->rule_end = pg_theme_rule (voice->theme, "cover-fact");
  row->pad_above = row->pad_below = pg_space (voice, "fact-pad");
  PgBlock *words = pg_box_new (voice->arena, PG_STACKED (voice, draft_words, "cover-draft"));
  words->padding.left = words->padding.right = pg_space (voice, "cover-words-pad");
  pg_row_add (row, 0, 0, words);
  pg_block_add (table, row);
  PgBlock *box = pg_box_new (voice->arena, table);
  box->natural = TRUE;
  box->across = PG_PLACE_MIDDLE;
  return box;
}

PgBlock *
pg_cover_centred (const PgVoice *voice, guint variant, gboolean has_marks)
{
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  double edge = pg_cover_y (voice, "cover-top"), top = edge + pg_space (voice, "cover-mark-above");
  double x = voice->paper->left, width = voice->paper->measure,
         bottom = voice->paper->height - pg_cover_y (voice, "cover-bottom");
  double mark = pg_space (voice, "cover-mark"), rule = pg_space (voice, "title-rule");
  double inset = width * pg_share (voice, "cover-inset");
  pg_placed_add (placed, x, edge, width, rule_block (voice, "cover"));
  pg_placed_follow (placed, (voice->paper->width - mark) / 2, top, mark, 0, pg_cover_mark (voice));
  pg_placed_follow (placed, x, top, width, pg_space (voice, "cover-mark-below"),
                    PG_STACKED (voice, pg_say, "cover-series", voice->event->series));
  pg_cover_add_title (voice, placed, x, width, top);
  pg_placed_follow (placed, (voice->paper->width - rule) / 2, pg_cover_y (voice, "cover-rule"), rule,
                    pg_space (voice, "cover-facts-white"), rule_block (voice, "cover-fact"));
  pg_placed_follow (placed, x, pg_cover_y (voice, "cover-facts"), width, pg_space (voice, "cover-date-white"),
                    PG_STACKED (voice, pg_cover_dates, "cover-date"));
  pg_placed_follow (placed, x, 0, width, pg_space (voice, "cover-venue-white"),
                    PG_STACKED (voice, pg_say, "cover-value", voice->event->venue));
  pg_placed_follow (placed, x, 0, width, pg_space (voice, "cover-reference-white"),
                    pg_cover_reference (voice, "cover-reference"));
  pg_placed_follow (placed, x, pg_cover_y (voice, "cover-figure"), width, pg_space (voice, "cover-date-white"),
                    document_block (voice));
  pg_placed_hang (placed, x + inset, bottom, width - 2 * inset,
                  pg_cover_hosts (voice, width - 2 * inset, (PgHostsLook){ TRUE, has_marks }));
  if (variant == 0) /* the lower rule goes where a long cover reaches down to it */
    pg_placed_put (placed, (PgPlacement){ .x = x,
                                          .y = voice->paper->height - edge,
                                          .width = width,
                                          .hangs = TRUE,
                                          .white = pg_space (voice, "cover-end-white"),
                                          .block = rule_block (voice, "cover") });
  return placed;
}
