/* An event that an importer puts together. Enters: what a foreign file says. Leaves: XML of the vocabulary, tidy, in the order
   of the agenda. All strings are copied, and all of it lives until the draft is freed. */
#pragma once

#include "base/arena.h"
#include "import/family.h"

/* Texts are GPtrArray* of PgDraftVersion*, NULL until pg_draft_text() or pg_draft_markup() adds one. */
typedef struct
{
  const char *language; /* BCP 47; NULL: the first of the event's */
  const char *xml;      /* what stands in the element */
} PgDraftVersion;

/* What another system calls a thing; each may be NULL. */
typedef struct
{
  const char *system, *id, *guid, *code, *slug, *url;
} PgDraftOrigin;

/* A room, a track, an organisation. */
typedef struct
{
  const char *key, *id; /* id: made when it is written */
  GPtrArray *name, *short_name;
  const char *country; /* or NULL */
} PgDraftThing;

typedef struct
{
  const char *key, *id;
  GPtrArray *name, *honorific, *position;
  PgDraftThing *organisation; /* or NULL, as the next four */
  const char *country, *photograph, *email;
  const char *biography; /* <p> and <list> */
  PgDraftOrigin origin;
  gboolean is_written; /* has its place in the order */
} PgDraftPerson;

typedef struct
{
  GPtrArray *people; /* PgDraftPerson* */
  guint minutes;     /* 0: not said */
  gboolean presenting;
  GPtrArray *note;
} PgDraftSlot;

typedef struct
{
  const char *role; /* of the vocabulary; NULL: it has a label */
  GPtrArray *label;
  GPtrArray *slots; /* PgDraftSlot* */
} PgDraftGroup;

typedef struct
{
  const char *href; /* or NULL */
  GPtrArray *title;
} PgDraftDocument;

typedef enum
{
  PG_DRAFT_SESSION,
  PG_DRAFT_BREAK,
  PG_DRAFT_TALK
} PgDraftSort;

typedef struct
{
  PgDraftSort sort;
  const char *id;   /* or NULL: none is needed */
  const char *kind; /* of the vocabulary, "keynote" or "coffee"; NULL: the usual one */
  int start, end;   /* minutes after the day's midnight, above 1440 past it; -1: not said */
  guint minutes;    /* of a talk; 0: not said */
  const char *number, *language;
  PgDraftThing *room, *track;
  GPtrArray *further_rooms; /* PgDraftThing*, besides the room; NULL: none */
  GPtrArray *title;
  const char *abstract; /* <p> and <list> */
  GPtrArray *groups;    /* PgDraftGroup* */
  GPtrArray *documents; /* PgDraftDocument* */
  GPtrArray *talks;     /* PgDraftEntry* */
  PgDraftOrigin origin;
} PgDraftEntry;

typedef struct
{
  const char *date; /* 2031-05-05 */
  GPtrArray *title;
  GPtrArray *entries; /* PgDraftEntry* */
} PgDraftDay;

typedef struct
{
  PgArena *arena;
  const char *source;    /* the file's name */
  const char *generator; /* the program that wrote it, or NULL */
  const char *timezone;  /* IANA name, or NULL */
  GPtrArray *languages;  /* const char*; empty: English */
  GPtrArray *title, *subtitle, *dates, *venue;
  GPtrArray *organisations, *rooms, *tracks; /* PgDraftThing* */
  GPtrArray *people, *days;                  /* PgDraftPerson*, PgDraftDay* */
  GHashTable *by_key;                        /* private: a letter for its kind and its key → a thing, person or day */
} PgDraft;

PgDraft *pg_draft_new (const char *source);
void pg_draft_free (PgDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgDraft, pg_draft_free)

/* Adds a version to a text: plain words, or XML. White space at the ends goes; words of nothing else are left out. A language
   that the draft has not yet is added to its languages. */
void pg_draft_text (PgDraft *draft, GPtrArray **text, const char *language, const char *words);
void pg_draft_markup (PgDraft *draft, GPtrArray **text, const char *language, const char *xml);

/* A name of a person, with the family's part marked where it is known; see family.h. */
void pg_draft_name (PgDraft *draft, PgDraftPerson *person, PgFamily *family, const char *language, const char *name);

/* The one of that key, or a new one of that name. */
PgDraftThing *pg_draft_room (PgDraft *draft, const char *key, const char *name);
PgDraftThing *pg_draft_track (PgDraft *draft, const char *key, const char *name);
PgDraftThing *pg_draft_organisation (PgDraft *draft, const char *key, const char *name);
/* The same; a new one has no name yet. */
PgDraftPerson *pg_draft_person (PgDraft *draft, const char *key);

PgDraftDay *pg_draft_day (PgDraft *draft, const char *date);
PgDraftEntry *pg_draft_entry (PgDraft *draft, PgDraftDay *day, PgDraftSort sort);
PgDraftEntry *pg_draft_talk (PgDraft *draft, PgDraftEntry *session);

/* Talks that all last as long as their session have no times of their own then. */
void pg_draft_clear_talks (PgDraftEntry *session);

/* A group of an entry by its role, or the one that is there; and a slot in it with one person. */
PgDraftGroup *pg_draft_group (PgDraft *draft, PgDraftEntry *entry, const char *role);
PgDraftSlot *pg_draft_slot (PgDraft *draft, PgDraftGroup *group, PgDraftPerson *person);

/* One more room of an entry, its first where it has none yet. */
void pg_draft_add_room (PgDraft *draft, PgDraftEntry *entry, PgDraftThing *room);
/* A copy. */
PgDraftOrigin pg_draft_origin (PgDraft *draft, const PgDraftOrigin *origin);

PgDraftDocument *pg_draft_document (PgDraft *draft, PgDraftEntry *entry, const char *href);

/* An entry, its abstract, a person, or a room or track (element), by the ids that they have; depth: of elements around it. Free with g_free. */
char *pg_draft_write_entry (const PgDraftEntry *entry, guint depth);
char *pg_draft_write_abstract (const PgDraftEntry *entry, guint depth);
char *pg_draft_write_person (const PgDraftPerson *person, guint depth);
char *pg_draft_write_thing (const PgDraftThing *thing, const char *element, guint depth);

/* The event as XML. Free with g_free. */
char *pg_draft_write (PgDraft *draft);

/* Words as XML: with &amp; and without what XML cannot hold. Free with g_free. */
char *pg_draft_escape (const char *words);
