/* Enters: the name of an element. Leaves: what it may hold, by tables that programme.rnc mirrors.
   Elements with one name may differ by where they stand: <name> of a person marks the family name. */
#include "read/vocabulary.h"

#include <string.h>

#define CHOICES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define ATTRIBUTES(...) ((const PgAttributeRule[]){ __VA_ARGS__, { .name = NULL } })
#define CHILDREN(...) ((const PgChildRule[]){ __VA_ARGS__, { .rule = NULL } })

#define TIME_STYLES "09:00", "9:00", "09h00", "9h00", "9h", "9 h 00", "09.00", "9.00", "9:00 am"
#define TIMES_ATTRIBUTE(...)                                                                                           \
  {                                                                                                                    \
    "times", PG_VALUE_CHOICE, FALSE, "9h00", CHOICES (__VA_ARGS__)                                                     \
  }
#define CALENDAR_ATTRIBUTE                                                                                             \
  {                                                                                                                    \
    "calendar", PG_VALUE_CHOICE, FALSE, "buddhist",                                                                    \
        CHOICES ("gregorian", "buddhist", "japanese", "roc", "persian", "islamic")                                     \
  }
#define LANGUAGE_ATTRIBUTE                                                                                             \
  {                                                                                                                    \
    "xml:lang", PG_VALUE_LANGUAGE, FALSE, "ko", NULL                                                                   \
  }
#define ID_ATTRIBUTE(example)                                                                                          \
  {                                                                                                                    \
    "id", PG_VALUE_ID, TRUE, example, NULL                                                                             \
  }
#define TEXT_ATTRIBUTE(name, example)                                                                                  \
  {                                                                                                                    \
    name, PG_VALUE_TEXT, FALSE, example, NULL                                                                          \
  }

/* Text */

static const PgElementRule bold, italic, superscript, subscript, line_break, anchor, span;

static const PgChildRule inline_children[]
    = { { &bold, PG_ANY_NUMBER },      { &italic, PG_ANY_NUMBER },     { &superscript, PG_ANY_NUMBER },
        { &subscript, PG_ANY_NUMBER }, { &line_break, PG_ANY_NUMBER }, { &anchor, PG_ANY_NUMBER },
        { &span, PG_ANY_NUMBER },      { NULL, PG_ANY_NUMBER } };

#define INLINE(name, attributes)                                                                                       \
  {                                                                                                                    \
    name, PG_CONTENT_TEXT, attributes, inline_children                                                                 \
  }
#define TEXT(name) INLINE (name, ATTRIBUTES (LANGUAGE_ATTRIBUTE))

static const PgElementRule bold = INLINE ("b", NULL);
static const PgElementRule italic = INLINE ("i", NULL);
static const PgElementRule superscript = INLINE ("sup", NULL);
static const PgElementRule subscript = INLINE ("sub", NULL);
static const PgElementRule line_break = { "br", PG_CONTENT_NOTHING, NULL, NULL };
static const PgElementRule anchor
    = INLINE ("a", ATTRIBUTES ({ "href", PG_VALUE_LINK, TRUE, "https://example.org/", NULL }));
static const PgElementRule span = INLINE ("span", ATTRIBUTES ({ "xml:lang", PG_VALUE_LANGUAGE, TRUE, "fr", NULL }));

static const PgElementRule title = TEXT ("title");
static const PgElementRule short_title = TEXT ("short-title");
static const PgElementRule subtitle = TEXT ("subtitle");
static const PgElementRule series = TEXT ("series");
static const PgElementRule dates = TEXT ("dates");
static const PgElementRule venue = TEXT ("venue");
static const PgElementRule running_head = TEXT ("running-head");
static const PgElementRule name = TEXT ("name");
static const PgElementRule short_name = TEXT ("short-name");
static const PgElementRule honorific = TEXT ("honorific");
static const PgElementRule position = TEXT ("position");
static const PgElementRule label = TEXT ("label");
static const PgElementRule slot_note = TEXT ("note");
static const PgElementRule action = TEXT ("action");
static const PgElementRule slot_position
    = { "position", PG_CONTENT_OPTIONAL_TEXT, ATTRIBUTES (LANGUAGE_ATTRIBUTE), inline_children };
static const PgElementRule status = TEXT ("status");
static const PgElementRule reference = TEXT ("reference");
static const PgElementRule revision = TEXT ("revision");
static const PgElementRule classification = TEXT ("classification");
static const PgElementRule end = { "end", PG_CONTENT_OPTIONAL_TEXT, ATTRIBUTES (LANGUAGE_ATTRIBUTE), inline_children };

