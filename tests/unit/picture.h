/* Pictures of some hundred pixels. Enters: a page. Leaves: it as text, a character a pixel, to compare.
   White is ".", black "#", light, middle and dark grey are ":", "+" and "%"; a colour is R, Y, G, C, B or M, and r, y, g, c,
   b or m where it is half white or darker than it could be. */
#pragma once

#include "layout/frame.h"

/* A page of PAGES (from 0) of WIDTH x HEIGHT points on white, with so many pixels to the point. Images are these: two.svg,
   20 x 10, red on the left, blue on the right; four.png, 4 x 4 pixels: red and green above blue and nothing; four.jpg: the
   same, yellow where there is nothing. */
char *picture_of (const PgPages *pages, guint page, double width, double height, double scale);

/* The first page, a character to the point, each the mean of many pixels: cairo 1.16 puts glyphs on whole pixels, which is
   seen where pixels are large, and cairo 1.18 does not. */
char *picture_of_text (const PgPages *pages, double width, double height);

/* How many pixels are otherwise; all where the size is otherwise. */
guint picture_difference (const char *picture, const char *other);

/* Asserts that at most so many pixels are otherwise, and shows both pictures where more are. */
void picture_assert (const char *picture, const char *expected, guint most);

/* The same for text: no point may be more than one of the steps from "." to "#" lighter or darker. */
void picture_assert_alike (const char *picture, const char *expected);
