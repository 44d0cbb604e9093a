/* Enters: a guest. Leaves: the front of a badge: the name, as large as it goes, who sent them, a photograph, a code, a band for the
   category. */
#include "event/names.h"
#include "event/words.h"
#include "piece/badges.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* A name in its two parts, in the order in which they stand; the second is NULL where it is one. */
typedef struct
{
  const char *first, *second;
  gboolean is_family_first;
  const char *language;
} Parts;

/* What is written together, as in Chinese, stays so. */
static Parts
parts_of (const PgVoice *voice, const PgText *name)
{
  const PgVersion *version = pg_text_get (name, voice->language);
  const PgSpan *family = NULL;
  for (guint i = 0; i < version->n_spans && family == NULL; i++)
    if ((version->spans[i].flags & PG_SPAN_FAMILY) != 0)
      family = &version->spans[i];
  Parts parts = { version->string, NULL, FALSE, version->language };
  if (family == NULL)
    return parts;
  guint at = family->start > 0 ? family->start : family->end;
  char *first = g_strstrip (pg_arena_strndup (voice->arena, version->string, (gssize) at));
  char *second = g_strstrip (pg_arena_strdup (voice->arena, version->string + at));
  gboolean is_parted = version->string[at] == ' ' || (at > 0 && version->string[at - 1] == ' ');
  if (is_parted && first[0] != '\0' && second[0] != '\0')
    parts = (Parts){ first, second, family->start == 0, version->language };
  return parts;
}

static PgBlock *
name_line (const PgVoice *voice, const char *style, const char *text, const Parts *parts, const PgPlace *place)
{
  const PgStyle *own = pg_style_for_letters (voice, pg_style (voice, style), text);
  PgBlock *line = pg_paragraph_in (
      voice, pg_style_for_script (voice, own, pg_language_script (voice->arena, parts->language)), place);
  pg_paragraph_add (voice->arena, line, NULL, text, parts->language);
  return line;
}

/* Those that somebody speaks: by their names, where they are tags. A list may have them as "the language" of somebody. */
static const char *
languages_of (const PgVoice *voice, const PgGuest *guest)
{
  const char *languages = pg_guest_field (voice, guest, "languages"),
             *several = pg_guest_field (voice, guest, "language");
  languages = languages[0] == '\0' && strpbrk (several, " ,;/") != NULL ? several : languages;
  g_auto (GStrv) tags = g_strsplit_set (languages, " ,;/", -1);
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      if (tags[i][0] != '\0' && (strlen (tags[i]) > 8 || !pg_language_exists (tags[i])))
        return languages;
      g_string_append_printf (known, "%s%s", known->len > 0 && tags[i][0] != '\0' ? " " : "", tags[i]);
    }
  return known->len > 0 ? pg_language_names (voice->arena, known->str, voice->language) : "";
}

/* Pronouns, languages and the table, as far as they are known. */
static PgBlock *
detail_block (const PgBadge *badge, const PgGuest *guest)
{
  const PgVoice *voice = badge->voice->first;
  const char *table = pg_guest_field (voice, guest, "table"), *languages = languages_of (voice, guest);
  g_autoptr (GString) all = g_string_new (pg_guest_field (voice, guest, "pronouns"));
  if (languages[0] != '\0')
    g_string_append_printf (all, "%s%s", all->len > 0 ? PG_DOT : "", languages);
  if (table[0] != '\0')
    g_string_append_printf (all, "%s%s", all->len > 0 ? PG_DOT : "",
                            pg_word_with (voice->event, voice->arena, "table-number", voice->language, table));
  if (all->len == 0)
    return NULL;
  return pg_say_string (voice, badge->styles->detail, pg_arena_strdup (voice->arena, all->str), &guest->person->place);
}

/* The name in two styles, what goes before it, and below it the same in a second language. */
static PgBlock *
name_stack (const PgBadge *badge, const PgGuest *guest, const char *given, const char *family)
{
  const PgVoice *voice = badge->voice;
  const PgPerson *person = guest->person;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  PgBlock *name = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  Parts parts = parts_of (voice->first, person->name);
  gboolean is_turned = parts.is_family_first && parts.second != NULL;
  name->role = PG_ROLE_H1;
  pg_block_add (stack, PG_STACKED (voice, pg_say, badge->styles->honorific, person->honorific));
  pg_block_add (name, name_line (voice->first, is_turned ? family : given, parts.first, &parts, &person->place));
  if (parts.second != NULL)
    pg_block_add (name, name_line (voice->first, is_turned ? given : family, parts.second, &parts, &person->place));
  for (guint i = 0; i < name->children->len; i++)
    ((PgBlock *) g_ptr_array_index (name->children, i))->role = PG_ROLE_NONE;
  pg_block_add (stack, name);
  if (voice->second != NULL && pg_has_own (voice->second, person->name))
    {
      PgBlock *second = pg_paragraph (voice->second, badge->styles->second, &person->place);
      pg_add_name (voice->second, second, badge->styles->second, badge->styles->second, NULL, person->name);
      pg_block_add (stack, second);
    }
  pg_block_add (stack, detail_block (badge, guest));
  return stack;
}

