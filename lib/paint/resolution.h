/* Enters: pages. Leaves: findings on the pictures on them that have too few pixels for their size. */
#pragma once

#include "base/report.h"
#include "image/pictures.h"
#include "layout/frame.h"

/* Pixels to the inch, below which a picture looks coarse. */
#define PG_LEAST_PRESS_DPI 150
#define PG_LEAST_SCREEN_DPI 100

/* A warning for each picture that has fewer than that somewhere. report may be NULL. */
void pg_check_resolution (const PgPages *pages, PgPictures *pictures, double least, ProgrammeReport *report);
