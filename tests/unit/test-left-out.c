/* Enters: events in which one element or one attribute is left out, each in turn. Leaves: whether every piece of them is made
   despite the errors, or refused with a word: what the file should say and does not is never looked for in vain. */
#include "journey.h"
#include "slow.h"

#include <libxml/parser.h>
#include <programme/programme.h>

/* Of what could be left out, each so many-th is. */
#define STEP (is_slow_run () ? 1U : 17U)

static void
add_nodes (xmlNode *node, GPtrArray *nodes)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      g_ptr_array_add (nodes, node);
      for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        g_ptr_array_add (nodes, attribute);
      add_nodes (node->children, nodes);
    }
}

/* Attributes are nodes, too, for libxml2. */
static void
leave_out (xmlNode *node)
{
  if (node->type == XML_ATTRIBUTE_NODE)
    {
      xmlRemoveProp ((xmlAttr *) node);
      return;
    }
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* kinds: of signs, or NULL. */
static void
make_one (ProgrammeEvent *event, const char *piece, const char *kinds, ProgrammeReport *report, const char *what)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_despite_errors (options, TRUE);
  if (kinds != NULL)
    g_assert_true (programme_options_set (options, "kind", kinds, NULL));
  g_autoptr (ProgrammeDocument) document
      = programme_document_new (event, piece, journey_theme ("institutional"), options, report, NULL, &refused);
  if ((document == NULL) == (refused == NULL) || (refused != NULL && refused->domain != PROGRAMME_ERROR))
    {
      g_test_message ("%s without %s: %s", piece, what, refused != NULL ? refused->message : "nothing is said");
      g_test_fail ();
    }
}

/* All pieces of what is left of the file, and all kinds of signs. */
static void
make_all (const char *text, int length, const char *folder, const char *what)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, (gsize) length);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "event.xml", files, report, &error);
  if (event == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  for (const char *const *piece = programme_document_list_pieces (); *piece != NULL; piece++)
    make_one (event, *piece, NULL, report, what);
  make_one (event, "signs", "session,board,direction,welcome,notice", report, what);
  make_one (event, "signs", "screen", report, what);
}

static void
test_left_out (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL),
                  *folder = g_path_get_dirname (path);
  xmlDoc *whole = xmlReadFile (path, NULL, XML_PARSE_NONET);
  g_assert_nonnull (whole);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  add_nodes (xmlDocGetRootElement (whole), all);
  g_assert_cmpuint (all->len, >, 50);
  for (guint i = 1; i < all->len; i += STEP)
    {
      xmlDoc *copy = xmlCopyDoc (whole, 1);
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      add_nodes (xmlDocGetRootElement (copy), nodes);
      xmlNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *what = g_strdup_printf ("%s in line %ld", (const char *) node->name,
                                               xmlGetLineNo (node->type == XML_ATTRIBUTE_NODE ? node->parent : node));
      leave_out (node);
      xmlChar *text;
      int length;
      xmlDocDumpMemory (copy, &text, &length);
      make_all ((const char *) text, length, folder, what);
      xmlFree (text);
      xmlFreeDoc (copy);
    }
  xmlFreeDoc (whole);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "board.xml",    "congress.xml", "fair.xml",    "guide.xml",
                                       "harbours.xml", "quays.xml",    "recital.xml", "soiree.xml" };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/left-out/", names[i], NULL);
      g_test_add_data_func (path, names[i], test_left_out);
    }
  return g_test_run ();
}