static const PgElementRule family = { "family", PG_CONTENT_TEXT, NULL, NULL };
static const PgElementRule person_name
    = { "name", PG_CONTENT_TEXT,
        ATTRIBUTES (LANGUAGE_ATTRIBUTE, TEXT_ATTRIBUTE ("reading", "いとう じろう"), TEXT_ATTRIBUTE ("sort", "Berg")),
        CHILDREN ({ &family, PG_ANY_NUMBER }) };

/* What may have notes. */
static const PgElementRule footnote = INLINE ("footnote", NULL);
#define NOTED_CHILDREN                                                                                                 \
  CHILDREN ({ &bold, PG_ANY_NUMBER }, { &italic, PG_ANY_NUMBER }, { &superscript, PG_ANY_NUMBER },                     \
            { &subscript, PG_ANY_NUMBER }, { &line_break, PG_ANY_NUMBER }, { &anchor, PG_ANY_NUMBER },                 \
            { &span, PG_ANY_NUMBER }, { &footnote, PG_ANY_NUMBER })

static const PgElementRule paragraph = { "p", PG_CONTENT_TEXT, ATTRIBUTES (LANGUAGE_ATTRIBUTE), NOTED_CHILDREN };
static const PgElementRule list_item = { "item", PG_CONTENT_TEXT, ATTRIBUTES (LANGUAGE_ATTRIBUTE), NOTED_CHILDREN };
static const PgElementRule verse = TEXT ("verse");
static const PgElementRule list
    = { "list", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "kind", PG_VALUE_CHOICE, FALSE, "number", CHOICES ("bullet", "number") }),
        CHILDREN ({ &list_item, PG_AT_LEAST_ONE }) };

static const PgElementRule caption = TEXT ("caption");
static const PgElementRule term = TEXT ("term");
static const PgElementRule source = TEXT ("source");

#define SIDES CHOICES ("start", "centre", "end")

static const PgElementRule cell
    = { "cell", PG_CONTENT_OPTIONAL_TEXT,
        ATTRIBUTES ({ "columns", PG_VALUE_COUNT, FALSE, "2", NULL }, { "rows", PG_VALUE_COUNT, FALSE, "2", NULL },
                    { "align", PG_VALUE_CHOICE, FALSE, "end", SIDES },
                    { "head", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") }, LANGUAGE_ATTRIBUTE),
        NOTED_CHILDREN };
static const PgElementRule table_head = { "head", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &cell, PG_AT_LEAST_ONE }) };
static const PgElementRule row = { "row", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &cell, PG_AT_LEAST_ONE }) };
static const PgElementRule table
    = { "table", PG_CONTENT_ELEMENTS, ATTRIBUTES ({ "align", PG_VALUE_CHOICES, FALSE, "start end", SIDES }),
        CHILDREN ({ &caption, PG_ANY_NUMBER }, { &table_head, PG_AT_MOST_ONE }, { &row, PG_AT_LEAST_ONE }) };
static const PgElementRule image = { "image", PG_CONTENT_ELEMENTS,
                                     ATTRIBUTES ({ "src", PG_VALUE_PATH, TRUE, "plan.svg", NULL },
                                                 { "alt", PG_VALUE_TEXT, TRUE, "The way to the hall", NULL }),
                                     CHILDREN ({ &caption, PG_ANY_NUMBER }) };

/* The bodies of texts: of a few paragraphs; with tables and the like; and with sections, which are within each other down to
   the third level. */
#define SIMPLE_BODY                                                                                                    \
  { &paragraph, PG_ANY_NUMBER }, { &list, PG_ANY_NUMBER }, { &verse, PG_ANY_NUMBER }
#define BODY                                                                                                           \
  SIMPLE_BODY, { &definitions, PG_ANY_NUMBER }, { &quotation, PG_ANY_NUMBER }, { &table, PG_ANY_NUMBER },              \
  {                                                                                                                    \
    &image, PG_ANY_NUMBER                                                                                              \
  }
static const PgElementRule definition
    = { "definition", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &term, PG_AT_LEAST_ONE }, SIMPLE_BODY) };
static const PgElementRule definitions
    = { "definitions", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &definition, PG_AT_LEAST_ONE }) };
static const PgElementRule quotation
    = { "quotation", PG_CONTENT_ELEMENTS, NULL, CHILDREN (SIMPLE_BODY, { &source, PG_ANY_NUMBER }) };
static const PgElementRule section_within_within
    = { "section", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &title, PG_AT_LEAST_ONE }, BODY) };
static const PgElementRule section_within
    = { "section", PG_CONTENT_ELEMENTS, NULL,
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, BODY, { &section_within_within, PG_ANY_NUMBER }) };
static const PgElementRule section = { "section", PG_CONTENT_ELEMENTS, NULL,
                                       CHILDREN ({ &title, PG_ANY_NUMBER }, BODY, { &section_within, PG_ANY_NUMBER }) };
static const PgElementRule abstract
    = { "abstract", PG_CONTENT_ELEMENTS, NULL, CHILDREN (BODY, { &section_within, PG_ANY_NUMBER }) };
