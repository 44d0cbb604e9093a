/* Enters: an item of a meeting, with what is to be done about it, what is to be read, and the topics within it. Leaves: rows:
   number, title and text, and, where the theme wants it, action and documents in a column of their own. */
#include "piece/authors.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

#define BRIEF 200 /* bytes of a text */

/* How the items of one session are set. */
typedef struct
{
  const PgVoice *outer, *voice; /* of the details, and of what stands after the numbers */
  double column;                /* of the numbers; 0: they stand above titles */
  gboolean beside;              /* actions and documents stand in a column */
} Setting;

static gboolean
has_business (const PgBusiness *business)
{
  return business->action != NULL || business->words != NULL || business->documents != NULL;
}

static void
look_for_business (const PgTopic *topic, gpointer found)
{
  *(gboolean *) found |= has_business (&topic->business);
}

static void
look_for_number (const PgTopic *topic, gpointer found)
{
  *(gboolean *) found |= topic->number != NULL;
}

static gboolean
is_item (const PgEntry *entry)
{
  return g_strcmp0 (entry->word, "item") == 0;
}

gboolean
pg_entry_has_items (const PgEntry *entry)
{
  return entry->topics != NULL || is_item (entry) || has_business (&entry->business);
}

static Setting
setting_of (const PgVoice *voice, const PgEntry *entry)
{
  gboolean is_wide = voice->paper->details_width >= pg_theme_length (voice->theme, "page", "labels-width");
  gboolean business = has_business (&entry->business), numbers = is_item (entry);
  Setting setting = { .outer = voice };
  pg_each_topic (entry->topics, look_for_business, &business);
  pg_each_topic (entry->topics, look_for_number, &numbers);
  is_wide = is_wide && !pg_is_parallel (voice);
  setting.beside = is_wide && business && pg_theme_is (voice->theme, "arrangement", "documents", "column");
  setting.column = is_wide && numbers ? pg_space (voice, "talk-number") : 0;
  double end = setting.beside ? pg_space (voice, "documents") + pg_space (voice, "documents-gap") : 0;
  setting.voice = pg_voice_inset (voice, setting.column, voice->paper->details_width - setting.column - end);
  return setting;
}

/* What is to be done stands out where the body acts. */
static PgBlock *
action_block (const PgVoice *voice, const PgBusiness *business)
{
  static const char *const acts[] = { "decision", "adoption", "election", NULL };
  gboolean is_act = business->action != NULL && g_strv_contains (acts, business->action);
  const char *style = is_act ? "topic-action" : "topic-action-heard";
  if (business->words != NULL)
    return pg_says_otherwise (voice, business->words)
               ? pg_say (voice, style, business->words)
               : pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  return business->action != NULL ? pg_say_word (voice, style, business->action) : NULL;
}

static PgBlock *
business_block (const PgVoice *voice, const PgBusiness *business)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (stack, action_block (voice, business));
  for (guint i = 0; business->documents != NULL && i < business->documents->len; i++)
    pg_block_add (stack, pg_document_block (voice, "topic-document", g_ptr_array_index (business->documents, i)));
  return stack;
}

static void
add_kept (PgBlock *stack, PgBlock *block, gboolean with_next)
{
  if (block == NULL)
    return;
  block->keep_together = TRUE;
  block->keep_with_next = with_next;
  pg_block_add (stack, block);
}

/* Number, body and business side by side. */
static PgBlock *
item_row (const Setting *setting, PgBlock *number, PgBlock *body, const PgBusiness *business)
{
  const PgVoice *voice = setting->outer;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &body->place);
  double width = pg_space (voice, "documents");
  if (setting->column > 0)
    pg_row_add (row, 0, setting->column - pg_space (voice, "talk-gap"), number);
  pg_row_add (row, setting->column, setting->voice->paper->details_width, body);
  if (setting->beside && has_business (business))
    pg_row_add (row, voice->paper->details_width - width, width, PG_STACKED (voice, business_block, business));
  return row;
}

static PgBlock *
body_block (const PgVoice *voice, const GPtrArray *abstract)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_add_body (voice, stack, "abstract", (PgRole) (voice->entry_role + 1), abstract);
  return stack;
}

/* What comes below the title of an item: its business where that has no column, its text, its people. */
static void
add_rest (const Setting *setting, PgBlock *body, const PgBusiness *business, const GPtrArray *abstract,
          const GPtrArray *groups)
{
  const PgVoice *voice = setting->voice;
  if (!setting->beside && has_business (business))
    add_kept (body, PG_IN_DETAILS (voice, business_block, business), abstract != NULL || groups->len > 0);
  if (abstract != NULL)
    pg_block_add (body, PG_IN_DETAILS (voice, body_block, abstract));
  for (guint i = 0; i < groups->len; i++)
    pg_block_add (body, PG_IN_DETAILS (voice, pg_group_block, g_ptr_array_index (groups, i)));
}

