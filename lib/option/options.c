/* What is wanted. Enters: the caller's wishes, by name or by function. Leaves: a value for each option that is set. */
#include "option/options.h"

#include "base/units.h"

G_DEFINE_BOXED_TYPE (ProgrammeOptions, programme_options, programme_options_ref, programme_options_unref)

ProgrammeOptions *
programme_options_new (void)
{
  ProgrammeOptions *options = g_new0 (ProgrammeOptions, 1);
  g_atomic_ref_count_init (&options->refs);
  return options;
}

ProgrammeOptions *
programme_options_ref (ProgrammeOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);
  g_atomic_ref_count_inc (&options->refs);
  return options;
}

void
programme_options_unref (ProgrammeOptions *options)
{
  g_return_if_fail (options != NULL);
  if (!g_atomic_ref_count_dec (&options->refs))
    return;
  for (guint i = 0; i < PG_N_OPTIONS; i++)
    pg_value_clear (&options->values[i]);
  g_clear_pointer (&options->intent_bytes, g_bytes_unref);
  g_clear_pointer (&options->fonts, g_ptr_array_unref);
  g_clear_pointer (&options->people, programme_people_unref);
  pg_progress_unref (options->progress);
  g_free (options);
}

/* The bits of all kinds of a piece (NULL: any). */
static gint64
kinds_of (const char *piece)
{
  gint64 all = 0;
  for (const PgChoice *choice = pg_option (PG_OPTION_KIND)->choices; choice->word != NULL; choice++)
    if (pg_choice_is_of (pg_option (PG_OPTION_KIND), choice, piece))
      all |= choice->number;
  return all;
}

guint
pg_options_kinds (const ProgrammeOptions *options, const char *piece)
{
  gint64 all = kinds_of (piece), wanted = pg_options_number (options, PG_OPTION_KIND) & all;
  return (guint) (wanted != 0 ? wanted : all & -all);
}

ProgrammeOptions *
pg_options_copy (const ProgrammeOptions *options, const char *piece)
{
  ProgrammeOptions *copy = programme_options_new ();
  if (options != NULL && options->intent_bytes != NULL)
    copy->intent_bytes = g_bytes_ref (options->intent_bytes);
  if (options != NULL)
    copy->fonts = pg_font_bytes_list_copy (options->fonts);
  if (options != NULL && options->people != NULL && pg_option_is_of (pg_option (PG_OPTION_PEOPLE), piece))
    copy->people = programme_people_ref (options->people);
  for (guint i = 0; options != NULL && i < PG_N_OPTIONS; i++)
    {
      const PgValue *value = &options->values[i];
      if (!value->is_set || !pg_option_is_of (pg_option ((PgOptionId) i), piece))
        continue;
      if (i == PG_OPTION_KIND && (value->number & kinds_of (piece)) == 0)
        continue;
      copy->values[i].is_set = TRUE;
      copy->values[i].number = i == PG_OPTION_KIND ? value->number & kinds_of (piece) : value->number;
      copy->values[i].text = g_strdup (value->text);
      copy->values[i].words = g_strdupv (value->words);
      copy->values[i].fault = value->fault != NULL ? g_error_copy (value->fault) : NULL;
    }
  return copy;
}

gboolean
pg_options_has (const ProgrammeOptions *options, PgOptionId id)
{
  return options != NULL && options->values[id].is_set;
}

gint64
pg_options_number (const ProgrammeOptions *options, PgOptionId id)
{
  if (pg_options_has (options, id))
    return options->values[id].number;
  PgValue value = { 0 };
  const char *standard = pg_option (id)->standard;
  if (standard != NULL)
    pg_option_parse (pg_option (id), NULL, standard, &value, NULL);
  gint64 number = value.number;
  pg_value_clear (&value);
  return number;
}

