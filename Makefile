# make site    set up and build the whole site into site/
# make serve   the same, then show it and rebuild on every change
# make test    set up and run every test, browser tests included
# make check   style, types and definitions, as CI runs them
# make bench   the benchmarks, as ratios
# make lock    pin the newest allowed dependencies again

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
OWN    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

.PHONY: site serve test check bench lock clean
.DEFAULT_GOAL := site

site: $(VENV)/site.ready
	$(BIN)/practice build

serve: $(VENV)/site.ready
	$(BIN)/practice serve

test: $(VENV)/test.ready
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.build_tools.exports.java
	$(BIN)/python -m tests.practice_models.examples.mutating
	$(BIN)/python -m pytest --numprocesses 2

check: $(VENV)/test.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/practice check

bench: $(VENV)/test.ready
	$(BIN)/python -m tests.benchmarks

lock: $(VENV)/test.ready
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --quiet --upgrade pyproject.toml requirements/build.in --extra estimation --output-file requirements/site.lock
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --quiet --upgrade pyproject.toml requirements/build.in --extra estimation --extra test --constraint requirements/site.lock --output-file requirements/test.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'This needs Python 3.11 or later; name one with: make PYTHON=python3.12 …' >&2; exit 2; }
	@echo 'Setting up: making $(VENV)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.ready: requirements/site.lock pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up: installing what the site needs'
	$(PIP) --requirement requirements/site.lock
	$(OWN)
	@touch $@

$(VENV)/test.ready: requirements/test.lock pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up: installing what the tests need'
	$(PIP) --requirement requirements/test.lock
	$(OWN)
	@touch $@ $(VENV)/site.ready

clean:
	rm -rf $(VENV) .cache site
