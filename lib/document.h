/* A document from within. Enters: an event, a piece, a theme, options. Leaves: pages that are laid out. */
#pragma once

#include "layout/layout.h"
#include "paint/paint.h"
#include "say/request.h"

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
  PgPainter *painter;
  gint64 created; /* seconds since 1970 */
  ProgrammeProfile profile;
  gboolean embeds_source;
  GBytes *intent;    /* for the press: its profile; else NULL */
  char *intent_name; /* how that calls itself */
};

/* FALSE with PROGRAMME_ERROR_OPTION. */
gboolean pg_document_has_page (const ProgrammeDocument *document, guint page, GError **error);
