/* Enters: cairo's PDF of marked pages. Leaves: a PDF/UA-1 and PDF/A-2a of them, or A-3a with its source in it. */
#pragma once

#include "base/sink.h"
#include "layout/frame.h"
#include "pdf/embed.h"
#include "pdf/xmp.h"

/* chunks: PgChunk, as they were painted. source may be NULL. What is finished goes into the sink bit by bit. FALSE: the sink
   has failed, also with PROGRAMME_ERROR_OUTPUT. */
gboolean pg_accessible_finish (GBytes *pdf, const PgPages *pages, const GArray *chunks,
                               const PgDescription *description, const PgEmbeddedFile *source, PgSink *sink);
