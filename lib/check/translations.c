/* Enters: the texts of an event in several languages. Leaves: a note a language on those that are not translated, and on the
   words that the library would print in English. */
#include "check/parts.h"
#include "event/words.h"

#include <string.h>

typedef struct
{
  const ProgrammeEvent *event;
  const char *language;
  GArray *places; /* PgPlace, of the originals without a translation */
  guint n_texts;
  gboolean wants_names;
} Search;

static void
look_at (Search *search, const PgText *text)
{
  /* What is in a third language, such as a name of its own, is not to be translated. */
  const PgVersion *original = pg_text_lookup (text, search->event->languages[0]);
  if (original == NULL)
    return;
  search->n_texts++;
  if (pg_text_lookup (text, search->language) != NULL)
    return;
  g_array_append_val (search->places, original->place);
}

/* What an attribute can say, too, and names as those of composers and movements want a translation where they have one in
   some language. */
static void
look_at_fact (Search *search, const PgText *text)
{
  if (text != NULL && text->versions->len > 1)
    look_at (search, text);
}

static void
look_at_row (Search *search, const PgTableRow *row)
{
  for (guint i = 0; row != NULL && i < row->cells->len; i++)
    look_at (search, ((const PgTableCell *) g_ptr_array_index (row->cells, i))->text);
}

static void
look_at_part (const PgBodyPart *part, gpointer data)
{
  Search *search = data;
  look_at (search, part->label);
  look_at (search, part->paragraph);
  for (guint i = 0; part->items != NULL && i < part->items->len; i++)
    look_at (search, g_ptr_array_index (part->items, i));
  if (part->table == NULL)
    return;
  look_at_row (search, part->table->head);
  for (guint i = 0; i < part->table->rows->len; i++)
    look_at_row (search, g_ptr_array_index (part->table->rows, i));
}

static void
look_at_body (Search *search, const GPtrArray *body)
{
  pg_each_part (body, look_at_part, search);
}

static void
look_at_sections (Search *search, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const PgSection *section = g_ptr_array_index (sections, i);
      look_at (search, section->title);
      look_at_body (search, section->body);
    }
}

static void
look_at_event (Search *search)
{
  const ProgrammeEvent *event = search->event;
  const PgText *const texts[] = { event->title, event->short_title, event->subtitle,    event->series,
                                  event->dates, event->venue,       event->agenda_title };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    look_at (search, texts[i]);
  const PgText *const facts[] = { event->status, event->reference, event->revision, event->classification };
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    look_at_fact (search, facts[i]);
  for (guint i = 0; i < event->organisations->len; i++)
    look_at (search, ((const PgOrganisation *) g_ptr_array_index (event->organisations, i))->name);
  for (guint i = 0; i < event->rooms->len; i++)
    look_at (search, ((const PgRoom *) g_ptr_array_index (event->rooms, i))->name);
  for (guint i = 0; i < event->tracks->len; i++)
    look_at (search, ((const PgTrack *) g_ptr_array_index (event->tracks, i))->name);
  for (guint i = 0; i < event->categories->len; i++)
    look_at (search, ((const PgCategory *) g_ptr_array_index (event->categories, i))->name);
}

static void
look_at_signs (Search *search)
{
  for (guint i = 0; i < search->event->signposts->len; i++)
    {
      const PgSignpost *signpost = g_ptr_array_index (search->event->signposts, i);
      for (guint k = 0; k < signpost->ways->len; k++)
        look_at (search, ((const PgDirection *) g_ptr_array_index (signpost->ways, k))->name);
    }
  for (guint i = 0; i < search->event->notices->len; i++)
    look_at_body (search, ((const PgNotice *) g_ptr_array_index (search->event->notices, i))->body);
}

