# Targets for people and for .ci/run. Go and a Debian machine are enough.
.PHONY: all build serve test test-more bench check fmt clean chromium release

BIN := bin

all: build

build:
	go build -o $(BIN)/regimen ./cmd/regimen

serve: build
	$(BIN)/regimen serve

check:
	go run ./cmd/regimen check --strict --content content

# -race needs a C compiler.
RACE := $(shell command -v gcc >/dev/null 2>&1 && echo -race)

test: chromium
	@files=$$(gofmt -l .); [ -z "$$files" ] || { echo "run gofmt on: $$files"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go run ./cmd/regimen check --strict --content content
	go test $(RACE) -timeout 20m ./...

# One program for each system, the same bytes whoever builds them from the same source,
# with their sums. Nothing of the machine, the folder or the hour goes into them.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
DIST := dist
SYSTEMS := linux-amd64 linux-arm64 darwin-amd64 darwin-arm64 windows-amd64 windows-arm64

release:
	rm -rf $(DIST)
	mkdir -p $(DIST)
	@set -e; for system in $(SYSTEMS); do \
		os=$${system%-*}; ending=; [ $$os != windows ] || ending=.exe; \
		echo "$(DIST)/regimen-$$system$$ending"; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$${system#*-} GOFLAGS= go build -trimpath -buildvcs=false \
			-ldflags '-s -w -buildid= -X main.release=$(VERSION)' -o $(DIST)/regimen-$$system$$ending ./cmd/regimen; \
	done
	cd $(DIST) && LC_ALL=C sha256sum regimen-* > SHA256SUMS

# What needs Java and Node: the Nu HTML checker and Lighthouse (docs/quality.md).
test-more: chromium
	bash more/check.sh

bench:
	go test -run '^$$' -bench Bars -benchtime 1x -timeout 60m ./internal/bench

# The browser tests drive Debian's Chromium and read its PDFs with pdftotext.
chromium:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1 || { \
		echo "installing Chromium, fonts and poppler-utils"; \
		if [ "$$(id -u)" = 0 ]; then S=; else S=sudo; fi; \
		$$S apt-get update -qq && $$S apt-get install -y -qq chromium fonts-dejavu-core poppler-utils >/dev/null; } || \
		{ echo "install them by hand: apt-get install chromium fonts-dejavu-core poppler-utils"; exit 1; }

fmt:
	gofmt -w .

clean:
	rm -rf bin public dist
