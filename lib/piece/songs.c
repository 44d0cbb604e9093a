/* Enters: the songs of an event's works. Leaves: their words as a section after the days: as they are sung, and beside each
   line what translates it. */
#include "piece/songs.h"

#include "event/words.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"
#include "say/verse.h"

/* Which of a song's languages are printed */

static gboolean
has_language (const PgMovement *song, const char *language)
{
  if (pg_text_lookup (song->title, language) != NULL)
    return TRUE;
  for (guint i = 0; song->verses != NULL && i < song->verses->len; i++)
    if (pg_is_language (((const PgVersion *) g_ptr_array_index (song->verses, i))->language, language))
      return TRUE;
  return FALSE;
}

PgTongues
pg_song_tongues (const PgVoice *voice, const PgMovement *song)
{
  const PgVersion *first
      = song->verses != NULL ? g_ptr_array_index (song->verses, 0) : pg_text_written_first (song->title);
  const char *const languages[] = { voice->request->language, voice->request->second };
  PgTongues tongues = { first->language, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (languages) && tongues.translated == NULL; i++)
    if (languages[i] != NULL && !pg_is_language (languages[i], first->language) && has_language (song, languages[i]))
      tongues.translated = languages[i];
  return tongues;
}

const PgVersion *
pg_sung_version (const PgText *text, PgTongues tongues)
{
  const PgVersion *sung = pg_text_lookup (text, tongues.sung);
  return sung != NULL || text == NULL ? sung : pg_text_written_first (text);
}

const PgVersion *
pg_translated_version (const PgText *text, PgTongues tongues)
{
  const PgVersion *translated = pg_text_lookup (text, tongues.translated);
  return translated != pg_sung_version (text, tongues) ? translated : NULL;
}

/* The words of one song */

/* How the songs of a piece are set. */
typedef struct
{
  const PgVoice *voice;
  double column, second; /* how wide a language is, and where the second begins; 0: below the first */
} Setting;

static PgBlock *
title_block (const PgVoice *voice, const PgVersion *title, const char *number)
{
  if (title == NULL)
    return NULL;
  PgBlock *said = pg_say_version (voice, "song-title", title);
  if (number == NULL)
    return said;
  PgBlock *line = pg_paragraph (voice, "song-title", &title->place);
  line->right_to_left = said->right_to_left;
  line->mirrored = said->mirrored;
  pg_add_figures (voice, line, NULL, number);
  pg_add_string (voice, line, NULL, PG_NAME_GAP);
  pg_add_runs (voice, line, said);
  return line;
}

static PgBlock *
poet_block (const PgVoice *voice, const PgVersion *poet)
{
  return poet != NULL ? pg_say_version (voice, "song-poet", poet) : NULL;
}

/* All stanzas in a language: PgBlock*; empty for NULL. */
static GPtrArray *
stanzas_in (const PgVoice *voice, const PgMovement *song, const char *language)
{
  GPtrArray *all = pg_arena_array (voice->arena);
  for (guint i = 0; language != NULL && i < song->verses->len; i++)
    {
      const PgVersion *verse = g_ptr_array_index (song->verses, i);
      if (!pg_is_language (verse->language, language))
        continue;
      PgBlock *paragraph = pg_say_version (voice, "song-verse", verse);
      paragraph->style = pg_verse_style (voice, paragraph->style);
      GPtrArray *stanzas = pg_stanzas (voice, paragraph);
      for (guint j = 0; j < stanzas->len; j++)
        g_ptr_array_add (all, g_ptr_array_index (stanzas, j));
    }
  return all;
}

static PgBlock *
side_by_side (const Setting *setting, PgBlock *left, PgBlock *right, const PgPlace *place)
{
  PgBlock *row = pg_block_new (setting->voice->arena, PG_BLOCK_ROW, place);
  pg_row_add (row, 0, setting->column, left);
  pg_row_add (row, setting->second, setting->column, right);
  return row;
}

/* A line of a stanza, which belongs to it wherever the line stands; NULL where it has no more. */
static PgBlock *
line_of (PgBlock *stanza, guint index)
{
  if (stanza == NULL || index >= stanza->children->len)
    return NULL;
  PgBlock *line = g_ptr_array_index (stanza->children, index);
  line->group = stanza;
  return line;
}

