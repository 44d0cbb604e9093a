/* Enters: elements repeated in several languages. Leaves: texts, the original first.
   The rule of translations is that of programme.rnc: xml:lang on an element that follows its namesake. */
#include "base/limits.h"
#include "read/reader.h"
#include "read/values.h"

#include <string.h>

const char *
pg_read_value (PgReader *reader, const PgNode *node, const char *attribute)
{
  const char *value = pg_node_value (node, attribute);
  if (value == NULL)
    return NULL;
  char *copy = g_strstrip (pg_arena_strdup (reader->arena, value));
  return *copy != '\0' ? copy : NULL;
}

const char *
pg_read_words (PgReader *reader, const PgNode *node, const char *attribute)
{
  const char *value = pg_read_value (reader, node, attribute);
  if (value == NULL)
    return NULL;
  PgOrigins *origins = pg_arena_new0 (reader->arena, PgOrigins);
  *origins = (PgOrigins){ .string = value, .place = pg_node_attribute (node, attribute)->place };
  g_hash_table_insert (reader->event->origins, (gpointer) value, origins);
  return value;
}

const char *
pg_read_language (PgReader *reader, const PgNode *node, const char *otherwise)
{
  const char *value = pg_node_value (node, "xml:lang");
  return value != NULL ? pg_value_language (reader->arena, value) : otherwise;
}

static const char *
first_language (const PgReader *reader)
{
  return reader->event->languages[0];
}

static const PgVersion *
same_version (const PgText *text, const char *language)
{
  for (guint i = 0; i < text->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (text->versions, i);
      if (strcmp (version->language, language) == 0)
        return version;
    }
  return NULL;
}

