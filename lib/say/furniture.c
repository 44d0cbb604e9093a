/* Enters: what a run of pages says. Leaves: its margins, running head, folio and foot, and the draft mark. */
#include "say/furniture.h"

#include "event/words.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

gboolean
pg_is_draft (const PgJob *job)
{
  return job->event->status != NULL && g_ascii_strcasecmp (job->event->status, "final") != 0;
}

const char *
pg_status (const PgJob *job)
{
  g_autofree char *key = g_ascii_strdown (job->event->status, -1);
  if (pg_word_exists (key))
    return pg_word (job->event, key, job->language, NULL);
  return job->event->status;
}

static void
add_field (const PgJob *job, PgBlock *folio, const char *language, PgField field)
{
  PgRun *run = pg_paragraph_add (job->arena, folio, NULL, "000", language);
  run->field = field;
  run->zero = job->zero;
}

/* The folio, as "3" or "3 of 8". */
static PgBlock *
folio_block (const PgJob *job)
{
  PgBlock *folio = pg_paragraph (job, "folio", &job->event->place);
  if (pg_theme_is (job->theme, "arrangement", "folio", "page"))
    {
      add_field (job, folio, job->language, PG_FIELD_PAGE);
      return folio;
    }
  const char *language;
  const char *word = pg_word (job->event, "page-of", job->language, &language);
  static const char *const places[] = { "%1", "%2" };
  static const PgField fields[] = { PG_FIELD_PAGE, PG_FIELD_PAGES };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *at = strstr (word, places[i]);
      if (at == NULL)
        continue;
      pg_add_string (job, folio, NULL, pg_arena_strndup (job->arena, word, at - word));
      add_field (job, folio, language, fields[i]);
      word = at + strlen (places[i]);
    }
  pg_add_string (job, folio, NULL, word);
  return folio;
}

/* What repeats at the edges of pages, such as a long title, has no more lines than there is white for: two, one for each
   language where there are two. */
static PgBlock *
in_margin (PgBlock *line)
{
  if (line != NULL && line->kind != PG_BLOCK_STACK)
    pg_block_limit_lines (line, line->kind == PG_BLOCK_PARAGRAPH ? 2 : 1);
  return line;
}

static PgBlock *
event_line (const PgJob *job, const PgText *running_head)
{
  const PgText *text = running_head != NULL              ? running_head
                       : job->event->short_title != NULL ? job->event->short_title
                                                         : job->event->title;
  return pg_say (job, "running-head", text);
}

static PgBlock *
draft_block (const PgJob *job)
{
  if (!pg_is_draft (job) || !pg_theme_is (job->theme, "arrangement", "draft", "mark"))
    return NULL;
  return pg_say_string (job, "draft", pg_status (job), &job->event->place);
}

/* Their names, apart from each other; each is a string of the event's, of which findings know the place. */
static void
add_organisers (const PgJob *job, PgBlock *line, const GPtrArray *organisers)
{
  for (guint i = 0; organisers != NULL && i < organisers->len; i++)
    {
      if (i > 0)
        pg_add_string (job, line, NULL, PG_DOT);
      pg_add_string (job, line, NULL, pg_plain (job, pg_organisation_short (g_ptr_array_index (organisers, i))));
    }
}

/* What identifies the document, or else who organises the event. */
static PgBlock *
foot_block (const PgJob *job, const GPtrArray *organisers)
{
  const char *facts[] = { job->event->reference, pg_revision (job, job->event->revision), job->event->classification };
  PgBlock *line = pg_paragraph (job, "running-foot", &job->event->place);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      {
        if (line->n_runs > 0)
          pg_add_string (job, line, NULL, PG_DOT);
        pg_add_string (job, line, NULL, facts[i]);
      }
  if (line->n_runs == 0)
    add_organisers (job, line, organisers);
  return line->n_runs > 0 ? in_margin (line) : NULL;
}

