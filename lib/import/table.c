/* A schedule in a table. Enters: rows, with headings above them. Leaves: a draft of an event. Dates and times may stand in one
   cell or two, in ranges, on the first row of a day alone, or in a row above it. */
#include "import/table.h"

#include "import/body.h"
#include "import/conftool.h"
#include "import/days.h"
#include "import/kinds.h"
#include "import/names.h"
#include "import/schedule-columns.h"
#include "import/speakers.h"
#include "import/versions.h"

#include "base/limits.h"

#include <string.h>

typedef struct
{
  const PgForeign *foreign;
  const PgRows *rows;
  const PgColumns *columns;
  PgDraft *draft;
  PgDays days;
  PgSpeakers speakers;
  PgLeft *left;             /* what the texts cannot keep */
  const PgRow *row;         /* that is read */
  const char *lone;         /* its title, where that stands in another column; or NULL */
  PgDraftEntry *last;       /* the entry above, or NULL */
  GArray *papers;           /* columns, of conftool.c */
  gboolean has_names_below; /* their titles, in lines of their own */
  GHashTable *sessions;     /* char*: day and title → PgDraftEntry*, of rows that are talks of a session */
  const PgRow *dayless;     /* the first row of which nothing says on which day it is, or NULL */
  guint n_dayless, n_headings;
  guint n_read;
  const char *first_heading;
} Reader;

static const char *
cell (const Reader *reader, PgField field)
{
  return pg_columns_cell (reader->columns, reader->row, field);
}

static const char *
title_of (const Reader *reader)
{
  const char *title = reader->lone != NULL ? reader->lone : cell (reader, PG_FIELD_TITLE);
  return title[0] != '\0' ? title : pg_versions_any (reader->columns, reader->row, PG_FIELD_TITLE);
}

static void
tell_cell (const Reader *reader, PgField field, const char *code, const char *message)
{
  guint column = pg_columns_first (reader->columns, field);
  pg_rows_tell (reader->rows, reader->row, column != G_MAXUINT ? column : 0, reader->foreign->report,
                PROGRAMME_SEVERITY_WARNING, code, "%s", message);
}

/* A row that is a heading: of a day, or of nothing that has a place in a schedule. */
static gboolean
take_heading (Reader *reader)
{
  const char *only = pg_row_only (reader->row, G_MAXUINT);
  if (pg_days_heading (&reader->days, reader->row))
    {
      reader->last = NULL;
      return TRUE;
    }
  if (only == NULL)
    return FALSE;
  if (reader->last != NULL && pg_row_cell (reader->row, pg_columns_first (reader->columns, PG_FIELD_SPEAKER)) == only)
    return FALSE;
  if (reader->n_headings++ == 0)
    reader->first_heading = only;
  return TRUE;
}

/* Entries */

/* Of a column for it, in all its languages; else what stands below the first line of a title, line by line. */
static void
set_abstract (const Reader *reader, PgDraftEntry *entry, const char *below)
{
  PgBody *body = pg_body_new (reader->draft->arena, reader->left, TRUE);
  const char *abstract = cell (reader, PG_FIELD_ABSTRACT);
  g_auto (GStrv) lines = g_strsplit (abstract[0] == '\0' ? below : "", "\n", -1);
  pg_body_add (body, NULL, abstract);
  for (guint i = 0; lines[i] != NULL; i++)
    pg_body_add_plain (body, NULL, lines[i]);
  for (guint i = 0; i < reader->columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (reader->columns->versions, PgVersionColumn, i);
      if (version->field == PG_FIELD_ABSTRACT
          && version->column != pg_columns_first (reader->columns, PG_FIELD_ABSTRACT))
        pg_body_add (body, version->language, pg_row_cell (reader->row, version->column));
    }
  entry->abstract = pg_body_xml (body);
}

/* Lines below the first of a title are what is said of it. */
static void
set_title (Reader *reader, PgDraftEntry *entry)
{
  const char *title = title_of (reader);
  gsize length = strcspn (title, "\n");
  g_autofree char *first = g_strndup (title, length);
  pg_draft_text (reader->draft, &entry->title, NULL, first);
  if (title == cell (reader, PG_FIELD_TITLE))
    pg_versions_add (reader->columns, reader->row, PG_FIELD_TITLE, reader->draft, &entry->title);
  g_autofree char *below = reader->has_names_below ? pg_names_take (&reader->speakers, entry, title + length) : NULL;
  set_abstract (reader, entry, below != NULL ? below : title + length);
}

/* Gives how many there are. */
static guint
add_people (Reader *reader, PgDraftEntry *session, PgDraftEntry *entry)
{
  if (reader->lone != NULL)
    return 0;
  guint n = pg_speakers_add_chairs (&reader->speakers, reader->columns, reader->rows, reader->row, session);
  return n + pg_speakers_add_row (&reader->speakers, reader->columns, reader->row, entry);
}

