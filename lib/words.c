/* The door of words.h. Enters: a language. Leaves: the library's words in it as XML, with places for those that are missing. */
#include "event/words.h"

#include <programme/programme.h>
#include <string.h>

/* What is written the same everywhere: places to fill in, and signs. */
static gboolean
is_joint (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '%' && g_ascii_isalnum (at[1]))
      at++;
    else if (g_unichar_isalpha (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static void
add_word (GString *xml, const char *key, const char *language)
{
  const char *english = pg_word (NULL, key, "en", NULL);
  gboolean is_known = pg_language_has_words (language) || is_joint (english);
  g_autofree char *comment = g_markup_escape_text (english, -1);
  g_autofree char *word = g_markup_escape_text (is_known ? pg_word (NULL, key, language, NULL) : "", -1);
  g_string_append_printf (xml, "  <!-- %s -->\n  <word key=\"%s\" xml:lang=\"%s\">%s</word>\n", comment, key, language,
                          word);
}

char *
programme_words_template (const char *language, GError **error)
{
  g_return_val_if_fail (language != NULL, NULL);
  if (strspn (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-") < strlen (language)
      || !pg_language_exists (language))
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "“%.40s” is no language: write a tag of BCP 47, such as \"fi\"", language);
      return NULL;
    }
  GString *xml = g_string_new (NULL);
  g_string_append_printf (
      xml,
      "<!-- The words that the library prints, in \"%s\": each below the English one. %%s, %%1 and %%2 "
      "stand for what is\n     filled in; man 5 programme says what each word is for. Put this element "
      "into <programme>. -->\n<words>\n",
      language);
  const char *const *keys = pg_word_keys ();
  for (guint i = 0; keys[i] != NULL; i++)
    add_word (xml, keys[i], language);
  g_string_append (xml, "</words>\n");
  return g_string_free (xml, FALSE);
}
