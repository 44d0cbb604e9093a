/* Enters: a session with talks. Leaves: a row for each, with its time at the axis of the times; posters have their number there. */
#include "event/names.h"
#include "piece/authors.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* How the talks of one session are set. */
typedef struct
{
  const PgVoice *voice; /* of what stands after the numbers */
  const PgDay *day;
  const PgEntry *entry;
  gboolean is_poster; /* without times: numbers stand in their place, and rules between */
  double column;      /* of the numbers, from the second axis; 0: there are none, or they stand above titles */
} Setting;

static const PgTalk *
talk_at (const PgEntry *entry, guint index)
{
  return g_ptr_array_index (entry->talks, index);
}

static gboolean
has_numbers (const PgEntry *entry)
{
  for (guint i = 0; i < entry->talks->len; i++)
    if (talk_at (entry, i)->number != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_times (const PgEntry *entry)
{
  for (guint i = 0; i < entry->talks->len; i++)
    if (talk_at (entry, i)->start >= 0)
      return TRUE;
  return FALSE;
}

static Setting
setting_of (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  Setting setting = { .day = day, .entry = entry };
  gboolean is_wide = voice->paper->details_width >= pg_theme_length (voice->theme, "page", "labels-width");
  setting.is_poster = g_strcmp0 (entry->word, "posters") == 0 && !has_times (entry) && voice->paper->details_x > 0;
  if (!setting.is_poster && is_wide && !pg_is_parallel (voice) && has_numbers (entry))
    setting.column = pg_space (voice, "talk-number");
  setting.voice = pg_voice_inset (voice, setting.column, voice->paper->details_width - setting.column);
  return setting;
}

char *
pg_talk_anchor (const PgVoice *voice, const PgEntry *entry, const PgTalk *talk)
{
  return pg_arena_printf (voice->arena, "talk-%s-%u", entry->id, talk->index);
}

static void
add_kept (PgBlock *body, PgBlock *block, gboolean with_next)
{
  if (block == NULL)
    return;
  block->keep_together = TRUE;
  block->keep_with_next = with_next;
  pg_block_add (body, block);
}

/* The title, and the language where it is said. */
static PgBlock *
title_block (const PgVoice *voice, const PgTalk *talk)
{
  if (talk->title == NULL || !pg_says_otherwise (voice, talk->title))
    return pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  PgBlock *title = pg_say (voice, "talk-title", talk->title);
  title->role = (PgRole) (voice->entry_role + 1);
  if (talk->languages != NULL)
    {
      pg_add_string (voice, title, "talk-language", PG_NAME_GAP);
      pg_add_string (voice, title, "talk-language", pg_language_names (voice->arena, talk->languages, voice->language));
    }
  return title;
}

PgBlock *
pg_document_block (const PgVoice *voice, const char *style, const PgDocument *document)
{
  PgBlock *line = pg_paragraph (voice, style, &document->place);
  pg_add_string (voice, line, NULL, document->reference);
  if (document->reference != NULL && document->title != NULL)
    pg_add_string (voice, line, NULL, PG_NAME_GAP);
  pg_add_text (voice, line, NULL, document->title);
  for (guint i = 0; i < line->n_runs && document->href != NULL; i++)
    line->runs[i].href = document->href;
  return line;
}

static gboolean
documents_otherwise (const PgVoice *voice, const GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    if (pg_says_otherwise (voice, ((const PgDocument *) g_ptr_array_index (documents, i))->title))
      return TRUE;
  return FALSE;
}

static PgBlock *
documents_block (const PgVoice *voice, const PgTalk *talk)
{
  PgBlock *line = pg_paragraph (voice, "talk-document", &talk->place);
  if (talk->documents == NULL)
    return NULL;
  if (!documents_otherwise (voice, talk->documents))
    return pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  for (guint i = 0; i < talk->documents->len; i++)
    {
      if (i > 0)
        pg_add_string (voice, line, NULL, PG_DOT);
      pg_add_runs (voice, line, pg_document_block (voice, "talk-document", g_ptr_array_index (talk->documents, i)));
    }
  return line;
}

/* All of a talk but its time, and its number where this has a place of its own. */
static PgBlock *
body_block (const PgVoice *voice, const PgTalk *talk, gboolean has_number)
{
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  PgBlock *people = pg_block_new (voice->arena, PG_BLOCK_STACK, &talk->place);
  gboolean goes_on = talk->abstract != NULL;
  if (has_number)
    add_kept (body, pg_say_figures (voice, "talk-number", talk->number, &talk->place), TRUE);
  add_kept (body, title_block (voice, talk), TRUE);
  pg_add_authors (voice, people, talk);
  pg_block_add (people, documents_block (voice, talk));
  for (guint i = 0; i < people->children->len; i++)
    add_kept (body, g_ptr_array_index (people->children, i), goes_on || i + 1 < people->children->len);
  pg_add_body (voice, body, "talk-abstract", (PgRole) (voice->entry_role + 1), talk->abstract);
  return body;
}

static PgBlock *
times_block (const Setting *setting, const PgTalk *talk)
{
  const PgVoice *voice = setting->voice;
  PgEntry times = { .start = talk->start, .end = talk->end, .place = talk->place };
  if (talk->start < 0 || setting->entry->without_times)
    return NULL;
  PgBlock *line = pg_times_block (voice, setting->day, &times, "talk-time-start", "talk-time-end", FALSE);
  return pg_with_second_zone (voice, setting->day, &times, line);
}

/* What is not broken, and what stays with it: the first and the last talk are not left alone. */
static void
keep (PgBlock *row, const Setting *setting, const PgTalk *talk)
{
  guint n = setting->entry->talks->len;
  row->keep_together = talk->abstract == NULL;
  row->keep_with_next = row->keep_together && n >= 4 && talk->index == 1;
  row->keep_with_previous = row->keep_together && n >= 4 && talk->index == n;
  row->keeps_company = TRUE;
}

static PgBlock *
talk_row (const Setting *setting, const PgTalk *talk)
{
  const PgVoice *voice = setting->voice;
  double axis = voice->paper->details_x, gap = pg_space (voice, "talk-gap");
  gboolean is_poster = setting->is_poster, has_column = setting->column > 0;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &talk->place);
  PgBlock *number
      = pg_say_figures (voice->first, is_poster ? "poster-number" : "talk-number", talk->number, &talk->place);
  row->before = pg_space (voice, "talk-before");
  row->anchor = pg_talk_anchor (voice, setting->entry, talk);
  if (is_poster && talk->index > 1)
    {
      row->rule_above = pg_theme_rule (voice->theme, "poster");
      row->before = pg_space (voice, "poster-before");
      row->pad_above = pg_space (voice, "poster-above");
    }
  keep (row, setting, talk);
  pg_row_add (row, setting->column - axis, axis - setting->column - pg_space (voice, "time-gutter"),
              is_poster ? number : times_block (setting, talk));
  if (has_column)
    pg_row_add (row, 0, setting->column - gap, number);
  pg_row_add (row, setting->column, voice->paper->details_width,
              PG_IN_DETAILS (voice, body_block, talk, !is_poster && !has_column));
  return row;
}

/* A group as it stands elsewhere, or on a line where nobody in it has a turn of their own. */
static PgBlock *
group_block (const Setting *setting, const PgVoice *outer, const PgGroup *group)
{
  const PgVoice *voice = setting->voice;
  if (pg_group_is_lead (group))
    {
      gboolean beside = setting->column > 0 && pg_lead_label_is_short (outer->first, group)
                        && (outer->second == NULL || pg_lead_label_is_short (outer->second, group));
      return PG_IN_DETAILS (outer, pg_lead_block, group, beside ? setting->column : 0);
    }
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &group->place);
  PgBlock *block = PG_IN_DETAILS (voice, pg_group_block, group);
  pg_row_add (row, setting->column, voice->paper->details_width, block);
  row->before = MAX (block->before, pg_space (voice, "talk-before"));
  return row;
}

