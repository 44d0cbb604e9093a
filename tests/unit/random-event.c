/* A random programme. Enters: a seed. Leaves: its XML, and the words that each part of its agenda must print, in the
   order in which it must print them. */
#include "random-maker.h"

#include <string.h>

/* Rooms and tracks. */
static GPtrArray **
add_places (Maker *maker, const char *all, const char *one, guint n)
{
  GPtrArray **names = g_new0 (GPtrArray *, n + 1);
  random_xml (&maker->words, "<%s>\n", all);
  for (guint i = 0; i < n; i++)
    {
      random_xml (&maker->words, "<%s id=\"%c%u\">", one, one[0], i);
      names[i] = random_text (&maker->words, "name", random_number (&maker->words, 1, 3));
      random_xml (&maker->words, "</%s>\n", one);
    }
  random_xml (&maker->words, "</%s>\n", all);
  return names;
}

static void
add_item (Maker *maker)
{
  RandomWords *words = &maker->words;
  GPtrArray *days = maker->event->days;
  random_xml (words, "<item%s>", random_chance (words, 50) ? " minutes=\"10\"" : "");
  random_expect (days, random_say (words, random_number (words, 1, 5), FALSE, TRUE));
  random_xml (words, "</item>\n");
}

/* Sessions */

/* Mostly some words; now and then a title of several lines. */
static guint
title_length (Maker *maker)
{
  if (!maker->event->ordinary && random_chance (&maker->words, 3))
    return random_number (&maker->words, 20, 45);
  return random_number (&maker->words, 1, 11);
}

static void
add_times (Maker *maker)
{
  RandomWords *words = &maker->words;
  if (maker->is_untimed && !maker->has_starts)
    return;
  random_xml (words, " start=\"%02u:%02u\"", maker->clock / 60, maker->clock % 60);
  guint end = MIN (maker->clock + random_number (words, 1, 18) * 5, 47 * 60);
  if (random_chance (words, 85))
    random_xml (words, " end=\"%02u:%02u\"", end / 60, end % 60);
  if (!random_chance (words, 15)) /* else the next one is parallel */
    maker->clock = end;
}

/* On a day without times all is in one room, of which the heading says the name, or nothing is said of rooms. */
static void
add_room_of_day (Maker *maker)
{
  if (maker->room_of_day > 0 && (maker->n_rooms_of_day == 0 || random_chance (&maker->words, 60)))
    {
      random_xml (&maker->words, " room=\"r%u\"", maker->room_of_day - 1);
      maker->n_rooms_of_day++;
    }
}

static void
add_facts (Maker *maker, GPtrArray *facts)
{
  RandomWords *words = &maker->words;
  const struct
  {
    const char *attribute;
    GPtrArray **names;
    guint n;
  } places[] = { { "room", maker->rooms, maker->n_rooms }, { "track", maker->tracks, maker->n_tracks } };
  if (maker->is_untimed)
    add_room_of_day (maker);
  for (guint i = maker->is_untimed ? 1 : 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].n > 0 && random_chance (words, 40))
      {
        guint which = random_number (words, 0, places[i].n - 1);
        random_xml (words, " %s=\"%c%u", places[i].attribute, places[i].attribute[0], which);
        random_expect (facts, places[i].names[which]);
        if (i == 0 && which > 0 && random_chance (words, 30)) /* in two rooms */
          {
            random_xml (words, " r0");
            random_expect (facts, places[i].names[0]);
          }
        random_xml (words, "\"");
      }
  const char *const attributes[] = { "classification", "revision" };
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (random_chance (words, 8))
      {
        random_xml (words, " %s=\"", attributes[i]);
        random_expect (facts, random_say (words, 1, FALSE, FALSE));
        random_xml (words, "\"");
      }
}

static void
add_abstract (Maker *maker, gboolean tall)
{
  RandomWords *words = &maker->words;
  if (!tall && random_chance (words, 40))
    return;
  random_xml (words, "<abstract>");
  GPtrArray *abstract = tall ? random_text_of (words, random_number (words, 1, 6), random_number (words, 200, 900), 1)
                             : random_text_of (words, random_number (words, 1, 3), 60, 1);
  random_xml (words, "</abstract>\n");
  random_expect (maker->event->days, abstract);
}

static void
add_groups (Maker *maker, gboolean tall)
{
  guint n = random_number (&maker->words, 0, 4);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_long = tall && random_chance (&maker->words, 30);
      if (random_chance (&maker->words, 20))
        add_item (maker);
      else
        random_group (maker, is_long ? random_number (&maker->words, 20, 120) : random_number (&maker->words, 1, 6),
                      i == 0);
    }
}

