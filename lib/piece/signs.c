/* Enters: an event, and which signs are wanted. Leaves: signs of all kinds; each kind is a file beside this one. */
#include "piece/signs.h"
#include "base/nearest.h"
#include "piece/pieces.h"

/* In the order of the option's words, whose numbers are bits. */
enum
{
  PG_SIGN_DOOR,
  PG_SIGN_SESSION,
  PG_SIGN_BOARD,
  PG_SIGN_DIRECTION,
  PG_SIGN_NOTICE,
  PG_SIGN_WELCOME,
  PG_SIGN_SCREEN,
  PG_N_SIGNS
};

static const struct
{
  const char *group; /* of the theme, which has its paper */
  void (*add) (PgManuscript *manuscript, const PgVoice *voice);
  gboolean turns; /* it is arranged otherwise on paper that lies and that stands */
} kinds[PG_N_SIGNS] = {
  [PG_SIGN_DOOR] = { "sign", pg_add_doors, FALSE },
  [PG_SIGN_SESSION] = { "sign", pg_add_session_signs, FALSE },
  [PG_SIGN_BOARD] = { "board", pg_add_boards, FALSE },
  [PG_SIGN_DIRECTION] = { "direction", pg_add_directions, TRUE },
  [PG_SIGN_NOTICE] = { "notice", pg_add_notices, FALSE },
  [PG_SIGN_WELCOME] = { "welcome", pg_add_welcome, FALSE },
  [PG_SIGN_SCREEN] = { "screen", pg_add_screens, FALSE },
};

static gboolean
is_wanted (guint wanted, guint kind)
{
  return (wanted & (1u << kind)) != 0;
}

static void
refuse (const ProgrammeEvent *event, const char *why, const char *wanted, const char *const *names, GError **error)
{
  const char *near = pg_nearest_word (wanted, names);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: %s “%s”%s%s%s", event->file, why, wanted,
               near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
}

/* wanted NULL: any will do, or none. */
static gboolean
has_place (const ProgrammeEvent *event, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  for (guint i = 0; i < event->signposts->len; i++)
    {
      const PgSignpost *signpost = g_ptr_array_index (event->signposts, i);
      if (signpost->where != NULL)
        g_ptr_array_add (places, (gpointer) signpost->where);
      if (wanted != NULL && g_strcmp0 (signpost->where, wanted) == 0)
        return TRUE;
    }
  g_ptr_array_add (places, NULL);
  if (wanted != NULL)
    refuse (event, "no <sign> of <directions> is at the place", wanted, (const char *const *) places->pdata, error);
  return wanted == NULL;
}

static gboolean
has_room (const ProgrammeEvent *event, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < event->rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (event->rooms, i);
      g_ptr_array_add (ids, (gpointer) room->id);
      if (wanted == NULL || g_str_equal (room->id, wanted))
        return TRUE;
    }
  g_ptr_array_add (ids, NULL);
  if (wanted != NULL)
    refuse (event, "there is no room", wanted, (const char *const *) ids->pdata, error);
  return wanted == NULL;
}

/* Whether what is wanted is there. */
static gboolean
may_be_wanted (const PgRequest *request, GError **error)
{
  const ProgrammeEvent *event = request->event;
  guint wanted = request->selection.kinds;
  if (is_wanted (wanted, PG_SIGN_SCREEN) && wanted != 1u << PG_SIGN_SCREEN)
    {
      g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                           "kind=screen goes with no other: pictures for screens have a list of their own");
      return FALSE;
    }
  return has_room (event, request->selection.room, error) && has_place (event, request->selection.place, error);
}

static gboolean
has_pages (const PgManuscript *manuscript, GError **error)
{
  if (manuscript->page_runs->len > 0)
    return TRUE;
  g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                       "of what is asked for there is nothing to be said: ask for other kinds, another day or room");
  return FALSE;
}

PgManuscript *
pg_signs_compose (const PgRequest *request, GError **error)
{
  PgManuscript *manuscript = NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* all of a sign is heading */
  if (!may_be_wanted (request, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!is_wanted (request->selection.kinds, i))
        continue;
      const PgPaper *paper = kinds[i].turns ? pg_paper_new_turned (request, kinds[i].group, error)
                                            : pg_paper_new_scaled (request, kinds[i].group, error);
      if (paper == NULL)
        return NULL;
      const PgVoice *voice = pg_voice_new (stacked, paper);
      if (manuscript == NULL)
        manuscript = pg_manuscript_new_in (voice, NULL);
      kinds[i].add (manuscript, voice);
    }
  return has_pages (manuscript, error) ? manuscript : NULL;
}

const char *
pg_signs_find_lack (const ProgrammeEvent *event, guint wanted)
{
  if ((is_wanted (wanted, PG_SIGN_DOOR) || is_wanted (wanted, PG_SIGN_SCREEN)) && !pg_event_uses_rooms (event))
    return "no session is in a room, so that there is no door to hang a sign on: write <room id=\"hall\"> in "
           "<rooms>, and room=\"hall\" in its sessions";
  if (is_wanted (wanted, PG_SIGN_DIRECTION) && event->signposts->len == 0)
    return "nothing says where signs show the way: write <directions>, and in it <sign> with a <way> to each "
           "destination";
  if (is_wanted (wanted, PG_SIGN_NOTICE) && event->notices->len == 0)
    return "there is nothing to give notice of: write <notices>, and in it <notice kind=\"moved\"> or the like";
  return NULL;
}
