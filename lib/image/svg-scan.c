/* Enters: an SVG as text. Leaves: its elements, and what each refers to. No more of XML is understood than this takes,
   and where a reference could be hidden from such a reading the file is refused. */
#include "image/svg-scan.h"

#include "image/decode.h"
#include "image/svg-work.h"

#include <math.h>
#include <string.h>

#define WHITE " \t\r\n"

/* Elements within elements: more than any XML that libxml2 reads has. */
#define MAX_DEPTH 2048

/* An entity's text: more than any namespace, which is what drawing programs have entities for. */
#define MAX_ENTITY 1000

typedef struct
{
  PgSvgScan *scan;
  const char *start, *at, *end;
  GArray *open;      /* guint: the elements around */
  const char *sheet; /* where the text of an open <style> starts, or NULL */
} Reader;

static gboolean
refuse_hidden (GError **error, const char *how)
{
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE,
               "is an SVG that hides what it draws %s: save it as plain SVG, or as PNG", how);
  return FALSE;
}

static gboolean
looks_at (const Reader *reader, const char *what)
{
  gsize length = strlen (what);
  return (gsize) (reader->end - reader->at) >= length && memcmp (reader->at, what, length) == 0;
}

/* Goes behind the next of what, or to the end, and gives what is passed; free with g_free. */
static char *
pass (Reader *reader, const char *what)
{
  const char *start = reader->at;
  const char *found = memmem (start, (gsize) (reader->end - start), what, strlen (what));
  reader->at = found != NULL ? found + strlen (what) : reader->end;
  return g_strndup (start, (gsize) (reader->at - start));
}

/* The name without its prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');
  return colon != NULL ? colon + 1 : name;
}

/* Text without entities. The file's own have none in them. */

static void
add_entity (GString *text, const char *name, GHashTable *entities)
{
  static const char *const known[][2]
      = { { "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" }, { "apos", "'" } };
  const char *own = g_hash_table_lookup (entities, name);
  if (name[0] == '#')
    {
      guint64 code = name[1] == 'x' ? g_ascii_strtoull (name + 2, NULL, 16) : g_ascii_strtoull (name + 1, NULL, 10);
      g_string_append_unichar (text, code < 0x110000 ? (gunichar) code : '?');
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i][0], name) == 0)
      g_string_append (text, known[i][1]);
  if (own != NULL)
    g_string_append (text, own);
}

static char *
expand (const char *value, gsize length, GHashTable *entities)
{
  GString *text = g_string_sized_new (length);
  const char *end = value + length;
  while (value < end)
    {
      const char *semicolon = *value == '&' ? memchr (value, ';', (gsize) (end - value)) : NULL;
      if (semicolon != NULL)
        {
          g_autofree char *name = g_strndup (value + 1, (gsize) (semicolon - value - 1));
          add_entity (text, name, entities);
          value = semicolon + 1;
        }
      else
        g_string_append_c (text, *value++);
    }
  return g_string_free (text, FALSE);
}

/* Attributes */

static void
add_name (PgSvgScan *scan, PgSvgElement *element, char *name)
{
  g_ptr_array_add (scan->names, name);
  element->n_names++;
}

static void
add_classes (PgSvgScan *scan, PgSvgElement *element, const char *value)
{
  g_auto (GStrv) classes = g_strsplit_set (value, WHITE, -1);
  for (guint i = 0; classes[i] != NULL; i++)
    if (*classes[i] != '\0')
      add_name (scan, element, g_strconcat (".", classes[i], NULL));
}

/* A picture in the file itself is judged as one of its own. */
static gboolean
take_picture (PgSvgScan *scan, PgSvgElement *element, const char *url, GError **error)
{
  const char *comma = strchr (url, ',');
  guint n_pixels;
  if (comma == NULL || g_strstr_len (url, comma - url, ";base64") == NULL)
    return refuse_hidden (error, "in an address");
  if (!pg_svg_take_picture (scan, comma + 1, &n_pixels, error))
    return FALSE;
  if (n_pixels == 0)
    return refuse_hidden (error, "in an SVG within it");
  element->pixels += n_pixels;
  element->bytes -= (double) strlen (url);
  return TRUE;
}