static const PgElementRule biography = { "biography", PG_CONTENT_ELEMENTS, NULL, CHILDREN (SIMPLE_BODY) };
static const PgElementRule day_note = { "note", PG_CONTENT_ELEMENTS, NULL, CHILDREN (SIMPLE_BODY) };

/* The event */

static const PgElementRule organiser
    = { "organiser", PG_CONTENT_NOTHING, ATTRIBUTES ({ "ref", PG_VALUE_REFERENCE, TRUE, "oecd", NULL }), NULL };
static const PgElementRule logo = { "logo", PG_CONTENT_NOTHING,
                                    ATTRIBUTES ({ "src", PG_VALUE_PATH, TRUE, "logo.svg", NULL },
                                                { "alt", PG_VALUE_TEXT, TRUE, "The network's emblem", NULL }),
                                    NULL };
static const PgElementRule event
    = { "event", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (TEXT_ATTRIBUTE ("status", "Draft"), TEXT_ATTRIBUTE ("reference", "GOV/2024/7"),
                    TEXT_ATTRIBUTE ("revision", "2"), TEXT_ATTRIBUTE ("classification", "For official use")),
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, { &short_title, PG_ANY_NUMBER }, { &subtitle, PG_ANY_NUMBER },
                  { &series, PG_ANY_NUMBER }, { &dates, PG_ANY_NUMBER }, { &venue, PG_ANY_NUMBER },
                  { &status, PG_ANY_NUMBER }, { &reference, PG_ANY_NUMBER }, { &revision, PG_ANY_NUMBER },
                  { &classification, PG_ANY_NUMBER }, { &organiser, PG_ANY_NUMBER }, { &logo, PG_AT_MOST_ONE }) };

/* What is referred to */

#define COUNTRY_ATTRIBUTE                                                                                              \
  {                                                                                                                    \
    "country", PG_VALUE_COUNTRY, FALSE, "KR", NULL                                                                     \
  }

static const PgElementRule organisation
    = { "organisation", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (ID_ATTRIBUTE ("oecd"), COUNTRY_ATTRIBUTE,
                    { "delegation", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") },
                    { "observer", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") },
                    { "logo", PG_VALUE_PATH, FALSE, "oecd.svg", NULL }),
        CHILDREN ({ &name, PG_AT_LEAST_ONE }, { &short_name, PG_ANY_NUMBER }) };
static const PgElementRule organisations
    = { "organisations", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &organisation, PG_ANY_NUMBER }) };

/* Which it is in the system that the event comes from. */
static const PgElementRule origin
    = { "origin", PG_CONTENT_NOTHING,
        ATTRIBUTES ({ "system", PG_VALUE_TEXT, TRUE, "pretalx", NULL }, TEXT_ATTRIBUTE ("id", "4711"),
                    TEXT_ATTRIBUTE ("guid", "8f3c6c0e-2d6b-5c4f-9a51-0b7e6f1d2c3a"), TEXT_ATTRIBUTE ("code", "GK7QDF"),
                    TEXT_ATTRIBUTE ("slug", "opening"), { "url", PG_VALUE_LINK, FALSE, "https://example.org/7", NULL }),
        NULL };
static const PgElementRule email = { "email", PG_CONTENT_TEXT, NULL, NULL };

static const PgElementRule person
    = { "person", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (ID_ATTRIBUTE ("rivera"), { "organisation", PG_VALUE_REFERENCE, FALSE, "oecd", NULL },
                    COUNTRY_ATTRIBUTE, { "head", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") },
                    { "photograph", PG_VALUE_PATH, FALSE, "people/rivera.jpg", NULL }),
        CHILDREN ({ &person_name, PG_AT_LEAST_ONE }, { &honorific, PG_ANY_NUMBER }, { &position, PG_ANY_NUMBER },
                  { &biography, PG_AT_MOST_ONE }, { &email, PG_AT_MOST_ONE }, { &origin, PG_AT_MOST_ONE }) };
static const PgElementRule people = { "people", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &person, PG_ANY_NUMBER }) };

static const PgElementRule delegations
    = { "delegations", PG_CONTENT_NOTHING,
        ATTRIBUTES ({ "order", PG_VALUE_CHOICE, FALSE, "listed", CHOICES ("alphabetical", "listed") },
                    { "host", PG_VALUE_REFERENCE, FALSE, "ministry", NULL },
                    { "host-place", PG_VALUE_CHOICE, FALSE, "last", CHOICES ("first", "last") }),
        NULL };

static const PgElementRule room = { "room", PG_CONTENT_ELEMENTS,
                                    ATTRIBUTES (ID_ATTRIBUTE ("grand"), TEXT_ATTRIBUTE ("level", "2"),
                                                { "seats", PG_VALUE_COUNT, FALSE, "120", NULL }),
                                    CHILDREN ({ &name, PG_AT_LEAST_ONE }) };
