package check_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// lift is an exercise with keys of its own; a key that stands in both stands once.
func lift(keys ...string) string {
	out := "---\ntitle: Lift\ncategory: strength\npattern: hinge\nmuscles: {primary: [glutes]}\nequipment: []\nmeasure: reps\nsides: both\ndose: 3 x 8, rest 60 s\nstressors: {}\n"
	for _, key := range keys {
		name, _, _ := strings.Cut(key, ":")
		if at := strings.Index(out, "\n"+name+":"); at >= 0 {
			end := at + 1 + strings.Index(out[at+1:], "\n")
			out = out[:at] + out[end:]
		}
		out += key + "\n"
	}
	return out + "---\n## How to perform\n\n1. Begin.\n2. Go on.\n3. End.\n"
}

// course is a programme of such exercises, with keys of its own.
func course(rows []string, keys ...string) string {
	out := "---\ntitle: Course\ngoal: general-health\nlevel: novice\nschedule: {days: [monday, thursday]}\n"
	for _, key := range keys {
		out += key + "\n"
	}
	out += "sessions:\n  a:\n    warm-up: self\n    exercises:\n"
	for _, row := range rows {
		out += "      - {exercise: " + row + ", dose: 3 x 8, rest 60 s}\n"
	}
	return out + "---\nWords.\n"
}

func rows(of ...string) []string { return of }

const (
	sore = "---\ntitle: Sore\nclearance: 0\nstages:\n  early:\n    tolerates: {axial-load: [0, 0, 0]}\n---\nWords.\n"
	sad  = "conditions: [{condition: sore, stage: early}]\nsafety: spine"
	hard = "stressors: {axial-load: 3}"
)