PgLimits
pg_options_limits (const ProgrammeOptions *options)
{
  return (PgLimits){ .event_bytes = (gsize) pg_options_number (options, PG_OPTION_LIMITS_EVENT) * PG_MB,
                     .elements = (guint) pg_options_number (options, PG_OPTION_LIMITS_ELEMENTS),
                     .paragraph_bytes = (gsize) pg_options_number (options, PG_OPTION_LIMITS_PARAGRAPH) * PG_KB,
                     .image_bytes = (gsize) pg_options_number (options, PG_OPTION_LIMITS_IMAGE) * PG_MB,
                     .images_bytes = (gsize) pg_options_number (options, PG_OPTION_LIMITS_IMAGES) * PG_MB,
                     .pixels = (double) pg_options_number (options, PG_OPTION_LIMITS_PIXELS) * PG_MILLION,
                     .svg_work = (guint) pg_options_number (options, PG_OPTION_LIMITS_SVG) };
}

const char *
pg_options_text (const ProgrammeOptions *options, PgOptionId id)
{
  return pg_options_has (options, id) ? options->values[id].text : pg_option (id)->standard;
}

double
pg_options_length (const ProgrammeOptions *options, PgOptionId id)
{
  double points = 0;
  pg_length_parse (pg_options_text (options, id), &points);
  return points;
}

gboolean
pg_options_grid (const ProgrammeOptions *options, PgOptionId id, guint *columns, guint *rows)
{
  const char *text = pg_options_text (options, id);
  return text != NULL && pg_grid_parse (text, columns, rows);
}

const char *const *
pg_options_languages (const ProgrammeOptions *options)
{
  return options != NULL ? (const char *const *) options->values[PG_OPTION_LANGUAGES].words : NULL;
}

const ProgrammePeople *
pg_options_people (const ProgrammeOptions *options)
{
  return options != NULL ? options->people : NULL;
}

const GPtrArray *
pg_options_font_bytes (const ProgrammeOptions *options)
{
  return options != NULL ? options->fonts : NULL;
}

/* What comes from a file and from memory take each other's place. */
static void
unset (ProgrammeOptions *options, PgOptionId id)
{
  pg_value_clear (&options->values[id]);
  if (id == PG_OPTION_FONTS)
    g_clear_pointer (&options->fonts, g_ptr_array_unref);
  if (id == PG_OPTION_OUTPUT_INTENT)
    g_clear_pointer (&options->intent_bytes, g_bytes_unref);
  if (id == PG_OPTION_PEOPLE)
    g_clear_pointer (&options->people, programme_people_unref);
}

/* Lists are read by a library of their own. */
static gboolean
refuse_list (GError **error)
{
  g_set_error_literal (
      error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
      "people takes no name of a file here: read the list with programme_import_people_file(), and give "
      "it with programme_options_set_people()");
  return FALSE;
}

gboolean
programme_options_set (ProgrammeOptions *options, const char *name, const char *value, GError **error)
{
  return programme_options_set_for (options, NULL, name, value, error);
}

gboolean
programme_options_set_for (ProgrammeOptions *options, const char *piece, const char *name, const char *value,
                           GError **error)
{
  g_return_val_if_fail (options != NULL && name != NULL, FALSE);
  PgOptionId id;
  PgValue read = { 0 };
  if (!pg_option_find (name, &id, error))
    return FALSE;
  if (id == PG_OPTION_PEOPLE && value != NULL)
    return refuse_list (error);
  const char *own = pg_option_is_of (pg_option (id), piece) ? piece : NULL;
  if (value != NULL && !pg_option_parse (pg_option (id), own, value, &read, error))
    return FALSE;
  unset (options, id);
  options->values[id] = read;
  return TRUE;
}

char *
programme_options_get (const ProgrammeOptions *options, const char *name)
{
  g_return_val_if_fail (options != NULL && name != NULL, NULL);
  PgOptionId id;
  return pg_option_find (name, &id, NULL) ? g_strdup (pg_options_text (options, id)) : NULL;
}

/* What cannot be is told by the check. */
static void
set_text (ProgrammeOptions *options, PgOptionId id, const char *text)
{
  PgValue *value = &options->values[id];
  GError *fault = NULL;
  unset (options, id);
  if (text == NULL || pg_option_parse (pg_option (id), NULL, text, value, &fault))
    return;
  value->is_set = TRUE;
  value->fault = fault;
}

