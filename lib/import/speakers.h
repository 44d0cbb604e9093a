/* Who speaks, as tables have it. Enters: a cell with one name or several. Leaves: slots of an entry. */
#pragma once

#include "import/columns.h"
#include "import/draft.h"
#include "import/family.h"

typedef struct
{
  PgDraft *draft;
  PgFamily *family;
  const char *language; /* of the names, or NULL */
  GHashTable *said;     /* char*: a group and a person who has a slot in it */
  gboolean at_commas;   /* names are parted by commas, too, as some systems do */
} PgSpeakers;

/* Adds those of a cell to the group of a role: "Aino Aalto; Jan Smit (Port of X)". organisation and position, each "" if the
   table does not say it, are those of all of them. Gives how many there are. */
guint pg_speakers_add (const PgSpeakers *speakers, PgDraftEntry *entry, const char *role, const char *cell,
                       const char *organisation, const char *position);

/* The same of the columns that a row has for them: who chairs, as whom the headings say; and who speaks, or is a talk's author. */
guint pg_speakers_add_chairs (const PgSpeakers *speakers, const PgColumns *columns, const PgRows *rows,
                              const PgRow *row, PgDraftEntry *session);
guint pg_speakers_add_row (const PgSpeakers *speakers, const PgColumns *columns, const PgRow *row, PgDraftEntry *entry);
