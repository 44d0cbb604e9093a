/* Enters: names in scripts that stack marks above and below their letters. Leaves: whether their ink stays inside the boxes of signs,
   by the pixels, and on boards and direction signs touches neither other lines nor rules nor the edges of fields. */
#include "journey.h"
#include "picture.h"
#include "printed.h"

#include <string.h>

#define MM (72 / 25.4)

/* Of the paper of signs, in millimetres: the field, and the box in it that the name has. */
#define WIDTH 297
#define HEIGHT 420
#define HEAD_END 22 /* of the event above it, on one line */
#define BOX_TOP 31.5
#define BOX_END 147
#define FIELD_END 158

static Journey *
sign_of (const char *language, const char *name, const char *kind)
{
  g_autofree char *xml
      = g_strdup_printf ("<programme version='1' languages='%s'><event><title>%s</title></event><rooms><room "
                         "id='hall'><name>%s</name></room>"
                         "</rooms><agenda><day date='2031-05-05'><session start='09:00' end='10:30' "
                         "room='hall'><title>%s</title></session>"
                         "</day></agenda></programme>",
                         language, "E", name, name);
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  journey->more[0] = "kind";
  journey->more[1] = kind;
  g_assert_true (journey_make (journey, "signs", language, NULL));
  return journey;
}

/* Whether a row of pixels is all of one colour. */
static gboolean
is_plain (const char *row, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (row[i] != row[0])
      return FALSE;
  return TRUE;
}

/* The first and the last row with ink between two heights, in millimetres. */
static void
find_ink (const char *picture, double from, double to, double *top, double *end)
{
  g_auto (GStrv) rows = g_strsplit (picture, "\n", -1);
  guint n = g_strv_length (rows);
  *top = *end = 0;
  for (guint y = 0; y < n; y++)
    {
      double at = (y + 0.5) / MM;
      if (at < from || at > to || is_plain (rows[y], strlen (rows[y])))
        continue;
      *top = *top == 0 ? y / MM : *top;
      *end = (y + 1) / MM;
    }
}

static const struct
{
  const char *language, *name;
} names[] = {
  { "th", "ห้องปู่ผู้รู้ที่ฏิ์กี่ญุ่ฐู้" },      { "th", "ปู่กู้ฐู้ที่ฏิ์" },   { "km", "បន្ទប់ស្ត្រីក្រុមប្រឹក្សាញ្ញុំត្រ្យូ" }, { "km", "ស្ត្រីញ្ជូ" },
  { "my", "ကြွေးမြို့တော်ခန်းမကြီး" }, { "my", "မြို့ဣန္ဒြေ" }, { "lo", "ຫ້ອງປຸ່ມຜູ້ຮູ້ທີ່ນີ້ກູ້" },
};

static void
test_field (void)
{
  static const char *const kinds[] = { "door", "session" };
  double highest = HEIGHT, lowest = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (Journey) journey = sign_of (names[i].language, names[i].name, kinds[k]);
        g_autofree char *picture = picture_of (journey->pages, 0, WIDTH * MM, HEIGHT * MM, 1);
        double top, end;
        find_ink (picture, HEAD_END, FIELD_END - 1, &top, &end);
        g_test_message ("%s, %s: from %.1f to %.1f mm", kinds[k], names[i].name, top, end);
        g_assert_cmpfloat (top, >, 0);

        g_assert_cmpfloat (top, >=, BOX_TOP - 0.5);
        g_assert_cmpfloat (end, <=, BOX_END + 0.5);
        highest = MIN (highest, top);
        lowest = MAX (lowest, end);
      }
  g_assert_cmpfloat (highest, <, BOX_TOP + 30); /* one of them fills it */
  g_assert_cmpfloat (lowest, >, BOX_END - 20);
}

/* Boards and directions */

typedef struct
{
  double left, top, right, end;
} Ink;

/* What all marks of a line cover. */
static Ink
ink_of (const PgItem *item)
{
  const PgLine *line = &item->text.lines->lines[item->text.line];
  Ink all = { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0 };
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgGlyphRun *run = &line->runs[i];
      PangoRectangle ink;
      pango_glyph_string_extents (run->glyphs->glyphs, run->glyphs->item->analysis.font, &ink, NULL);
      double x = item->x + run->x + (double) ink.x / PANGO_SCALE,
             y = item->y - run->rise + (double) ink.y / PANGO_SCALE;
      all.left = MIN (all.left, x);
      all.top = MIN (all.top, y);
      all.right = MAX (all.right, x + (double) ink.width / PANGO_SCALE);
      all.end = MAX (all.end, y + (double) ink.height / PANGO_SCALE);
    }
  return all;
}

