/* An event of any size. Enters: how many days, and sessions a day. Leaves: an event file on standard output, the same
   for the same numbers: as much text in a session as in samples/oecd-indigo-2024, invented people with posts and
   countries. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N(array) (sizeof (array) / sizeof *(array))
#define VOCABULARY 9000 /* words, of which the first are the commonest */
#define DAY_MINUTES 450 /* of sessions; breaks come on top */

static const char *const joints[]
    = { "the",  "of",  "and",    "to",      "in",      "for",   "on",    "with", "as",   "by",
        "from", "how", "that",   "their",   "is",      "are",   "will",  "can",  "this", "at",
        "an",   "its", "across", "through", "between", "while", "which", "more", "has" };
static const char *const words[]
    = { "government",     "public",         "digital",    "open",       "session",      "policy",
        "services",       "innovation",     "data",       "citizens",   "countries",    "discuss",
        "delegates",      "share",          "sector",     "governance", "stakeholders", "practices",
        "common",         "participation",  "challenges", "framework",  "trust",        "approaches",
        "regional",       "infrastructure", "examples",   "priorities", "development",  "key",
        "design",         "delivery",       "experience", "society",    "knowledge",    "network",
        "international",  "strategies",     "value",      "reform",     "evidence",     "standards",
        "local",          "future",         "capacity",   "benefits",   "risks",        "artificial",
        "intelligence",   "systems",        "needs",      "outcomes",   "growth",       "inclusion",
        "resources",      "water",          "climate",    "health",     "energy",       "transport",
        "education",      "trade",          "research",   "budget",     "law",          "justice",
        "cities",         "rural",          "youth",      "women",      "skills",       "work",
        "identity",       "access",         "security",   "privacy",    "transparency", "integrity",
        "accountability", "measure",        "monitor",    "support",    "lead",         "explore" };
static const char *const prefixes[] = { "", "re", "inter", "co", "pre", "trans", "under", "multi" };
static const char *const stems[]
    = { "struct",   "form",   "govern",  "regul",  "particip", "administr", "negoti",  "account", "transl",  "oper",
        "communic", "integr", "evalu",   "alloc",  "cooper",   "document",  "consult", "moder",   "distrib", "present",
        "manag",    "commun", "legisl",  "invest", "collabor", "mobil",     "facilit", "estim",   "respond", "convert",
        "deleg",    "nomin",  "coordin", "settl",  "harmon",   "certif",    "classif", "organ",   "stabil",  "vent",
        "adapt",    "prom",   "transf",  "produc", "sens",     "direct",    "vis",     "market",  "sector",  "text" };
static const char *const endings[] = { "ation", "ing",     "ed", "ations", "ment",  "ive",     "ors",     "ional",
                                       "able",  "ity",     "es", "ments",  "ion",   "ally",    "ations’", "ance",
                                       "ively", "ability", "or", "e",      "ising", "isation", "ionally", "al" };
static const char *const fields[] = {
  "Digital Government",  "Public Innovation",     "Open Government", "International Co-operation", "Planning",
  "Data and Statistics", "Legal Affairs",         "Finance",         "Regional Development",       "Public Procurement",
  "Human Resources",     "Water and Environment", "Health Systems",  "Trade Facilitation",         "Anti-Corruption"
};
static const char *const bodies[]
    = { "Ministry of %s",   "National Agency for %s",    "Institute of %s", "Office of the Commissioner for %s",
        "Department of %s", "Centre for %s and Society", "Council on %s",   "State Secretariat for %s",
        "Authority for %s", "Foundation for %s" };
static const char *const posts[] = { "Director, %s Division",
                                     "Deputy Minister for %s",
                                     "Head of the %s Unit",
                                     "Senior Adviser, %s",
                                     "Policy Lead, %s and Skills, Directorate for Governance",
                                     "Professor of %s",
                                     "Secretary General",
                                     "Senior Research Fellow",
                                     "Deputy Director General of the %s Bureau",
                                     "Executive Director" };
