/* What stands around the text of every page. Enters: what a run of pages says. Leaves: the run, with margins, running head,
   folio and foot. */
#pragma once

#include "say/voice.h"

/* A manuscript without pages, in the voice's language, with the event's metadata. title may be NULL: the event's. */
PgManuscript *pg_manuscript_new_in (const PgVoice *voice, const char *title);

/* A run of pages of the voice's paper, without margins and furniture. */
PgPageRun *pg_page_run_new (const PgVoice *voice);

/* The same with the paper's margins round what flows over its pages. */
PgPageRun *pg_text_run_new (const PgVoice *voice, PgBlock *flow);

/* A block in the width of the text area, at a height of the page. */
PgBlock *pg_place_at (const PgVoice *voice, double y, PgBlock *block);

/* Two blocks at the ends of that width, with their lower edge at a height of the page; the second is as wide as it needs.
   Either may be NULL. */
PgBlock *pg_place_at_ends (const PgVoice *voice, double bottom, PgBlock *start, PgBlock *end);

/* What a page must say of the event: that it has errors, or is a draft; NULL where there is nothing to be said. */
PgBlock *pg_state_block (const PgVoice *voice, const char *style);

/* A run of pages with margins, running head and foot. head_end is said at the head's far side (the day), foot names who
   organises; each may be NULL. */
PgPageRun *pg_pages_new (const PgVoice *voice, PgBlock *flow, const PgText *running_head, PgBlock *head_end,
                         const GPtrArray *organisers);

/* Says at the far side of the heads of these pages, but the first that has a head of its own, what parts stand there. */
typedef PgBlock *(*PgSayParts) (const PgVoice *voice, guint first, guint last);
void pg_pages_say_parts (const PgVoice *voice, PgPageRun *run, PgSayParts say_end, const GPtrArray *organisers);

/* A run of facing pages: on versos the head says the event, on rectos the part, which may be NULL; folios stand outside. */
PgPageRun *pg_facing_pages_new (const PgVoice *voice, PgBlock *flow, const PgText *running_head, PgBlock *part);

/* Puts a box, in which what is said is turned, at the outer edges of these pages, at a height; upwards on versos. */
void pg_facing_pages_tab (const PgVoice *voice, PgPageRun *run, double y, PgBlock *box);

/* Takes the running head from the run's first page, which has a head of its own; what a page must say of errors stays. */
void pg_pages_open (const PgVoice *voice, PgPageRun *run, const GPtrArray *organisers);

/* A page without a running head must say it, too, that the event has errors: placed, or NULL. */
PgBlock *pg_errors_over (const PgVoice *voice);

/* TRUE when the status says that this is not the final version. */
gboolean pg_is_draft (const PgVoice *voice);
/* The status in the voice's language. */
const char *pg_status (const PgVoice *voice);
