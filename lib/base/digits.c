/* Enters: figures in 0 to 9. Leaves: the same in the digits of a script. */
#include "base/digits.h"

char *
pg_digits (const char *latin, gunichar zero)
{
  GString *digits = g_string_new (NULL);
  for (const char *at = latin; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        g_string_append_unichar (digits, zero + (gunichar) (*at - '0'));
      else
        g_string_append_c (digits, *at);
    }
  return g_string_free (digits, FALSE);
}
