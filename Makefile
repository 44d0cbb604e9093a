# Enters: the sources in lib/, include/, bin/ and fonts/, and the libraries that pkg-config knows.
# Leaves: everything in $(B): the library, the command, samples, tests. "make help" lists the targets.

SANITIZE ?=
B        ?= build$(if $(SANITIZE),/asan)
VERSION  := $(shell awk '/_VERSION [0-9]/ { print $$3 }' include/programme/version.h | paste -sd.)
MAJOR    := $(firstword $(subst ., ,$(VERSION)))
SONAME   := libprogramme.so.$(MAJOR)
IMPORT_SONAME := libprogramme-import.so.$(MAJOR)

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR    ?= $(PREFIX)/share
MANDIR     ?= $(DATADIR)/man
LDCONFIG   ?= ldconfig

PKG_CONFIG   ?= pkg-config
CLANG        ?= clang
CLANG_FORMAT ?= clang-format
INSTALL      ?= install
PROVE        ?= prove -j2

CFLAGS ?= $(if $(SANITIZE),-O1,-O2) -g
WERROR ?= -Werror

# The public headers show PUBLIC, and the command adds fontconfig to it; what the library uses besides stays inside.
PUBLIC  := glib-2.0 gobject-2.0 gio-2.0 cairo
PRIVATE := cairo-pdf cairo-svg cairo-ft libjpeg libpng pango pangocairo pangoft2 fontconfig freetype2 harfbuzz-subset \
           libxml-2.0 icu-uc icu-i18n librsvg-2.0 gdk-pixbuf-2.0 libqpdf lcms2 libqrencode
NO_PC   := -lhyphen -lm
# What the library that reads other systems' files uses besides; libxml2 and ICU are both libraries'.
IMPORT_PRIVATE := libxml-2.0 icu-uc icu-i18n libarchive json-glib-1.0 libical libcmark
IMPORT_NO_PC   := -lcsv

# pkg-config is asked once, and not before a recipe needs it: it may have to be installed first.
# Other people's headers count as system headers, so they do not warn; some .pc files carry a C++ standard.
once        = $(eval $(1) := $(2))$($(1))
pc_cflags   = $(filter-out -std=c++%,$(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(1) 2>/dev/null)))
pc_libs     = $(shell $(PKG_CONFIG) --libs $(1) 2>/dev/null)
LIB_PC      = $(call once,LIB_PC,$(call pc_cflags,$(PUBLIC) $(PRIVATE) $(IMPORT_PRIVATE)))
LIB_PC_LIBS = $(call once,LIB_PC_LIBS,$(call pc_libs,$(PUBLIC) $(PRIVATE)) $(NO_PC))
IMPORT_PC_LIBS = $(call once,IMPORT_PC_LIBS,$(call pc_libs,$(PUBLIC) $(IMPORT_PRIVATE)) $(IMPORT_NO_PC))
BIN_PC      = $(call once,BIN_PC,$(call pc_cflags,$(PUBLIC) fontconfig))
BIN_PC_LIBS = $(call once,BIN_PC_LIBS,$(call pc_libs,$(PUBLIC) fontconfig))

comma       := ,
SANITIZERS  := $(if $(SANITIZE),$(if $(filter thread,$(SANITIZE)),-fsanitize=thread,-fsanitize=address$(comma)undefined \
                 -fno-sanitize-recover=all $(if $(filter fuzz,$(SANITIZE)),-fsanitize=fuzzer-no-link)) \
                 -fno-omit-frame-pointer)
BASE_CFLAGS := -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wconversion $(WERROR) -fPIC -fvisibility=hidden $(SANITIZERS)
LIB_CFLAGS   = $(BASE_CFLAGS) -DG_LOG_DOMAIN='"programme"' -Iinclude -Ilib $(LIB_PC) $(CPPFLAGS) $(CFLAGS)
BIN_CFLAGS   = $(BASE_CFLAGS) -Iinclude $(BIN_PC) $(CPPFLAGS) $(CFLAGS)
LINK         = $(CC) $(SANITIZERS) -Wl,--as-needed $(LDFLAGS)

