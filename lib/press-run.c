/* One file for the press with the pages of many. Enters: a document of records, or what they are made of. Leaves: PDF/VT-1, which
   is written block by block: what several have in common is in the first that has it, and each has fonts for its own pages. */
#include "press-run.h"

#include "block/code.h"
#include "image/reserved.h"
#include "pdf/variable.h"
#include "records.h"

#define BLOCK 500u  /* records whose pages share fonts, */
#define PAGES 2000u /* or fewer, where these are more pages, for which libqpdf needs memory */
#define PART 3u     /* items, of which fewer are drawn on each page anew */
#define AT_ONCE                                                                                                        \
  20u /* records that are laid out before they are drawn; fonts of Chinese and the like are for these alone */

/* What many pages begin or end with: items of the one that they are like. */
typedef struct
{
  const PgPage *of;
  guint from, n;
  int form; /* its number in the file, once it is written */
} Part;

typedef struct
{
  ProgrammeDocument *like;
  PgDescription description;
  PgOutputIntent intent;
  PgVariable *variable;
  GHashTable *common; /* pages that others have, too, to what stands for them */
  GPtrArray *parts;   /* Part*, of pages that nobody else has */
  PgSink *sink;
} Run;

static void
run_open (Run *run, ProgrammeDocument *like, PgSink *sink)
{
  run->like = like;
  run->description = pg_document_describe (like);
  run->description.is_variable = TRUE;
  run->intent = (PgOutputIntent){ like->intent, like->intent_name };
  run->variable = pg_variable_new (&run->description, &run->intent, sink);
  run->common = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  run->parts = g_ptr_array_new_with_free_func (g_free);
  run->sink = sink;
}

static gboolean
run_close (Run *run)
{
  gboolean ok = pg_variable_finish (run->variable);
  pg_variable_free (run->variable);
  g_hash_table_unref (run->common);
  g_ptr_array_unref (run->parts);
  return ok;
}

/* A block */

/* A page of a record's: one that others have, too, or the one that was drawn so many before it. */
typedef struct
{
  const PgPage *common;
  guint index;
} Shown;

/* What is drawn so far, in memory. */
typedef struct
{
  PgArena *arena;    /* of the records' texts */
  GArray *records;   /* PgRecord; page counts those of the block's */
  GArray *shown;     /* Shown: their pages */
  PgPages *drawn;    /* pages and parts of them, without what is on them once they are drawn */
  GArray *made;      /* PgVariablePage, of each of these */
  GHashTable *fresh; /* of the drawn, those that others have, too, to their place from 1 */
  GPtrArray *reserved, *codes;
  GByteArray *bytes;
  PgSink memory;
  PgPainting *painting; /* or NULL */
} Block;

static void
free_outline (gpointer data)
{
  PgPage *outline = data;
  g_array_unref (outline->items);
  g_free (outline);
}

static void
block_open (Block *block, PgSink *sink)
{
  block->arena = pg_arena_new ();
  block->records = g_array_new (FALSE, FALSE, sizeof (PgRecord));
  block->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  block->drawn = pg_pages_new_empty ();
  g_ptr_array_set_free_func (block->drawn->pages, free_outline);
  block->made = g_array_new (FALSE, TRUE, sizeof (PgVariablePage));
  block->fresh = g_hash_table_new (NULL, NULL);
  block->reserved = pg_reserved_new ();
  block->codes = g_ptr_array_new ();
  block->bytes = g_byte_array_new ();
  block->painting = NULL;
  pg_sink_init (&block->memory, pg_sink_keep, block->bytes, sink->watch);
}

static void
block_close (Block *block)
{
  pg_arena_free (block->arena);
  g_array_unref (block->records);
  g_array_unref (block->shown);
  pg_pages_free (block->drawn);
  for (guint i = 0; i < block->made->len; i++)
    g_free (g_array_index (block->made, PgVariablePage, i).text);
  g_array_unref (block->made);
  g_hash_table_unref (block->fresh);
  g_ptr_array_unref (block->reserved);
  g_ptr_array_unref (block->codes);
  if (block->bytes != NULL)
    g_byte_array_unref (block->bytes);
}

static guint
first_page (const PgPages *pages, guint record)
{
  return record < pages->records->len ? g_array_index (pages->records, PgRecord, record).page : pages->pages->len;
}

/* Some items of a page are to be drawn. */
static PgVariablePage *
add_drawn (Block *block, const PgPage *page, guint from, guint n)
{
  PgPage *outline = g_new0 (PgPage, 1);
  *outline = *page;
  outline->items = g_array_new (FALSE, FALSE, sizeof (PgItem));
  if (n > 0)
    g_array_append_vals (outline->items, &g_array_index (page->items, PgItem, from), n);
  g_ptr_array_add (block->drawn->pages, outline);
  g_array_set_size (block->made, block->drawn->pages->len);
  return &g_array_index (block->made, PgVariablePage, block->made->len - 1);
}

