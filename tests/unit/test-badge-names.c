/* Enters: invented names of one to nine words in twelve scripts. Leaves: whether each is whole on its badge, on no other letters
   and inside, and so large that it would not fit half a point larger. */
#include "printed.h"
#include "slow.h"

#include "document.h"
#include "journey.h"

#include <math.h>
#include <programme/programme.h>
#include <string.h>

#define QUICK 180 /* names */
#define SLOW 2000
#define STEP 0.5 /* points: sizes are in quarters of them, and are found to a thousandth of their range */

#define EVENT                                                                                                          \
  "<programme version='1' languages='en'><event><title>Harbours</title></event><agenda><day date='2031-05-05'>"        \
  "<session start='09:00' end='09:30'><title>Tides</title></session></day></agenda></programme>"

static const char *const words[][6] = {
  { "Maximilian", "Zu", "Hohenlohe-Waldenburg", "Ann", "Þórunn", "Llewellyn" },
  { "Наталья", "Щ", "Брандербургская", "Йёрг", "Ольга", "Щербакова" },
  { "Ελευθερία", "Ο", "Παπακωνσταντίνου", "Ίων", "Άννα", "Ξένη" },
  { "محمد", "عبد", "المستنصر", "الزهراء", "نور", "ياسمين" },
  { "אברהם", "בן", "ירושלמי", "נועה", "שירה", "מנחם" },
  { "ณัฐวุฒิ", "ปิ๋ว", "ศรีสุวรรณพงษ์", "ผู้รู้", "กี่", "ญาณิศา" },
  { "ວັນນະພາ", "ນ້ຳ", "ພົມມະທັນສີ", "ປຸ່ມ", "ຜູ້", "ສີ" },
  { "សុភាព", "ស្រ៊ី", "ស្រីនាងសុវណ្ណ", "ញ៉ុំ", "ត្រ្យូ", "ដារា" },
  { "အောင်", "မြင့်", "ထွန်းကျော်", "မြို့", "ဣန္ဒြေ", "စု" },
  { "अनुराधा", "श्री", "चट्टोपाध्याय", "ऋषि", "कृष्ण", "द्वि" },
  { "박성주", "이", "남궁민서", "선우", "하나", "황보" },
  { "田中", "文", "花子桃子", "みどり", "さくら", "林" },
};
#define N_SCRIPTS G_N_ELEMENTS (words)

typedef struct
{
  char *name, *family; /* family: the last word of it, or "" */
} Name;

static void
clear_name (gpointer data)
{
  Name *name = data;
  g_free (name->name);
  g_free (name->family);
}

/* Each script by turns, each number of words by turns; every other one says which its family name is. */
static GArray *
names_new (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) all = g_string_new (NULL);
      const char *word = NULL;
      for (guint k = 0; k <= i / N_SCRIPTS % 9; k++)
        {
          word = words[i % N_SCRIPTS][g_rand_int_range (rand, 0, 6)];
          g_string_append_printf (all, "%s%s", k > 0 ? " " : "", word);
        }
      Name name = { g_strdup (all->str), g_strdup (i / N_SCRIPTS % 2 == 0 ? "" : word) };
      g_array_append_val (names, name);
    }
  return names;
}

typedef struct
{
  ProgrammeDocument *document;
  ProgrammeReport *report;
} Badges;

static void
badges_free (Badges *badges)
{
  programme_document_unref (badges->document);
  programme_report_unref (badges->report);
  g_free (badges);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Badges, badges_free)

/* Of some names, a page each; which: their places among all. */
static Badges *
badges_new (const GArray *names, const GArray *which, const char *paper, ProgrammeTheme *theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammePeople) people = programme_people_new ();
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  Badges *badges = g_new0 (Badges, 1);
  badges->report = programme_report_new ();
  for (guint i = 0; i < which->len; i++)
    {
      const Name *name = &g_array_index (names, Name, g_array_index (which, guint, i));
      g_autofree char *given = g_strndup (name->name, strlen (name->name) - strlen (name->family));
      g_autoptr (ProgrammePlace) place = programme_place_new ("names.csv", i + 2, 1, NULL);
      guint row = programme_people_add (people, place);
      g_assert_true (programme_people_set (people, row, "name", name->name));
      g_assert_true (programme_people_set (people, row, "family", name->family));
      g_assert_true (programme_people_set (people, row, "given", name->family[0] != '\0' ? g_strstrip (given) : ""));
    }
  programme_options_set_people (options, people);
  programme_options_set_paper (options, paper);
  badges->document = programme_document_new (journey->event, "badges", theme, options, badges->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (badges->document->pages->pages->len, ==, which->len);
  return badges;
}

/* The style that a name's first line is in, and its size; NULL for none. */
static const PgStyle *
style_of (const Badges *badges, guint page)
{
  const GArray *items = pg_pages_get (badges->document->pages, page)->items;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      const PgLine *line = item->kind == PG_ITEM_TEXT ? &item->text.lines->lines[item->text.line] : NULL;
      if (line != NULL && line->n_runs > 0 && strstr (line->runs[0].run->style->name, "-given") != NULL)
        return line->runs[0].run->style;
    }
  return NULL;
}