static void
set_room_and_track (const Reader *reader, PgDraftEntry *entry)
{
  const GArray *rooms = reader->columns->columns[PG_FIELD_ROOM];
  const char *track = cell (reader, PG_FIELD_TRACK);
  for (guint i = 0; i < rooms->len; i++)
    {
      const char *room = pg_row_cell (reader->row, g_array_index (rooms, guint, i));
      if (room[0] != '\0')
        pg_draft_add_room (reader->draft, entry, pg_draft_room (reader->draft, room, room));
    }
  if (track[0] != '\0' && entry->sort == PG_DRAFT_SESSION)
    entry->track = pg_draft_track (reader->draft, track, track);
  if (entry->room != NULL && entry->room->name->len == 1)
    pg_versions_add (reader->columns, reader->row, PG_FIELD_ROOM, reader->draft, &entry->room->name);
  if (entry->track != NULL && entry->track->name->len == 1)
    pg_versions_add (reader->columns, reader->row, PG_FIELD_TRACK, reader->draft, &entry->track->name);
}

/* What can be told by words: breaks, by their title or their kind; other kinds by the kind alone. Where tables say who speaks,
   what nobody does is no session with a number. */
static void
set_kind (const Reader *reader, PgDraftEntry *entry, guint n_people)
{
  const char *word = cell (reader, PG_FIELD_KIND), *title = title_of (reader);
  const char *kind = pg_kind_of_break (word);
  gboolean knows_people = pg_columns_have (reader->columns, PG_FIELD_SPEAKER)
                          || pg_columns_have (reader->columns, PG_FIELD_CHAIR)
                          || pg_columns_have (reader->columns, PG_FIELD_GIVEN);
  if (kind == NULL && n_people == 0)
    kind = pg_kind_of_break (title);
  if (kind != NULL)
    entry->sort = PG_DRAFT_BREAK;
  else
    kind = pg_kind_of_session (word);
  if (kind == NULL && n_people == 0 && knows_people)
    kind = "plain";
  entry->kind = kind;
}

static void
set_language (const Reader *reader, PgDraftEntry *entry)
{
  const char *language = cell (reader, PG_FIELD_LANGUAGE);
  gsize length = strlen (language);
  if (length >= 2 && length <= 8 && strspn (language, G_CSET_a_2_z G_CSET_A_2_Z "-") == length)
    entry->language = pg_arena_strdup (reader->draft->arena, language);
}

static gboolean
has_title (const PgDraftEntry *entry, const char *title)
{
  g_autofree char *first = g_strndup (title, strcspn (title, "\n")), *xml = pg_draft_escape (g_strstrip (first));
  return entry->title != NULL && strcmp (((PgDraftVersion *) g_ptr_array_index (entry->title, 0))->xml, xml) == 0;
}

static PgDraftDay *
day_of (const Reader *reader)
{
  return pg_draft_day (reader->draft, reader->days.date);
}

/* The session of which the row is a talk; its times are those of all its talks. */
static PgDraftEntry *
session_of_talk (Reader *reader, const char *name, const PgRowTimes *times)
{
  g_autofree char *key = g_strconcat (reader->days.date, "\n", name, "\n", cell (reader, PG_FIELD_ROOM), NULL);
  PgDraftEntry *session = g_hash_table_lookup (reader->sessions, key);
  if (session == NULL)
    {
      session = pg_draft_entry (reader->draft, day_of (reader), PG_DRAFT_SESSION);
      session->start = times->start;
      pg_draft_text (reader->draft, &session->title, NULL, name);
      set_room_and_track (reader, session);
      g_hash_table_insert (reader->sessions, g_steal_pointer (&key), session);
    }
  session->start = MIN (session->start, times->start);
  session->end = MAX (session->end, times->end);
  return session;
}

/* A row may repeat the talk above for each of its authors. */
static void
add_talk (Reader *reader, PgDraftEntry *session, const PgRowTimes *times)
{
  PgDraftEntry *talk = session->talks->len > 0 ? g_ptr_array_index (session->talks, session->talks->len - 1) : NULL;
  if (talk != NULL && has_title (talk, title_of (reader)) && talk->start == times->start)
    {
      add_people (reader, session, talk);
      return;
    }
  talk = pg_draft_talk (reader->draft, session);
  talk->start = times->start;
  talk->end = times->end;
  set_title (reader, talk);
  set_language (reader, talk);
  add_people (reader, session, talk);
}

