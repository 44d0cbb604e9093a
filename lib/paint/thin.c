/* Enters: pages. Leaves: thin fonts: each font on them that cairo embeds slowly or wrong, with the glyphs alone that they
   show. Where one cannot be made, the font stays as it is. */
#include "paint/thin.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#define LARGE (2u * 1024 * 1024) /* bytes of a file; making a smaller font thin costs more than it saves */
#define CFF HB_TAG ('C', 'F', 'F', ' ')

struct PgThinFonts
{
  GHashTable *glyphs; /* hb_face_t → hb_set_t of the glyphs shown; NULL: it stays as it is */
  GHashTable *faces;  /* the same → Face */
  GHashTable *fonts;  /* PangoFont → PgThinFont, or NULL if it stays as it is */
};

typedef struct
{
  cairo_font_face_t *face; /* NULL: it could not be made */
  hb_map_t *numbers;
} Face;

/* What a face of cairo's stands on. */
typedef struct
{
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} Ground;

static void
ground_free (void *data)
{
  Ground *ground = data;
  if (ground->face != NULL)
    FT_Done_Face (ground->face);
  if (ground->library != NULL)
    FT_Done_FreeType (ground->library);
  hb_blob_destroy (ground->blob);
  g_free (ground);
}

static void
glyphs_free (gpointer glyphs)
{
  hb_set_destroy (glyphs);
}

static void
face_free (gpointer data)
{
  Face *face = data;
  if (face->face != NULL)
    cairo_font_face_destroy (face->face);
  hb_map_destroy (face->numbers);
  g_free (face);
}

static void
font_free (gpointer data)
{
  PgThinFont *font = data;
  if (font != NULL)
    cairo_scaled_font_destroy (font->font);
  g_free (font);
}

/* Glyphs */

static gboolean
is_wanted (hb_face_t *face)
{
  hb_blob_t *file = hb_face_reference_blob (face), *outlines = hb_face_reference_table (face, CFF);
  gboolean wanted = hb_blob_get_length (file) > LARGE || hb_blob_get_length (outlines) > 0;
  hb_blob_destroy (outlines);
  hb_blob_destroy (file);
  return wanted;
}

static hb_face_t *
face_of (PangoFont *font)
{
  return hb_font_get_face (pango_font_get_hb_font (font));
}

/* The glyphs shown of a font's face; NULL if the font is none to be made thin. */
static hb_set_t *
glyphs_of (PgThinFonts *thin, PangoFont *font)
{
  hb_face_t *face = face_of (font);
  gpointer glyphs;
  if (g_hash_table_lookup_extended (thin->glyphs, face, NULL, &glyphs))
    return glyphs;
  glyphs = is_wanted (face) ? hb_set_create () : NULL;
  g_hash_table_insert (thin->glyphs, face, glyphs);
  return glyphs;
}

static void
collect_line (PgThinFonts *thin, const PgLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *run = line->runs[i].glyphs;
      hb_set_t *glyphs = glyphs_of (thin, run->item->analysis.font);
      for (int g = 0; glyphs != NULL && g < run->glyphs->num_glyphs; g++)
        {
          PangoGlyph glyph = run->glyphs->glyphs[g].glyph;
          if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
            hb_set_add (glyphs, glyph);
        }
    }
}

static void
collect (PgThinFonts *thin, const PgPages *pages)
{
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const PgPage *page = pg_pages_get (pages, p);
      for (guint i = 0; i < page->items->len; i++)
        {
          const PgItem *item = &g_array_index (page->items, PgItem, i);
          if (item->kind == PG_ITEM_TEXT)
            collect_line (thin, &item->text.lines->lines[item->text.line]);
        }
    }
}

/* Fonts */

/* What is shaped already needs no rules of shaping, and these would keep glyphs that nobody shows. NULL if it fails. */
static hb_subset_input_t *
new_input (const hb_set_t *glyphs)
{
  static const hb_tag_t dropped[]
      = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
          HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'),
          HB_TAG ('V', 'O', 'R', 'G') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
  return input;
}

