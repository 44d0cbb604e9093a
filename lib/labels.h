/* Labels of a document. Enters: options. Leaves: how large a page is, and where pages stand on the sheets of a stock. */
#pragma once

#include "document.h"
#include "sheet/labels.h"

/* What the options say of labels and badges goes into the request; a wish is lent where there is a stock, else NULL. FALSE with an
   error where there is none of that name, its file is wrong, or it has fewer labels than the one to start with. */
gboolean pg_labels_read (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report,
                         const PgLabelWish **wish, GError **error);

/* Puts the document's pages on the sheets, if there is a wish, and tells to print them at their size. */
void pg_labels_apply (ProgrammeDocument *document, const PgLabelWish *wish, ProgrammeReport *report);
