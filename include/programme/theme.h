/* A theme: all that concerns looks. */
#pragma once

#include <programme/files.h>
#include <programme/report.h>

G_BEGIN_DECLS

/**
 * ProgrammeTheme:
 *
 * A theme. It never changes. Ref-counted; several threads may use one theme at once.
 *
 * Since: 0.1
 */
typedef struct ProgrammeTheme ProgrammeTheme;

#define PROGRAMME_TYPE_THEME (programme_theme_get_type ())
PROGRAMME_API GType programme_theme_get_type (void) G_GNUC_CONST;

/**
 * ProgrammeBilingual:
 * @PROGRAMME_BILINGUAL_THEME: as the theme says
 * @PROGRAMME_BILINGUAL_STACKED: each part followed by its second language
 * @PROGRAMME_BILINGUAL_PARALLEL: side by side in two columns
 * @PROGRAMME_BILINGUAL_HEADINGS: cover, running heads and titles in both, the rest in the first
 * @PROGRAMME_BILINGUAL_EDITIONS: a document a language, which the caller makes one by one
 *
 * How a programme in two languages is set.
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_BILINGUAL_THEME,
  PROGRAMME_BILINGUAL_STACKED,
  PROGRAMME_BILINGUAL_PARALLEL,
  PROGRAMME_BILINGUAL_HEADINGS,
  PROGRAMME_BILINGUAL_EDITIONS
} ProgrammeBilingual;

#define PROGRAMME_TYPE_BILINGUAL (programme_bilingual_get_type ())
PROGRAMME_API GType programme_bilingual_get_type (void) G_GNUC_CONST;

/**
 * programme_theme_new_named:
 * @name: the name of a built-in theme: "institutional", "modern" or "classic"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the theme, or %NULL with %PROGRAMME_ERROR_THEME if there is none of that name
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeTheme *programme_theme_new_named (const char *name, GError **error);

/**
 * programme_theme_read_file:
 * @path: (type filename): a theme's file, which programme(1) describes
 * @report: (nullable): gets what is wrong with it, all in one run, each with its place
 * @error: return location for an error
 *
 * Reads a theme. A file of one's own says "extends = institutional" in its group [theme] and then only what differs; other
 * files that it extends lie in its own folder or below it.
 *
 * Returns: (transfer full) (nullable): the theme, or %NULL with %PROGRAMME_ERROR_THEME; where the file has faults the error
 *   says the first, with file, line and column
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeTheme *programme_theme_read_file (const char *path, ProgrammeReport *report, GError **error);

/**
 * programme_theme_read_bytes:
 * @bytes: a theme, as in a file
 * @name: what findings call it
 * @files: (nullable): where other files are that it extends; %NULL: there are none
 * @report: (nullable): gets what is wrong with it
 * @error: return location for an error
 *
 * Reads a theme from memory; see programme_theme_read_file().
 *
 * Returns: (transfer full) (nullable): the theme, or %NULL with %PROGRAMME_ERROR_THEME
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeTheme *programme_theme_read_bytes (GBytes *bytes, const char *name, ProgrammeFiles *files,
                                                          ProgrammeReport *report, GError **error);

/**
 * programme_theme_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the built-in themes
 *
 * Since: 0.1
 */
PROGRAMME_API const char *const *programme_theme_list (void);

/**
 * programme_theme_get_bilingual:
 * @theme: a theme
 *
 * Returns: how the theme sets two languages; never %PROGRAMME_BILINGUAL_THEME
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeBilingual programme_theme_get_bilingual (const ProgrammeTheme *theme);

/**
 * programme_theme_ref:
 * @theme: a theme
 *
 * Returns: (transfer full): the same theme
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeTheme *programme_theme_ref (ProgrammeTheme *theme);

/**
 * programme_theme_unref:
 * @theme: (transfer full): a theme
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_theme_unref (ProgrammeTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeTheme, programme_theme_unref)

G_END_DECLS
