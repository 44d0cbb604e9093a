/* The door of ProgrammeKit. Enters: an event, and the one before it. Leaves: a folder with all pieces and the list of them, in
   which what stays the same is not written again. */
#include "base/files.h"
#include "base/limits.h"
#include "compare/changes.h"
#include "document.h"
#include "event/printed.h"
#include "kit-pieces.h"
#include "print-list.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <programme/kit.h>
#include <string.h>

struct ProgrammeKit
{
  gatomicrefcount refs;
  ProgrammeEvent *event, *since; /* since may be NULL */
  ProgrammeTheme *theme;
  ProgrammeOptions *options;
  ProgrammePeopleFunc read_people; /* or NULL */
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_BOXED_TYPE (ProgrammeKit, programme_kit, programme_kit_ref, programme_kit_unref)

ProgrammeKit *
programme_kit_new (ProgrammeEvent *event, ProgrammeTheme *theme, const ProgrammeOptions *options)
{
  g_return_val_if_fail (event != NULL && theme != NULL, NULL);
  ProgrammeKit *kit = g_new0 (ProgrammeKit, 1);
  g_atomic_ref_count_init (&kit->refs);
  kit->event = programme_event_ref (event);
  kit->theme = programme_theme_ref (theme);
  kit->options = pg_options_copy (options, NULL);
  kit->options->progress = pg_progress_ref (pg_options_progress (options));
  return kit;
}

ProgrammeKit *
programme_kit_ref (ProgrammeKit *kit)
{
  g_return_val_if_fail (kit != NULL, NULL);
  g_atomic_ref_count_inc (&kit->refs);
  return kit;
}

void
programme_kit_unref (ProgrammeKit *kit)
{
  g_return_if_fail (kit != NULL);
  if (!g_atomic_ref_count_dec (&kit->refs))
    return;
  programme_kit_set_people_func (kit, NULL, NULL, NULL);
  g_clear_pointer (&kit->since, programme_event_unref);
  programme_options_unref (kit->options);
  programme_theme_unref (kit->theme);
  programme_event_unref (kit->event);
  g_free (kit);
}

void
programme_kit_set_since (ProgrammeKit *kit, ProgrammeEvent *before)
{
  g_return_if_fail (kit != NULL);
  g_clear_pointer (&kit->since, programme_event_unref);
  kit->since = before != NULL ? programme_event_ref (before) : NULL;
}

void
programme_kit_set_people_func (ProgrammeKit *kit, ProgrammePeopleFunc func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (kit != NULL);
  if (kit->destroy != NULL)
    kit->destroy (kit->data);
  kit->read_people = func;
  kit->data = data;
  kit->destroy = destroy;
}

/* The work */

/* Pieces are made in a folder beside those of the run before, until all are there. */
typedef struct
{
  const ProgrammeKit *kit;
  char *folder, *scratch;
  PgWorkshop workshop;
  GCancellable *cancellable;
  GHashTable *before, *made; /* when files were made: name to gint64* */
  GHashTable *names;         /* a set of those of pieces */
  GPtrArray *fresh;          /* names of files that are to be put in their place */
  GPtrArray *rows;           /* PgPrintRow* */
} Job;

/* A piece with all that it takes. */
typedef struct
{
  const PgPiece *piece;
  const PgKitPiece *wanted; /* or NULL: as it is made where nobody asks for more */
  ProgrammeOptions *options;
  ProgrammeTheme *theme;
  char *name; /* of its file */
} Task;

static void
clear_task (Task *task)
{
  g_clear_pointer (&task->options, programme_options_unref);
  g_clear_pointer (&task->theme, programme_theme_unref);
  g_free (task->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

static gboolean
refuse_folder (const char *folder, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", folder, g_strerror (errno));
  return FALSE;
}

static gboolean
make_folders (Job *job, GError **error)
{
  job->scratch = g_build_filename (job->folder, ".kit-XXXXXX", NULL);
  if (g_mkdir_with_parents (job->folder, 0777) != 0 || g_mkdtemp_full (job->scratch, 0777) == NULL)
    return refuse_folder (job->folder, error);
  return TRUE;
}

static void
remove_scratch (const Job *job)
{
  g_autoptr (GDir) dir = job->scratch != NULL ? g_dir_open (job->scratch, 0, NULL) : NULL;
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (job->scratch, name, NULL);
      g_unlink (path);
    }
  if (job->scratch != NULL)
    g_rmdir (job->scratch);
}

/* "signs-door.pdf"; of several the second is "signs-door-2.pdf". */
static char *
name_file (Job *job, const PgPiece *piece, const PgKitPiece *wanted)
{
  const char *kind = wanted != NULL ? pg_kit_value (wanted, "kind") : NULL;
  const char *format = wanted != NULL ? pg_kit_value (wanted, "format") : NULL;
  g_autofree char *base = kind != NULL ? g_strconcat (piece->name, "-", kind, NULL) : g_strdup (piece->name);
  g_strdelimit (base, ",/", '-');
  char *name = g_strdup_printf ("%s.%s", base, format != NULL ? format : "pdf");
  for (guint i = 2; !g_hash_table_add (job->names, g_strdup (name)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u.%s", base, i, format != NULL ? format : "pdf");
    }
  return name;
}

static ProgrammeTheme *
theme_of (const Job *job, const PgKitPiece *wanted, GError **error)
{
  const char *name = wanted != NULL ? wanted->theme : NULL;
  ProgrammeEvent *event = job->kit->event;
  if (name == NULL)
    return programme_theme_ref (job->kit->theme);
  if (!pg_kit_theme_is_file (name))
    return programme_theme_new_named (name, error);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) bytes
      = event->files != NULL ? pg_files_read (event->files, name, PG_MAX_THEME_BYTES, &fault) : NULL;
  if (bytes != NULL)
    return programme_theme_read_bytes (bytes, name, event->files, job->workshop.report, error);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_THEME, "%s: %s", name,
               fault != NULL ? fault->message : "cannot be read: the event comes from no folder");
  return NULL;
}

static gboolean
take_people (const Job *job, Task *task, GError **error)
{
  const char *list = task->wanted != NULL ? pg_kit_value (task->wanted, "people") : NULL;
  g_autofree char *path = list != NULL ? pg_kit_path (job->kit->event, list) : NULL;
  if (list == NULL)
    return TRUE;
  if (path == NULL || job->kit->read_people == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: cannot be read: %s", list,
                   path == NULL ? "the event comes from no folder" : "nobody reads lists of people here");
      return FALSE;
    }
  GError *fault = NULL;
  g_autoptr (ProgrammePeople) people = job->kit->read_people (path, job->workshop.report, job->kit->data, &fault);
  programme_options_set_people (task->options, people);
  if (people != NULL)
    return TRUE;
  if (fault == NULL) /* a function of another language may fail without a word */
    g_set_error (&fault, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: cannot be read: what reads lists gave nobody",
                 list);
  g_propagate_error (error, fault);
  return FALSE;
}

