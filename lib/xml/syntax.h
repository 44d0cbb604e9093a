/* Enters: what the XML parser says of a file that is not well-formed. Leaves: one finding that helps. */
#pragma once

#include "xml/tree.h"

typedef struct
{
  int code;            /* of libxml2's xmlParserErrors */
  const char *message; /* libxml2's own */
  gsize offset;        /* where the parser stands */
  const PgNode *open;  /* the innermost element that is open, or NULL */
  gboolean has_root;   /* a root element was seen */
} PgSyntaxFault;

void pg_syntax_fail (PgSource *source, const PgSyntaxFault *fault, ProgrammeReport *report, GError **error);