static void
add_talks (Maker *maker)
{
  RandomWords *words = &maker->words;
  guint n = random_number (words, 1, 7);
  gboolean has_times = random_chance (words, 70);
  if (random_chance (words, 60))
    random_leads (maker, random_number (words, 1, 3));
  for (guint i = 1; i <= n; i++)
    random_talk (maker, i, has_times);
}

/* "Keynote 3" or "Session" and a number; else a session that has neither. */
static const char *
add_kind (Maker *maker, gboolean *has_label)
{
  static const char *const kinds[] = { "plain", "session", "keynote", "panel", "posters" };
  RandomWords *words = &maker->words;
  const char *kind = kinds[random_number (words, 0, G_N_ELEMENTS (kinds) - 1)];
  gboolean numbered = random_chance (words, 50);
  random_xml (words, " kind=\"%s\"", kind);
  if (numbered)
    random_xml (words, " number=\"%u\"", maker->n_entries);
  *has_label = numbered && strcmp (kind, "plain") != 0;
  maker->is_labelled = *has_label || (strcmp (kind, "plain") != 0 && strcmp (kind, "session") != 0);
  return kind;
}

static void
add_title (Maker *maker, const char *kind, gboolean has_label)
{
  GPtrArray *title = random_text (&maker->words, "title", title_length (maker));
  maker->title = title;
  maker->line = has_label ? NULL : title;
  random_expect (maker->event->days, title);
  if (strcmp (kind, "plain") != 0)
    random_expect (maker->event->contents, title);
}

static void
add_session (Maker *maker)
{
  RandomWords *words = &maker->words;
  GPtrArray *days = maker->event->days;
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  gboolean tall = random_chance (words, maker->percent_tall), has_label;
  random_xml (words, "<session");
  add_times (maker);
  if (random_chance (words, maker->percent_untimed))
    random_xml (words, " times=\"none\"");
  const char *kind = add_kind (maker, &has_label);
  add_facts (maker, facts);
  random_xml (words, ">\n");
  gboolean has_works = random_chance (words, 20), is_bare = has_works && random_chance (words, 40);
  if (!is_bare)
    add_title (maker, kind, has_label);
  guint first = maker->n_organisations > 0 ? random_number (words, 0, maker->n_organisations - 1) : 0;
  for (guint i = first; i < MIN (first + 2, maker->n_organisations) && random_chance (words, 15); i++)
    {
      random_xml (words, "<organiser ref=\"o%u\"/>\n", i);
      random_expect (days, maker->organisations[i].name);
    }
  random_expect (days, facts);
  add_abstract (maker, tall);
  if (has_works)
    random_works (maker, !is_bare);
  else if (random_chance (words, 25))
    add_talks (maker);
  else
    add_groups (maker, tall);
  if (!has_works && random_chance (words, 15))
    random_topics (maker, 1);
  random_xml (words, "</session>\n");
}

static void
add_break (Maker *maker)
{
  RandomWords *words = &maker->words;
  gboolean has_room = maker->n_rooms > 0 && !maker->is_untimed && random_chance (words, 30);
  guint room = has_room ? random_number (words, 1, maker->n_rooms) : 0;
  static const char *const kinds[] = { "coffee", "lunch", "registration", "photo" };
  random_xml (words, "<break kind=\"%s\"", kinds[random_number (words, 0, G_N_ELEMENTS (kinds) - 1)]);
  add_times (maker);
  if (room > 0)
    random_xml (words, " room=\"r%u\"", room - 1);
  else if (maker->is_untimed)
    add_room_of_day (maker);
  random_xml (words, ">");
  if (random_chance (words, 40))
    random_expect (maker->event->days, random_text (words, "title", random_number (words, 1, 5)));
  random_xml (words, "</break>\n");
  if (room > 0)
    random_expect (maker->event->days, maker->rooms[room - 1]);
}

/* Whether times are printed, and what is said instead. */
static void
choose_times (Maker *maker, guint n_entries)
{
  RandomWords *words = &maker->words;
  maker->is_untimed = random_chance (words, maker->percent_untimed);
  maker->has_starts = random_chance (words, 50);
  gboolean has_room = n_entries > 0 && maker->n_rooms > 0 && random_chance (words, 50);
  maker->room_of_day = maker->is_untimed && has_room ? random_number (words, 1, maker->n_rooms) : 0;
  maker->n_rooms_of_day = 0;
}

