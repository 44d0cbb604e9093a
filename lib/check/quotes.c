/* Enters: the texts of an event. Leaves: a note on the marks of typewriters in them, in the place of quotation marks and
   apostrophes. */
#include "check/parts.h"

#include <string.h>

/* Not behind a figure, where they are inches, feet and minutes, nor among Hebrew letters, which have them for their own. */
static gboolean
is_straight (const char *text, const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ', after = g_utf8_get_char (at + 1);
  if (g_unichar_isdigit (before) || g_unichar_get_script (before) == G_UNICODE_SCRIPT_HEBREW)
    return FALSE;
  return *at == '"' || (*at == '\'' && (g_unichar_isalpha (before) || g_unichar_isalpha (after)));
}

/* The first of them, or NULL. */
static const char *
find_straight (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((*at == '"' || *at == '\'') && is_straight (text, at))
      return at;
  return NULL;
}

void
pg_check_quotes (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PgPlace));
  for (guint i = 0; i < event->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (event->versions, i);
      const char *at = find_straight (version->string);
      if (at == NULL)
        continue;
      PgPlace place = pg_origins_find (&version->origins, (guint) (at - version->string));
      g_array_append_val (places, place);
    }
  if (places->len == 0)
    return;
  PgPlace first = g_array_index (places, PgPlace, 0);
  g_autofree char *lines = pg_line_list (places);
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &first, "straight-quotes",
                       "straight quotation marks or apostrophes stand in %u text%s, and print as they are: see line%s "
                       "%s; write those of the "
                       "language, such as “ and ”, and ’",
                       places->len, places->len == 1 ? "" : "s", strchr (lines, ' ') != NULL ? "s" : "", lines);
  pg_finding_add_places (finding, places);
}
