# A thin front for CMake: every target is one or two commands that can be given by hand as well.
# What a build says goes to standard error, so that `make -s brief > brief.txt` holds the brief alone.
.DEFAULT_GOAL := help
.PHONY: help setup setup-clang setup-page build brief test dev fuzz bench data models actors page test-page eval-language eval-reading install format tidy score clean

SHARED ?= ../shared/record
UD ?= ../shared/ud
ACTORS ?= ../shared/actors
LANGUAGE ?= ../shared
PREFIX ?= /usr/local
CC0 ?=

# Progress is for people at a terminal.
quiet := $(shell [ -t 2 ] || echo -- --quiet)
configure = mkdir -p $(2) && cmake --preset $(1) > $(2)/configure.log 2>&1 || { cat $(2)/configure.log >&2; exit 2; }
sources = $(shell git ls-files '*.cpp' '*.h')

help:
	@echo 'make brief     build, and print a brief of Argentina from the record'
	@echo 'make test      build everything, run all tests'
	@echo 'make build     build the program: build/volteface'
	@echo 'make setup     install from Debian what is missing (the targets above do it by themselves)'
	@echo 'make install   install to PREFIX ($(PREFIX)): program, library, headers, CMake package'
	@echo 'make bench     build and run the benchmarks'
	@echo 'make dev       tests with all warnings as errors and with sanitizers, in build-dev'
	@echo 'make fuzz      each fuzz target for 60 seconds, in build-fuzz (clang)'
	@echo 'make data      rebuild data/record.vfr from SHARED ($(SHARED));'
	@echo '               with CC0=1 the part that is CC0, to build/record-cc0.vfr'
	@echo 'make models    train data/english.vfl from UD ($(UD)): some minutes on one core'
	@echo 'make acts      train data/acts.vfw from tools/reading/marked_reports.jsonl: a minute'
	@echo 'make actors    rebuild data/actors.vfa from ACTORS ($(ACTORS))'
	@echo 'make page      build the page from web/ (npm), and pack it into data/page.vfp'
	@echo 'make test-page go through the page in a browser (Chromium, npm)'
	@echo 'make eval-language'
	@echo '               what the language part reaches against LANGUAGE ($(LANGUAGE))'
	@echo 'make eval-reading'
	@echo '               what the reading of reports reaches against LANGUAGE'
	@echo 'make score     what the program reaches against SHARED'
	@echo 'make format    clang-format over all sources'
	@echo 'make tidy      clang-tidy over all sources'
	@echo 'make clean     remove what was built'

setup:
	@scripts/setup.sh

setup-clang:
	@scripts/setup.sh clang

setup-learn:
	@scripts/setup.sh learn

setup-page:
	@scripts/setup.sh page

build: setup
	@$(call configure,release,build)
	@cmake --build --preset release --target volteface_cli $(quiet) >&2

brief: build
	@build/volteface brief ARG --on UKR --news samples/news

test: setup
	@$(call configure,release,build)
	@cmake --build --preset release $(quiet) >&2
	@ctest --preset release --parallel 2

test-page: build setup-page
	@cd web && npm ci --no-audit --no-fund --silent >&2
	@cd web && VOLTEFACE_PROGRAM=$(CURDIR)/build/volteface npm run --silent test

dev: setup
	@$(call configure,dev,build-dev)
	@cmake --build --preset dev $(quiet) >&2
	@ctest --preset dev --parallel 2

fuzz: setup-clang
	@$(call configure,fuzz,build-fuzz)
	@cmake --build --preset fuzz --target fuzzers $(quiet) >&2
	@scripts/fuzz.sh

bench: build setup-page
	@cmake --build --preset release --target benches $(quiet) >&2
	@scripts/bench.sh

data: setup
	@test -e $(SHARED)/rollcalls.csv.gz || { echo 'make data: $(SHARED) has no rollcalls.csv.gz; expected SHARED=FOLDER with the tables that data/README.md describes' >&2; exit 2; }
	@$(call configure,release,build)
	@cmake --build --preset release --target build_record $(quiet) >&2
	@build/build_record $(SHARED) $(if $(CC0),build/record-cc0.vfr --cc0,data/record.vfr)

models: setup
	@test -e $(UD)/cc-train.conllu.gz || { echo 'make models: $(UD) has no cc-train.conllu.gz; expected UD=FOLDER with the treebank that data/README.md describes' >&2; exit 2; }
	@$(call configure,release,build)
	@cmake --build --preset release --target train_english $(quiet) >&2
	@build/train_english $(UD) tools/language/news_trees.conllu data/english.vfl

# With weights that stand on the rules and on data/english.vfl: to be made anew when these have changed.
acts: setup-learn
	@$(call configure,release,build)
	@cmake --build --preset release --target train_acts $(quiet) >&2
	@build/train_acts tools/reading/marked_reports.jsonl data/acts.vfw

actors: setup
	@test -e $(ACTORS)/states.csv || { echo 'make actors: $(ACTORS) has no states.csv; expected ACTORS=FOLDER with the tables that data/README.md describes' >&2; exit 2; }
	@$(call configure,release,build)
	@cmake --build --preset release --target build_actors $(quiet) >&2
	@build/build_actors $(ACTORS) tools/language/other_parties.csv tools/language/own_offices.csv tools/language/own_state_names.csv data/actors.vfa

# Needs node and npm, which setup-page installs.
page: setup-page
	@cd web && npm ci --no-audit --no-fund --silent >&2 && npm run --silent build >&2
	@$(call configure,release,build)
	@cmake --build --preset release --target pack_page $(quiet) >&2
	@build/pack_page web data/page.vfp

# Needs python3 for the scorer that lies with the reports.
eval-reading: build
	@test -d $(LANGUAGE)/news || { echo 'make eval-reading: $(LANGUAGE) has no news/; expected LANGUAGE=FOLDER with news/ and gold/' >&2; exit 2; }
	@build/volteface read $(LANGUAGE)/news --jsonl > build/read.jsonl
	@python3 $(LANGUAGE)/gold/score.py $(LANGUAGE)/gold build/read.jsonl
	@cmake --build --preset release --target evaluate_plover $(quiet) >&2
	@if test -d $(LANGUAGE)/gold/plover; then build/evaluate_plover $(LANGUAGE)/gold/plover/PLOVER_GSR_CAMEO.txt; fi

eval-language: build
	@test -d $(LANGUAGE)/ud || { echo 'make eval-language: $(LANGUAGE) has no ud/; expected LANGUAGE=FOLDER with ud/, news/ and gold/' >&2; exit 2; }
	@cmake --build --preset release --target evaluate_language $(quiet) >&2
	@build/evaluate_language $(LANGUAGE)

score: build
	@test -e $(SHARED)/rollcalls.csv.gz || { echo 'make score: $(SHARED) has no rollcalls.csv.gz; expected SHARED=FOLDER with the tables that data/README.md describes' >&2; exit 2; }
	@scripts/score.sh $(SHARED)

install: build
	@cmake --install build --prefix $(PREFIX) --strip > build/install.log
	@echo "volteface is in $(PREFIX)"

format: setup-clang
	@clang-format -i $(sources)

tidy: setup-clang
	@$(call configure,release,build)
	@run-clang-tidy -quiet -p build '/(src|tools|tests|bench)/.*[.]cpp$$'

clean:
	@rm -rf build build-dev build-fuzz
