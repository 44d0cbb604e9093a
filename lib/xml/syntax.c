/* Enters: what the XML parser says of a file that is not well-formed. Leaves: one finding that helps.
   The parser knows grammar; people need to know which element opened where, and what to write instead. */
#include "xml/syntax.h"

#include "base/limits.h"

#include <libxml/xmlerror.h>
#include <string.h>

#define CODE "xml-syntax"

typedef struct
{
  PgSource *source;
  const PgSyntaxFault *fault;
  ProgrammeReport *report;
  GError **error;
} Teller;

/* The last occurrence of needle before the parser's position, or that position itself. */
static gsize
back_to (const Teller *teller, const char *needle)
{
  gsize offset = MIN (teller->fault->offset, teller->source->length);
  /* The parser may stand on the sign itself. */
  gsize reach = MIN (offset + strlen (needle), teller->source->length);
  const char *found = g_strrstr_len (teller->source->text, (gssize) reach, needle);
  return found != NULL ? (gsize) (found - teller->source->text) : offset;
}

/* A copy of the name at offset: letters, digits and what else a name may hold. */
static char *
name_at (const Teller *teller, gsize offset)
{
  const char *text = teller->source->text + offset;
  gsize length = strcspn (text, " \t\n<>/=&;\"'");
  return g_strndup (text, MIN (length, 40));
}

static ProgrammeFinding *tell (const Teller *teller, gsize offset, const char *format, ...) G_GNUC_PRINTF (3, 4);

static ProgrammeFinding *
tell (const Teller *teller, gsize offset, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  PgPlace place = pg_source_place (teller->source, offset);
  return pg_read_fail (teller->report, &place, CODE, teller->error, "%s", message);
}

static void
tell_mismatch (const Teller *teller)
{
  const PgNode *open = teller->fault->open;
  gsize offset = back_to (teller, "</");
  g_autofree char *name = name_at (teller, offset + 2);
  if (open == NULL)
    {
      tell (teller, offset, "</%s> closes an element that was never opened", name);
      return;
    }
  ProgrammeFinding *finding
      = tell (teller, offset, "</%s> stands where <%s> of line %u, column %u, is still open: write </%s> before it",
              name, open->name, open->place.line, open->place.column, open->name);
  pg_finding_add_place (finding, &open->place);
}

/* The place of the element says more than the file's end does. */
static void
tell_unclosed (const Teller *teller)
{
  const PgNode *open = teller->fault->open;
  PgPlace end = pg_source_place (teller->source, teller->source->length);
  pg_read_fail (teller->report, &open->place, CODE, teller->error,
                "<%s> is never closed: the file ends at line %u without </%s>", open->name, end.line, open->name);
}

static void
tell_ampersand (const Teller *teller)
{
  gsize offset = back_to (teller, "&");
  g_autofree char *name = name_at (teller, offset + 1);
  tell (teller, offset, "\"&%s\" begins a reference that has no end: for the sign & itself write &amp;", name);
}

static void
tell_entity (const Teller *teller)
{
  gsize offset = back_to (teller, "&");
  g_autofree char *name = name_at (teller, offset + 1);
  tell (teller, offset, "XML does not know &%s;: write the character itself, or its number, such as &#160;", name);
}

static void
tell_incomplete (const Teller *teller, gsize tag)
{
  g_autofree char *name = name_at (teller, tag + 1);
  tell (teller, tag,
        "the tag <%s is not complete: its \">\" is missing, or something stands before it that is no attribute", name);
}

/* A "<" where a name is wanted: either a sign that should be written as &lt;, or a tag within another one. */
static void
tell_less_than (const Teller *teller, gsize tag)
{
  const char *text = teller->source->text;
  const char *outer = g_strrstr_len (text, (gssize) tag, "<");
  if (g_ascii_isalpha (text[tag + 1]) && outer != NULL && memchr (outer, '>', (gsize) (text + tag - outer)) == NULL)
    tell_incomplete (teller, (gsize) (outer - text));
  else
    tell (teller, tag, "\"<\" is not followed by an element's name: for the sign < itself write &lt;");
}

static void
tell_name (const Teller *teller)
{
  gsize ampersand = back_to (teller, "&"), tag = back_to (teller, "<");
  if (teller->source->text[ampersand] == '&' && (ampersand > tag || teller->source->text[tag] != '<'))
    tell_ampersand (teller);
  else
    tell_less_than (teller, tag);
}

static void
tell_attribute (const Teller *teller)
{
  tell (teller, teller->fault->offset, "the value of an attribute stands in quotation marks, such as start=\"09:00\"");
}

/* The quotation mark that is not closed may be lines above the "<" that gives it away. */
static void
tell_open_value (const Teller *teller)
{
  const char *text = teller->source->text, *end = text + MIN (teller->fault->offset, teller->source->length);
  const char *at = g_strrstr_len (text, end - text, "<"), *open = NULL;
  while (at != NULL && at < end && (at += strcspn (at, "\"'")) < end)
    {
      open = at;
      at = memchr (at + 1, *at, (gsize) (end - at - 1));
      open = at == NULL ? open : NULL;
      at = at != NULL ? at + 1 : NULL;
    }
  if (open == NULL)
    {
      tell (teller, teller->fault->offset, "the value of an attribute holds a \"<\": write &lt;");
      return;
    }
  const char *name = open;
  while (name > text && strchr (" \t\n<", name[-1]) == NULL)
    name--;
  g_autofree char *shown = name_at (teller, (gsize) (name - text));
  tell (teller, (gsize) (name - text),
        "the value of %s has no closing quotation mark before the next \"<\": add it, or write &lt; for the sign "
        "itself",
        shown);
}

