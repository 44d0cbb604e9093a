/* What the three covers share. Enters: the event. Leaves: blocks placed on the cover. Private to piece/. */
#pragma once

#include "say/voice.h"

/* A voice that says all of what a cover says in both languages. */
const PgVoice *pg_cover_voice (const PgVoice *voice);
/* A vertical place of the theme on the voice's paper. */
double pg_cover_y (const PgVoice *voice, const char *key);
/* The event's mark in a square of the theme's size, or NULL. */
PgBlock *pg_cover_mark (const PgVoice *voice);
/* The event's dates in words. */
PgBlock *pg_cover_dates (const PgVoice *voice, const char *style);
/* The agenda's own title, or the word for it; whether the status is to be said besides, since that does not say it. */
PgBlock *pg_cover_document (const PgVoice *voice, const char *style);
gboolean pg_cover_wants_status (const PgVoice *voice);
/* Reference, revision and classification on a line, or NULL. */
PgBlock *pg_cover_reference (const PgVoice *voice, const char *style);
PgBlock *pg_cover_title (const PgVoice *voice, const PgText *text);
/* A long title stands close below the series, at the top where there is none. */
double pg_cover_title_y (const PgVoice *voice, double top);
/* Title and subtitle, below what followed before. */
void pg_cover_add_title (const PgVoice *voice, PgBlock *placed, double x, double width, double top);
typedef struct
{
  gboolean is_centred;
  gboolean has_marks; /* of many; few have them in any case */
} PgHostsLook;

/* Those who organise, side by side, two to a line; on small paper and in small type below each other, or, where they are many,
   their marks in rows above a line of names. NULL if there are none. */
PgBlock *pg_cover_hosts (const PgVoice *voice, double width, PgHostsLook look);
/* Says of a page which has them without their marks that it has, if there are marks. */
void pg_cover_leave_marks_out (const PgVoice *voice, PgBlock *block);

/* The same with "Organised by" on the first axis, level with the first line. */
PgBlock *pg_cover_labelled_hosts (const PgVoice *voice, gboolean has_marks);

/* The colour of bars, and the styles of what is said with them. */
typedef struct
{
  const char *colour, *number, *label, *hour, *hour_last;
} PgFigureLook;

/* The programme as a picture: a bar a day, from the first hour to the last, as wide as the text area; pitch: from a day
   to the next. NULL when there are no times, too many days or too little pitch. */
PgBlock *pg_cover_figure (const PgVoice *voice, const PgFigureLook *look, double pitch);

/* Two of the arrangements. variant: 0 with all, then without what gives way first, and second; with the marks of many organisers
   or without. */
PgBlock *pg_cover_poster (const PgVoice *voice, guint variant, gboolean has_marks);
PgBlock *pg_cover_centred (const PgVoice *voice, guint variant, gboolean has_marks);
