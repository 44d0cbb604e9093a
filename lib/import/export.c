/* The doors of export.h. Enters: an event, or a file that can be imported. Leaves: a file for other systems, and what it could not
   hold. */
#include "import/event-draft.h"
#include "import/import.h"
#include "import/tree.h"
#include "import/writers.h"

#include "base/file.h"
#include "base/limits.h"

#include <programme/export.h>
#include <string.h>

enum
{
  KINDS = 1 << 0,
  LINKS = 1 << 1,
  ORGANISATIONS = 1 << 2,
  IDENTIFIERS = 1 << 3
};

static const struct
{
  const char *name;
  char *(*write) (const PgOutline *outline);
  guint cannot; /* what is in outlines and not in these files */
} formats[] = {
  { "schedule.xml", pg_write_schedule_xml, ORGANISATIONS }, { "schedule.json", pg_write_schedule_json, ORGANISATIONS },
  { "ics", pg_write_ics, KINDS | LINKS | ORGANISATIONS },   { "xcal", pg_write_xcal, KINDS | LINKS | ORGANISATIONS },
  { "csv", pg_write_csv, ORGANISATIONS | IDENTIFIERS },     { "json-ld", pg_write_json_ld, KINDS | LINKS },
};

static guint
index_of (const char *format)
{
  guint i = 0;
  while (i < G_N_ELEMENTS (formats) && strcmp (formats[i].name, format) != 0)
    i++;
  return i;
}

const char *const *
programme_export_list_formats (void)
{
  static const char *names[G_N_ELEMENTS (formats) + 1];
  static gsize done;
  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        names[i] = formats[i].name;
      g_once_init_leave (&done, 1);
    }
  return names;
}

/* The event as a draft: through the one door, if it is in the vocabulary. NULL with an error. */
static PgDraft *
read_event (const PgForeign *foreign, GBytes *bytes, PgLeft *left, GError **error)
{
  g_autoptr (ProgrammeFiles) files = PROGRAMME_FILES (programme_files_new_for_table ());
  g_autoptr (ProgrammeReport) found = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, foreign->name, files, found, error);
  for (guint i = 0; foreign->report != NULL && i < programme_report_get_n_findings (found); i++)
    programme_report_add (foreign->report, (ProgrammeFinding *) programme_report_get_finding (found, i));
  if (event == NULL)
    return NULL;
  if (programme_report_count (found, PROGRAMME_SEVERITY_ERROR) > 0)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: has errors, and is not exported",
                   foreign->name);
      return NULL;
    }
  g_autoptr (PgDraft) draft = pg_draft_new (foreign->name);
  const PgNode *root = pg_foreign_tree (foreign, draft->arena, error);
  if (root == NULL)
    return NULL;
  pg_event_draft (root, draft, left);
  return g_steal_pointer (&draft);
}

/* One of the draft's languages: that which is wanted, or NULL with an error. */
static const char *
choose_language (const PgDraft *draft, const char *wanted, const char *name, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  if (wanted == NULL)
    return draft->languages->len > 0 ? g_ptr_array_index (draft->languages, 0) : "en";
  for (guint i = 0; i < draft->languages->len; i++)
    {
      const char *language = g_ptr_array_index (draft->languages, i);
      if (g_ascii_strcasecmp (language, wanted) == 0)
        return language;
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", language);
    }
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: has no texts in “%.40s”, but in %s", name, wanted,
               all->len > 0 ? all->str : "en");
  return NULL;
}

/* What an entry has and a format cannot hold. */
static void
count_entry (const PgOutlineEntry *entry, guint cannot, PgLeft *left)
{
  if (cannot & KINDS && entry->kind != NULL && !entry->is_break)
    pg_left_add (left, "kind", NULL);
  for (guint i = 0; cannot & LINKS && i < entry->links->len; i++)
    pg_left_add (left, "link", NULL);
  for (guint i = 0; cannot & ORGANISATIONS && i < entry->persons->len; i++)
    if (((const PgOutlinePerson *) g_ptr_array_index (entry->persons, i))->organisation != NULL)
      pg_left_add (left, "organisation", NULL);
  if (cannot & IDENTIFIERS)
    pg_left_add (left, "identifier", NULL);
}

static void
count (const PgOutline *outline, guint cannot, PgLeft *left)
{
  for (guint i = 0; i < outline->days->len; i++)
    {
      const PgOutlineDay *day = g_ptr_array_index (outline->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        count_entry (g_ptr_array_index (day->entries, j), cannot, left);
    }
}

static void
tell (const PgForeign *foreign, const PgDraft *draft, const char *language, guint format, PgLeft *left)
{
  if (draft->languages->len > 1)
    {
      const char *first = g_ptr_array_index (draft->languages, 0);
      const char *other = strcmp (first, language) == 0 ? g_ptr_array_index (draft->languages, 1) : first;
      pg_foreign_tell (foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "one-language",
                       "%s holds one language, and this is in %s: --languages=%s writes another", formats[format].name,
                       language, other);
    }
  pg_left_tell_export (left, foreign, formats[format].name);
}

static GBytes *
write_draft (const PgForeign *foreign, PgDraft *draft, guint format, const char *wanted, PgLeft *left, GError **error)
{
  const char *language = choose_language (draft, wanted, foreign->name, error);
  if (language == NULL)
    return NULL;
  g_autoptr (PgOutline) outline = pg_outline_new (draft, language, left);
  if (outline->days->len == 0)
    {
      pg_foreign_fail (foreign, "empty-agenda", error, "the agenda has nothing to export: add days with sessions");
      return NULL;
    }
  char *text = formats[format].write (outline);
  count (outline, formats[format].cannot, left);
  tell (foreign, draft, language, format, left);
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
programme_export_bytes (GBytes *bytes, const char *name, const char *format, const char *language,
                        ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && format != NULL, NULL);
  guint number = index_of (format);
  if (number == G_N_ELEMENTS (formats))
    {
      g_autofree char *all = g_strjoinv (", ", (char **) programme_export_list_formats ());
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "format takes one of %s, not “%.40s”", all, format);
      return NULL;
    }
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_malloc (length + 1);
  memcpy (copy, data, length);
  copy[length] = '\0';
  g_autoptr (ProgrammeImportOptions) options = programme_import_options_new ();
  PgForeign foreign = { name, copy, length, options, report };
  g_autoptr (PgLeft) left = pg_left_new ();
  g_autoptr (PgDraft) draft
      = pg_import_is_event (&foreign) ? read_event (&foreign, bytes, left, error) : pg_import_draft (&foreign, error);
  return draft != NULL ? write_draft (&foreign, draft, number, language, left, error) : NULL;
}

GBytes *
programme_export_file (const char *path, const char *format, const char *language, ProgrammeReport *report,
                       GError **error)
{
  g_return_val_if_fail (path != NULL && format != NULL, NULL);
  char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  return programme_export_bytes (bytes, path, format, language, report, error);
}