/* The font's file, or NULL if it fails. Puts the new numbers of its glyphs into numbers. */
static hb_blob_t *
subset (hb_face_t *face, const hb_set_t *glyphs, hb_map_t **numbers)
{
  hb_subset_input_t *input = new_input (glyphs);
  hb_subset_plan_t *plan = input != NULL ? hb_subset_plan_create_or_fail (face, input) : NULL;
  hb_face_t *thin = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  hb_blob_t *blob = NULL;
  if (thin != NULL)
    {
      blob = hb_face_reference_blob (thin);
      *numbers = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
    }
  hb_face_destroy (thin);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return blob;
}

static gboolean
open_ground (Ground *ground)
{
  unsigned int length = 0;
  const char *data = ground->blob != NULL ? hb_blob_get_data (ground->blob, &length) : NULL;
  return length > 0 && FT_Init_FreeType (&ground->library) == 0
         && FT_New_Memory_Face (ground->library, (const FT_Byte *) data, (FT_Long) length, 0, &ground->face) == 0;
}

static Face *
make_face (hb_face_t *large, const hb_set_t *glyphs)
{
  static const cairo_user_data_key_t key;
  Face *face = g_new0 (Face, 1);
  Ground *ground = g_new0 (Ground, 1);
  ground->blob = subset (large, glyphs, &face->numbers);
  if (open_ground (ground))
    face->face = cairo_ft_font_face_create_for_ft_face (ground->face, FT_LOAD_NO_HINTING);
  if (face->face != NULL
      && cairo_font_face_set_user_data (face->face, &key, ground, ground_free) == CAIRO_STATUS_SUCCESS)
    return face;
  g_clear_pointer (&face->face, cairo_font_face_destroy);
  ground_free (ground);
  return face;
}

static const Face *
face_for (PgThinFonts *thin, hb_face_t *large, const hb_set_t *glyphs)
{
  Face *face = g_hash_table_lookup (thin->faces, large);
  if (face == NULL)
    {
      face = make_face (large, glyphs);
      g_hash_table_insert (thin->faces, large, face);
    }
  return face;
}

/* At the size of the font and with its options; NULL if it stays as it is. */
static PgThinFont *
make_font (PgThinFonts *thin, PangoFont *font)
{
  hb_face_t *large = face_of (font);
  const hb_set_t *glyphs = g_hash_table_lookup (thin->glyphs, large);
  cairo_scaled_font_t *like = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  const Face *face = glyphs != NULL && like != NULL ? face_for (thin, large, glyphs) : NULL;
  if (face == NULL || face->face == NULL)
    return NULL;
  cairo_matrix_t size, page;
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_get_font_matrix (like, &size);
  cairo_scaled_font_get_ctm (like, &page);
  cairo_scaled_font_get_font_options (like, options);
  PgThinFont *made = g_new0 (PgThinFont, 1);
  made->font = cairo_scaled_font_create (face->face, &size, &page, options);
  made->numbers = face->numbers;
  cairo_font_options_destroy (options);
  return made;
}

PgThinFonts *
pg_thin_fonts_new (const PgPages *pages)
{
  PgThinFonts *thin = g_new0 (PgThinFonts, 1);
  thin->glyphs = g_hash_table_new_full (NULL, NULL, NULL, glyphs_free);
  thin->faces = g_hash_table_new_full (NULL, NULL, NULL, face_free);
  thin->fonts = g_hash_table_new_full (NULL, NULL, NULL, font_free);
  collect (thin, pages);
  return thin;
}

void
pg_thin_fonts_free (PgThinFonts *thin)
{
  if (thin == NULL)
    return;
  g_hash_table_unref (thin->fonts);
  g_hash_table_unref (thin->faces);
  g_hash_table_unref (thin->glyphs);
  g_free (thin);
}

const PgThinFont *
pg_thin_fonts_get (PgThinFonts *thin, PangoFont *font)
{
  gpointer made;
  if (!g_hash_table_lookup_extended (thin->fonts, font, NULL, &made))
    {
      made = make_font (thin, font);
      g_hash_table_insert (thin->fonts, font, made);
    }
  return made;
}
