/* Enters: an event. Leaves: cue cards for those who lead sessions, one a session: who comes when and for how long, a box to tick
   for each, what is before and after, lines for notes. */
#include "event/cues.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/pieces.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* A session and its card. */
typedef struct
{
  const PgVoice *voice;
  const PgDay *day;
  const PgEntry *entry;
  GArray *cues;   /* PgCue */
  PgBlock *lines; /* for notes */
} Card;

static double
length (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "cue", key) * voice->scale;
}

static PgBlock *
entry_title (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  return entry->title != NULL ? pg_say (voice, style, entry->title)
                              : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
}

/* A concert may have no title but the event's. */
static PgBlock *
card_title (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  gboolean is_event = entry->title == NULL && entry->works != NULL;
  return is_event ? pg_say (voice, style, voice->event->title) : entry_title (voice, style, entry);
}

/* A box in which what is a range of sizes is as large as it can be. */
static PgBlock *
fitted (const PgVoice *voice, PgBlock *block, double height)
{
  PgBlock *box = pg_box_new (voice->arena, block);
  if (box != NULL)
    box->box_height = height;
  return box;
}

/* The same on one line, in one size on all cards. */
static PgBlock *
line_box (const PgVoice *voice, const char *size, PgBlock *line)
{
  if (line == NULL)
    return NULL;
  pg_block_limit_lines (line, 1);
  PgBlock *box = fitted (voice, line, line->style->leading);
  box->same_size = size;
  box->vertical = PG_PLACE_END;
  return box;
}

/* When and where. */
static PgBlock *
when_block (const Card *card)
{
  const PgVoice *voice = card->voice->first;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &card->entry->place);
  PgBlock *times = pg_times_block (voice, card->day, card->entry, "cue-time", "cue-time", FALSE);
  pg_block_add (stack, times);
  if (card->entry->room != NULL)
    {
      PgBlock *room = pg_paragraph (voice, "cue-room", &card->entry->place);
      pg_add_rooms (voice, room, "cue-room", card->entry);
      pg_block_add (stack, room);
    }
  return stack;
}

/* The field at the head: number, title, times and room. */
static PgBlock *
field_block (const Card *card)
{
  const PgVoice *voice = card->voice;
  const PgEntry *entry = card->entry;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *field = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  const char *number = g_strcmp0 (entry->word, "session") == 0 ? entry->number : NULL;
  double plate = length (voice, "plate"), gap = length (voice, "gap"), when = length (voice, "when");
  double top = length (voice, "field-top"), foot = length (voice, "field-foot");
  double height = length (voice, "field") - top - foot, text = number != NULL ? plate + gap : 0;
  PgBlock *title = PG_STACKED (voice, card_title, "cue-title", entry);
  title->role = PG_ROLE_H1;
  row->align_tops = TRUE;
  pg_row_add (row, 0, plate, pg_plate (voice->first, "cue-number", number, plate, "paper"));
  pg_row_add (row, text, voice->paper->measure - when - gap - text, fitted (voice, title, height));
  pg_row_add (row, voice->paper->measure - when, when, fitted (voice, when_block (card), height));
  pg_block_add (field, row);
  field->pad_above = top;
  field->pad_below = foot;
  field->band = pg_theme_colour (voice->theme, "sign-field");
  return field;
}

/* A line of the frame of a box to tick. */
static void
add_line (const PgVoice *voice, PgBlock *frame, double x, double y, double width, double height)
{
  PgBlock *line = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
  line->colour = *pg_theme_colour (voice->theme, "sign-field");
  line->width = width;
  line->height = height;
  pg_placed_add (frame, x, y, width, line);
}

PgBlock *
pg_tick_box (const PgVoice *voice, double side, double line)
{
  PgBlock *frame = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  frame->extent = side;
  add_line (voice, frame, 0, 0, side, line);
  add_line (voice, frame, 0, side - line, side, line);
  add_line (voice, frame, 0, 0, line, side);
  add_line (voice, frame, side - line, 0, line, side);
  return frame;
}

static PgBlock *
clock_block (const Card *card, const char *style, int minute)
{
  const PgVoice *voice = card->voice->first;
  PgEntry at = { .start = minute, .end = -1, .place = card->entry->place };
  return minute < 0 || card->entry->without_times ? NULL : pg_times_block (voice, card->day, &at, style, NULL, FALSE);
}

