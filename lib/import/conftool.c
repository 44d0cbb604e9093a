/* The export of ConfTool. Enters: a row that is a session, with columns p1_title, p1_presenting_author, p1_organisations and so
   on. Leaves: the session's talks. */
#include "import/conftool.h"

#include <string.h>

#define MAX_PAPERS 99

/* What a row has in the column of a heading; "" if there is no such column. */
static const char *
cell_of (const PgRow *head, const PgRow *row, guint number, const char *what)
{
  g_autofree char *name = g_strdup_printf ("p%u_%s", number, what);
  for (guint i = 0; i < head->n_cells; i++)
    if (g_ascii_strcasecmp (head->cells[i], name) == 0)
      return pg_row_cell (row, i);
  return "";
}

void
pg_conftool_talks (const PgRows *rows, const PgColumns *columns, const PgRow *row, PgDraft *draft,
                   const PgSpeakers *speakers, PgDraftEntry *session)
{
  if (columns->head == G_MAXUINT || session->sort != PG_DRAFT_SESSION)
    return;
  const PgRow *head = g_ptr_array_index (rows->rows, columns->head);
  for (guint i = 1; i <= MAX_PAPERS; i++)
    {
      const char *title = cell_of (head, row, i, "title");
      if (title[0] == '\0')
        return;
      PgDraftEntry *talk = pg_draft_talk (draft, session);
      const char *authors = cell_of (head, row, i, "authors"),
                 *presenting = cell_of (head, row, i, "presenting_author");
      pg_draft_text (draft, &talk->title, NULL, title);
      pg_speakers_add (speakers, talk, "author", presenting[0] != '\0' ? presenting : authors,
                       cell_of (head, row, i, "organisations"), "");
      if (g_strcmp0 (session->kind, "plain") == 0)
        session->kind = NULL;
    }
}
