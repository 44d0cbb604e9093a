/* Enters: UTF-8 and ICU's UTF-16. Leaves: the other of the two, and what ICU knows of languages and countries. */
#include "event/icu.h"

#include "event/formats.h"
#include "event/words.h"

#include <string.h>
#include <unicode/uloc.h>

G_STATIC_ASSERT (sizeof (UChar) == sizeof (gunichar2));

UChar *
pg_icu_from_utf8 (const char *text)
{
  return (UChar *) g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
}

char *
pg_icu_to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

gboolean
pg_language_exists (const char *tag)
{
  return *uloc_getISO3Language (tag) != '\0';
}

/* ICU gives the code itself for a country that it does not know. */
static char *
display_country (const char *code, const char *language)
{
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = g_strconcat ("und_", code, NULL);
  int32_t length = uloc_getDisplayCountry (locale, language, name, G_N_ELEMENTS (name), &status);
  return U_SUCCESS (status) && length < (int32_t) G_N_ELEMENTS (name) ? pg_icu_to_utf8 (name, length) : NULL;
}

gboolean
pg_country_exists (const char *code)
{
  g_autofree char *name = display_country (code, "en");
  return name != NULL && strcmp (name, code) != 0;
}

const PgText *
pg_country_text (const ProgrammeEvent *event, const char *code)
{
  for (guint i = 0; i < event->countries->len; i++)
    {
      const PgCountry *country = g_ptr_array_index (event->countries, i);
      if (strcmp (country->code, code) == 0)
        return country->name;
    }
  return NULL;
}

/* Unicode CLDR has Myanmar's former name with it, in brackets. */
static void
leave_former_name (char *name, const char *code)
{
  char *bracket = strcmp (code, "MM") == 0 ? strchr (name, '(') : NULL;
  if (bracket != NULL)
    {
      *bracket = '\0';
      g_strchomp (name);
    }
}

const char *
pg_country_name (const ProgrammeEvent *event, PgArena *arena, const char *code, const char *language)
{
  const PgVersion *own = pg_text_get (pg_country_text (event, code), language);
  if (own != NULL)
    return own->string;
  const char *usual = pg_language_entry (language, "countries", code);
  if (usual != NULL)
    return usual;
  g_autofree char *name = display_country (code, pg_icu_tag (language));
  if (name != NULL)
    leave_former_name (name, code);
  return pg_arena_strdup (arena, name != NULL ? name : code);
}
