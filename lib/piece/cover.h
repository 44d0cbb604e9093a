/* What the three covers share. Enters: the event. Leaves: blocks placed on the cover. Private to piece/. */
#pragma once

#include "say/job.h"

/* A vertical place of the theme, given for A4, on the job's paper. */
double pg_cover_y (const PgJob *job, const char *key);
/* The event's mark in a square of the theme's size, or NULL. */
PgBlock *pg_cover_mark (const PgJob *job);
/* The event's dates in words. */
PgBlock *pg_cover_dates (const PgJob *job, const char *style);

/* The programme as a picture: a bar a day, from the first hour to the last, as wide as the text area; pitch: from a day
   to the next. NULL when there are no times, too many days or too little pitch. */
PgBlock *pg_cover_figure (const PgJob *job, double pitch);
