/* Enters: an event. Leaves: the list of its speakers by family name, country or session, with the pages of the agenda
   on which they stand. */
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "piece/pieces.h"
#include "piece/persons.h"
#include "piece/appearances.h"
#include "say/say.h"

#include <string.h>

/* The day's number, and a dot where more follows. */
static void
add_day (const PgVoice *voice, PgBlock *line, const PgDay *day, const char *dot)
{
  char *number = pg_arena_printf (voice->arena, "%u", day->number);
  pg_add_figures (voice, line, NULL, pg_word_with (voice->event, voice->arena, "day", voice->language, number));
  pg_add_string (voice, line, NULL, dot);
}

/* The agenda, or a day of it, in which somebody is there all the time. */
static void
add_all_time (const PgVoice *voice, PgBlock *line, const PgDay *day)
{
  if (day != NULL && voice->event->days->len > 1)
    add_day (voice, line, day, "");
  else if (day != NULL)
    pg_add_runs (voice, line, pg_day_name (voice, "speaker-session", day));
  else if (voice->event->agenda_title != NULL)
    pg_add_text (voice, line, NULL, voice->event->agenda_title);
  else
    pg_add_word (voice, line, NULL, "agenda");
}

/* A session by its label where it has a number; a work by its title, and so a session that is no more than works. */
static void
add_entry_name (const PgVoice *voice, PgBlock *where, const PgAppearance *turn)
{
  const PgEntry *entry = turn->entry;
  const char *label = pg_entry_label (voice, entry);
  if (voice->event->days->len > 1)
    add_day (voice, where, turn->day, PG_DOT);
  if (turn->work != NULL)
    pg_add_text (voice, where, NULL, turn->work->title);
  else if (label != NULL && entry->number != NULL)
    pg_add_string (voice, where, NULL, label);
  else if (entry->title != NULL)
    pg_add_text (voice, where, NULL, entry->title);
  else if (entry->works != NULL)
    pg_add_text (voice, where, NULL, ((const PgWork *) g_ptr_array_index (entry->works, 0))->title);
  else /* an error, despite which it is printed */
    pg_add_word (voice, where, NULL, "session");
}

/* "Day 1 · Session 3" and its page. */
static PgBlock *
turn_block (const PgVoice *voice, const PgAppearance *turn, double width)
{
  PgBlock *where = pg_paragraph (voice, "speaker-session", &turn->slot->place);
  if (turn->entry != NULL)
    add_entry_name (voice, where, turn);
  else
    add_all_time (voice, where, turn->day);
  if (turn->talk != NULL && turn->talk->number != NULL)
    {
      pg_add_string (voice, where, NULL, PG_DOT);
      pg_add_figures (voice, where, NULL, turn->talk->number);
    }
  PgBlock *page = pg_paragraph (voice, "speaker-page", &turn->slot->place);
  PgRun *run = pg_paragraph_add (voice->arena, page, NULL, "000", voice->language);
  run->field = PG_FIELD_PAGE_OF;
  run->zero = voice->zero;
  run->anchor = pg_appearance_anchor (voice, turn);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &turn->slot->place);
  double folio = pg_space (voice, "folio");
  pg_row_add (row, 0, width - folio, where);
  pg_row_add (row, width - folio, folio, page);
  row->before = where->before;
  return row;
}

/* Whether people stand below who sent them. */
static gboolean
is_grouped (const PgVoice *voice)
{
  return voice->request->sort == PG_SORT_COUNTRY || voice->request->sort == PG_SORT_PROTOCOL;
}

static gboolean
observes_apart (const PgVoice *voice, const PgSpeaker *speaker)
{
  return voice->request->sort == PG_SORT_PROTOCOL && speaker->precedence.observes;
}

/* Whether somebody stands below a name of those who sent them. */
static gboolean
has_group (const PgVoice *voice, const PgSpeaker *speaker)
{
  return is_grouped (voice) && *speaker->precedence.delegation != '\0';
}

