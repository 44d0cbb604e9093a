/* What changed from one event to another. */
#pragma once

#include <programme/event.h>

G_BEGIN_DECLS

/**
 * ProgrammeChangeKind:
 * @PROGRAMME_CHANGE_NEW: it was not there
 * @PROGRAMME_CHANGE_GONE: it is no longer there
 * @PROGRAMME_CHANGE_MOVED: it is on another day, and a talk in another session
 * @PROGRAMME_CHANGE_RETIMED: it begins or ends at another time of its day; of a talk: of its session
 * @PROGRAMME_CHANGE_RENAMED: it has another title, and a person or room another name
 * @PROGRAMME_CHANGE_SPEAKER: others have a turn in it
 * @PROGRAMME_CHANGE_ROOM: it is in another room
 * @PROGRAMME_CHANGE_CANCELLED: it is still there, and does not take place
 *
 * How something changed.
 *
 * Since: 0.2
 */
typedef enum
{
  PROGRAMME_CHANGE_NEW,
  PROGRAMME_CHANGE_GONE,
  PROGRAMME_CHANGE_MOVED,
  PROGRAMME_CHANGE_RETIMED,
  PROGRAMME_CHANGE_RENAMED,
  PROGRAMME_CHANGE_SPEAKER,
  PROGRAMME_CHANGE_ROOM,
  PROGRAMME_CHANGE_CANCELLED
} ProgrammeChangeKind;

#define PROGRAMME_TYPE_CHANGE_KIND (programme_change_kind_get_type ())
PROGRAMME_API GType programme_change_kind_get_type (void);

/**
 * ProgrammeChangeSubject:
 * @PROGRAMME_CHANGE_SUBJECT_ENTRY: a session or a break
 * @PROGRAMME_CHANGE_SUBJECT_TALK: a talk in a session
 * @PROGRAMME_CHANGE_SUBJECT_PERSON: a person, who may have another name
 * @PROGRAMME_CHANGE_SUBJECT_ROOM: a room, which may have another name
 *
 * What changed.
 *
 * Since: 0.2
 */
typedef enum
{
  PROGRAMME_CHANGE_SUBJECT_ENTRY,
  PROGRAMME_CHANGE_SUBJECT_TALK,
  PROGRAMME_CHANGE_SUBJECT_PERSON,
  PROGRAMME_CHANGE_SUBJECT_ROOM
} ProgrammeChangeSubject;

#define PROGRAMME_TYPE_CHANGE_SUBJECT (programme_change_subject_get_type ())
PROGRAMME_API GType programme_change_subject_get_type (void);

/**
 * ProgrammeComparison:
 *
 * The changes from one event to another, in the order of the time at which things are now, or were if they are gone; people
 * and rooms with other names come last. It never changes. Ref-counted.
 *
 * Since: 0.2
 */
typedef struct ProgrammeComparison ProgrammeComparison;

#define PROGRAMME_TYPE_COMPARISON (programme_comparison_get_type ())
PROGRAMME_API GType programme_comparison_get_type (void) G_GNUC_CONST;

/**
 * programme_comparison_new:
 * @before: the event as it was
 * @now: the event as it is
 *
 * Compares two events. What in one is what in the other is known by ids, else by what is said, else by likeness of titles,
 * people, rooms and times; people and rooms are known by their names first. Texts are in the first language of @now.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeComparison *programme_comparison_new (ProgrammeEvent *before, ProgrammeEvent *now);

/**
 * programme_comparison_ref:
 * @comparison: a comparison
 *
 * Returns: (transfer full): the same comparison
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeComparison *programme_comparison_ref (ProgrammeComparison *comparison);

/**
 * programme_comparison_unref:
 * @comparison: (transfer full): a comparison
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_comparison_unref (ProgrammeComparison *comparison);

/**
 * programme_comparison_get_n_changes:
 * @comparison: a comparison
 *
 * Returns: how many changes there are
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_comparison_get_n_changes (const ProgrammeComparison *comparison);

/**
 * programme_comparison_get_kind:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: how it changed
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeChangeKind programme_comparison_get_kind (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_get_subject:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: what changed
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeChangeSubject programme_comparison_get_subject (const ProgrammeComparison *comparison,
                                                                       guint index);

/**
 * programme_comparison_get_id:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: (transfer none) (nullable): the id of what changed, as it is now; %NULL if the file gives it none
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_comparison_get_id (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_get_title:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: (transfer none): what it is called now, or was if it is gone: a title or name; of a break without one its kind,
 *   such as "coffee"; "" for a talk that has none
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_comparison_get_title (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_get_time:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: (transfer none) (nullable): when it is now, or was if it is gone, such as "2031-05-05 09:00–10:30"; %NULL for people
 *   and rooms
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_comparison_get_time (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_get_before:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: (transfer none) (nullable): what was otherwise: the time, title, room, or those who no longer have a turn, with
 *   commas between them; %NULL if there was nothing
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_comparison_get_before (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_get_now:
 * @comparison: a comparison
 * @index: a change, from 0
 *
 * Returns: (transfer none) (nullable): what is in its place; %NULL if there is nothing
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_comparison_get_now (const ProgrammeComparison *comparison, guint index);

/**
 * programme_comparison_to_text:
 * @comparison: a comparison
 *
 * Returns: (transfer full): the changes in English for people, a line each; "" if there are none
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_comparison_to_text (const ProgrammeComparison *comparison);

/**
 * programme_comparison_to_json:
 * @comparison: a comparison
 *
 * Returns: (transfer full): the changes as an array of JSON (RFC 8259) that ends in a line feed; of each "what" ("entry",
 *   "talk", "person", "room"), "change" ("new", "gone", "moved", "retimed", "renamed", "speaker", "room", "cancelled") and "title", and
 *   "id", "time", "before" and "now" where there are such
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_comparison_to_json (const ProgrammeComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeComparison, programme_comparison_unref)

G_END_DECLS
