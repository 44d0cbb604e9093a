/* A PDF of anybody's. Enters: its bytes. Leaves: libqpdf's hold of it, and what its pages are like; or why it cannot be used. */
#pragma once

#include "pdf/page-box.h"

typedef struct
{
  GBytes *bytes;
  char *name; /* what messages call it */
  qpdf_data qpdf;
  GArray *pages;  /* PgPageBoxes */
  int root, info; /* libqpdf's numbers of the catalog and of Info, or 0 */
} PgSource;

/* NULL with PROGRAMME_ERROR_READ for what is no PDF, or one that is damaged, encrypted or empty: nothing is mended unasked. */
PgSource *pg_source_open (GBytes *pdf, const char *name, GError **error);
void pg_source_free (PgSource *source); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgSource, pg_source_free)

/* A page from 0. */
static inline const PgPageBoxes *
pg_source_page (const PgSource *source, guint page)
{
  return &g_array_index (source->pages, PgPageBoxes, page);
}

/* Whether libqpdf found no fault until now; page is that which was read, from 1, or 0. FALSE with PROGRAMME_ERROR_READ. */
gboolean pg_source_is_sound (const PgSource *source, int page, GError **error);

/* PROGRAMME_ERROR_READ, "FILE.pdf: page 3: WHY: make the file again". */
void pg_source_refuse_page (const PgSource *source, guint page, const char *why, GError **error);

/* What the catalog or Info has of it; where there is nothing, FALSE or NULL. Free with g_free. */
char *pg_source_language (const PgSource *source);
char *pg_source_text (const PgSource *source, const char *key); /* "/Title" */
gboolean pg_source_is_trapped (const PgSource *source);

/* Whether pages are turned so; otherwise, where it does not say how. */
gboolean pg_source_is_right_to_left (const PgSource *source, gboolean otherwise);

typedef enum
{
  PG_PRESS_NONE,
  PG_PRESS_X4,
  PG_PRESS_OTHER
} PgPressClaim;

/* What it says of itself as a file for the press. */
PgPressClaim pg_source_press_claim (const PgSource *source);
