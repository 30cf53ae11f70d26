package check_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/suit"
)

// The fixtures are whole programmes, a txtar archive each, in three folders of
// testdata: article transcribes the article that the reference programme comes from,
// fine holds unusual programmes without an error, bad holds programmes with a fault
// that a physiotherapist would name.
//
// A comment says in words what the programme is. A line `Over: base` or
// `Over: reference` names the library that it is read over. A line
//
//	Fault: CODE at `text`
//
// is a fault that must be found at just that text; no update touches it. `Missed:` in its
// place is one that no rule sees yet: once a rule does, the test asks for the other word.
// Behind them stands everything that is found, by severity, infos of the lent files left
// out.
var update = flag.Bool("update", false, "write the findings of the fixtures anew; check each by hand")

// severities are the headings of what is found, in their order.
var severities = []struct {
	heading string
	diag.Severity
}{{"Errors:", diag.Error}, {"Warnings:", diag.Warning}, {"Infos:", diag.Info}}

// fixture is one archive, its comment parted.
type fixture struct {
	*txtar.Archive
	path   string
	about  string // the comment without what is found
	over   string
	faults []fault
	missed []fault
	found  string // what is found, as the comment lists it
}

// fault is what a fixture was written to show.
type fault struct{ code, text string }

var (
	overLine  = regexp.MustCompile(`(?m)^Over: (base|reference)$`)
	faultLine = regexp.MustCompile("(?m)^(Fault|Missed): ([A-Z]\\d\\d) at `(.+)`$")
)

func fixtures(t *testing.T, folder string) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures in %s: %v", folder, err)
	}
	var out []fixture
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := fixture{Archive: archive, path: path, about: string(archive.Comment), over: "nothing"}
		for _, s := range severities {
			if before, _, listed := strings.Cut(f.about, "\n"+s.heading+"\n"); listed {
				f.about = before
			}
		}
		f.found = strings.TrimPrefix(string(archive.Comment), f.about)
		if over := overLine.FindStringSubmatch(f.about); over != nil {
			f.over = over[1]
		}
		for _, m := range faultLine.FindAllStringSubmatch(f.about, -1) {
			if m[1] == "Missed" {
				f.missed = append(f.missed, fault{m[2], m[3]})
			} else {
				f.faults = append(f.faults, fault{m[2], m[3]})
			}
		}
		out = append(out, f)
	}
	return out
}

func (f fixture) name() string { return strings.TrimSuffix(filepath.Base(f.path), ".txtar") }

func (f fixture) holds(path string) bool {
	return slices.ContainsFunc(f.Files, func(own txtar.File) bool { return own.Name == path })
}

// folder lays the archive over the library that it is read over.
func (f fixture) folder(t *testing.T, change func([]byte) []byte) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	switch f.over {
	case "base":
		base, err := txtar.ParseFile("testdata/base.txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, lent := range base.Files {
			out[lent.Name] = &fstest.MapFile{Data: change(lent.Data)}
		}
	case "reference":
		for _, kind := range []string{"exercises", "conditions"} {
			lend(t, kind, out, change)
		}
	}
	for _, own := range f.Files {
		out[own.Name] = &fstest.MapFile{Data: change(own.Data)}
	}
	return out
}

// link finds links to files of the reference that are not lent.
var link = regexp.MustCompile(`\]\((\.\./)?(guides|programmes|safety)/[^)]*\)`)

// lend copies a kind of the reference content, without links to what stays behind.
func lend(t *testing.T, kind string, to fstest.MapFS, change func([]byte) []byte) {
	t.Helper()
	paths, err := fs.Glob(reference.FS, kind+"/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		text, err := fs.ReadFile(reference.FS, path)
		if err != nil {
			t.Fatal(err)
		}
		to[path] = &fstest.MapFile{Data: change(link.ReplaceAll(text, []byte("]")))}
	}
}

// read gives the findings on a fixture, stored in one of the ways of twins.
func (f fixture) read(t *testing.T, change func([]byte) []byte) diag.List {
	t.Helper()
	lib, found, err := content.Load(f.folder(t, change), reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	found = check.Silence(lib, append(found, check.Run(lib, examplesDay)...), examplesDay)
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		return d.Silenced != nil || d.Severity == diag.Info && !f.holds(d.At.Path())
	})
}

