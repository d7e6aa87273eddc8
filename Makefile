# make chat      set everything up, then chat on the bundled corpus (or on your own, once indexed)
# make test      set everything up, then run the whole check
# make telegram  set everything up, then run the Telegram bot

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Programmes that are tested by running them shortly; the check has ten minutes, and leaves them out.
SHORT  := tests/benchmarks tests/load $(addprefix tests/faults/test_,killing.py damaging.py failing.py repeating.py)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup chat telegram test programmes explore coverage deploy-check torture faults load sbom proofs lock clean

help:  ## say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/' | column -t -s ':'

$(VENV)/.ready: requirements.lock
	@test -x $(BIN)/python || { echo "making $(VENV) and installing the libraries (once)" >&2; $(PYTHON) -m venv $(VENV); }
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock pyproject.toml $(VENV)/.ready
	@echo "installing the development tools (once)" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/.ready-dev  ## make the virtual environment with the development tools and the `quoth` command

chat: $(VENV)/.ready  ## chat in the terminal
	@$(BIN)/python -m bot chat

telegram: $(VENV)/.ready  ## run the Telegram bot
	@$(BIN)/python -m bot telegram

test: $(VENV)/.ready-dev  ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal $(addprefix --ignore=,$(SHORT))

programmes: $(VENV)/.ready-dev  ## the programmes of load, faults and speed, each run shortly
	$(BIN)/pytest -n 2 $(SHORT)

explore: $(VENV)/.ready-dev  ## the tests with other and more examples for each property
	$(BIN)/pytest -n 2 --hypothesis-profile=explore

coverage: $(VENV)/.ready-dev  ## the tests with branch coverage, which doubles their time
	$(BIN)/pytest -n 2 --cov

deploy-check: $(VENV)/.ready-dev  ## lint the Dockerfile, read the compose file, verify the service
	@PATH="$(CURDIR)/$(BIN):$$PATH" deploy/check

torture: $(VENV)/.ready-dev  ## the long programme of faults for the index and for delivery (about an hour)
	$(BIN)/python -m tests.faults.killing --rounds 500 --files 4 --sentences 100
	$(BIN)/python -m tests.faults.damaging --damages 2000
	$(BIN)/python -m tests.faults.failing --stride 5
	$(BIN)/python -m tests.faults.filling
	$(BIN)/python -m tests.faults.repeating
	$(BIN)/python -m tests.faults.delivery --long --at-once 2

faults: $(VENV)/.ready-dev  ## the short programme of faults for delivery (kills, refusals, full disks)
	$(BIN)/python -m tests.faults.delivery

load: $(VENV)/.ready-dev  ## 2,000 chats, 20 questions a second, beside stock python-telegram-bot
	$(BIN)/python -m tests.load --programme L1 --seconds 300 --stock --output build/load

sbom: $(VENV)/.ready  ## list the libraries as parts (CycloneDX)
	@mkdir -p build && $(BIN)/python deploy/sbom.py requirements.lock > build/sbom.json

proofs: $(VENV)/.ready-dev  ## ten thousand questions: every quote against the bytes on the disk
	$(BIN)/python -m tests.quality.proofs --questions 10000 --seed 1

lock:  ## pin every library with its hashes (needs uv)
	uv pip compile pyproject.toml $(LOCK_FLAGS) -o requirements.lock
	uv pip compile pyproject.toml --extra dev $(LOCK_FLAGS) -o requirements-dev.lock
LOCK_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
              --no-emit-index-url --no-emit-find-links --no-strip-extras

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage .hypothesis
