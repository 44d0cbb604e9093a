/* libprogramme: every printed piece of an event, from one XML file. This header includes the others. */
#pragma once

#include <programme/compare.h>
#include <programme/document.h>
#include <programme/error.h>
#include <programme/event.h>
#include <programme/files.h>
#include <programme/fonts.h>
#include <programme/impose.h>
#include <programme/kit.h>
#include <programme/option.h>
#include <programme/people.h>
#include <programme/report.h>
#include <programme/stock.h>
#include <programme/theme.h>
#include <programme/version.h>
#include <programme/words.h>
