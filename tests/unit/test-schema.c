/* Enters: programme.rng, programme(5), the reader's tables and the files of tests/. Leaves: whether they say the same. */
#include "event/words.h"
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
    else if (g_strv_contains ((const char *const[]){ "item", "name", "slot", NULL }, child->rule->name))
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
        g_hash_table_add (names, g_strdup_printf ("%s/@%s", element, name != NULL ? name : PG_OTHER_ATTRIBUTES));
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
  g_assert_cmpuint (g_hash_table_size (ours), >, 150);
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

/* What the schema refuses the reader reports as an error, and what is wrong in structure the schema refuses, but for starts,
   since it cannot know whether times are printed. */
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
  gboolean wants_start = strstr (lines, "has no attribute \"start\"") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (structure) && !wants_start; i++)
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
  xmlSetGenericErrorFunc (NULL, be_silent);
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

/* The manual */

static char *
read_manual (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lib", "read", "programme.5", NULL), *page = NULL;
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  GString *plain = g_string_new (page);
  g_string_replace (plain, "\\-", "-", 0);
  g_string_replace (plain, "\\&", "", 0);
  return g_string_free (plain, FALSE);
}

/* The example is what people begin from: it has no findings at all, but that nobody has a biography. */
static void
test_manual_example (void)
{
  g_autofree char *page = read_manual (), *lines = NULL;
  char *start = strstr (page, "<?xml"), *end = strstr (page, "\n.Ed");
  g_assert_true (start != NULL && end != NULL && start < end);
  *end = '\0';
  g_autoptr (ProgrammeEvent) event = read_text (start, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  g_assert_cmpuint (event->days->len, ==, 1);
  g_auto (GStrv) found = g_strsplit (lines, "\n", -1);
  g_assert_cmpuint (g_strv_length (found), ==, 2); /* one line and what follows its end */
  g_assert_nonnull (strstr (found[0], "[missing-translation]"));
}

/* A word as mdoc has it: after a macro or between others. */
static gboolean
mentions (const char *page, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("(^|[ \n])%s($|[ \n])", name);
  return g_regex_match_simple (pattern, page, 0, 0);
}

static void
test_manual_names (void)
{
  g_autofree char *page = read_manual ();
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_rules (pg_vocabulary_root (), rules, 0);
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, rules);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *name = strchr (key, '/') + 1;
      g_autofree char *wanted = *name == '@' ? g_strdup (name + 1) : g_strdup_printf ("<%s/?>", name);
      if (!mentions (page, wanted))
        g_error ("programme.5 does not explain %s", (const char *) key);
    }
  for (const char *const *word = pg_word_keys (); *word != NULL; word++)
    if (!mentions (page, *word))
      g_error ("programme.5 does not explain the word %s", *word);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/schema/names", test_schema_names);
  g_test_add_func ("/read/schema/agrees", test_schema_agrees);
  g_test_add_func ("/read/manual/example", test_manual_example);
  g_test_add_func ("/read/manual/names", test_manual_names);
  return g_test_run ();
}
