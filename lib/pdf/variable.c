/* Pages that are printed for one after another. Enters: PDFs of such pages, whose they are. Leaves: one PDF of all of them, which
   is written as they come, with the tree that tells a press whose pages are whose (ISO 16612-2, PDF/VT-1). */
#include "pdf/variable.h"

#include "pdf/ligatures.h"
#include "pdf/shared-pages.h"
#include "pdf/writer.h"

#include <string.h>

#define KIDS 100 /* of a node of the tree of pages */

struct PgVariable
{
  const PgDescription *description;
  const PgOutputIntent *intent;
  qpdf_data own; /* what is not of drawn pages */
  PgWriter *writer;
  PgSink *sink;
  int pages, parts, job;       /* the roots of both trees, and the only node of the second */
  int show_before, show_after; /* contents that show a form; or 0 */
  int node;                    /* of the tree of pages, that records' are added to; or 0 */
  guint n_kids;                /* of that */
  guint n_node_pages, n_pages;
  GString *kids, *nodes, *leaves; /* references: of the node, of the roots */
  GString *object;                /* that is being written */
};

PgVariable *
pg_variable_new (const PgDescription *description, const PgOutputIntent *intent, PgSink *sink)
{
  PgVariable *variable = g_new0 (PgVariable, 1);
  variable->description = description;
  variable->intent = intent;
  variable->own = pg_qpdf_new ();
  variable->sink = sink;
  variable->writer = pg_writer_new (NULL, PG_PRESS_VERSION, pg_ligatures_mend, sink);
  variable->pages = pg_writer_reserve (variable->writer);
  variable->parts = pg_writer_reserve (variable->writer);
  variable->job = pg_writer_reserve (variable->writer);
  variable->kids = g_string_new (NULL);
  variable->nodes = g_string_new (NULL);
  variable->leaves = g_string_new (NULL);
  variable->object = g_string_new (NULL);
  return variable;
}

void
pg_variable_free (PgVariable *variable)
{
  if (variable == NULL)
    return;
  pg_writer_free (variable->writer);
  pg_qpdf_close (variable->own);
  g_string_free (variable->kids, TRUE);
  g_string_free (variable->nodes, TRUE);
  g_string_free (variable->leaves, TRUE);
  g_string_free (variable->object, TRUE);
  g_free (variable);
}

/* What pages show */

/* What several pages have is an object of its own. */
static void
set_apart (qpdf_data qpdf, qpdf_oh page, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, page, key);
  if (!qpdf_oh_is_indirect (qpdf, value))
    pg_qpdf_set_number (qpdf, page, key, pg_qpdf_add (qpdf, value));
}

/* What is an object of the file already, in libqpdf. */
static qpdf_oh
stand_in (PgVariable *variable, qpdf_data qpdf, int number)
{
  int object = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf));
  pg_writer_is (variable->writer, object, number);
  return pg_qpdf_object (qpdf, object);
}

#define BEFORE "/Before"
#define AFTER "/After"

/* Contents that show the form of a name. */
static qpdf_oh
shower (PgVariable *variable, qpdf_data qpdf, const char *name, int *number)
{
  if (*number == 0)
    {
      g_autofree char *content = g_strconcat (name, " Do\n", NULL);
      *number = pg_writer_reserve (variable->writer);
      pg_writer_add_stream (variable->writer, *number, "<< >>", content, strlen (content));
    }
  return stand_in (variable, qpdf, *number);
}

/* Shows the forms that the page has in common with others, before what is drawn of it and behind that. */
static void
show_between (PgVariable *variable, qpdf_data qpdf, qpdf_oh page, const PgVariablePage *shown)
{
  qpdf_oh resources = qpdf_oh_get_key (qpdf, page, "/Resources"), own = qpdf_oh_get_key (qpdf, page, "/Contents");
  qpdf_oh contents = qpdf_oh_new_array (qpdf);
  if (!qpdf_oh_has_key (qpdf, resources, "/XObject"))
    pg_qpdf_set (qpdf, resources, "/XObject", qpdf_oh_new_dictionary (qpdf));
  qpdf_oh forms = qpdf_oh_get_key (qpdf, resources, "/XObject");
  if (shown->before != NULL)
    {
      pg_qpdf_set (qpdf, forms, BEFORE, stand_in (variable, qpdf, *shown->before));
      qpdf_oh_append_item (qpdf, contents, shower (variable, qpdf, BEFORE, &variable->show_before));
    }
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, own); i++)
    qpdf_oh_append_item (qpdf, contents, qpdf_oh_get_array_item (qpdf, own, i));
  if (shown->after != NULL)
    {
      pg_qpdf_set (qpdf, forms, AFTER, stand_in (variable, qpdf, *shown->after));
      qpdf_oh_append_item (qpdf, contents, shower (variable, qpdf, AFTER, &variable->show_after));
    }
  pg_qpdf_set (qpdf, page, "/Contents", contents);
}

