/* What the parts of a random programme share. Private to random-event.c and the other random-….c. */
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
  GPtrArray *bare_name;                   /* without an honorific */
  int organisation;                       /* -1: none */
  gboolean has_country;                   /* of their own */
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
  guint max_entries, percent_tall, percent_untimed;
  gboolean is_labelled;              /* the session is called by a number or its kind */
  GPtrArray *documents;              /* the words of the list of documents */
  guint clock;                       /* of the day, in minutes */
  gboolean is_untimed, has_starts;   /* the day prints no times; its entries have them all the same */
  guint room_of_day, n_rooms_of_day; /* of such a day: from 1, 0: none; how many entries name it */
  GPtrArray *texts;                  /* the words of songs, which follow all days */
  GPtrArray *title;                  /* of the session */
  const GPtrArray *line;             /* the words that stand for the session, or a work, among the speakers' turns */
} Maker;

/* Directories: organisations and people, before anything refers to them. */
void random_organisations (Maker *maker);
void random_people (Maker *maker);

/* A person who does not yet stand in this entry, or NULL after some tries. */
Person *random_pick (Maker *maker);
/* Puts a person and this turn of theirs into the list of speakers. */
void random_list_speaker (Maker *maker, Person *person, const GPtrArray *position);
/* What stands in the place of a person's country: a body's name; NULL if there is none of words. */
const GPtrArray *random_party (const Maker *maker, const Person *person);
/* The organisation where it is to be named besides; or NULL. */
const GPtrArray *random_body_of (const Maker *maker, const Person *person);

/* A group of a session with n slots, or fewer where nobody is left; the first one may go without a role. */
void random_group (Maker *maker, guint n_slots, gboolean is_first);
/* A group of who is there all day or on all days; FALSE where nobody is left. */
gboolean random_standing (Maker *maker);
/* A group of who leads a session of talks, without minutes. */
void random_leads (Maker *maker, guint n);
/* A talk, with a number and times of its own or without. */
void random_talk (Maker *maker, guint index, gboolean has_time);
/* The works of a session, and groups between them. */
void random_works (Maker *maker, gboolean has_groups);
/* A person's name, position, organisation and party are to be printed, in a sentence. */
void random_expect_post (Maker *maker, const Person *person);
/* The topics of a session, from a level on. */
void random_topics (Maker *maker, guint level);
