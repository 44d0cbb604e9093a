/* A document from within. Enters: an event, a piece, a theme, options. Leaves: pages that are laid out. */
#pragma once

#include "base/sink.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/xmp.h"
#include "piece/pieces.h"
#include "say/request.h"
#include "workshop.h"

#include <programme/document.h>

struct ProgrammeDocument
{
  gatomicrefcount refs;
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  PgArena *arena; /* the manuscript's */
  PgRequest request;
  PgManuscript *manuscript;
  PgFonts *fonts;
  PgPages *pages;
  GPtrArray *sheets; /* PgSheet*, that show them */
  PgPainter *painter;
  PgProgress *progress; /* or NULL */
  gint64 created;       /* seconds since 1970 */
  guint max_pages;
  ProgrammeProfile profile;
  gboolean embeds_source;
  GBytes *intent;             /* for the press: its profile; else NULL */
  char *intent_name;          /* how that calls itself */
  char *intent_path;          /* or NULL */
  PgInks *inks;               /* of that, where there are pictures; else NULL */
  const char *metadata;       /* which fields a file for the press has of each record; or NULL */
  char *own_fonts;            /* the folder of the user's, or NULL */
  ProgrammeOptions *imposing; /* how it is put on sheets, or NULL */
  gboolean is_edition;        /* one of a document for each language */
  ProgrammeDocument *like;    /* another one, whose all of it is that is not its pages; or NULL */
};

/* programme_document_new(), of one document among others: it does not tell that all is done. */
ProgrammeDocument *pg_document_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                                    const ProgrammeOptions *options, PgWorkshop *workshop, GError **error);

/* Whether all images that its manuscript shows can be drawn: after this, drawing does not fail for one. */
gboolean pg_document_check_images (ProgrammeDocument *document, PgWorkshop *workshop, GError **error);

/* The event's language that a tag stands for; NULL if there is none. */
const char *pg_document_language (const ProgrammeEvent *event, const char *tag);

/* since.c: runs of pages that were the same for the event before are set, for what all share the size of, but they are not kept.
   FALSE with PROGRAMME_ERROR_INVALID where all were. */
gboolean pg_document_leave_out_same (ProgrammeDocument *document, const PgPiece *piece, PgWorkshop *workshop,
                                     GError **error);

/* pg_document_new() for each language that is asked for; kit.c. */
GPtrArray *pg_editions_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                            const ProgrammeOptions *options, PgWorkshop *workshop, GError **error);

/* When a document is made, in seconds since 1970: the date that is wanted, else SOURCE_DATE_EPOCH, so that the same input gives
   the same bytes, else the current time. */
gint64 pg_creation_time (const ProgrammeOptions *options);

/* FALSE with PROGRAMME_ERROR_OPTION if there is no such page, from 0. */
gboolean pg_document_has_page (const ProgrammeDocument *document, guint page, GError **error);

/* write.c: what it says of itself, to cairo and to what finishes its work; lives as long as the document. */
PgMetadata pg_document_metadata (const ProgrammeDocument *document);
PgDescription pg_document_describe (const ProgrammeDocument *document);

/* Which of its sheets a PDF has, where the cover's is one of its own. */
typedef enum
{
  PG_ALL_SHEETS,
  PG_INNER_SHEETS,
  PG_COVER_SHEET
} PgSheets;

/* Of a document, what one file holds: all of it, a page, or some of its sheets. */
typedef struct
{
  ProgrammeDocument *document;
  ProgrammeFormat format;
  guint page; /* from 0; of pictures */
  double dpi; /* of a PNG */
  PgSheets sheets;
} PgPart;

/* FALSE with PROGRAMME_ERROR_OPTION if there is no such page, or it cannot have so many dots. */
gboolean pg_part_check (const PgPart *part, GError **error);
/* Writes a part that can be; a PgProduce of it. */
gboolean pg_part_produce (gpointer part, PgSink *sink);
/* Checks a part, and writes it. The stream's errors are passed on as they are. */
gboolean pg_part_write_to_stream (PgPart *part, GOutputStream *stream, GCancellable *cancellable, GError **error);