static char *
text_of (PgVariable *variable, qpdf_data qpdf, qpdf_oh page, const PgVariablePage *shown)
{
  if (shown->before != NULL || shown->after != NULL)
    show_between (variable, qpdf, page, shown);
  pg_qpdf_remove (qpdf, page, "/Parent");
  set_apart (qpdf, page, "/Contents");
  set_apart (qpdf, page, "/Resources");
  return g_strdup (pg_writer_resolved (variable->writer, page));
}

/* What stands for a page from now on. */
static void
settle (PgVariable *variable, qpdf_data qpdf, qpdf_oh page, PgVariablePage *shown)
{
  if (shown->form != NULL)
    *shown->form = pg_writer_number (variable->writer, pg_shared_page_form (qpdf, page));
  else
    shown->text = text_of (variable, qpdf, page, shown);
}

gboolean
pg_variable_show (PgVariable *variable, GBytes *drawn, const PgPages *pages, const PgPressPictures *pictures,
                  PgVariablePage *shown)
{
  GError *error = NULL;
  qpdf_data qpdf = pg_qpdf_open (drawn, &error);
  if (qpdf == NULL)
    {
      pg_sink_fail (variable->sink, error);
      return FALSE;
    }
  if (pg_press_prepare (qpdf, pages, TRUE, pictures, variable->sink))
    {
      pg_writer_turn_to (variable->writer, qpdf);
      for (guint i = 0; i < pages->pages->len; i++)
        {
          settle (variable, qpdf, qpdf_get_page_n (qpdf, i), &shown[i]);
          pg_qpdf_forget (qpdf);
        }
      pg_writer_drain (variable->writer);
    }
  if (variable->sink->error == NULL && !pg_qpdf_is_ok (qpdf, &error))
    pg_sink_fail (variable->sink, error);
  pg_qpdf_close (qpdf);
  return variable->sink->error == NULL;
}

/* Records */

/* The recipient as the press's workflow knows one (CIP4). */
static qpdf_oh
metadata_of (qpdf_data qpdf, const PgRecord *record)
{
  qpdf_oh metadata = qpdf_oh_new_dictionary (qpdf), root = qpdf_oh_new_dictionary (qpdf),
          recipient = qpdf_oh_new_dictionary (qpdf), contact = qpdf_oh_new_dictionary (qpdf),
          person = qpdf_oh_new_dictionary (qpdf);
  if (record->given[0] != '\0')
    pg_qpdf_set_text (qpdf, person, "/CIP4_Firstname", record->given);
  pg_qpdf_set_text (qpdf, person, "/CIP4_Lastname", record->family);
  pg_qpdf_set (qpdf, contact, "/CIP4_Person", person);
  if (record->key[0] != '\0')
    pg_qpdf_set_text (qpdf, recipient, "/CIP4_UniqueID", record->key);
  pg_qpdf_set (qpdf, recipient, "/CIP4_Contact", contact);
  pg_qpdf_set (qpdf, root, "/CIP4_Recipient", recipient);
  pg_qpdf_set (qpdf, metadata, "/CIP4_Root", root);
  for (const char *const *more = record->more; more != NULL && *more != NULL; more += 2)
    {
      g_autofree char *key = g_strconcat ("/", more[0], NULL);
      pg_qpdf_set_text (qpdf, metadata, key, more[1]);
    }
  return metadata;
}

static qpdf_oh
metadata_of_all (qpdf_data qpdf, const char *creator, const char *title)
{
  qpdf_oh metadata = qpdf_oh_new_dictionary (qpdf), root = qpdf_oh_new_dictionary (qpdf),
          job = qpdf_oh_parse (qpdf, "<< /CIP4_Conformance (base) >>");
  pg_qpdf_set_text (qpdf, job, "/CIP4_Creator", creator);
  pg_qpdf_set_text (qpdf, job, "/CIP4_JobID", title);
  pg_qpdf_set (qpdf, root, "/CIP4_Metadata", job);
  pg_qpdf_set (qpdf, metadata, "/CIP4_Root", root);
  return metadata;
}

