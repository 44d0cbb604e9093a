/* Enters: a manuscript of blocks. Leaves: pages of items with final places, and findings on what could not be kept.

   Rules of a page's lower end, all kept where possible: (1) persons and entries are not broken; (2) headings, labels
   and titles stay with what follows, the day's end with what goes before; (3) two lines of a paragraph stand on either
   side; (4) what goes on from the page before says so at the top; (5) all that is printed lies in the text area.

   No page ends high above its foot (by more than the run's gap), and no last one is nearly empty (a runt): for that pages have
   less white or go below the text area by the run's overrun, then have more white, and end higher, several of them together;
   then what is taller than a gap may be is broken, and what keeps others company is not kept; then there is far more white,
   stanzas are broken, heads are parted from what says them again, and titles so tall are broken, which notes "keep-relaxed"
   tell.
   Where that does not help, a note "page-end" says which rule is the reason.

   Where an empty page cannot hold what the rules keep together, they are given up for that page in this
   order, and a finding says which and where: a note "keep-relaxed"; of the last one a warning "overflow". */
#pragma once

#include "base/watch.h"
#include "block/block.h"
#include "layout/frame.h"

/* pages_of: page numbers that PG_FIELD_PAGE_OF may refer to besides the manuscript's own anchors (name to page,
   from 1), or NULL. The watch may be NULL. NULL with PROGRAMME_ERROR_LAYOUT when there are more pages than the manuscript may have, or
   with G_IO_ERROR_CANCELLED. */
PgPages *pg_layout (const PgManuscript *manuscript, PgFonts *fonts, GHashTable *pages_of, ProgrammeReport *report,
                    PgWatch *watch, GError **error);

/* The same for documents that have runs of pages in common. The first one is laid out as any is, and what its runs became is
   kept in them. The manuscript, the pages and the fonts must be there as long as those of the others. */
PgPages *pg_layout_first (const PgManuscript *manuscript, PgFonts *fonts, ProgrammeReport *report, PgWatch *watch,
                          GError **error);

/* One more, some of whose runs are the first one's: these are not laid out, and their pages are the very same. NULL without an
   error where they would not be: another run has another number of pages, or something stands on another page. */
PgPages *pg_layout_other (const PgManuscript *manuscript, PgFonts *fonts, const PgPages *first, ProgrammeReport *report,
                          PgWatch *watch, GError **error);

/* How many items are the same at the start of a page and of the one that it is like, and behind these at their ends: drawn they look
   the same. */
void pg_page_compare (const PgPage *page, guint *start, guint *end);
