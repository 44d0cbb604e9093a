/* Enters: what a run of pages says. Leaves: its margins, running head, folio and foot, and the draft mark. */
#include "say/furniture.h"

#include "event/words.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* As the event's first language says it. */
static const char *
original_status (const PgVoice *voice)
{
  const PgVersion *original = g_ptr_array_index (voice->event->status->versions, 0);
  return original->string;
}

gboolean
pg_is_draft (const PgVoice *voice)
{
  return voice->event->status != NULL && g_ascii_strcasecmp (original_status (voice), "final") != 0;
}

const char *
pg_status (const PgVoice *voice)
{
  const PgText *status = voice->event->status;
  const PgVersion *own = pg_text_lookup (status, voice->language);
  g_autofree char *key = g_ascii_strdown (original_status (voice), -1);
  gboolean is_translated = own != NULL && own != g_ptr_array_index (status->versions, 0);
  if (!is_translated && pg_word_exists (key))
    return pg_word (voice->event, key, voice->language, NULL);
  return pg_plain (voice, status);
}

static void
add_field (const PgVoice *voice, PgBlock *folio, const char *language, PgField field)
{
  PgRun *run = pg_paragraph_add (voice->arena, folio, NULL, "000", language);
  run->field = field;
  run->zero = voice->zero;
}

/* The folio, as "3" or "3 of 8". */
static PgBlock *
folio_block (const PgVoice *voice)
{
  PgBlock *folio = pg_paragraph (voice, "folio", &voice->event->place);
  if (pg_theme_is (voice->theme, "arrangement", "folio", "page"))
    {
      add_field (voice, folio, voice->language, PG_FIELD_PAGE);
      return folio;
    }
  const char *language;
  const char *word = pg_word (voice->event, "page-of", voice->language, &language);
  while (*word != '\0')
    {
      gsize literal = strcspn (word, "%");
      pg_add_string (voice, folio, NULL, pg_arena_strndup (voice->arena, word, (gssize) literal));
      word += literal;
      if (word[0] == '%' && (word[1] == '1' || word[1] == '2'))
        add_field (voice, folio, language, word[1] == '1' ? PG_FIELD_PAGE : PG_FIELD_PAGES);
      word += MIN (strlen (word), 2);
    }
  return folio;
}

/* What repeats at the edges of pages, such as a long title, has no more lines than there is white for: two, one for each
   language where there are two, one where the head is of one line. */
static PgBlock *
in_margin (const PgVoice *voice, PgBlock *line)
{
  gboolean is_one = pg_theme_is (voice->theme, "arrangement", "running", "one");
  if (line != NULL && line->kind != PG_BLOCK_STACK)
    pg_block_limit_lines (line, line->kind == PG_BLOCK_PARAGRAPH && !is_one ? 2 : 1);
  return line;
}

static PgBlock *
event_line (const PgVoice *voice, const PgText *running_head)
{
  const PgText *text = running_head != NULL                ? running_head
                       : voice->event->short_title != NULL ? voice->event->short_title
                                                           : voice->event->title;
  return pg_say (voice, "running-head", text);
}

static PgBlock *
errors_mark (const PgVoice *voice, const char *style)
{
  return pg_say_string (voice, style, pg_word (voice->event, "with-errors", voice->language, NULL),
                        &voice->event->place);
}

/* That the event has errors is said in each language, whatever the bilingual way: nobody is to miss it. */
static PgBlock *
errors_block (const PgVoice *voice, const char *style)
{
  PgBlock *marks = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (marks, errors_mark (voice->first, style));
  if (voice->second != NULL)
    pg_block_add (marks, errors_mark (voice->second, style));
  return marks;
}

/* What keeps a page from being taken for the final one: errors, or else the status. */
PgBlock *
pg_state_block (const PgVoice *voice, const char *style)
{
  if (voice->request->has_errors)
    return errors_block (voice, style);
  if (!pg_is_draft (voice) || !pg_theme_is (voice->theme, "arrangement", "draft", "mark"))
    return NULL;
  return pg_say_string (voice, style, pg_status (voice), &voice->event->place);
}

/* Their names, apart from each other. */
static void
add_organisers (const PgVoice *voice, PgBlock *line, const GPtrArray *organisers)
{
  for (guint i = 0; organisers != NULL && i < organisers->len; i++)
    {
      if (i > 0)
        pg_add_string (voice, line, NULL, PG_DOT);
      pg_add_plain (voice, line, NULL, pg_organisation_short (g_ptr_array_index (organisers, i)));
    }
}

