/* Enters: the parts of a file that are written once and referred to. Leaves: organisations, people, rooms, tracks,
   countries, words and the order of delegations of the model. */
#include "event/words.h"
#include "event/times.h"
#include "read/reader.h"
#include "read/values.h"

#include <string.h>

static void
read_logo (PgReader *reader, const PgNode *node, const char *attribute, const char **path, PgPlace *place)
{
  const PgAttribute *found = pg_node_attribute (node, attribute);
  if (found == NULL)
    return;
  *path = pg_read_value (reader, node, attribute);
  *place = found->place;
}

static gboolean
is_yes (const PgNode *node, const char *attribute)
{
  return g_strcmp0 (pg_node_value (node, attribute), "yes") == 0;
}

static void
read_organisation (PgReader *reader, const PgNode *node)
{
  PgOrganisation *organisation = pg_arena_new0 (reader->arena, PgOrganisation);
  organisation->id = pg_read_value (reader, node, "id");
  organisation->name = pg_read_or_id (reader, node, pg_read_text (reader, node, "name"));
  organisation->short_name = pg_read_text (reader, node, "short-name");
  organisation->country = pg_read_value (reader, node, "country");
  organisation->delegation = is_yes (node, "delegation");
  organisation->observer = is_yes (node, "observer");
  organisation->place = node->place;
  read_logo (reader, node, "logo", &organisation->logo, &organisation->logo_place);
  pg_ids_add (reader, PG_ID_ORGANISATION, node, organisation);
  g_ptr_array_add (reader->event->organisations, organisation);
}

PgSystemOrigin *
pg_read_origin (PgReader *reader, const PgNode *parent)
{
  const PgNode *node = pg_node_child (parent, "origin");
  if (node == NULL)
    return NULL;
  PgSystemOrigin *origin = pg_arena_new0 (reader->arena, PgSystemOrigin);
  *origin = (PgSystemOrigin){ .system = pg_read_value (reader, node, "system"),
                              .id = pg_read_value (reader, node, "id"),
                              .guid = pg_read_value (reader, node, "guid"),
                              .code = pg_read_value (reader, node, "code"),
                              .slug = pg_read_value (reader, node, "slug"),
                              .url = pg_read_value (reader, node, "url"),
                              .place = node->place };
  return origin;
}

/* Something, one @, and something with a dot in it; mail tells whether there is such an address. */
static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');
  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strpbrk (text, " \t\n,;<>") == NULL
         && strchr (at + 1, '.') > at + 1 && !g_str_has_suffix (at, ".");
}

static const char *
read_email (PgReader *reader, const PgNode *person)
{
  const PgNode *node = pg_node_child (person, "email");
  if (node == NULL || node->first == NULL || node->first->text == NULL)
    return NULL;
  char *address = g_strstrip (pg_arena_strdup (reader->arena, node->first->text));
  if (*address == '\0') /* reported by validation */
    return NULL;
  if (is_address (address))
    return address;
  pg_finding_set_id (pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, "bad-value",
                                    "<email> has \"%.60s\", which is no address: write one, such as "
                                    "office@example.org, and nothing else",
                                    address),
                     pg_id_around (node));
  return NULL;
}

static void
read_person (PgReader *reader, const PgNode *node)
{
  PgPerson *person = pg_arena_new0 (reader->arena, PgPerson);
  person->id = pg_read_value (reader, node, "id");
  person->name = pg_read_or_id (reader, node, pg_read_own_text (reader, node, "name"));
  person->honorific = pg_read_text (reader, node, "honorific");
  person->position = pg_read_text (reader, node, "position");
  person->organisation = pg_ids_find (reader, PG_ID_ORGANISATION, node, "organisation");
  person->country = pg_read_value (reader, node, "country");
  person->biography = pg_read_body (reader, pg_node_child (node, "biography"));
  person->head = is_yes (node, "head");
  person->email = read_email (reader, node);
  person->origin = pg_read_origin (reader, node);
  person->place = node->place;
  read_logo (reader, node, "photograph", &person->photograph, &person->photograph_place);
  pg_ids_add (reader, PG_ID_PERSON, node, person);
  g_ptr_array_add (reader->event->people, person);
}

