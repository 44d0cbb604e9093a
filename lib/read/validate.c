/* Enters: the tree of an event file. Leaves: findings on its structure, and a tree with what the vocabulary has.
   All faults are told in one run, so what is wrong is taken out and the walk goes on. */
#include "read/validate.h"

#include "base/nearest.h"
#include "read/reader.h"
#include "read/values.h"
#include "read/vocabulary.h"

#include <string.h>

/* More names than these are no help in a message. */
#define MAX_LISTED 13
/* Searching near words costs time, which a file full of unknown ones must not multiply. */
#define MAX_SUGGESTIONS 1000

typedef struct
{
  ProgrammeReport *report;
  const PgNode *node; /* the element that is looked at */
  guint n_suggestions;
} Validator;

static const char *
suggest (Validator *validator, const char *word, const char *const *names)
{
  return validator->n_suggestions++ < MAX_SUGGESTIONS ? pg_nearest_word (word, names) : NULL;
}

static ProgrammeFinding *fault (Validator *validator, const PgPlace *place, const char *code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* An error in the element that is looked at. */
static ProgrammeFinding *
fault (Validator *validator, const PgPlace *place, const char *code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  ProgrammeFinding *finding = pg_report_add (validator->report, PROGRAMME_SEVERITY_ERROR, place, code, "%s", message);
  pg_finding_set_id (finding, pg_id_around (validator->node));
  return finding;
}

/* "; it may have a, b and c", or nothing where there are none or too many. */
static char *
accepted (const char *lead, const char *const *names)
{
  guint n = g_strv_length ((GStrv) names);
  if (n == 0 || n > MAX_LISTED)
    return g_strdup ("");
  GString *list = g_string_new (lead);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", names[i]);
  return g_string_free (list, FALSE);
}

/* Elements */

/* What people who know HTML, or music, write. */
static const char *
translate_name (const PgElementRule *rule, const char *name)
{
  static const char *const pairs[][2] = { { "strong", "b" },
                                          { "em", "i" },
                                          { "ul", "list" },
                                          { "ol", "list" },
                                          { "li", "item" },
                                          { "h1", "title" },
                                          { "h2", "title" },
                                          { "h3", "title" },
                                          { "img", "logo" },
                                          { "div", "section" },
                                          { "img", "image" },
                                          { "figure", "image" },
                                          { "figcaption", "caption" },
                                          { "blockquote", "quotation" },
                                          { "dl", "definitions" },
                                          { "dt", "term" },
                                          { "tr", "row" },
                                          { "td", "cell" },
                                          { "th", "cell" },
                                          { "thead", "head" },
                                          { "movement", "part" },
                                          { "lyrics", "verse" } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (name, pairs[i][0]) == 0 && pg_rule_child (rule, pairs[i][1]) != NULL)
      return pairs[i][1];
  return NULL;
}

static void
report_unknown (const PgElementRule *rule, const PgNode *node, Validator *validator)
{
  g_autofree const char **names = pg_rule_child_names (rule);
  g_autofree const char **all = pg_vocabulary_names ();
  const char *near = translate_name (rule, node->name);
  if (near == NULL)
    near = suggest (validator, node->name, names);
  if (near == NULL)
    near = suggest (validator, node->name, all);
  g_autofree char *list = strcmp (rule->name, "verse") == 0
                              ? g_strdup (": each line stands on a line of its own, and an empty line ends a stanza")
                              : accepted ("; it may hold ", names);
  if (near != NULL)
    pg_finding_set_fix (fault (validator, &node->place, "unknown-element",
                               "there is no element <%.40s>: did you mean <%s>?", node->name, near),
                        near);
  else
    fault (validator, &node->place, "unknown-element", "there is no element <%.40s> in <%s>%s", node->name, rule->name,
           list);
}

static void
report_misplaced (const PgElementRule *rule, const PgNode *node, const PgElementRule *home, Validator *validator)
{
  g_autofree const char **names = pg_rule_child_names (rule);
  g_autofree char *list = accepted (", which may hold ", names);
  if (pg_rule_attribute (rule, node->name) != NULL)
    {
      fault (validator, &node->place, "misplaced-element",
             "<%s> cannot stand in <%s>: refer to it by the attribute %s=\"…\"", node->name, rule->name, node->name);
      return;
    }
  if (strcmp (node->name, "span") == 0 && (strcmp (rule->name, "name") == 0 || strcmp (rule->name, "family") == 0))
    {
      fault (validator, &node->place, "misplaced-element",
             "<span> cannot stand in <%s>: say the language of a name by xml:lang in <name>", rule->name);
      return;
    }
  /* An element of the same name, as the <slot> of a session is to that of a talk, is no help. */
  static const char *const nested[] = { "topic", "section", NULL };
  const char *too_deep = ": there are three levels of them";
  gboolean is_nested = strcmp (node->name, rule->name) == 0 && g_strv_contains (nested, rule->name);
  g_autofree char *hint = is_nested                              ? g_strdup (too_deep)
                          : strcmp (home->name, rule->name) != 0 ? g_strdup_printf (": put it in <%s>", home->name)
                                                                 : g_strdup (": remove it");
  fault (validator, &node->place, "misplaced-element", "<%s> cannot stand in <%s>%s%s", node->name, rule->name, list,
         hint);
}

/* What a <p> holds is told by its name, not by that of each kind of markup. */
static gboolean
is_text (const PgElementRule *rule)
{
  return rule->content == PG_CONTENT_TEXT || rule->content == PG_CONTENT_OPTIONAL_TEXT;
}

static gboolean
has_content (const PgNode *node)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name == NULL ? child->place.line > 0 : has_content (child))
      return TRUE;
  return FALSE;
}

