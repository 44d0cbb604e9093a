/* Enters: a file of hyphenation patterns. Leaves: libhyphen's dictionary of it. libhyphen itself reads what the file says
   besides patterns; these become a tree, whose nodes are the states of its automaton (Aho and Corasick). */
#include "text/dictionary.h"

#include "base/characters.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LEVELS 2 /* of compounds, and of their parts */

/* A beginning of patterns; 0 is none, and the root. */
typedef struct
{
  int first, next; /* of its children, of its parent's */
  char letter;
  char *points; /* of the pattern that ends here, or NULL */
} Node;

typedef struct
{
  GArray *levels[MOST_LEVELS]; /* of Node */
  GString *rest;               /* the file without patterns */
  gboolean is_plain;           /* no pattern changes the spelling */
  gboolean is_parted;          /* into two levels */
} File;

static Node *
node_at (GArray *nodes, int index)
{
  return &g_array_index (nodes, Node, index);
}

/* 0: there is none. */
static int
find_child (GArray *nodes, int parent, char letter)
{
  int child = node_at (nodes, parent)->first;
  while (child != 0 && node_at (nodes, child)->letter != letter)
    child = node_at (nodes, child)->next;
  return child;
}

static int
take_child (GArray *nodes, int parent, char letter)
{
  int child = find_child (nodes, parent, letter);
  if (child != 0)
    return child;
  Node node = { .next = node_at (nodes, parent)->first, .letter = letter };
  child = (int) nodes->len;
  node_at (nodes, parent)->first = child;
  g_array_append_val (nodes, node);
  return child;
}

/* "1ab3c": the letters lead to a node, whose points are "1030"; zeros before the first other figure go. */
static void
add_pattern (GArray *nodes, const char *line, gsize length)
{
  char points[MAX_CHARS] = "0";
  gsize n = 0, start = 0;
  int node = 0;
  for (gsize i = 0; i < length && (guchar) line[i] > ' '; i++)
    if (g_ascii_isdigit (line[i]))
      points[n] = line[i];
    else
      {
        node = take_child (nodes, node, line[i]);
        points[++n] = '0';
      }
  while (points[start] == '0')
    start++;
  if (node == 0)
    return;
  free (node_at (nodes, node)->points);
  node_at (nodes, node)->points = strdup (points + start);
}

static gboolean
is_setting (const char *line)
{
  static const char *const names[]
      = { "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (pg_begins (line, names[i]))
      return TRUE;
  return FALSE;
}

/* What begins with "#" is no pattern of letters, and is a comment where it is written. Lines that are too long libhyphen
   leaves out, too. FALSE: nothing that follows is read. */
static gboolean
take_line (File *file, const char *line, gsize length)
{
  gboolean is_end_of_level = pg_begins (line, "NEXTLEVEL");
  if (is_end_of_level && file->is_parted)
    return FALSE;
  if (is_end_of_level || is_setting (line))
    {
      file->is_parted = file->is_parted || is_end_of_level;
      g_string_append_len (file->rest, line, (gssize) length);
      g_string_append_c (file->rest, '\n');
    }
  else if (*line != '%' && *line != '#' && length < MAX_CHARS - 2)
    {
      file->is_plain = file->is_plain && memchr (line, '/', length) == NULL;
      add_pattern (file->levels[file->is_parted], line, length);
    }
  return TRUE;
}

static void
read_lines (File *file, const char *text)
{
  const char *at = text + strcspn (text, "\n");
  g_string_append_len (file->rest, text, at - text); /* the encoding */
  g_string_append_c (file->rest, '\n');
  while (*at == '\n' && at[1] != '\0')
    {
      gsize length = strcspn (at + 1, "\n");
      if (!take_line (file, at + 1, length))
        break;
      at += 1 + length;
    }
}

/* The longest end of a node's letters that is a node, too: from that of its parent on. */
static int
fall_back (GArray *nodes, const HyphenState *states, int parent, char letter)
{
  for (int shorter = states[parent].fallback_state; shorter >= 0; shorter = states[shorter].fallback_state)
    {
      int child = find_child (nodes, shorter, letter);
      if (child != 0)
        return child;
    }
  return 0;
}

static void
free_states (HyphenDict *dictionary)
{
  for (int i = 0; i < dictionary->num_states; i++)
    {
      free (dictionary->states[i].match);
      free (dictionary->states[i].repl);
      free (dictionary->states[i].trans);
    }
  free (dictionary->states);
}

/* Nodes become states, in the order of how many letters lead to them: fall_back() asks for fewer. */
static void
set_states (HyphenDict *dictionary, GArray *nodes)
{
  int n = (int) nodes->len, seen = 1;
  HyphenState *states = calloc ((size_t) n, sizeof *states);
  HyphenTrans *steps = calloc ((size_t) n, sizeof *steps);
  g_autofree int *order = g_new0 (int, n);
  states[0].fallback_state = -1;
  for (int i = 0; i < n; i++)
    {
      int parent = order[i];
      HyphenState *state = &states[parent];
      state->match = g_steal_pointer (&node_at (nodes, parent)->points);
      state->trans = steps + seen - 1;
      for (int child = node_at (nodes, parent)->first; child != 0; child = node_at (nodes, child)->next)
        {
          char letter = node_at (nodes, child)->letter;
          states[child].fallback_state = fall_back (nodes, states, parent, letter);
          state->trans[state->num_trans++] = (HyphenTrans){ letter, child };
          order[seen++] = child;
        }
    }
  free_states (dictionary);
  dictionary->states = states;
  dictionary->num_states = n;
}

/* What is left of them, where libhyphen has read the file. */
static void
free_nodes (GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    free (g_array_index (nodes, Node, i).points);
  g_array_unref (nodes);
}

static HyphenDict *
build (File *file)
{
  FILE *stream = fmemopen (file->rest->str, file->rest->len, "r");
  HyphenDict *dictionary = stream != NULL ? hnj_hyphen_load_file (stream) : NULL;
  if (stream != NULL)
    fclose (stream);
  if (dictionary == NULL)
    return NULL;
  if (file->is_parted) /* else the first level is libhyphen's own, of hyphens and apostrophes */
    set_states (dictionary, file->levels[0]);
  set_states (dictionary->nextlevel, file->levels[file->is_parted ? 1 : 0]);
  return dictionary;
}

HyphenDict *
pg_dictionary_load (const char *path)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  File file = { .rest = g_string_new (NULL), .is_plain = TRUE };
  for (guint i = 0; i < MOST_LEVELS; i++)
    {
      Node root = { 0 };
      file.levels[i] = g_array_new (FALSE, FALSE, sizeof (Node));
      g_array_append_val (file.levels[i], root);
    }
  read_lines (&file, text);
  HyphenDict *dictionary = file.is_plain ? build (&file) : hnj_hyphen_load (path);
  for (guint i = 0; i < MOST_LEVELS; i++)
    free_nodes (file.levels[i]);
  g_string_free (file.rest, TRUE);
  return dictionary;
}
