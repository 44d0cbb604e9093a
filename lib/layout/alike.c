/* Enters: paragraphs that were broken into lines, and others that say the same. Leaves: the lines of the first for all of them:
   an agenda says times, roles and minutes again and again. */
#include "layout/flow.h"

#include <string.h>

/* What a paragraph's lines follow from. */
typedef struct
{
  PgWording wording;
  PgKept kept;
} Alike;

static guint
hash_text (guint hash, const char *text)
{
  for (; *text != '\0'; text++)
    hash = hash * 33 + (guchar) *text;
  return hash;
}

static guint
hash_wording (gconstpointer data)
{
  const PgWording *wording = data;
  guint hash = g_direct_hash (wording->style) ^ g_double_hash (&wording->width);
  for (guint i = 0; i < wording->n_runs; i++)
    hash = hash_text (hash, wording->runs[i].text) ^ g_direct_hash (wording->runs[i].note);
  return hash;
}

/* Whether a run is inserted, and together with the one before it. */
static guint
insertion_of (const PgRun *runs, guint i)
{
  return runs[i].isolate == NULL ? 0 : i > 0 && runs[i].isolate == runs[i - 1].isolate ? 1 : 2;
}

/* Where they lead does not matter: that is asked of elements, which each paragraph has for itself. */
static gboolean
are_same_runs (const PgRun *a, const PgRun *b, guint i)
{
  const PgRun *one = &a[i], *other = &b[i];
  return one->style == other->style && one->flags == other->flags && one->note == other->note
         && insertion_of (a, i) == insertion_of (b, i) && strcmp (one->text, other->text) == 0
         && strcmp (one->language, other->language) == 0
         && g_strcmp0 (one->isolate_language, other->isolate_language) == 0;
}

static gboolean
are_same_wordings (gconstpointer a, gconstpointer b)
{
  const PgWording *one = a, *other = b;
  gboolean same = one->style == other->style && one->width == other->width && one->size == other->size
                  && one->max_lines == other->max_lines && one->right_to_left == other->right_to_left
                  && one->n_runs == other->n_runs;
  for (guint i = 0; same && i < one->n_runs; i++)
    same = are_same_runs (one->runs, other->runs, i);
  return same;
}

GHashTable *
pg_alike_new (void)
{
  return g_hash_table_new (hash_wording, are_same_wordings);
}

const PgKept *
pg_alike_find (GHashTable *all, const PgWording *wording)
{
  const Alike *alike = g_hash_table_lookup (all, wording);
  return alike != NULL ? &alike->kept : NULL;
}

/* What is left out or missing is told of each place. */
static gboolean
is_whole (const PgWording *wording, const PgLines *lines)
{
  gsize length = 0;
  for (guint i = 0; i < wording->n_runs; i++)
    length += strlen (wording->runs[i].text);
  if (strlen (lines->text) != length)
    return FALSE;
  for (guint i = 0; i < lines->n_lines; i++)
    for (guint k = 0; k < lines->lines[i].n_runs; k++)
      {
        const PangoGlyphString *glyphs = lines->lines[i].runs[k].glyphs->glyphs;
        for (int g = 0; g < glyphs->num_glyphs; g++)
          if ((glyphs->glyphs[g].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            return FALSE;
      }
  return TRUE;
}

void
pg_alike_keep (GHashTable *all, PgArena *arena, const PgWording *wording, const PgKept *kept)
{
  if (kept->findings != NULL || kept->is_cut || !is_whole (wording, kept->lines))
    return;
  Alike *alike = pg_arena_new0 (arena, Alike);
  *alike = (Alike){ *wording, *kept };
  g_hash_table_replace (all, &alike->wording, alike);
}
