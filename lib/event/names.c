/* Enters: codes, names. Leaves: names in a language by Unicode CLDR, and their order by its collation. */
#include "event/names.h"

#include "event/formats.h"
#include "event/icu.h"
#include "event/words.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumsys.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

struct PgCollator
{
  UCollator *ucol; /* NULL: by code points */
};

static const char *
language_name (PgArena *arena, const char *tag, const char *language)
{
  UChar name[96];
  char utf8[3 * G_N_ELEMENTS (name)];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayLanguage (tag, pg_icu_tag (language), name, G_N_ELEMENTS (name), &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
  return pg_arena_strdup (arena, U_SUCCESS (status) ? utf8 : tag);
}

const char *
pg_language_names (PgArena *arena, const char *tags, const char *language)
{
  g_auto (GStrv) list = g_strsplit_set (tags, " \t\n", -1);
  const char *names = NULL;
  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0')
      {
        const char *name = language_name (arena, list[i], language);
        names = names == NULL ? name : pg_arena_printf (arena, "%s, %s", names, name);
      }
  return names;
}

/* ISO 15924 has a code for the Arabic letters of Urdu, whose words come down from the right. */
const char *
pg_language_script (PgArena *arena, const char *language)
{
  char likely[ULOC_FULLNAME_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags (language, likely, sizeof likely, &status);
  int32_t length = uloc_getScript (likely, script, sizeof script, &status);
  if (U_SUCCESS (status) && strcmp (script, "Arab") == 0 && g_str_has_prefix (likely, "ur_"))
    return "Aran";
  return U_SUCCESS (status) && length > 0 ? pg_arena_strdup (arena, script) : "Latn";
}

gboolean
pg_language_is_right_to_left (const char *language)
{
  return uloc_isRightToLeft (language);
}

/* Those of systems that are not written digit by digit stay Latin. */
gunichar
pg_language_zero (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = g_strconcat (language, "@numbers=native", NULL);
  UNumberingSystem *system = unumsys_open (locale, &status);
  UChar digits[32];
  int32_t length = U_SUCCESS (status) ? unumsys_getDescription (system, digits, G_N_ELEMENTS (digits), &status) : 0;
  gboolean is_plain
      = U_SUCCESS (status) && length == 10 && !unumsys_isAlgorithmic (system) && digits[9] == digits[0] + 9;
  unumsys_close (system);
  return is_plain ? digits[0] : '0';
}

/* The catalogue says "native", or the countries where they are. */
gunichar
pg_language_usual_zero (const char *language)
{
  const char *figures = pg_language_entry (language, "formats", "figures");
  char region[ULOC_COUNTRY_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  uloc_getCountry (language, region, sizeof region, &status);
  g_auto (GStrv) countries = figures != NULL ? g_strsplit (figures, " ", -1) : NULL;
  gboolean is_native
      = countries != NULL
        && (strcmp (figures, "native") == 0 || g_strv_contains ((const char *const *) countries, region));
  return is_native ? pg_language_zero (language) : '0';
}

char *
pg_figures (PgArena *arena, const char *string, gunichar zero)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (const char *at = string; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_unichar (text, zero + (gunichar) (*at - '0'));
    else
      g_string_append_c (text, *at);
  return pg_arena_strdup (arena, text->str);
}

char *
pg_han_sound (const char *string, gboolean is_name)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[24], text[256];
  int32_t length = 0, limit;
  u_uastrcpy (id, is_name ? "Han-Latin/Names" : "Han-Latin");
  u_strFromUTF8 (text, G_N_ELEMENTS (text) / 8, &length, string, -1, &status); /* each may become seven letters */
  UTransliterator *change = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  limit = length;
  if (change != NULL)
    utrans_transUChars (change, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  utrans_close (change);
  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL) : g_strdup (string);
}

/* Those of few days and sessions, up to which rules and use agree. */
#define MOST_ORDINAL 20

static char *
spell_ordinal (guint number, const char *language, gboolean feminine)
{
  UChar text[128], rules[64];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_SPELLOUT, NULL, 0, language, NULL, &status);
  u_uastrncpy (rules, feminine ? "%spellout-ordinal-feminine" : "%spellout-ordinal-masculine", G_N_ELEMENTS (rules));
  unum_setTextAttribute (format, UNUM_DEFAULT_RULESET, rules, -1, &status);
  int32_t length = unum_format (format, (int32_t) number, text, G_N_ELEMENTS (text), NULL, &status);
  unum_close (format);
  return U_SUCCESS (status) && length < (int32_t) G_N_ELEMENTS (text) ? pg_icu_to_utf8 (text, length) : NULL;
}

/* Of the language's catalogue, where Unicode CLDR has no rules for them. */
static char *
own_ordinal (guint number, const char *language)
{
  const char *ordinals = pg_language_entry (language, "formats", "ordinals");
  g_auto (GStrv) list = ordinals != NULL ? g_strsplit (ordinals, " ", -1) : NULL;
  return list != NULL && number <= g_strv_length (list) ? g_strdup (list[number - 1]) : NULL;
}

char *
pg_ordinal (const char *number, const char *language, gboolean feminine)
{
  guint64 value;
  if (!g_ascii_string_to_unsigned (number, 10, 1, MOST_ORDINAL, &value, NULL))
    return g_strdup (number);
  char *word = own_ordinal ((guint) value, language);
  if (word == NULL)
    word = spell_ordinal ((guint) value, language, feminine);
  return word != NULL ? word : g_strdup (number);
}

PgCollator *
pg_collator_new (const char *language, const char *order)
{
  PgCollator *collator = g_new0 (PgCollator, 1);
  UErrorCode status = U_ZERO_ERROR;
  const char *named = g_strcmp0 (order, "strokes") == 0 ? "stroke" : order;
  g_autofree char *locale = named != NULL ? g_strconcat (language, "@collation=", named, NULL) : g_strdup (language);
  collator->ucol = ucol_open (locale, &status);
  if (U_FAILURE (status))
    collator->ucol = NULL;
  return collator;
}

void
pg_collator_free (PgCollator *collator)
{
  if (collator == NULL)
    return;
  if (collator->ucol != NULL)
    ucol_close (collator->ucol);
  g_free (collator);
}

int
pg_collator_compare (const PgCollator *collator, const char *a, const char *b)
{
  if (collator->ucol == NULL)
    return strcmp (a, b);
  UCharIterator left, right;
  UErrorCode status = U_ZERO_ERROR;
  uiter_setUTF8 (&left, a, -1);
  uiter_setUTF8 (&right, b, -1);
  int order = ucol_strcollIter (collator->ucol, &left, &right, &status);
  return U_SUCCESS (status) ? order : strcmp (a, b);
}
