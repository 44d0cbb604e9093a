/* Enters: an option and a text. Leaves: the value that it means, or why it means none. */
#include "option/options.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"
#include "option/pages.h"

#include <string.h>

/* What each kind takes, in words; a choice names its values. */
static const char *const wanted[]
    = { [PROGRAMME_OPTION_KIND_FLAG] = "yes or no",
        [PROGRAMME_OPTION_KIND_NUMBER] = "a whole number from 1",
        [PROGRAMME_OPTION_KIND_PAPER]
        = "A0 to A7, Letter, Legal, Tabloid, RA3, RA4, SRA3, SRA4 or a size such as 210x297mm, of 12.7 to 5080 mm",
        [PROGRAMME_OPTION_KIND_PAGES] = "numbers of pages, such as 3 or 1-3,5",
        [PROGRAMME_OPTION_KIND_DATE] = "a date such as 2031-05-05, also with a time such as 2031-05-05T09:00:00Z, or "
                                       "seconds since 1970",
        [PROGRAMME_OPTION_KIND_FILE] = "the path of a file",
        [PROGRAMME_OPTION_KIND_FOLDER] = "the path of a folder",
        [PROGRAMME_OPTION_KIND_LENGTH] = "a length such as 0.1mm, of at most 100 mm",
        [PROGRAMME_OPTION_KIND_GRID] = "columns and rows such as 2x4, of at most 100",
        [PROGRAMME_OPTION_KIND_OFFSET] = "two lengths such as 1.5mm,-2mm, to the right and down, of at most 20 mm",
        [PROGRAMME_OPTION_KIND_TEXT] = "a text",
        [PROGRAMME_OPTION_KIND_DISTANCE] = "metres, to 1000, such as 6m" };

static gboolean
refuse (const ProgrammeOption *option, const char *text, GError **error)
{
  gint64 number = pg_option_most (option);
  g_autofree char *most = number > 0 ? g_strdup_printf (" to %" G_GINT64_FORMAT, number) : g_strdup ("");
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s takes %s%s, not “%s”", option->name,
               wanted[option->kind], most, text);
  return FALSE;
}

static gboolean
parse_choice (const ProgrammeOption *option, const char *piece, const char *text, PgValue *value, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (const PgChoice *choice = option->choices; choice->word != NULL; choice++)
    {
      value->number = choice->number;
      if (strcmp (choice->word, text) == 0)
        return TRUE;
      if (pg_choice_is_of (option, choice, piece))
        g_ptr_array_add (words, (gpointer) choice->word);
    }
  g_ptr_array_add (words, NULL);
  const char *near = pg_nearest_word (text, (const char *const *) words->pdata);
  g_autofree char *expected = pg_option_expected (option, piece);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s takes %s, not “%s”%s%s%s", option->name, expected,
               text, near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
  return FALSE;
}

static gboolean
parse_languages (const ProgrammeOption *option, const char *text, PgValue *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint n = g_strv_length (words);
  const char *why = NULL;
  for (guint i = 0; i < n; i++)
    if (g_strstrip (words[i])[0] == '\0')
      why = "a language is missing beside the comma";
  if (text[0] == '\0')
    why = "it takes one language or two, such as en,ko";
  else if (why == NULL && n == 2 && g_ascii_strcasecmp (words[0], words[1]) == 0)
    why = "it names the same language twice";
  if (n > 2)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "%s takes one language or two, not %u: make a document for each pair", option->name, n);
  else if (why != NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s=%s: %s", option->name, text, why);
  if (n > 2 || why != NULL)
    return FALSE;
  value->words = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
parse_flag (const char *text, gint64 *number)
{
  *number = strcmp (text, "yes") == 0;
  return *number == 1 || strcmp (text, "no") == 0;
}

/* A date alone is the start of that day; what has no zone is UTC's. */
static gboolean
parse_date (const char *text, gint64 *seconds)
{
  if (text[0] != '\0' && text[strspn (text, "0123456789")] == '\0')
    return g_ascii_string_to_signed (text, 10, 0, PG_LAST_SECOND, seconds, NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *start = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (strchr (text, 'T') != NULL ? text : start, utc);
  if (moment == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (moment);
  return *seconds >= 0 && *seconds <= PG_LAST_SECOND;
}

static gboolean
parse_number (const ProgrammeOption *option, const char *text, gint64 *number)
{
  gint64 most = pg_option_most (option);
  return g_ascii_string_to_signed (text, 10, 1, most > 0 ? most : G_MAXINT, number, NULL);
}

/* Words with commas between; the word whose number is 0 stands alone. */
static gboolean
parse_choices (const ProgrammeOption *option, const char *piece, const char *text, PgValue *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  gint64 all = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!parse_choice (option, piece, words[i], value, error))
        return FALSE;
      all |= value->number;
      if (value->number == 0 && words[1] != NULL)
        {
          g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s=%s: %s goes with no other", option->name,
                       text, words[i]);
          return FALSE;
        }
    }
  value->number = all;
  return words[0] != NULL || parse_choice (option, piece, text, value, error);
}

