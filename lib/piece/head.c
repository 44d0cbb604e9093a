/* Enters: an event whose agenda has no cover. Leaves: what a cover says as the head of the first page; and all of the agenda on
   one page, where it fits. */
#include "piece/cover.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

static gboolean
is_centred (const PgVoice *voice)
{
  return pg_theme_is (voice->theme, "arrangement", "cover", "centred");
}

/* The series, or else who organises. */
static PgBlock *
series_block (const PgVoice *voice)
{
  const ProgrammeEvent *event = voice->event;
  if (event->series != NULL)
    return PG_STACKED (voice, pg_say, "head-series", event->series);
  const PgOrganisation *first = event->organisers->len > 0 ? g_ptr_array_index (event->organisers, 0) : NULL;
  return first != NULL ? PG_STACKED (voice, pg_say, "head-series", first->name) : NULL;
}

/* Whether that is the only one who organises, who need not be said again then. */
static gboolean
series_says_host (const PgVoice *voice)
{
  const GPtrArray *hosts = voice->event->organisers;
  return voice->event->series == NULL && hosts->len == 1
         && ((const PgOrganisation *) g_ptr_array_index (hosts, 0))->logo == NULL;
}

static PgBlock *
title_in (const PgVoice *voice, const char *style)
{
  PgBlock *title = pg_say (voice, style, voice->event->title);
  title->role = PG_ROLE_H1;
  return title;
}

#define MOST_LINES 3 /* of a title in the large style */

static PgBlock *
title_block (const PgVoice *voice)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  PgBlock *large = PG_STACKED (voice, title_in, "head-title");
  pg_block_limit_lines (large, MOST_LINES);
  choice->by = PG_CHOICE_LINES;
  pg_block_add (choice, large);
  pg_block_add (choice, PG_STACKED (voice, title_in, "head-title-long"));
  return choice;
}

/* One day is told with its day of the week, since no other heading may tell it. */
static PgBlock *
date_block (const PgVoice *voice, const char *style)
{
  const GPtrArray *days = voice->event->days;
  const PgDay *only = days->len == 1 ? g_ptr_array_index (days, 0) : NULL;
  gboolean is_named = only != NULL && only->title == NULL && voice->event->dates == NULL;
  PgBlock *dates = is_named ? pg_day_name (voice, style, only) : pg_cover_dates (voice, style);
  if (pg_head_says_day (voice) && dates != NULL)
    pg_add_day_start (voice, dates, style, only);
  return dates;
}

/* Where a text's first comma is, or NULL. */
static const char *
first_comma (const char *text)
{
  static const char *const commas[] = { ", ", "，", "、", "، " };
  const char *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    {
      const char *at = strstr (text, commas[i]);
      first = at != NULL && (first == NULL || at < first) ? at : first;
    }
  return first;
}

static void
add_part (const PgVoice *voice, PgBlock *line, const PgRun *run, gsize from, gsize to, const PgStyle *style)
{
  if (from == to)
    return;
  const char *text = pg_arena_strndup (voice->arena, run->text + from, (gssize) (to - from));
  PgRun *part = pg_paragraph_add (voice->arena, line, style, text, run->language);
  *part = *run;
  part->text = text;
  part->style = style;
  part->offset = run->offset + (guint) from;
}

/* The place, no longer bold from the first comma on. */
static PgBlock *
place_block (const PgVoice *voice)
{
  PgBlock *place = pg_say (voice, "head-value", voice->event->venue);
  if (place == NULL)
    return NULL;
  const PgStyle *more = pg_style (voice, "head-more");
  PgBlock *line = pg_paragraph_in (voice, place->style, &place->place);
  gboolean is_rest = FALSE;
  for (guint i = 0; i < place->n_runs; i++)
    {
      const PgRun *run = &place->runs[i];
      const char *comma = is_rest ? run->text : first_comma (run->text);
      gsize length = strlen (run->text), bold = comma != NULL ? (gsize) (comma - run->text) : length;
      add_part (voice, line, run, 0, bold, run->style);
      add_part (voice, line, run, bold, length, more);
      is_rest = comma != NULL;
    }
  return line;
}

