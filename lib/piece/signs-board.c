/* Enters: an event. Leaves: boards, one a day: all that happens, by half-days, with the rooms, and arrows to them where the
   board's place is known. */
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

#define NOON (12 * 60)
#define EVENING (18 * 60)

typedef enum
{
  MORNING,
  AFTERNOON,
  EVENINGS,
  N_PARTS
} Part;

static const char *const part_words[N_PARTS] = { "morning", "afternoon", "evening" };

typedef struct
{
  const PgDay *day;
  const PgSignpost *signpost; /* whose arrows it has; or NULL */
} Board;

static double
length (const PgVoice *voice, const char *key)
{
  return pg_sign_length (voice, "board", key);
}

/* Where the rooms stand is the same in all steps. */
static double
room_x (const PgVoice *voice)
{
  return pg_theme_length (voice->theme, "board", "room") * voice->paper->scale;
}

/* A break such as lunch belongs to what comes before it. */
static Part
part_of (const PgEntry *entry, Part before)
{
  Part part = entry->start < NOON ? MORNING : entry->start < EVENING ? AFTERNOON : EVENINGS;
  gboolean is_lunch = entry->kind == PG_ENTRY_BREAK && part == AFTERNOON;
  return is_lunch ? before : MAX (part, before);
}

static PgArrow
arrow_to (const Board *board, const PgRoom *room)
{
  for (guint i = 0; board->signpost != NULL && i < board->signpost->ways->len; i++)
    {
      const PgDirection *way = g_ptr_array_index (board->signpost->ways, i);
      if (way->room == room)
        return way->arrow;
    }
  return PG_ARROW_NONE;
}

static PgBlock *
level_block (const PgVoice *voice, const char *style, const PgRoom *room)
{
  return room->level != NULL ? pg_sign_level (voice, style, room) : NULL;
}

/* A room of an entry's, and which way it is. */
static PgBlock *
room_row (const PgVoice *voice, const Board *board, const PgEntry *entry, const PgRoom *room)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  double arrow = length (voice, "arrow"), end = voice->paper->measure - room_x (voice);
  gboolean is_break = entry->kind == PG_ENTRY_BREAK;
  row->align_tops = TRUE;
  pg_block_add (said, PG_STACKED (voice, pg_say, is_break ? "board-break" : "board-room", room->name));
  if (board->signpost == NULL)
    pg_block_add (said, PG_STACKED (voice, level_block, "board-level", room));
  pg_row_add (row, 0, end - arrow - length (voice, "gap"), said);
  pg_row_add (row, end - arrow, arrow, pg_sign_arrow (voice, arrow_to (board, room), arrow, "sign-field"));
  return row;
}

static PgBlock *
rooms_block (const PgVoice *voice, const Board *board, const PgEntry *entry)
{
  PgBlock *rooms = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  if (entry->room != NULL)
    pg_block_add (rooms, room_row (voice, board, entry, entry->room));
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    pg_block_add (rooms, room_row (voice, board, entry, g_ptr_array_index (entry->further_rooms, i)));
  return rooms;
}

/* What is on at the same time as what stands above it does not say when once more, to those who see it. */
static PgBlock *
entry_row (const PgVoice *voice, const Board *board, const PgEntry *entry, const PgEntry *before)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  double number = length (voice, "number"), text = length (voice, "text"), room = room_x (voice);
  gboolean is_break = entry->kind == PG_ENTRY_BREAK, is_same = before != NULL && before->start == entry->start;
  row->align_tops = row->keep_together = TRUE;
  row->band = is_break ? pg_theme_colour (voice->theme, "sign-break") : NULL;
  row->rule_above = pg_theme_rule (voice->theme, is_same ? "sign-row" : "board-time");
  row->pad_above = row->pad_below = length (voice, "row-pad");
  PgBlock *time = is_same ? NULL : pg_times_block (voice->first, board->day, entry, "board-time", NULL, FALSE);
  pg_row_add (row, 0, number, time)->role = PG_ROLE_TH;
  pg_row_add (row, number, text - number - length (voice, "gap"),
              pg_sign_number (voice->first, entry, length (voice, "plate")));
  pg_block_add (said, PG_STACKED (voice, pg_sign_title, is_break ? "board-break" : "board-title", entry,
                                  is_break ? PG_ROLE_AUTO : PG_ROLE_H3));
  if (entry->is_cancelled)
    pg_block_add (said, PG_STACKED (voice, pg_say_word, "board-cancelled", "cancelled"));
  pg_row_add (row, text, room - text - length (voice, "gap"), said);
  pg_row_add (row, room, 0, rooms_block (voice, board, entry));
  return row;
}

static PgBlock *
padded (const PgVoice *voice, PgBlock *block, double right)
{
  PgBlock *box = pg_box_new (voice->arena, block);
  box->padding.right = right;
  return box;
}

