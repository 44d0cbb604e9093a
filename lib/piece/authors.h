/* Enters: the people of a talk, or those who lead a session of talks. Leaves: lines of names and affiliations. */
#pragma once

#include "say/voice.h"

/* Whether a text is to be said in a voice: not by one of a second language that has no version of its own, below the first. */
gboolean pg_says_otherwise (const PgVoice *voice, const PgText *text);

/* Adds a line of names for each group, the one who presents set off, and one of their affiliations, to which raised figures
   lead unless all share it. */
void pg_add_authors (const PgVoice *voice, PgBlock *stack, const PgTalk *talk);

/* Whether a group of a session's is of people who have no turn of their own, such as its chairs. */
gboolean pg_group_is_lead (const PgGroup *group);
/* Whether its label has room in the column of the numbers. */
gboolean pg_lead_label_is_short (const PgVoice *voice, const PgGroup *group);
/* Such a group on one line: names and countries from the column on, beside their label; 0: below it. */
PgBlock *pg_lead_block (const PgVoice *voice, const PgGroup *group, double column);
