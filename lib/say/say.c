/* Enters: texts, words and names of the event. Leaves: paragraphs in a style of the theme. */
#include "say/say.h"

#include "say/notes.h"

#include "base/characters.h"
#include "event/names.h"
#include "event/words.h"

#include <math.h>
#include <string.h>

double
pg_space (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "space", key) * voice->scale;
}

double
pg_pad (const PgVoice *voice, const char *key)
{
  double unit = pg_theme_length (voice->theme, "page", "unit"), white = pg_space (voice, key);
  return voice->pad == 1 || unit <= 0 ? white * voice->pad : round (white * voice->pad / unit) * unit;
}

double
pg_share (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "share", key);
}

PgBlock *
pg_paragraph (const PgVoice *voice, const char *style, const PgPlace *place)
{
  return pg_paragraph_in (voice, pg_style (voice, style), place);
}

PgBlock *
pg_paragraph_in (const PgVoice *voice, const PgStyle *style, const PgPlace *place)
{
  PgBlock *paragraph = pg_paragraph_new (voice->arena, style, place);
  paragraph->right_to_left = voice->right_to_left;
  return paragraph;
}

/* Adds a run; where its language or its letters are of a script that needs more leading, the paragraph gets that. */
static PgRun *
add_run (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const char *text, const char *language)
{
  paragraph->style = pg_style_for_letters (voice, paragraph->style, text);
  if (strcmp (language, voice->language) != 0)
    paragraph->style = pg_style_for_script (voice, paragraph->style, pg_language_script (voice->arena, language));
  return pg_paragraph_add (voice->arena, paragraph, style, text, language);
}

/* What is set off by italics is so by weight where there are none. */
static guint
run_flags (const PgVoice *voice, guint span_flags)
{
  return ((span_flags & PG_SPAN_BOLD) != 0 ? PG_RUN_BOLD : 0u)
         | ((span_flags & PG_SPAN_ITALIC) == 0 ? 0u
            : pg_has_italics (voice)           ? PG_RUN_ITALIC
                                               : PG_RUN_BOLD)
         | ((span_flags & PG_SPAN_SUPERSCRIPT) != 0 ? PG_RUN_SUPERSCRIPT : 0u)
         | ((span_flags & PG_SPAN_SUBSCRIPT) != 0 ? PG_RUN_SUBSCRIPT : 0u);
}

static void
isolate_version (PgRun *run, const PgVersion *version)
{
  run->isolate = version;
  run->isolate_language = version->language;
}

/* A part of a version, from one byte to another, within a span. */
static void
add_part_of (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const PgVersion *version,
             const PgSpan *span, guint start, guint end)
{
  if (start == end)
    return;
  const char *text = pg_arena_strndup (voice->arena, version->string + start, (gssize) (end - start));
  const char *language = span->language != NULL ? span->language : version->language;
  PgRun *run = add_run (voice, paragraph, style, text, language);
  run->flags = run_flags (voice, span->flags);
  run->href = span->href;
  isolate_version (run, version);
  run->origins = &version->origins;
  run->offset = start;
}

/* Notes that are in no span's text stand behind the one before them. */
static void
add_version (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const PgVersion *version)
{
  guint next = 0;
  for (guint i = 0; i < version->n_spans; i++)
    {
      const PgSpan *span = &version->spans[i];
      guint start = span->start;
      for (; next < version->n_notes && version->notes[next].offset <= span->end; next++)
        {
          guint end = MAX (start, version->notes[next].offset);
          add_part_of (voice, paragraph, style, version, span, start, end);
          isolate_version (pg_add_mark (voice, paragraph, style, &version->notes[next]), version);
          start = end;
        }
      add_part_of (voice, paragraph, style, version, span, start, span->end);
    }
}

void
pg_add_version (const PgVoice *voice, PgBlock *paragraph, const PgVersion *version)
{
  add_version (voice, paragraph, NULL, version);
}

