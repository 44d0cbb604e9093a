/* Enters: an event. Leaves: the booklet that delegates carry, on facing pages: cover, front matter, contents, each day at a
   glance, the agenda, speakers, index, back matter, pages for notes, back cover; of these what has something to say. */
#include "piece/booklet.h"

#include "event/dates.h"
#include "event/words.h"
#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

#define NOTES_PAGES 2 /* where the event does not say how many */

double
pg_booklet_length (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "booklet", key);
}

PgBlock *
pg_booklet_title (const PgVoice *voice, PgBlock *title, PgBlock *subtitle)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &title->place);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &title->place), *box = pg_box_new (voice->arena, stack);
  pg_block_add (stack, title);
  pg_block_add (stack, subtitle);
  stack->keep_together = TRUE;
  stack->pad_below = pg_booklet_length (voice, "title-below");
  box->box_height = pg_booklet_length (voice, "title");
  choice->by = PG_CHOICE_SPACE;
  choice->keep_with_next = TRUE;
  pg_block_add (choice, box);
  pg_block_add (choice, stack);
  return choice;
}

PgBlock *
pg_booklet_space (const PgVoice *voice)
{
  PgBlock *space = pg_box_new (voice->arena, pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place));
  space->box_height = pg_booklet_length (voice, "title");
  return space;
}

/* Days follow each other down the edge; after the last that has room, from its top again. */
void
pg_booklet_tab (const PgVoice *voice, PgPageRun *run, const PgDay *day)
{
  if (voice->event->days->len < 2)
    return;
  g_autofree char *date = pg_date_format (voice->event, day, PG_DATE_DAY, voice->language);
  PgBlock *box = pg_box_new (voice->arena, pg_say_figures (voice->first, "booklet-tab", date, &day->place));
  double height = pg_booklet_length (voice, "tab-height"), top = pg_booklet_length (voice, "tab-top"),
         step = height + pg_booklet_length (voice, "tab-gap");
  guint room = (guint) MAX (1, (voice->paper->height - top - voice->paper->bottom) / step);
  box->box_width = pg_booklet_length (voice, "tab-width");
  box->box_height = height;
  box->vertical = PG_PLACE_MIDDLE;
  box->padding.left = box->padding.right = pg_booklet_length (voice, "tab-gap");
  box->fill = pg_theme_colour (voice->theme, "accent");
  pg_facing_pages_tab (voice, run, top + (day->number - 1) % room * step, box);
}

char *
pg_part_anchor (const PgVoice *voice, const PgBookletPart *part)
{
  return pg_arena_printf (voice->arena, "part-%s-%u", pg_part_name (part->kind), part->place.line);
}

const char *
pg_part_word (PgPartKind kind)
{
  static const char *const words[]
      = { [PG_PART_CONTENTS] = "contents", [PG_PART_GLANCE] = "glance",     [PG_PART_SPEAKERS] = "speakers-title",
          [PG_PART_INDEX] = "index",       [PG_PART_SPONSORS] = "sponsors", [PG_PART_PERSONAL] = "your-programme",
          [PG_PART_NOTES] = "notes",       [PG_PART_BACK_COVER] = NULL };
  return words[kind];
}

static PgBlock *
title_block (const PgVoice *voice, const char *style, const PgText *title, PgPartKind kind)
{
  return title != NULL ? pg_say (voice, style, title) : pg_say_word (voice, style, pg_part_word (kind));
}

PgPageRun *
pg_part_pages (const PgVoice *voice, const PgBookletPart *part, PgBlock *subtitle, PgBlock *flow)
{
  const PgText *title = part->section != NULL ? part->section->title : NULL;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  PgBlock *heading = PG_STACKED (voice, title_block, "booklet-title", title, part->kind);
  heading->role = PG_ROLE_H1;
  stack->role = PG_ROLE_SECT;
  stack->anchor = pg_part_anchor (voice, part);
  stack->bookmark = title != NULL ? pg_plain (voice, title)
                                  : pg_word (voice->event, pg_part_word (part->kind), voice->language, NULL);
  stack->bookmark_level = 1;
  pg_block_add (stack, pg_booklet_title (voice, heading, subtitle));
  pg_block_add (stack, flow);
  return pg_facing_pages_new (voice, stack, NULL, PG_IN_HEAD (voice, title_block, "running-day", title, part->kind));
}

