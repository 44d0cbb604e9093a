/* Enters: the role groups of a session. Leaves: blocks of labels, names, countries, positions and minutes. */
#pragma once

#include "say/voice.h"

/* A role and its persons, or an item such as "Q&A", for a column of the details' width. */
PgBlock *pg_group_block (const PgVoice *voice, const PgGroup *group);

/* Its persons as a fact of the event's, a line each, in both languages; NULL if there are none. */
PgBlock *pg_group_fact (const PgVoice *voice, const PgGroup *group);

/* The group's own label, or its role's word in singular or plural; NULL if it has neither. */
PgBlock *pg_label_block (const PgVoice *voice, const char *style, const PgGroup *group);
/* A note on a slot, or NULL. */
PgBlock *pg_slot_note_block (const PgVoice *voice, const PgSlot *slot);

/* All who speak in an entry, a line each: "Seong Ju Park, OECD"; before: the white above them. NULL if nobody does. */
PgBlock *pg_people_block (const PgVoice *voice, const char *style, const PgEntry *entry, double before);

/* "10 min", the figure in a style and the word in another; NULL for none, and in a second language, which need not say it
   again. */
PgBlock *pg_minutes_block (const PgVoice *voice, const char *style, const char *unit_style, guint minutes,
                           const PgPlace *place);

/* What stands in the country's place: a delegation's own name, else the country's. NULL if there is neither. */
PgBlock *pg_party_block (const PgVoice *voice, const char *style, const PgOrganisation *organisation,
                         const char *country);
/* Who sent somebody: the delegation or country, or else the organisation; NULL if nobody did. */
PgBlock *pg_sender_block (const PgVoice *voice, const char *style, const PgSlot *slot, const PgPerson *person);
/* Whether the second language calls the party by another name than the first. */
gboolean pg_has_own_party (const PgVoice *voice, const PgOrganisation *organisation, const char *country);
/* Position and organisation, as the language joins them, without runs if there is neither; what a second language has no
   words of its own for stands in the first. */
PgBlock *pg_post_block (const PgVoice *voice, const char *style, const PgPlace *place, const PgText *position,
                        const PgText *organisation);
/* The organisation's name where it is to be said besides: not where it stands in the country's place itself. */
const PgText *pg_organisation_besides (const PgOrganisation *organisation);
