/* An event as other systems see it. Enters: a draft, a language. Leaves: a list of what happens when and where, in that language,
   with identifiers for all of it. */
#pragma once

#include "import/left.h"
#include "import/moment.h"

typedef struct
{
  const char *id, *guid; /* a positive number; a UUID */
  const char *name, *organisation;
} PgOutlinePerson;

typedef struct
{
  const char *href, *title;
} PgOutlineLink;

typedef struct
{
  gboolean is_break;
  const char *kind;           /* of the vocabulary, or NULL */
  int day, start, end;        /* GDate's count; minutes after its midnight; end -1: not said */
  const char *id, *guid;      /* a positive number; a UUID */
  const char *uid;            /* the guid, or what calendars called it */
  const char *slug, *url;     /* url: or NULL */
  const char *title;          /* never empty */
  const char *room, *track;   /* or NULL */
  const char *language;       /* "en ko", or NULL */
  const char *html, *plain;   /* the abstract; or NULL */
  GPtrArray *persons, *links; /* PgOutlinePerson*, PgOutlineLink* */
} PgOutlineEntry;

/* What is in a room on a day. */
typedef struct
{
  const char *name;   /* PG_FRAB_NO_ROOM for none */
  GPtrArray *entries; /* PgOutlineEntry*, by start */
} PgOutlineRoom;

typedef struct
{
  int day;
  GPtrArray *entries; /* PgOutlineEntry*, by start */
} PgOutlineDay;

typedef struct
{
  PgArena *arena; /* the draft's */
  const char *language, *title, *subtitle, *venue, *acronym;
  const char *timezone; /* or NULL, as the zone */
  PgZone *zone;
  GPtrArray *days;  /* PgOutlineDay*, none of them empty */
  GDateTime *stamp; /* when it is written: SOURCE_DATE_EPOCH, or now */
} PgOutline;

/* What an outline has no place for is counted in left. The draft is used up. */
PgOutline *pg_outline_new (PgDraft *draft, const char *language, PgLeft *left);
void pg_outline_free (PgOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgOutline, pg_outline_free)

/* "2031-05-05T09:00:00+02:00", without an offset where no zone is known; from the arena. */
const char *pg_outline_time (const PgOutline *outline, int day, int minute);
/* The same with an offset in any case, which then is that of UTC. */
const char *pg_outline_moment (const PgOutline *outline, int day, int minute);
/* "09:00" for a length or a time of day; from the arena. */
const char *pg_outline_clock (const PgOutline *outline, int minute);
/* When an entry is over: its start where no end is known. */
int pg_outline_end (const PgOutlineEntry *entry);
/* When the last of a day's entries is over. */
int pg_outline_day_end (const PgOutlineDay *day);
/* The rooms of a day in the order of its entries: PgOutlineRoom*, from the arena. */
GPtrArray *pg_outline_rooms (const PgOutline *outline, const PgOutlineDay *day);
/* The names of its persons, with a comma or the like between them; "" for none. */
const char *pg_outline_names (const PgOutline *outline, const PgOutlineEntry *entry, const char *between);
