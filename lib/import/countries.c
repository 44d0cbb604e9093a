/* Countries by their names. Enters: a name. Leaves: the code of ISO 3166-1, by the names of Unicode CLDR. */
#include "import/countries.h"

#include "import/headings.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

struct PgCountries
{
  GHashTable *codes; /* char*, plain → const char*, ICU's; NULL: nothing was asked yet */
};

static const char *const languages[]
    = { "en", "fr", "es", "pt", "de", "it", "nl", "sv", "pl", "uk", "ru", "el", "tr", "ko", "ja", "zh-Hans", "zh-Hant",
        "th", "lo", "km", "my", "vi", "id", "ms", "hi", "fa", "ar", "he", "fi", "da", "nb", "cs", "hu" };

/* How people call some of them. */
static const struct
{
  const char *name, *code;
} others[] = { { "USA", "US" },
               { "U.S.A.", "US" },
               { "UK", "GB" },
               { "U.K.", "GB" },
               { "Great Britain", "GB" },
               { "England", "GB" },
               { "Korea", "KR" },
               { "Republic of Korea", "KR" },
               { "Korea, Republic of", "KR" },
               { "ROK", "KR" },
               { "대한민국", "KR" },
               { "한국", "KR" },
               { "Russian Federation", "RU" },
               { "Viet Nam", "VN" },
               { "Lao PDR", "LA" },
               { "Czech Republic", "CZ" },
               { "Brunei Darussalam", "BN" },
               { "Hong Kong", "HK" },
               { "Hong Kong, China", "HK" },
               { "Macao, China", "MO" },
               { "Chinese Taipei", "TW" },
               { "The Netherlands", "NL" },
               { "UAE", "AE" },
               { "Turkey", "TR" },
               { "Burma", "MM" },
               { "Holland", "NL" } };

PgCountries *
pg_countries_new (void)
{
  return g_new0 (PgCountries, 1);
}

void
pg_countries_free (PgCountries *countries)
{
  if (countries == NULL)
    return;
  g_clear_pointer (&countries->codes, g_hash_table_unref);
  g_free (countries);
}

/* The first one that has a name keeps it. */
static void
add (PgCountries *countries, const char *name, const char *code)
{
  char *plain = pg_heading_plain (name);
  if (plain[0] == '\0' || g_hash_table_contains (countries->codes, plain))
    g_free (plain);
  else
    g_hash_table_insert (countries->codes, plain, (gpointer) code);
}

static void
add_name (PgCountries *countries, const char *code, const char *language)
{
  UChar name[96];
  char utf8[3 * G_N_ELEMENTS (name)], locale[8];
  UErrorCode status = U_ZERO_ERROR;
  g_snprintf (locale, sizeof locale, "und_%s", code);
  int32_t length = uloc_getDisplayCountry (locale, language, name, G_N_ELEMENTS (name), &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
  if (U_SUCCESS (status))
    add (countries, utf8, code);
}

static void
look_up (PgCountries *countries)
{
  countries->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add (countries, others[i].name, others[i].code);
  for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
    {
      g_autofree char *locale = g_strconcat ("und_", *code, NULL);
      add (countries, *code, *code);
      add (countries, uloc_getISO3Country (locale), *code);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        add_name (countries, *code, languages[i]);
    }
}

const char *
pg_countries_code (PgCountries *countries, const char *name)
{
  if (countries->codes == NULL)
    look_up (countries);
  g_autofree char *plain = pg_heading_plain (name);
  return g_hash_table_lookup (countries->codes, plain);
}
