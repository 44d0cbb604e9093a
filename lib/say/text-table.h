/* Tables of one's own that look as those in texts do. Enters: cells. Leaves: a table whose columns are as wide as what they
   hold. */
#pragma once

#include "say/voice.h"

PgBlock *pg_text_table_new (const PgVoice *voice, const PgPlace *place, guint n_columns);
/* A row for its head and head_continued, and one for it; without cells yet. */
PgBlock *pg_text_table_head (const PgVoice *voice, const PgPlace *place);
PgBlock *pg_text_table_row (const PgVoice *voice, const PgPlace *place);
/* Adds a cell in a column, from 0; block may be NULL. */
PgCell *pg_text_table_cell (PgBlock *row, guint column, PgBlock *block);
