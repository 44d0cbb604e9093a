/* Enters: what QR codes are to say. Leaves: proof that they are as large as they should be, are drawn as whole modules, and are
   read back as what they say. Lengths in points. */
#include "picture.h"
#include "sheet.h"

#include "paint/paint.h"

#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <string.h>

#define MODULE 3.0 /* pixels */

static PgArena *arena;

/* The least version whose level M holds so many bytes (ISO 18004): 14 in 21 modules, 26 in 25; level Q 11 and 20. */
static void
test_size (void)
{
  g_autofree char *long_text = g_strnfill (2331, 'a'), *too_long = g_strnfill (2332, 'a');
  g_assert_cmpuint (pg_code_new (arena, "a")->n, ==, 21);
  g_assert_cmpuint (pg_code_new (arena, "12345678901234")->n, ==, 21);
  g_assert_cmpuint (pg_code_new (arena, "123456789012345")->n, ==, 25);
  g_assert_cmpuint (pg_code_new (arena, long_text)->n, ==, 177);
  g_assert_null (pg_code_new (arena, too_long));
}

/* The level that a code's format bits say, beside the upper left finder: their first two are inverted by the mask. */
static guint
level_of (const PgCode *code)
{
  return (guint) ((pg_code_is_dark (code, 8, 0) ^ 1) << 1 | (pg_code_is_dark (code, 8, 1) ^ 0));
}

static void
test_level (void)
{
  enum
  {
    M = 0,
    Q = 3
  };
  g_assert_cmpuint (level_of (pg_code_new (arena, "12345678901")), ==, Q); /* as large as at M */
  g_assert_cmpuint (level_of (pg_code_new (arena, "123456789012")), ==, M);
}

/* A code on a page with its quiet zone around it. */
static char *
drawn (Sheet *sheet, const PgCode *code)
{
  PgBlock *block = sheet_block (sheet, PG_BLOCK_CODE);
  sheet->run->over = sheet_block (sheet, PG_BLOCK_PLACED);
  block->code = code;
  block->code_alt = "Who it is";
  block->side = code->n * MODULE;
  pg_placed_add (sheet->run->over, PG_CODE_QUIET * MODULE, PG_CODE_QUIET * MODULE, block->side, block);
  sheet_set (sheet);
  return picture_of (sheet->pages, 0, sheet->width, sheet->height, 1);
}

/* Each pixel is that of its module, with white around. */
static void
test_modules (void)
{
  const PgCode *code = pg_code_new (arena, "https://example.org/");
  guint n = code->n + 2 * PG_CODE_QUIET, side = n * (guint) MODULE;
  g_autoptr (Sheet) sheet = sheet_new (side, side);
  g_autofree char *picture = drawn (sheet, code);
  for (guint y = 0; y < side; y++)
    for (guint x = 0; x < side; x++)
      {
        guint row = y / (guint) MODULE - PG_CODE_QUIET, column = x / (guint) MODULE - PG_CODE_QUIET;
        gboolean is_dark = row < code->n && column < code->n && pg_code_is_dark (code, row, column);
        g_assert_cmpint (picture[y * (side + 1) + x], ==, is_dark ? '#' : '.');
      }
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int n)
{
  g_string_append_len (data, (const char *) bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* All of it is one path, with no more than two points for modules that are dark beside each other: a thousand badges have as
   many codes. */
static void
test_points (void)
{
  const PgCode *code = pg_code_new (arena, "https://example.org/guests/417");
  guint runs = 0;
  for (guint row = 0; row < code->n; row++)
    for (guint column = 0; column < code->n; column++)
      runs += pg_code_is_dark (code, row, column) && (column == 0 || !pg_code_is_dark (code, row, column - 1));
  g_autoptr (Sheet) sheet = sheet_new (300, 300);
  g_free (drawn (sheet, code));
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, svg, 300, 300);
  cairo_t *cr = cairo_create (surface);
  PgPainter *painter = pg_painter_new (NULL);
  g_assert_true (pg_painter_draw (painter, pg_pages_get (sheet->pages, 0), cr, NULL));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pg_painter_free (painter);
  g_assert_cmpuint (count (svg->str, "<path"), ==, 1);
  g_assert_cmpuint (count (svg->str, "M "), ==, runs);
  g_assert_cmpuint (count (svg->str, "L "), ==, runs);
}

/* It is a figure for those who do not see it, unless the piece says it otherwise. */
static void
test_tags (void)
{
  const PgCode *code = pg_code_new (arena, "a");
  for (gboolean artifact = FALSE; artifact <= TRUE; artifact++)
    {
      g_autoptr (Sheet) sheet = sheet_new (100, 100);
      PgBlock *block = sheet_block (sheet, PG_BLOCK_CODE);
      block->code = code;
      block->code_alt = "Who it is";
      block->side = 50;
      block->artifact = artifact;
      sheet_add (sheet, block);
      sheet_set (sheet);
      const PgItem *item = &g_array_index (pg_pages_get (sheet->pages, 0)->items, PgItem, 0);
      g_assert_cmpint (item->kind, ==, PG_ITEM_CODE);
      g_assert_cmpint (item->artifact == PG_ARTIFACT_NONE, ==, !artifact);
      g_assert_true (artifact ? item->element == NULL
                              : item->element->role == PG_ROLE_FIGURE && strcmp (item->element->alt, "Who it is") == 0);
    }
}

/* What a reader reads, in letters of many scripts: as bytes without a mark it would guess. */
static void
test_read (void)
{
  const char *const texts[] = { "https://example.org/p?id=7&x=%20",
                                "Élise Lefèvre à Besançon",
                                "é",
                                "ß",
                                "ü ö",
                                "张伟，数字治理司处长",
                                "歐陽文傑",
                                "Jürgen Groß, Köln",
                                "박성주",
                                "田中花子",
                                "张伟",
                                "فاطمة الزهراء",
                                "אברהם כהן",
                                "สมชาย ใจดี",
                                "សុខ សុភា",
                                "Наталья Щукина",
                                "Γιώργος",
                                "अनीता शर्मा" };
  g_autofree char *reader = g_find_program_in_path ("zbarimg");
  if (reader == NULL)
    {
      g_test_skip ("zbarimg is not there");
      return;
    }
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "programme-code.pgm", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const PgCode *code = pg_code_new (arena, texts[i]);
      guint side = (code->n + 2 * PG_CODE_QUIET) * (guint) MODULE;
      g_autoptr (Sheet) sheet = sheet_new (side, side);
      g_autofree char *picture = drawn (sheet, code), *output = NULL;
      g_autoptr (GString) pgm = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_string_printf (pgm, "P2 %u %u 1\n", side, side);
      for (const char *at = picture; *at != '\0'; at++)
        if (*at != '\n')
          g_string_append (pgm, *at == '#' ? "0\n" : "1\n");
      g_file_set_contents (path, pgm->str, (gssize) pgm->len, &error);
      g_assert_no_error (error);
      char *argv[] = { reader, "-q", "--raw", path, NULL };
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (g_strchomp (output), ==, texts[i]);
    }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = pg_arena_new ();
  g_test_add_func ("/code/size", test_size);
  g_test_add_func ("/code/level", test_level);
  g_test_add_func ("/code/modules", test_modules);
  g_test_add_func ("/code/points", test_points);
  g_test_add_func ("/code/tags", test_tags);
  g_test_add_func ("/code/read", test_read);
  int status = g_test_run ();
  pg_arena_free (arena);
  return status;
}
