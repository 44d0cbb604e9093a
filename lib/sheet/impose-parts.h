/* What folded sheets and those that are cut share. Private to sheet/. */
#pragma once

#include "sheet/impose.h"

/* What is the same on each sheet. */
typedef struct
{
  const PgImposeWish *wish;
  const PgImposePage *pages;
  guint n;
  double page_width, page_height; /* the largest */
  double bleed;
  double width, height; /* of the sheet, turned as is best */
  const char *paper;    /* how it is called */
  guint left_out;       /* PgImposeMark: what had no room */
  double creep;         /* how far a page is moved at most */
} PgPlan;

/* Chooses the sheet, and how it lies, for a block of pages of this size. FALSE with PROGRAMME_ERROR_OPTION. */
gboolean pg_plan_sheet (PgPlan *plan, double width, double height, GError **error);

/* Adds a side, on whose middle a block of pages of this size will stand. */
PgSheet *pg_plan_side (const PgPlan *plan, GPtrArray *sheets, double width, double height, gboolean is_back);

/* Shows a page (not, if it is blank and blanks are not shown) with its upper left corner at a place. */
void pg_plan_show (const PgPlan *plan, PgSheet *sheet, guint page, double x, double y, PgArea clip);

/* The size of a page; of a blank, that of the largest. */
PgImposePage pg_plan_page (const PgPlan *plan, guint page);

/* Marks beside the block: where it is cut across and down (doubles, from the sheet's left and top), where it is folded. */
void pg_marks_cut (PgPlan *plan, PgSheet *sheet, const GArray *across, const GArray *down);
void pg_marks_fold (PgPlan *plan, PgSheet *sheet, double x);
/* A bar for the signature from 0: on the fold, or beside the pages. */
void pg_marks_collation (PgPlan *plan, PgSheet *sheet, guint signature, gboolean on_fold);
/* What the slug says of any sheet (from 0), what matters most first: if the sheet is short, it loses its end. */
GString *pg_slug_begin (const PgPlan *plan, guint sheet, guint n_sheets, gboolean is_back);
/* Takes the text. */
void pg_marks_slug (PgPlan *plan, PgSheet *sheet, char *text);

/* Sheets that are folded once, and those that are not; in sheets, and in the cover's. */
gboolean pg_impose_folded (PgPlan *plan, PgImposed *imposed, GError **error);
gboolean pg_impose_grid (PgPlan *plan, PgImposed *imposed, GError **error);
