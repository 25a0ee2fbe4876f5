# Key targets first; `make help` lists them.
PREFIX = /usr/local
DESTDIR =
MAJORS = 13 14 15 16 17 18
SWIFT_BUILD = swift build -Xswiftc -warnings-as-errors

.PHONY: help demo test golden lint build install clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1 /p' $(MAKEFILE_LIST) | while read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

demo: ## show a generated extension at work in a throw-away server
	scripts/demo

test: ## run every test on every supported PostgreSQL, then lint
	scripts/postgres $(MAJORS) >/dev/null
	swift test --disable-xctest -Xswiftc -warnings-as-errors
	$(MAKE) --no-print-directory lint

golden: ## record the expected files of the golden tests anew; read `git diff` afterwards
	RECORD_GOLDEN=1 swift test --disable-xctest -Xswiftc -warnings-as-errors --filter GoldenTests

lint: ## check the layout of the Swift and the syntax of the shell scripts
	swift-format lint --strict --recursive Sources Tests Package.swift
	for script in $$(grep -l '^#!/bin/bash' scripts/* .ci/run); do bash -n "$$script" || exit; done

build: ## build .build/release/dynpgext-gen
	$(SWIFT_BUILD) -c release --product dynpgext-gen

install: ## install a statically linked dynpgext-gen into $(DESTDIR)$(PREFIX)/bin
	swift build -c release --static-swift-stdlib --product dynpgext-gen
	install -D .build/release/dynpgext-gen $(DESTDIR)$(PREFIX)/bin/dynpgext-gen

clean: ## remove what was built and the private PostgreSQL trees
	rm -rf .build .pg
