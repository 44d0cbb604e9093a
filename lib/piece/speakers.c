/* Enters: an event. Leaves: the list of its speakers by family name, country or session, with the pages of the agenda
   on which they stand. */
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
  const PgDay *day;
  const PgEntry *entry;
  const PgSlot *slot;
} Turn;

typedef struct
{
  const PgPerson *person;
  GArray *turns;      /* Turn, in the order of the agenda; at least one */
  const char *family; /* to sort by */
  const char *party;  /* country or delegation, to sort and group by; "" if there is none */
} Speaker;

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static const char *
party_name (const PgJob *job, const PgSlot *slot, const PgPerson *person)
{
  const PgOrganisation *organisation = pg_slot_organisation (slot, person);
  const char *country = pg_slot_country (slot, person);
  if (organisation != NULL && organisation->delegation)
    return pg_plain (job, pg_organisation_short (organisation));
  return country != NULL ? pg_country_name (job->event, job->arena, country, job->language) : "";
}

static Speaker *
speaker_of (const PgJob *job, GHashTable *known, GPtrArray *speakers, const PgPerson *person, const PgSlot *slot)
{
  Speaker *speaker = g_hash_table_lookup (known, person);
  if (speaker != NULL)
    return speaker;
  speaker = pg_arena_new0 (job->arena, Speaker);
  speaker->person = person;
  speaker->turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  pg_arena_defer (job->arena, unref_array, speaker->turns);
  g_autofree char *family = pg_version_family_name (pg_text_get (person->name, job->language));
  speaker->family = pg_arena_strdup (job->arena, family);
  speaker->party = party_name (job, slot, person);
  g_hash_table_insert (known, (gpointer) person, speaker);
  g_ptr_array_add (speakers, speaker);
  return speaker;
}

static void
collect_entry (const PgJob *job, GHashTable *known, GPtrArray *speakers, const PgDay *day, const PgEntry *entry)
{
  for (guint g = 0; g < entry->groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (entry->groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          const PgSlot *slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; p < slot->people->len; p++)
            {
              Speaker *speaker = speaker_of (job, known, speakers, g_ptr_array_index (slot->people, p), slot);
              Turn turn = { day, entry, slot };
              guint n = speaker->turns->len;
              if (n == 0 || g_array_index (speaker->turns, Turn, n - 1).entry != entry)
                g_array_append_val (speaker->turns, turn);
            }
        }
    }
}

/* All who speak, each once, in the order of the agenda. */
static GPtrArray *
collect (const PgJob *job)
{
  GPtrArray *speakers = pg_arena_array (job->arena);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  for (guint d = 0; d < job->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (job->event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        collect_entry (job, known, speakers, day, g_ptr_array_index (day->entries, e));
    }
  return speakers;
}

typedef struct
{
  const PgJob *job;
  const PgCollator *collator;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Speaker *left = *(Speaker *const *) a, *right = *(Speaker *const *) b;
  const Order *order = data;
  int result = 0;
  if (order->job->sort == PG_SORT_COUNTRY)
    result = pg_collator_compare (order->collator, left->party, right->party);
  if (result == 0)
    result = pg_collator_compare (order->collator, left->family, right->family);
  if (result == 0)
    result = pg_collator_compare (order->collator, pg_plain (order->job, left->person->name),
                                  pg_plain (order->job, right->person->name));
  return result;
}

/* "Day 1 · Session 3" and its page. */
static PgBlock *
turn_block (const PgJob *job, const Turn *turn, double width)
{
  PgBlock *where = pg_paragraph (job, "speaker-session", &turn->slot->place);
  if (job->event->days->len > 1)
    {
      char *number = pg_arena_printf (job->arena, "%u", turn->day->number);
      pg_add_figures (job, where, NULL, pg_word_with (job->event, job->arena, "day", job->language, number));
      pg_add_string (job, where, NULL, PG_DOT);
    }
  const char *label = pg_entry_label (job, turn->entry);
  if (label != NULL && turn->entry->number != NULL)
    pg_add_string (job, where, NULL, label);
  else
    pg_add_text (job, where, NULL, turn->entry->title);
  PgBlock *page = pg_paragraph (job, "speaker-page", &turn->slot->place);
  PgRun *run = pg_paragraph_add (job->arena, page, NULL, "000", job->language);
  run->field = PG_FIELD_PAGE_OF;
  run->zero = job->zero;
  run->anchor = pg_entry_anchor (job, turn->entry);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &turn->slot->place);
  double folio = pg_space (job, "folio");
  pg_row_add (row, 0, width - folio, where);
  pg_row_add (row, width - folio, folio, page);
  row->before = where->before;
  return row;
}

