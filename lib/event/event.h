/* The model: what an event file says, with references resolved and each thing's place in the file.
   Enters: values from a reader. Leaves: a tree that nothing changes once it is read; all of it lives in its arena. */
#pragma once

#include "base/arena.h"
#include "base/origin.h"
#include "image/pictures.h"

#include <glib.h>
#include <programme/event.h>

/* Text in several languages */

typedef enum
{
  PG_SPAN_BOLD = 1 << 0,
  PG_SPAN_ITALIC = 1 << 1,
  PG_SPAN_SUPERSCRIPT = 1 << 2,
  PG_SPAN_SUBSCRIPT = 1 << 3,
  PG_SPAN_FAMILY = 1 << 4 /* the family name within a person's name */
} PgSpanFlags;

/* Flags, language or link of the bytes from start to end. Spans of one version are in order of their start and cover
   it whole without overlap: nested markup is flattened (<b>a<i>b</i></b> gives bold "a", bold italic "b"). */
typedef struct
{
  guint start, end;
  guint flags;
  const char *language; /* BCP 47; NULL: the version's */
  const char *href;     /* NULL: no link */
} PgSpan;

typedef struct PgVersion PgVersion;

/* A note on what stands before it. */
typedef struct
{
  guint offset; /* bytes of the text before it */
  const PgVersion *text;
  gconstpointer key; /* the same for a note and its translations */
} PgFootnote;

/* A text in one language. White space is collapsed as in HTML; <br/> is U+2028, and so is the end of a line of verse. */
struct PgVersion
{
  const char *language; /* BCP 47, never NULL */
  const char *string;   /* UTF-8, not empty */
  PgSpan *spans;
  guint n_spans;
  PgFootnote *notes; /* in order */
  guint n_notes;
  const char *sort; /* of a person's name: what it is sorted by, as the file says; NULL: by the family name */
  PgPlace place;
  PgOrigins origins; /* of the string */
};

/* A text in one or several languages, the original first. */
typedef struct
{
  GPtrArray *versions; /* PgVersion*; at least one */
} PgText;

/* The version in a language: the same tag, else the same primary language; NULL if there is none. A NULL text has none. */
const PgVersion *pg_text_lookup (const PgText *text, const char *language);
/* The same, falling back to the original; NULL only for a NULL text. */
const PgVersion *pg_text_get (const PgText *text, const char *language);
/* The version that stands first in the file. */
const PgVersion *pg_text_written_first (const PgText *text);
/* Whether two tags are of one language. */
gboolean pg_is_language (const char *language, const char *other);
/* A text of one plain version, for what is made and not read. */
PgText *pg_text_new (PgArena *arena, const char *language, const char *string, const PgPlace *place);

/* At which side of its column what stands in it is. */
typedef enum
{
  PG_SIDE_START,
  PG_SIDE_CENTRE,
  PG_SIDE_END
} PgSide;

typedef struct
{
  PgText *text;                /* NULL: it is empty */
  guint column, columns, rows; /* the first it stands in, from 0, and how many it spans */
  PgSide side;
  gboolean is_head; /* of its row; one that spans all columns is that of the rows below it */
  PgPlace place;
} PgTableCell;

typedef struct
{
  GPtrArray *cells; /* PgTableCell*, those that begin in it */
  PgPlace place;
} PgTableRow;

typedef struct
{
  guint n_columns;
  PgTableRow *head; /* or NULL */
  GPtrArray *rows;  /* PgTableRow* */
} PgTable;

typedef enum
{
  PG_BODY_PARAGRAPH,
  PG_BODY_VERSE, /* each line of its paragraph is one; empty lines part stanzas */
  PG_BODY_LIST,
  PG_BODY_DEFINITIONS,
  PG_BODY_DEFINITION, /* in these alone */
  PG_BODY_QUOTATION,
  PG_BODY_TABLE,
  PG_BODY_IMAGE,
  PG_BODY_SECTION
} PgBodyKind;

/* A part of a longer text; what another kind has is NULL. */
typedef struct
{
  PgBodyKind kind;
  PgText *paragraph;
  GPtrArray *items; /* PgText*, of a list */
  gboolean numbered;
  PgText *label;   /* a section's title, a term, where a quotation is from, a caption; or NULL */
  GPtrArray *body; /* PgBodyPart*, of a section, quotation or definition; the definitions of a list of them */
  PgTable *table;
  const char *path, *alt; /* of an image */
  PgPlace place;
} PgBodyPart;

