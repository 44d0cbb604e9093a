/* Enters: all pages. Leaves: for the fonts whose outlines cairo does not always embed right, others to draw them with. */
#include "paint/faces.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#define OUTLINES HB_TAG ('C', 'F', 'F', ' ')

struct PgFaces
{
  GHashTable *glyphs; /* hb_face_t to hb_set_t: those that the pages show */
  GHashTable *faces;  /* hb_face_t to cairo_font_face_t, or NULL if there can be none */
  GHashTable *scaled; /* PangoFont to cairo_scaled_font_t */
};

static void
free_set (gpointer set)
{
  hb_set_destroy (set);
}

static void
free_face (gpointer face)
{
  if (face != NULL)
    cairo_font_face_destroy (face);
}

static void
free_scaled (gpointer scaled)
{
  cairo_scaled_font_destroy (scaled);
}

static hb_face_t *
face_of (PangoFont *font)
{
  hb_font_t *shaped = pango_font_get_hb_font (font);
  return shaped != NULL ? hb_font_get_face (shaped) : NULL;
}

static gboolean
has_outlines (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, OUTLINES);
  gboolean has = hb_blob_get_length (table) > 0;
  hb_blob_destroy (table);
  return has;
}

/* The set of a face's glyphs; NULL if it has no outlines of this kind. */
static hb_set_t *
set_of (PgFaces *faces, hb_face_t *face)
{
  gpointer set;
  if (face == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (faces->glyphs, face, NULL, &set))
    {
      set = has_outlines (face) ? hb_set_create () : NULL;
      g_hash_table_insert (faces->glyphs, face, set);
    }
  return set;
}

static void
add_run (PgFaces *faces, const PangoGlyphItem *run)
{
  hb_set_t *set = set_of (faces, face_of (run->item->analysis.font));
  if (set == NULL)
    return;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        hb_set_add (set, glyph);
    }
}

static void
add_page (PgFaces *faces, const PgPage *page)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (item->kind != PG_ITEM_TEXT)
        continue;
      const PgLine *line = &item->text.lines->lines[item->text.line];
      for (guint run = 0; run < line->n_runs; run++)
        add_run (faces, line->runs[run].glyphs);
    }
}

PgFaces *
pg_faces_new (const PgPages *pages)
{
  PgFaces *faces = g_new0 (PgFaces, 1);
  faces->glyphs = g_hash_table_new_full (NULL, NULL, NULL, free_set);
  faces->faces = g_hash_table_new_full (NULL, NULL, NULL, free_face);
  faces->scaled = g_hash_table_new_full (NULL, NULL, NULL, free_scaled);
  for (guint i = 0; i < pages->pages->len; i++)
    add_page (faces, g_ptr_array_index (pages->pages, i));
  return faces;
}

void
pg_faces_free (PgFaces *faces)
{
  if (faces == NULL)
    return;
  g_hash_table_unref (faces->scaled);
  g_hash_table_unref (faces->faces);
  g_hash_table_unref (faces->glyphs);
  g_free (faces);
}

/* The file of a font that has some glyphs of another, and of what it knows no more than is drawn. */
static hb_blob_t *
make_over (hb_face_t *face, const hb_set_t *glyphs)
{
  static const hb_tag_t dropped[]
      = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
          HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
  hb_face_t *part = hb_subset_or_fail (face, input);
  hb_subset_input_destroy (input);
  hb_blob_t *blob = part != NULL ? hb_face_reference_blob (part) : NULL;
  hb_face_destroy (part);
  return blob;
}

/* FreeType's face and the file that it reads, which live as long as cairo's: it may keep that in a cache of its own. */
typedef struct
{
  FT_Library library; /* which owns the face */
  FT_Face face;
  hb_blob_t *file;
} Source;

static void
free_source (gpointer data)
{
  Source *source = data;
  if (source->library != NULL)
    FT_Done_FreeType (source->library);
  hb_blob_destroy (source->file);
  g_free (source);
}

/* Takes the file. */
static Source *
open_source (hb_blob_t *file)
{
  unsigned int length;
  const char *data = hb_blob_get_data (file, &length);
  Source *source = g_new0 (Source, 1);
  source->file = file;
  if (FT_Init_FreeType (&source->library) == 0
      && FT_New_Memory_Face (source->library, (const FT_Byte *) data, (FT_Long) length, 0, &source->face) == 0)
    return source;
  free_source (source);
  return NULL;
}

static cairo_font_face_t *
open_face (hb_face_t *face, const hb_set_t *glyphs)
{
  static const cairo_user_data_key_t key;
  hb_blob_t *file = make_over (face, glyphs);
  Source *source = file != NULL ? open_source (file) : NULL;
  if (source == NULL)
    return NULL;
  cairo_font_face_t *opened = cairo_ft_font_face_create_for_ft_face (source->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (opened, &key, source, free_source) == CAIRO_STATUS_SUCCESS)
    return opened;
  cairo_font_face_destroy (opened);
  free_source (source);
  return NULL;
}

static cairo_font_face_t *
get_face (PgFaces *faces, PangoFont *font)
{
  hb_face_t *face = face_of (font);
  hb_set_t *glyphs = face != NULL ? g_hash_table_lookup (faces->glyphs, face) : NULL;
  gpointer made;
  if (glyphs == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (faces->faces, face, NULL, &made))
    {
      made = open_face (face, glyphs);
      g_hash_table_insert (faces->faces, face, made);
    }
  return made;
}

/* As large as another, of another face. */
static cairo_scaled_font_t *
scale_like (cairo_scaled_font_t *model, cairo_font_face_t *face)
{
  cairo_matrix_t size, ctm;
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_get_font_matrix (model, &size);
  cairo_scaled_font_get_ctm (model, &ctm);
  cairo_scaled_font_get_font_options (model, options);
  cairo_scaled_font_t *scaled = cairo_scaled_font_create (face, &size, &ctm, options);
  cairo_font_options_destroy (options);
  return scaled;
}

cairo_scaled_font_t *
pg_faces_get (PgFaces *faces, PangoFont *font)
{
  cairo_scaled_font_t *scaled = g_hash_table_lookup (faces->scaled, font);
  if (scaled != NULL)
    return scaled;
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_face_t *face = get_face (faces, font);
  scaled = scaled != NULL && face != NULL ? scale_like (scaled, face) : cairo_scaled_font_reference (scaled);
  if (scaled != NULL)
    g_hash_table_insert (faces->scaled, font, scaled);
  return scaled;
}