/* The name, and the party at its right where entries are not grouped by it. */
static PgBlock *
head_block (const PgJob *job, const Speaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  PgBlock *name = pg_paragraph (job, "speaker-name", &person->place);
  pg_add_name (job, name, "speaker-name", "speaker-family", person->honorific, person->name);
  name->role = job->sort == PG_SORT_NAME ? PG_ROLE_H2 : PG_ROLE_H3;
  PgBlock *party = NULL;
  if (job->sort != PG_SORT_COUNTRY)
    party
        = pg_party_block (job, "speaker-country", pg_slot_organisation (slot, person), pg_slot_country (slot, person));
  double right = party != NULL ? width * pg_share (job, "speaker-party") : 0,
         gap = party != NULL ? pg_space (job, "gutter") : 0;
  PgBlock *head = pg_block_new (job->arena, PG_BLOCK_ROW, &person->place);
  pg_row_add (head, 0, width - right - gap, name);
  if (party != NULL)
    pg_row_add (head, width - right, right, party)->fit = PG_CELL_AT_END;
  return head;
}

static PgBlock *
lines_block (const PgJob *job, const Speaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &person->place);
  pg_block_add (stack, head_block (job, speaker, width));
  pg_block_add (stack, pg_say (job, "speaker-position", pg_slot_position (slot, person)));
  pg_block_add (stack, pg_say (job, "speaker-position", pg_organisation_besides (pg_slot_organisation (slot, person))));
  for (guint i = 0; job->sort != PG_SORT_SESSION && i < speaker->turns->len; i++)
    {
      PgBlock *turn = turn_block (job, &g_array_index (speaker->turns, Turn, i), width);
      if (i > 0)
        turn->before = 0;
      pg_block_add (stack, turn);
    }
  return stack;
}

static PgBlock *
portrait (const PgJob *job, const PgPerson *person, double width)
{
  PgBlock *block = pg_block_new (job->arena, PG_BLOCK_IMAGE, &person->photograph_place);
  block->image = pg_arena_new0 (job->arena, PgImage);
  *block->image = (PgImage){ .path = person->photograph,
                             .alt = pg_plain (job, person->name),
                             .width = width,
                             .height = width * pg_share (job, "portrait-height"),
                             .crop = TRUE };
  return block;
}

/* Portrait and lines side by side, the biography below them; in a list by session neither portrait nor biography, which
   would stand there as often as the person speaks. */
static PgBlock *
speaker_block (const PgJob *job, const Speaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  gboolean is_full = job->sort != PG_SORT_SESSION;
  PgBlock *block = pg_block_new (job->arena, PG_BLOCK_STACK, &person->place);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &person->place);
  double x = 0;
  row->align_tops = TRUE;
  if (is_full && person->photograph != NULL)
    {
      double picture = pg_space (job, "portrait");
      pg_row_add (row, 0, picture, portrait (job, person, picture));
      x = picture + pg_space (job, "gutter");
    }
  pg_row_add (row, x, width - x, lines_block (job, speaker, width - x));
  pg_block_add (block, row);
  if (is_full)
    pg_add_body (job, block, "speaker-biography", person->biography);
  block->role = PG_ROLE_SECT;
  if (job->sort != PG_SORT_SESSION)
    block->anchor = pg_arena_printf (job->arena, "person-%s", person->id);
  block->keep_together = TRUE;
  block->rule_above = pg_theme_rule (job->theme, "speaker");
  block->pad_above = pg_space (job, "speaker-above");
  block->pad_below = pg_space (job, "speaker-below");
  return block;
}

static PgBlock *
group_heading (const PgJob *job, const Speaker *speaker)
{
  const PgSlot *slot = g_array_index (speaker->turns, Turn, 0).slot;
  const char *party = party_name (job, slot, speaker->person);
  PgBlock *heading = pg_say_string (job, "speaker-group", party, &speaker->person->place);
  if (heading != NULL)
    {
      heading->keep_with_next = TRUE;
      heading->role = PG_ROLE_H2;
    }
  return heading;
}

static void
add_sorted (const PgJob *job, PgBlock *columns, GPtrArray *speakers, double width)
{
  g_autoptr (PgCollator) collator = pg_collator_new (job->language);
  Order order = { job, collator };
  g_ptr_array_sort_with_data (speakers, compare, &order);
  const char *party = NULL;
  for (guint i = 0; i < speakers->len; i++)
    {
      const Speaker *speaker = g_ptr_array_index (speakers, i);
      if (job->sort == PG_SORT_COUNTRY && (party == NULL || strcmp (party, speaker->party) != 0))
        pg_block_add (columns, PG_STACKED (job, group_heading, speaker));
      party = speaker->party;
      pg_block_add (columns, PG_STACKED (job, speaker_block, speaker, width));
    }
}