/* filter="blur(2)" or the like, which needs no <filter>. */
static gboolean
is_filter_function (const char *name, const char *value)
{
  gboolean is_filter
      = strcmp (name, "filter") == 0 || (strcmp (name, "style") == 0 && strstr (value, "filter") != NULL);
  return is_filter && strchr (value, '(') != NULL;
}

/* How much longer a step of a filter takes for this, in steps of the usual kind: by the pixels around each that it looks at,
   or the layers of noise. */
static double
steps_of (const char *name, const char *value)
{
  char *end;
  double first = g_ascii_strtod (value, &end),
         number = fmax (first, g_ascii_strtod (end + strspn (end, WHITE ","), NULL));
  if (!isfinite (number) || number <= 0)
    return 0;
  return strcmp (name, "radius") == 0       ? number * number / 4
         : strcmp (name, "order") == 0      ? number * number / 10
         : strcmp (name, "numOctaves") == 0 ? number / 2
                                            : 0;
}

/* What is for readers of some languages alone is for those of English: librsvg would ask the environment, and the same file
   would look otherwise elsewhere. "zxx" is nobody's language. */
static void
take_languages (PgSvgScan *scan, const char *value)
{
  g_auto (GStrv) languages = g_strsplit_set (value, WHITE ",", -1);
  gboolean is_shown = FALSE;
  for (guint i = 0; languages[i] != NULL; i++)
    is_shown
        = is_shown || g_ascii_strcasecmp (languages[i], "en") == 0 || g_ascii_strncasecmp (languages[i], "en-", 3) == 0;
  PgSvgEdit edit = { .text = g_strdup (is_shown ? "" : "zxx") };
  g_array_append_val (scan->edits, edit);
}

/* At least as many as a path or a list of points has. */
static double
count_vertices (const char *path)
{
  double n = 0;
  for (const char *at = path; *at != '\0'; at++)
    n += g_ascii_isalpha (*at) ? 1 : g_ascii_isdigit (*at) && (at == path || !g_ascii_isdigit (at[-1])) ? 0.5 : 0;
  return n;
}

static gboolean
may_mark (const char *name, const char *value)
{
  return g_str_has_prefix (name, "marker") || (strcmp (name, "style") == 0 && strstr (value, "marker") != NULL);
}

/* What says how long lines are, and into how many dashes they are cut: an attribute of its own, or a part of style. */
static void
take_lengths (PgSvgScan *scan, PgSvgElement *element, const char *name, const char *value)
{
  static const char *const sides[] = { "width", "height", "r", "rx", "ry", "x1", "x2", "y1", "y2", NULL };
  if (g_strv_contains (sides, name))
    element->length += 2 * G_PI * pg_svg_largest_number (value, NULL);
  gboolean is_style = strcmp (name, "style") == 0;
  if (is_style || strcmp (name, "stroke-dasharray") == 0)
    scan->least_dash = fmin (scan->least_dash, pg_svg_least_number (value, is_style ? "stroke-dasharray" : NULL));
  if (is_style || strcmp (name, "font-size") == 0)
    scan->largest_letter = fmax (scan->largest_letter, pg_svg_largest_number (value, is_style ? "font-size" : NULL));
}