/* Whether what follows a title may be a line alone, so that more must stay with it; it is no more than a few. */
static gboolean
is_brief (const GPtrArray *abstract, const GPtrArray *groups)
{
  const PgBodyPart *first = abstract != NULL ? g_ptr_array_index (abstract, 0) : NULL;
  const PgText *text = first != NULL ? first->paragraph : NULL;
  if (abstract != NULL && (abstract->len > 1 || text == NULL))
    return FALSE;
  for (guint i = 0; text != NULL && i < text->versions->len; i++)
    if (strlen (((const PgVersion *) g_ptr_array_index (text->versions, i))->string) > BRIEF)
      return FALSE;
  return groups->len == 0 || (groups->len == 1 && ((const PgGroup *) g_ptr_array_index (groups, 0))->slots->len <= 1);
}

static PgBlock *
topic_title (const PgVoice *voice, const PgTopic *topic)
{
  PgBlock *title = pg_say (voice, topic->level == 1 ? "topic-title" : "topic-title-within", topic->title);
  if (title != NULL)
    title->role = (PgRole) (voice->entry_role + (topic->level == 1 ? 1 : 2));
  return title;
}

/* The next item stays with an item that has no text; the first is no longer alone at the end of a page then. */
static PgBlock *
topic_row (const Setting *setting, const PgTopic *topic)
{
  const PgVoice *voice = setting->voice;
  const char *style = topic->level == 1 ? "topic-number" : "topic-number-within";
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &topic->place);
  PgBlock *number = pg_say_figures (voice->first, style, topic->number, &topic->place);
  gboolean has_rest = topic->abstract != NULL || topic->groups->len > 0;
  if (setting->column <= 0)
    add_kept (body, number, TRUE);
  add_kept (body, PG_IN_DETAILS (voice, topic_title, topic), has_rest);
  add_rest (setting, body, &topic->business, topic->abstract, topic->groups);
  PgBlock *row = item_row (setting, number, body, &topic->business);
  row->rule_above = topic->level == 1 ? pg_theme_rule (voice->theme, "topic") : NULL;
  row->before = pg_space (voice, topic->level == 1 ? "topic-before" : "topic-within-before");
  row->pad_above = topic->level == 1 ? pg_space (voice, "topic-above") : 0;
  row->keep_together = !has_rest;
  row->keep_with_next = topic->topics != NULL && is_brief (topic->abstract, topic->groups);
  return row;
}

typedef struct
{
  const Setting *setting;
  PgBlock *stack;
} Rows;

static void
add_topic (const PgTopic *topic, gpointer data)
{
  const Rows *rows = data;
  pg_block_add (rows->stack, topic_row (rows->setting, topic));
}

/* The session's own row, whose body gets its text. Its number stands before its title only where it is an item itself, not "Session 4". */
static PgBlock *
head_row (const Setting *setting, const PgEntry *entry, PgEntryFunc heading, PgBlock *body)
{
  static const GPtrArray none = { 0 };
  const PgVoice *voice = setting->voice;
  PgBlock *head = PG_IN_DETAILS (voice, heading, entry), *number = NULL;
  if (is_item (entry))
    number = pg_say_figures (voice->first, "item-number", entry->number, &entry->place);
  if (setting->column <= 0)
    add_kept (body, number, TRUE);
  pg_block_add_all (body, head);
  add_rest (setting, body, &entry->business, entry->abstract, entry->talks == NULL ? entry->groups : &none);
  PgBlock *row = item_row (setting, number, body, &entry->business);
  row->keep_with_next = (entry->talks != NULL || entry->topics != NULL)
                        && is_brief (entry->abstract, entry->talks == NULL ? entry->groups : &none);
  return row;
}

PgBlock *
pg_item_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgEntryFunc heading)
{
  Setting setting = setting_of (voice, entry), own = setting;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  if (!is_item (entry))
    {
      own.column = 0;
      own.voice = pg_voice_inset (voice, 0, setting.voice->paper->details_width + setting.column);
    }
  pg_block_add (stack, head_row (&own, entry, heading, body));
  if (entry->talks != NULL)
    {
      PgBlock *talks = pg_talks_block (voice, day, entry);
      pg_clear_times (voice, day, entry, body, g_ptr_array_index (talks->children, 0));
      pg_block_add_all (stack, talks);
    }
  pg_each_topic (entry->topics, add_topic, &(Rows){ &setting, stack });
  return stack;
}