/* One warning for all of them. */
static void
warn_of_empty (const PgElementRule *rule, PgNode *first, ProgrammeReport *report)
{
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  for (PgNode *node = first; node != NULL; node = pg_node_again (node))
    if (!has_content (node))
      g_ptr_array_add (empty, node);
  if (empty->len == 0)
    return;
  const PgNode *one = empty->pdata[0];
  g_autofree char *said = empty->len == 1 ? g_strdup ("is empty: write its text, or remove it")
                                          : g_strdup_printf ("is empty, and so %s %u more after it: write their texts, "
                                                             "or remove them",
                                                             empty->len == 2 ? "is" : "are", empty->len - 1);
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &one->place, "empty-element", "<%s> %s", rule->name, said);
  pg_finding_set_id (finding, pg_id_around (one));
  for (guint i = 1; i < empty->len; i++)
    pg_finding_add_place (finding, &((const PgNode *) empty->pdata[i])->place);
}

/* Empty texts are what templates leave behind: only where nothing else says what is needed is it an error. */
static void
check_empty (const PgElementRule *rule, const PgNode *parent, PgNode *first, gboolean required, Validator *validator)
{
  if (rule->content != PG_CONTENT_TEXT)
    return;
  PgNode *full = first;
  while (full != NULL && !has_content (full))
    full = pg_node_again (full);
  if (full == NULL && required)
    {
      fault (validator, &first->place, "empty-element", "<%s> is empty, but <%s> needs it: write its text", rule->name,
             parent->name);
      return;
    }
  warn_of_empty (rule, first, validator->report);
}

static void
check_count (const PgChildRule *child, const PgNode *node, Validator *validator)
{
  const char *name = child->rule->name;
  PgNode *first = pg_node_child (node, name);
  gboolean required = child->times == PG_AT_LEAST_ONE || child->times == PG_EXACTLY_ONE
                      || (child->times == PG_AT_LEAST_ONE_OR_WORK && pg_node_child (node, "work") == NULL);
  gboolean single = child->times == PG_AT_MOST_ONE || child->times == PG_EXACTLY_ONE;
  if (first == NULL && required)
    fault (validator, &node->place, "missing-element", "<%s> has no <%s>: add one", node->name, name);
  if (first == NULL)
    return;
  if (single)
    for (PgNode *again = pg_node_again (first); again != NULL; again = pg_node_again (again))
      pg_finding_add_place (fault (validator, &again->place, "duplicate-element",
                                   "a second <%s> in <%s>: the first is in line %u; make one of the two", name,
                                   node->name, first->place.line),
                            &first->place);
  check_empty (child->rule, node, first, required, validator);
}

/* Attributes */

static void
report_unknown_attribute (const PgElementRule *rule, const PgAttribute *attribute, Validator *validator)
{
  g_autofree const char **names = pg_rule_attribute_names (rule);
  const char *near = suggest (validator, attribute->name, names);
  if (near == NULL && strcmp (attribute->name, "lang") == 0 && pg_rule_attribute (rule, "xml:lang") != NULL)
    near = "xml:lang";
  g_autofree char *list = names[0] != NULL ? accepted ("; it may have ", names) : g_strdup ("; it has none");
  if (near != NULL)
    pg_finding_set_fix (fault (validator, &attribute->place, "unknown-attribute",
                               "<%s> has no attribute \"%.40s\": did you mean \"%s\"?", rule->name, attribute->name,
                               near),
                        near);
  else
    fault (validator, &attribute->place, "unknown-attribute", "<%s> has no attribute \"%.40s\"%s", rule->name,
           attribute->name, list);
}

