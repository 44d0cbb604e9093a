/* Enters: what is to be said, with names that anybody chose. Leaves: it on standard error, in lines that no name can end
   or turn round. */
#include "terminal.h"

#include <stdio.h>

/* What moves the cursor, ends a line, or turns the direction of what follows. */
static gboolean
is_raw (gunichar character)
{
  return g_unichar_iscntrl (character) || (character >= 0x2028 && character <= 0x202E)
         || (character >= 0x2066 && character <= 0x2069) || character == 0x200E || character == 0x200F
         || character == 0x061C || character == 0xFEFF;
}

static char *
shown (const char *text)
{
  GString *clean = g_string_new (NULL);
  for (const char *at = text; *at != '\0';)
    {
      gunichar character = g_utf8_get_char_validated (at, -1);
      gboolean is_valid = character < (gunichar) -2;
      g_string_append_unichar (clean, is_valid && !is_raw (character) ? character : 0xFFFD);
      at = is_valid ? g_utf8_next_char (at) : at + 1;
    }
  return g_string_free (clean, FALSE);
}

void
say (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *clean = shown (message);
  fprintf (stderr, "%s\n", clean);
}
