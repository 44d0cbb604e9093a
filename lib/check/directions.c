/* Enters: an event. Leaves: findings on signs that show the way, and on notices that lack what their kind says. */
#include "check/parts.h"

#define WAYS_A_SHEET 4

static const char *
destination_of (const PgDirection *way)
{
  if (way->name != NULL)
    return pg_text_written_first (way->name)->string;
  return way->room != NULL ? way->room->id : way->icon;
}

/* By which those to one destination are known. */
static char *
key_of (const PgDirection *way)
{
  const char *what = way->name != NULL ? "name" : way->room != NULL ? "room" : "icon";
  return g_strdup_printf ("%s %s %s", what, way->room != NULL ? way->room->id : "", destination_of (way));
}

static void
check_ways (const PgSignpost *signpost, ProgrammeReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < signpost->ways->len; i++)
    {
      PgDirection *way = g_ptr_array_index (signpost->ways, i);
      g_autofree char *key = key_of (way);
      const PgDirection *before = g_hash_table_lookup (seen, key);
      if (before == NULL)
        {
          g_hash_table_insert (seen, g_steal_pointer (&key), way);
          continue;
        }
      ProgrammeFinding *finding
          = pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &way->place, "destination-twice",
                           "this sign shows the way to \"%.60s\" already, in line %u: keep one of the two",
                           destination_of (way), before->place.line);
      pg_finding_add_place (finding, &before->place);
    }
  guint n = signpost->ways->len, sheets = (n + WAYS_A_SHEET - 1) / WAYS_A_SHEET;
  if (n > WAYS_A_SHEET)
    pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &signpost->place, "more-sheets",
                   "this sign has %u ways, and a sheet has room for %d: it will be %u sheets", n, WAYS_A_SHEET, sheets);
}

/* What a notice lacks of what its kind says; NULL: nothing. */
static const char *
lack_of (const PgNotice *notice)
{
  gboolean is_of_session = notice->kind == PG_NOTICE_MOVED || notice->kind == PG_NOTICE_CANCELLED;
  if (is_of_session && notice->session == NULL)
    return "does not say of which session it is: add session=\"…\"";
  if (notice->kind == PG_NOTICE_MOVED && notice->session->room == NULL)
    return "is of a session that is in no room: say in <session> where it is now, room=\"…\"";
  if (notice->kind == PG_NOTICE_MOVED && notice->from != NULL && pg_entry_is_in (notice->session, notice->from))
    return "is of a session that is still in the room it was moved from: say in <session> where it is now";
  if (notice->kind == PG_NOTICE_TEXT && notice->body == NULL)
    return "has no text: write it in <p>";
  return NULL;
}

void
pg_check_directions (const ProgrammeEvent *event, ProgrammeReport *report)
{
  for (guint i = 0; i < event->signposts->len; i++)
    check_ways (g_ptr_array_index (event->signposts, i), report);
  for (guint i = 0; i < event->notices->len; i++)
    {
      const PgNotice *notice = g_ptr_array_index (event->notices, i);
      const char *lack = lack_of (notice);
      if (lack != NULL)
        pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &notice->place, "notice-lack", "this notice, \"%s\", %s",
                       pg_notice_names[notice->kind], lack);
    }
}
