/* Enters: the value of an attribute. Leaves: what it means, or what is wrong with it. */
#pragma once

#include "event/event.h"
#include "read/vocabulary.h"

/* What is wrong with the value and what to write instead, or NULL if it is good; free with g_free. fix gets what was
   probably meant, to be freed too, or NULL. */
char *pg_value_fault (const PgAttributeRule *rule, const char *value, char **fix);

/* Minutes after midnight; -1 if it is no time. */
int pg_value_clock (const char *value);
/* FALSE if there is no such day. */
gboolean pg_value_date (const char *value, int *year, int *month, int *day);
/* 0 if it is no number from 1 to a million. */
guint pg_value_count (const char *value);
/* The tag with the usual capitals: "en-GB", "zh-Hant"; from the arena. */
char *pg_value_language (PgArena *arena, const char *value);
/* The words between white space; free with g_strfreev. */
GStrv pg_value_words (const char *value);