PgBlock *
pg_booklet_picture (const PgVoice *voice, const char *path, const char *alt, double width, double height,
                    const PgPlace *place)
{
  PgBlock *picture = pg_block_new (voice->arena, PG_BLOCK_IMAGE, place);
  picture->image = pg_arena_new0 (voice->arena, PgImage);
  *picture->image = (PgImage){ .path = path, .alt = alt, .width = width, .height = height };
  return picture;
}

PgBlock *
pg_booklet_name (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  const PgText *title = entry->title;
  if (title == NULL && entry->works != NULL)
    title = ((const PgWork *) g_ptr_array_index (entry->works, 0))->title;
  return title != NULL ? pg_say (voice, style, title)
                       : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
}

PgBlock *
pg_booklet_plate (const PgVoice *voice, const PgEntry *entry, const char *style, double side)
{
  const char *number = g_strcmp0 (entry->word, "session") == 0 ? entry->number : NULL;
  return pg_plate (voice, style, number, side, "accent");
}

void
pg_booklet_add_ends (const PgVoice *voice, PgBlock *row, double x, PgBlock *said, double width, PgBlock *end)
{
  double at = voice->paper->measure - width, gap = pg_booklet_length (voice, "gap");
  pg_row_add (row, x, (end != NULL ? at - gap : voice->paper->measure) - x, said);
  if (end != NULL)
    pg_row_add (row, at, width, end)->fit = PG_CELL_AT_END;
}

PgBlock *
pg_booklet_folio (const PgVoice *voice, const char *style, const char *anchor, const PgPlace *place)
{
  PgBlock *folio = pg_paragraph (voice, style, place);
  PgRun *run = pg_paragraph_add (voice->arena, folio, NULL, "000", voice->language);
  run->field = PG_FIELD_PAGE_OF;
  run->zero = voice->zero;
  run->anchor = anchor;
  return folio;
}

void
pg_booklet_add_folio (const PgVoice *voice, PgBlock *line, const char *anchor, const char *between)
{
  if (between != NULL)
    {
      pg_add_string (voice, line, "index-folio", between);
      line->runs[line->n_runs - 1].field = PG_FIELD_BETWEEN;
    }
  PgRun *run = pg_paragraph_add (voice->arena, line, pg_style (voice, "index-folio"), "000", voice->language);
  run->field = PG_FIELD_PAGE_AMONG;
  run->zero = voice->zero;
  run->anchor = anchor;
}

/* As many lines as a page has room for. */
static PgBlock *
notes_block (const PgVoice *voice)
{
  PgBlock *lines = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  const PgPaper *paper = voice->paper;
  double line = pg_booklet_length (voice, "notes-line"),
         height = paper->height - paper->top - paper->bottom - pg_booklet_length (voice, "title");
  for (double y = line; y <= height; y += line)
    {
      PgBlock *rule = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
      rule->rule_above = pg_theme_rule (voice->theme, "booklet-row");
      rule->before = line - pg_theme_rule (voice->theme, "booklet-row")->thickness;
      pg_block_add (lines, rule);
    }
  return lines;
}

/* A section's text, in columns that are level if it wants them. */
static PgBlock *
section_block (const PgVoice *voice, const PgBookletPart *part)
{
  PgBlock *block = pg_block_new (voice->arena, part->n > 1 ? PG_BLOCK_COLUMNS : PG_BLOCK_STACK, &part->place);
  block->n_columns = part->n;
  block->gutter = pg_space (voice, "gutter");
  block->rule_above = pg_theme_rule (voice->theme, "booklet");
  block->pad_above = pg_booklet_length (voice, "session-text");
  pg_add_body (voice, block, "front-text", PG_ROLE_H1, part->section->body);
  return block;
}

/* Pages with nothing but text. */
static PgPageRun *
text_pages (const PgVoice *voice, PgBlock *flow)
{
  return flow != NULL ? pg_facing_pages_new (voice, flow, NULL, NULL) : NULL;
}

/* Also where others are set in their place. */
static void
name_pages (PgPageRun *run, const char *anchor)
{
  run->flow->anchor = anchor;
  if (run->otherwise != NULL)
    name_pages (g_ptr_array_index (run->otherwise, 0), anchor);
}

