/* A random programme. Enters: a seed. Leaves: its XML, and the words that each part of its agenda must print, in the
   order in which it must print them. */
#pragma once

#include <glib.h>

/* What of a theme's arrangement decides on the order of words. */
typedef struct
{
  gboolean run_in;         /* a person is one sentence */
  gboolean repeats_series; /* the front matter says the series again */
  gboolean has_notes;      /* not of the theme: texts have footnotes */
  gboolean has_images;     /* not of the theme: tests/fixtures is the event's folder */
  gboolean stacks_songs;   /* a song's translation stands below it */
  gboolean monstrous;      /* not of the theme: what is made has texts that nobody would print */
} RandomLook;

typedef struct
{
  char *xml;
  const char *language; /* to be printed */
  const char *paper;
  gboolean ordinary;  /* nothing in it that a page could not hold */
  gboolean is_course; /* somebody is there on all days */
  guint n_days;
  GHashTable *words; /* all, printed or not */
  /* Words in the order of print; those of the speakers in any order. Borrowed from words. */
  GPtrArray *cover, *front, *contents, *days, *back, *speakers;
  GPtrArray *notes; /* of front, days and back, in any order */
  gpointer maker;
} RandomEvent;

RandomEvent *random_event_new (guint32 seed, const RandomLook *look);
void random_event_free (RandomEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomEvent, random_event_free)
