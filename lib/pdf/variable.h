/* Pages that are printed for one after another. Enters: PDFs of such pages, whose they are. Leaves: one PDF of all of them, which
   is written as they come, with the tree that tells a press whose pages are whose (ISO 16612-2, PDF/VT-1). */
#pragma once

#include "layout/frame.h"
#include "pdf/press.h"

typedef struct PgVariable PgVariable;

/* All of them are borrowed until pg_variable_free(). Where the sink has failed the rest is in vain. */
PgVariable *pg_variable_new (const PgDescription *description, const PgOutputIntent *intent, PgSink *sink);
void pg_variable_free (PgVariable *variable); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgVariable, pg_variable_free)

/* Writes what pages show, cairo's PDF of them; texts gets for each what stands for it from then on, to be freed with g_free.
   Those that others have, too, show one form. FALSE: the sink has failed. */
gboolean pg_variable_show (PgVariable *variable, GBytes *drawn, const PgPages *pages, const PgPressPictures *pictures,
                           char **texts);

/* The next record's pages, which are a document part with the recipient's name and key. */
void pg_variable_add (PgVariable *variable, const PgRecord *record, char *const *texts, guint n);

/* Writes the end. FALSE: the sink has failed. */
gboolean pg_variable_finish (PgVariable *variable);
