/* Enters: a message with what a file says in it. Leaves: one line of valid UTF-8. */
#include "base/report.h"

#include "base/characters.h"

#include <string.h>

void
pg_message_clean (char *message)
{
  char *to = message;
  gunichar before = ' ';
  for (const char *from = message; *from != '\0';)
    {
      gunichar character = g_utf8_get_char_validated (from, -1);
      if (character >= (gunichar) -2)
        {
          from++;
          continue;
        }
      const char *next = g_utf8_next_char (from);
      if (g_unichar_iscntrl (character) || pg_is_line_end (character))
        *to++ = ' ';
      else if (!pg_is_unseen (character, before))
        {
          memmove (to, from, (gsize) (next - from));
          to += next - from;
        }
      before = character;
      from = next;
    }
  *to = '\0';
}