// list writes findings as a fixture's comment has them.
func list(found diag.List) string {
	var out strings.Builder
	for _, s := range severities {
		first := true
		for _, d := range found {
			if d.Severity != s.Severity {
				continue
			}
			if first {
				fmt.Fprintf(&out, "\n%s\n", s.heading)
			}
			first = false
			fmt.Fprintf(&out, "%s\n", line(d))
		}
	}
	return out.String()
}

// expect runs a fixture, stored in each way, and returns what is found in it.
func (f fixture) expect(t *testing.T) diag.List {
	t.Helper()
	plain := f.read(t, twins["as it stands"])
	if got := list(plain); *update && got != f.found {
		f.Comment = []byte(f.about + got)
		if err := os.WriteFile(f.path, txtar.Format(f.Archive), 0o644); err != nil {
			t.Fatal(err)
		}
		f.found = got
	}
	for stored, change := range twins {
		if got := list(f.read(t, change)); got != f.found {
			t.Errorf("%s, found:\n%s\nwant:\n%s", stored, got, f.found)
		}
	}
	for _, d := range plain {
		if word := leaked.FindString(d.Message + d.Help); word != "" {
			t.Errorf("%s says %q: %s", d.Code, word, d.Message)
		}
		if testing.Verbose() {
			t.Logf("%s %s: %s (%s)", d.Severity, line(d), d.Message, d.At.Text())
		}
	}
	return plain
}

// TestFixtureBad asks that each fault is found where its author must change something.
func TestFixtureBad(t *testing.T) {
	for _, f := range fixtures(t, "bad") {
		t.Run(f.name(), func(t *testing.T) {
			found := f.expect(t)
			if len(f.faults)+len(f.missed) == 0 {
				t.Error("a bad programme names its faults")
			}
			for _, want := range f.faults {
				if !f.tells(found, want) {
					t.Errorf("missed: %s at `%s`", want.code, want.text)
				}
			}
			for _, want := range f.missed {
				if f.tells(found, want) {
					t.Errorf("found by now, so write `Fault:`: %s at `%s`", want.code, want.text)
				}
			}
		})
	}
}

// tells reports whether a fault is among the findings, as more than an info.
func (f fixture) tells(found diag.List, want fault) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return d.Code == want.code && d.Severity != diag.Info && f.holds(d.At.Path()) && d.At.Text() == want.text
	})
}

// TestFixtureFine asks for no error in what is only unusual.
func TestFixtureFine(t *testing.T) {
	for _, f := range fixtures(t, "fine") {
		t.Run(f.name(), func(t *testing.T) {
			for _, d := range f.expect(t) {
				if d.Severity == diag.Error {
					t.Errorf("%s: %s", line(d), d.Message)
				}
			}
		})
	}
}

// TestFixtureArticle counts what is found in the article as it stands: no more than
// the specification expects, and no less.
func TestFixtureArticle(t *testing.T) {
	want := map[string]int{
		"warning W10": 2, // trap bar and carry above the light cap of the first weeks
		"info W02":    1, // squat, hinge and pull 1.5 times a week
		"info S02":    1, // Pallof press before hip thrust
		"warning E01": 2, // 80 %, and most effective
		"info E04":    4, // no reference is cited; Hayden is superseded
		"warning Q02": 4, // change sides
		"info P12":    5, // clamshell, plank, cat-cow, 90/90, thoracic rotation
		"info P11":    2, // the two rows with a starting load
		"info R05":    1, // hip thrust beside the glute bridge
		"warning C10": 1, // hip thrust before the single-leg bridge
	}
	for _, f := range fixtures(t, "article") {
		got := map[string]int{}
		for _, d := range f.expect(t) {
			got[d.Severity.String()+" "+d.Code]++
		}
		for what, n := range want {
			if got[what] != n {
				t.Errorf("%s: %s, %d times; want %d", f.name(), what, got[what], n)
			}
			delete(got, what)
		}
		for what, n := range got {
			t.Errorf("%s: %s, %d times; want none", f.name(), what, n)
		}
		f.expectProven(t)
	}
}

// expectProven asks that the programme passes for the condition that it declares.
func (f fixture) expectProven(t *testing.T) {
	t.Helper()
	lib, _, err := content.Load(f.folder(t, twins["as it stands"]), reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range lib.Programmes {
		proofs := suit.Prove(lib, p)
		if len(proofs) != 1 || proofs[0].Result != suit.Proven {
			t.Errorf("%s: %s is not proven: %v", f.name(), p.ID, proofs)
		}
	}
}
