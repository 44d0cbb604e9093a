/* Enters: the parts of a longer text. Leaves: paragraphs, lists, definitions, quotations, images and headed sections in a
   style of the theme; tables are in say/text-table.c. */
#include "say/body.h"

#include "say/say.h"
#include "say/verse.h"

#include <string.h>

#define BRIEF 200     /* bytes of a paragraph that stays with what it leads to */
#define IMAGE_DPI 150 /* pixels to the inch of a picture that has room */
#define SVG_UNIT 0.75 /* points */

static void add_parts (const Body *parts, PgBlock *stack, const GPtrArray *body);

PgStyle *
pg_style_like (const PgVoice *voice, const PgStyle *style)
{
  PgStyle *copy = pg_arena_new0 (voice->arena, PgStyle);
  *copy = *style;
  copy->indent = copy->measure = 0;
  return copy;
}

/* Lists */

/* The style of the text round a list, for its marks: in their own colour, and ragged. */
static const PgStyle *
mark_style (const PgVoice *voice, const PgStyle *around)
{
  PgStyle *style = pg_arena_new0 (voice->arena, PgStyle);
  *style = *around;
  style->colour = pg_style (voice, "list-mark")->colour;
  style->align = PG_ALIGN_START;
  style->indent = style->measure = 0;
  return style;
}

/* How far in the items stand: all as far as the longest number wants. */
static double
list_hang (const PgVoice *voice, const PgStyle *around, const PgBodyPart *list)
{
  double hang = pg_space (voice, "list-hang");
  for (guint n = list->items->len; list->numbered && n >= 10; n /= 10)
    hang += pg_share (voice, "list-figure") * around->size;
  return hang;
}

static void
add_list (const Body *parts, PgBlock *stack, const PgBodyPart *list)
{
  const PgVoice *voice = parts->voice;
  const PgStyle *around = parts->style;
  double hang = list_hang (voice, around, list), white = pg_space (voice, "list-white");
  const PgStyle *mark = mark_style (voice, around);
  PgStyle *body = pg_arena_new0 (voice->arena, PgStyle);
  *body = *around;
  body->indent = body->second = 0; /* its second language is nearer than the next item */
  body->measure = around->measure > 0 ? around->measure - hang : 0;
  PgBlock *group = pg_block_new (voice->arena, PG_BLOCK_STACK, &list->place);
  group->role = PG_ROLE_L;
  guint n = list->items->len;
  for (guint i = 0; i < n; i++)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &list->place);
      char *sign = list->numbered ? pg_arena_printf (voice->arena, "%u.", i + 1) : pg_arena_strdup (voice->arena, "–");
      PgBlock *label = pg_paragraph_in (voice, mark, &list->place);
      pg_add_figures (voice, label, NULL, sign);
      label->role = PG_ROLE_NONE;
      row->role = PG_ROLE_LI;
      row->group = group;
      pg_row_add (row, 0, hang, label)->role = PG_ROLE_LBL;
      pg_row_add (row, hang, 0, pg_say_in (voice, body, g_ptr_array_index (list->items, i)))->role = PG_ROLE_LBODY;
      row->before = white;
      row->whole = voice->is_mixed; /* a mark of its own, at its own side */
      row->after = i + 1 < n ? white : around->after;
      row->keep_with_next = i == 0 && n > 1 && n != 3; /* three may be parted anywhere, else they would be whole */
      row->keep_with_previous = i + 1 == n && n > 1 && n != 3;
      row->keeps_company = TRUE;
      pg_block_add (stack, row);
    }
}

/* Definitions */

static PgBlock *
term_block (const Body *parts, const PgBodyPart *part)
{
  PgStyle *style = pg_style_like (parts->voice, parts->style);
  style->bold = !pg_is_light (parts->voice);
  style->align = PG_ALIGN_START;
  style->before = style->after = style->second = 0;
  PgBlock *term = pg_say_in (parts->voice, style, part->label);
  if (term == NULL)
    return NULL;
  term->keep_together = term->keep_with_next = TRUE;
  return term;
}

static PgBlock *
definition_body (const Body *parts, const PgBodyPart *part)
{
  PgBlock *stack = pg_block_new (parts->voice->arena, PG_BLOCK_STACK, &part->place);
  add_parts (parts, stack, part->body);
  return stack;
}