static const PgElementRule rooms = { "rooms", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &room, PG_ANY_NUMBER }) };

static const PgElementRule track
    = { "track", PG_CONTENT_ELEMENTS, ATTRIBUTES (ID_ATTRIBUTE ("data"), TEXT_ATTRIBUTE ("letter", "A")),
        CHILDREN ({ &name, PG_AT_LEAST_ONE }) };
static const PgElementRule tracks = { "tracks", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &track, PG_ANY_NUMBER }) };

static const PgElementRule category
    = { "category", PG_CONTENT_ELEMENTS, ATTRIBUTES (ID_ATTRIBUTE ("press")), CHILDREN ({ &name, PG_AT_LEAST_ONE }) };
static const PgElementRule categories
    = { "categories", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &category, PG_ANY_NUMBER }) };

static const PgElementRule country
    = { "country", PG_CONTENT_ELEMENTS, ATTRIBUTES ({ "code", PG_VALUE_COUNTRY, TRUE, "KR", NULL }),
        CHILDREN ({ &name, PG_AT_LEAST_ONE }) };
static const PgElementRule countries
    = { "countries", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &country, PG_ANY_NUMBER }) };

static const PgElementRule word
    = INLINE ("word", ATTRIBUTES ({ "key", PG_VALUE_WORD, TRUE, "moderator", NULL }, LANGUAGE_ATTRIBUTE));
static const PgElementRule words = { "words", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &word, PG_ANY_NUMBER }) };

static const PgElementRule documents = { "documents", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &title, PG_ANY_NUMBER }) };
static const PgElementRule front = { "front", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &section, PG_ANY_NUMBER }) };
static const PgElementRule back
    = { "back", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &section, PG_ANY_NUMBER }, { &documents, PG_AT_MOST_ONE }) };

/* The booklet */

#define OPENS_ATTRIBUTE                                                                                                \
  {                                                                                                                    \
    "opens", PG_VALUE_CHOICE, FALSE, "right", CHOICES ("right", "any")                                                 \
  }
#define PART(name)                                                                                                     \
  {                                                                                                                    \
    name, PG_CONTENT_NOTHING, ATTRIBUTES (OPENS_ATTRIBUTE), NULL                                                       \
  }
static const PgElementRule alt = TEXT ("alt");
static const PgElementRule picture
    = { "picture", PG_CONTENT_ELEMENTS, ATTRIBUTES ({ "src", PG_VALUE_PATH, TRUE, "harbour.jpg", NULL }),
        CHILDREN ({ &alt, PG_AT_LEAST_ONE }) };
static const PgElementRule cover_part = { "cover", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &picture, PG_AT_MOST_ONE }) };
static const PgElementRule front_part = PART ("front");
static const PgElementRule contents_part = PART ("contents");
static const PgElementRule glance_part = PART ("glance");
static const PgElementRule agenda_part = PART ("agenda");
static const PgElementRule speakers_part = PART ("speakers");
static const PgElementRule index_part = PART ("index");
static const PgElementRule section_part
    = { "section", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (OPENS_ATTRIBUTE, { "columns", PG_VALUE_CHOICE, FALSE, "2", CHOICES ("1", "2") }),
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, BODY, { &section_within, PG_ANY_NUMBER }) };
static const PgElementRule plan_part
    = { "plan", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (OPENS_ATTRIBUTE, { "src", PG_VALUE_PATH, TRUE, "level2.svg", NULL }, TEXT_ATTRIBUTE ("level", "2")),
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, { &alt, PG_AT_LEAST_ONE }) };
static const PgElementRule sponsor
    = { "sponsor", PG_CONTENT_NOTHING, ATTRIBUTES ({ "organisation", PG_VALUE_REFERENCE, TRUE, "oecd", NULL }), NULL };
static const PgElementRule tier
    = { "tier", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &name, PG_AT_LEAST_ONE }, { &sponsor, PG_AT_LEAST_ONE }) };
static const PgElementRule sponsors_part
    = { "sponsors", PG_CONTENT_ELEMENTS, ATTRIBUTES (OPENS_ATTRIBUTE), CHILDREN ({ &tier, PG_AT_LEAST_ONE }) };
static const PgElementRule back_part = PART ("back");
static const PgElementRule personal_part = PART ("personal");
static const PgElementRule notes_part
    = { "notes", PG_CONTENT_NOTHING, ATTRIBUTES (OPENS_ATTRIBUTE, { "pages", PG_VALUE_COUNT, FALSE, "2", NULL }),
        NULL };
