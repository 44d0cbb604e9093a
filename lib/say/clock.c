/* Enters: an event, a theme, a language. Leaves: how times are written in it. */
#include "say/clock.h"

#include "event/dates.h"
#include "event/times.h"
#include "event/words.h"

PgTimeStyle
pg_time_style (const PgRequest *request, const char *language, const PgDay *day)
{
  const ProgrammeEvent *event = request->event;
  gboolean is_own = g_ascii_strcasecmp (language, event->languages[0]) == 0;
  if (is_own && day->times != PG_TIMES_THEME)
    return day->times;
  const PgFormat *format = pg_format_lookup (event, language);
  if (format != NULL && format->times != PG_TIMES_THEME)
    return format->times;
  if (is_own && event->times != PG_TIMES_THEME)
    return event->times;
  PgTimeStyle usual = pg_time_style_usual (language);
  return usual != PG_TIMES_THEME ? usual : pg_time_style_named (pg_theme_word (request->theme, "times", "style"));
}

const char *
pg_after_times (const PgRequest *request, const char *language, const PgDay *day)
{
  gboolean is_usual = pg_time_style (request, language, day) == pg_time_style_usual (language);
  return is_usual ? pg_language_entry (language, "formats", "after-times") : NULL;
}

gboolean
pg_times_have_words (const PgRequest *request)
{
  for (guint i = 0; i < request->event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (request->event->days, i);
      if (pg_time_style (request, request->language, day) == PG_TIMES_12H
          || pg_after_times (request, request->language, day) != NULL)
        return TRUE;
    }
  return FALSE;
}