# Of base/ and xml/ the library that reads other systems' files has a copy of its own.
IMPORT_SRC := $(wildcard lib/import/*.c)
SHARED_SRC := $(patsubst %,lib/base/%.c,arena characters file limits message nearest units) $(wildcard lib/xml/*.c)
LIB_SRC  := $(filter-out $(IMPORT_SRC),$(wildcard lib/*.c lib/*/*.c))
BIN_SRC  := $(wildcard bin/*.c)
UNIT_SRC := $(wildcard tests/unit/test-*.c)
HELP_SRC := $(filter-out $(UNIT_SRC),$(wildcard tests/unit/*.c))
BENCH_SRC := $(wildcard tests/bench/*.c)
GRESOURCE := $(wildcard lib/programme.gresource.xml)

LIB_OBJ  := $(LIB_SRC:%.c=$(B)/%.o) $(if $(GRESOURCE),$(B)/resources.o)
IMPORT_OBJ := $(IMPORT_SRC:%.c=$(B)/%.o) $(B)/import-resources.o
SHARED_OBJ := $(SHARED_SRC:%.c=$(B)/%.o)
BIN_OBJ  := $(BIN_SRC:%.c=$(B)/%.o)
HELP_OBJ := $(HELP_SRC:%.c=$(B)/%.o)
UNIT     := $(UNIT_SRC:tests/unit/%.c=$(B)/tests/%)
ASAN     := $(UNIT_SRC:tests/unit/%.c=$(B)/asan/tests/%)
BENCH    := $(BENCH_SRC:%.c=$(B)/%)
FUZZ     := $(patsubst tests/%.c,$(B)/tests/%,$(filter-out %/fuzz.c,$(wildcard tests/fuzz/*.c)))
FAULTS   := $(B)/tests/faults/fail.so
CLANG_OK := $(patsubst %.c,$(B)/clang/%.ok,$(LIB_SRC) $(IMPORT_SRC) $(BIN_SRC) $(HELP_SRC) $(UNIT_SRC) $(BENCH_SRC))
EVENTS   := $(wildcard samples/*/event.xml)
PIECES   := agenda booklet speakers plates cues
BILINGUAL := $(shell grep -lE '^<programme.* languages="[^" ]+ [^"]+"' $(EVENTS))
WAYS     := stacked parallel headings
THEMED   := $(wildcard samples/*/*.theme)
WITH_ROOMS := $(shell grep -lE '<session [^>]*room=' $(EVENTS))
WITH_GUESTS := $(patsubst %/guests.csv,%/event.xml,$(wildcard $(EVENTS:%/event.xml=%/guests.csv)))
SAMPLES  := $(foreach piece,$(PIECES),$(EVENTS:%/event.xml=$(B)/%/$(piece).pdf)) \
            $(foreach way,$(WAYS),$(BILINGUAL:%/event.xml=$(B)/%/agenda-$(way).pdf)) \
            $(THEMED:%.theme=$(B)/%.pdf) $(BILINGUAL:%/event.xml=$(B)/%/editions) $(WITH_ROOMS:%/event.xml=$(B)/%/signs.pdf) \
            $(WITH_GUESTS:%/event.xml=$(B)/%/badges.pdf)

LIBRARY  := $(B)/$(SONAME) $(B)/libprogramme.so $(B)/programme.pc $(B)/doc/libprogramme.3 \
            $(B)/$(IMPORT_SONAME) $(B)/libprogramme-import.so $(B)/programme-import.pc
COMMAND  := $(if $(BIN_SRC),$(B)/programme)
COMPLETION := $(COMMAND:$(B)/%=$(B)/completions/%)

# "make samples", "make check" and "make conformance" install what they need before anything else happens; other goals
# install nothing.
NEEDS := $(firstword $(if $(filter conformance,$(MAKECMDGOALS)),needs-conformance) \
                     $(if $(filter check check-% fuzz mutate reliability,$(MAKECMDGOALS)),needs-check) \
                     $(if $(filter samples bench,$(MAKECMDGOALS)),needs-samples))

Q := $(if $(V),,@)
say = @echo '  $(1)	$(2)'

.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: FORCE all fuzz fuzz-build fuzz-targets reliability gir samples unit asan check check-quick conformance check-sanitize check-threads check-clang \
        check-layers check-symbols check-headers check-format update-symbols bench format mutate quick-tests install \
        uninstall dist clean help needs-build needs-samples needs-check needs-conformance

all: $(LIBRARY) $(COMMAND) ## build the library and the command (the default)

help: ## show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' Makefile | expand -t 18
	@echo 'Variables: CC CFLAGS LDFLAGS WERROR= SANITIZE=1 V=1, B (the build folder),'
	@echo '           DESTDIR PREFIX BINDIR LIBDIR INCLUDEDIR DATADIR MANDIR'

needs-build needs-samples needs-check needs-conformance: needs-%:
	@sh tests/needs.sh $*

# Flags and lists of objects. Their files change only when they do, so that a change of flags or a file that went
# away rebuilds what it concerns, and nothing else does.

$(B)/lib.flags: CONTENT = $(CC) $(LIB_CFLAGS)
$(B)/bin.flags: CONTENT = $(CC) $(BIN_CFLAGS)
$(B)/link.flags: CONTENT = $(LINK) $(LIB_PC_LIBS) $(IMPORT_PC_LIBS) : $(LIB_OBJ) $(IMPORT_OBJ) $(BIN_OBJ) $(HELP_OBJ)
$(B)/install.flags: CONTENT = $(OWN_RPATH)
$(B)/lib.flags $(B)/bin.flags $(B)/link.flags $(B)/install.flags: FORCE | $(NEEDS)
	@$(PKG_CONFIG) --print-errors --exists $(PUBLIC) $(PRIVATE) $(IMPORT_PRIVATE) || \
	  { echo 'To install what the build needs: sh tests/needs.sh build' >&2; exit 1; }
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(CONTENT))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(CONTENT))' > $@

# The library

$(B)/lib/%.o: lib/%.c $(B)/lib.flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(LIB_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/resources.c: $(GRESOURCE)
$(B)/import-resources.c: lib/import/import.gresource.xml
$(B)/resources.c $(B)/import-resources.c: %.c: $(B)/lib.flags
	$(call say,RES,$(filter %.xml,$^))
	$(Q)glib-compile-resources --generate-source --internal --c-name pg_$(subst -,_,$(*F)) --sourcedir=lib --sourcedir=. \
	  --generate-phony-targets --dependency-file=$@.d --target=$@ $(filter %.xml,$^)
	$(Q)sed -i '1s|^[^:]*|$@|' $@.d

$(B)/resources.o $(B)/import-resources.o: %.o: %.c
	$(Q)$(CC) $(LIB_CFLAGS) -c -o $@ $<

EXPORTED = -Wl,--version-script,lib/programme.map
$(B)/$(SONAME): $(LIB_OBJ) lib/programme.map $(B)/link.flags
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,$(SONAME) $(EXPORTED) \
	  $(if $(SANITIZE),,-Wl$(comma)--no-undefined) -o $@ $(LIB_OBJ) $(LIB_PC_LIBS)

$(B)/libprogramme.so: $(B)/$(SONAME)
	$(Q)ln -sf $(SONAME) $@

# The library of import.h, which those who only print do not load.
$(B)/$(IMPORT_SONAME): $(IMPORT_OBJ) $(SHARED_OBJ) $(B)/libprogramme.so lib/import/programme-import.map $(B)/link.flags
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,$(IMPORT_SONAME) -Wl,--version-script,lib/import/programme-import.map \
	  $(if $(SANITIZE),,-Wl$(comma)--no-undefined) -o $@ $(IMPORT_OBJ) $(SHARED_OBJ) -L$(B) -lprogramme $(IMPORT_PC_LIBS)

$(B)/libprogramme-import.so: $(B)/$(IMPORT_SONAME)
	$(Q)ln -sf $(IMPORT_SONAME) $@

# For the unit tests, which look behind the public headers of both. What findings.o has is base/'s there.
INTERNAL_OBJ := $(LIB_OBJ) $(filter-out %/import/findings.o,$(IMPORT_OBJ))
$(B)/libprogramme-internal.a: $(INTERNAL_OBJ) $(B)/link.flags
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $(INTERNAL_OBJ)

# Folders below the prefix stay below it when someone moves it.
below_prefix = $(patsubst $(PREFIX)/%,$${prefix}/%,$(1))
PC_VALUES := s|@VERSION@|$(VERSION)|; s|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(call below_prefix,$(LIBDIR))|; \
  s|@INCLUDEDIR@|$(call below_prefix,$(INCLUDEDIR))|; s|@DATADIR@|$(call below_prefix,$(DATADIR))|; \
  s|@PUBLIC@|$(PUBLIC)|; s|@PRIVATE@|$(PRIVATE)|; s|@NO_PC@|$(NO_PC)|; s|@IMPORT_PRIVATE@|$(IMPORT_PRIVATE)|; \
  s|@IMPORT_NO_PC@|$(IMPORT_NO_PC)|

$(B)/programme.pc: lib/programme.pc.in
$(B)/programme-import.pc: lib/import/programme-import.pc.in
$(B)/programme.pc $(B)/programme-import.pc: FORCE
	@mkdir -p $(@D)
	@sed '$(PC_VALUES)' $(filter %.in,$^) | cmp -s - $@ || sed '$(PC_VALUES)' $(filter %.in,$^) > $@

# The reference of the library is what the comments of its headers say; its date is that of the command's.
$(B)/doc/libprogramme.3: lib/reference.pl bin/programme.1 $(wildcard include/programme/*.h)
	@mkdir -p $(@D)
	$(call say,DOC,$@)
	$(Q)perl lib/reference.pl "$$(sed -n 's/^\.Dd //p' bin/programme.1)" \
	  $(filter-out %/programme.h,$(sort $(wildcard include/programme/*.h))) > $@

# For languages that call libraries through GObject Introspection. The scanner leaves things where it runs.
IMPORT_HEADERS := include/programme/import.h include/programme/export.h
GIR_FLAGS := --quiet --warn-all --warn-error --nsversion=0 --include=Gio-2.0 --include=cairo-1.0 $(PUBLIC:%=--pkg=%)
$(B)/gir/Programme-0.gir: GIR_OWN = --namespace=Programme --identifier-prefix=Programme --symbol-prefix=programme \
  --pkg-export=programme --c-include=programme/programme.h --library=programme
$(B)/gir/ProgrammeImport-0.gir: GIR_OWN = --namespace=ProgrammeImport --identifier-prefix=ProgrammeImport \
  --symbol-prefix=programme_import --symbol-prefix=programme --pkg-export=programme-import --include-uninstalled=Programme-0.gir \
  $(IMPORT_HEADERS:include/%=--c-include=%) --library=programme-import --library=programme
$(B)/gir/Programme-0.gir: $(filter-out $(IMPORT_HEADERS),$(wildcard include/programme/*.h)) $(B)/libprogramme.so
$(B)/gir/ProgrammeImport-0.gir: $(IMPORT_HEADERS) $(B)/gir/Programme-0.gir $(B)/libprogramme-import.so
$(B)/gir/Programme-0.gir $(B)/gir/ProgrammeImport-0.gir:
	@mkdir -p $(@D)
	$(call say,GIR,$@)
	$(Q)cd $(@D) && XDG_CACHE_HOME=. g-ir-scanner $(GIR_FLAGS) $(GIR_OWN) -I$(CURDIR)/include -L$(abspath $(B)) \
	  --output=$(@F) $(abspath $(filter %.h,$^))

$(B)/gir/%-0.typelib: $(B)/gir/%-0.gir
	$(Q)g-ir-compiler --includedir=$(@D) --output=$@ $<

gir: $(B)/gir/Programme-0.typelib $(B)/gir/ProgrammeImport-0.typelib ## build what Python and others need, which install does too

# The command finds the library beside itself in the build folder; the one to install finds it where the system does, or
# in LIBDIR where that is no folder of the system's, also if both are moved.

SYSTEM_LIBDIRS := /lib/% /usr/lib/% /usr/local/lib/%
OWN_RPATH = $(if $(filter $(SYSTEM_LIBDIRS),$(LIBDIR)/),,'$$ORIGIN/$(shell realpath -ms --relative-to=$(BINDIR) $(LIBDIR))')

$(B)/bin/%.o: bin/%.c $(B)/bin.flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(BIN_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/programme: RPATH = '$$ORIGIN'
$(B)/install/programme: RPATH = $(OWN_RPATH)
$(B)/install/programme: $(B)/install.flags
$(B)/programme $(B)/install/programme: $(BIN_OBJ) $(B)/libprogramme.so $(B)/libprogramme-import.so $(B)/link.flags
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(LINK) $(RPATH:%=-Wl,--enable-new-dtags,-rpath,%) -o $@ $(BIN_OBJ) -L$(B) -lprogramme-import -lprogramme \
	  -Wl,-rpath-link,$(B) $(BIN_PC_LIBS)

# What bash completes is the command's to tell.
$(B)/completions/programme: $(B)/programme
	@mkdir -p $(@D)
	$(Q)$< --completion=bash > $@

# Samples and speed

samples: $(SAMPLES) ## build, then typeset the events in samples/

define SAMPLE_RULE
$(B)/samples/%/$(1).pdf: samples/%/event.xml $(wildcard samples/*/*) $(COMMAND) $(LIBRARY)
	@mkdir -p $$(@D)
	$$(call say,PDF,$$@)
	$$(Q)$(B)/programme $(1) --quiet -o $$@ $$<
