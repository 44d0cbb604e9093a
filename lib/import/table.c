/* A schedule in a table. Enters: rows, with headings above them. Leaves: a draft of an event. Dates and times may stand in one
   cell or two, in ranges, on the first row of a day alone, or in a row above it. */
#include "import/table.h"

#include "import/body.h"
#include "import/conftool.h"
#include "import/kinds.h"
#include "import/names.h"
#include "import/schedule-columns.h"
#include "import/speakers.h"
#include "import/versions.h"

#include "base/limits.h"

#include <string.h>

#define NIGHT (6 * 60) /* what is earlier, after an evening, is past midnight */
#define EVENING (18 * 60)
#define HALF_DAY (12 * 60)

typedef struct
{
  const PgForeign *foreign;
  const PgRows *rows;
  const PgColumns *columns;
  PgDraft *draft;
  PgWhen *when;
  PgSpeakers speakers;
  PgLeft *left;             /* what the texts cannot keep */
  const PgRow *row;         /* that is read */
  const char *lone;         /* its title, where that stands in another column; or NULL */
  char *date;               /* of the row, or carried from one above it; NULL: none yet */
  PgDraftDay *day;          /* of that date */
  PgDraftEntry *last;       /* the entry above, or NULL */
  GArray *papers;           /* columns, of conftool.c */
  int latest;               /* of the starts on the day so far */
  gboolean has_names_below; /* their titles, in lines of their own */
  gboolean twelve_hours;    /* the table's clock goes to 12:59, and does not say which half of the day it is */
  guint n_afternoons;       /* times that were taken to be in the second half for that */
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

/* Days */

static void
set_date (Reader *reader, char *date)
{
  g_free (reader->date);
  reader->date = date;
  reader->day = pg_draft_day (reader->draft, date);
  reader->latest = -1;
}

/* The cell of a row that has one alone besides that in a column (G_MAXUINT: none), or the same in all, as merged cells may have;
   NULL for others. */
static const char *
only_cell (const PgRow *row, guint besides)
{
  const char *only = NULL;
  for (guint i = 0; i < row->n_cells; i++)
    if (i != besides && row->cells[i][0] != '\0' && only != NULL && strcmp (only, row->cells[i]) != 0)
      return NULL;
    else if (i != besides && row->cells[i][0] != '\0')
      only = row->cells[i];
  return only;
}

/* The day that a row says, and says nothing else: "5 May", or beside that "Time". NULL for others. */
static char *
day_of_heading (const Reader *reader, const PgRow *row)
{
  guint time = pg_columns_first (reader->columns, PG_FIELD_TIME);
  const char *only = only_cell (row, G_MAXUINT), *beside = pg_row_cell (row, time);
  int start, end;
  if (only == NULL && beside[0] != '\0' && strlen (beside) < 40
      && pg_when_times (reader->when, beside, &start, &end) == 0)
    only = only_cell (row, time);
  return only != NULL && strlen (only) < 200 ? pg_when_date (reader->when, only, TRUE, NULL) : NULL;
}

/* A row that is a heading: of a day, or of nothing that has a place in a schedule. */
static gboolean
take_heading (Reader *reader)
{
  const char *only = only_cell (reader->row, G_MAXUINT);
  char *date = day_of_heading (reader, reader->row);
  if (date != NULL)
    {
      set_date (reader, date);
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

/* Times */

typedef struct
{
  int start, end; /* -1: not said */
} Times;

/* What is in a cell of dates, times or both. */
static void
read_moment (Reader *reader, PgField field, Times *times, gboolean is_end)
{
  const char *text = cell (reader, field);
  g_autofree char *rest = NULL;
  int first = -1, second = -1;
  if (text[0] == '\0' || strlen (text) > 200)
    return;
  char *date = pg_when_date (reader->when, text, field == PG_FIELD_DATE, &rest);
  if (date != NULL && !is_end && g_strcmp0 (date, reader->date) != 0)
    set_date (reader, date);
  else
    g_free (date);
  guint n = pg_when_times (reader->when, g_strstrip (rest), &first, &second);
  if (n == 0)
    return;
  if (is_end)
    times->end = n > 1 ? second : first;
  else
    {
      times->start = first;
      times->end = n > 1 ? second : times->end;
    }
}

/* On a clock of twelve hours "1:30" is in the afternoon, and so is an end that is not behind its start. */
static void
turn_clock (Reader *reader, Times *times)
{
  if (!reader->twelve_hours || times->start < 0)
    return;
  Times before = *times;
  if (times->start < PG_EARLIEST || (times->start < PG_EARLIEST + 60 && reader->latest >= HALF_DAY))
    times->start += HALF_DAY;
  if (times->end >= 0 && times->end <= times->start)
    times->end += HALF_DAY;
  reader->n_afternoons += times->start != before.start || times->end != before.end;
}

/* What is past midnight counts on, and an end before its start is told and left out. */
static void
straighten (Reader *reader, Times *times)
{
  turn_clock (reader, times);
  if (times->start >= 0 && times->start < NIGHT && reader->latest >= EVENING)
    times->start += 24 * 60;
  if (times->end >= 0 && times->end < times->start && times->end % (24 * 60) < NIGHT && times->start >= EVENING)
    times->end += 24 * 60;
  if (times->end >= 0 && times->end < times->start)
    {
      tell_cell (reader, PG_FIELD_END, "reversed-times",
                 "this ends before it starts, and its end is left out: correct it");
      times->end = -1;
    }
}

static Times
read_times (Reader *reader)
{
  Times times = { -1, -1 };
  const char *date = cell (reader, PG_FIELD_DATE);
  read_moment (reader, PG_FIELD_DATE, &times, FALSE);
  if (date[0] != '\0' && times.start < 0 && strlen (date) < 200)
    {
      g_autofree char *found = pg_when_date (reader->when, date, TRUE, NULL);
      if (found == NULL)
        tell_cell (reader, PG_FIELD_DATE, "bad-date",
                   "this is no date that can be read here, and the one above was taken: write it as 2031-05-05");
    }
  read_moment (reader, PG_FIELD_TIME, &times, FALSE);
  read_moment (reader, PG_FIELD_START, &times, FALSE);
  read_moment (reader, PG_FIELD_END, &times, TRUE);
  guint minutes = pg_when_minutes (cell (reader, PG_FIELD_DURATION));
  straighten (reader, &times);
  if (times.end < 0 && times.start >= 0 && minutes > 0)
    times.end = times.start + (int) minutes;
  if (times.end > PG_MAX_CLOCK_MINUTES)
    times.end = -1;
  reader->latest = MAX (reader->latest, times.start);
  return times;
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

/* The session of which the row is a talk; its times are those of all its talks. */
static PgDraftEntry *
session_of_talk (Reader *reader, const char *name, const Times *times)
{
  g_autofree char *key = g_strconcat (reader->date, "\n", name, "\n", cell (reader, PG_FIELD_ROOM), NULL);
  PgDraftEntry *session = g_hash_table_lookup (reader->sessions, key);
  if (session == NULL)
    {
      session = pg_draft_entry (reader->draft, reader->day, PG_DRAFT_SESSION);
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
add_talk (Reader *reader, PgDraftEntry *session, const Times *times)
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
add_entry (Reader *reader, const Times *times)
{
  const char *session = cell (reader, PG_FIELD_SESSION), *title = title_of (reader);
  if (session[0] != '\0' && title[0] != '\0')
    {
      add_talk (reader, session_of_talk (reader, session, times), times);
      return;
    }
  PgDraftEntry *entry = pg_draft_entry (reader->draft, reader->day, PG_DRAFT_SESSION);
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
is_same (const Reader *reader, const Times *times)
{
  const PgDraftEntry *last = reader->last;
  return last != NULL && last->sort == PG_DRAFT_SESSION && (times->start < 0 || times->start == last->start)
         && (cell (reader, PG_FIELD_TITLE)[0] == '\0' || has_title (last, cell (reader, PG_FIELD_TITLE)));
}

/* The one text of a row that has a time and no title: a break often goes over all columns. */
static const char *
lone_text (const Reader *reader, const Times *times)
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

static void
read_row (Reader *reader)
{
  reader->lone = NULL;
  if (take_heading (reader))
    return;
  PgDraftDay *before = reader->day;
  pg_columns_check_length (reader->columns, reader->rows, reader->row, reader->foreign->report);
  Times times = read_times (reader);
  if (reader->day != before)
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
  else if (reader->day == NULL)
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
      const char *first = only_cell (row, G_MAXUINT);
      g_autofree char *date = day_of_heading (reader, row);
      if (date != NULL && !pg_columns_have (reader->columns, PG_FIELD_DATE))
        set_date (reader, g_steal_pointer (&date));
      else if (date == NULL && first != NULL && reader->draft->title == NULL)
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
  guint n = pg_when_n_unsure (reader->when);
  if (pg_foreign_option (reader->foreign, "columns") == NULL)
    pg_columns_tell (reader->columns, reader->rows, report);
  pg_columns_tell_others (reader->columns, reader->rows, report);
  pg_family_report (reader->speakers.family, reader->foreign->name, report);
  if (reader->n_afternoons > 0)
    pg_foreign_tell (reader->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-clock",
                     "no time is after 12:59, and %u before 7:00 or before what they follow were taken to be in the "
                     "afternoon: write them as 13:30, or 1:30 pm",
                     reader->n_afternoons);
  if (n > 0)
    pg_foreign_tell (reader->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-date",
                     "%u %s day and month in figures alone, which could be either: write them as 2031-05-06, or say "
                     "--languages=en-US if the month comes first",
                     n, n == 1 ? "date has" : "dates have");
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
                  "nothing says which day this is, and %u %s left out: import it with --date=2031-05-05, or write the "
                  "day above the times",
                  reader->n_dayless, reader->n_dayless == 1 ? "row is" : "rows are");
}

static void
read_rows (Reader *reader)
{
  read_above (reader);
  for (guint i = reader->columns->first; i < reader->rows->rows->len; i++)
    {
      reader->row = g_ptr_array_index (reader->rows->rows, i);
      if (!pg_columns_is_head (reader->columns, reader->rows, reader->row))
        read_row (reader);
    }
}

/* Days on which nothing came to stand are none. */
static gboolean
drop_empty_days (PgDraft *draft)
{
  for (guint i = draft->days->len; i-- > 0;)
    if (((PgDraftDay *) g_ptr_array_index (draft->days, i))->entries->len == 0)
      g_ptr_array_remove_index (draft->days, i);
  return draft->days->len > 0;
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
  const char *languages = pg_foreign_option (foreign, "languages"), *date = pg_foreign_option (foreign, "date");
  g_autoptr (PgFamily) family = pg_family_new (foreign->options);
  g_autoptr (PgWhen) when = pg_when_new (languages, date);
  g_autofree char *language = languages != NULL ? g_strndup (languages, strcspn (languages, ",")) : NULL;
  Reader reader
      = { .foreign = foreign,
          .rows = rows,
          .columns = columns,
          .draft = draft,
          .when = when,
          .left = left,
          .speakers = { draft, family, language, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        pg_columns_parts_at_commas (columns, rows) },
          .papers = pg_conftool_papers (rows, columns),
          .sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  char *first = date != NULL ? pg_when_date (when, date, TRUE, NULL) : NULL;
  if (first != NULL)
    set_date (&reader, first);
  reader.has_names_below = pg_names_are_below (columns, rows, foreign->report);
  reader.twelve_hours = pg_schedule_is_twelve_hours (columns, rows, when);
  read_rows (&reader);
  clear_times_of_talks (&reader);
  tell_dayless (&reader);
  gboolean ok = drop_empty_days (draft)
                || pg_foreign_fail (foreign, "empty-table", error,
                                    "none of its rows has a day, a time and a title: see what was told of them");
  tell_guesses (&reader);
  pg_left_tell (left, foreign);
  g_hash_table_unref (reader.sessions);
  g_hash_table_unref (reader.speakers.said);
  g_array_unref (reader.papers);
  g_free (reader.date);
  return ok;
}
