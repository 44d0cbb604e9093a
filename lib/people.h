/* What is done with lists of people inside. Enters: a list. Leaves: a part of it. */
#pragma once

#include <programme/error.h>
#include <programme/people.h>

/* Those of a list alone who have something in a field: "category=press", whatever the case of letters. NULL with
   PROGRAMME_ERROR_OPTION if there is no such field, or nobody has it. */
ProgrammePeople *pg_people_select (const ProgrammePeople *people, const char *condition, GError **error);
