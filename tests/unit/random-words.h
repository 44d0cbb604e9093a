/* Words that tell where they come from. Enters: a seed. Leaves: texts of words of which no two are alike, as XML. */
#pragma once

#include <glib.h>

typedef struct
{
  GRand *rand;
  GString *xml;
  GHashTable *words; /* all that were made; owns them */
  GPtrArray *texts;  /* all arrays that were given out; owns them */
  const char *other; /* the language of translations, or NULL */
  gboolean prints_other;
  gboolean has_long_words;
  gboolean wants_notes;    /* longer texts have some, here and there */
  gboolean has_notes;      /* what is being made may */
  GPtrArray *notes;        /* their words */
  gboolean has_images;     /* that of tests/fixtures lies beside the event */
  guint percent_monstrous; /* of texts that are thirty times too long */
  guint n_words;
  GHashTable
      *library; /* what the library's words in the other language consist of, which no word here may be; or NULL */
} RandomWords;

void random_words_init (RandomWords *maker, guint32 seed);
void random_words_clear (RandomWords *maker);

/* From first to last, both included. */
guint random_number (RandomWords *maker, guint first, guint last);
/* TRUE in so many of a hundred times. */
gboolean random_chance (RandomWords *maker, guint percent);

void random_xml (RandomWords *maker, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Adds n new words to the XML, marked up here and there where it is wanted. Gives them back in order; the maker's. */
GPtrArray *random_say (RandomWords *maker, guint n, gboolean in_other, gboolean marked);

/* Adds an element of n words, now and then with its translation. Gives back those of the language that is printed. */
GPtrArray *random_text (RandomWords *maker, const char *element, guint n);

/* Adds paragraphs, lists and verses of some words each; gives back all that is printed. */
GPtrArray *random_body (RandomWords *maker, guint n_parts, guint n_words);

/* The same with tables, sections and the like among them; a section's own texts are of level 1. */
GPtrArray *random_text_of (RandomWords *maker, guint n_parts, guint n_words, guint level);

/* Adds all words of more to list; NULL is none. */
void random_expect (GPtrArray *list, const GPtrArray *more);
