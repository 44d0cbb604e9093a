/* What an event says of its printed pieces: the parts of its booklet, and its kit. Enters: nothing; types. Leaves: what a reader fills. */
#pragma once

#include "event/event.h"

/* The parts of the booklet, in the order of the file. */
typedef enum
{
  PG_PART_COVER,
  PG_PART_FRONT,
  PG_PART_CONTENTS,
  PG_PART_GLANCE,
  PG_PART_AGENDA,
  PG_PART_SPEAKERS,
  PG_PART_INDEX,
  PG_PART_SECTION,
  PG_PART_PLAN,
  PG_PART_SPONSORS,
  PG_PART_BACK,
  PG_PART_PERSONAL,
  PG_PART_NOTES,
  PG_PART_BACK_COVER
} PgPartKind;

/* Sponsors who are shown alike. */
typedef struct
{
  PgText *name;        /* "Gold" */
  GPtrArray *sponsors; /* PgOrganisation* */
  PgPlace place;
} PgTier;

typedef struct
{
  PgPartKind kind;
  gboolean opens_recto; /* it begins on a right-hand page */
  guint n;              /* pages of notes, columns of a section */
  PgSection *section;   /* its title and text; or NULL */
  const char *picture;  /* of a cover or plan: path below the event's folder; or NULL */
  PgText *alt;          /* what it shows; or NULL */
  const char *level;    /* of a plan: the level whose rooms it shows; NULL: all */
  GPtrArray *tiers;     /* PgTier*, of sponsors; or NULL */
  PgPlace place, picture_place;
} PgBookletPart;

/* An option of a piece of the kit, as the file says it. */
typedef struct
{
  const char *name, *value;
  PgPlace place;
} PgKitOption;

/* A piece of all that is printed for the event. */
typedef struct
{
  const char *name;
  const char *theme; /* or NULL */
  guint copies;
  GPtrArray *options; /* PgKitOption* */
  PgPlace place;
} PgKitPiece;

/* The name of its element. */
const char *pg_part_name (PgPartKind kind);
