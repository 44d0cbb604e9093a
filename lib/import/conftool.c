/* The export of ConfTool. Enters: a row that is a session, with columns p1_title, p1_presenting_author, p1_organisations and so
   on. Leaves: the session's talks. */
#include "import/conftool.h"

#define MAX_PAPERS 99

/* Columns; G_MAXUINT: there is none. */
typedef struct
{
  guint title, presenting, authors, organisations;
} Paper;

static guint
column_of (const PgRow *head, guint number, const char *what)
{
  g_autofree char *name = g_strdup_printf ("p%u_%s", number, what);
  for (guint i = 0; i < head->n_cells; i++)
    if (g_ascii_strcasecmp (head->cells[i], name) == 0)
      return i;
  return G_MAXUINT;
}

GArray *
pg_conftool_papers (const PgRows *rows, const PgColumns *columns)
{
  GArray *papers = g_array_new (FALSE, FALSE, sizeof (Paper));
  const PgRow *head = columns->head != G_MAXUINT ? g_ptr_array_index (rows->rows, columns->head) : NULL;
  for (guint i = 1; head != NULL && i <= MAX_PAPERS; i++)
    {
      Paper paper = { column_of (head, i, "title"), column_of (head, i, "presenting_author"),
                      column_of (head, i, "authors"), column_of (head, i, "organisations") };
      if (paper.title == G_MAXUINT)
        break;
      g_array_append_val (papers, paper);
    }
  return papers;
}

void
pg_conftool_talks (const GArray *papers, const PgRow *row, PgDraft *draft, const PgSpeakers *speakers,
                   PgDraftEntry *session)
{
  for (guint i = 0; session->sort == PG_DRAFT_SESSION && i < papers->len; i++)
    {
      const Paper *paper = &g_array_index (papers, Paper, i);
      const char *title = pg_row_cell (row, paper->title), *presenting = pg_row_cell (row, paper->presenting);
      if (title[0] == '\0')
        continue;
      PgDraftEntry *talk = pg_draft_talk (draft, session);
      pg_draft_text (draft, &talk->title, NULL, title);
      pg_speakers_add (speakers, talk, "author", presenting[0] != '\0' ? presenting : pg_row_cell (row, paper->authors),
                       pg_row_cell (row, paper->organisations), "");
      if (g_strcmp0 (session->kind, "plain") == 0)
        session->kind = NULL;
    }
}
