# make demo | test | check | format | docs | bench | changes | clean.  Needs Python 3.11 or newer with venv, nothing else.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
BASE   ?= HEAD
PAGES  ?=

.PHONY: demo test store check lint format docs docs-current pictures bench changes clean
.DEFAULT_GOAL := demo

demo: $(VENV)/installed            ## build the sample register in .demo/ and open it
	$(BIN)/giaoluu demo

test: lint docs-current            ## everything that CI runs
	$(BIN)/python -m pytest -n 2
	@$(MAKE) --no-print-directory store

store: $(VENV)/tested              ## the tests of the register and its pages on PostgreSQL
	@if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; \
	then GIAOLUU_TEST_STORE=postgresql $(BIN)/python -m pytest -n 2 -m "not slow" tests/register tests/web; \
	else echo "PostgreSQL is not installed: tested on SQLite alone"; fi

check: lint docs-current           ## the same without servers, browsers and builds: under two minutes
	$(BIN)/python -m pytest -n 2 -m "not slow"

lint: $(VENV)/tested
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

format: $(VENV)/tested
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/tested               ## write the generated pages and tables again
	$(BIN)/python -m giaoluu.cli.reference docs/reference/cli.md
	@for script in scripts/make_*.py; do $(BIN)/python "$$script" || exit 1; done

pictures: $(VENV)/tested           ## take the pictures of docs/tutorial/tour.md again; needs Chromium
	$(BIN)/python scripts/take_pictures.py

docs-current: $(VENV)/tested       ## generated pages and tables are what their makers write
	$(BIN)/python -m giaoluu.cli.reference --check docs/reference/cli.md
	@for script in scripts/make_*.py; do $(BIN)/python "$$script" --check || exit 1; done

changes: $(VENV)/installed         ## what reading gained and lost on the samples since BASE, fact by fact
	@rm -rf .changes && mkdir .changes && git worktree add --quiet --detach .changes/base $(BASE)
	@PYTHONPATH=.changes/base/src $(BIN)/python -m giaoluu read src/giaoluu/samples/pages $(PAGES) --format reading > .changes/before.jsonl || true
	@git worktree remove --force .changes/base
	@$(BIN)/python -m giaoluu read src/giaoluu/samples/pages $(PAGES) --format reading > .changes/after.jsonl || true
	@$(BIN)/giaoluu pack changes .changes/before.jsonl .changes/after.jsonl

bench: $(VENV)/tested
	@for bench in benchmarks/*.py; do echo "== $$bench"; $(BIN)/python "$$bench" || exit 1; done

clean:
	rm -rf $(VENV) .demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "giaoluu: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "giaoluu: $(PYTHON) has no venv; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/tested: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/installed