/* Beside the term, where that is no longer than its column. */
static PgBlock *
definition_beside (const Body *parts, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  double width = pg_space (voice, "text-term"), text = width + pg_space (voice, "text-term-gutter");
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &part->place), *term = term_block (parts, part);
  if (term != NULL)
    {
      term->role = PG_ROLE_NONE;
      term->max_lines = 1;
    }
  pg_row_add (row, 0, width, term)->role = PG_ROLE_LBL;
  pg_row_add (row, text, 0, definition_body (parts, part))->role = PG_ROLE_LBODY;
  return row;
}

static PgBlock *
definition_below (const Body *parts, const PgBodyPart *part)
{
  PgBlock *stack = pg_block_new (parts->voice->arena, PG_BLOCK_STACK, &part->place), *term = term_block (parts, part);
  PgBlock *body = definition_body (parts, part);
  if (term != NULL)
    term->role = PG_ROLE_LBL;
  body->role = PG_ROLE_LBODY;
  pg_block_add (stack, term);
  pg_block_add (stack, body);
  return stack;
}

static void
add_definitions (const Body *parts, PgBlock *stack, const PgBodyPart *list)
{
  const PgVoice *voice = parts->voice;
  PgStyle *style = pg_style_like (voice, parts->style);
  Body inner = *parts;
  inner.style = style;
  style->after = pg_space (voice, "text-definition-after");
  PgBlock *group = pg_block_new (voice->arena, PG_BLOCK_STACK, &list->place);
  group->role = PG_ROLE_L;
  for (guint i = 0; i < list->body->len; i++)
    {
      const PgBodyPart *part = g_ptr_array_index (list->body, i);
      PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &part->place);
      choice->by = PG_CHOICE_LINES;
      choice->role = PG_ROLE_LI;
      choice->group = group;
      choice->whole = voice->is_mixed; /* a term of its own, at its own side */
      choice->before = i == 0 ? 0 : style->after;
      choice->after = i + 1 < list->body->len ? style->after : MAX (style->after, parts->style->after);
      if (!voice->paper->is_column)
        pg_block_add (choice, definition_beside (&inner, part));
      pg_block_add (choice, definition_below (&inner, part));
      pg_block_add (stack, choice);
    }
}

/* Quotations and images */

static void
add_quotation (const Body *parts, PgBlock *stack, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &part->place);
  PgBlock *inside = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  PgBlock *source = pg_say (voice, "text-source", part->label);
  add_parts (parts, inside, part->body);
  if (source != NULL)
    source->keep_together = source->keep_with_previous = TRUE;
  pg_block_add (inside, source);
  pg_row_add (row, pg_space (voice, "text-quotation"), 0, inside);
  row->role = PG_ROLE_BLOCKQUOTE;
  row->before = row->after = pg_space (voice, "text-quotation-white");
  pg_block_add (stack, row);
}

/* As large as its pixels allow, but not much of a page high. */
static PgBlock *
image_block (const PgVoice *voice, const PgBodyPart *part, const PgPictureFacts *facts)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_IMAGE, &part->place);
  PgImage *image = pg_arena_new0 (voice->arena, PgImage);
  double unit = facts->has_pixels ? 72.0 / IMAGE_DPI : SVG_UNIT;
  double text = voice->paper->height - voice->paper->top - voice->paper->bottom;
  double width = facts->width * unit, height = facts->height * unit;
  double most = MIN (voice->paper->measure, pg_share (voice, "text-image") * text * width / height);
  image->path = part->path;
  image->alt = part->alt;
  image->width = MIN (width, most);
  image->height = image->width * height / width;
  block->image = image;
  block->shrinks = TRUE;
  block->role = PG_ROLE_NONE;
  return block;
}

static void
add_image (const Body *parts, PgBlock *stack, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  const PgPictureFacts *facts = pg_pictures_look (voice->event->pictures, part->path);
  PgBlock *figure = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  PgBlock *caption = pg_say (voice, "text-caption", part->label);
  if (facts == NULL)
    return;
  pg_block_add (figure, image_block (voice, part, facts));
  if (caption != NULL)
    caption->role = PG_ROLE_CAPTION;
  pg_block_add (figure, caption);
  figure->role = PG_ROLE_FIGURE;
  figure->keep_together = TRUE;
  figure->before = figure->after = pg_space (voice, "text-image-white");
  pg_block_add (stack, figure);
}

