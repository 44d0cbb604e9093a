/* How foreign files are to be read. Enters: names and values. Leaves: one table of what there is, and what was said. */
#include "import/format.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

static const struct
{
  const char *name, *metavariable, *help;
  const char *values[4]; /* the words that it takes; none: others */
  gboolean is_for_people;
} table[] = {
  { "format", "FORMAT", "what the file is, if that is not to be told by what is in it", { NULL }, TRUE },
  { "worksheet", "SHEET", "which sheet of a spreadsheet, by name or number (the first that is shown)", { NULL }, TRUE },
  { "columns",
    "FILE",
    "a file that says which column is what, such as given = Vorname; ? prints one to edit",
    { NULL },
    TRUE },
  { "encoding", "ENCODING", "the encoding of a text that does not tell it, such as CP949", { NULL }, TRUE },
  { "timezone", "ZONE", "the event's time zone, such as Asia/Seoul", { NULL }, FALSE },
  { "date", "DATE", "the day of a schedule that names none, such as 2031-05-05", { NULL }, FALSE },
  { "languages", "LANG", "the languages of what is read, such as ko or en,ko", { NULL }, TRUE },
  { "update", "EVENT.xml", "an event that was imported before, to be changed where the file differs", { NULL }, FALSE },
  { "family", "WAY", "where names have the family's part", { "guess", "last", "first", NULL }, TRUE },
};

struct ProgrammeImportOptions
{
  gatomicrefcount refs;
  char *values[G_N_ELEMENTS (table)];
};

G_DEFINE_BOXED_TYPE (ProgrammeImportOptions, programme_import_options, programme_import_options_ref,
                     programme_import_options_unref)

ProgrammeImportOptions *
programme_import_options_new (void)
{
  ProgrammeImportOptions *options = g_new0 (ProgrammeImportOptions, 1);
  g_atomic_ref_count_init (&options->refs);
  return options;
}

ProgrammeImportOptions *
programme_import_options_ref (ProgrammeImportOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);
  g_atomic_ref_count_inc (&options->refs);
  return options;
}

void
programme_import_options_unref (ProgrammeImportOptions *options)
{
  g_return_if_fail (options != NULL);
  if (!g_atomic_ref_count_dec (&options->refs))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_free (options->values[i]);
  g_free (options);
}

/* The number of options if there is none of that name. */
static guint
option_index (const char *name)
{
  guint i = 0;
  while (i < G_N_ELEMENTS (table) && strcmp (table[i].name, name) != 0)
    i++;
  return i;
}

const char *const *
programme_import_option_list (void)
{
  static const char *names[G_N_ELEMENTS (table) + 1];
  static gsize done;
  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        names[i] = table[i].name;
      g_once_init_leave (&done, 1);
    }
  return names;
}

const char *
programme_import_option_get_metavariable (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  guint i = option_index (name);
  return i < G_N_ELEMENTS (table) ? table[i].metavariable : NULL;
}

const char *
programme_import_option_get_help (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  guint i = option_index (name);
  return i < G_N_ELEMENTS (table) ? table[i].help : NULL;
}

gboolean
programme_import_option_is_for_people (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);
  guint i = option_index (name);
  return i < G_N_ELEMENTS (table) && table[i].is_for_people;
}

const char **
programme_import_option_list_values (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  GPtrArray *values = g_ptr_array_new ();
  guint i = option_index (name);
  if (strcmp (name, "format") == 0)
    for (const PgImporter *importer = pg_importers (); importer->name != NULL; importer++)
      g_ptr_array_add (values, (gpointer) importer->name);
  else if (i < G_N_ELEMENTS (table))
    for (guint j = 0; table[i].values[j] != NULL; j++)
      g_ptr_array_add (values, (gpointer) table[i].values[j]);
  g_ptr_array_add (values, NULL);
  return (const char **) g_ptr_array_free (values, FALSE);
}

static gboolean
is_date (const char *value)
{
  guint year, month, day;
  char more;
  return sscanf (value, "%4u-%2u-%2u%c", &year, &month, &day, &more) == 3 && year > 0 && month > 0 && month < 13
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_zone (const char *value)
{
  UChar name[64], canonical[64];
  UErrorCode status = U_ZERO_ERROR;
  UBool is_system = FALSE;
  int32_t length = 0;
  u_strFromUTF8 (name, G_N_ELEMENTS (name), &length, value, -1, &status);
  ucal_getCanonicalTimeZoneID (name, length, canonical, G_N_ELEMENTS (canonical), &is_system, &status);
  return U_SUCCESS (status) && is_system;
}

/* What is wrong with a value, or NULL. */
static const char *
fault_of (const char *name, const char *value)
{
  if (strcmp (name, "date") == 0 && !is_date (value))
    return "a date such as 2031-05-05";
  if (strcmp (name, "timezone") == 0 && !is_zone (value))
    return "a zone such as Asia/Seoul";
  if (strcmp (name, "languages") == 0 && strspn (value, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-,") != strlen (value))
    return "languages such as en,ko";
  return NULL;
}

gboolean
programme_import_options_set (ProgrammeImportOptions *options, const char *name, const char *value, GError **error)
{
  g_return_val_if_fail (options != NULL && name != NULL && value != NULL, FALSE);
  guint i = option_index (name);
  if (i == G_N_ELEMENTS (table))
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "there is no option “%.40s” for import", name);
      return FALSE;
    }
  const char *wanted = fault_of (name, value);
  if (wanted != NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s takes %s, not “%.40s”", name, wanted, value);
      return FALSE;
    }
  g_autofree const char **values = programme_import_option_list_values (name);
  if (values[0] != NULL && !g_strv_contains (values, value))
    {
      g_autofree char *all = g_strjoinv (", ", (char **) values);
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s takes one of %s, not “%.40s”", name, all, value);
      return FALSE;
    }
  g_free (options->values[i]);
  options->values[i] = g_strdup (value);
  return TRUE;
}

const char *
programme_import_options_get (const ProgrammeImportOptions *options, const char *name)
{
  g_return_val_if_fail (options != NULL && name != NULL, NULL);
  guint i = option_index (name);
  return i < G_N_ELEMENTS (table) ? options->values[i] : NULL;
}

const char *
pg_foreign_option (const PgForeign *foreign, const char *name)
{
  return programme_import_options_get (foreign->options, name);
}
