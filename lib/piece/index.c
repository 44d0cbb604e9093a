/* Enters: an event. Leaves: the index of all who speak: family names first, below the heads that the language has, with the
   folios where they stand, in two columns that are level, or in one where they would be narrow. */
#include "event/heads.h"
#include "event/words.h"
#include "piece/booklet.h"
#include "piece/appearances.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* Where the family name is, if it is marked and stands behind others. */
static gboolean
find_family (const PgVersion *name, guint *start, guint *end)
{
  for (guint i = 0; i < name->n_spans; i++)
    if ((name->spans[i].flags & PG_SPAN_FAMILY) != 0)
      {
        *start = *end > 0 ? *start : name->spans[i].start;
        *end = name->spans[i].end;
      }
  return *end > 0 && *start > 0;
}

/* "Hallvik, Marit"; as it is where the family name comes first. */
static const char *
name_by_family (const PgVoice *voice, const PgVersion *name)
{
  guint start = 0, end = 0;
  if (!find_family (name, &start, &end))
    return name->string;
  g_autofree char *family = g_strndup (name->string + start, end - start);
  g_autofree char *before = g_strndup (name->string, start), *after = g_strdup (name->string + end);
  g_autofree char *rest = g_strjoin (*g_strstrip (after) != '\0' ? " " : "", g_strstrip (before), after, NULL);
  return pg_word_with_two (voice->event, voice->arena, "listed", name->language, family, rest);
}

#define FEW_FOLIOS 3 /* that stay together on a line */

static PgBlock *
entry_block (const PgVoice *voice, const PgSpeaker *speaker)
{
  const PgVersion *name = pg_text_get (speaker->person->name, voice->language);
  PgBlock *entry = pg_paragraph (voice, "index-name", &speaker->person->place);
  pg_paragraph_add (voice->arena, entry, NULL, name_by_family (voice, name), name->language);
  pg_add_string (voice, entry, NULL, PG_NAME_GAP);
  const char *between = speaker->turns->len < FEW_FOLIOS ? ",\u00a0" : ", ";
  for (guint i = 0; i < speaker->turns->len; i++)
    pg_booklet_add_folio (voice, entry, pg_appearance_anchor (voice, &g_array_index (speaker->turns, PgAppearance, i)),
                          i > 0 ? between : NULL);
  pg_booklet_add_folio (voice, entry, pg_arena_printf (voice->arena, "person-%s", speaker->person->id), between);
  return entry;
}

/* The head beside its first name, so that it stands nowhere alone. */
static PgBlock *
row_new (const PgVoice *voice, const PgSpeaker *speaker, const char *head)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &speaker->person->place);
  double letter = pg_booklet_length (voice, "letter");
  if (head != NULL)
    pg_row_add (row, 0, letter, pg_say_string (voice, "index-letter", head, &speaker->person->place));
  pg_row_add (row, letter, 0, entry_block (voice, speaker));
  row->keep_together = TRUE;
  row->before = head != NULL ? pg_style (voice, "index-name")->leading : 0;
  return row;
}

PgBlock *
pg_index_block (const PgVoice *voice)
{
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol);
  if (speakers->len == 0)
    return NULL;
  double gutter = pg_space (voice, "gutter");
  gboolean is_one = (voice->paper->measure - gutter) / 2 < pg_booklet_length (voice, "index-column");
  PgBlock *columns = pg_block_new (voice->arena, is_one ? PG_BLOCK_STACK : PG_BLOCK_COLUMNS, &voice->event->place);
  g_autoptr (PgHeads) heads = pg_heads_new (voice->language, pg_list_order (voice));
  const char *head = "";
  columns->n_columns = is_one ? 0 : 2;
  columns->gutter = gutter;
  columns->rule_above = pg_theme_rule (voice->theme, "booklet");
  columns->pad_above = pg_booklet_length (voice, "glance-pad");
  pg_speakers_sort (voice, protocol, speakers);
  for (guint i = 0; i < speakers->len; i++)
    {
      const PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      g_autofree char *found = pg_heads_find (heads, speaker->key);
      gboolean is_new = strcmp (found, head) != 0;
      head = is_new ? pg_arena_strdup (voice->arena, found) : head;
      pg_block_add (columns, row_new (voice, speaker, is_new ? head : NULL));
    }
  return columns;
}