/* What identifies the document, or else who organises the event. */
static PgBlock *
foot_block (const PgVoice *voice, const GPtrArray *organisers)
{
  const char *facts[] = { pg_plain (voice, voice->event->reference), pg_revision (voice, voice->event->revision),
                          pg_plain (voice, voice->event->classification) };
  PgBlock *line = pg_paragraph (voice, "running-foot", &voice->event->place);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      {
        if (line->n_runs > 0)
          pg_add_string (voice, line, NULL, PG_DOT);
        pg_add_string (voice, line, NULL, facts[i]);
      }
  if (line->n_runs == 0)
    add_organisers (voice, line, organisers);
  return line->n_runs > 0 ? in_margin (voice, line) : NULL;
}

/* What it is, and the folio: on the second axis, from the first where the head is of one thing, or centred, where those who
   organise are not named. */
static void
add_foot (const PgVoice *voice, PgBlock *over, const GPtrArray *organisers)
{
  PgBlock *foot = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  gboolean is_centred = pg_theme_is (voice->theme, "arrangement", "running", "centred");
  gboolean is_on_axes = pg_theme_is (voice->theme, "arrangement", "running", "axes");
  double folio = pg_space (voice, "folio"), x = is_on_axes ? voice->paper->details_x : 0;
  double end = is_centred ? (voice->paper->measure - folio) / 2 : voice->paper->measure - folio;
  pg_row_add (foot, x, end - x, foot_block (voice, is_centred ? NULL : organisers));
  pg_row_add (foot, end, folio, folio_block (voice));
  double y = voice->paper->height - pg_theme_length (voice->theme, voice->paper->group, "foot");
  pg_placed_add (over, voice->paper->left, y, voice->paper->measure, foot);
}

/* Head and foot on the two axes: mark, event, day; what it is, folio. */
static void
add_on_axes (const PgVoice *voice, PgBlock *over, PgBlock *event, PgBlock *head_end, const GPtrArray *organisers)
{
  double end = head_end != NULL ? voice->paper->details_width * pg_share (voice, "running-end") : 0;
  double gap = end > 0 ? pg_space (voice, "gutter") : 0;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  pg_row_add (head, 0, voice->paper->details_x, pg_state_block (voice, "draft"));
  pg_row_add (head, voice->paper->details_x, voice->paper->details_width - end - gap, event);
  if (head_end != NULL)
    pg_row_add (head, voice->paper->measure - end, end, head_end)->fit = PG_CELL_AT_END;
  pg_placed_add (over, voice->paper->left, pg_theme_length (voice->theme, voice->paper->group, "head"),
                 voice->paper->measure, head);
  add_foot (voice, over, organisers);
}

/* Two things of a line, which they share where both are long; either may be NULL. */
static PgBlock *
ends_row (const PgVoice *voice, PgBlock *start, PgBlock *end)
{
  const PgBlock *said = end != NULL ? end : start;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, said != NULL ? &said->place : &voice->event->place);
  row->gap = pg_space (voice, "gutter") * voice->paper->scale;
  pg_row_add (row, 0, 0, start)->fit = PG_CELL_NATURAL;
  pg_row_add (row, 0, 0, end)->fit = end != NULL ? PG_CELL_AT_END : PG_CELL_WIDTH;
  return row;
}

/* A line with the mark and, at its far end, one thing: the event or the day. */
static PgBlock *
one_line (const PgVoice *voice, PgBlock *said, const GPtrArray *organisers)
{
  PgBlock *over = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  pg_placed_add (over, voice->paper->left, pg_theme_length (voice->theme, voice->paper->group, "head"),
                 voice->paper->measure, ends_row (voice, pg_state_block (voice, "draft"), said));
  add_foot (voice, over, organisers);
  return over;
}

/* The event where a day begins, the day where it goes on: there is no room for both. */
static void
add_one (const PgVoice *voice, PgPageRun *run, PgBlock *event, PgBlock *head_end, const GPtrArray *organisers)
{
  run->over = one_line (voice, event, organisers);
  if (head_end != NULL)
    run->over_continued = one_line (voice, head_end, organisers);
}

/* Event, mark and day above a rule; the folio centred below, what identifies the document at its left. */
static void
add_centred (const PgVoice *voice, PgBlock *over, PgBlock *event, PgBlock *head_end)
{
  PgBlock *draft = pg_state_block (voice, "draft");
  double middle = draft != NULL ? voice->paper->measure * pg_share (voice, "running-draft") : 0;
  double side = head_end != NULL || draft != NULL ? (voice->paper->measure - middle) / 2 : 0;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  pg_row_add (head, 0, side > 0 ? side : voice->paper->measure, event);
  if (draft != NULL)
    pg_row_add (head, side, middle, draft);
  pg_row_add (head, voice->paper->measure - side, side, head_end);
  double y = pg_theme_length (voice->theme, voice->paper->group, "head");
  pg_placed_follow (over, voice->paper->left, y, voice->paper->measure, 0, head);
  PgBlock *rule = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  rule->rule_above = pg_theme_rule (voice->theme, "running-head");
  pg_placed_follow (over, voice->paper->left, 0, voice->paper->measure, pg_space (voice, "running-rule"), rule);
  add_foot (voice, over, NULL);
}