static void
add_day (Maker *maker, guint number, const GDate *date)
{
  RandomWords *words = &maker->words;
  RandomEvent *event = maker->event;
  guint n_entries = random_number (words, number == 1 ? 1 : 0, maker->max_entries);
  choose_times (maker, n_entries);
  random_xml (words, "<day date=\"%04u-%02u-%02u\"%s>\n", g_date_get_year (date), (guint) g_date_get_month (date),
              (guint) g_date_get_day (date), maker->is_untimed ? " times=\"none\"" : "");
  GPtrArray *title = random_chance (words, 40) ? random_text (words, "title", random_number (words, 1, 7)) : NULL;
  random_expect (event->days, title);
  random_expect (event->contents, title);
  if (maker->room_of_day > 0)
    random_expect (event->days, maker->rooms[maker->room_of_day - 1]);
  if (random_chance (words, 20))
    random_expect (event->days, random_text (words, "subtitle", random_number (words, 1, 12)));
  if (random_chance (words, 15))
    random_text (words, "running-head", random_number (words, 1, 6));
  if (random_chance (words, 20))
    {
      random_xml (words, "<note>");
      random_expect (event->days, random_body (words, random_number (words, 1, 2), 40));
      random_xml (words, "</note>\n");
    }
  if (random_chance (words, 10))
    {
      maker->line = event->n_days == 1 ? title : NULL;
      random_standing (maker);
    }
  maker->clock = random_chance (words, 5) ? 21 * 60 : 8 * 60; /* by night, past midnight */
  for (guint i = n_entries; i > 0; i--)
    {
      maker->n_entries++;
      if (random_chance (words, 20))
        add_break (maker);
      else
        add_session (maker);
    }
  if (random_chance (words, 30))
    random_expect (event->days, random_text (words, "end", random_number (words, 1, 5)));
  else if (random_chance (words, 30))
    random_xml (words, "<end/>");
  random_xml (words, "</day>\n");
}

/* The event */

/* The list of documents, if there are any. */
static void
add_documents (Maker *maker, GPtrArray *expected, GPtrArray *titles)
{
  RandomWords *words = &maker->words;
  if (maker->documents->len == 0 || random_chance (words, 30))
    return;
  random_xml (words, "<documents>");
  if (random_chance (words, 50))
    {
      GPtrArray *title = random_text (words, "title", random_number (words, 1, 3));
      random_expect (expected, title);
      random_expect (titles, title);
    }
  random_expect (expected, maker->documents);
  random_xml (words, "</documents>\n");
}

static void
add_sections (Maker *maker, const char *element, GPtrArray *expected, GPtrArray *titles)
{
  RandomWords *words = &maker->words;
  random_xml (words, "<%s>\n", element);
  guint n = random_number (words, 1, 4);
  for (guint i = 0; i < n; i++)
    {
      random_xml (words, "<section>");
      if (i == 0 || random_chance (words, 90))
        {
          GPtrArray *title = random_text (words, "title", title_length (maker));
          random_expect (expected, title);
          random_expect (titles, title);
        }
      random_expect (expected, random_text_of (words, random_number (words, 1, 4), 120, 1));
      random_xml (words, "</section>\n");
    }
  if (strcmp (element, "back") == 0)
    add_documents (maker, expected, titles);
  random_xml (words, "</%s>\n", element);
}

/* What the cover says, and the front matter if there is one, says again. */
static void
add_event (Maker *maker, GPtrArray *front)
{
  RandomWords *words = &maker->words;
  GPtrArray *cover = maker->event->cover;
  random_xml (words, "<event%s>\n", random_chance (words, 50) ? " status=\"Draft\"" : "");
  guint long_title = maker->event->ordinary ? 8 : 14;
  GPtrArray *title = random_text (words, "title", random_number (words, 1, long_title)), *series = NULL;
  GPtrArray *subtitle = random_chance (words, 40) ? random_text (words, "subtitle", random_number (words, 1, 8)) : NULL;
  if (random_chance (words, 50))
    series = random_text (words, "series", random_number (words, 1, 7));
  GPtrArray *dates = random_chance (words, 40) ? random_text (words, "dates", random_number (words, 1, 4)) : NULL;
  GPtrArray *venue = random_chance (words, 70) ? random_text (words, "venue", random_number (words, 1, 6)) : NULL;
  if (random_chance (words, 30))
    random_text (words, "short-title", random_number (words, 1, 4));
  guint n_organisers = random_number (words, 0, 3);
  for (guint i = 0; i < n_organisers && i < maker->n_organisations; i++)
    {
      random_xml (words, "<organiser ref=\"o%u\"/>\n", i);
      random_expect (cover, maker->organisations[i].name);
    }
  random_xml (words, "</event>\n");
  const GPtrArray *const all[] = { series, title, subtitle, dates, venue };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      random_expect (cover, all[i]);
      if (i > 0 || maker->look->repeats_series)
        random_expect (front, all[i]);
    }
}

