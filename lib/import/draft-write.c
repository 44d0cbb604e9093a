/* Enters: a draft of an event. Leaves: its XML: two blanks for each element that it stands in, ids from names, people in the
   order of the agenda, days and entries in that of time. */
#include "import/draft.h"
#include "import/slugs.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GString *xml;
  guint depth;
} Out;

/* Elements */

static void
indent (Out *out)
{
  for (guint i = 0; i < out->depth; i++)
    g_string_append (out->xml, "  ");
}

/* " name="value"", if there is a value. */
static void
attribute (Out *out, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_autofree char *escaped = pg_draft_escape (value);
  g_auto (GStrv) parts = g_strsplit (escaped, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("&quot;", parts);
  g_string_append_printf (out->xml, " %s=\"%s\"", name, quoted);
}

static void
number_attribute (Out *out, const char *name, guint value)
{
  if (value > 0)
    g_string_append_printf (out->xml, " %s=\"%u\"", name, value);
}

/* "09:00", or "25:30" past midnight. */
static void
time_attribute (Out *out, const char *name, int minute)
{
  if (minute >= 0)
    g_string_append_printf (out->xml, " %s=\"%02d:%02d\"", name, minute / 60, minute % 60);
}

static void
begin (Out *out, const char *name)
{
  indent (out);
  g_string_append_printf (out->xml, "<%s", name);
}

/* Ends the start tag, behind which other elements come. */
static void
end_tag (Out *out)
{
  g_string_append (out->xml, ">\n");
  out->depth++;
}

/* Ends an element; one that has nothing in it, since at, is closed by its start tag. */
static void
end_element (Out *out, const char *name, gsize at)
{
  out->depth--;
  if (out->xml->len == at)
    {
      g_string_truncate (out->xml, at - strlen (">\n"));
      g_string_append (out->xml, "/>\n");
      return;
    }
  indent (out);
  g_string_append_printf (out->xml, "</%s>\n", name);
}

/* One element for each version of a text. */
static void
texts (Out *out, const char *name, const GPtrArray *text)
{
  for (guint i = 0; text != NULL && i < text->len; i++)
    {
      const PgDraftVersion *version = g_ptr_array_index (text, i);
      begin (out, name);
      attribute (out, "xml:lang", i > 0 ? version->language : NULL);
      g_string_append_printf (out->xml, ">%s</%s>\n", version->xml, name);
    }
}

/* Paragraphs and lists, each line of theirs in its place. */
static void
body (Out *out, const char *name, const char *xml)
{
  if (xml == NULL || xml[0] == '\0')
    return;
  g_auto (GStrv) lines = g_strsplit (xml, "\n", -1);
  begin (out, name);
  end_tag (out);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      {
        indent (out);
        g_string_append_printf (out->xml, "%s\n", lines[i]);
      }
  end_element (out, name, 0);
}

static void
origin (Out *out, const PgDraftOrigin *from)
{
  if (from->system == NULL)
    return;
  begin (out, "origin");
  attribute (out, "system", from->system);
  attribute (out, "id", from->id);
  attribute (out, "guid", from->guid);
  attribute (out, "code", from->code);
  attribute (out, "slug", from->slug);
  attribute (out, "url", from->url);
  g_string_append (out->xml, "/>\n");
}

/* The agenda */

static const char *
id_of (const PgDraftThing *thing)
{
  return thing != NULL ? thing->id : NULL;
}

static void
write_slot (Out *out, const PgDraftSlot *slot)
{
  g_autoptr (GString) who = g_string_new (NULL);
  for (guint i = 0; i < slot->people->len; i++)
    g_string_append_printf (who, "%s%s", i > 0 ? " " : "",
                            ((const PgDraftPerson *) g_ptr_array_index (slot->people, i))->id);
  begin (out, "slot");
  attribute (out, "who", who->str);
  attribute (out, "presenting", slot->presenting ? "yes" : NULL);
  number_attribute (out, "minutes", slot->minutes);
  end_tag (out);
  gsize at = out->xml->len;
  texts (out, "note", slot->note);
  end_element (out, "slot", at);
}

static void
write_group (Out *out, const PgDraftGroup *group)
{
  begin (out, "group");
  attribute (out, "role", group->role);
  end_tag (out);
  texts (out, "label", group->label);
  for (guint i = 0; i < group->slots->len; i++)
    write_slot (out, g_ptr_array_index (group->slots, i));
  end_element (out, "group", 0);
}

static void
write_document (Out *out, const PgDraftDocument *document)
{
  begin (out, "document");
  attribute (out, "href", document->href);
  end_tag (out);
  gsize at = out->xml->len;
  texts (out, "title", document->title);
  end_element (out, "document", at);
}

static void
rooms (Out *out, const PgDraftEntry *entry)
{
  if (entry->room == NULL)
    return;
  g_autoptr (GString) ids = g_string_new (entry->room->id);
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    g_string_append_printf (ids, " %s", id_of (g_ptr_array_index (entry->further_rooms, i)));
  attribute (out, "room", ids->str);
}

static void
write_entry (Out *out, const PgDraftEntry *entry)
{
  static const char *const names[] = { "session", "break", "talk" };
  const char *name = names[entry->sort];
  begin (out, name);
  attribute (out, "id", entry->id);
  attribute (out, "kind", entry->kind);
  time_attribute (out, "start", entry->start);
  time_attribute (out, "end", entry->end);
  number_attribute (out, "minutes", entry->minutes);
  attribute (out, "number", entry->number);
  rooms (out, entry);
  attribute (out, "track", id_of (entry->track));
  attribute (out, "language", entry->language);
  end_tag (out);
  gsize at = out->xml->len;
  origin (out, &entry->origin);
  texts (out, "title", entry->title);
  body (out, "abstract", entry->abstract);
  for (guint i = 0; i < entry->groups->len; i++)
    write_group (out, g_ptr_array_index (entry->groups, i));
  for (guint i = 0; i < entry->talks->len; i++)
    write_entry (out, g_ptr_array_index (entry->talks, i));
  for (guint i = 0; i < entry->documents->len; i++)
    write_document (out, g_ptr_array_index (entry->documents, i));
  end_element (out, name, at);
}

static void
write_day (Out *out, const PgDraftDay *day)
{
  begin (out, "day");
  attribute (out, "date", day->date);
  end_tag (out);
  texts (out, "title", day->title);
  for (guint i = 0; i < day->entries->len; i++)
    write_entry (out, g_ptr_array_index (day->entries, i));
  end_element (out, "day", 0);
}

/* What it refers to */

static void
write_thing (Out *out, const char *name, const PgDraftThing *thing)
{
  begin (out, name);
  attribute (out, "id", thing->id);
  attribute (out, "country", thing->country);
  end_tag (out);
  texts (out, "name", thing->name);
  texts (out, "short-name", thing->short_name);
  end_element (out, name, 0);
}

static void
write_things (Out *out, const char *list, const char *name, const GPtrArray *things)
{
  if (things->len == 0)
    return;
  begin (out, list);
  end_tag (out);
  for (guint i = 0; i < things->len; i++)
    write_thing (out, name, g_ptr_array_index (things, i));
  end_element (out, list, 0);
}

static void
write_person (Out *out, const PgDraftPerson *person)
{
  begin (out, "person");
  attribute (out, "id", person->id);
  attribute (out, "organisation", id_of (person->organisation));
  attribute (out, "country", person->country);
  attribute (out, "photograph", person->photograph);
  end_tag (out);
  origin (out, &person->origin);
  texts (out, "honorific", person->honorific);
  texts (out, "name", person->name);
  texts (out, "position", person->position);
  if (person->email != NULL)
    {
      g_autofree char *email = pg_draft_escape (person->email);
      begin (out, "email");
      g_string_append_printf (out->xml, ">%s</email>\n", email);
    }
  body (out, "biography", person->biography);
  end_element (out, "person", 0);
}

/* For what is put into an event that is there */

char *
pg_draft_write_entry (const PgDraftEntry *entry, guint depth)
{
  Out out = { g_string_new (NULL), depth };
  write_entry (&out, entry);
  return g_string_free (out.xml, FALSE);
}

char *
pg_draft_write_abstract (const PgDraftEntry *entry, guint depth)
{
  Out out = { g_string_new (NULL), depth };
  body (&out, "abstract", entry->abstract);
  return g_string_free (out.xml, FALSE);
}

char *
pg_draft_write_person (const PgDraftPerson *person, guint depth)
{
  Out out = { g_string_new (NULL), depth };
  write_person (&out, person);
  return g_string_free (out.xml, FALSE);
}

char *
pg_draft_write_thing (const PgDraftThing *thing, const char *element, guint depth)
{
  Out out = { g_string_new (NULL), depth };
  write_thing (&out, element, thing);
  return g_string_free (out.xml, FALSE);
}

/* Order and ids */

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PgDraftDay *const *) a)->date, (*(PgDraftDay *const *) b)->date);
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  int left = (*(PgDraftEntry *const *) a)->start, right = (*(PgDraftEntry *const *) b)->start;
  return left < right ? -1 : left > right;
}

