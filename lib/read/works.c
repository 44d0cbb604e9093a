/* Enters: a session of a file. Leaves: its works, with their movements and songs in the order of the file. */
#include "read/reader.h"

/* Verse in each language, as it stands in the file: which one is sung is told by what comes first. */
static GPtrArray *
read_verses (PgReader *reader, const PgNode *song)
{
  GPtrArray *verses = NULL;
  for (PgNode *node = pg_node_child (song, "verse"); node != NULL; node = pg_node_again (node))
    {
      const char *language = pg_read_language (reader, node, reader->event->languages[0]);
      PgVersion *verse = pg_read_version (reader, node, language);
      if (verse == NULL)
        continue;
      if (verses == NULL)
        verses = pg_arena_array (reader->arena);
      else if (!pg_is_language (language, ((const PgVersion *) g_ptr_array_index (verses, 0))->language))
        pg_read_check_declared (reader, node, language);
      g_ptr_array_add (verses, verse);
    }
  return verses;
}

static PgMovement *
read_song (PgReader *reader, const PgNode *node)
{
  PgMovement *song = pg_arena_new0 (reader->arena, PgMovement);
  song->is_song = TRUE;
  song->number = pg_read_words (reader, node, "number");
  song->title = pg_read_own_text (reader, node, "title");
  song->poet = pg_read_own_text (reader, node, "poet");
  song->verses = read_verses (reader, node);
  song->place = node->place;
  return song->title != NULL ? song : NULL;
}

/* last gets the last of a movement's translations. */
static PgMovement *
read_movement (PgReader *reader, const PgNode *node, const PgNode **last)
{
  PgMovement *movement = pg_arena_new0 (reader->arena, PgMovement);
  movement->title = pg_read_text_run (reader, node, last);
  movement->place = node->place;
  return movement->title != NULL ? movement : NULL;
}

static GPtrArray *
read_parts (PgReader *reader, const PgNode *work)
{
  GPtrArray *parts = pg_arena_array (reader->arena);
  for (const PgNode *node = work->first; node != NULL; node = node->next)
    {
      PgMovement *part = NULL;
      if (node->name != NULL && pg_node_is (node, "song"))
        part = read_song (reader, node);
      else if (node->name != NULL && pg_node_is (node, "part"))
        part = read_movement (reader, node, &node);
      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  return parts;
}

static PgWork *
read_work (PgReader *reader, const PgNode *node, guint index)
{
  PgWork *work = pg_arena_new0 (reader->arena, PgWork);
  const PgNode *composer = pg_node_child (node, "composer");
  work->index = index;
  work->composer = pg_read_text (reader, node, "composer");
  work->dates = composer != NULL ? pg_read_words (reader, composer, "dates") : NULL;
  work->title = pg_read_text (reader, node, "title");
  work->parts = read_parts (reader, node);
  work->abstract = pg_read_body (reader, pg_node_child (node, "abstract"));
  work->groups = pg_arena_array (reader->arena);
  pg_read_groups (reader, node, work->groups);
  work->place = node->place;
  return work;
}

GPtrArray *
pg_read_works (PgReader *reader, const PgNode *session)
{
  GPtrArray *works = NULL;
  for (PgNode *node = pg_node_child (session, "work"); node != NULL; node = pg_node_again (node))
    {
      if (works == NULL)
        works = pg_arena_array (reader->arena);
      g_ptr_array_add (works, read_work (reader, node, works->len + 1));
    }
  return works;
}