static gboolean
take_attribute (PgSvgScan *scan, PgSvgElement *element, const char *tag, const char *name, const char *value,
                GError **error)
{
  const char *at = value;
  char *url;
  double steps;
  take_lengths (scan, element, name, value);
  if (strcmp (local_name (name), "href") == 0 && strcmp (tag, "a") != 0 && value[0] == '#')
    add_name (scan, element, g_strdup (value));
  else if (strcmp (local_name (name), "href") == 0 && g_ascii_strncasecmp (value, "data:", 5) == 0)
    return take_picture (scan, element, value, error);
  else if (strcmp (local_name (name), "id") == 0 && !g_hash_table_contains (scan->ids, value))
    g_hash_table_insert (scan->ids, g_strdup (value), GUINT_TO_POINTER (scan->elements->len - 1));
  else if (strcmp (name, "systemLanguage") == 0)
    take_languages (scan, value);
  else if (strcmp (name, "class") == 0)
    add_classes (scan, element, value);
  else if (element->filter_steps > 0 && (steps = steps_of (name, value)) > 0)
    element->filter_steps += steps;
  else if (strcmp (name, "d") == 0 || strcmp (name, "points") == 0)
    {
      element->crossings += pg_svg_path_crossings (value, &element->length);
      element->vertices += count_vertices (value);
    }
  else if (strchr (value, '\\') != NULL && strchr (value, '(') != NULL)
    return refuse_hidden (error, "behind a \\");
  else
    {
      element->is_effect = element->is_effect || is_filter_function (name, value);
      while ((url = pg_svg_next_url (&at)) != NULL)
        {
          if (may_mark (name, value))
            g_ptr_array_add (scan->markers, g_strdup (url));
          add_name (scan, element, url);
        }
    }
  return TRUE;
}

/* What stands behind a tag's name; text stands in the file at offset. */
static gboolean
take_attributes (PgSvgScan *scan, PgSvgElement *element, const char *tag, const char *text, gsize offset,
                 GError **error)
{
  for (const char *at = text;;)
    {
      at += strspn (at, WHITE "/>");
      gsize length = strcspn (at, WHITE "=/>");
      const char *equals = at + length + strspn (at + length, WHITE);
      if (length == 0 || *equals != '=')
        return TRUE;
      const char *quote = equals + 1 + strspn (equals + 1, WHITE);
      const char *close = *quote == '"' || *quote == '\'' ? strchr (quote + 1, *quote) : NULL;
      if (close == NULL)
        return TRUE;
      g_autofree char *name = g_strndup (at, length);
      g_autofree char *value = expand (quote + 1, (gsize) (close - quote - 1), scan->entities);
      guint n = scan->edits->len;
      if (!take_attribute (scan, element, tag, name, value, error))
        return FALSE;
      if (scan->edits->len > n)
        {
          PgSvgEdit *edit = &g_array_index (scan->edits, PgSvgEdit, n);
          gboolean is_all = *edit->text == '\0';
          edit->start = offset + (gsize) ((is_all ? at : quote + 1) - text);
          edit->end = offset + (gsize) ((is_all ? close + 1 : close) - text);
        }
      at = close + 1;
    }
}

/* Tags */

/* Where the tag at the reader ends, behind its ">", which may stand in a value. */
static const char *
end_of_tag (const Reader *reader)
{
  char quote = '\0';
  for (const char *at = reader->at; at < reader->end; at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;
  return reader->end;
}

/* What librsvg does not draw, but browsers do; of a filter with such a step it draws nothing. Programs write foreignObject
   for themselves, too, beside what others are to draw. */
static gboolean
is_undrawn (const char *tag, const char *text)
{
  static const char *const tags[]
      = { "feDropShadow", "foreignObject", "textPath", "meshgradient", "meshGradient", "hatch",
          "flowRoot",     "tref",          "altGlyph", "glyph",        "video",        "canvas" };
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tag, tags[i]) == 0)
      return strstr (text, "requiredExtensions") == NULL;
  return FALSE;
}

static void
note_undrawn (PgSvgScan *scan, const char *tag)
{
  for (guint i = 0; i < scan->undrawn->len; i++)
    if (strcmp (g_ptr_array_index (scan->undrawn, i), tag) == 0)
      return;
  g_ptr_array_add (scan->undrawn, g_strdup (tag));
}

/* Text that is said to be in no language would be shaped as in that of whoever uses the machine. */
static void
say_language (Reader *reader, const char *tag, gsize offset)
{
  gsize size = (gsize) (reader->end - reader->start);
  if (strstr (tag, "xml:lang") != NULL || memmem (reader->start, size, "text", strlen ("text")) == NULL)
    return;
  PgSvgEdit edit = { offset, offset, g_strdup (" xml:lang=\"en\"") };
  g_array_append_val (reader->scan->edits, edit);
}

static gboolean
is_of_text (const char *tag)
{
  static const char *const tags[] = { "text", "tspan", "tref", "textPath", "a", NULL };
  return g_strv_contains (tags, tag);
}

