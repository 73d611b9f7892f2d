# Needs only make and python3 (3.11 or later, with venv). `make` alone prints the targets.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The notices are Chinese: every Python below reads and prints UTF-8, whatever the locale.
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
OLD_ENOUGH := import sys, venv; sys.exit(sys.version_info < (3, 11))
# Name another interpreter with `make setup PYTHON=/path/to/python3`.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
  if $$p -c '$(OLD_ENOUGH)' >/dev/null 2>&1; then echo $$p; break; fi; done)

.PHONY: help setup demo test coverage mutants mutants-all test-browser tour openapi soak bench bench-country serve lock audit format clean

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## make .venv with everything pinned, and the command .venv/bin/registry

$(STAMP): requirements/dev.txt pyproject.toml
	@$(or $(PYTHON),false) -c '$(OLD_ENOUGH)' >/dev/null 2>&1 || { echo >&2 \
	  "make: Python 3.11 or later is needed$(if $(PYTHON), and $(PYTHON) is not); try: make setup PYTHON=/path/to/python3"; exit 1; }
	@if ! $(BIN)/python -m pip --version >/dev/null 2>&1 || ! $(BIN)/python -c '$(OLD_ENOUGH)'; then \
	  echo "== making $(VENV) with $$($(PYTHON) --version)"; \
	  $(PYTHON) -m venv --clear $(VENV) || { echo >&2 \
	    "make: $(PYTHON) cannot make a virtual environment; on Debian, install python3-venv"; exit 1; }; fi
	@echo "== installing the pinned requirements into $(VENV)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# The demo: $(call say,ARGUMENTS) prints a command and runs it.
say = @printf '\n$$ registry %s\n' "$(1)"; $(BIN)/registry $(1)
EXAMPLE = $(firstword $(sort $(wildcard data/examples/*division*.txt)) $(sort $(wildcard data/examples/*.txt)))
WEEK := 2019-09-02
ONE_AWAY := --away 张良华@2019-09-03/2019-09-05

demo: setup  ## parse an example notice, ask four questions of 2019, draw the chart
	$(call say,parse $(EXAMPLE) --format table)
	$(call say,who 商务 --week $(WEEK))
	$(call say,who 商务 --week $(WEEK) $(ONE_AWAY))
	$(call say,who 商务 --week $(WEEK) $(ONE_AWAY) --away 熊皓@2019-09-04)
	$(call say,who 市政府全面工作 --week $(WEEK) --away 刘锋)
	@mkdir -p out
	$(call say,chart government --on $(WEEK) -o out/government.svg)
	@printf '\nThe chart is out/government.svg: open it in a browser.\n'
	@printf 'make serve starts the service: http://127.0.0.1:8000/v1/answers?subject=商务&week=$(WEEK)\n'

test: setup  ## lint, types, import contracts, tests, features, doctests, the wheel
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest

# The rooms whose branches are counted, and the tests that ask for what they say.
ROOMS := parsing graph resolve tables
ROOM_TESTS := $(ROOMS:%=registry/%) $(ROOMS:%=tests/%) tests/checks tests/data tests/diff \
  tests/names tests/notices tests/rules_read tests/state features

coverage: setup  ## the branches that tests take in four rooms: 95 in a hundred at the least
	@mkdir -p out
	$(BIN)/coverage run -m pytest -q --ignore=tests/parsing/test_fuzz.py $(ROOM_TESTS)
	@$(BIN)/python -m mutants.branches

mutants: setup  ## ten minutes of small faults in graph and resolve: do the tests notice?
	$(BIN)/python -m mutants.run

mutants-all: setup  ## every such fault; takes hours, and writes docs/mutants.md
	$(BIN)/python -m mutants.run --all --write

# The browser is Debian's, or another that is named: make test-browser CHROMIUM=/path/to/chromium
CHROMIUM ?= /usr/bin/chromium

test-browser: setup  ## the pages in a real Chromium: the main paths, both languages, accessibility
	REGISTRY_CHROMIUM=$(CHROMIUM) $(BIN)/pytest tests/browser

tour: setup  ## walk the tour in Chromium and take its pictures anew
	REGISTRY_CHROMIUM=$(CHROMIUM) $(BIN)/python -m tests.browser.tour

openapi: setup  ## write docs/openapi.json, the API's document with examples, anew
	$(BIN)/python -m tests.api.shown
	$(BIN)/python -m api.openapi

soak: setup  ## use a service while it is killed, its disk full, its database away; writes docs/soak.md
	$(BIN)/python -m soak.run

bench: setup  ## measure against what people would use instead; writes docs/benchmarks.md
	$(BIN)/python -m bench.run

bench-country: setup  ## the same with a country of 3,000 governments; takes some ten minutes
	REGISTRY_BENCH_GOVERNMENTS=3000 $(BIN)/python -m bench.run

serve: setup  ## start the web service on http://127.0.0.1:8000
	$(BIN)/registry serve

format: setup  ## let ruff tidy the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# uv lives in a throwaway environment and is used by nothing else. The files name no host and no
# path, and serve every Python from 3.11 on, on every platform.
LOCK := .lock-venv
COMPILE = $(LOCK)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-config \
  --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make lock"

lock:  ## remake requirements/*.txt from pyproject.toml
	@$(PYTHON) -m venv --clear $(LOCK)
	@$(LOCK)/bin/python -m pip install --quiet "uv>=0.5"
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) pyproject.toml --group dev -o requirements/dev.txt
	@rm -rf $(LOCK)

# Like uv, pip-audit lives in a throwaway environment. It asks pypi.org about each pin; one that the
# service does not know ends it (--strict), for otherwise nothing asked would pass for nothing found.
AUDIT := .audit-venv

audit:  ## look for known security holes in the pinned dependencies; needs pypi.org
	@$(PYTHON) -m venv --clear $(AUDIT)
	@$(AUDIT)/bin/python -m pip install --quiet pip-audit 2>$(AUDIT)/said || { tail -n 1 $(AUDIT)/said >&2; \
	  echo >&2 "make: pip-audit cannot be installed here; run make audit where a package index can be reached"; exit 1; }
	@if $(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
	    -r requirements/run.txt -o $(AUDIT)/found 2>$(AUDIT)/said; then \
	  echo "no known hole in requirements/run.txt"; \
	elif [ -s $(AUDIT)/found ]; then cat $(AUDIT)/found; \
	  echo >&2 "make: raise what has a hole in pyproject.toml, then make lock and make test"; exit 1; \
	else tail -n 1 $(AUDIT)/said >&2; \
	  echo >&2 "make: NOT audited: the advisory service (pypi.org) does not answer here; run make audit where it does"; exit 1; fi
	@rm -rf $(AUDIT)

clean:  ## remove .venv, caches, builds and drawings
	rm -rf $(VENV) $(LOCK) $(AUDIT) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache \
	  build dist out
