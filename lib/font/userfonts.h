/* Fonts of the user's own. Enters: a folder, or bytes. Leaves: a fontconfig configuration of those that a PDF can hold.
   Private to font/. */
#pragma once

#include "base/report.h"
#include "font/bytes.h"

#include <fontconfig/fontconfig.h>

/* What the folder's files are like, to free with g_free: another string when one of them has changed. real gets the
   path of the folder without links, to free with g_free. NULL with PROGRAMME_ERROR_OPTION if there is no such folder or it
   cannot be read. */
char *pg_user_fonts_state (const char *folder, char **real, GError **error);

/* What is wrong with fonts; nothing yet. Free with g_ptr_array_unref. */
GPtrArray *pg_user_fonts_faults_new (void);

/* The fonts that lie in the folder itself; folders in it are not looked into. A file that looks like a font and cannot
   be used is left out, and a fault. is_changed: this process has loaded it in another state; then what
   any cache says of it is not believed. The configuration is the caller's. NULL with PROGRAMME_ERROR_OPTION if there is
   no such folder or it cannot be read. */
FcConfig *pg_user_fonts_load (const char *folder, gboolean is_changed, GPtrArray *faults, GError **error);

/* A warning "bad-font" for each fault; folder is how the user names it. */
void pg_user_fonts_tell (const GPtrArray *faults, const char *folder, ProgrammeReport *report);

/* The same for fonts in memory (PgFontBytes). NULL with PROGRAMME_ERROR_FONTS if the system has no room for one. */
FcConfig *pg_user_fonts_load_bytes (const GPtrArray *fonts, GPtrArray *faults, GError **error);

/* The same for fonts with these bytes, whatever their names. */
void pg_user_fonts_tell_bytes (const GPtrArray *faults, const GPtrArray *fonts, ProgrammeReport *report);
