/* The words that the library prints, in a language that an event wants. */
#pragma once

#include <glib.h>
#include <programme/version.h>

G_BEGIN_DECLS

/**
 * programme_words_template:
 * @language: a BCP 47 tag, such as "fi"
 * @error: return location for an error
 *
 * Gives the element <words> of an event in @language, ready to fill in: what the library has, else the English words as
 * comments above empty elements. Joints such as "%1, %2" are there already.
 *
 * Returns: (transfer full) (nullable): XML, or %NULL with %PROGRAMME_ERROR_OPTION if ISO 639 has no such language
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_words_template (const char *language, GError **error);

G_END_DECLS