static const PgElementRule back_cover_part = { "back-cover", PG_CONTENT_NOTHING, NULL, NULL };
static const PgElementRule booklet
    = { "booklet", PG_CONTENT_ELEMENTS, ATTRIBUTES (OPENS_ATTRIBUTE),
        CHILDREN ({ &cover_part, PG_AT_MOST_ONE }, { &front_part, PG_AT_MOST_ONE }, { &contents_part, PG_AT_MOST_ONE },
                  { &glance_part, PG_AT_MOST_ONE }, { &agenda_part, PG_AT_MOST_ONE },
                  { &speakers_part, PG_AT_MOST_ONE }, { &index_part, PG_AT_MOST_ONE }, { &section_part, PG_ANY_NUMBER },
                  { &plan_part, PG_ANY_NUMBER }, { &sponsors_part, PG_AT_MOST_ONE }, { &back_part, PG_AT_MOST_ONE },
                  { &personal_part, PG_AT_MOST_ONE }, { &notes_part, PG_ANY_NUMBER },
                  { &back_cover_part, PG_AT_MOST_ONE }) };

/* The agenda */

#define MINUTES_ATTRIBUTE                                                                                              \
  {                                                                                                                    \
    "minutes", PG_VALUE_COUNT, FALSE, "15", NULL                                                                       \
  }
#define START_ATTRIBUTE                                                                                                \
  {                                                                                                                    \
    "start", PG_VALUE_CLOCK, TRUE, "09:00", NULL                                                                       \
  }
#define END_ATTRIBUTE                                                                                                  \
  {                                                                                                                    \
    "end", PG_VALUE_CLOCK, FALSE, "10:30", NULL                                                                        \
  }
#define ENTRY_ID_ATTRIBUTE                                                                                             \
  {                                                                                                                    \
    "id", PG_VALUE_ID, FALSE, "opening", NULL                                                                          \
  }
#define LANGUAGE_LIST_ATTRIBUTE                                                                                        \
  {                                                                                                                    \
    "language", PG_VALUE_LANGUAGES, FALSE, "en ko", NULL                                                               \
  }
#define ROOM_ATTRIBUTE                                                                                                 \
  {                                                                                                                    \
    "room", PG_VALUE_REFERENCES, FALSE, "grand", NULL                                                                  \
  }

static const PgElementRule document = { "document", PG_CONTENT_ELEMENTS,
                                        ATTRIBUTES (TEXT_ATTRIBUTE ("ref", "AB/2031/7"),
                                                    { "href", PG_VALUE_LINK, FALSE, "https://example.org/", NULL }),
                                        CHILDREN ({ &title, PG_ANY_NUMBER }) };

static const PgElementRule slot
    = { "slot", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "who", PG_VALUE_REFERENCES, TRUE, "rivera", NULL }, MINUTES_ATTRIBUTE,
                    { "organisation", PG_VALUE_REFERENCE_OR_NONE, FALSE, "oecd", NULL }, COUNTRY_ATTRIBUTE),
        CHILDREN ({ &person_name, PG_ANY_NUMBER }, { &slot_position, PG_ANY_NUMBER }, { &slot_note, PG_ANY_NUMBER }) };
#define ROLE_ATTRIBUTE                                                                                                 \
  {                                                                                                                    \
    "role", PG_VALUE_CHOICE, FALSE, "speaker",                                                                         \
        CHOICES ("moderator", "chair", "speaker", "panellist", "presenter", "discussant", "rapporteur", "facilitator", \
                 "host", "comments", "author", "soloist")                                                              \
  }
static const PgElementRule group = { "group", PG_CONTENT_ELEMENTS, ATTRIBUTES (ROLE_ATTRIBUTE),
                                     CHILDREN ({ &label, PG_ANY_NUMBER }, { &slot, PG_AT_LEAST_ONE }) };
static const PgElementRule item = INLINE ("item", ATTRIBUTES (MINUTES_ATTRIBUTE, LANGUAGE_ATTRIBUTE));

/* A talk's people have their names and affiliations alone, and its times are its own. */
static const PgElementRule talk_slot
    = { "slot", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "who", PG_VALUE_REFERENCES, TRUE, "rivera", NULL },
                    { "presenting", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") },
                    { "organisation", PG_VALUE_REFERENCES_OR_NONE, FALSE, "oecd", NULL }, COUNTRY_ATTRIBUTE),
        CHILDREN ({ &person_name, PG_ANY_NUMBER }, { &slot_note, PG_ANY_NUMBER }) };
static const PgElementRule talk_group = { "group", PG_CONTENT_ELEMENTS, ATTRIBUTES (ROLE_ATTRIBUTE),
                                          CHILDREN ({ &label, PG_ANY_NUMBER }, { &talk_slot, PG_AT_LEAST_ONE }) };
