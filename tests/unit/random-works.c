/* The works of a random programme. Enters: a maker. Leaves: them as XML, and the words that must be printed of them, in the
   agenda and among the words of songs. */
#include "random-maker.h"

#define MOST_STANZAS 3
#define MOST_LINES 4

/* The words of a line of each stanza; NULL: there is none. */
typedef struct
{
  const GPtrArray *lines[MOST_STANZAS][MOST_LINES];
} Verse;

static void
open_element (RandomWords *words, const char *element, gboolean in_other)
{
  if (in_other)
    random_xml (words, "<%s xml:lang=\"%s\">", element, words->other);
  else
    random_xml (words, "<%s>", element);
}

/* Some words in one language, or NULL. */
static const GPtrArray *
say (Maker *maker, const char *element, gboolean in_other, gboolean wanted)
{
  RandomWords *words = &maker->words;
  if (!wanted)
    return NULL;
  open_element (words, element, in_other);
  const GPtrArray *said = random_say (words, random_number (words, 1, 6), in_other, FALSE);
  random_xml (words, "</%s>\n", element);
  return said;
}

static Verse
add_verse (Maker *maker, gboolean in_other)
{
  RandomWords *words = &maker->words;
  Verse verse = { 0 };
  guint n_stanzas = random_number (words, 1, MOST_STANZAS);
  open_element (words, "verse", in_other);
  for (guint i = 0; i < n_stanzas; i++)
    {
      guint n_lines = random_number (words, 1, MOST_LINES);
      for (guint j = 0; j < n_lines; j++)
        {
          random_xml (words, "\n");
          verse.lines[i][j] = random_say (words, random_number (words, 1, 8), in_other, FALSE);
        }
      random_xml (words, "\n");
    }
  random_xml (words, "</verse>\n");
  return verse;
}

/* Line beside line, or all of it below the other. */
static void
expect_verse (GPtrArray *texts, const Verse *verse, const Verse *beside)
{
  for (guint i = 0; i < MOST_STANZAS; i++)
    for (guint j = 0; j < MOST_LINES; j++)
      {
        random_expect (texts, verse->lines[i][j]);
        random_expect (texts, beside != NULL ? beside->lines[i][j] : NULL);
      }
}

/* heading: whose song it is, to be said before the first one with words; NULL once it was. */
static void
add_song (Maker *maker, guint number, const GPtrArray **heading)
{
  RandomWords *words = &maker->words;
  GPtrArray *texts = maker->texts;
  gboolean is_translated = words->other != NULL && random_chance (words, 50), has_verse = random_chance (words, 60);
  gboolean prints_both = is_translated && words->prints_other, is_wide = !maker->look->stacks_songs;
  Verse own = { 0 }, other = { 0 };
  random_xml (words, "<song number=\"%u\">", number);
  const GPtrArray *title = say (maker, "title", FALSE, TRUE), *translation = say (maker, "title", TRUE, is_translated);
  const GPtrArray *poet = say (maker, "poet", FALSE, random_chance (words, 50));
  const GPtrArray *translator = say (maker, "poet", TRUE, is_translated && has_verse && poet != NULL);
  own = has_verse ? add_verse (maker, FALSE) : own;
  other = has_verse && is_translated ? add_verse (maker, TRUE) : other;
  random_xml (words, "</song>\n");
  random_expect (maker->event->days, title);
  if (!has_verse)
    {
      random_expect (maker->event->days, poet);
      random_expect (maker->event->days, prints_both ? translation : NULL);
      return;
    }
  random_expect (texts, *heading);
  *heading = NULL;
  const GPtrArray *const wide[] = { title, prints_both ? translation : NULL, poet, prints_both ? translator : NULL };
  for (guint i = 0; i < G_N_ELEMENTS (wide); i += is_wide ? 1 : 2)
    random_expect (texts, wide[i]);
  expect_verse (texts, &own, prints_both && is_wide ? &other : NULL);
  if (!prints_both || is_wide)
    return;
  random_expect (texts, translation);
  random_expect (texts, translator);
  expect_verse (texts, &other, NULL);
}

static void
add_performers (Maker *maker, guint n)
{
  RandomWords *words = &maker->words;
  gsize start = words->xml->len;
  random_xml (words, "<group role=\"soloist\">");
  gsize empty = words->xml->len;
  for (guint i = 0; i < n; i++)
    {
      Person *person = random_pick (maker);
      if (person == NULL)
        continue;
      random_xml (words, "<slot who=\"p%u\"/>\n", (guint) (person - maker->people));
      random_expect_post (maker, person);
      random_list_speaker (maker, person, person->position);
    }
  if (words->xml->len == empty)
    g_string_truncate (words->xml, start);
  else
    random_xml (words, "</group>\n");
}

static void
add_work (Maker *maker)
{
  RandomWords *words = &maker->words;
  GPtrArray *days = maker->event->days, *heading = g_ptr_array_new ();
  const GPtrArray *line = maker->line, *unsaid = heading;
  g_ptr_array_add (words->texts, heading);
  random_xml (words, "<work>");
  if (random_chance (words, 80))
    random_expect (heading, random_text (words, "composer", random_number (words, 1, 3)));
  maker->line = random_text (words, "title", random_number (words, 1, 9));
  random_expect (heading, maker->line);
  random_expect (days, heading);
  guint n = random_number (words, 0, 5);
  gboolean are_songs = random_chance (words, 50);
  for (guint i = 1; i <= n; i++)
    if (are_songs)
      add_song (maker, i, &unsaid);
    else
      random_expect (days, random_text (words, "part", random_number (words, 1, 4)));
  if (random_chance (words, 70))
    add_performers (maker, random_number (words, 1, 4));
  if (random_chance (words, 15))
    {
      random_xml (words, "<abstract>");
      random_expect (days, random_body (words, random_number (words, 1, 2), 60));
      random_xml (words, "</abstract>\n");
    }
  random_xml (words, "</work>\n");
  maker->line = line;
}

void
random_works (Maker *maker, gboolean has_groups)
{
  guint n = random_number (&maker->words, 1, 5);
  if (has_groups && random_chance (&maker->words, 40))
    random_group (maker, 2, TRUE);
  for (guint i = 0; i < n; i++)
    {
      add_work (maker);
      if (has_groups && random_chance (&maker->words, 10))
        random_group (maker, 2, FALSE);
    }
}