static void
choose_size (Maker *maker)
{
  RandomWords *words = &maker->words;
  RandomEvent *event = maker->event;
  static const char *const papers[] = { "A4", "A4", "Letter", "A5" };
  guint kind = random_number (words, 0, 99);
  event->paper = papers[random_number (words, 0, G_N_ELEMENTS (papers) - 1)];
  event->ordinary = kind < 45 && strcmp (event->paper, "A5") != 0;
  event->ordinary = event->ordinary && !maker->look->monstrous;
  words->has_long_words = !event->ordinary;
  words->percent_monstrous = maker->look->monstrous ? 4 : 0;
  event->n_days = random_number (words, 1, 3);
  maker->max_entries = random_number (words, 1, 9);
  if (kind >= 93)
    {
      event->n_days = random_number (words, 20, 60);
      maker->max_entries = random_number (words, 1, 4);
    }
  else if (kind >= 80)
    {
      event->n_days = random_number (words, 1, 2);
      maker->percent_tall = 40;
    }
  maker->percent_untimed = random_chance (words, 15) ? 40 : 0;
  maker->n_organisations = random_number (words, 0, 8);
  maker->n_people = random_chance (words, 15) ? 0 : random_number (words, 1, maker->percent_tall > 0 ? 140 : 30);
  maker->n_rooms = random_number (words, 0, 3);
  maker->n_tracks = random_number (words, 0, 2);
}

static void
choose_languages (Maker *maker)
{
  static const char *const others[]
      = { NULL, NULL, NULL, NULL, "fr", "vi", "ko", "ko", "ja", "zh-Hans", "th", "lo", "km", "my", "ar", "he" };
  RandomWords *words = &maker->words;
  words->other = others[random_number (words, 0, G_N_ELEMENTS (others) - 1)];
  words->prints_other = words->other != NULL && random_chance (words, 50);
  maker->event->language = words->prints_other ? words->other : "en";
  random_xml (words, "<programme version=\"1\" languages=\"en%s%s\" timezone=\"Asia/Seoul\">\n",
              words->other != NULL ? " " : "", words->other != NULL ? words->other : "");
}

static void
add_agenda (Maker *maker)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 2031);
  random_xml (&maker->words, "<agenda>\n");
  if (maker->event->n_days > 1 && maker->percent_untimed == 0 && random_chance (&maker->words, 15))
    {
      maker->line = NULL;
      maker->event->is_course = random_standing (maker);
    }
  else if (random_chance (&maker->words, 20))
    random_expect (maker->event->days, random_text (&maker->words, "title", random_number (&maker->words, 1, 4)));
  for (guint i = 1; i <= maker->event->n_days; i++)
    {
      add_day (maker, i, date);
      g_date_add_days (date, 1);
    }
  random_xml (&maker->words, "</agenda>\n");
  random_expect (maker->event->days, maker->texts);
}

/* Signs that show the way, and notices: no other piece prints them. */
static void
add_directions (Maker *maker)
{
  static const char *const arrows[] = { "ahead", "right", "back-left" }, *const icons[] = { "lift", "exit", "press" };
  static const char *const notices[] = { "full", "reserved", "welcome", "text" };
  RandomWords *words = &maker->words;
  random_xml (words, "<directions>\n");
  for (guint i = random_number (words, 0, 3); i > 0; i--)
    {
      random_xml (words, "<sign%s>\n", random_chance (words, 50) ? " distance=\"6m\"" : "");
      for (guint k = random_number (words, 1, 9); k > 0; k--)
        {
          random_xml (words, "<way arrow=\"%s\"", arrows[random_number (words, 0, G_N_ELEMENTS (arrows) - 1)]);
          if (random_chance (words, 50))
            random_xml (words, " icon=\"%s\"", icons[random_number (words, 0, G_N_ELEMENTS (icons) - 1)]);
          if (maker->n_rooms > 0 && random_chance (words, 50))
            random_xml (words, " room=\"r%u\"", random_number (words, 0, maker->n_rooms - 1));
          random_xml (words, ">");
          random_text (words, "name", random_number (words, 1, 4));
          random_xml (words, "</way>\n");
        }
      random_xml (words, "</sign>\n");
    }
  random_xml (words, "</directions>\n<notices>\n");
  for (guint i = random_number (words, 0, 3); i > 0; i--)
    {
      random_xml (words, "<notice kind=\"%s\">", notices[random_number (words, 0, G_N_ELEMENTS (notices) - 1)]);
      random_text (words, "p", random_number (words, 1, 12));
      random_xml (words, "</notice>\n");
    }
  random_xml (words, "</notices>\n");
}

