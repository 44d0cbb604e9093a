/* Text whose lines are its own. Enters: verse of the event's. Leaves: stanzas that are not broken, in which each line is a
   paragraph, so that what it is too long for hangs in. */
#include "say/verse.h"

#include "say/say.h"

#include <string.h>

#define LINE_END "\u2028"

const PgStyle *
pg_verse_style (const PgVoice *voice, const PgStyle *around)
{
  PgStyle *style = pg_arena_new0 (voice->arena, PgStyle);
  *style = *around;
  style->align = PG_ALIGN_START;
  style->hyphenate = style->balance = FALSE;
  style->indent = style->before = style->after = style->second = 0;
  style->hang = pg_space (voice, "verse-hang");
  return style;
}

/* Verse as it is taken apart. */
typedef struct
{
  const PgVoice *voice;
  const PgBlock *paragraph;
  GPtrArray *stanzas;
  PgBlock *stanza, *line; /* that are being filled */
} Verse;

static void
begin_stanza (Verse *verse)
{
  verse->stanza = pg_block_new (verse->voice->arena, PG_BLOCK_STACK, &verse->paragraph->place);
  verse->stanza->role = PG_ROLE_P;
  verse->stanza->keep_together = verse->stanza->is_stanza = TRUE;
}

/* Where it has to be broken all the same, two lines are on either side. */
static void
end_stanza (Verse *verse)
{
  const GPtrArray *lines = verse->stanza->children;
  if (lines->len == 0)
    return;
  if (lines->len > 1)
    {
      ((PgBlock *) g_ptr_array_index (lines, 0))->keep_with_next = TRUE;
      ((PgBlock *) g_ptr_array_index (lines, lines->len - 1))->keep_with_previous = TRUE;
    }
  g_ptr_array_add (verse->stanzas, verse->stanza);
  begin_stanza (verse);
}

static void
begin_line (Verse *verse)
{
  verse->line = pg_paragraph_in (verse->voice, verse->paragraph->style, &verse->paragraph->place);
  verse->line->right_to_left = verse->paragraph->right_to_left;
  verse->line->mirrored = verse->paragraph->mirrored;
  verse->line->role = PG_ROLE_SPAN;
}

/* An empty line ends its stanza. */
static void
end_line (Verse *verse)
{
  if (verse->line->n_runs == 0)
    end_stanza (verse);
  else
    pg_block_add (verse->stanza, verse->line);
  begin_line (verse);
}

/* Adds the part of a run from one byte to another. */
static void
add_part (const Verse *verse, const PgRun *run, gsize from, gsize to)
{
  if (from == to)
    return;
  const char *text = pg_arena_strndup (verse->voice->arena, run->text + from, (gssize) (to - from));
  PgRun *part = pg_paragraph_add (verse->voice->arena, verse->line, run->style, text, run->language);
  *part = *run;
  part->text = text;
  part->offset = run->offset + (guint) from;
}

static void
add_run (Verse *verse, const PgRun *run)
{
  const char *start = run->text, *end;
  while ((end = strstr (start, LINE_END)) != NULL)
    {
      add_part (verse, run, (gsize) (start - run->text), (gsize) (end - run->text));
      end_line (verse);
      start = end + strlen (LINE_END);
    }
  add_part (verse, run, (gsize) (start - run->text), strlen (run->text));
}

GPtrArray *
pg_stanzas (const PgVoice *voice, const PgBlock *paragraph)
{
  Verse verse = { .voice = voice, .paragraph = paragraph, .stanzas = pg_arena_array (voice->arena) };
  begin_stanza (&verse);
  begin_line (&verse);
  for (guint i = 0; i < paragraph->n_runs; i++)
    add_run (&verse, &paragraph->runs[i]);
  end_line (&verse);
  end_stanza (&verse);
  return verse.stanzas;
}

/* What a second language has no words of its own for is said once, in the first. */
PgBlock *
pg_verse_block (const PgVoice *voice, const PgStyle *around, const PgText *verse)
{
  PgBlock *paragraph = pg_paragraph_in (voice, pg_verse_style (voice, around), NULL);
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_STACK, &((const PgVersion *) verse->versions->pdata[0])->place);
  block->whole = TRUE;
  block->before = around->before;
  block->after = around->after;
  gboolean is_below = voice->is_second && voice->request->bilingual == PG_BILINGUAL_STACKED;
  if (is_below && !pg_has_own (voice, verse))
    return block;
  block->pad_above = is_below ? pg_space (voice, "stanza") : 0;
  pg_add_text (voice, paragraph, NULL, verse);
  GPtrArray *stanzas = pg_stanzas (voice, paragraph);
  for (guint i = 0; i < stanzas->len; i++)
    {
      PgBlock *stanza = g_ptr_array_index (stanzas, i);
      stanza->before = i > 0 ? pg_space (voice, "stanza") : 0;
      pg_block_add (block, stanza);
    }
  return block;
}
