package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheming makes the theme that docs/theming.md shows and builds the reference site
// with it.
func TestTheming(t *testing.T) {
	text, err := os.ReadFile("../../docs/theming.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	copyContent(t, filepath.Join(dir, "content"), same)
	index := filepath.Join(dir, "content", "index.md")
	about, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	language := regexp.MustCompile("```yaml\n(language: .*)\n```").FindSubmatch(text)
	about = regexp.MustCompile(`(?m)^language: .*$`).ReplaceAll(about, language[1])
	if err := os.WriteFile(index, about, 0o644); err != nil {
		t.Fatal(err)
	}
	files := regexp.MustCompile("(?s)`(theme/[^`]+)`:\n\n```\\w+\n(.*?)```").FindAllSubmatch(text, -1)
	if len(files) != 4 {
		t.Fatalf("the page shows %d files", len(files))
	}
	for _, f := range files {
		name := filepath.Join(dir, "content", string(f[1]))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f[2], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range regexp.MustCompile("```sh\nregimen (.*)\n```").FindAllSubmatch(text, -1) {
		must(t, regimenCommand(t, dir, strings.Fields(string(m[1]))...))
	}
	must(t, regimenCommand(t, dir, "check", "--strict"))
	must(t, regimenCommand(t, dir, "build"))
	site := tree(t, filepath.Join(dir, "public"))
	for page, due := range map[string][]string{
		"index.html":      {`<html lang="de"`, "Wann Hilfe holen?", `<svg class="logo"`},
		"guides.html":     {`<article class="card">`},
		"css/site.css":    {"--accent: #5a3d8a;"},
		"icons/icon.svg":  {"M9 17l5 5 9-11"},
		"library.html":    {"Übungen"},
		"js/phrases.js":   {"Übungen"},
		"references.html": {" und "},
	} {
		for _, d := range due {
			if !strings.Contains(site[page], d) {
				t.Errorf("%s does not hold %s", page, d)
			}
		}
	}
}

func must(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %v\n%s", cmd.Args[1:], err, out)
	}
}
