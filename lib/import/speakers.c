/* Who speaks, as tables have it. Enters: a cell. Leaves: people of the draft, each of whom it has once, and their slots. */
#include "import/speakers.h"

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

guint
pg_speakers_add (const PgSpeakers *speakers, PgDraftEntry *entry, const char *role, const char *cell,
                 const char *organisation, const char *position)
{
  g_auto (GStrv) names = g_strsplit_set (cell, speakers->at_commas ? ";/\n|," : ";/\n|", -1);
  guint n = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      if (name[0] == '\0' || strcmp (name, "-") == 0 || strcmp (name, "–") == 0)
        continue;
      add_one (speakers, entry, role, name, organisation, position);
      n++;
    }
  return n;
}
