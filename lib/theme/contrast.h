/* How far colours are from each other. Enters: colours. Leaves: their contrast, as WCAG 2 has it. */
#pragma once

#include "theme/style.h"

/* From 1 (none) to 21 (black on white). */
double pg_contrast (const PgColour *a, const PgColour *b);