/* Which session or person this is in the system that the event comes from. Kept, never printed. */
typedef struct
{
  const char *system;                        /* "pretalx" */
  const char *id, *guid, *code, *slug, *url; /* NULL: not said */
  PgPlace place;
} PgSystemOrigin;

/* People, organisations, rooms */

typedef struct
{
  const char *id;
  PgText *name;
  PgText *short_name;  /* may be NULL */
  const char *country; /* ISO 3166-1 alpha-2, or NULL */
  gboolean delegation; /* stands where a country would: an international body */
  gboolean observer;   /* those whom it sends stand apart */
  const char *logo;    /* path below the event's folder, or NULL */
  PgPlace place, logo_place;
} PgOrganisation;

typedef struct
{
  const char *id;
  PgText *name;      /* with PG_SPAN_FAMILY where it is marked */
  PgText *honorific; /* may be NULL, as are the next two */
  PgText *position;
  PgOrganisation *organisation;
  const char *country;  /* or NULL: then the organisation's */
  GPtrArray *biography; /* PgBodyPart*; NULL if there is none */
  const char *photograph;
  gboolean head;     /* of the delegation */
  const char *email; /* or NULL, as the origin; neither is printed */
  PgSystemOrigin *origin;
  PgPlace place, photograph_place;
} PgPerson;

typedef struct
{
  const char *id;
  PgText *name;
  const char *level; /* or NULL */
  guint seats;       /* 0: not said */
  PgPlace place;
} PgRoom;

typedef struct
{
  const char *id;
  PgText *name;
  const char *letter; /* by which signs know it; or NULL */
  PgPlace place;
} PgTrack;

/* What kind of guest somebody is, which a badge says. */
typedef struct
{
  const char *id;
  PgText *name;
  PgPlace place;
} PgCategory;

/* The agenda */

/* One turn to speak: one person, or several that share it. */
typedef struct
{
  GPtrArray *people; /* PgPerson*; those that could be resolved, maybe none */
  guint minutes;     /* 0: not said */
  PgText *name;      /* these four override the person's; NULL: they do not */
  PgText *position;  /* without versions: none is to be printed */
  PgOrganisation *organisation;
  gboolean no_organisation;         /* none is to be printed */
  GPtrArray *further_organisations; /* PgOrganisation*, in talks; NULL if there are none */
  const char *country;
  PgText *note;        /* "Chair"; may be NULL */
  gboolean presenting; /* of a talk's authors: who gives it */
  PgPlace place;
} PgSlot;

/* A role and who holds it; without slots, an item such as "Q&A". */
typedef struct
{
  const char *role; /* "moderator" ...; NULL for an item or where only a label is given */
  PgText *label;    /* its own label; NULL: the role's word */
  GPtrArray *slots; /* PgSlot*; empty for an item */
  guint minutes;    /* of an item; 0: not said */
  guint after;      /* how many of the session's talks, or works if it has none, stand before it */
  PgPlace place;
} PgGroup;

/* What is referred to: a paper of a meeting, slides. */
typedef struct
{
  const char *reference; /* "AB/2031/7"; or NULL, as the next two */
  PgText *title;
  const char *href;
  PgPlace place;
} PgDocument;

/* One contribution to a session. */
typedef struct
{
  guint index;            /* from 1, within its session */
  const char *number;     /* "O-12", or NULL */
  const char *languages;  /* "fr", or NULL */
  int start, end;         /* as those of an entry, or what follows from its minutes; -1: not known */
  guint minutes;          /* 0: not said */
  PgText *title;          /* NULL only when the file had none, which is an error finding */
  GPtrArray *abstract;    /* PgBodyPart*; NULL if there is none */
  GPtrArray *groups;      /* PgGroup* */
  GPtrArray *documents;   /* PgDocument* */
  gboolean is_timed;      /* the file gives it a start or an end */
  gboolean follows_group; /* a group or item stands between it and the talk before it */
  gboolean unsure;        /* as an entry's */
  PgPlace place, start_place, end_place;
} PgTalk;

/* What is to be done about an item, and what is to be read for it. */
typedef struct
{
  const char *action;   /* key of its word: "decision" ...; or NULL */
  PgText *words;        /* its own words instead; or NULL */
  GPtrArray *documents; /* PgDocument*; NULL if there are none */
} PgBusiness;

