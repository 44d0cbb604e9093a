/* The options, one table. Enters: an option's name or its place in the table. Leaves: all that is known of it.
   A new option is an id in option.h and a line here. */
#include "option/option.h"

#include "base/limits.h"
#include "base/nearest.h"

#include <string.h>

static const PgChoice bilingual[] = { { "stacked", PROGRAMME_BILINGUAL_STACKED, "each part, then its second language" },
                                      { "parallel", PROGRAMME_BILINGUAL_PARALLEL, "in two columns" },
                                      { "headings", PROGRAMME_BILINGUAL_HEADINGS, "those in both, the rest in one" },
                                      { "editions", PROGRAMME_BILINGUAL_EDITIONS, "a file for each language" },
                                      { 0 } };

static const PgChoice sorts[] = { { "name", PROGRAMME_SORT_NAME, "by family name" },
                                  { "country", PROGRAMME_SORT_COUNTRY, "by country, then by family name" },
                                  { "session", PROGRAMME_SORT_SESSION, "in the order of the agenda" },
                                  { "protocol", PROGRAMME_SORT_PROTOCOL, "by delegation, heads first" },
                                  { 0 } };

static const PgChoice formats[] = { { "pdf", PROGRAMME_FORMAT_PDF, "all pages in one file" },
                                    { "svg", PROGRAMME_FORMAT_SVG, "a drawing of each page" },
                                    { "png", PROGRAMME_FORMAT_PNG, "a picture of each page" },
                                    { 0 } };

static const PgChoice profiles[] = { { "accessible", PROGRAMME_PROFILE_ACCESSIBLE, "PDF/UA-1 and PDF/A-2a" },
                                     { "press", PROGRAMME_PROFILE_PRESS, "PDF/X-4 with bleed and marks" },
                                     { "plain", PROGRAMME_PROFILE_PLAIN, "pages and no more" },
                                     { 0 } };

/* The first kind of plates. */
#define PLATES (1 << 16)

/* Their numbers are bits, in the order of the tables in piece/signs.c and piece/plates.c. The first of a piece is made where
   none is named. */
static const PgChoice kinds[] = { { "door", 1 << 0, "what happens in a room on a day, if nothing is said" },
                                  { "session", 1 << 1, "one for each session" },
                                  { "board", 1 << 2, "all that is on on a day" },
                                  { "direction", 1 << 3, "which way to go, as <directions> say" },
                                  { "notice", 1 << 4, "what has changed, as <notices> say" },
                                  { "welcome", 1 << 5, "for the entrance" },
                                  { "screen", 1 << 6, "what is on in a room, and next, as pictures" },
                                  { "tent", PLATES, "names, to be folded, if nothing is said" },
                                  { "delegation", PLATES << 1, "the same for countries and delegations" },
                                  { "lectern", PLATES << 2, "who speaks, on one side" },
                                  { "table", PLATES << 3, "the numbers of tables, as a list has them" },
                                  { 0 } };

static const PgChoice covers[] = { { "page", PG_COVER_PAGE, "a page of its own" },
                                   { "auto", PG_COVER_AUTO, "none where all is on one page" },
                                   { "none", PG_COVER_NONE, "a head on the first page in its place" },
                                   { 0 } };

/* Their numbers are those of sheet/impose.h, and so are those of flips and marks. */
static const PgChoice ways[] = { { "saddle", PG_WAY_SADDLE, "one booklet, stitched through the fold" },
                                 { "perfect", PG_WAY_PERFECT, "signatures, to be glued or sewn" },
                                 { "nup", PG_WAY_NUP, "several to a sheet, row by row" },
                                 { "cutstack", PG_WAY_CUTSTACK, "to be cut into stacks that lie in order" },
                                 { 0 } };

static const PgChoice flips[] = { { "short", 1, "by the short edge" }, { "long", 2, "by the long edge" }, { 0 } };

static const PgChoice printed_sides[] = { { "1", PG_SIDES_ONE, "fronts alone" },
                                          { "2", PG_SIDES_TWO, "backs behind the fronts, as --flip says" },
                                          { "fold", PG_SIDES_FOLD, "backs beside or below them, to be folded" },
                                          { 0 } };

static const PgChoice sides[] = { { "left", 1, "as books in English" }, { "right", 2, "as books in Arabic" }, { 0 } };

static const PgChoice marks[] = { { "fold", 1, "where to fold, dashed" },
                                  { "crop", 2, "where to cut" },
                                  { "collation", 4, "bars that make a stair when sheets are in order" },
                                  { "sheet", 8, "a line that numbers the sheets" },
                                  { "none", 0, "nothing" },
                                  { 0 } };

