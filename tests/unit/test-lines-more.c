/* Enters: a text each in further European languages, in Hindi and Persian, in a narrow column. Leaves: TAP: where their lines
   break. */
#include "sheet.h"
#include "text/paragraph.h"

static const PgStyle ragged = { .name = "ragged", .family = "Sans", .size = 9, .leading = 12.75 };

static void
test_italian (void)
{
  static const char *const wanted[] = {
    "Il 1º ottobre, alle 9.30,",   "l’Assessora dell’Unione",   "dei Comuni apre i lavori:", "«Perché l’acqua è di",
    "tutti?» Segue un’intervista", "a cura del Prof. D’Angelo", "(Università di Trento).",   NULL,
  };
  assert_broken (&ragged, "it", 110,
                 "Il 1º ottobre, alle 9.30, l’Assessora dell’Unione dei Comuni apre i lavori: «Perché l’acqua è di "
                 "tutti?» Segue un’intervista a cura del Prof. D’Angelo (Università di Trento).",
                 wanted);
}

static void
test_dutch (void)
{
  static const char *const wanted[] = {
    "De minister opent ’s",
    "ochtends de bijeenkomst:",
    "“Wie zorgt er voor het",
    "water?” Daarna volgt de",
    "zee- en kustvergadering",
    "van de EU-lidstaten,",
    "zaal 2a.",
    NULL,
  };
  assert_broken (&ragged, "nl", 110,
                 "De minister opent ’s ochtends de bijeenkomst: “Wie zorgt er voor het water?” Daarna volgt de zee- en "
                 "kustvergadering van de EU-lidstaten, zaal 2a.",
                 wanted);
}

static void
test_swedish (void)
{
  static const char *const wanted[] = {
    "Statssekreteraren öppnar", "mötet kl. 9.30: ”Vem",    "äger havet?” Därefter", "följer EU-ländernas",
    "gemensamma samtal om",     "fiske- och hamnfrågor i", "sal 2 B, Göteborg.",    NULL,
  };
  assert_broken (&ragged, "sv", 110,
                 "Statssekreteraren öppnar mötet kl. 9.30: ”Vem äger havet?” Därefter följer EU-ländernas gemensamma "
                 "samtal om fiske- och hamnfrågor i sal 2 B, Göteborg.",
                 wanted);
}

static void
test_polish (void)
{
  static const char *const wanted[] = {
    "Minister otworzy obrady:",  "„Czyja jest woda?”",      "Następnie polsko-czeska",
    "sesja pn. „Porty morskie”", "z udziałem Anny Wójcik.", NULL,
  };
  assert_broken (&ragged, "pl", 110,
                 "Minister otworzy obrady: „Czyja jest woda?” Następnie polsko-czeska sesja pn. „Porty morskie” z "
                 "udziałem Anny Wójcik.",
                 wanted);
}

static void
test_ukrainian (void)
{
  static const char *const wanted[] = {
    "Міністр відкриє форум:",
    "«Чия це вода?» Далі —",
    "українсько-польська",
    "сесія «Порти й міста»",
    "за участю Олени",
    "Коваленко з Києва.",
    NULL,
  };
  assert_broken (&ragged, "uk", 110,
                 "Міністр відкриє форум: «Чия це вода?» Далі — українсько-польська сесія «Порти й міста» за участю "
                 "Олени Коваленко з Києва.",
                 wanted);
}

static void
test_russian (void)
{
  static const char *const wanted[] = {
    "Министр откроет",      "форум: «Чья это вода?»", "Далее — российско-", "финская сессия «Порты",
    "и города» с участием", "Анны Ивановой",          "из Казани.",         NULL,
  };
  assert_broken (&ragged, "ru", 110,
                 "Министр откроет форум: «Чья это вода?» Далее — российско-финская сессия «Порты и города» с участием "
                 "Анны Ивановой из Казани.",
                 wanted);
}

static void
test_greek (void)
{
  static const char *const wanted[] = {
    "Ο Υπουργός ανοίγει τις",
    "εργασίες: «Ποιος είναι",
    "ο ρόλος των λιμένων;»",
    "Ακολουθεί ελληνο-",
    "κυπριακή συζήτηση·",
    "συντονίζει ο Γιάννης",
    "Παπαδάκης.",
    NULL,
  };
  assert_broken (&ragged, "el", 110,
                 "Ο Υπουργός ανοίγει τις εργασίες: «Ποιος είναι ο ρόλος των λιμένων;» Ακολουθεί ελληνο-κυπριακή "
                 "συζήτηση· συντονίζει ο Γιάννης Παπαδάκης.",
                 wanted);
}

static void
test_turkish (void)
{
  static const char *const wanted[] = {
    "Bakan, 1 Ekim’de saat",   "9.30’da toplantıyı açıyor:", "“Su kimin?” Ardından", "İstanbul’daki liman-şehir",
    "oturumu, Prof. Dr. Ayşe", "Yılmaz’ın başkanlığında",    "yapılacaktır.",        NULL,
  };
  assert_broken (&ragged, "tr", 110,
                 "Bakan, 1 Ekim’de saat 9.30’da toplantıyı açıyor: “Su kimin?” Ardından İstanbul’daki liman-şehir "
                 "oturumu, Prof. Dr. Ayşe Yılmaz’ın başkanlığında yapılacaktır.",
                 wanted);
}

static void
test_hindi (void)
{
  static const char *const wanted[] = {
    "मंत्री 1 अक्तूबर को पूर्वाह्न 9:30",   "बजे सम्मेलन का उद्घाटन करेंगी:",     "“जल किसका है?” इसके बाद",
    "भारत-श्रीलंका सत्र होगा। अध्यक्षता", "डॉ. मृणालिनी चट्टोपाध्याय करेंगी।", NULL,
  };
  assert_broken (&ragged, "hi", 110,
                 "मंत्री 1 अक्तूबर को पूर्वाह्न 9:30 बजे सम्मेलन का उद्घाटन करेंगी: “जल किसका है?” इसके बाद भारत-श्रीलंका सत्र होगा। "
                 "अध्यक्षता डॉ. मृणालिनी चट्टोपाध्याय करेंगी।",
                 wanted);
}

static void
test_persian (void)
{
  static const char *const wanted[] = {
    "وزیر در ۹ مهر ۱۴۰۵ ساعت ۹:۳۰",
    "نشست را می‌گشاید: «آب از",
    "آنِ کیست؟» سپس میزگرد",
    "ایران–ارمنستان دربارهٔ بندرها و",
    "شهرهای ساحلی برگزار می‌شود؛",
    "رئیس: دکتر آذر نیک‌پور.",
    NULL,
  };
  g_autofree char *text = g_strjoinv (" ", (char **) wanted);
  assert_broken (&ragged, "fa", 110, text, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/italian", test_italian);
  g_test_add_func ("/lines/dutch", test_dutch);
  g_test_add_func ("/lines/swedish", test_swedish);
  g_test_add_func ("/lines/polish", test_polish);
  g_test_add_func ("/lines/ukrainian", test_ukrainian);
  g_test_add_func ("/lines/russian", test_russian);
  g_test_add_func ("/lines/greek", test_greek);
  g_test_add_func ("/lines/turkish", test_turkish);
  g_test_add_func ("/lines/hindi", test_hindi);
  g_test_add_func ("/lines/persian", test_persian);
  return g_test_run ();
}
