/* Enters: events with directions and notices. Leaves: whether signs show the way as they say, boards have their arrows, and
   notices say what has changed. Lengths in points: 1 mm is 72 / 25.4. */
#include "journey.h"
#include "printed.h"

#include "theme/band.h"
#include "theme/contrast.h"

#include <programme/programme.h>

#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.02

#define HEAD                                                                                                           \
  "<programme version='1' languages='en ar'><event><title>Harbours of the Future</title><venue>Sea House</venue>"      \
  "</event><rooms><room id='hall' level='2'><name>Grand Ballroom</name></room><room id='den' level='Ground floor'>"    \
  "<name>Den</name></room></rooms><tracks><track id='t1' letter='A'><name>Ships</name></track><track id='t2' "         \
  "letter='B'><name>Winds</name></track><track id='t3' letter='C'><name>Tides</name></track><track id='t4' "           \
  "letter='D'><name>Quays</name></track><track id='t5'><name>Locks</name></track></tracks><agenda>"                    \
  "<day date='2031-05-05'><subtitle>Open day</subtitle>"                                                               \
  "<session id='s1' start='09:00' end='10:30' number='1' room='hall' track='t1'><title>Ships and Winds</title>"        \
  "</session><session start='09:00' end='10:30' number='2' room='den' track='t4'><title>Tides</title></session>"       \
  "<break kind='lunch' start='12:10' end='13:00'/>"                                                                    \
  "<session id='s3' start='13:00' end='14:00' number='3' room='den hall' track='t5' cancelled='yes'>"                  \
  "<title>Quays</title></session><session start='19:00' end='20:00'><title>Dinner music</title></session>"             \
  "</day></agenda>"
#define DIRECTIONS                                                                                                     \
  "<directions><sign place='Foyer'><way arrow='right' room='hall'/></sign>"                                            \
  "<sign place='Stairs' distance='8m'><way arrow='ahead-left' icon='toilets' metres='30'/></sign>"                     \
  "<sign place='Hall'><way arrow='back' icon='lift' room='hall'/><way arrow='right' icon='press' metres='40'/>"        \
  "<way arrow='right' room='den' metres='20'/><way arrow='left' icon='exit'/>"                                         \
  "<way arrow='ahead' icon='registration'><name>Welcome desk</name></way></sign></directions>"
#define END "</programme>"

static Journey *
signs (const char *xml, const char *kinds, const char *place, const char *language, const char *paper)
{
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  journey->more[0] = "kind";
  journey->more[1] = kinds;
  journey->more[2] = place != NULL ? "place" : NULL;
  journey->more[3] = place;
  g_assert_true (journey_make (journey, "signs", language, paper));
  return journey;
}

/* The drawings of a page, in order: "arrow 2" for one that is turned by two eighths. */
static char *
drawings (const Journey *journey, guint page)
{
  GString *all = g_string_new (NULL);
  const PgPage *on = pg_pages_get (journey->pages, page);
  for (guint i = 0; i < on->items->len; i++)
    {
      const PgItem *item = &g_array_index (on->items, PgItem, i);
      if (item->kind == PG_ITEM_DRAWING)
        g_string_append_printf (all, "%s%s %u", all->len > 0 ? ", " : "", item->drawing.drawing->name,
                                item->drawing.eighths);
    }
  return g_string_free (all, FALSE);
}

static void
assert_drawn (const Journey *journey, guint page, const char *expected)
{
  g_autofree char *found = drawings (journey, page);
  g_assert_cmpstr (found, ==, expected);
}

static const PgItem *
first_of (const Journey *journey, guint page, PgItemKind kind)
{
  const PgPage *on = pg_pages_get (journey->pages, page);
  for (guint i = 0; i < on->items->len; i++)
    if (g_array_index (on->items, PgItem, i).kind == kind)
      return &g_array_index (on->items, PgItem, i);
  return NULL;
}

