/* Enters: the value of an attribute. Leaves: what it means, or what is wrong with it and what to write instead. */
#include "read/values.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"
#include "event/dates.h"
#include "event/zones.h"
#include "event/words.h"

#include <stdio.h>
#include <string.h>

/* Times, dates, numbers */

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

int
pg_value_clock (const char *value)
{
  const char *colon = strchr (value, ':');
  gsize hours = colon != NULL ? (gsize) (colon - value) : 0;
  if (hours < 1 || hours > 2 || !all_digits (value, hours) || strlen (colon) != 3 || !all_digits (colon + 1, 2)
      || colon[1] > '5')
    return -1;
  int minutes = atoi (value) * 60 + atoi (colon + 1);
  return minutes <= PG_MAX_CLOCK_MINUTES ? minutes : -1;
}

/* "9h30", "9.30", "0930", "9:30 pm" and the like as "09:30", or NULL. */
static char *
guess_clock (const char *value)
{
  guint hour = 0, minute = 0;
  char tail[8] = "";
  gboolean read = sscanf (value, " %2u%*[:hH.,-]%2u %7[apmAPM.]", &hour, &minute, tail) >= 2
                  || (strlen (value) == 4 && all_digits (value, 4) && sscanf (value, "%2u%2u", &hour, &minute) == 2)
                  || sscanf (value, " %2u %7[hHapmAPM.]", &hour, tail) == 2;
  if (!read || minute > 59 || hour > 48)
    return NULL;
  if ((tail[0] == 'p' || tail[0] == 'P') && hour < 12)
    hour += 12;
  return g_strdup_printf ("%02u:%02u", hour, minute);
}

/* NULL, or what is wrong: the same below. fix gets what was probably meant, or stays. */
static char *
clock_fault (const char *value, char **fix)
{
  if (pg_value_clock (value) >= 0)
    return NULL;
  g_autofree char *guess = guess_clock (value);
  if (guess != NULL && strcmp (guess, value) != 0)
    {
      *fix = g_steal_pointer (&guess);
      return g_strdup_printf ("is no time: write hours and minutes as \"%s\"", *fix);
    }
  if (strchr (value, ':') != NULL && all_digits (value, strcspn (value, ":")) && atoi (value) >= 24)
    return g_strdup ("is too late: hours count on past midnight (25:30 is half past one), but to 48:00 at most");
  return g_strdup ("is no time: write hours and minutes as \"09:00\"");
}

gboolean
pg_value_date (const char *value, int *year, int *month, int *day)
{
  if (strlen (value) != 10 || !all_digits (value, 4) || value[4] != '-' || !all_digits (value + 5, 2) || value[7] != '-'
      || !all_digits (value + 8, 2))
    return FALSE;
  *year = atoi (value);
  *month = atoi (value + 5);
  *day = atoi (value + 8);
  return pg_day_number (*year, *month, *day) != G_MININT;
}

static char *
date_fault (const char *value, char **fix)
{
  int year, month, day;
  if (pg_value_date (value, &year, &month, &day))
    return NULL;
  if (sscanf (value, "%4d-%2d-%2d", &year, &month, &day) == 3 && strlen (value) == 10)
    {
      if (month <= 12 || pg_day_number (year, day, month) == G_MININT)
        return g_strdup ("is no day of the calendar: correct its month or its day");
      *fix = g_strdup_printf ("%04d-%02d-%02d", year, day, month);
      return g_strdup_printf ("is no day of the calendar, month and day may have changed places: did you mean \"%s\"?",
                              *fix);
    }
  guint first, second, last;
  if (sscanf (value, "%2u%*1[./]%2u%*1[./]%4u", &first, &second, &last) == 3 && last > 1000 && second <= 12
      && first <= 31)
    {
      *fix = g_strdup_printf ("%04u-%02u-%02u", last, second, first);
      return g_strdup_printf ("is no date: write year, month and day as \"%s\"", *fix);
    }
  return g_strdup ("is no date: write year, month and day as \"2024-09-03\"");
}