/* Head and foot on the two axes: mark, event, day; what it is, folio. */
static void
add_on_axes (const PgJob *job, PgBlock *over, PgBlock *event, PgBlock *head_end, const GPtrArray *organisers)
{
  double end = head_end != NULL ? job->details_width * pg_share (job, "running-end") : 0,
         folio = pg_space (job, "folio");
  double gap = end > 0 ? pg_space (job, "gutter") : 0;
  PgBlock *head = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  pg_row_add (head, 0, job->details_x, draft_block (job));
  pg_row_add (head, job->details_x, job->details_width - end - gap, event);
  if (head_end != NULL)
    pg_row_add (head, job->width - end, end, head_end)->fit = PG_CELL_AT_END;
  pg_placed_add (over, job->left, pg_theme_length (job->theme, "page", "head"), job->width, head);

  PgBlock *foot = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  pg_row_add (foot, job->details_x, job->details_width - folio, foot_block (job, organisers));
  pg_row_add (foot, job->width - folio, folio, folio_block (job));
  double y = job->page_height - pg_theme_length (job->theme, "page", "foot");
  pg_placed_add (over, job->left, y, job->width, foot);
}

/* Event, mark and day above a rule; the folio centred below, what identifies the document at its left. */
static void
add_centred (const PgJob *job, PgBlock *over, PgBlock *event, PgBlock *head_end)
{
  PgBlock *draft = draft_block (job);
  double middle = draft != NULL ? job->width * pg_share (job, "running-draft") : 0;
  double side = head_end != NULL || draft != NULL ? (job->width - middle) / 2 : 0;
  PgBlock *head = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  pg_row_add (head, 0, side > 0 ? side : job->width, event);
  if (draft != NULL)
    pg_row_add (head, side, middle, draft);
  pg_row_add (head, job->width - side, side, head_end);
  double y = pg_theme_length (job->theme, "page", "head");
  pg_placed_follow (over, job->left, y, job->width, 0, head);
  PgBlock *rule = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  rule->rule_above = pg_theme_rule (job->theme, "running-head");
  pg_placed_follow (over, job->left, 0, job->width, pg_space (job, "running-rule"), rule);
  y = job->page_height - pg_theme_length (job->theme, "page", "foot");
  double folio = pg_space (job, "folio");
  PgBlock *foot = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  gboolean has_facts
      = job->event->reference != NULL || job->event->revision != NULL || job->event->classification != NULL;
  pg_row_add (foot, 0, (job->width - folio) / 2, has_facts ? foot_block (job, NULL) : NULL);
  pg_row_add (foot, (job->width - folio) / 2, folio, folio_block (job));
  pg_placed_add (over, job->left, y, job->width, foot);
}

/* The status in large pale letters below the text, where the theme asks for it. */
static PgBlock *
watermark_block (const PgJob *job)
{
  if (!pg_is_draft (job) || !pg_theme_is (job->theme, "arrangement", "draft", "watermark"))
    return NULL;
  PgBlock *under = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  PgBlock *mark = pg_say_string (job, "watermark", pg_status (job), &job->event->place);
  double y = (job->page_height - mark->style->leading) / 2;
  pg_placed_add (under, job->left, y, job->width, mark);
  return under;
}

PgPageRun *
pg_page_run_new (const PgJob *job)
{
  PgPageRun *run = pg_arena_new0 (job->arena, PgPageRun);
  run->width = job->page_width;
  run->height = job->page_height;
  return run;
}

PgPageRun *
pg_pages_new (const PgJob *job, PgBlock *flow, const PgText *running_head, PgBlock *head_end,
              const GPtrArray *organisers)
{
  PgPageRun *run = pg_page_run_new (job);
  run->left = job->left;
  run->right = job->right;
  run->top = job->top;
  run->bottom = job->bottom;
  double scale = job->page_height / pg_theme_length (job->theme, "page", "made-for-height");
  run->runt = pg_theme_length (job->theme, "page", "runt") * scale;
  run->overrun = pg_theme_length (job->theme, "page", "overrun");
  run->flow = flow;
  run->under = watermark_block (job);
  run->over = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  PgBlock *event = in_margin (PG_IN_HEAD (job, event_line, running_head));
  head_end = in_margin (head_end);
  if (pg_theme_is (job->theme, "arrangement", "running", "axes"))
    add_on_axes (job, run->over, event, head_end, organisers);
  else
    add_centred (job, run->over, event, head_end);
  return run;
}