/* An item of a meeting's session, which may have items of its own. */
typedef struct
{
  guint level;        /* from 1 */
  const char *number; /* "4.1", or NULL */
  PgText *title;      /* NULL only when the file had none, which is an error finding */
  PgBusiness business;
  GPtrArray *abstract; /* PgBodyPart*; NULL if there is none */
  GPtrArray *groups;   /* PgGroup* */
  GPtrArray *topics;   /* PgTopic*; NULL if there are none */
  PgPlace place;
} PgTopic;

/* A movement of a work, or a song. */
typedef struct
{
  gboolean is_song;
  const char *number; /* of a song; or NULL */
  PgText *title;      /* of a song: what is sung stands first in the file, and what translates it after it */
  PgText *poet;       /* of a song: who wrote the words, and who translated them; or NULL */
  GPtrArray *verses;  /* PgVersion*, of a song: as its title, in the order of the file; NULL if there are none */
  PgPlace place;
} PgMovement;

/* What is sung or played. */
typedef struct
{
  guint index;         /* from 1, within its session */
  PgText *composer;    /* or NULL */
  const char *dates;   /* theirs, "1833–1897"; or NULL */
  PgText *title;       /* NULL only when the file had none, which is an error finding */
  GPtrArray *parts;    /* PgMovement* */
  GPtrArray *abstract; /* PgBodyPart*; NULL if there is none */
  GPtrArray *groups;   /* PgGroup* */
  PgPlace place;
} PgWork;

typedef enum
{
  PG_ENTRY_SESSION, /* set as a session: number, large title */
  PG_ENTRY_PLAIN,   /* registration, opening remarks */
  PG_ENTRY_BREAK
} PgEntryKind;

/* A row of the agenda. */
typedef struct
{
  PgEntryKind kind;
  const char *id;     /* never NULL: made where the file gives none */
  const char *word;   /* key of its word in the catalogue: "session", "keynote", "coffee" ...; NULL for plain rows */
  const char *number; /* or NULL */
  int start, end;     /* minutes after the day's midnight, above 1440 past it; end -1: not said */
  PgText *title; /* NULL for a break that is called by its word, and for a session that is no more than its works */
  GPtrArray *organisers;             /* PgOrganisation* */
  PgRoom *room;                      /* or NULL */
  GPtrArray *further_rooms;          /* PgRoom*, where it has several; NULL if there are none */
  PgTrack *track;                    /* or NULL */
  const char *languages;             /* "en ko", or NULL */
  PgText *classification, *revision; /* or NULL */
  GPtrArray *abstract;               /* PgBodyPart*; NULL if there is none */
  GPtrArray *groups;                 /* PgGroup* */
  GPtrArray *talks;                  /* PgTalk*, in the order of the file; NULL if there are none */
  GPtrArray *topics;                 /* PgTopic*; NULL if there are none */
  GPtrArray *works;                  /* PgWork*; NULL if there are none */
  PgBusiness business;
  PgSystemOrigin *origin;     /* or NULL */
  gboolean unsure;            /* a time of it was bad, and was reported, or there is none: checks leave it alone */
  gboolean without_times;     /* none are printed */
  gboolean is_cancelled;      /* it does not take place */
  gboolean is_in_room_of_day; /* which is not said again */
  PgPlace place, start_place, end_place;
} PgEntry;

typedef enum
{
  PG_TIMES_THEME,   /* not said: the language's or the theme's */
  PG_TIMES_0900,    /* 09:00 */
  PG_TIMES_900,     /* 9:00 */
  PG_TIMES_09H00,   /* 09h00 */
  PG_TIMES_9H00,    /* 9h00 */
  PG_TIMES_9H,      /* 9h, 9h30 */
  PG_TIMES_9_H_00,  /* 9 h 00 */
  PG_TIMES_09DOT00, /* 09.00 */
  PG_TIMES_9DOT00,  /* 9.00 */
  PG_TIMES_12H      /* 9:00 am */
} PgTimeStyle;

typedef struct
{
  guint number;         /* from 1 */
  int year, month, day; /* 0 where the file's date was bad, and was reported */
  PgTimeStyle times;
  gboolean without_times;          /* its table has no column of them */
  PgRoom *room;                    /* of such a day: the one that all is in; or NULL */
  const char *zone_label;          /* or NULL: the event's */
  PgText *title;                   /* NULL: the date */
  PgText *subtitle, *running_head; /* may be NULL */
  GPtrArray *organisers;           /* PgOrganisation*; empty: the event's */
  GPtrArray *note;                 /* PgBodyPart*; NULL if there is none */
  GPtrArray *groups;               /* PgGroup*: who is there all day */
  GPtrArray *entries;              /* PgEntry*, by start */
  gboolean has_end;                /* "End of Day 1" is to be printed */
  PgText *end;                     /* its own words; NULL: the catalogue's */
  PgPlace place, date_place;
} PgDay;