static gboolean
meet (Ink a, Ink b)
{
  return a.left < b.right && b.left < a.right && a.top < b.end && b.top < a.end;
}

static gboolean
is_within (Ink a, Ink b)
{
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.end <= b.end;
}

#define INTERLOCK                                                                                                      \
  0.05 /* lines of one text may reach so far into each other, where their marks do not stand one over the other */

/* Asserts that of one line, by all others and all fields and rules of its page; gives how many of these it was held against. */
static guint
assert_clear (const PgPage *page, guint index)
{
  guint n = 0;
  const PgItem *own = &g_array_index (page->items, PgItem, index);
  Ink ink = ink_of (own);
  g_assert_true (is_within (ink, (Ink){ 0, 0, page->width, page->height }));
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      Ink around = { item->x, item->y, item->x + item->width, item->y + item->height };
      if (i == index || (item->kind != PG_ITEM_TEXT && item->kind != PG_ITEM_FILL))
        continue;
      if (item->kind == PG_ITEM_TEXT)
        around = ink_of (item);
      if (item->kind == PG_ITEM_TEXT && item->text.lines == own->text.lines)
        around.top += INTERLOCK * (around.end - around.top), around.end -= INTERLOCK * (around.end - around.top);
      gboolean is_clear = !meet (ink, around) || (item->kind == PG_ITEM_FILL && is_within (ink, around));
      if (!is_clear)
        g_test_message ("%s: %.1f %.1f to %.1f %.1f meets %.1f %.1f to %.1f %.1f", own->text.lines->text, ink.left,
                        ink.top, ink.right, ink.end, around.left, around.top, around.right, around.end);
      g_assert_true (is_clear);
      n++;
    }
  return n;
}

static Journey *
way_of (const char *language, const char *name, const char *other, const char *paper)
{
  g_autofree char *xml = g_strdup_printf (
      "<programme version='1' languages='%s'><event><title>%s</title></event><people><person "
      "id='p'><name>%s</name></person>"
      "</people><rooms><room id='hall'><name>%s</name></room><room id='quay'><name>%s</name></room></rooms><directions>"
      "<sign place='a'><way arrow='ahead' room='hall' icon='lift'/><way arrow='left' room='quay'/><way arrow='right' "
      "icon='registration' metres='30'><name>%s</name></way></sign><sign place='b'><way arrow='right' "
      "room='hall'/></sign>"
      "</directions><agenda><day date='2031-05-05'><session start='09:00' end='10:30' "
      "room='hall'><title>%s</title><group "
      "role='chair'><slot who='p'/></group></session><session start='09:00' end='10:00' room='quay'><title>%s</title>"
      "</session><session start='10:30' end='11:00' room='hall'><title>%s "
      "%s</title></session></day></agenda></programme>",
      language, name, other, name, other, name, name, other, name, other);
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  journey->more[0] = "kind";
  journey->more[1] = "board,direction";
  journey->more[2] = "paper";
  journey->more[3] = paper;
  g_assert_true (journey_make (journey, "signs", language, NULL));
  return journey;
}

/* A board of three sessions, a sign of three ways and one of a single way, on large and on small paper. */
static void
test_boards_and_directions (void)
{
  static const char *const papers[] = { "A3", "A5" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
      {
        g_autoptr (Journey) journey
            = way_of (names[i].language, names[i].name, names[(i + 1) % G_N_ELEMENTS (names)].name, papers[p]);
        guint n = 0;
        g_assert_cmpuint (journey->pages->pages->len, ==, 3);
        for (guint k = 0; k < 3; k++)
          {
            const PgPage *page = pg_pages_get (journey->pages, k);
            for (guint t = 0; t < page->items->len; t++)
              if (g_array_index (page->items, PgItem, t).kind == PG_ITEM_TEXT)
                n += assert_clear (page, t);
          }
        g_assert_cmpuint (n, >, 200);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-ink/field", test_field);
  g_test_add_func ("/sign-ink/boards-and-directions", test_boards_and_directions);
  return g_test_run ();
}