endef
$(foreach piece,$(PIECES) signs,$(eval $(call SAMPLE_RULE,$(piece))))

# For the people of a list, on labels.
$(B)/samples/%/badges.pdf: samples/%/event.xml $(wildcard samples/*/*) $(COMMAND) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,PDF,$@)
	$(Q)$(B)/programme badges --quiet --people=$(<D)/guests.csv --stock=avery-l7418 --qr=vcard -o $@ $<

# In two languages, in each way. Editions are a file for each language, and one without words says that they are made.
LANGUAGES_OF = $$(sed -n 's/^<programme.* languages="\([^"]*\)".*/\1/p' $(<D)/event.xml | tr ' ' ,)
define BILINGUAL_RULE
$(B)/samples/%/agenda-$(1).pdf: samples/%/event.xml $(wildcard samples/*/*) $(COMMAND) $(LIBRARY)
	@mkdir -p $$(@D)
	$$(call say,PDF,$$@)
	$$(Q)$(B)/programme agenda --quiet --bilingual=$(1) --languages=$$(LANGUAGES_OF) -o $$@ $$<
endef
$(foreach way,$(WAYS),$(eval $(call BILINGUAL_RULE,$(way))))

$(B)/samples/%/editions: samples/%/event.xml $(wildcard samples/*/*) $(COMMAND) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,PDF,$(@D)/agenda-*.pdf)
	$(Q)$(B)/programme agenda --quiet --bilingual=editions --languages=$(LANGUAGES_OF) -o $(@D)/agenda.pdf $<
	@touch $@

