/* Enters: an event and a list of people. Leaves: badges, a page for each: name, who sent them, category, a code; on the back, where
   one is wanted, what is on, with the parts that they have in it. */
#include "piece/badges.h"

#include "base/units.h"

#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/say.h"

static const PgBadgeStyles standing = {
  .event = "badge-event",
  .honorific = "badge-honorific",
  .second = "badge-second",
  .detail = "badge-detail",
  .given = "badge-given",
  .family = "badge-family",
  .given_part = "badge-given-part",
  .family_part = "badge-family-part",
  .given_least = "badge-given-least",
  .family_least = "badge-family-least",
  .unit = "badge-unit",
  .party = "badge-party",
  .category = "badge-category",
  .code = "badge-code",
};

static const PgBadgeStyles lying = {
  .event = "badge-wide-event",
  .honorific = "badge-wide-honorific",
  .second = "badge-wide-second",
  .detail = "badge-wide-detail",
  .given = "badge-wide-given",
  .family = "badge-wide-family",
  .given_part = "badge-wide-given-part",
  .family_part = "badge-wide-family-part",
  .given_least = "badge-wide-given-least",
  .family_least = "badge-wide-family-least",
  .unit = "badge-wide-unit",
  .party = "badge-wide-party",
  .category = "badge-wide-category",
  .code = "badge-code",
};

double
pg_badge_length (const PgBadge *badge, const char *key)
{
  return pg_theme_length (badge->voice->theme, badge->group, key) * badge->voice->scale;
}

PgBlock *
pg_badge_panel (const PgBadge *badge, const PgPlace *place)
{
  PgBlock *panel = pg_block_new (badge->voice->arena, PG_BLOCK_PLACED, place);
  panel->extent = badge->voice->paper->height;
  return panel;
}

static PgBlock *
make_box (gconstpointer data, guint index)
{
  const PgBadgeChoice *choice = data;
  PgBlock *box = pg_box_new (choice->badge.voice->arena, choice->make (choice, index));
  box->box_height = choice->height;
  return box;
}

PgBlock *
pg_badge_choice (const PgBadge *badge, const PgGuest *guest, double height,
                 PgBlock *(*make) (gconstpointer choice, guint index), guint n)
{
  PgArena *arena = badge->voice->arena;
  PgBadgeChoice *choice = pg_arena_new0 (arena, PgBadgeChoice);
  *choice = (PgBadgeChoice){ *badge, guest, height, make, { n, make_box, choice } };
  PgBlock *block
      = pg_block_new (arena, PG_BLOCK_CHOICE, guest != NULL ? &guest->person->place : &badge->voice->event->place);
  block->by = PG_CHOICE_SPACE;
  block->later = &choice->later;
  pg_block_add (block, make_box (choice, 0));
  return block;
}

/* A panel on a page, at a place, turned or not. */
static PgBlock *
panel_box (const PgBadge *badge, PgBlock *panel, guint turns)
{
  PgBlock *box = pg_box_new (badge->voice->arena, panel);
  box->box_width = badge->voice->paper->width;
  box->box_height = badge->voice->paper->height;
  box->turns = turns;
  return box;
}

static PgPageRun *
run_new (const PgBadge *badge, PgBlock *panel)
{
  PgPageRun *run = pg_page_run_new (badge->voice);
  run->flow = pg_block_new (badge->voice->arena, PG_BLOCK_STACK, &panel->place);
  run->flow->role = PG_ROLE_SECT;
  run->over = pg_errors_over (badge->voice);
  pg_block_add (run->flow, panel);
  return run;
}

/* Dashes at both ends of a fold, in the page's middle. */
static PgBlock *
fold_block (const PgBadge *badge)
{
  const PgVoice *voice = badge->voice;
  double line = pg_theme_length (voice->theme, badge->group, "fold-line"), dash = pg_badge_length (badge, "fold");
  double width = voice->paper->width, height = voice->paper->height;
  PgBlock *marks = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  for (guint end = 0; end < 2; end++)
    {
      PgBlock *mark = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
      mark->colour = *pg_theme_colour (voice->theme, "second");
      mark->width = badge->is_wide ? dash : line;
      mark->height = badge->is_wide ? line : dash;
      pg_placed_add (marks, badge->is_wide ? end * (width - dash) : width - line / 2,
                     badge->is_wide ? height - line / 2 : end * (height - dash), mark->width, mark);
    }
  return marks;
}

