/* Enters: options, and the piece that they are for. Leaves: why they cannot be, or cannot go together. */
#include "option/options.h"

#define ANY -1

/* An option that has a value, or any, wants another to have one of two. */
typedef struct
{
  PgOptionId option;
  gint64 value; /* or ANY */
  PgOptionId other;
  gint64 wanted, or_wanted;
  const char *why;
} Rule;

#define FOLDED PG_OPTION_IMPOSE, PG_WAY_SADDLE, PG_WAY_PERFECT, "other sheets are not folded"
#define CUT PG_OPTION_IMPOSE, PG_WAY_NUP, PG_WAY_CUTSTACK, "folded sheets show two pages"
#define PERFECT PG_OPTION_IMPOSE, PG_WAY_PERFECT, PG_WAY_PERFECT, "no other way has signatures"

static const Rule rules[] = {
  { PG_OPTION_PAGES, ANY, PG_OPTION_FORMAT, PROGRAMME_FORMAT_PNG, PROGRAMME_FORMAT_SVG, "a PDF has all pages" },
  { PG_OPTION_DPI, ANY, PG_OPTION_FORMAT, PROGRAMME_FORMAT_PNG, PROGRAMME_FORMAT_PNG, "no other has dots" },
  { PG_OPTION_EMBED_SOURCE, TRUE, PG_OPTION_PROFILE, PROGRAMME_PROFILE_ACCESSIBLE, PROGRAMME_PROFILE_ACCESSIBLE,
    "other PDFs hold no files" },
  { PG_OPTION_EMBED_SOURCE, TRUE, PG_OPTION_FORMAT, PROGRAMME_FORMAT_PDF, PROGRAMME_FORMAT_PDF,
    "pictures hold no files" },
  { PG_OPTION_OUTPUT_INTENT, ANY, PG_OPTION_PROFILE, PROGRAMME_PROFILE_PRESS, PROGRAMME_PROFILE_PRESS,
    "other PDFs are for no press" },
  { PG_OPTION_SPLIT, ANY, PG_OPTION_PROFILE, PROGRAMME_PROFILE_PRESS, PROGRAMME_PROFILE_PRESS,
    "others are a file for each, in a folder" },
  { PG_OPTION_METADATA, ANY, PG_OPTION_PROFILE, PROGRAMME_PROFILE_PRESS, PROGRAMME_PROFILE_PRESS,
    "others say of nobody who they are" },
  { PG_OPTION_PROFILE, PROGRAMME_PROFILE_PRESS, PG_OPTION_FORMAT, PROGRAMME_FORMAT_PDF, PROGRAMME_FORMAT_PDF,
    "presses take no pictures" },
  { PG_OPTION_IMPOSE, ANY, PG_OPTION_FORMAT, PROGRAMME_FORMAT_PDF, PROGRAMME_FORMAT_PDF, "pictures show pages" },
  { PG_OPTION_CALIPER, ANY, FOLDED },
  { PG_OPTION_COVER_SHEET, ANY, FOLDED },
  { PG_OPTION_LAST, ANY, FOLDED },
  { PG_OPTION_BLANKS, ANY, FOLDED },
  { PG_OPTION_SIGNATURE, ANY, PERFECT },
  { PG_OPTION_MILL, ANY, PERFECT },
  { PG_OPTION_GRID, ANY, CUT },
  { PG_OPTION_GAP, ANY, CUT },
};

static gboolean
is_kept (const Rule *rule, const ProgrammeOptions *options, const char *piece)
{
  gint64 other = pg_options_number (options, rule->other);
  if (!pg_options_has (options, rule->option) || !pg_option_is_of (pg_option (rule->other), piece))
    return TRUE;
  if (rule->value != ANY && pg_options_number (options, rule->option) != rule->value)
    return TRUE;
  return other == rule->wanted || other == rule->or_wanted;
}

static gboolean
refuse (const Rule *rule, const ProgrammeOptions *options, GError **error)
{
  const ProgrammeOption *option = pg_option (rule->option), *other = pg_option (rule->other);
  gboolean is_choice = option->kind == PROGRAMME_OPTION_KIND_CHOICE;
  g_autofree char *second = rule->or_wanted != rule->wanted
                                ? g_strdup_printf (" or %s", pg_option_word (other, rule->or_wanted))
                                : g_strdup ("");
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s%s%s goes with %s=%s%s: %s", option->name,
               is_choice ? "=" : "", is_choice ? pg_options_text (options, rule->option) : "", other->name,
               pg_option_word (other, rule->wanted), second, rule->why);
  return FALSE;
}

/* Some pieces have kinds of their own. */
static gboolean
has_choices_of (const ProgrammeOption *option, const PgValue *value, const char *piece, GError **error)
{
  for (const PgChoice *choice = option->choices; choice != NULL && choice->word != NULL; choice++)
    if (!pg_choice_is_of (option, choice, piece) && (value->number & choice->number) != 0)
      {
        g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s=%s goes with %s, not with %s", option->name,
                     choice->word, pg_choice_piece (option, choice), piece);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_possible (const ProgrammeOptions *options, PgOptionId id, const char *piece, GError **error)
{
  const PgValue *value = &options->values[id];
  const ProgrammeOption *option = pg_option (id);
  if (!value->is_set)
    return TRUE;
  if (value->fault != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (value->fault);
      return FALSE;
    }
  if (pg_option_is_of (option, piece))
    return has_choices_of (option, value, piece, error);
  g_autofree char *pieces = option->pieces != NULL ? g_strjoinv (", ", (char **) option->pieces) : g_strdup ("pieces");
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s goes with %s, not with %s", option->name, pieces,
               piece);
  return FALSE;
}

