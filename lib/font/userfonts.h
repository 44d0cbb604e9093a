/* Fonts of the user's own. Enters: a folder. Leaves: a fontconfig configuration of those in it that a PDF can hold.
   Private to text/. */
#pragma once

#include "base/report.h"

#include <fontconfig/fontconfig.h>

/* The fonts that lie in the folder itself; folders in it are not looked into. A file that looks like a font and cannot
   be used is a warning "bad-font" that names it, and is left out. The configuration is the caller's. NULL with
   PROGRAMME_ERROR_OPTION if there is no such folder or it cannot be read. */
FcConfig *pg_user_fonts_load (const char *folder, ProgrammeReport *report, GError **error);
