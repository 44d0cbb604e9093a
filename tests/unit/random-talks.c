/* The talks and topics of a random programme. Enters: a maker. Leaves: them as XML, and the words that must be printed of them. */
#include "random-maker.h"

void
random_leads (Maker *maker, guint n)
{
  RandomWords *words = &maker->words;
  gsize start = words->xml->len;
  random_xml (words, "<group role=\"chair\">");
  gsize empty = words->xml->len;
  for (guint i = 0; i < n; i++)
    {
      Person *person = random_pick (maker);
      if (person == NULL)
        continue;
      random_xml (words, "<slot who=\"p%u\"/>\n", (guint) (person - maker->people));
      random_expect (maker->event->days, person->name);
      random_expect (maker->event->days, random_party (maker, person));
      random_list_speaker (maker, person, person->position);
    }
  if (words->xml->len == empty)
    g_string_truncate (words->xml, start);
  else
    random_xml (words, "</group>\n");
}

/* The same organisation in the same country is one, and one of another country is another, but for what stands for its
   country itself. */
static guint
affiliation_of (const Maker *maker, const Person *person)
{
  gboolean is_body = random_party (maker, person) != NULL;
  return (guint) (person->organisation + 1) * 2 + (person->has_country && !is_body ? 1 : 0);
}

/* Each affiliation once, after all names. */
static void
expect_affiliations (Maker *maker, Person *const *people, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_known = FALSE;
      for (guint j = 0; j < i; j++)
        is_known = is_known || affiliation_of (maker, people[j]) == affiliation_of (maker, people[i]);
      if (is_known)
        continue;
      random_expect (maker->event->days, random_body_of (maker, people[i]));
      random_expect (maker->event->days, random_party (maker, people[i]));
    }
}

static void
add_authors (Maker *maker, guint n)
{
  RandomWords *words = &maker->words;
  Person *people[8];
  guint found = 0;
  while (found < MIN (n, G_N_ELEMENTS (people)) && (people[found] = random_pick (maker)) != NULL)
    found++;
  if (found == 0)
    return;
  random_xml (words, "<group role=\"author\">");
  for (guint i = 0; i < found; i++)
    {
      random_xml (words, "<slot who=\"p%u\" presenting=\"%s\"/>\n", (guint) (people[i] - maker->people),
                  i == 0 ? "yes" : "no");
      random_expect (maker->event->days, people[i]->bare_name);
      random_list_speaker (maker, people[i], people[i]->position);
    }
  random_xml (words, "</group>\n");
  expect_affiliations (maker, people, found);
}

void
random_talk (Maker *maker, guint index, gboolean has_time)
{
  RandomWords *words = &maker->words;
  GPtrArray *days = maker->event->days;
  gboolean has_number = random_chance (words, 60);
  random_xml (words, "<talk");
  if (has_number)
    random_xml (words, " number=\"%u-%u\"", maker->n_entries, index);
  if (has_time)
    random_xml (words, " minutes=\"%u\"", random_number (words, 1, 40));
  random_xml (words, ">\n");
  random_expect (days, random_text (words, "title", random_number (words, 1, 16)));
  if (random_chance (words, 85))
    add_authors (maker, random_number (words, 1, 8));
  if (random_chance (words, 15))
    {
      random_xml (words, "<document>");
      GPtrArray *title = random_text (words, "title", random_number (words, 1, 4));
      random_expect (days, title);
      random_expect (maker->documents, title);
      random_expect (maker->documents, has_number || maker->is_labelled ? NULL : maker->title);
      random_xml (words, "</document>\n");
    }
  if (random_chance (words, 10))
    {
      random_xml (words, "<abstract>");
      random_expect (days, random_text_of (words, random_number (words, 1, 2), 60, 1));
      random_xml (words, "</abstract>\n");
    }
  random_xml (words, "</talk>\n");
}

static void
add_topic (Maker *maker, guint level)
{
  RandomWords *words = &maker->words;
  GPtrArray *days = maker->event->days;
  random_xml (words, "<topic number=\"%u.%u\"%s>\n", maker->n_entries, level,
              random_chance (words, 40) ? " action=\"decision\"" : "");
  random_expect (days, random_text (words, "title", random_number (words, 1, 12)));
  if (random_chance (words, 20))
    {
      random_xml (words, "<abstract>");
      random_expect (days, random_body (words, random_number (words, 1, 2), 60));
      random_xml (words, "</abstract>\n");
    }
  if (random_chance (words, 20))
    random_group (maker, 2, TRUE);
  random_topics (maker, level + 1);
  random_xml (words, "</topic>\n");
}

void
random_topics (Maker *maker, guint level)
{
  guint n = level > 3 ? 0 : random_number (&maker->words, level == 1 ? 1 : 0, 3);
  for (guint i = 0; i < n; i++)
    add_topic (maker, level);
}
