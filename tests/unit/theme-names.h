/* What the pieces ask of a theme. Enters: the sources in lib/piece. Leaves: the names they hand over, by what they name. */
#pragma once

#include <glib.h>

typedef struct
{
  GHashTable *styles, *rules, *spaces, *shares, *colours; /* sets of names */
  GHashTable *keys;                                       /* "group/key" */
  GHashTable *choices;                                    /* "group/key/word" */
  GHashTable *literals;                                   /* all strings of the sources */
} ThemeNames;

ThemeNames *theme_names_new (void);
void theme_names_free (ThemeNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThemeNames, theme_names_free)
