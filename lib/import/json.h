/* Enters: a foreign file in JSON. Leaves: its objects, and what they say as strings. */
#pragma once

#include "import/format.h"

#include <json-glib/json-glib.h>

/* NULL with an error where it is not well-formed or nested without end. Free with json_node_unref. */
JsonNode *pg_json_read (const PgForeign *foreign, GError **error);

/* Whether the file looks like JSON and has a member of that name, somewhere. */
gboolean pg_json_has (const PgForeign *foreign, const char *member);

/* Each is NULL where the object is NULL or has no such member. */
JsonObject *pg_json_object (JsonObject *object, const char *member);
JsonArray *pg_json_array (JsonObject *object, const char *member);
/* A string, without white space at its ends, or a number in digits; of words by language those in English, or the first. From
   the arena; NULL if there are none. */
const char *pg_json_words (PgArena *arena, JsonObject *object, const char *member);
const char *pg_json_node_words (PgArena *arena, JsonNode *node);
gboolean pg_json_is_true (JsonObject *object, const char *member);

/* An element of an array as an object, or NULL; an array that is NULL has none. */
guint pg_json_length (JsonArray *array);
JsonObject *pg_json_element (JsonArray *array, guint i);
