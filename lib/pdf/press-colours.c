/* Enters: a PDF whose colours are RGB. Leaves: it with black and grey on the black plate, and all other colours told: in
   contents, forms, patterns, shadings and images; and codes where their places were kept. Nothing is looked for along the pages:
   all objects are passed once. */
#include "pdf/press-colours.h"

#include "pdf/path.h"

/* Black to the eye: small type of it would be screened, or come in four inks. */
#define BLACK (1 / 8.0)
/* Greys up to this light may have a tinge of up to that without being taken for a colour. */
#define DARK (2 / 3.0)
#define TINGE (1 / 10.0)
/* How much the components of a grey differ by being written as text. */
#define ROUNDING 1e-4

gboolean
pg_press_grey (const double rgb[3], double *grey)
{
  double least = MIN (MIN (rgb[0], rgb[1]), rgb[2]), most = MAX (MAX (rgb[0], rgb[1]), rgb[2]);
  if (most <= BLACK)
    *grey = 0;
  else if (most - least <= ROUNDING)
    *grey = most;
  else if (most <= DARK && most - least <= TINGE)
    *grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  else
    return FALSE;
  return TRUE;
}

typedef struct
{
  const GPtrArray *codes;
  GString *out;      /* what is changed so far; or NULL */
  const char *held;  /* what is read from here on is not written yet */
  PgToken last[3];   /* before the one that is read */
  guint n;           /* numbers before it */
  const char *start; /* of the path, or of the operands of the next operator */
  PgPath path;
  guint code; /* whose place comes next: its number, from 1; or 0 */
} Rewriting;

/* In the place of what stands from start on to the end of a token. */
static void
replace (Rewriting *rewriting, const char *start, const PgToken *token)
{
  if (rewriting->out == NULL)
    rewriting->out = g_string_new (NULL);
  g_string_append_len (rewriting->out, rewriting->held, start - rewriting->held);
  rewriting->held = token->end;
}

static void
take_colour (Rewriting *rewriting, const PgToken *token)
{
  const PgToken *last = rewriting->last;
  double grey, rgb[3] = { last[0].number, last[1].number, last[2].number };
  gboolean fills = pg_token_is (token, "rg");
  if (rewriting->n < 3 || (!fills && !pg_token_is (token, "RG")) || !pg_press_grey (rgb, &grey))
    return;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  replace (rewriting, last[0].start, token);
  g_string_append (rewriting->out, g_ascii_formatd (number, sizeof number, "%.6g", grey));
  g_string_append (rewriting->out, fills ? " g" : " G");
}

/* A mark says which code comes where the next square is. */
static void
take_square (Rewriting *rewriting, const PgToken *token)
{
  const PgMarkRectangle *square = &rewriting->path.rectangle;
  guint number;
  if (pg_mark_decode (square, &number) && number < rewriting->codes->len)
    {
      replace (rewriting, rewriting->start, token);
      rewriting->code = number + 1;
    }
  else if (rewriting->code > 0)
    {
      replace (rewriting, rewriting->start, token);
      pg_path_put_code (rewriting->out, g_ptr_array_index (rewriting->codes, rewriting->code - 1), square);
      rewriting->code = 0;
    }
}

static void
take_operator (Rewriting *rewriting, const PgToken *token)
{
  take_colour (rewriting, token);
  if (rewriting->codes == NULL || pg_path_add_operator (&rewriting->path, token))
    return;
  if (pg_path_is_square (&rewriting->path, token))
    take_square (rewriting, token);
  pg_path_end (&rewriting->path);
  rewriting->start = token->end;
}

GString *
pg_press_rewrite (const char *content, gsize length, const GPtrArray *codes)
{
  Rewriting rewriting = { .codes = codes, .held = content, .start = content };
  const char *at = content, *end = content + length;
  for (PgToken token = pg_content_next (&at, end); token.kind != PG_TOKEN_END; token = pg_content_next (&at, end))
    {
      if (token.kind == PG_TOKEN_NUMBER)
        pg_path_add_number (&rewriting.path, token.number);
      else if (token.kind == PG_TOKEN_OPERATOR)
        take_operator (&rewriting, &token);
      rewriting.n = token.kind == PG_TOKEN_NUMBER ? rewriting.n + 1 : 0;
      rewriting.last[0] = rewriting.last[1];
      rewriting.last[1] = rewriting.last[2];
      rewriting.last[2] = token;
    }
  if (rewriting.out != NULL)
    g_string_append_len (rewriting.out, rewriting.held, end - rewriting.held);
  return rewriting.out;
}

typedef struct
{
  qpdf_data qpdf;
  int srgb;
  const GPtrArray *codes;
} Pass;

