/* Enters: an event's notices. Leaves: signs that are put up as things change: what was moved, and where it is now; what is full,
   cancelled or reserved; a text. */
#include "event/words.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

static double
length (const PgVoice *voice, const char *key)
{
  return pg_sign_length (voice, "notice", key);
}

static const PgDay *
day_of (const PgVoice *voice, const PgEntry *entry)
{
  for (guint i = 0; entry != NULL && i < voice->event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, i);
      if (g_ptr_array_find (day->entries, entry, NULL))
        return day;
    }
  return NULL;
}

static PgBlock *
box_new (const PgVoice *voice, PgBlock *said, double height, PgBoxPlace vertical)
{
  PgBlock *box = pg_box_new (voice->arena, said);
  if (box == NULL)
    return NULL;
  box->box_height = height;
  box->vertical = vertical;
  return box;
}

/* The session: when, its number, its title. */
typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  gboolean has_rules;
} Session;

static PgBlock *
session_block (const PgVoice *voice, gboolean has_speakers, gconstpointer data)
{
  const Session *session = data;
  (void) has_speakers;
  PgBlock *title = PG_STACKED (voice, pg_sign_title, "sign-title", session->entry, PG_ROLE_H2);
  PgBlock *table = session->has_rules ? pg_sign_table (voice, &session->entry->place)
                                      : pg_block_new (voice->arena, PG_BLOCK_TABLE, &session->entry->place);
  pg_block_add (table, pg_sign_row (voice, session->day, session->entry, title));
  return table;
}

/* The largest step that the space has room for. */
static PgBlock *
session_in (const PgVoice *voice, const Session *session, double height)
{
  PgBlock *steps = pg_sign_steps (voice, "sign", 0, session_block, session);
  for (guint i = 0; i < steps->children->len; i++)
    steps->children->pdata[i] = box_new (voice, g_ptr_array_index (steps->children, i), height, PG_PLACE_MIDDLE);
  return steps;
}

static PgBlock *
head_row (const PgVoice *voice, const PgDay *day)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &day->place);
  pg_row_add (row, 0, voice->paper->measure, pg_sign_event_and_state (voice, "direction-event"));
  pg_row_add (row, 0, voice->paper->measure, PG_STACKED (voice, pg_day_date_block, "direction-event", day))->fit
      = PG_CELL_AT_END;
  return row;
}

/* "Not in: Hall": the name stands in the word. */
static PgBlock *
old_room (const PgVoice *voice, const char *style, const PgRoom *room)
{
  return pg_say_word_with (voice, style, "not-in", pg_plain (voice, room->name));
}

static PgBlock *
level_row (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &room->place);
  double side = length (voice, "plate");
  const PgFrame frame = { side, side, length (voice, "frame"), "paper", "sign-field" };
  PgBlock *figure = pg_sign_frame (voice->first, "notice-figure", room, &frame);
  PgBlock *words = box_new (voice, PG_STACKED (voice, pg_sign_level, "notice-level", room), side, PG_PLACE_MIDDLE);
  row->align_tops = TRUE;
  if (figure != NULL)
    pg_row_add (row, 0, side, figure);
  pg_row_add (row, figure != NULL ? side + length (voice, "plate-gap") : 0,
              voice->paper->measure - length (voice, "arrow") - side, words);
  return row;
}

/* The field below: where it is now, and how to get there. */
static void
add_new_room (const PgVoice *voice, PgBlock *placed, const PgNotice *notice)
{
  const PgRoom *room = notice->session->room;
  double x = voice->paper->left, measure = voice->paper->measure, width = voice->paper->width;
  double field = length (voice, "field"), name = length (voice, "name"), below = length (voice, "name-height");
  double arrow = length (voice, "arrow"), last = length (voice, "level");
  PgBlock *said = PG_STACKED (voice, pg_say, "sign-room", room->name);
  PgBlock *box = box_new (voice, said, below, PG_PLACE_START);
  said->role = PG_ROLE_H2;
  box->same_size = "notice-room";
  pg_sign_read_from (voice, box, 0, "capital");
  pg_placed_add (placed, 0, field, width, pg_sign_fill (voice, width, voice->paper->height - field));
  pg_placed_add (placed, x, length (voice, "now"), measure, PG_STACKED (voice, pg_say_word, "notice-now", "now-in"));
  pg_placed_add (placed, x, name, measure, box);
  if (room->level != NULL)
    pg_placed_add (placed, x, last, measure, level_row (voice, room));
  pg_placed_add (placed, voice->paper->width - voice->paper->right - arrow, last + length (voice, "plate") - arrow,
                 arrow, pg_sign_arrow (voice, notice->arrow, arrow, "paper"));
  if (notice->from != NULL)
    pg_placed_add (placed, x, length (voice, "old"), measure, PG_STACKED (voice, old_room, "notice-old", notice->from));
}

