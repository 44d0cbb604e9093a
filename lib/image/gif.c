/* Enters: a GIF's bytes. Leaves: the pixels of its first picture, which are unpacked right into the surface, or what is
   wrong with it. */
#include "image/decode.h"

#include <string.h>

#define MOST_CODES 4096u /* of 12 bits */
#define MOST_BITS 12u
#define NO_CODE MOST_CODES

#define EXTENSION 0x21
#define CONTROL 0xf9 /* of an extension: says which colour is none */
#define PICTURE 0x2c
#define HAS_COLOURS 0x80
#define INTERLACED 0x40

/* What is left of the bytes; where these end, zeros come, and it is told. */
typedef struct
{
  const guint8 *at, *end;
  gboolean has_ended;
} Source;

/* The codes of a picture, which stand in blocks of bytes. */
typedef struct
{
  Source *source;
  guint left; /* bytes of the block */
  guint32 bits;
  guint n_bits;
} Codes;

/* Where a picture stands on the screen, and where its next pixel goes. */
typedef struct
{
  PgPicture *picture;
  guint8 colours[256][4];
  guint left, top, width, height;
  gboolean is_interlaced;
  guint column, row, pass;
} Frame;

/* What codes mean: a string of a known code and one more byte. */
typedef struct
{
  guint16 before[MOST_CODES];
  guint8 last[MOST_CODES], string[MOST_CODES];
  guint n, width; /* codes that are known, and the bits that one takes now */
  guint clear;    /* the code that forgets all; the next one ends */
  guint previous; /* or NO_CODE */
  guint8 first;   /* byte of what that means */
} Table;

static guint8
take_byte (Source *source)
{
  source->has_ended = source->has_ended || source->at >= source->end;
  return source->has_ended ? 0 : *source->at++;
}

static guint
take_number (Source *source)
{
  guint low = take_byte (source);
  return low | (guint) take_byte (source) << 8;
}

static void
skip (Source *source, gsize n)
{
  source->has_ended = source->has_ended || n > (gsize) (source->end - source->at);
  source->at = source->has_ended ? source->end : source->at + n;
}

/* Of an extension, or what comes behind a picture's last pixel. */
static void
skip_blocks (Source *source)
{
  for (guint n = take_byte (source); n > 0; n = take_byte (source))
    skip (source, n);
}

/* Those that a picture has stand in the place of the screen's; what is no colour is not seen. */
static void
take_colours (Source *source, guint flags, Frame *frame)
{
  guint n = (flags & HAS_COLOURS) != 0 ? 2u << (flags & 7) : 0;
  if (n > 0)
    memset (frame->colours, 0, sizeof frame->colours);
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < 3; k++)
        frame->colours[i][k] = take_byte (source);
      frame->colours[i][3] = 255;
    }
}

/* FALSE where the blocks have ended. */
static gboolean
take_code (Codes *codes, guint width, guint *code)
{
  while (codes->n_bits < width)
    {
      if (codes->left == 0)
        codes->left = take_byte (codes->source);
      if (codes->left == 0)
        return FALSE;
      codes->left--;
      codes->bits |= (guint32) take_byte (codes->source) << codes->n_bits;
      codes->n_bits += 8;
    }
  *code = codes->bits & ((1u << width) - 1);
  codes->bits >>= width;
  codes->n_bits -= width;
  return !codes->source->has_ended;
}

/* Rows come in four passes where the picture is interlaced. */
static void
end_row (Frame *frame)
{
  static const guint starts[] = { 0, 4, 2, 1, 0 }, steps[] = { 8, 8, 4, 2, 1 };
  frame->column = 0;
  frame->row += frame->is_interlaced ? steps[frame->pass] : 1;
  while (frame->is_interlaced && frame->row >= frame->height && frame->pass < 4)
    frame->row = ++frame->pass < 4 ? starts[frame->pass] : frame->height;
}

/* More pixels than the picture has are left aside. */
static void
put_pixel (Frame *frame, guint8 colour)
{
  if (frame->row >= frame->height)
    return;
  guint8 *row = pg_picture_row (frame->picture, frame->top + frame->row);
  memcpy (row + 4 * (gsize) (frame->left + frame->column), frame->colours[colour], 4);
  if (++frame->column == frame->width)
    end_row (frame);
}