/* A destination alone: in the middle of the field, which lies where the arrow points, 110 mm of it. */
static void
test_single (void)
{
  g_autoptr (Journey) journey = signs (HEAD DIRECTIONS END, "direction", NULL, "en", NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 4); /* one, one, and five in two sheets */
  const PgPage *page = pg_pages_get (journey->pages, 0);
  g_assert_cmpfloat_with_epsilon (page->width, 420 * MM, EPSILON);
  const PgItem *field = first_of (journey, 0, PG_ITEM_FILL), *arrow = first_of (journey, 0, PG_ITEM_DRAWING);
  g_assert_cmpfloat_with_epsilon (field->x, 270 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->width, 150 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->height, 297 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (arrow->x, 290 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (arrow->y, (297 - 110) / 2.0 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (arrow->width, 110 * MM, EPSILON);
  assert_drawn (journey, 0, "arrow 0");
  assert_said (journey, 0, "direction-name", "Grand / Ballroom");
  assert_said (journey, 0, "direction-figure", "2");
  assert_said (journey, 0, "direction-level", "Level 2");
  assert_drawn (journey, 1, "arrow 5, toilets 0");
  g_assert_cmpfloat_with_epsilon (first_of (journey, 1, PG_ITEM_FILL)->x, 0, EPSILON);
  assert_said (journey, 1, "direction-name", "Toilets");
  assert_said (journey, 1, "direction-level", "30 m");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (printed_size (journey->pages, i, "direction-name"), ==, 140);
}

/* Ahead, left, right by nearness, back; no more than four to a sheet, and sheets alike. */
static void
test_list (void)
{
  g_autoptr (Journey) journey = signs (HEAD DIRECTIONS END, "direction", "Hall", "en", NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 2);
  assert_said (journey, 0, "direction-list", "Welcome desk / Exit / Den");
  assert_drawn (journey, 0, "arrow 6, registration 0, arrow 4, exit 0, arrow 0");
  assert_said (journey, 0, "direction-count", "1/2");
  assert_said (journey, 0, "direction-words", "Ground / floor");
  assert_said (journey, 1, "direction-list", "Press / Grand Ballroom");
  assert_said (journey, 1, "direction-metres", "40 m");
  assert_said (journey, 1, "direction-list-figure", "2");
  assert_drawn (journey, 1, "arrow 0, press 0, arrow 2, lift 0");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "direction-list"), ==, 66);
}

/* Every arrow is turned by as many eighths as it says, from that to the right; all icons are drawn. */
static void
test_arrows (void)
{
  static const char *const icons[] = { "lift",   "stairs", "toilets", "cloakroom",  "registration", "catering",
                                       "prayer", "quiet",  "exit",    "wheelchair", "press",        "first-aid" };
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      guint turn = i % PG_N_ARROWS;
      g_autofree char *xml = g_strdup_printf (
          HEAD "<directions><sign><way arrow='%s' icon='%s'/></sign></directions>" END, pg_arrow_names[turn], icons[i]);
      g_autoptr (Journey) journey = signs (xml, "direction", NULL, "en", NULL);
      g_autofree char *expected = g_strdup_printf ("arrow %u, %s 0", (turn + 6) % 8, icons[i]);
      assert_drawn (journey, 0, expected);
    }
}

