/* Enters: documents and what is to be written of them. Leaves: a file for each document or page: all of them, or none. */
#include "document.h"
#include "impose.h"
#include "inputs.h"
#include "option/options.h"
#include "option/pages.h"
#include "output.h"

#include <programme/kit.h>
#include <string.h>

#define PG_SCREEN_DPI 96 /* of pixels in which paper is said */

/* How files end. */
static const char *
ending_of (ProgrammeFormat format)
{
  return pg_option_word (pg_option (PG_OPTION_FORMAT), format);
}

/* A name without its ending, which has a dot. */
static char *
name_without (const char *name, const char *ending)
{
  gsize length = strlen (name), end = strlen (ending);
  gboolean has_it
      = length > end + 1 && name[length - end - 1] == '.' && g_ascii_strcasecmp (name + length - end, ending) == 0;
  return g_strndup (name, has_it ? length - end - 1 : length);
}

char *
programme_document_name_edition (const ProgrammeDocument *document, const char *path, ProgrammeFormat format)
{
  const char *ending = ending_of (format);
  g_return_val_if_fail (document != NULL && path != NULL && ending != NULL, NULL);
  g_autofree char *name = name_without (path, ending);
  return g_strdup_printf ("%s-%s.%s", name, document->request.language, ending);
}

char *
programme_document_name_page (const ProgrammeDocument *document, guint page, const char *path, ProgrammeFormat format)
{
  const char *ending = ending_of (format);
  g_return_val_if_fail (document != NULL && path != NULL && ending != NULL, NULL);
  g_autofree char *name = name_without (path, ending);
  g_autofree char *last = g_strdup_printf ("%u", document->pages->pages->len);
  return g_strdup_printf ("%s-%0*u.%s", name, (int) strlen (last), page + 1, ending);
}

/* What is to be written: a part and its file's name each. */
typedef struct
{
  GArray *parts; /* PgPart */
  GPtrArray *names;
  GString *playlist;   /* when pictures are shown; or NULL */
  char *playlist_name; /* its file's */
} Plan;

static void
plan_init (Plan *plan)
{
  plan->parts = g_array_new (FALSE, FALSE, sizeof (PgPart));
  plan->names = g_ptr_array_new_with_free_func (g_free);
  plan->playlist = NULL;
  plan->playlist_name = NULL;
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->parts);
  g_ptr_array_unref (plan->names);
  if (plan->playlist != NULL)
    g_string_free (plan->playlist, TRUE);
  g_free (plan->playlist_name);
}

/* Which pages of a document; NULL with PROGRAMME_ERROR_OPTION if one is not there. */
static gboolean *
mark_pages (const ProgrammeDocument *document, const char *pages, guint *n_wanted, GError **error)
{
  guint n = document->pages->pages->len;
  g_autofree gboolean *wanted = g_new0 (gboolean, n);
  guint missing = pg_pages_mark (pages, wanted, n);
  if (missing > 0)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "pages=%s: there is no page %u; the document has %u",
                   pages, missing, n);
      return NULL;
    }
  *n_wanted = 0;
  for (guint i = 0; i < n; i++)
    *n_wanted += wanted[i] ? 1 : 0;
  return g_steal_pointer (&wanted);
}

static void
plan_add_file (Plan *plan, PgPart part, char *name)
{
  g_array_append_val (plan->parts, part);
  g_ptr_array_add (plan->names, name);
}

/* A PDF, or two where the cover's sheet is apart. */
static void
plan_add_pdf (Plan *plan, PgPart part, const char *name)
{
  gboolean has_cover = pg_impose_has_cover (part.document);
  part.sheets = has_cover ? PG_INNER_SHEETS : PG_ALL_SHEETS;
  plan_add_file (plan, part, g_strdup (name));
  part.sheets = PG_COVER_SHEET;
  if (has_cover)
    plan_add_file (plan, part, pg_impose_name_cover (name));
}

/* A cell of a table in text. */
static void
add_cell (GString *out, const char *text, char after)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  gboolean is_plain = strpbrk (text, "\",\r\n") == NULL;
  g_string_append_printf (out, is_plain ? "%s%c" : "\"%s\"%c", doubled, after);
}

/* When the picture that was added last is shown: playlist.csv beside it, which any player can read. */
static void
plan_add_showing (Plan *plan, const PgPart *part)
{
  const PgShowing *showing = g_ptr_array_index (part->document->manuscript->showings, part->page);
  const char *path = g_ptr_array_index (plan->names, plan->names->len - 1);
  g_autofree char *file = g_path_get_basename (path);
  if (plan->playlist == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);
      plan->playlist = g_string_new ("file,from,until,room\n");
      plan->playlist_name
          = strchr (path, '/') != NULL ? g_build_filename (folder, "playlist.csv", NULL) : g_strdup ("playlist.csv");
    }
  add_cell (plan->playlist, file, ',');
  add_cell (plan->playlist, showing->from, ',');
  add_cell (plan->playlist, showing->until, ',');
  add_cell (plan->playlist, showing->room, '\n');
}

static gboolean
produce_playlist (gpointer data, PgSink *sink)
{
  const GString *playlist = data;
  return pg_sink_write (sink, (const guint8 *) playlist->str, playlist->len);
}

