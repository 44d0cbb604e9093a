/* Enters: an SVG as text. Leaves: its elements, and what each refers to. Private to image/. */
#pragma once

#include "base/limits.h"

typedef struct
{
  guint end;                 /* the element after all those within this one */
  guint first_name, n_names; /* in names: what it refers to */
  double bytes;              /* of its tag and of the text in it, but not of a picture in it */
  double crossings;          /* of its lines */
  double pixels;             /* of a picture in it */
  double filter_steps;       /* of <feBlend> ...: 1, or more where it takes longer */
  double letters;            /* of text in it */
  double length;             /* of its lines, in its own units */
  double vertices;           /* of its lines, roughly: where markers may stand */
  gboolean is_effect;        /* <filter> or <mask>, or a filter without one */
  gboolean is_text;          /* <text> or a part of it */
} PgSvgElement;

/* What is to stand in the place of a value: a picture's address in other colours, or a language; "": not even the attribute. */
typedef struct
{
  gsize start, end; /* in the file */
  char *text;
} PgSvgEdit;

typedef struct
{
  const PgLimits *limits;
  GArray *elements;  /* PgSvgElement, in the file's order: those within an element follow it */
  GPtrArray *names;  /* "#id" of an element, or ".class" */
  GHashTable *ids;   /* id → the element's number */
  GHashTable *rules; /* ".class", or "*" for any other selector → GPtrArray of the "#id" that the style sheet names */
  GHashTable *entities;      /* name → text */
  gboolean has_filter_rules; /* in a style sheet, for any element */
  double least_dash;         /* of lines in dashes, one with the gap behind it; INFINITY if there are none */
  double largest_letter;     /* its height */
  double selectors;          /* bytes of these in style sheets, each of which is held against each element */
  GPtrArray *markers;        /* "#id" of what may stand at each vertex of some lines */
  GPtrArray *undrawn;        /* tags of what librsvg does not draw, each once */
  GArray *edits;             /* PgSvgEdit, in the file's order */
  GError *doubt;             /* of the first picture of which something is doubtful; or NULL */
} PgSvgScan;

/* FALSE with an error of PG_IMAGE_FAULT where the root is no <svg>, where references are written so that they cannot
   be followed, or where a picture within is refused. Reading ends early after more elements than the limits, which
   must live longer, say. To be cleared in any case. */
gboolean pg_svg_scan (PgSvgScan *scan, const char *data, gsize size, const PgLimits *limits, GError **error);
void pg_svg_scan_clear (PgSvgScan *scan);

/* Adds what a style sheet refers to, to the rules. */
void pg_svg_scan_sheet (PgSvgScan *scan, const char *sheet);

/* Reads a picture from base64, and adds it to those to be recoloured if its colours are not sRGB; where it stands the caller
   says. FALSE with an error of PG_IMAGE_FAULT where it is refused. n_pixels is 0 for an SVG. */
gboolean pg_svg_take_picture (PgSvgScan *scan, const char *text, guint *n_pixels, GError **error);
void pg_svg_clear_edit (gpointer edit);
/* The file with its edits. */
GBytes *pg_svg_edited (const PgSvgScan *scan, const char *data, gsize size);

/* The least mean of the numbers of a property, as in "stroke-dasharray: 2 3", that are not all 0; INFINITY if there is none. text
   is CSS, or the value alone for a NULL property. And the largest. */
double pg_svg_least_number (const char *text, const char *property);
double pg_svg_largest_number (const char *text, const char *property);

/* The next "url(#id)" in CSS at *at, as "#id", or NULL; *at goes on behind it. Free with g_free. */
char *pg_svg_next_url (const char **at);
