/* Enters: titles of several clauses, and dates in texts, at many widths. Leaves: TAP: whether their lines end where the sense
   does. */
#include "sheet.h"
#include "text/paragraph.h"

#include <string.h>

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 12.75 };
static const PgStyle title
    = { .name = "title", .family = "Sans", .size = 12, .bold = TRUE, .leading = 15, .balance = TRUE };

static void
expect (const PgStyle *style, const char *language, double width, const char *text, const char *wanted)
{
  PgLines *lines = sheet_break (style, language, width, text);
  g_autofree char *joined = sheet_join (lines);
  g_assert_cmpstr (joined, ==, wanted);
  pg_lines_free (lines);
}

/* Lines of a title end with its clauses where that takes no line more and leaves none far shorter; no word of a clause is alone
   on the other side. */
static void
test_sense (void)
{
  expect (&title, "en", 200, "Keeping water safe: safe water for all schools",
          "Keeping water safe:|safe water for all schools");
  expect (&title, "en", 300, "Artificial Intelligence in Problem Solving – a first look",
          "Artificial Intelligence in|Problem Solving – a first look");
  expect (&title, "en", 250, "Who pays for the harbour? And who will own the quays",
          "Who pays for the harbour?|And who will own the quays");
  expect (&title, "en", 260, "Mind the rising tide! What pilots know and we may learn",
          "Mind the rising tide!|What pilots know and we may learn");
  expect (&title, "fr", 220, "La mer et les ports\u00a0: ce que les pilotes savent",
          "La mer et les ports\u00a0:|ce que les pilotes savent");
  /* A single word before its colon would leave the rest too long a line. */
  expect (&title, "en", 340, "Panel: what pilots know of the winds, and what they only believe of them",
          "Panel: what pilots know of the winds,|and what they only believe of them");
}

/* A day and its month are on one line in any text, wherever it is broken. */
static void
test_dates (void)
{
  static const struct
  {
    const char *language, *text, *kept;
  } dates[] = { { "en", "The ships of the line meet on Thursday 15 May 2031 at noon", "15 May" },
                { "en-US", "The ships of the line meet on Thursday, May 15, 2031, at noon", "May 15" },
                { "en", "The ships of the line meet on 15–16 May 2031 at noon, or later", "15–16 May" },
                { "de", "Die Schiffe treffen sich am Donnerstag, 15. Mai 2031, zu Mittag", "15. Mai" },
                { "fr", "Les navires se retrouvent le jeudi 1er mai 2031 vers midi", "1er mai" },
                { "es", "Los barcos se encuentran el jueves 15 de mayo de 2031 al sol", "15 de mayo" },
                { "pt", "Os navios encontram-se na quinta-feira, 15 de maio de 2031", "15 de maio" },
                { "fi", "Laivat kohtaavat torstaina 15. toukokuuta 2031 keskellä", "15. toukokuuta" },
                { "ru", "Корабли встречаются в четверг, 15 мая 2031 года, в полдень", "15 мая" },
                { "vi", "Các tàu gặp nhau vào thứ Năm, 15 tháng 5 năm 2031 lúc", "15 tháng 5" },
                { "ko", "배들은 2031년 5월 15일 목요일 정오에 만난다", "5월 15일" } };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (double width = 90; width < 400; width += 7)
      {
        PgLines *lines = sheet_break (i % 2 == 0 ? &title : &body, dates[i].language, width, dates[i].text);
        g_autofree char *joined = sheet_join (lines);
        if (strstr (joined, dates[i].kept) == NULL)
          g_error ("%s is broken in “%s”, %.0f pt", dates[i].kept, joined, width);
        pg_lines_free (lines);
      }
  /* No date: a number, and what it counts. */
  expect (&body, "en", 52, "Pilots of 15 ships", "Pilots of 15|ships");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/sense", test_sense);
  g_test_add_func ("/lines/dates", test_dates);
  return g_test_run ();
}
