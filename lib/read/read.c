/* Enters: an event file. Leaves: the event, and findings with file:line:column for all that is wrong in it.
   The way: bytes to text (source), text to nodes (tree), nodes that the vocabulary has (validate), nodes to model. */
#include "read/read.h"
#include "event/documents.h"
#include "event/times.h"

#include "read/reader.h"
#include "read/validate.h"
#include "read/values.h"

#include <string.h>

static void
read_event (PgReader *reader, const PgNode *node)
{
  if (node == NULL)
    return;
  ProgrammeEvent *event = reader->event;
  event->place = node->place;
  event->status = pg_read_fact (reader, node, "status");
  event->reference = pg_read_fact (reader, node, "reference");
  event->revision = pg_read_fact (reader, node, "revision");
  event->classification = pg_read_fact (reader, node, "classification");
  event->title = pg_read_text (reader, node, "title");
  event->short_title = pg_read_text (reader, node, "short-title");
  event->subtitle = pg_read_text (reader, node, "subtitle");
  event->series = pg_read_text (reader, node, "series");
  event->dates = pg_read_text (reader, node, "dates");
  event->venue = pg_read_text (reader, node, "venue");
  pg_read_organisers (reader, node, event->organisers);
  const PgNode *logo = pg_node_child (node, "logo");
  if (logo == NULL)
    return;
  const PgAttribute *source = pg_node_attribute (logo, "src");
  event->logo = pg_read_value (reader, logo, "src");
  event->logo_alt = pg_read_value (reader, logo, "alt");
  event->logo_place = source != NULL ? source->place : logo->place;
}

PgSection *
pg_read_section (PgReader *reader, const PgNode *node)
{
  PgSection *section = pg_arena_new0 (reader->arena, PgSection);
  section->has_documents = pg_node_is (node, "documents");
  section->title = pg_read_text (reader, node, "title");
  section->body = pg_read_body (reader, node);
  section->place = node->place;
  if (section->body == NULL)
    section->body = pg_arena_array (reader->arena);
  if (section->title != NULL || section->body->len > 0 || section->has_documents)
    return section;
  pg_report_add (reader->report, PROGRAMME_SEVERITY_WARNING, &node->place, "empty-element",
                 "<section> is empty: write its text, or remove it");
  return NULL;
}

static void
read_sections (PgReader *reader, const PgNode *parent, GPtrArray *sections)
{
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    {
      PgSection *section = node->name != NULL ? pg_read_section (reader, node) : NULL;
      if (section != NULL)
        g_ptr_array_add (sections, section);
    }
}

/* A list without documents is not printed. */
static void
drop_empty_list (PgReader *reader)
{
  GPtrArray *back = reader->event->back;
  for (guint i = 0; i < back->len; i++)
    {
      const PgSection *section = g_ptr_array_index (back, i);
      if (!section->has_documents || pg_event_documents (reader->event, reader->arena)->len > 0)
        continue;
      pg_report_add (reader->report, PROGRAMME_SEVERITY_WARNING, &section->place, "no-documents",
                     "<documents> lists the documents of the agenda, which has none: add <document> to sessions, talks "
                     "or topics, or remove this");
      g_ptr_array_remove_index (back, i--);
    }
}

/* Times in a second zone are reckoned from those in the first. */
static void
read_second_zone (PgReader *reader, const PgNode *root)
{
  static const char *const needs[][2]
      = { { "second-timezone", "timezone" }, { "second-zone-label", "second-timezone" } };
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      const PgAttribute *attribute = pg_node_attribute (root, needs[i][0]);
      if (attribute != NULL && pg_node_attribute (root, needs[i][1]) == NULL)
        pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "missing-attribute",
                       "%s has no meaning without %s: add %s=\"%s\"", needs[i][0], needs[i][1], needs[i][1],
                       i == 0 ? "Asia/Seoul" : "Europe/Paris");
    }
  reader->event->second_timezone = pg_read_value (reader, root, "second-timezone");
  reader->event->second_zone_label = pg_read_words (reader, root, "second-zone-label");
}

