/* What the parts of an update share: update.c goes over the entries, update-lists.c over those whom they name. */
#pragma once

#include "import/edits.h"
#include "import/format.h"

#define PG_ENTRY_DEPTH 3 /* of an entry in a tidy file, and of a person in its list */
#define PG_THING_DEPTH 2

/* An entry of the draft, and of the file if it is there. */
typedef struct
{
  PgDraftEntry *entry;
  const char *date;
  const PgNode *node; /* NULL: it is new */
  gboolean moves;     /* to another place in the file */
  char *text;         /* of what is put there; free */
} PgPair;

typedef struct
{
  const PgForeign *foreign;
  PgDraft *draft;
  PgArena *arena; /* the draft's */
  const PgNode *root;
  PgEdits *edits;
  GArray *pairs;         /* PgPair, in the order of the draft */
  GHashTable *taken;     /* nodes that are in a pair */
  GHashTable *new_lists; /* lists that the file has not: name → GString */
} PgUpdate;

/* The words of an element's first title. */
const char *pg_update_title (PgUpdate *update, const PgNode *node);

/* Whether the <origin> of an element is that of a thing in the draft: by a name that is the same everywhere, or by the system's
   own. */
gboolean pg_update_is_origin (const PgNode *node, const PgDraftOrigin *origin);

/* Tells of a difference, at an element or (NULL) of the file as a whole. */
void pg_update_tell (PgUpdate *update, const PgNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Gives the things and people of the draft the ids that they have in the file; new things are added there. */
void pg_update_name_things (PgUpdate *update, const char *list, const char *element, const GPtrArray *things);
void pg_update_name_people (PgUpdate *update);
/* Adds those whom an entry names and who are not there yet. */
void pg_update_add_people (PgUpdate *update, const PgDraftEntry *entry);
/* Those who have a part in an entry of both: new ones are added, and others told. */
void pg_update_slots (PgUpdate *update, const PgPair *pair, const char *title);
/* Puts lists that are new before the agenda. */
void pg_update_add_lists (PgUpdate *update);