static qpdf_oh
get (const Pass *pass, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_get_key (pass->qpdf, dictionary, key);
}

static gboolean
is_name (const Pass *pass, qpdf_oh dictionary, const char *key, const char *name)
{
  return qpdf_oh_is_name_and_equals (pass->qpdf, get (pass, dictionary, key), name);
}

static gboolean
has (const Pass *pass, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_has_key (pass->qpdf, dictionary, key);
}

/* [/ICCBased profile] */
static qpdf_oh
srgb_space (const Pass *pass)
{
  qpdf_oh space = qpdf_oh_new_array (pass->qpdf);
  qpdf_oh_append_item (pass->qpdf, space, qpdf_oh_new_name (pass->qpdf, "/ICCBased"));
  qpdf_oh_append_item (pass->qpdf, space, pg_qpdf_object (pass->qpdf, pass->srgb));
  return space;
}

static void
change_content (const Pass *pass, qpdf_oh stream)
{
  g_autoptr (GBytes) bytes = pg_qpdf_stream (pass->qpdf, stream);
  if (bytes == NULL)
    return;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  GString *changed = pg_press_rewrite (content, length, pass->codes);
  if (changed == NULL)
    return;
  pg_qpdf_replace_stream (pass->qpdf, stream, changed->str, changed->len);
  g_string_free (changed, TRUE);
}

/* What the colours of contents with these resources are. */
static void
tell_rgb (const Pass *pass, qpdf_oh owner)
{
  qpdf_oh resources = get (pass, owner, "/Resources");
  if (!qpdf_oh_is_dictionary (pass->qpdf, resources))
    return;
  if (!has (pass, resources, "/ColorSpace"))
    pg_qpdf_set (pass->qpdf, resources, "/ColorSpace", qpdf_oh_new_dictionary (pass->qpdf));
  pg_qpdf_set (pass->qpdf, get (pass, resources, "/ColorSpace"), "/DefaultRGB", srgb_space (pass));
}

/* A group that is blended in RGB is on the press one that is blended in its inks, or black would come out in all four. */
static void
change_group (const Pass *pass, qpdf_oh owner)
{
  qpdf_oh group = get (pass, owner, "/Group");
  if (qpdf_oh_is_dictionary (pass->qpdf, group) && is_name (pass, group, "/CS", "/DeviceRGB"))
    pg_qpdf_set (pass->qpdf, group, "/CS", qpdf_oh_new_name (pass->qpdf, "/DeviceCMYK"));
}

/* A mask is no ink: what is painted grey in it says how much of something else shows. */
static gboolean
is_mask (const Pass *pass, qpdf_oh owner)
{
  qpdf_oh group = get (pass, owner, "/Group");
  return qpdf_oh_is_dictionary (pass->qpdf, group) && is_name (pass, group, "/CS", "/DeviceGray");
}

/* A page, form, tiling pattern or font of drawn glyphs, without its content. */
static void
change_owner (const Pass *pass, qpdf_oh owner)
{
  change_group (pass, owner);
  tell_rgb (pass, owner);
}

/* shadings */

static void
copy_key (const Pass *pass, qpdf_oh from, qpdf_oh to, const char *key)
{
  if (has (pass, from, key))
    pg_qpdf_set (pass->qpdf, to, key, get (pass, from, key));
}

/* The grey of the colour under key, as an array of its own; FALSE if it is none. */
static gboolean
copy_grey (const Pass *pass, qpdf_oh from, qpdf_oh to, const char *key)
{
  qpdf_data qpdf = pass->qpdf;
  qpdf_oh components = get (pass, from, key);
  double rgb[3], grey;
  if (!qpdf_oh_is_array (qpdf, components) || qpdf_oh_get_array_n_items (qpdf, components) != 3)
    return FALSE;
  for (int i = 0; i < 3; i++)
    rgb[i] = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, components, i));
  if (!pg_press_grey (rgb, &grey))
    return FALSE;
  qpdf_oh array = qpdf_oh_new_array (qpdf);
  qpdf_oh_append_item (qpdf, array, qpdf_oh_new_real_from_double (qpdf, grey, 6));
  pg_qpdf_set (qpdf, to, key, array);
  return TRUE;
}

static gboolean make_grey_function (const Pass *pass, qpdf_oh function, qpdf_oh *grey);

/* The same for each of several functions that make one. */
static gboolean
copy_grey_functions (const Pass *pass, qpdf_oh from, qpdf_oh to)
{
  qpdf_data qpdf = pass->qpdf;
  qpdf_oh parts = get (pass, from, "/Functions"), array = qpdf_oh_new_array (qpdf);
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, parts); i++)
    {
      qpdf_oh part;
      if (!make_grey_function (pass, qpdf_oh_get_array_item (qpdf, parts, i), &part))
        return FALSE;
      qpdf_oh_append_item (qpdf, array, part);
    }
  pg_qpdf_set (qpdf, to, "/Functions", array);
  return TRUE;
}

