/* The people of a list. Enters: rows. Leaves: them as people of the event's, with what the event says of those whom it knows. */
#include "piece/guests.h"

#include "event/words.h"

#include <string.h>

/* What is looked up for each row. */
typedef struct
{
  const PgVoice *voice;
  const ProgrammePeople *people;
  GHashTable *by_id;         /* PgPerson* */
  GHashTable *by_name;       /* the same by any of their names; NULL: several have it */
  GHashTable *organisations; /* PgOrganisation* by any of their names and ids */
} Guests;

static void
add_names (GHashTable *table, const PgText *name, gpointer whose)
{
  for (guint i = 0; name != NULL && i < name->versions->len; i++)
    {
      const char *string = ((const PgVersion *) g_ptr_array_index (name->versions, i))->string;
      gpointer other = g_hash_table_lookup (table, string);
      g_hash_table_insert (table, (gpointer) string, other == NULL || other == whose ? whose : NULL);
    }
}

static void
index_event (Guests *guests)
{
  const ProgrammeEvent *event = guests->voice->event;
  for (guint i = 0; i < event->people->len; i++)
    {
      PgPerson *person = g_ptr_array_index (event->people, i);
      if (person->id != NULL)
        g_hash_table_insert (guests->by_id, (gpointer) person->id, person);
      add_names (guests->by_name, person->name, person);
    }
  for (guint i = 0; i < event->organisations->len; i++)
    {
      PgOrganisation *organisation = g_ptr_array_index (event->organisations, i);
      g_hash_table_insert (guests->organisations, (gpointer) organisation->id, organisation);
      add_names (guests->organisations, organisation->name, organisation);
      add_names (guests->organisations, organisation->short_name, organisation);
    }
}

static const char *
field (const Guests *guests, guint row, const char *name)
{
  return programme_people_get (guests->people, row, name);
}

PgPlace
pg_guest_place (const PgVoice *voice, const ProgrammePeople *people, guint row, const char *field)
{
  const ProgrammePlace *whole = programme_people_get_place (people, row);
  g_autoptr (ProgrammePlace) place = programme_people_get_field_place (people, row, field);
  if (place == NULL)
    return voice->event->place;
  return (PgPlace){ programme_place_get_file (whole), programme_place_get_line (place),
                    programme_place_get_column (place) };
}

/* In which language the row says what it says. */
static const char *
language_of (const Guests *guests, guint row)
{
  const char *own = field (guests, row, "language");
  gsize length = strspn (own, G_CSET_a_2_z G_CSET_A_2_Z "-");
  return length >= 2 && own[length] == '\0' && pg_language_exists (own) ? own : guests->voice->event->languages[0];
}

static PgText *
text_of (const Guests *guests, guint row, const char *string, const PgPlace *place)
{
  return string[0] != '\0' ? pg_text_new (guests->voice->arena, language_of (guests, row), string, place) : NULL;
}

/* Marks the family name in a name where it is a part of it: at the start only where the given name follows. */
static void
mark_family (const Guests *guests, PgText *name, const char *family, const char *given)
{
  PgVersion *version = g_ptr_array_index (name->versions, 0);
  const char *string = version->string;
  gboolean is_first = g_str_has_prefix (string, family) && given[0] != '\0' && g_str_has_suffix (string, given);
  const char *at = family[0] == '\0' ? NULL : is_first ? string : g_strrstr (string, family);
  guint start = at != NULL ? (guint) (at - string) : 0, end = start + (guint) strlen (family);
  guint length = (guint) strlen (string);
  if (at == NULL || end - start == length)
    return;
  const PgSpan spans[]
      = { { 0, start, 0, NULL, NULL }, { start, end, PG_SPAN_FAMILY, NULL, NULL }, { end, length, 0, NULL, NULL } };
  version->spans = pg_arena_new_array (guests->voice->arena, PgSpan, G_N_ELEMENTS (spans));
  version->n_spans = 0;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (spans[i].end > spans[i].start)
      version->spans[version->n_spans++] = spans[i];
}

static PgText *
name_of (const Guests *guests, guint row, const PgPerson *known, const PgPlace *place)
{
  const char *name = field (guests, row, "name");
  if (name[0] == '\0' && known == NULL) /* an error, which is borne with */
    return pg_text_new (guests->voice->arena, guests->voice->event->languages[0], "–", place);
  if (known != NULL && (name[0] == '\0' || g_hash_table_lookup (guests->by_name, name) == known))
    return known->name;
  PgText *text = text_of (guests, row, name, place);
  mark_family (guests, text, field (guests, row, "family"), field (guests, row, "given"));
  return text;
}