/* Adds the groups that stand after so many talks; next is the first one to look at. */
static void
add_groups (const Setting *setting, const PgVoice *outer, PgBlock *stack, guint n_talks, guint *next)
{
  for (; *next < setting->entry->groups->len; ++*next)
    {
      const PgGroup *group = g_ptr_array_index (setting->entry->groups, *next);
      if (group->after > n_talks)
        return;
      PgBlock *block = group_block (setting, outer, group);
      block->keep_with_next = n_talks == 0;
      block->keeps_company = TRUE;
      block->keep_with_previous = n_talks > 0;
      pg_block_add (stack, block);
    }
}

PgBlock *
pg_talks_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  Setting setting = setting_of (voice, day, entry);
  guint next = 0;
  for (guint i = 0; i < entry->talks->len; i++)
    {
      add_groups (&setting, voice, stack, i, &next);
      pg_block_add (stack, talk_row (&setting, talk_at (entry, i)));
    }
  add_groups (&setting, voice, stack, entry->talks->len, &next);
  return stack;
}

/* The legend */

static gboolean
group_presents (const PgGroup *group)
{
  for (guint s = 0; s < group->slots->len; s++)
    if (((const PgSlot *) g_ptr_array_index (group->slots, s))->presenting)
      return TRUE;
  return FALSE;
}

static gboolean
entry_presents (const PgEntry *entry)
{
  for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
    for (guint g = 0; g < talk_at (entry, t)->groups->len; g++)
      if (group_presents (g_ptr_array_index (talk_at (entry, t)->groups, g)))
        return TRUE;
  return FALSE;
}

gboolean
pg_day_presents (const PgDay *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    if (entry_presents (g_ptr_array_index (day->entries, i)))
      return TRUE;
  return FALSE;
}

PgBlock *
pg_legend_block (const PgVoice *voice, const PgDay *day)
{
  PgBlock *legend = pg_paragraph (voice, "talk-legend", &day->place);
  pg_add_word (voice, legend, "talk-presenter", "presenting-author");
  return legend;
}