/* The status in large pale letters below the text, where the theme asks for it. */
static PgBlock *
watermark_block (const PgVoice *voice)
{
  if (!pg_is_draft (voice) || !pg_theme_is (voice->theme, "arrangement", "draft", "watermark"))
    return NULL;
  PgBlock *under = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  PgBlock *mark = pg_say_string (voice, "watermark", pg_status (voice), &voice->event->place);
  double y = (voice->paper->height - mark->style->leading) / 2;
  pg_placed_add (under, voice->paper->left, y, voice->paper->measure, mark);
  return under;
}

/* "Harbours of the Future (Large print)" */
static const char *
edition_title (const PgVoice *voice, const char *title)
{
  const char *large = voice->request->large_print ? pg_word (voice->event, "large-print", voice->language, NULL) : NULL;
  const char *contrast
      = voice->request->contrast ? pg_word (voice->event, "high-contrast", voice->language, NULL) : NULL;
  const char *edition = large != NULL ? large : contrast;
  if (large != NULL && contrast != NULL)
    edition = pg_word_with_two (voice->event, voice->arena, "listed", voice->language, large, contrast);
  if (edition == NULL)
    return title;
  return pg_word_with_two (voice->event, voice->arena, "bracketed", voice->language, title, edition);
}

PgManuscript *
pg_manuscript_new_in (const PgVoice *voice, const char *title)
{
  PgManuscript *manuscript = pg_manuscript_new (voice->arena);
  manuscript->language = voice->language;
  manuscript->right_to_left = voice->right_to_left;
  manuscript->title = edition_title (voice, title != NULL ? title : pg_plain (voice, voice->event->title));
  manuscript->subject = pg_plain (voice, voice->event->series);
  manuscript->author = pg_organisations_line (voice, voice->event->organisers);
  return manuscript;
}

PgBlock *
pg_place_at (const PgVoice *voice, double y, PgBlock *block)
{
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  pg_placed_add (placed, voice->paper->left, y, voice->paper->measure, block);
  return placed;
}

PgBlock *
pg_place_at_ends (const PgVoice *voice, double bottom, PgBlock *start, PgBlock *end)
{
  PgBlock *row = ends_row (voice, start, end);
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &row->place);
  pg_placed_hang (placed, voice->paper->left, bottom, voice->paper->measure, row);
  return placed;
}

PgPageRun *
pg_page_run_new (const PgVoice *voice)
{
  PgPageRun *run = pg_arena_new0 (voice->arena, PgPageRun);
  run->width = voice->paper->width;
  run->height = voice->paper->height;
  return run;
}

PgPageRun *
pg_text_run_new (const PgVoice *voice, PgBlock *flow)
{
  PgPageRun *run = pg_page_run_new (voice);
  run->left = voice->paper->left;
  run->right = voice->paper->right;
  run->top = voice->paper->top;
  run->bottom = voice->paper->bottom;
  run->flow = flow;
  return run;
}

static void
set_over (const PgVoice *voice, PgPageRun *run, const PgText *running_head, PgBlock *head_end,
          const GPtrArray *organisers)
{
  PgBlock *event = in_margin (voice, PG_IN_HEAD (voice, event_line, running_head));
  head_end = in_margin (voice, head_end);
  run->over = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  if (pg_theme_is (voice->theme, "arrangement", "running", "one"))
    add_one (voice, run, event, head_end, organisers);
  else if (pg_theme_is (voice->theme, "arrangement", "running", "axes"))
    add_on_axes (voice, run->over, event, head_end, organisers);
  else
    add_centred (voice, run->over, event, head_end);
}

/* How pages may end: in proportion to the height of the text. */
static void
set_ends (const PgVoice *voice, PgPageRun *run)
{
  const ProgrammeTheme *theme = voice->theme;
  const char *group = voice->paper->group;
  double margins = run->top + run->bottom, made_for = pg_theme_length (theme, group, "made-for-height");
  double scale = (run->height - margins) / (made_for - margins);
  run->ends.runt = pg_theme_length (theme, group, "runt") * scale;
  run->ends.gap = pg_theme_length (theme, group, "gap-most") * scale;
  run->ends.overrun = pg_theme_length (theme, group, "overrun");
  run->ends.tight = pg_share (voice, "page-tight");
  run->ends.roomy = pg_share (voice, "page-roomy");
  run->ends.airy = pg_share (voice, "page-airy");
}