void
pg_add_name (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *family_style,
             const PgText *honorific, const PgText *name)
{
  const PgVersion *version = pg_text_get (name, voice->language);
  PgBlock *before = pg_paragraph (voice, style, NULL), *own = pg_paragraph (voice, style, NULL);
  /* One in another language than the name is none for it. */
  gboolean is_name_own = pg_text_lookup (name, voice->language) != NULL;
  const char *const *languages = (const char *const *) voice->event->languages;
  if (!is_name_own || honorific == NULL || pg_text_lookup (honorific, voice->language) != NULL)
    pg_add_text (voice, before, style, honorific);
  for (guint i = 0; i < version->n_spans; i++)
    {
      const PgSpan *span = &version->spans[i];
      gboolean is_family = (span->flags & PG_SPAN_FAMILY) != 0;
      const char *text
          = pg_arena_strndup (voice->arena, version->string + span->start, (gssize) (span->end - span->start));
      PgRun *run = add_run (voice, own, pg_style (voice, is_family ? family_style : style), text, version->language);
      isolate_version (run, version);
      run->origins = &version->origins;
      run->offset = span->start;
    }
  PgBlock *whole = pg_paragraph (voice, style, NULL);
  const char *joined_in
      = g_strv_contains (languages, version->language) ? version->language : voice->language; /* a name of its own */
  pg_add_joined (voice, whole, "honorific", joined_in, before, own);
  /* Together they are one phrase, with the direction of its first letter. */
  for (guint i = 0; before->n_runs > 0 && i < whole->n_runs; i++)
    {
      whole->runs[i].isolate = version;
      whole->runs[i].isolate_language = NULL;
    }
  pg_add_runs (voice, paragraph, whole);
}

void
pg_add_text (const PgVoice *voice, PgBlock *paragraph, const char *style, const PgText *text)
{
  if (text != NULL)
    add_version (voice, paragraph, style != NULL ? pg_style (voice, style) : NULL, pg_text_get (text, voice->language));
}

void
pg_add_plain (const PgVoice *voice, PgBlock *paragraph, const char *style, const PgText *text)
{
  const char *string = pg_plain (voice, text);
  if (string == NULL)
    return;
  const PgVersion *version = pg_text_get (text, voice->language);
  PgRun *run = add_run (voice, paragraph, style != NULL ? pg_style (voice, style) : NULL, string, version->language);
  isolate_version (run, version);
  run->origins = string == version->string ? &version->origins : NULL;
}

/* A part of a string, without controls that isolate. */
static PgRun *
add_part (const PgVoice *voice, PgBlock *paragraph, const PgStyle *style, const char *start, const char *end)
{
  GString *part = g_string_new_len (start, end - start);
  g_string_replace (part, PG_ISOLATE, "", 0);
  g_string_replace (part, PG_END_ISOLATE, "", 0);
  PgRun *run = NULL;
  if (part->len > 0)
    run = add_run (voice, paragraph, style, pg_arena_strdup (voice->arena, part->str), voice->language);
  g_string_free (part, TRUE);
  return run;
}

/* Behind the control that ends what the one at open begins, or the string's end. */
static const char *
find_end (const char *open)
{
  guint depth = 0;
  const char *at = open;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      depth += pg_begins (at, PG_ISOLATE) ? 1 : 0;
      if (pg_begins (at, PG_END_ISOLATE) && --depth == 0)
        return at + strlen (PG_END_ISOLATE);
    }
  return at;
}

/* Whether a string of the event's, or one that is not in the language's letters, is inserted into it. One that isolates
   something is made in the language. */
static gboolean
is_inserted (const PgVoice *voice, const char *string, const PgOrigins *origins)
{
  return strstr (string, PG_ISOLATE) == NULL && pg_has_letters (string, !voice->right_to_left)
         && (origins != NULL || !pg_has_letters (string, voice->right_to_left));
}