guint
pg_value_count (const char *value)
{
  gsize length = strlen (value);
  guint64 number = length <= 7 && all_digits (value, length) ? g_ascii_strtoull (value, NULL, 10) : 0;
  return number <= 1000000 ? (guint) number : 0;
}

static char *
count_fault (const char *value, char **fix)
{
  if (pg_value_count (value) > 0)
    return NULL;
  gsize digits = strspn (value, "0123456789");
  gboolean has_unit = value[digits] != '\0' && strchr (".,", value[digits]) == NULL;
  if (digits > 0 && digits < 6 && has_unit && atoi (value) > 0)
    {
      *fix = g_strdup_printf ("%d", atoi (value));
      return g_strdup_printf ("is no number: write \"%s\" alone", *fix);
    }
  return g_strdup ("is no number: write a whole number from 1 on, such as \"15\"");
}

static char *
distance_fault (const char *value)
{
  return pg_metres_parse (value) > 0 ? NULL : g_strdup ("is no distance: write metres, to 1000, such as \"8m\"");
}

/* Names of things */

GStrv
pg_value_words (const char *value)
{
  g_auto (GStrv) parts = g_strsplit_set (value, " \t\n\r", -1);
  GPtrArray *words = g_ptr_array_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (words, FALSE);
}

static gboolean
is_id (const char *value)
{
  gunichar first = g_utf8_get_char (value);
  if (first != '_' && !g_unichar_isalpha (first))
    return FALSE;
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (!g_unichar_isalnum (character) && !g_unichar_ismark (character) && strchr ("-_.", (int) character) == NULL)
        return FALSE;
    }
  return TRUE;
}

static char *
length_fault (const char *value, guint most)
{
  return g_utf8_strlen (value, -1) <= most ? NULL : g_strdup_printf ("is too long: %u characters at most", most);
}

static char *
id_fault (const char *value)
{
  if (is_id (value))
    return length_fault (value, PG_MAX_ATTRIBUTE_CHARACTERS);
  return g_strdup ("is no id: an id is one word of letters, digits, - and _ that begins with a letter");
}

static char *
references_fault (const char *value)
{
  g_auto (GStrv) words = pg_value_words (value);
  if (words[0] == NULL)
    return g_strdup ("is empty: write at least one id");
  if (g_strv_length (words) > PG_MAX_REFERENCES)
    return g_strdup_printf ("names more than %d", PG_MAX_REFERENCES);
  return NULL;
}

static gboolean
is_language_syntax (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);
      if (length < 1 || length > 8)
        return FALSE;
      for (gsize j = 0; j < length; j++)
        if (!g_ascii_isalnum (parts[i][j]) || (i == 0 && !g_ascii_isalpha (parts[i][j])))
          return FALSE;
    }
  return parts[0] != NULL;
}

/* Codes of countries are often taken for those of their languages. */
static const char *
guess_language (const char *value)
{
  static const char *const pairs[][2]
      = { { "jp", "ja" }, { "cn", "zh" },    { "dk", "da" }, { "cz", "cs" }, { "vn", "vi" }, { "gb", "en" },
          { "us", "en" }, { "uk-UA", "uk" }, { "gr", "el" }, { "at", "de" }, { "mx", "es" }, { "english", "en" } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_ascii_strcasecmp (value, pairs[i][0]) == 0)
      return pairs[i][1];
  return NULL;
}

static char *
language_fault (const char *value, char **fix)
{
  if (is_language_syntax (value) && pg_language_exists (value))
    return NULL;
  const char *guess = guess_language (value);
  *fix = g_strdup (guess);
  if (guess != NULL)
    return g_strdup_printf ("is no language: did you mean \"%s\"?", guess);
  return g_strdup ("is no language: write its tag by BCP 47, such as \"en\", \"ko\" or \"pt-BR\"");
}