typedef struct
{
  PgText *title;          /* may be NULL */
  GPtrArray *body;        /* PgBodyPart* */
  gboolean has_documents; /* it lists the documents of the event */
  PgPlace place;
} PgSection;

typedef struct
{
  const char *code; /* ISO 3166-1 alpha-2 */
  PgText *name;
} PgCountry;

typedef struct
{
  const char *key;
  PgText *text;
} PgWord;

/* Signs that show the way, and what is put up as things change */

/* Clockwise from ahead, by eighths of a turn, as who stands before the sign sees it. */
typedef enum
{
  PG_ARROW_AHEAD,
  PG_ARROW_AHEAD_RIGHT,
  PG_ARROW_RIGHT,
  PG_ARROW_BACK_RIGHT,
  PG_ARROW_BACK,
  PG_ARROW_BACK_LEFT,
  PG_ARROW_LEFT,
  PG_ARROW_AHEAD_LEFT,
  PG_N_ARROWS,
  PG_ARROW_NONE = PG_N_ARROWS /* not said */
} PgArrow;

/* From a sign to a destination. */
typedef struct
{
  PgArrow arrow;
  PgRoom *room;     /* or NULL */
  const char *icon; /* a key of the catalogue's: "lift" ...; or NULL */
  guint metres;     /* 0: not said */
  PgText *name;     /* NULL: the room's, or else the icon's word */
  PgPlace place;
} PgDirection;

typedef struct
{
  const char *where; /* it stands, or NULL */
  double distance;   /* metres, from which it is to be read; 0: not said */
  GPtrArray *ways;   /* PgDirection* */
  PgPlace place;
} PgSignpost;

typedef enum
{
  PG_NOTICE_MOVED,
  PG_NOTICE_FULL,
  PG_NOTICE_CANCELLED,
  PG_NOTICE_RESERVED,
  PG_NOTICE_WELCOME,
  PG_NOTICE_TEXT,
  PG_N_NOTICES
} PgNoticeKind;

typedef struct
{
  PgNoticeKind kind;
  PgEntry *session; /* or NULL, as the room that it was moved from and the body */
  PgRoom *from;
  PgArrow arrow;
  GPtrArray *body; /* PgBodyPart* */
  PgPlace place;
} PgNotice;

/* Their names in the file, such as "ahead-left" and "moved"; NULL at the end. */
extern const char *const pg_arrow_names[], *const pg_notice_names[];

/* How dates and times are written in a language. */
typedef struct
{
  const char *language;
  const char *date;     /* ICU pattern, or NULL */
  PgTimeStyle times;    /* PG_TIMES_THEME: not said */
  const char *calendar; /* "buddhist", or NULL: the usual one */
  const char *figures;  /* "native", "latin", or NULL: the usual ones */
  const char *order;    /* of lists in Chinese: "pinyin", "strokes", or NULL: the usual one */
} PgFormat;

/* The id that the event's file gives an entry, or NULL. */
const char *pg_entry_own_id (const PgEntry *entry);
/* How the event's folder calls a path beside a file, both as they are named from here; NULL if that is not in the folder. Free. */
char *pg_event_path_beside (const ProgrammeEvent *event, const char *file, const char *path);

/* The category that a list means by a word: its id, or its name in any language. NULL if there is none; index gets its place among
   all, from 0. */
const PgCategory *pg_event_find_category (const ProgrammeEvent *event, const char *word, guint *index);

/* Whether it is the entry's room, or one of several. */
gboolean pg_entry_is_in (const PgEntry *entry, const PgRoom *room);
/* Whether anything happens in a room. */
gboolean pg_event_uses_rooms (const ProgrammeEvent *event);
/* What happens in a room on a day: its own entries, and the breaks between the first and the last of them that no other room
   has for itself. PgEntry*, by start; from the arena. */
GPtrArray *pg_day_entries_in (const PgDay *day, const PgRoom *room, PgArena *arena);

/* What reading and checking find in an event, each once. */
typedef struct
{
  ProgrammeReport *read;
  GMutex lock;
  ProgrammeReport *checked; /* behind the lock; NULL until somebody asks */
} PgEventFindings;

/* In which order delegations stand. */
typedef struct
{
  gboolean listed;            /* that of the file; else the language's alphabet */
  const PgOrganisation *host; /* or NULL */
  gboolean host_last;         /* stands after the others, not before */
} PgDelegations;

