/* Enters: an event. Leaves: the list of its speakers by family name, country or session, with the pages of the agenda
   on which they stand. */
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "piece/pieces.h"
#include "piece/persons.h"
#include "say/say.h"

#include <string.h>

/* One turn of a person: where it is. */
typedef struct
{
  const PgDay *day;     /* NULL: on all days */
  const PgEntry *entry; /* NULL: all day */
  const PgTalk *talk;   /* or NULL: in the session */
  const PgSlot *slot;
} Turn;

typedef struct
{
  const PgPerson *person;
  GArray *turns;     /* Turn, in the order of the agenda; at least one */
  const char *key;   /* to sort by: what the file says, or the family name */
  const char *party; /* country or delegation, to sort and group by; "" if there is none */
} Speaker;

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static const char *
party_name (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  const char *country = pg_slot_country (slot, person);
  if (organisation != NULL && organisation->delegation)
    return pg_plain (voice, pg_organisation_short (organisation));
  return country != NULL ? pg_country_name (voice->event, voice->arena, country, voice->language) : "";
}

static Speaker *
speaker_of (const PgVoice *voice, GHashTable *known, GPtrArray *speakers, const PgPerson *person, const PgSlot *slot)
{
  Speaker *speaker = g_hash_table_lookup (known, person);
  if (speaker != NULL)
    return speaker;
  speaker = pg_arena_new0 (voice->arena, Speaker);
  speaker->person = person;
  speaker->turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  pg_arena_defer (voice->arena, unref_array, speaker->turns);
  speaker->party = party_name (voice, slot, person);
  g_hash_table_insert (known, (gpointer) person, speaker);
  g_ptr_array_add (speakers, speaker);
  return speaker;
}

typedef struct
{
  const PgVoice *voice;
  GHashTable *known;
  GPtrArray *speakers;
} Collection;

/* Talks without a number cannot be told apart: they are one turn with their session. */
static gboolean
is_same_turn (const Turn *a, const Turn *b)
{
  const char *number = a->talk != NULL ? a->talk->number : NULL, *other = b->talk != NULL ? b->talk->number : NULL;
  return a->day == b->day && a->entry == b->entry && (a->talk == b->talk || (number == NULL && other == NULL));
}

/* place says where the groups are; its slot is put in. */
static void
collect_groups (const Collection *collection, const GPtrArray *groups, Turn place)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          place.slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; p < place.slot->people->len; p++)
            {
              Speaker *speaker = speaker_of (collection->voice, collection->known, collection->speakers,
                                             g_ptr_array_index (place.slot->people, p), place.slot);
              guint n = speaker->turns->len;
              if (n == 0 || !is_same_turn (&g_array_index (speaker->turns, Turn, n - 1), &place))
                g_array_append_val (speaker->turns, place);
            }
        }
    }
}

typedef struct
{
  const Collection *collection;
  Turn place;
} TopicCollection;

static void
collect_topic (const PgTopic *topic, gpointer data)
{
  const TopicCollection *topics = data;
  collect_groups (topics->collection, topic->groups, topics->place);
}

static void
collect_entry (const Collection *collection, const PgDay *day, const PgEntry *entry)
{
  collect_groups (collection, entry->groups, (Turn){ day, entry, NULL, NULL });
  for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
    {
      const PgTalk *talk = g_ptr_array_index (entry->talks, t);
      collect_groups (collection, talk->groups, (Turn){ day, entry, talk, NULL });
    }
  pg_each_topic (entry->topics, collect_topic, &(TopicCollection){ collection, { day, entry, NULL, NULL } });
}

/* All who speak, each once, in the order of the agenda. */
static GPtrArray *
collect (const PgVoice *voice)
{
  GPtrArray *speakers = pg_arena_array (voice->arena);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Collection collection = { voice, known, speakers };
  collect_groups (&collection, voice->event->groups, (Turn){ NULL, NULL, NULL, NULL });
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      collect_groups (&collection, day->groups, (Turn){ day, NULL, NULL, NULL });
      for (guint e = 0; e < day->entries->len; e++)
        collect_entry (&collection, day, g_ptr_array_index (day->entries, e));
    }
  return speakers;
}

static const PgVersion *
name_of (const PgVoice *voice, const Speaker *speaker)
{
  return pg_text_get (speaker->person->name, voice->language);
}

/* A Chinese list in which a name says in Latin letters how it is read is in the order of sounds. */
static gboolean
is_by_sound (const PgVoice *voice, const GPtrArray *speakers)
{
  gboolean is_chinese = g_ascii_strncasecmp (voice->language, "zh", 2) == 0;
  for (guint i = 0; is_chinese && i < speakers->len; i++)
    {
      const char *sort = name_of (voice, g_ptr_array_index (speakers, i))->sort;
      if (sort != NULL && g_unichar_get_script (g_utf8_get_char (sort)) == G_UNICODE_SCRIPT_LATIN)
        return TRUE;
    }
  return FALSE;
}

