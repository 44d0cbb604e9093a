/* Enters: all samples, in each of their languages and in two. Leaves: TAP: whether the letters of one line, with the marks above and
   below them, touch those of another. */
#include "journey.h"
#include "sheet.h"
#include "slow.h"

#define TOUCH 0.1 /* pt; less is not seen */

typedef struct
{
  double left, top, right, bottom;
  const PgItem *item;
} Ink;

/* The box of each glyph of a line. */
static void
add_inks (GArray *inks, const PgItem *item, const PgGlyphRun *run)
{
  const PangoGlyphString *glyphs = run->glyphs->glyphs;
  double x = item->x + run->x, y = item->y - run->rise;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &glyphs->glyphs[i];
      PangoRectangle ink;
      pango_font_get_glyph_extents (run->glyphs->item->analysis.font, glyph->glyph, &ink, NULL);
      Ink box = { .item = item };
      box.left = x + (glyph->geometry.x_offset + ink.x) / (double) PANGO_SCALE;
      box.top = y + (glyph->geometry.y_offset + ink.y) / (double) PANGO_SCALE;
      box.right = box.left + ink.width / (double) PANGO_SCALE;
      box.bottom = box.top + ink.height / (double) PANGO_SCALE;
      x += glyph->geometry.width / (double) PANGO_SCALE;
      if (ink.width > 0 && ink.height > 0)
        g_array_append_val (inks, box);
    }
}

static const Ink *
touching (const GArray *inks, const Ink *ink)
{
  const Ink *end = &g_array_index (inks, Ink, inks->len);
  for (const Ink *other = ink + 1; other < end; other++)
    if (other->item != ink->item && MIN (ink->right, other->right) - MAX (ink->left, other->left) > TOUCH
        && MIN (ink->bottom, other->bottom) - MAX (ink->top, other->top) > TOUCH)
      return other;
  return NULL;
}

static const PgLine *
line_of (const Ink *ink)
{
  return &ink->item->text.lines->lines[ink->item->text.line];
}

static void
check_page (const PgPage *page, const char *where, guint number)
{
  g_autoptr (GArray) inks = g_array_new (FALSE, FALSE, sizeof (Ink));
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (item->kind != PG_ITEM_TEXT)
        continue;
      const PgLine *line = &item->text.lines->lines[item->text.line];
      for (guint k = 0; k < line->n_runs; k++)
        add_inks (inks, item, &line->runs[k]);
    }
  for (guint i = 0; i < inks->len; i++)
    {
      const Ink *ink = &g_array_index (inks, Ink, i), *other = touching (inks, ink);
      if (other == NULL)
        continue;
      g_test_message ("%s, page %u: %s at %.2f touches %s at %.2f", where, number,
                      line_of (ink)->runs[0].run->style->name, ink->item->y, line_of (other)->runs[0].run->style->name,
                      other->item->y);
      g_test_fail ();
      return;
    }
}

static void
check_pages (const Journey *journey, const char *where)
{
  for (guint i = 0; i < journey->pages->pages->len; i++)
    check_page (g_ptr_array_index (journey->pages->pages, i), where, i + 1);
}

static void
check_piece (const char *path, const char *theme, const char *paper, const char *piece, const char *language)
{
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  g_autofree char *where = g_strjoin (", ", path, theme, paper, piece, language, NULL);
  g_assert_true (journey_make (journey, piece, language, paper));
  check_pages (journey, where);
}

static void
check_both_languages (const char *path, const char *theme, PgBilingual bilingual)
{
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  g_autofree char *where = g_strdup_printf ("%s, %s, arrangement %d", path, theme, (int) bilingual);
  journey->second = journey->event->languages[1];
  journey->bilingual = bilingual;
  if (journey->second == NULL)
    return;
  g_assert_true (journey_make (journey, "agenda", NULL, NULL));
  check_pages (journey, where);
}

static void
check_sample (const char *path)
{
  static const char *const pieces[] = { "agenda", "speakers" }, *const papers[] = { "A5", "A4" };
  static const PgBilingual arrangements[] = { PG_BILINGUAL_STACKED, PG_BILINGUAL_PARALLEL, PG_BILINGUAL_HEADINGS };
  g_autoptr (Journey) event = journey_new_for_file (path, journey_theme ("institutional"));
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      for (char **language = event->event->languages; *language != NULL; language++)
        for (guint i = 0; i < (is_slow_run () ? G_N_ELEMENTS (pieces) * G_N_ELEMENTS (papers) : 1); i++)
          check_piece (path, *theme, papers[i / 2], pieces[i % 2], *language);
      for (guint i = 0; i < (is_slow_run () ? G_N_ELEMENTS (arrangements) : 1); i++)
        check_both_languages (path, *theme, arrangements[i]);
    }
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *sample;
  guint n = 0;
  while ((sample = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, sample, "event.xml", NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      check_sample (path);
      n++;
    }
  g_assert_cmpuint (n, >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leading/samples", test_samples);
  return g_test_run ();
}
