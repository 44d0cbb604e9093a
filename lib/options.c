/* Enters: the caller's wishes. Leaves: them, for the journey. */
#include "options.h"

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
  g_free (options->first);
  g_free (options->second);
  g_free (options->paper);
  g_free (options->fonts);
  g_free (options->output_intent);
  g_clear_pointer (&options->intent_bytes, g_bytes_unref);
  g_free (options);
}

void
programme_options_set_languages (ProgrammeOptions *options, const char *first, const char *second)
{
  g_return_if_fail (options != NULL);
  g_free (options->first);
  g_free (options->second);
  options->first = g_strdup (first);
  options->second = g_strdup (second);
}

void
programme_options_set_bilingual (ProgrammeOptions *options, ProgrammeBilingual bilingual)
{
  g_return_if_fail (options != NULL);
  options->bilingual = bilingual;
}

void
programme_options_set_paper (ProgrammeOptions *options, const char *paper)
{
  g_return_if_fail (options != NULL);
  g_free (options->paper);
  options->paper = g_strdup (paper);
}

void
programme_options_set_fonts (ProgrammeOptions *options, const char *folder)
{
  g_return_if_fail (options != NULL);
  g_free (options->fonts);
  options->fonts = g_strdup (folder);
}

void
programme_options_set_sort (ProgrammeOptions *options, ProgrammeSort sort)
{
  g_return_if_fail (options != NULL);
  options->sort = sort;
}

void
programme_options_set_profile (ProgrammeOptions *options, ProgrammeProfile profile)
{
  g_return_if_fail (options != NULL);
  options->profile = profile;
}

void
programme_options_set_output_intent (ProgrammeOptions *options, const char *path)
{
  g_return_if_fail (options != NULL);
  g_clear_pointer (&options->intent_bytes, g_bytes_unref);
  g_free (options->output_intent);
  options->output_intent = g_strdup (path);
}

void
programme_options_set_output_intent_bytes (ProgrammeOptions *options, GBytes *profile)
{
  g_return_if_fail (options != NULL);
  programme_options_set_output_intent (options, NULL);
  options->intent_bytes = profile != NULL ? g_bytes_ref (profile) : NULL;
}

void
programme_options_set_embed_source (ProgrammeOptions *options, gboolean embed)
{
  g_return_if_fail (options != NULL);
  options->embeds_source = embed;
}

void
programme_options_set_despite_errors (ProgrammeOptions *options, gboolean despite_errors)
{
  g_return_if_fail (options != NULL);
  options->despite_errors = despite_errors;
}