/* The people of an entry and of its talks, who have no place in the order yet. */
static void
order_people (const PgDraftEntry *entry, GPtrArray *ordered)
{
  for (guint i = 0; i < entry->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const GPtrArray *people = ((const PgDraftSlot *) g_ptr_array_index (group->slots, j))->people;
          for (guint k = 0; k < people->len; k++)
            {
              PgDraftPerson *person = g_ptr_array_index (people, k);
              if (!person->is_written)
                g_ptr_array_add (ordered, person);
              person->is_written = TRUE;
            }
        }
    }
  for (guint i = 0; i < entry->talks->len; i++)
    order_people (g_ptr_array_index (entry->talks, i), ordered);
}

/* Sorting is stable. People of whom the agenda says nothing come last. */
static void
put_in_order (PgDraft *draft)
{
  GPtrArray *ordered = pg_arena_array (draft->arena);
  g_ptr_array_sort (draft->days, compare_days);
  for (guint i = 0; i < draft->days->len; i++)
    {
      PgDraftDay *day = g_ptr_array_index (draft->days, i);
      g_ptr_array_sort (day->entries, compare_starts);
      for (guint j = 0; j < day->entries->len; j++)
        order_people (g_ptr_array_index (day->entries, j), ordered);
    }
  for (guint i = 0; i < draft->people->len; i++)
    if (!((PgDraftPerson *) g_ptr_array_index (draft->people, i))->is_written)
      g_ptr_array_add (ordered, g_ptr_array_index (draft->people, i));
  draft->people = ordered;
}

