/* Enters: the sections before and after the agenda. Leaves: their pages, headings beside the text or centred above. */
#include "event/dates.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

static PgBlock *
dates_block (const PgJob *job, const char *style)
{
  if (job->event->dates != NULL)
    return pg_say (job, style, job->event->dates);
  g_autofree char *dates = pg_dates_format (job->event, job->language);
  return pg_say_figures (job, style, dates, &job->event->place);
}

/* Date and place: two lines; or date on the first axis and place on the second; or one line. */
static PgBlock *
facts_block (const PgJob *job, const ProgrammeEvent *event)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &event->place);
  PgBlock *dates = dates_block (job, "document-date"), *venue = pg_say (job, "document-venue", event->venue);
  if (pg_theme_is (job->theme, "arrangement", "front", "centred"))
    {
      if (dates != NULL && venue != NULL)
        {
          pg_add_string (job, dates, NULL, " · ");
          pg_add_text (job, dates, NULL, event->venue);
        }
      pg_block_add (stack, dates != NULL ? dates : venue);
    }
  else if (pg_theme_is (job->theme, "arrangement", "day", "large") && dates != NULL && venue != NULL && !job->is_column)
    {
      PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &event->place);
      pg_row_add (row, 0, job->details_x, dates);
      pg_row_add (row, job->details_x, job->details_width, venue);
      row->before = dates->before;
      row->after = dates->after;
      pg_block_add (stack, row);
    }
  else
    {
      pg_block_add (stack, dates);
      pg_block_add (stack, venue);
    }
  guint n = stack->children->len;
  stack->before = n > 0 ? ((const PgBlock *) g_ptr_array_index (stack->children, 0))->before : 0;
  stack->after = n > 0 ? ((const PgBlock *) g_ptr_array_index (stack->children, n - 1))->after : 0;
  return stack;
}

static void
add_title (const PgJob *job, PgBlock *flow)
{
  const ProgrammeEvent *event = job->event;
  gboolean has_series = pg_theme_is (job->theme, "arrangement", "front-series", "yes");
  PgBlock *lines[] = { has_series ? PG_IN_WIDTH (job, pg_say, "document-series", event->series) : NULL,
                       PG_IN_WIDTH (job, pg_say, "document-title", event->title),
                       PG_IN_WIDTH (job, pg_say, "document-subtitle", event->subtitle) };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      {
        lines[i]->keep_with_next = lines[i]->keep_together = TRUE;
        pg_block_add (flow, lines[i]);
      }
  PgBlock *facts = PG_IN_WIDTH (job, facts_block, event);
  pg_block_add (flow, facts);
}

static PgBlock *
section_body (const PgJob *job, const PgSection *section)
{
  PgBlock *body = pg_block_new (job->arena, PG_BLOCK_STACK, &section->place);
  pg_add_body (job, body, "front-text", section->body);
  return body;
}

/* The heading beside the text, or above it on small paper and in columns. */
static PgBlock *
section_beside (const PgJob *job, const PgSection *section)
{
  double column = pg_space (job, "front-heading"), text = column + pg_space (job, "front-gutter");
  PgBlock *heading = pg_say (job, "front-heading", section->title), *body = section_body (job, section);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &section->place);
  if (heading != NULL)
    {
      heading->keep_with_next = heading->keep_together = TRUE;
      heading->role = PG_ROLE_H2;
    }
  if (job->is_small || job->is_column)
    {
      PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &section->place);
      body->before = pg_style (job, "front-text")->after;
      pg_block_add (stack, heading);
      pg_block_add (stack, body);
      pg_row_add (row, 0, job->width, stack);
    }
  else
    {
      pg_row_add (row, 0, column, heading);
      pg_row_add (row, text, job->width - text, body);
    }
  row->rule_above = pg_theme_rule (job->theme, "front");
  row->rule_once = TRUE;
  row->pad_above = pg_space (job, "front-above");
  row->after = pg_space (job, "front-below");
  return row;
}

static gboolean
has_forced_break (const PgBlock *paragraph)
{
  for (guint i = 0; i < paragraph->n_runs; i++)
    if (strstr (paragraph->runs[i].text, "\u2028") != NULL)
      return TRUE;
  return FALSE;
}

/* The text in a narrower measure in the middle; paragraphs after the first are indented. */
static PgBlock *
section_centred (const PgJob *job, const PgSection *section)
{
  double measure = MIN (job->width, pg_space (job, "front-measure"));
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &section->place);
  PgBlock *heading = pg_say (job, "front-heading", section->title), *body = section_body (job, section);
  if (heading != NULL)
    {
      heading->keep_with_next = heading->keep_together = TRUE;
      heading->role = PG_ROLE_H2;
      pg_block_add (stack, heading);
      stack->before = heading->before;
    }
  for (guint i = 1; i < body->children->len; i++)
    {
      PgBlock *child = g_ptr_array_index (body->children, i);
      if (child->kind != PG_BLOCK_PARAGRAPH)
        continue;
      if (has_forced_break (child)) /* an address, not running text */
        child->before = child->style->leading / 2;
      else
        child->style = pg_style (job, "front-text-next");
    }
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &section->place);
  pg_row_add (row, (job->width - measure) / 2, measure, body);
  pg_block_add (stack, row);
  return stack;
}

static void
add_sections (const PgJob *job, PgBlock *flow, const GPtrArray *sections, const char *anchor)
{
  gboolean centred = pg_theme_is (job->theme, "arrangement", "front", "centred");
  for (guint i = 0; i < sections->len; i++)
    {
      const PgSection *section = g_ptr_array_index (sections, i);
      PgBlock *block
          = centred ? PG_IN_WIDTH (job, section_centred, section) : PG_IN_WIDTH (job, section_beside, section);
      block->role = PG_ROLE_SECT;
      block->bookmark = pg_plain (job, section->title);
      block->bookmark_level = 1;
      block->anchor = pg_arena_printf (job->arena, "%s-%u", anchor, i + 1);
      pg_block_add (flow, block);
    }
}

PgPageRun *
pg_front_pages (const PgJob *job)
{
  if (job->event->front->len == 0)
    return NULL;
  PgBlock *flow = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  add_title (job, flow);
  if (pg_theme_is (job->theme, "arrangement", "front", "centred"))
    {
      /* A short rule closes the title. */
      double width = pg_space (job, "title-rule");
      PgBlock *rule = pg_block_new (job->arena, PG_BLOCK_FILL, &job->event->place);
      rule->colour = *pg_theme_colour (job->theme, "accent");
      rule->width = width;
      rule->height = pg_theme_rule (job->theme, "session")->thickness;
      PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
      pg_row_add (row, (job->width - width) / 2, width, rule);
      row->before = pg_space (job, "title-rule-before");
      pg_block_add (flow, row);
    }
  add_sections (job, flow, job->event->front, "front");
  return pg_pages_new (job, flow, NULL, NULL, job->event->organisers);
}

PgPageRun *
pg_back_pages (const PgJob *job)
{
  if (job->event->back->len == 0)
    return NULL;
  PgBlock *flow = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  add_sections (job, flow, job->event->back, "back");
  return pg_pages_new (job, flow, NULL, NULL, job->event->organisers);
}
