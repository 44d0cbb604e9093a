/* Enters: a PDF whose colours are RGB. Leaves: it with black and grey on the black plate, and all other colours told; and codes where
   their places were kept, for contents are read only here. */
#pragma once

#include "base/sink.h"
#include "pdf/qpdf.h"

/* The grey that stands for a colour on the press, 0 for black to 1 for white: of what is grey, or so dark a grey with so
   slight a tinge that several inks would only blur it. FALSE for what is a colour. */
gboolean pg_press_grey (const double rgb[3], double *grey);

/* The content with the operators of such colours in place of RGB's, and with codes, PgCode by the numbers of their marks, in
   place of the squares that stand for them (pg_painter_reserve()); NULL if there are none of either. */
GString *pg_press_rewrite (const char *content, gsize length, const GPtrArray *codes);

/* Goes once over all objects of the PDF. srgb is the number of a stream with the profile of the colours that stay RGB; codes as
   above. Writes nothing; the sink's watch is led from so much of its part to half of it. FALSE: the sink has failed, and the rest was left. */
gboolean pg_press_colours (qpdf_data qpdf, int srgb, const GPtrArray *codes, double from, PgSink *sink);
