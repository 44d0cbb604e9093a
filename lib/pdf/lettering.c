/* What is written beside pages. Enters: texts, and the outlines of letters. Leaves: a font in the PDF that has those letters, and
   the strings that show the texts with it. */
#include "pdf/lettering.h"

#define MOST 255           /* letters of such a font; 0 is none */
#define LAST_LETTER 0xFFFF /* that the map to Unicode tells in one unit */

struct PgLettering
{
  PgOutlines *outlines;
  gunichar letters[MOST + 1]; /* by their codes from 1 */
  double advances[MOST + 1];
  GPtrArray *paths; /* GString, from 1 too */
  guint n;
};

static void
free_path (gpointer path)
{
  if (path != NULL)
    g_string_free (path, TRUE);
}

PgLettering *
pg_lettering_new (PgOutlines *outlines)
{
  PgLettering *lettering = g_new0 (PgLettering, 1);
  lettering->outlines = outlines;
  lettering->paths = g_ptr_array_new_with_free_func (free_path);
  g_ptr_array_add (lettering->paths, NULL);
  return lettering;
}

void
pg_lettering_free (PgLettering *lettering)
{
  if (lettering == NULL)
    return;
  g_ptr_array_unref (lettering->paths);
  g_free (lettering);
}

/* Its code; 0 if the font has it not. */
static guint
code_of (PgLettering *lettering, gunichar letter)
{
  for (guint code = 1; code <= lettering->n; code++)
    if (lettering->letters[code] == letter)
      return code;
  g_autoptr (GString) path = g_string_new (NULL);
  double advance;
  if (lettering->n == MOST || letter > LAST_LETTER || !pg_outlines_add (lettering->outlines, letter, path, &advance))
    return 0;
  guint code = ++lettering->n;
  lettering->letters[code] = letter;
  lettering->advances[code] = advance;
  g_ptr_array_add (lettering->paths, g_steal_pointer (&path));
  return code;
}

void
pg_lettering_put (PgLettering *lettering, GString *out, const char *text)
{
  g_string_append_c (out, '<');
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      guint code = code_of (lettering, g_utf8_get_char (text));
      g_string_append_printf (out, "%02x", code > 0 ? code : code_of (lettering, '?'));
    }
  g_string_append_c (out, '>');
}

static void
add_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.1f", number));
}

/* A letter's description, of which only the shape counts: its colour is that of the text. */
static int
write_letter (const PgLettering *lettering, guint code, PgWriter *writer)
{
  const GString *path = g_ptr_array_index (lettering->paths, code);
  g_autoptr (GString) content = g_string_new (NULL);
  int number = pg_writer_reserve (writer);
  add_number (content, lettering->advances[code]);
  g_string_append (content, " 0 -500 -500 2000 1500 d1\n");
  g_string_append_len (content, path->str, (gssize) path->len);
  if (path->len > 0)
    g_string_append (content, "f\n");
  pg_writer_add_stream (writer, number, "<< >>", content->str, content->len);
  return number;
}

/* From codes to Unicode, for those who search the file (9.10.3). */
static int
write_unicode (const PgLettering *lettering, PgWriter *writer)
{
  g_autoptr (GString) map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                          "/CMapName /Letters def\n/CMapType 2 def\n"
                                          "1 begincodespacerange\n<00> <ff>\nendcodespacerange\n");
  for (guint code = 1; code <= lettering->n; code++)
    g_string_append_printf (map, "1 beginbfchar\n<%02x> <%04x>\nendbfchar\n", code, lettering->letters[code]);
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  int number = pg_writer_reserve (writer);
  pg_writer_add_stream (writer, number, "<< >>", map->str, map->len);
  return number;
}

void
pg_lettering_write (PgLettering *lettering, PgWriter *writer, int number)
{
  g_autoptr (GString) letters = g_string_new ("<<"), names = g_string_new ("["), widths = g_string_new ("[");
  g_autoptr (GString) font = g_string_new (NULL);
  for (guint code = 1; code <= lettering->n; code++)
    {
      g_string_append_printf (letters, " /l%u %d 0 R", code, write_letter (lettering, code, writer));
      g_string_append_printf (names, " /l%u", code);
      g_string_append_c (widths, ' ');
      add_number (widths, lettering->advances[code]);
    }
  g_string_append_printf (font,
                          "<< /Type /Font /Subtype /Type3 /FontBBox [ -500 -500 2000 1500 ]"
                          " /FontMatrix [ 0.001 0 0 0.001 0 0 ] /Resources << >> /FirstChar 1 /LastChar %u"
                          " /CharProcs %s >> /Encoding << /Type /Encoding /Differences [ 1 %s ] >> /Widths %s ]"
                          " /ToUnicode %d 0 R >>",
                          lettering->n, letters->str, names->str + 1, widths->str, write_unicode (lettering, writer));
  pg_writer_add (writer, number, font);
}