/* Laying out and writing */

static GPtrArray *
lay_out (Job *job, const Task *task, const ProgrammeOptions *options, GError **error)
{
  ProgrammeEvent *event = job->kit->event;
  if (programme_options_wants_editions (options, task->theme))
    return pg_editions_new (event, task->piece->name, task->theme, options, &job->workshop, error);
  ProgrammeDocument *document = pg_document_new (event, task->piece->name, task->theme, options, &job->workshop, error);
  if (document == NULL)
    return NULL;
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) programme_document_unref);
  g_ptr_array_add (documents, document);
  return documents;
}

/* How far one of many is does not say how far the kit is. */
static void
tell_nobody (ProgrammeDocument *document)
{
  g_clear_pointer (&document->progress, pg_progress_unref);
}

/* Into the scratch folder, dated so. The paths of the files, or NULL. */
static char **
write_dated (Job *job, const Task *task, gint64 date, GError **error)
{
  g_autoptr (ProgrammeOptions) options = pg_options_copy (task->options, NULL);
  g_autofree char *path = g_build_filename (job->scratch, task->name, NULL);
  programme_options_set_date (options, date);
  g_autoptr (GPtrArray) documents = lay_out (job, task, options, error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    tell_nobody (g_ptr_array_index (documents, i));
  return documents != NULL ? programme_write_all (documents, options, path, job->cancellable, error) : NULL;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autofree char *one = NULL, *other = NULL;
  gsize length, other_length;
  return g_file_get_contents (a, &one, &length, NULL) && g_file_get_contents (b, &other, &other_length, NULL)
         && length == other_length && memcmp (one, other, length) == 0;
}

/* Whether all files are as those of the run before. */
static gboolean
are_same (const Job *job, char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]), *old = g_build_filename (job->folder, name, NULL);
      if (!is_same_file (paths[i], old))
        return FALSE;
    }
  return TRUE;
}

