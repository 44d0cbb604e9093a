/* What the documents of a kit share while they are made: whom to tell, and the pages that one piece knows of another. For one
   thread. Enters: documents, one after another. Leaves: page numbers, so that no piece is laid out twice for them. Fonts are
   shared by the pool (font/pool.h), pictures by the event (image/pictures.h). */
#pragma once

#include "layout/layout.h"
#include "say/request.h"

typedef struct
{
  PgWatch *watch;          /* whom the documents tell later, too, how far they are */
  ProgrammeReport *report; /* or NULL */
  gboolean rows_are_right; /* a list of people was looked through for all of them */
  gboolean is_one_file;    /* all of them go into one, even if it is one row */
  GHashTable *agendas;     /* what an agenda is laid out for, to the page of each of its anchors */
  const PgKitMatter *kit;  /* for the pages that go with a kit; or NULL */
  const ProgrammeEvent
      *since;          /* of pieces each page of which stands for itself those are made that were otherwise; or NULL */
  GPtrArray *titles;   /* char*, of these pages; or NULL */
  GPtrArray *gone;     /* the same of pages that were there and are no more, of all pieces; or NULL */
  GPtrArray *patterns; /* PgPattern* (records.h); or NULL */
} PgWorkshop;

PgWorkshop pg_workshop_new (PgWatch *watch, ProgrammeReport *report);
void pg_workshop_clear (PgWorkshop *workshop);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PgWorkshop, pg_workshop_clear)

/* The page of each anchor of the agenda in the languages and on the paper of a request, for pg_layout(); NULL if it is not
   known yet. */
GHashTable *pg_workshop_get_agenda (const PgWorkshop *workshop, const PgRequest *request);
void pg_workshop_keep_agenda (PgWorkshop *workshop, const PgRequest *request, const PgPages *agenda);
