/* Enters: the notes of a text. Leaves: marks in it, and what the notes say: rows, a number and a text, for the foot of a page or
   the end of a table. */
#include "say/notes.h"

#include "say/say.h"

#include <string.h>

/* A number, which is filled in later, and the text. */
static PgBlock *
note_row (const PgVoice *voice, const char *style, const PgVersion *version, PgBlock **label)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &version->place);
  double hang = pg_space (voice, "footnote-hang");
  PgBlock *text = pg_paragraph (voice, style, &version->place);
  pg_add_version (voice, text, version);
  *label = pg_paragraph (voice, style, &version->place);
  pg_paragraph_add (voice->arena, *label, NULL, "0", voice->language)->flags = PG_RUN_SUPERSCRIPT;
  (*label)->role = PG_ROLE_NONE;
  row->role = PG_ROLE_NOTE;
  row->mirrored = voice->is_second && voice->is_mixed;
  pg_row_add (row, 0, hang, *label)->role = PG_ROLE_LBL;
  pg_row_add (row, hang, 0, text);
  return row;
}

static const PgFoot *
foot_of (const PgVoice *voice)
{
  PgFoot *foot = pg_arena_new0 (voice->arena, PgFoot);
  foot->rule = pg_theme_rule (voice->theme, "footnote");
  foot->length = pg_space (voice, "footnote-rule");
  foot->above = pg_space (voice, "footnote-above");
  foot->below = pg_space (voice, "footnote-below");
  return foot;
}

PgRun *
pg_add_mark (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const PgFootnote *note)
{
  PgNote *own = pg_arena_new0 (voice->arena, PgNote);
  const PgPlace *place = &note->text->place;
  own->block = note_row (voice, "footnote", note->text, &own->label);
  own->block->anchor = pg_arena_printf (voice->arena, "note-%u-%u", place->line, place->column);
  own->key = note->key;
  own->zero = voice->zero;
  own->foot = foot_of (voice);
  PgRun *run = pg_paragraph_add (voice->arena, paragraph, style, "0", note->text->language);
  run->flags = PG_RUN_SUPERSCRIPT | PG_RUN_MARK;
  run->anchor = own->block->anchor;
  run->note = own;
  return run;
}

/* How far in notes stand, and how wide they are. */
typedef struct
{
  double x, width;
} Place;

static void
place_notes (const PgBlock *paragraph, gpointer data)
{
  const Place *place = data;
  for (guint i = 0; i < paragraph->n_runs; i++)
    if (paragraph->runs[i].note != NULL)
      {
        paragraph->runs[i].note->x = place->x;
        paragraph->runs[i].note->width = place->width;
      }
}

void
pg_notes_place (const PgBlock *block, double x, double width)
{
  pg_block_each (block, PG_BLOCK_PARAGRAPH, place_notes, &(Place){ x, width });
}

/* "a" to "z", "aa" ... */
static const char *
letters (PgArena *arena, guint number)
{
  char text[8], *at = text + sizeof text - 1;
  *at = '\0';
  for (guint n = number + 1; n > 0; n = (n - 1) / 26)
    *--at = (char) ('a' + (n - 1) % 26);
  return pg_arena_strdup (arena, at);
}

/* A second language says nothing again that is not translated. */
static gboolean
says_again (const PgVoice *voice, const PgRun *mark)
{
  gsize length = strcspn (voice->language, "-");
  gboolean is_own = strcspn (mark->language, "-") == length && strncmp (mark->language, voice->language, length) == 0;
  return voice->is_second && voice->request->bilingual != PG_BILINGUAL_PARALLEL && !is_own;
}

void
pg_notes_take (const PgVoice *voice, PgBlock *paragraph, PgBlock *stack, const GPtrArray *keys)
{
  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      PgRun *run = &paragraph->runs[i];
      PgNote *note = run->note;
      guint number = 0;
      if (note == NULL)
        continue;
      g_ptr_array_find ((GPtrArray *) keys, note->key, &number);
      run->text = note->label->runs[0].text = letters (voice->arena, number);
      run->note = NULL;
      if (says_again (voice, run))
        continue;
      note->block->keep_together = note->block->keep_with_previous = TRUE;
      note->block->keeps_company = stack->children->len > 0; /* those after the first may be parted from it in need */
      pg_block_add (stack, note->block);
    }
}