static gboolean
open_tag (Reader *reader, GError **error)
{
  PgSvgScan *scan = reader->scan;
  const char *start = reader->at + 1, *end = end_of_tag (reader);
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  gsize length = strcspn (text, WHITE "/>");
  g_autofree char *name = g_strndup (text, length);
  const char *tag = local_name (name);
  guint number = scan->elements->len;
  if (number == 0 && strcmp (tag, "svg") != 0)
    {
      g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE, "is XML, but no SVG: save it as SVG, PNG or JPEG");
      return FALSE;
    }
  gsize offset = (gsize) (start - reader->start) + length;
  if (number == 0)
    say_language (reader, text, offset);
  if (reader->open->len >= MAX_DEPTH)
    return refuse_hidden (error, "in too many groups within groups");
  PgSvgElement fresh = { .end = G_MAXUINT, .first_name = scan->names->len, .bytes = (double) (end - start) };
  fresh.filter_steps = g_str_has_prefix (tag, "fe") ? 1 : 0;
  fresh.is_text = is_of_text (tag);
  fresh.is_effect = strcmp (tag, "filter") == 0 || strcmp (tag, "mask") == 0;
  if (is_undrawn (g_str_has_prefix (name, "svg:") ? tag : name, text))
    note_undrawn (scan, tag);
  g_array_append_val (scan->elements, fresh);
  g_array_append_val (reader->open, number);
  PgSvgElement *element = &g_array_index (scan->elements, PgSvgElement, number);
  reader->at = end;
  if (end - start >= 2 && end[-2] == '/')
    {
      element->end = number + 1;
      g_array_set_size (reader->open, reader->open->len - 1);
    }
  else if (strcmp (tag, "style") == 0)
    reader->sheet = end;
  return take_attributes (scan, element, tag, text + length, offset, error);
}

/* A sheet is read when it ends; what it escapes or takes from elsewhere cannot be followed. */
static gboolean
end_sheet (Reader *reader, GError **error)
{
  if (reader->sheet == NULL)
    return TRUE;
  g_autofree char *raw = g_strndup (reader->sheet, (gsize) (reader->at - reader->sheet));
  g_autofree char *sheet = expand (raw, strlen (raw), reader->scan->entities);
  reader->sheet = NULL;
  if (strchr (sheet, '\\') != NULL || strstr (sheet, "@import") != NULL)
    return refuse_hidden (error, "in its style sheet");
  pg_svg_scan_sheet (reader->scan, sheet);
  reader->scan->has_filter_rules = reader->scan->has_filter_rules || strstr (sheet, "filter") != NULL;
  return TRUE;
}

static gboolean
close_tag (Reader *reader, GError **error)
{
  gboolean ok = end_sheet (reader, error);
  guint depth = reader->open->len;
  if (depth > 0)
    {
      guint number = g_array_index (reader->open, guint, depth - 1);
      g_array_index (reader->scan->elements, PgSvgElement, number).end = reader->scan->elements->len;
      g_array_set_size (reader->open, depth - 1);
    }
  reader->at = end_of_tag (reader);
  return ok;
}

/* Declarations */

/* <!ENTITY name "text">. Those in other files are not read by librsvg. */
static gboolean
declare_entity (Reader *reader, GError **error)
{
  const char *start = reader->at + strlen ("<!ENTITY");
  reader->at = end_of_tag (reader);
  g_autofree char *text = g_strndup (start, (gsize) (reader->at - start));
  const char *name = text + strspn (text, WHITE);
  gsize length = strcspn (name, WHITE);
  const char *quote = name + length + strspn (name + length, WHITE);
  const char *close = *quote == '"' || *quote == '\'' ? strchr (quote + 1, *quote) : NULL;
  if (name[0] == '%')
    return refuse_hidden (error, "behind entities");
  if (close == NULL)
    return TRUE;
  char *value = g_strndup (quote + 1, (gsize) (close - quote - 1));
  gboolean is_plain = strpbrk (value, "<&%") == NULL && strlen (value) <= MAX_ENTITY;
  g_hash_table_insert (reader->scan->entities, g_strndup (name, length), value);
  return is_plain || refuse_hidden (error, "behind entities");
}

