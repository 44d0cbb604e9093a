/* A document for each of a list of people, one after another. Enters: a piece that is made for one, a list. Leaves: their pages. */
#include "records.h"

#include "impose.h"
#include "option/options.h"
#include "option/pages.h"
#include "say/press.h"

#include <string.h>

#define ALL "all" /* fields */

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
join (PgPages *all, PgPages *pages)
{
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

/* The fields that are wanted of a row, of those that it has. */
static const char *const *
fields_of (PgArena *arena, const char *wanted, const PgRequest *request)
{
  g_auto (GStrv) named = wanted != NULL ? g_strsplit (wanted, ",", -1) : NULL;
  const char *const *all = programme_people_list_fields ();
  const char **fields = pg_arena_new_array (arena, const char *, 2 * g_strv_length ((char **) all) + 1);
  guint n = 0;
  for (guint i = 0; named != NULL && all[i] != NULL; i++)
    {
      const char *value = programme_people_get (request->people, request->record - 1, all[i]);
      if (value[0] == '\0' || !(strcmp (wanted, ALL) == 0 || g_strv_contains ((const char *const *) named, all[i])))
        continue;
      fields[n++] = all[i];
      fields[n++] = pg_arena_strdup (arena, value);
    }
  return fields;
}

static void
add_record (PgPages *pages, const PgRequest *request, const char *metadata, guint first)
{
  guint row = request->record - 1;
  PgRecord record = { .page = first, .more = fields_of (pages->arena, metadata, request) };
  record.key = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "id"));
  record.given = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "given"));
  record.family = pg_arena_strdup (pages->arena, pg_record_field (request->people, row, "family"));
  g_array_append_val (pages->records, record);
}

/* What they have in common */

#define MOST_PATTERNS 8 /* each takes as much time and memory as a booklet */

struct PgPattern
{
  guint refs;
  PgArena *arena;
  PgRequest request;
  PgManuscript *manuscript;
  PgPages *pages;
};

static void
unref_pattern (gpointer data)
{
  PgPattern *pattern = data;
  if (--pattern->refs > 0)
    return;
  pg_pages_free (pattern->pages);
  pg_arena_free (pattern->arena);
  g_free (pattern);
}

static PgManuscript *
compose (const Run *run, const PgRequest *request, GError **error)
{
  ProgrammeDocument *document = run->document;
  PgManuscript *manuscript = run->piece->compose (request, error);
  if (manuscript == NULL)
    return NULL;
  manuscript->max_pages = document->max_pages;
  if (document->manuscript == NULL) /* all have the same images */
    {
      document->manuscript = manuscript;
      if (!pg_document_check_images (document, run->workshop, error))
        return NULL;
    }
  if (document->intent != NULL)
    pg_press_compose (request, manuscript);
  return manuscript;
}

/* One that is of use for the record of a request, unless what is said of it moves what is on other pages. */
static gboolean
add_pattern (const Run *run, const PgRequest *request, GError **error)
{
  PgPattern *pattern = g_new0 (PgPattern, 1);
  pattern->refs = 1;
  pattern->arena = pg_arena_new ();
  pattern->request = *request;
  pattern->request.arena = pattern->arena;
  pattern->request.is_pattern = TRUE;
  pattern->manuscript = compose (run, &pattern->request, error);
  if (pattern->manuscript != NULL)
    pattern->pages = pg_layout_first (pattern->manuscript, run->document->fonts, run->workshop->report,
                                      run->workshop->watch, error);
  pattern->request.watch = NULL;
  pattern->request.report = NULL;
  if (pattern->pages == NULL)
    {
      unref_pattern (pattern);
      return FALSE;
    }
  g_ptr_array_add (run->workshop->patterns, pattern);
  return TRUE;
}

/* What is on all pages of a file for screens is in a tree of structure, where each page has its place once. */
static gboolean
may_share (const Run *run)
{
  const ProgrammeDocument *document = run->document;
  return !document->request.only_own && (run->is_alone || document->profile != PROGRAMME_PROFILE_ACCESSIBLE);
}

static PgPages *
lay_out_by (const Run *run, PgPattern *pattern, PgRequest *request, PgManuscript **manuscript, GError **error)
{
  request->common = pattern->manuscript;
  *manuscript = compose (run, request, error);
  request->common = NULL;
  if (*manuscript == NULL)
    return NULL;
  PgPages *pages = pg_layout_other (*manuscript, run->document->fonts, pattern->pages, run->workshop->report,
                                    run->workshop->watch, error);
  if (pages == NULL)
    return NULL;
  pattern->refs++;
  pg_arena_defer (run->document->arena, unref_pattern, pattern);
  return pages;
}

