/* Enters: a session of a file. Leaves: its talks, each with its times, or those that follow from the talks before it. */
#include "base/limits.h"
#include "read/reader.h"
#include "read/values.h"

GPtrArray *
pg_read_documents (PgReader *reader, const PgNode *parent)
{
  GPtrArray *documents = NULL;
  for (PgNode *node = pg_node_child (parent, "document"); node != NULL; node = pg_node_again (node))
    {
      PgDocument *document = pg_arena_new0 (reader->arena, PgDocument);
      document->reference = pg_read_words (reader, node, "ref");
      document->title = pg_read_text (reader, node, "title");
      document->href = pg_read_value (reader, node, "href");
      document->place = node->place;
      if (documents == NULL)
        documents = pg_arena_array (reader->arena);
      g_ptr_array_add (documents, document);
    }
  return documents;
}

static PgTalk *
read_talk (PgReader *reader, const PgNode *node, guint index)
{
  PgTalk *talk = pg_arena_new0 (reader->arena, PgTalk);
  const PgAttribute *start = pg_node_attribute (node, "start"), *end = pg_node_attribute (node, "end");
  talk->index = index;
  talk->number = pg_read_words (reader, node, "number");
  talk->languages = pg_read_languages (reader, node);
  talk->start = start != NULL ? pg_value_clock (start->value) : -1;
  talk->end = end != NULL ? pg_value_clock (end->value) : -1;
  talk->minutes = pg_read_count (node, "minutes");
  talk->is_timed = start != NULL || end != NULL;
  talk->unsure = node->faulty;
  talk->title = pg_read_text (reader, node, "title");
  talk->abstract = pg_read_body (reader, pg_node_child (node, "abstract"));
  talk->groups = pg_arena_array (reader->arena);
  pg_read_groups (reader, node, talk->groups);
  talk->documents = pg_read_documents (reader, node);
  talk->place = node->place;
  talk->start_place = start != NULL ? start->place : node->place;
  talk->end_place = end != NULL ? end->place : node->place;
  return talk;
}

/* A minute so many after another one, which may be -1: not known. */
static int
later (int minute, guint minutes)
{
  return minute < 0 ? -1 : (int) MIN ((guint) minute + MIN (minutes, PG_MAX_CLOCK_MINUTES), PG_MAX_CLOCK_MINUTES);
}

/* The minutes of the groups and items that stand after so many talks; next is the first group to look at. */
static guint
minutes_after (const PgEntry *entry, guint n_talks, guint *next)
{
  guint minutes = 0;
  for (; *next < entry->groups->len; ++*next)
    {
      const PgGroup *group = g_ptr_array_index (entry->groups, *next);
      if (group->after > n_talks)
        break;
      minutes += MIN (group->minutes, PG_MAX_CLOCK_MINUTES);
      for (guint i = 0; i < group->slots->len; i++)
        minutes += MIN (((const PgSlot *) g_ptr_array_index (group->slots, i))->minutes, PG_MAX_CLOCK_MINUTES);
    }
  return minutes;
}

/* A talk that says no more than how long it is, or when it ends, starts when what stands before it ends. */
static void
set_times (PgEntry *entry)
{
  int now = entry->unsure ? -1 : entry->start;
  guint next_group = 0;
  for (guint i = 0; i < entry->talks->len; i++)
    {
      PgTalk *talk = g_ptr_array_index (entry->talks, i);
      guint first_group = next_group;
      now = later (now, minutes_after (entry, i, &next_group));
      talk->follows_group = next_group > first_group;
      if (talk->start < 0 && (talk->minutes > 0 || talk->end >= 0))
        talk->start = now;
      if (talk->end < 0 && talk->minutes > 0)
        talk->end = later (talk->start, talk->minutes);
      if (talk->start >= 0 || talk->end >= 0 || talk->minutes > 0)
        now = talk->end;
    }
}

void
pg_read_talks (PgReader *reader, const PgNode *node, PgEntry *entry)
{
  for (PgNode *talk = pg_node_child (node, "talk"); talk != NULL; talk = pg_node_again (talk))
    {
      if (entry->talks == NULL)
        entry->talks = pg_arena_array (reader->arena);
      g_ptr_array_add (entry->talks, read_talk (reader, talk, entry->talks->len + 1));
    }
  if (entry->talks != NULL)
    set_times (entry);
}
