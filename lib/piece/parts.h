/* The parts that pieces are put together from. Enters: what the event says. Leaves: blocks and runs of pages.
   Private to piece/. */
#pragma once

#include "say/furniture.h"

/* What stands above a day: nothing, its heading, or also, above the first, who is there on all days. */
typedef enum
{
  PG_DAY_NO_HEADING,
  PG_DAY_HEADING,
  PG_DAY_HEADING_AND_GROUPS
} PgDayHeading;

/* The cover as a page of its own. */
PgPageRun *pg_cover_pages (const PgVoice *voice);
/* The text before the agenda, with the event's title above it or not, or after it; NULL if there is none. */
PgBlock *pg_front_flow (const PgVoice *voice, gboolean has_title);
PgPageRun *pg_front_pages (const PgVoice *voice, gboolean has_title);
PgBlock *pg_back_flow (const PgVoice *voice);
PgPageRun *pg_back_pages (const PgVoice *voice);
/* A section's title, or the word for the list of documents; NULL if it has none. */
PgBlock *pg_section_title (const PgVoice *voice, const char *style, const PgSection *section);
/* The list of documents, below its title. */
PgBlock *pg_documents_block (const PgVoice *voice, const PgSection *section);
/* songs.c: the words of all songs, which follow the days; NULL if there are none. */
PgBlock *pg_texts_flow (const PgVoice *voice);
PgPageRun *pg_texts_pages (const PgVoice *voice);
/* All days, and what stands after them, as one run of pages; front, which may be NULL, stands above the first. */
PgPageRun *pg_running_days (const PgVoice *voice, PgBlock *front, PgDayHeading heading);
/* head.c: all of the agenda on one page, with a head in the place of the cover: in larger type, as usual, or with less
   white; its otherwise is to be said. */
PgPageRun *pg_one_page (const PgVoice *voice);
/* Puts that head above what the run begins with. */
void pg_head_open (const PgVoice *voice, PgPageRun *run);
/* Whether that head says all that a day's heading would: then the day has none, and the titles of its entries come next below
   that of the event. */
gboolean pg_head_says_day (const PgVoice *voice);
PgRole pg_head_entry_role (const PgVoice *voice);
/* The table of contents; NULL where the theme does not ask for it. */
PgPageRun *pg_contents_pages (const PgVoice *voice);
/* course.c: whether the days are one table, and that table. */
gboolean pg_is_course (const PgVoice *voice);
PgBlock *pg_course_flow (const PgVoice *voice, PgDayHeading heading);
/* Who is there for longer than a session, for what stands below; NULL if there is nobody. anchor may be NULL. */
PgBlock *pg_standing_block (const PgVoice *voice, const GPtrArray *groups, const char *anchor, const PgPlace *place);
/* What pages refer to those by who are there on all days. */
#define PG_AGENDA_ANCHOR "agenda-groups"
/* Adds all days, below each other or as one table: the white above each, and what must be left of a page for one to begin
   there if it is not whole. */
void pg_add_days (const PgVoice *voice, PgBlock *flow, PgDayHeading heading, double white, double least_space);
/* The agenda's title and who is there on all days, above days that have no such heading. */
void pg_agenda_heading (const PgVoice *voice, PgBlock *flow);
/* A table with the day's head and no rows, and the row that ends a day; NULL if it has none. */
PgBlock *pg_day_table (const PgVoice *voice, const PgDay *day);
PgBlock *pg_day_end_row (const PgVoice *voice, const PgDay *day);
/* One day: its heading, preamble and table. */
PgBlock *pg_day_flow (const PgVoice *voice, const PgDay *day, PgDayHeading heading);
PgPageRun *pg_day_pages (const PgVoice *voice, const PgDay *day, PgDayHeading heading);

/* A square of a side to tick, in lines of a thickness. */
PgBlock *pg_tick_box (const PgVoice *voice, double side, double line);

/* In which order speakers come, and each of them. */
PgBlock *pg_speakers_list (const PgVoice *voice);

/* A session, plain row or break as a row of the day's table, or, with works and without times, a stack of rows; before is the
   entry above it, or NULL. */
PgBlock *pg_entry_row (const PgVoice *voice, const PgDay *day, const PgEntry *before, const PgEntry *entry);
/* An entry's title, with the one who organises it at its end; several of them on a line; rooms, track, languages and the like
   on a line, or NULL; what a bookmark says, label being what pg_entry_label gives. */
