/* Enters: event files in all encodings, broken, cut, endless. Leaves: whether the reader takes them or refuses them well. */
#include "base/limits.h"
#include "findings.h"
#include "read/read.h"
#include "xml/source.h"

#include <string.h>
#include <time.h>

#define EVENT "<event><title>Forum</title></event>"
#define HEAD "<programme version='1'>" EVENT

static const char *
string_in (const PgText *text, const char *language)
{
  const PgVersion *version = pg_text_get (text, language);
  return version != NULL ? version->string : NULL;
}

/* Encodings */

static const char korean[]
    = "<programme version='1'><event><title>대한민국</title></event>\r\n<agenda/><x/></programme>";

/* Wherever it was decoded from, the title and the place of the fault are the same. */
static void
assert_korean (const char *data, gsize length)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (data, (gssize) length, FINDINGS_READ, &lines);
  g_assert_nonnull (event);
  g_assert_cmpstr (programme_event_get_title (event, NULL), ==, "대한민국");
  g_assert_true (g_str_has_prefix (strchr (lines, ':'), ":2:10: error: "));
}

static void
assert_encoded (const char *encoding, const char *mark, gsize mark_length, const char *declaration)
{
  g_autofree char *text = g_strconcat (declaration, korean, NULL);
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (encoded);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) mark_length);
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) length);
  assert_korean ((const char *) bytes->data, bytes->len);
}

static void
test_encodings (void)
{
  assert_encoded ("UTF-8", "", 0, "");
  assert_encoded ("UTF-8", "\xEF\xBB\xBF", 3, "");
  assert_encoded ("UTF-8", "\xEF\xBB\xBF", 3, "<?xml version='1.0' encoding='ISO-8859-1'?>"); /* the mark is right */
  assert_encoded ("UTF-16LE", "\xFF\xFE", 2, "");
  assert_encoded ("UTF-16BE", "\xFE\xFF", 2, "<?xml version='1.0' encoding='UTF-16'?>");
  assert_encoded ("UTF-16LE", "", 0, "<?xml version='1.0' encoding='UTF-16'?>");
  assert_encoded ("UTF-16BE", "", 0, "");
  assert_encoded ("EUC-KR", "", 0, "<?xml version='1.0' encoding='euc-kr'?>");
}

static void
test_latin (void)
{
  g_autoptr (ProgrammeEvent) event = read_good ("<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n"
                                                "<programme version='1'><event><title>Caf\xE9 \x96 \x80</title></event>"
                                                "<agenda/></programme>");
  g_assert_cmpstr (programme_event_get_title (event, NULL), ==, "Café – €");
}

static void
assert_fault (const char *data, gsize length, const char *expected)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (data, (gssize) length, FINDINGS_READ, &lines);
  g_assert_null (event);
  if (strstr (lines, expected) == NULL)
    g_error ("\"%s\" is not in: %s", expected, lines);
}

static void
test_broken_bytes (void)
{
  static const char zero[] = "<programme>\n a\0b</programme>";
  assert_fault (zero, sizeof zero - 1, "event.xml:2:3: error: a byte of value zero");
  assert_fault ("\xFF\xFE<\0p", 5, "[encoding]");
  assert_fault ("", 0, "[xml-syntax]");
  assert_fault ("\xEF\xBB\xBF", 3, "[xml-syntax]");
  assert_fault ("<?xml version='1.0' encoding='", 30, "[xml-syntax]");
  assert_fault ("<?xml version='1.0' encoding='UTF-8//TRANSLIT'?><a/>", 52, "[encoding]");
}

/* Places asked for in any order are those that counting from the start gives. */
static void
test_places (void)
{
  static const char text[] = "<a>\n  대한 é\r\n\n<b>\t한</b>\r</a>\n";
  PgSource source;
  g_assert_true (pg_source_init (&source, "event.xml", text, strlen (text), &pg_standard_limits, NULL, NULL));
  for (guint round = 0; round < 1000; round++)
    {
      gsize offset = (gsize) g_test_rand_int_range (0, (gint) source.length + 1);
      while (offset < source.length && (source.text[offset] & 0xC0) == 0x80)
        offset++;
      guint line = 1, column = 1;
      for (const char *at = source.text; at < source.text + offset; at = g_utf8_next_char (at))
        {
          column = *at == '\n' ? 1 : column + 1;
          line += *at == '\n';
        }
      PgPlace place = pg_source_place (&source, offset);
      g_assert_cmpuint (place.line, ==, line);
      g_assert_cmpuint (place.column, ==, column);
    }
  PgPlace end = pg_source_place (&source, 1000);
  g_assert_cmpuint (end.line, ==, 6);
  pg_source_clear (&source);
}