static void
tell_twice (const Teller *teller)
{
  gsize tag = back_to (teller, "<");
  g_autofree char *name = name_at (teller, tag + 1);
  g_auto (GStrv) words = g_strsplit (teller->fault->message, " ", 3);
  gboolean named = words[0] != NULL && words[1] != NULL;
  tell (teller, tag, "<%s> has the attribute %s twice: keep one", name, named ? words[1] : "");
}

static void
tell_tag_end (const Teller *teller)
{
  tell_incomplete (teller, back_to (teller, "<"));
}

static void
tell_number (const Teller *teller)
{
  tell (teller, back_to (teller, "&#"), "this is no character's number; write it as &#8211; or &#x2013;");
}

static void
tell_character (const Teller *teller)
{
  gsize offset = MIN (teller->fault->offset, teller->source->length);
  guint character = (guchar) teller->source->text[offset];
  if (offset > 0 && teller->source->text[offset - 1] == ';')
    {
      tell_number (teller);
      return;
    }
  tell (teller, teller->fault->offset, "the control character U+%04X cannot stand in XML: remove it", character);
}

static void
tell_end (const Teller *teller)
{
  if (teller->fault->open != NULL)
    tell_unclosed (teller);
  else
    tell (teller, teller->fault->offset,
          "something stands after the end of the file's outermost element: remove it, or move it inside");
}

static void
tell_start (const Teller *teller)
{
  tell (teller, teller->fault->offset, "this is no XML: an event file begins with <programme version=\"1\">");
}

static void
tell_comment (const Teller *teller)
{
  tell (teller, back_to (teller, "<!--"), "a comment ends with --> and cannot have -- within");
}

static void
tell_declaration (const Teller *teller)
{
  tell (teller, back_to (teller, "<?"), "<?xml …?> can stand at the very start of the file only");
}

static void
tell_plain (const Teller *teller)
{
  g_autofree char *message = g_strstrip (g_strdup (teller->fault->message));
  tell (teller, teller->fault->offset, "this is not well-formed XML: %s", message);
}

/* What the parser takes at once has limits of its own, which it tells with the codes of other faults. */
static gboolean
is_too_long (const char *message)
{
  return strstr (message, "too long") != NULL || strstr (message, "too big") != NULL
         || strstr (message, "Resource limit") != NULL;
}

static void
tell_too_long (const Teller *teller)
{
  PgPlace place = pg_source_place (teller->source, back_to (teller, "<"));
  pg_read_fail (teller->report, &place, "too-large", teller->error,
                "a name, a comment or an attribute's value is too long: a value has %d characters at most",
                PG_MAX_ATTRIBUTE_CHARACTERS);
}

void
pg_syntax_fail (PgSource *source, const PgSyntaxFault *fault, ProgrammeReport *report, GError **error)
{
  static const struct
  {
    int code;
    void (*tell) (const Teller *teller);
  } tellers[] = { { XML_ERR_TAG_NAME_MISMATCH, tell_mismatch },
                  { XML_ERR_TAG_NOT_FINISHED, tell_end },
                  { XML_ERR_LTSLASH_REQUIRED, tell_end },
                  { XML_ERR_DOCUMENT_END, tell_end },
                  { XML_ERR_DOCUMENT_EMPTY, tell_start },
                  { XML_ERR_DOCUMENT_START, tell_start },
                  { XML_ERR_ENTITYREF_SEMICOL_MISSING, tell_ampersand },
                  { XML_ERR_ENTITYREF_NO_NAME, tell_ampersand },
                  { XML_ERR_UNDECLARED_ENTITY, tell_entity },
                  { XML_WAR_UNDECLARED_ENTITY, tell_entity },
                  { XML_ERR_NAME_REQUIRED, tell_name },
                  { XML_ERR_ATTRIBUTE_NOT_STARTED, tell_attribute },
                  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, tell_attribute },
                  { XML_ERR_LT_IN_ATTRIBUTE, tell_open_value },
                  { XML_ERR_ATTRIBUTE_NOT_FINISHED, tell_open_value },
                  { XML_ERR_ATTRIBUTE_REDEFINED, tell_twice },
                  { XML_ERR_GT_REQUIRED, tell_tag_end },
                  { XML_ERR_SPACE_REQUIRED, tell_tag_end },
                  { XML_ERR_INVALID_CHAR, tell_character },
                  { XML_ERR_HYPHEN_IN_COMMENT, tell_comment },
                  { XML_ERR_COMMENT_NOT_FINISHED, tell_comment },
                  { XML_ERR_RESERVED_XML_NAME, tell_declaration },
                  { XML_ERR_INVALID_CHARREF, tell_number },
                  { XML_ERR_INVALID_DEC_CHARREF, tell_number },
                  { XML_ERR_INVALID_HEX_CHARREF, tell_number } };
  Teller teller = { source, fault, report, error };
  if (is_too_long (fault->message))
    {
      tell_too_long (&teller);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (tellers[i].code == fault->code)
      {
        tellers[i].tell (&teller);
        return;
      }
  tell_plain (&teller);
}
