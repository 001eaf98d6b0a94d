# Everything a newcomer needs: `make demo`. Each target prepares what it needs and does nothing twice.

PYTHON ?= python3
PLAN ?=
PORT ?=
SCALE ?=
RESET ?=
CHECKED = src tests bench docs/guide

BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--quiet --custom-compile-command "make lock"
ASSETS := $(wildcard src/dongvon/interfaces/web/shell/assets/*)
CATALOGUES := $(wildcard src/dongvon/interfaces/web/locale/*/*.po)
POSTGRES ?= /usr/lib/postgresql/15/bin

# Python keeps what it compiled, whatever the shell says: nothing is done twice.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help setup demo test oldest check fix bench crash guide lock messages clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: .venv/ready.stamp node_modules/made.stamp .venv/messages.stamp ## The environment alone, in .venv and node_modules

demo: setup ## Start the demo city; PLAN=path SCALE=commune|city|full PORT=8080 RESET=1
	@$(BIN)/dongvon demo $(if $(PLAN),--plan "$(PLAN)") $(if $(SCALE),--scale $(SCALE)) $(if $(PORT),--port $(PORT)) $(if $(RESET),--reset)

test: check ## Linters, types, contracts and all tests
	$(BIN)/pytest -n 2 --dist worksteal

oldest: setup ## All tests on the oldest PostgreSQL we support, Debian's 15
	DONGVON_POSTGRES_BIN=$(POSTGRES) $(BIN)/pytest -n 2 --dist worksteal

check: setup ## Linters, types and contracts
	$(BIN)/ruff check --quiet $(CHECKED)
	$(BIN)/ruff format --check --quiet $(CHECKED)
	$(BIN)/lint-imports --no-logo
	DONGVON_MODE=test $(BIN)/mypy

fix: setup ## Mend what can be mended by a machine
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

bench: setup ## Measure speed, with the machine's own floor beside it
	$(BIN)/python -m bench

crash: setup ## Kill -9 while tellers post and days close, and look for what was lost; ROUNDS=20
	ROUNDS=$(or $(ROUNDS),20) $(BIN)/python -m bench.crashes

guide: setup ## Take the pictures of the guide from a running demo; ADDRESS=http://localhost:8000
	$(BIN)/python docs/guide/take_pictures.py $(or $(ADDRESS),http://localhost:8000)

messages: setup ## Compile the English texts
	DONGVON_MODE=test $(BIN)/dongvon messages

lock: ## Write requirements/ and package-lock.json anew, without addresses
	$(COMPILE) --group pyproject.toml:tools --output-file requirements/tools.txt
	$(COMPILE) pyproject.toml --output-file requirements/base.txt
	$(COMPILE) pyproject.toml --group embedded --group build --group dev \
		--constraint requirements/base.txt --output-file requirements/dev.txt
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund

clean: ## Remove the environment; the demo's data stays in .dongvon
	rm -rf .venv node_modules

.venv/ready.stamp: requirements/tools.txt requirements/dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt requirements/tools.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

node_modules/ready.stamp: package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

node_modules/made.stamp: node_modules/ready.stamp $(ASSETS)
	node src/dongvon/interfaces/web/shell/assets/build.mjs
	@touch $@

.venv/messages.stamp: .venv/ready.stamp $(CATALOGUES)
	DONGVON_MODE=test $(BIN)/dongvon messages
	@touch $@