/* Pages that lie open together stay so. */
static void
open_recto (PgPageRun *run)
{
  run->opens = PG_OPENS_RECTO;
  if (run->otherwise != NULL && ((PgPageRun *) g_ptr_array_index (run->otherwise, 0))->opens == PG_OPENS_ANYWHERE)
    open_recto (g_ptr_array_index (run->otherwise, 0));
}

static void
add_day (const PgVoice *voice, GPtrArray *runs, const PgBookletPart *part, const PgDay *day)
{
  PgPageRun *pages = part->kind == PG_PART_GLANCE ? pg_glance_pages (voice, day) : pg_booklet_day (voice, day);
  gboolean is_first = day == g_ptr_array_index (voice->event->days, 0);
  if (is_first && part->kind == PG_PART_GLANCE)
    name_pages (pages, pg_part_anchor (voice, part));
  if (is_first && part->opens_recto)
    open_recto (pages);
  pages->matter = (PgMatter){ part, day };
  g_ptr_array_add (runs, pages);
}

static void
add_each_day (const PgVoice *voice, GPtrArray *runs, const PgBookletPart *part)
{
  for (guint i = 0; i < voice->event->days->len; i++)
    add_day (voice, runs, part, g_ptr_array_index (voice->event->days, i));
  PgPageRun *texts = part->kind == PG_PART_AGENDA ? text_pages (voice, pg_texts_flow (voice)) : NULL;
  if (texts != NULL)
    g_ptr_array_add (runs, texts);
}

static void
add_notes (const PgVoice *voice, GPtrArray *runs, const PgBookletPart *part)
{
  for (guint i = 0; i < part->n; i++)
    {
      PgPageRun *pages = pg_part_pages (voice, part, NULL, notes_block (voice));
      if (i > 0)
        pages->flow->anchor = pages->flow->bookmark = NULL;
      g_ptr_array_add (runs, pages);
    }
}

/* The one run of pages of a part that has one. */
static PgPageRun *
part_pages (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part)
{
  switch (part->kind)
    {
    case PG_PART_COVER:
      return pg_booklet_cover (voice, part);
    case PG_PART_FRONT:
      return text_pages (voice, pg_front_flow (voice, FALSE));
    case PG_PART_CONTENTS:
      return pg_part_pages (voice, part, NULL, pg_contents_block (voice, parts));
    case PG_PART_SPEAKERS:
      return pg_part_pages (voice, part, NULL, pg_booklet_speakers (voice));
    case PG_PART_INDEX:
      return pg_part_pages (voice, part, NULL, pg_index_block (voice));
    case PG_PART_SECTION:
      return pg_part_pages (voice, part, NULL, section_block (voice, part));
    case PG_PART_PLAN:
      return pg_plan_pages (voice, parts, part);
    case PG_PART_SPONSORS:
      return pg_sponsors_pages (voice, part);
    case PG_PART_PERSONAL:
      return pg_personal_pages (voice, part);
    case PG_PART_BACK:
      return text_pages (voice, pg_back_flow (voice));
    case PG_PART_BACK_COVER:
      return pg_booklet_back_cover (voice);
    case PG_PART_GLANCE:
    case PG_PART_AGENDA:
    case PG_PART_NOTES:
      break;
    }
  return NULL;
}

static void
add_part (const PgVoice *voice, GPtrArray *runs, const GPtrArray *parts, const PgBookletPart *part)
{
  guint first = runs->len;
  PgPageRun *pages = part_pages (voice, parts, part);
  if (pages != NULL)
    g_ptr_array_add (runs, pages);
  else if (part->kind == PG_PART_NOTES)
    add_notes (voice, runs, part);
  else if (part->kind == PG_PART_GLANCE || part->kind == PG_PART_AGENDA)
    add_each_day (voice, runs, part);
  if (first < runs->len && part->opens_recto)
    open_recto (g_ptr_array_index (runs, first));
  for (guint i = first; i < runs->len; i++)
    ((PgPageRun *) g_ptr_array_index (runs, i))->matter.part = part;
}