static PgBlock *
part_head (const PgVoice *voice, const Board *board, Part part, gboolean is_first)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &board->day->place);
  double measure = voice->paper->measure;
  PgBlock *word = PG_STACKED (voice, pg_say_word, "board-part", part_words[part]);
  word->role = PG_ROLE_H2;
  pg_row_add (row, 0, measure, padded (voice, word, length (voice, "gap")))->fit = PG_CELL_NATURAL;
  if (is_first && board->day->subtitle != NULL)
    pg_row_add (row, 0, measure, PG_STACKED (voice, pg_say, "board-day", board->day->subtitle))->fit = PG_CELL_AT_END;
  row->before = length (voice, "part-before");
  row->after = length (voice, "part-after");
  row->keep_with_next = TRUE;
  return row;
}

static PgBlock *
list_block (const PgVoice *voice, gboolean has_speakers, gconstpointer data)
{
  const Board *board = data;
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &board->day->place), *table = NULL;
  const PgEntry *before = NULL;
  Part part = MORNING;
  (void) has_speakers;
  for (guint i = 0; i < board->day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (board->day->entries, i);
      Part next = part_of (entry, part);
      if (table == NULL || next != part)
        {
          pg_block_add (list, part_head (voice, board, next, table == NULL));
          table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &entry->place);
          table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "sign-row");
          pg_block_add (list, table);
          before = NULL;
        }
      pg_block_add (table, entry_row (voice, board, entry, before));
      before = entry;
      part = next;
    }
  return list;
}

static PgBlock *
head_block (const PgVoice *voice, gconstpointer data)
{
  const Board *board = data;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &board->day->place);
  PgBlock *date = PG_STACKED (voice, pg_day_date_block, "board-date", board->day);
  pg_block_add (head,
                pg_sign_field (voice, "board", PG_STACKED (voice, pg_sign_event, "board-event"), date, "board-date"));
  return head;
}

/* Where arrows start, or else where the event is. */
static PgBlock *
foot_words (const PgVoice *voice, const Board *board)
{
  return board->signpost != NULL ? PG_STACKED (voice, pg_say_word, "board-foot", "from-board")
                                 : PG_STACKED (voice, pg_say, "board-foot", voice->event->venue);
}

/* What the letters of tracks stand for; which sheet it is, and what keeps it from being the final one. */
static PgBlock *
legend_row (const PgVoice *voice, PgBlock *words)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double gap = length (voice, "gap"), plate = length (voice, "legend");
  pg_row_add (row, 0, 0, padded (voice, pg_sign_state (voice), gap))->fit = PG_CELL_NATURAL;
  for (guint i = 0; i < voice->event->tracks->len; i++)
    {
      const PgTrack *track = g_ptr_array_index (voice->event->tracks, i);
      if (track->letter == NULL)
        continue;
      PgBlock *letter = padded (voice, pg_sign_letter (voice->first, track, plate), gap / 2);
      PgBlock *name = padded (voice, PG_STACKED (voice, pg_say, "board-legend", track->name), gap);
      pg_row_add (row, 0, 0, letter)->fit = PG_CELL_NATURAL;
      pg_row_add (row, 0, 0, name)->fit = PG_CELL_NATURAL;
    }
  pg_row_add (row, 0, 0, words);
  return row;
}

/* On one line where both fit on it. */
static PgBlock *
foot_block (const PgVoice *voice, const Board *board)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place),
          *words = foot_words (voice, board);
  if (words == NULL)
    return legend_row (voice, NULL);
  pg_block_limit_lines (words, 1);
  pg_block_add (choice, legend_row (voice, words));
  pg_block_add (stack, foot_words (voice, board));
  pg_block_add (stack, legend_row (voice, NULL));
  pg_block_add (choice, stack);
  return choice;
}

static void
add_board (PgManuscript *manuscript, const PgVoice *voice, const Board *board)
{
  PgPageRun *run = pg_text_run_new (voice, head_block (voice, board));
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = pg_day_plain_name (voice, board->day);
  run->flow->bookmark_level = 1;
  PgBlock *list = pg_sign_steps (voice, "board", 0, list_block, board);
  list->before = length (voice, "part-before");
  pg_block_add (run->flow, list);
  run->over = pg_block_new (voice->arena, PG_BLOCK_PLACED, &board->day->place);
  pg_placed_hang (run->over, voice->paper->left, voice->paper->height - length (voice, "foot"), voice->paper->measure,
                  foot_block (voice, board));
  run->continued = pg_place_at (voice, 0, head_block (voice, board));
  run->top_continued = length (voice, "list");
  g_ptr_array_add (manuscript->page_runs, run);
}

void
pg_add_boards (PgManuscript *manuscript, const PgVoice *voice)
{
  const PgSignpost *signpost = NULL;
  for (guint i = 0; voice->request->selection.place != NULL && i < voice->event->signposts->len; i++)
    if (signpost == NULL && pg_sign_wants_place (voice, g_ptr_array_index (voice->event->signposts, i)))
      signpost = g_ptr_array_index (voice->event->signposts, i);
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const Board board = { g_ptr_array_index (voice->event->days, d), signpost };
      if (board.day->entries->len > 0 && pg_sign_wants_day (voice, board.day))
        add_board (manuscript, voice, &board);
    }
}
