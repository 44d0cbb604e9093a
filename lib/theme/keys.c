/* Enters: the text of a theme's file. Leaves: its keys in their order, each with its place; findings on what is none.
   No line of the file gets into a finding: it may be a file of another kind, which is nobody's business. */
#include "theme/keys.h"

#include <string.h>

typedef struct
{
  PgArena *arena;
  PgThemeFaults *faults;
  GPtrArray *keys;
  PgPlace line;      /* its start */
  const char *group; /* the one that is open, or NULL */
} Reader;

ProgrammeFinding *
pg_theme_fault (PgThemeFaults *faults, const PgPlace *place, const char *code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  pg_message_clean (message);
  if (faults->n++ == 0)
    g_set_error (faults->error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME, "%s:%u:%u: %s", place->file, place->line,
                 place->column, message);
  return pg_report_add (faults->report, PROGRAMME_SEVERITY_ERROR, place, code, "%s", message);
}

static PgPlace
place_at (const Reader *reader, const char *line, const char *at)
{
  PgPlace place = reader->line;
  place.column = (guint) g_utf8_strlen (line, at - line) + 1;
  return place;
}

/* A copy without white space at its ends. */
static char *
trimmed (const Reader *reader, const char *start, const char *end)
{
  return g_strstrip (pg_arena_strndup (reader->arena, start, end - start));
}

static const char *
skip_white (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

static void
read_group (Reader *reader, const char *line, const char *start)
{
  const char *end = strchr (start, ']');
  if (end == NULL || *skip_white (end + 1) != '\0' || end == start + 1)
    {
      PgPlace place = place_at (reader, line, start);
      pg_theme_fault (reader->faults, &place, "theme-syntax", "a group is written [name] on a line of its own");
      reader->group = ""; /* so that not each of its keys is told, too */
      return;
    }
  reader->group = trimmed (reader, start + 1, end);
}

static void
read_key (Reader *reader, const char *line, const char *start)
{
  const char *equals = strchr (start, '=');
  PgPlace place = place_at (reader, line, start);
  if (equals == NULL || equals == start)
    {
      pg_theme_fault (reader->faults, &place, "theme-syntax",
                      "this is no [group], no key = value and, without # before it, no comment");
      return;
    }
  if (reader->group == NULL)
    {
      pg_theme_fault (reader->faults, &place, "theme-syntax", "a key stands in a [group]: write that above it");
      return;
    }
  const char *value = skip_white (equals + 1);
  PgThemeKey *key = pg_arena_new0 (reader->arena, PgThemeKey);
  key->group = reader->group;
  key->key = trimmed (reader, start, equals);
  key->value = trimmed (reader, value, value + strlen (value));
  key->place = place;
  key->value_place = place_at (reader, line, value);
  if (reader->group[0] != '\0')
    g_ptr_array_add (reader->keys, key);
}

/* line ends with a NUL that is not counted. */
static void
read_line (Reader *reader, char *line, gsize length)
{
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';
  const char *bad;
  if (!g_utf8_validate_len (line, length, &bad))
    {
      PgPlace place = place_at (reader, line, bad);
      pg_theme_fault (reader->faults, &place, "theme-syntax", "this is no UTF-8: save the file as UTF-8");
      return;
    }
  const char *start = skip_white (line);
  if (*start == '[')
    read_group (reader, line, start);
  else if (*start != '\0' && *start != '#')
    read_key (reader, line, start);
}

/* Whether one of the lines is [theme]: what has none is not worth a finding a line. */
static gboolean
has_theme_group (const char *text)
{
  return g_regex_match_simple ("^[ \\t]*\\[theme\\][ \\t]*\\r?$", text, G_REGEX_MULTILINE | G_REGEX_RAW, 0);
}

GPtrArray *
pg_theme_keys_read (PgArena *arena, const char *file, GBytes *bytes, PgThemeFaults *faults)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0) /* a byte order mark */
    {
      data += 3;
      length -= 3;
    }
  Reader reader = { .arena = arena, .faults = faults, .line = { file, 1, 1 } };
  g_autofree char *text = g_malloc (length + 1);
  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  if (!has_theme_group (text))
    {
      pg_theme_fault (faults, &reader.line, "theme-syntax",
                      "this is no theme: a theme begins with [theme] and, on the next line, extends = institutional");
      return NULL;
    }
  reader.keys = pg_arena_array (arena);
  for (char *line = text; line < text + length; reader.line.line++)
    {
      char *end = memchr (line, '\n', (gsize) (text + length - line));
      if (end == NULL)
        end = text + length;
      *end = '\0';
      read_line (&reader, line, (gsize) (end - line));
      line = end + 1;
    }
  return reader.keys;
}
