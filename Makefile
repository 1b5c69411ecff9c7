# Dittomark: `make run` opens the program on the sample project, `make test` proves the tree.
# Each does everything it needs on a machine that has Python 3.11 or newer, pip and make.

VENV ?= .venv
PYTHON ?= python3
PYTEST_ARGS ?= -n 2

BIN := $(VENV)/bin
FREEZE ?= build/venv
INTEROP ?= build/interop
INTEROP_SERVERS ?= build/interop-servers
MUTANTS ?= build/mutants-venv
DOCS ?= build/docs-venv
DEMO := build/demo
SET_UP := packaging/setup/set-up.sh pyproject.toml core/pyproject.toml core/hatch_build.py \
	$(wildcard core/dittomark/*/_*.[ch])
SOURCES := core gui resources tests packaging

# Thousands of the tests' transactions wait for the disk; a RAM disk, where it is large enough and
# programs can run from it, spares them that. `make test-faults` stays on the disk.
RAM_DISK := $(shell sh packaging/setup/ram-disk.sh)

# What the offscreen platform says of fonts that the system has.
export QT_LOGGING_RULES ?= qt.qpa.fonts.warning=false;qt.text.font.db=false

.PHONY: run test lint types layers unit benchmark test-faults test-mutants test-pythons fuzz test-interop screenshots \
	translations release-check manual docs wheels test-wheels installer test-installer test-reproducible lock format clean help

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

$(VENV)/.run: requirements/run.txt requirements/build.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(VENV)" requirements/run.txt requirements/build.txt
	@touch $@

# The tests of a real display want an X server, and a screen reader's bus; without them they are
# skipped, and say so.
$(VENV)/.dev: requirements/dev.txt $(SET_UP)
	@[ "$$(id -u)" != 0 ] || sh packaging/setup/need.sh Xvfb:xvfb xdotool:xdotool dbus-daemon:dbus \
		/usr/libexec/at-spi-bus-launcher:at-spi2-core \
		/usr/lib/python3/dist-packages/pyatspi:python3-pyatspi || true
	packaging/setup/set-up.sh "$(PYTHON)" "$(VENV)" requirements/dev.txt
	@touch $@ $(VENV)/.run

run: $(VENV)/.run  ## Open the program on the sample project (without a display: a scripted session)
	@packaging/setup/run-demo.sh "$(BIN)" "$(DEMO)"

test: lint types layers unit  ## Everything that must hold: style, types, layers, tests, coverage
	$(BIN)/python -m tests.coverage_floors build/coverage.json

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	@mkdir -p build
	QT_QPA_PLATFORM=offscreen PYTEST_DEBUG_TEMPROOT=$(RAM_DISK) $(BIN)/python -m slipcover --source core/dittomark,gui/dittomark_gui \
		--json --out build/coverage.json -m pytest $(PYTEST_ARGS)

test-pythons:  ## The tests on every Python from 3.11 on that is here (or that uv has brought)
	packaging/setup/test-pythons.sh

$(VENV)/.benchmark: requirements/benchmark.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(VENV)" requirements/benchmark.txt
	@touch $@ $(VENV)/.run $(VENV)/.dev

benchmark: $(VENV)/.benchmark  ## Speed and quality, on this machine, beside other tools
	@mkdir -p build/benchmarks
	$(BIN)/python -m tests.benchmarks.window
	$(BIN)/python -m tests.benchmarks.freezes
	$(BIN)/python -m tests.benchmarks.compare_view
	$(BIN)/python -m tests.benchmarks.formats build/benchmarks
	$(BIN)/python -m tests.benchmarks.align
	$(BIN)/python -m tests.benchmarks.align_held_out
	$(BIN)/python -m tests.benchmarks.reuse
	$(BIN)/python tests/benchmarks/candidates.py compare

test-faults: $(VENV)/.dev  ## Kill, full disks, damaged files: nothing done may be lost (half an hour)
	QT_QPA_PLATFORM=offscreen DITTOMARK_KILLS=300 DITTOMARK_FUZZ=10000 DITTOMARK_STEPS=300 DITTOMARK_MERGES=2000 DITTOMARK_TEAMS=2000 DITTOMARK_PEOPLE=300 \
		$(BIN)/python -m pytest -v tests/e2e/faults \
		tests/core/store/test_state_machine.py tests/core/team/test_merge_properties.py \
		tests/core/team/folder

fuzz: $(VENV)/.dev  ## Ten thousand damaged and hostile project files: no crash, no hang
	DITTOMARK_FUZZ=10000 $(BIN)/python -m pytest -v tests/e2e/faults/test_fuzz.py

$(MUTANTS)/.ready: requirements/mutants.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(MUTANTS)" requirements/mutants.txt
	@touch $@

test-mutants: $(MUTANTS)/.ready  ## Break the code on purpose, thousands of times: do the tests notice? (hours)
	$(MUTANTS)/bin/python -m tests.mutants.run $(MUTANTS_ARGS)

$(INTEROP)/.ready: requirements/interop.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(INTEROP)" requirements/interop.txt
	@touch $@

# Servers of other tools, for the round trip through them: only their own locked packages.
$(INTEROP_SERVERS)/%/.ready: requirements/%.txt
	"$(PYTHON)" -m venv "$(INTEROP_SERVERS)/$*"
	"$(INTEROP_SERVERS)/$*/bin/python" -m pip install -qq --no-input --require-hashes --no-deps -r $<
	@touch $@

test-interop: $(INTEROP)/.ready $(INTEROP_SERVERS)/label-studio/.ready \
		$(INTEROP_SERVERS)/doccano/.ready $(INTEROP_SERVERS)/brat/.ready  ## The formats through the real tools and servers (large: installed apart)
	$(INTEROP)/bin/python -m pytest -c tests/interop/pytest.ini tests/interop

manual: $(VENV)/.dev  ## Build the manual as web pages and PDF into build/manual
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/manual/build_manual.py build/manual

$(DOCS)/.ready: requirements/docs.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(DOCS)" requirements/docs.txt
	@touch $@

docs: $(DOCS)/.ready  ## Build the documentation as a web site: manual, guide, reference, decisions
	$(DOCS)/bin/python packaging/docs/build_docs.py build/docs

wheels: $(VENV)/.dev  ## Build the two Python distributions, dittomark-core (compiled for this system) and dittomark, into dist/
	cd core && $(abspath $(BIN))/python -m hatchling build -d ../dist
	$(BIN)/python -m hatchling build -d dist

test-wheels: wheels  ## Install the library alone, then the window, into fresh environments (network)
	packaging/wheels/test_wheels.sh $(BIN) dist

# The installers are frozen from an environment of their own, which holds nothing else.
$(FREEZE)/.packaging: requirements/packaging.txt $(SET_UP)
	packaging/setup/set-up.sh "$(PYTHON)" "$(FREEZE)" requirements/packaging.txt
	@touch $@

installer: $(FREEZE)/.packaging  ## Build the installers that this machine can build, into dist/
	packaging/build.sh "$(FREEZE)/bin/python"

test-installer:  ## Install them on clean systems, run the self-test there, remove them again
	packaging/test.sh

test-reproducible:  ## Build the Linux packages again in another folder: the same bytes come out
	packaging/linux/test_reproducible.sh "$(PYTHON)"

format: $(VENV)/.dev  ## Put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

release-check: $(VENV)/.dev  ## What a release needs beyond `make test`: every text in every language
	DITTOMARK_RELEASE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/gui/test_translations.py

translations: $(VENV)/.dev  ## Collect the interface's texts and release their translations
	$(BIN)/python packaging/setup/translations.py

screenshots: $(VENV)/.dev  ## Every screen in both languages and all themes, in build/screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots build/screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/manual/readme_picture.py docs/pictures/window.png
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/manual/pick_pictures.py build/screenshots

lock: $(VENV)/.dev  ## Write requirements/*.txt again, with the newest versions that fit
	packaging/setup/lock.sh "$(BIN)"

clean:  ## Remove what was built (the virtual environment stays)
	rm -rf build dist