// reaches are edits of one file, each of which changes what is found in another, or of
// two that have to agree.
var reaches = []struct {
	name   string
	before map[string]string
	path   string
	after  string
}{
	{"an exercise of a row", map[string]string{"exercises/a.md": lift(), "programmes/p.md": course(rows("a"))}, "exercises/a.md", lift("measure: time")},
	{"a place in an exercise of a row", map[string]string{"exercises/a.md": lift("measure: time"), "programmes/p.md": course(rows("a"))}, "exercises/a.md", lift("summary: It is longer.", "measure: time")},
	{"a named exercise", map[string]string{"exercises/a.md": lift("progressions: [b]"), "exercises/b.md": lift("regressions: [a]")}, "exercises/b.md", lift()},
	{"the third exercise of a chain", map[string]string{
		"exercises/a.md": lift("progressions: [b]"), "exercises/b.md": lift("progressions: [c]"), "exercises/c.md": lift(), "exercises/d.md": lift(), "programmes/p.md": course(rows("a", "d")),
	}, "exercises/c.md", lift("progressions: [d]")},
	{"the third exercise of a chain that tells of easier ones", map[string]string{
		"exercises/a.md": lift(), "exercises/b.md": lift("regressions: [a]"), "exercises/c.md": lift("regressions: [b]", "progressions: [d]"), "exercises/d.md": lift(), "programmes/p.md": course(rows("a", "d")),
	}, "exercises/c.md", lift("progressions: [d]")},
	{"a substitute of a row", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift(hard), "exercises/b.md": lift(),
		"programmes/p.md": course(rows("a, substitutes: [b]"), sad),
	}, "exercises/b.md", lift(hard)},
	{"a substitute for everybody of an exercise that a programme comes to use", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift("substitutes: [b]"), "exercises/b.md": lift(hard), "programmes/p.md": course(rows("b"), sad), "programmes/q.md": course(rows("a")),
	}, "programmes/q.md", course(rows("a"), sad)},
	{"a substitute for everybody of an exercise that two programmes use", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift("substitutes: [b]"), "exercises/b.md": lift(hard), "programmes/p.md": course(rows("a"), sad), "programmes/q.md": course(rows("a"), sad),
	}, "programmes/p.md", course(rows("a"))},
	{"what a condition decides by name", map[string]string{
		"conditions/sore.md": strings.Replace(sore, "---\nWords", "guidance: [{exercise: a, action: avoid, while: early, because: It is much., instead: [b]}]\n---\nWords", 1),
		"exercises/a.md":     lift(hard), "exercises/b.md": lift(),
	}, "exercises/b.md", lift(hard)},
	{"an exercise that may be offered", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift(hard), "exercises/b.md": lift("pattern: squat", "muscles: {primary: [quadriceps]}"), "programmes/p.md": course(rows("a"), sad),
	}, "exercises/b.md", lift()},
	{"an exercise that may be offered comes", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift(hard), "programmes/p.md": course(rows("a"), sad),
	}, "exercises/b.md", lift()},
	{"a name that is taken", map[string]string{"exercises/a.md": lift("aliases: [One]"), "exercises/b.md": lift()}, "exercises/b.md", lift("aliases: [One]")},
	{"a place of a name that is taken", map[string]string{"exercises/a.md": lift("aliases: [One]"), "exercises/b.md": lift("aliases: [One]")}, "exercises/a.md", lift("summary: It is longer.", "aliases: [One]")},
	{"an exercise that something comes to lead to", map[string]string{"exercises/a.md": lift(), "exercises/b.md": lift(), "programmes/p.md": course(rows("a"))}, "programmes/p.md", course(rows("a", "b"))},
	{"an exercise that a text comes to lead to", map[string]string{"exercises/a.md": lift(), "exercises/b.md": lift(), "programmes/p.md": course(rows("a"))}, "programmes/p.md", course(rows("a")) + "\n[b](../exercises/b.md)\n"},
	{"a round of steps", map[string]string{"exercises/a.md": lift("progressions: [b]"), "exercises/b.md": lift("regressions: [a]")}, "exercises/b.md", lift("progressions: [a]", "regressions: [a]")},
	{"a round of substitutes", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift("substitutes: [b]"), "exercises/b.md": lift("substitutes: [c]"), "exercises/c.md": lift(hard), "programmes/p.md": course(rows("a"), sad),
	}, "exercises/c.md", lift(hard, "substitutes: [a]")},
	{"a verdict in a round of substitutes", map[string]string{
		"conditions/sore.md": sore, "exercises/a.md": lift("substitutes: [b]"), "exercises/b.md": lift("substitutes: [c]"), "exercises/c.md": lift("substitutes: [a]"), "programmes/p.md": course(rows("a"), sad),
	}, "exercises/c.md", lift(hard, "substitutes: [a]")},
	{"a source that is cited", map[string]string{"references.md": "---\nreferences: {x: {authors: X, year: 2020, title: X, container: X, doi: 10.1000/1}}\n---\n", "exercises/a.md": lift()}, "exercises/a.md", lift("references: [x]")},
	{"a disclaimer in a text", map[string]string{"index.md": "---\nid: a\ntitle: A\n---\n", "exercises/a.md": lift(), "programmes/p.md": course(rows("a")), "programmes/q.md": course(rows("a"))}, "programmes/p.md", course(rows("a")) + "This is general information.\n"},
	{"the title of another page", map[string]string{"media/a.svg": "x", "exercises/a.md": lift("media: [{file: a.svg, alt: Long and straight, licence: own}]"), "exercises/b.md": lift()}, "exercises/b.md", lift("title: Long and straight")},
	{"a name that counts as an easy word", map[string]string{
		"exercises/a.md": lift() + strings.Repeat("4. Do the extraordinarily complicated multidirectional thing.\n", 10), "exercises/b.md": lift(),
	}, "exercises/b.md", lift("title: Extraordinarily complicated multidirectional")},
	{"a demand without limits", map[string]string{
		"vocabulary.md": "---\nstressors: {new: {title: New}}\n---\n", "conditions/sore.md": sore, "exercises/a.md": lift(), "programmes/p.md": course(rows("a"), sad),
	}, "exercises/a.md", lift("stressors: {new: 1}")},
	{"a setting", map[string]string{"exercises/a.md": lift(), "programmes/p.md": course(rows("a"))}, "index.md", "---\nid: a\ntitle: A\nrules: {P02: {most-sets: 1}}\n---\n"},
	{"a note of the vocabulary", map[string]string{"vocabulary.md": "---\nstressors: {axial-load: {title: Load, note: Take care.}}\n---\n", "conditions/sore.md": strings.Replace(sore, "[0, 0, 0]", "[0, 1, 1]", 1), "exercises/a.md": lift("stressors: {axial-load: 1}"), "programmes/p.md": course(rows("a"), sad)},
		"vocabulary.md", "---\nstressors: {axial-load: {title: Load}}\n---\n"},
	{"a newer source", map[string]string{"references.md": "---\nreferences: {x: {authors: X, year: 2020, title: X, container: X, doi: 10.1000/1}, y: {authors: X, year: 2021, title: X, container: X, doi: 10.1000/2}}\n---\n", "exercises/a.md": lift("references: [x]")},
		"references.md", "---\nreferences: {x: {authors: X, year: 2020, title: X, container: X, doi: 10.1000/1, superseded-by: [y]}, y: {authors: X, year: 2021, title: X, container: X, doi: 10.1000/2}}\n---\n"},
	{"what a stage tolerates", map[string]string{"conditions/sore.md": sore, "exercises/a.md": lift(hard), "programmes/p.md": course(rows("a"), sad)}, "conditions/sore.md", strings.Replace(sore, "[0, 0, 0]", "[3, 3, 3]", 1)},
	{"a safety file", map[string]string{"conditions/sore.md": sore, "exercises/a.md": lift(), "programmes/p.md": course(rows("a"), sad)}, "safety/spine.md", "---\ntitle: Mine\n---\n"},
	{"an exercise goes", map[string]string{"exercises/a.md": lift("measure: time")}, "exercises/a.md", ""},
	{"a guide", map[string]string{"guides/g.md": "---\ntitle: G\n---\nWords.\n"}, "guides/g.md", "---\ntitle: G\n---\nYou may slip a disc.\n"},
}

