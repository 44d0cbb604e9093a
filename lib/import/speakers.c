/* Who speaks, as tables have it. Enters: a cell. Leaves: people of the draft, each of whom it has once, and their slots. */
#include "import/speakers.h"

#include "import/names.h"
#include "import/versions.h"

#include <string.h>

/* Sets who it is and where from: "Jan Smit (Port of X)", "Jan Smit, Port of X"; both are to be freed with g_free. */
static void
part (const char *written, char **name, char **organisation)
{
  const char *open = strchr (written, '('), *comma = strchr (written, ',');
  gsize length = strlen (written);
  *organisation = g_strdup ("");
  if (open != NULL && open > written && written[length - 1] == ')')
    {
      g_free (*organisation);
      *organisation = g_strstrip (g_strndup (open + 1, length - (gsize) (open - written) - 2));
      *name = g_strstrip (g_strndup (written, (gsize) (open - written)));
      return;
    }
  /* Of one word before a comma that is the family's name. */
  gboolean is_whole
      = comma != NULL && (memchr (written, ' ', (gsize) (comma - written)) != NULL || (guchar) written[0] >= 0xE1);
  if (!is_whole)
    {
      *name = pg_name_turned (written);
      return;
    }
  g_free (*organisation);
  *organisation = g_strstrip (g_strdup (comma + 1));
  *name = g_strstrip (g_strndup (written, (gsize) (comma - written)));
}

static PgDraftPerson *
person (const PgSpeakers *speakers, const char *name)
{
  PgDraft *draft = speakers->draft;
  g_autofree char *key = g_utf8_casefold (name, -1);
  PgDraftPerson *one = pg_draft_person (draft, key);
  if (one->name != NULL)
    return one;
  g_autofree char *xml = pg_family_markup (speakers->family, name, NULL, speakers->language);
  pg_draft_markup (draft, &one->name, NULL, xml);
  return one;
}

static void
add_one (const PgSpeakers *speakers, PgDraftEntry *entry, const char *role, const char *written,
         const char *organisation, const char *position)
{
  g_autofree char *name = NULL, *own = NULL;
  part (written, &name, &own);
  PgDraft *draft = speakers->draft;
  PgDraftPerson *one = person (speakers, name);
  const char *from = own[0] != '\0' ? own : organisation;
  if (one->organisation == NULL && from[0] != '\0')
    one->organisation = pg_draft_organisation (draft, from, from);
  if (one->position == NULL)
    pg_draft_text (draft, &one->position, NULL, position);
  PgDraftGroup *group = pg_draft_group (draft, entry, role);
  if (g_hash_table_add (speakers->said, g_strdup_printf ("%p %p", (void *) group, (void *) one)))
    pg_draft_slot (draft, group, one);
}

/* What stands in the place of a name that is not known. */
static gboolean
is_nobody (const char *name)
{
  static const char *const words[]
      = { "-", "–", "—", "?", "…", "...", "NA", "N/A", "n/a", "NN", "N.N.", "N. N.", NULL };
  static const char *const later[] = { "tba", "tbd", "tbc", "tbn", "t.b.a.", "t.b.d.", "t.b.c.", NULL };
  g_autofree char *plain = g_ascii_strdown (name, -1);
  return name[0] == '\0' || g_strv_contains (words, name) || g_strv_contains (later, plain);
}

/* The names in a cell. */
static char **
split (const PgSpeakers *speakers, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, speakers->at_commas ? ";/\n|," : ";/\n|", -1);
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) joined = pg_names_joined (g_strstrip (parts[i]));
      for (guint j = 0; joined != NULL && joined[j] != NULL; j++)
        g_ptr_array_add (names, g_strdup (joined[j]));
      if (joined == NULL)
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

guint
pg_speakers_add (const PgSpeakers *speakers, PgDraftEntry *entry, const char *role, const char *cell,
                 const char *organisation, const char *position)
{
  g_auto (GStrv) names = split (speakers, cell);
  guint n = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = names[i];
      if (is_nobody (name))
        continue;
      add_one (speakers, entry, role, name, organisation, position);
      n++;
    }
  return n;
}

/* Of rows */

/* What the heading of a column of chairs calls them. */
static const char *
role_of_chair (const char *heading)
{
  static const char *const moderators[]
      = { "moder", "사회", "진행", "司会", "主持", "animat", "facilit", "ведущ", "prowadz" };
  g_autofree char *plain = g_utf8_casefold (heading, -1);
  for (guint i = 0; i < G_N_ELEMENTS (moderators); i++)
    if (strstr (plain, moderators[i]) != NULL)
      return "moderator";
  return "chair";
}