static const PgElementRule talk
    = { "talk", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "start", PG_VALUE_CLOCK, FALSE, "09:00", NULL }, END_ATTRIBUTE, MINUTES_ATTRIBUTE,
                    TEXT_ATTRIBUTE ("number", "O-12"), LANGUAGE_LIST_ATTRIBUTE),
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, { &abstract, PG_AT_MOST_ONE }, { &talk_group, PG_ANY_NUMBER },
                  { &document, PG_ANY_NUMBER }) };

/* Who is there all day, or on all days, or performs a work: without minutes. */
static const PgElementRule standing_slot
    = { "slot", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "who", PG_VALUE_REFERENCES, TRUE, "rivera", NULL },
                    { "organisation", PG_VALUE_REFERENCE_OR_NONE, FALSE, "oecd", NULL }, COUNTRY_ATTRIBUTE),
        CHILDREN ({ &person_name, PG_ANY_NUMBER }, { &slot_position, PG_ANY_NUMBER }, { &slot_note, PG_ANY_NUMBER }) };
static const PgElementRule standing_group
    = { "group", PG_CONTENT_ELEMENTS, ATTRIBUTES (ROLE_ATTRIBUTE),
        CHILDREN ({ &label, PG_ANY_NUMBER }, { &standing_slot, PG_AT_LEAST_ONE }) };

/* What is sung or played, and by whom. */
static const PgElementRule composer
    = INLINE ("composer", ATTRIBUTES (TEXT_ATTRIBUTE ("dates", "1833–1897"), LANGUAGE_ATTRIBUTE));
static const PgElementRule part = TEXT ("part");
static const PgElementRule poet = TEXT ("poet");
static const PgElementRule song
    = { "song", PG_CONTENT_ELEMENTS, ATTRIBUTES (TEXT_ATTRIBUTE ("number", "1")),
        CHILDREN ({ &title, PG_AT_LEAST_ONE }, { &poet, PG_ANY_NUMBER }, { &verse, PG_ANY_NUMBER }) };
static const PgElementRule work
    = { "work", PG_CONTENT_ELEMENTS, NULL,
        CHILDREN ({ &composer, PG_ANY_NUMBER }, { &title, PG_AT_LEAST_ONE }, { &part, PG_ANY_NUMBER },
                  { &song, PG_ANY_NUMBER }, { &abstract, PG_AT_MOST_ONE }, { &standing_group, PG_ANY_NUMBER }) };

#define ACTION_ATTRIBUTE                                                                                               \
  {                                                                                                                    \
    "action", PG_VALUE_CHOICE, FALSE, "decision",                                                                      \
        CHOICES ("decision", "discussion", "information", "adoption", "election")                                      \
  }
#define TOPIC_ATTRIBUTES ATTRIBUTES (TEXT_ATTRIBUTE ("number", "4.1"), ACTION_ATTRIBUTE)
#define SESSION_CHILDREN                                                                                               \
  { &action, PG_ANY_NUMBER }, { &abstract, PG_AT_MOST_ONE }, { &group, PG_ANY_NUMBER }, { &item, PG_ANY_NUMBER },      \
  {                                                                                                                    \
    &document, PG_ANY_NUMBER                                                                                           \
  }
#define TOPIC_CHILDREN { &title, PG_AT_LEAST_ONE }, SESSION_CHILDREN

/* Topics within topics, as deep as meetings number them. */
static const PgElementRule topic_within_within
    = { "topic", PG_CONTENT_ELEMENTS, TOPIC_ATTRIBUTES, CHILDREN (TOPIC_CHILDREN) };
static const PgElementRule topic_within = { "topic", PG_CONTENT_ELEMENTS, TOPIC_ATTRIBUTES,
                                            CHILDREN (TOPIC_CHILDREN, { &topic_within_within, PG_ANY_NUMBER }) };
static const PgElementRule topic
    = { "topic", PG_CONTENT_ELEMENTS, TOPIC_ATTRIBUTES, CHILDREN (TOPIC_CHILDREN, { &topic_within, PG_ANY_NUMBER }) };

static const PgElementRule session
    = { "session", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (
            ENTRY_ID_ATTRIBUTE, START_ATTRIBUTE, END_ATTRIBUTE,
            { "kind", PG_VALUE_CHOICE, FALSE, "plenary",
              CHOICES ("session", "plain", "plenary", "keynote", "panel", "workshop", "posters", "ceremony", "item") },
            TEXT_ATTRIBUTE ("number", "1"), ROOM_ATTRIBUTE, { "track", PG_VALUE_REFERENCE, FALSE, "data", NULL },
            LANGUAGE_LIST_ATTRIBUTE, TEXT_ATTRIBUTE ("classification", "Closed session"),
            TEXT_ATTRIBUTE ("revision", "2"), ACTION_ATTRIBUTE, TIMES_ATTRIBUTE ("none"),
            { "cancelled", PG_VALUE_CHOICE, FALSE, "yes", CHOICES ("yes", "no") }),
        CHILDREN ({ &title, PG_AT_LEAST_ONE_OR_WORK }, SESSION_CHILDREN, { &organiser, PG_ANY_NUMBER },
                  { &classification, PG_ANY_NUMBER }, { &revision, PG_ANY_NUMBER }, { &talk, PG_ANY_NUMBER },
                  { &topic, PG_ANY_NUMBER }, { &work, PG_ANY_NUMBER }, { &origin, PG_AT_MOST_ONE }) };