/* Adds a document, all in one file or a file for each page. part says in which format; pages is well-formed or NULL. */
static gboolean
plan_add (Plan *plan, PgPart part, const char *pages, const char *path, GError **error)
{
  const ProgrammeDocument *document = part.document;
  g_autofree char *name
      = document->is_edition ? programme_document_name_edition (document, path, part.format) : g_strdup (path);
  if (part.format == PROGRAMME_FORMAT_PDF)
    {
      plan_add_pdf (plan, part, name);
      return TRUE;
    }
  guint n_wanted;
  g_autofree gboolean *wanted = mark_pages (document, pages, &n_wanted, error);
  if (wanted == NULL)
    return FALSE;
  for (part.page = 0; part.page < document->pages->pages->len; part.page++)
    if (wanted[part.page])
      {
        plan_add_file (plan, part,
                       n_wanted == 1 ? g_strdup (name)
                                     : programme_document_name_page (document, part.page, name, part.format));
        if (document->manuscript->showings != NULL)
          plan_add_showing (plan, &part);
      }
  return TRUE;
}

/* All that can be refused is refused before anything is written. */
static gboolean
plan_write (const Plan *plan, GCancellable *cancellable, GError **error)
{
  PgProgress *progress = NULL;
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (PgFile));
  for (guint i = 0; i < plan->parts->len; i++)
    {
      PgPart *part = &g_array_index (plan->parts, PgPart, i);
      PgFile file = { g_ptr_array_index (plan->names, i), pg_part_produce, part };
      if (!pg_part_check (part, error) || !pg_document_spares (part->document, file.path, error))
        return FALSE;
      g_array_append_val (files, file);
      progress = progress != NULL ? progress : part->document->progress;
    }
  if (plan->playlist != NULL)
    {
      const PgPart *first = &g_array_index (plan->parts, PgPart, 0);
      PgFile file = { plan->playlist_name, produce_playlist, plan->playlist };
      if (!pg_document_spares (first->document, file.path, error))
        return FALSE;
      g_array_append_val (files, file);
    }
  PgWatch watch = pg_watch_new (cancellable, progress, "write");
  return pg_output_write_all ((const PgFile *) (gpointer) files->data, files->len, &watch, error);
}

static PgPart
wanted_part (ProgrammeDocument *document, const ProgrammeOptions *options)
{
  PgPart part = { .document = document };
  part.format = (ProgrammeFormat) pg_options_number (options, PG_OPTION_FORMAT);
  part.dpi = (double) pg_options_number (options, PG_OPTION_DPI);
  if (document->manuscript->showings != NULL && !pg_options_has (options, PG_OPTION_DPI))
    part.dpi = PG_SCREEN_DPI;
  return part;
}

char **
programme_write_all (GPtrArray *documents, const ProgrammeOptions *options, const char *path, GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (documents != NULL && path != NULL, NULL);
  if (options != NULL && !programme_options_check (options, NULL, error))
    return NULL;
  Plan plan;
  plan_init (&plan);
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < documents->len; i++)
    ok = plan_add (&plan, wanted_part (g_ptr_array_index (documents, i), options),
                   pg_options_text (options, PG_OPTION_PAGES), path, error);
  ok = ok && plan_write (&plan, cancellable, error);
  g_ptr_array_add (plan.names, NULL);
  char **names = ok ? g_strdupv ((char **) plan.names->pdata) : NULL;
  plan_clear (&plan);
  return names;
}

gboolean
programme_document_write_pages (ProgrammeDocument *document, const char *pages, ProgrammeFormat format, double dpi,
                                const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  if (format != PROGRAMME_FORMAT_PNG && format != PROGRAMME_FORMAT_SVG)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "pages are written as PNG or SVG, not as format %d",
                   (int) format);
      return FALSE;
    }
  if (!programme_options_set (options, "pages", pages, error))
    return FALSE;
  Plan plan;
  plan_init (&plan);
  PgPart part = { document, format, 0, dpi, PG_ALL_SHEETS };
  gboolean ok = plan_add (&plan, part, pages, path, error) && plan_write (&plan, cancellable, error);
  plan_clear (&plan);
  return ok;
}

gboolean
programme_document_write_to_stream (ProgrammeDocument *document, const ProgrammeOptions *options, GOutputStream *stream,
                                    GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);
  if (options != NULL && !programme_options_check (options, NULL, error))
    return FALSE;
  PgPart whole = wanted_part (document, options);
  if (whole.format == PROGRAMME_FORMAT_PDF && !pg_part_check (&whole, error))
    return FALSE;
  Plan plan;
  plan_init (&plan);
  gboolean ok = plan_add (&plan, whole, pg_options_text (options, PG_OPTION_PAGES), "", error);
  guint n = plan.parts->len;
  if (ok && n > 1)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "pages: standard output and other streams take one, not %u: name it, such as pages=1", n);
  PgPart *part = (PgPart *) (gpointer) plan.parts->data;
  ok = ok && n == 1 && pg_part_write_to_stream (part, stream, cancellable, error);
  plan_clear (&plan);
  return ok;
}
