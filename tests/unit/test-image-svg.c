/* Enters: SVGs that would take long to draw, or hide that they would. Leaves: whether they are refused, and good ones
   not. */
#include "base/limits.h"
#include "image/fault.h"
#include "image/picture.h"
#include "image/svg-work.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define SVG                                                                                                            \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"10\" height=\"10\">"
#define SQUARE "<rect width=\"1\" height=\"1\"/>"

static const char too_much[]
    = "is an SVG that takes too long to draw: it has too many shapes, each counted as often as it is drawn, lines that "
      "cross too often or have too many dashes, long texts, or filters: simplify it, or save it as PNG; --limits-svg=N "
      "allows more than 50000";

/* The message and code that a file is refused with, "" if it is taken; free with g_free. */
static char *
fault_of (const char *text, const char **code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, &error);
  g_assert_true ((picture == NULL) == (error != NULL));
  *code = error != NULL ? pg_image_fault_code (error) : "";
  return g_strdup (error != NULL ? error->message : "");
}

static void
assert_fault (const char *text, const char *code, const char *message)
{
  const char *found;
  g_autofree char *told = fault_of (text, &found);
  if (message != NULL)
    g_assert_cmpstr (told, ==, message);
  g_assert_cmpstr (found, ==, code);
}

static void
assert_good (const char *text)
{
  assert_fault (text, "", "");
}

