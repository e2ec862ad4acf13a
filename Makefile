# make demo   installs what is missing, builds, reads the bundled examples and prints their records
# make test   installs what is missing, builds, runs every test; ends with "N passed, N failed"
# make check  the quick inner loop: debug build, tests of the stages
# make help   the rest

.DEFAULT_GOAL := help
SHELL := /bin/bash
DATA ?= ../shared/data
WORK ?= train/work

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

packages:
	@scripts/install_packages.sh build

build: packages ## build/sayso and its tests
	@[ -f build/build.ninja ] || cmake --preset release >/dev/null
	@cmake --build build

demo: build ## read the bundled examples; what eight articles on one affair claim together, and how to see it in the browser
	@build/sayso read examples
	@scripts/demo_claims.sh

test: ## every test
	@scripts/install_packages.sh test
	@[ -f build/build.ninja ] || cmake --preset release >/dev/null
	@cmake --build build
	@scripts/build_wheel.sh
	@scripts/run_tests.sh

wheel: ## the Python package as a wheel, in build/wheel
	@scripts/install_packages.sh wheel
	@scripts/build_wheel.sh

PREFIX ?= /usr/local

install: build ## the program with all it needs, in PREFIX (/usr/local); DESTDIR for packagers
	@cmake --build build --target to_install
	@DESTDIR=$(DESTDIR) cmake --install build --component program --prefix $(PREFIX) >/dev/null
	@echo "installed: $(DESTDIR)$(PREFIX)/bin/sayso"

deb: build ## a Debian package, in build/
	@scripts/install_packages.sh deb
	@cmake --build build --target to_install
	@cd build && cpack -G DEB >deb.log || { cat deb.log >&2; exit 1; }
	@ls build/sayso_*.deb

test-spark: build wheel ## reading and claims on Spark, two workers; installs a Java runtime and 400 MB of Spark
	@scripts/install_packages.sh spark
	@scripts/test_python.sh spark

test-root: wheel deb ## wheel and Debian package in an empty Debian tree; as root
	@scripts/test_in_root.sh

check: packages ## debug build with warnings as errors, tests of the stages
	@[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
	@cmake --build build/dev
	@ctest --test-dir build/dev --output-on-failure --progress --parallel 2

sanitize: packages ## tests under the address, undefined behaviour and thread sanitizers, with a fake model
	@for preset in asan tsan; do \
	  cmake --preset $$preset >/dev/null && cmake --build --preset $$preset && \
	  ctest --test-dir build/$$preset --output-on-failure --parallel 2 || exit 1; done

fuzz: ## each fuzz target for SECONDS=n (60)
	@scripts/install_packages.sh fuzz
	@cmake --preset fuzz >/dev/null && cmake --build --preset fuzz
	@scripts/run_fuzzers.sh $(or $(SECONDS),60)

bench: ## speed of the whole reading over TEXTS, a folder of articles (default: the examples)
	@scripts/install_packages.sh bench
	@cmake --preset bench >/dev/null && cmake --build --preset bench
	@scripts/run_bench.sh $(TEXTS)

.venv-train/ready: train/requirements.txt
	@echo "Installing PyTorch, NNCF and the pretrained encoder into .venv-train (several GB)"
	@[ -x .venv-train/bin/python ] || /usr/bin/python3 -m venv .venv-train
	@.venv-train/bin/pip install --quiet --disable-pip-version-check -r train/requirements.txt
	@touch $@

train: build .venv-train/ready ## train and export the model from DATA (../shared/data); resumes when interrupted
	@scripts/train.sh $(DATA) $(WORK)

screenshots: build ## docs/screenshots/, the pictures in the README
	@scripts/install_packages.sh test
	@.venv/bin/python scripts/screenshots.py

clean: ## build outputs; keeps what was installed
	@rm -rf build

.PHONY: help packages build demo test wheel install deb test-spark test-root check sanitize fuzz bench train screenshots clean
