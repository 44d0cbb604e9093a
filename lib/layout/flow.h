/* Give space in, get fragments back. Enters: a block, the space left and a place to resume from. Leaves: items on the
   page, the height used and the place where the rest resumes. Private to layout/. */
#pragma once

#include "layout/layout.h"

/* Height enough for anything that is not broken, pt. */
#define PG_UNBOUNDED 1e6

/* How much sums of lengths may differ, pt. */
#define PG_ROUNDING 1e-3

/* How much is given up, in this order; each step includes those before it. */
typedef enum
{
  PG_RELAX_NOTHING,
  PG_RELAX_TALL,     /* keep_together of what is taller than what a page may leave empty */
  PG_RELAX_COMPANY,  /* keeps of those that keep each other company */
  PG_RELAX_WHITE,    /* no keep: pages may have far more white */
  PG_RELAX_STANZAS,  /* keep_together of stanzas, with two lines on either side */
  PG_RELAX_HEADS,    /* keep_with_next of heads that are said again where what is below them goes on */
  PG_RELAX_TITLES,   /* keep_together of titles that are so tall */
  PG_RELAX_TOGETHER, /* keep_together */
  PG_RELAX_NEXT,     /* keep_with_next, keep_with_previous */
  PG_RELAX_LINES,    /* two lines on either side */
  PG_RELAX_REPEATS,  /* what repeats where something goes on */
  PG_RELAX_SPACE     /* one thing is set though it overflows */
} PgRelax;

typedef enum
{
  PG_FIT_NONE, /* nothing was set: the block belongs on the next page */
  PG_FIT_PART,
  PG_FIT_ALL
} PgFit;

/* How a page is filled. */
typedef struct
{
  double space; /* to fill, from the top of its text area */
  double tight; /* how much of the white there is */
  PgRelax relax;
} PgFill;

/* plan.c: a page of a run. */
typedef struct
{
  PgFill fill;
  gboolean is_last;   /* nothing goes on behind it */
  gboolean is_forced; /* it ends high above its foot, or is nearly empty, because of a rule: */
  PgRelax rule;       /* the first that would have to be given up; PG_RELAX_SPACE: that would be of no use */
} PgPlannedPage;

/* Where a block goes on. A NULL resume is its beginning. */
typedef struct PgResume PgResume;
struct PgResume
{
  guint index;            /* of the next line, child or row */
  const PgResume *inner;  /* within that child; NULL: its beginning */
  const PgResume **cells; /* of a row: for each cell; PG_RESUME_DONE where nothing is left */
};
extern const PgResume pg_resume_done;
#define PG_RESUME_DONE (&pg_resume_done)

typedef struct
{
  double x, y, width;
  double space; /* height that is left */
} PgArea;

/* structure.c: which element what is being set belongs to. */
typedef struct
{
  PgArtifact artifact;   /* what is being set now is one, or is not */
  PgElement *element;    /* that it belongs to; NULL: the document itself */
  PgElement *columns[2]; /* of the cell around it that holds two columns; or NULL */
  GHashTable *links;     /* a set of PgElement* */
  GHashTable *elements;  /* what they are made for (blocks, cells, runs) to PgElement* */
  GHashTable *again;     /* the same of what several runs of pages share, in the current one */
} PgTags;

/* Pages by number, for what prints them. */
typedef struct
{
  guint page;                            /* that is being set, from 0 */
  guint n_pages;                         /* 0 until it is known */
  guint part;                            /* of what the run says, the last that has begun; 0: none has */
  guint sheet, n_sheets;                 /* of the run of pages that the page is of: which, from 1, and how many */
  GHashTable *pages_of, *outside;        /* anchor to page: of the pass before; given from outside, or NULL */
  gboolean are_printed;                  /* there are fields that need a second pass */
  gboolean are_known, some_lead_nowhere; /* all have been looked for once; some are on no page */
} PgNumbers;

