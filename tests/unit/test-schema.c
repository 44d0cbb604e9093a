/* Enters: programme.rng, the reader's tables and the files of tests/. Leaves: whether schema and reader say the same. */
#include "findings.h"
#include "read/vocabulary.h"

#include <libxml/relaxng.h>
#include <string.h>

/* The schema and the reader's tables */

static void
collect_rules (const PgElementRule *rule, GHashTable *names, guint depth)
{
  g_autofree const char **attributes = pg_rule_attribute_names (rule);
  for (guint i = 0; attributes[i] != NULL; i++)
    g_hash_table_add (names, g_strdup_printf ("%s/@%s", rule->name, attributes[i]));
  for (const PgChildRule *child = rule->children; child != NULL && child->rule != NULL && depth < 9; child++)
    if (g_hash_table_add (names, g_strdup_printf ("%s/%s", rule->name, child->rule->name)))
      collect_rules (child->rule, names, depth + 1);
    else if (strcmp (child->rule->name, "item") == 0 || strcmp (child->rule->name, "name") == 0)
      collect_rules (child->rule, names, depth + 1);
}

/* Adds "element/child" and "element/@attribute" for what lies below a node of the schema, through its references. */
static void
collect_schema (xmlNode *node, const char *element, GHashTable *names, guint depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < 40; child = child->next)
    {
      g_autofree char *name = (char *) xmlGetProp (child, BAD_CAST "name");
      const char *kind = (const char *) child->name;
      if (strcmp (kind, "ref") == 0)
        {
          for (xmlNode *define = xmlDocGetRootElement (node->doc)->children; define != NULL; define = define->next)
            {
              g_autofree char *defined = (char *) xmlGetProp (define, BAD_CAST "name");
              if (defined != NULL && strcmp (defined, name) == 0)
                collect_schema (define, element, names, depth + 1);
            }
        }
      else if (strcmp (kind, "attribute") == 0)
        g_hash_table_add (names, g_strdup_printf ("%s/@%s", element, name));
      else if (strcmp (kind, "element") == 0)
        {
          if (g_hash_table_add (names, g_strdup_printf ("%s/%s", element, name)) || depth < 12)
            collect_schema (child, name, names, depth + 1);
        }
      else
        collect_schema (child, element, names, depth + 1);
    }
}

static char *
sorted (GHashTable *names)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);
  GString *all = g_string_new (NULL);
  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (all, "%s\n", (const char *) key->data);
  return g_string_free (all, FALSE);
}

static xmlDoc *
read_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lib", "read", "programme.rng", NULL);
  xmlDoc *schema = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);
  g_assert_nonnull (schema);
  return schema;
}

static void
test_schema_names (void)
{
  g_autoptr (GHashTable) ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_rules (pg_vocabulary_root (), ours, 0);
  xmlDoc *schema = read_schema ();
  collect_schema (xmlDocGetRootElement (schema), "", schemas, 0);
  g_hash_table_remove (schemas, "/programme");
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, schemas);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (*(const char *) key == '/') /* by way of a definition, not of an element */
      g_hash_table_iter_remove (&iter);
  g_autofree char *left = sorted (ours), *right = sorted (schemas);
  xmlFreeDoc (schema);
  g_assert_cmpstr (left, ==, right);
}

static void
be_silent (void *data, const char *format, ...)
{
  (void) data, (void) format;
}

static gboolean
is_valid (xmlRelaxNGPtr schema, const char *path)
{
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidErrors (context, be_silent, be_silent, NULL);
  gboolean valid = document != NULL && xmlRelaxNGValidateDoc (context, document) == 0;
  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (document);
  return valid;
}

/* What the schema refuses the reader reports as an error, and what is wrong in structure the schema refuses. */
static void
compare_with_schema (xmlRelaxNGPtr schema, const char *folder, const char *name)
{
  static const char *const structure[] = {
    "[unknown-element]",   "[misplaced-element]", "[missing-element]", "[duplicate-element]", "[unknown-attribute]",
    "[missing-attribute]", "[misplaced-text]",    "[namespace]",       "[xml-syntax]",        "[version]"
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL), *lines = NULL;
  ProgrammeEvent *event = read_test_file (folder, name, FINDINGS_READ, &lines);
  g_clear_pointer (&event, programme_event_unref);
  gboolean valid = is_valid (schema, path), has_fault = strstr (lines, ": error: ") != NULL, has_structural = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (structure); i++)
    has_structural |= strstr (lines, structure[i]) != NULL;
  if (!valid && !has_fault)
    g_error ("%s is not valid, but the reader finds no fault in it", name);
  if (valid && has_structural)
    g_error ("%s is valid, but the reader says: %s", name, lines);
}

static void
test_schema_agrees (void)
{
  g_autofree char *schema_path = g_test_build_filename (G_TEST_DIST, "..", "lib", "read", "programme.rng", NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "bad", NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (schema_path);
  xmlRelaxNGPtr schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (schema);
  compare_with_schema (schema, "fixtures", "small.xml");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      compare_with_schema (schema, "bad", name);
  xmlRelaxNGFree (schema);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/schema/names", test_schema_names);
  g_test_add_func ("/read/schema/agrees", test_schema_agrees);
  return g_test_run ();
}