/* What a list calls a country is one by its code; else it stands where a country would, as it is. */
static void
set_party (const Guests *guests, guint row, PgPerson *person)
{
  PgArena *arena = guests->voice->arena;
  const char *organisation = field (guests, row, "organisation"), *country = field (guests, row, "country");
  gboolean is_code = strlen (country) == 2 && pg_country_exists (country);
  PgOrganisation *found = organisation[0] != '\0' ? g_hash_table_lookup (guests->organisations, organisation) : NULL;
  if (country[0] != '\0')
    person->country = is_code ? country : NULL;
  if (organisation[0] == '\0' && (country[0] == '\0' || is_code))
    return;
  if (found == NULL)
    {
      gboolean has_name = organisation[0] != '\0';
      found = pg_arena_new0 (arena, PgOrganisation);
      found->name = text_of (guests, row, has_name ? organisation : country, &person->place);
      found->delegation = country[0] != '\0' && !is_code;
      found->short_name = found->delegation && has_name ? text_of (guests, row, country, &person->place) : NULL;
      found->place = person->place;
    }
  person->organisation = found;
}

static const PgPerson *
known_of (const Guests *guests, guint row)
{
  const char *id = field (guests, row, "person");
  return id[0] != '\0' ? g_hash_table_lookup (guests->by_id, id)
                       : g_hash_table_lookup (guests->by_name, field (guests, row, "name"));
}

/* As the event's folder calls it: the list's rows name files beside the list. */
static void
set_photograph (const Guests *guests, guint row, PgPerson *person)
{
  const char *path = field (guests, row, "photograph");
  const ProgrammePlace *place = programme_people_get_place (guests->people, row);
  if (path[0] == '\0')
    return;
  g_autofree char *beside = place != NULL
                                ? pg_event_path_beside (guests->voice->event, programme_place_get_file (place), path)
                                : g_strdup (path);
  person->photograph = beside != NULL ? pg_arena_strdup (guests->voice->arena, beside) : NULL;
}

static PgGuest *
guest_new (const Guests *guests, guint row)
{
  PgGuest *guest = pg_arena_new0 (guests->voice->arena, PgGuest);
  PgPerson *person = pg_arena_new0 (guests->voice->arena, PgPerson);
  guest->known = known_of (guests, row);
  guest->person = person;
  guest->index = row;
  if (guest->known != NULL)
    *person = *guest->known;
  person->place = pg_guest_place (guests->voice, guests->people, row, "name");
  person->name = name_of (guests, row, guest->known, &person->place);
  PgText *honorific = text_of (guests, row, field (guests, row, "honorific"), &person->place);
  PgText *position = text_of (guests, row, field (guests, row, "position"), &person->place);
  person->honorific = honorific != NULL ? honorific : person->honorific;
  person->position = position != NULL ? position : person->position;
  set_party (guests, row, person);
  set_photograph (guests, row, person);
  return guest;
}

static Guests
guests_open (const PgVoice *voice)
{
  Guests guests = { voice, voice->request->people, g_hash_table_new (g_str_hash, g_str_equal),
                    g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal) };
  index_event (&guests);
  return guests;
}

static void
guests_close (Guests *guests)
{
  g_hash_table_unref (guests->by_id);
  g_hash_table_unref (guests->by_name);
  g_hash_table_unref (guests->organisations);
}

GPtrArray *
pg_guests_new (const PgVoice *voice)
{
  Guests guests = guests_open (voice);
  GPtrArray *all = pg_arena_array (voice->arena);
  for (guint row = 0; row < programme_people_get_n (guests.people) && !pg_watch_is_cancelled (voice->request->watch);
       row++)
    g_ptr_array_add (all, guest_new (&guests, row));
  guests_close (&guests);
  return all;
}

const PgGuest *
pg_guest_new (const PgVoice *voice, guint row)
{
  Guests guests = guests_open (voice);
  const PgGuest *guest = guest_new (&guests, row);
  guests_close (&guests);
  return guest;
}

const char *
pg_guest_field (const PgVoice *voice, const PgGuest *guest, const char *name)
{
  return programme_people_get (voice->request->people, guest->index, name);
}
