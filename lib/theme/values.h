/* Enters: one key of a theme. Leaves: a colour, a rule, a part of a style; or a finding on what is wrong with its value.
   Private to theme/. */
#pragma once

#include "theme/keys.h"
#include "theme/theme.h"

typedef struct
{
  PgArena *arena;
  GHashTable *colours;
  PgThemeFaults *faults;
  const PgThemeKey *key; /* the one to be made */
} PgThemeParser;

void pg_theme_make_colour (PgThemeParser *parser);
void pg_theme_make_rule (PgThemeParser *parser, GHashTable *rules);
void pg_theme_make_script (PgThemeParser *parser, GHashTable *scripts);
void pg_theme_make_style (PgThemeParser *parser, GHashTable *styles, const char *name);
/* A length, a paper or a word: nothing is made of it yet. */
void pg_theme_check_word (PgThemeParser *parser);

/* What a theme may say though the one it extends does not: colours and scripts of its own, what a style leaves unsaid,
   and the variants of a style for small paper, for what is long and for a second language. values: what is known so far. */
gboolean pg_theme_key_is_optional (GHashTable *values, const char *group, const char *key);