static const PgElementRule interval
    = { "break", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (ENTRY_ID_ATTRIBUTE, START_ATTRIBUTE, END_ATTRIBUTE,
                    { "kind", PG_VALUE_CHOICE, FALSE, "lunch",
                      CHOICES ("break", "coffee", "tea", "lunch", "dinner", "reception", "registration", "photo") },
                    ROOM_ATTRIBUTE),
        CHILDREN ({ &title, PG_ANY_NUMBER }) };
static const PgElementRule day
    = { "day", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "date", PG_VALUE_DATE, TRUE, "2024-09-03", NULL }, TIMES_ATTRIBUTE (TIME_STYLES, "none"),
                    TEXT_ATTRIBUTE ("zone-label", "KST")),
        CHILDREN ({ &title, PG_ANY_NUMBER }, { &subtitle, PG_ANY_NUMBER }, { &running_head, PG_ANY_NUMBER },
                  { &organiser, PG_ANY_NUMBER }, { &day_note, PG_AT_MOST_ONE }, { &standing_group, PG_ANY_NUMBER },
                  { &session, PG_ANY_NUMBER }, { &interval, PG_ANY_NUMBER }, { &end, PG_ANY_NUMBER }) };
static const PgElementRule agenda
    = { "agenda", PG_CONTENT_ELEMENTS, NULL,
        CHILDREN ({ &title, PG_ANY_NUMBER }, { &standing_group, PG_ANY_NUMBER }, { &day, PG_ANY_NUMBER }) };

/* Signs that show the way, and notices */

#define ARROW_ATTRIBUTE(required)                                                                                      \
  {                                                                                                                    \
    "arrow", PG_VALUE_CHOICE, required, "ahead-left",                                                                  \
        CHOICES ("ahead", "ahead-right", "right", "back-right", "back", "back-left", "left", "ahead-left")             \
  }
static const PgElementRule way
    = { "way", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (ARROW_ATTRIBUTE (TRUE), { "room", PG_VALUE_REFERENCE, FALSE, "grand", NULL },
                    { "icon", PG_VALUE_CHOICE, FALSE, "lift",
                      CHOICES ("lift", "stairs", "toilets", "cloakroom", "registration", "catering", "prayer", "quiet",
                               "exit", "wheelchair", "press", "first-aid") },
                    { "metres", PG_VALUE_COUNT, FALSE, "30", NULL }),
        CHILDREN ({ &name, PG_ANY_NUMBER }) };
static const PgElementRule signpost
    = { "sign", PG_CONTENT_ELEMENTS,
        ATTRIBUTES (TEXT_ATTRIBUTE ("place", "Foyer, east wall"), { "distance", PG_VALUE_DISTANCE, FALSE, "8m", NULL }),
        CHILDREN ({ &way, PG_AT_LEAST_ONE }) };
static const PgElementRule directions
    = { "directions", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &signpost, PG_ANY_NUMBER }) };
static const PgElementRule notice
    = { "notice", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "kind", PG_VALUE_CHOICE, TRUE, "moved",
                      CHOICES ("moved", "full", "cancelled", "reserved", "welcome", "text") },
                    { "session", PG_VALUE_REFERENCE, FALSE, "opening", NULL },
                    { "from", PG_VALUE_REFERENCE, FALSE, "grand", NULL }, ARROW_ATTRIBUTE (FALSE)),
        CHILDREN ({ &paragraph, PG_ANY_NUMBER }) };
static const PgElementRule notices = { "notices", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &notice, PG_ANY_NUMBER }) };

static const PgElementRule format
    = { "format", PG_CONTENT_NOTHING,
        ATTRIBUTES ({ "xml:lang", PG_VALUE_LANGUAGE, TRUE, "ko", NULL },
                    { "date", PG_VALUE_PATTERN, FALSE, "EEEE d MMMM y", NULL }, TIMES_ATTRIBUTE (TIME_STYLES),
                    CALENDAR_ATTRIBUTE, { "figures", PG_VALUE_CHOICE, FALSE, "native", CHOICES ("latin", "native") },
                    { "order", PG_VALUE_CHOICE, FALSE, "strokes", CHOICES ("pinyin", "strokes") }),
        NULL };
static const PgElementRule formats = { "formats", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &format, PG_ANY_NUMBER }) };

