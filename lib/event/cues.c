/* Enters: an entry of the agenda. Leaves: who or what comes when in it, and for how long. */
#include "event/cues.h"

/* Who has the floor to give it to others. */
static gboolean
is_lead (const PgGroup *group)
{
  static const char *const roles[] = { "moderator", "chair", "host", "facilitator", NULL };
  return group->role != NULL && g_strv_contains (roles, group->role);
}

static void
add_group (GArray *cues, const PgGroup *group)
{
  if (group->slots->len == 0 && group->label != NULL)
    {
      PgCue item = { .group = group, .minutes = group->minutes };
      g_array_append_val (cues, item);
    }
  for (guint i = 0; i < group->slots->len; i++)
    {
      const PgSlot *slot = g_ptr_array_index (group->slots, i);
      PgCue turn = { .group = group, .slot = slot, .leads = is_lead (group), .minutes = slot->minutes };
      g_array_append_val (cues, turn);
    }
}

/* Adds the groups that stand after so many talks or works; next is the first one to look at. */
static void
add_groups (GArray *cues, const GPtrArray *groups, guint after, guint *next)
{
  for (; *next < groups->len; ++*next)
    {
      const PgGroup *group = g_ptr_array_index (groups, *next);
      if (group->after > after)
        return;
      add_group (cues, group);
    }
}

static void
add_topic (const PgTopic *topic, gpointer data)
{
  PgCue cue = { .topic = topic };
  guint next = 0;
  g_array_append_val ((GArray *) data, cue);
  add_groups (data, topic->groups, G_MAXUINT, &next);
}

static guint
length_of (const PgTalk *talk)
{
  return talk->minutes == 0 && talk->start >= 0 && talk->end > talk->start ? (guint) (talk->end - talk->start)
                                                                           : talk->minutes;
}

static GArray *
collect (const PgEntry *entry)
{
  GArray *cues = g_array_new (FALSE, TRUE, sizeof (PgCue));
  guint next = 0;
  add_groups (cues, entry->groups, 0, &next);
  for (guint i = 0; entry->talks != NULL && i < entry->talks->len; i++)
    {
      const PgTalk *talk = g_ptr_array_index (entry->talks, i);
      PgCue cue = { .talk = talk, .minutes = length_of (talk) };
      g_array_append_val (cues, cue);
      add_groups (cues, entry->groups, i + 1, &next);
    }
  for (guint i = 0; entry->works != NULL && i < entry->works->len; i++)
    {
      PgCue cue = { .work = g_ptr_array_index (entry->works, i) };
      g_array_append_val (cues, cue);
      add_groups (cues, entry->groups, i + 1, &next);
    }
  add_groups (cues, entry->groups, G_MAXUINT, &next);
  pg_each_topic (entry->topics, add_topic, cues);
  return cues;
}

static gboolean
has_own_time (const PgCue *cue)
{
  return cue->talk != NULL && cue->talk->start >= 0;
}

/* A topic takes the time of its turns. */
static gboolean
takes_time (const GArray *cues, guint index)
{
  const PgCue *cue = &g_array_index (cues, PgCue, index);
  return !cue->leads && !(cue->topic != NULL && cue->topic->groups->len > 0);
}

/* Gives what is left of the time up to end to the last item without minutes among cues; where there is none, to questions. */
static void
give_rest (GArray *cues, guint from, guint to, int time, gboolean is_last)
{
  PgCue *open = NULL;
  guint n_open = 0;
  for (guint i = from; i < to; i++)
    {
      PgCue *cue = &g_array_index (cues, PgCue, i);
      time -= (int) MIN (cue->minutes, (guint) G_MAXINT / 2);
      if (cue->minutes > 0 || !takes_time (cues, i))
        continue;
      n_open++;
      open = cue->group != NULL && cue->slot == NULL ? cue : NULL;
    }
  if (time <= 0 || n_open > 1 || (n_open == 1 && open == NULL))
    return;
  PgCue questions = { .is_questions = TRUE, .minutes = (guint) time };
  if (open != NULL)
    open->minutes = (guint) time;
  else if (is_last)
    g_array_append_val (cues, questions);
}

/* Between talks that have times of their own, each stretch is shared out by itself. */
static void
share_out (GArray *cues, const PgEntry *entry)
{
  int start = entry->start;
  guint from = 0, n = cues->len;
  for (guint i = 0; i <= n; i++)
    {
      const PgCue *cue = i < n ? &g_array_index (cues, PgCue, i) : NULL;
      if (cue != NULL && !has_own_time (cue))
        continue;
      int end = cue != NULL ? cue->talk->start : entry->end;
      if (end > start)
        give_rest (cues, from, i, end - start, cue == NULL);
      from = i;
      start = end;
    }
}

static void
run_clock (GArray *cues, const PgEntry *entry)
{
  gint64 time = entry->start;
  for (guint i = 0; i < cues->len; i++)
    {
      PgCue *cue = &g_array_index (cues, PgCue, i);
      if (has_own_time (cue))
        time = cue->talk->start;
      cue->start = (int) MIN (time, G_MAXINT);
      if (cue->minutes == 0 && takes_time (cues, i))
        time = -1;
      else if (time >= 0)
        time += cue->minutes;
    }
}

GArray *
pg_cues_of (const PgEntry *entry)
{
  GArray *cues = collect (entry);
  if (cues->len > 0 && !entry->unsure)
    share_out (cues, entry);
  run_clock (cues, entry);
  return cues;
}
