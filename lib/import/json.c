/* Enters: a foreign file in JSON. Leaves: its objects, and what they say as strings. */
#include "import/json.h"

#include "base/limits.h"

#include <string.h>

/* Whether brackets stand within each other more deeply than any schedule's do: the parser goes down as deeply as they do. */
static gboolean
is_too_deep (const char *data, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;
  for (gsize i = 0; i < length; i++)
    if (in_string && data[i] == '\\')
      i++;
    else if (data[i] == '"')
      in_string = !in_string;
    else if (!in_string && (data[i] == '[' || data[i] == '{') && ++depth > PG_MAX_DEPTH)
      return TRUE;
    else if (!in_string && (data[i] == ']' || data[i] == '}') && depth > 0)
      depth--;
  return FALSE;
}

JsonNode *
pg_json_read (const PgForeign *foreign, GError **error)
{
  gsize skip = g_str_has_prefix (foreign->data, "\xEF\xBB\xBF") ? 3 : 0;
  if (is_too_deep (foreign->data, foreign->length))
    {
      pg_foreign_fail (foreign, "bad-json", error, "brackets stand more than %d deep within each other", PG_MAX_DEPTH);
      return NULL;
    }
  if (!g_utf8_validate_len (foreign->data, foreign->length, NULL))
    {
      pg_foreign_fail (foreign, "encoding", error, "this is JSON, which is to be in UTF-8, and is not: save it so");
      return NULL;
    }
  g_autoptr (GError) fault = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, foreign->data + skip, (gssize) (foreign->length - skip), &fault)
      && json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);
  pg_foreign_fail (foreign, "bad-json", error, "this is no whole JSON (%s): it may be cut off, fetch it again",
                   fault != NULL ? fault->message : "nothing is in it");
  return NULL;
}

gboolean
pg_json_has (const PgForeign *foreign, const char *member)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", member);
  if (!pg_foreign_starts (foreign, "{") && !pg_foreign_starts (foreign, "["))
    return FALSE;
  return g_strstr_len (foreign->data, (gssize) foreign->length, quoted) != NULL;
}

static JsonNode *
member_of (JsonObject *object, const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

JsonObject *
pg_json_object (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
pg_json_array (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
words_by_language (PgArena *arena, JsonObject *object)
{
  const char *words = pg_json_words (arena, object, "en");
  g_autoptr (GList) members = json_object_get_members (object);
  for (GList *member = members; member != NULL && words == NULL; member = member->next)
    if (JSON_NODE_HOLDS_VALUE (json_object_get_member (object, member->data)))
      words = pg_json_words (arena, object, member->data);
  return words;
}

const char *
pg_json_node_words (PgArena *arena, JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return words_by_language (arena, json_node_get_object (node));
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  GType type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    return pg_arena_printf (arena, "%" G_GINT64_FORMAT, json_node_get_int (node));
  const char *string = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (string == NULL)
    return NULL;
  char *copy = g_strstrip (pg_arena_strdup (arena, string));
  return *copy != '\0' ? copy : NULL;
}

const char *
pg_json_words (PgArena *arena, JsonObject *object, const char *member)
{
  return pg_json_node_words (arena, member_of (object, member));
}

gboolean
pg_json_is_true (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

guint
pg_json_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
pg_json_element (JsonArray *array, guint i)
{
  JsonNode *node = array != NULL ? json_array_get_element (array, i) : NULL;
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
