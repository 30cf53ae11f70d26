package words_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regimen/internal/words"
)

var update = flag.Bool("update", false, "write english.json anew")

// used is the phrases that the sources ask for, each with where it stands.
type used struct {
	phrases map[string]words.Phrase
	places  map[string]string
	wrong   []string
}

func (u *used) text(place, phrase string) { u.add(place, phrase, words.Phrase{"other": phrase}) }

func (u *used) count(place, one, other string) {
	u.add(place, other, words.Phrase{"one": one, "other": other})
}

func (u *used) add(place, key string, phrase words.Phrase) {
	if known, ok := u.phrases[key]; ok && !cmp.Equal(known, phrase) {
		u.fail(place, "%q is worded in another way at %s: %v and %v", key, u.places[key], phrase, known)
	}
	u.phrases[key], u.places[key] = phrase, place
}

func (u *used) fail(place, format string, args ...any) {
	u.wrong = append(u.wrong, place+": "+fmt.Sprintf(format, args...))
}

// TestCatalogue holds english.json to the phrases that templates, pages and scripts use,
// both ways. `go test ./internal/words -update` writes it anew.
func TestCatalogue(t *testing.T) {
	u := collect(t)
	for _, w := range u.wrong {
		t.Error(w)
	}
	if *update {
		var out bytes.Buffer
		to := json.NewEncoder(&out)
		to.SetEscapeHTML(false)
		to.SetIndent("", "  ")
		if err := to.Encode(u.phrases); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("english.json", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(u.phrases) < 200 {
		t.Errorf("only %d phrases were found", len(u.phrases))
	}
	if diff := cmp.Diff(words.Catalogue(), u.phrases); diff != "" {
		t.Errorf("english.json is not what the sources say (run with -update): %s", diff)
	}
}

// TestCollect asks of each collector that it finds what is there, and tells what no
// catalogue could know.
func TestCollect(t *testing.T) {
	var u used
	u.phrases, u.places = map[string]words.Phrase{}, map[string]string{}
	u.fromTemplate("x.html", `{{if .A}}<p title="{{t "one"}}">{{else}}{{n .B "1 leg" "{n} legs"}}{{end}}{{range .C}}{{with t "two {x}" "x" (t "three")}}{{.}}{{end}}{{end}}{{t .D}}`)
	u.fromGo("x.go", []byte(`package x; func (b *y) f() { b.t("four" + " five", "v", b.n(3, "1 arm", "{n} arms")); b.t(phrase); z.t("six") }`))
	u.fromScript("x.js", []byte("import {t} from './words.js'; // t('no')\nconst a = t(\"seven {n}\", {n: count(1, 2)}) + at('no') + x.t('no') + `${n(f(1, [2, 3]), \"1 toe\", \"{n} toes\")}`; /* t('no') */ t(name); const s = \"t('no')\", r = /t('no')/;"))
	want := []string{"one", "two {x}", "three", "four five", "six", "seven {n}", "{n} legs", "{n} arms", "{n} toes"}
	for _, w := range want {
		if _, ok := u.phrases[w]; !ok {
			t.Errorf("%q was not found", w)
		}
	}
	if len(u.phrases) != len(want) || len(u.wrong) != 3 {
		t.Errorf("found %v, wrong %q", u.phrases, u.wrong)
	}
}

func collect(t *testing.T) *used {
	t.Helper()
	u := &used{phrases: map[string]words.Phrase{}, places: map[string]string{}}
	each(t, "../../templates", ".html", func(name string, text []byte) { u.fromTemplate(name, string(text)) })
	each(t, "../site", ".go", u.fromGo)
	each(t, "../../static/js", ".js", u.fromScript)
	return u
}

// each reads the files below a folder, but for tests.
func each(t *testing.T, folder, ext string, read func(name string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "tests"):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ext || isTest(name):
			return nil
		}
		text, err := os.ReadFile(name)
		read(name, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func isTest(name string) bool {
	ok, _ := filepath.Match("*_test.go", filepath.Base(name))
	return ok
}
