/* Words that tell where they come from. Enters: a seed. Leaves: texts of words of which no two are alike, as XML. */
#include "random-words.h"

#include "event/dates.h"
#include "event/words.h"

#include <string.h>

/* Letters of which words in a language are made. Each is one to GLib, too: no marks. */
typedef struct
{
  const char *language;
  gunichar first;
  guint n;
  const char *after;  /* what follows each letter, so that it is a syllable */
  const char *before; /* what no word begins with but these */
} Letters;

static const Letters scripts[] = {
  { "ko", 0xC000, 400, "", "" },      { "ja", 0x304B, 24, "", "" },       { "zh-Hans", 0x5000, 400, "", "" },
  { "th", 0x0E01, 35, "\u0E32", "" }, { "lo", 0x0E99, 7, "\u0EB2", "" },  { "km", 0x1780, 33, "", "" },
  { "my", 0x1000, 30, "", "" },       { "ar", 0x062A, 17, "", "\u0629" }, /* teh marbuta */
  { "he", 0x05D0, 27, "", "\u05E5" },                                     /* final tsadi */
};

/* Those of a language that is not written in Latin letters; NULL for one that is. */
static const Letters *
letters_of (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_strcmp0 (language, scripts[i].language) == 0)
      return &scripts[i];
  return NULL;
}

/* Chinese and Japanese put no space between a word of the library's and one of the event's. */
static gboolean
has_no_spaces (const char *language)
{
  return g_strcmp0 (language, "ja") == 0 || g_strcmp0 (language, "zh-Hans") == 0;
}

static void
unref_text (gpointer text)
{
  g_ptr_array_unref (text);
}

void
random_words_init (RandomWords *maker, guint32 seed)
{
  *maker = (RandomWords){ 0 };
  maker->rand = g_rand_new_with_seed (seed);
  maker->xml = g_string_new (NULL);
  maker->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker->texts = g_ptr_array_new_with_free_func (unref_text);
  maker->notes = g_ptr_array_new ();
}

void
random_words_clear (RandomWords *maker)
{
  g_rand_free (maker->rand);
  g_string_free (maker->xml, TRUE);
  g_hash_table_unref (maker->words);
  g_clear_pointer (&maker->library, g_hash_table_unref);
  g_ptr_array_unref (maker->texts);
  g_ptr_array_unref (maker->notes);
}

guint
random_number (RandomWords *maker, guint first, guint last)
{
  return (guint) g_rand_int_range (maker->rand, (gint32) first, (gint32) last + 1);
}

gboolean
random_chance (RandomWords *maker, guint percent)
{
  return random_number (maker, 0, 99) < percent;
}

void
random_xml (RandomWords *maker, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_string_append_vprintf (maker->xml, format, args);
  va_end (args);
}

static void
add_syllable (GString *word, guint digit)
{
  g_string_append_c (word, "bcdfghklmnprstvwjzqy"[digit % 20]);
  g_string_append_c (word, "aeiou"[digit / 20]);
}

/* The number of the word, written in syllables, and more of them at will. An "x" before it sets it off from the words
   that the library adds. */
static char *
new_word (RandomWords *maker, const Letters *letters)
{
  guint number = maker->n_words++;
  g_autoptr (GString) word = g_string_new (letters != NULL ? letters->before : "x");
  for (guint i = 0; i < 3 || number > 0; i++)
    {
      if (letters != NULL)
        g_string_append (g_string_append_unichar (word, letters->first + number % letters->n), letters->after);
      else
        add_syllable (word, number % 100);
      number /= letters != NULL ? letters->n : 100;
    }
  guint more = random_number (maker, 0, 2);
  if (maker->has_long_words && random_chance (maker, 1))
    more = random_number (maker, 10, random_chance (maker, 10) ? (maker->percent_monstrous > 0 ? 2000 : 200) : 40);
  for (guint i = 0; i < more && letters == NULL; i++)
    add_syllable (word, random_number (maker, 0, 99));
  return g_strdup (word->str);
}

/* The parts of a text between what is no letter, as texts are looked through. */
static void
add_parts (GHashTable *parts, const char *text)
{
  g_autoptr (GString) part = g_string_new (NULL);
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
        {
          g_string_append_unichar (part, g_utf8_get_char (at));
          continue;
        }
      g_hash_table_add (parts, g_strdup (part->str));
      g_string_truncate (part, 0);
      if (*at == '\0')
        return;
    }
}

/* The names of days and months, which dates have. */
static void
add_calendar (GHashTable *parts, const char *language)
{
  g_autoptr (ProgrammeEvent) event = pg_event_new ("names.xml", NULL);
  for (int i = 1; i <= 12; i++)
    {
      PgDay day = { .year = 2031, .month = i, .day = i };
      g_autofree char *weekday = pg_date_format (event, &day, PG_DATE_WEEKDAY, language),
                      *month = pg_date_format (event, &day, PG_DATE_MONTH, language);
      add_parts (parts, weekday);
      add_parts (parts, month);
    }
}

static gboolean
is_of_library (RandomWords *maker, const char *word)
{
  if (maker->library == NULL)
    {
      maker->library = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (const char *const *key = pg_word_keys (); *key != NULL; key++)
        add_parts (maker->library, pg_word (NULL, *key, maker->other, NULL));
      add_calendar (maker->library, maker->other);
    }
  return g_hash_table_contains (maker->library, word);
}

