# Two commands matter: `make demo` shows provcheck at work, `make test` checks it whole.
# Both set up a local environment in .venv first and rely on nothing else than Python 3.11+ and a package registry.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: help demo test fuzz styles compiled check lint types format golden tables clean

help:            ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "provcheck needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(VENV)/.ready   ## import, validate and cite the records of examples/
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: $(VENV)/.ready   ## everything that must hold: lint, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

fuzz: $(VENV)/.ready   ## try the properties with 2,000 new examples each (make test takes the same hundred each time)
	$(BIN)/pytest --fuzz $$(grep -rl "@given" tests)

styles: $(VENV)/.ready ## render with every public CSL style (make test takes a sample)
	$(BIN)/pytest --all-styles tests/csl/test_csl_public_styles.py

compiled: $(VENV)/.ready ## compile the reader of source lines (C compiler, some minutes), hold it to its tests, measure it
	rm -rf build/compiled
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m build --outdir build/compiled .
	$(PYTHON) -m venv build/compiled/venv
	build/compiled/venv/bin/python -m pip install --quiet build/compiled/*.whl pytest pytest-xdist hypothesis
	build/compiled/venv/bin/pytest tests/archives
	cd build/compiled && venv/bin/python ../../benchmarks/read_lines.py

format: $(VENV)/.ready ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(VENV)/.ready ## write the golden outputs anew (then read the diff)
	$(BIN)/pytest --golden

tables: $(VENV)/.ready ## compile data/ into the index that is read at start-up
	$(BIN)/python -m provcheck.compiling

clean:           ## remove the local environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache dist build
