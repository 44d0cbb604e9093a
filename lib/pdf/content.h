/* Enters: a content stream, or an object in PDF's notation. Leaves: its tokens, one by one, with their places. */
#pragma once

#include <glib.h>

typedef enum
{
  PG_TOKEN_END,
  PG_TOKEN_NUMBER,
  PG_TOKEN_OPERATOR,
  PG_TOKEN_OTHER /* a string, a name, a bracket */
} PgTokenKind;

typedef struct
{
  PgTokenKind kind;
  const char *start, *end;
  double number;
} PgToken;

/* The token at *at, which goes on behind it. What an inline image holds is a token of its own, PG_TOKEN_OTHER. */
PgToken pg_content_next (const char **at, const char *end);

/* Whether an operator is this one. */
gboolean pg_token_is (const PgToken *token, const char *name);

/* Adds a number in PDF's notation. */
void pg_put_number (GString *to, guint number);
