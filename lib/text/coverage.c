/* Enters: the font set, a folder of the user's, texts. Leaves: what can be set on this machine, in lines. */
#include "text/coverage.h"

#include "base/characters.h"
#include "font/fontset.h"
#include "font/patterns.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#define MAX_SCRIPTS 8 /* that one language is written in */

typedef struct
{
  PgFontSet *set;
  GString *lines;
  ProgrammeReport *report;
  gboolean is_missing; /* a family of the set is */
} Listing;

/* A language of the event, and what it is written in. */
typedef struct
{
  const char *language;
  GArray *scripts;  /* GUnicodeScript, as they are met */
  GString *names;   /* of these */
  GString *missing; /* what is to be done about those that cannot be set */
} Language;

static void
language_free (gpointer data)
{
  Language *language = data;
  g_array_unref (language->scripts);
  g_string_free (language->names, TRUE);
  g_string_free (language->missing, TRUE);
  g_free (language);
}

static char *
to_utf8 (const UChar *name, int32_t length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

static char *
language_name (const char *tag)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int32_t length = uloc_getDisplayName (tag, "en", name, G_N_ELEMENTS (name), &status);
  return U_SUCCESS (status) ? to_utf8 (name, length) : g_strdup (tag);
}

/* "Arabic", "Arabic (Urdu)", "Simplified Han" for "Arab", "Arab:ur", "Hani:Hans". */
static char *
script_name (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", 2);
  if (parts[1] != NULL && g_ascii_isupper (parts[1][0]))
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar name[64];
      g_autofree char *tag = g_strconcat ("und_", parts[1], NULL);
      int32_t length = uloc_getDisplayScript (tag, "en", name, G_N_ELEMENTS (name), &status);
      return U_SUCCESS (status) ? to_utf8 (name, length) : g_strdup (key);
    }
  UProperty script = UCHAR_SCRIPT;
  g_autofree char *name
      = g_strdup (u_getPropertyValueName (script, u_getPropertyValueEnum (script, parts[0]), U_LONG_PROPERTY_NAME));
  if (name == NULL || parts[1] == NULL)
    return g_strdup (name != NULL ? g_strdelimit (name, "_", ' ') : key);
  g_autofree char *language = language_name (parts[1]);
  return g_strdup_printf ("%s (%s)", name, language);
}

/* The script and a language of a key, for pg_font_set_family. */
static GUnicodeScript
script_of_key (const char *key, char language[16])
{
  const char *colon = strchr (key, ':');
  guint32 iso;
  memcpy (&iso, key, 4);
  g_snprintf (language, 16, "%s%s", colon != NULL && g_ascii_isupper (colon[1]) ? "zh-" : "",
              colon != NULL ? colon + 1 : "und");
  return g_unicode_script_from_iso15924 (GUINT32_FROM_BE (iso));
}

static gboolean
is_installed (PgFontSet *set, const char *family)
{
  return family != NULL && pg_font_set_get_characters (set, family) != NULL;
}

/* The family, in brackets where it is not there; then its package is added to install, once. */
static char *
tell_family (Listing *listing, const char *family, GString *install)
{
  if (is_installed (listing->set, family))
    return g_strdup (family);
  g_autofree char *package = pg_font_set_find_package (listing->set, family);
  if (package != NULL && strstr (install->str, package) == NULL)
    g_string_append_printf (install, "%s%s", install->len > 0 ? " " : "", package);
  listing->is_missing = TRUE;
  return g_strdup_printf ("(%s)", family);
}

/* A column of so many characters, and two spaces at least. */
static void
add_column (GString *lines, const char *text, int width)
{
  int missing = width - (int) g_utf8_strlen (text, -1);
  g_string_append_printf (lines, "%s%*s", text, MAX (2, missing), "");
}

static void
end_line (GString *lines, const char *last)
{
  g_string_append (lines, last);
  while (lines->len > 0 && lines->str[lines->len - 1] == ' ')
    g_string_truncate (lines, lines->len - 1);
  g_string_append_c (lines, '\n');
}

static void
add_row (GString *lines, const char *script, const char *sans, const char *serif, const char *install)
{
  add_column (lines, script, 19);
  add_column (lines, sans, 24);
  add_column (lines, serif, 23);
  end_line (lines, install);
}

