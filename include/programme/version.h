/* The library's version, at compile time and at run time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PROGRAMME_MAJOR_VERSION 0
#define PROGRAMME_MINOR_VERSION 2
#define PROGRAMME_MICRO_VERSION 0

/**
 * PROGRAMME_CHECK_VERSION:
 * @major: a major version
 * @minor: a minor version
 * @micro: a micro version
 *
 * %TRUE when the headers are of this version or newer.
 *
 * Since: 0.1
 */
#define PROGRAMME_CHECK_VERSION(major, minor, micro)                                                                   \
  (PROGRAMME_MAJOR_VERSION > (major)                                                                                   \
   || (PROGRAMME_MAJOR_VERSION == (major)                                                                              \
       && (PROGRAMME_MINOR_VERSION > (minor)                                                                           \
           || (PROGRAMME_MINOR_VERSION == (minor) && PROGRAMME_MICRO_VERSION >= (micro)))))

/* What the library exports; everything else is hidden. */
#define PROGRAMME_API extern __attribute__ ((visibility ("default")))

/**
 * programme_version:
 *
 * Returns: (transfer none): the version of the library that runs, such as "0.2.0"
 *
 * Since: 0.1
 */
PROGRAMME_API const char *programme_version (void);

G_END_DECLS
