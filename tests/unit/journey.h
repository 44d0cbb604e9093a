/* The way from XML to pages, as the library goes it. Enters: an event's text, a theme. Leaves: its pages and all that was found. */
#pragma once

#include "document.h"
#include "event/event.h"
#include "piece/pieces.h"

typedef struct
{
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  ProgrammeReport *report; /* of reading and layout */
  PgSort sort;             /* of the speakers; by name unless it is set */
  const char *second;      /* a second language, or NULL */
  PgBilingual bilingual;
  gboolean large_print, contrast;
  const char *more[9];         /* further options: names and values by turns, NULL at the end */
  const char *cover;           /* the option: "page" unless it is set; NULL: the theme's */
  ProgrammeDocument *document; /* after journey_make, and what it consists of */
  PgManuscript *manuscript;
  PgPages *pages;
} Journey;

/* A built-in theme, loaded once for the program. */
ProgrammeTheme *journey_theme (const char *name);

/* Reads. It is asserted that there are no errors. Images lie in tests/fixtures. */
Journey *journey_new (const char *xml, ProgrammeTheme *theme);
/* The same for a file, named by its path. */
Journey *journey_new_for_file (const char *path, ProgrammeTheme *theme);
void journey_free (Journey *journey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journey, journey_free)

/* Asserts what a page says in a style (see printed_in_style), where it is not turned. */
void assert_said (const Journey *journey, guint page, const char *style, const char *expected);

/* Lays out a piece; FALSE if that is refused for the paper. language and paper may be NULL. Once for a journey. */
gboolean journey_make (Journey *journey, const char *piece, const char *language, const char *paper);
/* The runs of pages of a piece that was made, with blocks, which its document has no more. */
const GPtrArray *journey_page_runs (Journey *journey, const char *piece);

/* Whether it prints the times of all entries, by which check_keeps() knows rows. */
gboolean journey_has_times (const Journey *journey);

/* Writes the agenda as a PDF, all through the public interface. */
void journey_write_pdf (const Journey *journey, const char *path, const char *language, const char *paper);