static gboolean
is_declared (const PgReader *reader, const char *language)
{
  for (guint i = 0; reader->event->languages[i] != NULL; i++)
    {
      gsize length = strcspn (language, "-");
      if (length == strcspn (reader->event->languages[i], "-")
          && strncmp (language, reader->event->languages[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_name_of_person (const PgNode *node)
{
  return pg_node_is (node, "name") && (pg_node_is (node->parent, "person") || pg_node_is (node->parent, "slot"));
}

void
pg_read_check_declared (PgReader *reader, const PgNode *node, const char *language)
{
  if (is_declared (reader, language))
    return;
  g_autofree char *languages = g_strjoinv (" ", reader->event->languages);
  g_autofree char *advice
      = is_name_of_person (node) ? g_strdup ("a person whose name is in another language has this one <name> alone")
        : pg_node_is (node->parent, "song")
            ? g_strdup ("what a song is sung in stands before what translates it")
            : g_strdup_printf ("words in another language stand in <span xml:lang=\"%s\">", language);
  ProgrammeFinding *finding = pg_report_add (
      reader->report, PROGRAMME_SEVERITY_WARNING, &node->place, "undeclared-language",
      "<%s> translates into \"%s\", which is not among the programme's languages: write languages=\"%s %s\" "
      "in <programme>; %s",
      node->name, language, languages, language, advice);
  pg_finding_set_id (finding, pg_id_around (node));
}

static void
add_version (PgText *text, PgVersion *version, const char *first)
{
  gboolean original = strcmp (version->language, first) == 0;
  g_ptr_array_insert (text->versions, original ? 0 : -1, version);
}

PgText *
pg_read_text_new (PgReader *reader)
{
  PgText *text = pg_arena_new0 (reader->arena, PgText);
  text->versions = pg_arena_array (reader->arena);
  return text;
}

/* Empty elements are reported by validation and leave no version. */
void
pg_read_text_add (PgReader *reader, PgText *text, const PgNode *node)
{
  const char *language = pg_read_language (reader, node, first_language (reader));
  const PgVersion *before = same_version (text, language);
  if (text->versions->len >= PG_MAX_VERSIONS)
    {
      pg_finding_set_id (pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "too-large",
                                        "<%s> has more than %d versions: remove some", node->name, PG_MAX_VERSIONS),
                         pg_id_around (node));
      return;
    }
  if (before != NULL && node->faulty)
    return;
  if (before != NULL)
    {
      ProgrammeFinding *finding
          = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "duplicate-text",
                           "a second <%s> in \"%s\": the first is in line %u; keep one, or give this one the xml:lang "
                           "of its language",
                           node->name, language, before->place.line);
      pg_finding_add_place (finding, &before->place);
      pg_finding_set_id (finding, pg_id_around (node));
      return;
    }
  PgVersion *version = pg_read_version (reader, node, language);
  if (version == NULL)
    return;
  if (text->versions->len > 0)
    pg_read_check_declared (reader, node, language);
  add_version (text, version, first_language (reader));
}

/* A text that is in one of the event's other languages alone has lost its original. */
static void
check_original (PgReader *reader, const PgText *text, const PgNode *node)
{
  const PgVersion *version = g_ptr_array_index (text->versions, 0);
  const char *first = first_language (reader);
  if (pg_text_lookup (text, first) != NULL || !is_declared (reader, version->language))
    return;
  ProgrammeFinding *finding
      = pg_report_add (reader->report, PROGRAMME_SEVERITY_WARNING, &version->place, "missing-original",
                       "<%s> is in \"%s\" and translates nothing: directly before it write the <%s> in \"%s\", the "
                       "programme's first language",
                       node->name, version->language, node->name, first);
  pg_finding_set_id (finding, pg_id_around (node));
}

/* The notes of a translation are those of the original, one by one. */
static void
join_notes (PgText *text)
{
  const PgVersion *original = g_ptr_array_index (text->versions, 0);
  for (guint i = 1; i < text->versions->len; i++)
    {
      PgVersion *version = g_ptr_array_index (text->versions, i);
      for (guint k = 0; k < MIN (version->n_notes, original->n_notes); k++)
        version->notes[k].key = original->notes[k].key;
    }
}

/* node is one of its versions. */
static PgText *
finish_text (PgReader *reader, PgText *text, const PgNode *node)
{
  if (text->versions->len == 0)
    return NULL;
  check_original (reader, text, node);
  join_notes (text);
  return text;
}

/* An element and all that follow it of its name, as versions. */
static PgText *
read_versions (PgReader *reader, const PgNode *node)
{
  PgText *text = pg_read_text_new (reader);
  for (const PgNode *next = node; next != NULL; next = pg_node_again (next))
    pg_read_text_add (reader, text, next);
  return text;
}

PgText *
pg_read_text (PgReader *reader, const PgNode *parent, const char *name)
{
  const PgNode *node = pg_node_child (parent, name);
  return node != NULL ? finish_text (reader, read_versions (reader, node), node) : NULL;
}

/* The attribute is in the first language. */
PgText *
pg_read_fact (PgReader *reader, const PgNode *parent, const char *name)
{
  PgText *text = pg_read_text (reader, parent, name);
  const char *value = pg_read_value (reader, parent, name);
  if (value == NULL)
    return text;
  const PgPlace *place = &pg_node_attribute (parent, name)->place;
  if (text != NULL)
    {
      const PgVersion *version = g_ptr_array_index (text->versions, 0);
      ProgrammeFinding *finding
          = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, place, "duplicate-text",
                           "<%s> says its %s by an attribute and by an element: keep one", parent->name, name);
      pg_finding_add_place (finding, &version->place);
      pg_finding_set_id (finding, pg_id_around (parent));
      return text;
    }
  text = pg_text_new (reader->arena, first_language (reader), value, place);
  PgVersion *version = g_ptr_array_index (text->versions, 0);
  g_hash_table_insert (reader->event->origins, (gpointer) version->string, &version->origins);
  return text;
}

PgText *
pg_read_own_text (PgReader *reader, const PgNode *parent, const char *name)
{
  const PgNode *node = pg_node_child (parent, name);
  PgText *text = node != NULL ? read_versions (reader, node) : NULL;
  return text != NULL && text->versions->len > 0 ? text : NULL;
}

PgText *
pg_read_or_id (PgReader *reader, const PgNode *node, PgText *name)
{
  if (name != NULL && name->versions->len > 0)
    return name;
  const PgAttribute *id = pg_node_attribute (node, "id");
  return pg_text_new (reader->arena, first_language (reader), id != NULL ? id->value : node->name,
                      id != NULL ? &id->place : &node->place);
}

static const PgNode *
next_element (const PgNode *node)
{
  do
    node = node->next;
  while (node != NULL && node->name == NULL);
  return node;
}

/* Whether next, which directly follows, translates the text and does not begin one of its own. */
static gboolean
is_translation (PgReader *reader, const PgText *text, const PgNode *next, const char *name)
{
  if (next == NULL || !pg_node_is (next, name) || pg_node_attribute (next, "xml:lang") == NULL)
    return FALSE;
  return same_version (text, pg_read_language (reader, next, NULL)) == NULL;
}

PgText *
pg_read_text_run (PgReader *reader, const PgNode *node, const PgNode **last)
{
  PgText *text = pg_read_text_new (reader);
  const PgNode *next = node;
  do
    {
      pg_read_text_add (reader, text, next);
      *last = next;
      next = next_element (next);
    }
  while (is_translation (reader, text, next, node->name));
  return finish_text (reader, text, node);
}