static void
add_entry (Reader *reader, const PgRowTimes *times)
{
  const char *session = cell (reader, PG_FIELD_SESSION), *title = title_of (reader);
  if (session[0] != '\0' && title[0] != '\0')
    {
      add_talk (reader, session_of_talk (reader, session, times), times);
      return;
    }
  PgDraftEntry *entry = pg_draft_entry (reader->draft, day_of (reader), PG_DRAFT_SESSION);
  entry->start = times->start;
  entry->end = times->end;
  set_title (reader, entry);
  guint n_people = add_people (reader, entry, entry);
  set_kind (reader, entry, n_people);
  set_room_and_track (reader, entry);
  if (entry->sort == PG_DRAFT_SESSION)
    set_language (reader, entry);
  else
    entry->abstract = NULL; /* breaks have none */
  if (pg_foreign_option (reader->foreign, "columns") != NULL && cell (reader, PG_FIELD_NUMBER)[0] != '\0')
    entry->number = pg_arena_strdup (reader->draft->arena, cell (reader, PG_FIELD_NUMBER));
  pg_conftool_talks (reader->papers, reader->row, reader->draft, &reader->speakers, entry);
  reader->last = entry;
}

/* Rows */

/* A row that says of the entry above who else speaks. */
static gboolean
is_same (const Reader *reader, const PgRowTimes *times)
{
  const PgDraftEntry *last = reader->last;
  return last != NULL && last->sort == PG_DRAFT_SESSION && (times->start < 0 || times->start == last->start)
         && (cell (reader, PG_FIELD_TITLE)[0] == '\0' || has_title (last, cell (reader, PG_FIELD_TITLE)));
}

/* The one text of a row that has a time and no title: a break often goes over all columns. */
static const char *
lone_text (const Reader *reader, const PgRowTimes *times)
{
  static const PgField others[]
      = { PG_FIELD_DATE, PG_FIELD_START, PG_FIELD_END, PG_FIELD_TIME, PG_FIELD_DURATION, PG_FIELD_ROOM };
  const char *lone = NULL;
  if (times->start < 0 || cell (reader, PG_FIELD_TITLE)[0] != '\0' || cell (reader, PG_FIELD_SESSION)[0] != '\0')
    return NULL;
  for (guint column = 0; column < reader->row->n_cells; column++)
    {
      gboolean is_other = reader->row->cells[column][0] == '\0';
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        is_other = is_other || pg_columns_first (reader->columns, others[i]) == column;
      if (!is_other && lone != NULL && strcmp (lone, reader->row->cells[column]) != 0)
        return NULL;
      lone = is_other ? lone : reader->row->cells[column];
    }
  return lone;
}

/* A cell alone, over all columns, that begins with a time: "10:15-10:30 Break". */
static gboolean
take_lone_time (Reader *reader)
{
  const char *only = pg_row_only (reader->row, G_MAXUINT);
  gsize length = only != NULL ? pg_when_prefix (reader->days.when, only) : 0;
  if (length == 0 || only[length] == '\0' || reader->days.date == NULL)
    return FALSE;
  g_autofree char *time = g_strndup (only, length);
  PgRowTimes times = pg_days_times_of (&reader->days, time);
  reader->lone = only + length;
  add_entry (reader, &times);
  return TRUE;
}

static void
read_row (Reader *reader)
{
  reader->lone = NULL;
  if (take_lone_time (reader) || take_heading (reader))
    return;
  g_autofree char *before = g_strdup (reader->days.date);
  pg_columns_check_length (reader->columns, reader->rows, reader->row, reader->foreign->report);
  PgRowTimes times = pg_days_times (&reader->days);
  if (g_strcmp0 (reader->days.date, before) != 0)
    reader->last = NULL;
  reader->n_read++;
  if (is_same (reader, &times) && add_people (reader, reader->last, reader->last) > 0)
    return;
  reader->lone = lone_text (reader, &times);
  if (title_of (reader)[0] == '\0' && cell (reader, PG_FIELD_SESSION)[0] == '\0')
    tell_cell (reader, PG_FIELD_TITLE, "no-title", "this row has no title and is left out: add it, or delete the row");
  else if (times.start < 0 && cell (reader, PG_FIELD_TIME)[0] == '\0' && cell (reader, PG_FIELD_START)[0] == '\0'
           && reader->last != NULL && reader->last->sort == PG_DRAFT_SESSION)
    add_talk (reader, reader->last, &times);
  else if (times.start < 0)
    tell_cell (reader, pg_columns_have (reader->columns, PG_FIELD_START) ? PG_FIELD_START : PG_FIELD_TIME, "no-time",
               "this row has no time that can be read, and is left out: write it as 09:00, or 09:00-10:30");
  else if (reader->days.date == NULL)
    {
      reader->dayless = reader->dayless != NULL ? reader->dayless : reader->row;
      reader->n_dayless++;
    }
  else
    add_entry (reader, &times);
}