/* A row of the table, with what comes at the axis of the names; done, at its end, may be NULL. */
static PgBlock *
row_new (const Card *card, PgBlock *start, guint minutes, PgBlock *said, PgBlock *done, gboolean is_band)
{
  const PgVoice *voice = card->voice;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &said->place);
  double text = length (voice, "text"), at = length (voice, "length"), gap = length (voice, "column-gap");
  double end = voice->paper->measure - length (voice, "box");
  row->align_tops = row->keep_together = TRUE;
  row->band = is_band ? pg_theme_colour (voice->theme, "sign-break") : NULL;
  row->pad_above = row->pad_below = length (voice, "row-pad");
  pg_row_add (row, 0, at - gap, line_box (voice, "cue-start", start))->role = PG_ROLE_TH;
  pg_row_add (row, at, text - at - gap,
              line_box (voice, "cue-length",
                        pg_minutes_block (voice->first, "cue-length", "cue-unit", minutes, &card->entry->place)));
  pg_row_add (row, text, end - gap - text, said);
  pg_row_add (row, end, 0, done);
  return row;
}

static PgBlock *
name_line (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *line = pg_paragraph (voice, "cue-name", &slot->place);
  PgBlock *sender = pg_sender_block (voice, "cue-party", slot, person);
  pg_add_name (voice, line, "cue-name", "cue-name", person->honorific, pg_slot_name (slot, person));
  if (sender != NULL)
    {
      pg_add_string (voice, line, "cue-party", PG_NAME_GAP);
      pg_add_runs (voice, line, sender);
    }
  return line;
}

static PgBlock *
name_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *first = name_line (voice->first, slot, person);
  gboolean has_second = voice->second != NULL && pg_has_own (voice->second, pg_slot_name (slot, person));
  return pg_stack_languages (voice, first, has_second ? name_line (voice->second, slot, person) : NULL);
}

/* The role of those who are no mere speakers, and what is noted of them. */
static PgBlock *
part_line (const PgVoice *voice, const PgCue *cue)
{
  const char *role = cue->group->role;
  gboolean is_plain = cue->group->label == NULL && (role == NULL || strcmp (role, "speaker") == 0);
  PgBlock *line = pg_paragraph (voice, "cue-post", &cue->slot->place);
  PgBlock *label = is_plain                    ? NULL
                   : cue->group->label != NULL ? pg_say (voice, "cue-post", cue->group->label)
                                               : pg_say_word (voice, "cue-post", role);
  if (label != NULL)
    pg_add_runs (voice, line, label);
  if (label != NULL)
    pg_add_after (voice, line, "bracketed", pg_say (voice, "cue-post", cue->slot->note));
  else
    pg_add_text (voice, line, NULL, cue->slot->note);
  return line;
}

/* The post of one person alone; where it is to be short, without the organisation, and of those who lead none. */
static PgBlock *
post_line (const PgVoice *voice, const PgCue *cue, gboolean is_short)
{
  const PgSlot *slot = cue->slot;
  if (slot->people->len != 1 || (is_short && cue->leads))
    return pg_paragraph (voice, "cue-post", &slot->place);
  const PgPerson *person = g_ptr_array_index (slot->people, 0);
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  gboolean is_beside_name = pg_party_block (voice, "cue-post", organisation, pg_slot_country (slot, person)) == NULL;
  return pg_post_block (voice, "cue-post", &slot->place, pg_slot_position (slot, person),
                        is_short || is_beside_name ? NULL : pg_organisation_besides (organisation));
}

static PgBlock *
turn_block (const PgVoice *voice, const PgCue *cue, gboolean is_short)
{
  const PgSlot *slot = cue->slot;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &slot->place);
  PgBlock *line = pg_paragraph (voice->first, "cue-post", &slot->place);
  for (guint i = 0; i < slot->people->len; i++)
    pg_block_add (stack, name_block (voice, slot, g_ptr_array_index (slot->people, i)));
  pg_add_joined (voice->first, line, "titled", voice->first->language, part_line (voice->first, cue),
                 post_line (voice->first, cue, is_short));
  pg_block_add (stack, line->n_runs > 0 ? line : NULL);
  return stack;
}

/* Who speaks of a talk, and its title. */
static PgBlock *
talk_block (const PgVoice *voice, const PgTalk *talk)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  for (guint g = 0; g < talk->groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (talk->groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          const PgSlot *slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; pg_slot_speaks (group, slot) && p < slot->people->len; p++)
            pg_block_add (stack, name_block (voice, slot, g_ptr_array_index (slot->people, p)));
        }
    }
  gboolean is_named = stack->children->len > 0;
  pg_block_add (stack, pg_say (voice->first, is_named ? "cue-post" : "cue-name", talk->title));
  return stack;
}