static const PgChoice covers_of_sheets[] = { { "own", 1, "a sheet of their own" }, { 0 } };

static const PgChoice blanks[] = { { "white", 0, "nothing" }, { "notes", 1, "lines to write on" }, { 0 } };

static const char *const with_agenda[] = { "agenda", "speakers", NULL };
static const char *const speakers[] = { "speakers", NULL };
static const char *const signs[] = { "signs", NULL };
static const char *const of_people[] = { "plates", "badges", "booklet", NULL };
static const char *const of_kinds[] = { "signs", "plates", NULL };
static const char *const of_stock[] = { "plates", "badges", NULL };
static const char *const booklets[] = { "booklet", NULL };
static const char *const with_session[] = { "plates", "cues", NULL };
static const char *const badges[] = { "badges", NULL };

/* A limit's line but for its name. */
#define LIMIT(unit, name, help) 0, NUMBER, unit, NULL, G_STRINGIFY (PG_LIMIT_##name), NULL, FALSE, help

#define CHOICE PROGRAMME_OPTION_KIND_CHOICE
#define FLAG PROGRAMME_OPTION_KIND_FLAG
#define NUMBER PROGRAMME_OPTION_KIND_NUMBER
#define LANGUAGES PROGRAMME_OPTION_KIND_LANGUAGES
#define PAPER PROGRAMME_OPTION_KIND_PAPER
#define PAGES PROGRAMME_OPTION_KIND_PAGES
#define DATE PROGRAMME_OPTION_KIND_DATE
#define FILE_PATH PROGRAMME_OPTION_KIND_FILE
#define FOLDER PROGRAMME_OPTION_KIND_FOLDER
#define LENGTH PROGRAMME_OPTION_KIND_LENGTH
#define GRID PROGRAMME_OPTION_KIND_GRID
#define CHOICES PROGRAMME_OPTION_KIND_CHOICES
#define TEXT_OF PROGRAMME_OPTION_KIND_TEXT
#define OFFSET PROGRAMME_OPTION_KIND_OFFSET
#define DISTANCE PROGRAMME_OPTION_KIND_DISTANCE