static void
add_sponsors (Maker *maker)
{
  RandomWords *words = &maker->words;
  random_xml (words, "<sponsors>\n");
  for (guint i = random_number (words, 1, 4); i > 0; i--)
    {
      random_xml (words, "<tier>");
      random_text (words, "name", random_number (words, 1, 3));
      for (guint k = 0; k < maker->n_organisations; k++)
        if (k == 0 || random_chance (words, 40))
          random_xml (words, "<sponsor organisation=\"o%u\"/>", k);
      random_xml (words, "</tier>\n");
    }
  random_xml (words, "</sponsors>\n");
}

/* Some of the parts of a booklet. */
static void
add_booklet (Maker *maker)
{
  static const char *const parts[]
      = { "front", "contents", "glance", "agenda", "speakers", "index", "personal", "notes" };
  RandomWords *words = &maker->words;
  random_xml (words, "<booklet%s>\n<cover/>", random_chance (words, 20) ? " opens=\"right\"" : "");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (random_chance (words, 70))
      random_xml (words, "<%s%s/>\n", parts[i], random_chance (words, 20) ? " opens=\"any\"" : "");
  for (guint i = random_number (words, 0, 2); words->has_images && i > 0; i--)
    {
      random_xml (words, "<plan src=\"small/logo.svg\"%s>", random_chance (words, 50) ? " level=\"1\"" : "");
      random_text (words, "title", random_number (words, 1, 4));
      random_text (words, "alt", random_number (words, 1, 6));
      random_xml (words, "</plan>\n");
    }
  if (maker->n_organisations > 0 && random_chance (words, 50))
    add_sponsors (maker);
  random_xml (words, "<back-cover/></booklet>\n");
}

static void
make (Maker *maker)
{
  RandomEvent *event = maker->event;
  choose_size (maker);
  choose_languages (maker);
  maker->organisations = g_new0 (Organisation, maker->n_organisations);
  maker->people = g_new0 (Person, maker->n_people);
  random_organisations (maker);
  random_people (maker);
  maker->rooms = add_places (maker, "rooms", "room", maker->n_rooms);
  maker->tracks = add_places (maker, "tracks", "track", maker->n_tracks);
  if (random_chance (&maker->words, 30))
    random_xml (&maker->words, "<delegations order=\"%s\"/>\n",
                random_chance (&maker->words, 50) ? "listed" : "alphabetical");
  g_autoptr (GPtrArray) front = g_ptr_array_new ();
  add_event (maker, front);
  if (random_chance (&maker->words, 60))
    {
      random_expect (event->front, front);
      add_sections (maker, "front", event->front, event->contents);
    }
  add_agenda (maker);
  if (random_chance (&maker->words, 30))
    add_sections (maker, "back", event->back, event->contents);
  if (random_chance (&maker->words, 50))
    add_directions (maker);
  if (random_chance (&maker->words, 20)) /* which only badges have */
    g_free (add_places (maker, "categories", "category", 2));
  if (random_chance (&maker->words, 50))
    add_booklet (maker);
  random_xml (&maker->words, "</programme>\n");
  g_free (maker->organisations);
  g_free (maker->people);
  g_free (maker->rooms);
  g_free (maker->tracks);
}

RandomEvent *
random_event_new (guint32 seed, const RandomLook *look)
{
  RandomEvent *event = g_new0 (RandomEvent, 1);
  Maker *maker = g_new0 (Maker, 1);
  GPtrArray **lists[]
      = { &event->cover, &event->front, &event->contents, &event->days, &event->back, &event->speakers };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new ();
  random_words_init (&maker->words, seed);
  maker->texts = g_ptr_array_new ();
  g_ptr_array_add (maker->words.texts, maker->texts);
  maker->event = event;
  maker->look = look;
  maker->words.has_images = look->has_images;
  maker->words.wants_notes = look->has_notes;
  maker->documents = g_ptr_array_new ();
  make (maker);
  event->words = maker->words.words;
  event->notes = maker->words.notes;
  event->xml = g_strdup (maker->words.xml->str);
  event->maker = maker;
  return event;
}

void
random_event_free (RandomEvent *event)
{
  GPtrArray *const lists[] = { event->cover, event->front, event->contents, event->days, event->back, event->speakers };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  Maker *maker = event->maker;
  random_words_clear (&maker->words);
  g_ptr_array_unref (maker->documents);
  g_free (event->maker);
  g_free (event->xml);
  g_free (event);
}