static gboolean
is_among (const char *word, GStrv words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *
languages_fault (const char *value)
{
  g_auto (GStrv) words = pg_value_words (value);
  if (words[0] == NULL)
    return g_strdup ("is empty: write at least one language, such as \"en\"");
  if (g_strv_length (words) > PG_MAX_VERSIONS)
    return g_strdup_printf ("names more than %d languages", PG_MAX_VERSIONS);
  GString *faults = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *lead = faults->len > 0 ? "; it " : "";
      g_autofree char *fix = NULL, *fault = language_fault (words[i], &fix);
      if (fault != NULL)
        g_string_append_printf (faults, "%snames \"%.20s\", which %s", lead, words[i], fault);
      else if (is_among (words[i], words, i))
        g_string_append_printf (faults, "%snames \"%.20s\" twice", lead, words[i]);
    }
  return g_string_free (faults, faults->len == 0);
}

char *
pg_value_language (PgArena *arena, const char *value)
{
  char *tag = pg_arena_strdup (arena, value);
  guint part = 0;
  for (char *start = tag; start != NULL; part++)
    {
      char *next = strchr (start, '-');
      gsize length = next != NULL ? (gsize) (next - start) : strlen (start);
      for (gsize i = 0; i < length; i++)
        {
          gboolean capital = part > 0 && (length == 2 || (length == 4 && i == 0));
          start[i] = capital ? g_ascii_toupper (start[i]) : g_ascii_tolower (start[i]);
        }
      start = next != NULL ? next + 1 : NULL;
    }
  return tag;
}

static char *
country_fault (const char *value, char **fix)
{
  if (strlen (value) != 2 || !g_ascii_isalpha (value[0]) || !g_ascii_isalpha (value[1]))
    return g_strdup ("is no country: write the two letters of ISO 3166, such as \"KR\"");
  g_autofree char *capitals = g_ascii_strup (value, -1);
  if (strcmp (capitals, "UK") == 0)
    {
      *fix = g_strdup ("GB");
      return g_strdup ("is no country of ISO 3166: write \"GB\"");
    }
  if (!pg_country_exists (capitals))
    return g_strdup ("is no country of ISO 3166: write its two letters, such as \"KR\"");
  if (strcmp (capitals, value) == 0)
    return NULL;
  *fix = g_steal_pointer (&capitals);
  return g_strdup_printf ("is written in capitals: \"%s\"", *fix);
}

static char *
zone_fault (const char *value, char **fix)
{
  if (pg_zone_exists (value))
    return NULL;
  *fix = pg_zone_nearest (value);
  if (*fix != NULL)
    return g_strdup_printf ("is no time zone: did you mean \"%s\"?", *fix);
  return g_strdup ("is no time zone: write region and city as the IANA list has them, such as \"Asia/Seoul\"");
}

static char *
pattern_fault (const char *value)
{
  return pg_date_pattern_exists (value)
             ? NULL
             : g_strdup ("is no date pattern of ICU: write, for example, \"EEEE d MMMM y\"; other letters between ' '");
}

/* From the root of a machine or, as Windows has them, of a drive or a server: C:\Logos, \\server. */
static gboolean
is_absolute (const char *path)
{
  return path[0] == '/' || path[0] == '\\' || (g_ascii_isalpha (path[0]) && path[1] == ':');
}

static char *
path_fault (const char *value)
{
  g_autofree char *scheme = g_uri_parse_scheme (value);
  if (value[0] == '\0')
    return g_strdup ("is empty: write the image's path, such as \"logo.svg\"");
  g_auto (GStrv) parts = g_strsplit (value, "/", -1);
  if (is_absolute (value) || g_strv_contains ((const char *const *) parts, ".."))
    return g_strdup ("leads out of the event's folder: images lie in that folder or below it");
  if (scheme != NULL)
    return g_strdup ("is an address: nothing is fetched from the network; put the image beside the event's file");
  if (strchr (value, '\\') != NULL)
    return g_strdup ("has a \\ in it: folders are divided by /");
  return NULL;
}

