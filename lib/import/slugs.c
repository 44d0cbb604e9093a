/* Enters: names in any script. Leaves: ids, of letters a to z, figures and hyphens. */
#include "import/slugs.h"

#include <string.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

#define MAX_CHARACTERS 40

struct PgSlugs
{
  GHashTable *taken;
  UTransliterator *latin; /* or NULL */
};

PgSlugs *
pg_slugs_new (void)
{
  PgSlugs *ids = g_new0 (PgSlugs, 1);
  UErrorCode status = U_ZERO_ERROR;
  ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UChar rules[32];
  u_uastrcpy (rules, "Any-Latin; Latin-ASCII; Lower");
  ids->latin = utrans_openU (rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return ids;
}

void
pg_slugs_free (PgSlugs *ids)
{
  if (ids == NULL)
    return;
  g_hash_table_unref (ids->taken);
  if (ids->latin != NULL)
    utrans_close (ids->latin);
  g_free (ids);
}

/* In small Latin letters; free with g_free. */
static char *
in_latin (const PgSlugs *ids, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[8 * MAX_CHARACTERS];
  int32_t length = 0, limit;
  g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_CHARACTERS));
  u_strFromUTF8 (text, G_N_ELEMENTS (text), &length, start, -1, &status);
  limit = length;
  if (ids->latin != NULL)
    utrans_transUChars (ids->latin, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  char *latin = U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL) : NULL;
  return latin != NULL ? latin : g_strdup (start);
}

/* Letters and figures, with a hyphen for all between them. */
static char *
hyphenated (const char *latin)
{
  GString *id = g_string_new (NULL);
  for (const char *at = latin; *at != '\0' && id->len < MAX_CHARACTERS; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, g_ascii_tolower (*at));
    else if (*at != '\'' && id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

char *
pg_slugs_make (PgSlugs *ids, const char *name, const char *kind)
{
  g_autofree char *latin = in_latin (ids, name), *id = hyphenated (latin);
  g_autofree char *base = g_ascii_isalpha (id[0]) ? g_strdup (id)
                          : id[0] != '\0'         ? g_strconcat (kind, "-", id, NULL)
                                                  : g_strdup (kind);
  char *unique = g_strdup (base);
  for (guint n = 2; g_hash_table_contains (ids->taken, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", base, n);
    }
  g_hash_table_add (ids->taken, g_strdup (unique));
  return unique;
}
