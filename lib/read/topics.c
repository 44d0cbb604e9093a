/* Enters: a session of a file. Leaves: its topics, within each other as the file has them, and what is to be done about each. */
#include "read/reader.h"

void
pg_read_business (PgReader *reader, const PgNode *node, PgBusiness *business)
{
  business->action = pg_read_value (reader, node, "action");
  business->words = pg_read_text (reader, node, "action");
  business->documents = pg_read_documents (reader, node);
}

static PgTopic *
read_topic (PgReader *reader, const PgNode *node, guint level)
{
  PgTopic *topic = pg_arena_new0 (reader->arena, PgTopic);
  topic->level = level;
  topic->number = pg_read_words (reader, node, "number");
  topic->title = pg_read_text (reader, node, "title");
  pg_read_business (reader, node, &topic->business);
  topic->abstract = pg_read_body (reader, pg_node_child (node, "abstract"));
  topic->groups = pg_arena_array (reader->arena);
  pg_read_groups (reader, node, topic->groups);
  topic->topics = pg_read_topics (reader, node, level + 1);
  topic->place = node->place;
  return topic;
}

GPtrArray *
pg_read_topics (PgReader *reader, const PgNode *parent, guint level)
{
  GPtrArray *topics = NULL;
  for (PgNode *node = pg_node_child (parent, "topic"); node != NULL; node = pg_node_again (node))
    {
      if (topics == NULL)
        topics = pg_arena_array (reader->arena);
      g_ptr_array_add (topics, read_topic (reader, node, level));
    }
  return topics;
}