/* choice.c: what is being set is tried, and nothing of it is told. */
typedef struct
{
  guint depth; /* 0: it is in earnest */
  gboolean failed;
} PgTrial;

/* box.c: how far the ink of what is set reaches above its top and below its foot, of scripts that stack marks. */
typedef struct
{
  double above, below;
} PgOverhang;

/* box.c: the sizes of styles that are ranges. */
typedef struct
{
  double size;          /* of what is being set, from 0 (the least) to 1 */
  GHashTable *groups;   /* name to PgSameSize */
  gboolean are_settled; /* those of groups are known */
  gboolean differ;      /* boxes of a group were set in different sizes in this pass */
} PgSizes;

/* grid.c: where the columns of a table are. */
typedef struct PgGrid PgGrid;

typedef struct
{
  const PgManuscript *manuscript;
  PgFonts *fonts;
  PgWatch *watch; /* or NULL; once it is cancelled no paragraph fits any more */
  ProgrammeReport *report;
  ProgrammeReport *page_report; /* findings that name a page: of this pass alone */
  PgArena *arena;               /* for what is known of blocks */
  PgArena *places;              /* for resume places, of a run of pages */
  PgPages *pages;
  GHashTable *lines;  /* lines.c: what paragraphs were broken into */
  GHashTable *alike;  /* alike.c: what paragraphs that say the same were */
  GHashTable *grids;  /* table to PgGrid */
  const PgGrid *grid; /* of the table around what is being set, whose cells say which columns they stand in; or NULL */
  PgTags tags;
  PgNumbers numbers;
  PgTrial trial;
  PgSizes sizes;
  PgRelax relax;
  double tight;            /* how much of the white there is */
  double tall;             /* what is higher may be broken rather than others */
  gboolean has_notes;      /* there are some for the feet of pages */
  gboolean may_overflow;   /* at PG_RELAX_SPACE: nothing stands on the page yet */
  gboolean is_mirrored;    /* what is being set now will be mirrored */
  gboolean beyond_fold;    /* the current page is the second of two that lie open together */
  PgPage *on;              /* the current page */
  GArray *items;           /* of that */
  GArray *marks;           /* PgMark, of the current page */
  GPtrArray *page_runs;    /* const PgPageRun*: of the manuscript's, those that are set */
  GArray *page_runs_start; /* guint: the first page of each of them */
  const PgPages *first;    /* of a document with runs in common, which are not set again; or NULL */
  gboolean differs;        /* from that one, so that it is of no use */
} PgFlow;

/* An anchor or bookmark that was set, undone together with the items. */
typedef struct
{
  const PgBlock *block;
  double y;
} PgMark;

/* What to go back to when something set does not stay. */
typedef struct
{
  guint items, marks;
} PgState;

PgState pg_flow_save (const PgFlow *flow);
void pg_flow_restore (PgFlow *flow, PgState state);

/* Whether what is to be kept together may be broken now: it is so high. */
gboolean pg_flow_may_break (PgFlow *flow, const PgBlock *block, double width);

/* Sets what fits of the block into the area from where it resumes. With PG_FIT_PART, rest is where it goes on.
   With PG_FIT_NONE nothing remains on the page and height is 0. rest and height may not be NULL. */
PgFit pg_flow_block (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                     double *height);

PgFit pg_flow_paragraph (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                         double *height);
PgFit pg_flow_children (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                        double *height);
PgFit pg_flow_row (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                   double *height);
PgFit pg_flow_table (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                     double *height);
PgFit pg_flow_columns (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                       double *height);
PgOverhang pg_flow_overhang (const PgFlow *flow, PgState from, double top, double foot);
PgFit pg_flow_box (PgFlow *flow, const PgBlock *block, PgArea area, double *height);
PgFit pg_flow_choice (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                      double *height);
void pg_flow_placed (PgFlow *flow, const PgBlock *block, PgArea area);