/* Sections */

/* Bold, and in italics further within, where the theme has them. */
static const PgStyle *
heading_style (const Body *parts)
{
  const PgVoice *voice = parts->voice;
  PgStyle *style = pg_style_like (voice, parts->style);
  style->italic = parts->depth > 0 && pg_has_italics (voice);
  style->bold = !style->italic && !pg_is_light (voice);
  style->align = PG_ALIGN_START;
  style->hyphenate = FALSE;
  style->balance = TRUE;
  style->before = pg_space (voice, "text-heading-before");
  style->after = pg_space (voice, "text-heading-after");
  return style;
}

static void
add_section (const Body *parts, PgBlock *stack, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  PgBlock *section = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  PgBlock *heading = part->label != NULL ? pg_say_in (voice, heading_style (parts), part->label) : NULL;
  Body inner = *parts;
  inner.heading = MIN (parts->heading + 1, PG_ROLE_H6);
  inner.depth = parts->depth + 1;
  if (heading != NULL)
    {
      heading->role = parts->heading;
      heading->keep_together = heading->keep_with_next = TRUE;
      section->before = heading->before;
    }
  pg_block_add (section, heading);
  add_parts (&inner, section, part->body);
  section->role = PG_ROLE_SECT;
  section->after = parts->style->after;
  pg_block_add (stack, section);
}

static gboolean
is_brief (const PgText *text)
{
  for (guint i = 0; i < text->versions->len; i++)
    if (strlen (((const PgVersion *) g_ptr_array_index (text->versions, i))->string) > BRIEF)
      return FALSE;
  return TRUE;
}

/* What leads to a list stays with its beginning, and so does what is not long with that of a table or the like; an image may
   stand on the next page. */
static void
add_paragraph (const Body *parts, PgBlock *stack, const PgBodyPart *part, const PgBodyPart *next)
{
  PgBlock *paragraph = pg_say_in (parts->voice, parts->style, part->paragraph);
  gboolean is_led = next != NULL && next->kind != PG_BODY_PARAGRAPH && next->kind != PG_BODY_VERSE
                    && next->kind != PG_BODY_SECTION && next->kind != PG_BODY_IMAGE;
  paragraph->keep_with_next = is_led && (next->kind == PG_BODY_LIST || is_brief (part->paragraph));
  paragraph->keeps_company = TRUE;
  pg_block_add (stack, paragraph);
}

static void
add_part (const Body *parts, PgBlock *stack, const PgBodyPart *part, const PgBodyPart *next)
{
  switch (part->kind)
    {
    case PG_BODY_PARAGRAPH:
      add_paragraph (parts, stack, part, next);
      break;
    case PG_BODY_VERSE:
      pg_block_add (stack, pg_verse_block (parts->voice, parts->style, part->paragraph));
      break;
    case PG_BODY_LIST:
      add_list (parts, stack, part);
      break;
    case PG_BODY_DEFINITIONS:
      add_definitions (parts, stack, part);
      break;
    case PG_BODY_QUOTATION:
      add_quotation (parts, stack, part);
      break;
    case PG_BODY_TABLE:
      pg_block_add (stack, pg_text_table (parts, part));
      break;
    case PG_BODY_IMAGE:
      add_image (parts, stack, part);
      break;
    case PG_BODY_SECTION:
      add_section (parts, stack, part);
      break;
    case PG_BODY_DEFINITION: /* add_definitions() has them */
      break;
    }
}

static void
add_parts (const Body *parts, PgBlock *stack, const GPtrArray *body)
{
  for (guint i = 0; body != NULL && i < body->len; i++)
    add_part (parts, stack, g_ptr_array_index (body, i), i + 1 < body->len ? g_ptr_array_index (body, i + 1) : NULL);
}

void
pg_add_body (const PgVoice *voice, PgBlock *stack, const char *style, PgRole above, const GPtrArray *body)
{
  Body parts = { voice, pg_style (voice, style), MIN (above + 1, PG_ROLE_H6), 0 };
  add_parts (&parts, stack, body);
}
