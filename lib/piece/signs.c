/* Enters: an event, and which signs are wanted. Leaves: signs of all kinds; each kind is a file beside this one. */
#include "piece/signs.h"
#include "base/nearest.h"
#include "piece/pieces.h"

/* In the order of the option's words, whose numbers are bits. */
static const struct
{
  const char *group; /* of the theme, which has its paper */
  void (*add) (PgManuscript *manuscript, const PgVoice *voice);
  gboolean needs_rooms;
} kinds[] = {
  { "sign", pg_add_doors, TRUE },
  { "sign", pg_add_session_signs, FALSE },
  { "welcome", pg_add_welcome, FALSE },
};

static gboolean
is_wanted (guint wanted, guint kind)
{
  return (wanted & (1u << kind)) != 0;
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
  const char *near = wanted != NULL ? pg_nearest_word (wanted, (const char *const *) ids->pdata) : NULL;
  if (wanted != NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: there is no room “%s”%s%s%s", event->file, wanted,
                 near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
  return wanted == NULL;
}

/* Whether what is wanted is there. */
static gboolean
may_be_wanted (const PgRequest *request, GError **error)
{
  const ProgrammeEvent *event = request->event;
  guint day = request->selection.day, n = event->days->len;
  if (day <= n)
    return has_room (event, request->selection.room, error);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: there is no day %u: the event has %u", event->file,
               day, n);
  return FALSE;
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
      const PgPaper *paper = pg_paper_new_scaled (request, kinds[i].group, error);
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
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_wanted (wanted, i) && kinds[i].needs_rooms && !pg_event_uses_rooms (event))
      return "no session is in a room, so that there is no door to hang a sign on: write <room id=\"hall\"> in "
             "<rooms>, and room=\"hall\" in its sessions";
  return NULL;
}
