/* The floor: what the libraries cost at the least. Enters: an event file, which is read and left alone, and its
   paragraphs as "paragraphs" lists them. Leaves: a PDF with these paragraphs one below the other, and nothing else:
   each shaped once with plain Pango (with "words" each word once in a document), broken greedily, drawn with cairo.
   No tables, keeps, heads, hyphens; Latin script alone. */
#include <programme/event.h>

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 42.5
#define MAX_FONTS 64

typedef struct
{
  PangoFont *font;
  cairo_scaled_font_t *scaled;
} Font;

typedef struct
{
  guint font;
  double red, green, blue;
  int tracking;
  PangoLanguage *language;
  guint start, end; /* bytes of the paragraph's text */
} Run;

/* One glyph of the paragraph; all runs from left to right. */
typedef struct
{
  PangoGlyph glyph;
  int width, x_offset, y_offset; /* Pango units */
  guint byte;                    /* where its cluster starts */
  guint run;
} Glyph;

/* A word with the space after it. */
typedef struct
{
  const char *text;
  guint length, font;
  PangoLanguage *language;
  PangoGlyphString *glyphs;
} Word;

typedef struct
{
  Font fonts[MAX_FONTS];
  guint n_fonts;
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_t *cr;
  double y;

  /* The paragraph. */
  double measure, leading;
  GString *text;
  GArray *runs, *glyphs, *attrs;
  PangoGlyphString *shaped;
  GHashTable *words; /* of Word; NULL: none is kept */
  cairo_glyph_t *drawn;
  cairo_text_cluster_t *clusters;
  guint room;
} Floor;

/* The files of the two families and no others, from the cache that the system keeps. */
static const char configuration[]
    = "<?xml version='1.0'?><fontconfig><cachedir>/var/cache/fontconfig</cachedir><selectfont><rejectfont>"
      "<glob>*</glob></rejectfont><acceptfont><glob>/usr/share/fonts/truetype/noto/NotoSans-*</glob>"
      "<glob>/usr/share/fonts/truetype/noto/NotoSerif-*</glob></acceptfont></selectfont>"
      "<dir>/usr/share/fonts/truetype/noto</dir></fontconfig>";

static PangoContext *
new_context (void)
{
  FcConfig *config = FcConfigCreate ();
  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) configuration, FcFalse);
  FcConfigBuildFonts (config);
  FcConfigSetCurrent (config);
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  PangoContext *context = pango_font_map_create_context (map);
  g_object_unref (map);
  FcConfigDestroy (config);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static void
add_font (Floor *floor, const char *name)
{
  g_assert (floor->n_fonts < MAX_FONTS);
  PangoFontDescription *description = pango_font_description_from_string (name);
  Font *font = &floor->fonts[floor->n_fonts++];
  font->font = pango_context_load_font (floor->context, description);
  font->scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font->font));
  pango_font_description_free (description);
}

/* Shaping */

static void
shape (Floor *floor, const Run *run, const char *text, guint length, PangoGlyphString *glyphs)
{
  static GSList features = { NULL, NULL };
  if (features.data == NULL)
    features.data = pango_attr_font_features_new ("tnum=1");
  PangoItem item = { .length = (int) length,
                     .num_chars = (int) g_utf8_strlen (text, length),
                     .analysis = { .font = floor->fonts[run->font].font,
                                   .script = G_UNICODE_SCRIPT_LATIN,
                                   .language = run->language,
                                   .extra_attrs = &features } };
  pango_shape_item (&item, text, (int) length, NULL, glyphs, PANGO_SHAPE_NONE);
}

static void
add_glyphs (Floor *floor, guint run, guint start, const PangoGlyphString *glyphs)
{
  int tracking = g_array_index (floor->runs, Run, run).tracking;
  guint first = floor->glyphs->len;
  g_array_set_size (floor->glyphs, first + (guint) glyphs->num_glyphs);
  Glyph *glyph = &g_array_index (floor->glyphs, Glyph, first);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      glyph[i] = (Glyph){ info->glyph,
                          info->geometry.width + tracking,
                          info->geometry.x_offset,
                          info->geometry.y_offset,
                          start + (guint) glyphs->log_clusters[i],
                          run };
    }
}

