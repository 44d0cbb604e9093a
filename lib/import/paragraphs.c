/* Programmes that are no table. Enters: paragraphs. Leaves: rows of a time and a title, with the paragraphs below it in further
   lines. */
#include "import/paragraphs.h"

#include "import/when.h"

#include "base/limits.h"

#include <string.h>

#define LONGEST_DAY 120 /* bytes of a paragraph that is a day */
#define LONGEST_REST 60 /* of what it has besides the date */
#define SOME_MONDAY "2001-01-01"

enum
{
  TIME,
  TITLE
};

struct PgParagraphs
{
  const PgForeign *foreign;
  PgRows *rows;
  PgRowFiller filler;
  PgWhen *when;
  GString *text;           /* of the entry that is read: its title, and the lines below it */
  char *time;              /* of it; NULL: there is none */
  char *waiting;           /* a paragraph after an empty one, which is a heading if an entry follows at once; or NULL */
  guint number, n_waiting; /* of the two */
  guint n;
  gboolean is_after_empty, is_ended;
};

PgParagraphs *
pg_paragraphs_new (const PgForeign *foreign, const char *sheet)
{
  PgParagraphs *lines = g_new0 (PgParagraphs, 1);
  const char *date = pg_foreign_option (foreign, "date");
  lines->foreign = foreign;
  lines->rows = pg_rows_new (foreign->name, sheet);
  lines->when = pg_when_new (pg_foreign_option (foreign, "languages"), date != NULL ? date : SOME_MONDAY);
  lines->text = g_string_new (NULL);
  pg_filler_init (&lines->filler, lines->rows, foreign->report);
  return lines;
}

void
pg_paragraphs_free (PgParagraphs *lines)
{
  if (lines == NULL)
    return;
  pg_filler_clear (&lines->filler);
  pg_rows_free (lines->rows);
  pg_when_free (lines->when);
  g_string_free (lines->text, TRUE);
  g_free (lines->time);
  g_free (lines->waiting);
  g_free (lines);
}

guint
pg_paragraphs_n (const PgParagraphs *lines)
{
  return lines->n;
}

static void
end_row (PgParagraphs *lines, guint number)
{
  lines->filler.number = number;
  lines->is_ended = lines->is_ended || !pg_filler_end (&lines->filler);
}

static void
put_alone (PgParagraphs *lines, guint number, const char *text)
{
  pg_filler_put (&lines->filler, TIME, text, strlen (text), 0);
  end_row (lines, number);
}

static void
end_entry (PgParagraphs *lines)
{
  if (lines->time == NULL)
    return;
  pg_filler_put (&lines->filler, TIME, lines->time, strlen (lines->time), 0);
  pg_filler_put (&lines->filler, TITLE, lines->text->str, lines->text->len, 0);
  end_row (lines, lines->number);
  g_clear_pointer (&lines->time, g_free);
}

/* A line of the entry that is read. */
static void
add_below (PgParagraphs *lines, const char *text)
{
  if (lines->text->len < 4 * PG_MAX_CELL_CHARACTERS)
    g_string_append_printf (lines->text, "%s%s", lines->text->len > 0 ? "\n" : "", text);
}

static void
add_waiting (PgParagraphs *lines)
{
  if (lines->waiting != NULL)
    add_below (lines, lines->waiting);
  g_clear_pointer (&lines->waiting, g_free);
}

/* What a tab parts from a title is below it, as speakers often are. */
static void
begin_entry (PgParagraphs *lines, guint number, const char *text, gsize length)
{
  if (lines->waiting != NULL)
    {
      end_entry (lines);
      put_alone (lines, lines->n_waiting, lines->waiting);
      g_clear_pointer (&lines->waiting, g_free);
    }
  end_entry (lines);
  lines->time = g_strndup (text, length);
  lines->number = number;
  g_string_assign (lines->text, text + length);
  g_strdelimit (lines->text->str, "\t", '\n');
  lines->n++;
}

/* A date with hardly anything else, "Day 2", "Monday". */
static gboolean
is_day (PgParagraphs *lines, const char *text)
{
  if (strlen (text) > LONGEST_DAY)
    return FALSE;
  g_autofree char *rest = NULL, *date = pg_when_date (lines->when, text, TRUE, &rest);
  return date != NULL && (rest == NULL || strlen (rest) <= LONGEST_REST);
}

void
pg_paragraphs_add (PgParagraphs *lines, guint number, const char *text, gboolean is_heading)
{
  gsize length = pg_when_prefix (lines->when, text);
  if (lines->is_ended)
    return;
  if (text[strspn (text, " \t\n")] == '\0')
    {
      add_waiting (lines);
      lines->is_after_empty = TRUE;
      return;
    }
  if (length > 0)
    begin_entry (lines, number, text, length);
  else if (lines->time == NULL)
    put_alone (lines, number, text);
  else if (lines->text->len > 0 && is_day (lines, text))
    {
      add_waiting (lines);
      end_entry (lines);
      put_alone (lines, number, text);
    }
  else if ((lines->is_after_empty || is_heading) && lines->waiting == NULL && lines->text->len > 0)
    {
      lines->waiting = g_strdup (text);
      lines->n_waiting = number;
    }
  else
    {
      add_waiting (lines);
      add_below (lines, text);
    }
  lines->is_after_empty = FALSE;
}

PgRows *
pg_paragraphs_rows (PgParagraphs *lines)
{
  add_waiting (lines);
  end_entry (lines);
  pg_foreign_tell (
      lines->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-lines",
      "%u paragraphs begin with a time, and were taken for entries, and those below each for what is said of it: "
      "put the programme into a table if that is wrong",
      lines->n);
  return g_steal_pointer (&lines->rows);
}
