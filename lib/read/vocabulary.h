/* The vocabulary as tables: which element holds which elements, attributes and text. Enters: nothing.
   Leaves: rules that validation walks along; programme.rnc says the same to editors. */
#pragma once

#include <glib.h>

typedef enum
{
  PG_VALUE_TEXT,
  PG_VALUE_ID,
  PG_VALUE_REFERENCE,
  PG_VALUE_REFERENCE_OR_NONE, /* "": none */
  PG_VALUE_REFERENCES,
  PG_VALUE_REFERENCES_OR_NONE, /* "": none */
  PG_VALUE_CLOCK,
  PG_VALUE_DATE,
  PG_VALUE_COUNTRY,
  PG_VALUE_COUNT,
  PG_VALUE_DISTANCE,
  PG_VALUE_LANGUAGE,
  PG_VALUE_LANGUAGES,
  PG_VALUE_ZONE,
  PG_VALUE_PATTERN,
  PG_VALUE_PATH,
  PG_VALUE_LINK,
  PG_VALUE_WORD,
  PG_VALUE_CHOICE,
  PG_VALUE_CHOICES /* several, divided by white space */
} PgValueKind;

typedef struct
{
  const char *name;
  PgValueKind kind;
  gboolean required;
  const char *example;
  const char *const *choices; /* of PG_VALUE_CHOICE and PG_VALUE_CHOICES */
} PgAttributeRule;

typedef enum
{
  PG_CONTENT_ELEMENTS,
  PG_CONTENT_TEXT,
  PG_CONTENT_OPTIONAL_TEXT, /* may be empty without a finding */
  PG_CONTENT_NOTHING
} PgContent;

typedef enum
{
  PG_ANY_NUMBER,
  PG_AT_LEAST_ONE,
  PG_AT_LEAST_ONE_OR_WORK, /* of these, or else <work> */
  PG_AT_MOST_ONE,
  PG_EXACTLY_ONE
} PgTimes;

typedef struct PgElementRule PgElementRule;

typedef struct
{
  const PgElementRule *rule;
  PgTimes times;
} PgChildRule;

struct PgElementRule
{
  const char *name;
  PgContent content;
  const PgAttributeRule *attributes; /* up to one without a name; NULL: none */
  const PgChildRule *children;       /* up to one without a rule; NULL: none */
};

const PgElementRule *pg_vocabulary_root (void);

/* The name of a rule for all attributes that are not the vocabulary's to know. */
#define PG_OTHER_ATTRIBUTES "*"

/* NULL if the element has none of that name. */
const PgAttributeRule *pg_rule_attribute (const PgElementRule *rule, const char *name);
const PgElementRule *pg_rule_child (const PgElementRule *rule, const char *name);

/* The first element that holds elements called name, or NULL where the vocabulary has none. */
const PgElementRule *pg_vocabulary_parent (const char *name);

/* The names of an element's attributes or children, NULL-terminated; free the array with g_free. */
const char **pg_rule_attribute_names (const PgElementRule *rule);
const char **pg_rule_child_names (const PgElementRule *rule);
/* All names of elements; free the array with g_free. */
const char **pg_vocabulary_names (void);