/* When the piece was made whose files may stay: the first of them tells. */
static const gint64 *
date_before (const Job *job, const Task *task)
{
  GHashTableIter iter;
  gpointer name, date;
  const gint64 *found = g_hash_table_lookup (job->before, task->name);
  gsize length = (gsize) (strrchr (task->name, '.') - task->name);
  g_autofree char *stem = g_strdup_printf ("%.*s-", (int) length, task->name); /* as the names of editions begin */
  g_hash_table_iter_init (&iter, job->before);
  while (found == NULL && g_hash_table_iter_next (&iter, &name, &date))
    found = g_str_has_prefix (name, stem) ? date : NULL;
  return found;
}

static gboolean
add_row (Job *job, const Task *task, const char *path, GError **error)
{
  if (!g_str_has_suffix (path, ".pdf"))
    return TRUE;
  PgPrintRow *row = pg_print_row_new ();
  g_ptr_array_add (job->rows, row);
  row->file = g_path_get_basename (path);
  row->copies = task->wanted != NULL ? task->wanted->copies : 1;
  if (job->kit->since != NULL && task->piece->is_one_by_one)
    row->titles = g_ptr_array_ref (job->workshop.titles);
  return pg_print_row_look (row, path, task->piece, task->options, error);
}

/* Notes what was made, and which of it is new. */
static gboolean
keep_files (Job *job, const Task *task, char **paths, gint64 date, gboolean is_fresh, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_hash_table_insert (job->made, g_strdup (name), g_memdup2 (&date, sizeof date));
      if (!add_row (job, task, paths[i], error))
        return FALSE;
      if (is_fresh)
        g_ptr_array_add (job->fresh, g_strdup (name));
      else
        g_unlink (paths[i]);
    }
  return TRUE;
}

/* First as of the day on which it was made before: where that is the same, it stays. */
static gboolean
make (Job *job, const Task *task, GError **error)
{
  gint64 now = pg_creation_time (task->options);
  const gint64 *before = date_before (job, task);
  g_auto (GStrv) paths = write_dated (job, task, before != NULL ? *before : now, error);
  if (paths == NULL)
    return FALSE;
  if (are_same (job, paths))
    return keep_files (job, task, paths, before != NULL ? *before : now, FALSE, error);
  if (before != NULL && *before != now)
    {
      g_strfreev (paths);
      paths = write_dated (job, task, now, error);
    }
  return paths != NULL && keep_files (job, task, paths, now, TRUE, error);
}

/* With since, what nothing differs in is not made. */
static gboolean
make_piece (Job *job, const PgPiece *piece, const PgKitPiece *wanted, GError **error)
{
  g_auto (Task) task = { piece, wanted, pg_options_copy (job->kit->options, piece->name), NULL, NULL };
  GError *fault = NULL;
  if (wanted != NULL)
    pg_kit_set_options (job->kit->event, wanted, task.options, job->workshop.report);
  task.theme = theme_of (job, wanted, error);
  if (task.theme == NULL || !take_people (job, &task, error))
    return FALSE;
  task.name = name_file (job, piece, wanted);
  g_clear_pointer (&job->workshop.titles, g_ptr_array_unref);
  if (make (job, &task, &fault))
    return TRUE;
  if (job->workshop.titles != NULL && job->workshop.titles->len == 0)
    g_clear_error (&fault);
  else
    g_propagate_error (error, fault);
  return fault == NULL;
}

/* One of n. */
static gboolean
make_one_of (Job *job, const PgPiece *piece, const PgKitPiece *wanted, guint i, guint n, GError **error)
{
  if (job->kit->since != NULL && !piece->is_one_by_one)
    return TRUE;
  PgWatchPart whole = pg_watch_narrow (job->workshop.watch, (double) i / n, (i + 1.0) / n);
  gboolean ok = make_piece (job, piece, wanted, error);
  pg_watch_widen (job->workshop.watch, whole);
  return ok;
}

