/* Enters: an event's directions. Leaves: signs that show the way: to one destination in large letters, or to several in a list
   of at most four to a sheet. */
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

#define WAYS_A_SHEET 4

static double
length (const PgVoice *voice, const char *key)
{
  return pg_sign_length (voice, "direction", key);
}

/* Ahead, left, right, back. */
static guint
rank (const PgDirection *way)
{
  static const guint ranks[] = { [PG_ARROW_AHEAD] = 0,      [PG_ARROW_AHEAD_LEFT] = 1, [PG_ARROW_AHEAD_RIGHT] = 2,
                                 [PG_ARROW_LEFT] = 3,       [PG_ARROW_RIGHT] = 4,      [PG_ARROW_BACK_LEFT] = 5,
                                 [PG_ARROW_BACK_RIGHT] = 6, [PG_ARROW_BACK] = 7,       [PG_ARROW_NONE] = 8 };
  return ranks[way->arrow];
}

/* By nearness where one way leads to several; those that do not say how far come last, in the order of the file. */
static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const PgDirection *left = *(PgDirection *const *) a, *right = *(PgDirection *const *) b;
  guint near = left->metres > 0 ? left->metres : G_MAXUINT, far = right->metres > 0 ? right->metres : G_MAXUINT;
  if (rank (left) != rank (right))
    return rank (left) < rank (right) ? -1 : 1;
  if (near != far)
    return near < far ? -1 : 1;
  return left->place.line != right->place.line ? (left->place.line < right->place.line ? -1 : 1)
                                               : (left->place.column < right->place.column ? -1 : 1);
}

static PgBlock *
metres_block (const PgVoice *voice, const char *style, const PgDirection *way)
{
  if (way->metres == 0)
    return NULL;
  return pg_say_word_with (voice, style, "metres", pg_arena_printf (voice->arena, "%u", way->metres));
}

/* Pictogram, floor, its words and how far it is, beside each other. */
static PgBlock *
plates_row (const PgVoice *voice, const PgDirection *way, double width)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &way->place);
  double side = length (voice, "plate"), gap = length (voice, "plate-gap"), x = 0;
  const PgFrame frame = { side, side, length (voice, "frame"), "sign-field", "paper" };
  PgBlock *pictogram = pg_sign_pictogram (voice->first, way, side);
  PgBlock *level = pg_sign_frame (voice->first, "direction-figure", way->room, &frame);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &way->place);
  row->align_tops = TRUE;
  if (pictogram != NULL)
    pg_row_add (row, x, side, pictogram);
  x += pictogram != NULL ? side + gap : 0;
  if (level != NULL)
    pg_row_add (row, x, side, level);
  x += level != NULL ? side + gap : 0;
  if (way->room != NULL && way->room->level != NULL)
    pg_block_add (said, PG_STACKED (voice, pg_sign_level, "direction-level", way->room));
  pg_block_add (said, PG_STACKED (voice, metres_block, "direction-level", way));
  PgBlock *box = pg_box_new (voice->arena, said);
  box->box_height = side;
  box->vertical = PG_PLACE_END;
  pg_row_add (row, x, MAX (width - x, side), box);
  return row;
}

/* Where to, in a space whose foot it stands on. */
static PgBlock *
name_box (const PgVoice *voice, const char *style, const PgDirection *way, double height, PgBoxPlace place,
          double metres)
{
  PgBlock *said = PG_STACKED (voice, pg_sign_destination, style, way), *box = pg_box_new (voice->arena, said);
  said->role = PG_ROLE_H1;
  box->box_height = height;
  box->vertical = place;
  box->same_size = style;
  pg_sign_read_from (voice, box, metres, "capital");
  return box;
}

static PgPageRun *
sheet_new (const PgVoice *voice, const PgSignpost *signpost, const char *bookmark)
{
  PgPageRun *run = pg_page_run_new (voice);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_PLACED, &signpost->place);
  run->flow->extent = voice->paper->height;
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = bookmark;
  run->flow->bookmark_level = 1;
  return run;
}