static char *
repeat (const char *text, gsize n)
{
  GString *all = g_string_sized_new (n * strlen (text));
  for (gsize i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Groups of n references to the group before, so many levels; %u in reference stands for that one's number. */
static char *
nest (const char *head, const char *tail, const char *reference, guint n, guint levels)
{
  GString *all = g_string_new (SVG);
  g_string_append (all, "<defs>");
  for (guint level = 0; level < levels; level++)
    {
      g_string_append_printf (all, head, level);
      for (guint i = 0; i < n; i++)
        if (level == 0)
          g_string_append (all, SQUARE);
        else
          {
            g_auto (GStrv) parts = g_strsplit (reference, "%u", -1);
            g_autofree char *number = g_strdup_printf ("%u", level - 1);
            g_autofree char *one = g_strjoinv (number, parts);
            g_string_append (all, one);
          }
      g_string_append (all, tail);
    }
  g_string_append (all, "</defs>");
  g_auto (GStrv) parts = g_strsplit (reference, "%u", -1);
  g_autofree char *number = g_strdup_printf ("%u", levels - 1);
  g_autofree char *last = g_strjoinv (number, parts);
  g_string_append_printf (all, "%s</svg>", last);
  return g_string_free (all, FALSE);
}

static void
test_nested (void)
{
  static const char *const kinds[][3] = {
    { "<g id=\"a%u\">", "</g>", "<use xlink:href=\"#a%u\"/>" },
    { "<g id='a%u'>", "</g>", "<use href = '&#35;&#x61;%u'/>" },
    { "<pattern id=\"a%u\">", "</pattern>", "<rect fill=\"url(#a%u)\"/>" },
    { "<mask id=\"a%u\">", "</mask>", "<rect style=\"mask: URL( &quot;#a%u&quot; )\"/>" },
    { "<clipPath id=\"a%u\">", "</clipPath>", "<g clip-path=\"url('#a%u')\"/>" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *much = nest (kinds[i][0], kinds[i][1], kinds[i][2], 10, 10);
      g_autofree char *little = nest (kinds[i][0], kinds[i][1], kinds[i][2], 3, 5);
      assert_fault (much, "image-too-large", too_much);
      assert_good (little);
    }
}

/* What refers to itself is not drawn; what is referred to twice is not counted for ever. */
static void
test_circles (void)
{
  assert_good (SVG "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>");
  assert_good (SVG "<g id=\"a\"><use href=\"#a\"/><use href=\"#none\"/></g></svg>");
}

/* By classes, level by level; and by rules for any element. */
static void
test_sheets (void)
{
  GString *text = g_string_new (SVG "<style><![CDATA[ .a0{fill:red} ");
  for (guint level = 1; level < 10; level++)
    g_string_append_printf (text, ".other, .a%u { fill: url(#p%u) }", level, level - 1);
  g_string_append (text, "]]></style>");
  for (guint level = 0; level < 10; level++)
    {
      g_string_append_printf (text, "<pattern id=\"p%u\">", level);
      for (guint i = 0; i < 10; i++)
        g_string_append_printf (text, "<rect class=\"b a%u\" width=\"1\" height=\"1\"/>", level);
      g_string_append (text, "</pattern>");
    }
  g_string_append (text, "<rect class=\"a9\"/></svg>");
  g_autofree char *much = g_string_free (text, FALSE);
  assert_fault (much, "image-too-large", too_much);
  g_autofree char *squares = repeat (SQUARE, 300);
  g_autofree char *any = g_strdup_printf (
      SVG "<style>rect{fill:url(#p)}</style><pattern id='p'>%s</pattern><g>%s</g></svg>", squares, squares);
  assert_fault (any, "image-too-large", too_much);
  g_autofree char *one = g_strdup_printf (
      SVG "<style>.c{fill:url(#p)}</style><pattern id='p'>%s</pattern><g>%s<path class='c'/></g></svg>", squares,
      squares);
  assert_good (one);
}

static void
test_shapes (void)
{
  g_autofree char *few = repeat (SQUARE, 40000), *many = repeat (SQUARE, PG_LIMIT_SVG);
  g_autofree char *good = g_strconcat (SVG, few, "</svg>", NULL), *bad = g_strconcat (SVG, many, "</svg>", NULL);
  assert_good (good);
  assert_fault (bad, "image-too-large", too_much);
  g_autofree char *words = repeat ("words ", 2 * 1024 * 1024);
  g_autofree char *long_text = g_strconcat (SVG "<text>", words, "</text></svg>", NULL);
  assert_fault (long_text, "image-too-large", too_much);
  g_autofree char *blurs = repeat ("<feGaussianBlur stdDeviation=\"2\"/>", 1000);
  g_autofree char *filter = g_strconcat (SVG "<filter>", blurs, "</filter></svg>", NULL);
  assert_fault (filter, "image-too-large", too_much);
  assert_fault (SVG "<filter><feTurbulence numOctaves='9000'/></filter></svg>", "image-too-large", too_much);
  assert_fault (SVG "<filter><feMorphology radius='1 90'/></filter></svg>", "image-too-large", too_much);
  assert_fault (SVG "<filter><feConvolveMatrix order='120'/></filter></svg>", "image-too-large", too_much);
}

static void
test_crossings (void)
{
  double length = 0;
  /* a square: four sides of 10 in a box of 10 */
  g_assert_cmpfloat (pg_svg_path_crossings ("M0 0h10v10H0z", &length), ==, 3 * 40 / 10.0 + 4);
  g_assert_cmpfloat (length, ==, 40);
  g_assert_cmpfloat (pg_svg_path_crossings ("M0,0 10,0 10,10-0,10Z", &length), ==,
                     pg_svg_path_crossings ("m0 0 10 0 0 10-10 0z", &length));
  /* a curve is eight lines, as long as its control points are apart */
  g_assert_cmpfloat (pg_svg_path_crossings ("M0 0c0 10 10 10 10 0", &length), ==, 9 * 30 / 10.0);
  g_assert_cmpfloat (pg_svg_path_crossings ("M0 0a5 5 0 1110 0", &length), ==, 9 * 50 / 10.0);
  g_assert_cmpfloat (pg_svg_path_crossings ("0,0 10,0", &length), ==, 2 * 10 / 10.0); /* points */
  g_assert_cmpfloat (pg_svg_path_crossings ("nonsense M", &length), ==, 0);
  g_assert_cmpfloat (pg_svg_path_crossings ("", &length), ==, 0);
  g_autofree char *lines = repeat ("L10 10L0 0", 5000);
  g_autofree char *bad = g_strdup_printf (SVG "<path d=\"M0 0%s\"/></svg>", lines);
  assert_fault (bad, "image-too-large", too_much);
}

/* As dear as they are: long texts, markers at many vertices, many dashes, many rules for many elements. */
static void
test_dear (void)
{
  g_autofree char *words = repeat ("words ", 2000), *few = repeat ("words ", 150);
  g_autofree char *long_text = g_strconcat (SVG "<text>", words, "</text></svg>", NULL),
                  *hidden = g_strconcat (SVG "<text><tspan><![CDATA[", words, "]]></tspan></text></svg>", NULL),
                  *short_text = g_strconcat (SVG "<text>", few, "</text></svg>", NULL),
                  *words_as_data = g_strconcat (SVG "<metadata>", words, "</metadata></svg>", NULL);
  assert_fault (long_text, "image-too-large", too_much);
  assert_fault (hidden, "image-too-large", too_much);
  assert_good (short_text);
  assert_good (words_as_data);
  g_autofree char *letters = repeat ("a", 900), *names = repeat ("&a;", 20);
  g_autofree char *entities
      = g_strdup_printf ("<!DOCTYPE svg [<!ENTITY a '%s'>]>" SVG "<text>%s</text></svg>", letters, names);
  assert_fault (entities, "image-too-large", too_much);
  g_autofree char *lines = repeat ("l1 1l1 0", 2000), *shapes = repeat (SQUARE, 40);
  g_autofree char *markers
      = g_strdup_printf (SVG "<marker id='m'>%s</marker><g style='marker-mid: url(#m)'><path "
                             "fill='none' d='M0 0%s'/></g></svg>",
                         shapes, lines),
      *without = g_strdup_printf (SVG "<marker id='m'>%s</marker><path fill='none' d='M0 0%s'/></svg>", shapes, lines);
  assert_fault (markers, "image-too-large", too_much);
  assert_good (without);
  assert_good (SVG "<path stroke='red' stroke-dasharray='2 1' d='M0 0L5000 5000'/></svg>");
  assert_good (SVG "<path stroke='red' stroke-dasharray='none' d='M0 0L1e7 1e7'/></svg>");
  assert_fault (SVG "<path stroke='red' stroke-dasharray='.2' d='M0 0L1e6 1e6'/></svg>", "image-too-large", too_much);
  assert_fault (SVG "<style>line{stroke-dasharray:0.2px, 0.1px}</style><line x2='9e6'/></svg>", "image-too-large",
                too_much);
  assert_fault (SVG "<g style='font-size:9e5px;stroke-dasharray:1'><text>Oh</text></g></svg>", "image-too-large",
                too_much);
  g_autofree char *rules = repeat ("g g g rect:not(.a){fill:red}", 3000), *many = repeat (SQUARE, 12000),
                  *some = repeat (SQUARE, 300);
  g_autofree char *sheets = g_strdup_printf (SVG "<style>%s</style>%s</svg>", rules, many),
                  *sheet = g_strdup_printf (SVG "<style>%s</style>%s</svg>", rules, some);
  assert_fault (sheets, "image-too-large", too_much);
  assert_good (sheet);
}

static char *
embed (guint width, guint height, gsize cut)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  gdk_pixbuf_fill (pixbuf, 0);
  g_autofree char *data = NULL;
  gsize size;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  g_autofree char *text = g_base64_encode ((const guint8 *) data, size - cut);
  return g_strdup_printf (SVG "<image xlink:href=\"data:image/png;base64,%s\" width=\"1\" height=\"1\"/></svg>", text);
}

static void
test_pictures (void)
{
  g_autofree char *good = embed (100, 100, 0), *cut = embed (100, 100, 5), *long_one = embed (40000, 1, 0);
  assert_good (good);
  assert_fault (cut, "image-damaged",
                "holds a picture that is damaged: it ends before the picture does: export or copy it again");
  assert_fault (long_one, "image-too-large",
                "holds a picture that has 40000 x 1 pixels, and at most 32767 may be on a side: make it "
                "smaller");
  /* the pixels of all count, but not the text that they are written in */
  g_autofree char *large = embed (3000, 3000, 0);
  g_auto (GStrv) parts = g_strsplit (large, "</svg>", 2);
  g_autofree char *images = repeat (strstr (parts[0], "<image"), 11);
  g_autofree char *too_many = g_strconcat (parts[0], images, "</svg>", NULL);
  assert_good (large);
  assert_fault (too_many, "image-too-large", too_much);
  g_autofree char *white = repeat (" ", (gsize) PG_LIMIT_SVG * 110);
  g_auto (GStrv) ends = g_strsplit (good, "\" width=\"1\"", 2);
  g_autofree char *one = g_strconcat (ends[0], white, "\" width=\"1\"", ends[1], NULL);
  g_autofree char *two
      = g_strdup_printf ("%.*s%s", (int) (strlen (one) - strlen ("</svg>")), one, strstr (one, "<image"));
  PgSvgEffects effects;
  g_assert_true (
      pg_svg_check_work (two, strlen (two), &pg_standard_limits, &effects, NULL)); /* libxml2 has limits of its own */
  assert_fault (SVG "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/></svg>", "image-unreadable",
                "is an SVG that hides what it draws in an SVG within it: save it as plain SVG, or as PNG");
  assert_fault (SVG "<image href=\"data:image/svg+xml,%3Csvg/%3E\"/></svg>", "image-unreadable",
                "is an SVG that hides what it draws in an address: save it as plain SVG, or as PNG");
}

#define HIDDEN(how) "is an SVG that hides what it draws " how ": save it as plain SVG, or as PNG"

static void
test_hidden (void)
{
  static const char *const hidden[][2] = {
    { "<!DOCTYPE svg [<!ENTITY a \"<rect/>\">]>" SVG "&a;</svg>", HIDDEN ("behind entities") },
    { "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>" SVG "&b;</svg>", HIDDEN ("behind entities") },
    { "<!DOCTYPE svg [<!ENTITY % a 'x'>]>" SVG "</svg>", HIDDEN ("behind entities") },
    { "<!DOCTYPE svg [<!ATTLIST use href CDATA '#a'>]>" SVG "<use/></svg>",
      HIDDEN ("in attributes that are not written") },
    { "<?xml-stylesheet href='data:text/css,'?>" SVG "</svg>", HIDDEN ("in another style sheet") },
    { SVG "<style>@import 'a.css';</style></svg>", HIDDEN ("in its style sheet") },
    { SVG "<style>.a{fill:url(\\23 a)}</style></svg>", HIDDEN ("in its style sheet") },
    { SVG "<g style=\"fill:u\\72l(#a)\"/></svg>", HIDDEN ("behind a \\") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    assert_fault (hidden[i][0], "image-unreadable", hidden[i][1]);
  assert_fault ("<?xml version=\"1.0\"?><programme><svg/></programme>", "image-unreadable",
                "is XML, but no SVG: save it as SVG, PNG or JPEG");
  assert_fault ("<svg", "image-damaged", NULL);
  assert_fault (SVG "<rect>", "image-damaged", NULL);
}

/* As drawing programs write it. */
static void
test_good (void)
{
  assert_good (
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator: <a> program -->\n"
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n"
      "  <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n"
      "  <!ENTITY ns_rdf \"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n]>\n"
      "<svg xmlns=\"&ns_svg;\" xmlns:r=\"&ns_rdf;\" viewBox=\"0 0 10 10\"><title>A &gt; B</title>"
      "<style type=\"text/css\">.st0{fill:url(#g);} .st1{opacity:.5;}</style>"
      "<linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient>"
      "<a href=\"http://example.org/?a=1&amp;b=2\"><path class=\"st0 st1\" d=\"M0,0h10v10z\"/></a></svg>");
}

/* What is not drawn is told of, once for each kind. */
static void
assert_doubt (const char *text, const char *doubt)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  g_assert_nonnull (picture);
  const GError *found = pg_picture_doubt (picture);
  g_assert_cmpstr (found != NULL ? found->message : NULL, ==, doubt);
  g_assert_true (found == NULL || g_error_matches (found, PG_IMAGE_FAULT, PG_IMAGE_UNDRAWN));
}

static void
test_undrawn (void)
{
  assert_doubt (SVG SQUARE "</svg>", NULL);
  assert_doubt (SVG "<text><textPath>a</textPath><textPath>b</textPath></text><video/></svg>",
                "has elements that are not drawn: <textPath>, <video>: save it without them, or as PNG");
  assert_doubt (
      SVG "<filter id='f'><feDropShadow/></filter></svg>",
      "has elements that are not drawn: <feDropShadow>; a filter with such a step hides all that it is used on: "
      "save it without them, or as PNG");
  assert_doubt (SVG "<switch><foreignObject requiredExtensions='x'/>" SQUARE "</switch></svg>", NULL);
  assert_doubt (SVG "<x:video xmlns:x='other'/></svg>", NULL);
}

/* How often filters and masks go over all pixels, and so how fine these may be on a page. */
static void
assert_effects (const char *text, double n, double dpi)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  g_assert_nonnull (picture);
  const PgPictureFacts facts = pg_picture_facts (picture);
  g_assert_cmpfloat_with_epsilon (facts.effects, n, 1e-9);
  g_assert_cmpfloat_with_epsilon (pg_picture_effects_dpi (&facts, 144, 288), dpi, 1);
}

static void
test_effects (void)
{
#define FILTER "<filter id='f'><feGaussianBlur stdDeviation='1'/><feOffset/></filter>"
  assert_effects (SVG SQUARE "</svg>", 0, 450);
  assert_effects (SVG FILTER "</svg>", 3, 450);
  assert_effects (SVG FILTER "<g filter='url(#f)'/><g style='filter:url(#f)'/></svg>", 11, 450);
  assert_effects (SVG "<mask id='m'/><g mask='url(#m)'/></svg>", 2, 450);
  assert_effects (SVG "<g filter='blur(2)'/><g style='filter: blur(2px)'/></svg>", 2, 450);
  assert_effects (SVG "<style>rect { filter: blur(2px) }</style>" SQUARE SQUARE "</svg>", 4, 450);
  assert_effects (SVG "<filter id='f'><feTurbulence numOctaves='400'/></filter></svg>", 202, 193);
}

/* On a page of many pixels effects have no more of them than can be had in little time. */
static void
test_large_effects (void)
{
  g_autofree char *blurs = repeat ("<feGaussianBlur stdDeviation='1'/>", 400);
  g_autofree char *text = g_strconcat (SVG "<filter id='f'>", blurs,
                                       "</filter><rect width='9' height='9' filter='url(#f)'/></svg>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  g_assert_nonnull (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 3000, 3000);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, 10, 10);
  g_test_timer_start ();
  g_assert_true (pg_picture_draw (picture, cr, 300, 300, NULL));
  double seconds = g_test_timer_elapsed ();
  g_test_message ("%.1f s", seconds);
  g_assert_cmpfloat (seconds, <,
                     60); /* a machine that does other things, too, and sanitisers; else a quarter of an hour */
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Without a size of its own a picture is what is drawn of it, right of its origin and below. */
static void
test_no_size (void)
{
  static const char text[] = "<svg xmlns='http://www.w3.org/2000/svg' height='100%'>"
                             "<rect x='-20' y='10' width='200' height='80' fill='#f00'/></svg>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  g_assert_cmpfloat_with_epsilon (pg_picture_width (picture), 180, 1e-6);
  g_assert_cmpfloat_with_epsilon (pg_picture_height (picture), 80, 1e-6);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 8);
  cairo_t *cr = cairo_create (surface);
  g_assert_true (pg_picture_draw (picture, cr, 20, 8, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 20 * 8; i++)
    {
      guint32 pixel;
      memcpy (&pixel, data + 4 * i, sizeof pixel);
      g_assert_cmphex (pixel & 0xffffff, ==, 0xff0000);
    }
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 41);
  g_autoptr (PgPicture) empty = pg_picture_new (nothing, NULL);
  g_assert_cmpfloat (pg_picture_width (empty), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/svg/nested", test_nested);
  g_test_add_func ("/image/svg/circles", test_circles);
  g_test_add_func ("/image/svg/sheets", test_sheets);
  g_test_add_func ("/image/svg/shapes", test_shapes);
  g_test_add_func ("/image/svg/crossings", test_crossings);
  g_test_add_func ("/image/svg/dear", test_dear);
  g_test_add_func ("/image/svg/pictures", test_pictures);
  g_test_add_func ("/image/svg/hidden", test_hidden);
  g_test_add_func ("/image/svg/good", test_good);
  g_test_add_func ("/image/svg/undrawn", test_undrawn);
  g_test_add_func ("/image/svg/effects", test_effects);
  g_test_add_func ("/image/svg/large-effects", test_large_effects);
  g_test_add_func ("/image/svg/no-size", test_no_size);
  return g_test_run ();
}