/* Whether the event says anything that the part is for. */
static gboolean
has_matter (const PgVoice *voice, PgPartKind kind)
{
  switch (kind)
    {
    case PG_PART_FRONT:
      return voice->event->front->len > 0;
    case PG_PART_BACK:
      return voice->event->back->len > 0;
    case PG_PART_GLANCE:
    case PG_PART_AGENDA:
      return voice->event->days->len > 0;
    case PG_PART_SPEAKERS:
    case PG_PART_INDEX:
      return pg_index_block (voice) != NULL;
    case PG_PART_PERSONAL:
      return voice->request->personal != NULL;
    case PG_PART_COVER:
    case PG_PART_CONTENTS:
    case PG_PART_SECTION:
    case PG_PART_PLAN:
    case PG_PART_SPONSORS:
    case PG_PART_NOTES:
    case PG_PART_BACK_COVER:
      break;
    }
  return TRUE;
}

/* A day at a glance says no more of an only entry than the agenda. */
static gboolean
is_one_entry (const ProgrammeEvent *event)
{
  return event->days->len == 1 && ((const PgDay *) g_ptr_array_index (event->days, 0))->entries->len < 2;
}

/* Where the event does not say which parts the booklet has, it has all of them. */
static GPtrArray *
all_parts (const PgVoice *voice)
{
  GPtrArray *parts = pg_arena_array (voice->arena);
  for (PgPartKind kind = PG_PART_COVER; kind <= PG_PART_BACK_COVER; kind++)
    {
      PgBookletPart *part = pg_arena_new0 (voice->arena, PgBookletPart);
      *part
          = (PgBookletPart){ .kind = kind, .n = kind == PG_PART_NOTES ? NOTES_PAGES : 1, .place = voice->event->place };
      gboolean is_said = kind == PG_PART_SECTION || kind == PG_PART_PLAN || kind == PG_PART_SPONSORS; /* by it alone */
      if (!is_said && (kind != PG_PART_GLANCE || !is_one_entry (voice->event)))
        g_ptr_array_add (parts, part);
    }
  return parts;
}

static GPtrArray *
parts_of (const PgVoice *voice)
{
  GPtrArray *wanted = voice->event->booklet->len > 0 ? voice->event->booklet : all_parts (voice);
  GPtrArray *parts = pg_arena_array (voice->arena);
  for (guint i = 0; i < wanted->len; i++)
    if (has_matter (voice, ((const PgBookletPart *) g_ptr_array_index (wanted, i))->kind))
      g_ptr_array_add (parts, g_ptr_array_index (wanted, i));
  return parts;
}

/* Whether a part says something of the one whom the booklet is for: all of it, or a day of it. */
static gboolean
is_of_one (const PgVoice *voice, const PgBookletPart *part, const PgDay *day)
{
  if (part->kind == PG_PART_COVER || part->kind == PG_PART_PERSONAL)
    return TRUE;
  return (part->kind == PG_PART_GLANCE || part->kind == PG_PART_AGENDA) && day != NULL
         && pg_personal_has_day (voice, day);
}

/* The runs of pages of one who has the same parts as another one, whose runs they are where they say nothing of either. */
static void
add_like (const PgVoice *voice, GPtrArray *runs, const PgManuscript *common)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  for (guint i = 0; i < common->page_runs->len; i++)
    {
      const PgPageRun *run = g_ptr_array_index (common->page_runs, i);
      const PgMatter *matter = &run->matter;
      if (!is_of_one (voice, matter->part, matter->day))
        g_ptr_array_add (runs, (gpointer) run);
      else if (matter->day != NULL)
        add_day (voice, runs, matter->part, matter->day);
      else
        add_part (voice, runs, parts, matter->part);
    }
}

PgManuscript *
pg_booklet_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_booklet (request, error);
  if (paper == NULL)
    return NULL;
  const PgVoice *voice = pg_personal_voice (request, paper);
  const char *title = pg_plain (voice, voice->event->title);
  PgManuscript *manuscript
      = pg_manuscript_new_in (voice, pg_arena_printf (voice->arena, "%s – %s", title,
                                                      pg_word (voice->event, "booklet", voice->language, NULL)));
  manuscript->facing = TRUE;
  if (request->common != NULL)
    {
      add_like (voice, manuscript->page_runs, request->common);
      return manuscript;
    }
  const GPtrArray *parts = parts_of (voice);
  for (guint i = 0; i < parts->len; i++)
    add_part (voice, manuscript->page_runs, parts, g_ptr_array_index (parts, i));
  return manuscript;
}
