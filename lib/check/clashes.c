/* Enters: what each entry occupies, by start. Leaves: findings on rooms and people that are taken twice at once. */
#include "check/parts.h"

#include <string.h>

/* One entry's clashes that are told; a hostile file has a million at once. */
#define MAX_CLASHES 5

static void
diary_free (gpointer diary)
{
  g_array_unref (diary);
}

/* Spells by room or person. */
static GHashTable *
diaries_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, diary_free);
}

static GArray *
diary_of (GHashTable *diaries, gconstpointer who)
{
  GArray *diary = g_hash_table_lookup (diaries, who);
  if (diary == NULL)
    {
      diary = g_array_new (FALSE, FALSE, sizeof (PgSpell));
      g_hash_table_insert (diaries, (gpointer) who, diary);
    }
  return diary;
}

typedef struct
{
  const ProgrammeEvent *event;
  ProgrammeReport *report;
  gconstpointer who; /* the room or person */
} Check;

typedef void (*ClashFunc) (const Check *check, const PgSpell *before, const PgSpell *spell);

/* Tells each pair of a diary's entries that share minutes. Its spells come by start, so one that is over for a later
   spell is over for good. */
static void
each_clash (const Check *check, const GArray *diary, ClashFunc tell)
{
  g_autoptr (GArray) running = g_array_new (FALSE, FALSE, sizeof (const PgSpell *));
  for (guint i = 0; i < diary->len; i++)
    {
      const PgSpell *spell = &g_array_index (diary, PgSpell, i);
      guint told = 0;
      for (guint j = 0; j < running->len && told < MAX_CLASHES;)
        {
          const PgSpell *before = g_array_index (running, const PgSpell *, j);
          if (pg_spells_shared (before, spell) == 0)
            {
              g_array_remove_index_fast (running, j);
              continue;
            }
          /* What somebody has in one entry is no clash; a hostile file has a million of these, too. */
          if (before->entry != spell->entry)
            tell (check, before, spell);
          told++;
          j++;
        }
      g_array_append_val (running, spell);
    }
}

/* "from 10:00 to 10:30 (30 minutes)", or "at 10:00" where an end is not known. */
static char *
describe (const PgSpell *a, const PgSpell *b)
{
  gint64 from = MAX (a->start, b->start), to = MIN (a->end, b->end);
  g_autofree char *start = pg_minute_string (from);
  if (to <= from)
    return g_strdup_printf ("at %s", start);
  g_autofree char *end = pg_minute_string (to);
  int minutes = (int) (to - from);
  return g_strdup_printf ("from %s to %s (%d minute%s)", start, end, minutes, minutes == 1 ? "" : "s");
}

static const char *
plain (const ProgrammeEvent *event, const PgText *text, const char *otherwise)
{
  const PgVersion *version = pg_text_get (text, event->languages[0]);
  return version != NULL ? version->string : otherwise;
}

/* Rooms */

/* Where the two stand side by side; id is that of what they clash over. */
static void
tell_places (ProgrammeFinding *finding, const PgSpell *before, const char *id)
{
  pg_finding_add_place (finding, before->slot != NULL ? &before->slot->place : &before->entry->start_place);
  pg_finding_set_id (finding, id);
}

static void
tell_room (const Check *check, const PgSpell *before, const PgSpell *spell)
{
  const PgRoom *room = check->who;
  const PgEntry *entry = spell->entry, *other = before->entry;
  g_autofree char *title = pg_entry_title (check->event, entry), *other_title = pg_entry_title (check->event, other);
  g_autofree char *when = describe (before, spell);
  ProgrammeFinding *finding
      = pg_report_add (check->report, PROGRAMME_SEVERITY_WARNING, &entry->start_place, "room-overlap",
                       "\"%s\" and \"%s\" of line %u are both in %s %s: move one, or correct its times", title,
                       other_title, other->place.line, plain (check->event, room->name, room->id), when);
  tell_places (finding, before, room->id);
}

/* Nothing tells a mistake from parallel sessions where neither a room nor a track does. */
static void
tell_roomless (const Check *check, const PgSpell *before, const PgSpell *spell)
{
  const PgEntry *entry = spell->entry, *other = before->entry;
  if (other->track != entry->track)
    return;
  g_autofree char *title = pg_entry_title (check->event, entry), *other_title = pg_entry_title (check->event, other);
  g_autofree char *when = describe (before, spell);
  ProgrammeFinding *finding = pg_report_add (
      check->report, PROGRAMME_SEVERITY_NOTE, &entry->start_place, "overlap",
      "\"%s\" and \"%s\" of line %u stand side by side %s: correct the times, or say in which room each is", title,
      other_title, other->place.line, when);
  tell_places (finding, before, pg_entry_own_id (entry));
}

