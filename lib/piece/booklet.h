/* The parts of the booklet. Enters: what the event says. Leaves: runs of facing pages. Private to piece/booklet*.c, glance.c
   and index.c. */
#pragma once

#include "event/printed.h"
#include "say/furniture.h"

/* What pages refer to a part by; from the arena. */
char *pg_part_anchor (const PgVoice *voice, const PgBookletPart *part);
/* The word for a part that has no title of its own, or NULL. */
const char *pg_part_word (PgPartKind kind);

/* A length of the theme's booklet. */
double pg_booklet_length (const PgVoice *voice, const char *key);

/* A title and what stands below it, or NULL, in a space that is the same on all pages; what is longer takes more. */
PgBlock *pg_booklet_title (const PgVoice *voice, PgBlock *title, PgBlock *subtitle);

/* The same space without a title. */
PgBlock *pg_booklet_space (const PgVoice *voice);

/* A part below its title, which is that of its kind where it has none of its own; subtitle may be NULL. */
PgPageRun *pg_part_pages (const PgVoice *voice, const PgBookletPart *part, PgBlock *subtitle, PgBlock *flow);

/* A picture of the event's in a box. */
PgBlock *pg_booklet_picture (const PgVoice *voice, const char *path, const char *alt, double width, double height,
                             const PgPlace *place);

/* What an entry is called: by its title, by the first work where it is no more than works, or by its kind. */
PgBlock *pg_booklet_name (const PgVoice *voice, const char *style, const PgEntry *entry);

/* A session's number on a plate of a side; NULL where it has none. */
PgBlock *pg_booklet_plate (const PgVoice *voice, const PgEntry *entry, const char *style, double side);

/* Adds two cells to a row: what is said, from x on, and at the far end what is no wider than the other width. end may be NULL. */
void pg_booklet_add_ends (const PgVoice *voice, PgBlock *row, double x, PgBlock *said, double width, PgBlock *end);

/* The folio of the page where an anchor stands. */
PgBlock *pg_booklet_folio (const PgVoice *voice, const char *style, const char *anchor, const PgPlace *place);

/* Adds to a line the folio of the page where an anchor stands, those of pages that follow each other joined. between: what
   parts it from the one before it, or NULL for the first. */
void pg_booklet_add_folio (const PgVoice *voice, PgBlock *line, const char *anchor, const char *between);

/* The cover, and what stands on the back. */
PgPageRun *pg_booklet_cover (const PgVoice *voice, const PgBookletPart *part);
PgPageRun *pg_booklet_back_cover (const PgVoice *voice);
/* booklet-personal.c: the voice of a request, which knows whom it is for, if it is for one, and has their sessions alone if
   they are wanted alone. */
const PgVoice *pg_personal_voice (const PgRequest *request, const PgPaper *paper);
/* Their pages: what they are told, and their sessions with rooms and folios. */
PgPageRun *pg_personal_pages (const PgVoice *voice, const PgBookletPart *part);
/* Their name on a panel for the cover; NULL where it is for everybody. */
PgBlock *pg_personal_panel (const PgVoice *voice);
/* Whether they have a session on a day that is to be marked. */
gboolean pg_personal_has_day (const PgVoice *voice, const PgDay *day);
/* Marks a row of a session if it is theirs, also by a word behind what is said. */
void pg_personal_mark (const PgVoice *voice, PgBlock *row, PgBlock *said, const PgEntry *entry);

/* The tab of a day at the edge of its pages, where the event has several. */
void pg_booklet_tab (const PgVoice *voice, PgPageRun *run, const PgDay *day);
/* A day on a page: times, titles, rooms, folios. */
PgPageRun *pg_glance_pages (const PgVoice *voice, const PgDay *day);
/* A day in full. */
PgPageRun *pg_booklet_day (const PgVoice *voice, const PgDay *day);
/* All who speak, with photograph, biography and sessions. */
PgBlock *pg_booklet_speakers (const PgVoice *voice);
/* All who speak by name, with the folios where they stand; NULL if nobody does. */
PgBlock *pg_index_block (const PgVoice *voice);
/* The contents, of what is in the booklet: PgBookletPart*. */
PgBlock *pg_contents_block (const PgVoice *voice, const GPtrArray *parts);
/* A plan and the rooms that it shows, on a page or on two that face each other. parts: those of the booklet. */
PgPageRun *pg_plan_pages (const PgVoice *voice, const GPtrArray *parts, const PgBookletPart *part);
/* Sponsors, level by level. */
PgPageRun *pg_sponsors_pages (const PgVoice *voice, const PgBookletPart *part);
