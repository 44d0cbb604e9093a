/* Enters: a galley's text and runs. Leaves: the embedding level of each character by the Unicode Bidirectional Algorithm
   (UAX 9), where texts that were inserted, telephone numbers, dates and addresses are isolated: as if U+2066 or U+2067 stood
   before them and U+2069 behind, without any such character in the text that a reader of the PDF gets. */
#include "text/galley.h"

#include <unicode/ubidi.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#define LEFT_TO_RIGHT 0x2066
#define RIGHT_TO_LEFT 0x2067
#define FIRST_LETTER 0x2068
#define END 0x2069

/* What the levels are computed of, in UTF-16, and for each unit the character of the galley that it is, or G_MAXUINT. */
typedef struct
{
  const PgGalley *galley;
  GArray *text;    /* UChar */
  GArray *origins; /* guint */
} Copy;

static void
put (Copy *copy, gunichar character, guint origin)
{
  UChar units[2] = { (UChar) character, 0 };
  guint n = (guint) U16_LENGTH (character);
  if (n == 2)
    {
      units[0] = U16_LEAD (character);
      units[1] = U16_TRAIL (character);
    }
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (copy->text, units[i]);
      g_array_append_val (copy->origins, origin);
    }
}

static void
put_character (Copy *copy, guint at)
{
  const guint8 *inside = copy->galley->inside_number;
  if (!inside[at] && inside[at + 1])
    put (copy, LEFT_TO_RIGHT, G_MAXUINT);
  put (copy, copy->galley->chars[at], at);
  if (inside[at] && !inside[at + 1])
    put (copy, END, G_MAXUINT);
}

static gunichar
opener_for (const char *language)
{
  return language == NULL ? FIRST_LETTER : uloc_isRightToLeft (language) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
}

/* Whether a run is in a language that runs against the text that it is a part of. */
static gboolean
is_against (const PgGalley *galley, const PgRun *run)
{
  gboolean around = run->isolate == NULL            ? galley->right_to_left
                    : run->isolate_language != NULL ? uloc_isRightToLeft (run->isolate_language)
                                                    : uloc_isRightToLeft (run->language);
  return uloc_isRightToLeft (run->language) != around;
}

/* Whether two runs, either of which may be NULL, are parts of the same text in the same direction. */
static gboolean
go_on (const PgRun *a, const PgRun *b)
{
  return a != NULL && b != NULL && a->isolate == b->isolate
         && uloc_isRightToLeft (a->language) == uloc_isRightToLeft (b->language);
}

/* A text that was inserted is isolated, and what is in a language of the other direction is so within it. */
static void
put_run (Copy *copy, guint index)
{
  const PgGalley *galley = copy->galley;
  const PgRun *run = &galley->runs[index];
  const PgRun *before = index > 0 ? run - 1 : NULL, *after = index + 1 < galley->n_runs ? run + 1 : NULL;
  gboolean is_foreign = is_against (galley, run);
  if (run->isolate != NULL && (before == NULL || before->isolate != run->isolate))
    put (copy, opener_for (run->isolate_language), G_MAXUINT);
  if (is_foreign && !go_on (before, run))
    put (copy, opener_for (run->language), G_MAXUINT);
  for (guint at = galley->run_starts[index]; at < galley->run_starts[index + 1]; at++)
    put_character (copy, at);
  if (is_foreign && !go_on (run, after))
    put (copy, END, G_MAXUINT);
  if (run->isolate != NULL && (after == NULL || after->isolate != run->isolate))
    put (copy, END, G_MAXUINT);
}

guint8 *
pg_galley_levels (const PgGalley *galley)
{
  Copy copy = { galley, g_array_new (FALSE, FALSE, sizeof (UChar)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < galley->n_runs; i++)
    put_run (&copy, i);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_open ();
  ubidi_setPara (bidi, (const UChar *) copy.text->data, (int32_t) copy.text->len, galley->right_to_left ? 1 : 0, NULL,
                 &status);
  const UBiDiLevel *all = copy.text->len > 0 ? ubidi_getLevels (bidi, &status) : NULL;
  guint8 *levels = g_new0 (guint8, galley->n_chars + 1);
  for (guint i = 0; U_SUCCESS (status) && i < copy.origins->len; i++)
    if (g_array_index (copy.origins, guint, i) != G_MAXUINT)
      levels[g_array_index (copy.origins, guint, i)] = all[i];
  ubidi_close (bidi);
  g_array_unref (copy.text);
  g_array_unref (copy.origins);
  return levels;
}