PgBlock *pg_entry_title_block (const PgVoice *voice, const PgEntry *entry, const char *style);
PgBlock *pg_entry_organisers (const PgVoice *voice, const PgEntry *entry);
PgBlock *pg_entry_facts (const PgVoice *voice, const PgEntry *entry);
char *pg_entry_bookmark (const PgVoice *voice, const PgEntry *entry, const char *label);
/* What stands above the text of a session: a label (or NULL), its title in a style, who organises it, the facts. */
PgBlock *pg_entry_heading (const PgVoice *voice, const PgEntry *entry, const char *label, const char *style);
/* When a break is, with a sign for its kind at the end of the column, of a theme's length, where there is room; NULL where no times
   are printed. */
PgBlock *pg_break_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *style,
                         const char *side);
/* What a break is, and where. */
PgBlock *pg_break_block (const PgVoice *voice, const char *style, const PgEntry *entry);
/* "09:00–10:30" in two styles, on one line or stacked; end_style NULL: the start alone. NULL where none are printed. */
PgBlock *pg_times_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *start_style,
                         const char *end_style, gboolean stacked);
/* Times, and below them the same in the event's second zone; these alone where there is none. */
PgBlock *pg_with_second_zone (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *times);
/* The groups and talks of a session as a stack, in the order of the file. */
PgBlock *pg_talks_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry);
/* Whether a session is an item of a meeting, or has topics, an action or documents; then, the details of its row, below the
   heading that the function gives. */
typedef PgBlock *(*PgEntryFunc) (const PgVoice *voice, const PgEntry *entry);
gboolean pg_entry_has_items (const PgEntry *entry);
PgBlock *pg_item_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgEntryFunc heading);
/* works.c: the works of a session in its details, and the groups between them; the same as rows of the day's table, below head,
   a row or NULL. */
PgBlock *pg_works_block (const PgVoice *voice, const PgEntry *entry);
PgBlock *pg_work_rows (const PgVoice *voice, const PgEntry *entry, PgBlock *head);
/* What pages refer to a work by; from the arena. */
char *pg_work_anchor (const PgVoice *voice, const PgEntry *entry, const PgWork *work);
/* A document's reference and title, with its link. */
PgBlock *pg_document_block (const PgVoice *voice, const char *style, const PgDocument *document);
/* What pages refer to one of its talks by; from the arena. */
char *pg_talk_anchor (const PgVoice *voice, const PgEntry *entry, const PgTalk *talk);
/* Whether any of a day's authors is marked as the one who presents, and what says so in the way of the mark. */
gboolean pg_day_presents (const PgDay *day);
PgBlock *pg_legend_block (const PgVoice *voice, const PgDay *day);
/* Lets what is in the margin, a label or a talk's times, stand below the times there, however short what is above it in the
   details is. */
void pg_clear_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const PgBlock *details,
                     PgBlock *group);
/* What pages refer to an entry by; no id of the event's is another thing's. From the arena. */
char *pg_entry_anchor (const PgVoice *voice, const PgEntry *entry);
/* "Session 1", "Keynote", or NULL for what has neither number nor kind. From the arena. */
char *pg_entry_label (const PgVoice *voice, const PgEntry *entry);

/* Marks a row as somebody's own: on a wash that goes so far beyond its text, with an edge of a width. */
void pg_mark_own (const PgVoice *voice, PgBlock *row, double beyond, double edge_width);

/* The day's heading in words: its own title, else its date. */
PgBlock *pg_day_name (const PgVoice *voice, const char *style, const PgDay *day);
/* When and where a day begins whose table has no column of times: "19:30 · Hall"; NULL where nothing of it is known. */
PgBlock *pg_day_start_block (const PgVoice *voice, const char *style, const PgDay *day);
/* Adds to a line that says it when and where a day begins whose table has no column of times: " · 19:30 · Hall". */
void pg_add_day_start (const PgVoice *voice, PgBlock *line, const char *style, const PgDay *day);
/* The name of an entry's only room; of several, each after the one before it, as the language lists them. */
void pg_add_rooms (const PgVoice *voice, PgBlock *line, const char *style, const PgEntry *entry);
/* Adds a room and its floor to a line, with dots between what it says. */
void pg_add_room (const PgVoice *voice, PgBlock *line, const PgRoom *room);
/* Its date without the year, whatever it is called and the event's own pattern says: "Tuesday 3 September". */
PgBlock *pg_day_date_block (const PgVoice *voice, const char *style, const PgDay *day);
/* "Day 1", or NULL where the event has one day. */
PgBlock *pg_day_number_block (const PgVoice *voice, const char *style, const PgDay *day);
/* The same beside its name; NULL also where that says it. */
PgBlock *pg_day_number_beside (const PgVoice *voice, const char *style, const PgDay *day);
char *pg_day_plain_name (const PgVoice *voice, const PgDay *day);

/* What a page that goes with a kit says, below its title; and that page. key: the word of the title. */
PgBlock *pg_kit_flow (const PgVoice *voice, const char *key);
PgManuscript *pg_kit_page (const PgVoice *voice, const char *key, PgBlock *flow);
