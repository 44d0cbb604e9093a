/* Enters: files of a kit. Leaves: what is to be printed of them, as rows and as CSV. */
#include "print-list.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/units.h"
#include "pdf/source.h"

#include <math.h>
#include <string.h>

PgPrintRow *
pg_print_row_new (void)
{
  return g_new0 (PgPrintRow, 1);
}

void
pg_print_row_free (gpointer data)
{
  PgPrintRow *row = data;
  g_free (row->file);
  g_free (row->paper);
  g_clear_pointer (&row->titles, g_ptr_array_unref);
  g_free (row);
}

/* "A4", or "99x210mm". */
static char *
name_paper (double width, double height)
{
  const char *name = pg_paper_smallest (width, height);
  double least, most;
  gboolean is_named = name != NULL && pg_paper_parse (name, &least, &most)
                      && fabs (MIN (width, height) - MIN (least, most)) < 1
                      && fabs (MAX (width, height) - MAX (least, most)) < 1;
  return is_named ? g_strdup (name)
                  : g_strdup_printf ("%.0fx%.0fmm", width / PG_POINTS_PER_MM, height / PG_POINTS_PER_MM);
}

/* Of sheets that are folded both sides are printed; of others as the printer turns them, if it does. */
static const char *
way_of (const PgPiece *piece, const ProgrammeOptions *options, guint n_pages, gboolean lies)
{
  gint64 way = pg_options_number (options, PG_OPTION_IMPOSE);
  gboolean has_flip = pg_options_has (options, PG_OPTION_FLIP);
  if (pg_options_number (options, PG_OPTION_SIDES) == PG_SIDES_TWO && !has_flip)
    return lies && !pg_options_has (options, PG_OPTION_STOCK) ? "short-edge" : "long-edge";
  if (way == PG_WAY_SADDLE || way == PG_WAY_PERFECT || has_flip)
    return has_flip && strcmp (pg_options_text (options, PG_OPTION_FLIP), "long") == 0 ? "long-edge" : "short-edge";
  return way == 0 && piece != NULL && piece->two_sides && n_pages > 1 ? "long-edge" : "one-side";
}

static const char *
finish_of (const PgPiece *piece, const ProgrammeOptions *options, guint n_sheets)
{
  gint64 way = pg_options_number (options, PG_OPTION_IMPOSE);
  if (way == PG_WAY_SADDLE || way == PG_WAY_PERFECT)
    return "stitch";
  if (way != 0)
    return "cut";
  if (piece == NULL || piece->finish == NULL || (strcmp (piece->finish, "staple") == 0 && n_sheets < 2))
    return NULL;
  return piece->finish;
}

gboolean
pg_print_row_look (PgPrintRow *row, const char *path, const PgPiece *piece, const ProgrammeOptions *options,
                   GError **error)
{
  char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_PDF_BYTES, NULL, &data, &length, error))
    return FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_autoptr (PgSource) source = pg_source_open (bytes, path, error);
  if (source == NULL)
    return FALSE;
  const PgPageBoxes *first = pg_source_page (source, 0);
  row->pages = source->pages->len;
  const char *sheet = pg_options_text (options, PG_OPTION_SHEET);
  row->paper = sheet != NULL ? g_strdup (sheet) : name_paper (first->width, first->height);
  row->way = way_of (piece, options, row->pages, first->width > first->height);
  row->sheets = strcmp (row->way, "one-side") == 0 ? row->pages : (row->pages + 1) / 2;
  row->finish = finish_of (piece, options, row->sheets);
  return TRUE;
}

/* CSV */

static void
add_field (GString *text, const char *value)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ',');
  if (strpbrk (value, ",\"\r\n") == NULL)
    {
      g_string_append (text, value);
      return;
    }
  g_auto (GStrv) parts = g_strsplit (value, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

static void
add_number (GString *text, guint number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);
  add_field (text, value);
}

char *
pg_print_list_text (const GPtrArray *rows, GHashTable *made)
{
  GString *text = g_string_new ("file,pages,sheets,paper,sides,copies,then,made\n");
  for (guint i = 0; i < rows->len; i++)
    {
      const PgPrintRow *row = g_ptr_array_index (rows, i);
      const gint64 *seconds = g_hash_table_lookup (made, row->file);
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (*seconds);
      g_autofree char *date = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
      add_field (text, row->file);
      add_number (text, row->pages);
      add_number (text, row->sheets * row->copies);
      add_field (text, row->paper);
      add_field (text, row->way);
      add_number (text, row->copies);
      add_field (text, row->finish != NULL ? row->finish : "");
      add_field (text, date);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* A file's name is the first field, and when it was made the last: names that we make have no quotation marks. */
GHashTable *
pg_print_list_read (const char *folder)
{
  GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename (folder, PG_PRINT_LIST, NULL), *text = NULL;
  if (!pg_file_read (path, PG_MB, NULL, &text, NULL, NULL))
    return made;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      guint n = g_strv_length (fields);
      g_autoptr (GDateTime) moment = n > 1 ? g_date_time_new_from_iso8601 (fields[n - 1], NULL) : NULL;
      gint64 seconds = moment != NULL ? g_date_time_to_unix (moment) : -1;
      if (seconds >= 0 && seconds <= PG_LAST_SECOND)
        g_hash_table_insert (made, g_strdup (fields[0]), g_memdup2 (&seconds, sizeof seconds));
    }
  return made;
}