/* From the first version of the name, without its markup. */
static const char *
make_id (PgDraft *draft, PgSlugs *ids, const GPtrArray *name, const char *kind)
{
  const char *xml = name != NULL ? ((const PgDraftVersion *) g_ptr_array_index (name, 0))->xml : "";
  g_autoptr (GString) plain = g_string_new (NULL);
  for (gboolean inside = FALSE; *xml != '\0'; xml++)
    if (*xml == '<' || *xml == '>')
      inside = *xml == '<';
    else if (!inside)
      g_string_append_c (plain, *xml);
  g_autofree char *id = pg_slugs_make (ids, plain->str, kind);
  return pg_arena_strdup (draft->arena, id);
}

static void
make_ids_of_things (PgDraft *draft, GPtrArray *things, const char *kind)
{
  g_autoptr (PgSlugs) ids = pg_slugs_new ();
  for (guint i = 0; i < things->len; i++)
    {
      PgDraftThing *thing = g_ptr_array_index (things, i);
      thing->id = make_id (draft, ids, thing->name, kind);
    }
}

static void
make_ids (PgDraft *draft)
{
  make_ids_of_things (draft, draft->organisations, "organisation");
  make_ids_of_things (draft, draft->rooms, "room");
  make_ids_of_things (draft, draft->tracks, "track");
  g_autoptr (PgSlugs) ids = pg_slugs_new ();
  for (guint i = 0; i < draft->people->len; i++)
    {
      PgDraftPerson *person = g_ptr_array_index (draft->people, i);
      person->id = make_id (draft, ids, person->name, "person");
    }
}

/* The whole */

/* "imported from schedule.xml (pretalx) on 2031-05-05": the day is that of SOURCE_DATE_EPOCH, if there is one. */
static void
write_comment (Out *out, const PgDraft *draft)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = epoch != NULL ? g_date_time_new_from_unix_utc (strtoll (epoch, NULL, 10)) : NULL;
  if (now == NULL)
    now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d"), *file = g_path_get_basename (draft->source);
  g_autofree char *of = draft->generator != NULL ? g_strdup_printf (" (%s)", draft->generator) : g_strdup ("");
  g_autofree char *plain = g_strdup_printf ("imported from %s%s on %s", file, of, date);
  g_autofree char *escaped = pg_draft_escape (plain);
  g_auto (GStrv) parts = g_strsplit (escaped, "--", -1); /* which comments cannot have */
  g_autofree char *comment = g_strjoinv ("- -", parts);
  g_string_append_printf (out->xml, "<!-- %s -->\n", comment);
}

static void
write_people (Out *out, const PgDraft *draft)
{
  if (draft->people->len == 0)
    return;
  begin (out, "people");
  end_tag (out);
  for (guint i = 0; i < draft->people->len; i++)
    write_person (out, g_ptr_array_index (draft->people, i));
  end_element (out, "people", 0);
}

static void
write_event (Out *out, const PgDraft *draft)
{
  begin (out, "event");
  end_tag (out);
  texts (out, "title", draft->title);
  texts (out, "subtitle", draft->subtitle);
  texts (out, "dates", draft->dates);
  texts (out, "venue", draft->venue);
  end_element (out, "event", 0);
}

char *
pg_draft_write (PgDraft *draft)
{
  Out out = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), 0 };
  if (draft->languages->len == 0)
    g_ptr_array_add (draft->languages, (gpointer) "en");
  put_in_order (draft);
  make_ids (draft);
  g_ptr_array_add (draft->languages, NULL);
  g_autofree char *languages = g_strjoinv (" ", (char **) draft->languages->pdata);
  write_comment (&out, draft);
  begin (&out, "programme version=\"1\"");
  attribute (&out, "languages", languages);
  attribute (&out, "timezone", draft->timezone);
  end_tag (&out);
  write_event (&out, draft);
  write_things (&out, "organisations", "organisation", draft->organisations);
  write_people (&out, draft);
  write_things (&out, "rooms", "room", draft->rooms);
  write_things (&out, "tracks", "track", draft->tracks);
  begin (&out, "agenda");
  end_tag (&out);
  for (guint i = 0; i < draft->days->len; i++)
    write_day (&out, g_ptr_array_index (draft->days, i));
  end_element (&out, "agenda", 0);
  end_element (&out, "programme", 0);
  return g_string_free (out.xml, FALSE);
}