/* The name, and the party at its right where entries are not grouped by it. */
static PgBlock *
head_block (const PgVoice *voice, const PgSpeaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, PgAppearance, 0).slot;
  PgBlock *name = pg_paragraph (voice, "speaker-name", &person->place);
  pg_add_name (voice, name, "speaker-name", "speaker-family", person->honorific, person->name);
  PgBlock *party
      = pg_party_block (voice, "speaker-country", pg_slot_organisation (slot, person), pg_slot_country (slot, person));
  gboolean is_in_group = voice->request->sort == PG_SORT_SESSION || has_group (voice, speaker);
  name->role = !is_in_group ? PG_ROLE_H2 : observes_apart (voice, speaker) ? PG_ROLE_H4 : PG_ROLE_H3;
  if (is_grouped (voice))
    party = NULL;
  double right = party != NULL ? width * pg_share (voice, "speaker-party") : 0,
         gap = party != NULL ? pg_space (voice, "gutter") : 0;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &person->place);
  pg_row_add (head, 0, width - right - gap, name);
  if (party != NULL)
    pg_row_add (head, width - right, right, party)->fit = PG_CELL_AT_END;
  return head;
}

/* Where an entry has to be broken, two of its sessions stand below who it is, and on the other side. */
static void
add_head_line (PgBlock *stack, PgBlock *line, gboolean is_followed)
{
  if (line != NULL)
    line->keep_with_next = is_followed;
  pg_block_add (stack, line);
}

static PgBlock *
lines_block (const PgVoice *voice, const PgSpeaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, PgAppearance, 0).slot;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  guint n = voice->request->sort != PG_SORT_SESSION ? speaker->turns->len : 0;
  add_head_line (stack, head_block (voice, speaker, width), n > 0);
  add_head_line (stack, pg_say (voice, "speaker-position", pg_slot_position (slot, person)), n > 0);
  add_head_line (
      stack, pg_say (voice, "speaker-position", pg_organisation_besides (pg_slot_organisation (slot, person))), n > 0);
  for (guint i = 0; i < n; i++)
    {
      PgBlock *turn = turn_block (voice, &g_array_index (speaker->turns, PgAppearance, i), width);
      turn->before = i > 0 ? 0 : turn->before;
      turn->keep_with_next = i == 0 && n > 1;
      turn->keep_with_previous = i > 0 && i + 1 == n;
      pg_block_add (stack, turn);
    }
  return stack;
}

static PgBlock *
portrait (const PgVoice *voice, const PgPerson *person, double width)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_IMAGE, &person->photograph_place);
  block->image = pg_arena_new0 (voice->arena, PgImage);
  *block->image = (PgImage){ .path = person->photograph,
                             .alt = pg_plain (voice, person->name),
                             .width = width,
                             .height = width * pg_share (voice, "portrait-height"),
                             .crop = TRUE };
  return block;
}

/* Portrait and lines side by side, the biography below them; in a list by session neither portrait nor biography, which
   would stand there as often as the person speaks. */
static PgBlock *
speaker_block (const PgVoice *voice, const PgSpeaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  gboolean is_full = voice->request->sort != PG_SORT_SESSION;
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &person->place);
  double x = 0;
  row->align_tops = TRUE;
  if (is_full && person->photograph != NULL)
    {
      double picture = pg_space (voice, "portrait");
      pg_row_add (row, 0, picture, portrait (voice, person, picture));
      x = picture + pg_space (voice, "gutter");
    }
  pg_row_add (row, x, width - x, lines_block (voice, speaker, width - x));
  pg_block_add (block, row);
  if (is_full)
    pg_add_body (voice, block, "speaker-biography", PG_ROLE_H3, person->biography);
  block->role = PG_ROLE_SECT;
  if (voice->request->sort != PG_SORT_SESSION)
    block->anchor = pg_arena_printf (voice->arena, "person-%s", person->id);
  block->keep_together = TRUE;
  block->rule_above = pg_theme_rule (voice->theme, "speaker");
  block->pad_above = pg_space (voice, "speaker-above");
  block->pad_below = pg_space (voice, "speaker-below");
  return block;
}

/* Those whom an organisation alone has sent stand below its name. */
static PgBlock *
group_heading (const PgVoice *voice, const PgSpeaker *speaker)
{
  const PgSlot *slot = g_array_index (speaker->turns, PgAppearance, 0).slot;
  const PgOrganisation *organisation = pg_slot_organisation (slot, speaker->person);
  if (!has_group (voice, speaker))
    return NULL;
  PgBlock *heading = pg_party_block (voice, "speaker-group", organisation, pg_slot_country (slot, speaker->person));
  if (heading == NULL)
    heading = pg_say (voice, "speaker-group", organisation->name);
  heading->keep_with_next = TRUE;
  heading->role = observes_apart (voice, speaker) ? PG_ROLE_H3 : PG_ROLE_H2;
  return heading;
}

