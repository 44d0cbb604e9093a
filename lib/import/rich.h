/* Enters: texts of other systems: HTML, Markdown, plain ones. Leaves: paragraphs and lists of the vocabulary. */
#pragma once

#include "base/arena.h"
#include "xml/tree.h"

typedef enum
{
  PG_RICH_PARAGRAPH,
  PG_RICH_BULLETS,
  PG_RICH_NUMBERS,
  PG_RICH_TABLE
} PgRichKind;

typedef struct
{
  const char *xml;     /* inline, may be empty */
  guint columns, rows; /* that it goes over */
  gboolean is_head;
} PgRichCell;

typedef struct
{
  PgRichKind kind;
  GPtrArray *texts;  /* char*, inline XML such as "a <b>b</b> &amp; c": the paragraph, or the items; none is empty; of a
                        table, its rows as lines */
  GPtrArray *rows;   /* of a table, GPtrArray* of PgRichCell*, which together fill all its columns; NULL of others */
  gboolean has_head; /* its first row is the head */
} PgRichPart;

/* What could not stay as it was. */
typedef struct
{
  guint tables, images; /* that are words now */
  guint links;          /* that are no links now: javascript: and the like */
} PgRichLosses;

/* A text in HTML or Markdown, whichever it is; losses may be NULL. PgRichPart*, from the arena; none for an empty text. */
GPtrArray *pg_rich_read (PgArena *arena, const char *text, PgRichLosses *losses);
/* A text without markup: an empty line parts paragraphs, and lines stay. */
GPtrArray *pg_rich_read_plain (PgArena *arena, const char *text);

/* Adds a text to XML, without characters that XML cannot have. length -1: to the NUL. */
void pg_rich_escape (GString *xml, const char *text, gssize length);

/* For what reads a format: a text that is being set together. */

enum
{
  PG_RICH_BOLD = 1 << 0,
  PG_RICH_ITALIC = 1 << 1,
  PG_RICH_RAISED = 1 << 2,
  PG_RICH_LOWERED = 1 << 3
};

typedef struct
{
  PgArena *arena;
  GPtrArray *parts;
  PgRichLosses *losses;
  guint look;       /* of the words to come */
  const char *href; /* of the words to come, or NULL */
  gboolean keeps_lines;
  gboolean in_cell; /* in which no table stands */

  /* the writer's own */
  GString *text; /* of the paragraph or item that is open */
  guint written_look;
  const char *written_href;
  gboolean space, line; /* one waits for the next word */
  guint list_depth;
  PgRichPart *list;
} PgRichWriter;

void pg_rich_init (PgRichWriter *writer, PgArena *arena, PgRichLosses *losses);
GPtrArray *pg_rich_finish (PgRichWriter *writer);
void pg_rich_words (PgRichWriter *writer, const char *text, gsize length);
void pg_rich_line (PgRichWriter *writer);
/* A paragraph ends, or begins; within an item it is a line. */
void pg_rich_block (PgRichWriter *writer);
/* A line of the paragraph or item that is open, as inline XML. */
void pg_rich_xml_line (PgRichWriter *writer, const char *xml);
void pg_rich_list (PgRichWriter *writer, gboolean numbered);
void pg_rich_item (PgRichWriter *writer);
void pg_rich_list_end (PgRichWriter *writer);
/* The link of the words to come; one that leads nowhere on the web is counted, and none. */
void pg_rich_link (PgRichWriter *writer, const char *href);

/* What stands in a node, in elements of HTML. */
void pg_rich_nodes (PgRichWriter *writer, const PgNode *node);
/* A table of rows (GPtrArray* of PgRichCell*), which it takes; one that the vocabulary cannot have is lines, and counted. */
void pg_rich_table (PgRichWriter *writer, GPtrArray *rows);
/* Adds a cell to a row; a writer for what is in it is begun by the second, and ended by the third. */
PgRichCell *pg_rich_cell (PgRichWriter *writer, GPtrArray *row);
void pg_rich_cell_init (PgRichWriter *inner, const PgRichWriter *writer);
void pg_rich_cell_finish (PgRichCell *cell, PgRichWriter *inner);
/* Adds a table's rows to parts, as paragraphs. */
void pg_rich_lines (PgArena *arena, const PgRichPart *table, GPtrArray *parts);

void pg_rich_html (PgRichWriter *writer, const char *text, gsize length);
void pg_rich_markdown (PgRichWriter *writer, const char *text);