/* A number that is no value is as wrong as a word that is none. */
static void
set_choice (ProgrammeOptions *options, PgOptionId id, gint64 number)
{
  g_autofree char *unknown = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *word = pg_option_word (pg_option (id), number);
  set_text (options, id, word != NULL ? word : unknown);
}

void
programme_options_set_languages (ProgrammeOptions *options, const char *first, const char *second)
{
  g_return_if_fail (options != NULL);
  g_autofree char *both = second != NULL ? g_strconcat (first != NULL ? first : "", ",", second, NULL) : NULL;
  set_text (options, PG_OPTION_LANGUAGES, both != NULL ? both : first);
}

void
programme_options_set_bilingual (ProgrammeOptions *options, ProgrammeBilingual bilingual)
{
  g_return_if_fail (options != NULL);
  if (bilingual == PROGRAMME_BILINGUAL_THEME)
    set_text (options, PG_OPTION_BILINGUAL, NULL);
  else
    set_choice (options, PG_OPTION_BILINGUAL, bilingual);
}

void
programme_options_set_paper (ProgrammeOptions *options, const char *paper)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_PAPER, paper);
}

void
programme_options_set_fonts (ProgrammeOptions *options, const char *folder)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_FONTS, folder);
}

void
programme_options_add_font (ProgrammeOptions *options, const char *name, GBytes *font)
{
  g_return_if_fail (options != NULL && name != NULL && font != NULL);
  pg_value_clear (&options->values[PG_OPTION_FONTS]);
  if (options->fonts == NULL)
    options->fonts = pg_font_bytes_list_new ();
  g_ptr_array_add (options->fonts, pg_font_bytes_new (name, font));
}

void
programme_options_set_sort (ProgrammeOptions *options, ProgrammeSort sort)
{
  g_return_if_fail (options != NULL);
  set_choice (options, PG_OPTION_SORT, sort);
}

void
programme_options_set_people (ProgrammeOptions *options, ProgrammePeople *people)
{
  g_return_if_fail (options != NULL);
  ProgrammePeople *before = options->people;
  options->people = people != NULL ? programme_people_ref (people) : NULL;
  options->values[PG_OPTION_PEOPLE].is_set = people != NULL;
  g_clear_pointer (&before, programme_people_unref);
}

void
programme_options_set_profile (ProgrammeOptions *options, ProgrammeProfile profile)
{
  g_return_if_fail (options != NULL);
  set_choice (options, PG_OPTION_PROFILE, profile);
}

void
programme_options_set_output_intent (ProgrammeOptions *options, const char *path)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_OUTPUT_INTENT, path);
}

void
programme_options_set_output_intent_bytes (ProgrammeOptions *options, GBytes *profile)
{
  g_return_if_fail (options != NULL);
  unset (options, PG_OPTION_OUTPUT_INTENT);
  options->intent_bytes = profile != NULL ? g_bytes_ref (profile) : NULL;
}

void
programme_options_set_despite_errors (ProgrammeOptions *options, gboolean despite_errors)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_DESPITE_ERRORS, despite_errors ? "yes" : NULL);
}

void
programme_options_set_large_print (ProgrammeOptions *options, gboolean large_print)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_LARGE_PRINT, large_print ? "yes" : NULL);
}

void
programme_options_set_contrast (ProgrammeOptions *options, gboolean contrast)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_CONTRAST, contrast ? "yes" : NULL);
}

void
programme_options_set_embed_source (ProgrammeOptions *options, gboolean embed)
{
  g_return_if_fail (options != NULL);
  set_text (options, PG_OPTION_EMBED_SOURCE, embed ? "yes" : NULL);
}

void
programme_options_set_date (ProgrammeOptions *options, gint64 seconds)
{
  g_return_if_fail (options != NULL);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  set_text (options, PG_OPTION_DATE, text);
}

void
programme_options_set_progress (ProgrammeOptions *options, ProgrammeProgressFunc func, gpointer data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (options != NULL);
  pg_progress_unref (options->progress);
  options->progress = pg_progress_new (func, data, destroy);
}

PgProgress *
pg_options_progress (const ProgrammeOptions *options)
{
  return options != NULL ? options->progress : NULL;
}
