/* Enters: a page's content with marks. Leaves: the same with marked-content sequences in their places. Sequences and the
   graphics states that are saved and restored are nested in each other. */
#include "pdf/tag-content.h"

#include "base/report.h"
#include "pdf/ligatures.h"
#include "pdf/path.h"

typedef struct
{
  const GArray *chunks;
  guint page;
  GArray *sequences;
  GString *out;
  const char *held;     /* what is read from here on is not written yet */
  const char *operands; /* of the next operator */
  gboolean in_text;
  gboolean in_ligature; /* what says its letters again is left out */
  guint depth;          /* of saved states */
  guint current;        /* the part that is being painted */
  gboolean has_mark;    /* there is one */
  gboolean has_ground;  /* what was painted first, before all parts */
  guint n_marks;        /* on this page */
  gboolean is_open;     /* a sequence */
  guint open_depth;     /* where it was opened */
  PgPath path;
  gboolean is_lost; /* something is painted that belongs to no part */
} Tagger;

static void
close_sequence (Tagger *tagger)
{
  if (tagger->is_open)
    g_string_append (tagger->out, "\nEMC");
  tagger->is_open = FALSE;
}

static void
open_sequence (Tagger *tagger)
{
  static const char *const artifacts[] = {
    [PG_ARTIFACT_NONE] = "/Layout",
    [PG_ARTIFACT_LAYOUT] = "/Layout",
    [PG_ARTIFACT_PAGINATION] = "/Pagination",
    [PG_ARTIFACT_HEADER] = "/Pagination/Subtype/Header/Attached[/Top]",
    [PG_ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer/Attached[/Bottom]",
  };
  tagger->is_lost = tagger->is_lost || !tagger->has_mark;
  if (tagger->is_open || tagger->is_lost)
    return;
  const PgChunk *chunk = &g_array_index (tagger->chunks, PgChunk, tagger->current);
  if (chunk->element == NULL)
    g_string_append_printf (tagger->out, "\n/Artifact<</Type%s>>BDC", artifacts[chunk->artifact]);
  else
    {
      g_string_append_printf (tagger->out, "\n%s<</MCID %u>>BDC", pg_role_name (chunk->element->role),
                              tagger->sequences->len);
      g_array_append_val (tagger->sequences, tagger->current);
    }
  tagger->is_open = TRUE;
  tagger->open_depth = tagger->depth;
}

static void
write_up_to (Tagger *tagger, const char *end)
{
  g_string_append_len (tagger->out, tagger->held, end - tagger->held);
  tagger->held = end;
}

static gboolean
is_among (const PgToken *token, const char *const *names)
{
  for (; *names != NULL; names++)
    if (pg_token_is (token, *names))
      return TRUE;
  return FALSE;
}

/* A path of one rectangle that is a mark is not painted: it begins the part of its number. */
static gboolean
take_mark (Tagger *tagger, const PgToken *token)
{
  guint number;
  if (!pg_path_is_square (&tagger->path, token) || !pg_mark_decode (&tagger->path.rectangle, &number)
      || number >= tagger->chunks->len || g_array_index (tagger->chunks, PgChunk, number).page != tagger->page)
    return FALSE;
  close_sequence (tagger);
  tagger->current = number;
  tagger->has_mark = TRUE;
  tagger->n_marks++;
  tagger->held = token->end;
  return TRUE;
}

/* The first path of a page covers it, and is not painted either. */
static gboolean
take_ground (Tagger *tagger, const PgToken *token)
{
  if (tagger->has_ground || tagger->has_mark || !pg_path_is_square (&tagger->path, token))
    return FALSE;
  tagger->has_ground = TRUE;
  tagger->held = token->end;
  return TRUE;
}

/* The square where a code is becomes the code. */
static gboolean
take_code (Tagger *tagger, const PgToken *token)
{
  const PgChunk *chunk = tagger->has_mark ? &g_array_index (tagger->chunks, PgChunk, tagger->current) : NULL;
  if (chunk == NULL || chunk->code == NULL || !pg_path_is_square (&tagger->path, token))
    return FALSE;
  open_sequence (tagger);
  pg_path_put_code (tagger->out, chunk->code, &tagger->path.rectangle);
  tagger->held = token->end;
  return TRUE;
}

static void
end_path (Tagger *tagger, const PgToken *token, gboolean paints)
{
  if (!paints || (!take_mark (tagger, token) && !take_code (tagger, token) && !take_ground (tagger, token)))
    {
      if (paints)
        open_sequence (tagger);
      write_up_to (tagger, token->end);
    }
  pg_path_end (&tagger->path);
}

/* An operator between BT and ET. */
static void
take_text_operator (Tagger *tagger, const PgToken *token)
{
  gboolean begins = pg_token_is (token, "BDC") && pg_ligatures_is_said (tagger->operands, token->start);
  gboolean ends = tagger->in_ligature && pg_token_is (token, "EMC");
  if (begins)
    write_up_to (tagger, tagger->operands);
  if (begins || ends)
    tagger->held = token->end;
  else
    write_up_to (tagger, token->end);
  tagger->in_ligature = begins || (tagger->in_ligature && !ends);
  tagger->in_text = !pg_token_is (token, "ET");
}

static void
take_operator (Tagger *tagger, const PgToken *token)
{
  static const char *const painting[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", NULL };
  static const char *const others[] = { "BT", "Do", "sh", "BI", NULL };
  if (tagger->in_text)
    {
      take_text_operator (tagger, token);
      return;
    }
  if (pg_path_add_operator (&tagger->path, token))
    return;
  if (is_among (token, painting) || pg_token_is (token, "n"))
    {
      end_path (tagger, token, !pg_token_is (token, "n"));
      return;
    }
  if (is_among (token, others))
    open_sequence (tagger);
  tagger->in_text = pg_token_is (token, "BT");
  if (pg_token_is (token, "q"))
    tagger->depth++;
  else if (pg_token_is (token, "Q") && tagger->depth > 0)
    {
      if (tagger->open_depth >= tagger->depth)
        close_sequence (tagger);
      tagger->depth--;
    }
  write_up_to (tagger, token->end);
}

/* The first part of a page or of one behind it; parts are in the order of pages. */
static guint
first_part (const GArray *chunks, guint page)
{
  guint low = 0, high = chunks->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (chunks, PgChunk, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GString *
pg_tag_content (const char *content, gsize length, const GArray *chunks, guint page, GArray *sequences, GError **error)
{
  Tagger tagger = { .chunks = chunks, .page = page, .sequences = sequences, .held = content, .operands = content };
  const char *at = content, *end = content + length;
  tagger.out = g_string_sized_new (length + length / 8);
  for (PgToken token = pg_content_next (&at, end); token.kind != PG_TOKEN_END; token = pg_content_next (&at, end))
    if (token.kind == PG_TOKEN_NUMBER)
      pg_path_add_number (&tagger.path, token.number);
    else if (token.kind == PG_TOKEN_OPERATOR)
      {
        take_operator (&tagger, &token);
        tagger.operands = token.end;
      }
  write_up_to (&tagger, end);
  close_sequence (&tagger);
  g_string_append_c (tagger.out, '\n');
  guint wanted = first_part (chunks, page + 1) - first_part (chunks, page);
  if (!tagger.is_lost && tagger.n_marks == wanted)
    return tagger.out;
  g_string_free (tagger.out, TRUE);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT,
               "internal error: page %u has %u parts, of which %u were found in its drawing", page + 1, wanted,
               tagger.n_marks);
  return NULL;
}