#define N_WAYS 3

/* In the largest size on one line each, or else on several, or else as it goes. */
static PgBlock *
make_name (gconstpointer data, guint index)
{
  const PgBadgeChoice *choice = data;
  const PgBadgeStyles *styles = choice->badge.styles;
  const char *const ways[N_WAYS][2] = { { styles->given, styles->family },
                                        { styles->given_part, styles->family_part },
                                        { styles->given_least, styles->family_least } };
  return name_stack (&choice->badge, choice->guest, ways[index][0], ways[index][1]);
}

/* The country, or what stands in its place; else the organisation. */
static PgBlock *
party_block (const PgVoice *voice, const char *style, const PgPerson *person)
{
  static const PgSlot none = { 0 };
  PgBlock *party = pg_party_block (voice, style, person->organisation, pg_slot_country (&none, person));
  if (party == NULL && person->organisation != NULL)
    party = pg_say (voice, style, person->organisation->name);
  return party;
}

/* Post and organisation above the country; the organisation alone where there is none. */
static PgBlock *
sender_block (const PgBadge *badge, const PgGuest *guest, double height)
{
  static const PgSlot none = { 0 };
  const PgVoice *voice = badge->voice;
  const PgPerson *person = guest->person;
  gboolean has_party
      = pg_slot_country (&none, person) != NULL || (person->organisation != NULL && person->organisation->delegation);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  PgBlock *unit = pg_post_block (voice->first, badge->styles->unit, &person->place, person->position,
                                 has_party ? pg_organisation_besides (person->organisation) : NULL);
  if (unit->n_runs > 0)
    pg_block_add (stack, unit);
  pg_block_add (stack, PG_STACKED (voice, party_block, badge->styles->party, person));
  PgBlock *box = pg_box_new (voice->arena, stack);
  box->box_height = height;
  box->vertical = PG_PLACE_END;
  return stack->children->len > 0 ? box : NULL;
}

static PgBlock *
photograph_block (const PgBadge *badge, const PgGuest *guest)
{
  const PgVoice *voice = badge->voice;
  if (guest->person->photograph == NULL)
    return NULL;
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_IMAGE, &guest->person->place);
  PgImage *image = pg_arena_new0 (voice->arena, PgImage);
  image->path = guest->person->photograph;
  image->alt = pg_plain (voice->first, guest->person->name);
  image->width = pg_badge_length (badge, "photograph");
  image->height = pg_badge_length (badge, "photograph-height");
  image->crop = TRUE;
  block->image = image;
  return block;
}

static PgBlock *
event_block (const PgVoice *voice, const char *style)
{
  return pg_say (voice, style, voice->event->short_title != NULL ? voice->event->short_title : voice->event->title);
}

static void
add_head (const PgBadge *badge, PgBlock *panel)
{
  const PgVoice *voice = badge->voice;
  double thickness = pg_badge_length (badge, "rule-line");
  PgBlock *rule = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
  rule->colour = *pg_theme_colour (voice->theme, "sign-field");
  rule->height = thickness;
  rule->width = voice->paper->measure;
  pg_placed_add (panel, voice->paper->left, pg_badge_length (badge, "event"), voice->paper->measure,
                 badge->is_wide ? event_block (voice->first, badge->styles->event)
                                : PG_STACKED (voice, event_block, badge->styles->event));
  if (thickness > 0)
    pg_placed_add (panel, voice->paper->left, pg_badge_length (badge, "rule"), voice->paper->measure, rule);
}