static const char *const given[]
    = { "Amara",     "Björn",      "Carmen",   "Dávid",        "Elif",     "Farid",      "Gabriela", "Hana",
        "Ines",      "João",       "Katarína", "Laurențiu",    "Mei Ling", "Nur Aisyah", "Ólafur",   "Priya",
        "Quang Huy", "Rosa María", "Seong Ju", "Thérèse",      "Ugo",      "Vannapha",   "Wiremu",   "Ximena",
        "Yolanda",   "Zsófia",     "Chidi",    "Marie-Claire", "Jan",      "Agnieszka",  "Tomás" };
static const char *const family_starts[]
    = { "Ander", "Berg", "Castel", "Dubr", "Esp",  "Fern", "Grün", "Holm", "Ivan", "Jans", "Kov", "Lind",
        "Mart",  "Nor",  "Oliv",   "Petr", "Rodr", "Sant", "Tan",  "Vald", "Wes",  "Zam",  "Hakk" };
static const char *const family_ends[] = { "sen", "mann", "ova",  "eira", "ez",   "ić",   "ström", "ari", "onen", "ard",
                                           "ley", "akis", "escu", "oğlu", "wala", "anda", "inho",  "us",  "aard" };
static const char *const countries[]
    = { "AU", "AT", "BR", "CA", "CL", "CO", "CR", "DK", "EE", "FI", "FR", "DE", "GH", "HU", "IS", "IN", "ID", "IE",
        "IL", "IT", "JP", "JO", "KE", "KR", "LA", "LV", "LT", "MY", "MX", "MA", "NL", "NZ", "NO", "PE", "PH", "PL",
        "PT", "RO", "SG", "SK", "SI", "ZA", "ES", "SE", "CH", "TH", "TR", "UA", "GB", "US", "UY", "VN" };
static const char *const roles[] = { "speaker", "panellist", "presenter", "discussant" };

/* Numbers by Knuth's MMIX generator, the same on every machine. */

static uint64_t state = 1;

static unsigned
next (unsigned below)
{
  state = state * UINT64_C (6364136223846793005) + UINT64_C (1442695040888963407);
  return (unsigned) ((state >> 33) % below);
}

/* A rank by Zipf's law: halving the range again and again, each half as likely as the other. */
static unsigned
rank (unsigned range)
{
  unsigned top = 1;
  while (top < range && next (100) < 93)
    top += top / 2 + 1;
  return next (top < range ? top : range);
}

/* Text */

static void
put_word (unsigned index)
{
  if (index < N (words))
    {
      printf ("%s", words[index]);
      return;
    }
  index -= (unsigned) N (words);
  printf ("%s%s%s", prefixes[index / (N (stems) * N (endings)) % N (prefixes)], stems[index * 7 % N (stems)],
          endings[index / N (stems) % N (endings)]);
}

static void
put_sentence (unsigned length)
{
  static const char *const starts[]
      = { "The session will",           "Delegates",       "In this session, experts",
          "Finally, participants",      "The Secretariat", "Building on the OECD Recommendation, governments",
          "Since 2019, many countries", "A panel" };
  printf ("%s", starts[next (N (starts))]);
  for (unsigned i = 0; i < length; i++)
    {
      unsigned chance = next (100);
      putchar (' ');
      if (chance < 42)
        printf ("%s", joints[rank (N (joints))]);
      else if (chance == 99)
        printf ("(e.g. <b>%s</b> and %u–%u)", words[rank (N (words))], 2000 + next (20), 2020 + next (10));
      else
        put_word (rank (VOCABULARY));
      if (i + 1 < length && chance > 92 && chance < 99)
        putchar (',');
    }
  printf (". ");
}

static void
put_prose (unsigned n_words)
{
  while (n_words > 30)
    {
      unsigned length = 12 + next (16);
      put_sentence (length);
      n_words -= length + 3;
    }
  put_sentence (n_words > 6 ? n_words - 3 : 4);
}

static void
put_title (unsigned n_words)
{
  printf ("%s", fields[next (N (fields))]);
  for (unsigned i = 1; i < n_words; i++)
    {
      printf (" %s ", i % 2 == 1 ? "and" : joints[rank (N (joints))]);
      put_word (rank (VOCABULARY));
    }
}

