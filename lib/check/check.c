/* Enters: an event that was read. Leaves: findings on what it says.
   What contradicts itself is a warning, what cannot be is an error, what is good to know a note. */
#include "check/check.h"

#include "check/parts.h"
#include "event/words.h"

#define TITLE_CHARACTERS 50
#define MAX_LINES 12 /* that a note names; those after them are counted */

char *
pg_entry_title (const ProgrammeEvent *event, const PgEntry *entry)
{
  const char *first = event->languages[0];
  const PgVersion *version = pg_text_get (entry->title, first);
  const char *title = version != NULL       ? version->string
                      : entry->word != NULL ? pg_word (event, entry->word, first, NULL)
                                            : entry->id;
  if (g_utf8_strlen (title, -1) <= TITLE_CHARACTERS)
    return g_strdup (title);
  g_autofree char *start = g_utf8_substring (title, 0, TITLE_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

const char *
pg_entry_own_id (const PgEntry *entry)
{
  return g_ascii_isdigit (entry->id[0]) ? NULL : entry->id; /* those that are made begin with a digit */
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
each_of_slot (const PgSlot *slot, PgSpeakerFunc func, gpointer data)
{
  for (guint i = 0; i < slot->people->len; i++)
    func (slot, g_ptr_array_index (slot->people, i), data);
}

void
pg_each_speaker (const PgEntry *entry, PgSpeakerFunc func, gpointer data)
{
  for (guint i = 0; i < entry->groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        each_of_slot (g_ptr_array_index (group->slots, j), func, data);
    }
}

void
pg_check_event (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_autoptr (GArray) spells = pg_spells_new (event);
  pg_check_days (event, report);
  pg_check_times (event, spells, report);
  pg_check_minutes (event, report);
  pg_check_clocks (event, report);
  g_array_sort (spells, pg_spell_compare);
  pg_check_rooms (event, spells, report);
  pg_check_people (event, spells, report);
  pg_check_images (event, report);
  pg_check_translations (event, report);
  pg_check_words (event, report);
}
