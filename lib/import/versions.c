/* Columns that say the same in several languages. Enters: headings such as title_en and 제목(국문). Leaves: the language of each,
   and the texts of a row in all of them. */
#include "import/versions.h"

#include <string.h>

#define BIT(field) ((guint64) 1 << (field))
#define FIELDS                                                                                                         \
  (BIT (PG_FIELD_TITLE) | BIT (PG_FIELD_ABSTRACT) | BIT (PG_FIELD_ROOM) | BIT (PG_FIELD_TRACK)                         \
   | BIT (PG_FIELD_SPEAKER) | BIT (PG_FIELD_ORGANISATION) | BIT (PG_FIELD_POSITION))

/* In small letters. Tags are those that mean no other word above a column, as "no" and "id" do. */
static const char *const languages[][2] = {
  { "en", "en" },         { "english", "en" },  { "englisch", "en" },   { "anglais", "en" },  { "영문", "en" },
  { "영어", "en" },       { "英文", "en" },     { "英語", "en" },       { "ko", "ko" },       { "kr", "ko" },
  { "kor", "ko" },        { "eng", "en" },      { "korean", "ko" },     { "국문", "ko" },     { "한글", "ko" },
  { "한국어", "ko" },     { "ja", "ja" },       { "jp", "ja" },         { "japanese", "ja" }, { "日本語", "ja" },
  { "和文", "ja" },       { "zh", "zh" },       { "cn", "zh" },         { "chinese", "zh" },  { "中文", "zh" },
  { "zh-tw", "zh-TW" },   { "zh-cn", "zh-CN" }, { "de", "de" },         { "german", "de" },   { "deutsch", "de" },
  { "fr", "fr" },         { "french", "fr" },   { "français", "fr" },   { "es", "es" },       { "spanish", "es" },
  { "español", "es" },    { "pt", "pt" },       { "portuguese", "pt" }, { "it", "it" },       { "italian", "it" },
  { "nl", "nl" },         { "dutch", "nl" },    { "pl", "pl" },         { "polish", "pl" },   { "ru", "ru" },
  { "russian", "ru" },    { "uk", "uk" },       { "ar", "ar" },         { "arabic", "ar" },   { "he", "he" },
  { "hebrew", "he" },     { "fa", "fa" },       { "tr", "tr" },         { "turkish", "tr" },  { "vi", "vi" },
  { "vietnamese", "vi" }, { "th", "th" },       { "thai", "th" },       { "el", "el" },       { "greek", "el" },
  { "sv", "sv" },         { "hi", "hi" },       { "hindi", "hi" },      { "khmer", "km" },    { "lao", "lo" },
};

/* Whether a name stands alone at a place, or is in a script that parts no words. */
static gboolean
stands_alone (const char *heading, gsize at, gsize length)
{
  if ((guchar) heading[at] >= 0xE0)
    return TRUE;
  return (at == 0 || !g_ascii_isalnum (heading[at - 1])) && !g_ascii_isalnum (heading[at + length]);
}

/* At its end, or at its beginning. */
static const char *
find (const char *small, gsize *at, gsize *length)
{
  gsize n = strlen (small), end = n;
  while (end > 0 && strchr (" )]:.", small[end - 1]) != NULL)
    end--;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      *length = strlen (languages[i][0]);
      *at = end >= *length && memcmp (small + end - *length, languages[i][0], *length) == 0 ? end - *length : 0;
      if (*length < n && strncmp (small + *at, languages[i][0], *length) == 0 && stands_alone (small, *at, *length))
        return languages[i][1];
    }
  return NULL;
}

const char *
pg_heading_language (const char *heading, char **rest)
{
  gsize at = 0, length = 0;
  g_autofree char *small = strlen (heading) < 200 ? g_utf8_strdown (heading, -1) : g_strdup ("");
  const char *language = strlen (small) == strlen (heading) ? find (small, &at, &length) : NULL;
  if (language == NULL)
    *rest = g_strdup (heading);
  else if (at == 0)
    *rest = g_strdup (heading + length);
  else
    *rest = g_strndup (heading, at);
  return language;
}

/* That which the first column of a field is in: it may be in the event's, and not say so. */
static const char *
language_of (const PgRow *head, guint column)
{
  g_autofree char *rest = NULL;
  return pg_heading_language (pg_row_cell (head, column), &rest);
}

static void
keep (PgColumns *columns, PgField field, guint column, const char *language)
{
  PgVersionColumn version = { field, column, language };
  g_array_append_val (columns->versions, version);
}

gboolean
pg_versions_take (PgColumns *columns, const PgRow *head, guint column, PgField field)
{
  const char *language = language_of (head, column);
  guint first = pg_columns_first (columns, field);
  if ((FIELDS & BIT (field)) == 0 || first == G_MAXUINT || language == NULL
      || g_strcmp0 (language_of (head, first), language) == 0)
    return FALSE;
  gboolean is_first = TRUE;
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      is_first = is_first && version->field != field;
      if (version->field == field && g_strcmp0 (version->language, language) == 0)
        return FALSE;
    }
  if (is_first)
    keep (columns, field, first, language_of (head, first));
  keep (columns, field, column, language);
  return TRUE;
}

static gboolean
is_one_of (const PgDraft *draft, const char *language)
{
  for (guint i = 0; i < draft->languages->len; i++)
    if (strcmp (g_ptr_array_index (draft->languages, i), language) == 0)
      return TRUE;
  return FALSE;
}

void
pg_versions_settle (PgColumns *columns, PgDraft *draft)
{
  gboolean is_told = draft->languages->len > 0;
  for (guint i = 0; i < columns->versions->len; i++)
    {
      PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (version->language == NULL)
        version->language = is_told ? g_ptr_array_index (draft->languages, 0) : "en";
      if (!is_told && !is_one_of (draft, version->language))
        g_ptr_array_add (draft->languages, (gpointer) version->language);
    }
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (strcmp (version->language, g_ptr_array_index (draft->languages, 0)) == 0)
        g_array_index (columns->columns[version->field], guint, 0) = version->column;
    }
}

/* Whether it is one besides the first. */
static gboolean
is_other (const PgColumns *columns, const PgVersionColumn *version, PgField field)
{
  return version->field == field && version->column != pg_columns_first (columns, field);
}

void
pg_versions_add (const PgColumns *columns, const PgRow *row, PgField field, PgDraft *draft, GPtrArray **text)
{
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      const char *words = pg_row_cell (row, version->column);
      g_autofree char *line = g_strndup (words, strcspn (words, "\n"));
      if (is_other (columns, version, field) && strcmp (words, pg_columns_cell (columns, row, field)) != 0)
        pg_draft_text (draft, text, version->language, line);
    }
}

const char *
pg_versions_any (const PgColumns *columns, const PgRow *row, PgField field)
{
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (is_other (columns, version, field) && pg_row_cell (row, version->column)[0] != '\0')
        return pg_row_cell (row, version->column);
    }
  return "";
}
