/* The parts of a badge. Enters: a guest. Leaves: blocks as large as a badge. Private to piece/. */
#pragma once

#include "piece/appearances.h"
#include "piece/guests.h"

/* The styles of a badge that stands or lies. */
typedef struct
{
  const char *event, *honorific, *second, *detail;
  const char *given, *family;           /* the given name on one line */
  const char *given_part, *family_part; /* on several */
  const char *given_least, *family_least;
  const char *unit, *party, *category, *code;
} PgBadgeStyles;

typedef struct
{
  const PgVoice *voice;
  const PgBadgeStyles *styles;
  const char *group;      /* of the theme */
  gboolean is_wide;       /* its code stands beside the name */
  const PgSpeaker *turns; /* of the one whose badge is made, or NULL */
  GHashTable *lists;      /* what stands on the backs of those without: sessions of the people's list to PgBlock* */
  GPtrArray *categories;  /* char*: those that the list names and the event does not, so far, in small letters */
} PgBadge;

/* What stands in a space of a badge: the first of several things that fits there. */
typedef struct
{
  PgBadge badge;
  const PgGuest *guest; /* or NULL */
  double height;
  PgBlock *(*make) (gconstpointer choice, guint index);
  PgLater later;
} PgBadgeChoice;

/* make gives each of n, of a PgBadgeChoice, once those before it do not fit. */
PgBlock *pg_badge_choice (const PgBadge *badge, const PgGuest *guest, double height,
                          PgBlock *(*make) (gconstpointer choice, guint index), guint n);

/* A length of the badge's own group. */
double pg_badge_length (const PgBadge *badge, const char *key);
/* A block as large as a badge, on which things are placed. */
PgBlock *pg_badge_panel (const PgBadge *badge, const PgPlace *place);

/* guest may be NULL: one to be written by hand. */
PgBlock *pg_badge_front (const PgBadge *badge, const PgGuest *guest);
PgBlock *pg_badge_back (const PgBadge *badge, const PgGuest *guest);
/* The outlines of a label of a stock, with its number (from 1). */
PgBlock *pg_badge_outline (const PgBadge *badge, guint number);

/* The category of a guest as a band at the foot; NULL if the list has none. */
PgBlock *pg_badge_band (const PgBadge *badge, const PgGuest *guest);

/* What the code of a guest says for eyes, or NULL where there is no code; *block gets the code. What is too much for it is told. */
const char *pg_badge_code (const PgBadge *badge, const PgGuest *guest, PgBlock **block);
