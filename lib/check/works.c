/* Enters: the songs of works. Leaves: findings on verse whose lines do not stand beside those that translate them. */
#include "check/parts.h"

#include <string.h>

#define LINE_END "\u2028"

/* The lines of each stanza in a language, as guint; free with g_array_unref. first gets the first verse in it, or NULL. */
static GArray *
lines_in (const PgMovement *song, const char *language, const PgVersion **first)
{
  GArray *stanzas = g_array_new (FALSE, FALSE, sizeof (guint));
  *first = NULL;
  for (guint i = 0; i < song->verses->len; i++)
    {
      const PgVersion *verse = g_ptr_array_index (song->verses, i);
      if (!pg_is_language (verse->language, language))
        continue;
      *first = *first != NULL ? *first : verse;
      g_auto (GStrv) texts = g_strsplit (verse->string, LINE_END LINE_END, -1);
      for (guint j = 0; texts[j] != NULL; j++)
        {
          g_auto (GStrv) lines = g_strsplit (texts[j], LINE_END, -1);
          guint n = g_strv_length (lines);
          g_array_append_val (stanzas, n);
        }
    }
  return stanzas;
}

/* What is uneven about two, or NULL; free with g_free. */
static char *
compare (const GArray *sung, const char *language, const GArray *translated, const char *other)
{
  if (sung->len != translated->len)
    return g_strdup_printf ("%u stanza%s in \"%s\", but %u in \"%s\"", sung->len, sung->len == 1 ? "" : "s", language,
                            translated->len, other);
  for (guint i = 0; i < sung->len; i++)
    {
      guint n = g_array_index (sung, guint, i), n_other = g_array_index (translated, guint, i);
      if (n != n_other)
        return g_strdup_printf ("%u line%s in its stanza %u in \"%s\", but %u in \"%s\"", n, n == 1 ? "" : "s", i + 1,
                                language, n_other, other);
    }
  return NULL;
}

/* Against the language in which it is sung, which is that of the first. */
static void
check_song (const ProgrammeEvent *event, const PgMovement *song, ProgrammeReport *report)
{
  const PgVersion *first, *other;
  const char *sung = ((const PgVersion *) g_ptr_array_index (song->verses, 0))->language;
  g_autoptr (GArray) lines = lines_in (song, sung, &first);
  for (guint i = 0; event->languages[i] != NULL; i++)
    {
      g_autoptr (GArray) translated = lines_in (song, event->languages[i], &other);
      if (other == NULL || pg_is_language (event->languages[i], sung))
        continue;
      g_autofree char *uneven = compare (lines, sung, translated, event->languages[i]);
      if (uneven == NULL)
        continue;
      ProgrammeFinding *finding = pg_report_add (
          report, PROGRAMME_SEVERITY_NOTE, &other->place, "uneven-verse",
          "this song has %s, and both are printed line beside line: let lines end, and empty lines stand, in the same "
          "places",
          uneven);
      pg_finding_add_place (finding, &first->place);
    }
}

void
pg_check_works (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        {
          const GPtrArray *works = ((const PgEntry *) g_ptr_array_index (day->entries, e))->works;
          for (guint w = 0; works != NULL && w < works->len; w++)
            {
              const GPtrArray *parts = ((const PgWork *) g_ptr_array_index (works, w))->parts;
              for (guint p = 0; p < parts->len; p++)
                if (((const PgMovement *) g_ptr_array_index (parts, p))->verses != NULL)
                  check_song (event, g_ptr_array_index (parts, p), report);
            }
        }
    }
}
