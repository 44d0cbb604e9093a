/* Every limit of the library in one place. Enters: nothing. Leaves: numbers that hostile input cannot pass. */
#pragma once

#include <glib.h>

#define PG_KB 1024u
#define PG_MB (1024u * 1024)
#define PG_MILLION 1000000u

/* What options raise or lower (option/table.c), in their units, and how far. */
#define PG_LIMIT_EVENT 64 /* MB of an event file */
#define PG_MOST_EVENT 1024
#define PG_LIMIT_ELEMENTS 1000000 /* in it */
#define PG_MOST_ELEMENTS 100000000
#define PG_LIMIT_PARAGRAPH 256 /* kB of one paragraph in one language */
#define PG_MOST_PARAGRAPH 8192
#define PG_LIMIT_IMAGE 64 /* MB of a logo or photograph */
#define PG_MOST_IMAGE 1024
#define PG_LIMIT_IMAGES 1024 /* MB of the files of all images of an event together */
#define PG_MOST_IMAGES 65536
#define PG_LIMIT_PIXELS 100 /* millions: the width of an image by its height; PG_MAX_PICTURE_SIDE at most on a side */
#define PG_MOST_PIXELS 1000
#define PG_LIMIT_SVG 50000 /* elements of an SVG, as often as they are drawn: image/svg-work.h */
#define PG_MOST_SVG 10000000
#define PG_LIMIT_PAGES 20000 /* of a document */
#define PG_MOST_PAGES 1000000

/* Those that matter from the reading of an event on. */
typedef struct
{
  gsize event_bytes;
  guint elements;
  gsize paragraph_bytes;
  gsize image_bytes, images_bytes;
  double pixels; /* of an image; decoding it takes PG_PICTURE_BYTES of memory for each at most */
  guint svg_work;
} PgLimits;

/* Those where nobody asks for others. */
extern const PgLimits pg_standard_limits;

#define PG_MAX_SOURCE_BYTES (64u * 1024 * 1024)    /* an event in a PDF */
#define PG_MAX_FOREIGN_BYTES (64u * 1024 * 1024)   /* a file of another system */
#define PG_MAX_UNPACKED_BYTES (256u * 1024 * 1024) /* what a spreadsheet's file holds, */
#define PG_MAX_UNPACK_RATIO 200                    /* and how often that is more than the file */
#define PG_MAX_ROWS 1048576u                       /* of a table, as spreadsheets have it, */
#define PG_MAX_COLUMNS 16384u                      /* its columns, */
#define PG_MAX_CELLS 16000000u                     /* both together, */
#define PG_MAX_CELL_CHARACTERS 32767               /* and what is in a cell */
#define PG_MAX_SAME_ROWS 1000u                     /* rows that a spreadsheet says once and means so often */
#define PG_MAX_OPEN_QUOTES 1000u                   /* quotation marks of a table in text that nothing closes */
#define PG_MAX_PDF_BYTES (512u * 1024 * 1024)      /* a PDF whose source is wanted */
#define PG_MAX_THEME_BYTES (4u * 1024 * 1024)      /* a theme file */
#define PG_PICTURE_BYTES 5                         /* of memory for each pixel that a picture may have, to decode it */
#define PG_MAX_DECODED_PIXELS 16000000u            /* of images that a document keeps ready besides the one it draws */
#define PG_MAX_PICTURE_DPI 450                     /* pixels of a picture to the inch of a page; more are of no use */
#define PG_MAX_EFFECT_PIXELS 60000000.0            /* of an SVG on a page, as often as filters and masks go over them */
#define PG_MAX_JPEG_SCANS 64                       /* passes over a progressive JPEG */
#define PG_MAX_FONT_BYTES (256u * 1024 * 1024)     /* a font of the user's */
#define PG_MAX_FONT_FILES 1000u                    /* files in a folder of fonts */
#define PG_MAX_DEPTH 64                            /* elements within elements */
#define PG_MAX_ATTRIBUTES 100                      /* attributes of an element */
#define PG_MAX_VERSIONS 64                         /* languages of an event, and versions of a text */
#define PG_MAX_TABLE_COLUMNS 24                    /* of a table that is printed, */
#define PG_MAX_ROW_SPAN 100                        /* and how many of its rows one cell takes */
#define PG_MAX_REFERENCES 1000                     /* ids that one attribute names */
#define PG_MAX_FINDINGS 1000u                      /* findings of each severity in a report; the rest are counted */
#define PG_MAX_PLACES 100u                         /* places of one finding */
#define PG_MAX_CLUSTER 64                          /* marks on one letter, and letters that they join to it */
#define PG_MAX_ATTRIBUTE_CHARACTERS 8000           /* an attribute's value */
#define PG_MAX_LINK_CHARACTERS 2000                /* an address to link to, which grows when it is escaped */
#define PG_MAX_CODE_CHARACTERS 500                 /* of an address in a QR code */
#define PG_MAX_PDF_CHARACTERS 8000                 /* a string in a PDF, such as a bookmark: see base/plain.h */
#define PG_MIN_PAPER_POINTS 36                     /* a page's width or height: what marks have room on */
#define PG_MAX_PAPER_POINTS 14400                  /* a page's width or height: what readers of PDF can show */
#define PG_MAX_PASSES 5u                           /* layout passes until page numbers stand still */
#define PG_MAX_CLOCK_MINUTES (48 * 60)             /* a time of day, past midnight included */
#define PG_MAX_PROFILE_BYTES (16u * 1024 * 1024)   /* the colour profile of a press */
#define PG_MIN_DPI 10                              /* dots to the inch of a picture of a page */
#define PG_MAX_DPI 2400                            /* and at most */
#define PG_MAX_PICTURE_SIDE 32767                  /* its width or height in pixels: cairo has no larger images */
#define PG_MAX_PICTURE_PIXELS 200000000u           /* and both together: 0.8 GB of memory */
#define PG_LAST_SECOND 253402300799LL /* since 1970: the end of the year 9999, the last that a PDF can name */

#define PG_MAX_SHARDS 100000u /* parts of a list of people, each of which a machine of its own may make */
