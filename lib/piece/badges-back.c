/* Enters: a guest. Leaves: the back of a badge: what is on, with the parts that they have in it. */
#include "event/words.h"
#include "piece/badges.h"
#include "piece/parts.h"
#include "say/clock.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* What a list says; where it has no room for all of it, less. */
typedef struct
{
  gboolean has_breaks, has_rooms, has_others; /* others: what they have no part in */
  gboolean is_small;
} Detail;

typedef struct
{
  const PgBadge *badge;
  const PgVoice *voice; /* of the size that is set */
  const PgGuest *guest; /* or NULL */
  Detail detail;
  char **chosen;      /* ids of sessions that the list names, or NULL */
  const PgRoom *room; /* of the session before */
} Back;

/* The part that the guest has in an entry; NULL if there is none. */
static const PgAppearance *
turn_in (const Back *back, const PgEntry *entry)
{
  const PgSpeaker *speaker = back->badge->turns;
  for (guint i = 0; speaker != NULL && i < speaker->turns->len; i++)
    if (g_array_index (speaker->turns, PgAppearance, i).entry == entry)
      return &g_array_index (speaker->turns, PgAppearance, i);
  return NULL;
}

static gboolean
is_listed (const Back *back, const PgEntry *entry, const PgAppearance *turn)
{
  if (turn != NULL)
    return TRUE;
  if (entry->kind == PG_ENTRY_BREAK)
    return back->detail.has_breaks && back->detail.has_others;
  if (back->chosen != NULL)
    return g_strv_contains ((const char *const *) back->chosen, entry->id);
  return back->detail.has_others;
}

static PgBlock *
title_of (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  PgBlock *line = pg_paragraph (voice, style, &entry->place);
  gboolean is_numbered = entry->number != NULL && g_strcmp0 (entry->word, "session") == 0;
  if (is_numbered)
    {
      pg_add_figures (voice, line, NULL, entry->number);
      pg_add_string (voice, line, NULL, PG_NAME_GAP);
    }
  if (entry->title != NULL)
    pg_add_text (voice, line, NULL, entry->title);
  else
    pg_add_word (voice, line, NULL, entry->word != NULL ? entry->word : "session");
  return line;
}

/* Room, where it is another than before, and role. */
static PgBlock *
where_block (Back *back, const PgEntry *entry, const PgAppearance *turn)
{
  const PgVoice *voice = back->voice;
  const PgGroup *group = turn != NULL ? pg_appearance_group (turn) : NULL;
  PgBlock *line = pg_paragraph (voice, turn != NULL ? "badge-duty-where" : "badge-where", &entry->place);
  if (entry->room != NULL && (back->detail.has_rooms || entry->room != back->room))
    pg_add_text (voice, line, NULL, entry->room->name);
  back->room = entry->room;
  if (group != NULL && line->n_runs > 0)
    pg_add_string (voice, line, NULL, PG_DOT);
  if (group != NULL && group->label != NULL)
    pg_add_text (voice, line, NULL, group->label);
  else if (group != NULL && group->role != NULL)
    pg_add_word (voice, line, NULL, group->role);
  return line->n_runs > 0 ? line : NULL;
}

static PgBlock *
row_of (Back *back, const PgDay *day, const PgEntry *entry, const PgAppearance *turn)
{
  const PgVoice *voice = back->voice;
  const char *key = pg_times_have_words (voice->request) ? "time-words" : "time";
  double time = pg_theme_length (voice->theme, "badge-back", key) * back->badge->voice->scale;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_row_add (row, 0, time, pg_times_block (voice, day, entry, "badge-time", NULL, FALSE));
  pg_block_add (said, title_of (voice,
                                turn != NULL                    ? "badge-duty"
                                : entry->kind == PG_ENTRY_BREAK ? "badge-break"
                                                                : "badge-session",
                                entry));
  if (entry->kind != PG_ENTRY_BREAK || turn != NULL)
    pg_block_add (said, where_block (back, entry, turn));
  pg_row_add (row, time, 0, said);
  return row;
}

/* One's own part on a field from edge to edge, with a bar before it. */
static PgBlock *
duty_row (const Back *back, PgBlock *row)
{
  const PgVoice *voice = back->badge->voice;
  double edge = pg_theme_length (voice->theme, "badge-back", "edge") * voice->scale;
  PgBlock *inner = pg_box_new (voice->arena, row), *outer = pg_box_new (voice->arena, inner);
  PgBlock *wide = pg_block_new (voice->arena, PG_BLOCK_ROW, &row->place);
  double pad = pg_theme_length (voice->theme, "badge-back", "row-pad") * voice->scale;
  inner->padding = (PgPadding){ voice->paper->left - edge, voice->paper->right, pad, pad };
  inner->fill = pg_theme_colour (voice->theme, "fill");
  outer->padding.left = edge;
  outer->fill = pg_theme_colour (voice->theme, "sign-field");
  pg_row_add (wide, -voice->paper->left, voice->paper->width, outer);
  return wide;
}