/* The form of some items that a page has in common with others, which is drawn once; NULL for so few that it is not worth it. */
static const int *
part_of (Run *run, Block *block, const PgPage *of, guint from, guint n)
{
  Part *part = NULL;
  for (guint i = 0; i < run->parts->len && n >= PART; i++)
    {
      part = g_ptr_array_index (run->parts, i);
      if (part->of == of && part->from == from && part->n == n)
        return &part->form;
    }
  if (n < PART)
    return NULL;
  part = g_new0 (Part, 1);
  *part = (Part){ of, from, n, 0 };
  g_ptr_array_add (run->parts, part);
  add_drawn (block, of, from, n)->form = &part->form;
  PgPage *outline = g_ptr_array_index (block->drawn->pages, block->drawn->pages->len - 1);
  outline->others = 1;
  return &part->form;
}

/* Nobody else has it; what it begins and ends with may be on many. */
static void
add_own (Run *run, Block *block, const PgPage *page)
{
  guint start, end, n = page->items->len;
  pg_page_compare (page, &start, &end);
  const int *before = part_of (run, block, page->like, 0, start);
  const int *after = part_of (run, block, page->like, page->like != NULL ? page->like->items->len - end : 0, end);
  start = before != NULL ? start : 0;
  end = after != NULL ? end : 0;
  PgVariablePage *made = add_drawn (block, page, start, n - start - end);
  made->before = before;
  made->after = after;
}

/* Adds a page to a record's, and to what has to be drawn for it. */
static void
add_page (Run *run, Block *block, const PgPage *page)
{
  gboolean is_common = page->others > 0;
  if (!is_common)
    add_own (run, block, page);
  else if (!g_hash_table_contains (run->common, page) && !g_hash_table_contains (block->fresh, page))
    {
      add_drawn (block, page, 0, page->items->len);
      g_hash_table_insert (block->fresh, (gpointer) page, GUINT_TO_POINTER (block->drawn->pages->len));
    }
  Shown shown = { is_common ? page : NULL, block->drawn->pages->len - 1 };
  g_array_append_val (block->shown, shown);
}

