# `make serve` builds the page and serves it on this machine; `make test` checks everything.
# Both set up what they need first and skip what is there already.

PORT ?= 8080
NODE_BIN := $(CURDIR)/tests/node_modules/.bin
WASM := --target wasm32-unknown-unknown --no-default-features
export PATH := $(NODE_BIN):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help serve build test page natively end-to-end check test-core test-browser test-page interop score bench bench-engine bench-page fuzz dictionary weights folds checkers tools test-tools

help: ## This list.
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' Makefile | expand -t 20

serve: build ## Build the page and serve it on http://127.0.0.1:8080 (another port: PORT=9000).
	@node tests/serve.mjs dist $(PORT)

build: tools ## Build the page into dist/, ready for any static server.
	trunk build --release --offline

# Installing what builds the page and building it keep one core busy for minutes, so what needs no page is checked
# beside them; the end-to-end tests have the machine for themselves.
test: checkers ## Everything: style, unit, snapshot, browser and end-to-end tests.
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target page natively
	@$(MAKE) --no-print-directory end-to-end
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-browser interop

page:
	@$(MAKE) --no-print-directory test-tools
	@$(MAKE) --no-print-directory build

natively:
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory test-core

check: checkers ## Formatting and lints of the four builds: command line, page, workers.
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM) --features web --lib --bin app --test browser -- -D warnings
	cargo clippy $(WASM) --features worker --lib --bin worker -- -D warnings
	cargo clippy $(WASM) --features files --lib --bin files -- -D warnings

test-core: ## Unit, property, snapshot and house-rule tests, natively.
	cargo test --features web

test-browser: test-tools ## Tests of single parts inside Chromium.
	.ci/browser-test

test-page: test-tools build end-to-end ## End-to-end tests of the built page in Chromium.

# The command line is built as for its own tests: with the same features nothing is compiled twice.
end-to-end:
	cargo test --quiet --features web --test command_line --no-run
	node --test --test-reporter=spec --test-concurrency=2 tests/page/killed.test.mjs $(filter-out %/killed.test.mjs,$(wildcard tests/page/*.test.mjs))

interop: ## Exported files against the programs they are for, where there is Python.
	tests/interop/run

score: ## Compare the extraction with the reference annotations beside this folder, if there are any.
	cargo build --release --bin juyao
	.ci/score

bench: bench-engine bench-page ## Figures of the extraction, of versions, and of the built page.

bench-engine: ## Throughput of the extraction and of comparing versions, on ordinary text and on inputs made to be slow.
	cargo bench --bench extraction --bench versions
	@node .ci/bench.mjs

bench-page: test-tools build ## Figures of the built page: times and sizes.
	cargo build --release --bin juyao
	node tests/timing.mjs
	node tests/workload.mjs

fuzz: ## Run each fuzz target for ten minutes (others: SECONDS=60).
	.ci/fuzz $(or $(SECONDS),600)

dictionary: ## Make the word list anew from that of the segmenter and the project's own words.
	cargo run --release --features train --bin dictionary

weights: ## Train the tagger of names and the statement model anew from the annotated speeches in tests/gold.
	cargo run --release --features train --bin train -- names src/extract/data/tags.txt tests/gold/*.txt
	cargo run --release --features train --bin train -- statements src/extract/data/weights.txt src/extract/data/network.txt tests/gold/*.txt

folds: ## Measure both on speeches that they were not trained on: figures, and how far confidence is true.
	cargo run --release --features train --bin train -- name-folds tests/gold/*.txt
	cargo run --release --features train --bin train -- folds tests/gold/*.txt

checkers:
	@.ci/tools check

tools: ## Install what building needs: wasm target, trunk, wasm-bindgen, wasm-opt.
	@.ci/tools build

test-tools: ## Install what testing needs besides: Chromium, ChromeDriver, a Chinese font.
	@.ci/tools test