/* choice.c: whether a block fits whole into an area, where nothing of it stays. */
gboolean pg_flow_fits (PgFlow *flow, const PgBlock *block, PgArea area);
/* The same for what stands in a box, with all of its ink. */
gboolean pg_flow_fits_with_ink (PgFlow *flow, const PgBlock *block, PgArea area);
/* How high it is in a width; nothing of it stays. */
double pg_flow_measure (PgFlow *flow, const PgBlock *block, double width);
/* Whether it takes more than a page may leave empty at its foot (flow->tall). */
gboolean pg_flow_is_tall (PgFlow *flow, const PgBlock *block, double width);

/* grid.c */

/* What is set until it is left stands in the table; gives what it stood in before. */
const PgGrid *pg_flow_enter_grid (PgFlow *flow, const PgBlock *table, double width);
void pg_flow_leave_grid (PgFlow *flow, const PgGrid *around);
/* The place of a cell in its row's. */
PgArea pg_grid_area (const PgGrid *grid, const PgCell *cell, PgArea area);
/* Whether a cell stands on the current page, and not on the other one of two that lie open together. */
gboolean pg_grid_shows (const PgFlow *flow, const PgCell *cell);
/* Draws the rule above a row, or another block; gives its height. */
double pg_flow_row_rule (PgFlow *flow, const PgBlock *row, const PgRule *rule, PgArea area);
/* The least height of a row that is the last one which cells from above reach into. */
double pg_grid_row_height (PgFlow *flow, const PgBlock *row);

/* foot.c */

/* Gives the notes of a manuscript their numbers. */
void pg_flow_number_notes (PgFlow *flow);
/* How high the notes are at the foot of a page whose marks are among its items from the first one on. */
double pg_flow_notes_height (PgFlow *flow, guint first, PgArea area);
/* A block that is all of a page, with its notes, which end at its foot; height is theirs, too. */
PgFit pg_flow_page (PgFlow *flow, const PgBlock *block, PgArea area, double foot, const PgResume *from,
                    const PgResume **rest, double *height);

/* plan.c */

/* The pages of a run, PgPlannedPage; free with g_array_unref. A page must have been begun, and is left as it is. */
GArray *pg_flow_plan (PgFlow *flow, const PgPageRun *run);

/* common.c */

/* Keeps in the manuscript's runs what they became. */
void pg_flow_keep (PgFlow *flow);
/* Whether a run is in common with the first document; its pages are added, unless that differs. */
gboolean pg_flow_take_kept (PgFlow *flow, const PgPageRun *run);
/* Whether a run is to be set, and not what there is otherwise. */
gboolean pg_kept_fits (const PgPageRun *run);
/* The blank page before it, or NULL. */
PgPageRun *pg_kept_blank (const PgPageRun *run);

/* layout.c: sets a page of a run from where it resumes. */
PgFit pg_flow_try_page (PgFlow *flow, const PgPageRun *run, const PgResume *from, const PgFill *fill,
                        const PgResume **rest, double *height);
/* The height of its text area. */
double pg_page_space (const PgPageRun *run, const PgResume *from);

/* lines.c */

/* A number in the figures that begin with zero, or in Latin's for 0; from the arena. */
char *pg_flow_figures (PgArena *arena, guint value, gunichar zero);

/* A paragraph's lines in a width, and at the size that is being tried. */
typedef struct
{
  PgLines *lines;
  const PgRun *runs;         /* that they are made of */
  gboolean is_cut;           /* there were more lines than it may have */
  gboolean is_smaller;       /* a word of a title was too wide in its own size */
  ProgrammeReport *findings; /* what breaking them found, told once they are set in earnest; or NULL */
} PgKept;

/* alike.c: all that lines follow from. */
typedef struct
{
  const PgStyle *style; /* before it is set in a size, which is that of its range, or 0 */
  const PgRun *runs;    /* as they are said, with page numbers, in the same way */
  guint n_runs, max_lines;
  double width, size;
  gboolean right_to_left;
} PgWording;

