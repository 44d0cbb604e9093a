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

/* A page that is drawn: what it is to be, and what stands for it from then on. */
typedef struct
{
  int *form;                 /* it is a part of others, a form whose number in the file is put here; or NULL */
  const int *before, *after; /* such forms, which are shown before what is drawn of it, and behind that; or NULL */
  char *text;                /* of the page; free with g_free */
} PgVariablePage;

/* Writes what pages show, cairo's PDF of them, and fills in what stands for them. Those that others have, too, show one form; so
   must those that are parts, which come before the pages that show them. FALSE: the sink has failed. */
gboolean pg_variable_show (PgVariable *variable, GBytes *drawn, const PgPages *pages, const PgPressPictures *pictures,
                           PgVariablePage *shown);

/* The next record's pages, which are a document part with the recipient's name and key. */
void pg_variable_add (PgVariable *variable, const PgRecord *record, char *const *texts, guint n);

/* Writes the end. FALSE: the sink has failed. */
gboolean pg_variable_finish (PgVariable *variable);
