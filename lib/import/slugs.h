/* Enters: names in any script. Leaves: ids that XML takes and people can type: "aino-aalto" for "Aino Aalto". */
#pragma once

#include <glib.h>

typedef struct PgSlugs PgSlugs;

/* For the ids of one kind of things, none of which is given twice. */
PgSlugs *pg_slugs_new (void);
void pg_slugs_free (PgSlugs *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgSlugs, pg_slugs_free)

/* "aino-aalto", or "aino-aalto-2" where that is taken; kind, such as "room", stands for a name that has no letters. Free with
   g_free. */
char *pg_slugs_make (PgSlugs *ids, const char *name, const char *kind);
