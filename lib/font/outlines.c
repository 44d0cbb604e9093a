/* Letters as shapes, for what is written beside pages. Enters: the font for Latin. Leaves: the outlines of its characters. */
#include "font/outlines.h"

#include "font/face.h"
#include "font/fontset.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

struct PgOutlines
{
  FT_Library library;
  FT_Face face;
};

/* The file that holds the face, and which of its faces it is. NULL with PROGRAMME_ERROR_FONTS. */
static char *
find_file (int *index, GError **error)
{
  g_autoptr (PgFontSet) set = pg_font_set_new (error);
  FcChar8 *file = NULL;
  if (set == NULL)
    return NULL;
  const char *family = pg_font_set_family (set, PG_GENERIC, G_UNICODE_SCRIPT_LATIN, "en");
  const char *files = pg_font_set_get_files (set, family);
  FcConfig *config = files != NULL ? pg_font_set_get_config (set, files) : NULL;
  FcPattern *face = config != NULL ? pg_face_find (config, family, FALSE, FALSE) : NULL;
  if (face == NULL || FcPatternGetString (face, FC_FILE, 0, &file) != FcResultMatch)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS, "the font %s cannot be read", family);
      return NULL;
    }
  FcPatternGetInteger (face, FC_INDEX, 0, index);
  return g_strdup ((const char *) file);
}

PgOutlines *
pg_outlines_new (GError **error)
{
  int index = 0;
  g_autofree char *file = find_file (&index, error);
  if (file == NULL)
    return NULL;
  g_autoptr (PgOutlines) outlines = g_new0 (PgOutlines, 1);
  if (FT_Init_FreeType (&outlines->library) == 0 && FT_New_Face (outlines->library, file, index, &outlines->face) == 0
      && outlines->face->units_per_EM > 0)
    return g_steal_pointer (&outlines);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS, "%s: this font cannot be read", file);
  return NULL;
}

void
pg_outlines_free (PgOutlines *outlines)
{
  if (outlines == NULL)
    return;
  if (outlines->face != NULL)
    FT_Done_Face (outlines->face);
  if (outlines->library != NULL)
    FT_Done_FreeType (outlines->library);
  g_free (outlines);
}

typedef struct
{
  GString *path;
  double scale;
  double x, y; /* where the last segment ends */
} Pen;

static void
put (Pen *pen, const FT_Vector *to, const char *operator)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  pen->x = (double) to->x;
  pen->y = (double) to->y;
  g_ascii_formatd (x, sizeof x, "%.1f", pen->x * pen->scale);
  g_ascii_formatd (y, sizeof y, "%.1f", pen->y * pen->scale);
  g_string_append_printf (pen->path, "%s %s %s", x, y, operator);
}

static int
move_to (const FT_Vector *to, void *data)
{
  put (data, to, "m\n");
  return 0;
}

static int
line_to (const FT_Vector *to, void *data)
{
  put (data, to, "l\n");
  return 0;
}

static int
cubic_to (const FT_Vector *first, const FT_Vector *second, const FT_Vector *to, void *data)
{
  put (data, first, "");
  put (data, second, "");
  put (data, to, "c\n");
  return 0;
}

/* The cubic curve that is the same: its control points stand at two thirds of the way to the one. */
static int
conic_to (const FT_Vector *control, const FT_Vector *to, void *data)
{
  const Pen *pen = data;
  FT_Vector first = { (FT_Pos) (pen->x + 2 * ((double) control->x - pen->x) / 3),
                      (FT_Pos) (pen->y + 2 * ((double) control->y - pen->y) / 3) };
  FT_Vector second = { to->x + 2 * (control->x - to->x) / 3, to->y + 2 * (control->y - to->y) / 3 };
  return cubic_to (&first, &second, to, data);
}

gboolean
pg_outlines_add (PgOutlines *outlines, gunichar character, GString *path, double *advance)
{
  static const FT_Outline_Funcs segments = { move_to, line_to, conic_to, cubic_to, 0, 0 };
  Pen pen = { path, 1000.0 / outlines->face->units_per_EM, 0, 0 };
  FT_UInt glyph = FT_Get_Char_Index (outlines->face, character);
  if (glyph == 0 || FT_Load_Glyph (outlines->face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0)
    return FALSE;
  *advance = (double) outlines->face->glyph->metrics.horiAdvance * pen.scale;
  return FT_Outline_Decompose (&outlines->face->glyph->outline, &segments, &pen) == 0;
}