/* clang-format off */
static const ProgrammeOption table[PG_N_OPTIONS] = {
  [PG_OPTION_LANGUAGES] = { "languages", 'l', LANGUAGES, "LANG", NULL, NULL, NULL, FALSE,
    "which of the event's languages to print: one, or two, such as en,ko" },
  [PG_OPTION_BILINGUAL] = { "bilingual", 'b', CHOICE, "WAY", bilingual, NULL, NULL, FALSE,
    "how two languages are set, if not as the theme says" },
  [PG_OPTION_PAPER] = { "paper", 'p', PAPER, "PAPER", NULL, NULL, NULL, FALSE,
    "A0 to A7, Letter, Legal, Tabloid, or such as 148x210mm or 3840x2160px, if not the theme's" },
  [PG_OPTION_LARGE_PRINT] = { "large-print", 0, FLAG, NULL, NULL, "no", NULL, FALSE,
    "no letter smaller than 16 points, and no italics" },
  [PG_OPTION_CONTRAST] = { "contrast", 0, FLAG, NULL, NULL, "no", NULL, FALSE,
    "black on white, and no italics" },
  [PG_OPTION_FONTS] = { "fonts", 0, FOLDER, "FOLDER", NULL, NULL, NULL, FALSE,
    "your own fonts; else those in fonts/ beside the event" },
  [PG_OPTION_COVER] = { "cover", 0, CHOICE, "COVER", covers, NULL, with_agenda, FALSE,
    "whether the agenda has a cover, if not as the theme says" },
  [PG_OPTION_SORT] = { "sort", 0, CHOICE, "ORDER", sorts, "name", speakers, FALSE,
    "the order of the speakers" },
  [PG_OPTION_PEOPLE] = { "people", 0, FILE_PATH, "LIST", NULL, NULL, of_people, FALSE,
    "whose they are: a spreadsheet or another list of people, as programme people shows it" },
  [PG_OPTION_RECORDS] = { "records", 0, PAGES, "ROWS", NULL, NULL, booklets, FALSE,
    "with people, for which rows of the list, such as 1-50,77" },
  [PG_OPTION_ONLY_OWN] = { "only-own", 0, FLAG, NULL, NULL, "no", booklets, FALSE,
    "with people, their own sessions alone" },
  [PG_OPTION_KIND] = { "kind", 0, CHOICES, "KINDS", kinds, NULL, of_kinds, FALSE,
    "which signs or plates, such as door,session" },
  [PG_OPTION_DAY] = { "day", 0, NUMBER, "N", NULL, NULL, of_kinds, FALSE,
    "of which day alone, from 1" },
  [PG_OPTION_ROOM] = { "room", 0, TEXT_OF, "ID", NULL, NULL, signs, FALSE,
    "of which room alone" },
  [PG_OPTION_SESSION] = { "session", 0, TEXT_OF, "ID", NULL, NULL, with_session, FALSE,
    "of which session alone" },
  [PG_OPTION_DISTANCE] = { "distance", 0, DISTANCE, "DISTANCE", NULL, NULL, signs, FALSE,
    "from how far signs are to be read, such as 6m: what is too small for it is told" },
  [PG_OPTION_PLACE] = { "place", 0, TEXT_OF, "PLACE", NULL, NULL, signs, FALSE,
    "of which sign in <directions> alone, and where boards are: their arrows are its" },
  [PG_OPTION_SELECT] = { "select", 0, TEXT_OF, "COLUMN=VALUE", NULL, NULL, of_people, FALSE,
    "of the list, those alone who have this there, such as category=press" },
  [PG_OPTION_SPARES] = { "spares", 0, NUMBER, "N", NULL, NULL, badges, FALSE,
    "how many badges without a name follow, to be written by hand" },
  [PG_OPTION_QR] = { "qr", 0, TEXT_OF, "WHAT", NULL, "none", badges, FALSE,
    "what their code says: vcard, mecard, an address such as https://example.org/?p={id}, or none" },
  [PG_OPTION_SIDES] = { "sides", 0, CHOICE, "SIDES", printed_sides, "1", of_stock, FALSE,
    "where their backs are, or the insides of tent cards: what is on for each" },
  [PG_OPTION_STOCK] = { "stock", 0, FILE_PATH, "STOCK", NULL, NULL, of_stock, FALSE,
    "the sheets of labels, as programme stocks lists them, or a file such as ./ours.stock" },
  [PG_OPTION_START] = { "start", 0, NUMBER, "N", NULL, "1", of_stock, FALSE,
    "of a stock, the first label to print on, row by row, where some of the sheet are used" },
  [PG_OPTION_OFFSET] = { "offset", 0, OFFSET, "LENGTHS", NULL, "0mm,0mm", of_stock, FALSE,
    "of a stock, by how much to move all, such as 1.5mm,-2mm, for a printer that is off" },
  [PG_OPTION_OUTLINES] = { "outlines", 0, FLAG, NULL, NULL, "no", badges, FALSE,
    "of a stock, a sheet of outlines and a ruler, to hold against it" },
  [PG_OPTION_FORMAT] = { "format", 0, CHOICE, "FORMAT", formats, "pdf", NULL, TRUE,
    "what is written" },
  [PG_OPTION_PAGES] = { "pages", 0, PAGES, "PAGES", NULL, NULL, NULL, TRUE,
    "of png, svg and impose, which pages: 3, or such as 1-3,5" },
  [PG_OPTION_DPI] = { "dpi", 0, NUMBER, "N", NULL, "150", NULL, TRUE,
    "of png, dots to the inch" },
  [PG_OPTION_PROFILE] = { "profile", 0, CHOICE, "PROFILE", profiles, "accessible", NULL, FALSE,
    "what a PDF is for" },
  [PG_OPTION_OUTPUT_INTENT] = { "output-intent", 0, FILE_PATH, "FILE.icc", NULL, NULL, NULL, FALSE,
    "for the press: its CMYK profile, which the printer names" },
  [PG_OPTION_EMBED_SOURCE] = { "embed-source", 0, FLAG, NULL, NULL, "no", NULL, FALSE,
    "put the event into the PDF, for programme extract" },
  [PG_OPTION_NAMES] = { "names", 0, TEXT_OF, "PATTERN", NULL, "{number}-{family}.pdf", booklets, TRUE,
    "of the files in a folder, with the list's fields in braces" },
  [PG_OPTION_RESUME] = { "resume", 0, FLAG, NULL, NULL, "no", booklets, TRUE,
    "into a folder, only what is not there yet or came from something else" },
  [PG_OPTION_METADATA] = { "metadata", 0, TEXT_OF, "FIELDS", NULL, NULL, booklets, TRUE,
    "for the press, what its file says of people besides their names: all, or fields such as hotel,table" },
  [PG_OPTION_SPLIT] = { "split", 0, NUMBER, "N", NULL, NULL, booklets, TRUE,
    "for the press, a file for each so many people" },
  [PG_OPTION_SHARD] = { "shard", 0, TEXT_OF, "PART", NULL, NULL, booklets, TRUE,
    "into a folder, a part of the list such as 2/5, when several machines share it" },
  [PG_OPTION_DATE] = { "date", 0, DATE, "DATE", NULL, NULL, NULL, FALSE,
    "when the document is made, such as 2031-05-05, if not now" },
  [PG_OPTION_DESPITE_ERRORS] = { "despite-errors", 0, FLAG, NULL, NULL, "no", NULL, FALSE,
    "print an event that has errors, and say so on each page" },
  [PG_OPTION_LIMITS_EVENT] = { "limits-event", LIMIT ("MB", EVENT, "how large an event's file may be") },
  [PG_OPTION_LIMITS_ELEMENTS] = { "limits-elements", LIMIT ("N", ELEMENTS, "how many elements it may have") },
  [PG_OPTION_LIMITS_PARAGRAPH] = { "limits-paragraph", LIMIT ("KB", PARAGRAPH, "how large a paragraph may be") },
  [PG_OPTION_LIMITS_IMAGE] = { "limits-image", LIMIT ("MB", IMAGE, "how large an image's file may be") },
  [PG_OPTION_LIMITS_IMAGES] = { "limits-images", LIMIT ("MB", IMAGES, "how large all of them together may be") },
  [PG_OPTION_LIMITS_PIXELS] = { "limits-pixels", LIMIT ("MILLIONS", PIXELS, "how many pixels an image may have") },
  [PG_OPTION_LIMITS_SVG] = { "limits-svg", LIMIT ("N", SVG, "how many shapes an SVG may draw") },
  [PG_OPTION_LIMITS_PAGES] = { "limits-pages", LIMIT ("N", PAGES, "how many pages a document may have") },
  [PG_OPTION_IMPOSE] = { "impose", 0, CHOICE, "WAY", ways, NULL, NULL, TRUE,
    "put the pages on sheets that are folded or cut" },
  [PG_OPTION_SHEET] = { "sheet", 0, PAPER, "PAPER", NULL, NULL, NULL, TRUE,
    "the sheets: SRA3, A3 or such as 450x640mm, if not the smallest that does" },
  [PG_OPTION_FLIP] = { "flip", 0, CHOICE, "EDGE", flips, NULL, NULL, TRUE,
    "by which edge the printer turns a sheet; if nothing is said short, but long for badges, and nup and cutstack have one side" },
  [PG_OPTION_BIND] = { "bind", 0, CHOICE, "SIDE", sides, NULL, NULL, TRUE,
    "where the spine is, if not as the language or the PDF has it" },
  [PG_OPTION_MARKS] = { "marks", 0, CHOICES, "MARKS", marks, "fold,crop,collation,sheet", NULL, TRUE,
    "what is printed beside the pages" },
  [PG_OPTION_CALIPER] = { "caliper", 0, LENGTH, "LENGTH", NULL, "0mm", NULL, TRUE,
    "of saddle and perfect, how thick the paper is, such as 0.1mm: inner sheets move by it" },
  [PG_OPTION_COVER_SHEET] = { "cover-sheet", 0, CHOICE, "WHOSE", covers_of_sheets, NULL, NULL, TRUE,
    "of saddle and perfect: the first and the last two pages go into a file beside, for heavier paper" },
  [PG_OPTION_LAST] = { "last", 0, NUMBER, "N", NULL, "1", NULL, TRUE,
    "of saddle and perfect, how many pages stay last when blanks are added" },
  [PG_OPTION_BLANKS] = { "blanks", 0, CHOICE, "BLANKS", blanks, NULL, NULL, TRUE,
    "of saddle and perfect, what added pages have on them, if not notes in a booklet and else nothing" },
  [PG_OPTION_SIGNATURE] = { "signature", 0, NUMBER, "PAGES", NULL, "16", NULL, TRUE,
    "of perfect, how many pages a signature has" },
  [PG_OPTION_MILL] = { "mill", 0, LENGTH, "LENGTH", NULL, "0mm", NULL, TRUE,
    "of perfect, what is milled off at the spine, such as 3mm" },
  [PG_OPTION_GRID] = { "grid", 0, GRID, "COLUMNSxROWS", NULL, NULL, NULL, TRUE,
    "of nup and cutstack, such as 2x4, if not as many as the sheet holds" },
  [PG_OPTION_GAP] = { "gap", 0, LENGTH, "LENGTH", NULL, "0mm", NULL, TRUE,
    "of nup and cutstack, what is between pages, such as 6mm" },
};
/* clang-format on */