/* "Agenda [Draft] H/1 · Revision 2"; the agenda's own title where no other heading tells it. */
static PgBlock *
document_line (const PgVoice *voice)
{
  gboolean has_title = voice->event->agenda_title != NULL && pg_head_says_day (voice);
  PgBlock *line = has_title ? pg_say (voice, "head-value", voice->event->agenda_title)
                            : pg_say_word (voice, "head-value", "agenda");
  PgBlock *reference = pg_cover_reference (voice, "head-more");
  if (pg_is_draft (voice))
    {
      pg_add_string (voice, line, NULL, PG_NAME_GAP);
      pg_add_string (voice, line, "head-status", pg_status (voice));
    }
  if (reference == NULL)
    return line;
  pg_add_string (voice, line, "head-more", "\u2003");
  pg_add_runs (voice, line, reference);
  return line;
}

static void
add_labelled (const PgVoice *voice, PgBlock *table, PgBlock *label, PgBlock *value)
{
  if (value == NULL)
    return;
  gboolean is_first = table->children->len == 0;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &value->place);
  row->rule_above = is_first ? pg_theme_rule (voice->theme, "head") : pg_theme_rule (voice->theme, "head-fact");
  row->pad_above = row->pad_below = pg_space (voice, "head-fact-pad");
  row->keep_together = row->keep_with_next = TRUE;
  pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"), label)->role = PG_ROLE_TH;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, value);
  pg_block_add (table, row);
}

static void
add_fact (const PgVoice *voice, PgBlock *table, const char *key, PgBlock *value)
{
  add_labelled (voice, table, PG_STACKED (voice, pg_say_word, "head-label", key), value);
}

/* Who is there on all days. */
static void
add_groups (const PgVoice *voice, PgBlock *table)
{
  for (guint i = 0; i < voice->event->groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (voice->event->groups, i);
      PgBlock *value = pg_group_fact (voice, group);
      if (i == 0 && value != NULL)
        value->anchor = PG_AGENDA_ANCHOR;
      add_labelled (voice, table, PG_STACKED (voice, pg_label_block, "head-label", group), value);
    }
}

static PgBlock *
facts_table (const PgVoice *voice, gboolean has_hosts)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &voice->event->place);
  add_fact (voice, table, voice->event->days->len > 1 ? "dates" : "date", PG_STACKED (voice, date_block, "head-value"));
  add_fact (voice, table, "place",
            pg_stack_languages (voice, place_block (voice->first),
                                voice->second != NULL ? place_block (voice->second) : NULL));
  add_groups (voice, table);
  add_fact (voice, table, "document",
            pg_stack_languages (voice, document_line (voice->first),
                                voice->second != NULL ? document_line (voice->second) : NULL));
  if (has_hosts && !series_says_host (voice))
    add_fact (voice, table, "organised-by",
              pg_cover_hosts (voice, voice->paper->details_width, (PgHostsLook){ FALSE, TRUE }));
  return table;
}

static void
add_below (PgBlock *stack, PgBlock *block, double white)
{
  if (block == NULL)
    return;
  block->before = white;
  block->keep_with_next = TRUE;
  pg_block_add (stack, block);
}

/* A block on the second axis. */
static PgBlock *
on_details (const PgVoice *voice, PgBlock *block)
{
  if (block == NULL)
    return NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &block->place);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, block);
  row->keep_together = TRUE;
  return row;
}

/* The mark on the first axis, the series on the second. */
static PgBlock *
top_row (const PgVoice *voice)
{
  PgBlock *mark = pg_cover_mark (voice), *series = series_block (voice);
  if (mark == NULL && series == NULL)
    return NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  row->align_tops = TRUE;
  if (mark != NULL)
    pg_row_add (row, 0, pg_space (voice, "head-mark"), mark);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, series);
  return row;
}