/* The code at the end of the line, its lower edge with that of who sent them; below it, where there is room, what it says. */
static void
add_code (const PgBadge *badge, PgBlock *panel, PgBlock *code, const char *said, const PgPlace *place)
{
  const PgPaper *paper = badge->voice->paper;
  double foot = paper->height - pg_badge_length (badge, "sender-foot");
  PgBlock *text = badge->is_wide ? NULL : pg_say_string (badge->voice->first, badge->styles->code, said, place);
  pg_placed_hang (panel, paper->left + paper->measure - code->side, foot, code->side, code);
  pg_placed_add (panel, paper->left, foot + pg_badge_length (badge, "code-text"), paper->measure, text);
}

static void
add_guest (const PgBadge *badge, PgBlock *panel, const PgGuest *guest)
{
  const PgPaper *paper = badge->voice->paper;
  PgBlock *code = NULL, *photograph = photograph_block (badge, guest);
  const char *said = pg_badge_code (badge, guest, &code);
  double top = pg_badge_length (badge, "name-top"), height = pg_badge_length (badge, "sender");
  double foot = paper->height - pg_badge_length (badge, "sender-foot");
  double beside = photograph != NULL ? photograph->image->width + pg_badge_length (badge, "photograph-gap") : 0;
  double behind = code != NULL ? pg_badge_length (badge, "code") + pg_badge_length (badge, "code-clear") : 0;
  double name_x = badge->is_wide ? beside : 0, name_width = paper->measure - (badge->is_wide ? beside + behind : 0);
  pg_placed_add (panel, paper->left + name_x, top, name_width,
                 pg_badge_choice (badge, guest, foot - height - top, make_name, N_WAYS));
  if (photograph != NULL)
    pg_placed_add (panel, paper->left, badge->is_wide ? top : foot - photograph->image->height,
                   photograph->image->width, photograph);
  pg_placed_add (panel, paper->left + beside, foot - height, paper->measure - beside - behind,
                 sender_block (badge, guest, height));
  if (code != NULL)
    add_code (badge, panel, code, said, &guest->person->place);
  pg_placed_hang (panel, 0, paper->height, paper->width, pg_badge_band (badge, guest));
}

PgBlock *
pg_badge_front (const PgBadge *badge, const PgGuest *guest)
{
  PgBlock *panel = pg_badge_panel (badge, guest != NULL ? &guest->person->place : &badge->voice->event->place);
  add_head (badge, panel);
  if (guest != NULL)
    add_guest (badge, panel, guest);
  return panel;
}

/* Outlines */

static void
add_line (const PgBadge *badge, PgBlock *panel, double x, double y, double width, double height)
{
  PgBlock *line = pg_block_new (badge->voice->arena, PG_BLOCK_FILL, &badge->voice->event->place);
  line->colour = *pg_theme_colour (badge->voice->theme, "text");
  line->width = width;
  line->height = height;
  pg_placed_add (panel, x, y, width, line);
}

/* Millimetres along the upper and the left edge, each fifth and tenth longer. */
static void
add_rulers (const PgBadge *badge, PgBlock *panel, double line, double millimetre)
{
  const PgPaper *paper = badge->voice->paper;
  for (guint i = 1; i * millimetre < MAX (paper->width, paper->height); i++)
    {
      double tick = (i % 10 == 0 ? 4 : i % 5 == 0 ? 2.5 : 1.5) * millimetre;
      if (i * millimetre < paper->width)
        add_line (badge, panel, i * millimetre - line / 2, 0, line, tick);
      if (i * millimetre < paper->height)
        add_line (badge, panel, 0, i * millimetre - line / 2, tick, line);
    }
}

PgBlock *
pg_badge_outline (const PgBadge *badge, guint number)
{
  const PgVoice *voice = badge->voice->first;
  const PgPaper *paper = voice->paper;
  double line = pg_theme_length (voice->theme, badge->group, "fold-line"), millimetre = 72 / 25.4;
  PgBlock *panel = pg_badge_panel (badge, &voice->event->place);
  char *size = pg_arena_printf (voice->arena, "%u · %.5g × %.5g mm · %s", number, paper->width / millimetre,
                                paper->height / millimetre, voice->request->badges.stock);
  add_line (badge, panel, 0, 0, paper->width, line);
  add_line (badge, panel, 0, paper->height - line, paper->width, line);
  add_line (badge, panel, 0, 0, line, paper->height);
  add_line (badge, panel, paper->width - line, 0, line, paper->height);
  add_rulers (badge, panel, line, millimetre);
  pg_placed_add (panel, 2 * paper->left, paper->height / 2, paper->width - 3 * paper->left,
                 pg_say_string (voice, badge->styles->unit, size, &voice->event->place));
  return panel;
}