/* string is made of source, or is it. What it isolates by controls is isolated as a run, and the controls go. */
static void
add_string (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *string, const char *source)
{
  if (string == NULL || string[0] == '\0')
    return;
  const PgStyle *own = style != NULL ? pg_style (voice, style) : NULL;
  const PgOrigins *origins = pg_event_origins (voice->event, source);
  gboolean is_whole = is_inserted (voice, string, origins);
  for (const char *at = string; *at != '\0';)
    {
      const char *open = is_whole ? NULL : strstr (at, PG_ISOLATE);
      const char *end = open == at ? find_end (at) : open != NULL ? open : at + strlen (at);
      PgRun *run = add_part (voice, paragraph, own, at, end);
      if (run != NULL)
        {
          run->origins = origins;
          run->offset = (guint) (at - string);
          run->isolate = is_whole || open == at ? run->text : NULL;
        }
      at = end;
    }
}

void
pg_add_string (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *string)
{
  add_string (voice, paragraph, style, string, string);
}

/* Where the ordinal of a first of the month ends in letters that the language raises, such as "1er", these; else NULL. */
static const char *
find_raised (const PgVoice *voice, const char *string, gsize *length)
{
  const char *raised = pg_language_entry (voice->language, "formats", "raised");
  g_autofree char *first = g_strconcat ("1", raised, NULL);
  const char *found = raised != NULL && string != NULL ? strstr (string, first) : NULL;
  *length = raised != NULL ? strlen (raised) : 0;
  return found != NULL && (found == string || !g_ascii_isdigit (found[-1])) ? found + 1 : NULL;
}

void
pg_add_figures (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *string)
{
  gsize length;
  const char *raised = find_raised (voice, string, &length);
  if (raised == NULL)
    {
      add_string (voice, paragraph, style, pg_figures (voice->arena, string, voice->zero), string);
      return;
    }
  pg_add_string (voice, paragraph, style, pg_arena_strndup (voice->arena, string, raised - string));
  pg_add_string (voice, paragraph, style, pg_arena_strndup (voice->arena, raised, (gssize) length));
  paragraph->runs[paragraph->n_runs - 1].flags |= PG_RUN_SUPERSCRIPT;
  pg_add_figures (voice, paragraph, style, raised + length);
}

PgBlock *
pg_say_figures (const PgVoice *voice, const char *style, const char *string, const PgPlace *place)
{
  if (string == NULL || string[0] == '\0')
    return NULL;
  PgBlock *paragraph = pg_paragraph (voice, style, place);
  pg_add_figures (voice, paragraph, NULL, string);
  return paragraph;
}

void
pg_add_word (const PgVoice *voice, PgBlock *paragraph, const char *style, const char *key)
{
  const char *language;
  const char *word = pg_word (voice->event, key, voice->language, &language);
  add_run (voice, paragraph, style != NULL ? pg_style (voice, style) : NULL, word, language)->origins
      = pg_event_origins (voice->event, word);
}

void
pg_add_sentence (const PgVoice *voice, PgBlock *paragraph, const char *key)
{
  const char *before = paragraph->n_runs > 0 ? paragraph->runs[paragraph->n_runs - 1].text : "。";
  pg_add_string (voice, paragraph, NULL, g_str_has_suffix (before, "。") ? "" : " ");
  pg_add_word (voice, paragraph, NULL, key);
}

void
pg_add_runs (const PgVoice *voice, PgBlock *paragraph, const PgBlock *from)
{
  for (guint i = 0; i < from->n_runs; i++)
    *add_run (voice, paragraph, from->runs[i].style, from->runs[i].text, from->runs[i].language) = from->runs[i];
}