static PgPageRun *
moved_new (const PgVoice *voice, const PgNotice *notice)
{
  const Session session = { day_of (voice, notice->session), notice->session, FALSE };
  PgPageRun *run = pg_page_run_new (voice);
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &notice->place);
  double x = voice->paper->left, measure = voice->paper->measure;
  double word = length (voice, "word"), rule = length (voice, "rule"), field = length (voice, "field");
  PgBlock *said = PG_STACKED (voice, pg_say_word, "notice-word", "moved");
  PgBlock *line = pg_sign_fill (voice, measure, pg_theme_rule (voice->theme, "sign-list")->thickness);
  said->role = PG_ROLE_H1;
  placed->extent = voice->paper->height;
  pg_placed_add (placed, x, length (voice, "head"), measure, head_row (voice, session.day));
  pg_placed_add (placed, x, word, measure, box_new (voice, said, rule - word, PG_PLACE_MIDDLE));
  pg_placed_add (placed, x, rule, measure, line);
  pg_placed_add (placed, x, rule, measure, session_in (voice, &session, field - rule));
  add_new_room (voice, placed, notice);
  run->flow = placed;
  return run;
}

/* The same on every page on which it goes on. */
static PgBlock *
word_head (const PgVoice *voice, gconstpointer data)
{
  const PgNotice *notice = data;
  const PgDay *day = day_of (voice, notice->session);
  const PgRoom *room = notice->session != NULL ? notice->session->room : NULL;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &notice->place);
  PgBlock *said = PG_STACKED (voice, pg_say_word, "notice-large", pg_notice_names[notice->kind]);
  pg_block_add (head, pg_sign_field (voice, "sign", pg_sign_head (voice, room), said, "notice-large"));
  if (day != NULL)
    pg_block_add (head, pg_sign_day (voice, day));
  return head;
}

static PgBlock *
body_block (const PgVoice *voice, const char *style, const PgNotice *notice)
{
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &notice->place);
  pg_add_body (voice, body, style, PG_ROLE_H2, notice->body);
  return body;
}

/* A word in the field, and below it what it is said of, and why. */
static PgPageRun *
word_new (const PgVoice *voice, const PgNotice *notice)
{
  const Session session = { day_of (voice, notice->session), notice->session, TRUE };
  PgPageRun *run = pg_sign_run (voice, NULL, word_head, notice);
  if (session.day != NULL)
    pg_block_add (run->flow, pg_sign_steps (voice, "sign", 0, session_block, &session));
  if (notice->body != NULL)
    {
      PgBlock *body = PG_STACKED (voice, body_block, "notice-text", notice);
      body->before = length (voice, "text-white");
      pg_block_add (run->flow, body);
    }
  return run;
}

static PgBlock *
text_head (const PgVoice *voice, gconstpointer data)
{
  const PgNotice *notice = data;
  return pg_sign_field (voice, "sign", pg_sign_head (voice, NULL),
                        PG_STACKED (voice, body_block, "notice-body", notice), "notice-body");
}

static PgPageRun *
text_new (const PgVoice *voice, const PgNotice *notice)
{
  return pg_sign_run (voice, NULL, text_head, notice);
}

/* A notice that lacks what it is about is told by the check, and is not made. */
static PgPageRun *
notice_new (const PgVoice *voice, const PgNotice *notice)
{
  switch (notice->kind)
    {
    case PG_NOTICE_MOVED:
      return notice->session != NULL && notice->session->room != NULL ? moved_new (voice, notice) : NULL;
    case PG_NOTICE_CANCELLED:
    case PG_NOTICE_FULL:
    case PG_NOTICE_RESERVED:
      return word_new (voice, notice);
    case PG_NOTICE_TEXT:
      return notice->body != NULL ? text_new (voice, notice) : NULL;
    default:
      return NULL; /* what welcomes is on its own sign */
    }
}

/* Those that are of nothing that happens on a day or in a room are always wanted. */
static gboolean
is_wanted (const PgVoice *voice, const PgNotice *notice)
{
  const PgDay *day = day_of (voice, notice->session);
  if (day != NULL && !pg_sign_wants_day (voice, day))
    return FALSE;
  return notice->session == NULL || pg_sign_wants_room (voice, notice->session->room);
}

/* Where a body is free below, an arrow stands at its foot. */
static void
add_arrow (const PgVoice *voice, PgPageRun *run, const PgNotice *notice)
{
  double arrow = length (voice, "arrow");
  if (notice->kind == PG_NOTICE_MOVED || notice->arrow == PG_ARROW_NONE)
    return;
  pg_placed_add (run->over, voice->paper->width - voice->paper->right - arrow,
                 voice->paper->height - voice->paper->bottom - arrow, arrow,
                 pg_sign_arrow (voice, notice->arrow, arrow, "sign-field"));
}

void
pg_add_notices (PgManuscript *manuscript, const PgVoice *voice)
{
  for (guint i = 0; i < voice->event->notices->len; i++)
    {
      const PgNotice *notice = g_ptr_array_index (voice->event->notices, i);
      PgPageRun *run = is_wanted (voice, notice) ? notice_new (voice, notice) : NULL;
      if (run == NULL)
        continue;
      const char *key = notice->kind == PG_NOTICE_TEXT ? NULL : pg_notice_names[notice->kind];
      const char *what = notice->session != NULL ? pg_plain (voice, notice->session->title) : NULL;
      const char *word = key != NULL ? pg_word (voice->event, key, voice->language, NULL) : NULL;
      run->flow->role = PG_ROLE_SECT;
      run->flow->bookmark = word != NULL && what != NULL ? pg_arena_printf (voice->arena, "%s: %s", word, what) : word;
      run->flow->bookmark_level = 1;
      add_arrow (voice, run, notice);
      g_ptr_array_add (manuscript->page_runs, run);
    }
}