static void
find_keys (const PgVoice *voice, GPtrArray *speakers)
{
  gboolean by_sound = is_by_sound (voice, speakers);
  for (guint i = 0; i < speakers->len; i++)
    {
      Speaker *speaker = g_ptr_array_index (speakers, i);
      const PgVersion *name = name_of (voice, speaker);
      g_autofree char *family = pg_version_family_name (name), *sound = by_sound ? pg_han_sound (family, TRUE) : NULL;
      speaker->key = name->sort != NULL ? name->sort : pg_arena_strdup (voice->arena, sound != NULL ? sound : family);
    }
}

typedef struct
{
  const PgVoice *voice;
  const PgCollator *collator;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Speaker *left = *(Speaker *const *) a, *right = *(Speaker *const *) b;
  const Order *order = data;
  int result = 0;
  if (order->voice->request->sort == PG_SORT_COUNTRY)
    result = pg_collator_compare (order->collator, left->party, right->party);
  if (result == 0)
    result = pg_collator_compare (order->collator, left->key, right->key);
  if (result == 0)
    result = pg_collator_compare (order->collator, pg_plain (order->voice, left->person->name),
                                  pg_plain (order->voice, right->person->name));
  return result;
}

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

static char *
turn_anchor (const PgVoice *voice, const Turn *turn)
{
  if (turn->talk != NULL)
    return pg_talk_anchor (voice, turn->entry, turn->talk);
  if (turn->entry != NULL)
    return pg_entry_anchor (voice, turn->entry);
  return turn->day != NULL ? pg_arena_printf (voice->arena, "day-%u", turn->day->number)
                           : pg_arena_strdup (voice->arena, PG_AGENDA_ANCHOR);
}

static void
add_entry_name (const PgVoice *voice, PgBlock *where, const Turn *turn)
{
  if (voice->event->days->len > 1)
    add_day (voice, where, turn->day, PG_DOT);
  const char *label = pg_entry_label (voice, turn->entry);
  if (label != NULL && turn->entry->number != NULL)
    pg_add_string (voice, where, NULL, label);
  else
    pg_add_text (voice, where, NULL, turn->entry->title);
}

/* "Day 1 · Session 3" and its page. */
static PgBlock *
turn_block (const PgVoice *voice, const Turn *turn, double width)
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
  run->anchor = turn_anchor (voice, turn);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &turn->slot->place);
  double folio = pg_space (voice, "folio");
  pg_row_add (row, 0, width - folio, where);
  pg_row_add (row, width - folio, folio, page);
  row->before = where->before;
  return row;
}

/* The name, and the party at its right where entries are not grouped by it. */
static PgBlock *
head_block (const PgVoice *voice, const Speaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  PgBlock *name = pg_paragraph (voice, "speaker-name", &person->place);
  pg_add_name (voice, name, "speaker-name", "speaker-family", person->honorific, person->name);
  PgSort sort = voice->request->sort;
  PgBlock *party
      = pg_party_block (voice, "speaker-country", pg_slot_organisation (slot, person), pg_slot_country (slot, person));
  gboolean is_in_group = sort == PG_SORT_SESSION || (sort == PG_SORT_COUNTRY && party != NULL);
  name->role = is_in_group ? PG_ROLE_H3 : PG_ROLE_H2;
  if (sort == PG_SORT_COUNTRY)
    party = NULL;
  double right = party != NULL ? width * pg_share (voice, "speaker-party") : 0,
         gap = party != NULL ? pg_space (voice, "gutter") : 0;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &person->place);
  pg_row_add (head, 0, width - right - gap, name);
  if (party != NULL)
    pg_row_add (head, width - right, right, party)->fit = PG_CELL_AT_END;
  return head;
}

