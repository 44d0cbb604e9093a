/* Notes. Enters: those of a text. Leaves: their marks, and blocks of what they say. */
#pragma once

#include "say/voice.h"

/* Adds the mark of a note to a paragraph, and gives it back; the note is for the foot of the page. */
PgRun *pg_add_mark (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const PgFootnote *note);

/* Lets the notes of a block stand so far in at the foot of a page, and be so wide; 0: up to the edge of the text. */
void pg_notes_place (const PgBlock *block, double x, double width);
/* Takes the notes of a paragraph from the foot of the page to a stack. Their marks are letters, by their places among keys. */
void pg_notes_take (const PgVoice *voice, PgBlock *paragraph, PgBlock *stack, const GPtrArray *keys);