static const char *const *
copy_texts (PgArena *arena, const char *const *texts)
{
  guint n = texts != NULL ? g_strv_length ((char **) texts) : 0;
  const char **copy = pg_arena_new_array (arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = pg_arena_strdup (arena, texts[i]);
  return copy;
}

static void
add_record (Block *block, const PgRecord *record)
{
  PgRecord copy
      = { block->shown->len, pg_arena_strdup (block->arena, record->key), pg_arena_strdup (block->arena, record->given),
          pg_arena_strdup (block->arena, record->family), NULL };
  copy.more = copy_texts (block->arena, record->more);
  g_array_append_val (block->records, copy);
}

static void
draw (const Run *run, Block *block, const PgPages *fresh)
{
  g_autoptr (GPtrArray) sheets = pg_sheets_of_single_pages (fresh);
  PgMetadata metadata = pg_document_metadata (run->like);
  if (fresh->pages->len == 0)
    return;
  if (block->painting == NULL)
    block->painting = pg_painting_new (run->like->painter, pg_sheets_get (sheets, 0), &metadata, &block->memory);
  guint n_codes = block->codes->len;
  pg_painter_reserve (run->like->painter, block->reserved, block->codes);
  pg_painting_add (block->painting, fresh, sheets);
  pg_painter_reserve (run->like->painter, NULL, NULL);
  for (guint i = n_codes; i < block->codes->len; i++)
    block->codes->pdata[i] = (gpointer) pg_code_copy (block->arena, block->codes->pdata[i]);
}

/* Records of pages, from one on to before another one. */
static void
add_records (Run *run, Block *block, const PgPages *pages, guint from, guint end)
{
  g_autoptr (PgPages) fresh = pg_pages_new_empty ();
  guint first = block->drawn->pages->len;
  for (guint r = from; r < end; r++)
    {
      add_record (block, &g_array_index (pages->records, PgRecord, r));
      for (guint i = first_page (pages, r); i < first_page (pages, r + 1); i++)
        add_page (run, block, pg_pages_get (pages, i));
    }
  g_ptr_array_set_free_func (fresh->pages, NULL); /* they are the block's */
  for (guint i = first; i < block->drawn->pages->len; i++)
    g_ptr_array_add (fresh->pages, g_ptr_array_index (block->drawn->pages, i));
  draw (run, block, fresh);
  for (guint i = 0; i < fresh->pages->len; i++)
    g_array_set_size (((PgPage *) g_ptr_array_index (fresh->pages, i))->items, 0);
}

/* What is drawn is written. */
static gboolean
show (Run *run, Block *block)
{
  GError *error = NULL;
  if (block->painting != NULL)
    pg_painting_finish (block->painting);
  if (!pg_sink_end (&block->memory, &error))
    {
      pg_sink_fail (run->sink, error);
      return FALSE;
    }
  if (block->painting == NULL)
    return TRUE;
  g_autoptr (GBytes) drawn = g_byte_array_free_to_bytes (g_steal_pointer (&block->bytes));
  PgPressPictures pictures = { block->reserved, block->codes, run->like->event->pictures, run->like->inks };
  return pg_variable_show (run->variable, drawn, block->drawn, &pictures,
                           (PgVariablePage *) (gpointer) block->made->data);
}

static void
write_records (Run *run, const Block *block)
{
  for (guint r = 0; r < block->records->len; r++)
    {
      const PgRecord *record = &g_array_index (block->records, PgRecord, r);
      guint end = r + 1 < block->records->len ? record[1].page : block->shown->len, n = end - record->page;
      g_autofree char **own = g_new0 (char *, n);
      for (guint i = 0; i < n; i++)
        {
          const Shown *shown = &g_array_index (block->shown, Shown, record->page + i);
          own[i] = shown->common != NULL ? g_hash_table_lookup (run->common, shown->common)
                                         : g_array_index (block->made, PgVariablePage, shown->index).text;
        }
      pg_variable_add (run->variable, record, own, n);
    }
}

/* Ends the block. */
static gboolean
write_block (Run *run, Block *block)
{
  if (!show (run, block))
    return FALSE;
  GHashTableIter iter;
  gpointer page, place;
  g_hash_table_iter_init (&iter, block->fresh);
  while (g_hash_table_iter_next (&iter, &page, &place))
    {
      PgVariablePage *made = &g_array_index (block->made, PgVariablePage, GPOINTER_TO_UINT (place) - 1);
      g_hash_table_insert (run->common, page, g_steal_pointer (&made->text));
    }
  write_records (run, block);
  return TRUE;
}

/* All of them */

gboolean
pg_run_produce (ProgrammeDocument *document, PgSink *sink)
{
  Run run;
  guint n = document->pages->records->len;
  PgWatchPart whole = pg_watch_narrow (sink->watch, 0, 1);
  run_open (&run, document, sink);
  for (guint i = 0; i < n && sink->error == NULL; i += BLOCK)
    {
      Block block;
      guint end = MIN (i + BLOCK, n);
      PgWatchPart around = pg_watch_narrow (sink->watch, (double) i / n, (double) end / n);
      block_open (&block, sink);
      add_records (&run, &block, document->pages, i, end);
      write_block (&run, &block);
      block_close (&block);
      pg_watch_widen (sink->watch, around);
    }
  gboolean ok = run_close (&run);
  pg_watch_widen (sink->watch, whole);
  return ok;
}

/* Lays out some rows, and draws their pages. */
static gboolean
add_rows (Run *run, Block *block, const PgRunRows *rows, guint from, guint n)
{
  GError *error = NULL;
  g_autoptr (ProgrammeDocument) document = pg_record_set_document (rows->set, rows->rows + from, n, &error);
  if (document == NULL)
    {
      pg_sink_fail (run->sink, error);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    rows->n_pages[from + i] = first_page (document->pages, i + 1) - first_page (document->pages, i);
  add_records (run, block, document->pages, 0, n);
  return TRUE;
}

/* The next block, from a row on; its end is told. */
static gboolean
add_block (Run *run, const PgRunRows *rows, guint *at)
{
  Block block;
  gboolean ok = TRUE;
  double all = rows->n_rows;
  block_open (&block, run->sink);
  while (ok && *at < rows->n_rows && block.records->len < BLOCK && block.drawn->pages->len < PAGES)
    {
      guint n = MIN (AT_ONCE, rows->n_rows - *at);
      PgWatchPart around = pg_watch_narrow (run->sink->watch, *at / all, (*at + n) / all);
      ok = add_rows (run, &block, rows, *at, n);
      pg_watch_widen (run->sink->watch, around);
      *at += n;
    }
  PgWatchPart around = pg_watch_narrow (run->sink->watch, *at / all, *at / all);
  ok = write_block (run, &block) && ok;
  pg_watch_widen (run->sink->watch, around);
  block_close (&block);
  return ok;
}

gboolean
pg_run_produce_rows (gpointer data, PgSink *sink)
{
  const PgRunRows *rows = data;
  Run run;
  PgWatchPart whole = pg_watch_narrow (sink->watch, 0, 1);
  pg_watch_widen (sink->watch, rows->share);
  run_open (&run, rows->set->first, sink);
  for (guint at = 0; at < rows->n_rows && sink->error == NULL;)
    add_block (&run, rows, &at);
  gboolean ok = run_close (&run);
  pg_watch_widen (sink->watch, whole);
  return ok;
}
