/* Enters: cairo's PDF of pages that are to be trimmed. Leaves: a PDF/X-4 of them. */
#pragma once

#include "layout/frame.h"
#include "pdf/xmp.h"

/* The colour profile of the press, which is embedded, and what it calls itself. */
typedef struct
{
  GBytes *profile;
  const char *name;
} PgOutputIntent;

/* Free with g_bytes_unref. NULL with PROGRAMME_ERROR_OUTPUT. */
GBytes *pg_press_finish (GBytes *pdf, const PgPages *pages, const PgDescription *description,
                         const PgOutputIntent *intent, GError **error);