/* All letters of each stand there, and nothing is cut. */
static void
assert_whole (const Badges *badges, const GArray *names, const GArray *which)
{
  g_autoptr (GArray) lines = printed_lines (badges->document->pages);
  g_autofree GString **said = g_new0 (GString *, which->len);
  for (guint i = 0; i < which->len; i++)
    said[i] = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (strstr (line->style, "-given") != NULL || strstr (line->style, "-family") != NULL)
        g_string_append_len (said[line->page], line->lines->text + line->line->start,
                             (gssize) (line->line->end - line->line->start));
    }
  for (guint i = 0; i < which->len; i++)
    {
      const Name *name = &g_array_index (names, Name, g_array_index (which, guint, i));
      g_auto (GStrv) found = g_strsplit_set (said[i]->str, " \n", -1), wanted = g_strsplit (name->name, " ", -1);
      g_autofree char *a = g_strjoinv ("", found), *b = g_strjoinv ("", wanted);
      g_assert_cmpstr (a, ==, b);
      g_string_free (said[i], TRUE);
    }
}

/* A theme in which a name in that style has one size alone, and its family name the one that goes with it. */
static ProgrammeTheme *
theme_of (const PgStyle *style, double size)
{
  g_autoptr (GError) error = NULL;
  const char *way = strstr (style->name, "-given") + strlen ("-given");
  g_autofree char *kind = g_strndup (style->name, (gsize) (strstr (style->name, "-given") - style->name));
  g_autofree char *family = g_strconcat (kind, "-family", way, NULL);
  const PgStyle *own = pg_theme_style (journey_theme ("institutional"), style->name),
                *other = pg_theme_style (journey_theme ("institutional"), family);
  double scale = style->fit_most / own->fit_most;
  double share = (size / scale - own->fit_least) / (own->fit_most - own->fit_least);
  double second = floor ((other->fit_least + share * (other->fit_most - other->fit_least)) * scale * 4) / 4;
  char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (numbers[0], sizeof numbers[0], "%.4f", size / scale + 0.001);
  g_ascii_formatd (numbers[1], sizeof numbers[1], "%.4f", second / scale + 0.001);
  g_autofree char *text = g_strdup_printf (
      "[theme]\nextends = institutional\ntitle = One size\n[style %s]\nfit = %spt to %spt %u\n[style "
      "%s]\nfit = %spt to %spt %u\n",
      style->name, numbers[0], numbers[0], own->fit_lines, family, numbers[1], numbers[1], other->fit_lines);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  ProgrammeTheme *theme = programme_theme_read_bytes (bytes, "one.theme", NULL, NULL, &error);
  g_assert_no_error (error);
  return theme;
}

/* Of names in one style and size, none fits in a larger one. */
static guint
assert_largest (const GArray *names, const GArray *which, const PgStyle *style, const char *paper)
{
  double size = style->size + STEP;
  if (size > style->fit_most || strstr (style->name, "-least") != NULL)
    return 0;
  g_autoptr (ProgrammeTheme) theme = theme_of (style, size);
  g_autoptr (Badges) badges = badges_new (names, which, paper, theme);
  for (guint i = 0; i < which->len; i++)
    {
      const PgStyle *found = style_of (badges, i);
      if (strcmp (found->name, style->name) == 0)
        g_test_message ("%s: %s is of %g, and fits in %g", paper,
                        g_array_index (names, Name, g_array_index (which, guint, i)).name, style->size, found->size);
      g_assert_cmpstr (found->name, !=, style->name);
    }
  return which->len;
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static void
test_paper (gconstpointer paper)
{
  guint n = is_slow_run () ? SLOW / 2 : QUICK / 2, n_larger = 0;
  g_autoptr (GArray) names = names_new (n), all = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    g_array_append_val (all, i);
  g_autoptr (Badges) badges = badges_new (names, all, paper, journey_theme ("institutional"));
  g_autofree char *fault = check_places (badges->document->pages, badges->report);
  g_assert_cmpstr (fault, ==, NULL);
  assert_whole (badges, names, all);
  g_autoptr (GHashTable) alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  for (guint i = 0; i < n; i++)
    {
      const PgStyle *style = style_of (badges, i);
      char *key = g_strdup_printf ("%s %g", style->name, style->size);
      GArray *which = g_hash_table_lookup (alike, key);
      if (which == NULL)
        g_hash_table_insert (alike, g_strdup (key), which = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (which, i);
      g_free (key);
    }
  GHashTableIter iter;
  gpointer which;
  g_hash_table_iter_init (&iter, alike);
  while (g_hash_table_iter_next (&iter, NULL, &which))
    n_larger += assert_largest (names, which, style_of (badges, g_array_index ((GArray *) which, guint, 0)), paper);
  g_test_message ("%s: %u of %u names could be larger by the theme, and have no room", (const char *) paper, n_larger,
                  n);
  g_assert_cmpuint (n_larger, >, n / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/badge-names/a7", "74x105mm", test_paper);
  g_test_add_data_func ("/badge-names/l7418", "86x55mm", test_paper);
  return g_test_run ();
}
