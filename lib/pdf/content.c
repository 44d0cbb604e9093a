/* Enters: a content stream, or an object in PDF's notation. Leaves: its tokens, one by one, with their places. What is not well-formed ends with the
   stream; nothing is read beyond it. */
#include "pdf/content.h"

#include <string.h>

static gboolean
is_white (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean
is_delimiter (char c)
{
  switch (c)
    {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_white (const char *at, const char *end)
{
  for (; at < end && (is_white (*at) || *at == '%'); at++)
    if (*at == '%')
      while (at + 1 < end && at[1] != '\n' && at[1] != '\r')
        at++;
  return at;
}

/* Behind the ")" that belongs to the "(" at at. */
static const char *
skip_string (const char *at, const char *end)
{
  guint depth = 0;
  for (; at < end; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }
  return end;
}

static const char *
skip_word (const char *at, const char *end)
{
  while (at < end && !is_white (*at) && !is_delimiter (*at))
    at++;
  return at;
}

/* Behind a token that starts with a delimiter. */
static const char *
skip_delimited (const char *at, const char *end)
{
  if (*at == '(')
    return skip_string (at, end);
  if (*at == '/')
    return skip_word (at + 1, end);
  if ((*at == '<' || *at == '>') && at + 1 < end && at[1] == *at)
    return at + 2;
  if (*at != '<')
    return at + 1;
  const char *close = memchr (at, '>', (gsize) (end - at));
  return close != NULL ? close + 1 : end;
}

/* Before the "EI" that ends an inline image: one that stands as a word of its own. */
static const char *
skip_image (const char *at, const char *end)
{
  for (at++; at + 2 < end; at++)
    if (is_white (at[0]) && at[1] == 'E' && at[2] == 'I' && (at + 3 == end || is_white (at[3])))
      return at;
  return end;
}

/* A sign, digits and a point between them; there are no exponents (ISO 32000-1, 7.3.3). */
static gboolean
read_number (PgToken *token)
{
  const char *at = token->start + (*token->start == '+' || *token->start == '-');
  double digits = 0, scale = 0;
  gboolean has_digits = FALSE;
  for (; at < token->end; at++)
    if (g_ascii_isdigit (*at))
      {
        digits = digits * 10 + (*at - '0');
        scale *= 10;
        has_digits = TRUE;
      }
    else if (*at == '.' && scale == 0)
      scale = 1;
    else
      return FALSE;
  token->number = (scale > 0 ? digits / scale : digits) * (*token->start == '-' ? -1 : 1);
  return has_digits;
}

PgToken
pg_content_next (const char **at, const char *end)
{
  const char *start = skip_white (*at, end);
  PgToken token = { PG_TOKEN_END, start, start, 0 };
  if (start < end && is_delimiter (*start))
    {
      token.kind = PG_TOKEN_OTHER;
      token.end = skip_delimited (start, end);
    }
  else if (start < end)
    {
      token.end = skip_word (start, end);
      token.kind = read_number (&token) ? PG_TOKEN_NUMBER : PG_TOKEN_OPERATOR;
      if (pg_token_is (&token, "ID") && token.end < end)
        {
          token.kind = PG_TOKEN_OTHER;
          token.end = skip_image (token.end, end);
        }
    }
  token.end = MIN (token.end, end);
  *at = token.end;
  return token;
}

gboolean
pg_token_is (const PgToken *token, const char *name)
{
  gsize length = strlen (name);
  return token->kind == PG_TOKEN_OPERATOR && (gsize) (token->end - token->start) == length
         && memcmp (token->start, name, length) == 0;
}

void
pg_put_number (GString *to, guint number)
{
  char digits[16], *at = digits + sizeof digits;
  do
    *--at = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (to, at, digits + sizeof digits - at);
}
