# A thin front for CMake; the README tells what each target gives.
.PHONY: setup build test brief dev fuzz bench data clean

setup:
	@./scripts/setup.sh

build: setup
	@cmake --preset release
	@cmake --build --preset release

brief: build
	@build/volteface brief ARG

test: build
	@ctest --preset release --parallel 2
