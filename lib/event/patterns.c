/* Enters: an ICU date pattern. Leaves: patterns of less than a whole date, or of two dates. */
#include "event/patterns.h"

#include <string.h>

typedef enum
{
  SPACE,
  LITERAL,
  FIELD
} Kind;

typedef struct
{
  Kind kind;
  const char *start, *end;
} Token;

static gboolean
is_space (const char *at)
{
  return *at == ' ' || g_str_has_prefix (at, "\u00A0");
}

static gboolean
opens (const char *at)
{
  return *at == '(' || g_str_has_prefix (at, "（");
}

/* The bytes of a comma that stands there; 0 if none does. */
static gsize
comma_length (const char *at)
{
  static const char *const commas[] = { ",", "،", "、", "၊" };
  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    if (g_str_has_prefix (at, commas[i]))
      return strlen (commas[i]);
  return 0;
}

/* 'de', a comma, or characters up to one, to a field, a space or an opening bracket. */
static const char *
literal_end (const char *at)
{
  if (*at == '\'')
    {
      const char *end = strchr (at + 1, '\'');
      return end != NULL ? end + 1 : at + strlen (at);
    }
  if (comma_length (at) > 0)
    return at + comma_length (at);
  do
    at = g_utf8_next_char (at);
  while (*at != '\0' && *at != '\'' && !is_space (at) && !opens (at) && !g_ascii_isalpha (*at)
         && comma_length (at) == 0);
  return at;
}

static Token
next_token (const char *at)
{
  Token token = { LITERAL, at, NULL };
  if (is_space (at))
    {
      token.kind = SPACE;
      token.end = g_utf8_next_char (at);
    }
  else if (g_ascii_isalpha (*at))
    {
      token.kind = FIELD;
      for (token.end = at; *token.end == *at; token.end++)
        ;
    }
  else
    token.end = literal_end (at);
  return token;
}

static GArray *
tokens_of (const char *pattern)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  for (const char *at = pattern; *at != '\0';)
    {
      Token token = next_token (at);
      g_array_append_val (tokens, token);
      at = token.end;
    }
  return tokens;
}

static const Token *
token_at (const GArray *tokens, guint index)
{
  return &g_array_index (tokens, Token, index);
}

/* The letter of a field, by what it stands for: 'E' for all weekdays, 'M' for all months. */
static char
meaning (const Token *token)
{
  char letter = token->kind == FIELD ? *token->start : '\0';
  return letter == 'c' || letter == 'e' ? 'E' : letter == 'L' ? 'M' : letter;
}

/* Its index, or -1. */
static int
find_field (const GArray *tokens, char letter)
{
  for (guint i = 0; i < tokens->len; i++)
    if (meaning (token_at (tokens, i)) == letter)
      return (int) i;
  return -1;
}

static gboolean
is_comma (const Token *token)
{
  return token->kind == LITERAL && comma_length (token->start) > 0;
}

/* The index after what belongs to the token at an index: literals that follow it without a space, but no comma and no
   bracket. */
static guint
after_suffix (const GArray *tokens, int index)
{
  guint at = (guint) index + 1;
  while (at < tokens->len && token_at (tokens, at)->kind == LITERAL && !is_comma (token_at (tokens, at))
         && !opens (token_at (tokens, at)->start))
    at++;
  return at;
}

/* The index of the first literal before a field that belongs to it: those after the last space, and to a bracket that
   opens. */
static guint
before_prefix (const GArray *tokens, int index)
{
  guint at = (guint) index;
  while (at > 0 && token_at (tokens, at - 1)->kind == LITERAL)
    {
      at--;
      if (opens (token_at (tokens, at)->start))
        return at;
    }
  return at == 0 || token_at (tokens, at - 1)->kind == SPACE ? at : (guint) index;
}

static char *
text_between (const GArray *tokens, guint from, guint to)
{
  if (from >= to)
    return g_strdup ("");
  const char *start = token_at (tokens, from)->start;
  return g_strndup (start, (gsize) (token_at (tokens, to - 1)->end - start));
}