static PgBlock *
topic_line (const PgVoice *voice, const PgTopic *topic)
{
  PgBlock *line = pg_paragraph (voice, "cue-item", &topic->place);
  if (topic->number != NULL)
    pg_add_figures (voice, line, NULL, pg_arena_printf (voice->arena, "%s%s", topic->number, PG_NAME_GAP));
  pg_add_text (voice, line, NULL, topic->title);
  return line;
}

static PgBlock *
work_block (const PgVoice *voice, const PgWork *work)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &work->place);
  pg_block_add (stack, pg_say (voice, "cue-name", work->title));
  pg_block_add (stack, pg_say (voice, "cue-post", work->composer));
  return stack;
}

static PgBlock *
cue_block (const PgVoice *voice, const PgCue *cue, gboolean is_short)
{
  return cue->slot != NULL    ? turn_block (voice, cue, is_short)
         : cue->group != NULL ? PG_STACKED (voice, pg_label_block, "cue-item", cue->group)
         : cue->talk != NULL  ? talk_block (voice, cue->talk)
         : cue->topic != NULL ? PG_STACKED (voice, topic_line, cue->topic)
         : cue->work != NULL  ? work_block (voice->first, cue->work)
                              : PG_STACKED (voice, pg_say_word, "cue-item", "questions");
}

static PgBlock *
cue_row (const Card *card, guint index, gboolean is_short)
{
  const PgVoice *voice = card->voice;
  const PgCue *cue = &g_array_index (card->cues, PgCue, index);
  gboolean is_item = cue->is_questions || (cue->group != NULL && cue->slot == NULL);
  PgBlock *said = cue_block (voice, cue, is_short), *start = clock_block (card, "cue-start", cue->start);
  PgBlock *box = pg_tick_box (voice, length (voice, "box"), length (voice, "box-line"));
  PgBlock *row = row_new (card, start, cue->minutes, said, box, cue->leads || is_item);
  row->rule_above = index > 0 ? pg_theme_rule (voice->theme, "sign-row") : NULL;
  return row;
}

/* Whether those who are in the session come from there, or go there: breaks are for all. */
static gboolean
is_beside (const PgEntry *entry, const PgEntry *other)
{
  gboolean is_shared = other->kind == PG_ENTRY_BREAK || entry->room == NULL || other->room == NULL;
  return other != entry && !other->unsure && (is_shared || other->room == entry->room);
}

static const PgEntry *
entry_before (const Card *card)
{
  const PgEntry *found = NULL;
  for (guint i = 0; i < card->day->entries->len; i++)
    {
      const PgEntry *other = g_ptr_array_index (card->day->entries, i);
      int end = MAX (other->end, other->start);
      if (is_beside (card->entry, other) && end <= card->entry->start
          && (found == NULL || end >= MAX (found->end, found->start)))
        found = other;
    }
  return found;
}

static const PgEntry *
entry_after (const Card *card)
{
  const PgEntry *found = NULL, *entry = card->entry;
  for (guint i = 0; i < card->day->entries->len; i++)
    {
      const PgEntry *other = g_ptr_array_index (card->day->entries, i);
      if (is_beside (entry, other) && other->start >= MAX (entry->end, entry->start + 1)
          && (found == NULL || other->start < found->start))
        found = other;
    }
  return found;
}

/* "Before: Registration, Foyer" */
static PgBlock *
neighbour_line (const PgVoice *voice, const char *key, const PgEntry *of, const PgEntry *other)
{
  PgBlock *line = pg_paragraph (voice, "cue-post", &other->place);
  pg_add_joined (voice, line, "labelled", voice->language, pg_say_word (voice, "cue-post", key),
                 entry_title (voice, "cue-post", other));
  if (other->room != NULL && other->room != of->room)
    pg_add_after (voice, line, "listed", pg_say (voice, "cue-post", other->room->name));
  return line;
}

static PgBlock *
before_row (const Card *card)
{
  const PgEntry *before = entry_before (card);
  if (before == NULL)
    return NULL;
  PgBlock *row = row_new (card, clock_block (card, "cue-before", before->start), 0,
                          neighbour_line (card->voice->first, "before", card->entry, before), NULL, FALSE);
  row->pad_above = 0;
  return row;
}

