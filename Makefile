# Needs git, make, Python 3.11 to 3.13 with venv, and a way to PyPI and the npm registry. Node.js is used when found.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
HOST ?= 127.0.0.1
PORT ?= 8000
SHARED ?= ../shared
ARGS ?=

UV_VERSION := 0.13.9
UV := .tools/bin/uv
PY := .venv/bin/python
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NODE_EXTRA_CA_CERTS ?= $(wildcard /etc/ssl/certs/ca-certificates.crt)
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.tools/home
endif

# The invented agency has a folder and a database file of its own: nothing of a real one is ever beside it.
ifdef EMPTY
CP_DATA ?= $(CURDIR)/data
CP_DATABASE ?= $(CP_DATA)/connecting_people.sqlite3
CP_DEMO :=
else
CP_DATA := $(CURDIR)/data/demo
CP_DATABASE := $(CURDIR)/data/demo.sqlite3
CP_DEMO := 1
endif
CP_HOSTS ?= localhost,127.0.0.1,[::1],$(HOST)
# On one's own machine there is no certificate; anywhere else cookies travel by https alone.
CP_INSECURE ?= $(if $(filter 127.% localhost ::1,$(HOST)),1)
INSTALLATION = CP_DATA="$(CP_DATA)" CP_DATABASE="$(CP_DATABASE)" CP_DEMO="$(CP_DEMO)" CP_HOSTS="$(CP_HOSTS)" CP_INSECURE="$(CP_INSECURE)"
# Settings as a real installation has them, with keys and files in a folder that is thrown away.
SCRATCH = scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && export CP_DATA="$$scratch" CP_DATABASE="$$scratch/scratch.sqlite3" \
  CP_DEMO= CP_DEBUG= CP_INSECURE= && $(PY) manage.py make_keys >/dev/null

SOURCES := $(shell find connecting_people -type f \( -path '*/static/*' -o -path '*/config/*.py' \) 2>/dev/null)
CATALOGUES := $(shell find connecting_people -name '*.po' 2>/dev/null)
TEMPLATES = $$(find connecting_people -path '*/jinja2/*' -name '*.html')

.PHONY: help
help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

# What is installed and built, each with the file that shows it is up to date

$(UV): Makefile scripts/find-python
	@python=$$(scripts/find-python) && rm -rf .tools/uv-venv .tools/bin && mkdir -p .tools/bin "$$HOME" && \
	  "$$python" -m venv .tools/uv-venv && .tools/uv-venv/bin/python -m pip install --quiet "uv==$(UV_VERSION)" && \
	  ln -s ../uv-venv/bin/uv $@ && touch -h $@

.venv/.run: requirements/run.txt | $(UV)
	@python=$$(scripts/find-python) && { test -x $(PY) || $(UV) venv --quiet --clear --python "$$python" .venv; } && \
	  $(UV) pip sync --quiet --require-hashes --python $(PY) requirements/run.txt && touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	@$(UV) pip sync --quiet --require-hashes --python $(PY) requirements/dev.txt && touch $@

node_modules/.stamp: package.json package-lock.json .npmrc scripts/npm | $(UV)
	@scripts/npm ci --no-progress --loglevel=error && touch $@

build/vendor/.stamp: node_modules/.stamp scripts/stage_assets.py | .venv/.run
	@$(PY) scripts/stage_assets.py && touch $@

build/.messages: $(CATALOGUES) scripts/compile_messages.py | .venv/.run
	@mkdir -p build && $(PY) scripts/compile_messages.py && touch $@

build/.static: build/vendor/.stamp $(SOURCES) .venv/.run
	@CP_DEMO=1 $(PY) manage.py collectstatic --noinput --clear --verbosity 0 && touch $@

# The program

.PHONY: assets setup run
assets: build/.static build/.messages ## fetch, mend and collect the front-end files, and compile the translations

setup: assets ## install what the program needs and bring the database up to date
	@$(INSTALLATION) scripts/prepare-database

run: setup ## start the program at http://127.0.0.1:8000/ with an invented agency (EMPTY=1: to set up your own)
	@$(INSTALLATION) HOST="$(HOST)" PORT="$(PORT)" exec scripts/serve

# Tests and checks

.PHONY: test test-pg browser check bench conformance faults
test: .venv/.dev assets ## run all tests on SQLite (without Chromium those in the browser are skipped; with CI=true they fail)
	@scripts/browser || true
	@.venv/bin/pytest -q -n auto $(ARGS)

test-pg: .venv/.dev assets ## run all tests on a PostgreSQL that is started for them
	@scripts/browser || true
	@CP_PG_DIR=$$(mktemp -d) && export CP_PG_DIR && trap 'scripts/pg stop' EXIT && trap 'exit 130' INT TERM && \
	  server=$$(scripts/pg start) && eval "$$server" && CP_DATABASE=postgres .venv/bin/pytest -q -n auto $(ARGS)

browser: ## install Chromium for the browser tests (Debian)
	@scripts/browser

check: .venv/.dev assets ## formatting, style, types, order of imports, templates, migrations, settings, lock files, generated docs
	@.venv/bin/ruff format --check --quiet . || { echo "Not formatted: run '.venv/bin/ruff format .'"; exit 1; }
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/djlint --lint --quiet $(TEMPLATES)
	@$(SCRATCH) && $(PY) manage.py makemigrations --check --dry-run && $(PY) manage.py check --deploy --fail-level WARNING
	@$(PY) scripts/lock.py --check
	@$(UV) pip check --quiet --python $(PY)
	@if [ -d docs/reference ]; then $(SCRATCH) && $(PY) scripts/make_docs.py --check; fi

bench: .venv/.dev assets ## run every benchmark and print one table
	@$(PY) -m bench $(ARGS)

conformance: .venv/.dev assets ## try the product against the files of the standards (SHARED=../shared)
	@if [ ! -d "$(SHARED)" ]; then \
	  echo "No files of the standards at $(SHARED): nothing to try (SHARED=folder says where they are)"; test "$${CI:-}" != true; \
	elif [ ! -d tests/conformance ]; then echo "No standard is fitted yet: nothing to try"; \
	else SHARED="$(abspath $(SHARED))" .venv/bin/pytest -q tests/conformance $(ARGS); fi

faults: .venv/.dev assets ## kill the server while people write, and see that nothing is lost
	@.venv/bin/pytest -q -m faults tests/faults $(ARGS)

# For work on the code

.PHONY: screenshots messages lock clean
screenshots: .venv/.dev assets ## take the pictures of the README
	@$(PY) scripts/screenshots.py $(ARGS)

messages: .venv/.dev ## gather the sentences of the pages into the catalogues of the other languages
	@$(PY) scripts/gather_messages.py
	@$(PY) scripts/compile_messages.py

lock: .venv/.run ## renew the lock files (ARGS=--upgrade: with newer versions)
	@$(PY) scripts/lock.py $(ARGS)

clean: ## remove what was installed and built, keeping data
	rm -rf .venv .tools node_modules build
