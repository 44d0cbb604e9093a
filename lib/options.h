/* What a document is made for. Enters: the caller's wishes. Leaves: them, for the journey. */
#pragma once

#include <programme/document.h>

struct ProgrammeOptions
{
  gatomicrefcount refs;
  char *first, *second; /* languages, or NULL */
  char *paper, *fonts;  /* or NULL */
  char *output_intent;  /* path, or NULL */
  GBytes *intent_bytes; /* the same from memory, or NULL */
  ProgrammeProfile profile;
  gboolean embeds_source, despite_errors;
  ProgrammeBilingual bilingual;
  ProgrammeSort sort;
};
