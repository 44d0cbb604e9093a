/* Who may draw text. Enters: threads that do. Leaves: one at a time. */
#pragma once

/* cairo 1.16 keeps the glyphs of all fonts in one cache, and locks that and a font in an order in which two threads can
   wait for each other for ever. So whatever lets cairo draw or measure a glyph stands between these two, which may be
   nested. */
void pg_drawing_begin (void);
void pg_drawing_end (void);
