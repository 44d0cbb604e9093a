/* Enters: runs. Leaves: their texts without pictographs that no font has, and one finding that counts these. */
#include "text/pictographs.h"

#include <string.h>
#include <unicode/uchar.h>

#define KEYCAP 0x20e3

/* Of one that is left out: where its run's text has it. */
typedef struct
{
  guint run, offset;
  gunichar c;
} LeftOut;

/* The same, where the event's file has it. */
typedef struct
{
  PgPlace place;
  gunichar c;
} Found;

static gboolean
is_pictograph (gunichar c)
{
  if (c < 0x2190 || (c >= 0x3000 && c < 0x1f000) || c >= 0x20000)
    return FALSE;
  return (c >= 0x1f1e6 && c <= 0x1f1ff) || u_hasBinaryProperty ((UChar32) c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static gboolean
is_skin_tone (gunichar c)
{
  return c >= 0x1f3fb && c <= 0x1f3ff;
}

/* What changes or joins the pictograph before it. */
static gboolean
is_tied (gunichar c)
{
  return c == 0x200d || c == 0xfe0e || c == 0xfe0f || is_skin_tone (c) || (c >= 0xe0020 && c < 0xe0080);
}

/* Whether there can be one: most texts have no byte that is in one. */
static gboolean
may_have_any (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    if ((*at == 0xe2 && at[1] >= 0x83) || (*at == 0xf0 && at[1] == 0x9f))
      return TRUE;
  return FALSE;
}

char *
pg_pictographs_sift (PgGalley *galley, guint index, gboolean after_white)
{
  const PgRun *run = &galley->runs[index];
  gboolean left_out = FALSE; /* what stood before */
  gunichar before = 0;
  if (!may_have_any (run->text))
    return NULL;
  GString *kept = g_string_new (NULL);
  for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_coloured = c == KEYCAP || (is_skin_tone (c) && (is_pictograph (before) || before == 0xfe0f));
      gboolean is_second_space = left_out && c == ' ' && after_white;
      if (is_coloured || is_second_space || (left_out && is_tied (c)))
        continue;
      before = c;
      left_out = is_pictograph (c) && pg_fonts_fall_back (galley->fonts, run, c) == NULL;
      if (!left_out)
        {
          g_string_append_unichar (kept, c);
          after_white = c == ' ';
          continue;
        }
      LeftOut one = { index, (guint) (at - run->text), c };
      if (galley->left_out == NULL)
        galley->left_out = g_array_new (FALSE, FALSE, sizeof (LeftOut));
      g_array_append_val (galley->left_out, one);
    }
  return g_string_free (kept, FALSE);
}

void
pg_pictographs_note (const PgGalley *galley, const PgPlace *place)
{
  GHashTable *found = galley->fonts->left_out;
  for (guint i = 0; galley->left_out != NULL && i < galley->left_out->len; i++)
    {
      const LeftOut *one = &g_array_index (galley->left_out, LeftOut, i);
      const PgRun *run = &galley->runs[one->run];
      Found *new = g_new0 (Found, 1);
      new->c = one->c;
      if (run->origins != NULL)
        new->place = pg_origins_find (run->origins, run->offset + one->offset);
      else if (place != NULL)
        new->place = *place;
      g_hash_table_insert (found, g_strdup_printf ("%u:%u:%x", new->place.line, new->place.column, one->c), new);
    }
}

static gboolean
is_before (const PgPlace *a, const PgPlace *b)
{
  return a->line != b->line ? a->line < b->line : a->column < b->column;
}

void
pg_lines_tell_left_out (PgFonts *fonts, ProgrammeReport *report)
{
  const Found *first = NULL;
  guint n = g_hash_table_size (fonts->left_out);
  GHashTableIter iter;
  gpointer found;
  g_hash_table_iter_init (&iter, fonts->left_out);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    if (first == NULL || is_before (&((const Found *) found)->place, &first->place))
      first = found;
  if (first == NULL)
    return;
  g_autofree char *name = pg_character_name (first->c), *package = pg_font_set_find_missing_symbols (fonts->set);
  g_autofree char *advice = package != NULL
                                ? g_strconcat ("install the package ", package, NULL)
                                : g_strdup ("write words instead, or add a font of your own that has what is missing");
  if (n == 1)
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &first->place, "missing-pictograph",
                   "the pictograph %s is left out, because no font has it: %s", name, advice);
  else
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &first->place, "missing-pictograph",
                   "%u pictographs are left out, because no font has them, the first of them %s: %s", n, name, advice);
}
