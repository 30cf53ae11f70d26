# Targets for people and for .ci/run. Go and a Debian machine are enough.
.PHONY: all build serve test test-more bench check fmt clean chromium

BIN := bin

all: build

build:
	go build -o $(BIN)/regimen ./cmd/regimen

serve: build
	$(BIN)/regimen serve

check:
	go run ./cmd/regimen check --strict

# -race needs a C compiler.
RACE := $(shell command -v gcc >/dev/null 2>&1 && echo -race)

test: chromium
	gofmt -l . | (! grep .)
	go vet ./...
	go tool staticcheck ./...
	go test $(RACE) ./...

bench:
	go test -run '^$$' -bench Bars -benchtime 1x -timeout 30m ./internal/bench

# The browser tests drive Debian's Chromium.
chromium:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
		echo "installing Chromium and fonts"; \
		if [ "$$(id -u)" = 0 ]; then S=; else S=sudo; fi; \
		$$S apt-get update -qq && $$S apt-get install -y -qq chromium fonts-dejavu-core poppler-utils >/dev/null; } || \
		{ echo "install Chromium by hand: apt-get install chromium fonts-dejavu-core"; exit 1; }

fmt:
	gofmt -w .

clean:
	rm -rf bin public
