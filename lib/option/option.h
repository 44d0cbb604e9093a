/* The options, one table. Enters: an option's name or its place in the table. Leaves: all that is known of it. */
#pragma once

#include <programme/option.h>

/* Whether there is a cover. */
typedef enum
{
  PG_COVER_THEME,
  PG_COVER_PAGE,
  PG_COVER_AUTO, /* not where all is on one page */
  PG_COVER_NONE
} PgCover;

/* How pages are put on sheets; 0 where they are not. */
typedef enum
{
  PG_WAY_SADDLE = 1,
  PG_WAY_PERFECT,
  PG_WAY_NUP,
  PG_WAY_CUTSTACK
} PgWay;

/* What has backs. */
typedef enum
{
  PG_SIDES_ONE = 1,
  PG_SIDES_TWO,
  PG_SIDES_FOLD
} PgSides;

/* Its place in the table, which is that in lists and in help. */
typedef enum
{
  PG_OPTION_LANGUAGES,
  PG_OPTION_BILINGUAL,
  PG_OPTION_PAPER,
  PG_OPTION_LARGE_PRINT,
  PG_OPTION_CONTRAST,
  PG_OPTION_FONTS,
  PG_OPTION_COVER,
  PG_OPTION_SORT,
  PG_OPTION_KIND,
  PG_OPTION_PEOPLE,
  PG_OPTION_RECORDS,
  PG_OPTION_ONLY_OWN,
  PG_OPTION_DAY,
  PG_OPTION_ROOM,
  PG_OPTION_SESSION,
  PG_OPTION_PLACE,
  PG_OPTION_SELECT,
  PG_OPTION_SPARES,
  PG_OPTION_QR,
  PG_OPTION_SIDES,
  PG_OPTION_STOCK,
  PG_OPTION_START,
  PG_OPTION_OFFSET,
  PG_OPTION_OUTLINES,
  PG_OPTION_DISTANCE,
  PG_OPTION_FORMAT,
  PG_OPTION_PAGES,
  PG_OPTION_DPI,
  PG_OPTION_PROFILE,
  PG_OPTION_OUTPUT_INTENT,
  PG_OPTION_EMBED_SOURCE,
  PG_OPTION_NAMES,
  PG_OPTION_RESUME,
  PG_OPTION_METADATA,
  PG_OPTION_SPLIT,
  PG_OPTION_SHARD,
  PG_OPTION_DATE,
  PG_OPTION_DESPITE_ERRORS,
  PG_OPTION_LIMITS_EVENT,
  PG_OPTION_LIMITS_ELEMENTS,
  PG_OPTION_LIMITS_PARAGRAPH,
  PG_OPTION_LIMITS_IMAGE,
  PG_OPTION_LIMITS_IMAGES,
  PG_OPTION_LIMITS_PIXELS,
  PG_OPTION_LIMITS_SVG,
  PG_OPTION_LIMITS_PAGES,
  PG_OPTION_IMPOSE,
  PG_OPTION_SHEET,
  PG_OPTION_FLIP,
  PG_OPTION_BIND,
  PG_OPTION_MARKS,
  PG_OPTION_CALIPER,
  PG_OPTION_COVER_SHEET,
  PG_OPTION_LAST,
  PG_OPTION_BLANKS,
  PG_OPTION_SIGNATURE,
  PG_OPTION_MILL,
  PG_OPTION_GRID,
  PG_OPTION_GAP,
  PG_N_OPTIONS
} PgOptionId;

/* A value of a choice. */
typedef struct
{
  const char *word;
  gint64 number; /* that of the enumeration */
  const char *help;
} PgChoice;

struct ProgrammeOption
{
  const char *name;
  char letter; /* on a command line, or 0 */
  ProgrammeOptionKind kind;
  const char *metavariable;  /* NULL for a flag */
  const PgChoice *choices;   /* of a choice, ends with a NULL word; else NULL */
  const char *standard;      /* the value where none is set, or NULL */
  const char *const *pieces; /* that have it, NULL at the end; NULL: all */
  gboolean is_for_writing;   /* files, not pages */
  const char *help;
};

const ProgrammeOption *pg_option (PgOptionId id);
/* FALSE with PROGRAMME_ERROR_OPTION if there is no option of that name. */
gboolean pg_option_find (const char *name, PgOptionId *id, GError **error);
/* The most that a number may be; 0: any. */
gint64 pg_option_most (const ProgrammeOption *option);
gboolean pg_option_is_of (const ProgrammeOption *option, const char *piece);
/* The piece that has a value alone; NULL: each that has the option. */
const char *pg_choice_piece (const ProgrammeOption *option, const PgChoice *choice);
/* Whether a piece (NULL: any) has a value. */
gboolean pg_choice_is_of (const ProgrammeOption *option, const PgChoice *choice, const char *piece);
/* The word of a choice's number, or NULL. */
const char *pg_option_word (const ProgrammeOption *option, gint64 number);
/* What is written in the place of a piece where a PDF is imposed. */
#define PG_IMPOSING "impose"

/* What a choice takes of a piece (NULL: any), in words: "pdf, svg or png". Free with g_free. */
char *pg_option_expected (const ProgrammeOption *option, const char *piece);
