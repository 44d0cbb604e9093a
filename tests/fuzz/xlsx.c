/* Enters: a spreadsheet of XLSX, or its parts with lines of "---" between: a sheet, strings, styles, the workbook; they are put
   into an archive, whose sums chance would not get right. Leaves: the people in it. */
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
  static const char book[] = "<workbook><sheets><sheet name='P' id='r1'/></sheets></workbook>",
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

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size > MOST / 4)
    return 0;
  g_autoptr (GBytes) bytes
      = size > 2 && data[0] == 'P' && data[1] == 'K' ? fuzz_bytes (data, size) : packed ((const char *) data, size);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammePeople) people = programme_import_people_bytes (bytes, "a.xlsx", NULL, report, NULL);
  g_autofree char *csv = people != NULL ? programme_people_to_csv (people) : NULL;
  (void) csv;
  return 0;
}