/* By the first pattern that is of use, and then by a new one. NULL without an error if none is. */
static PgPages *
lay_out_by_any (const Run *run, PgRequest *request, PgManuscript **manuscript, GError **error)
{
  GError *failure = NULL;
  PgPages *pages = NULL;
  GPtrArray *patterns = run->workshop->patterns;
  gboolean is_new = FALSE;
  for (guint i = 0; pages == NULL && failure == NULL && !is_new; i++)
    {
      is_new = i == patterns->len;
      if (is_new && (i == MOST_PATTERNS || !add_pattern (run, request, &failure)))
        break;
      PgPattern *pattern = g_ptr_array_index (patterns, i);
      if (g_strcmp0 (pattern->request.language, request->language) == 0)
        pages = lay_out_by (run, pattern, request, manuscript, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return pages;
}

static PgPages *
lay_out_one (const Run *run, PgRequest *request, PgManuscript **manuscript, GError **error)
{
  if (may_share (run))
    {
      GError *failure = NULL;
      PgPages *pages = lay_out_by_any (run, request, manuscript, &failure);
      if (failure != NULL)
        g_propagate_error (error, failure);
      if (pages != NULL || failure != NULL)
        return pages;
    }
  *manuscript = compose (run, request, error);
  if (*manuscript == NULL)
    return NULL;
  return pg_layout (*manuscript, run->document->fonts, NULL, run->workshop->report, run->workshop->watch, error);
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
  if (document->pages == NULL)
    document->manuscript = manuscript;
  const char *name = programme_people_get (request->people, row, "name");
  guint first = document->pages != NULL ? document->pages->pages->len : 0;
  if (document->pages == NULL && run->is_alone)
    document->pages = pages;
  else
    {
      document->pages = document->pages != NULL ? document->pages : pg_pages_new_empty ();
      if (document->profile == PROGRAMME_PROFILE_ACCESSIBLE)
        rename_links (pages->pages, document->arena, row + 1);
      if (document->profile != PROGRAMME_PROFILE_PRESS)
        move_bookmarks (document->pages, pages, row + 1, first, name);
      join (document->pages, pages);
    }
  if (run->is_alone && name[0] != '\0')
    manuscript->title = pg_arena_printf (document->arena, "%s – %s", manuscript->title, name);
  add_record (document->pages, request, document->metadata, first);
  return TRUE;
}

static gboolean
are_fields (const char *wanted, GError **error)
{
  g_auto (GStrv) named = wanted != NULL && strcmp (wanted, ALL) != 0 ? g_strsplit (wanted, ",", -1) : NULL;
  const char *const *all = programme_people_list_fields ();
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!g_strv_contains (all, named[i]))
      {
        g_autofree char *list = g_strjoinv (", ", (char **) all);
        g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                     "metadata=%s: there is no field “%s”; they are all, or some of %s", wanted, named[i], list);
        return FALSE;
      }
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

static gboolean
add_rows (const Run *run, const guint *rows, guint n, GError **error)
{
  PgWatch *watch = run->workshop->watch;
  PgWatchPart whole = pg_watch_narrow (watch, 0, 1);
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < n; i++)
    {
      PgWatchPart part = pg_watch_narrow (watch, (double) i / n, (i + 1.0) / n);
      ok = add_row (run, rows[i], error);
      pg_watch_widen (watch, part);
    }
  pg_watch_widen (watch, whole);
  return ok;
}

static Run
run_of (ProgrammeDocument *document, const PgPiece *piece, PgWorkshop *workshop, gboolean is_alone)
{
  if (workshop->patterns == NULL)
    workshop->patterns = g_ptr_array_new_with_free_func (unref_pattern);
  return (Run){ document, piece, workshop, is_alone && !workshop->is_one_file };
}

gboolean
pg_records_lay_out (ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options,
                    PgWorkshop *workshop, GError **error)
{
  g_autoptr (GArray) rows = pg_records_wanted (document->request.people, options, error);
  Run run = run_of (document, piece, workshop, rows != NULL && rows->len == 1);
  return rows != NULL && are_fields (document->metadata, error) && may_be_folded (rows, options, error)
         && add_rows (&run, (const guint *) (gpointer) rows->data, rows->len, error);
}

ProgrammeDocument *
pg_records_new (ProgrammeDocument *like, const PgPiece *piece, const guint *rows, guint n,
                const ProgrammeOptions *options, PgWorkshop *workshop, GError **error)
{
  g_autoptr (ProgrammeDocument) document = g_new0 (ProgrammeDocument, 1);
  *document = *like;
  g_atomic_ref_count_init (&document->refs);
  document->like = programme_document_ref (like);
  document->arena = document->request.arena = pg_arena_new ();
  document->pages = NULL;
  document->sheets = NULL;
  document->imposing = NULL;
  document->request.watch = workshop->watch;
  document->request.report = workshop->report;
  Run run = run_of (document, piece, workshop, n == 1);
  if (!add_rows (&run, rows, n, error))
    return NULL;
  if (!workshop->is_one_file)
    document->sheets = pg_sheets_of_single_pages (document->pages);
  document->request.watch = NULL;
  document->request.report = NULL;
  return pg_impose_plan (document, options, workshop->report, error) ? g_steal_pointer (&document) : NULL;
}