static void
add_symbols (Listing *listing, const char *name, const char *key)
{
  g_autoptr (GString) families = g_string_new (NULL), install = g_string_new (NULL);
  g_auto (GStrv) symbols = pg_font_set_list_symbols (listing->set, key);
  for (guint i = 0; symbols[i] != NULL; i++)
    {
      g_autofree char *told = tell_family (listing, symbols[i], install);
      g_string_append_printf (families, "%s%s", i > 0 ? ", " : "", told);
    }
  add_column (listing->lines, name, 19);
  add_column (listing->lines, families->str, 47);
  end_line (listing->lines, install->str);
}

static void
add_scripts (Listing *listing)
{
  g_auto (GStrv) keys = pg_font_set_list_scripts (listing->set);
  add_row (listing->lines, "Script", "Sans", "Serif", "To install");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (strcmp (keys[i], PG_SYMBOLS) == 0 || strcmp (keys[i], PG_PICTOGRAPHS) == 0)
        continue;
      char language[16];
      GUnicodeScript script = script_of_key (keys[i], language);
      g_autoptr (GString) install = g_string_new (NULL);
      g_autofree char *name = script_name (keys[i]);
      const char *families[] = { pg_font_set_family (listing->set, "Sans", script, language),
                                 pg_font_set_family (listing->set, "Serif", script, language) };
      g_autofree char *sans = tell_family (listing, families[0], install);
      g_autofree char *serif = tell_family (listing, families[1], install);
      add_row (listing->lines, name, sans, serif, install->str);
    }
  add_symbols (listing, "Symbols", PG_SYMBOLS);
  add_symbols (listing, "Pictographs", PG_PICTOGRAPHS);
  if (listing->is_missing)
    g_string_append (listing->lines, "What is in brackets is not installed.\n");
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_hyphenation (GString *lines)
{
  g_autoptr (GPtrArray) languages = pg_patterns_list ();
  g_ptr_array_sort (languages, compare_strings);
  g_string_append (lines, "\nHyphenation:");
  for (guint i = 0; i < languages->len; i++)
    g_string_append_printf (lines, "%s %s", i > 0 ? "," : "", (const char *) g_ptr_array_index (languages, i));
  g_string_append (lines, languages->len > 0 ? "\n" : " no language; install packages such as hyphen-en-gb\n");
}

/* Each family of the user's with its faces: "Inter: Bold, Regular". */
static void
add_own (Listing *listing, const char *folder)
{
  const char *first = pg_font_set_get_own (listing->set)[0];
  g_string_append_printf (listing->lines, "\nYour own fonts, in %s:%s\n", folder, first == NULL ? " none" : "");
  if (first == NULL)
    return;
  g_autoptr (GPtrArray) faces = pg_font_set_list_own_faces (listing->set);
  for (guint i = 0; i < faces->len; i++)
    {
      const char *face = g_ptr_array_index (faces, i), *before = i > 0 ? g_ptr_array_index (faces, i - 1) : "";
      gsize family = (gsize) (strstr (face, ": ") - face) + 2;
      gboolean goes_on = strncmp (face, before, family) == 0;
      if (goes_on)
        g_string_append_printf (listing->lines, ", %s", face + family);
      else
        g_string_append_printf (listing->lines, "%s  %s", i > 0 ? "\n" : "", face);
    }
  g_string_append_c (listing->lines, '\n');
}

/* Needs */

static gboolean
is_served_by_own (PgFontSet *set, GUnicodeScript script)
{
  for (const char *const *own = pg_font_set_get_own (set); *own != NULL; own++)
    if (pg_font_set_serves (set, *own, script))
      return TRUE;
  return FALSE;
}

/* Notes that a language is written in a script, and says so where it cannot be set. */
static void
need_script (Listing *listing, Language *language, GUnicodeScript script, const PgPlace *place)
{
  for (guint i = 0; i < language->scripts->len; i++)
    if (g_array_index (language->scripts, GUnicodeScript, i) == script)
      return;
  g_array_append_val (language->scripts, script);
  guint32 iso = GUINT32_TO_BE (g_unicode_script_to_iso15924 (script));
  g_autofree char *code = g_strndup ((const char *) &iso, 4), *name = script_name (code);
  g_string_append_printf (language->names, "%s%s", language->names->len > 0 ? ", " : "", name);
  const char *family = pg_font_set_family (listing->set, PG_GENERIC, script, language->language);
  if (is_installed (listing->set, family) || is_served_by_own (listing->set, script))
    return;
  g_autofree char *package = family != NULL ? pg_font_set_find_package (listing->set, family) : NULL;
  g_autofree char *what
      = package != NULL ? g_strconcat ("install ", package, NULL) : g_strconcat ("no font for ", name, NULL);
  if (strstr (language->missing->str, what) == NULL)
    g_string_append_printf (language->missing, "%s%s", language->missing->len > 0 ? "; " : "", what);
  if (package != NULL)
    pg_report_add (listing->report, PROGRAMME_SEVERITY_ERROR, place, "missing-font",
                   "the script %s in \"%s\" is set in %s, which is not installed: install the package %s", name,
                   language->language, family, package);
  else
    pg_report_add (listing->report, PROGRAMME_SEVERITY_ERROR, place, "missing-font",
                   "the font set has no font for the script %s in \"%s\": add one of your own", name,
                   language->language);
}