static gboolean
make_pieces (Job *job, GError **error)
{
  const ProgrammeEvent *event = job->kit->event;
  const char *const *names = pg_piece_names ();
  guint n = event->kit->len > 0 ? event->kit->len : g_strv_length ((char **) names);
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < event->kit->len; i++)
    {
      const PgKitPiece *wanted = g_ptr_array_index (event->kit, i);
      const PgPiece *piece = pg_piece_lookup (wanted->name);
      if (piece != NULL)
        ok = make_one_of (job, piece, wanted, i, n, error);
    }
  for (guint i = 0; ok && event->kit->len == 0 && names[i] != NULL; i++)
    {
      const PgPiece *piece = pg_piece_lookup (names[i]);
      guint kinds = pg_options_kinds (job->kit->options, names[i]);
      if (pg_piece_find_lack (piece, event, kinds) == NULL)
        ok = make_one_of (job, piece, NULL, i, n, error);
    }
  return ok;
}

/* A page that goes with the kit, such as the list itself. */
static gboolean
make_page (Job *job, const char *name, const PgKitMatter *matter, GError **error)
{
  Task task = { .piece = pg_piece_of_kit (name), .theme = job->kit->theme };
  g_autoptr (ProgrammeOptions) options = pg_options_copy (job->kit->options, name);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  task.options = options;
  task.name = file;
  job->workshop.kit = matter;
  gboolean ok = make (job, &task, error);
  job->workshop.kit = NULL;
  return ok;
}

static gboolean
make_pages (Job *job, GError **error)
{
  g_autoptr (PgChanges) changes = job->kit->since != NULL ? pg_changes_new (job->kit->since, job->kit->event) : NULL;
  PgKitMatter matter = { job->rows, changes, job->workshop.gone };
  if (changes != NULL && changes->list->len > 0 && !make_page (job, "changes", &matter, error))
    return FALSE;
  return make_page (job, "print-list", &matter, error);
}

/* In its place */

static gboolean
put_files (const Job *job, GError **error)
{
  for (guint i = 0; i < job->fresh->len; i++)
    {
      g_autofree char *from = g_build_filename (job->scratch, job->fresh->pdata[i], NULL);
      g_autofree char *to = g_build_filename (job->folder, job->fresh->pdata[i], NULL);
      if (g_rename (from, to) != 0)
        return refuse_folder (to, error);
    }
  return TRUE;
}

static gboolean
put_list (const Job *job, GError **error)
{
  g_autofree char *path = g_build_filename (job->folder, PG_PRINT_LIST, NULL), *old = NULL;
  g_autofree char *text = pg_print_list_text (job->rows, job->made);
  if (g_file_get_contents (path, &old, NULL, NULL) && strcmp (old, text) == 0)
    return TRUE;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  if (!programme_write_bytes (bytes, path, job->kit->event->file, error))
    return FALSE;
  g_ptr_array_add (job->fresh, g_strdup (PG_PRINT_LIST));
  return TRUE;
}

static void
job_clear (Job *job)
{
  remove_scratch (job);
  pg_workshop_clear (&job->workshop);
  g_free (job->scratch);
  g_free (job->folder);
  g_clear_pointer (&job->before, g_hash_table_unref);
  g_hash_table_unref (job->made);
  g_hash_table_unref (job->names);
  g_ptr_array_unref (job->fresh);
  g_ptr_array_unref (job->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* What is made anew has a folder of its own, beside what was made of all. */
char **
programme_kit_write (ProgrammeKit *kit, const char *folder, ProgrammeReport *report, GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (kit != NULL && folder != NULL, NULL);
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (kit->options), "write");
  g_auto (Job) job = { .kit = kit,
                       .folder = g_build_filename (folder, kit->since != NULL ? "changes" : NULL, NULL),
                       .workshop = pg_workshop_new (&watch, report),
                       .cancellable = cancellable,
                       .made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                       .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                       .fresh = g_ptr_array_new_with_free_func (g_free),
                       .rows = g_ptr_array_new_with_free_func (pg_print_row_free) };
  job.workshop.since = kit->since;
  if (!make_folders (&job, error))
    return NULL;
  job.before = pg_print_list_read (job.folder);
  if (!make_pieces (&job, error) || !make_pages (&job, error) || !put_files (&job, error) || !put_list (&job, error))
    return NULL;
  pg_watch_end (&watch);
  g_ptr_array_add (job.fresh, NULL);
  return g_strdupv ((char **) job.fresh->pdata);
}
