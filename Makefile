# Two commands do everything: `make run` serves a sample expo, `make test` runs every test.
.DEFAULT_GOAL := help
SHELL := /bin/bash

# Two compiler threads per module: the release build is bound by a few large modules, not by their number.
JOBS := $(shell nproc)
RELEASE_FLAGS := -c release -Xswiftc -num-threads -Xswiftc $(JOBS)
BINARY := .build/release/fairway
SOURCES := Package.swift $(shell find Sources -type f)
DATABASE ?= data/expo.sqlite

.PHONY: help run test fuzz kill bench bench-search bench-held-out bench-match load headings format lint docs packages clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: packages $(BINARY) ## Install what is missing, build, create a sample expo, serve it on http://127.0.0.1:8080
	@scripts/serve-sample $(BINARY) $(DATABASE)

$(BINARY): $(SOURCES)
	@echo "Building Fairway (release; the first time takes some minutes) …"
	@swift build $(RELEASE_FLAGS) --product fairway
	@touch $@

packages:
	@scripts/install-packages run
	@scripts/install-model

test: ## Run every test, in the browser too (LONG=1: property tests with all their seeds)
	@scripts/install-packages run test
	@scripts/install-model
	@FAIRWAY_LONG_RUNS='$(LONG)' scripts/test

kill: ## Kill a server under writes a hundred times (ROUNDS), and count what is lost
	@swift build --product fairway
	@ROUNDS='$(or $(ROUNDS),100)' scripts/test-kill .build/debug/fairway

bench: packages $(BINARY) ## Measure the programme engine beside its peers (INSTANCES=DIR adds instances)
	@scripts/install-packages bench
	@INSTANCES='$(INSTANCES)' SECONDS_LIMIT='$(SECONDS)' PEER_SECONDS='$(PEER_SECONDS)' PEERS='$(PEERS)' scripts/bench $(BINARY)
	@swift run -c release --package-path Benchmarks --scratch-path .build-bench fairway-bench .build/bench/expo-whole.json

bench-search: packages $(BINARY) ## Measure the proposal of HS headings (QUERIES=FILE: text, language, heading)
	@scripts/install-packages bench
	@python3 Benchmarks/search.py --fairway $(BINARY) $(if $(QUERIES),--queries '$(QUERIES)')

bench-held-out: packages $(BINARY) ## The same for every eighth search word, taken out of the nomenclature before
	@scripts/install-packages bench
	@python3 Benchmarks/held_out.py --fairway $(BINARY)

bench-match: packages $(BINARY) ## Time the matching of the sample expo, and of one changed profile
	@$(BINARY) match --measure --database $(DATABASE)

fuzz: ## Fuzz the readers of what comes from outside (TARGET=name, RUNS=n of each, SECONDS=n at most)
	@scripts/install-packages run
	@RUNS='$(RUNS)' SECONDS_LIMIT='$(SECONDS)' scripts/fuzz $(TARGET)

load: packages $(BINARY) ## Measure pages with 500 users at once
	@scripts/install-packages load
	@USERS='$(USERS)' SECONDS_LIMIT='$(SECONDS)' PAUSE='$(PAUSE)' BESIDE='$(BESIDE)' scripts/load-test $(BINARY)

headings: packages $(BINARY) ## Learn anew to tell HS headings by meaning, after their names or words have changed
	@$(BINARY) learn-headings --output Sources/Nomenclature/Resources/hs2022.weights

format: ## Format every Swift file
	@swift format -i -p -r Sources Tests Benchmarks Package.swift

lint: ## Check the format, and that the build has no warning
	@scripts/lint

docs: ## Write the API documentation to docs/api
	@scripts/docs

clean: ## Remove what was built (not the data)
	@rm -rf .build .build-* Benchmarks/.build
