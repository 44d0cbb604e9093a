/* Enters: a piece's name. Leaves: the piece. A new piece is a line here. */
#include "piece/pieces.h"

#include <string.h>

static const PgPiece pieces[] = {
  { .name = "agenda",
    .help = "the programme: cover, introduction, a table for each day",
    .compose = pg_agenda_compose,
    .two_sides = TRUE,
    .finish = "staple" },
  { .name = "booklet",
    .help = "the booklet for delegates, on facing pages",
    .compose = pg_booklet_compose,
    .is_for_one = TRUE,
    .two_sides = TRUE,
    .finish = "staple",
    .is_about_people = TRUE },
  { .name = "speakers",
    .help = "the list of speakers, with the pages of the agenda",
    .compose = pg_speakers_compose,
    .two_sides = TRUE,
    .finish = "staple",
    .needs_agenda_pages = TRUE,
    .is_about_people = TRUE },
  { .name = "signs",
    .help = "signs for doors, sessions and the entrance",
    .compose = pg_signs_compose,
    .find_lack = pg_signs_find_lack,
    .is_one_by_one = TRUE,
    .finish = "hang" },
  { .name = "plates",
    .help = "tent cards and other plates with the names of those who have a part",
    .compose = pg_plates_compose,
    .find_lack = pg_plates_find_lack,
    .pages_of_guest = pg_plates_of_guest,
    .is_one_by_one = TRUE,
    .finish = "fold" },
  { .name = "cues",
    .help = "cue cards: who speaks when in a session, for those who lead it",
    .compose = pg_cues_compose,
    .find_lack = pg_cues_find_lack },
  { .name = "badges",
    .help = "badges for the people of a list, also on sheets of labels",
    .compose = pg_badges_compose,
    .find_lack = pg_badges_find_lack,
    .pages_of_guest = pg_badges_of_guest,
    .is_one_by_one = TRUE },
};

const PgPiece *
pg_piece_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (strcmp (pieces[i].name, name) == 0)
      return &pieces[i];
  return NULL;
}

static const PgPiece of_kits[] = {
  { .name = "print-list", .help = "the list of what is printed", .compose = pg_print_list_compose },
  { .name = "changes", .help = "what changed", .compose = pg_changes_compose },
};

const PgPiece *
pg_piece_of_kit (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_kits); i++)
    if (strcmp (of_kits[i].name, name) == 0)
      return &of_kits[i];
  return NULL;
}

const char *
pg_piece_find_lack (const PgPiece *piece, const ProgrammeEvent *event, guint kinds)
{
  return piece->find_lack != NULL ? piece->find_lack (event, kinds) : NULL;
}

static gpointer
list_names (gpointer unused)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (pieces) + 1);
  (void) unused;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    names[i] = pieces[i].name;
  return names;
}

/* Made once and kept. */
const char *const *
pg_piece_names (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, list_names, NULL);
}