static PgBlock *
lines_block (const PgVoice *voice, const Speaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  pg_block_add (stack, head_block (voice, speaker, width));
  pg_block_add (stack, pg_say (voice, "speaker-position", pg_slot_position (slot, person)));
  pg_block_add (stack,
                pg_say (voice, "speaker-position", pg_organisation_besides (pg_slot_organisation (slot, person))));
  for (guint i = 0; voice->request->sort != PG_SORT_SESSION && i < speaker->turns->len; i++)
    {
      PgBlock *turn = turn_block (voice, &g_array_index (speaker->turns, Turn, i), width);
      if (i > 0)
        turn->before = 0;
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
speaker_block (const PgVoice *voice, const Speaker *speaker, double width)
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
    pg_add_body (voice, block, "speaker-biography", person->biography);
  block->role = PG_ROLE_SECT;
  if (voice->request->sort != PG_SORT_SESSION)
    block->anchor = pg_arena_printf (voice->arena, "person-%s", person->id);
  block->keep_together = TRUE;
  block->rule_above = pg_theme_rule (voice->theme, "speaker");
  block->pad_above = pg_space (voice, "speaker-above");
  block->pad_below = pg_space (voice, "speaker-below");
  return block;
}

static PgBlock *
group_heading (const PgVoice *voice, const Speaker *speaker)
{
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  PgBlock *heading = pg_party_block (voice, "speaker-group", pg_slot_organisation (slot, speaker->person),
                                     pg_slot_country (slot, speaker->person));
  if (heading != NULL)
    {
      heading->keep_with_next = TRUE;
      heading->role = PG_ROLE_H2;
    }
  return heading;
}

/* What the event says of the order of names in the language, or NULL. */
static const char *
order_of (const PgVoice *voice)
{
  const PgFormat *format = pg_format_lookup (voice->event, voice->language);
  return format != NULL ? format->order : NULL;
}

static void
add_sorted (const PgVoice *voice, PgBlock *columns, GPtrArray *speakers, double width)
{
  g_autoptr (PgCollator) collator = pg_collator_new (voice->language, order_of (voice));
  Order order = { voice, collator };
  find_keys (voice, speakers);
  g_ptr_array_sort_with_data (speakers, compare, &order);
  const char *party = NULL;
  for (guint i = 0; i < speakers->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const Speaker *speaker = g_ptr_array_index (speakers, i);
      if (voice->request->sort == PG_SORT_COUNTRY && (party == NULL || strcmp (party, speaker->party) != 0))
        pg_block_add (columns, PG_STACKED (voice, group_heading, speaker));
      party = speaker->party;
      pg_block_add (columns, PG_STACKED (voice, speaker_block, speaker, width));
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
      Speaker alone = *(const Speaker *) g_ptr_array_index (speakers, i);
      const Turn *turn = NULL;
      for (guint t = 0; t < alone.turns->len && turn == NULL; t++)
        if (g_array_index (alone.turns, Turn, t).entry == entry && g_array_index (alone.turns, Turn, t).day == day)
          turn = &g_array_index (alone.turns, Turn, t);
      if (turn == NULL)
        continue;
      alone.turns = g_array_new (FALSE, FALSE, sizeof (Turn));
      pg_arena_defer (voice->arena, unref_array, alone.turns);
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
  GPtrArray *speakers = collect (voice);
  PgBlock *columns = pg_block_new (voice->arena, PG_BLOCK_COLUMNS, &voice->event->place);
  columns->gutter = pg_space (voice, "gutter");
  columns->n_columns = voice->paper->measure >= 2 * pg_space (voice, "speaker-column") ? 2 : 1;
  columns->rule_split = columns->rule_end = pg_theme_rule (voice->theme, "speaker");
  columns->before = pg_space (voice, "speakers-before");
  double width = (voice->paper->measure - (columns->n_columns - 1) * columns->gutter) / columns->n_columns;
  if (voice->request->sort == PG_SORT_SESSION)
    add_by_session (voice, columns, speakers, width);
  else
    add_sorted (voice, columns, speakers, width);
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
  const char *order = order_of (voice);
  g_autofree char *key = g_strconcat ("order-", order, NULL);
  const char *words = order != NULL ? pg_language_entry (voice->language, "formats", key) : NULL;
  return pg_say_string (voice, style, words, &voice->event->place);
}

/* In which order the list is, and what the figures in it are. */
static PgBlock *
order_note (const PgVoice *voice, const char *style)
{
  static const char *const orders[] = { "in-order-family", "in-order-country", "in-order-session" };
  gboolean is_by_given = voice->request->sort == PG_SORT_NAME && !is_by_family (voice);
  PgBlock *note = voice->request->sort == PG_SORT_NAME ? own_order_note (voice, style) : NULL;
  if (note == NULL)
    note = pg_say_word (voice, style, is_by_given ? "in-order-name" : orders[voice->request->sort]);
  if (voice->request->sort != PG_SORT_SESSION)
    {
      pg_add_string (voice, note, NULL, " ");
      pg_add_word (voice, note, NULL, "page-note");
    }
  return note;
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
  PgBlock *heading = heading_block (voice), *note = PG_STACKED (voice, order_note, "speakers-note");
  note->keep_with_next = TRUE;
  pg_block_add (flow, heading);
  pg_block_add (flow, note);
  pg_block_add (flow, columns_block (voice));
  const char *title = pg_plain (voice, voice->event->title);
  PgManuscript *manuscript
      = pg_manuscript_new_in (voice, pg_arena_printf (voice->arena, "%s – %s", title, heading->bookmark));
  PgBlock *end = PG_IN_HEAD (voice, pg_say_word, "running-day", "speakers-title");
  g_ptr_array_add (manuscript->page_runs, pg_pages_new (voice, flow, NULL, end, voice->event->organisers));
  return manuscript;
}