static void
add_object (PgVariable *variable, int number)
{
  pg_writer_add (variable->writer, number, variable->object);
}

static void
add_reference (GString *list, int number)
{
  g_string_append_printf (list, "%d 0 R ", number);
}

static void
end_node (PgVariable *variable)
{
  if (variable->node == 0)
    return;
  g_string_printf (variable->object, "<< /Type /Pages /Parent %d 0 R /Count %u /Kids [ %s] >>", variable->pages,
                   variable->n_node_pages, variable->kids->str);
  add_object (variable, variable->node);
  g_string_truncate (variable->kids, 0);
  variable->node = 0;
  variable->n_kids = variable->n_node_pages = 0;
}

/* Pages, each of which knows its part; a range of one page has no end. */
static void
add_pages (PgVariable *variable, char *const *texts, guint n, int parent, int part, const PgRecord *record)
{
  g_autoptr (GString) kids = g_string_new (NULL);
  int first = 0, last = 0;
  for (guint i = 0; i < n; i++)
    {
      last = pg_writer_reserve (variable->writer);
      first = first != 0 ? first : last;
      g_string_printf (variable->object, "<< /Parent %d 0 R /DPart %d 0 R %s", parent, part, texts[i] + strlen ("<< "));
      add_object (variable, last);
      add_reference (kids, last);
    }
  g_string_printf (variable->object, "<< /Type /Pages /Parent %d 0 R /Count %u /Kids [ %s] >>", variable->node, n,
                   kids->str);
  add_object (variable, parent);
  g_string_printf (variable->object, "<< /Type /DPart /Parent %d 0 R /Start %d 0 R ", variable->job, first);
  if (n > 1)
    g_string_append_printf (variable->object, "/End %d 0 R ", last);
  g_string_append_printf (variable->object, "/DPM %s >>",
                          qpdf_oh_unparse (variable->own, metadata_of (variable->own, record)));
  add_object (variable, part);
  pg_qpdf_forget (variable->own);
}

void
pg_variable_add (PgVariable *variable, const PgRecord *record, char *const *texts, guint n)
{
  if (variable->n_kids == KIDS)
    end_node (variable);
  if (variable->node == 0)
    {
      variable->node = pg_writer_reserve (variable->writer);
      add_reference (variable->nodes, variable->node);
    }
  int parent = pg_writer_reserve (variable->writer), part = pg_writer_reserve (variable->writer);
  add_pages (variable, texts, n, parent, part, record);
  add_reference (variable->kids, parent);
  add_reference (variable->leaves, part);
  variable->n_kids++;
  variable->n_node_pages += n;
  variable->n_pages += n;
}

/* The end */

static void
end_trees (PgVariable *variable)
{
  qpdf_data own = variable->own;
  const PgDescription *description = variable->description;
  end_node (variable);
  g_string_printf (variable->object, "<< /Type /Pages /Count %u /Kids [ %s] >>", variable->n_pages,
                   variable->nodes->str);
  add_object (variable, variable->pages);
  g_string_printf (variable->object,
                   "<< /Type /DPartRoot /RecordLevel 1 /NodeNameList [ /Job /Delegate ] /DPartRootNode %d 0 R >>",
                   variable->job);
  add_object (variable, variable->parts);
  qpdf_oh metadata = metadata_of_all (own, description->creator, description->title);
  g_string_printf (variable->object, "<< /Type /DPart /Parent %d 0 R /DParts [ [ %s] ] /DPM %s >>", variable->parts,
                   variable->leaves->str, qpdf_oh_unparse (own, metadata));
  add_object (variable, variable->job);
}

/* The catalog's entry is an object of the file's. */
static void
lead_to (PgVariable *variable, const char *key, int number)
{
  pg_qpdf_set (variable->own, qpdf_get_root (variable->own), key, stand_in (variable, variable->own, number));
}

gboolean
pg_variable_finish (PgVariable *variable)
{
  if (variable->sink->error != NULL)
    return FALSE;
  g_autofree char *sum = pg_writer_sum (variable->writer);
  end_trees (variable);
  pg_writer_turn_to (variable->writer, variable->own);
  pg_press_finish_catalog (variable->own, sum, variable->description, variable->intent);
  lead_to (variable, "/Pages", variable->pages);
  lead_to (variable, "/DPartRoot", variable->parts);
  return pg_writer_finish (variable->writer);
}
