/* Enters: a guest. Leaves: the code on their badge: a business card or an address, with as many fields as its modules have room
   for. */
#include "block/code.h"
#include "event/words.h"
#include "piece/badges.h"
#include "say/say.h"

#include <string.h>

/* What cards say of somebody; each may be "". */
typedef struct
{
  char *family, *given, *name, *honorific;
  const char *position, *organisation, *email, *phone;
} Card;

/* Which fields a card has, from all of them down to the name alone. */
typedef enum
{
  ALL,
  WITHOUT_POST,
  NAME_AND_MAIL,
  NAME_ALONE,
  N_CARDS
} Fields;

/* Puts a backslash before what would part fields, and makes lines one. */
static void
add_escaped (GString *card, const char *value, const char *special)
{
  for (const char *at = value; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (card, "\\n");
    else if (*at != '\r')
      g_string_append_printf (card, "%s%c", strchr (special, *at) != NULL ? "\\" : "", *at);
}

static void
add_field (GString *card, const char *before, const char *value, const char *special, const char *after)
{
  if (value[0] == '\0')
    return;
  g_string_append (card, before);
  add_escaped (card, value, special);
  g_string_append (card, after);
}

#define VCARD_SPECIAL "\\,;"
#define MECARD_SPECIAL "\\;:,"

/* vCard 3.0 (RFC 2426), which more phones read than 4.0; lines are not folded, as no code needs it. */
static char *
vcard (const Card *card, Fields fields)
{
  GString *text = g_string_new ("BEGIN:VCARD\r\nVERSION:3.0\r\nN:");
  add_escaped (text, card->family, VCARD_SPECIAL);
  g_string_append_c (text, ';');
  add_escaped (text, card->given, VCARD_SPECIAL);
  g_string_append (text, ";;");
  add_escaped (text, card->honorific, VCARD_SPECIAL);
  g_string_append (text, ";\r\n");
  add_field (text, "FN:", card->name, VCARD_SPECIAL, "\r\n");
  if (fields < WITHOUT_POST)
    add_field (text, "TITLE:", card->position, VCARD_SPECIAL, "\r\n");
  if (fields < NAME_AND_MAIL)
    add_field (text, "ORG:", card->organisation, VCARD_SPECIAL, "\r\n");
  add_field (text, "EMAIL:", card->email, VCARD_SPECIAL, "\r\n");
  if (fields < WITHOUT_POST)
    add_field (text, "TEL:", card->phone, VCARD_SPECIAL, "\r\n");
  g_string_append (text, "END:VCARD\r\n");
  return g_string_free (text, FALSE);
}

static char *
mecard (const Card *card, Fields fields)
{
  GString *text = g_string_new ("MECARD:N:");
  add_escaped (text, card->family, MECARD_SPECIAL);
  g_string_append (text, card->given[0] != '\0' ? "," : "");
  add_escaped (text, card->given, MECARD_SPECIAL);
  g_string_append_c (text, ';');
  if (fields < NAME_AND_MAIL)
    add_field (text, "ORG:", card->organisation, MECARD_SPECIAL, ";");
  if (fields < WITHOUT_POST)
    add_field (text, "TEL:", card->phone, MECARD_SPECIAL, ";");
  if (fields < NAME_ALONE)
    add_field (text, "EMAIL:", card->email, MECARD_SPECIAL, ";");
  g_string_append_c (text, ';');
  return g_string_free (text, FALSE);
}

static const char *
plain_or_nothing (const PgVoice *voice, const PgText *text)
{
  return text != NULL ? pg_plain (voice, text) : "";
}

/* A name that does not say its parts is whole. */
static void
split_name (const PgVoice *voice, const PgText *name, Card *card)
{
  const PgVersion *version = pg_text_get (name, voice->language);
  g_autoptr (GString) family = g_string_new (NULL), given = g_string_new (NULL);
  for (guint i = 0; i < version->n_spans; i++)
    g_string_append_len ((version->spans[i].flags & PG_SPAN_FAMILY) != 0 ? family : given,
                         version->string + version->spans[i].start, version->spans[i].end - version->spans[i].start);
  gboolean is_parted = family->len > 0;
  card->family = g_strstrip (pg_arena_strdup (voice->arena, is_parted ? family->str : given->str));
  card->given = g_strstrip (pg_arena_strdup (voice->arena, is_parted ? given->str : ""));
  card->name = pg_arena_strdup (voice->arena, pg_plain (voice, name));
}

static Card
card_of (const PgVoice *voice, const PgGuest *guest)
{
  const PgPerson *person = guest->person;
  Card card = { .email = pg_guest_field (voice, guest, "email"), .phone = pg_guest_field (voice, guest, "phone") };
  split_name (voice, person->name, &card);
  card.honorific = pg_arena_strdup (voice->arena, plain_or_nothing (voice, person->honorific));
  card.position = plain_or_nothing (voice, person->position);
  card.organisation = person->organisation != NULL ? pg_plain (voice, person->organisation->name) : "";
  return card;
}

/* The address with what stands in braces as the row has it: {id}, {email} ...; from the arena. */
static char *
address_of (const PgVoice *voice, const PgGuest *guest, const char *pattern)
{
  g_autoptr (GString) address = g_string_new (pattern);
  const char *const *fields = programme_people_list_fields ();
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *braced = g_strdup_printf ("{%s}", fields[i]);
      g_autofree char *value = g_uri_escape_string (pg_guest_field (voice, guest, fields[i]), NULL, FALSE);
      g_string_replace (address, braced, value, 0);
    }
  return pg_arena_strdup (voice->arena, address->str);
}

