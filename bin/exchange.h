/* Other systems' files, in and out. Enters: arguments. Leaves: text or files, and the exit status. */
#pragma once

#include "arguments.h"

/* "import": another system's file as an event. */
int import_event (const Arguments *arguments);
/* "export": an event as a file for another system. */
int export_event (const Arguments *arguments);
/* "people": how a list is read. */
int list_people (const Arguments *arguments);
/* With --columns=?: a file to edit, for --columns. */
int print_columns (const Arguments *arguments);
/* With --dry-run: columns and the first rows of the people that a piece would be made for. */
int show_people (const Arguments *arguments);