/* Limits */

static char *
repeat (const char *part, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (all, part);
  return g_string_free (all, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *large = g_malloc0 (pg_standard_limits.event_bytes + 1);
  assert_fault (large, pg_standard_limits.event_bytes + 1, "has 67108865 bytes"); /* refused by its length alone */
  g_autofree char *elements = repeat ("<p/>", PG_LIMIT_ELEMENTS);
  g_autofree char *many = g_strconcat ("<programme version='1'>", elements, "</programme>", NULL);
  assert_fault (many, strlen (many),
                "more than 1000000 elements: divide it; --limits-elements=N allows more [too-large]");
}

/* Where the parser gives up by itself. */
static void
test_endless (void)
{
  g_autofree char *long_part = repeat ("a", 11000000);
  g_autofree char *value
      = g_strdup_printf ("<programme version='1'><event status='%s'><title>x</title></event></programme>", long_part);
  assert_fault (value, strlen (value),
                "event.xml:1:24: error: a name, a comment or an attribute's value is too long: a "
                "value has 8000 characters at most [too-large]");
}

static void
test_long_paragraph (void)
{
  g_autofree char *word = repeat ("배 ", PG_LIMIT_PARAGRAPH * PG_KB / 4), *lines = NULL; /* 4 bytes each: just enough */
  g_autofree char *long_text = g_strconcat (word, word, NULL);
  g_autofree char *good
      = g_strdup_printf (HEAD "<front><section><p>%s</p></section></front><agenda/></programme>", word);
  g_autofree char *bad
      = g_strdup_printf (HEAD "<front><section><p>%s</p></section></front><agenda/></programme>", long_text);
  g_autoptr (ProgrammeEvent) event = read_good (good);
  g_autoptr (ProgrammeEvent) cut = read_text (bad, -1, FINDINGS_READ, &lines);
  g_assert_nonnull (event);
  g_assert_nonnull (strstr (lines, "event.xml:1:75: error: <p> has more than 262144 bytes of text"));
  const PgSection *section = g_ptr_array_index (cut->front, 0);
  const PgBodyPart *part = g_ptr_array_index (section->body, 0);
  g_assert_true (g_utf8_validate (string_in (part->paragraph, "en"), -1, NULL));
}

/* Marks on a letter, or letters that marks join to it, as many as nobody writes. */
static void
assert_cluster (const char *first, const char *more, guint length)
{
  g_autofree char *most = repeat (more, PG_MAX_CLUSTER / length), *lines = NULL;
  g_autofree char *good = g_strdup_printf (
      HEAD "<front><section><p>%s%sx%s%s</p></section></front><agenda/></programme>", first, most, first, most);
  g_autofree char *bad = g_strdup_printf (
      HEAD "<front><section><p>\n%s<b>%s</b>%s</p></section></front><agenda/></programme>", first, most, more);
  g_autoptr (ProgrammeEvent) event = read_good (good);
  g_autoptr (ProgrammeEvent) cut = read_text (bad, -1, FINDINGS_READ, &lines);
  g_assert_true (event != NULL && cut != NULL);
  g_assert_cmpstr (
      lines, ==,
      "event.xml:2:73: error: more than 64 marks and joined letters stand on one letter: remove those that "
      "nobody means [too-large]\n");
}

static void
test_clusters (void)
{
  assert_cluster ("a", "\314\201", 1);
  assert_cluster ("\341\236\200", "\341\237\222\341\236\200", 2); /* Khmer */
}

/* What goes into a PDF's strings whole: longer ones PDF/A forbids. */
static void
test_long_attributes (void)
{
  g_autofree char *name = repeat ("a", PG_MAX_ATTRIBUTE_CHARACTERS), *path = repeat ("é", PG_MAX_LINK_CHARACTERS - 10);
  g_autofree char *good = g_strdup_printf (
      HEAD "<agenda><day date='2024-09-03'><session id='%s' start='9:00'><title><a href='https://a/%s'>x</a></title>"
           "</session></day></agenda></programme>",
      name, path);
  g_autofree char *bad = g_strdup_printf (
      HEAD
      "<agenda><day date='2024-09-03'><session id='%sa' start='9:00'>\n<title><a href='https://a/%sé'>x</a></title>"
      "</session></day></agenda></programme>",
      name, path);
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_good (good);
  g_autoptr (ProgrammeEvent) cut = read_text (bad, -1, FINDINGS_READ, &lines);
  g_assert_nonnull (event);
  g_assert_nonnull (cut);
  g_assert_nonnull (strstr (lines, "aaa\" is too long: 8000 characters at most [bad-value]\n"));
  g_assert_nonnull (strstr (lines, "event.xml:2:11: error: href=\"https://a/é"));
  g_assert_nonnull (strstr (lines, "\" is too long: 2000 characters at most [bad-value]\n"));
}

/* Files made to cost time: all take well below a second where time grows with the length alone. */
static void
test_time (void)
{
  static const char *const parts[] = {
    "<session start='09:00'><title>x</title></session>", /* one endless line, no line's end in it */
    "<sessoin start='09:00'/>",                          /* faults with suggestions */
    "<session start='09:00' room='nowhere'><title>x</title></session>",
    "<session start='09:00'><title>x</title><title>x</title></session>",
    "x ",
    "&amp;",
    "<!-- - -->",
  };
  clock_t start = clock ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *body = repeat (parts[i], 2000000 / (guint) strlen (parts[i]));
      g_autofree char *data
          = g_strdup_printf (HEAD "<agenda><day date='2024-09-03'>%s</day></agenda></programme>", body);
      g_autoptr (ProgrammeEvent) event = read_text (data, -1, FINDINGS_READ, NULL);
      g_assert_nonnull (event);
    }
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 120); /* of processor time, sanitised */
}