PgPageRun *
pg_pages_new (const PgVoice *voice, PgBlock *flow, const PgText *running_head, PgBlock *head_end,
              const GPtrArray *organisers)
{
  PgPageRun *run = pg_text_run_new (voice, flow);
  set_ends (voice, run);
  run->under = watermark_block (voice);
  set_over (voice, run, running_head, head_end, organisers);
  return run;
}

/* What say_end needs to be asked on a page. */
typedef struct
{
  const PgVoice *voice;
  PgSayParts say_end;
  const GPtrArray *organisers;
} Parts;

static PgBlock *
over_parts (gconstpointer data, guint first, guint last)
{
  const Parts *parts = data;
  PgPageRun run = { 0 };
  set_over (parts->voice, &run, NULL, parts->say_end (parts->voice, first, last), parts->organisers);
  return run.over_continued != NULL ? run.over_continued : run.over;
}

void
pg_pages_say_parts (const PgVoice *voice, PgPageRun *run, PgSayParts say_end, const GPtrArray *organisers)
{
  Parts *parts = pg_arena_new0 (voice->arena, Parts);
  *parts = (Parts){ voice, say_end, organisers };
  run->over_parts = over_parts;
  run->over_data = parts;
}

/* Two things of a line: at the spine and outside, where the folio is. */
static PgBlock *
facing_row (const PgVoice *voice, PgBlock *inside, PgBlock *outside, gboolean is_verso)
{
  return is_verso ? ends_row (voice, outside, inside) : ends_row (voice, inside, outside);
}

/* The outer edge is the left one on versos. */
static PgBlock *
outer_folio (const PgVoice *voice, gboolean is_verso)
{
  PgBlock *folio = folio_block (voice);
  PgStyle *style = pg_arena_new0 (voice->arena, PgStyle);
  *style = *folio->style;
  style->align = is_verso ? PG_ALIGN_START : PG_ALIGN_END;
  folio->style = style;
  return folio;
}

static PgBlock *
facing_over (const PgVoice *voice, PgBlock *said, gboolean is_verso)
{
  PgBlock *over = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  const PgPaper *paper = voice->paper;
  double head = pg_theme_length (voice->theme, paper->group, "head"),
         foot = paper->height - pg_theme_length (voice->theme, paper->group, "foot");
  pg_placed_add (over, paper->left, head, paper->measure,
                 facing_row (voice, pg_state_block (voice, "draft"), said, is_verso));
  pg_placed_add (over, paper->left, foot, paper->measure,
                 facing_row (voice, foot_block (voice, NULL), outer_folio (voice, is_verso), is_verso));
  return over;
}

PgPageRun *
pg_facing_pages_new (const PgVoice *voice, PgBlock *flow, const PgText *running_head, PgBlock *part)
{
  PgPageRun *run = pg_text_run_new (voice, flow);
  PgBlock *event = in_margin (voice, PG_IN_HEAD (voice, event_line, running_head));
  set_ends (voice, run);
  run->under = watermark_block (voice);
  run->facing = TRUE;
  run->over = facing_over (voice, part != NULL ? in_margin (voice, part) : event, FALSE);
  run->over_verso = facing_over (voice, event, TRUE);
  return run;
}

void
pg_facing_pages_tab (const PgVoice *voice, PgPageRun *run, double y, PgBlock *box)
{
  const PgPaper *paper = voice->paper;
  PgBlock *verso = pg_block_copy (voice->arena, box);
  box->turns = 1;
  verso->turns = 3;
  pg_placed_add (run->over, paper->width - box->box_width, y, box->box_width, box);
  pg_placed_add (run->over_verso, paper->left - paper->right, y, box->box_width, verso);
}

PgBlock *
pg_errors_over (const PgVoice *voice)
{
  if (!voice->request->has_errors)
    return NULL;
  PgBlock *over = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  pg_placed_add (over, voice->paper->left, pg_theme_length (voice->theme, voice->paper->group, "head"),
                 voice->paper->measure, pg_state_block (voice, "draft"));
  return over;
}

void
pg_pages_open (const PgVoice *voice, PgPageRun *run, const GPtrArray *organisers)
{
  PgBlock *errors = pg_errors_over (voice);
  run->over_continued = run->over_continued != NULL ? run->over_continued : run->over;
  run->over = errors != NULL ? errors : pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  add_foot (voice, run->over, organisers);
}