/* Many events write all names one way: names are missed only where others have been translated. */
static gboolean
translates_names (const Search *search)
{
  for (guint i = 0; i < search->event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (search->event->people, i);
      if (person->name != NULL && pg_text_lookup (person->name, search->language) != NULL
          && pg_text_lookup (person->name, search->event->languages[0]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
look_at_people (Search *search)
{
  for (guint i = 0; i < search->event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (search->event->people, i);
      if (search->wants_names)
        look_at (search, person->name);
      look_at (search, person->position);
      look_at_body (search, person->biography);
    }
}

static void
look_at_groups (Search *search, const GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (groups, i);
      look_at (search, group->label);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const PgSlot *slot = g_ptr_array_index (group->slots, j);
          if (search->wants_names)
            look_at (search, slot->name);
          look_at (search, slot->position);
          look_at (search, slot->note);
        }
    }
}

static void
look_at_documents (Search *search, const GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    look_at (search, ((const PgDocument *) g_ptr_array_index (documents, i))->title);
}

static void
look_at_talk (Search *search, const PgTalk *talk)
{
  look_at (search, talk->title);
  look_at_body (search, talk->abstract);
  look_at_groups (search, talk->groups);
  look_at_documents (search, talk->documents);
}

static void
look_at_business (Search *search, const PgBusiness *business)
{
  look_at (search, business->words);
  look_at_documents (search, business->documents);
}

static void
look_at_topic (const PgTopic *topic, gpointer search)
{
  look_at (search, topic->title);
  look_at_business (search, &topic->business);
  look_at_body (search, topic->abstract);
  look_at_groups (search, topic->groups);
}

/* Where a song's verse is in the first language, and not in this one; where it is in a third one alone it is as it is sung. */
static void
look_at_verses (Search *search, const GPtrArray *verses)
{
  const PgVersion *original = NULL;
  gboolean is_translated = FALSE;
  for (guint i = 0; verses != NULL && i < verses->len; i++)
    {
      const PgVersion *verse = g_ptr_array_index (verses, i);
      if (original == NULL && pg_is_language (verse->language, search->event->languages[0]))
        original = verse;
      is_translated |= pg_is_language (verse->language, search->language);
    }
  search->n_texts += original != NULL;
  if (original != NULL && !is_translated)
    g_array_append_val (search->places, original->place);
}

static void
look_at_work (Search *search, const PgWork *work)
{
  look_at_fact (search, work->composer);
  look_at (search, work->title);
  for (guint i = 0; i < work->parts->len; i++)
    {
      const PgMovement *part = g_ptr_array_index (work->parts, i);
      look_at_fact (search, part->title);
      look_at_verses (search, part->verses);
    }
  look_at_body (search, work->abstract);
  look_at_groups (search, work->groups);
}

static void
look_at_entry (Search *search, const PgEntry *entry)
{
  look_at (search, entry->title);
  look_at_fact (search, entry->classification);
  look_at_fact (search, entry->revision);
  look_at_body (search, entry->abstract);
  look_at_groups (search, entry->groups);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    look_at_talk (search, g_ptr_array_index (entry->talks, i));
  look_at_business (search, &entry->business);
  pg_each_topic (entry->topics, look_at_topic, search);
  for (guint i = 0; entry->works != NULL && i < entry->works->len; i++)
    look_at_work (search, g_ptr_array_index (entry->works, i));
}

static void
look_at_days (Search *search)
{
  look_at_groups (search, search->event->groups);
  for (guint i = 0; i < search->event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (search->event->days, i);
      look_at (search, day->title);
      look_at (search, day->subtitle);
      look_at (search, day->running_head);
      look_at (search, day->end);
      look_at_body (search, day->note);
      look_at_groups (search, day->groups);
      for (guint j = 0; j < day->entries->len; j++)
        look_at_entry (search, g_ptr_array_index (day->entries, j));
    }
}

static void
report_missing (Search *search, ProgrammeReport *report)
{
  guint n = search->places->len;
  if (n == 0)
    return;
  const PgPlace first = g_array_index (search->places, PgPlace, 0);
  g_autofree char *lines = pg_line_list (search->places);
  if (n == search->n_texts)
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &search->event->place, "missing-translation",
                   "nothing is written in \"%s\", which the programme's languages name: add translations with "
                   "xml:lang=\"%s\", or remove the language",
                   search->language, search->language);
  else
    pg_finding_add_places (
        pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &first, "missing-translation",
                       "%u of %u texts %s not translated into \"%s\" and will be printed in \"%s\": see line%s %s", n,
                       search->n_texts, n > 1 ? "are" : "is", search->language, search->event->languages[0],
                       n > 1 ? "s" : "", lines),
        search->places);
}

void
pg_check_translations (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 1; event->languages[i] != NULL; i++)
    {
      Search search = { .event = event, .language = event->languages[i] };
      search.places = g_array_new (FALSE, FALSE, sizeof (PgPlace));
      search.wants_names = translates_names (&search);
      look_at_event (&search);
      look_at_signs (&search);
      look_at_sections (&search, event->front);
      look_at_people (&search);
      look_at_days (&search);
      look_at_sections (&search, event->back);
      report_missing (&search, report);
      g_array_unref (search.places);
    }
}

/* How many of the library's words would be in another language, where the event does not have them itself. */
static guint
count_missing_words (const ProgrammeEvent *event, const char *language)
{
  guint missing = 0;
  const char *const *keys = pg_word_keys ();
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *found;
      pg_word (event, keys[i], language, &found);
      gsize length = strcspn (language, "-");
      missing += strcspn (found, "-") != length || g_ascii_strncasecmp (found, language, length) != 0;
    }
  return missing;
}

void
pg_check_words (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; event->languages[i] != NULL; i++)
    {
      const char *language = event->languages[i];
      guint missing = pg_language_has_words (language) ? 0 : count_missing_words (event, language);
      if (missing > 0)
        pg_report_add (
            report, PROGRAMME_SEVERITY_WARNING, &event->place, "missing-words",
            "the library has no words in \"%s\", and %u of those that it prints would be English: fill in what "
            "\"programme words %s\" prints, and put it into the event",
            language, missing, language);
    }
}
