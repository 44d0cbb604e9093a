/* Enters: where to, floors. Leaves: arrows, pictograms on plates, floors in frames. */
#include "event/words.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"
#include "theme/band.h"

static PgBlock *
drawing_new (const PgVoice *voice, const PgDrawing *drawing, double side, const char *colour)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_DRAWING, &voice->event->place);
  block->drawing = drawing;
  block->side = side;
  block->ink = *pg_theme_colour (voice->theme, colour);
  return block;
}

/* It points where it points, whichever way the page is read. */
PgBlock *
pg_sign_arrow (const PgVoice *voice, PgArrow arrow, double side, const char *colour)
{
  static const char *const words[] = { "↑", "↗", "→", "↘", "↓", "↙", "←", "↖" };
  if (arrow == PG_ARROW_NONE)
    return NULL;
  PgBlock *block = drawing_new (voice, &pg_drawing_arrow, side, colour);
  block->eighths = ((guint) arrow + PG_N_ARROWS - PG_ARROW_RIGHT) % PG_N_ARROWS;
  block->code_alt = words[arrow];
  return block;
}

/* A way out has a plate of its own colour: what is green is the building's. */
PgBlock *
pg_sign_pictogram (const PgVoice *voice, const PgDirection *way, double side)
{
  const PgDrawing *drawing = way->icon != NULL ? pg_drawing_lookup (way->icon) : NULL;
  if (drawing == NULL)
    return NULL;
  PgBlock *block = drawing_new (voice, drawing, side, "paper"), *plate = pg_box_new (voice->arena, block);
  gboolean is_exit = g_str_equal (way->icon, "exit");
  block->code_alt = pg_word (voice->event, way->icon, voice->language, NULL);
  block->artifact = way->name == NULL && way->room == NULL; /* then the word stands beside it */
  plate->box_width = plate->box_height = side;
  plate->fill = pg_theme_colour (voice->theme, is_exit ? "sign-exit" : "sign-field");
  return plate;
}

PgBlock *
pg_sign_destination (const PgVoice *voice, const char *style, const PgDirection *way)
{
  if (way->name != NULL || way->room != NULL)
    return pg_say (voice, style, way->name != NULL ? way->name : way->room->name);
  return pg_say_word (voice, style, way->icon);
}

/* A ladder of values, the darkest first; the last has a frame. What comes after these begins again. */
PgBlock *
pg_sign_letter (const PgVoice *voice, const PgTrack *track, double side)
{
  guint index = 0;
  if (!g_ptr_array_find (voice->event->tracks, track, &index))
    return NULL;
  PgBand *band = pg_arena_new0 (voice->arena, PgBand);
  pg_theme_band (voice->theme, "tracks", track->id, index, band);
  double line = band->has_line ? side * pg_share (voice, "letter-frame") : 0;
  PgBlock *plate = pg_plate (voice, "sign-number", track->letter, side - 2 * line, "sign-field");
  plate->fill = &band->fill;
  pg_set_ink (voice, plate, &band->ink);
  if (!band->has_line)
    return plate;
  PgBlock *frame = pg_box_new (voice->arena, plate);
  frame->natural = TRUE;
  frame->padding = (PgPadding){ line, line, line, line };
  frame->fill = &band->ink;
  return frame;
}

const char *
pg_sign_destination_name (const PgVoice *voice, const PgDirection *way)
{
  if (way->name != NULL || way->room != NULL)
    return pg_plain (voice, way->name != NULL ? way->name : way->room->name);
  return pg_word (voice->event, way->icon, voice->language, NULL);
}

PgBlock *
pg_sign_frame (const PgVoice *voice, const char *style, const PgRoom *room, const PgFrame *frame)
{
  if (room == NULL || !pg_room_has_figure (room))
    return NULL;
  PgBlock *inner = pg_box_new (voice->arena, pg_say_figures (voice, style, room->level, &room->place));
  PgBlock *outer = pg_box_new (voice->arena, inner);
  inner->box_width = frame->width - 2 * frame->line;
  inner->box_height = frame->height - 2 * frame->line;
  inner->vertical = PG_PLACE_MIDDLE;
  inner->padding.left = inner->padding.right = frame->line;
  inner->fill = pg_theme_colour (voice->theme, frame->paper);
  outer->box_width = frame->width;
  outer->box_height = frame->height;
  outer->padding = (PgPadding){ frame->line, frame->line, frame->line, frame->line };
  outer->fill = pg_theme_colour (voice->theme, frame->ink);
  return outer;
}

PgBlock *
pg_sign_fill (const PgVoice *voice, double width, double height)
{
  PgBlock *fill = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
  fill->colour = *pg_theme_colour (voice->theme, "sign-field");
  fill->width = width;
  fill->height = height;
  return fill;
}

PgBlock *
pg_sign_event (const PgVoice *voice, const char *style)
{
  return pg_say (voice, style, voice->event->short_title != NULL ? voice->event->short_title : voice->event->title);
}
