/* The printed pieces, and the table of them. Enters: a request. Leaves: a manuscript. */
#pragma once

#include "say/request.h"

typedef struct
{
  const char *name;
  const char *help; /* what it is, in half a line */
  /* NULL with PROGRAMME_ERROR_OPTION where the request cannot be met, such as on too small a paper. */
  PgManuscript *(*compose) (const PgRequest *request, GError **error);
  /* What those of its kinds (bits of the option) cannot do without, as pg_piece_find_lack says it; NULL: every event will
     do. */
  const char *(*find_lack) (const ProgrammeEvent *event, guint kinds);
  /* How many pages each row of a list of people takes at least; NULL: none. */
  guint (*pages_of_guest) (const PgRequest *request);
  gboolean needs_agenda_pages; /* it prints page numbers of the agenda */
  gboolean is_for_one;         /* with a list of people it is made for each of them */
  gboolean is_about_people;    /* it wants biographies and family names */
  gboolean is_one_by_one;      /* each run of its pages stands for itself, such as a door's */
  gboolean two_sides;          /* of its paper are printed */
  const char *finish;          /* key of the word for what is done with its pages then, or NULL */
} PgPiece;

/* NULL if there is no such piece. */
const PgPiece *pg_piece_lookup (const char *name);
/* The pages that go with a kit, which are no pieces by themselves: "print-list", "changes". */
const PgPiece *pg_piece_of_kit (const char *name);
/* What the event lacks for kinds of it (bits of the option) to have anything to say, and what to write; NULL: nothing. */
const char *pg_piece_find_lack (const PgPiece *piece, const ProgrammeEvent *event, guint kinds);
/* The names of all pieces, NULL at the end. */
const char *const *pg_piece_names (void);

PgManuscript *pg_agenda_compose (const PgRequest *request, GError **error);
PgManuscript *pg_booklet_compose (const PgRequest *request, GError **error);
PgManuscript *pg_speakers_compose (const PgRequest *request, GError **error);
PgManuscript *pg_signs_compose (const PgRequest *request, GError **error);
const char *pg_signs_find_lack (const ProgrammeEvent *event, guint wanted);
PgManuscript *pg_badges_compose (const PgRequest *request, GError **error);
const char *pg_badges_find_lack (const ProgrammeEvent *event, guint kinds);
guint pg_badges_of_guest (const PgRequest *request);
PgManuscript *pg_plates_compose (const PgRequest *request, GError **error);
const char *pg_plates_find_lack (const ProgrammeEvent *event, guint kinds);
guint pg_plates_of_guest (const PgRequest *request);
PgManuscript *pg_cues_compose (const PgRequest *request, GError **error);
const char *pg_cues_find_lack (const ProgrammeEvent *event, guint kinds);
PgManuscript *pg_print_list_compose (const PgRequest *request, GError **error);
PgManuscript *pg_changes_compose (const PgRequest *request, GError **error);