static void
forget_codes (Table *table)
{
  table->n = table->clear + 2;
  table->width = 1;
  while (1u << table->width < table->n)
    table->width++;
  table->previous = NO_CODE;
}

/* Puts what a code means; FALSE if it means nothing. */
static gboolean
put_string (Table *table, guint code, Frame *frame)
{
  guint n = 0, at = code;
  gboolean is_next = code == table->n && table->previous != NO_CODE;
  if (!is_next && (code >= table->n || code == table->clear + 1))
    return FALSE;
  if (is_next)
    {
      table->string[n++] = table->first;
      at = table->previous;
    }
  for (; at >= table->clear; at = table->before[at])
    table->string[n++] = table->last[at];
  table->string[n++] = table->first = (guint8) at;
  while (n > 0)
    put_pixel (frame, table->string[--n]);
  return TRUE;
}

/* The previous code's string and the first byte of this one's are a new one's. */
static void
learn_code (Table *table, guint code)
{
  if (table->previous != NO_CODE && table->n < MOST_CODES)
    {
      table->before[table->n] = (guint16) table->previous;
      table->last[table->n++] = table->first;
      if (table->n == 1u << table->width && table->width < MOST_BITS)
        table->width++;
    }
  table->previous = code;
}

/* All pixels of the picture. */
static gboolean
take_pixels (Source *source, Frame *frame)
{
  guint bits = take_byte (source), code = 0;
  Codes codes = { .source = source };
  if (bits < 1 || bits > 8)
    return FALSE;
  g_autofree Table *table = g_new0 (Table, 1);
  table->clear = 1u << bits;
  forget_codes (table);
  while (frame->row < frame->height)
    {
      if (!take_code (&codes, table->width, &code))
        return FALSE;
      if (code == table->clear)
        {
          forget_codes (table);
          continue;
        }
      if (!put_string (table, code, frame))
        return FALSE;
      learn_code (table, code);
    }
  skip (source, codes.left);
  skip_blocks (source);
  return TRUE;
}

/* Of what stands before the picture, which colour is none is of interest; G_MAXUINT: none is. FALSE: no picture comes. */
static gboolean
find_picture (Source *source, guint *none)
{
  *none = G_MAXUINT;
  for (guint kind = take_byte (source); kind == EXTENSION; kind = take_byte (source))
    {
      if (take_byte (source) == CONTROL && source->end - source->at > 5 && source->at[0] == 4)
        *none = (source->at[1] & 1) != 0 ? source->at[4] : G_MAXUINT;
      skip_blocks (source);
    }
  return !source->has_ended && source->at[-1] == PICTURE;
}

/* It is whole on its screen. */
static gboolean
take_picture (Source *source, Frame *frame)
{
  guint none;
  if (!find_picture (source, &none))
    return FALSE;
  frame->left = take_number (source);
  frame->top = take_number (source);
  frame->width = take_number (source);
  frame->height = take_number (source);
  guint flags = take_byte (source);
  frame->is_interlaced = (flags & INTERLACED) != 0;
  take_colours (source, flags, frame);
  if (none < 256)
    memset (frame->colours[none], 0, 4);
  return frame->width > 0 && frame->left + frame->width <= frame->picture->width && frame->height > 0
         && frame->top + frame->height <= frame->picture->height && take_pixels (source, frame);
}

gboolean
pg_decode_gif (PgPicture *picture, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Source source = { data, data + size, FALSE };
  g_autofree Frame *frame = g_new0 (Frame, 1);
  frame->picture = picture;
  skip (&source, strlen ("GIF89a"));
  guint width = take_number (&source), height = take_number (&source), flags = take_byte (&source);
  skip (&source, 2); /* the colour behind all, and the shape of pixels */
  if (!pg_picture_set_size (picture, width, height, error) || !pg_picture_make_surface (picture, TRUE, error))
    return FALSE;
  pg_picture_set_colours (picture, PG_CHANNELS_RGB, NULL);
  cairo_surface_flush (picture->surface);
  take_colours (&source, flags, frame);
  if (!take_picture (&source, frame) || source.has_ended)
    {
      pg_refuse_damaged (error, source.has_ended ? "it ends before the picture does" : "it holds what means nothing");
      return FALSE;
    }
  for (gsize y = 0; y < height; y++)
    pg_picture_finish_row (picture, y);
  cairo_surface_mark_dirty (picture->surface);
  return TRUE;
}