static char *
link_fault (const char *value)
{
  static const char *const schemes[] = { "https", "http", "mailto", "tel", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (value);
  if (scheme != NULL && g_strv_contains (schemes, scheme) && g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL))
    return length_fault (value, PG_MAX_LINK_CHARACTERS);
  return g_strdup ("is no address to link to: write it in full, beginning with https:, http:, mailto: or tel:");
}

static char *
choice_fault (const char *value, const char *const *choices, char **fix)
{
  if (g_strv_contains (choices, value))
    return NULL;
  const char *near = pg_nearest_word (value, choices);
  g_autofree char *list = g_strjoinv (", ", (GStrv) choices);
  *fix = g_strdup (near);
  return near != NULL ? g_strdup_printf ("is not known: did you mean \"%s\"? It may be %s", near, list)
                      : g_strdup_printf ("is not known: it may be %s", list);
}

static char *
choices_fault (const char *value, const char *const *choices)
{
  g_auto (GStrv) words = pg_value_words (value);
  g_autofree char *list = g_strjoinv (", ", (GStrv) choices);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (choices, words[i]))
      return g_strdup_printf ("names \"%.20s\": each may be %s", words[i], list);
  return words[0] != NULL ? NULL : g_strdup_printf ("is empty: for each column write %s", list);
}

static char *
word_fault (const char *value, char **fix)
{
  if (pg_word_exists (value) || pg_word_is_idle (value))
    return NULL;
  const char *near = pg_nearest_word (value, pg_word_keys ());
  *fix = g_strdup (near);
  return near != NULL ? g_strdup_printf ("is no key of a word: did you mean \"%s\"?", near)
                      : g_strdup ("is no key of a word: programme(5) lists them");
}

static char *
fault_of_kind (const PgAttributeRule *rule, const char *value, char **fix)
{
  switch (rule->kind)
    {
    case PG_VALUE_TEXT:
      return length_fault (value, PG_MAX_ATTRIBUTE_CHARACTERS);
    case PG_VALUE_ID:
    case PG_VALUE_REFERENCE:
      return id_fault (value);
    case PG_VALUE_REFERENCE_OR_NONE:
      return value[0] != '\0' ? id_fault (value) : NULL;
    case PG_VALUE_REFERENCES_OR_NONE:
      return value[0] == '\0' ? NULL : references_fault (value);
    case PG_VALUE_REFERENCES:
      return references_fault (value);
    case PG_VALUE_CLOCK:
      return clock_fault (value, fix);
    case PG_VALUE_DATE:
      return date_fault (value, fix);
    case PG_VALUE_COUNTRY:
      return country_fault (value, fix);
    case PG_VALUE_COUNT:
      return count_fault (value, fix);
    case PG_VALUE_DISTANCE:
      return distance_fault (value);
    case PG_VALUE_LANGUAGE:
      return language_fault (value, fix);
    case PG_VALUE_LANGUAGES:
      return languages_fault (value);
    case PG_VALUE_ZONE:
      return zone_fault (value, fix);
    case PG_VALUE_PATTERN:
      return pattern_fault (value);
    case PG_VALUE_PATH:
      return path_fault (value);
    case PG_VALUE_LINK:
      return link_fault (value);
    case PG_VALUE_WORD:
      return word_fault (value, fix);
    case PG_VALUE_CHOICE:
      return choice_fault (value, rule->choices, fix);
    case PG_VALUE_CHOICES:
      return choices_fault (value, rule->choices);
    }
  return NULL;
}

char *
pg_value_fault (const PgAttributeRule *rule, const char *value, char **fix)
{
  *fix = NULL;
  g_autofree char *fault = fault_of_kind (rule, value, fix);
  return fault != NULL ? g_strdup_printf ("%s=\"%.60s\" %s", rule->name, value, fault) : NULL;
}
