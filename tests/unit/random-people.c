/* The people of a random programme. Enters: a maker. Leaves: organisations, people and the groups in which they speak, as
   XML, and the words that must be printed of them. */
#include "random-maker.h"

#include <string.h>

/* Directories */

static GPtrArray *
add_name (RandomWords *words, guint n)
{
  random_xml (words, "<name>");
  GPtrArray *given = random_say (words, n, FALSE, FALSE);
  if (random_chance (words, 80))
    {
      random_xml (words, " <family>");
      random_expect (given, random_say (words, 1, FALSE, FALSE));
      random_xml (words, "</family>");
    }
  random_xml (words, "</name>");
  return given;
}

void
random_organisations (Maker *maker)
{
  RandomWords *words = &maker->words;
  random_xml (words, "<organisations>\n");
  for (guint i = 0; i < maker->n_organisations; i++)
    {
      Organisation *organisation = &maker->organisations[i];
      organisation->delegation = random_chance (words, 20);
      random_xml (words, "<organisation id=\"o%u\"%s%s%s>", i, organisation->delegation ? " delegation=\"yes\"" : "",
                  random_chance (words, 50) ? " country=\"FI\"" : "",
                  random_chance (words, 10) ? " observer=\"yes\"" : "");
      organisation->name = random_text (words, "name", random_number (words, 1, 7));
      if (random_chance (words, 30))
        organisation->short_name = random_text (words, "short-name", 1);
      random_xml (words, "</organisation>\n");
    }
  random_xml (words, "</organisations>\n");
}

void
random_people (Maker *maker)
{
  RandomWords *words = &maker->words;
  random_xml (words, "<people>\n");
  for (guint i = 0; i < maker->n_people; i++)
    {
      Person *person = &maker->people[i];
      gboolean belongs = maker->n_organisations > 0 && random_chance (words, 75);
      person->organisation = belongs ? (int) random_number (words, 0, maker->n_organisations - 1) : -1;
      random_xml (words, "<person id=\"p%u\"", i);
      if (belongs)
        random_xml (words, " organisation=\"o%d\"", person->organisation);
      person->has_country = random_chance (words, 40);
      random_xml (words, "%s%s%s>", random_chance (words, 20) ? " head=\"yes\"" : "",
                  person->has_country ? " country=\"KR\"" : "",
                  random_chance (words, 5) ? " photograph=\"small/aalto.svg\"" : "");
      GPtrArray *honorific = random_chance (words, 20) ? random_text (words, "honorific", 1) : NULL;
      GPtrArray *name = add_name (words, random_number (words, 1, 3));
      person->bare_name = name;
      person->name = g_ptr_array_new ();
      g_ptr_array_add (words->texts, person->name);
      random_expect (person->name, honorific);
      random_expect (person->name, name);
      if (random_chance (words, 60))
        person->position
            = random_text (words, "position", random_number (words, 1, random_chance (words, 10) ? 30 : 6));
      if (random_chance (words, 30))
        {
          random_xml (words, "<biography>");
          person->biography = random_body (words, random_number (words, 1, 2), 40);
          random_xml (words, "</biography>");
        }
      if (random_chance (words, 20))
        random_xml (words, "<email>p%u@harbours.example</email><origin system=\"pretalx\" code=\"P%u\"/>", i, i);
      random_xml (words, "</person>\n");
    }
  random_xml (words, "</people>\n");
}

/* Those who speak */

const GPtrArray *
random_party (const Maker *maker, const Person *person)
{
  const Organisation *organisation = person->organisation >= 0 ? &maker->organisations[person->organisation] : NULL;
  if (organisation == NULL || !organisation->delegation)
    return NULL;
  return organisation->short_name != NULL ? organisation->short_name : organisation->name;
}

const GPtrArray *
random_body_of (const Maker *maker, const Person *person)
{
  const Organisation *organisation = person->organisation >= 0 ? &maker->organisations[person->organisation] : NULL;
  if (organisation == NULL || (organisation->delegation && organisation->short_name == NULL))
    return NULL;
  return organisation->name;
}

/* TRUE for a text that is not translated. */
static gboolean
is_original (const GPtrArray *text)
{
  return text != NULL && text->len > 0 && *(const char *) g_ptr_array_index (text, 0) == 'x';
}

static void
expect_person (Maker *maker, const Person *person, const GPtrArray *name, const GPtrArray *position,
               const GPtrArray *note, gboolean in_group)
{
  GPtrArray *days = maker->event->days;
  random_expect (days, name);
  if (!maker->look->run_in)
    {
      random_expect (days, in_group ? NULL : random_party (maker, person));
      random_expect (days, note);
    }
  static const char *const body_first[] = { "ko", "ja", "zh-Hans", NULL }; /* by their catalogues */
  const GPtrArray *own_body = in_group ? NULL : random_body_of (maker, person);
  gboolean is_body_first
      = g_strv_contains (body_first, maker->event->language) && !(is_original (position) && is_original (own_body));
  random_expect (days, is_body_first ? own_body : position);
  random_expect (days, is_body_first ? position : own_body);
  if (maker->look->run_in)
    {
      random_expect (days, in_group ? NULL : random_party (maker, person));
      random_expect (days, note);
    }
}

