/* Enters: the documents that the agenda refers to. Leaves: a table of them: reference, title, and the items that refer to them. */
#include "event/documents.h"
#include "piece/parts.h"
#include "say/say.h"
#include "say/pair.h"
#include "say/text-table.h"

#define N_COLUMNS 3

/* What an item is called: by its number, "Session 1", or its title. */
static PgBlock *
referrer_block (const PgVoice *voice, const PgReferrer *referrer)
{
  const PgEntry *entry = referrer->entry;
  PgBlock *name = pg_paragraph (voice, "documents-item", &entry->place);
  gboolean is_item = g_strcmp0 (entry->word, "item") == 0;
  const char *label = is_item ? entry->number : pg_entry_label (voice, entry);
  if (referrer->topic != NULL && referrer->topic->number != NULL)
    label = referrer->topic->number;
  if (referrer->talk != NULL && referrer->talk->number != NULL)
    label = referrer->talk->number;
  if (label != NULL)
    pg_add_figures (voice, name, NULL, label);
  else
    pg_add_plain (voice, name, NULL, entry->title);
  for (guint i = 0; i < name->n_runs; i++)
    name->runs[i].anchor
        = referrer->talk != NULL ? pg_talk_anchor (voice, entry, referrer->talk) : pg_entry_anchor (voice, entry);
  return name;
}

static PgBlock *
items_block (const PgVoice *voice, const PgListedDocument *listed)
{
  PgBlock *all = NULL;
  for (guint i = 0; i < listed->referrers->len; i++)
    {
      PgBlock *next = referrer_block (voice, &g_array_index (listed->referrers, PgReferrer, i)), *before = all;
      if (before == NULL)
        {
          all = next;
          continue;
        }
      all = pg_paragraph (voice, "documents-item", &next->place);
      pg_add_joined (voice, all, "listed", voice->language, before, next);
    }
  return all;
}

static void
add_link (PgBlock *paragraph, const char *href)
{
  for (guint i = 0; paragraph != NULL && i < paragraph->n_runs; i++)
    paragraph->runs[i].href = href;
}

static PgBlock *
document_row (const PgVoice *voice, const PgListedDocument *listed)
{
  const PgDocument *document = listed->document;
  PgBlock *row = pg_text_table_row (voice, &document->place);
  PgBlock *reference = pg_say_string (voice, "text-table", document->reference, &document->place);
  PgBlock *title = pg_say (voice, "text-table", document->title);
  add_link (reference, document->href);
  add_link (title, document->href);
  pg_text_table_cell (row, 0, reference);
  pg_text_table_cell (row, 1, title);
  pg_text_table_cell (row, 2, items_block (voice, listed));
  return row;
}

static PgBlock *
head_row (const PgVoice *voice, const PgPlace *place)
{
  static const char *const keys[N_COLUMNS] = { "reference", "document-title", "item" };
  PgBlock *row = pg_text_table_head (voice, place);
  for (guint i = 0; i < N_COLUMNS; i++)
    pg_text_table_cell (row, i, pg_say_word (voice, "text-table-head", keys[i]));
  return row;
}

/* The columns stand on the axes of the agenda's items where there is room. */
static PgBlock *
table_block (const PgVoice *voice, const PgSection *section)
{
  PgBlock *table = pg_text_table_new (voice, &section->place, N_COLUMNS);
  GPtrArray *documents = pg_event_documents (voice->event, voice->arena);
  if (voice->paper->details_width >= pg_theme_length (voice->theme, "page", "labels-width"))
    {
      double *widths = pg_arena_new_array (voice->arena, double, N_COLUMNS);
      widths[0] = voice->paper->details_x + pg_space (voice, "talk-number") - table->gutter;
      widths[1] = 0;
      widths[2] = pg_space (voice, "documents");
      table->widths = widths;
    }
  PgBlock *head = head_row (voice, &section->place);
  pg_table_set_head (table, head, head);
  for (guint i = 0; i < documents->len; i++)
    pg_block_add (table, document_row (voice, g_ptr_array_index (documents, i)));
  return table;
}

PgBlock *
pg_section_title (const PgVoice *voice, const char *style, const PgSection *section)
{
  return section->title == NULL && section->has_documents ? pg_say_word (voice, style, "documents")
                                                          : pg_say (voice, style, section->title);
}

PgBlock *
pg_documents_block (const PgVoice *voice, const PgSection *section)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &section->place);
  PgBlock *heading = PG_IN_WIDTH (voice, pg_section_title, "documents-heading", section);
  heading->keep_with_next = heading->keep_together = TRUE;
  heading->role = PG_ROLE_H2;
  stack->before = heading->before;
  PgBlock *table = PG_STACKED (voice, table_block, section);
  table->before = heading->after;
  pg_block_add (stack, heading);
  pg_block_add (stack, table);
  return stack;
}