/* Who invites must be one of those that have a place in the order. */
static void
check_host (PgReader *reader, const PgNode *node, const PgOrganisation *host)
{
  const PgAttribute *attribute = pg_node_attribute (node, "host"), *place = pg_node_attribute (node, "host-place");
  if (attribute == NULL && place != NULL)
    pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &place->place, "missing-attribute",
                   "host-place has no meaning without host: add the id of an organisation, such as host=\"ministry\"");
  if (host != NULL && !host->delegation && host->country == NULL)
    pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "bad-value",
                   "the host \"%.60s\" is no delegation: give it its country, or delegation=\"yes\"", host->id);
  else if (host != NULL && host->observer)
    pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "bad-value",
                   "the host \"%.60s\" is an observer, and those stand apart: name another, or take away "
                   "observer=\"yes\"",
                   host->id);
}

static void
read_delegations (PgReader *reader, const PgNode *node)
{
  PgDelegations *delegations = &reader->event->delegations;
  delegations->host = pg_ids_find (reader, PG_ID_ORGANISATION, node, "host");
  delegations->listed = g_strcmp0 (pg_node_value (node, "order"), "listed") == 0;
  delegations->host_last = g_strcmp0 (pg_node_value (node, "host-place"), "last") == 0;
  check_host (reader, node, delegations->host);
}

static void
read_room (PgReader *reader, const PgNode *node)
{
  PgRoom *room = pg_arena_new0 (reader->arena, PgRoom);
  room->id = pg_read_value (reader, node, "id");
  room->name = pg_read_or_id (reader, node, pg_read_text (reader, node, "name"));
  room->level = pg_read_words (reader, node, "level");
  room->seats = pg_node_value (node, "seats") != NULL ? pg_value_count (pg_node_value (node, "seats")) : 0;
  room->place = node->place;
  pg_ids_add (reader, PG_ID_ROOM, node, room);
  g_ptr_array_add (reader->event->rooms, room);
}

static void
read_track (PgReader *reader, const PgNode *node)
{
  PgTrack *track = pg_arena_new0 (reader->arena, PgTrack);
  track->id = pg_read_value (reader, node, "id");
  track->name = pg_read_or_id (reader, node, pg_read_text (reader, node, "name"));
  track->letter = pg_read_words (reader, node, "letter");
  track->place = node->place;
  pg_ids_add (reader, PG_ID_TRACK, node, track);
  g_ptr_array_add (reader->event->tracks, track);
}

static void
read_category (PgReader *reader, const PgNode *node)
{
  PgCategory *category = pg_arena_new0 (reader->arena, PgCategory);
  category->id = pg_read_value (reader, node, "id");
  category->name = pg_read_text (reader, node, "name");
  category->place = node->place;
  pg_ids_add (reader, PG_ID_CATEGORY, node, category);
  g_ptr_array_add (reader->event->categories, category);
}

static void
read_country (PgReader *reader, const PgNode *node)
{
  PgText *name = pg_read_text (reader, node, "name");
  const PgAttribute *code = pg_node_attribute (node, "code");
  if (name == NULL || code == NULL)
    return;
  if (pg_country_text (reader->event, code->value) != NULL)
    {
      const PgVersion *before = g_ptr_array_index (pg_country_text (reader->event, code->value)->versions, 0);
      ProgrammeFinding *finding
          = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &code->place, "duplicate-id",
                           "the country \"%s\" was named before: put all its names into one <country>", code->value);
      pg_finding_add_place (finding, &before->place);
      return;
    }
  PgCountry *country = pg_arena_new0 (reader->arena, PgCountry);
  country->code = pg_arena_strdup (reader->arena, code->value);
  country->name = name;
  g_ptr_array_add (reader->event->countries, country);
}

static PgWord *
find_word (PgReader *reader, const char *key)
{
  for (guint i = 0; i < reader->event->words->len; i++)
    {
      PgWord *word = g_ptr_array_index (reader->event->words, i);
      if (strcmp (word->key, key) == 0)
        return word;
    }
  return NULL;
}

