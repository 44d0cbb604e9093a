/* Enters: an event that was read. Leaves: findings on what it says.
   What contradicts itself is a warning, what cannot be is an error, what is good to know a note. */
#include "check/check.h"

#include "check/parts.h"
#include "event/words.h"

#define TITLE_CHARACTERS 50
#define MAX_LINES 12 /* that a note names; those after them are counted */

static char *
shortened_title (const char *title)
{
  if (g_utf8_strlen (title, -1) <= TITLE_CHARACTERS)
    return g_strdup (title);
  g_autofree char *start = g_utf8_substring (title, 0, TITLE_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

char *
pg_entry_title (const ProgrammeEvent *event, const PgEntry *entry)
{
  const char *first = event->languages[0];
  const PgVersion *version = pg_text_get (entry->title, first);
  return shortened_title (version != NULL       ? version->string
                          : entry->word != NULL ? pg_word (event, entry->word, first, NULL)
                                                : entry->id);
}

char *
pg_talk_title (const ProgrammeEvent *event, const PgTalk *talk)
{
  const PgVersion *version = pg_text_get (talk->title, event->languages[0]);
  return shortened_title (version != NULL ? version->string : talk->number != NULL ? talk->number : "");
}

char *
pg_minute_string (gint64 minute)
{
  int of_day = (int) (minute % PG_DAY_MINUTES);
  return g_strdup_printf ("%02d:%02d", of_day / 60, of_day % 60);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint left = ((const PgPlace *) a)->line, right = ((const PgPlace *) b)->line;
  return left < right ? -1 : left > right;
}

char *
pg_line_list (GArray *places)
{
  GString *list = g_string_new (NULL);
  guint last = 0, n = 0;
  g_array_sort (places, compare_lines);
  for (guint i = 0; i < places->len; i++)
    {
      guint line = g_array_index (places, PgPlace, i).line;
      if (line == last)
        continue;
      if (n++ == MAX_LINES)
        {
          g_string_append (list, " …");
          break;
        }
      g_string_append_printf (list, "%s%u", n > 1 ? ", " : "", line);
      last = line;
    }
  return g_string_free (list, FALSE);
}

void
pg_finding_add_places (ProgrammeFinding *finding, const GArray *places)
{
  for (guint i = 1; i < places->len; i++)
    pg_finding_add_place (finding, &g_array_index (places, PgPlace, i));
}

static void
each_of_groups (const GPtrArray *groups, PgTurn turn, PgSpeakerFunc func, gpointer data)
{
  for (guint i = 0; i < groups->len; i++)
    {
      turn.group = g_ptr_array_index (groups, i);
      for (guint j = 0; j < turn.group->slots->len; j++)
        {
          turn.slot = g_ptr_array_index (turn.group->slots, j);
          for (guint k = 0; k < turn.slot->people->len; k++)
            func (&turn, g_ptr_array_index (turn.slot->people, k), data);
        }
    }
}

typedef struct
{
  PgSpeakerFunc func;
  gpointer data;
} Visit;

static void
each_of_topic (const PgTopic *topic, gpointer data)
{
  const Visit *visit = data;
  each_of_groups (topic->groups, (PgTurn){ NULL, NULL, NULL }, visit->func, visit->data);
}

void
pg_each_of_groups (const GPtrArray *groups, PgSpeakerFunc func, gpointer data)
{
  each_of_groups (groups, (PgTurn){ NULL, NULL, NULL }, func, data);
}

void
pg_each_speaker (const PgEntry *entry, PgSpeakerFunc func, gpointer data)
{
  each_of_groups (entry->groups, (PgTurn){ NULL, NULL, NULL }, func, data);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    {
      const PgTalk *talk = g_ptr_array_index (entry->talks, i);
      each_of_groups (talk->groups, (PgTurn){ talk, NULL, NULL }, func, data);
    }
  pg_each_topic (entry->topics, each_of_topic, &(Visit){ func, data });
  for (guint i = 0; entry->works != NULL && i < entry->works->len; i++)
    each_of_groups (((const PgWork *) g_ptr_array_index (entry->works, i))->groups, (PgTurn){ NULL, NULL, NULL }, func,
                    data);
}

void
pg_check_event (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (GArray) spells = pg_spells_new (event);
  pg_check_days (event, report);
  pg_check_times (event, spells, report);
  pg_check_minutes (event, report);
  pg_check_clocks (event, report);
  pg_check_talks (event, report);
  pg_check_works (event, report);
  g_array_sort (spells, pg_spell_compare);
  pg_check_rooms (event, spells, report);
  pg_check_people (event, spells, report);
  pg_check_delegations (event, report);
  pg_check_images (event, report);
  pg_check_booklet (event, report);
  pg_check_directions (event, report);
  pg_check_translations (event, report);
  pg_check_words (event, report);
  pg_check_quotes (event, report);
}
