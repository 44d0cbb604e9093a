/* Enters: words of a galley. Leaves: whether they are a day and its month, by ICU's names of months in their language. */
#include "text/galley.h"
#include "text/kept.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define LONGEST_NAME 64 /* UTF-16 units */
#define LONGEST_DAY 6   /* characters: "15th", "15–16" */
#define LONGEST_LINK 3  /* "de", "of" */

/* A word: characters from its start on, up to its end. */
typedef struct
{
  guint start, end;
} Word;

/* Names of several words are known by their first one: Vietnamese counts months. */
static void
add_names (GHashTable *names, const UDateFormat *format, UDateFormatSymbolType type)
{
  for (int32_t i = 0; i < udat_countSymbols (format, type); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar name[LONGEST_NAME];
      char utf8[LONGEST_NAME * 4];
      udat_getSymbols (format, type, i, name, LONGEST_NAME, &status);
      u_strToUTF8 (utf8, (int32_t) sizeof utf8, NULL, name, -1, &status);
      if (status != U_ZERO_ERROR)
        continue;
      g_autofree char *small = g_utf8_strdown (utf8, -1);
      small[strcspn (small, " .")] = '\0';
      if (g_utf8_strlen (small, -1) >= 2)
        g_hash_table_add (names, g_steal_pointer (&small));
    }
}

GHashTable *
pg_months_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

static GHashTable *
names_of (PgFonts *fonts, const char *language)
{
  GHashTable *months = pg_kept (fonts)->months, *names = g_hash_table_lookup (months, language);
  if (names != NULL)
    return names;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (months, g_strdup (language), names);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, language, NULL, 0, NULL, 0, &status);
  if (U_FAILURE (status))
    return names;
  static const UDateFormatSymbolType types[] = { UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS };
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_names (names, format, types[i]);
  udat_close (format);
  return names;
}

/* The word that starts at a character, and the one before it; those that are not there are empty. */
static Word
word_at (const PgGalley *galley, guint start)
{
  while (start < galley->n_chars && pg_is_white (galley->chars[start]))
    start++;
  Word word = { start, start };
  while (word.end < galley->n_chars && !pg_is_white (galley->chars[word.end]))
    word.end++;
  return word;
}

static Word
word_before (const PgGalley *galley, guint end)
{
  while (end > 0 && pg_is_white (galley->chars[end - 1]))
    end--;
  Word word = { end, end };
  while (word.start > 0 && !pg_is_white (galley->chars[word.start - 1]))
    word.start--;
  return word;
}

/* "15", "15.", "1er", "15–16", "15일": figures, no more than two in a row, and a little after them. */
static gboolean
is_day (const PgGalley *galley, Word word)
{
  guint figures = 0;
  if (word.end == word.start || word.end - word.start > LONGEST_DAY || !g_unichar_isdigit (galley->chars[word.start]))
    return FALSE;
  for (guint i = word.start; i < word.end; i++)
    {
      figures = g_unichar_isdigit (galley->chars[i]) ? figures + 1 : 0;
      if (figures > 2 || galley->chars[i] == ':' || galley->chars[i] == '/')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_month (const PgGalley *galley, const char *language, Word word)
{
  g_autoptr (GString) small = g_string_new (NULL);
  while (word.end > word.start && g_unichar_ispunct (galley->chars[word.end - 1]))
    word.end--;
  if (word.end - word.start < 2 || word.end - word.start > LONGEST_NAME)
    return FALSE;
  for (guint i = word.start; i < word.end; i++)
    g_string_append_unichar (small, g_unichar_tolower (galley->chars[i]));
  return g_hash_table_contains (names_of (galley->fonts, language), small->str);
}

/* What may stand between the two. */
static gboolean
is_link (const PgGalley *galley, Word word)
{
  for (guint i = word.start; i < word.end; i++)
    if (!g_unichar_islower (galley->chars[i]))
      return FALSE;
  return word.end > word.start && word.end - word.start <= LONGEST_LINK;
}

gboolean
pg_is_within_date (const PgGalley *galley, const char *language, guint at)
{
  Word before = word_before (galley, at), after = word_at (galley, at);
  if (is_day (galley, before))
    return is_month (galley, language, after)
           || (is_link (galley, after) && is_month (galley, language, word_at (galley, after.end)));
  if (is_link (galley, before) && is_day (galley, word_before (galley, before.start)))
    return is_month (galley, language, after);
  return is_day (galley, after) && is_month (galley, language, before);
}
