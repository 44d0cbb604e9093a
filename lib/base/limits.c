/* Enters: nothing. Leaves: the limits where nobody asks for others. */
#include "base/limits.h"

const PgLimits pg_standard_limits = { .event_bytes = (gsize) PG_LIMIT_EVENT * PG_MB,
                                      .elements = PG_LIMIT_ELEMENTS,
                                      .paragraph_bytes = (gsize) PG_LIMIT_PARAGRAPH * PG_KB,
                                      .image_bytes = (gsize) PG_LIMIT_IMAGE * PG_MB,
                                      .images_bytes = (gsize) PG_LIMIT_IMAGES * PG_MB,
                                      .pixels = (double) PG_LIMIT_PIXELS * PG_MILLION,
                                      .svg_work = PG_LIMIT_SVG };
