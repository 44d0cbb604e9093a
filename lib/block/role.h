/* What a part of a document is to those who do not see it. Enters: nothing. Leaves: PDF's standard structure types
   (ISO 32000-1, 14.8.4), and their names. */
#pragma once

typedef enum
{
  PG_ROLE_AUTO, /* by the kind of the block */
  PG_ROLE_NONE, /* nothing of its own: what it holds belongs to what is around it */
  PG_ROLE_DOCUMENT,
  PG_ROLE_SECT,
  PG_ROLE_H1,
  PG_ROLE_H2,
  PG_ROLE_H3,
  PG_ROLE_H4,
  PG_ROLE_H5,
  PG_ROLE_H6,
  PG_ROLE_P,
  PG_ROLE_SPAN,
  PG_ROLE_LINK,
  PG_ROLE_REFERENCE,
  PG_ROLE_NOTE,
  PG_ROLE_L,
  PG_ROLE_LI,
  PG_ROLE_LBL,
  PG_ROLE_LBODY,
  PG_ROLE_TABLE,
  PG_ROLE_THEAD,
  PG_ROLE_TBODY,
  PG_ROLE_TR,
  PG_ROLE_TH,
  PG_ROLE_TD,
  PG_ROLE_FIGURE,
  PG_ROLE_CAPTION,
  PG_ROLE_BLOCKQUOTE,
  PG_ROLE_TOC,
  PG_ROLE_TOCI
} PgRole;

/* "/H1", as PDF writes it; "/NonStruct" for what is nothing of its own. */
const char *pg_role_name (PgRole role);

/* What is no part of the document proper (14.8.2.2). */
typedef enum
{
  PG_ARTIFACT_NONE,
  PG_ARTIFACT_LAYOUT,     /* rules, boxes, bands */
  PG_ARTIFACT_PAGINATION, /* what is repeated where something goes on */
  PG_ARTIFACT_HEADER,
  PG_ARTIFACT_FOOTER
} PgArtifact;
