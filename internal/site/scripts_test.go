package site

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regimen/static"
)

var importing = regexp.MustCompile(`(?:from|import)\s*\(?["\x60](\.[^"\x60]+)["\x60]`)

// TestScriptsAreJoined asks that what a page loads is there, in few files.
func TestScriptsAreJoined(t *testing.T) {
	b := &builder{options: Options{Static: static.FS}}
	scripts, err := b.scripts()
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{phrasesPath: ""}
	for _, s := range scripts {
		bodies[s.path] = string(s.body)
	}
	for name, body := range bodies {
		for _, m := range importing.FindAllStringSubmatch(body, -1) {
			if _, ok := bodies["js/"+strings.TrimPrefix(m[1], "./")]; !ok {
				t.Errorf("%s imports %s, which is not there", name, m[1])
			}
		}
	}
	for _, name := range slices.Concat(entries, alone) {
		if _, ok := bodies["js/"+name]; !ok {
			t.Errorf("there is no js/%s", name)
		}
	}
	if !strings.Contains(bodies["js/progression.js"], "suggest") {
		t.Error("progression.js lost its name for suggest")
	}
}

// TestEveryScriptHasAPlace asks that pages name only entries.
func TestEveryScriptHasAPlace(t *testing.T) {
	b := referenceBuilder(t)
	pages, err := b.plan()
	if err != nil {
		t.Fatal(err)
	}
	loads := regexp.MustCompile(`<script type="module" src="[./]*js/([^"]+)"`)
	for _, p := range pages {
		if p.render == nil || !strings.HasSuffix(p.path, ".html") {
			continue
		}
		body, err := p.render(nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range loads.FindAllSubmatch(body, -1) {
			if !slices.Contains(entries, string(m[1])) {
				t.Errorf("%s loads %s, which is no entry", p.path, m[1])
			}
		}
	}
}

// TestBrokenScript asks that a slip in a module is told by its file and line.
func TestBrokenScript(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range slices.Concat(entries, alone) {
		files["js/"+name] = &fstest.MapFile{Data: []byte("export {};\n")}
	}
	files["js/site.js"].Data = []byte("export const a = 1;\nimport {b} from \"./none.js\";\n")
	_, err := (&builder{options: Options{Static: fs.FS(files)}}).scripts()
	if err == nil || !strings.Contains(err.Error(), "site.js:2") || !strings.Contains(err.Error(), "none.js") {
		t.Errorf("the slip is told as %v", err)
	}
}
