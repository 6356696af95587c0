# Python 3.11 or later and make are all that must be there; `make` puts the rest into .venv, from the lock.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SEEDS := seeds
export PYTHONHASHSEED := 0

.DEFAULT_GOAL := help
.PHONY: help report test lint bench scores refresh lock dictionary clean

help:  ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1: /p' Makefile

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

report: $(READY)  ## the report of every document in seeds/, and of the campaign that seeds/campaign tells of
	$(BIN)/sitrep report "$(SEEDS)/*.*" --out reports
	@if test -d $(SEEDS)/campaign; then $(BIN)/sitrep campaign $(SEEDS)/campaign --out reports/campaign; fi

test: $(READY)  ## every test, the notebooks included
	@if ls notebooks/*.ipynb >/dev/null 2>&1; then $(BIN)/python -m pytest -q --nbval notebooks; fi
	$(BIN)/python -m pytest -q -p no:nbval -n 2

lint: $(READY)  ## ruff and the type checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## speed and memory against named baselines: documents, one report, corpora, many reports, linking
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/report.py
	$(BIN)/python benchmarks/corpus.py
	$(BIN)/python benchmarks/reports.py
	$(BIN)/python benchmarks/link.py

scores: $(READY)  ## the figures against the project's gold, and against outside data where it is there
	$(BIN)/python benchmarks/scores.py

refresh: $(READY)  ## run the notebooks anew, in place
	$(BIN)/python -m analysis.run.refresh

dictionary: $(READY)  ## write README's data dictionary from the codebook
	$(BIN)/python -m analysis.run.dictionary README.md

lock: $(READY)  ## resolve the dependencies of pyproject.toml anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra test --extra pdf \
	    --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock

clean:  ## remove what was made, the environment too
	rm -rf .venv build *.egg-info reports tables .pytest_cache .ruff_cache .mypy_cache .hypothesis