/* Cutting a good file anywhere gives a finding, never a crash. */
static void
test_cut_anywhere (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "small.xml", NULL), *data = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize cut = 0; cut < length - 1; cut += 7)
    {
      g_autofree char *head = g_memdup2 (data, cut + 1); /* of its very own, so that reading past it is seen */
      g_autoptr (ProgrammeEvent) event = read_text (head, (gssize) cut, FINDINGS_READ, NULL);
      g_assert_true (event == NULL || cut > length - 20);
    }
}

/* Bytes changed at random give findings or an event, never a crash. */
static void
test_changed_bytes (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "small.xml", NULL), *data = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *changed = g_memdup2 (data, length + 1);
      for (gint i = g_test_rand_int_range (1, 8); i > 0; i--)
        {
          gsize at = (gsize) g_test_rand_int_range (0, (gint) length);
          changed[at] = "<>/&;\"'= !-[]ax0\n\xC3\xFF"[g_test_rand_int_range (0, 19)];
        }
      ProgrammeEvent *event = read_text (changed, (gssize) length, FINDINGS_SPEAKERS, NULL);
      g_clear_pointer (&event, programme_event_unref);
    }
}

static void
test_nobody_listens (void)
{
  g_autoptr (GBytes) good = g_bytes_new_static (korean, strlen (korean)), bad = g_bytes_new_static ("<", 1);
  g_autoptr (GBytes) nothing = g_bytes_new_static (NULL, 0);
  g_autoptr (ProgrammeEvent) event = pg_read_xml (good, "event.xml", NULL, NULL, NULL);
  g_assert_nonnull (event);
  g_assert_null (pg_read_xml (bad, "event.xml", NULL, NULL, NULL));
  g_assert_null (pg_read_xml (nothing, "event.xml", NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/encoding/all", test_encodings);
  g_test_add_func ("/read/encoding/latin", test_latin);
  g_test_add_func ("/read/encoding/broken", test_broken_bytes);
  g_test_add_func ("/read/places", test_places);
  g_test_add_func ("/read/limits/size", test_limits);
  g_test_add_func ("/read/limits/paragraph", test_long_paragraph);
  g_test_add_func ("/read/limits/endless", test_endless);
  g_test_add_func ("/read/limits/clusters", test_clusters);
  g_test_add_func ("/read/limits/attributes", test_long_attributes);
  g_test_add_func ("/read/limits/time", test_time);
  g_test_add_func ("/read/hostile/cut", test_cut_anywhere);
  g_test_add_func ("/read/hostile/changed", test_changed_bytes);
  g_test_add_func ("/read/no-report", test_nobody_listens);
  return g_test_run ();
}
