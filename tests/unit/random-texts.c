/* Longer texts with all that they may hold. Enters: a maker. Leaves: them as XML, and the words in the order in which they are
   printed. */
#include "random-words.h"

#include <string.h>

/* A cell, which may be empty, over so many columns and rows. */
static void
add_cell (RandomWords *maker, GPtrArray *all, guint columns, guint rows)
{
  gsize start = maker->xml->len;
  if (random_chance (maker, 10))
    {
      random_xml (maker, "<cell columns=\"%u\" rows=\"%u\"/>", columns, rows);
      return;
    }
  GPtrArray *text = random_text (maker, "cell", random_number (maker, 1, 6));
  g_autofree char *span = g_strdup_printf (" columns=\"%u\" rows=\"%u\"%s", columns, rows,
                                           random_chance (maker, 10) ? " head=\"yes\"" : "");
  g_string_insert (maker->xml, (gssize) (start + strlen ("<cell")), span);
  random_expect (all, text);
}

/* The first column of two rows may be one cell. */
static void
add_rows (RandomWords *maker, GPtrArray *all, guint n_columns)
{
  guint left = 0; /* rows that the first cell still takes */
  for (guint n = random_number (maker, 1, 12); n > 0; n--)
    {
      gboolean is_whole = left == 0 && n_columns > 1 && random_chance (maker, 15);
      random_xml (maker, "<row>");
      if (is_whole)
        add_cell (maker, all, n_columns, 1);
      else if (left == 0)
        {
          left = n > 2 && n_columns > 1 && random_chance (maker, 20) ? random_number (maker, 2, 3) : 1;
          add_cell (maker, all, 1, left);
        }
      for (guint i = 1; i < n_columns && !is_whole; i++)
        add_cell (maker, all, 1, 1);
      left -= left > 0 ? 1 : 0;
      random_xml (maker, "</row>\n");
    }
}

static void
add_table (RandomWords *maker, GPtrArray *all)
{
  guint n_columns = random_number (maker, 1, 4);
  gboolean has_long_words = maker->has_long_words;
  maker->has_long_words = FALSE; /* rows that are broken would not be read across */
  random_xml (maker, "<table align=\"%s\">", random_chance (maker, 50) ? "end" : "centre");
  if (random_chance (maker, 30))
    random_expect (all, random_text (maker, "caption", random_number (maker, 1, 8)));
  if (random_chance (maker, 70))
    {
      random_xml (maker, "<head>");
      for (guint i = 0; i < n_columns; i++)
        random_expect (all, random_text (maker, "cell", random_number (maker, 1, 2)));
      random_xml (maker, "</head>\n");
    }
  add_rows (maker, all, n_columns);
  random_xml (maker, "</table>");
  maker->has_long_words = has_long_words;
}

static void
add_definitions (RandomWords *maker, GPtrArray *all, guint n_words)
{
  random_xml (maker, "<definitions>");
  for (guint n = random_number (maker, 1, 5); n > 0; n--)
    {
      random_xml (maker, "<definition>");
      random_expect (all, random_text (maker, "term", random_number (maker, 1, 4)));
      random_expect (all, random_body (maker, random_number (maker, 1, 2), MIN (n_words, 30)));
      random_xml (maker, "</definition>\n");
    }
  random_xml (maker, "</definitions>");
}

static void
add_quotation (RandomWords *maker, GPtrArray *all, guint n_words)
{
  random_xml (maker, "<quotation>");
  random_expect (all, random_body (maker, random_number (maker, 1, 2), n_words));
  if (random_chance (maker, 50))
    random_expect (all, random_text (maker, "source", random_number (maker, 1, 5)));
  random_xml (maker, "</quotation>");
}

static void
add_image (RandomWords *maker, GPtrArray *all)
{
  random_xml (maker, "<image src=\"small/logo.svg\" alt=\"An anchor\">");
  random_expect (all, random_text (maker, "caption", random_number (maker, 1, 12)));
  random_xml (maker, "</image>");
}

static void
add_section (RandomWords *maker, GPtrArray *all, guint n_words, guint level)
{
  random_xml (maker, "<section>");
  random_expect (all, random_text (maker, "title", random_number (maker, 1, 8)));
  random_expect (all, random_text_of (maker, random_number (maker, 1, 3), n_words, level + 1));
  random_xml (maker, "</section>");
}

GPtrArray *
random_text_of (RandomWords *maker, guint n_parts, guint n_words, guint level)
{
  GPtrArray *all = g_ptr_array_new ();
  g_ptr_array_add (maker->texts, all);
  maker->has_notes = maker->wants_notes;
  for (guint i = 0; i < n_parts; i++)
    {
      guint kind = random_number (maker, 0, 99);
      if (kind < 8)
        add_table (maker, all);
      else if (kind < 14)
        add_definitions (maker, all, n_words);
      else if (kind < 18)
        add_quotation (maker, all, n_words);
      else if (kind < 21 && maker->has_images)
        add_image (maker, all);
      else if (kind < 30 && level < 3)
        add_section (maker, all, n_words, level);
      else
        random_expect (all, random_body (maker, 1, n_words));
      random_xml (maker, "\n");
    }
  maker->has_notes = maker->has_notes && level > 1;
  return all;
}