/* What few options have: the most that a number may be (0: any that there is), whether it matters to the reading of an event, and
   whether imposing a PDF has it, too. */
static const struct
{
  gint64 most;
  gboolean is_for_reading, is_for_sheets;
} more[PG_N_OPTIONS] = {
  [PG_OPTION_LIMITS_EVENT] = { .most = PG_MOST_EVENT, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_ELEMENTS] = { .most = PG_MOST_ELEMENTS, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_PARAGRAPH] = { .most = PG_MOST_PARAGRAPH, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_IMAGE] = { .most = PG_MOST_IMAGE, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_IMAGES] = { .most = PG_MOST_IMAGES, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_PIXELS] = { .most = PG_MOST_PIXELS, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_SVG] = { .most = PG_MOST_SVG, .is_for_reading = TRUE },
  [PG_OPTION_LIMITS_PAGES] = { .most = PG_MOST_PAGES },
  [PG_OPTION_PAGES] = { .is_for_sheets = TRUE },
  [PG_OPTION_DATE] = { .is_for_sheets = TRUE },
  [PG_OPTION_IMPOSE] = { .is_for_sheets = TRUE },
  [PG_OPTION_SHEET] = { .is_for_sheets = TRUE },
  [PG_OPTION_FLIP] = { .is_for_sheets = TRUE },
  [PG_OPTION_BIND] = { .is_for_sheets = TRUE },
  [PG_OPTION_MARKS] = { .is_for_sheets = TRUE },
  [PG_OPTION_CALIPER] = { .is_for_sheets = TRUE },
  [PG_OPTION_COVER_SHEET] = { .is_for_sheets = TRUE },
  [PG_OPTION_LAST] = { .is_for_sheets = TRUE },
  [PG_OPTION_BLANKS] = { .is_for_sheets = TRUE },
  [PG_OPTION_SIGNATURE] = { .is_for_sheets = TRUE },
  [PG_OPTION_MILL] = { .is_for_sheets = TRUE },
  [PG_OPTION_GRID] = { .is_for_sheets = TRUE },
  [PG_OPTION_GAP] = { .is_for_sheets = TRUE },
};