/* The options of pieces are their own. */
static const PgElementRule kit_piece
    = { "piece", PG_CONTENT_NOTHING,
        ATTRIBUTES ({ "name", PG_VALUE_TEXT, TRUE, "signs", NULL }, { "copies", PG_VALUE_COUNT, FALSE, "2", NULL },
                    TEXT_ATTRIBUTE ("theme", "modern"), TEXT_ATTRIBUTE (PG_OTHER_ATTRIBUTES, "A3")),
        NULL };
static const PgElementRule kit = { "kit", PG_CONTENT_ELEMENTS, NULL, CHILDREN ({ &kit_piece, PG_ANY_NUMBER }) };

static const PgElementRule programme
    = { "programme", PG_CONTENT_ELEMENTS,
        ATTRIBUTES ({ "version", PG_VALUE_CHOICE, TRUE, "1", CHOICES ("1") },
                    { "languages", PG_VALUE_LANGUAGES, FALSE, "en ko", NULL },
                    { "timezone", PG_VALUE_ZONE, FALSE, "Asia/Seoul", NULL }, TEXT_ATTRIBUTE ("zone-label", "KST"),
                    { "second-timezone", PG_VALUE_ZONE, FALSE, "Europe/Paris", NULL },
                    TEXT_ATTRIBUTE ("second-zone-label", "CEST"),
                    { "date-pattern", PG_VALUE_PATTERN, FALSE, "EEEE d MMMM y", NULL },
                    TIMES_ATTRIBUTE (TIME_STYLES, "none"), CALENDAR_ATTRIBUTE),
        CHILDREN ({ &event, PG_EXACTLY_ONE }, { &organisations, PG_AT_MOST_ONE }, { &people, PG_AT_MOST_ONE },
                  { &delegations, PG_AT_MOST_ONE }, { &rooms, PG_AT_MOST_ONE }, { &tracks, PG_AT_MOST_ONE },
                  { &categories, PG_AT_MOST_ONE }, { &countries, PG_AT_MOST_ONE }, { &words, PG_AT_MOST_ONE },
                  { &formats, PG_AT_MOST_ONE }, { &front, PG_AT_MOST_ONE }, { &agenda, PG_EXACTLY_ONE },
                  { &back, PG_AT_MOST_ONE }, { &booklet, PG_AT_MOST_ONE }, { &directions, PG_AT_MOST_ONE },
                  { &notices, PG_AT_MOST_ONE }, { &kit, PG_AT_MOST_ONE }) };

/* Each element that holds others; the order is that in which an element's home is named. */
static const PgElementRule *const holders[]
    = { &programme,   &agenda,     &day,           &session,      &talk,       &work,     &song,  &group,
        &slot,        &event,      &organisations, &organisation, &people,     &person,   &rooms, &room,
        &tracks,      &track,      &words,         &formats,      &countries,  &country,  &front, &back,
        &section,     &list,       &person_name,   &paragraph,    &interval,   &table,    &row,   &image,
        &definitions, &definition, &quotation,     &booklet,      &directions, &signpost, &way,   &notices,
        &notice,      &categories, &category,      &kit };

const PgElementRule *
pg_vocabulary_root (void)
{
  return &programme;
}

const PgAttributeRule *
pg_rule_attribute (const PgElementRule *rule, const char *wanted)
{
  for (const PgAttributeRule *attribute = rule->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    if (strcmp (attribute->name, wanted) == 0)
      return attribute;
  return NULL;
}

const PgElementRule *
pg_rule_child (const PgElementRule *rule, const char *wanted)
{
  for (const PgChildRule *child = rule->children; child != NULL && child->rule != NULL; child++)
    if (strcmp (child->rule->name, wanted) == 0)
      return child->rule;
  return NULL;
}

const PgElementRule *
pg_vocabulary_parent (const char *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    if (pg_rule_child (holders[i], wanted) != NULL)
      return holders[i];
  return NULL;
}

static const char **
finish_names (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

const char **
pg_rule_attribute_names (const PgElementRule *rule)
{
  GPtrArray *names = g_ptr_array_new ();
  for (const PgAttributeRule *attribute = rule->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    g_ptr_array_add (names, (gpointer) attribute->name);
  return finish_names (names);
}

static void
add_child_names (GPtrArray *names, const PgElementRule *rule)
{
  for (const PgChildRule *child = rule->children; child != NULL && child->rule != NULL; child++)
    g_ptr_array_add (names, (gpointer) child->rule->name);
}

const char **
pg_rule_child_names (const PgElementRule *rule)
{
  GPtrArray *names = g_ptr_array_new ();
  add_child_names (names, rule);
  return finish_names (names);
}

const char **
pg_vocabulary_names (void)
{
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    add_child_names (names, holders[i]);
  return finish_names (names);
}
