/* Enters: the sections before and after the agenda. Leaves: their pages, headings beside the text or centred above. */
#include "event/dates.h"
#include "event/words.h"
#include "say/notes.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

static PgBlock *
dates_block (const PgVoice *voice, const char *style)
{
  if (voice->event->dates != NULL)
    return pg_say (voice, style, voice->event->dates);
  g_autofree char *dates = pg_dates_format (voice->event, voice->language);
  return pg_say_figures (voice, style, dates, &voice->event->place);
}

/* Date and place: two lines; or date on the first axis and place on the second; or one line. */
static PgBlock *
facts_block (const PgVoice *voice, const ProgrammeEvent *event)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &event->place);
  PgBlock *dates = dates_block (voice, "document-date"), *venue = pg_say (voice, "document-venue", event->venue);
  if (pg_theme_is (voice->theme, "arrangement", "front", "centred"))
    {
      if (dates != NULL && venue != NULL)
        {
          pg_add_string (voice, dates, NULL, " · ");
          pg_add_text (voice, dates, NULL, event->venue);
        }
      pg_block_add (stack, dates != NULL ? dates : venue);
    }
  else if (pg_theme_is (voice->theme, "arrangement", "day", "large") && dates != NULL && venue != NULL
           && !voice->paper->is_column)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &event->place);
      pg_row_add (row, 0, voice->paper->details_x, dates);
      pg_row_add (row, voice->paper->details_x, voice->paper->details_width, venue);
      row->before = dates->before;
      row->after = dates->after;
      pg_block_add (stack, row);
    }
  else
    {
      pg_block_add (stack, dates);
      pg_block_add (stack, venue);
      if (dates != NULL && venue == NULL) /* what is last has the white below */
        dates->after = pg_style (voice, "document-venue")->after;
    }
  guint n = stack->children->len;
  stack->before = n > 0 ? ((const PgBlock *) g_ptr_array_index (stack->children, 0))->before : 0;
  stack->after = n > 0 ? ((const PgBlock *) g_ptr_array_index (stack->children, n - 1))->after : 0;
  return stack;
}

static void
add_title (const PgVoice *voice, PgBlock *flow)
{
  const ProgrammeEvent *event = voice->event;
  gboolean has_series = pg_theme_is (voice->theme, "arrangement", "front-series", "yes");
  PgBlock *lines[] = { has_series ? PG_IN_WIDTH (voice, pg_say, "document-series", event->series) : NULL,
                       PG_IN_WIDTH (voice, pg_say, "document-title", event->title),
                       PG_IN_WIDTH (voice, pg_say, "document-subtitle", event->subtitle) };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      {
        lines[i]->keep_with_next = lines[i]->keep_together = TRUE;
        pg_block_add (flow, lines[i]);
      }
  PgBlock *facts = PG_IN_WIDTH (voice, facts_block, event);
  pg_block_add (flow, facts);
}

static PgBlock *
section_body (const PgVoice *voice, const PgSection *section)
{
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
  pg_add_body (voice, body, "front-text", PG_ROLE_H2, section->body);
  return body;
}

static PgBlock *
section_heading (const PgVoice *voice, const PgSection *section)
{
  PgBlock *heading = pg_say (voice, "front-heading", section->title);
  if (heading == NULL)
    return NULL;
  heading->keep_with_next = heading->keep_together = TRUE;
  heading->role = PG_ROLE_H2;
  return heading;
}

static gboolean
has_forced_break (const PgBlock *paragraph)
{
  for (guint i = 0; i < paragraph->n_runs; i++)
    if (strstr (paragraph->runs[i].text, "\u2028") != NULL)
      return TRUE;
  return FALSE;
}

/* Paragraphs after the first are indented; so are those of the sections within. */
static void
indent_next (const PgVoice *voice, PgBlock *body, guint first)
{
  const PgStyle *text = pg_style (voice, "front-text");
  for (guint i = 0; i < body->children->len; i++)
    {
      PgBlock *child = g_ptr_array_index (body->children, i);
      if (child->role == PG_ROLE_SECT)
        indent_next (voice, child, 2); /* behind its title */
      if (i < first || child->kind != PG_BLOCK_PARAGRAPH || child->style != text)
        continue;
      if (has_forced_break (child)) /* an address, not running text */
        child->before = child->style->leading * pg_share (voice, "front-address");
      else
        child->style = pg_style (voice, "front-text-next");
    }
}

/* Where the text of a section stands. */
typedef struct
{
  double x, width;
  double heading; /* how wide the heading beside it is; 0: that stands above */
} TextPlace;

