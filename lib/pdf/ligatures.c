/* Enters: cairo's fonts. Leaves: ligatures that are read as their letters. */
#include "pdf/ligatures.h"

#include <string.h>

/* The letters of a ligature or of a form that a letter has within a word; NULL for any other character. The forms that
   marks have by themselves would bring a space in. */
static char *
letters_of (gunichar c)
{
  if (c < 0xfb00 || c > 0xfefc || (c > 0xfdff && c < 0xfe80))
    return NULL;
  char sign[8] = { 0 };
  g_unichar_to_utf8 (c, sign);
  g_autofree char *letters = g_utf8_normalize (sign, -1, G_NORMALIZE_NFKC);
  return strcmp (letters, sign) == 0 || strchr (letters, ' ') != NULL ? NULL : g_steal_pointer (&letters);
}

/* As "00660069". All of them are in the first plane. */
static void
add_utf16 (GString *map, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_printf (map, "%04x", g_utf8_get_char (at));
}

/* cairo writes a line for each glyph, such as "<0003> <fb01>". Returns whether any was changed. */
static gboolean
put_letters (GBytes *bytes, GString *map)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length), *held = data, *end = data + length;
  for (const char *at = data; at + 8 <= end; at++)
    {
      if (memcmp (at, "> <f", 4) != 0 || at[7] != '>')
        continue;
      g_autofree char *letters = letters_of ((gunichar) g_ascii_strtoull (at + 3, NULL, 16));
      if (letters == NULL)
        continue;
      g_string_append_len (map, held, at + 3 - held);
      add_utf16 (map, letters);
      held = at + 7;
    }
  g_string_append_len (map, held, end - held);
  return held != data;
}

void
pg_ligatures_mend (qpdf_data qpdf, qpdf_oh object)
{
  if (!qpdf_oh_is_dictionary (qpdf, object))
    return;
  qpdf_oh stream = qpdf_oh_get_key (qpdf, object, "/ToUnicode");
  g_autoptr (GBytes) bytes = qpdf_oh_is_stream (qpdf, stream) ? pg_qpdf_stream (qpdf, stream) : NULL;
  if (bytes == NULL)
    return;
  g_autoptr (GString) map = g_string_new (NULL);
  if (put_letters (bytes, map))
    pg_qpdf_replace_stream (qpdf, stream, map->str, map->len);
}

gboolean
pg_ligatures_is_said (const char *start, const char *end)
{
  static const char *const said[]
      = { "00660066>", "00660069>", "0066006c>", "006600660069>", "00660066006c>", "00730074>", "017f0074>" };
  static const char key[] = "/ActualText <feff";
  g_autofree char *operands = g_strndup (start, (gsize) (end - start));
  const char *text = strstr (operands, key);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (said); i++)
    if (g_str_has_prefix (text + strlen (key), said[i]))
      return TRUE;
  return FALSE;
}