static void
add_marked (RandomWords *maker, const char *word)
{
  static const char *const marks[][2] = { { "<b>", "</b>" },
                                          { "<i>", "</i>" },
                                          { "<sup>", "</sup>" },
                                          { "<b><i>", "</i></b>" },
                                          { "<a href=\"https://example.org/\">", "</a>" },
                                          { "<span xml:lang=\"fr\">", "</span>" },
                                          { "“", "”" },
                                          { "(", ")" },
                                          { "", "," },
                                          { "", "<br/>" },
                                          { "&amp; ", ":" } };
  const char *const *mark = marks[random_number (maker, 0, G_N_ELEMENTS (marks) - 1)];
  random_xml (maker, "%s%s%s", mark[0], word, mark[1]);
}

GPtrArray *
random_say (RandomWords *maker, guint n, gboolean in_other, gboolean marked)
{
  GPtrArray *text = g_ptr_array_new ();
  g_ptr_array_add (maker->texts, text);
  const Letters *letters = in_other ? letters_of (maker->other) : NULL;
  gboolean bracketed = in_other && has_no_spaces (maker->other);
  random_xml (maker, bracketed ? "「" : "");
  for (guint i = 0; i < n; i++)
    {
      char *word = new_word (maker, letters);
      while (letters != NULL && is_of_library (maker, word))
        {
          g_free (word);
          word = new_word (maker, letters);
        }
      g_assert_true (g_hash_table_add (maker->words, word));
      g_ptr_array_add (text, word);
      if (i > 0)
        random_xml (maker, " ");
      if (marked && random_chance (maker, 8))
        add_marked (maker, word);
      else
        random_xml (maker, "%s", word);
    }
  random_xml (maker, bracketed ? "」" : "");
  return text;
}

/* The words of a note that is added, or of none. */
static GPtrArray *
add_note (RandomWords *maker, const char *element, gboolean in_other)
{
  static const char *const noted[] = { "p", "item", "cell", NULL };
  if (!maker->has_notes || !g_strv_contains (noted, element) || !random_chance (maker, 5))
    return NULL;
  random_xml (maker, ".<footnote>"); /* a letter as a mark is no part of the word before it */
  GPtrArray *note = random_say (maker, random_number (maker, 1, 30), in_other, FALSE);
  random_xml (maker, "</footnote>");
  return note;
}

GPtrArray *
random_text (RandomWords *maker, const char *element, guint n)
{
  if (random_chance (maker, maker->percent_monstrous))
    n *= 30;
  random_xml (maker, "<%s>", element);
  GPtrArray *text = random_say (maker, n, FALSE, TRUE), *note = add_note (maker, element, FALSE);
  random_xml (maker, "</%s>", element);
  if (maker->other != NULL && random_chance (maker, 70))
    {
      random_xml (maker, "<%s xml:lang=\"%s\">", element, maker->other);
      GPtrArray *translation = random_say (maker, n, TRUE, TRUE), *translated = add_note (maker, element, TRUE);
      random_xml (maker, "</%s>", element);
      text = maker->prints_other ? translation : text;
      note = maker->prints_other ? translated : note;
    }
  random_expect (maker->notes, note);
  return text;
}

static void
add_list (RandomWords *maker, GPtrArray *all, guint n_words)
{
  random_xml (maker, "<list%s>", random_chance (maker, 40) ? " kind=\"number\"" : "");
  for (guint i = random_number (maker, 1, 6); i > 0; i--)
    random_expect (all, random_text (maker, "item", 1 + n_words / 4));
  random_xml (maker, "</list>");
}

/* Lines, and stanzas now and then. */
static GPtrArray *
add_verse (RandomWords *maker, gboolean in_other)
{
  GPtrArray *all = g_ptr_array_new ();
  g_ptr_array_add (maker->texts, all);
  if (in_other)
    random_xml (maker, "<verse xml:lang=\"%s\">\n", maker->other);
  else
    random_xml (maker, "<verse>\n");
  for (guint i = random_number (maker, 1, 9); i > 0; i--)
    {
      random_expect (all, random_say (maker, random_number (maker, 1, 9), in_other, TRUE));
      random_xml (maker, random_chance (maker, 25) ? "\n\n" : "\n");
    }
  random_xml (maker, "</verse>");
  return all;
}

static GPtrArray *
add_verses (RandomWords *maker)
{
  GPtrArray *verse = add_verse (maker, FALSE);
  gboolean is_translated = maker->other != NULL && random_chance (maker, 70);
  GPtrArray *translation = is_translated ? add_verse (maker, TRUE) : NULL;
  return translation != NULL && maker->prints_other ? translation : verse;
}

GPtrArray *
random_body (RandomWords *maker, guint n_parts, guint n_words)
{
  GPtrArray *all = g_ptr_array_new ();
  g_ptr_array_add (maker->texts, all);
  for (guint i = 0; i < n_parts; i++)
    {
      if (random_chance (maker, 25))
        add_list (maker, all, n_words);
      else if (random_chance (maker, 10))
        random_expect (all, add_verses (maker));
      else
        random_expect (all, random_text (maker, "p", random_number (maker, 1, n_words)));
      random_xml (maker, "\n");
    }
  return all;
}

void
random_expect (GPtrArray *list, const GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (more, i));
}