/* Two stanzas, line beside line. */
static PgBlock *
stanza_pair (const Setting *setting, PgBlock *left, PgBlock *right)
{
  const PgPlace *place = left != NULL ? &left->place : &right->place;
  PgBlock *pair = pg_block_new (setting->voice->arena, PG_BLOCK_STACK, place);
  guint n = MAX (left != NULL ? left->children->len : 0, right != NULL ? right->children->len : 0);
  for (guint i = 0; i < n; i++)
    {
      PgBlock *row = side_by_side (setting, line_of (left, i), line_of (right, i), place);
      row->keep_together = TRUE;
      row->keep_with_next = i == 0 && n > 1;
      row->keep_with_previous = i > 0 && i + 1 == n;
      pg_block_add (pair, row);
    }
  pair->keep_together = pair->is_stanza = TRUE;
  return pair;
}

static PgBlock *
at (const GPtrArray *blocks, guint index)
{
  return index < blocks->len ? g_ptr_array_index (blocks, index) : NULL;
}

static void
add_heading (PgBlock *stack, PgBlock *heading, PgRole role)
{
  if (heading == NULL)
    return;
  heading->role = role;
  heading->keep_together = heading->keep_with_next = TRUE;
  pg_block_add (stack, heading);
}

static PgBlock *
as_span (PgBlock *paragraph)
{
  if (paragraph != NULL)
    paragraph->role = PG_ROLE_SPAN;
  return paragraph;
}

static PgBlock *
song_pair (const Setting *setting, const PgMovement *song, PgTongues tongues)
{
  const PgVoice *voice = setting->voice;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &song->place);
  PgBlock *poet = poet_block (voice, pg_sung_version (song->poet, tongues)),
          *translator = poet_block (voice, pg_translated_version (song->poet, tongues));
  GPtrArray *sung = stanzas_in (voice, song, tongues.sung), *translated = stanzas_in (voice, song, tongues.translated);
  add_heading (
      stack,
      side_by_side (setting, as_span (title_block (voice, pg_sung_version (song->title, tongues), song->number)),
                    as_span (title_block (voice, pg_translated_version (song->title, tongues), NULL)), &song->place),
      PG_ROLE_H4);
  if (poet != NULL || translator != NULL)
    add_heading (stack, side_by_side (setting, poet, translator, &song->place), PG_ROLE_AUTO);
  for (guint i = 0; i < MAX (sung->len, translated->len); i++)
    {
      PgBlock *pair = stanza_pair (setting, at (sung, i), at (translated, i));
      pair->before = pg_space (voice, "stanza");
      pg_block_add (stack, pair);
    }
  return stack;
}

/* In one language. */
static void
add_side (const Setting *setting, PgBlock *stack, const PgMovement *song, PgTongues tongues, gboolean is_sung)
{
  const PgVoice *voice = setting->voice;
  const PgVersion *title
      = is_sung ? pg_sung_version (song->title, tongues) : pg_translated_version (song->title, tongues);
  const PgVersion *poet = is_sung ? pg_sung_version (song->poet, tongues) : pg_translated_version (song->poet, tongues);
  add_heading (stack, title_block (voice, title, is_sung ? song->number : NULL), is_sung ? PG_ROLE_H4 : PG_ROLE_P);
  add_heading (stack, poet_block (voice, poet), PG_ROLE_AUTO);
  GPtrArray *stanzas = stanzas_in (voice, song, is_sung ? tongues.sung : tongues.translated);
  for (guint i = 0; i < stanzas->len; i++)
    {
      ((PgBlock *) g_ptr_array_index (stanzas, i))->before = pg_space (voice, "stanza");
      pg_block_add (stack, g_ptr_array_index (stanzas, i));
    }
}

static PgBlock *
song_block (const Setting *setting, const PgMovement *song)
{
  PgTongues tongues = pg_song_tongues (setting->voice, song);
  if (tongues.translated != NULL && setting->second > 0)
    return song_pair (setting, song, tongues);
  PgBlock *stack = pg_block_new (setting->voice->arena, PG_BLOCK_STACK, &song->place);
  PgBlock *translation = pg_block_new (setting->voice->arena, PG_BLOCK_STACK, &song->place);
  add_side (setting, stack, song, tongues, TRUE);
  if (tongues.translated == NULL)
    return stack;
  add_side (setting, translation, song, tongues, FALSE);
  translation->before = pg_space (setting->voice, "stanza");
  pg_block_add (stack, translation);
  return stack;
}

/* All of them */

static gboolean
has_words (const PgMovement *part)
{
  return part->verses != NULL;
}

