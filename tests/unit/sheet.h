/* A page made by hand. Enters: blocks in styles of the test. Leaves: where layout puts them, as text to compare.
   A sheet has no margins and its one run of pages no furniture, so that all numbers are those of the blocks. */
#pragma once

#include "layout/layout.h"

typedef struct
{
  PgArena *arena;
  ProgrammeReport *report;
  PgManuscript *manuscript;
  double width, height; /* of its pages */
  PgPageRun *run;       /* whose flow is a stack */
  PgStyle style;        /* 8 on 10 points, left aligned, no white */
  PgPages *pages;       /* after sheet_set */
} Sheet;

/* The fonts are the project's own set, loaded once for the program. */
PgFonts *sheet_fonts (void);

/* A paragraph in one language, left to right, broken into lines; free with pg_lines_free. */
PgLines *sheet_break (const PgStyle *style, const char *language, double width, const char *text);

/* What they read, each without the spaces at its end and with "|" before the next; "=" is a hyphen that was put in. */
char *sheet_join (const PgLines *lines);

/* Asserts that; wanted ends with NULL. */
void assert_broken (const PgStyle *style, const char *language, double width, const char *text,
                    const char *const *wanted);

Sheet *sheet_new (double width, double height);
void sheet_free (Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

/* Another run of pages after those that are there; its flow is a stack. */
PgPageRun *sheet_add_run (Sheet *sheet);

/* A paragraph of n lines that read NAME1, NAME2 ...; of one line that reads NAME for n = 0. Each line is one of the
   sheet's style, 10 points, unless the caller sets another style. */
PgBlock *sheet_lines (Sheet *sheet, const char *name, guint n);
PgBlock *sheet_styled (Sheet *sheet, const PgStyle *style, const char *name, guint n);

PgBlock *sheet_block (Sheet *sheet, PgBlockKind kind);
/* Adds to the flow of the first run of pages, and gives the block back. */
PgBlock *sheet_add (Sheet *sheet, PgBlock *block);
/* A row with one cell as wide as the sheet. */
PgBlock *sheet_row (Sheet *sheet, PgBlock *block);
/* A rule of so many points. */
const PgRule *sheet_rule (Sheet *sheet, double thickness);
/* A copy of the sheet's style to change. */
PgStyle *sheet_style (Sheet *sheet);

/* Lays out. It is asserted that this does not fail. */
void sheet_set (Sheet *sheet);

/* One page as text: for each item "NAME@TOP", or "=@TOP+HEIGHT" for a fill, with ",X" unless it stands at the left
   edge and "~" before text that is an artifact. TOP is the upper edge of the line's box: 10 points above that of the
   next line. */
char *sheet_page (const Sheet *sheet, guint page);

#define assert_page(sheet, page, expected)                                                                             \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = sheet_page (sheet, page);                                                                \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

/* The findings, one a line, or "" for none. */
char *sheet_findings (const Sheet *sheet);

#define assert_findings(sheet, expected)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = sheet_findings (sheet);                                                                  \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

#define assert_n_pages(sheet, n) g_assert_cmpuint ((sheet)->pages->pages->len, ==, n)
