/* The doors of compare.h. Enters: two events. Leaves: the changes from one to the other, as data, for people and as JSON. */
#include "compare/changes.h"

#include <string.h>

/* A change in words; NULL: there is none. */
typedef struct
{
  ProgrammeChangeKind kind;
  ProgrammeChangeSubject subject;
  char *id, *title, *time, *before, *now;
} Change;

struct ProgrammeComparison
{
  gatomicrefcount refs;
  GArray *changes; /* Change */
};

G_DEFINE_BOXED_TYPE (ProgrammeComparison, programme_comparison, programme_comparison_ref, programme_comparison_unref)

G_DEFINE_ENUM_TYPE (ProgrammeChangeKind, programme_change_kind, G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_GONE, "gone"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_MOVED, "moved"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_RETIMED, "retimed"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_RENAMED, "renamed"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_SPEAKER, "speaker"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_ROOM, "room"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (ProgrammeChangeSubject, programme_change_subject,
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_SUBJECT_ENTRY, "entry"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_SUBJECT_TALK, "talk"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_SUBJECT_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_CHANGE_SUBJECT_ROOM, "room"))

static void
clear_change (gpointer data)
{
  Change *change = data;
  g_free (change->id);
  g_free (change->title);
  g_free (change->time);
  g_free (change->before);
  g_free (change->now);
}

/* Words */

static const char *
text_in (const PgText *text, const char *language)
{
  const PgVersion *version = pg_text_get (text, language);
  return version != NULL ? version->string : "";
}

/* "09:00–10:30"; past midnight it counts on. */
static char *
clock_of (int start, int end)
{
  g_autofree char *from = g_strdup_printf ("%02d:%02d", start / 60, start % 60);
  return end < 0 ? g_steal_pointer (&from) : g_strdup_printf ("%s–%02d:%02d", from, end / 60, end % 60);
}

/* NULL for what has no time. */
static char *
time_of (const PgDay *day, const PgEntry *entry, const PgTalk *talk, gboolean with_date)
{
  if (day == NULL)
    return NULL;
  gboolean is_timed = talk != NULL && talk->start >= 0;
  g_autofree char *clock = is_timed ? clock_of (talk->start, talk->end) : clock_of (entry->start, entry->end);
  return with_date ? g_strdup_printf ("%04d-%02d-%02d %s", day->year, day->month, day->day, clock)
                   : g_steal_pointer (&clock);
}

static const char *
title_of (const PgEntry *entry, const PgTalk *talk, const char *language)
{
  return talk != NULL ? text_in (talk->title, language) : entry != NULL ? pg_entry_title_in (entry, language) : "";
}

static char *
join_names (const GPtrArray *texts, const char *language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", text_in (texts->pdata[i], language));
  return texts->len > 0 ? g_strdup (names->str) : NULL;
}

static char *
rooms_of (const PgEntry *entry, const char *language)
{
  g_autoptr (GPtrArray) rooms = pg_rooms_of (entry), texts = g_ptr_array_new ();
  for (guint i = 0; i < rooms->len; i++)
    g_ptr_array_add (texts, ((const PgRoom *) rooms->pdata[i])->name);
  return join_names (texts, language);
}

static char *
people_of (const PgChanges *changes, const PgChange *change, gboolean before, const char *language)
{
  g_autoptr (GPtrArray) people = pg_change_people (changes, change, before), texts = g_ptr_array_new ();
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (texts, ((const PgPerson *) people->pdata[i])->name);
  return join_names (texts, language);
}

static char *
name_of (const PgChange *change, gboolean before, const char *language)
{
  if (change->subject == PROGRAMME_CHANGE_SUBJECT_PERSON)
    return g_strdup (text_in ((before ? change->person_before : change->person)->name, language));
  if (change->subject == PROGRAMME_CHANGE_SUBJECT_ROOM)
    return g_strdup (text_in ((before ? change->room_before : change->room)->name, language));
  return g_strdup (before ? title_of (change->entry_before, change->talk_before, language)
                          : title_of (change->entry, change->talk, language));
}