/* Observers stand apart. */
static PgBlock *
observers_heading (const PgVoice *voice)
{
  PgBlock *heading = PG_STACKED (voice, pg_say_word, "speaker-part", "observers");
  heading->keep_with_next = TRUE;
  heading->role = PG_ROLE_H2;
  return heading;
}

/* The heading of who sent somebody, if before them stands somebody else's. */
static void
add_group (const PgVoice *voice, PgBlock *columns, const PgSpeaker *before, const PgSpeaker *speaker)
{
  const PgPrecedence *place = &speaker->precedence, *last = before != NULL ? &before->precedence : NULL;
  gboolean is_apart = observes_apart (voice, speaker), begins_apart = is_apart && (last == NULL || !last->observes);
  if (begins_apart)
    pg_block_add (columns, observers_heading (voice));
  if (begins_apart || last == NULL || strcmp (last->delegation, place->delegation) != 0)
    pg_block_add (columns, PG_STACKED (voice, group_heading, speaker));
}

static void
add_sorted (const PgVoice *voice, PgBlock *columns, const GPtrArray *speakers, double width)
{
  const PgSpeaker *before = NULL;
  for (guint i = 0; i < speakers->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      if (is_grouped (voice))
        add_group (voice, columns, before, speaker);
      pg_block_add (columns, PG_STACKED (voice, speaker_block, speaker, width));
      before = speaker;
    }
}

/* "Day 1 · Session 3. Its title" above those who speak in it; entry NULL: who is there all day, day NULL: on all days. */
static PgBlock *
session_heading (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *heading = pg_paragraph (voice, "speaker-group", entry != NULL ? &entry->place : &voice->event->place);
  heading->keep_with_next = TRUE;
  heading->role = PG_ROLE_H2;
  if (entry == NULL)
    {
      add_all_time (voice, heading, day);
      return heading;
    }
  if (voice->event->days->len > 1)
    add_day (voice, heading, day, PG_DOT);
  const char *label = pg_entry_label (voice, entry);
  if (label != NULL)
    pg_add_string (voice, heading, NULL,
                   pg_word_with_two (voice->event, voice->arena, "titled", voice->language, label, ""));
  pg_add_text (voice, heading, NULL, entry->title);
  return heading;
}

/* Those who speak in an entry, each once. */
static void
add_entry (const PgVoice *voice, PgBlock *columns, const GPtrArray *speakers, const PgDay *day, const PgEntry *entry,
           double width)
{
  gboolean has_heading = FALSE;
  for (guint i = 0; i < speakers->len; i++)
    {
      PgSpeaker alone = *(const PgSpeaker *) g_ptr_array_index (speakers, i);
      const PgAppearance *turn = NULL;
      for (guint t = 0; t < alone.turns->len && turn == NULL; t++)
        if (g_array_index (alone.turns, PgAppearance, t).entry == entry
            && g_array_index (alone.turns, PgAppearance, t).day == day)
          turn = &g_array_index (alone.turns, PgAppearance, t);
      if (turn == NULL)
        continue;
      alone.turns = pg_appearances_new (voice->arena);
      g_array_append_vals (alone.turns, turn, 1);
      if (!has_heading)
        pg_block_add (columns, PG_STACKED (voice, session_heading, day, entry));
      has_heading = TRUE;
      pg_block_add (columns, PG_STACKED (voice, speaker_block, &alone, width));
    }
}

static void
add_by_session (const PgVoice *voice, PgBlock *columns, const GPtrArray *speakers, double width)
{
  add_entry (voice, columns, speakers, NULL, NULL, width);
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      add_entry (voice, columns, speakers, day, NULL, width);
      for (guint e = 0; e < day->entries->len; e++)
        add_entry (voice, columns, speakers, day, g_ptr_array_index (day->entries, e), width);
    }
}

