/* Text whose lines are its own. Enters: verse of the event's. Leaves: stanzas, line by line. */
#pragma once

#include "say/voice.h"

/* A paragraph's style for the lines of verse: at the start of the line, what is too long for one hanging in. */
const PgStyle *pg_verse_style (const PgVoice *voice, const PgStyle *around);

/* The stanzas of a paragraph, which empty lines part: PgBlock*, each a stack of paragraphs of one line; from the arena. */
GPtrArray *pg_stanzas (const PgVoice *voice, const PgBlock *paragraph);

/* A verse as a part of a text in a style: stanzas that are not broken, said whole in each language. */
PgBlock *pg_verse_block (const PgVoice *voice, const PgStyle *around, const PgText *verse);
