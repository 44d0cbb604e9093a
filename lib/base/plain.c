/* Enters: a text as it is set. Leaves: it as one plain line: what only setting needs is gone. */
#include "base/plain.h"

#include "base/characters.h"
#include "base/limits.h"

#include <string.h>

/* The text's length without white space at its end. */
static gsize
length_without_white (const GString *text)
{
  gsize length = text->len;
  while (length > 0 && text->str[length - 1] == ' ')
    length--;
  return length;
}

static char *
plain (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));
  gunichar before = ' ';
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (pg_is_line_end (c) || g_unichar_iscntrl (c))
        c = ' ';
      if ((c == ' ' && before == ' ') || pg_is_unseen (c, before))
        continue;
      g_string_append_unichar (line, c);
      before = c;
    }
  g_string_truncate (line, length_without_white (line));
  return g_string_free (line, FALSE);
}

char *
pg_plain_for_pdf (const char *text)
{
  if (text == NULL)
    return NULL;
  g_autofree char *line = plain (text);
  if (g_utf8_strlen (line, -1) <= PG_MAX_PDF_CHARACTERS)
    return g_steal_pointer (&line);
  const char *end = g_utf8_offset_to_pointer (line, PG_MAX_PDF_CHARACTERS - 1);
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}