// TestCheckerFollowsReach makes each edit and takes it back, and asks each time that a
// Checker which saw the state before finds what a new one finds.
func TestCheckerFollowsReach(t *testing.T) {
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range reaches {
		t.Run(c.name, func(t *testing.T) {
			folder := siteOf(base)
			for name, text := range c.before {
				folder[name] = &fstest.MapFile{Data: []byte(text)}
			}
			w := newWarm(t, folder)
			before, was := w.told, maps.Clone(folder)
			if delete(folder, c.path); c.after != "" {
				folder[c.path] = &fstest.MapFile{Data: []byte(c.after)}
			}
			w.next(t, c.path)
			if slices.Equal(before, w.told) {
				t.Error("the edit changes nothing that is found")
			}
			if delete(folder, c.path); was[c.path] != nil {
				folder[c.path] = was[c.path]
			}
			w.next(t, c.path)
			if !slices.Equal(before, w.told) {
				t.Error("the edit taken back leaves something behind")
			}
		})
	}
}

// TestCheckerFollowsTheDay lets the same content grow old.
func TestCheckerFollowsTheDay(t *testing.T) {
	folder := fstest.MapFS{"references.md": {Data: []byte("---\nreferences: {x: {body: B, version: '1', year: 2020, title: X, container: X, doi: 10.1000/1}}\n---\n")}}
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	var c check.Checker
	for _, day := range []time.Time{examplesDay, examplesDay.AddDate(20, 0, 0), examplesDay} {
		got, want := written(c.Check(lib, found, day)), written(new(check.Checker).Check(lib, found, day))
		if !slices.Equal(got, want) {
			t.Errorf("on %s: %v\nwant %v", day, got, want)
		}
	}
}

// TestCheckIsRunAndSilence asks that the short way gives what the long one does.
func TestCheckIsRunAndSilence(t *testing.T) {
	folder := copied(t)
	folder["exercises/plank.md"].Data = []byte(strings.Replace(string(folder["exercises/plank.md"].Data), "---\n", "---\n# regimen:allow P99 -- x\n# regimen:allow R06\nno-such-key: 1\n", 1))
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	want := written(check.Silence(lib, append(slices.Clone(found), check.Run(lib, examplesDay)...), examplesDay))
	if got := written(new(check.Checker).Check(lib, found, examplesDay)); len(found) == 0 || !slices.Equal(got, want) {
		t.Errorf("%d findings, want %d, of them %d of reading", len(got), len(want), len(found))
	}
}

// warm reads and checks one state of a folder after another.
type warm struct {
	folder  fstest.MapFS
	reader  *content.Reader
	checker check.Checker
	told    []string // what was found last
}

func newWarm(t *testing.T, folder fstest.MapFS) *warm {
	t.Helper()
	w := &warm{folder: folder, reader: content.NewReader(reference.FS)}
	w.next(t)
	return w
}

// next checks the folder as it is now, and compares with who never saw it before.
func (w *warm) next(t *testing.T, touched ...string) {
	t.Helper()
	lib, read, err := w.reader.Reload(w.folder, touched)
	if err != nil {
		t.Fatal(err)
	}
	w.told = written(w.checker.Check(lib, read, examplesDay))
	lib, read, err = content.Load(w.folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	want := written(new(check.Checker).Check(lib, read, examplesDay))
	if !slices.Equal(w.told, want) {
		t.Errorf("found:\n%s\nwant:\n%s", strings.Join(w.told, "\n"), strings.Join(want, "\n"))
	}
}

// written writes out findings with all that belongs to them.
func written(found diag.List) []string {
	var out []string
	for _, d := range found {
		text := fmt.Sprint(line(d), " ", d.Severity, " ", d.At.Text(), " ", d.Message, "; ", d.Label, "; ", d.Help, " ", d.Suggestions, d.Notes, d.Silenced != nil)
		for _, r := range d.Related {
			text += fmt.Sprint("; ", r.At.Path(), " ", r.At.Start, "-", r.At.End, " ", r.At.Text(), " ", r.Message)
		}
		for _, f := range d.Fixes {
			text += fmt.Sprint("; ", f.Title, f.Safe, len(f.Edits))
		}
		out = append(out, text)
	}
	return out
}