static void
add_on_axes (const PgVoice *voice, PgBlock *head, gboolean has_hosts)
{
  add_below (head, top_row (voice), 0);
  add_below (head, on_details (voice, title_block (voice)), pg_space (voice, "head-title-white"));
  add_below (head, on_details (voice, PG_STACKED (voice, pg_say, "head-subtitle", voice->event->subtitle)),
             pg_space (voice, "head-subtitle-white"));
  add_below (head, facts_table (voice, has_hosts), pg_space (voice, "head-facts-white"));
}

/* "Trainer: Aino Aalto": the label, then a line for each of them. */
static void
add_groups_centred (const PgVoice *voice, PgBlock *head)
{
  for (guint i = 0; i < voice->event->groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (voice->event->groups, i);
      PgBlock *value = pg_group_fact (voice, group);
      if (value == NULL)
        continue;
      value->anchor = i == 0 ? PG_AGENDA_ANCHOR : NULL;
      add_below (head, PG_STACKED (voice, pg_label_block, "head-series", group), pg_space (voice, "head-facts-white"));
      add_below (head, value, 0);
    }
}

static void
add_centred (const PgVoice *voice, PgBlock *head, gboolean has_hosts)
{
  PgBlock *mark = pg_cover_mark (voice), *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double size = pg_space (voice, "head-mark"), white = pg_space (voice, "head-title-white");
  if (mark != NULL)
    pg_row_add (row, (voice->paper->measure - size) / 2, size, mark);
  add_below (head, mark != NULL ? row : NULL, 0);
  add_below (head, series_block (voice), white);
  add_below (head, title_block (voice), white);
  add_below (head, PG_STACKED (voice, pg_say, "head-subtitle", voice->event->subtitle),
             pg_space (voice, "head-subtitle-white"));
  add_below (head, PG_STACKED (voice, date_block, "head-value"), pg_space (voice, "head-facts-white"));
  add_below (head, PG_STACKED (voice, pg_say, "head-value", voice->event->venue), 0);
  add_groups_centred (voice, head);
  add_below (head,
             pg_stack_languages (voice, document_line (voice->first),
                                 voice->second != NULL ? document_line (voice->second) : NULL),
             pg_space (voice, "head-facts-white"));
  if (has_hosts && !series_says_host (voice))
    add_below (head, pg_cover_hosts (voice, voice->paper->measure, (PgHostsLook){ TRUE, TRUE }),
               pg_space (voice, "head-facts-white"));
}

static PgBlock *
head_block (const PgVoice *voice, gboolean has_hosts, const char *white)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  if (is_centred (voice))
    add_centred (voice, head, has_hosts);
  else
    add_on_axes (voice, head, has_hosts);
  head->keep_together = head->keep_with_next = TRUE;
  head->after = pg_space (voice, white);
  return head;
}

gboolean
pg_head_says_day (const PgVoice *voice)
{
  const GPtrArray *days = voice->event->days;
  return days->len == 1 && voice->event->front->len == 0
         && ((const PgDay *) g_ptr_array_index (days, 0))->title == NULL;
}

PgRole
pg_head_entry_role (const PgVoice *voice)
{
  return pg_head_says_day (voice) ? PG_ROLE_H2 : PG_ROLE_H4;
}

void
pg_head_open (const PgVoice *voice, PgPageRun *run)
{
  const PgVoice *full = pg_voice_for_page (pg_cover_voice (voice), 1, FALSE, PG_ROLE_H4);
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (flow, head_block (full, TRUE, pg_is_course (voice) ? "head-white-tight" : "head-white"));
  pg_block_add (flow, run->flow);
  run->flow = flow;
  run->continued = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  run->top_continued = run->top;
  run->top = pg_space (voice, "head-top");
  pg_pages_open (voice, run, voice->event->organisers);
  for (guint i = 0; run->otherwise != NULL && i < run->otherwise->len; i++)
    pg_head_open (voice, g_ptr_array_index (run->otherwise, i));
}