static PgBlock *
columns_block (const PgVoice *voice)
{
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol);
  PgBlock *columns = pg_block_new (voice->arena, PG_BLOCK_COLUMNS, &voice->event->place);
  columns->gutter = pg_space (voice, "gutter");
  columns->n_columns = voice->paper->measure >= 2 * pg_space (voice, "speaker-column") ? 2 : 1;
  columns->rule_split = columns->rule_end = pg_theme_rule (voice->theme, "speaker");
  columns->before = pg_space (voice, "speakers-before");
  double width = (voice->paper->measure - (columns->n_columns - 1) * columns->gutter) / columns->n_columns;
  if (voice->request->sort == PG_SORT_SESSION)
    add_by_session (voice, columns, speakers, width);
  else
    {
      pg_speakers_sort (voice, protocol, speakers);
      add_sorted (voice, columns, speakers, width);
    }
  return columns;
}

/* Whether lists by name are by family name: where each name has one that is marked, or is a single word, and where the
   event's own people have such names, for which their language then has a note of its own. */
static gboolean
is_by_family (const PgVoice *voice)
{
  const char *own = voice->event->languages[0];
  if (strcmp (pg_word (voice->event, "in-order-family", own, NULL), pg_word (voice->event, "in-order-name", own, NULL))
      == 0)
    return FALSE;
  for (guint i = 0; i < voice->event->people->len; i++)
    {
      const PgVersion *name
          = pg_text_get (((const PgPerson *) g_ptr_array_index (voice->event->people, i))->name, voice->language);
      gboolean is_known = name == NULL || strchr (name->string, ' ') == NULL;
      for (guint j = 0; !is_known && j < name->n_spans; j++)
        is_known = (name->spans[j].flags & PG_SPAN_FAMILY) != 0;
      if (!is_known)
        return FALSE;
    }
  return TRUE;
}

/* What the language's catalogue says of an order that the event chooses; NULL if it chooses none. */
static PgBlock *
own_order_note (const PgVoice *voice, const char *style)
{
  const char *order = pg_list_order (voice);
  g_autofree char *key = g_strconcat ("order-", order, NULL);
  const char *words = order != NULL ? pg_language_entry (voice->language, "formats", key) : NULL;
  return pg_say_string (voice, style, words, &voice->event->place);
}

/* In which order the list is, and what the figures in it are. */
static PgBlock *
order_note (const PgVoice *voice, const char *style)
{
  static const char *const orders[]
      = { "in-order-family", "in-order-country", "in-order-session", "in-order-protocol" };
  gboolean is_by_given = voice->request->sort == PG_SORT_NAME && !is_by_family (voice);
  PgBlock *note = voice->request->sort == PG_SORT_NAME ? own_order_note (voice, style) : NULL;
  if (note == NULL)
    note = pg_say_word (voice, style, is_by_given ? "in-order-name" : orders[voice->request->sort]);
  if (voice->request->sort != PG_SORT_SESSION)
    pg_add_sentence (voice, note, "page-note");
  return note;
}

PgBlock *
pg_speakers_list (const PgVoice *voice)
{
  PgBlock *list = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *note = PG_STACKED (voice, order_note, "speakers-note");
  note->keep_with_next = TRUE;
  pg_block_add (list, note);
  pg_block_add (list, columns_block (voice));
  return list;
}

static PgBlock *
heading_block (const PgVoice *voice)
{
  PgBlock *heading = PG_STACKED (voice, pg_say_word, "speakers-heading", "speakers-title");
  heading->keep_with_next = TRUE;
  heading->role = PG_ROLE_H1;
  heading->bookmark = pg_block_paragraph (heading)->runs[0].text;
  heading->bookmark_level = 1;
  return heading;
}

PgManuscript *
pg_speakers_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_pages (request, error);
  if (paper == NULL)
    return NULL;
  const PgVoice *voice = pg_voice_new (request, paper);
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *heading = heading_block (voice);
  pg_block_add (flow, heading);
  pg_block_add_all (flow, pg_speakers_list (voice));
  const char *title = pg_plain (voice, voice->event->title);
  PgManuscript *manuscript
      = pg_manuscript_new_in (voice, pg_arena_printf (voice->arena, "%s – %s", title, heading->bookmark));
  PgBlock *end = PG_IN_HEAD (voice, pg_say_word, "running-day", "speakers-title");
  g_ptr_array_add (manuscript->page_runs, pg_pages_new (voice, flow, NULL, end, voice->event->organisers));
  return manuscript;
}
