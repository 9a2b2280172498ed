# Needs Python 3.11 or later and make; everything else goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types unit wheel docs bench clean

demo: $(VENV)/.installed
	@$(BIN)/quotes demo

test: lint types unit wheel

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/pytest -n 2

wheel: $(VENV)/.installed-dev
	scripts/check_wheel.sh $(BIN)/python

# How fast it is, the short form: docs/performance.md.
bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

# Shows in README.md and docs/ what commands and queries print now, and what the code says of itself.
docs: $(VENV)/.installed-dev
	QUOTES_UPDATE_DOCS=1 $(BIN)/pytest tests/test_readme.py tests/test_documents.py tests/test_generated_documents.py tests/test_tei_document.py tests/test_notebook.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quotes needs Python 3.11 or later; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis quotes-demo.db*
	find quotes migrations tests -name __pycache__ -type d -prune -exec rm -rf {} +