static void
add_day (Back *back, PgBlock *list, const PgDay *day)
{
  const PgVoice *voice = back->voice;
  double pad = pg_theme_length (voice->theme, "badge-back", "row-pad") * back->badge->voice->scale;
  PgBlock *head = NULL;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      const PgAppearance *turn = turn_in (back, entry);
      if (!is_listed (back, entry, turn))
        continue;
      if (head == NULL)
        {
          head = PG_AT_ENDS (voice, pg_theme_length (voice->theme, "badge-back", "day-gap"), pg_day_date_block,
                             "badge-day", day);
          head->role = PG_ROLE_H2;
          head->before = pg_style (voice, "badge-day")->before;
          head->after = pg_style (voice, "badge-day")->after;
          head->keep_with_next = TRUE;
          pg_block_add (list, head);
        }
      PgBlock *row = row_of (back, day, entry, turn);
      if (turn != NULL)
        row = duty_row (back, row);
      else
        row->pad_above = row->pad_below = pad;
      row->rule_above = pg_theme_rule (voice->theme, "badge-row");
      pg_block_add (list, row);
    }
}

static PgBlock *
list_of (const PgBadge *badge, const PgGuest *guest, Detail detail)
{
  const PgVoice *voice = badge->voice;
  Back back = { .badge = badge, .voice = voice, .guest = guest, .detail = detail };
  g_auto (GStrv) chosen = guest != NULL ? g_strsplit_set (pg_guest_field (voice, guest, "sessions"), " ,;", -1) : NULL;
  PgBlock *list
      = pg_block_new (voice->arena, PG_BLOCK_STACK, guest != NULL ? &guest->person->place : &voice->event->place);
  if (detail.is_small)
    back.voice = pg_voice_scaled (voice, pg_share (voice, "badge-small"));
  back.chosen = chosen != NULL && chosen[0] != NULL ? chosen : NULL;
  for (guint i = 0; i < voice->event->days->len; i++)
    add_day (&back, list, g_ptr_array_index (voice->event->days, i));
  return list;
}

/* Less and less of a list. */
static const Detail details[] = { { TRUE, TRUE, TRUE, FALSE },
                                  { FALSE, TRUE, TRUE, FALSE },
                                  { FALSE, FALSE, TRUE, FALSE },
                                  { FALSE, FALSE, TRUE, TRUE },
                                  { FALSE, FALSE, FALSE, TRUE } };

static PgBlock *
make_list (gconstpointer data, guint index)
{
  const PgBadgeChoice *choice = data;
  return list_of (&choice->badge, choice->guest, details[index]);
}

/* Those who have no part have one list, or one for each choice of sessions that the people's list makes for them. */
static PgBlock *
list_block (const PgBadge *badge, const PgGuest *guest, double height)
{
  if (badge->turns != NULL)
    return pg_badge_choice (badge, guest, height, make_list, G_N_ELEMENTS (details));
  const char *chosen = guest != NULL ? pg_guest_field (badge->voice, guest, "sessions") : "";
  PgBlock *choice = g_hash_table_lookup (badge->lists, chosen);
  if (choice == NULL)
    {
      choice = pg_badge_choice (badge, chosen[0] != '\0' ? guest : NULL, height, make_list, G_N_ELEMENTS (details));
      choice->shared = TRUE;
      g_hash_table_insert (badge->lists, (gpointer) chosen, choice);
    }
  return choice;
}

static double
length (const PgBadge *badge, const char *key)
{
  return pg_theme_length (badge->voice->theme, "badge-back", key) * badge->voice->scale;
}

static PgBlock *
name_box (const PgBadge *badge, const PgGuest *guest, double height)
{
  PgBlock *box = pg_box_new (badge->voice->arena, pg_say (badge->voice->first, "badge-back-name", guest->person->name));
  box->box_height = height;
  return box;
}

PgBlock *
pg_badge_back (const PgBadge *badge, const PgGuest *guest)
{
  const PgVoice *voice = badge->voice;
  const PgPaper *paper = voice->paper;
  PgBlock *panel = pg_badge_panel (badge, guest != NULL ? &guest->person->place : &voice->event->place);
  double top = length (badge, badge->is_wide ? "list-wide" : "list"),
         foot = length (badge, badge->is_wide ? "foot-wide" : "foot");
  double name = length (badge, badge->is_wide ? "name-wide" : "name");
  if (guest != NULL)
    pg_placed_add (panel, paper->left, name, paper->measure, name_box (badge, guest, top - name));
  pg_placed_add (panel, paper->left, top, paper->measure, list_block (badge, guest, paper->height - top - foot));
  pg_placed_hang (panel, paper->left, paper->height - foot / 2, paper->measure,
                  pg_say (voice->first, "badge-foot", voice->event->venue));
  return panel;
}