/* Parts of a section's text in their place; the first ones beside the heading. */
static PgBlock *
text_row (const PgVoice *voice, const PgSection *section, const TextPlace *text, const GPtrArray *parts)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &section->place);
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
  gboolean is_first = parts->len == 0 || g_ptr_array_index (parts, 0) == g_ptr_array_index (section->body, 0);
  pg_add_body (voice, body, "front-text", PG_ROLE_H2, parts);
  if (text->heading > 0)
    pg_row_add (row, 0, text->heading, is_first ? section_heading (voice, section) : NULL);
  else
    indent_next (voice, body, 1);
  pg_row_add (row, text->x, text->width, body);
  pg_notes_place (body, text->x, text->heading > 0 ? 0 : text->width);
  guint n = body->children->len;
  gboolean is_beside = text->heading > 0 && is_first;
  row->before = n > 0 && !is_beside ? ((const PgBlock *) g_ptr_array_index (body->children, 0))->before : 0;
  row->after = n > 0 ? ((const PgBlock *) g_ptr_array_index (body->children, n - 1))->after : 0;
  return row;
}

static void
want_width (const PgBlock *table, gpointer data)
{
  (void) data;
  ((PgBlock *) table)->wants_width = TRUE;
}

/* Parts of which the last is a table: in the place of the text, or, where its columns would be narrow there, as wide as the
   page. */
static PgBlock *
table_choice (const PgVoice *voice, const PgSection *section, const TextPlace *text, GPtrArray *parts)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &section->place),
          *wide = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place),
          *row = text_row (voice, section, text, parts);
  g_autoptr (GPtrArray) table = g_ptr_array_new ();
  choice->by = PG_CHOICE_LINES;
  choice->before = row->before;
  choice->after = row->after;
  pg_block_each (row, PG_BLOCK_TABLE, want_width, NULL);
  pg_block_add (choice, row);
  g_ptr_array_add (table, g_ptr_array_index (parts, parts->len - 1));
  g_ptr_array_set_size (parts, (int) parts->len - 1);
  if (parts->len > 0 || g_ptr_array_index (table, 0) == g_ptr_array_index (section->body, 0))
    {
      PgBlock *above = text_row (voice, section, text, parts);
      above->keep_with_next = parts->len == 0; /* the heading alone */
      pg_block_add (wide, above);
    }
  pg_add_body (voice, wide, "front-text", PG_ROLE_H2, table);
  pg_block_add (choice, wide);
  return choice;
}

static gboolean
has_table (const PgSection *section)
{
  for (guint i = 0; i < section->body->len; i++)
    if (((const PgBodyPart *) g_ptr_array_index (section->body, i))->kind == PG_BODY_TABLE)
      return TRUE;
  return FALSE;
}

/* Each table takes the width that it needs; the text between has its own. */
static void
add_text_and_tables (const PgVoice *voice, PgBlock *stack, const PgSection *section, const TextPlace *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  for (guint i = 0; i < section->body->len; i++)
    {
      const PgBodyPart *part = g_ptr_array_index (section->body, i);
      g_ptr_array_add (parts, (gpointer) part);
      if (part->kind != PG_BODY_TABLE)
        continue;
      pg_block_add (stack, table_choice (voice, section, text, parts));
      g_ptr_array_set_size (parts, 0);
    }
  if (parts->len > 0)
    pg_block_add (stack, text_row (voice, section, text, parts));
}

/* Whether tables may be wider than the text: in two languages all columns are as they are. */
static gboolean
has_wide_tables (const PgVoice *voice, const PgSection *section)
{
  return voice->request->second == NULL && has_table (section);
}

/* The heading beside the text, or above it: as the theme says, on small paper and in columns. */
static PgBlock *
section_beside (const PgVoice *voice, const PgSection *section)
{
  double column = pg_space (voice, "front-heading"), text = column + pg_space (voice, "front-gutter");
  gboolean is_above
      = voice->is_small || voice->paper->is_column || pg_theme_is (voice->theme, "arrangement", "front", "above");
  PgBlock *heading = section_heading (voice, section), *body = section_body (voice, section);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &section->place);
  if (is_above)
    {
      PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
      body->before = pg_style (voice, "front-text")->after;
      pg_block_add (stack, heading);
      pg_block_add (stack, body);
      pg_row_add (row, 0, voice->paper->measure, stack);
    }
  else if (has_wide_tables (voice, section))
    {
      const TextPlace place = { text, voice->paper->measure - text, column };
      row = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
      add_text_and_tables (voice, row, section, &place);
    }
  else
    {
      pg_row_add (row, 0, column, heading);
      pg_row_add (row, text, voice->paper->measure - text, body);
      pg_notes_place (body, text, 0);
    }
  row->rule_above = pg_theme_rule (voice->theme, "front");
  row->rule_once = TRUE;
  row->pad_above = pg_space (voice, "front-above");
  row->after = pg_space (voice, "front-below");
  return row;
}

