/* What the parts of a random programme share. Private to random-event.c and random-people.c. */
#pragma once

#include "random-event.h"
#include "random-words.h"

typedef struct
{
  GPtrArray *name, *short_name; /* words; the latter may be NULL */
  gboolean delegation;
} Organisation;

typedef struct
{
  GPtrArray *name, *position, *biography; /* words; the last two may be NULL */
  int organisation;                       /* -1: none */
  gboolean is_listed;                     /* among the speakers */
  guint last_entry;                       /* the last entry that it stands in */
} Person;

typedef struct
{
  RandomWords words;
  RandomEvent *event;
  const RandomLook *look;
  Organisation *organisations;
  Person *people;
  GPtrArray **rooms, **tracks;
  guint n_organisations, n_people, n_rooms, n_tracks, n_entries;
  guint max_entries, percent_tall;
  guint clock;             /* of the day, in minutes */
  GPtrArray *title, *line; /* of the session: its title's words; those that stand for it among the speakers' turns */
} Maker;

/* Directories: organisations and people, before anything refers to them. */
void random_organisations (Maker *maker);
void random_people (Maker *maker);

/* A group of a session with n slots, or fewer where nobody is left; the first one may go without a role. */
void random_group (Maker *maker, guint n_slots, gboolean is_first);
