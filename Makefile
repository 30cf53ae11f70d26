# Targets for people and for .ci/run. Go and a Debian machine are enough.
.PHONY: all build serve test bench check fmt clean chromium

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
	go test $(RACE) ./...

bench:
	go test -run '^$$' -bench Bars -benchtime 1x -timeout 30m ./internal/bench

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
	rm -rf bin public
