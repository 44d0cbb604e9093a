/* Enters: the text of one value of a theme. Leaves: a colour, a rule, a part of a style; or what is wrong with it.
   Private to theme/. */
#pragma once

#include "base/arena.h"
#include "theme/theme.h"

typedef struct
{
  PgArena *arena;
  GHashTable *values, *colours;
  char *message; /* what is wrong, for the caller to free */
} PgThemeParser;

gboolean pg_theme_make_colour (PgThemeParser *parser, const char *name, const char *value);
gboolean pg_theme_make_rule (PgThemeParser *parser, GHashTable *rules, const char *name, const char *value);
gboolean pg_theme_make_script (PgThemeParser *parser, GHashTable *scripts, const char *name, const char *value);
gboolean pg_theme_make_style (PgThemeParser *parser, GHashTable *styles, const char *name, const char *key,
                              const char *value);
gboolean pg_theme_check_word (PgThemeParser *parser, const char *group, const char *key, const char *value);

/* What a theme may say though the one it extends does not: colours and scripts of its own, what a style leaves unsaid,
   and the variants of a style for small paper, for what is long and for a second language. values: what is known so far. */
gboolean pg_theme_key_is_optional (GHashTable *values, const char *group, const char *key);