GHashTable *pg_alike_new (void);
/* What was kept for the same wording, or NULL. */
const PgKept *pg_alike_find (GHashTable *all, const PgWording *wording);
/* Keeps it in the arena, unless something is told of it; its runs must live as long as the table. */
void pg_alike_keep (GHashTable *all, PgArena *arena, const PgWording *wording, const PgKept *kept);

const PgKept *pg_flow_lines (PgFlow *flow, const PgBlock *paragraph, double width);
GHashTable *pg_flow_lines_new (void);
/* How wide the block is where none of its paragraphs is broken. */
double pg_flow_natural_width (PgFlow *flow, const PgBlock *block);
/* The same where each is broken wherever it has a space. */
double pg_flow_least_width (PgFlow *flow, const PgBlock *block);
/* The style as it is set: one that is a range in the size that is being tried. */
const PgStyle *pg_flow_style (const PgFlow *flow, const PgStyle *style);

/* box.c: what same-size groups know; free with g_hash_table_unref. */
GHashTable *pg_flow_groups_new (void);

/* Of the current page, which is whole: what touches its edges bleeds, and it has its slug line. */
void pg_flow_press (PgFlow *flow, const PgPress *press);

/* structure.c: the elements of what is set. Each is made when its block is first set and found again where that goes on, so
   that nothing needs to be undone. */

/* What to go back to at the end of a block or cell. */
typedef struct
{
  PgElement *element, *columns[2];
  GHashTable *elements;
} PgWithin;

PgWithin pg_flow_enter (PgFlow *flow, const PgBlock *block);
PgWithin pg_flow_enter_part (PgFlow *flow, const void *part, PgRole role); /* part is what it is known by */
PgWithin pg_flow_enter_table_part (PgFlow *flow, const PgBlock *table, const void *part, PgRole role);
PgWithin pg_flow_enter_cell (PgFlow *flow, const PgBlock *row, guint index);
void pg_flow_leave (PgFlow *flow, PgWithin within);

/* The elements of a paragraph's runs, whose texts may have been filled in; NULL if all are the paragraph's own. */
const PgRunElements *pg_flow_run_elements (PgFlow *flow, const PgBlock *block, const PgRun *runs);

/* Once all pages are set: what would link to nowhere is no link. */
void pg_flow_settle_links (PgFlow *flow);

/* Tells that what stands at place runs over the edge of the page that is being set; what is tried does not fit. */
void pg_flow_report_overflow (PgFlow *flow, const PgPlace *place);

/* The white above a block where it resumes: its own, or that of the child it goes on with. */
double pg_block_white_above (const PgBlock *block, const PgResume *from);
/* White as it is on this page, which may be tight; in tables within texts it is as it is everywhere, since heights of their rows
   are known before. */
double pg_flow_white (const PgFlow *flow, double white);
/* From the block's upper edge to its first baseline; negative if it has none. */
double pg_block_first_baseline (const PgFlow *flow, const PgBlock *block, const PgResume *from);

/* The same two for a row. */
double pg_row_white_above (const PgBlock *row, const PgResume *from);
double pg_row_first_baseline (const PgFlow *flow, const PgBlock *row, const PgResume *from);

/* Whether a page that begins there begins a run, or what rather begins a page than in little space. */
gboolean pg_resume_opens (const PgBlock *block, const PgResume *from);
PgResume *pg_resume_new (PgFlow *flow, guint index, const PgResume *inner);
void pg_flow_fill (PgFlow *flow, double x, double y, double width, double height, const PgColour *colour);
/* Mirrors the items of the page from the first one on within left and right; text keeps its own direction. */
void pg_flow_mirror (PgFlow *flow, guint first, double left, double right);

/* Draws a rule below y; gives its height. A NULL rule is none. White is measured from a rule's edge. */
double pg_flow_rule (PgFlow *flow, const PgRule *rule, double x, double y, double width);
double pg_rule_height (const PgRule *rule);
