/* What the fuzz targets share. Enters: bytes that chance has made. Leaves: them in the library's hands; all that comes
   of it is right, but a crash, a leak or endless work. */
#pragma once

#include <programme/programme.h>

/* Of libFuzzer. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The same bytes in memory of their own, so that reading beyond them is seen. Free with g_bytes_unref. */
GBytes *fuzz_bytes (const guint8 *data, gsize size);

/* A built-in theme, for as long as the process lives. */
ProgrammeTheme *fuzz_theme (const char *name);

/* Makes a piece of the event as the number says, and writes it where nobody reads. */
void fuzz_make (ProgrammeEvent *event, ProgrammeTheme *theme, guint number);