static guint
word_hash (gconstpointer data)
{
  const Word *word = data;
  guint hash = word->font;
  for (guint i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->text[i];
  return hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;
  return left->length == right->length && left->font == right->font && left->language == right->language
         && memcmp (left->text, right->text, left->length) == 0;
}

static const PangoGlyphString *
look_up_word (Floor *floor, const Run *run, const char *text, guint length)
{
  Word key = { text, length, run->font, run->language, NULL };
  const Word *known = g_hash_table_lookup (floor->words, &key);
  if (known != NULL)
    return known->glyphs;
  key.text = g_strndup (text, length);
  key.glyphs = pango_glyph_string_new ();
  shape (floor, run, text, length, key.glyphs);
  g_hash_table_add (floor->words, g_memdup2 (&key, sizeof key));
  return key.glyphs;
}

static void
shape_run (Floor *floor, guint index)
{
  const Run *run = &g_array_index (floor->runs, Run, index);
  const char *text = floor->text->str;
  if (floor->words == NULL)
    {
      shape (floor, run, text + run->start, run->end - run->start, floor->shaped);
      add_glyphs (floor, index, run->start, floor->shaped);
      return;
    }
  for (guint start = run->start, end; start < run->end; start = end)
    {
      const char *space = memchr (text + start, ' ', run->end - start);
      end = space != NULL ? (guint) (space + 1 - text) : run->end;
      add_glyphs (floor, index, start, look_up_word (floor, run, text + start, end - start));
    }
}

/* Drawing */

static void
draw_part (Floor *floor, guint from, guint to, guint end_byte, double x)
{
  const Glyph *glyphs = &g_array_index (floor->glyphs, Glyph, 0);
  const Run *run = &g_array_index (floor->runs, Run, glyphs[from].run);
  guint n = 0, n_clusters = 0;
  for (guint i = from; i < to; i++, n++)
    {
      guint next = i + 1 < to ? glyphs[i + 1].byte : end_byte;
      floor->drawn[n]
          = (cairo_glyph_t){ glyphs[i].glyph, x + glyphs[i].x_offset / 1024.0, floor->y + glyphs[i].y_offset / 1024.0 };
      x += glyphs[i].width / 1024.0;
      if (i > from && glyphs[i].byte == glyphs[i - 1].byte)
        n_clusters--;
      else
        floor->clusters[n_clusters].num_glyphs = 0;
      floor->clusters[n_clusters].num_glyphs++;
      floor->clusters[n_clusters++].num_bytes = (int) (next - glyphs[i].byte);
      if (i + 1 < to && next == glyphs[i].byte)
        floor->clusters[n_clusters - 1].num_bytes = 0;
    }
  cairo_set_scaled_font (floor->cr, floor->fonts[run->font].scaled);
  cairo_set_source_rgb (floor->cr, run->red, run->green, run->blue);
  cairo_show_text_glyphs (floor->cr, floor->text->str + glyphs[from].byte, (int) (end_byte - glyphs[from].byte),
                          floor->drawn, (int) n, floor->clusters, (int) n_clusters, 0);
}

static guint
byte_at (const Floor *floor, guint glyph)
{
  return glyph < floor->glyphs->len ? g_array_index (floor->glyphs, Glyph, glyph).byte : (guint) floor->text->len;
}

static void
draw_line (Floor *floor, guint from, guint to)
{
  const Glyph *glyphs = &g_array_index (floor->glyphs, Glyph, 0);
  double x = MARGIN;
  floor->y += floor->leading;
  if (floor->y > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (floor->cr);
      floor->y = MARGIN + floor->leading;
    }
  while (from < to)
    {
      guint part = from;
      double width = 0;
      while (part < to && glyphs[part].run == glyphs[from].run)
        width += glyphs[part++].width;
      draw_part (floor, from, part, byte_at (floor, part), x);
      x += width / 1024.0;
      from = part;
    }
}

/* Breaking: as many words in a line as fit. */

static void
find_attrs (Floor *floor)
{
  int n = (int) g_utf8_strlen (floor->text->str, (gssize) floor->text->len);
  g_array_set_size (floor->attrs, (guint) n + 1);
  pango_default_break (floor->text->str, (int) floor->text->len, NULL, (PangoLogAttr *) (gpointer) floor->attrs->data,
                       n + 1);
}

static void
break_lines (Floor *floor)
{
  const Glyph *glyphs = &g_array_index (floor->glyphs, Glyph, 0);
  const PangoLogAttr *attrs = &g_array_index (floor->attrs, PangoLogAttr, 0);
  guint start = 0, best = 0, at = 0;
  const char *p = floor->text->str;
  int limit = (int) (floor->measure * 1024), x = 0, x_best = 0, space = 0;
  for (guint i = 0; i < floor->glyphs->len; i++)
    {
      while ((guint) (p - floor->text->str) < glyphs[i].byte)
        {
          p = g_utf8_next_char (p);
          at++;
        }
      if (i > start && attrs[at].is_mandatory_break)
        {
          draw_line (floor, start, i);
          start = best = i;
          x = 0;
        }
      else if (i > start && attrs[at].is_line_break)
        {
          best = i;
          x_best = x;
        }
      space = attrs[at].is_white ? glyphs[i].width : 0;
      x += glyphs[i].width;
      if (x - space > limit && best > start)
        {
          draw_line (floor, start, best);
          start = best;
          x -= x_best;
        }
    }
  draw_line (floor, start, floor->glyphs->len);
}

static void
make_room (Floor *floor)
{
  if (floor->glyphs->len <= floor->room)
    return;
  floor->room = floor->glyphs->len * 2;
  floor->drawn = g_renew (cairo_glyph_t, floor->drawn, floor->room);
  floor->clusters = g_renew (cairo_text_cluster_t, floor->clusters, floor->room);
}

static void
set_paragraph (Floor *floor)
{
  long width = 0;
  g_array_set_size (floor->glyphs, 0);
  for (guint i = 0; i < floor->runs->len; i++)
    shape_run (floor, i);
  make_room (floor);
  for (guint i = 0; i < floor->glyphs->len; i++)
    width += g_array_index (floor->glyphs, Glyph, i).width;
  if ((double) width <= floor->measure * 1024 && strstr (floor->text->str, "\u2028") == NULL)
    {
      draw_line (floor, 0, floor->glyphs->len);
      return;
    }
  find_attrs (floor);
  break_lines (floor);
}

/* Reading the list */

static char *
next_field (char **line)
{
  char *field = strsep (line, "\t");
  g_assert (field != NULL);
  return field;
}

static void
add_run (Floor *floor, char *line)
{
  Run run = { .start = (guint) floor->text->len };
  run.font = (guint) atoi (next_field (&line)) - 1;
  run.red = g_ascii_strtod (next_field (&line), NULL);
  run.green = g_ascii_strtod (next_field (&line), NULL);
  run.blue = g_ascii_strtod (next_field (&line), NULL);
  run.tracking = atoi (next_field (&line));
  run.language = pango_language_from_string (next_field (&line));
  g_string_append (floor->text, next_field (&line));
  run.end = (guint) floor->text->len;
  g_array_append_val (floor->runs, run);
}

static void
set_all (Floor *floor, char *list)
{
  guint left = 0;
  for (char *line; (line = strsep (&list, "\n")) != NULL && *line != '\0';)
    {
      const char *kind = next_field (&line);
      if (strcmp (kind, "font") == 0)
        add_font (floor, line);
      else if (strcmp (kind, "paragraph") == 0)
        {
          floor->measure = g_ascii_strtod (next_field (&line), NULL);
          floor->leading = g_ascii_strtod (next_field (&line), NULL);
          left = (guint) atoi (next_field (&line));
          g_string_truncate (floor->text, 0);
          g_array_set_size (floor->runs, 0);
        }
      else
        {
          add_run (floor, line);
          if (--left == 0)
            set_paragraph (floor);
        }
    }
}

static int
set_pages (char *list, const char *output, gboolean keep_words)
{
  Floor floor = { .context = new_context (), .y = MARGIN };
  floor.text = g_string_new (NULL);
  floor.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  floor.glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  floor.attrs = g_array_new (FALSE, FALSE, sizeof (PangoLogAttr));
  floor.shaped = pango_glyph_string_new ();
  floor.words = keep_words ? g_hash_table_new (word_hash, word_equal) : NULL;
  floor.surface = cairo_pdf_surface_create (output, PAGE_WIDTH, PAGE_HEIGHT);
  floor.cr = cairo_create (floor.surface);
  set_all (&floor, list);
  cairo_show_page (floor.cr);
  cairo_destroy (floor.cr);
  cairo_surface_finish (floor.surface);
  return cairo_surface_status (floor.surface) == CAIRO_STATUS_SUCCESS ? 0 : 3;
}

/* What is allocated is the system's to take back, as quickly as it can. */
int
main (int argc, char **argv)
{
  gboolean keep_words = argc == 5 && strcmp (argv[4], "words") == 0;
  if (argc != 4 && !keep_words)
    {
      fprintf (stderr, "usage: floor EVENT.xml PARAGRAPHS OUTPUT.pdf [words]\n");
      return 2;
    }
  GError *error = NULL;
  char *list = NULL;
  if (programme_event_read_file (argv[1], programme_report_new (), &error) != NULL
      && g_file_get_contents (argv[2], &list, NULL, &error))
    return set_pages (list, argv[3], keep_words);
  fprintf (stderr, "floor: %s\n", error->message);
  return 1;
}