/* A talk that moves goes from one session to another. */
static char *
place_of (const PgChange *change, gboolean before, const char *language)
{
  const PgDay *day = before ? change->day_before : change->day;
  const PgEntry *entry = before ? change->entry_before : change->entry;
  const PgTalk *talk = before ? change->talk_before : change->talk;
  g_autofree char *time = time_of (day, entry, talk, TRUE);
  if (talk == NULL || time == NULL)
    return g_steal_pointer (&time);
  return g_strdup_printf ("%s, %s", time, pg_entry_title_in (entry, language));
}

/* What was otherwise, or is. */
static char *
side_of (const PgChanges *changes, const PgChange *change, gboolean before, const char *language)
{
  switch (change->kind)
    {
    case PROGRAMME_CHANGE_RENAMED:
      return name_of (change, before, language);
    case PROGRAMME_CHANGE_SPEAKER:
      return people_of (changes, change, before, language);
    case PROGRAMME_CHANGE_ROOM:
      return rooms_of (before ? change->entry_before : change->entry, language);
    case PROGRAMME_CHANGE_RETIMED:
      return time_of (change->day, before ? change->entry_before : change->entry,
                      before ? change->talk_before : change->talk, FALSE);
    case PROGRAMME_CHANGE_NEW:
    case PROGRAMME_CHANGE_GONE:
    case PROGRAMME_CHANGE_MOVED:
    case PROGRAMME_CHANGE_CANCELLED:
      break;
    }
  return place_of (change, before, language);
}

static Change
change_in_words (const PgChanges *changes, const PgChange *change, const char *language)
{
  gboolean is_gone = change->kind == PROGRAMME_CHANGE_GONE;
  const PgEntry *entry = is_gone ? change->entry_before : change->entry;
  const PgTalk *talk = is_gone ? change->talk_before : change->talk;
  const char *id = change->person != NULL          ? change->person->id
                   : change->room != NULL          ? change->room->id
                   : talk == NULL && entry != NULL ? pg_entry_own_id (entry)
                                                   : NULL;
  Change words = { .kind = change->kind, .subject = change->subject, .id = g_strdup (id) };
  words.title = name_of (change, is_gone, language);
  words.time = time_of (is_gone ? change->day_before : change->day, entry, talk, TRUE);
  words.before = side_of (changes, change, TRUE, language);
  words.now = side_of (changes, change, FALSE, language);
  return words;
}

ProgrammeComparison *
programme_comparison_new (ProgrammeEvent *before, ProgrammeEvent *now)
{
  g_return_val_if_fail (before != NULL && now != NULL, NULL);
  ProgrammeComparison *comparison = g_new0 (ProgrammeComparison, 1);
  g_autoptr (PgChanges) changes = pg_changes_new (before, now);
  g_atomic_ref_count_init (&comparison->refs);
  comparison->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (comparison->changes, clear_change);
  for (guint i = 0; i < changes->list->len; i++)
    {
      Change words = change_in_words (changes, &g_array_index (changes->list, PgChange, i), now->languages[0]);
      g_array_append_val (comparison->changes, words);
    }
  return comparison;
}

ProgrammeComparison *
programme_comparison_ref (ProgrammeComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);
  g_atomic_ref_count_inc (&comparison->refs);
  return comparison;
}

void
programme_comparison_unref (ProgrammeComparison *comparison)
{
  g_return_if_fail (comparison != NULL);
  if (!g_atomic_ref_count_dec (&comparison->refs))
    return;
  g_array_unref (comparison->changes);
  g_free (comparison);
}

guint
programme_comparison_get_n_changes (const ProgrammeComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, 0);
  return comparison->changes->len;
}

static const Change *
change_at (const ProgrammeComparison *comparison, guint index)
{
  return &g_array_index (comparison->changes, Change, index);
}

ProgrammeChangeKind
programme_comparison_get_kind (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, PROGRAMME_CHANGE_NEW);
  return change_at (comparison, index)->kind;
}