/* In a language that is read from the right the page is mirrored, but the field lies where the arrow points. */
static void
test_right_to_left (void)
{
  g_autoptr (Journey) journey = signs (HEAD DIRECTIONS END, "direction", NULL, "ar", NULL);
  assert_drawn (journey, 0, "arrow 0");
  g_assert_cmpfloat_with_epsilon (first_of (journey, 0, PG_ITEM_FILL)->x, 270 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (first_of (journey, 1, PG_ITEM_FILL)->x, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (first_of (journey, 2, PG_ITEM_FILL)->x, 336 * MM, EPSILON); /* the strip of a list */
  assert_drawn (journey, 2, "arrow 6, registration 0, arrow 4, exit 0, arrow 0");
}

/* On paper that stands the field is above, and all is as large as paper of that size allows. */
static void
test_standing_paper (void)
{
  g_autoptr (Journey) journey = signs (HEAD DIRECTIONS END, "direction", "Foyer", "en", "A3");
  const PgItem *field = first_of (journey, 0, PG_ITEM_FILL);
  g_assert_cmpfloat_with_epsilon (field->width, 297 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->height, 150 * MM, EPSILON);
  g_assert_cmpfloat (printed_size (journey->pages, 0, "direction-name"), ==, 140);
}

static void
test_board (void)
{
  g_autoptr (Journey) journey = signs (HEAD DIRECTIONS END, "board", "Hall", "en", NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (pg_pages_get (journey->pages, 0)->width, 594 * MM, EPSILON);
  assert_said (journey, 0, "board-date", "Monday 5 May");
  assert_said (journey, 0, "board-part", "Morning / Afternoon / Evening");
  assert_said (journey, 0, "board-day", "Open day");
  assert_said (journey, 0, "board-time", "09:00 / 12:10 / 13:00 / 19:00"); /* what is on at once says it once */
  assert_said (journey, 0, "board-title", "Ships and Winds / Tides / Quays / Dinner music");
  assert_said (journey, 0, "board-break", "Lunch");
  assert_said (journey, 0, "board-room", "Grand / Ballroom / Den / Den / Grand / Ballroom");
  assert_said (journey, 0, "board-cancelled", "Cancelled");
  assert_said (journey, 0, "board-legend", "Ships / Winds / Tides / Quays");
  assert_said (journey, 0, "board-foot", "Arrows point from this board");
  assert_drawn (journey, 0, "arrow 2, arrow 0, arrow 0, arrow 2");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "board-title"), ==, 29 * 1.5);
  g_autoptr (Journey) alone = signs (HEAD DIRECTIONS END, "board", NULL, "en", NULL);
  assert_drawn (alone, 0, "");
  assert_said (alone, 0, "board-foot", "Sea House");
  assert_said (alone, 0, "board-level", "Level 2 / Ground floor / Ground floor / Level 2");
}

/* What stands on plates, with what these are filled with: the last rectangle before it that it lies in. */
static void
assert_tones (const Journey *journey, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      const GArray *items = pg_pages_get (journey->pages, line->page)->items;
      const PgColour *fill = NULL;
      if (!printed_is (line, "sign-number"))
        continue;
      for (guint k = 0; k < items->len && &g_array_index (items, PgItem, k) != line->item; k++)
        {
          const PgItem *item = &g_array_index (items, PgItem, k);
          if (item->kind == PG_ITEM_FILL && item->x <= line->left && item->x + item->width >= line->right
              && item->y < line->item->y && item->y + item->height > line->item->y)
            fill = &item->fill;
        }
      g_assert_nonnull (fill);
      g_autofree char *colour = pg_colour_dump (fill);
      g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      g_string_append_printf (found, "%s%s %s", found->len > 0 ? ", " : "", text, colour);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Letters in the order of the tones; a number where a track has none. */
static void
test_letters (void)
{
  g_autoptr (Journey) journey = signs (HEAD END, "board", NULL, "en", NULL);
  assert_said (journey, 0, "sign-number", "A / D / 3 / A / B / C / D");
  assert_tones (journey, "A #14294d, D #ffffff, 3 #14294d, A #14294d, B #4a6690, C #b9c7db, D #ffffff");
}

/* A theme may name a track; the others keep the tones of their places. */
static void
test_tones (void)
{
  const char *text = "[theme]\nextends = institutional\n[tracks]\nt1 = sign-break accent line\n5 = accent paper\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "own.theme", NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (Journey) journey = journey_new (HEAD END, theme);
  journey->more[0] = "kind";
  journey->more[1] = "board";
  g_assert_true (journey_make (journey, "signs", "en", NULL));
  assert_tones (journey, "A #eff1f3, D #ffffff, 3 #14294d, A #eff1f3, B #4a6690, C #b9c7db, D #ffffff");
  const char *wrong = "[theme]\nextends = institutional\n[tracks]\nt1 = pink paper\n";
  g_autoptr (GBytes) other = g_bytes_new_static (wrong, strlen (wrong));
  g_autoptr (GError) refused = NULL;
  g_assert_null (programme_theme_read_bytes (other, "own.theme", NULL, NULL, &refused));
  g_assert_nonnull (strstr (refused->message, "pink"));
}

/* A day of 40 entries does not fit on one board: the floor is 0.9, and the rest is on another below the same head. */
static void
test_full_board (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD);
  g_string_truncate (xml, (gsize) (strstr (xml->str, "<session id='s1'") - xml->str));
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (xml,
                            "<session start='%02u:%02u' end='%02u:59' room='hall'><title>Tide %u</title></session>",
                            8 + i / 4, i % 4 * 15, 8 + i / 4, i);
  g_string_append (xml, "</day></agenda>" END);
  g_autoptr (Journey) journey = signs (xml->str, "board", NULL, "en", NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 2);
  g_assert_cmpfloat (printed_size (journey->pages, 0, "board-title"), ==, 26);
  assert_said (journey, 1, "board-date", "Monday 5 May");
  assert_said (journey, 0, "sign-count", "1/2");
  assert_said (journey, 1, "sign-count", "2/2");
  g_autofree char *first = printed_in_style (journey->pages, 0, "board-title", FALSE);
  g_autofree char *second = printed_in_style (journey->pages, 1, "board-title", FALSE);
  g_auto (GStrv) titles = g_strsplit (first, " / ", -1), rest = g_strsplit (second, " / ", -1);
  g_assert_cmpuint (g_strv_length (titles) + g_strv_length (rest), ==, 40);
}

#define NOTICES                                                                                                        \
  "<notices><notice kind='moved' session='s1' from='den' arrow='left'/><notice kind='cancelled' session='s3'>"         \
  "<p>The speaker is ill.</p></notice><notice kind='full'/><notice kind='reserved'/>"                                  \
  "<notice kind='welcome'><p>Please show your badge.</p></notice>"                                                     \
  "<notice kind='text' arrow='ahead'><p>Please keep this door closed.</p></notice><notice kind='text'/></notices>"

static void
test_notices (void)
{
  g_autoptr (Journey) journey = signs (HEAD NOTICES END, "notice", NULL, "en", NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 5);
  assert_said (journey, 0, "notice-word", "Moved");
  assert_said (journey, 0, "notice-now", "Now in");
  assert_said (journey, 0, "sign-room", "Grand / Ballroom");
  assert_said (journey, 0, "sign-title", "Ships and Winds");
  assert_said (journey, 0, "sign-time", "09:00");
  assert_said (journey, 0, "sign-number", "A");
  assert_said (journey, 0, "notice-level", "Level 2");
  assert_said (journey, 0, "notice-figure", "2");
  assert_said (journey, 0, "notice-old", "Not in: Den");
  assert_drawn (journey, 0, "arrow 4");
  g_assert_cmpfloat_with_epsilon (first_of (journey, 0, PG_ITEM_DRAWING)->width, 66 * MM, EPSILON);
  assert_said (journey, 1, "notice-large", "Cancelled");
  assert_said (journey, 1, "sign-title", "Quays");
  assert_said (journey, 1, "notice-text", "The speaker is ill.");
  assert_said (journey, 2, "notice-large", "Full");
  assert_said (journey, 3, "notice-large", "Reserved");
  assert_said (journey, 4, "notice-body", "Please keep this / door closed.");
  assert_drawn (journey, 4, "arrow 6");
  g_autoptr (Journey) welcome = signs (HEAD DIRECTIONS NOTICES END, "welcome", NULL, "en", NULL);
  assert_said (welcome, 0, "welcome-text", "Please show your badge.");
  assert_said (welcome, 0, "welcome-way", "Welcome desk");
  assert_drawn (welcome, 0, "registration 0, arrow 6");
}

/* What is cancelled says so in the agenda and on doors. */
static void
test_cancelled (void)
{
  g_autoptr (Journey) doors = signs (HEAD END, "door", NULL, "en", NULL);
  assert_said (doors, 0, "sign-cancelled", "Cancelled");
  g_autoptr (Journey) agenda = journey_new (HEAD END, journey_theme ("institutional"));
  g_assert_true (journey_make (agenda, "agenda", "en", NULL));
  guint n = 0;
  for (guint page = 0; page < agenda->pages->pages->len; page++)
    {
      g_autofree char *facts = printed_in_style (agenda->pages, page, "session-facts", FALSE);
      n += strstr (facts, "Cancelled") != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* A page at each change of what is on: what is on now, until when, and what comes next. */
static void
test_screens (void)
{
  g_autoptr (Journey) journey = signs (HEAD END, "screen", NULL, "en", NULL);
  /* The hall: before, session, nothing, lunch, nothing left before the session at 13:00; the den the same. */
  static const struct
  {
    const char *from, *until, *now, *next;
  } pages[] = { { "2031-05-05T00:00:00", "2031-05-05T09:00:00", "", "Ships and Winds" },
                { "2031-05-05T09:00:00", "2031-05-05T10:30:00", "Ships and Winds", "Quays" },
                { "2031-05-05T10:30:00", "2031-05-05T12:10:00", "", "Quays" },
                { "2031-05-05T12:10:00", "2031-05-05T13:00:00", "Lunch", "Quays" },
                { "2031-05-05T13:00:00", "2031-05-05T14:00:00", "Quays", "" } };
  g_assert_cmpuint (journey->pages->pages->len, ==, 2 * G_N_ELEMENTS (pages));
  g_assert_cmpfloat_with_epsilon (pg_pages_get (journey->pages, 0)->width, 1440, EPSILON);
  g_assert_cmpfloat_with_epsilon (pg_pages_get (journey->pages, 0)->height, 810, EPSILON);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const PgShowing *showing = g_ptr_array_index (journey->manuscript->showings, i);
      g_test_message ("page %u", i);
      g_assert_cmpstr (showing->from, ==, pages[i].from);
      g_assert_cmpstr (showing->until, ==, pages[i].until);
      g_assert_cmpstr (showing->room, ==, "hall");
      assert_said (journey, i, "screen-room", "Grand Ballroom");
      assert_said (journey, i, "screen-title", pages[i].now);
      assert_said (journey, i, "screen-next", pages[i].next);
      assert_said (journey, i, "screen-label", pages[i].now[0] != '\0' ? "Now" : "");
    }
  assert_said (journey, 1, "screen-time", "09:00");
  assert_said (journey, 1, "screen-until", "until 10:30");
  assert_said (journey, 1, "screen-next-break", "Lunch");
  assert_said (journey, 5, "screen-room", "Den");
}

/* The message of the last finding of a code, or NULL. */
static const char *
finding_of (const Journey *journey, const char *code)
{
  const char *found = NULL;
  for (guint k = 0; k < programme_report_get_n_findings (journey->report); k++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (journey->report, k);
      if (g_strcmp0 (programme_finding_get_code (finding), code) == 0)
        found = programme_finding_get_message (finding);
    }
  return found;
}

/* Letters of 140 pt are 35 mm high, and can be read from 7.1 m: by a tenth of a metre more it is told, and from how far. */
static void
test_distance (void)
{
  static const struct
  {
    const char *kind, *distance, *expected;
  } cases[] = { { "direction", "7m", NULL },
                { "direction", "7.2m",
                  "\"Grand Ballroom\" can be read from 7.1 m, and is to be read from 7.2 m: use larger "
                  "paper, or a shorter name" },
                { "door", "6.6m", NULL },
                { "door", "6.8m",
                  "\"Grand Ballroom\" can be read from 6.6 m, and is to be read from 6.8 m: use larger "
                  "paper, or a shorter name" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Journey) journey
          = journey_new (HEAD "<directions><sign><way arrow='right' room='hall'/></sign></directions>" END,
                         journey_theme ("institutional"));
      const char *more[] = { "kind", cases[i].kind, "distance", cases[i].distance, "room", "hall" };
      memcpy (journey->more, more, sizeof more);
      g_assert_true (journey_make (journey, "signs", "en", NULL));
      g_assert_cmpstr (finding_of (journey, "too-small"), ==, cases[i].expected);
    }
}

/* ADA 703.5.5: capitals of 16 mm to 1830 mm, and 3.2 mm more for each 305 mm beyond: at 6 m 60 mm, twice as much as a 200th.
   A title is as high as its capitals there, and what has less than 16 mm is never large enough. */
static void
test_ada (void)
{
  static const struct
  {
    const char *kind, *paper, *distance, *expected;
  } cases[]
      = { { "door", "A3", "3.5m", NULL },
          { "door", "A3", "3.7m", "\"Grand Ballroom\" can be read from 3.5 m, and is to be read from 3.7 m" },
          { "door", "A1", "6.6m", NULL },
          { "door", "A1", "6.9m", "\"Grand Ballroom\" can be read from 6.6 m" },
          { "session", "A3", "2.7m", NULL },
          { "door", "A5", "1m", NULL },
          { "door", "100x141mm", "1m", "is in letters of 11.1 mm, and by ADA 703.5.5 signs have 16 mm at least" } };
  const char *text = "[theme]\nextends = institutional\n[sign]\nletter-height = ada\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "ada.theme", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Journey) journey = journey_new (HEAD END, theme);
      const char *more[] = { "kind", cases[i].kind, "distance", cases[i].distance, "room", "hall" };
      memcpy (journey->more, more, sizeof more);
      g_assert_true (journey_make (journey, "signs", "en", cases[i].paper));
      const char *found = finding_of (journey, "too-small");
      if (cases[i].expected == NULL)
        g_assert_cmpstr (found, ==, NULL);
      else
        g_assert_nonnull (strstr (found != NULL ? found : "nothing is told", cases[i].expected));
    }
}

/* What can be read on what, by WCAG's formula: 4.5, or 3 for letters from 18 points and for shapes. */
static void
test_contrast (void)
{
  static const char *const themes[] = { "institutional", "modern", "classic" };
  static const struct
  {
    const char *ink, *paper;
    double least;
  } pairs[] = { { "paper", "sign-field", 4.5 },  { "sign-second", "sign-field", 3 }, { "sign-field", "paper", 4.5 },
                { "paper", "sign-track", 4.5 },  { "sign-field", "sign-second", 3 }, { "paper", "sign-exit", 4.5 },
                { "second", "sign-break", 4.5 }, { "text", "paper", 4.5 },           { "second", "paper", 4.5 },
                { "text", "sign-break", 4.5 } };
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      {
        const ProgrammeTheme *theme = journey_theme (themes[t]);
        g_test_message ("%s: %s on %s", themes[t], pairs[i].ink, pairs[i].paper);
        g_assert_cmpfloat (pg_contrast (pg_theme_colour (theme, pairs[i].ink), pg_theme_colour (theme, pairs[i].paper)),
                           >=, pairs[i].least);
      }
}

/* As a printer without colours has it. */
static PgColour
grey_of (const PgColour *colour)
{
  double grey = 0.299 * colour->red + 0.587 * colour->green + 0.114 * colour->blue;
  return (PgColour){ grey, grey, grey };
}

/* Without colours the words of bands and the letters of tracks can be read, and kinds that are as dark differ by a line or bars. */
static void
test_grey (void)
{
  static const char *const themes[] = { "institutional", "modern", "classic" }, *const groups[]
                                                                                = { "categories", "tracks" };
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
      for (guint i = 0; i < 4; i++)
        {
          PgBand band, other;
          pg_theme_band (journey_theme (themes[t]), groups[g], NULL, i, &band);
          PgColour fill = grey_of (&band.fill), ink = grey_of (&band.ink);
          g_test_message ("%s, %s %u: %.1f", themes[t], groups[g], i + 1, pg_contrast (&fill, &ink));
          g_assert_cmpfloat (pg_contrast (&fill, &ink), >=, 4.5);
          for (guint k = 0; k < i && g == 0; k++)
            {
              pg_theme_band (journey_theme (themes[t]), groups[g], NULL, k, &other);
              PgColour before = grey_of (&other.fill);
              g_assert_true (pg_contrast (&fill, &before) >= 1.5 || band.has_line != other.has_line
                             || band.has_bars != other.has_bars);
            }
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directions/ada", test_ada);
  g_test_add_func ("/directions/tones", test_tones);
  g_test_add_func ("/directions/single", test_single);
  g_test_add_func ("/directions/list", test_list);
  g_test_add_func ("/directions/arrows", test_arrows);
  g_test_add_func ("/directions/right-to-left", test_right_to_left);
  g_test_add_func ("/directions/standing-paper", test_standing_paper);
  g_test_add_func ("/boards/board", test_board);
  g_test_add_func ("/boards/letters", test_letters);
  g_test_add_func ("/boards/full", test_full_board);
  g_test_add_func ("/notices/notices", test_notices);
  g_test_add_func ("/notices/cancelled", test_cancelled);
  g_test_add_func ("/screens/screens", test_screens);
  g_test_add_func ("/signs/distance", test_distance);
  g_test_add_func ("/signs/contrast", test_contrast);
  g_test_add_func ("/signs/grey", test_grey);
  return g_test_run ();
}