/* A function from a number to grey, like one to a colour that is grey throughout; a new one, because others may use the old
   one together with colours. FALSE if it is not grey, or of a kind that cairo does not write. */
static gboolean
make_grey_function (const Pass *pass, qpdf_oh function, qpdf_oh *grey)
{
  static const char *const keys[] = { "/FunctionType", "/Domain", "/N", "/Bounds", "/Encode" };
  if (!qpdf_oh_is_dictionary (pass->qpdf, function))
    return FALSE;
  *grey = qpdf_oh_new_dictionary (pass->qpdf);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    copy_key (pass, function, *grey, keys[i]);
  if (has (pass, function, "/Functions"))
    return copy_grey_functions (pass, function, *grey);
  return copy_grey (pass, function, *grey, "/C0") && copy_grey (pass, function, *grey, "/C1");
}

static void
change_shading (const Pass *pass, qpdf_oh shading)
{
  if (!is_name (pass, shading, "/ColorSpace", "/DeviceRGB"))
    return;
  qpdf_oh grey;
  if (!make_grey_function (pass, get (pass, shading, "/Function"), &grey))
    {
      pg_qpdf_set (pass->qpdf, shading, "/ColorSpace", srgb_space (pass));
      return;
    }
  pg_qpdf_set (pass->qpdf, shading, "/Function", grey);
  pg_qpdf_set (pass->qpdf, shading, "/ColorSpace", qpdf_oh_new_name (pass->qpdf, "/DeviceGray"));
}

/* objects */

static void
change_stream (const Pass *pass, qpdf_oh stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (pass->qpdf, stream);
  if (is_name (pass, dictionary, "/Subtype", "/Image") && is_name (pass, dictionary, "/ColorSpace", "/DeviceRGB"))
    pg_qpdf_set (pass->qpdf, dictionary, "/ColorSpace", srgb_space (pass));
  else if (has (pass, dictionary, "/ShadingType"))
    change_shading (pass, dictionary);
  else if (is_name (pass, dictionary, "/Subtype", "/Form") || has (pass, dictionary, "/PatternType"))
    {
      if (!is_mask (pass, dictionary))
        change_content (pass, stream);
      change_owner (pass, dictionary);
    }
}

/* The streams of an array, or the one stream. */
static void
change_contents (const Pass *pass, qpdf_oh contents)
{
  if (!qpdf_oh_is_array (pass->qpdf, contents))
    change_content (pass, contents);
  else
    for (int i = 0; i < qpdf_oh_get_array_n_items (pass->qpdf, contents); i++)
      change_content (pass, qpdf_oh_get_array_item (pass->qpdf, contents, i));
}

static void
change_glyphs (const Pass *pass, qpdf_oh font)
{
  qpdf_oh glyphs = get (pass, font, "/CharProcs");
  qpdf_oh_begin_dict_key_iter (pass->qpdf, glyphs);
  while (qpdf_oh_dict_more_keys (pass->qpdf))
    change_content (pass, get (pass, glyphs, qpdf_oh_dict_next_key (pass->qpdf)));
}

static void
change_dictionary (const Pass *pass, qpdf_oh dictionary)
{
  if (is_name (pass, dictionary, "/Type", "/Page"))
    change_contents (pass, get (pass, dictionary, "/Contents"));
  else if (is_name (pass, dictionary, "/Subtype", "/Type3"))
    change_glyphs (pass, dictionary);
  else if (has (pass, dictionary, "/ShadingType"))
    change_shading (pass, dictionary);
  else if (has (pass, dictionary, "/PatternType"))
    change_shading (pass, get (pass, dictionary, "/Shading"));
  change_owner (pass, dictionary);
}

gboolean
pg_press_colours (qpdf_data qpdf, int srgb, const GPtrArray *codes, double from, PgSink *sink)
{
  Pass pass = { qpdf, srgb, codes };
  int end = pg_qpdf_end (qpdf);
  for (int number = 1; number < end && pg_sink_step (sink, from + (0.5 - from) * number / end); number++)
    {
      qpdf_oh object = pg_qpdf_object (qpdf, number);
      if (qpdf_oh_is_stream (qpdf, object))
        change_stream (&pass, object);
      else if (qpdf_oh_is_dictionary (qpdf, object))
        change_dictionary (&pass, object);
      pg_qpdf_forget (qpdf);
    }
  return sink->error == NULL;
}
