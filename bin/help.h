/* Enters: a command, or none. Leaves: what it takes, in words for people, or for a shell. */
#pragma once

#include "commands.h"

/* All commands and options, or (not NULL) what one command takes. Free with g_free. */
char *help_text (const Command *command);

/* A script that completes commands, options and their values in bash. Free with g_free. */
char *completion_text (void);