static void
read_root (PgReader *reader, const PgNode *root)
{
  ProgrammeEvent *event = reader->event;
  const char *languages = pg_node_value (root, "languages");
  event->place = root->place;
  if (languages != NULL)
    {
      g_strfreev (event->languages);
      event->languages = pg_value_words (languages);
      for (guint i = 0; event->languages[i] != NULL; i++)
        {
          char *tag = g_strdup (pg_value_language (reader->arena, event->languages[i]));
          g_free (event->languages[i]);
          event->languages[i] = tag;
        }
    }
  event->timezone = pg_read_value (reader, root, "timezone");
  event->zone_label = pg_read_words (reader, root, "zone-label");
  read_second_zone (reader, root);
  event->date_pattern = pg_read_value (reader, root, "date-pattern");
  event->calendar = pg_read_value (reader, root, "calendar");
  event->times = pg_time_style_named (pg_node_value (root, "times"));
}

static void
fill (PgReader *reader, const PgNode *root)
{
  read_root (reader, root);
  pg_read_directories (reader, root);
  read_event (reader, pg_node_child (root, "event"));
  read_sections (reader, pg_node_child (root, "front"), reader->event->front);
  pg_read_agenda (reader, pg_node_child (root, "agenda"));
  read_sections (reader, pg_node_child (root, "back"), reader->event->back);
  pg_read_directions (reader, root);
  pg_read_booklet (reader, pg_node_child (root, "booklet"));
  pg_read_kit (reader, pg_node_child (root, "kit"));
  drop_empty_list (reader);
  pg_ids_report_unused (reader);
}

/* Whether the file is of this vocabulary at all. */
static gboolean
check_root (const PgNode *root, ProgrammeReport *report, GError **error)
{
  if (pg_node_is (root, "schedule"))
    {
      pg_read_fail (report, &root->place, "root-element", error,
                    "this is a frab schedule, not a programme: an event file begins with <programme version=\"1\">");
      return FALSE;
    }
  if (!pg_node_is (root, "programme"))
    {
      pg_read_fail (report, &root->place, "root-element", error,
                    "the outermost element is <%.40s>: an event file begins with <programme version=\"1\">",
                    root->name);
      return FALSE;
    }
  const PgAttribute *version = pg_node_attribute (root, "version");
  if (version == NULL || strcmp (version->value, "1") == 0)
    return TRUE;
  pg_read_fail (report, &version->place, "version", error,
                "version=\"%.20s\" of the vocabulary is not known: this library reads version 1", version->value);
  return FALSE;
}

static gboolean
read_source (ProgrammeEvent *event, PgSource *source, GError **error)
{
  ProgrammeReport *report = event->findings->read;
  g_autoptr (PgArena) scratch = pg_arena_new ();
  PgNode *root = pg_tree_read (scratch, source, report, error);
  if (root == NULL || !check_root (root, report, error))
    return FALSE;
  pg_validate (root, report);
  PgReader reader = { event, event->arena, report, pg_ids_new (), source->limits };
  fill (&reader, root);
  pg_ids_free (reader.ids);
  return TRUE;
}

ProgrammeEvent *
pg_read_xml (GBytes *bytes, const char *name, ProgrammeFiles *files, ProgrammeReport *report, GError **error)
{
  return pg_read_xml_within (bytes, name, files, &pg_standard_limits, report, error);
}

ProgrammeEvent *
pg_read_xml_within (GBytes *bytes, const char *name, ProgrammeFiles *files, const PgLimits *limits,
                    ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_autoptr (ProgrammeEvent) event = pg_event_new (name, files);
  PgSource source;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  event->source = g_bytes_ref (bytes);
  pg_pictures_set_limits (event->pictures, limits);
  gboolean done
      = pg_source_init (&source, event->file, data != NULL ? data : "", length, limits, event->findings->read, error);
  done = done && read_source (event, &source, error);
  pg_source_clear (&source);
  pg_report_join (report, event->findings->read);
  return done ? g_steal_pointer (&event) : NULL;
}