# In a theme of its own, in both languages.
$(THEMED:%.theme=$(B)/%.pdf): $(B)/%.pdf: %.theme $(wildcard samples/*/*) $(COMMAND) $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,PDF,$@)
	$(Q)$(B)/programme agenda --quiet --theme=$< --languages=$(LANGUAGES_OF) -o $@ $(<D)/event.xml

# Some programs of tests/bench stand between functions of the library; the floor holds only what it calls,
# and the library's data.
WRAPPED := pg_fonts_take pg_read_xml pg_check_event programme_theme_new_named pg_agenda_compose \
           pg_layout pg_lines_new pg_paint_pdf pg_accessible_finish
INTERNAL = -Wl,--whole-archive $(B)/libprogramme-internal.a -Wl,--no-whole-archive $(LIB_PC_LIBS) $(IMPORT_PC_LIBS)
$(B)/tests/bench/floor:      BENCH_LIBS = $(B)/resources.o $(B)/libprogramme-internal.a $(LIB_PC_LIBS)
$(B)/tests/bench/random:     BENCH_LIBS = $(HELP_OBJ) $(INTERNAL)
$(B)/tests/bench/paragraphs: BENCH_LIBS = $(INTERNAL) -Wl,--wrap=pg_lines_new
$(B)/tests/bench/stages:     BENCH_LIBS = $(INTERNAL) $(WRAPPED:%=-Wl,--wrap=%)

$(B)/tests/bench/random: $(HELP_OBJ)

$(BENCH): %: %.o $(B)/libprogramme-internal.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $< $(BENCH_LIBS)

bench: samples $(BENCH) ## time the command, beside a floor that only sets its paragraphs (RUNS=N INSTRUCTIONS=1)
	@sh tests/bench/tables.sh $(B)

# Tests. Each unit test is a program with TAP output and each tests/*.t a script; prove runs them all, and tests/each.pl
# within it goes on behind a case that ends its program. The unit tests run a second time, built in $(B)/asan with the
# address and undefined-behaviour sanitisers.

export BUILD = $(abspath $(B))
export PROGRAMME = $(BUILD)/programme
export G_TEST_SRCDIR = $(CURDIR)/tests
export CC CLANG CLANG_FORMAT PKG_CONFIG
RUN_TESTS = LC_ALL=C.UTF-8 TZ=UTC G_DEBUG=fatal-criticals ASAN_OPTIONS=malloc_context_size=16 \
            LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0 $(PROVE) -e 'perl tests/each.pl'

$(B)/tests/%.o: tests/%.c $(B)/lib.flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(LIB_CFLAGS) -MMD -MP -c -o $@ $<

$(UNIT): $(B)/tests/%: $(B)/tests/unit/%.o $(HELP_OBJ) $(B)/libprogramme-internal.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $< $(HELP_OBJ) $(INTERNAL)

unit: $(UNIT)

asan: | $(NEEDS)
	@$(MAKE) --no-print-directory SANITIZE=1 B=$(B)/asan all unit

$(B)/clang/%.ok: %.c $(B)/lib.flags
	@mkdir -p $(@D)
	$(Q)$(CLANG) $(LIB_CFLAGS) -fsyntax-only -MMD -MP -MT $@ -MF $(@:.ok=.d) $<
	@touch $@

check-clang: $(CLANG_OK) ## compile everything with Clang too, without output

# Loaded before all other libraries, it makes calls of the system fail.
$(FAULTS): tests/faults/fail.c $(B)/lib.flags
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) $(BASE_CFLAGS) -fvisibility=default $(CFLAGS) -shared -o $@ $<

check: all unit $(if $(SANITIZE),,gir $(BENCH) $(FAULTS) fuzz-build asan check-clang) ## build and run all tests
	@$(RUN_TESTS) $(UNIT) $(if $(SANITIZE),,$(ASAN) $(wildcard tests/*.t)) :: -m slow

# What is done in two seconds each: the unit tests try less then, and there are no sanitisers.
QUICK := $(UNIT) $(patsubst %,tests/%.t,each fonts preview readme schema seed small)

check-quick: all unit ## run what takes half a minute
	@$(RUN_TESTS) $(QUICK)

quick-tests:
	@echo $(QUICK)

mutate: | $(NEEDS) ## put small faults into the library and tell which the quick tests miss (N=60 ROOMS= SEED=)
	@sh tests/mutate.sh $(or $(N),60) $(ROOMS)

# Made by Clang, with its libFuzzer, in a folder of their own.
$(FUZZ): %: %.o $(B)/tests/fuzz/fuzz.o $(B)/libprogramme-internal.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -fsanitize=fuzzer -o $@ $< $(B)/tests/fuzz/fuzz.o $(INTERNAL)

fuzz-targets: $(FUZZ)

fuzz-build: | $(NEEDS)
	@$(MAKE) --no-print-directory CC=$(CLANG) SANITIZE=fuzz B=$(B)/fuzz fuzz-targets

SECONDS ?= 600
fuzz: all fuzz-build ## let chance make inputs until one brings the library down (SECONDS=600 TARGETS=)
	@sh tests/fuzz/fuzz.sh $(B)/fuzz $(PROGRAMME) $(SECONDS) $(TARGETS)

reliability: all asan fuzz-build $(FAULTS) ## all that with faults and kills, into $(B)/reliability.txt (SECONDS=600)
	@sh tests/reliability.sh $(B) $(SECONDS)

conformance: all $(B)/tests/bench/random ## ask veraPDF and pdf.js about samples and random events (RANDOM_EVENTS=N)
	@sh tests/conformance.sh

check-sanitize: asan ## run the unit tests with the sanitisers only
	@$(RUN_TESTS) $(ASAN)

# ThreadSanitizer sees what our own code reads and writes, and of the libraries, which are not built for it, the calls
# of libc's functions alone, without what makes them safe: those are left out. tests/tsan.c tells it of GLib's locks,
# which are made without pthreads, and G_SLICE of GLib's memory.
TSAN_RULES := suppressions=$(CURDIR)/tests/tsan.supp:print_suppressions=0:ignore_noninstrumented_modules=1
$(B)/tests/test-threads: INTERNAL += $(if $(filter thread,$(SANITIZE)),$(B)/tests/tsan.o $(TSAN_WRAPPED:%=-Wl,--wrap=%))
$(B)/tests/test-threads: $(if $(filter thread,$(SANITIZE)),$(B)/tests/tsan.o)
TSAN_WRAPPED := g_mutex_lock g_mutex_unlock g_rec_mutex_lock g_rec_mutex_unlock g_once_impl \
                g_atomic_ref_count_dec

check-threads: | $(NEEDS) ## documents in many threads, under ThreadSanitizer
	@$(MAKE) --no-print-directory SANITIZE=thread B=$(B)/tsan $(B)/tsan/tests/test-threads
	@G_SLICE=always-malloc TSAN_OPTIONS=$(TSAN_RULES) $(RUN_TESTS) $(B)/tsan/tests/test-threads :: --tap

check-layers: ## which room includes which
	@sh tests/check-layers .

check-headers: | $(NEEDS) ## each public header alone, as C and as C++
	@sh tests/check-headers include

check-symbols: $(LIBRARY) ## the exported symbols are those of tests/symbols.txt and tests/symbols-import.txt
	@sh tests/check-symbols $(B)/$(SONAME) tests/symbols.txt
	@sh tests/check-symbols $(B)/$(IMPORT_SONAME) tests/symbols-import.txt

update-symbols: $(LIBRARY) ## write both anew
	@sh tests/check-symbols --list $(B)/$(SONAME) > tests/symbols.txt
	@sh tests/check-symbols --list $(B)/$(IMPORT_SONAME) > tests/symbols-import.txt

FORMATTED = $(wildcard lib/*.[ch] lib/*/*.[ch] include/programme/*.h bin/*.[ch] tests/*/*.[ch] samples/*/*.[ch])

format: ## set all C files in the house style
	$(CLANG_FORMAT) -i $(FORMATTED)

check-format: | $(NEEDS) ## show what "make format" would change
	@$(CLANG_FORMAT) --dry-run --Werror $(FORMATTED)

# Installing. Each line names files and the folder where they go; uninstall reads the same lines.

THEMES  := $(wildcard lib/theme/*.theme)
STOCKS  := $(wildcard lib/sheet/stocks/*.stock)
SCHEMAS := $(wildcard lib/read/*.rnc lib/read/*.rng)
OWN_DIRS = $(INCLUDEDIR)/programme $(DATADIR)/programme/schema $(DATADIR)/programme/themes \
           $(DATADIR)/programme/stocks $(DATADIR)/programme
define EACH_PLACE
$(call $(1),644,$(wildcard include/programme/*.h),$(INCLUDEDIR)/programme)
$(call $(1),755,$(B)/$(SONAME) $(B)/$(IMPORT_SONAME),$(LIBDIR))
$(call $(1),644,$(B)/programme.pc $(B)/programme-import.pc,$(LIBDIR)/pkgconfig)
$(call $(1),644,$(B)/gir/Programme-0.gir $(B)/gir/ProgrammeImport-0.gir,$(DATADIR)/gir-1.0)
$(call $(1),644,$(B)/gir/Programme-0.typelib $(B)/gir/ProgrammeImport-0.typelib,$(LIBDIR)/girepository-1.0)
$(call $(1),755,$(COMMAND:$(B)/%=$(B)/install/%),$(BINDIR))
$(call $(1),644,$(wildcard bin/*.1),$(MANDIR)/man1)
$(call $(1),644,$(COMPLETION),$(DATADIR)/bash-completion/completions)
$(call $(1),644,$(B)/doc/libprogramme.3,$(MANDIR)/man3)
$(call $(1),644,$(wildcard lib/read/*.5),$(MANDIR)/man5)
$(call $(1),644,$(SCHEMAS),$(DATADIR)/programme/schema)
$(call $(1),644,$(THEMES),$(DATADIR)/programme/themes)
$(call $(1),644,$(STOCKS),$(DATADIR)/programme/stocks)
endef
put  = $(if $(2),$(INSTALL) -D -m $(1) -t $(DESTDIR)$(3) $(2))
drop = $(if $(2),rm -f $(addprefix $(DESTDIR)$(3)/,$(notdir $(2))))

install: all gir $(COMMAND:$(B)/%=$(B)/install/%) $(COMPLETION) ## install below $(DESTDIR)$(PREFIX)
	$(call EACH_PLACE,put)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libprogramme.so
	ln -sf $(IMPORT_SONAME) $(DESTDIR)$(LIBDIR)/libprogramme-import.so
	@[ -n '$(DESTDIR)' ] || [ "$$(id -u)" -ne 0 ] || $(LDCONFIG)

uninstall: ## remove what install has put there
	$(call EACH_PLACE,drop)
	rm -f $(DESTDIR)$(LIBDIR)/libprogramme.so $(DESTDIR)$(LIBDIR)/libprogramme-import.so
	@for dir in $(OWN_DIRS); do rmdir $(DESTDIR)$$dir 2>/dev/null || :; done
	@[ -n '$(DESTDIR)' ] || [ "$$(id -u)" -ne 0 ] || $(LDCONFIG)

dist: ## pack the committed tree
	@mkdir -p $(B)
	git archive --format=tar.gz --prefix=programme-$(VERSION)/ -o $(B)/programme-$(VERSION).tar.gz HEAD

clean: ## remove the build folder
	rm -rf $(B)

-include $(patsubst %.o,%.d,$(LIB_OBJ) $(IMPORT_OBJ) $(BIN_OBJ) $(HELP_OBJ) $(UNIT_SRC:%.c=$(B)/%.o) $(BENCH:=.o)) $(CLANG_OK:.ok=.d)
-include $(B)/resources.c.d $(B)/import-resources.c.d
