/* Enters: a PDF of pages, some of which are the same. Leaves: these as pages that show one form (ISO 32000-1, 8.10). */
#include "pdf/shared-pages.h"

#include <string.h>

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

#define NAME "/Common"

static void
show_form (qpdf_data qpdf, qpdf_oh page, int form, int content)
{
  qpdf_oh resources = qpdf_oh_parse (qpdf, "<< /ColorSpace << >> >>"), forms = qpdf_oh_new_dictionary (qpdf);
  pg_qpdf_set_number (qpdf, forms, NAME, form);
  pg_qpdf_set (qpdf, resources, "/XObject", forms);
  pg_qpdf_set (qpdf, page, "/Resources", resources);
  pg_qpdf_set_number (qpdf, page, "/Contents", content);
}

void
pg_shared_pages_show (qpdf_data qpdf, const PgPages *pages)
{
  static const char show[] = NAME " Do\n";
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
      if (GPOINTER_TO_UINT (g_hash_table_lookup (uses, key)) < 2 && pg_pages_get (pages, (guint) i)->others == 0)
        continue;
      form = form != 0 ? form : add_form (qpdf, page);
      g_hash_table_insert (forms, key, GINT_TO_POINTER (form));
      show_form (qpdf, page, form, content);
      pg_qpdf_forget (qpdf);
    }
}

int
pg_shared_page_form (qpdf_data qpdf, qpdf_oh page)
{
  qpdf_oh forms = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, page, "/Resources"), "/XObject");
  return qpdf_oh_get_object_id (qpdf, qpdf_oh_get_key (qpdf, forms, NAME));
}