static gboolean
read_declaration (Reader *reader, GError **error)
{
  if (looks_at (reader, "<!ENTITY"))
    return declare_entity (reader, error);
  if (!looks_at (reader, "<!ATTLIST"))
    {
      reader->at += strlen ("<!"); /* such as <!DOCTYPE, whose declarations come one by one */
      return TRUE;
    }
  g_autofree char *list = pass (reader, ">");
  return strpbrk (list, "\"'") == NULL || refuse_hidden (error, "in attributes that are not written");
}

/* What stands in the element around: its letters count, not what stands for them. */
static void
take_text (Reader *reader, const char *text, gsize length)
{
  guint depth = reader->open->len;
  if (depth == 0)
    return;
  PgSvgElement *element
      = &g_array_index (reader->scan->elements, PgSvgElement, g_array_index (reader->open, guint, depth - 1));
  element->bytes += (double) length;
  if (!element->is_text)
    return;
  g_autofree char *expanded = expand (text, length, reader->scan->entities);
  for (const char *at = expanded; *at != '\0'; at++)
    element->letters += (*at & 0xC0) != 0x80 ? 1 : 0; /* not what goes on a letter in UTF-8 */
}

/* What begins at a "<". */
static gboolean
read_markup (Reader *reader, GError **error)
{
  g_autofree char *passed = NULL;
  if (looks_at (reader, "<!--"))
    passed = pass (reader, "-->");
  else if (looks_at (reader, "<![CDATA["))
    {
      passed = pass (reader, "]]>");
      take_text (reader, passed, strlen (passed));
    }
  else if (looks_at (reader, "<?"))
    {
      passed = pass (reader, "?>");
      return !g_str_has_prefix (passed, "<?xml-stylesheet") || refuse_hidden (error, "in another style sheet");
    }
  else if (looks_at (reader, "<!"))
    return read_declaration (reader, error);
  else if (looks_at (reader, "</"))
    return close_tag (reader, error);
  else
    return open_tag (reader, error);
  return TRUE;
}

/* Goes to the next "<". */
static gboolean
pass_text (Reader *reader)
{
  const char *start = reader->at, *next = memchr (start, '<', (gsize) (reader->end - start));
  if (next == NULL)
    return FALSE;
  take_text (reader, start, (gsize) (next - start));
  reader->at = next;
  return TRUE;
}

static void
free_names (gpointer names)
{
  g_ptr_array_unref (names);
}

gboolean
pg_svg_scan (PgSvgScan *scan, const char *data, gsize size, const PgLimits *limits, GError **error)
{
  scan->limits = limits;
  scan->elements = g_array_new (FALSE, FALSE, sizeof (PgSvgElement));
  scan->names = g_ptr_array_new_with_free_func (g_free);
  scan->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scan->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_names);
  scan->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scan->has_filter_rules = FALSE;
  scan->selectors = 0;
  scan->least_dash = INFINITY;
  scan->largest_letter = 16;
  scan->markers = g_ptr_array_new_with_free_func (g_free);
  scan->undrawn = g_ptr_array_new_with_free_func (g_free);
  scan->edits = g_array_new (FALSE, FALSE, sizeof (PgSvgEdit));
  g_array_set_clear_func (scan->edits, pg_svg_clear_edit);
  scan->doubt = NULL;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { scan, data, data, data + size, open, NULL };
  gboolean ok = TRUE;
  while (ok && scan->elements->len <= limits->svg_work && pass_text (&reader))
    ok = read_markup (&reader, error);
  return ok;
}

void
pg_svg_scan_clear (PgSvgScan *scan)
{
  g_array_unref (scan->elements);
  g_ptr_array_unref (scan->names);
  g_hash_table_unref (scan->ids);
  g_hash_table_unref (scan->rules);
  g_hash_table_unref (scan->entities);
  g_ptr_array_unref (scan->undrawn);
  g_ptr_array_unref (scan->markers);
  g_array_unref (scan->edits);
  g_clear_error (&scan->doubt);
}