/* Directories */

/* As in the sample, each speaks twice or three times. */
static unsigned
count_people (unsigned n_sessions)
{
  return 5 + n_sessions * 5 / 2;
}

static unsigned
count_organisations (unsigned n_sessions)
{
  return 10 + n_sessions / 6;
}

static void
put_organisations (unsigned n)
{
  printf ("  <organisations>\n");
  for (unsigned i = 0; i < n; i++)
    {
      printf ("    <organisation id=\"o%u\" country=\"%s\"><name>", i, countries[(i * 5 + i / 10) % N (countries)]);
      printf (bodies[i % N (bodies)], fields[(i / N (bodies) + i) % N (fields)]);
      printf ("</name></organisation>\n");
    }
  printf ("  </organisations>\n");
}

static void
put_people (unsigned n, unsigned n_organisations)
{
  printf ("  <people>\n");
  for (unsigned i = 0; i < n; i++)
    {
      printf ("    <person id=\"p%u\" organisation=\"o%u\"><name>%s <family>%s%s</family></name><position>", i,
              i % n_organisations, given[i % N (given)], family_starts[i % N (family_starts)],
              family_ends[i % N (family_ends)]);
      printf (posts[(i + i / N (posts)) % N (posts)], fields[next (N (fields))]);
      printf ("</position></person>\n");
    }
  printf ("  </people>\n");
}

static void
put_front (void)
{
  static const char *const titles[] = { "Background", "The meeting", "Rationale" };
  printf ("  <front>\n");
  for (unsigned i = 0; i < N (titles); i++)
    {
      printf ("    <section><title>%s</title><p>", titles[i]);
      put_prose (90);
      printf ("</p></section>\n");
    }
  printf ("  </front>\n");
}

/* The agenda */

typedef struct
{
  unsigned n_people, person; /* people speak in turn, so that each is there */
  unsigned n_organisations;
} Cast;

static void
put_clock (const char *name, unsigned minute)
{
  printf (" %s=\"%02u:%02u\"", name, minute / 60, minute % 60);
}

static void
put_slots (Cast *cast, unsigned n, unsigned minutes, const char *note)
{
  for (unsigned i = 0; i < n; i++)
    {
      printf ("          <slot who=\"p%u\"", cast->person++ % cast->n_people);
      if (minutes > 0)
        printf (" minutes=\"%u\"", minutes);
      if (note != NULL)
        printf ("><note>%s</note></slot>\n", note);
      else
        printf ("/>\n");
    }
}

static void
put_group (Cast *cast, const char *role, unsigned n, unsigned minutes, const char *note)
{
  printf ("        <group%s%s%s>\n", *role ? " role=\"" : "", role, *role ? "\"" : "");
  put_slots (cast, n, minutes, note);
  printf ("        </group>\n");
}

static void
put_abstract (void)
{
  unsigned kind = next (20);
  printf ("        <abstract><p>");
  put_prose (100 + next (60));
  printf ("</p>\n");
  if (kind < 4)
    {
      printf ("          <p>");
      put_prose (50 + next (40));
      printf ("</p>\n");
    }
  else if (kind < 7)
    {
      printf ("          <list>");
      for (unsigned i = 0; i < 3; i++)
        {
          printf ("<item>");
          put_prose (16 + next (12));
          printf ("</item>");
        }
      printf ("</list>\n");
    }
  printf ("        </abstract>\n");
}

static void
put_plain_session (Cast *cast, const char *title, unsigned start, unsigned minutes, unsigned n)
{
  printf ("      <session kind=\"plain\"");
  put_clock ("start", start);
  put_clock ("end", start + minutes);
  printf ("><title>%s</title>\n", title);
  put_group (cast, "", n, minutes / n, NULL);
  printf ("      </session>\n");
}

