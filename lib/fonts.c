/* The doors of fonts.h. Enters: an event, a folder of fonts. Leaves: what sets which script, and whether that is enough. */
#include "fonts.h"

#include "base/files.h"
#include "event/event.h"
#include "text/coverage.h"

#include <programme/programme.h>
#include <string.h>

/* The folder of the user's own fonts: the one that is named (may be NULL), else "fonts" beside the event, if there is
   one. NULL if there is none; free with g_free. */
char *
pg_own_fonts_find (const ProgrammeEvent *event, const char *named, ProgrammeReport *report)
{
  if (named != NULL)
    return g_strdup (named);
  const char *folder = event != NULL ? pg_files_folder (event->files) : NULL;
  if (folder == NULL)
    return NULL;
  g_autofree char *beside = strcmp (folder, ".") == 0 ? g_strdup ("fonts") : g_build_filename (folder, "fonts", NULL);
  if (!g_file_test (beside, G_FILE_TEST_IS_DIR))
    return NULL;
  if (!g_file_test (beside, G_FILE_TEST_IS_SYMLINK)) /* files only beneath the event's folder */
    return g_steal_pointer (&beside);
  pg_report_add (report, PROGRAMME_SEVERITY_WARNING, NULL, "bad-font",
                 "the folder \"%s\" is a link and is not looked into: copy the fonts, or name the folder it leads to",
                 beside);
  return NULL;
}

/* The event's languages, then all its texts. */
static GArray *
list_needs (const ProgrammeEvent *event)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (PgNeed));
  for (guint i = 0; event->languages[i] != NULL; i++)
    {
      PgNeed need = { .language = event->languages[i], .text = "", .place = event->place };
      g_array_append_val (needs, need);
    }
  for (guint i = 0; i < event->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (event->versions, i);
      for (guint s = 0; s < version->n_spans; s++)
        {
          const PgSpan *span = &version->spans[s];
          PgNeed need = { .language = span->language != NULL ? span->language : version->language,
                          .text = version->string + span->start,
                          .length = span->end - span->start,
                          .place = version->place };
          g_array_append_val (needs, need);
        }
    }
  return needs;
}

char *
programme_fonts_describe (const ProgrammeEvent *event, const char *folder, ProgrammeReport *report, GError **error)
{
  g_autofree char *own = pg_own_fonts_find (event, folder, report);
  g_autoptr (GArray) needs = event != NULL ? list_needs (event) : NULL;
  return pg_coverage_describe (own, needs != NULL ? (const PgNeed *) (gpointer) needs->data : NULL,
                               needs != NULL ? needs->len : 0, report, error);
}