/* The field lies where the arrow points to; on paper that stands, above. */
static PgPageRun *
single_new (const PgVoice *voice, const PgSignpost *signpost, const PgDirection *way)
{
  double width = voice->paper->width, height = voice->paper->height, field = length (voice, "field");
  double margin = length (voice, "margin"), arrow = length (voice, "arrow"), foot = length (voice, "name-foot");
  gboolean lies = width > height, points_right = way->arrow >= PG_ARROW_AHEAD_RIGHT && way->arrow < PG_ARROW_BACK;
  gboolean points_left = way->arrow > PG_ARROW_BACK;
  gboolean at_end = lies && (voice->right_to_left ? points_left : points_right);
  double field_x = at_end ? width - field : 0, top = lies ? 0 : field, x = margin + (lies && !at_end ? field : 0);
  double field_width = lies ? field : width, field_height = lies ? height : field;
  double measure = width - 2 * margin - (lies ? field : 0), plate = length (voice, "plate");
  double name = height - foot - top - margin - plate - margin;
  PgPageRun *run = sheet_new (voice, signpost, pg_sign_destination_name (voice, way));
  pg_placed_add (run->flow, field_x, 0, field_width, pg_sign_fill (voice, field_width, field_height));
  pg_placed_add (run->flow, field_x + (field_width - arrow) / 2, (field_height - arrow) / 2, arrow,
                 pg_sign_arrow (voice, way->arrow, arrow, "paper"));
  pg_placed_add (run->flow, x, top + margin, measure, plates_row (voice, way, measure));
  pg_placed_add (run->flow, x, height - foot - name, measure,
                 name_box (voice, "direction-name", way, name, PG_PLACE_END, signpost->distance));
  pg_placed_add (run->flow, x, height - length (voice, "event-foot"), measure,
                 pg_sign_event_and_state (voice, "direction-event"));
  return run;
}

static PgBlock *
level_cell (const PgVoice *voice, const PgDirection *way)
{
  const PgFrame frame = { length (voice, "level-width"), length (voice, "level-height"), length (voice, "level-frame"),
                          "sign-field", "paper" };
  if (way->room == NULL || way->room->level == NULL)
    return PG_STACKED (voice, metres_block, "direction-metres", way);
  if (!pg_room_has_figure (way->room))
    return PG_STACKED (voice, pg_sign_level, "direction-words", way->room);
  return pg_sign_frame (voice->first, "direction-list-figure", way->room, &frame);
}

/* Four of them fill a sheet. */
static double
row_height (const PgVoice *voice)
{
  return (voice->paper->height - length (voice, "list-top") - length (voice, "event-foot")) / WAYS_A_SHEET;
}

/* In the middle of a row. */
static void
put_in_row (PgPageRun *run, const PgVoice *voice, double x, double y, double width, PgBlock *block)
{
  PgBlock *box = pg_box_new (voice->arena, block);
  if (box == NULL)
    return;
  box->box_height = row_height (voice);
  box->vertical = PG_PLACE_MIDDLE;
  pg_placed_add (run->flow, x, y, width, box);
}

static void
add_row (PgPageRun *run, const PgVoice *voice, const PgDirection *way, double y, double metres)
{
  double width = voice->paper->width, strip = length (voice, "strip"), arrow = length (voice, "list-arrow");
  double margin = length (voice, "margin"), icon_x = strip + length (voice, "list-gap"), icon = length (voice, "icon");
  double name_x = icon_x + (way->icon != NULL ? icon + length (voice, "icon-gap") : 0);
  double level = length (voice, "level-width"), level_x = width - margin - level;
  double row = row_height (voice), pad = length (voice, "row-pad");
  put_in_row (run, voice, (strip - arrow) / 2, y, arrow, pg_sign_arrow (voice, way->arrow, arrow, "paper"));
  put_in_row (run, voice, icon_x, y, icon, pg_sign_pictogram (voice->first, way, icon));
  pg_placed_add (run->flow, name_x, y + pad, level_x - margin / 2 - name_x,
                 name_box (voice, "direction-list", way, row - 2 * pad, PG_PLACE_MIDDLE, metres));
  put_in_row (run, voice, level_x, y, level, level_cell (voice, way));
}