/* Songs without a translation follow each other in columns. */
static PgBlock *
songs_block (const Setting *setting, const PgWork *work)
{
  const PgVoice *voice = setting->voice;
  gboolean has_translation = FALSE;
  for (guint i = 0; i < work->parts->len; i++)
    {
      const PgMovement *song = g_ptr_array_index (work->parts, i);
      has_translation |= has_words (song) && pg_song_tongues (voice, song).translated != NULL;
    }
  gboolean in_columns = !has_translation && setting->second > 0;
  PgBlock *block = pg_block_new (voice->arena, in_columns ? PG_BLOCK_COLUMNS : PG_BLOCK_STACK, &work->place);
  block->n_columns = 2;
  block->gutter = pg_space (voice, "song-gap");
  block->rule_above = pg_theme_rule (voice->theme, "songs");
  block->pad_above = pg_space (voice, "songs-above");
  for (guint i = 0; i < work->parts->len; i++)
    {
      const PgMovement *song = g_ptr_array_index (work->parts, i);
      if (!has_words (song))
        continue;
      PgBlock *words = song_block (setting, song);
      words->before = block->children->len > 0 ? pg_space (voice, "song-before") : 0;
      pg_block_add (block, words);
    }
  return block;
}

/* Whose songs these are, in a language that has words of its own for it: "Edvard Grieg, Six Songs". */
static PgBlock *
work_in (const PgVoice *voice, const PgWork *work)
{
  PgBlock *line = pg_paragraph (voice, "texts-work", &work->place);
  PgBlock *title = pg_has_own (voice, work->title) ? pg_say (voice, "texts-work", work->title) : NULL;
  if (pg_has_own (voice, work->composer))
    pg_add_text (voice, line, NULL, work->composer);
  if (line->n_runs > 0)
    pg_add_after (voice, line, "listed", title);
  else if (title != NULL)
    pg_add_runs (voice, line, title);
  return line;
}

static PgBlock *
work_line (const PgVoice *voice, const PgWork *work)
{
  PgBlock *line = work_in (voice->first, work), *second = voice->second != NULL ? work_in (voice->second, work) : NULL;
  if (second != NULL && second->n_runs > 0)
    pg_add_second (voice, line, PG_DOT, second);
  return line;
}

static void
add_work (const Setting *setting, PgBlock *flow, const PgWork *work)
{
  PgBlock *songs = songs_block (setting, work), *line = work_line (setting->voice, work);
  if (songs->children->len == 0)
    return;
  PgBlock *block = pg_block_new (setting->voice->arena, PG_BLOCK_STACK, &work->place);
  if (flow->children->len > 1) /* not the first, below the heading of all */
    {
      const PgPaper *paper = setting->voice->paper;
      block->before = pg_space (setting->voice, "texts-before");
      block->least_space = (paper->height - paper->top - paper->bottom) * pg_share (setting->voice, "songs-space");
    }
  add_heading (block, line, PG_ROLE_H3);
  pg_block_add (block, songs);
  pg_block_add (flow, block);
}

static Setting
setting_of (const PgVoice *voice)
{
  double measure = voice->paper->measure, gap = pg_space (voice, "song-gap"), column = (measure - gap) / 2;
  if (column < pg_space (voice, "song-column"))
    return (Setting){ voice, measure, 0 };
  return (Setting){ voice, column, measure - column };
}

static PgBlock *
heading_block (const PgVoice *voice, const char *style)
{
  return pg_say_word (voice, style, "song-texts");
}

PgBlock *
pg_texts_flow (const PgVoice *voice)
{
  Setting setting = setting_of (voice);
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *heading = PG_STACKED (voice, heading_block, "texts-heading");
  flow->bookmark = pg_block_paragraph (heading)->runs[0].text;
  add_heading (flow, heading, PG_ROLE_H2);
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, e);
          for (guint w = 0; entry->works != NULL && w < entry->works->len; w++)
            add_work (&setting, flow, g_ptr_array_index (entry->works, w));
        }
    }
  flow->role = PG_ROLE_SECT;
  flow->anchor = "texts";
  flow->bookmark_level = 1;
  return flow->children->len > 1 ? flow : NULL;
}

PgPageRun *
pg_texts_pages (const PgVoice *voice)
{
  PgBlock *flow = pg_texts_flow (voice);
  if (flow == NULL)
    return NULL;
  return pg_pages_new (voice, flow, NULL, PG_IN_HEAD (voice, heading_block, "running-day"), voice->event->organisers);
}