/* In the diary of each of its rooms, or in that of those that have none. */
static void
note_rooms (GHashTable *diaries, const PgSpell *spell)
{
  const GPtrArray *further = spell->entry->further_rooms;
  g_array_append_val (diary_of (diaries, spell->entry->room), *spell);
  for (guint i = 0; further != NULL && i < further->len; i++)
    g_array_append_val (diary_of (diaries, g_ptr_array_index (further, i)), *spell);
}

void
pg_check_rooms (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report)
{
  g_autoptr (GHashTable) diaries = diaries_new ();
  for (guint i = 0; i < spells->len; i++)
    {
      const PgSpell *spell = &g_array_index (spells, PgSpell, i);
      if (!spell->entry->unsure)
        note_rooms (diaries, spell);
    }
  for (guint i = 0; i < event->rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (event->rooms, i);
      const GArray *diary = g_hash_table_lookup (diaries, room);
      if (diary != NULL)
        each_clash (&(Check){ event, report, room }, diary, tell_room);
    }
  const GArray *roomless = g_hash_table_lookup (diaries, NULL);
  if (roomless != NULL)
    each_clash (&(Check){ event, report, NULL }, roomless, tell_roomless);
}

/* People */

static char *
spell_title (const ProgrammeEvent *event, const PgSpell *spell)
{
  return spell->talk != NULL ? pg_talk_title (event, spell->talk) : pg_entry_title (event, spell->entry);
}

static void
tell_person (const Check *check, const PgSpell *before, const PgSpell *spell)
{
  const PgPerson *person = check->who;
  g_autofree char *title = spell_title (check->event, spell), *other_title = spell_title (check->event, before);
  g_autofree char *when = describe (before, spell);
  guint line = before->talk != NULL ? before->talk->place.line : before->entry->place.line;
  ProgrammeFinding *finding
      = pg_report_add (check->report, PROGRAMME_SEVERITY_WARNING, &spell->slot->place, "person-overlap",
                       "%s is in \"%s\" and in \"%s\" of line %u %s: ask another, or move one of the two",
                       plain (check->event, person->name, person->id), title, other_title, line, when);
  tell_places (finding, before, person->id);
}

typedef struct
{
  GHashTable *diaries;
  const PgSpell *spell;
} Notes;

/* Who gives a talk is there for it, or for its session where its times are not known; where posters hang, and who else wrote
   a paper, nobody knows. FALSE for these. */
static gboolean
set_talk (PgSpell *spell, const PgTurn *turn)
{
  const PgTalk *talk = turn->talk;
  if (talk == NULL)
    return TRUE;
  if (talk->unsure || !pg_slot_speaks (turn->group, turn->slot))
    return FALSE;
  if (talk->start < 0)
    return g_strcmp0 (spell->entry->word, "posters") != 0;
  gint64 midnight = spell->start - spell->entry->start;
  spell->talk = talk;
  spell->start = midnight + talk->start;
  spell->end = talk->end > talk->start ? midnight + talk->end : -1;
  return TRUE;
}

/* A person may have any number of turns at once in one entry, which are told by the first. */
static void
note_person (const PgTurn *turn, const PgPerson *person, gpointer data)
{
  Notes *notes = data;
  PgSpell spell = *notes->spell;
  if (!set_talk (&spell, turn))
    return;
  GArray *diary = diary_of (notes->diaries, person);
  const PgSpell *last = diary->len > 0 ? &g_array_index (diary, PgSpell, diary->len - 1) : NULL;
  if (last != NULL && last->entry == spell.entry && last->start == spell.start && last->end == spell.end)
    return;
  spell.slot = turn->slot;
  g_array_append_val (diary, spell);
}

void
pg_check_people (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report)
{
  g_autoptr (GHashTable) diaries = diaries_new ();
  for (guint i = 0; i < spells->len; i++)
    {
      Notes notes = { diaries, &g_array_index (spells, PgSpell, i) };
      if (!notes.spell->entry->unsure)
        pg_each_speaker (notes.spell->entry, note_person, &notes);
    }
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      GArray *diary = g_hash_table_lookup (diaries, person);
      if (diary == NULL)
        continue;
      g_array_sort (diary, pg_spell_compare); /* those of talks come by their sessions */
      each_clash (&(Check){ event, report, person }, diary, tell_person);
    }
}
