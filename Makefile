# Everything a newcomer needs: `make site` and `make test` do all set-up themselves.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SIZE   ?= 300
ROUNDS ?= 3
LIMIT  ?= 900
PEERS  ?=
FRESH  ?=
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help site serve test law law-long hostile-long faults ends same-bytes fuzz fuzz-properties sbom audit check format bench bench-guard bench-stages lighthouse docs screenshots messages lock wheel clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Two stamps: what the site needs, and on top of it what tests and checks need.
$(VENV)/.site: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

site: $(VENV)/.site ## build content/ into output/
	@$(BIN)/zorgpact build
	@echo "Bekijk de site: open output/index.html, of start de voorvertoning met: make serve"

serve: $(VENV)/.site ## preview that follows your typing
	$(BIN)/zorgpact serve

test: $(VENV)/.dev ## run the whole test suite
	$(BIN)/python -m pytest -n 2

law: $(VENV)/.dev ## 300 sequences of random edits: what is remembered equals a plain build
	$(BIN)/python -m tests.remembered_builds --stories 10 --sequences 30

law-long: $(VENV)/.dev ## the same with 5,000 sequences, for about an hour
	$(BIN)/python -m tests.remembered_builds --stories 50 --sequences 100

hostile-long: $(VENV)/.dev ## each hostile case alone, by the whole command: 2 s and 200 MB at most
	$(BIN)/python -m tests.hostile.alone

faults: $(VENV)/.dev ## faults at calls of all kinds in a build, and kills at many moments (needs cc, of gcc)
	$(BIN)/python -m tests.faults

ends: $(VENV)/.dev ## end builds by several processes at random moments, for MINUTES=10
	$(BIN)/python -m tests.sudden_ends --minutes $(MINUTES)

same-bytes: $(VENV)/.dev ## the same bytes under other zones, locales, users, orders and Pythons
	$(BIN)/python -m tests.same_bytes

# Never beside what judges: what these tools bring makes jsonschema judge more strictly.
TOOLS := $(VENV)/tools
$(TOOLS)/.done: requirements-tools.lock
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.lock
	@touch $@

$(VENV)/.fuzz: requirements-fuzz.lock $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@

fuzz: $(VENV)/.fuzz ## fuzz reading a text and building a site, each for MINUTES=10
	$(BIN)/python -m tests.fuzz.run text --minutes $(MINUTES)
	$(BIN)/python -m tests.fuzz.run site --minutes $(MINUTES)

fuzz-properties: $(VENV)/.dev ## the laws of small parts with 10,000 examples each
	$(BIN)/python -m pytest -n 2 tests/properties --hypothesis-profile=long

sbom: $(TOOLS)/.done ## list all parts of the program (CycloneDX) in dist/sbom.cdx.json
	@mkdir -p dist
	$(TOOLS)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
	  --of JSON -o dist/sbom.cdx.json

audit: $(TOOLS)/.done ## ask whether locked versions have known weaknesses (needs the network)
	$(TOOLS)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.lock -r requirements-dev.lock

check: $(VENV)/.dev ## format, lint, types, import contract, dead code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

format: $(VENV)/.dev ## let ruff format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: messages ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

messages: $(VENV)/.dev ## find texts without Dutch, and compile the catalogue
	$(BIN)/python docs/messages.py

# Needs npm for one of the peers; each is installed into a folder of its own, once.
bench: $(VENV)/.dev ## build the same site with us and with peers (SIZE=300 PEERS=hugo,ours)
	$(BIN)/python -m benchmarks.peers --size $(SIZE) --rounds $(ROUNDS) --peers "$(PEERS)" --limit $(LIMIT) $(FRESH)

bench-guard: $(VENV)/.dev ## see that no stage of a build does more work than it did
	$(BIN)/python -m benchmarks.guard

bench-stages: $(VENV)/.dev ## print time and memory of our own builds by stage (SIZE=300)
	$(BIN)/python benchmarks/run.py --size $(SIZE)

# Needs node and npm; what it installs stays in its own folder, where
# package.json also pins what Lighthouse itself asks for as “latest”.
LIGHTHOUSE := benchmarks/lighthouse
lighthouse: $(VENV)/.dev $(LIGHTHOUSE)/node_modules/.installed ## let Lighthouse judge ten kinds of page (needs node, npm)
	$(BIN)/python -m benchmarks.lighthouse.run

$(LIGHTHOUSE)/node_modules/.installed: $(LIGHTHOUSE)/package-lock.json
	cd $(LIGHTHOUSE) && npm ci --no-audit --no-fund
	@touch $@

screenshots: $(VENV)/.dev ## take the pictures in docs/images/ anew
	$(BIN)/python -m docs.screenshots

lock: $(VENV)/.dev ## renew the locked versions
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" pyproject.toml requirements-build.in -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --group fuzz -o requirements-fuzz.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --group tools -o requirements-tools.lock

wheel: $(VENV)/.dev ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## remove what was made here
	rm -rf output .output.* $(VENV) .pythons $(LIGHTHOUSE)/node_modules benchmarks/.peers benchmarks/work dist build .zorgpact .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .fuzz
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