/* All of it: the head, what stands before the days, the days, what stands after them. */
static PgBlock *
whole_block (const PgVoice *voice, const PgVoice *full, const char *white)
{
  PgBlock *whole = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (whole, head_block (full, FALSE, white));
  pg_block_add (whole, pg_front_flow (voice, FALSE));
  pg_add_days (voice, whole, pg_head_says_day (voice) ? PG_DAY_NO_HEADING : PG_DAY_HEADING, pg_space (voice, white), 0);
  PgBlock *const after[] = { pg_texts_flow (voice), pg_back_flow (voice) };
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      if (after[i] != NULL)
        after[i]->before = pg_space (voice, white);
      pg_block_add (whole, after[i]);
    }
  return whole;
}

/* Those who organise, as a line at the foot. */
static PgBlock *
foot_line (const PgVoice *voice)
{
  PgBlock *line = pg_paragraph (voice, "running-foot", &voice->event->place);
  for (guint i = 0; i < voice->event->organisers->len; i++)
    {
      const PgOrganisation *organiser = g_ptr_array_index (voice->event->organisers, i);
      pg_add_string (voice, line, NULL, i > 0 ? PG_DOT : "");
      pg_add_text (voice, line, NULL, pg_organisation_short (organiser));
    }
  return line->n_runs > 0 ? line : NULL;
}

/* Those who organise stand at the foot with their marks where there is white above them, else as a line. */
static void
add_variant (const PgVoice *voice, PgBlock *choice, const char *white, gboolean has_marks)
{
  const PgVoice *full = pg_voice_for_page (pg_cover_voice (voice), 1, FALSE, PG_ROLE_H4);
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  PgBlock *hosts = NULL, *end = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  double x = voice->paper->left, width = voice->paper->measure;
  if (has_marks)
    hosts = is_centred (voice) ? pg_cover_hosts (full, width, (PgHostsLook){ TRUE, TRUE })
                               : pg_cover_labelled_hosts (full, TRUE);
  pg_placed_follow (placed, x, pg_space (voice, "head-top"), width, 0, whole_block (voice, full, white));
  pg_placed_put (placed, (PgPlacement){ .x = x,
                                        .y = voice->paper->height - voice->paper->bottom,
                                        .width = width,
                                        .hangs = TRUE,
                                        .white = hosts != NULL ? pg_space (voice, "head-hosts-white") : 0,
                                        .block = hosts != NULL ? hosts : end });
  if (!has_marks)
    {
      pg_placed_add (placed, x + (is_centred (voice) ? 0 : voice->paper->details_x),
                     voice->paper->height - pg_theme_length (voice->theme, "page", "foot"), voice->paper->details_width,
                     foot_line (voice->first));
      pg_cover_leave_marks_out (voice, placed);
    }
  pg_block_add (choice, placed);
}

PgPageRun *
pg_one_page (const PgVoice *voice)
{
  PgPageRun *run = pg_page_run_new (voice);
  gboolean may_grow = pg_theme_length (voice->theme, "type", "least") <= 0;
  PgRole role = pg_head_entry_role (voice);
  const PgVoice *voices[] = { may_grow ? pg_voice_for_page (voice, pg_share (voice, "roomy"), TRUE, role) : NULL,
                              pg_voice_for_page (voice, 1, FALSE, role),
                              pg_voice_for_page (voice, pg_share (voice, "tight"), FALSE, role) };
  run->flow = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  run->flow->by = PG_CHOICE_SPACE;
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      const char *white = i + 1 == G_N_ELEMENTS (voices) ? "head-white-tight" : "head-white";
      if (voices[i] != NULL && voice->event->organisers->len > 0)
        add_variant (voices[i], run->flow, white, TRUE);
      if (voices[i] != NULL)
        add_variant (voices[i], run->flow, white, FALSE);
    }
  run->over = pg_errors_over (voice);
  return run;
}
