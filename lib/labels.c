/* Labels of a document. Enters: options. Leaves: how large a page is, and where pages stand on the sheets of a stock. */
#include "labels.h"

#include "base/limits.h"
#include "base/units.h"
#include "option/options.h"

#include <string.h>

static PgFlip
flip_of (const ProgrammeOptions *options)
{
  if (pg_options_number (options, PG_OPTION_SIDES) != PG_SIDES_TWO)
    return PG_FLIP_NONE;
  return pg_options_has (options, PG_OPTION_FLIP) ? (PgFlip) pg_options_number (options, PG_OPTION_FLIP) : PG_FLIP_LONG;
}

/* A sheet that lies turns by its other edge. */
static PgFlip
flip_of_sheet (PgFlip flip, const PgStock *stock)
{
  if (stock->sheet_width <= stock->sheet_height || flip == PG_FLIP_NONE)
    return flip;
  return flip == PG_FLIP_LONG ? PG_FLIP_SHORT : PG_FLIP_LONG;
}

static gboolean
has_start (const PgStock *stock, guint start, GError **error)
{
  guint n = stock->columns * stock->rows;
  if (start <= n)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "start=%u: a sheet of %s has %u labels", start,
               stock->name, n);
  return FALSE;
}

/* A label is a page. */
static char *
paper_of (PgArena *arena, const PgStock *stock)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (width, sizeof width, "%.6g", stock->width / PG_POINTS_PER_MM);
  g_ascii_formatd (height, sizeof height, "%.6g", stock->height / PG_POINTS_PER_MM);
  return pg_arena_printf (arena, "%sx%smm", width, height);
}

/* A card, nothing, or an address: what is longer fits into no code of a badge. */
static gboolean
is_code (const char *qr, GError **error)
{
  if (strcmp (qr, "none") == 0 || strcmp (qr, "vcard") == 0 || strcmp (qr, "mecard") == 0)
    return TRUE;
  gboolean is_address = g_str_has_prefix (qr, "http://") || g_str_has_prefix (qr, "https://");
  if (is_address && strlen (qr) <= PG_MAX_CODE_CHARACTERS)
    return TRUE;
  if (is_address)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "qr: an address of %u characters is too long for the code of a badge, which takes %d: shorten it",
                 (guint) strlen (qr), PG_MAX_CODE_CHARACTERS);
  else
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "qr takes vcard, mecard, none or an address such as https://example.org/?p={id}, not “%.60s”", qr);
  return FALSE;
}

gboolean
pg_labels_read (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report,
                const PgLabelWish **wish, GError **error)
{
  PgRequest *request = &document->request;
  const char *name = pg_options_text (options, PG_OPTION_STOCK);
  request->badges.sides = (guint) pg_options_number (options, PG_OPTION_SIDES);
  request->badges.spares = (guint) pg_options_number (options, PG_OPTION_SPARES);
  request->badges.qr = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_QR));
  *wish = NULL;
  if (!is_code (request->badges.qr, error))
    return FALSE;
  if (name == NULL)
    return TRUE;
  const PgStock *stock = pg_stock_read (document->arena, name, report, error);
  guint start = (guint) pg_options_number (options, PG_OPTION_START);
  if (stock == NULL || !has_start (stock, start, error))
    return FALSE;
  PgLabelWish *labels = pg_arena_new0 (document->arena, PgLabelWish);
  *labels = (PgLabelWish){ .stock = stock, .start = start - 1 };
  labels->flip = flip_of_sheet (flip_of (options), stock);
  pg_offset_parse (pg_options_text (options, PG_OPTION_OFFSET), &labels->x, &labels->y);
  request->paper = paper_of (document->arena, stock);
  request->badges.stock = stock->title;
  if (pg_options_number (options, PG_OPTION_OUTLINES) != 0)
    {
      request->badges.n_outlines = stock->columns * stock->rows;
      labels->start = 0;
      labels->is_exact = TRUE;
      labels->flip = PG_FLIP_NONE;
    }
  *wish = labels;
  return TRUE;
}

/* As the sheet is turned, whichever way it lies: dialogs count from the paper's edges. */
static const char *
duplex_of (const PgLabelWish *wish)
{
  PgFlip flip = flip_of_sheet (wish->flip, wish->stock);
  return flip == PG_FLIP_NONE ? "Simplex" : flip == PG_FLIP_LONG ? "DuplexFlipLongEdge" : "DuplexFlipShortEdge";
}

void
pg_labels_apply (ProgrammeDocument *document, const PgLabelWish *wish, ProgrammeReport *report)
{
  PgPlace file = { document->event->file, 0, 0 };
  if (wish == NULL)
    return;
  pg_labels_place (document->pages, wish);
  document->manuscript->duplex = duplex_of (wish);
  pg_report_add (
      report, PROGRAMME_SEVERITY_NOTE, &file, "print-at-size",
      "print this at 100 %%, not fitted to the page, so that all stands on its label: the PDF asks for it, but not "
      "all printers do it");
}