void
pg_add_with (const PgVoice *voice, PgBlock *paragraph, const char *key, const PgBlock *value)
{
  const char *word = pg_word (voice->event, key, voice->language, NULL), *gap = strstr (word, "%s");
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < value->n_runs; i++)
    g_string_append (text, value->runs[i].text);
  if (pg_word_is_said (word, text->str))
    {
      pg_add_runs (voice, paragraph, value);
      return;
    }
  if (gap == NULL)
    gap = word + strlen (word);
  pg_add_string (voice, paragraph, NULL, pg_arena_strndup (voice->arena, word, gap - word));
  if (*gap != '\0')
    {
      pg_add_runs (voice, paragraph, value);
      pg_add_string (voice, paragraph, NULL, gap + strlen ("%s"));
    }
}

/* Adds a word with what stands at its places; first may be NULL. */
static void
add_filled (const PgVoice *voice, PgBlock *paragraph, const char *word, const PgBlock *first, const PgBlock *second)
{
  while (*word != '\0')
    {
      gsize literal = strcspn (word, "%");
      pg_add_string (voice, paragraph, NULL, pg_arena_strndup (voice->arena, word, (gssize) literal));
      word += literal;
      if (word[0] == '%' && (word[1] == '1' || word[1] == '2'))
        {
          const PgBlock *block = word[1] == '1' ? first : second;
          if (block != NULL)
            pg_add_runs (voice, paragraph, block);
        }
      word += MIN (strlen (word), 2);
    }
}

void
pg_add_joined (const PgVoice *voice, PgBlock *paragraph, const char *key, const char *language, const PgBlock *first,
               const PgBlock *second)
{
  if (first->n_runs == 0 || second->n_runs == 0)
    {
      pg_add_runs (voice, paragraph, first->n_runs == 0 ? second : first);
      return;
    }
  const char *own = first->runs[first->n_runs - 1].language, *next = second->runs[0].language;
  if (strcmp (own, next) != 0) /* a text may end in words of another language */
    own = first->runs[0].language;
  add_filled (voice, paragraph, pg_word (voice->event, key, strcmp (own, next) == 0 ? own : language, NULL), first,
              second);
}

void
pg_add_after (const PgVoice *voice, PgBlock *paragraph, const char *key, const PgBlock *second)
{
  const char *word = pg_word (voice->event, key, voice->language, NULL), *first = strstr (word, "%1");
  if (second != NULL && second->n_runs > 0)
    add_filled (voice, paragraph, first != NULL ? first + strlen ("%1") : word, NULL, second);
}

char *
pg_in_brackets (const PgVoice *voice, const char *string)
{
  return pg_word_with_two (voice->event, voice->arena, "bracketed", voice->language, "", string);
}

PgBlock *
pg_say_in (const PgVoice *voice, const PgStyle *style, const PgText *text)
{
  const PgVersion *version = pg_text_get (text, voice->language);
  if (version == NULL)
    return NULL;
  PgBlock *paragraph = pg_paragraph_in (voice, style, &version->place);
  add_version (voice, paragraph, NULL, version);
  return paragraph;
}

PgBlock *
pg_say (const PgVoice *voice, const char *style, const PgText *text)
{
  return pg_say_in (voice, pg_style (voice, style), text);
}

PgBlock *
pg_say_version (const PgVoice *voice, const char *style, const PgVersion *version)
{
  PgBlock *paragraph = pg_paragraph (voice, style, &version->place);
  paragraph->right_to_left = pg_language_is_right_to_left (version->language);
  paragraph->mirrored = paragraph->right_to_left != voice->right_to_left;
  add_version (voice, paragraph, NULL, version);
  return paragraph;
}

PgBlock *
pg_say_string (const PgVoice *voice, const char *style, const char *string, const PgPlace *place)
{
  if (string == NULL || string[0] == '\0')
    return NULL;
  PgBlock *paragraph = pg_paragraph (voice, style, place);
  pg_add_string (voice, paragraph, NULL, string);
  return paragraph;
}

