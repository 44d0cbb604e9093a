/* Enters: texts, words and names of the event. Leaves: paragraphs in a style of the theme.
   What is NULL or empty gives NULL, which pg_block_add ignores. */
#pragma once

#include "say/voice.h"

/* White of three quarters of an em, between a name and what is said of it. */
#define PG_NAME_GAP "\u2002\u2005"

/* Between facts on a line; it does not begin the next one. */
#define PG_DOT "\u00a0· "

const PgStyle *pg_style (const PgVoice *voice, const char *name);
/* The style, with more leading where the script needs it. */
const PgStyle *pg_style_for_script (const PgVoice *voice, const PgStyle *style, const char *script);
/* The same where a text has letters of other scripts than the voice's language, or capitals with marks. */
const PgStyle *pg_style_for_letters (const PgVoice *voice, const PgStyle *style, const char *text);
/* Whether it is a second language's, which is light where both are in Latin letters. */
gboolean pg_is_light (const PgVoice *voice);
/* Whether the theme sets anything in italics. */
gboolean pg_has_italics (const PgVoice *voice);
double pg_space (const PgVoice *voice, const char *key);
/* The white in a row, on the theme's vertical unit where it is more or less than usual. */
double pg_pad (const PgVoice *voice, const char *key);
double pg_share (const PgVoice *voice, const char *key);

/* A paragraph without runs, in the voice's direction. */
PgBlock *pg_paragraph (const PgVoice *voice, const char *style, const PgPlace *place);
PgBlock *pg_paragraph_in (const PgVoice *voice, const PgStyle *style, const PgPlace *place);

PgBlock *pg_say (const PgVoice *voice, const char *style, const PgText *text);
PgBlock *pg_say_in (const PgVoice *voice, const PgStyle *style, const PgText *text);
/* One version, in its own direction, whatever the voice's language. */
PgBlock *pg_say_version (const PgVoice *voice, const char *style, const PgVersion *version);
PgBlock *pg_say_string (const PgVoice *voice, const char *style, const char *string, const PgPlace *place);
PgBlock *pg_say_word (const PgVoice *voice, const char *style, const char *key);
PgBlock *pg_say_word_with (const PgVoice *voice, const char *style, const char *key, const char *value);

/* Adds a text's version to a paragraph. */
void pg_add_version (const PgVoice *voice, PgBlock *paragraph, const PgVersion *version);
/* Adds to a paragraph: a text's runs, a string, a word. style NULL: the paragraph's. */
void pg_add_text (const PgVoice *voice, PgBlock *paragraph, const char *style, const PgText *text);
void pg_add_string (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *string);
/* A text on one line. */
void pg_add_plain (const PgVoice *voice, PgBlock *paragraph, const char *style, const PgText *text);
/* The same as pg_add_string for what has figures in it that are not the event's own: they are those of the language where the theme wants
   that. */
void pg_add_figures (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *string);
PgBlock *pg_say_figures (const PgVoice *voice, const char *style, const char *string, const PgPlace *place);
void pg_add_word (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *key);
/* The same for a sentence behind another: ideographic full stops have their white in them. */
void pg_add_sentence (const PgVoice *voice, PgBlock *paragraph, const char *key);

/* Adds the runs of another paragraph. */
void pg_add_runs (const PgVoice *voice, PgBlock *paragraph, const PgBlock *from);
/* Adds a word with another paragraph's runs at its place %s. */
void pg_add_with (const PgVoice *voice, PgBlock *paragraph, const char *key, const PgBlock *value);
/* Adds two at the places %1 and %2 of a word: that of their own language if they have the same one, such as two texts that
   are not translated; else that of a language. Where one has no runs, the other alone. */
void pg_add_joined (const PgVoice *voice, PgBlock *paragraph, const char *key, const char *language,
                    const PgBlock *first, const PgBlock *second);
/* Adds what a word says after its place %1, with second at %2: ", second"; nothing where that is NULL or has no runs. */
void pg_add_after (const PgVoice *voice, PgBlock *paragraph, const char *key, const PgBlock *second);
/* " (string)", in the brackets of the language; from the arena. */
char *pg_in_brackets (const PgVoice *voice, const char *string);

/* Adds a person's name, what is marked as family name in a style of its own. */
void pg_add_name (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *family_style,
                  const PgText *honorific, const PgText *name);

/* body.c: adds a body's parts to a stack; above is the role of the title that they stand below, for those of sections. */
void pg_add_body (const PgVoice *voice, PgBlock *stack, const char *style, PgRole above, const GPtrArray *body);

/* The text as one plain string, on a line, in the voice's language; NULL for a NULL text. Lends. */
const char *pg_plain (const PgVoice *voice, const PgText *text);
/* Whether the voice has a text in other words than the one before it: that of a second language has those alone that are
   translated. FALSE for NULL. */
gboolean pg_has_own (const PgVoice *voice, const PgText *text);
/* A text's short form where there is one. */
const PgText *pg_organisation_short (const PgOrganisation *organisation);
/* Names of organisations, joined by a middle dot; NULL if there are none, or for NULL. */
char *pg_organisations_line (const PgVoice *voice, const GPtrArray *organisations);

/* The string in the figures of the voice; lends it where these are Latin, so that its place is still known. */
const char *pg_in_figures (const PgVoice *voice, const char *string);

/* "Revision 3" for "3"; what is in words already stays; NULL for NULL. */
const char *pg_revision (const PgVoice *voice, const PgText *revision);

/* A square of a side with a figure or a letter in its middle, on a colour of the theme; wider for a long one,
   which the style may make smaller. NULL for a NULL number. */
PgBlock *pg_plate (const PgVoice *voice, const char *style, const char *number, double side, const char *colour);

/* Sets all letters in a block in a colour. */
void pg_set_ink (const PgVoice *voice, PgBlock *block, const PgColour *colour);

/* A paragraph's copy that is an artifact: a label that is repeated. */
PgBlock *pg_repeat (const PgVoice *voice, const PgBlock *block);