static gpointer
lend (gpointer option)
{
  return option;
}

static void
keep (gpointer option)
{
  (void) option;
}

G_DEFINE_BOXED_TYPE (ProgrammeOption, programme_option, lend, keep)

G_DEFINE_ENUM_TYPE (ProgrammeSort, programme_sort, G_DEFINE_ENUM_VALUE (PROGRAMME_SORT_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_SORT_COUNTRY, "country"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_SORT_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_SORT_PROTOCOL, "protocol"))

G_DEFINE_ENUM_TYPE (ProgrammeProfile, programme_profile,
                    G_DEFINE_ENUM_VALUE (PROGRAMME_PROFILE_ACCESSIBLE, "accessible"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_PROFILE_PRESS, "press"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_PROFILE_PLAIN, "plain"))

G_DEFINE_ENUM_TYPE (ProgrammeFormat, programme_format, G_DEFINE_ENUM_VALUE (PROGRAMME_FORMAT_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_FORMAT_SVG, "svg"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_FORMAT_PNG, "png"))

G_DEFINE_ENUM_TYPE (ProgrammeOptionKind, programme_option_kind, G_DEFINE_ENUM_VALUE (CHOICE, "choice"),
                    G_DEFINE_ENUM_VALUE (FLAG, "flag"), G_DEFINE_ENUM_VALUE (NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (LANGUAGES, "languages"), G_DEFINE_ENUM_VALUE (PAPER, "paper"),
                    G_DEFINE_ENUM_VALUE (PAGES, "pages"), G_DEFINE_ENUM_VALUE (DATE, "date"),
                    G_DEFINE_ENUM_VALUE (FILE_PATH, "file"), G_DEFINE_ENUM_VALUE (FOLDER, "folder"),
                    G_DEFINE_ENUM_VALUE (LENGTH, "length"), G_DEFINE_ENUM_VALUE (GRID, "grid"),
                    G_DEFINE_ENUM_VALUE (CHOICES, "choices"), G_DEFINE_ENUM_VALUE (OFFSET, "offset"),
                    G_DEFINE_ENUM_VALUE (TEXT_OF, "text"), G_DEFINE_ENUM_VALUE (DISTANCE, "distance"))

const ProgrammeOption *
pg_option (PgOptionId id)
{
  return &table[id];
}

gint64
pg_option_most (const ProgrammeOption *option)
{
  return more[option - table].most;
}

gboolean
pg_option_find (const char *name, PgOptionId *id, GError **error)
{
  const char *names[PG_N_OPTIONS + 1] = { NULL };
  for (guint i = 0; i < PG_N_OPTIONS; i++)
    {
      names[i] = table[i].name;
      *id = (PgOptionId) i;
      if (strcmp (name, names[i]) == 0)
        return TRUE;
    }
  const char *near = pg_nearest_word (name, names);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s is no option%s%s%s", name,
               near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
  return FALSE;
}

gboolean
pg_option_is_of (const ProgrammeOption *option, const char *piece)
{
  if (g_strcmp0 (piece, PG_IMPOSING) == 0)
    return more[option - table].is_for_sheets;
  return piece == NULL || option->pieces == NULL || g_strv_contains (option->pieces, piece);
}

const char *
pg_choice_piece (const ProgrammeOption *option, const PgChoice *choice)
{
  return option != &table[PG_OPTION_KIND] ? NULL : choice->number < PLATES ? "signs" : "plates";
}

gboolean
pg_choice_is_of (const ProgrammeOption *option, const PgChoice *choice, const char *piece)
{
  const char *own = pg_choice_piece (option, choice);
  return piece == NULL || own == NULL || strcmp (own, piece) == 0;
}

const char *
pg_option_word (const ProgrammeOption *option, gint64 number)
{
  for (const PgChoice *choice = option->choices; choice->word != NULL; choice++)
    if (choice->number == number)
      return choice->word;
  return NULL;
}

char *
pg_option_expected (const ProgrammeOption *option, const char *piece)
{
  GString *list = g_string_new (NULL);
  const PgChoice *last = NULL;
  for (const PgChoice *choice = option->choices; choice->word != NULL; choice++)
    {
      if (!pg_choice_is_of (option, choice, piece))
        continue;
      if (last != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", last->word);
      last = choice;
    }
  if (last != NULL)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " or " : "", last->word);
  return g_string_free (list, FALSE);
}

const ProgrammeOption **
programme_option_list (const char *piece)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < PG_N_OPTIONS; i++)
    if (pg_option_is_of (&table[i], piece))
      g_ptr_array_add (list, (gpointer) &table[i]);
  g_ptr_array_add (list, NULL);
  return (const ProgrammeOption **) g_ptr_array_free (list, FALSE);
}