static void
add_rule (PgPageRun *run, const PgVoice *voice, double y)
{
  const PgRule *rule = pg_theme_rule (voice->theme, "sign-row");
  double x = length (voice, "strip") + length (voice, "list-gap");
  PgBlock *line = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
  line->colour = rule->colour;
  line->width = voice->paper->width - length (voice, "margin") - x;
  line->height = rule->thickness;
  pg_placed_add (run->flow, x, y, line->width, line);
}

/* The event, and which of several sheets it is. */
static PgBlock *
foot_row (const PgVoice *voice, double width, guint sheet, guint n_sheets)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  pg_row_add (row, 0, width, pg_sign_event_and_state (voice, "direction-event"));
  if (n_sheets > 1)
    pg_row_add (row, 0, width,
                pg_say_figures (voice->first, "direction-count",
                                pg_arena_printf (voice->arena, "%u/%u", sheet, n_sheets), &voice->event->place))
        ->fit
        = PG_CELL_AT_END;
  return row;
}

static guint
sheets_of (const GPtrArray *ways)
{
  return (ways->len + WAYS_A_SHEET - 1) / WAYS_A_SHEET;
}

static PgPageRun *
list_new (const PgVoice *voice, const PgSignpost *signpost, const GPtrArray *ways, guint sheet)
{
  guint n_sheets = sheets_of (ways), most = (ways->len + n_sheets - 1) / n_sheets, first = sheet * most;
  guint n = MIN (most, ways->len - first);
  double width = voice->paper->width, height = voice->paper->height, margin = length (voice, "margin");
  double foot = length (voice, "event-foot"), y = length (voice, "list-top"), row = row_height (voice);
  double x = length (voice, "strip") + length (voice, "list-gap");
  const PgDirection *way = g_ptr_array_index (ways, first);
  PgPageRun *run = sheet_new (voice, signpost, pg_sign_destination_name (voice, way));
  pg_placed_add (run->flow, 0, 0, length (voice, "strip"), pg_sign_fill (voice, length (voice, "strip"), height));
  for (guint i = 0; i < n; i++)
    {
      add_row (run, voice, g_ptr_array_index (ways, first + i), y + i * row, signpost->distance);
      if (i > 0)
        add_rule (run, voice, y + i * row);
    }
  pg_placed_add (run->flow, x, height - foot, width - margin - x,
                 foot_row (voice, width - margin - x, sheet + 1, n_sheets));
  return run;
}

static void
add_signpost (PgManuscript *manuscript, const PgVoice *voice, const PgSignpost *signpost)
{
  GPtrArray *ways = pg_arena_array (voice->arena);
  for (guint i = 0; i < signpost->ways->len; i++)
    {
      const PgDirection *way = g_ptr_array_index (signpost->ways, i);
      if (way->room == NULL || pg_sign_wants_room (voice, way->room))
        g_ptr_array_add (ways, (gpointer) way);
    }
  g_ptr_array_sort (ways, compare_ways);
  if (ways->len == 1)
    g_ptr_array_add (manuscript->page_runs, single_new (voice, signpost, g_ptr_array_index (ways, 0)));
  /* A list needs the width that its paper has when it lies. */
  double width = voice->paper->width, height = voice->paper->height;
  const PgVoice *narrow = width < height ? pg_voice_scaled (voice, width / height) : voice;
  for (guint sheet = 0; ways->len > 1 && sheet < sheets_of (ways); sheet++)
    g_ptr_array_add (manuscript->page_runs, list_new (narrow, signpost, ways, sheet));
}

void
pg_add_directions (PgManuscript *manuscript, const PgVoice *voice)
{
  for (guint i = 0; i < voice->event->signposts->len; i++)
    if (pg_sign_wants_place (voice, g_ptr_array_index (voice->event->signposts, i)))
      add_signpost (manuscript, voice, g_ptr_array_index (voice->event->signposts, i));
}
