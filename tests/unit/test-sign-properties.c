/* Enters: random events. Leaves: whether no sign loses a word, each session stands on its doors once and on one sign of its
   own, and what is of a kind has one size. */
#include "journey.h"
#include "printed.h"
#include "random-event.h"
#include "slow.h"

#include "event/words.h"

#include <string.h>

#define QUICK 25
#define SLOW 400

/* Without what lines are parted by. */
static char *
without_white (const char *text)
{
  GString *all = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c) && c != '/' && c != 0xAD && c != 0x200B && c != 0x2028)
        g_string_append_unichar (all, c);
    }
  return g_string_free (all, FALSE);
}

static void
add_title (GString *all, const Journey *journey, const PgEntry *entry, const char *language)
{
  const PgVersion *title = pg_text_get (entry->title, language);
  const char *word = entry->word != NULL ? entry->word : "session";
  g_autofree char *plain
      = without_white (title != NULL ? title->string : pg_word (journey->event, word, language, NULL));
  g_string_append (all, plain);
}

/* What stands in a style on the pages of the sign with that number. */
static char *
said_on (const Journey *journey, guint sign, const char *style)
{
  const GArray *signs = journey->pages->bookmarks;
  guint page = g_array_index (signs, PgBookmark, sign).page;
  guint end = sign + 1 < signs->len ? g_array_index (signs, PgBookmark, sign + 1).page : journey->pages->pages->len;
  GString *all = g_string_new (NULL);
  for (; page < end; page++)
    {
      g_autofree char *said = printed_in_style (journey->pages, page, style, FALSE), *plain = without_white (said);
      g_string_append (all, plain);
    }
  return g_string_free (all, FALSE);
}

static void
assert_one_size (const Journey *journey, const char *style)
{
  double first = 0;
  for (guint page = 0; page < journey->pages->pages->len; page++)
    {
      double size = printed_size (journey->pages, page, style);
      if (size > 0 && first > 0)
        g_assert_cmpfloat (size, ==, first);
      first = size > 0 ? size : first;
    }
}

/* Whether anything happens but breaks. */
static gboolean
has_sessions (const ProgrammeEvent *event)
{
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        if (((const PgEntry *) g_ptr_array_index (day->entries, e))->kind != PG_ENTRY_BREAK)
          return TRUE;
    }
  return FALSE;
}

/* Without pages where there is nothing to say. */
static Journey *
signs_of (const RandomEvent *event, const char *kind)
{
  Journey *journey = journey_new (event->xml, journey_theme ("institutional"));
  journey->more[0] = "kind";
  journey->more[1] = kind;
  if (!has_sessions (journey->event) || (strcmp (kind, "door") == 0 && !pg_event_uses_rooms (journey->event)))
    return journey;
  g_assert_true (journey_make (journey, "signs", event->language, NULL));
  return journey;
}

/* What a door says from above is what happens in its room, once, in order. */
static void
check_doors (const RandomEvent *event)
{
  g_autoptr (Journey) journey = signs_of (event, "door");
  guint sign = 0;
  if (journey->pages == NULL)
    return;
  for (guint r = 0; r < journey->event->rooms->len; r++)
    for (guint d = 0; d < journey->event->days->len; d++)
      {
        const PgRoom *room = g_ptr_array_index (journey->event->rooms, r);
        const PgDay *day = g_ptr_array_index (journey->event->days, d);
        g_autoptr (GString) expected = g_string_new (NULL);
        for (guint e = 0; e < day->entries->len; e++)
          if (pg_entry_is_in (g_ptr_array_index (day->entries, e), room))
            add_title (expected, journey, g_ptr_array_index (day->entries, e), event->language);
        if (expected->len == 0)
          continue;
        g_autofree char *said = said_on (journey, sign++, "sign-title");
        g_assert_cmpstr (said, ==, expected->str);
      }
  g_assert_cmpuint (sign, ==, journey->pages->bookmarks->len);
  assert_one_size (journey, "sign-room");
}

static void
check_sessions (const RandomEvent *event)
{
  g_autoptr (Journey) journey = signs_of (event, "session");
  guint sign = 0;
  if (journey->pages == NULL)
    return;
  for (guint d = 0; d < journey->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (journey->event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, e);
          if (entry->kind == PG_ENTRY_BREAK)
            continue;
          g_autoptr (GString) expected = g_string_new (NULL);
          add_title (expected, journey, entry, event->language);
          g_autofree char *page = printed_in_style (
              journey->pages, g_array_index (journey->pages->bookmarks, PgBookmark, sign).page, "sign-session", FALSE);
          g_autofree char *said = without_white (page);
          sign++;
          g_assert_cmpstr (said, ==, expected->str);
        }
    }
  g_assert_cmpuint (sign, ==, journey->pages->bookmarks->len);
  assert_one_size (journey, "sign-session");
}

/* On a board each entry of the day stands once. */
static void
check_boards (const RandomEvent *event)
{
  g_autoptr (Journey) journey = signs_of (event, "board");
  if (journey->pages == NULL)
    return;
  for (guint d = 0, sign = 0; d < journey->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (journey->event->days, d);
      g_autoptr (GString) expected = g_string_new (NULL);
      for (guint e = 0; e < day->entries->len; e++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, e);
          if (entry->kind != PG_ENTRY_BREAK)
            add_title (expected, journey, entry, event->language);
        }
      if (day->entries->len == 0)
        continue;
      g_autofree char *said = said_on (journey, sign++, "board-title");
      g_assert_cmpstr (said, ==, expected->str);
    }
  assert_one_size (journey, "board-date");
}

/* Each way of each sign stands on one of its sheets. */
static void
check_directions (const RandomEvent *event)
{
  g_autoptr (Journey) journey = journey_new (event->xml, journey_theme ("institutional"));
  gsize expected = 0, found = 0;
  for (guint i = 0; i < journey->event->signposts->len; i++)
    {
      const PgSignpost *signpost = g_ptr_array_index (journey->event->signposts, i);
      for (guint k = 0; k < signpost->ways->len; k++)
        {
          const PgDirection *way = g_ptr_array_index (signpost->ways, k);
          g_autofree char *plain = without_white (pg_text_get (way->name, event->language)->string);
          expected += strlen (plain);
        }
    }
  if (expected == 0)
    return;
  journey->more[0] = "kind";
  journey->more[1] = "direction";
  g_assert_true (journey_make (journey, "signs", event->language, NULL));
  for (guint page = 0; page < journey->pages->pages->len; page++)
    {
      g_autofree char *one = printed_in_style (journey->pages, page, "direction-name", FALSE);
      g_autofree char *list = printed_in_style (journey->pages, page, "direction-list", FALSE);
      g_autofree char *alone = without_white (one), *several = without_white (list);
      found += strlen (alone) + strlen (several);
    }
  g_assert_cmpuint (found, ==, expected);
  assert_one_size (journey, "direction-name");
  assert_one_size (journey, "direction-list");
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= (is_slow_run () ? SLOW : QUICK); seed++)
    {
      const RandomLook look = { 0 };
      g_autoptr (RandomEvent) event = random_event_new (seed, &look);
      g_test_message ("seed %u", seed);
      check_doors (event);
      check_sessions (event);
      check_boards (event);
      check_directions (event);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-properties/random", test_random);
  return g_test_run ();
}
