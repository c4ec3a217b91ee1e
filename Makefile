# HSCT Aid. `make` alone says what there is to do. All paths are relative: the clone's own path may hold a space.
.PHONY: help run test setup demo content words audit check-html reliability bench bench-check bundle deb wheel release-check
PYTHON := .venv/bin/python
BIN := .venv/bin

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

run: ## set up and open the aid; without a display, make the demo instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		.ci/packages window && .ci/setup && $(PYTHON) -m hsct_aid; \
	else \
		echo "No display here: making the sample person's page and pictures instead."; $(MAKE) --no-print-directory demo; \
	fi

test: ## set up and run every check
	@.ci/packages test
	@.ci/setup dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(PYTHON) -m hsct_aid content check
	$(BIN)/pytest -q -n 2 --dist worksteal

setup: ## make .venv from requirements.lock
	@.ci/packages setup
	@.ci/setup dev

content: ## check and compile the texts and facts
	@.ci/packages setup
	@.ci/setup dev
	$(PYTHON) -m hsct_aid content check
	$(PYTHON) -m hsct_aid content compile

words: ## gather every word to translate, and bring each language up to date with them
	@.ci/packages setup
	@.ci/setup dev
	$(PYTHON) -m tests.languages

demo: ## the sample person: a picture of every step and the page, in out/
	@.ci/packages demo
	@.ci/setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m hsct_aid demo -o out

audit: ## every page in every theme and size, looked over for what shuts people out, and three read by Orca
	@.ci/packages audit
	@.ci/setup dev
	@$(PYTHON) -m tests.audit

check-html: ## the page as a web page, looked over by axe-core in a browser; not in make test, as it needs npm
	@.ci/packages html
	@.ci/setup dev
	@npm ci --silent --ignore-scripts --no-audit --no-fund --prefix tests/html
	$(PYTHON) -m tests.html

reliability: ## the long trials: kills, faults, damage and power cuts of the storage, 2,000 hostile pages
	@.ci/packages test
	@.ci/setup dev
	$(PYTHON) -m tests.reliability

bundle: ## dist/hsct-aid, a folder that runs without Python
	@.ci/packages bundle
	@.ci/setup dev
	@.ci/bundle/make

deb: bundle ## the package for Debian and Ubuntu, in dist/
	@.ci/deb

wheel: ## the Python package, in dist/
	@.ci/packages setup
	@.ci/setup dev
	@.ci/wheel

release-check: ## what must hold before a release: see docs/release.md
	@.ci/setup dev
	PYTHONPATH=.ci $(PYTHON) -m bundle.release

bench: bundle ## how fast the aid is, beside what the same thing costs without it; LONG=--long for the long runs
	@.ci/packages test
	@mkdir -p out
	$(PYTHON) -m tests.bench --json out/bench.json $(LONG)

bench-check: bundle ## the same, failing where a ratio is far over its bar; not in make test, as machines differ
	@.ci/packages test
	$(PYTHON) -m tests.bench --check
