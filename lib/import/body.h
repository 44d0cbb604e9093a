/* An abstract or biography. Enters: texts of other systems, in one language or several. Leaves: its paragraphs and lists as XML. */
#pragma once

#include "import/left.h"
#include "import/rich.h"

typedef struct PgBody PgBody;

/* From the arena. left gets what could not stay as it was; has_tables: it is an abstract, which may have some. */
PgBody *pg_body_new (PgArena *arena, PgLeft *left, gboolean has_tables);

/* Adds a text, in HTML or in Markdown, behind what is there in its language; NULL: the event's first language. A NULL or empty
   text adds nothing. */
void pg_body_add (PgBody *body, const char *language, const char *text);
/* The same for a text without markup, whose lines stay. */
void pg_body_add_plain (PgBody *body, const char *language, const char *text);
/* A line that belongs to the title. */
void pg_body_add_subtitle (PgBody *body, const char *language, const char *words);

/* <p>, <list> and <table>, each on lines of its own; each is followed by its translations, which tables cannot have: in several
   languages these are lines. From the arena; NULL if nothing is there. */
const char *pg_body_xml (PgBody *body);