static void
put_session (Cast *cast, unsigned number, unsigned start, unsigned minutes)
{
  unsigned n = 3 + next (3), each = (minutes - 1) / (n + 2);
  printf ("      <session kind=\"session\" number=\"%u\"", number);
  put_clock ("start", start);
  put_clock ("end", start + minutes);
  printf (">\n        <title>");
  put_title (4 + next (4));
  printf ("</title>\n");
  if (next (8) == 0)
    printf ("        <organiser ref=\"o%u\"/>\n", next (cast->n_organisations));
  put_abstract ();
  put_group (cast, "moderator", 1, 0, NULL);
  put_group (cast, roles[next (N (roles))], n, each, NULL);
  if (next (2) == 0)
    put_group (cast, "comments", 1, each, "Chair");
  printf ("        <item>Q&amp;A</item>\n      </session>\n");
}

static unsigned
put_break (const char *kind, unsigned start, unsigned minutes)
{
  printf ("      <break kind=\"%s\"", kind);
  put_clock ("start", start);
  put_clock ("end", start + minutes);
  printf ("/>\n");
  return start + minutes;
}

/* 2026 begins on a Thursday; the event on Monday 5 January, and later years are not needed. */
static void
put_date (unsigned day)
{
  static const unsigned months[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  unsigned month = 0;
  day += 5;
  while (month < 11 && day > months[month])
    day -= months[month++];
  printf ("2026-%02u-%02u", month + 1, day);
}

static void
put_day (Cast *cast, unsigned index, unsigned n_sessions)
{
  unsigned clock = 9 * 60, minutes = DAY_MINUTES / n_sessions, number = 1;
  printf ("    <day date=\"");
  put_date (index);
  printf ("\">\n");
  if (index % 5 == 0)
    {
      printf ("      <subtitle>");
      put_title (6);
      printf ("</subtitle>\n      <note><p>");
      put_prose (60);
      printf ("</p></note>\n");
    }
  for (unsigned i = 0; i < n_sessions; i++, clock += minutes)
    {
      if (i > 0 && i == n_sessions / 2)
        clock = put_break ("lunch", clock, 60);
      else if (i > 0 && (i == n_sessions / 4 || i == n_sessions * 3 / 4))
        clock = put_break ("coffee", clock, 15);
      if (i == 0)
        put_plain_session (cast, "Opening remarks", clock, minutes, 3);
      else if (i + 1 == n_sessions)
        put_plain_session (cast, "Closing remarks", clock, minutes, 2);
      else if (next (4) == 0)
        put_plain_session (cast, "Round table", clock, minutes, 4);
      else
        put_session (cast, number++, clock, minutes);
    }
  printf ("      <end>End of Day %u</end>\n    </day>\n", index + 1);
}

static unsigned
read_number (const char *text, unsigned least, unsigned most)
{
  char *end;
  unsigned long number = strtoul (text, &end, 10);
  if (*end != '\0' || number < least || number > most)
    {
      fprintf (stderr, "generate: “%s” is no number from %u to %u\n", text, least, most);
      exit (2);
    }
  return (unsigned) number;
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      fprintf (stderr, "usage: generate DAYS SESSIONS-A-DAY\n");
      return 2;
    }
  unsigned n_days = read_number (argv[1], 1, 360), n_sessions = read_number (argv[2], 1, 45);
  Cast cast = { .n_people = count_people (n_days * n_sessions),
                .n_organisations = count_organisations (n_days * n_sessions) };
  printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- %u days of %u sessions, by tests/bench/generate. -->\n",
          n_days, n_sessions);
  printf ("<programme version=\"1\" languages=\"en\" timezone=\"Europe/Paris\">\n  <event status=\"Draft\">\n"
          "    <title>World Forum on Public Governance</title>\n    <short-title>World Forum</short-title>\n"
          "    <series>Forums on Governance</series>\n    <venue>Congress Centre, Paris, France</venue>\n"
          "    <organiser ref=\"o0\"/>\n    <organiser ref=\"o1\"/>\n  </event>\n");
  put_organisations (cast.n_organisations);
  put_people (cast.n_people, cast.n_organisations);
  put_front ();
  printf ("  <agenda>\n");
  for (unsigned i = 0; i < n_days; i++)
    put_day (&cast, i, n_sessions);
  printf ("  </agenda>\n</programme>\n");
  return fflush (stdout) == 0 && !ferror (stdout) ? 0 : 3;
}