/* The text in a narrower measure in the middle. */
static PgBlock *
section_centred (const PgVoice *voice, const PgSection *section)
{
  double measure = MIN (voice->paper->measure, pg_space (voice, "front-measure"));
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
  PgBlock *heading = section_heading (voice, section), *body = section_body (voice, section);
  pg_block_add (stack, heading);
  stack->before = heading != NULL ? heading->before : 0;
  if (has_wide_tables (voice, section))
    {
      add_text_and_tables (voice, stack, section, &(TextPlace){ (voice->paper->measure - measure) / 2, measure, 0 });
      return stack;
    }
  indent_next (voice, body, 1);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &section->place);
  pg_row_add (row, (voice->paper->measure - measure) / 2, measure, body);
  pg_notes_place (body, (voice->paper->measure - measure) / 2, measure);
  pg_block_add (stack, row);
  return stack;
}

static PgBlock *
section_block (const PgVoice *voice, const PgSection *section)
{
  if (section->has_documents)
    return pg_documents_block (voice, section);
  return pg_theme_is (voice->theme, "arrangement", "front", "centred") ? PG_IN_WIDTH (voice, section_centred, section)
                                                                       : PG_IN_WIDTH (voice, section_beside, section);
}

static void
add_sections (const PgVoice *voice, PgBlock *flow, const GPtrArray *sections, const char *anchor)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const PgSection *section = g_ptr_array_index (sections, i);
      PgBlock *block = section_block (voice, section);
      const PgBlock *title = pg_section_title (voice->first, "front-heading", section);
      block->role = PG_ROLE_SECT;
      block->bookmark = pg_plain (voice, section->title);
      if (section->title == NULL && title != NULL)
        block->bookmark = title->runs[0].text;
      block->bookmark_level = 1;
      block->anchor = pg_arena_printf (voice->arena, "%s-%u", anchor, i + 1);
      pg_block_add (flow, block);
    }
}

/* A short rule closes a centred title. */
static void
add_title_rule (const PgVoice *voice, PgBlock *flow)
{
  double width = pg_space (voice, "title-rule");
  PgBlock *rule = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
  rule->colour = *pg_theme_colour (voice->theme, "accent");
  rule->width = width;
  rule->height = pg_theme_rule (voice->theme, "session")->thickness;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  pg_row_add (row, (voice->paper->measure - width) / 2, width, rule);
  row->before = pg_space (voice, "title-rule-before");
  pg_block_add (flow, row);
}

PgBlock *
pg_front_flow (const PgVoice *voice, gboolean has_title)
{
  if (voice->event->front->len == 0)
    return NULL;
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  if (has_title)
    add_title (voice, flow);
  if (has_title && pg_theme_is (voice->theme, "arrangement", "front", "centred"))
    add_title_rule (voice, flow);
  add_sections (voice, flow, voice->event->front, "front");
  return flow;
}

PgBlock *
pg_back_flow (const PgVoice *voice)
{
  if (voice->event->back->len == 0)
    return NULL;
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  add_sections (voice, flow, voice->event->back, "back");
  return flow;
}

/* Pages of sections; NULL for NULL. */
static PgPageRun *
pages_of (const PgVoice *voice, PgBlock *flow)
{
  return flow != NULL ? pg_pages_new (voice, flow, NULL, NULL, voice->event->organisers) : NULL;
}

/* Where it takes more than a page, it is set smaller if that saves the second. */
PgPageRun *
pg_front_pages (const PgVoice *voice, gboolean has_title)
{
  PgPageRun *pages = pages_of (voice, pg_front_flow (voice, has_title));
  const PgVoice *small = pg_voice_tight (voice);
  if (pages == NULL || pg_style (small, "front-text")->size >= pg_style (voice, "front-text")->size)
    return pages;
  PgPageRun *tight = pages_of (small, pg_front_flow (small, has_title)),
            *more = pg_arena_new0 (voice->arena, PgPageRun);
  *more = *pages;
  pages->otherwise = pg_arena_array (voice->arena);
  tight->otherwise = pg_arena_array (voice->arena);
  g_ptr_array_add (pages->otherwise, tight);
  g_ptr_array_add (tight->otherwise, more);
  return pages;
}

PgPageRun *
pg_back_pages (const PgVoice *voice)
{
  return pages_of (voice, pg_back_flow (voice));
}
