/* A document for each of a list of people, one after another. Enters: a piece that is made for one, a list. Leaves: their pages. */
#include "records.h"

#include "option/options.h"
#include "option/pages.h"
#include "say/press.h"

GArray *
pg_records_wanted (const ProgrammePeople *people, const ProgrammeOptions *options, GError **error)
{
  const char *text = pg_options_text (options, PG_OPTION_RECORDS);
  guint n = programme_people_get_n (people);
  if (n == 0)
    {
      g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
                           "the list of people has nobody in it: add a row for each of them below its head");
      return NULL;
    }
  g_autofree gboolean *wanted = g_new0 (gboolean, n);
  guint missing = pg_pages_mark (text, wanted, n);
  if (missing > 0)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "records=%s: there is no row %u; the list has %u",
                   text, missing, n);
      return NULL;
    }
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (wanted[i])
      g_array_append_val (rows, i);
  return rows;
}

const char *
pg_record_field (const ProgrammePeople *people, guint row, const char *field)
{
  const char *value = programme_people_get (people, row, field);
  gboolean is_family = g_strcmp0 (field, "family") == 0;
  return value[0] == '\0' && is_family ? programme_people_get (people, row, "name") : value;
}

/* Joining */

/* Names of places are told apart by the record's number; each element has its name once. */
static void
rename_links (const GPtrArray *pages, PgArena *arena, guint record)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  for (guint p = 0; p < pages->len; p++)
    {
      const GArray *items = ((const PgPage *) g_ptr_array_index (pages, p))->items;
      for (guint i = 0; i < items->len; i++)
        {
          const PgItem *item = &g_array_index (items, PgItem, i);
          const PgRunElements *runs = item->kind == PG_ITEM_TEXT ? item->text.runs : NULL;
          const PgLine *line = runs != NULL ? &item->text.lines->lines[item->text.line] : NULL;
          for (guint r = 0; line != NULL && r < line->n_runs; r++)
            {
              PgElement *element = runs->elements[line->runs[r].run - runs->runs];
              if (element != NULL && element->anchor != NULL && g_hash_table_add (done, element))
                element->anchor = pg_arena_printf (arena, "%u-%s", record, element->anchor);
            }
        }
    }
}

static void
move_bookmarks (PgPages *all, const PgPages *pages, guint record, guint first, const char *name)
{
  const PgBookmark whole = { pg_arena_strdup (all->arena, name), 1, first, 0 };
  g_array_append_val (all->bookmarks, whole);
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      PgBookmark bookmark = g_array_index (pages->bookmarks, PgBookmark, i);
      bookmark.level++;
      bookmark.page += first;
      g_array_append_val (all->bookmarks, bookmark);
    }
  for (guint i = 0; i < pages->destinations->len; i++)
    {
      PgDestination destination = g_array_index (pages->destinations, PgDestination, i);
      destination.name = pg_arena_printf (all->arena, "%u-%s", record, destination.name);
      destination.page += first;
      g_array_append_val (all->destinations, destination);
      g_hash_table_insert (all->anchors, (gpointer) destination.name, GUINT_TO_POINTER (destination.page + 1));
    }
}

static void
free_arena (gpointer arena)
{
  pg_arena_free (arena);
}

/* Takes all pages over. */
static void
join (PgPages *all, PgPages *pages, guint record, const char *name)
{
  guint first = all->pages->len;
  rename_links (pages->pages, all->arena, record);
  move_bookmarks (all, pages, record, first, name);
  g_ptr_array_extend_and_steal (all->pages, g_steal_pointer (&pages->pages));
  g_ptr_array_extend_and_steal (all->lines, g_steal_pointer (&pages->lines));
  pg_arena_defer (all->arena, free_arena, g_steal_pointer (&pages->arena));
  pages->pages = g_ptr_array_new ();
  pages->lines = g_ptr_array_new ();
  pages->arena = pg_arena_new ();
  pg_pages_free (pages);
}

/* Laying out */

typedef struct
{
  ProgrammeDocument *document;
  const PgPiece *piece;
  PgWorkshop *workshop;
  gboolean is_alone; /* the only one */
} Run;

/* A row's own language, where two were not asked for. */
static void
set_language (PgRequest *request)
{
  const char *tag = programme_people_get (request->people, request->record - 1, "language");
  const char *own = tag[0] != '\0' && request->second == NULL ? pg_document_language (request->event, tag) : NULL;
  request->language = own != NULL ? own : request->language;
}

static void
add_record (PgPages *pages, const PgRequest *request, guint first)
{
  guint row = request->record - 1;
  PgRecord record = { .page = first };
  record.key = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "id"));
  record.given = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "given"));
  record.family = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "family"));
  g_array_append_val (pages->records, record);
}

static PgPages *
lay_out_one (const Run *run, const PgRequest *request, PgManuscript **manuscript, GError **error)
{
  ProgrammeDocument *document = run->document;
  *manuscript = run->piece->compose (request, error);
  if (*manuscript == NULL)
    return NULL;
  (*manuscript)->max_pages = document->max_pages;
  if (document->manuscript == NULL) /* all have the same images */
    {
      document->manuscript = *manuscript;
      if (!pg_document_check_images (document, run->workshop, error))
        return NULL;
    }
  if (document->intent != NULL)
    pg_press_compose (request, *manuscript);
  return pg_layout (*manuscript, document->fonts, NULL, run->workshop->report, run->workshop->watch, error);
}

static gboolean
add_row (const Run *run, guint row, GError **error)
{
  ProgrammeDocument *document = run->document;
  PgRequest *request = pg_arena_new0 (document->arena, PgRequest);
  PgManuscript *manuscript;
  *request = document->request;
  request->record = row + 1;
  set_language (request);
  PgPages *pages = lay_out_one (run, request, &manuscript, error);
  if (pages == NULL)
    return FALSE;
  const char *name = programme_people_get (request->people, row, "name");
  guint first = document->pages != NULL ? document->pages->pages->len : 0;
  if (document->pages == NULL && run->is_alone)
    document->pages = pages;
  else
    {
      document->pages = document->pages != NULL ? document->pages : pg_pages_new_empty ();
      join (document->pages, pages, row + 1, name);
    }
  if (run->is_alone && name[0] != '\0')
    manuscript->title = pg_arena_printf (document->arena, "%s – %s", manuscript->title, name);
  add_record (document->pages, request, first);
  return TRUE;
}

/* One booklet is folded, not several as one. */
static gboolean
may_be_folded (const GArray *rows, const ProgrammeOptions *options, GError **error)
{
  gint64 way = pg_options_number (options, PG_OPTION_IMPOSE);
  if (rows->len == 1 || (way != PG_WAY_SADDLE && way != PG_WAY_PERFECT))
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "impose folds one booklet, and these are %u in one file: write them into a folder", rows->len);
  return FALSE;
}

gboolean
pg_records_lay_out (ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options,
                    PgWorkshop *workshop, GError **error)
{
  g_autoptr (GArray) rows = pg_records_wanted (document->request.people, options, error);
  Run run = { document, piece, workshop, rows != NULL && rows->len == 1 };
  PgWatchPart whole = pg_watch_narrow (workshop->watch, 0, 1);
  gboolean ok = rows != NULL && may_be_folded (rows, options, error);
  for (guint i = 0; ok && i < rows->len; i++)
    {
      PgWatchPart part = pg_watch_narrow (workshop->watch, (double) i / rows->len, (i + 1.0) / rows->len);
      ok = add_row (&run, g_array_index (rows, guint, i), error);
      pg_watch_widen (workshop->watch, part);
    }
  pg_watch_widen (workshop->watch, whole);
  return ok;
}