struct ProgrammeEvent
{
  gatomicrefcount refs;
  PgArena *arena;
  const char *file;      /* as it was named; findings say it */
  ProgrammeFiles *files; /* where images are; or NULL */
  GBytes *source;        /* the file as it was read */
  PgEventFindings *findings;
  PgPictures *pictures; /* the images, and what was found out about them: threads may share it as they do the event */

  GStrv languages;                                 /* at least one; the first is the original's */
  const char *timezone;                            /* IANA name, or NULL */
  const char *zone_label;                          /* "KST", or NULL */
  const char *second_timezone, *second_zone_label; /* of times that are printed beside; or NULL */
  const char *date_pattern;                        /* ICU pattern for dates in the first language, or NULL */
  const char *calendar;                            /* of dates in the first language; NULL: the usual one */
  PgTimeStyle times;

  PgText *status, *reference, *revision, *classification; /* or NULL */
  PgText *title; /* NULL only when the file had none, which is an error finding */
  PgText *short_title, *subtitle, *series, *dates, *venue; /* may be NULL */
  GPtrArray *organisers;                                   /* PgOrganisation* */
  const char *logo, *logo_alt;                             /* or NULL */
  PgPlace place, logo_place;

  GPtrArray *versions; /* PgVersion*: all that is written in elements, in the order of the file */
  GHashTable *origins; /* a string of a version or attribute, the very one → PgOrigins */
  GPtrArray *organisations, *people, *rooms, *tracks, *categories, *countries, *words, *formats;
  PgDelegations delegations;
  GPtrArray *front, *back; /* PgSection* */
  GPtrArray *booklet;      /* PgBookletPart*; empty: all parts that have something to say */
  GPtrArray *signposts;    /* PgSignpost*, as the next two in the order of the file */
  GPtrArray *notices;      /* PgNotice* */
  GPtrArray *kit;          /* PgKitPiece*, in the order of the file; empty: all pieces that have something to say */
  PgText *agenda_title;    /* or NULL */
  GPtrArray *groups;       /* PgGroup*: who is there on all days */
  GPtrArray *days;         /* PgDay*, in the order of the file */
};

/* How many times as wide as high an image of the event's is; 1 where it cannot be drawn. */
double pg_event_image_ratio (const ProgrammeEvent *event, const char *path);

/* An event with empty arrays, for a reader to fill. file is copied; files may be NULL. */
ProgrammeEvent *pg_event_new (const char *file, ProgrammeFiles *files);

/* Where a string of the event's stands in its file, for the very pointer that a version or an attribute is; NULL for
   every other string, also if it reads the same. */
const PgOrigins *pg_event_origins (const ProgrammeEvent *event, const char *string);

/* Whether a room's level is a figure or a letter or two, such as "2", that wants the word for it, and no words of its own. */
gboolean pg_room_has_figure (const PgRoom *room);

/* What applies after overriding: the slot's, else the person's, else the organisation's. May be NULL. */
const PgOrganisation *pg_slot_organisation (const PgSlot *slot, const PgPerson *person);
const char *pg_slot_country (const PgSlot *slot, const PgPerson *person);
const PgText *pg_slot_position (const PgSlot *slot, const PgPerson *person);
const PgText *pg_slot_name (const PgSlot *slot, const PgPerson *person);

/* Calls func for each part of a body, and for those within it after it; the body may be NULL. */
typedef void (*PgBodyFunc) (const PgBodyPart *part, gpointer data);
void pg_each_part (const GPtrArray *body, PgBodyFunc func, gpointer data);

/* The same for all bodies of an event: abstracts, sections, biographies, notes and notices. */
void pg_event_each_part (const ProgrammeEvent *event, PgBodyFunc func, gpointer data);

/* Calls func for each topic of some, and for those within it after it; topics may be NULL. */
typedef void (*PgTopicFunc) (const PgTopic *topic, gpointer data);
void pg_each_topic (const GPtrArray *topics, PgTopicFunc func, gpointer data);

/* Whether a slot of a talk is known to be that of somebody who speaks: not one of several authors of whom another one does,
   or nobody is said to. */
gboolean pg_slot_speaks (const PgGroup *group, const PgSlot *slot);

/* The part of a name marked as family name, or the whole name where nothing is marked; a copy. */
char *pg_version_family_name (const PgVersion *name);
/* Whether its place in a list is guessed: its letters do not tell how it is read, and nothing else does. */
gboolean pg_version_order_is_guessed (const PgVersion *name);
