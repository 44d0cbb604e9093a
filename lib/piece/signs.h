/* What the kinds of signs share. Enters: what the event says. Leaves: parts of signs, and all signs of a kind.
   Private to piece/. */
#pragma once

#include "piece/parts.h"

/* A length of a group of the theme, on the voice's paper. */
double pg_sign_length (const PgVoice *voice, const char *group, const char *key);

/* The event at the top of a sign; at its far end the floor of a room, which may be NULL, with its figure on a plate where it
   has one. */
PgBlock *pg_sign_head (const PgVoice *voice, const PgRoom *room);
/* The floor in words: "Level 2", or as the file says it. */
PgBlock *pg_sign_level (const PgVoice *voice, const char *style, const PgRoom *room);
/* A field of colour with what stands in its head and, at its foot, what is to be read from afar, whose size all of a name
   share; its lengths are those of a group. */
PgBlock *pg_sign_field (const PgVoice *voice, const char *group, PgBlock *head, PgBlock *said, const char *same_size);
/* The day's date over the width, as a heading. */
PgBlock *pg_sign_day (const PgVoice *voice, const PgDay *day);
/* What an entry is called, as a title or what else it is. */
PgBlock *pg_sign_title (const PgVoice *voice, const char *style, const PgEntry *entry, PgRole role);
/* The letter of its track, or else its number, on a plate; NULL where it has neither. */
PgBlock *pg_sign_number (const PgVoice *voice, const PgEntry *entry, double side);
/* A track's letter, which is there, on a plate: of each track in another tone. */
PgBlock *pg_sign_letter (const PgVoice *voice, const PgTrack *track, double side);
/* Whether an entry is a break that no room has for itself. */
gboolean pg_sign_is_between (const PgEntry *entry);
/* A row with times, number, and what is said beside. */
PgBlock *pg_sign_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *said);
/* A table that lines close and part. */
PgBlock *pg_sign_table (const PgVoice *voice, const PgPlace *place);
/* How many of the steps of signs name those who speak. */
guint pg_sign_steps_with_speakers (const PgVoice *voice);
/* The largest of the steps of a group in which make() fits into the rest of the page: of the first n with speakers, and else
   of all without them. */
typedef PgBlock *(*PgSignFunc) (const PgVoice *voice, gboolean has_speakers, gconstpointer data);
PgBlock *pg_sign_steps (const PgVoice *voice, const char *group, guint n_with_speakers, PgSignFunc make,
                        gconstpointer data);
/* A page, and those on which it goes on below the same head, which make() gives; bookmarked by a title. */
typedef PgBlock *(*PgSignHeadFunc) (const PgVoice *voice, gconstpointer data);
PgPageRun *pg_sign_run (const PgVoice *voice, const char *bookmark, PgSignHeadFunc make, gconstpointer data);
/* Which of several sheets it is, above what keeps it from being the final one. */
PgBlock *pg_sign_state (const PgVoice *voice);
/* What stands at the foot of every sign: what keeps it from being the final one, and where the event is. */
PgBlock *pg_sign_foot (const PgVoice *voice);

/* signs-draw.c */

/* An arrow in a colour of the theme, which is never mirrored; NULL for none. */
PgBlock *pg_sign_arrow (const PgVoice *voice, PgArrow arrow, double side, const char *colour);
/* A way's pictogram on a plate, or NULL. */
PgBlock *pg_sign_pictogram (const PgVoice *voice, const PgDirection *way, double side);
/* Where a way leads to; the same as a string. */
PgBlock *pg_sign_destination (const PgVoice *voice, const char *style, const PgDirection *way);
const char *pg_sign_destination_name (const PgVoice *voice, const PgDirection *way);
/* A room's floor in a frame, if it is a figure; NULL for others, and for no room. */
typedef struct
{
  double width, height, line;
  const char *ink, *paper; /* colours of the theme: of the frame, within it */
} PgFrame;
PgBlock *pg_sign_frame (const PgVoice *voice, const char *style, const PgRoom *room, const PgFrame *frame);
/* A rectangle of the field's colour. */
PgBlock *pg_sign_fill (const PgVoice *voice, double width, double height);
/* The event's name, or its short one. */
PgBlock *pg_sign_event (const PgVoice *voice, const char *style);
/* The event in each of the voice's languages, and below it what the page must say of it: errors, a draft. */
PgBlock *pg_sign_event_and_state (const PgVoice *voice, const char *style);

/* Lets it be told if what is in a box is too small to be read from as far as it should: as is wanted, or else from metres,
   where that is not 0. letter is the share of a size that counts. */
void pg_sign_read_from (const PgVoice *voice, PgBlock *box, double metres, const char *letter);

/* Whether a day, and a room, are of those that are wanted. room NULL: that of something that is in none. */
gboolean pg_sign_wants_day (const PgVoice *voice, const PgDay *day);
gboolean pg_sign_wants_room (const PgVoice *voice, const PgRoom *room);

/* Whether a sign that shows the way is at the place that is wanted. */
gboolean pg_sign_wants_place (const PgVoice *voice, const PgSignpost *signpost);

/* All signs of a kind that are wanted. */
void pg_add_doors (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_session_signs (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_boards (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_directions (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_notices (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_screens (PgManuscript *manuscript, const PgVoice *voice);
void pg_add_welcome (PgManuscript *manuscript, const PgVoice *voice);
