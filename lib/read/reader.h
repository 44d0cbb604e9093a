/* What the parts of the reader share. Enters: validated nodes. Leaves: pieces of the model in the event's arena. */
#pragma once

#include "event/event.h"
#include "xml/tree.h"

typedef enum
{
  PG_ID_ORGANISATION,
  PG_ID_PERSON,
  PG_ID_ROOM,
  PG_ID_TRACK,
  PG_ID_ENTRY,
  PG_ID_CATEGORY,
  PG_N_ID_KINDS
} PgIdKind;

typedef struct PgIds PgIds;

typedef struct
{
  ProgrammeEvent *event;
  PgArena *arena; /* the event's */
  ProgrammeReport *report;
  PgIds *ids;
  const PgLimits *limits;
} PgReader;

/* ids.c: what is written once and referred to by id */

PgIds *pg_ids_new (void);
void pg_ids_free (PgIds *ids);
/* Keeps thing under the node's id and reports an id that was given before. */
void pg_ids_add (PgReader *reader, PgIdKind kind, const PgNode *node, gpointer thing);
/* What the node's attribute refers to; NULL without a finding where there is none, with one where it leads nowhere. */
gpointer pg_ids_find (PgReader *reader, PgIdKind kind, const PgNode *node, const char *attribute);
/* The same for an attribute that lists several. */
void pg_ids_find_all (PgReader *reader, PgIdKind kind, const PgNode *node, const char *attribute, GPtrArray *found);
/* The id of a node, or of the nearest element around it that has one; NULL: none has. For findings. */
const char *pg_id_around (const PgNode *node);
/* Notes on what nothing refers to. */
void pg_ids_report_unused (PgReader *reader);

/* texts.c: texts in several languages */

/* All children of that name as the versions of one text; NULL if there is none. */
PgText *pg_read_text (PgReader *reader, const PgNode *parent, const char *name);
/* The same for what can also be said by an attribute of that name. */
PgText *pg_read_fact (PgReader *reader, const PgNode *parent, const char *name);
/* The same for what may be in a language that the event is not in: the name of a person, a song. */
PgText *pg_read_own_text (PgReader *reader, const PgNode *parent, const char *name);
/* The name or title that was read, or where the file lacks it, which is an error, the node's id or else its own name: what
   must have a name in print has one. */
PgText *pg_read_or_id (PgReader *reader, const PgNode *node, PgText *name);
/* A text without versions, and a version more from an element; an empty element adds none. */
PgText *pg_read_text_new (PgReader *reader);
void pg_read_text_add (PgReader *reader, PgText *text, const PgNode *node);
/* Reports a translation into a language that the event does not have, which will never be printed. */
void pg_read_check_declared (PgReader *reader, const PgNode *node, const char *language);
/* A text of node and of the translations that directly follow it; the last node used, for the caller to go on after,
   is put into last. NULL if all of them are empty. */
PgText *pg_read_text_run (PgReader *reader, const PgNode *node, const PgNode **last);
/* The language that xml:lang names, or the one given. */
const char *pg_read_language (PgReader *reader, const PgNode *node, const char *otherwise);
/* A copy of an attribute's value without white space at its ends; NULL if it is absent or empty. */
const char *pg_read_value (PgReader *reader, const PgNode *node, const char *attribute);
/* The same for a value that is to be printed: the event remembers where it stands. */
const char *pg_read_words (PgReader *reader, const PgNode *node, const char *attribute);

/* bodies.c: the parts of a longer text in parent; NULL if there are none. */
GPtrArray *pg_read_body (PgReader *reader, const PgNode *parent);

/* inline.c: one text in one language */

/* NULL if it is empty. */
PgVersion *pg_read_version (PgReader *reader, const PgNode *node, const char *language);

/* people.c, agenda.c: the parts of the file */

void pg_read_directories (PgReader *reader, const PgNode *root);
void pg_read_organisers (PgReader *reader, const PgNode *parent, GPtrArray *organisers);
/* Which a session or person is elsewhere; NULL if it does not say. */
PgSystemOrigin *pg_read_origin (PgReader *reader, const PgNode *parent);
void pg_read_agenda (PgReader *reader, const PgNode *agenda);
/* The groups and items of a session or talk. */
void pg_read_groups (PgReader *reader, const PgNode *parent, GPtrArray *groups);
/* The number that an attribute says; 0 where it is absent or bad. */
guint pg_read_count (const PgNode *node, const char *attribute);
/* Whether no times are to be printed of a node: the nearest times="…" around it says so. Then none need be given. */
gboolean pg_is_without_times (const PgNode *node);
/* The tags of an attribute, divided by single spaces; NULL if it is absent. */
const char *pg_read_languages (PgReader *reader, const PgNode *node);
/* directions.c: signs that show the way, and notices; after the agenda. */
void pg_read_directions (PgReader *reader, const PgNode *root);
/* booklet.c: the parts of the booklet. */
void pg_read_booklet (PgReader *reader, const PgNode *node);
/* kit.c: the pieces of the kit. */
void pg_read_kit (PgReader *reader, const PgNode *node);
/* read.c: a section; NULL with a finding for an empty one. */
PgSection *pg_read_section (PgReader *reader, const PgNode *node);
/* talks.c: the talks of a session, whose groups were read, with the times that follow from each other. */
void pg_read_talks (PgReader *reader, const PgNode *node, PgEntry *entry);
/* The documents of a session, talk or topic; NULL if there are none. */
GPtrArray *pg_read_documents (PgReader *reader, const PgNode *parent);
/* topics.c: what is to be done about a session, and the topics of one. */
void pg_read_business (PgReader *reader, const PgNode *node, PgBusiness *business);
GPtrArray *pg_read_topics (PgReader *reader, const PgNode *parent, guint level);
/* works.c: the works of a session; NULL if there are none. */
GPtrArray *pg_read_works (PgReader *reader, const PgNode *session);