/* So dense that its modules are as large as they must be, or NULL. */
static const PgCode *
code_that_fits (const PgBadge *badge, const char *payload)
{
  double least = pg_theme_length (badge->voice->theme, badge->group, "code-module");
  guint n = pg_code_modules (payload);
  return n > 0 && n * least <= pg_badge_length (badge, "code") + 0.01 ? pg_code_new (badge->voice->arena, payload)
                                                                      : NULL;
}

/* A vCard with as many fields as fit, the address at least, or else a MECARD, which says the same in fewer letters. */
static const PgCode *
card_code (const PgBadge *badge, const PgGuest *guest, gboolean is_mecard)
{
  Card card = card_of (badge->voice->first, guest);
  const PgCode *code = NULL;
  for (Fields fields = ALL; !is_mecard && fields < NAME_ALONE && code == NULL; fields++)
    {
      g_autofree char *payload = vcard (&card, fields);
      code = code_that_fits (badge, payload);
    }
  for (Fields fields = ALL; fields < N_CARDS && code == NULL; fields++)
    {
      g_autofree char *payload = mecard (&card, fields);
      code = code_that_fits (badge, payload);
    }
  return code;
}

/* What is white around it must be as wide as four modules. */
static PgBlock *
block_of (const PgBadge *badge, const PgGuest *guest, const PgCode *code, const char *said)
{
  const PgVoice *voice = badge->voice->first;
  double clear = pg_badge_length (badge, "code-clear");
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_CODE, &guest->person->place);
  block->code = code;
  block->code_alt = pg_arena_printf (voice->arena, "QR: %s", said);
  block->side = MIN (pg_badge_length (badge, "code"), code->n * clear / PG_CODE_QUIET);
  block->ink = *pg_theme_colour (voice->theme, "text");
  return block;
}

const char *
pg_badge_code (const PgBadge *badge, const PgGuest *guest, PgBlock **block)
{
  const PgVoice *voice = badge->voice->first;
  const char *wish = voice->request->badges.qr, *own = pg_guest_field (voice, guest, "qr");
  gboolean is_card = strcmp (wish, "vcard") == 0 || strcmp (wish, "mecard") == 0;
  const PgCode *code = NULL;
  const char *said = own[0] != '\0' ? own : NULL;
  if (strcmp (wish, "none") == 0)
    return NULL;
  if (said == NULL && !is_card)
    said = address_of (voice, guest, wish);
  if (said != NULL)
    code = code_that_fits (badge, said);
  else
    {
      code = card_code (badge, guest, strcmp (wish, "mecard") == 0);
      said = pg_guest_field (voice, guest, "email");
      said = said[0] != '\0' ? said : pg_plain (voice, guest->person->name);
    }
  if (code != NULL)
    *block = block_of (badge, guest, code, said);
  else
    pg_report_add (
        voice->request->report, PROGRAMME_SEVERITY_WARNING, &guest->person->place, "dense-code",
        "what the code of this badge says has %u letters, so that its modules would be smaller than %.1f mm and "
        "it is left out: shorten it, or take larger badges",
        (guint) g_utf8_strlen (said, -1), pg_theme_length (voice->theme, badge->group, "code-module") * 25.4 / 72);
  return code != NULL ? said : NULL;
}
