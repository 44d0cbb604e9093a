/* Enters: names in scripts that stack marks above and below their letters. Leaves: whether their ink stays inside the boxes of signs,
   by the pixels. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-ink/field", test_field);
  return g_test_run ();
}