static void
clear_times_of_talks (const Reader *reader)
{
  GHashTableIter iter;
  gpointer session;
  g_hash_table_iter_init (&iter, reader->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &session))
    pg_draft_clear_talks (session);
}

/* The whole */

/* What stands above the headings, or above the first row where there are none: the event's title, and perhaps the first day. */
static void
read_above (Reader *reader)
{
  for (guint i = 0; i < MIN (reader->columns->first, reader->columns->head); i++)
    {
      const PgRow *row = g_ptr_array_index (reader->rows->rows, i);
      const char *first = pg_row_only (row, G_MAXUINT);
      gboolean is_day = pg_days_above (&reader->days, row);
      if (!is_day && first != NULL && reader->draft->title == NULL)
        pg_draft_text (reader->draft, &reader->draft->title, NULL, first);
    }
  if (reader->draft->title != NULL)
    return;
  g_autofree char *name = g_path_get_basename (reader->foreign->name);
  char *dot = strrchr (name, '.');
  if (dot != NULL && dot > name)
    *dot = '\0';
  pg_draft_text (reader->draft, &reader->draft->title, NULL, name);
}

static void
tell_guesses (const Reader *reader)
{
  ProgrammeReport *report = reader->foreign->report;
  if (pg_foreign_option (reader->foreign, "columns") == NULL)
    pg_columns_tell (reader->columns, reader->rows, PG_COLUMNS_OF_SCHEDULES, report);
  pg_columns_tell_others (reader->columns, reader->rows, report);
  pg_family_report (reader->speakers.family, reader->foreign->name, report);
  pg_days_tell (&reader->days);
  if (reader->n_headings > 0)
    pg_foreign_tell (reader->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "heading-row",
                     "%u %s one cell alone, which is no date, and %s left out; the first is “%.60s”",
                     reader->n_headings, reader->n_headings == 1 ? "row has" : "rows have",
                     reader->n_headings == 1 ? "is" : "are", reader->first_heading);
}

static void
tell_dayless (const Reader *reader)
{
  guint column = pg_columns_first (reader->columns, PG_FIELD_DATE);
  if (reader->dayless != NULL)
    pg_rows_tell (reader->rows, reader->dayless, column != G_MAXUINT ? column : 0, reader->foreign->report,
                  PROGRAMME_SEVERITY_WARNING, "no-date",
                  "nothing says which day this is, and %u %s left out: write the day above the times, or name it as in "
                  "“programme import --date=2031-05-05”",
                  reader->n_dayless, reader->n_dayless == 1 ? "row is" : "rows are");
}

static void
read_rows (Reader *reader)
{
  read_above (reader);
  for (guint i = reader->columns->first; i < reader->rows->rows->len; i++)
    {
      reader->row = reader->days.row = g_ptr_array_index (reader->rows->rows, i);
      if (!pg_columns_is_head (reader->columns, reader->rows, reader->row))
        read_row (reader);
    }
}

gboolean
pg_table_to_draft (const PgForeign *foreign, const PgRows *rows, PgDraft *draft, GError **error)
{
  g_autoptr (PgRows) list = NULL;
  g_autoptr (PgColumns) columns = pg_schedule_columns (foreign, rows, &list, error);
  if (columns == NULL)
    return FALSE;
  if (list != NULL)
    rows = list;
  pg_versions_settle (columns, draft);
  g_autoptr (PgLeft) left = pg_left_new ();
  const char *languages = pg_foreign_option (foreign, "languages");
  g_autoptr (PgFamily) family = pg_family_new (foreign->options);
  g_autofree char *language = languages != NULL ? g_strndup (languages, strcspn (languages, ",")) : NULL;
  Reader reader
      = { .foreign = foreign,
          .rows = rows,
          .columns = columns,
          .draft = draft,
          .left = left,
          .speakers = { draft, family, language, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        pg_columns_parts_at_commas (columns, rows) },
          .papers = pg_conftool_papers (rows, columns),
          .sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  pg_days_begin (&reader.days, foreign, rows, columns);
  reader.has_names_below = pg_names_are_below (columns, rows, foreign->report);
  read_rows (&reader);
  clear_times_of_talks (&reader);
  tell_dayless (&reader);
  gboolean ok = draft->days->len > 0
                || pg_foreign_fail (foreign, "empty-table", error,
                                    "none of its rows has a day, a time and a title: see what was told of them");
  tell_guesses (&reader);
  pg_left_tell (left, foreign);
  g_hash_table_unref (reader.sessions);
  g_hash_table_unref (reader.speakers.said);
  g_array_unref (reader.papers);
  pg_days_end (&reader.days);
  return ok;
}