/* When it ends, how long it is in all, and what comes then; NULL where neither is known. */
static PgBlock *
end_row (const Card *card)
{
  const PgVoice *voice = card->voice;
  const PgEntry *entry = card->entry, *after = entry_after (card);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  if (entry->end > entry->start)
    pg_block_add (stack, PG_STACKED (voice, pg_say_word, "cue-item", "cue-end"));
  if (after != NULL)
    pg_block_add (stack, neighbour_line (voice->first, "next", entry, after));
  if (stack->children->len == 0)
    return NULL;
  PgBlock *row = row_new (card, clock_block (card, "cue-start", entry->end),
                          entry->end > entry->start ? (guint) (entry->end - entry->start) : 0, stack, NULL, FALSE);
  row->rule_above = pg_theme_rule (voice->theme, "sign-list");
  return row;
}

static PgBlock *
table_head (const PgVoice *voice)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double text = length (voice, "text"), at = length (voice, "length"), done = length (voice, "done");
  double gap = length (voice, "column-gap"), end = voice->paper->measure - done;
  head->pad_above = length (voice, "head-above");
  head->pad_below = length (voice, "head-below");
  pg_row_add (head, 0, at - gap, line_box (voice, "cue-label", pg_say_word (voice->first, "cue-label", "starts")));
  pg_row_add (head, at, text - at - gap,
              line_box (voice, "cue-label", pg_say_word (voice->first, "cue-label", "length")));
  pg_row_add (head, text, end - gap - text,
              line_box (voice, "cue-label", pg_say_word (voice->first, "cue-label", "speaker")));
  pg_row_add (head, end, done, line_box (voice, "cue-label", pg_say_word (voice->first, "cue-label-end", "done")));
  return head;
}

static PgBlock *
table_block (const Card *card, gboolean is_short)
{
  const PgVoice *voice = card->voice;
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &card->entry->place);
  PgBlock *first = before_row (card), *last = end_row (card);
  pg_table_set_head (table, table_head (voice), NULL);
  table->rule_split = pg_theme_rule (voice->theme, "sign-row");
  pg_block_add (table, first);
  for (guint i = 0; i < card->cues->len; i++)
    pg_block_add (table, cue_row (card, i, is_short));
  ((PgBlock *) g_ptr_array_index (table->children, first != NULL ? 1 : 0))->rule_above
      = pg_theme_rule (voice->theme, "sign-list");
  pg_block_add (table, last);
  return table;
}

#define LEAST_LINES 3 /* for notes */

static PgBlock *
lines_block (const PgVoice *voice, guint n_lines)
{
  PgBlock *lines = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  for (guint i = 0; i <= n_lines; i++)
    {
      PgBlock *rule = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
      rule->rule_above = pg_theme_rule (voice->theme, i == 0 ? "sign-list" : "sign-row");
      rule->before = length (voice, "notes-line") - rule->rule_above->thickness;
      pg_block_add (lines, rule);
    }
  return lines;
}

/* As many lines as there is room for. All cards have the same choice. */
static PgBlock *
choice_of_lines (const PgVoice *voice)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  guint most = (guint) (voice->paper->height / length (voice, "notes-line"));
  choice->by = PG_CHOICE_SPACE;
  choice->before = length (voice, "notes-label");
  for (guint n = MAX (most, LEAST_LINES); n >= LEAST_LINES; n--)
    pg_block_add (choice, lines_block (voice, n));
  return choice;
}

static PgBlock *
notes_block (const Card *card)
{
  const PgVoice *voice = card->voice;
  PgBlock *notes = pg_block_new (voice->arena, PG_BLOCK_STACK, &card->entry->place);
  notes->keep_together = TRUE;
  notes->before = length (voice, "notes-white");
  pg_block_add (notes, PG_STACKED (voice, pg_say_word, "cue-label", "notes"));
  pg_block_add (notes, card->lines);
  return notes;
}

static PgBlock *
body_block (const Card *card, gboolean is_short)
{
  PgBlock *body = pg_block_new (card->voice->arena, PG_BLOCK_STACK, &card->entry->place);
  pg_block_add (body, table_block (card, is_short));
  pg_block_add (body, notes_block (card));
  return body;
}

/* All that is to be said on the card alone, or with short posts, or else all of it on the back, too. */
static PgBlock *
choice_of_bodies (const Card *card)
{
  PgBlock *choice = pg_block_new (card->voice->arena, PG_BLOCK_CHOICE, &card->entry->place);
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, body_block (card, FALSE));
  pg_block_add (choice, body_block (card, TRUE));
  pg_block_add (choice, body_block (card, FALSE));
  return choice;
}