void
random_expect_post (Maker *maker, const Person *person)
{
  RandomLook look = *maker->look;
  const RandomLook *own = maker->look;
  look.run_in = TRUE;
  maker->look = &look;
  expect_person (maker, person, person->name, person->position, NULL, FALSE);
  maker->look = own;
}

/* In the list of speakers, a person stands once, with all turns. */
void
random_list_speaker (Maker *maker, Person *person, const GPtrArray *position)
{
  GPtrArray *speakers = maker->event->speakers;
  if (!person->is_listed)
    {
      random_expect (speakers, person->name);
      random_expect (speakers, position);
      random_expect (speakers, random_party (maker, person));
      random_expect (speakers, random_body_of (maker, person));
      random_expect (speakers, person->biography);
    }
  person->is_listed = TRUE;
  random_expect (speakers, maker->line);
}

Person *
random_pick (Maker *maker)
{
  for (guint i = 0; i < 20 && maker->n_people > 0; i++)
    {
      Person *person = &maker->people[random_number (&maker->words, 0, maker->n_people - 1)];
      if (person->last_entry == maker->n_entries)
        continue;
      person->last_entry = maker->n_entries;
      return person;
    }
  return NULL;
}

static void
add_slot (Maker *maker, Person *person, guint minutes)
{
  RandomWords *words = &maker->words;
  const GPtrArray *name = person->name, *position = person->position, *note = NULL;
  random_xml (words, "<slot who=\"p%u\"", (guint) (person - maker->people));
  if (minutes > 0)
    random_xml (words, " minutes=\"%u\"", minutes);
  random_xml (words, ">");
  if (random_chance (words, 10))
    position = random_text (words, "position", random_number (words, 1, 8));
  if (random_chance (words, 10))
    note = random_text (words, "note", random_number (words, 1, 3));
  random_xml (words, "</slot>\n");
  expect_person (maker, person, name, position, note, FALSE);
  random_list_speaker (maker, person, position);
}

static void
add_shared_slot (Maker *maker, Person *const *people, guint n, guint minutes)
{
  gboolean is_group = TRUE;
  random_xml (&maker->words, "<slot who=\"");
  for (guint i = 0; i < n; i++)
    {
      random_xml (&maker->words, "%sp%u", i > 0 ? " " : "", (guint) (people[i] - maker->people));
      is_group = is_group && people[i]->organisation >= 0 && people[i]->organisation == people[0]->organisation;
    }
  random_xml (&maker->words, "\" minutes=\"%u\"/>\n", minutes);
  if (is_group)
    random_expect (maker->event->days, maker->organisations[people[0]->organisation].name);
  for (guint i = 0; i < n; i++)
    {
      expect_person (maker, people[i], people[i]->name, people[i]->position, NULL, is_group);
      random_list_speaker (maker, people[i], people[i]->position);
    }
}

gboolean
random_standing (Maker *maker)
{
  Person *person = random_pick (maker);
  if (person == NULL)
    return FALSE;
  random_xml (&maker->words, "<group role=\"facilitator\">");
  add_slot (maker, person, 0);
  random_xml (&maker->words, "</group>\n");
  return TRUE;
}

static void
add_slots (Maker *maker, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint wanted = random_chance (&maker->words, 12) ? random_number (&maker->words, 2, 4) : 1, found = 0;
      guint minutes = random_chance (&maker->words, 50) ? random_number (&maker->words, 1, 120) : 0;
      Person *people[4];
      while (found < wanted && (people[found] = random_pick (maker)) != NULL)
        found++;
      if (found == 1)
        add_slot (maker, people[0], minutes);
      else if (found > 1)
        add_shared_slot (maker, people, found, 20);
    }
}

void
random_group (Maker *maker, guint n_slots, gboolean is_first)
{
  static const char *const roles[] = { "moderator", "chair", "speaker", "panellist", "comments", NULL };
  RandomWords *words = &maker->words;
  const char *role = roles[random_number (words, 0, G_N_ELEMENTS (roles) - (is_first ? 1 : 2))];
  gboolean has_label = random_chance (words, 25);
  gsize start = words->xml->len;
  if (role != NULL)
    random_xml (words, "<group role=\"%s\">", role);
  else
    random_xml (words, "<group>");
  gsize empty = words->xml->len;
  guint expected = maker->event->days->len;
  add_slots (maker, n_slots);
  if (words->xml->len == empty) /* nobody was left */
    g_string_truncate (words->xml, start);
  else
    random_xml (words, "</group>\n");
  if (words->xml->len == start || !has_label)
    return;
  /* The label comes first in the XML and in print, and is made last. */
  g_autofree char *slots = g_strdup (words->xml->str + empty);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  random_expect (names, maker->event->days);
  g_ptr_array_remove_range (names, 0, expected);
  g_ptr_array_set_size (maker->event->days, (int) expected);
  g_string_truncate (words->xml, empty);
  random_expect (maker->event->days, random_text (words, "label", random_number (words, 1, 3)));
  random_expect (maker->event->days, names);
  random_xml (words, "%s", slots);
}
