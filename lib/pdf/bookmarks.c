/* Enters: pages' bookmarks. Leaves: a PDF's outline of them (ISO 32000-1, 12.3.3), written as text: libqpdf needs much more
   memory for so many objects. */
#include "pdf/bookmarks.h"

#include "base/plain.h"

#define MOST_LEVELS 7

/* All are places in the list of entries, whose first is the outline itself, or 0. */
typedef struct
{
  guint parent, first, last, before, next;
  int number; /* in the file */
} Entry;

/* An entry hangs below the last one of a level above its own. */
static void
hang (Entry *entries, guint i, guint parent)
{
  entries[i].parent = parent;
  entries[i].before = entries[parent].last;
  if (entries[parent].first == 0)
    entries[parent].first = i;
  else
    entries[entries[parent].last].next = i;
  entries[parent].last = i;
}

static Entry *
hang_all (const GArray *bookmarks, PgWriter *writer, int root)
{
  Entry *entries = g_new0 (Entry, bookmarks->len + 1);
  guint parents[MOST_LEVELS + 1] = { 0 }, deepest = 0; /* the lowest level that has an entry to hang from */
  entries[0].number = root;
  for (guint i = 1; i <= bookmarks->len; i++)
    {
      guint wanted = g_array_index (bookmarks, PgBookmark, i - 1).level;
      guint level = MIN (MIN (wanted, deepest + 1), MOST_LEVELS);
      entries[i].number = pg_writer_reserve (writer);
      hang (entries, i, parents[level - 1]);
      parents[level] = i;
      deepest = level;
    }
  return entries;
}

static void
put_entry (GString *text, const char *key, const Entry *entries, guint i)
{
  if (i > 0)
    g_string_append_printf (text, " %s %d 0 R", key, entries[i].number);
}

/* Whole points from the page's top. */
static void
put_bookmark (GString *text, qpdf_data qpdf, const PgBookmark *bookmark, const PgPage *page, int page_number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *title = pg_plain_for_pdf (bookmark->title);
  g_ascii_formatd (digits, sizeof digits, "%.3f", page->height - (int) bookmark->y);
  g_string_append_printf (text, " /F 0 /Dest [ %d 0 R /XYZ 0 %s 0 ] /Title ", page_number, digits);
  pg_qpdf_put_text (qpdf, text, title);
}

void
pg_bookmarks_write (PgWriter *writer, qpdf_data qpdf, const PgPages *pages, const GArray *page_numbers)
{
  const GArray *bookmarks = pages->bookmarks;
  if (bookmarks->len == 0)
    return;
  int root = pg_qpdf_add (qpdf, qpdf_oh_new_dictionary (qpdf)); /* stands for what is added here */
  pg_qpdf_set_number (qpdf, qpdf_get_root (qpdf), "/Outlines", root);
  g_autofree Entry *entries = hang_all (bookmarks, writer, pg_writer_number (writer, root));
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i <= bookmarks->len; i++)
    {
      const PgBookmark *bookmark = i > 0 ? &g_array_index (bookmarks, PgBookmark, i - 1) : NULL;
      g_string_assign (text, i > 0 ? "<<" : "<< /Type /Outlines");
      put_entry (text, "/First", entries, entries[i].first);
      put_entry (text, "/Last", entries, entries[i].last);
      put_entry (text, "/Prev", entries, entries[i].before);
      put_entry (text, "/Next", entries, entries[i].next);
      if (bookmark == NULL)
        g_string_append_printf (text, " /Count -%u", bookmarks->len);
      else
        {
          g_string_append_printf (text, " /Parent %d 0 R", entries[entries[i].parent].number);
          int page = pg_writer_number (writer, g_array_index (page_numbers, int, bookmark->page));
          put_bookmark (text, qpdf, bookmark, pg_pages_get (pages, bookmark->page), page);
        }
      g_string_append (text, " >>");
      pg_writer_add (writer, entries[i].number, text);
      pg_qpdf_forget (qpdf);
    }
}
