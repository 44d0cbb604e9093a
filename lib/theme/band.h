/* Bands that tell kinds of things apart. Enters: the theme's key for one. Leaves: its tones, and what tells it without them. */
#pragma once

#include "theme/theme.h"

#define PG_BAND_BARS 5

typedef struct
{
  PgColour fill, ink;
  gboolean has_line, has_bars; /* along its upper edge; at its end */
} PgBand;

/* That of a group by an id (NULL: none), or else by a place, from 0. */
void pg_theme_band (const ProgrammeTheme *theme, const char *group, const char *id, guint index, PgBand *band);
