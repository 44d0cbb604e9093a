/* What the caller wants. Enters: an event, a theme, options. Leaves: them, for whoever makes a piece. */
#pragma once

#include "base/watch.h"
#include "block/block.h"
#include "event/event.h"

#include <programme/people.h>

typedef enum
{
  PG_SORT_NAME,
  PG_SORT_COUNTRY,
  PG_SORT_SESSION,
  PG_SORT_PROTOCOL
} PgSort;

/* How two languages are set. */
typedef enum
{
  PG_BILINGUAL_STACKED,  /* each part followed by its second language */
  PG_BILINGUAL_PARALLEL, /* in two columns */
  PG_BILINGUAL_HEADINGS  /* headings in both, bodies in the first */
} PgBilingual;

/* Which of a piece's pages are wanted. */
typedef struct
{
  guint kinds;         /* bits of the option's words */
  guint day;           /* from 1; 0: all of them */
  const char *room;    /* its id; NULL: all of them */
  const char *session; /* its id; NULL: all of them */
  double distance;     /* metres, from which signs are to be read; 0: not said */
  const char *place;   /* of a sign that shows the way; NULL: all of them */
} PgSelection;
/* What is wanted of badges. */
typedef struct
{
  guint sides;       /* 1: fronts, 2: backs follow them, 3: they are beside or below */
  guint spares;      /* without a name */
  const char *qr;    /* vcard, mecard, none or an address */
  guint n_outlines;  /* in the place of badges, outlines of a stock's labels; or 0 */
  const char *stock; /* its title; or NULL */
} PgBadgeWish;

/* The one of a list whom a piece is for. */
typedef struct
{
  const PgPerson *person; /* as the list has them */
  const GArray *own;      /* PgOwn: their sessions */
} PgPersonal;

/* A file that is to be printed. */
typedef struct
{
  char *file, *paper;
  const char *finish;  /* key of the word for what is done then: "fold" ...; or NULL */
  const char *way;     /* the same for its sides: "one-side" ... */
  guint pages, sheets; /* of one copy */
  guint copies;
  GPtrArray *titles; /* char* or NULL, of the pages that are made anew; or NULL: of all */
} PgPrintRow;

typedef struct PgChanges PgChanges;

/* What the pages say that go with a kit. */
typedef struct
{
  GPtrArray *rows;          /* PgPrintRow* */
  const PgChanges *changes; /* since the event before, or NULL */
  const GPtrArray *gone;    /* char*, of pages that are no more; or NULL */
} PgKitMatter;

typedef struct
{
  PgArena *arena; /* the manuscript's */
  const ProgrammeEvent *event;
  const ProgrammeTheme *theme;
  const char *language; /* BCP 47 */
  const char *second;   /* or NULL */
  PgBilingual bilingual;
  const char *paper;              /* NULL: the theme's */
  gboolean large_print, contrast; /* the theme is of this edition */
  const char *cover;              /* page, auto or none; NULL: as the theme says */
  PgSort sort;
  PgSelection selection;
  const PgKitMatter *kit;        /* or NULL */
  const ProgrammePeople *people; /* or NULL: those of the event */
  guint record;                  /* the row of it, from 1, that a piece for one is for; 0: for everybody */
  gboolean only_own;             /* that has their sessions alone */
  const PgPersonal *personal;    /* who it is, from when the piece knows; or NULL */
  gboolean is_pattern;           /* what others have in common is wanted: their own sessions are not marked */
  const PgManuscript *common; /* made so, for another one: runs of it that say nothing of one are taken over; or NULL */
  PgBadgeWish badges;
  ProgrammeReport *report; /* or NULL */
  gboolean has_errors;     /* the event has, which each running head says */
  gint64 created;          /* seconds since 1970 */
  const PgWatch *watch;    /* once it is cancelled, what is long may end early; or NULL */
} PgRequest;
