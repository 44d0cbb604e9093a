/* Enters: a text in several languages and the language wanted. Leaves: the version to print. */
#include "event/event.h"
#include "event/names.h"

#include <string.h>

static gsize
primary_length (const char *tag)
{
  return strcspn (tag, "-_");
}

static gboolean
same_primary (const char *a, const char *b)
{
  gsize length = primary_length (a);
  return length == primary_length (b) && g_ascii_strncasecmp (a, b, length) == 0;
}

gboolean
pg_is_language (const char *language, const char *other)
{
  return same_primary (language, other);
}

const PgVersion *
pg_text_written_first (const PgText *text)
{
  const PgVersion *first = g_ptr_array_index (text->versions, 0);
  for (guint i = 1; i < text->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (text->versions, i);
      if (version->place.line < first->place.line
          || (version->place.line == first->place.line && version->place.column < first->place.column))
        first = version;
    }
  return first;
}

const PgVersion *
pg_text_lookup (const PgText *text, const char *language)
{
  if (text == NULL || language == NULL)
    return NULL;
  const PgVersion *near = NULL;
  for (guint i = 0; i < text->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (text->versions, i);
      if (g_ascii_strcasecmp (version->language, language) == 0)
        return version;
      if (near == NULL && same_primary (version->language, language))
        near = version;
    }
  return near;
}

const PgVersion *
pg_text_get (const PgText *text, const char *language)
{
  if (text == NULL || text->versions->len == 0)
    return NULL;
  const PgVersion *version = pg_text_lookup (text, language);
  return version != NULL ? version : g_ptr_array_index (text->versions, 0);
}

PgText *
pg_text_new (PgArena *arena, const char *language, const char *string, const PgPlace *place)
{
  PgVersion *version = pg_arena_new0 (arena, PgVersion);
  version->language = pg_arena_strdup (arena, language);
  version->string = pg_arena_strdup (arena, string);
  version->spans = pg_arena_new0 (arena, PgSpan);
  version->spans[0].end = (guint) strlen (string);
  version->n_spans = 1;
  if (place != NULL)
    version->place = *place;
  version->origins = (PgOrigins){ .string = version->string, .place = version->place };
  PgText *text = pg_arena_new0 (arena, PgText);
  text->versions = pg_arena_array (arena);
  g_ptr_array_add (text->versions, version);
  return text;
}

char *
pg_version_family_name (const PgVersion *name)
{
  g_autoptr (GString) family = g_string_new (NULL);
  for (guint i = 0; i < name->n_spans; i++)
    {
      const PgSpan *span = &name->spans[i];
      if ((span->flags & PG_SPAN_FAMILY) != 0)
        g_string_append_len (family, name->string + span->start, span->end - span->start);
    }
  return g_strdup (family->len > 0 ? g_strstrip (family->str) : name->string);
}

static gboolean
has_han (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* Japanese has several readings for most characters, and Korean for some; Chinese for some surnames. */
gboolean
pg_version_order_is_guessed (const PgVersion *name)
{
  g_autofree char *family = pg_version_family_name (name);
  if (name->sort != NULL || !has_han (family))
    return FALSE;
  if (!same_primary (name->language, "zh"))
    return TRUE;
  g_autofree char *surname = pg_han_sound (family, TRUE), *usual = pg_han_sound (family, FALSE);
  return strcmp (surname, usual) != 0;
}
