/* Writing. Enters: documents and what is wanted of them. Leaves: PDFs, or a picture of each page; whole, or not at all. */
#include "write.h"

#include "found.h"
#include "progress.h"
#include "standard-output.h"
#include "terminal.h"

#include <string.h>
#include <unistd.h>

/* standard output */

/* Who reads only the beginning of a pipe knows that they do, and need not be told where they want quiet. */
static int
write_standard_output (ProgrammeDocument *document, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = standard_output_new ();
  g_autofree char *ending = programme_options_get (arguments->options, "format");
  if (isatty (STDOUT_FILENO))
    return usage_error ("standard output is a terminal, which cannot show this: add “> %s.%s”, or use -o",
                        arguments->command, ending);
  if (programme_document_write_to_stream (document, arguments->options, stream, progress_cancellable (), &error))
    return DONE;
  if (arguments->quiet && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return SYSTEM_ERROR;
  return fail (error);
}

/* files */

/* "-NAME" for an edition that is wanted, so that it does not replace the usual one. */
static char *
edition_suffix (const Arguments *arguments, const char *name)
{
  g_autofree char *value = programme_options_get (arguments->options, name);
  return g_strcmp0 (value, "yes") == 0 ? g_strconcat ("-", name, NULL) : g_strdup ("");
}

/* Where the ending of an event's file begins, or of one that is read in its place; else the end. */
static gsize
stem_length (const char *file)
{
  static const char *const endings[]
      = { "xml", "csv", "tsv", "txt", "xlsx", "ods", "docx", "html", "htm", "json", "ics", "xcal", NULL };
  gsize length = strlen (file);
  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize ending = strlen (endings[i]) + 1;
      if (length > ending && file[length - ending] == '.'
          && g_ascii_strcasecmp (file + length - ending + 1, endings[i]) == 0)
        return length - ending;
    }
  return length;
}

/* event.xml becomes event-agenda.pdf beside it, or event-agenda-large-print.pdf, or event-agenda-saddle.pdf. */
char *
output_name (const Arguments *arguments)
{
  if (arguments->output != NULL)
    return g_strdup (arguments->output);
  g_autofree char *ending = programme_options_get (arguments->options, "format");
  g_autofree char *way = programme_options_get (arguments->options, "impose");
  g_autofree char *imposed = way != NULL ? g_strconcat ("-", way, NULL) : g_strdup ("");
  gsize length = stem_length (arguments->file);
  g_autofree char *large = edition_suffix (arguments, "large-print"),
                  *contrast = edition_suffix (arguments, "contrast");
  return g_strdup_printf ("%.*s-%s%s%s%s.%s", (int) length, arguments->file, arguments->command, large, contrast,
                          imposed, ending);
}

/* A line for each document: its files, and how many pages are in them. */
static void
tell_written (GPtrArray *documents, const Arguments *arguments, char **files)
{
  g_autofree char *format = programme_options_get (arguments->options, "format");
  g_autofree char *pages = programme_options_get (arguments->options, "pages");
  guint n_files = g_strv_length (files);
  for (guint i = 0; i < documents->len; i++)
    {
      /* Named pages are as many in each document. */
      guint n_pages = pages != NULL ? n_files / documents->len
                                    : programme_document_get_n_pages (g_ptr_array_index (documents, i));
      guint n = strcmp (format, "pdf") == 0 ? n_files / documents->len : n_pages; /* a cover's sheet may be apart */
      g_autofree char *range = n > 1 ? g_strdup_printf ("%s to %s", files[0], files[n - 1]) : g_strdup (files[0]);
      say ("%s: %u %s", range, n_pages, n_pages == 1 ? "page" : "pages");
      files += n;
    }
}

int
write_documents (GPtrArray *documents, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = output_name (arguments);
  if (strcmp (output, "-") == 0)
    return write_standard_output (g_ptr_array_index (documents, 0), arguments);
  g_auto (GStrv) files = programme_write_all (documents, arguments->options, output, progress_cancellable (), &error);
  progress_clear ();
  if (files == NULL)
    return fail (error);
  if (!arguments->quiet)
    tell_written (documents, arguments, files);
  return DONE;
}
