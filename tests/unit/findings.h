/* Enters: an event file of tests/. Leaves: the event and its findings as lines, for tests to compare. */
#pragma once

#include "event/event.h"

typedef enum
{
  FINDINGS_READ,    /* of reading alone */
  FINDINGS_CHECK,   /* and of checking the event */
  FINDINGS_SPEAKERS /* and of what the list of speakers wants */
} FindingsDepth;

/* The findings by place, each with an end of line; free with g_free. */
char *report_lines (ProgrammeReport *report);

/* Reads data as the file "event.xml"; lines (may be NULL) gets the findings by place, each with an end of line. NULL
   where nothing could be read: then it is asserted that the error says what the finding says. */
ProgrammeEvent *read_text (const char *data, gssize length, FindingsDepth depth, char **lines);

/* The same into a report of the caller's. */
ProgrammeEvent *read_into (const char *data, FindingsDepth depth, ProgrammeReport *report);

/* The same for text that must be good: it is asserted that there are no findings. */
ProgrammeEvent *read_good (const char *data);

/* Reads a file of tests/, named by its last part in the findings. */
ProgrammeEvent *read_test_file (const char *folder, const char *name, FindingsDepth depth, char **lines);

/* Adds a test for each file of tests/bad whose name begins with one of prefixes (NULL-terminated), or with none of
   them where wanted is FALSE: its findings are the lines of NAME.expected. */
void add_bad_files (const char *path, const char *const *prefixes, gboolean wanted, GTestDataFunc test);
void compare_bad_file (const char *name, FindingsDepth depth);
