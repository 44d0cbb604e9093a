/* The pieces of a kit, one by one. Enters: an event. Leaves: for each piece its options, or what is wrong with them. */
#pragma once

#include "event/printed.h"

/* Finds unknown pieces, options that a piece has not, and values that cannot be. */
void pg_kit_check (const ProgrammeEvent *event, ProgrammeReport *report);

/* Sets what is wanted of a piece, besides its theme, copies and people; report gets what is wrong. */
void pg_kit_set_options (const ProgrammeEvent *event, const PgKitPiece *piece, ProgrammeOptions *options,
                         ProgrammeReport *report);

/* The value of one of its options, or NULL. */
const char *pg_kit_value (const PgKitPiece *piece, const char *name);

/* A path of the event's, beneath its folder; NULL if there is no folder. Free with g_free. */
char *pg_kit_path (const ProgrammeEvent *event, const char *path);

/* Whether that is a theme's file. */
gboolean pg_kit_theme_is_file (const char *theme);