PgBlock *
pg_say_word (const PgVoice *voice, const char *style, const char *key)
{
  PgBlock *paragraph = pg_paragraph (voice, style, &voice->event->place);
  pg_add_word (voice, paragraph, NULL, key);
  return paragraph;
}

PgBlock *
pg_say_word_with (const PgVoice *voice, const char *style, const char *key, const char *value)
{
  const char *words = pg_word_with (voice->event, voice->arena, key, voice->language, value);
  return pg_say_figures (voice, style, words, &voice->event->place);
}

const char *
pg_plain (const PgVoice *voice, const PgText *text)
{
  const char *string = text != NULL ? pg_text_get (text, voice->language)->string : NULL;
  if (string == NULL || strstr (string, "\u2028") == NULL)
    return string;
  g_auto (GStrv) lines = g_strsplit (string, "\u2028", -1);
  g_autofree char *line = g_strjoinv (" ", lines);
  return pg_arena_strdup (voice->arena, line);
}

gboolean
pg_has_own (const PgVoice *voice, const PgText *text)
{
  return text != NULL
         && (!voice->is_second || pg_text_get (text, voice->language) != pg_text_get (text, voice->original->language));
}

const PgText *
pg_organisation_short (const PgOrganisation *organisation)
{
  return organisation->short_name != NULL ? organisation->short_name : organisation->name;
}

char *
pg_organisations_line (const PgVoice *voice, const GPtrArray *organisations)
{
  if (organisations == NULL)
    return NULL;
  GString *line = g_string_new (NULL);
  for (guint i = 0; i < organisations->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? PG_DOT : "",
                            pg_plain (voice, pg_organisation_short (g_ptr_array_index (organisations, i))));
  char *copy = line->len > 0 ? pg_arena_strdup (voice->arena, line->str) : NULL;
  g_string_free (line, TRUE);
  return copy;
}

const char *
pg_in_figures (const PgVoice *voice, const char *string)
{
  return string == NULL || voice->zero == '0' ? string : pg_figures (voice->arena, string, voice->zero);
}

const char *
pg_revision (const PgVoice *voice, const PgText *revision)
{
  const char *string = pg_plain (voice, revision);
  if (string == NULL || !g_ascii_isdigit (string[0]))
    return string;
  return pg_word_with (voice->event, voice->arena, "revision", voice->language, pg_in_figures (voice, string));
}

PgBlock *
pg_plate (const PgVoice *voice, const char *style, const char *number, double side, const char *colour)
{
  PgBlock *box = pg_box_new (voice->arena, pg_say_figures (voice, style, number, &voice->event->place));
  if (box == NULL)
    return NULL;
  box->box_width = box->box_height = side;
  box->natural = TRUE;
  box->vertical = PG_PLACE_MIDDLE;
  box->padding.left = box->padding.right = side * pg_share (voice, "plate-pad");
  box->fill = pg_theme_colour (voice->theme, colour);
  return box;
}

typedef struct
{
  PgArena *arena;
  const PgColour *colour;
} Inking;

static void
set_ink (const PgBlock *paragraph, gpointer data)
{
  const Inking *inking = data;
  PgBlock *block = (PgBlock *) paragraph;
  for (guint i = 0; i < block->n_runs; i++)
    {
      PgStyle *style = pg_arena_new0 (inking->arena, PgStyle);
      *style = *block->runs[i].style;
      style->colour = *inking->colour;
      block->runs[i].style = style;
    }
}

void
pg_set_ink (const PgVoice *voice, PgBlock *block, const PgColour *colour)
{
  pg_block_each (block, PG_BLOCK_PARAGRAPH, set_ink, &(Inking){ voice->arena, colour });
}

PgBlock *
pg_repeat (const PgVoice *voice, const PgBlock *block)
{
  if (block == NULL)
    return NULL;
  PgBlock *copy = pg_block_copy (voice->arena, block);
  copy->artifact = TRUE;
  copy->anchor = copy->bookmark = NULL;
  return copy;
}
