/* Pages that are printed for one after another. Enters: a PDF of such pages, whose they are. Leaves: what pages have in common
   once, and the tree that tells a press whose pages are whose (ISO 16612-2, PDF/VT-1). */
#include "pdf/variable.h"

#include <string.h>

/* What pages share */

/* The same for two pages that draw the same: their content, and what its names stand for. */
static char *
key_of (qpdf_data qpdf, qpdf_oh page)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) content = pg_qpdf_raw_stream (qpdf, qpdf_oh_get_key (qpdf, page, "/Contents"));
  gsize length = 0;
  const guchar *bytes = content != NULL ? g_bytes_get_data (content, &length) : NULL;
  const char *resources = qpdf_oh_unparse_resolved (qpdf, qpdf_oh_get_key (qpdf, page, "/Resources"));
  g_checksum_update (sum, (const guchar *) resources, (gssize) strlen (resources) + 1);
  if (bytes != NULL)
    g_checksum_update (sum, bytes, (gssize) length);
  return g_strdup (g_checksum_get_string (sum));
}

/* A page's content as a form; gives its number. */
static int
add_form (qpdf_data qpdf, qpdf_oh page)
{
  qpdf_oh content = qpdf_oh_get_key (qpdf, page, "/Contents"), form = qpdf_oh_get_dict (qpdf, content);
  pg_qpdf_set (qpdf, form, "/Type", qpdf_oh_new_name (qpdf, "/XObject"));
  pg_qpdf_set (qpdf, form, "/Subtype", qpdf_oh_new_name (qpdf, "/Form"));
  pg_qpdf_set (qpdf, form, "/GTS_Scope", qpdf_oh_new_name (qpdf, "/File"));
  pg_qpdf_set (qpdf, form, "/BBox", qpdf_oh_get_key (qpdf, page, "/MediaBox"));
  pg_qpdf_set (qpdf, form, "/Resources", qpdf_oh_get_key (qpdf, page, "/Resources"));
  return qpdf_oh_get_object_id (qpdf, content);
}

static void
show_form (qpdf_data qpdf, qpdf_oh page, int form, int content)
{
  qpdf_oh resources = qpdf_oh_parse (qpdf, "<< /ColorSpace << >> >>"), forms = qpdf_oh_new_dictionary (qpdf);
  pg_qpdf_set_number (qpdf, forms, "/Common", form);
  pg_qpdf_set (qpdf, resources, "/XObject", forms);
  pg_qpdf_set (qpdf, page, "/Resources", resources);
  pg_qpdf_set_number (qpdf, page, "/Contents", content);
}

void
pg_variable_share (qpdf_data qpdf)
{
  static const char show[] = "/Common Do\n";
  g_autoptr (GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal); /* of a key */
  g_autoptr (GHashTable) forms = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  int n = qpdf_get_num_pages (qpdf), content = pg_qpdf_add_stream (qpdf, NULL, show, strlen (show));
  for (int i = 0; i < n; i++)
    {
      char *key = key_of (qpdf, qpdf_get_page_n (qpdf, (size_t) i));
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (uses, key));
      g_ptr_array_add (keys, key);
      g_hash_table_replace (uses, key, GUINT_TO_POINTER (before + 1));
      pg_qpdf_forget (qpdf);
    }
  for (int i = 0; i < n; i++)
    {
      char *key = g_ptr_array_index (keys, (guint) i);
      qpdf_oh page = qpdf_get_page_n (qpdf, (size_t) i);
      int form = GPOINTER_TO_INT (g_hash_table_lookup (forms, key));
      if (GPOINTER_TO_UINT (g_hash_table_lookup (uses, key)) < 2)
        continue;
      form = form != 0 ? form : add_form (qpdf, page);
      g_hash_table_insert (forms, key, GINT_TO_POINTER (form));
      show_form (qpdf, page, form, content);
      pg_qpdf_forget (qpdf);
    }
}

/* Document parts */

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

/* The part of pages from first to before end, each of which knows it; gives its number. A range of one page has no end. */
static int
add_part (qpdf_data qpdf, const PgRecord *record, int parent, guint first, guint end)
{
  qpdf_oh part = qpdf_oh_parse (qpdf, "<< /Type /DPart >>");
  pg_qpdf_set_number (qpdf, part, "/Parent", parent);
  pg_qpdf_set (qpdf, part, "/Start",
               pg_qpdf_object (qpdf, qpdf_oh_get_object_id (qpdf, qpdf_get_page_n (qpdf, first))));
  if (end > first + 1)
    pg_qpdf_set (qpdf, part, "/End",
                 pg_qpdf_object (qpdf, qpdf_oh_get_object_id (qpdf, qpdf_get_page_n (qpdf, end - 1))));
  pg_qpdf_set (qpdf, part, "/DPM", metadata_of (qpdf, record));
  int number = pg_qpdf_add (qpdf, part);
  for (guint i = first; i < end; i++)
    pg_qpdf_set_number (qpdf, qpdf_get_page_n (qpdf, i), "/DPart", number);
  return number;
}

void
pg_variable_write_parts (qpdf_data qpdf, const PgPages *pages, const char *creator, const char *title)
{
  int root = pg_qpdf_add (qpdf, qpdf_oh_parse (qpdf, "<< /Type /DPartRoot /RecordLevel 1"
                                                     " /NodeNameList [ /Job /Delegate ] >>"));
  int node = pg_qpdf_add (qpdf, qpdf_oh_parse (qpdf, "<< /Type /DPart >>"));
  qpdf_oh leaves = qpdf_oh_new_array (qpdf), rows = qpdf_oh_new_array (qpdf);
  for (guint i = 0; i < pages->records->len; i++)
    {
      const PgRecord *record = &g_array_index (pages->records, PgRecord, i);
      guint end = i + 1 < pages->records->len ? record[1].page : pages->pages->len;
      qpdf_oh_append_item (qpdf, leaves, pg_qpdf_object (qpdf, add_part (qpdf, record, node, record->page, end)));
    }
  qpdf_oh_append_item (qpdf, rows, leaves);
  qpdf_oh job = pg_qpdf_object (qpdf, node);
  pg_qpdf_set_number (qpdf, job, "/Parent", root);
  pg_qpdf_set (qpdf, job, "/DParts", rows);
  pg_qpdf_set (qpdf, job, "/DPM", metadata_of_all (qpdf, creator, title));
  pg_qpdf_set_number (qpdf, pg_qpdf_object (qpdf, root), "/DPartRootNode", node);
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/DPartRoot", root);
}
