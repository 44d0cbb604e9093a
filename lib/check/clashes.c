/* Enters: what each entry occupies, by start. Leaves: findings on rooms and people that are taken twice at once. */
#include "check/parts.h"

#include <string.h>

/* One entry's clashes that are told; a hostile file has a million at once. */
#define MAX_CLASHES 5

/* The spells of one room or person. */
typedef struct
{
  GArray *spells;
  GPtrArray *slots; /* of a person: where each spell names it */
} Diary;

static void
diary_free (gpointer data)
{
  Diary *diary = data;
  g_array_unref (diary->spells);
  g_ptr_array_unref (diary->slots);
  g_free (diary);
}

static GHashTable *
diaries_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, diary_free);
}

static Diary *
diary_of (GHashTable *diaries, gconstpointer who)
{
  Diary *diary = g_hash_table_lookup (diaries, who);
  if (diary == NULL)
    {
      diary = g_new0 (Diary, 1);
      diary->spells = g_array_new (FALSE, FALSE, sizeof (PgSpell));
      diary->slots = g_ptr_array_new ();
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

/* One of two entries that clash. */
typedef struct
{
  const PgSpell *spell;
  const PgSlot *slot; /* of a person: what names it; else NULL */
} Turn;

typedef void (*ClashFunc) (const Check *check, const Turn *before, const Turn *turn);

static Turn
turn_of (const Diary *diary, guint i)
{
  return (Turn){ &g_array_index (diary->spells, PgSpell, i),
                 i < diary->slots->len ? g_ptr_array_index (diary->slots, i) : NULL };
}

/* Tells each pair of a diary's entries that share minutes. Its spells come by start, so one that is over for a later
   spell is over for good. */
static void
each_clash (const Check *check, const Diary *diary, ClashFunc tell)
{
  g_autoptr (GArray) running = g_array_new (FALSE, FALSE, sizeof (Turn));
  for (guint i = 0; i < diary->spells->len; i++)
    {
      Turn turn = turn_of (diary, i);
      guint told = 0;
      for (guint j = 0; j < running->len && told < MAX_CLASHES;)
        {
          const Turn *before = &g_array_index (running, Turn, j);
          if (pg_spells_shared (before->spell, turn.spell) == 0)
            {
              g_array_remove_index_fast (running, j);
              continue;
            }
          tell (check, before, &turn);
          told++;
          j++;
        }
      g_array_append_val (running, turn);
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
tell_places (ProgrammeFinding *finding, const Turn *before, const char *id)
{
  pg_finding_add_place (finding, before->slot != NULL ? &before->slot->place : &before->spell->entry->start_place);
  pg_finding_set_id (finding, id);
}

static void
tell_room (const Check *check, const Turn *before, const Turn *turn)
{
  const PgRoom *room = check->who;
  const PgEntry *entry = turn->spell->entry, *other = before->spell->entry;
  g_autofree char *title = pg_entry_title (check->event, entry), *other_title = pg_entry_title (check->event, other);
  g_autofree char *when = describe (before->spell, turn->spell);
  ProgrammeFinding *finding
      = pg_report_add (check->report, PROGRAMME_SEVERITY_WARNING, &entry->start_place, "room-overlap",
                       "\"%s\" and \"%s\" of line %u are both in %s %s: move one, or correct its times", title,
                       other_title, other->place.line, plain (check->event, room->name, room->id), when);
  tell_places (finding, before, room->id);
}

/* Nothing tells a mistake from parallel sessions where neither a room nor a track does. */
static void
tell_roomless (const Check *check, const Turn *before, const Turn *turn)
{
  const PgEntry *entry = turn->spell->entry, *other = before->spell->entry;
  if (other->track != entry->track)
    return;
  g_autofree char *title = pg_entry_title (check->event, entry), *other_title = pg_entry_title (check->event, other);
  g_autofree char *when = describe (before->spell, turn->spell);
  ProgrammeFinding *finding = pg_report_add (
      check->report, PROGRAMME_SEVERITY_NOTE, &entry->start_place, "overlap",
      "\"%s\" and \"%s\" of line %u stand side by side %s: correct the times, or say in which room each is", title,
      other_title, other->place.line, when);
  tell_places (finding, before, pg_entry_own_id (entry));
}

void
pg_check_rooms (const ProgrammeEvent *event, const GArray *spells, ProgrammeReport *report)
{
  g_autoptr (GHashTable) diaries = diaries_new ();
  for (guint i = 0; i < spells->len; i++)
    {
      const PgSpell *spell = &g_array_index (spells, PgSpell, i);
      if (!spell->entry->unsure)
        g_array_append_val (diary_of (diaries, spell->entry->room)->spells, *spell);
    }
  for (guint i = 0; i < event->rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (event->rooms, i);
      const Diary *diary = g_hash_table_lookup (diaries, room);
      if (diary != NULL)
        each_clash (&(Check){ event, report, room }, diary, tell_room);
    }
  const Diary *roomless = g_hash_table_lookup (diaries, NULL);
  if (roomless != NULL)
    each_clash (&(Check){ event, report, NULL }, roomless, tell_roomless);
}

/* People */

static void
tell_person (const Check *check, const Turn *before, const Turn *turn)
{
  const PgPerson *person = check->who;
  const PgEntry *entry = turn->spell->entry, *other = before->spell->entry;
  g_autofree char *title = pg_entry_title (check->event, entry), *other_title = pg_entry_title (check->event, other);
  g_autofree char *when = describe (before->spell, turn->spell);
  ProgrammeFinding *finding
      = pg_report_add (check->report, PROGRAMME_SEVERITY_WARNING, &turn->slot->place, "person-overlap",
                       "%s is in \"%s\" and in \"%s\" of line %u %s: ask another, or move one of the two",
                       plain (check->event, person->name, person->id), title, other_title, other->place.line, when);
  tell_places (finding, before, person->id);
}

typedef struct
{
  GHashTable *diaries;
  const PgSpell *spell;
} Notes;

/* A person may have any number of turns in one entry, which are told by the first. */
static void
note_person (const PgSlot *slot, const PgPerson *person, gpointer data)
{
  Notes *notes = data;
  Diary *diary = diary_of (notes->diaries, person);
  guint n = diary->spells->len;
  if (n > 0 && g_array_index (diary->spells, PgSpell, n - 1).entry == notes->spell->entry)
    return;
  g_array_append_val (diary->spells, *notes->spell);
  g_ptr_array_add (diary->slots, (gpointer) slot);
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
      const Diary *diary = g_hash_table_lookup (diaries, person);
      if (diary != NULL)
        each_clash (&(Check){ event, report, person }, diary, tell_person);
    }
}