/* What is said of labels needs some; a stock says itself how large things are, and where they stand. */
static const char *
find_lack_of_labels (const ProgrammeOptions *options, const char *piece)
{
  static const PgOptionId of_stock[] = { PG_OPTION_START, PG_OPTION_OFFSET, PG_OPTION_OUTLINES };
  for (guint i = 0; i < G_N_ELEMENTS (of_stock); i++)
    if (pg_options_has (options, of_stock[i]) && !pg_options_has (options, PG_OPTION_STOCK))
      return "start, offset and outlines are for labels on sheets: say which, stock=NAME";
  if (pg_options_has (options, PG_OPTION_SELECT) && !pg_options_has (options, PG_OPTION_PEOPLE))
    return "select takes a part of a list of people: give the list, people";
  if (g_strcmp0 (piece, "plates") == 0 && pg_options_number (options, PG_OPTION_SIDES) == PG_SIDES_FOLD)
    return "sides=fold is for badges, and tent cards are folded as they are: leave it out, or take sides=2 for what is "
           "inside";
  if (!pg_options_has (options, PG_OPTION_STOCK))
    return NULL;
  if (pg_options_number (options, PG_OPTION_SIDES) == PG_SIDES_FOLD)
    return "sides=fold makes a badge twice as large as its label: leave out stock, or take sides=2";
  return pg_options_has (options, PG_OPTION_PAPER)
             ? "paper and stock both say how large it is: leave out one of the two"
         : pg_options_has (options, PG_OPTION_IMPOSE)
             ? "impose and stock both say where things stand: leave out one of the "
               "two"
         : pg_options_number (options, PG_OPTION_PROFILE) == PROGRAMME_PROFILE_PRESS
             ? "stock puts labels on sheets for a printer in an office: with profile=press leave it out"
             : NULL;
}

/* What is said of sheets needs to be said how. */
static const char *
find_lack_of_sheets (const ProgrammeOptions *options, const char *piece)
{
  static const PgOptionId ids[] = { PG_OPTION_SHEET, PG_OPTION_BIND, PG_OPTION_MARKS, PG_OPTION_FLIP };
  gboolean has_backs
      = pg_options_number (options, PG_OPTION_SIDES) == PG_SIDES_TWO && pg_options_has (options, PG_OPTION_STOCK);
  gboolean is_wanted = g_strcmp0 (piece, PG_IMPOSING) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (ids) - (has_backs ? 1 : 0); i++) /* the last is for backs, too */
    is_wanted = is_wanted || pg_options_has (options, ids[i]);
  if (is_wanted && !pg_options_has (options, PG_OPTION_IMPOSE))
    return "sheets are folded or cut: say how, impose=saddle, perfect, nup or cutstack";
  if (pg_options_number (options, PG_OPTION_SIGNATURE) % 4 != 0)
    return "signature takes whole sheets, of four pages each: 4, 8, 12, 16 and so on";
  if (pg_options_has (options, PG_OPTION_IMPOSE) && pg_options_number (options, PG_OPTION_EMBED_SOURCE) != 0)
    return "embed-source puts the event into pages that are read, and impose=WAY makes sheets: leave out one of the "
           "two";
  return NULL;
}

/* What a choice needs besides itself. */
static gboolean
is_complete (const ProgrammeOptions *options, const char *piece, GError **error)
{
  const char *const *languages = pg_options_languages (options);
  gint64 way = pg_options_number (options, PG_OPTION_BILINGUAL);
  const char *missing = find_lack_of_sheets (options, piece);
  missing = missing != NULL ? missing : find_lack_of_labels (options, piece);
  if (missing == NULL && way != PROGRAMME_BILINGUAL_THEME && way != PROGRAMME_BILINGUAL_EDITIONS
      && (languages == NULL || languages[1] == NULL))
    missing = "bilingual says how two languages are printed: name them, such as languages=en,ko";
  else if (pg_options_number (options, PG_OPTION_PROFILE) == PROGRAMME_PROFILE_PRESS
           && !pg_options_has (options, PG_OPTION_OUTPUT_INTENT) && options->intent_bytes == NULL)
    missing = "profile=press needs output-intent=FILE.icc, the CMYK profile of the press, which the printer names; for "
              "most coated paper it is FOGRA39L_coated.icc, of Debian's package texlive-base";
  else if (way == PROGRAMME_BILINGUAL_PARALLEL && pg_options_number (options, PG_OPTION_LARGE_PRINT) != 0)
    missing
        = "large-print goes with bilingual=stacked, headings or editions: two columns of large letters would hold a "
          "word or two to the line";
  if (missing != NULL)
    g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, missing);
  return missing == NULL;
}

gboolean
programme_options_check (const ProgrammeOptions *options, const char *piece, GError **error)
{
  g_return_val_if_fail (options != NULL, FALSE);
  for (guint i = 0; i < PG_N_OPTIONS; i++)
    if (!is_possible (options, (PgOptionId) i, piece, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!is_kept (&rules[i], options, piece))
      return refuse (&rules[i], options, error);
  return is_complete (options, piece, error);
}