const char *
programme_option_get_name (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);
  return option->name;
}

char
programme_option_get_letter (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, 0);
  return option->letter;
}

ProgrammeOptionKind
programme_option_get_kind (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, PROGRAMME_OPTION_KIND_FLAG);
  return option->kind;
}

const char *
programme_option_get_metavariable (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);
  return option->metavariable;
}

const char *
programme_option_get_help (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);
  return option->help;
}

const char *
programme_option_get_default (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);
  return option->standard;
}

const char **
programme_option_list_values (const ProgrammeOption *option, const char *piece)
{
  g_return_val_if_fail (option != NULL, NULL);
  GPtrArray *list = g_ptr_array_new ();
  for (const PgChoice *choice = option->choices; choice != NULL && choice->word != NULL; choice++)
    if (pg_choice_is_of (option, choice, piece))
      g_ptr_array_add (list, (gpointer) choice->word);
  g_ptr_array_add (list, NULL);
  return (const char **) g_ptr_array_free (list, FALSE);
}

const char *
programme_option_get_value_help (const ProgrammeOption *option, const char *value)
{
  g_return_val_if_fail (option != NULL && value != NULL, NULL);
  for (const PgChoice *choice = option->choices; choice != NULL && choice->word != NULL; choice++)
    if (strcmp (choice->word, value) == 0)
      return choice->help;
  return NULL;
}

const char *const *
programme_option_list_pieces (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);
  return option->pieces;
}

gboolean
programme_option_is_for_reading (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, FALSE);
  return more[option - table].is_for_reading;
}

gboolean
programme_option_is_for_writing (const ProgrammeOption *option)
{
  g_return_val_if_fail (option != NULL, FALSE);
  return option->is_for_writing;
}