guint
pg_speakers_add_chairs (const PgSpeakers *speakers, const PgColumns *columns, const PgRows *rows, const PgRow *row,
                        PgDraftEntry *session)
{
  const GArray *chairs = columns->columns[PG_FIELD_CHAIR];
  const PgRow *head = columns->head != G_MAXUINT ? g_ptr_array_index (rows->rows, columns->head) : NULL;
  guint n = 0;
  for (guint i = 0; i < chairs->len; i++)
    {
      guint column = g_array_index (chairs, guint, i);
      const char *role = role_of_chair (head != NULL ? pg_row_cell (head, column) : "");
      n += pg_speakers_add (speakers, session, role, pg_row_cell (row, column), "", "");
    }
  return n;
}

/* What a row has in the column of a field for one of its speakers; there may be one column for all of them. */
static const char *
cell_of_speaker (const PgColumns *columns, const PgRow *row, PgField field, guint number)
{
  const GArray *those = columns->columns[field];
  if (those->len <= 1)
    return pg_columns_cell (columns, row, field);
  return number < those->len ? pg_row_cell (row, g_array_index (those, guint, number)) : "";
}

/* The names of a row in another language, if they are as many; each person gets one, and where they are from. */
static void
translate (const PgSpeakers *speakers, const PgColumns *columns, const PgRow *row, const PgVersionColumn *version)
{
  g_auto (GStrv) names = split (speakers, pg_columns_cell (columns, row, PG_FIELD_SPEAKER));
  g_auto (GStrv) others = split (speakers, pg_row_cell (row, version->column));
  for (guint i = 0; names[i] != NULL && g_strv_length (names) == g_strv_length (others); i++)
    {
      g_autofree char *name = NULL, *from = NULL, *other = NULL, *other_from = NULL;
      if (is_nobody (names[i]) || is_nobody (others[i]))
        continue;
      part (names[i], &name, &from);
      part (others[i], &other, &other_from);
      PgDraftPerson *one = person (speakers, name);
      if (one->name->len == 1 && strcmp (name, other) != 0)
        pg_draft_name (speakers->draft, one, speakers->family, version->language, other);
      if (one->organisation != NULL && one->organisation->name->len == 1 && other_from[0] != '\0')
        pg_draft_text (speakers->draft, &one->organisation->name, version->language, other_from);
      if (one->organisation != NULL && one->organisation->name->len == 1)
        pg_versions_add (columns, row, PG_FIELD_ORGANISATION, speakers->draft, &one->organisation->name);
      if (one->position != NULL && one->position->len == 1)
        pg_versions_add (columns, row, PG_FIELD_POSITION, speakers->draft, &one->position);
    }
}

static void
translate_row (const PgSpeakers *speakers, const PgColumns *columns, const PgRow *row)
{
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (version->field == PG_FIELD_SPEAKER && version->column != pg_columns_first (columns, PG_FIELD_SPEAKER))
        translate (speakers, columns, row, version);
    }
}

guint
pg_speakers_add_row (const PgSpeakers *speakers, const PgColumns *columns, const PgRow *row, PgDraftEntry *entry)
{
  const GArray *those = columns->columns[PG_FIELD_SPEAKER];
  const char *role = entry->sort == PG_DRAFT_TALK ? "author" : "speaker";
  guint n = 0;
  for (guint i = 0; i < those->len; i++)
    n += pg_speakers_add (speakers, entry, role, pg_row_cell (row, g_array_index (those, guint, i)),
                          cell_of_speaker (columns, row, PG_FIELD_ORGANISATION, i),
                          cell_of_speaker (columns, row, PG_FIELD_POSITION, i));
  translate_row (speakers, columns, row);
  const char *given = pg_columns_cell (columns, row, PG_FIELD_GIVEN),
             *family = pg_columns_cell (columns, row, PG_FIELD_FAMILY);
  g_autofree char *name = g_strconcat (given, given[0] != '\0' && family[0] != '\0' ? " " : "", family, NULL);
  return n
         + pg_speakers_add (speakers, entry, role, name, pg_columns_cell (columns, row, PG_FIELD_ORGANISATION),
                            pg_columns_cell (columns, row, PG_FIELD_POSITION));
}