static void
check_missing_attributes (const PgElementRule *rule, const PgNode *node, Validator *validator)
{
  for (const PgAttributeRule *wanted = rule->attributes; wanted != NULL && wanted->name != NULL; wanted++)
    if (wanted->required && pg_node_attribute (node, wanted->name) == NULL
        && !(wanted->kind == PG_VALUE_CLOCK && pg_is_without_times (node)))
      fault (validator, &node->place, "missing-attribute", "<%s> has no attribute \"%s\": add it, such as %s=\"%s\"",
             rule->name, wanted->name, wanted->name, wanted->example);
}

static void
check_attributes (const PgElementRule *rule, PgNode *node, Validator *validator)
{
  check_missing_attributes (rule, node, validator);
  guint kept = 0;
  for (guint i = 0; i < node->n_attributes; i++)
    {
      PgAttribute *attribute = &node->attributes[i];
      const PgAttributeRule *known = pg_rule_attribute (rule, attribute->name);
      g_autofree char *fix = NULL, *wrong = known != NULL ? pg_value_fault (known, attribute->value, &fix) : NULL;
      if (known == NULL && pg_rule_attribute (rule, PG_OTHER_ATTRIBUTES) != NULL)
        node->attributes[kept++] = *attribute;
      else if (known == NULL)
        report_unknown_attribute (rule, attribute, validator);
      else if (wrong != NULL)
        {
          pg_finding_set_fix (fault (validator, &attribute->place, "bad-value", "%s", wrong), fix);
          node->faulty = TRUE;
        }
      else
        node->attributes[kept++] = *attribute;
    }
  node->n_attributes = kept;
}

/* Content */

static void
check_stray_text (const PgElementRule *rule, const PgNode *parent, const PgNode *text, Validator *validator)
{
  if (text->place.line == 0)
    return;
  g_autofree char *start = g_strstrip (g_strdup (text->text));
  char *line_end = strpbrk (start, "\n");
  if (line_end != NULL)
    *line_end = '\0';
  gboolean long_text = g_utf8_strlen (start, -1) > 30;
  if (long_text)
    *g_utf8_offset_to_pointer (start, 30) = '\0';
  if (rule->content == PG_CONTENT_NOTHING)
    fault (validator, &text->place, "misplaced-text", "<%s> holds nothing, but \"%s%s\" stands in it: remove it",
           parent->name, start, long_text ? "…" : "");
  else
    {
      g_autofree const char **names = pg_rule_child_names (rule);
      g_autofree char *list = accepted (" such as ", names);
      fault (validator, &text->place, "misplaced-text",
             "\"%s%s\" stands in <%s>, which holds no text: put it in an element%s", start, long_text ? "…" : "",
             parent->name, list);
    }
}

/* Where an element belongs: best into what stands here anyway, such as a <p> into the <abstract>. */
static const PgElementRule *
home_of (const PgElementRule *rule, const char *name)
{
  for (const PgChildRule *child = rule->children; child != NULL && child->rule != NULL; child++)
    if (!is_text (child->rule) && pg_rule_child (child->rule, name) != NULL)
      return child->rule;
  return pg_vocabulary_parent (name);
}

/* Whether a child may stay; if not, why is reported. */
static gboolean
check_child (const PgElementRule *rule, const PgNode *parent, const PgNode *child, Validator *validator)
{
  if (child->name == NULL)
    {
      if (!is_text (rule))
        check_stray_text (rule, parent, child, validator);
      return is_text (rule);
    }
  if (pg_rule_child (rule, child->name) != NULL)
    return TRUE;
  const PgElementRule *home = home_of (rule, child->name);
  if (home != NULL)
    report_misplaced (rule, child, home, validator);
  else
    report_unknown (rule, child, validator);
  return FALSE;
}

static void
remove_foreign_children (const PgElementRule *rule, PgNode *node, Validator *validator)
{
  PgNode *last = NULL, *next;
  for (PgNode *child = node->first; child != NULL; child = next)
    {
      next = child->next;
      if (check_child (rule, node, child, validator))
        last = child;
      else if (last != NULL)
        last->next = next;
      else
        node->first = next;
    }
  node->last = last;
}

static void
check_element (const PgElementRule *rule, PgNode *node, Validator *validator)
{
  validator->node = node;
  check_attributes (rule, node, validator);
  remove_foreign_children (rule, node, validator);
  for (const PgChildRule *child = rule->children; child != NULL && child->rule != NULL; child++)
    check_count (child, node, validator);
  for (PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name != NULL)
      check_element (pg_rule_child (rule, child->name), child, validator);
}

void
pg_validate (PgNode *root, ProgrammeReport *report)
{
  Validator validator = { .report = report };
  check_element (pg_vocabulary_root (), root, &validator);
}