ProgrammeChangeSubject
programme_comparison_get_subject (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, PROGRAMME_CHANGE_SUBJECT_ENTRY);
  return change_at (comparison, index)->subject;
}

const char *
programme_comparison_get_id (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, NULL);
  return change_at (comparison, index)->id;
}

const char *
programme_comparison_get_title (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, "");
  return change_at (comparison, index)->title;
}

const char *
programme_comparison_get_time (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, NULL);
  return change_at (comparison, index)->time;
}

const char *
programme_comparison_get_before (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, NULL);
  return change_at (comparison, index)->before;
}

const char *
programme_comparison_get_now (const ProgrammeComparison *comparison, guint index)
{
  g_return_val_if_fail (comparison != NULL && index < comparison->changes->len, NULL);
  return change_at (comparison, index)->now;
}

/* For people */

/* What is said before the two sides of a change. */
static const char *
label_of (const Change *change)
{
  static const char *const labels[] = { [PROGRAMME_CHANGE_NEW] = "new",
                                        [PROGRAMME_CHANGE_GONE] = "gone",
                                        [PROGRAMME_CHANGE_MOVED] = "moved",
                                        [PROGRAMME_CHANGE_RETIMED] = "other time",
                                        [PROGRAMME_CHANGE_RENAMED] = "other name",
                                        [PROGRAMME_CHANGE_SPEAKER] = "other speaker",
                                        [PROGRAMME_CHANGE_ROOM] = "other room",
                                        [PROGRAMME_CHANGE_CANCELLED] = "cancelled" };
  return labels[change->kind];
}

static const char *
nick_of (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  return g_enum_get_value (class, value)->value_nick; /* which stays */
}

/* "2031-05-05 09:00–10:30  “Ships”: other room: Loft, not Hall" */
static void
add_line (GString *text, const Change *change)
{
  static const char *const of[] = { "", "talk ", "person ", "room " };
  gboolean is_one_sided = change->kind == PROGRAMME_CHANGE_NEW || change->kind == PROGRAMME_CHANGE_GONE
                          || change->kind == PROGRAMME_CHANGE_CANCELLED;
  if (change->time != NULL)
    g_string_append_printf (text, "%s  ", change->time);
  g_string_append_printf (text, "%s“%s”: %s", of[change->subject], change->title, label_of (change));
  if (!is_one_sided)
    g_string_append_printf (text, ": %s, not %s", change->now != NULL ? change->now : "none",
                            change->before != NULL ? change->before : "none");
  g_string_append_c (text, '\n');
}

char *
programme_comparison_to_text (const ProgrammeComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < comparison->changes->len; i++)
    add_line (text, change_at (comparison, i));
  return g_string_free (text, FALSE);
}

/* JSON */

static void
add_string (GString *json, const char *string)
{
  g_string_append_c (json, '"');
  for (const char *at = string; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (json, "\\u%04x", (guchar) *at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

static void
add_member (GString *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (json, "%s\"%s\": ", json->str[json->len - 1] == '{' ? "" : ", ", name);
  add_string (json, value);
}

char *
programme_comparison_to_json (const ProgrammeComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);
  GString *json = g_string_new ("[");
  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const Change *change = change_at (comparison, i);
      g_string_append (json, i > 0 ? ",\n  {" : "\n  {");
      add_member (json, "what", nick_of (PROGRAMME_TYPE_CHANGE_SUBJECT, (int) change->subject));
      add_member (json, "change", nick_of (PROGRAMME_TYPE_CHANGE_KIND, (int) change->kind));
      add_member (json, "title", change->title);
      add_member (json, "id", change->id);
      add_member (json, "time", change->time);
      add_member (json, "before", change->before);
      add_member (json, "now", change->now);
      g_string_append_c (json, '}');
    }
  g_string_append (json, comparison->changes->len > 0 ? "\n]\n" : "]\n");
  return g_string_free (json, FALSE);
}
