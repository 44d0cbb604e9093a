/* The errors of operations that can fail. Faults in the user's event are findings: see report.h. */
#pragma once

#include <glib-object.h>
#include <programme/version.h>

G_BEGIN_DECLS

/**
 * PROGRAMME_ERROR:
 *
 * Error domain of the library; codes are of #ProgrammeError.
 *
 * Since: 0.1
 */
#define PROGRAMME_ERROR (programme_error_quark ())

/**
 * ProgrammeError:
 * @PROGRAMME_ERROR_READ: a file could not be opened or read
 * @PROGRAMME_ERROR_INVALID: the event has errors; the report tells which
 * @PROGRAMME_ERROR_THEME: a theme was not found or has faults
 * @PROGRAMME_ERROR_FONTS: the fonts of the set are not on this machine, or those from memory cannot be kept
 * @PROGRAMME_ERROR_OPTION: an option has a value that it cannot have
 * @PROGRAMME_ERROR_LAYOUT: the pages could not be made
 * @PROGRAMME_ERROR_OUTPUT: the output could not be written; the old file is as it was
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_ERROR_READ,
  PROGRAMME_ERROR_INVALID,
  PROGRAMME_ERROR_THEME,
  PROGRAMME_ERROR_FONTS,
  PROGRAMME_ERROR_OPTION,
  PROGRAMME_ERROR_LAYOUT,
  PROGRAMME_ERROR_OUTPUT
} ProgrammeError;

#define PROGRAMME_TYPE_ERROR (programme_error_get_type ())
PROGRAMME_API GType programme_error_get_type (void) G_GNUC_CONST;

/**
 * programme_error_quark:
 *
 * Returns: what %PROGRAMME_ERROR stands for
 *
 * Since: 0.1
 */
PROGRAMME_API GQuark programme_error_quark (void);

G_END_DECLS