/* The scripts that a language is usually written in. */
static void
need_usual_scripts (Listing *listing, Language *language, const PgPlace *place)
{
  UScriptCode codes[MAX_SCRIPTS];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n = uscript_getCode (language->language, codes, MAX_SCRIPTS, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n; i++)
    {
      gboolean is_han = codes[i] == USCRIPT_SIMPLIFIED_HAN || codes[i] == USCRIPT_TRADITIONAL_HAN;
      guint32 iso;
      memcpy (&iso, uscript_getShortName (is_han ? USCRIPT_HAN : codes[i]), 4);
      GUnicodeScript script = g_unicode_script_from_iso15924 (GUINT32_FROM_BE (iso));
      if (!pg_is_neutral (script) && script != G_UNICODE_SCRIPT_INVALID_CODE)
        need_script (listing, language, script, place);
    }
}

static Language *
find_language (GPtrArray *languages, const char *tag)
{
  for (guint i = 0; i < languages->len; i++)
    {
      Language *language = g_ptr_array_index (languages, i);
      if (strcmp (language->language, tag) == 0)
        return language;
    }
  Language *language = g_new0 (Language, 1);
  language->language = tag;
  language->scripts = g_array_new (FALSE, FALSE, sizeof (GUnicodeScript));
  language->names = g_string_new (NULL);
  language->missing = g_string_new (NULL);
  g_ptr_array_add (languages, language);
  return language;
}

static void
look_at_need (Listing *listing, GPtrArray *languages, const PgNeed *need)
{
  Language *language = find_language (languages, need->language);
  if (need->length == 0)
    need_usual_scripts (listing, language, &need->place);
  for (const char *at = need->text; at < need->text + need->length; at = g_utf8_next_char (at))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));
      if (!pg_is_neutral (script))
        need_script (listing, language, script, &need->place);
    }
}

static void
add_languages (Listing *listing, const GPtrArray *languages)
{
  g_string_append (listing->lines, "\nThe event's languages:\n");
  for (guint i = 0; i < languages->len; i++)
    {
      const Language *language = g_ptr_array_index (languages, i);
      g_autofree char *name = language_name (language->language);
      g_autofree char *patterns = pg_patterns_find (language->language);
      g_string_append (listing->lines, "  ");
      add_column (listing->lines, language->language, 9);
      add_column (listing->lines, name, 21);
      add_column (listing->lines, language->names->str, 25);
      if (language->missing->len > 0)
        end_line (listing->lines, language->missing->str);
      else
        end_line (listing->lines, patterns != NULL ? "complete, hyphenated" : "complete");
    }
}

/* Latin, which no text can do without, and what the event has. */
static void
add_needs (Listing *listing, const PgNeed *needs, guint n_needs)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (language_free);
  const PgNeed latin = { .language = "en", .text = "" };
  if (n_needs == 0)
    look_at_need (listing, languages, &latin);
  for (guint i = 0; i < n_needs; i++)
    look_at_need (listing, languages, &needs[i]);
  if (n_needs > 0)
    add_languages (listing, languages);
}

char *
pg_coverage_describe (const char *folder, const PgNeed *needs, guint n_needs, ProgrammeReport *report, GError **error)
{
  g_autoptr (PgFontSet) set = pg_font_set_open (error);
  if (set == NULL || (folder != NULL && !pg_font_set_add_folder (set, folder, 0, error)))
    return NULL;
  if (folder != NULL)
    pg_font_set_tell_faults (set, folder, report);
  Listing listing = { .set = set, .lines = g_string_new (NULL), .report = report };
  add_scripts (&listing);
  add_hyphenation (listing.lines);
  if (folder != NULL)
    add_own (&listing, folder);
  add_needs (&listing, needs, n_needs);
  return g_string_free (listing.lines, FALSE);
}
