/* Enters: cairo's PDF of pages that are to be trimmed. Leaves: a PDF/X-4 of them. */
#pragma once

#include "base/sink.h"
#include "layout/frame.h"
#include "pdf/press-images.h"
#include "pdf/xmp.h"

#define PG_PRESS_VERSION "1.6"

/* The colour profile of the press, which is embedded, and what it calls itself. */
typedef struct
{
  GBytes *profile;
  const char *name;
} PgOutputIntent;

/* What is finished goes into the sink bit by bit. FALSE: the sink has failed, also with PROGRAMME_ERROR_OUTPUT. */
gboolean pg_press_finish (GBytes *pdf, const PgPages *pages, const PgDescription *description,
                          const PgOutputIntent *intent, const PgPressPictures *pictures, PgSink *sink);

/* The two halves of it: pages, with what the press needs around them, those that are the same as one form if that is wanted, FALSE
   if the sink has failed; and what a PDF says of itself, where sum, an MD5 sum, is all that its identifier follows from. */
gboolean pg_press_prepare (qpdf_data qpdf, const PgPages *pages, gboolean share, const PgPressPictures *pictures,
                           PgSink *sink);
void pg_press_finish_catalog (qpdf_data qpdf, const char *sum, const PgDescription *description,
                              const PgOutputIntent *intent);

/* A name that follows from what a PDF is made of, in the form of a UUID. Free with g_free. */
char *pg_press_identify (GBytes *pdf);
