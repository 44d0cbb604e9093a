/* Stocks: sheets of labels, cards or badges. Enters: a name, or a file of somebody's own. Leaves: where the labels are. */
#include "sheet/stock.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/units.h"

#include <gio/gio.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "/programme/stocks/"
#define ENDING ".stock"
#define MOST_LABELS 100 /* in a row, and in a column */
#define ROUNDING (0.02 * PG_POINTS_PER_MM)

typedef enum
{
  TEXT,
  SHEET,
  LENGTH,
  COUNT,
  FLAG
} Kind;

static const struct
{
  const char *key;
  Kind kind;
  gboolean is_needed;
  gsize offset; /* in a stock */
  const char *expected;
} keys[] = {
  { "name", TEXT, TRUE, offsetof (PgStock, title), "what the stock is called" },
  { "also", TEXT, FALSE, offsetof (PgStock, also), "other names of it, with spaces between" },
  { "source", TEXT, FALSE, offsetof (PgStock, source), "where the figures come from" },
  { "sheet", SHEET, TRUE, offsetof (PgStock, sheet), "A4, Letter or a size such as 297x210mm" },
  { "width", LENGTH, TRUE, offsetof (PgStock, width), "a length such as 86mm" },
  { "height", LENGTH, TRUE, offsetof (PgStock, height), "a length such as 55mm" },
  { "columns", COUNT, TRUE, offsetof (PgStock, columns), "a whole number from 1 to 100" },
  { "rows", COUNT, TRUE, offsetof (PgStock, rows), "a whole number from 1 to 100" },
  { "left", LENGTH, TRUE, offsetof (PgStock, left), "a length such as 19mm" },
  { "top", LENGTH, TRUE, offsetof (PgStock, top), "a length such as 38.5mm" },
  { "across", LENGTH, FALSE, offsetof (PgStock, across), "a length such as 86mm" },
  { "down", LENGTH, FALSE, offsetof (PgStock, down), "a length such as 55mm" },
  { "corner", LENGTH, FALSE, offsetof (PgStock, corner), "a length such as 2mm" },
  { "fold", LENGTH, FALSE, offsetof (PgStock, fold), "a length such as 63.5mm" },
  { "cut", FLAG, FALSE, offsetof (PgStock, cut), "yes or no" },
};

typedef struct
{
  PgArena *arena;
  PgStock *stock;
  PgPlace place;                    /* of the line that is read */
  guint lines[G_N_ELEMENTS (keys)]; /* where each key stands; 0: nowhere */
  ProgrammeReport *report;
  GError **error;
  guint n_faults;
} Reader;

static void wrong (Reader *reader, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
wrong (Reader *reader, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  PgPlace place = { reader->place.file, line, line > 0 ? 1 : 0 };
  pg_message_clean (message);
  if (reader->n_faults++ == 0)
    g_set_error (reader->error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s:%u:1: %s", place.file, MAX (line, 1),
                 message);
  pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &place, "bad-stock", "%s", message);
}

static gboolean
set_value (Reader *reader, guint i, char *value)
{
  gpointer target = (char *) reader->stock + keys[i].offset;
  guint64 count;
  double *length = target;
  switch (keys[i].kind)
    {
    case TEXT:
      *(const char **) target = value;
      return value[0] != '\0';
    case SHEET:
      *(const char **) target = value;
      return pg_paper_parse (value, &reader->stock->sheet_width, &reader->stock->sheet_height);
    case LENGTH:
      return pg_length_parse (value, length) && *length >= 0 && *length <= PG_MAX_PAPER_POINTS;
    case COUNT:
      if (!g_ascii_string_to_unsigned (value, 10, 1, MOST_LABELS, &count, NULL))
        return FALSE;
      *(guint *) target = (guint) count;
      return TRUE;
    case FLAG:
      *(gboolean *) target = strcmp (value, "yes") == 0;
      return strcmp (value, "yes") == 0 || strcmp (value, "no") == 0;
    }
  return FALSE;
}

