/* Enters: a spreadsheet of XLSX, or its parts with lines of "---" between: a sheet, strings, styles, the workbook; or the document
   of a text of DOCX behind a "W". They are put into an archive, whose sums chance would not get right. Leaves: the people in it,
   and the event. */
#include "fuzz.h"

#include <archive.h>
#include <archive_entry.h>
#include <programme/import.h>
#include <string.h>

#define BETWEEN "\n---\n"
#define MOST (1024 * 1024)

static void
add (struct archive *archive, const char *path, const char *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();
  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, data, length);
  archive_entry_free (entry);
}

static GBytes *
packed (const char *data, gsize size)
{
  static const char book[]
      = "<workbook><sheets><sheet name='Day 1' id='r1'/><sheet name='Day 2' id='r1'/></sheets></workbook>",
      relations[] = "<a><Relationship Id='r1' Type='/worksheet' Target='worksheets/sheet1.xml'/>"
                    "<Relationship Id='r2' Type='/sharedStrings' Target='s.xml'/>"
                    "<Relationship Id='r3' Type='/styles' Target='t.xml'/></a>";
  const char *const parts[] = { "xl/worksheets/sheet1.xml", "xl/s.xml", "xl/t.xml", "xl/workbook.xml" };
  gsize used = 0;
  char *memory = g_malloc (MOST);
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, memory, MOST, &used);
  add (archive, "xl/_rels/workbook.xml.rels", relations, strlen (relations));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *end = data != NULL ? g_strstr_len (data, (gssize) size, BETWEEN) : NULL;
      gsize length = end != NULL ? (gsize) (end - data) : data != NULL ? size : 0;
      if (data != NULL)
        add (archive, parts[i], data, length);
      else
        add (archive, parts[i], i == 3 ? book : "<a/>", i == 3 ? strlen (book) : 4);
      size -= MIN (size, length + strlen (BETWEEN));
      data = end != NULL ? end + strlen (BETWEEN) : NULL;
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (memory, used);
}

static GBytes *
packed_text (const char *data, gsize size)
{
  gsize used = 0;
  char *memory = g_malloc (MOST);
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, memory, MOST, &used);
  add (archive, "word/document.xml", data, size);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (memory, used);
}

static void
import (GBytes *bytes, ProgrammeReport *report)
{
  g_autoptr (ProgrammeImportOptions) options = programme_import_options_new ();
  programme_import_options_set (options, "date", "2031-05-05", NULL);
  g_autofree char *xml = programme_import_bytes (bytes, "a.xlsx", options, report, NULL);
  g_autoptr (GBytes) text = xml != NULL ? g_bytes_new_static (xml, strlen (xml)) : NULL;
  g_autoptr (ProgrammeEvent) event
      = text != NULL ? programme_event_read_bytes (text, "event.xml", NULL, report, NULL) : NULL;
  if (xml != NULL && event == NULL)
    g_error ("what was imported is no event: %s", xml);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size > MOST / 4)
    return 0;
  g_autoptr (GBytes) bytes = size > 2 && data[0] == 'P' && data[1] == 'K' ? fuzz_bytes (data, size)
                             : size > 1 && data[0] == 'W' ? packed_text ((const char *) data + 1, size - 1)
                                                          : packed ((const char *) data, size);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  import (bytes, report);
  g_autoptr (ProgrammePeople) people = programme_import_people_bytes (bytes, "a.xlsx", NULL, report, NULL);
  g_autofree char *csv = people != NULL ? programme_people_to_csv (people) : NULL;
  (void) csv;
  return 0;
}
