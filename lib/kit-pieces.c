/* Enters: an event's kit. Leaves: options for each of its pieces; findings on what cannot be. */
#include "kit-pieces.h"

#include "base/files.h"
#include "base/nearest.h"
#include "base/report.h"
#include "option/options.h"
#include "piece/pieces.h"

#include <programme/theme.h>
#include <string.h>

const char *
pg_kit_value (const PgKitPiece *piece, const char *name)
{
  for (guint i = 0; i < piece->options->len; i++)
    {
      const PgKitOption *option = g_ptr_array_index (piece->options, i);
      if (strcmp (option->name, name) == 0)
        return option->value;
    }
  return NULL;
}

char *
pg_kit_path (const ProgrammeEvent *event, const char *path)
{
  const char *folder = pg_files_folder (event->files);
  return folder != NULL ? g_build_filename (folder, path, NULL) : NULL;
}

gboolean
pg_kit_theme_is_file (const char *theme)
{
  return g_str_has_suffix (theme, ".theme");
}

/* What a file says must not lead to others than its own. */
static gboolean
is_beneath (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] != '\0' && path[0] != '/' && strchr (path, '\\') == NULL
         && !g_strv_contains ((const char *const *) parts, "..");
}

/* A stock may be one of those that have a name. */
static gboolean
is_path (PgOptionId id, const char *value)
{
  ProgrammeOptionKind kind = pg_option (id)->kind;
  return (kind == PROGRAMME_OPTION_KIND_FILE || kind == PROGRAMME_OPTION_KIND_FOLDER)
         && (id != PG_OPTION_STOCK || g_str_has_suffix (value, ".stock"));
}

static gboolean
check_path (const char *name, const char *value, const PgPlace *place, ProgrammeReport *report)
{
  if (is_beneath (value))
    return TRUE;
  pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "bad-value",
                 "%s=\"%s\" leads out of the event's folder: put the file beside the event, and name it from there",
                 name, value);
  return FALSE;
}

/* Sets an option; those that name files say where they are from here. People are read elsewhere. */
static void
set_option (const ProgrammeEvent *event, const PgKitPiece *piece, const PgKitOption *wanted, ProgrammeOptions *options,
            ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  PgOptionId id;
  gboolean is_known = pg_option_find (wanted->name, &id, &error);
  if (!is_known || !pg_option_is_of (pg_option (id), piece->name))
    {
      g_autofree char *pieces = is_known ? g_strjoinv (", ", (char **) pg_option (id)->pieces) : NULL;
      g_autofree char *why
          = is_known ? g_strdup_printf ("%s goes with %s, not with %s: remove it", wanted->name, pieces, piece->name)
                     : g_strdup (error->message);
      pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &wanted->place, "unknown-attribute", "%s", why);
      return;
    }
  if (is_path (id, wanted->value) && !check_path (wanted->name, wanted->value, &wanted->place, report))
    return;
  g_autofree char *path = is_path (id, wanted->value) ? pg_kit_path (event, wanted->value) : NULL;
  if (id != PG_OPTION_PEOPLE
      && !programme_options_set_for (options, piece->name, wanted->name, path != NULL ? path : wanted->value, &error))
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &wanted->place, "bad-value", "%s", error->message);
}

static gboolean
check_name (const PgKitPiece *piece, ProgrammeReport *report)
{
  if (pg_piece_lookup (piece->name) != NULL)
    return TRUE;
  const char *near = pg_nearest_word (piece->name, pg_piece_names ());
  g_autofree char *all = g_strjoinv (", ", (char **) pg_piece_names ());
  ProgrammeFinding *finding = pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &piece->place, "unknown-piece",
                                             near != NULL ? "there is no piece \"%.40s\": did you mean \"%s\"?"
                                                          : "there is no piece \"%.40s\"; there are %s",
                                             piece->name, near != NULL ? near : all);
  pg_finding_set_fix (finding, near);
  return FALSE;
}

static void
check_theme (const PgKitPiece *piece, ProgrammeReport *report)
{
  const char *const *themes = programme_theme_list ();
  g_autofree char *all = g_strjoinv (", ", (char **) themes);
  if (piece->theme == NULL || g_strv_contains (themes, piece->theme))
    return;
  if (pg_kit_theme_is_file (piece->theme))
    check_path ("theme", piece->theme, &piece->place, report);
  else
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &piece->place, "bad-value",
                   "there is no theme \"%.40s\": it takes %s, or a file such as ours.theme", piece->theme, all);
}

void
pg_kit_set_options (const ProgrammeEvent *event, const PgKitPiece *piece, ProgrammeOptions *options,
                    ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  if (!check_name (piece, report))
    return;
  check_theme (piece, report);
  for (guint i = 0; i < piece->options->len; i++)
    set_option (event, piece, g_ptr_array_index (piece->options, i), options, report);
  if (!programme_options_check (options, piece->name, &error))
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &piece->place, "bad-value", "%s", error->message);
}

void
pg_kit_check (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; i < event->kit->len; i++)
    {
      g_autoptr (ProgrammeOptions) options = programme_options_new ();
      pg_kit_set_options (event, g_ptr_array_index (event->kit, i), options, report);
    }
}
