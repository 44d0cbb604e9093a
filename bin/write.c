/* Writing. Enters: a document and what is wanted of it. Leaves: a PDF, or a picture of each page; whole, or not at all. */
#include "write.h"

#include "pages.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of a document, what one file holds: all of it, or a page from 0. */
typedef struct
{
  ProgrammeDocument *document;
  const Arguments *arguments;
  guint page;
} Part;

static gboolean
write_file (const Part *part, const char *path, GError **error)
{
  switch (part->arguments->format)
    {
    case FORMAT_PDF:
      break;
    case FORMAT_SVG:
      return programme_document_write_svg (part->document, part->page, path, error);
    case FORMAT_PNG:
      return programme_document_write_png (part->document, part->page, part->arguments->dpi, path, error);
    }
  return programme_document_write_pdf (part->document, path, error);
}

static gboolean
write_stream (const Part *part, cairo_write_func_t write, void *closure, GError **error)
{
  switch (part->arguments->format)
    {
    case FORMAT_PDF:
      break;
    case FORMAT_SVG:
      return programme_document_write_svg_to_stream (part->document, part->page, write, closure, error);
    case FORMAT_PNG:
      return programme_document_write_png_to_stream (part->document, part->page, part->arguments->dpi, write, closure,
                                                     error);
    }
  return programme_document_write_pdf_to_stream (part->document, write, closure, error);
}

/* standard output */

/* Keeps errno of a write that failed in closure, an int: not all of cairo's versions pass the failure on. */
static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  int *failure = closure;
  if (*failure == 0 && fwrite (data, 1, length, stdout) != length)
    *failure = errno;
  return *failure == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static int
write_standard_output (const Part *part)
{
  g_autoptr (GError) error = NULL;
  int failure = 0;
  if (isatty (STDOUT_FILENO))
    return usage_error ("standard output is a terminal, which cannot show this: add “> %s.%s”, or use -o",
                        part->arguments->command, format_name (part->arguments->format));
  gboolean ok = write_stream (part, take_bytes, &failure, &error);
  if (failure == 0 && ok && fflush (stdout) != 0)
    failure = errno;
  if (failure == 0)
    return ok ? DONE : fail (error);
  fprintf (stderr, "programme: standard output: cannot be written: %s\n", g_strerror (failure));
  return SYSTEM_ERROR;
}

/* files */

/* The length of a name without its ending, which has a dot. */
static int
length_without (const char *name, const char *ending)
{
  gsize length = strlen (name), end = strlen (ending);
  gboolean has_it
      = length > end + 1 && name[length - end - 1] == '.' && g_ascii_strcasecmp (name + length - end, ending) == 0;
  return (int) (has_it ? length - end - 1 : length);
}

/* event.xml becomes event-agenda.pdf beside it. An edition has its language before the ending. */
static char *
output_name (const Arguments *arguments, const char *edition)
{
  const char *name = arguments->output != NULL ? arguments->output : arguments->file;
  const char *dash = edition != NULL ? "-" : "", *language = edition != NULL ? edition : "";
  const char *ending = format_name (arguments->format);
  if (arguments->output != NULL && edition == NULL)
    return g_strdup (name);
  if (arguments->output != NULL)
    return g_strdup_printf ("%.*s-%s.%s", length_without (name, ending), name, language, ending);
  return g_strdup_printf ("%.*s-%s%s%s.%s", length_without (name, "xml"), name, arguments->command, dash, language,
                          ending);
}

/* agenda.png becomes agenda-03.png: as many digits as the last page of the document has, so that names sort as pages
   do. */
static char *
name_of_page (const Arguments *arguments, const char *output, guint page, guint n_pages)
{
  const char *ending = format_name (arguments->format);
  g_autofree char *last = g_strdup_printf ("%u", n_pages);
  return g_strdup_printf ("%.*s-%0*u.%s", length_without (output, ending), output, (int) strlen (last), page + 1,
                          ending);
}

/* By whatever name. */
static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first, second;
  return a != NULL && b != NULL && stat (a, &first) == 0 && stat (b, &second) == 0 && S_ISREG (first.st_mode)
         && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

gboolean
replaces_input (const Arguments *arguments, const char *output)
{
  return is_same_file (output, arguments->file) || is_same_file (output, arguments->theme)
         || is_same_file (output, arguments->output_intent);
}

static void
tell_written (const Arguments *arguments, const char *first, const char *last, guint n_pages)
{
  if (arguments->quiet)
    return;
  g_autofree char *range = last != NULL ? g_strdup_printf ("%s to %s", first, last) : g_strdup (first);
  fprintf (stderr, "%s: %u %s\n", range, n_pages, n_pages == 1 ? "page" : "pages");
}

static int
write_pdf (const Part *part, const char *output)
{
  g_autoptr (GError) error = NULL;
  if (strcmp (output, "-") == 0)
    return write_standard_output (part);
  if (!write_file (part, output, &error))
    return fail (error);
  tell_written (part->arguments, output, NULL, programme_document_get_n_pages (part->document));
  return DONE;
}

/* The names of the files of the wanted pages, at their index; NULL for the others. */
static char **
name_pages (const Arguments *arguments, const char *output, const gboolean *wanted, guint n_pages, guint n_wanted)
{
  char **names = g_new0 (char *, n_pages);
  for (guint page = 0; page < n_pages; page++)
    if (wanted[page])
      names[page] = n_wanted == 1 ? g_strdup (output) : name_of_page (arguments, output, page, n_pages);
  return names;
}

/* A file for each of the names. */
static int
write_named_pages (Part *part, char **names, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  const char *first = NULL, *last = NULL;
  guint n = 0;
  for (guint i = 0; i < n_pages; i++)
    if (names[i] != NULL && replaces_input (part->arguments, names[i]))
      return usage_error ("%s would replace the event, the theme or the colour profile itself", names[i]);
  for (part->page = 0; part->page < n_pages; part->page++)
    {
      const char *name = names[part->page];
      if (name == NULL)
        continue;
      if (!write_file (part, name, &error))
        return fail (error);
      last = first != NULL ? name : NULL;
      first = first != NULL ? first : name;
      n++;
    }
  tell_written (part->arguments, first, last, n);
  return DONE;
}

static int
write_pictures (Part *part, const char *output)
{
  guint n_pages = programme_document_get_n_pages (part->document), n_wanted = 0;
  g_autofree gboolean *wanted = g_new0 (gboolean, n_pages);
  guint missing = pages_mark (part->arguments->pages, wanted, n_pages);
  if (missing > 0)
    return usage_error ("--pages=%s: there is no page %u; the document has %u", part->arguments->pages, missing,
                        n_pages);
  for (guint i = 0; i < n_pages; i++)
    if (wanted[i])
      {
        n_wanted++;
        part->page = i;
      }
  if (strcmp (output, "-") == 0 && n_wanted == 1)
    return write_standard_output (part);
  if (strcmp (output, "-") == 0)
    return usage_error ("standard output takes one page, not %u: add --pages=1, or name a file with -o", n_wanted);
  char **names = name_pages (part->arguments, output, wanted, n_pages, n_wanted);
  int status = write_named_pages (part, names, n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_free (names[i]);
  g_free (names);
  return status;
}

int
write_document (ProgrammeDocument *document, const Arguments *arguments, const char *edition)
{
  Part part = { document, arguments, 0 };
  g_autofree char *output = output_name (arguments, edition);
  return arguments->format == FORMAT_PDF ? write_pdf (&part, output) : write_pictures (&part, output);
}
