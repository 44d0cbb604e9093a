/* What a document is made for. Enters: the caller's wishes. Leaves: them, for the journey. */
#pragma once

#include <programme/document.h>

struct ProgrammeOptions
{
  gatomicrefcount refs;
  char *first, *second, *paper; /* languages and paper, or NULL */
  ProgrammeProfile profile;
  char *output_intent; /* path, or NULL */
  ProgrammeBilingual bilingual;
  ProgrammeSort sort;
};