/* Back and front beside each other, or, of one that lies, below each other, the back upside down. */
static PgPageRun *
folded_run (const PgBadge *badge, PgBlock *front, PgBlock *back)
{
  PgBlock *both = pg_block_new (badge->voice->arena, PG_BLOCK_PLACED, &front->place);
  PgPageRun *run = run_new (badge, both);
  double width = badge->voice->paper->width, height = badge->voice->paper->height;
  pg_placed_add (both, badge->is_wide ? 0 : width, 0, width, panel_box (badge, front, 0));
  pg_placed_add (both, 0, badge->is_wide ? height : 0, width, panel_box (badge, back, badge->is_wide ? 2 : 0));
  run->width = badge->is_wide ? width : 2 * width;
  run->height = badge->is_wide ? 2 * height : height;
  both->extent = run->height;
  run->under = fold_block (badge);
  return run;
}

static void
add_badge (PgManuscript *manuscript, const PgBadge *badge, const PgGuest *guest)
{
  guint sides = badge->voice->request->badges.sides;
  PgBlock *front = pg_badge_front (badge, guest), *back = sides > 1 ? pg_badge_back (badge, guest) : NULL;
  PgPageRun *run = sides == 3 ? folded_run (badge, front, back) : run_new (badge, front);
  run->flow->bookmark = guest != NULL ? pg_plain (badge->voice->first, guest->person->name) : NULL;
  run->flow->bookmark_level = 1;
  g_ptr_array_add (manuscript->page_runs, run);
  if (sides == 2)
    g_ptr_array_add (manuscript->page_runs, run_new (badge, back));
}

static void
unref_table (gpointer table)
{
  g_hash_table_unref (table);
}

static GHashTable *
table_in (PgArena *arena, GHashFunc hash, GEqualFunc equal)
{
  GHashTable *table = g_hash_table_new (hash, equal);
  pg_arena_defer (arena, unref_table, table);
  return table;
}

/* Who has which parts: PgPerson to PgSpeaker. */
static GHashTable *
turns_of_all (const PgVoice *voice)
{
  GHashTable *all = table_in (voice->arena, NULL, NULL);
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol);
  for (guint i = 0; i < speakers->len; i++)
    {
      PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      g_hash_table_insert (all, (gpointer) speaker->person, speaker);
    }
  return all;
}

static void
add_guests (PgManuscript *manuscript, PgBadge *badge)
{
  const PgVoice *voice = badge->voice;
  GPtrArray *guests = pg_guests_new (voice);
  GHashTable *turns = turns_of_all (voice);
  for (guint i = 0; i < guests->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgGuest *guest = g_ptr_array_index (guests, i);
      badge->turns = guest->known != NULL ? g_hash_table_lookup (turns, guest->known) : NULL;
      add_badge (manuscript, badge, guest);
    }
  badge->turns = NULL;
  for (guint i = 0; i < voice->request->badges.spares; i++)
    add_badge (manuscript, badge, NULL);
}

/* Badges that stand, or, on paper that is wider than high, that lie. */
static const PgPaper *
paper_of (const PgRequest *request, gboolean *is_wide, GError **error)
{
  double width, height;
  const char *paper = request->paper != NULL ? request->paper : pg_theme_word (request->theme, "badge", "paper");
  *is_wide = pg_paper_parse (paper, &width, &height) && width > height;
  return pg_paper_new_scaled (request, *is_wide ? "badge-wide" : "badge", error);
}

PgManuscript *
pg_badges_compose (const PgRequest *request, GError **error)
{
  gboolean is_wide;
  const PgPaper *paper = paper_of (request, &is_wide, error);
  if (paper == NULL)
    return NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* all of a badge is heading */
  PgBadge badge = { .voice = pg_voice_new (stacked, paper), .styles = is_wide ? &lying : &standing };
  badge.group = paper->group;
  badge.is_wide = is_wide;
  badge.lists = table_in (request->arena, g_str_hash, g_str_equal);
  badge.categories = pg_arena_array (request->arena);
  PgManuscript *manuscript = pg_manuscript_new_in (badge.voice, NULL);
  guint n = request->badges.n_outlines;
  manuscript->duplex = request->badges.sides != 2 ? "Simplex" : is_wide ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge";
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (manuscript->page_runs, run_new (&badge, pg_badge_outline (&badge, i + 1)));
  if (n == 0)
    add_guests (manuscript, &badge);
  return manuscript;
}

const char *
pg_badges_find_lack (const ProgrammeEvent *event, guint kinds)
{
  (void) event;
  (void) kinds;
  return "badges are for the people of a list: give it, as people";
}

guint
pg_badges_of_guest (const PgRequest *request)
{
  return request->badges.n_outlines > 0 ? 0 : request->badges.sides == 2 ? 2 : 1;
}
