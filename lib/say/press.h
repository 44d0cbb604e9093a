/* Enters: a manuscript that is to be printed. Leaves: its bleed, and the slug line that identifies each of its sheets. */
#pragma once

#include "say/request.h"

void pg_press_compose (const PgRequest *request, PgManuscript *manuscript);
