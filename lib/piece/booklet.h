/* The parts of the booklet. Enters: what the event says. Leaves: runs of facing pages. Private to piece/booklet*.c, glance.c
   and index.c. */
#pragma once

#include "say/furniture.h"

/* What pages refer to a part by; from the arena. */
char *pg_part_anchor (const PgVoice *voice, const PgBookletPart *part);
/* The word for a part that has no title of its own, or NULL. */
const char *pg_part_word (PgPartKind kind);

/* A length of the theme's booklet. */
double pg_booklet_length (const PgVoice *voice, const char *key);

/* A title and what stands below it, or NULL, in a space that is the same on all pages; what is longer takes more. */
PgBlock *pg_booklet_title (const PgVoice *voice, PgBlock *title, PgBlock *subtitle);

/* A part with a title of its own, or, for a NULL one, that of its kind, above what flows on its pages. */
PgPageRun *pg_part_pages (const PgVoice *voice, const PgBookletPart *part, const PgText *title, PgBlock *flow);

/* A session's number on a plate of a side; NULL where it has none. */
PgBlock *pg_booklet_plate (const PgVoice *voice, const PgEntry *entry, const char *style, double side);

/* The folio of the page where an anchor stands. */
PgBlock *pg_booklet_folio (const PgVoice *voice, const char *style, const char *anchor, const PgPlace *place);

/* The tab of a day at the edge of its pages, where the event has several. */
void pg_booklet_tab (const PgVoice *voice, PgPageRun *run, const PgDay *day);
/* A day on a page: times, titles, rooms, folios. */
PgPageRun *pg_glance_pages (const PgVoice *voice, const PgDay *day);
/* A day in full. */
PgPageRun *pg_booklet_day (const PgVoice *voice, const PgDay *day);
/* All who speak by name, with the folios where they stand; NULL if nobody does. */
PgBlock *pg_index_block (const PgVoice *voice);
/* The contents, of what is in the booklet: PgBookletPart*. */
PgBlock *pg_contents_block (const PgVoice *voice, const GPtrArray *parts);