#define MOST_LENGTH (100 * PG_POINTS_PER_MM)
#define MOST_PLACES 100
#define MOST_OFFSET (20 * PG_POINTS_PER_MM)

static gboolean
is_length (const char *text)
{
  double points;
  return pg_length_parse (text, &points) && points >= 0 && points <= MOST_LENGTH;
}

gboolean
pg_offset_parse (const char *text, double *x, double *y)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  return g_strv_length (parts) == 2 && pg_length_parse (parts[0], x) && pg_length_parse (parts[1], y)
         && MAX (ABS (*x), ABS (*y)) <= MOST_OFFSET;
}

gboolean
pg_grid_parse (const char *text, guint *columns, guint *rows)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);
  guint64 numbers[2];
  if (g_strv_length (parts) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, MOST_PLACES, &numbers[i], NULL))
      return FALSE;
  *columns = (guint) numbers[0];
  *rows = (guint) numbers[1];
  return TRUE;
}

static gboolean
parse_kind (const ProgrammeOption *option, const char *piece, const char *text, PgValue *value, GError **error)
{
  double width, height;
  guint columns, rows;
  gboolean ok = text[0] != '\0';
  switch (option->kind)
    {
    case PROGRAMME_OPTION_KIND_CHOICE:
      return parse_choice (option, piece, text, value, error);
    case PROGRAMME_OPTION_KIND_CHOICES:
      return parse_choices (option, piece, text, value, error);
    case PROGRAMME_OPTION_KIND_LANGUAGES:
      return parse_languages (option, text, value, error);
    case PROGRAMME_OPTION_KIND_FLAG:
      ok = parse_flag (text, &value->number);
      break;
    case PROGRAMME_OPTION_KIND_NUMBER:
      ok = parse_number (option, text, &value->number);
      break;
    case PROGRAMME_OPTION_KIND_DATE:
      ok = parse_date (text, &value->number);
      break;
    case PROGRAMME_OPTION_KIND_PAPER:
      ok = pg_paper_parse (text, &width, &height);
      break;
    case PROGRAMME_OPTION_KIND_PAGES:
      ok = pg_pages_are_well_formed (text);
      break;
    case PROGRAMME_OPTION_KIND_LENGTH:
      ok = is_length (text);
      break;
    case PROGRAMME_OPTION_KIND_DISTANCE:
      ok = pg_metres_parse (text) > 0;
      break;
    case PROGRAMME_OPTION_KIND_GRID:
      ok = pg_grid_parse (text, &columns, &rows);
      break;
    case PROGRAMME_OPTION_KIND_OFFSET:
      ok = pg_offset_parse (text, &width, &height);
      break;
    case PROGRAMME_OPTION_KIND_FILE:
    case PROGRAMME_OPTION_KIND_FOLDER:
    case PROGRAMME_OPTION_KIND_TEXT:
      break;
    }
  return ok || refuse (option, text, error);
}

gboolean
pg_option_parse (const ProgrammeOption *option, const char *piece, const char *text, PgValue *value, GError **error)
{
  if (!parse_kind (option, piece, text, value, error))
    {
      pg_value_clear (value);
      return FALSE;
    }
  value->is_set = TRUE;
  value->text = g_strdup (text);
  return TRUE;
}

void
pg_value_clear (PgValue *value)
{
  g_free (value->text);
  g_strfreev (value->words);
  g_clear_error (&value->fault);
  *value = (PgValue){ 0 };
}