/* Who leads the session: "Moderator: Arturo Rivera". */
static PgBlock *
leader_line (const Card *card)
{
  const PgVoice *voice = card->voice->first;
  PgBlock *line = pg_paragraph (voice, "cue-foot", &card->entry->place);
  const PgGroup *group = NULL;
  for (guint i = 0; i < card->cues->len; i++)
    {
      const PgCue *cue = &g_array_index (card->cues, PgCue, i);
      if (!cue->leads || (group != NULL && cue->group != group))
        continue;
      for (guint p = 0; p < cue->slot->people->len; p++)
        {
          const PgPerson *person = g_ptr_array_index (cue->slot->people, p);
          PgBlock *name = pg_paragraph (voice, "cue-foot", &cue->slot->place);
          pg_add_name (voice, name, "cue-foot", "cue-foot", person->honorific, pg_slot_name (cue->slot, person));
          if (line->n_runs > 0)
            pg_add_after (voice, line, "listed", name);
          else
            pg_add_joined (voice, line, "labelled", voice->language, pg_label_block (voice, "cue-foot", cue->group),
                           name);
        }
      group = cue->group;
    }
  return line->n_runs > 0 ? line : NULL;
}

#define FOOT_LINES 2 /* that the foot has room for: those who lead stand in the table, too */

static PgBlock *
foot_block (const Card *card)
{
  const PgVoice *voice = card->voice;
  PgBlock *end = pg_block_new (voice->arena, PG_BLOCK_STACK, &card->entry->place), *leaders = leader_line (card);
  if (leaders != NULL)
    pg_block_limit_lines (leaders, FOOT_LINES);
  pg_block_add (end, pg_day_date_block (voice->first, "cue-date", card->day));
  pg_block_add (end, pg_state_block (voice, "cue-state"));
  return pg_place_at_ends (voice, voice->paper->height - length (voice, "foot"), leaders, end);
}

static void
add_card (PgManuscript *manuscript, const Card *card)
{
  const PgVoice *voice = card->voice;
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &card->entry->place);
  PgPageRun *run = pg_text_run_new (voice, flow);
  flow->role = PG_ROLE_SECT;
  flow->bookmark = pg_entry_bookmark (voice, card->entry, pg_entry_label (voice, card->entry));
  flow->bookmark_level = 1;
  pg_block_add (flow, field_block (card));
  pg_block_add (flow, choice_of_bodies (card));
  run->over = foot_block (card);
  run->continued = pg_place_at (voice, 0, field_block (card));
  run->top_continued = length (voice, "continued");
  g_ptr_array_add (manuscript->page_runs, run);
}

/* Whether anybody could lead it by a card. */
static gboolean
has_card (const PgEntry *entry)
{
  return entry->kind != PG_ENTRY_BREAK
         && (entry->groups->len > 0 || entry->talks != NULL || entry->topics != NULL || entry->works != NULL);
}

static void
add_day (PgManuscript *manuscript, const PgVoice *voice, const PgDay *day, PgBlock *lines)
{
  const char *wanted = voice->request->selection.session;
  for (guint i = 0; i < day->entries->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (!has_card (entry) || (wanted != NULL && strcmp (entry->id, wanted) != 0))
        continue;
      g_autoptr (GArray) cues = pg_cues_of (entry);
      Card card = { voice, day, entry, cues, lines };
      if (cues->len > 0)
        add_card (manuscript, &card);
    }
}

PgManuscript *
pg_cues_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_scaled (request, "cue", error);
  if (paper == NULL)
    return NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* what is said in both is heading */
  const PgVoice *voice = pg_voice_new (stacked, paper);
  PgManuscript *manuscript = pg_manuscript_new_in (voice, NULL);
  PgBlock *lines = choice_of_lines (voice);
  for (guint i = 0; i < voice->event->days->len; i++)
    add_day (manuscript, voice, g_ptr_array_index (voice->event->days, i), lines);
  if (manuscript->page_runs->len > 0)
    return manuscript;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "%s: in the session “%s” nobody has a part, so that there is nothing to put on a card",
               request->event->file, request->selection.session);
  return NULL;
}

const char *
pg_cues_find_lack (const ProgrammeEvent *event, guint kinds)
{
  (void) kinds;
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        if (has_card (g_ptr_array_index (day->entries, i)))
          return NULL;
    }
  return "nobody has a part in a session, so that there is nothing to put on a card: write <group role=\"speaker\"> "
         "and "
         "<slot who=\"lee\" minutes=\"15\"/> in it";
}
