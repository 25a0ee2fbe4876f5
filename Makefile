# Key targets first; `make help` lists them.
PREFIX = /usr/local
DESTDIR =
# The majors of PostgreSQL to test with: all if there is time; DYNPGEXT_MAJORS="13 19" makes a quicker run.
DYNPGEXT_MAJORS ?= $(if $(filter test-all soak,$(MAKECMDGOALS)),13 14 15 16 17 18 19,13 16 19)
export DYNPGEXT_MAJORS
# These tests run compilers of Swift, which servers at the same time would starve.
COMPILING = Swift|Rejected|Repository
# Not every system has the archives of the C libraries; without them only Swift's are linked statically.
has_archive = $(findstring /,$(shell gcc -print-file-name=$(1)))
STATIC = $(if $(and $(call has_archive,libc.a),$(call has_archive,libstdc++.a)),-Xswiftc -static-executable)

.PHONY: help demo test test-all golden mutate soak bench lint build install clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' $(MAKEFILE_LIST) | while read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

demo: ## show a generated extension at work in a throw-away server
	scripts/demo

test: ## run every test on the oldest, the middle and the newest PostgreSQL, then lint
	scripts/postgres $(DYNPGEXT_MAJORS) >/dev/null
	-scripts/jsonschema >/dev/null
	scripts/swift-test --filter '$(COMPILING)'
	scripts/swift-test --skip '$(COMPILING)'
	scripts/fuzz 5
	$(MAKE) --no-print-directory lint

test-all: test ## run every test on every supported PostgreSQL, and see that the C does not lean on x86 (long)
	scripts/portable

golden: ## record the expected files of the golden tests anew; read `git diff` afterwards
	RECORD_GOLDEN=1 scripts/swift-test --filter 'ExpectedTree|Rejected|Documentation|SwiftElements'

mutate: ## take out each protection once and see its tests fail (long)
	scripts/postgres $(DYNPGEXT_MAJORS) >/dev/null
	scripts/jsonschema >/dev/null
	scripts/mutate

soak: ## fuzz the front; follow 200 rounds of random changes, with assertions and AddressSanitizer too (long)
	scripts/fuzz 600
	scripts/postgres $(DYNPGEXT_MAJORS) >/dev/null
	scripts/soak

bench: ## measure the command, beside protoc too, generated C beside C written by hand, and the loader
	scripts/postgres $(DYNPGEXT_MAJORS) >/dev/null
	scripts/bench
	scripts/bench-scale
	scripts/bench-workers
	scripts/bench-memory
	DYNPGEXT_BENCH_DATABASES="50 100 200" scripts/swift-test --filter ScaleTests

lint: ## check the layout of the Swift and the C, and the syntax of the shell scripts
	swift-format lint --strict --recursive Sources Tests Package.swift
	scripts/pgindent --check
	for script in $$(grep -l '^#!/bin/bash' scripts/* .ci/run); do bash -n "$$script" || exit; done

build: ## build .build/release/dynpgext-gen, statically linked: it starts sooner and needs no library
	swift build -c release --static-swift-stdlib $(STATIC) --product dynpgext-gen

install: build ## install it into $(DESTDIR)$(PREFIX)/bin
	install -D .build/release/dynpgext-gen $(DESTDIR)$(PREFIX)/bin/dynpgext-gen

clean: ## remove what was built and the private PostgreSQL trees
	rm -rf .build .pg