/* Without those from one index to before another, and without what then hangs at either end. */
static char *
without (const GArray *tokens, guint from, guint to)
{
  while (to < tokens->len && from == 0 && (token_at (tokens, to)->kind == SPACE || is_comma (token_at (tokens, to))))
    to++;
  guint kept = from;
  while (to == tokens->len && kept > 0
         && (token_at (tokens, kept - 1)->kind == SPACE || is_comma (token_at (tokens, kept - 1))))
    kept--;
  g_autofree char *before = text_between (tokens, 0, kept), *after = text_between (tokens, to, tokens->len);
  return g_strconcat (before, after, NULL);
}

/* The field before or after an index, or -1. */
static int
field_beside (const GArray *tokens, int index, int step)
{
  for (index += step; index >= 0 && index < (int) tokens->len; index += step)
    if (token_at (tokens, (guint) index)->kind == FIELD)
      return index;
  return -1;
}

/* With what belongs to it: all that follows if nothing else is said then. */
char *
pg_pattern_without_weekday (const char *pattern)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  int weekday = find_field (tokens, 'E');
  if (weekday < 0)
    return g_strdup (pattern);
  guint from = before_prefix (tokens, weekday), to = (guint) weekday + 1;
  if (field_beside (tokens, weekday, 1) < 0)
    to = tokens->len;
  while (to < tokens->len && token_at (tokens, to)->kind == LITERAL)
    to++;
  if (from > 0 && to < tokens->len && token_at (tokens, to)->kind == SPACE)
    to++;
  return without (tokens, from, to);
}

char *
pg_pattern_without_year (const char *pattern)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  int year = find_field (tokens, 'y');
  if (year < 0)
    return g_strdup (pattern);
  int before = field_beside (tokens, year, -1), after = field_beside (tokens, year, 1);
  guint from = before >= 0 ? after_suffix (tokens, before) : 0;
  if (after < 0)
    return without (tokens, from, tokens->len);
  return without (tokens, from, before < 0 ? before_prefix (tokens, after) : after_suffix (tokens, year));
}

/* From the field, or from the first of day and month, to where a range repeats it. */
static void
find_repeated (const GArray *tokens, char field, guint *from, guint *to)
{
  int day = find_field (tokens, 'd'), month = find_field (tokens, 'M');
  *from = 0;
  *to = tokens->len;
  if (day < 0 || month < 0 || field == 'y')
    return;
  int first = field == 'd' ? day : MIN (day, month), last = field == 'd' ? day : MAX (day, month);
  *from = field == 'd' ? (guint) first : before_prefix (tokens, first);
  *to = after_suffix (tokens, last);
}

char *
pg_pattern_range (const char *pattern, char field, const char *dash)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  guint from, to;
  find_repeated (tokens, field, &from, &to);
  g_autofree char *first = text_between (tokens, 0, to), *last = text_between (tokens, from, tokens->len);
  return g_strconcat (first, dash != NULL ? dash : field == 'd' ? "–" : " – ", "|", last, NULL);
}

char *
pg_pattern_replace (const char *pattern, const char *field, const char *with)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  GString *replaced = g_string_new (NULL);
  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = token_at (tokens, i);
      gsize length = (gsize) (token->end - token->start);
      gboolean is_it = token->kind == FIELD && strlen (field) == length && strncmp (token->start, field, length) == 0;
      g_string_append_len (replaced, is_it ? with : token->start, is_it ? -1 : (gssize) length);
    }
  return g_string_free (replaced, FALSE);
}

gboolean
pg_pattern_is_before (const char *pattern, char first, char second)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  int left = find_field (tokens, first), right = find_field (tokens, second);
  return left >= 0 && right >= 0 && left < right;
}

gboolean
pg_pattern_has (const char *pattern, char letter, gsize length)
{
  g_autoptr (GArray) tokens = tokens_of (pattern);
  for (guint i = 0; i < tokens->len; i++)
    if (meaning (token_at (tokens, i)) == letter
        && (gsize) (token_at (tokens, i)->end - token_at (tokens, i)->start) >= length)
      return TRUE;
  return FALSE;
}
