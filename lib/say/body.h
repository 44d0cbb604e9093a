/* What say/body.c and say/text-table.c share. Enters: a part of a longer text. Leaves: a block. Private to say/. */
#pragma once

#include "say/voice.h"

/* How the parts of a text are set. */
typedef struct
{
  const PgVoice *voice;
  const PgStyle *style; /* of paragraphs */
  PgRole heading;       /* of the title of a section among them */
  guint depth;          /* sections around them */
} Body;

/* A copy of a style as wide as its place, without an indent, to be changed. */
PgStyle *pg_style_like (const PgVoice *voice, const PgStyle *style);

PgBlock *pg_text_table (const Body *parts, const PgBodyPart *part);