static void
read_key (Reader *reader, const char *key, char *value)
{
  const char *names[G_N_ELEMENTS (keys) + 1] = { NULL };
  guint i = 0;
  for (; i < G_N_ELEMENTS (keys); i++)
    names[i] = keys[i].key;
  for (i = 0; i < G_N_ELEMENTS (keys) && strcmp (keys[i].key, key) != 0;)
    i++;
  if (i == G_N_ELEMENTS (keys))
    {
      const char *near = pg_nearest_word (key, names);
      wrong (reader, reader->place.line, "a stock has no key “%.40s”%s%s%s", key,
             near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
      return;
    }
  if (reader->lines[i] > 0)
    wrong (reader, reader->place.line, "%s stands there twice: keep one", key);
  else if (!set_value (reader, i, value))
    wrong (reader, reader->place.line, "%s: “%.40s” is not understood; expected %s", key, value, keys[i].expected);
  reader->lines[i] = reader->place.line;
}

static void
read_line (Reader *reader, const char *line)
{
  char *text = g_strstrip (pg_arena_strdup (reader->arena, line)), *equals = strchr (text, '=');
  if (text[0] == '\0' || text[0] == '#' || strcmp (text, "[stock]") == 0)
    return;
  if (equals == NULL)
    {
      wrong (reader, reader->place.line, "a line of a stock is key = value, such as width = 86mm");
      return;
    }
  *equals = '\0';
  read_key (reader, g_strchomp (text), g_strchug (equals + 1));
}

static guint
line_of (const Reader *reader, const char *key)
{
  guint i = 0;
  while (strcmp (keys[i].key, key) != 0)
    i++;
  return reader->lines[i];
}

/* Along one side of the sheet. */
static void
check_side (Reader *reader, double start, guint n, double step, double label, double sheet, const char *key,
            const char *step_key, const char *start_key)
{
  double end = start + (n - 1) * step + label;
  if (n > 1 && step < label - ROUNDING)
    wrong (reader, MAX (line_of (reader, step_key), line_of (reader, key)),
           "%s: labels of %.2f mm, %.2f mm from one to the next, lie on each other: correct one of the two", step_key,
           label / PG_POINTS_PER_MM, step / PG_POINTS_PER_MM);
  if (end > sheet + ROUNDING)
    wrong (reader, line_of (reader, key),
           "the labels end %.2f mm from the sheet's edge, and the sheet has %.2f mm: correct %s, %s or the sheet",
           end / PG_POINTS_PER_MM, sheet / PG_POINTS_PER_MM, key, start_key);
}

static void
check (Reader *reader)
{
  PgStock *stock = reader->stock;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].is_needed && reader->lines[i] == 0)
      wrong (reader, 1, "%s is missing: add %s = …, %s", keys[i].key, keys[i].key, keys[i].expected);
  if (reader->n_faults > 0)
    return;
  stock->across = stock->across > 0 ? stock->across : stock->width;
  stock->down = stock->down > 0 ? stock->down : stock->height;
  if (MIN (stock->width, stock->height) < PG_MIN_PAPER_POINTS)
    wrong (reader, line_of (reader, stock->width < stock->height ? "width" : "height"),
           "a label has 12.7 mm at least on each side: take another stock");
  if (stock->fold >= stock->height)
    wrong (reader, line_of (reader, "fold"), "fold: it is within the label's height of %.2f mm",
           stock->height / PG_POINTS_PER_MM);
  check_side (reader, stock->left, stock->columns, stock->across, stock->width, stock->sheet_width, "width", "across",
              "left");
  check_side (reader, stock->top, stock->rows, stock->down, stock->height, stock->sheet_height, "height", "down",
              "top");
}

/* FALSE after faults. */
static gboolean
read_text (Reader *reader, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      reader->place.line = i + 1;
      read_line (reader, lines[i]);
    }
  check (reader);
  return reader->n_faults == 0;
}

static const PgStock *
read_bytes (PgArena *arena, const char *name, const char *file, GBytes *bytes, ProgrammeReport *report, GError **error)
{
  PgStock *stock = pg_arena_new0 (arena, PgStock);
  Reader reader = { .arena = arena, .stock = stock, .report = report, .error = error };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  reader.place.file = pg_arena_strdup (arena, file);
  stock->name = pg_arena_strdup (arena, name);
  if (!g_utf8_validate (data, (gssize) length, NULL))
    wrong (&reader, 1, "this is no text in UTF-8, and so no stock");
  else
    read_text (&reader, pg_arena_strndup (arena, data, (gssize) length));
  return reader.n_faults == 0 ? stock : NULL;
}

/* Those that come with the library */

static int
compare (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gpointer
list_names (gpointer unused)
{
  char **children = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  (void) unused;
  guint n = g_strv_length (children);
  for (guint i = 0; i < n; i++)
    children[i][strlen (children[i]) - strlen (ENDING)] = '\0';
  qsort (children, n, sizeof *children, compare);
  return children;
}

/* Made once and kept. */
const char *const *
pg_stock_names (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, list_names, NULL);
}

static const PgStock *
read_own (PgArena *arena, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ENDING, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return read_bytes (arena, name, path, bytes, NULL, NULL);
}

/* By its name, or one of its others. */
static const PgStock *
find_own (PgArena *arena, const char *name, GError **error)
{
  const char *const *names = pg_stock_names ();
  if (g_strv_contains (names, name))
    return read_own (arena, name);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const PgStock *stock = read_own (arena, names[i]);
      g_auto (GStrv) others = g_strsplit (stock->also != NULL ? stock->also : "", " ", -1);
      if (g_strv_contains ((const char *const *) others, name))
        return stock;
    }
  const char *near = pg_nearest_word (name, names);
  g_set_error (
      error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
      "stock: there is none called “%.60s”: %s%s%s“programme stocks” lists them, and a file of your own ends in .stock",
      name, near != NULL ? "did you mean “" : "", near != NULL ? near : "", near != NULL ? "”? " : "");
  return NULL;
}

const PgStock *
pg_stock_read (PgArena *arena, const char *name, ProgrammeReport *report, GError **error)
{
  char *data;
  gsize length;
  if (strchr (name, '/') == NULL && !g_str_has_suffix (name, ENDING))
    return find_own (arena, name, error);
  if (!pg_file_read (name, PG_MAX_THEME_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  return read_bytes (arena, name, name, bytes, report, error);
}