/* "Day 1 · Session 3. Its title" above those who speak in it, with its page. */
static PgBlock *
session_heading (const PgJob *job, const PgDay *day, const PgEntry *entry)
{
  PgBlock *heading = pg_paragraph (job, "speaker-group", &entry->place);
  if (job->event->days->len > 1)
    {
      char *number = pg_arena_printf (job->arena, "%u", day->number);
      pg_add_figures (job, heading, NULL, pg_word_with (job->event, job->arena, "day", job->language, number));
      pg_add_string (job, heading, NULL, PG_DOT);
    }
  const char *label = pg_entry_label (job, entry);
  if (label != NULL)
    pg_add_string (job, heading, NULL, pg_word_with_two (job->event, job->arena, "titled", job->language, label, ""));
  pg_add_text (job, heading, NULL, entry->title);
  heading->keep_with_next = TRUE;
  heading->role = PG_ROLE_H2;
  return heading;
}

/* Those who speak in an entry, each once. */
static void
add_entry (const PgJob *job, PgBlock *columns, const GPtrArray *speakers, const PgDay *day, const PgEntry *entry,
           double width)
{
  gboolean has_heading = FALSE;
  for (guint i = 0; i < speakers->len; i++)
    {
      Speaker alone = *(const Speaker *) g_ptr_array_index (speakers, i);
      const Turn *turn = NULL;
      for (guint t = 0; t < alone.turns->len && turn == NULL; t++)
        if (g_array_index (alone.turns, Turn, t).entry == entry)
          turn = &g_array_index (alone.turns, Turn, t);
      if (turn == NULL)
        continue;
      alone.turns = g_array_new (FALSE, FALSE, sizeof (Turn));
      pg_arena_defer (job->arena, unref_array, alone.turns);
      g_array_append_vals (alone.turns, turn, 1);
      if (!has_heading)
        pg_block_add (columns, PG_STACKED (job, session_heading, day, entry));
      has_heading = TRUE;
      pg_block_add (columns, PG_STACKED (job, speaker_block, &alone, width));
    }
}

static void
add_by_session (const PgJob *job, PgBlock *columns, const GPtrArray *speakers, double width)
{
  for (guint d = 0; d < job->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (job->event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        add_entry (job, columns, speakers, day, g_ptr_array_index (day->entries, e), width);
    }
}

static PgBlock *
columns_block (const PgJob *job)
{
  GPtrArray *speakers = collect (job);
  PgBlock *columns = pg_block_new (job->arena, PG_BLOCK_COLUMNS, &job->event->place);
  columns->gutter = pg_space (job, "gutter");
  columns->n_columns = job->width >= 2 * pg_space (job, "speaker-column") ? 2 : 1;
  columns->rule_split = columns->rule_end = pg_theme_rule (job->theme, "speaker");
  columns->before = pg_space (job, "speakers-before");
  double width = (job->width - (columns->n_columns - 1) * columns->gutter) / columns->n_columns;
  if (job->sort == PG_SORT_SESSION)
    add_by_session (job, columns, speakers, width);
  else
    add_sorted (job, columns, speakers, width);
  return columns;
}

/* In which order the list is, and what the figures in it are. */
static PgBlock *
order_note (const PgJob *job, const char *style)
{
  static const char *const orders[] = { "in-order-family", "in-order-country", "in-order-session" };
  PgBlock *note = pg_say_word (job, style, orders[job->sort]);
  if (job->sort != PG_SORT_SESSION)
    {
      pg_add_string (job, note, NULL, " ");
      pg_add_word (job, note, NULL, "page-note");
    }
  return note;
}

PgManuscript *
pg_speakers_compose (const PgJob *job)
{
  PgManuscript *manuscript = pg_manuscript_new (job->arena);
  PgBlock *flow = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  PgBlock *heading = PG_STACKED (job, pg_say_word, "speakers-heading", "speakers-title");
  PgBlock *note = PG_STACKED (job, order_note, "speakers-note");
  heading->keep_with_next = note->keep_with_next = TRUE;
  heading->role = PG_ROLE_H1;
  heading->bookmark = pg_block_paragraph (heading)->runs[0].text;
  heading->bookmark_level = 1;
  pg_block_add (flow, heading);
  pg_block_add (flow, note);
  pg_block_add (flow, columns_block (job));
  PgBlock *end = PG_IN_HEAD (job, pg_say_word, "running-day", "speakers-title");
  g_ptr_array_add (manuscript->page_runs, pg_pages_new (job, flow, NULL, end, job->event->organisers));
  manuscript->language = job->language;
  manuscript->right_to_left = job->right_to_left;
  const char *title = pg_plain (job, job->event->title);
  manuscript->title = pg_arena_printf (job->arena, "%s – %s", title, pg_block_paragraph (heading)->runs[0].text);
  manuscript->subject = pg_plain (job, job->event->series);
  manuscript->author = pg_organisations_line (job, job->event->organisers);
  return manuscript;
}