/* A word's languages may stand apart, since its key tells which belong together; and one in Korean alone is
   complete, since the catalogue has the others. */
static void
read_word (PgReader *reader, const PgNode *node)
{
  const char *key = pg_read_value (reader, node, "key");
  if (key == NULL)
    return;
  if (pg_word_is_idle (key))
    {
      pg_report_add (reader->report, PROGRAMME_SEVERITY_NOTE, &node->place, "unused",
                     "the word \"%s\" is printed nowhere: remove it", key);
      return;
    }
  PgWord *word = find_word (reader, key);
  if (word == NULL)
    {
      word = pg_arena_new0 (reader->arena, PgWord);
      word->key = key;
      word->text = pg_read_text_new (reader);
      g_ptr_array_add (reader->event->words, word);
    }
  pg_read_text_add (reader, word->text, node);
}

static void
drop_empty_words (PgReader *reader)
{
  for (guint i = reader->event->words->len; i > 0; i--)
    {
      const PgWord *word = g_ptr_array_index (reader->event->words, i - 1);
      if (word->text->versions->len == 0)
        g_ptr_array_remove_index (reader->event->words, i - 1);
    }
}

/* Of lists: Chinese alone has several. */
static const char *
read_order (PgReader *reader, const PgNode *node, const char *language)
{
  const PgAttribute *order = pg_node_attribute (node, "order");
  if (order != NULL && g_ascii_strncasecmp (language, "zh", 2) != 0)
    pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &order->place, "bad-value",
                   "order=\"%.40s\" is for lists in Chinese: those in \"%s\" have but one order, remove it",
                   order->value, language);
  return pg_read_value (reader, node, "order");
}

static void
read_format (PgReader *reader, const PgNode *node)
{
  const PgAttribute *language = pg_node_attribute (node, "xml:lang");
  if (language == NULL)
    return;
  PgFormat *format = pg_arena_new0 (reader->arena, PgFormat);
  format->language = pg_value_language (reader->arena, language->value);
  for (guint i = 0; i < reader->event->formats->len; i++)
    if (strcmp (((const PgFormat *) g_ptr_array_index (reader->event->formats, i))->language, format->language) == 0)
      {
        pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &language->place, "duplicate-element",
                       "the language \"%.40s\" has a <format> already: put date and times into one", language->value);
        return;
      }
  format->date = pg_read_value (reader, node, "date");
  format->calendar = pg_read_value (reader, node, "calendar");
  format->figures = pg_read_value (reader, node, "figures");
  format->order = read_order (reader, node, format->language);
  format->times = pg_time_style_named (pg_node_value (node, "times"));
  g_ptr_array_add (reader->event->formats, format);
}

void
pg_read_directories (PgReader *reader, const PgNode *root)
{
  /* What is referred to comes before what refers to it, wherever they stand in the file. */
  static const struct
  {
    const char *holder, *name;
    void (*read) (PgReader *reader, const PgNode *node);
  } parts[] = { { "organisations", "organisation", read_organisation },
                { "rooms", "room", read_room },
                { "tracks", "track", read_track },
                { "categories", "category", read_category },
                { "people", "person", read_person },
                { "countries", "country", read_country },
                { "words", "word", read_word },
                { "formats", "format", read_format } };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (PgNode *holder = pg_node_child (root, parts[i].holder); holder != NULL; holder = pg_node_again (holder))
      for (PgNode *node = pg_node_child (holder, parts[i].name); node != NULL; node = pg_node_again (node))
        parts[i].read (reader, node);
  drop_empty_words (reader);
  const PgNode *delegations = pg_node_child (root, "delegations");
  if (delegations != NULL)
    read_delegations (reader, delegations);
}

void
pg_read_organisers (PgReader *reader, const PgNode *parent, GPtrArray *organisers)
{
  for (PgNode *node = pg_node_child (parent, "organiser"); node != NULL; node = pg_node_again (node))
    pg_ids_find_all (reader, PG_ID_ORGANISATION, node, "ref", organisers);
}
