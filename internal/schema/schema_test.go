package schema_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/schema"
	"regimen/internal/source"
)

// schemas compiles the schema of every kind, with the words of the reference site.
func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	lib, _, err := content.Load(reference.FS, fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*jsonschema.Schema{}
	for _, kind := range content.Kinds() {
		text, err := schema.JSON(kind, lib)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(kind, tree); err != nil {
			t.Fatal(err)
		}
		if out[kind], err = c.Compile(kind); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
	}
	return out
}

// TestReferenceSite asks that the frontmatter of every file of the reference site holds
// to its schema.
func TestReferenceSite(t *testing.T) {
	all, files := schemas(t), 0
	err := fs.WalkDir(reference.FS, ".", func(name string, _ fs.DirEntry, err error) error {
		kind, _ := content.KindOf(name)
		if err != nil || kind == "" {
			return err
		}
		text, err := fs.ReadFile(reference.FS, name)
		if err != nil {
			return err
		}
		files++
		if err := all[kind].Validate(facts(t, name, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || files < 40 {
		t.Errorf("%d files, %v", files, err)
	}
}

// facts is a file's frontmatter as JSON has it.
func facts(t *testing.T, name string, text []byte) any {
	t.Helper()
	src, _ := source.Read(diag.NewFile(name, text), true)
	if src.Root == nil {
		t.Fatalf("%s has no frontmatter", name)
	}
	var out any
	if err := src.Root.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return asJSON(out)
}

func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = asJSON(v[key])
		}
	case map[any]any:
		out := map[string]any{}
		for key, value := range v {
			out[fmt.Sprint(key)] = asJSON(value)
		}
		return out
	case []any:
		for i := range v {
			v[i] = asJSON(v[i])
		}
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

const exercise = "title: A\ncategory: mobility\npattern: mobility\nequipment: []\nmeasure: reps\nsides: both\ndose: 2 x 8\n"

const programme = "title: A\ngoal: rehab\nlevel: novice\nschedule: {days: [monday]}\nsessions: {a: {exercises: [{exercise: plank, dose: 2 x 8}]}}\n"

// TestForms asks of small texts whether they hold to the schema of their kind.
func TestForms(t *testing.T) {
	all := schemas(t)
	for _, c := range []struct {
		kind, text string
		fine       bool
	}{
		{"exercise", exercise, true},
		{"exercise", exercise + "x-mine: {any: [1]}\nposition:\n", true},
		{"exercise", exercise + "measures: [reps]\n", false},
		{"exercise", "title: A\n", false},
		{"exercise", exercise + "position: upside-down\n", false},
		{"exercise", exercise + "stressors: {balance: 4}\n", false},
		{"exercise", exercise + "stressors: {balance: [0, 1, 1, 2], supine: 1}\n", true},
		{"exercise", exercise + "stressors: {balance: [0, 1]}\n", false},
		{"exercise", exercise + "stressors: {blance: 1}\n", false},
		{"exercise", exercise + "substitutes: [plank, {exercise: none, for: sore/early, because: so}]\n", true},
		{"exercise", exercise + "substitutes: [{for: sore}]\n", false},
		{"exercise", exercise + "optional-equipment: [[mat, bench], wall]\n", true},
		{"exercise", exercise + "regressions: Dead Bug\n", false},
		{"exercise", exercise + "video: {title: A}\n", false},
		{"exercise", exercise + "figure: {base: standing, knee: 90, left: {hip: 30}, props: [band, {bench: {height: 24}}]}\n", true},
		{"exercise", exercise + "figure: {knee: 400}\n", false},
		{"programme", programme, true},
		{"programme", programme + "clearance: 5\n", false},
		{"programme", programme + "phases: [{name: A, weeks: 1-4, max-increase: 5}]\n", false},
		{"programme", programme + "phases: [{name: A, weeks: 5, max-increase: 5 %, load-locked: true}]\n", true},
		{"programme", programme + "phases: [{name: A}]\n", false},
		{"programme", "title: A\ngoal: rehab\nlevel: novice\nschedule: {}\nsessions: {a: {exercises: [{exercise: plank}]}}\n", false},
		{"programme", "title: A\ngoal: rehab\nlevel: novice\nschedule: {}\nsessions: {a: {exercises: [{exercise: plank, sets: 2, reps: 8}]}}\n", true},
		{"condition", "title: A\nclearance: 1\nstages: {early: {tolerates: {balance: [0, 1, 2]}}}\n", true},
		{"condition", "title: A\nclearance: 1\nstages: {early: {tolerates: {balance: [0, 1]}}}\n", false},
		{"guide", "title: A\ndate: 2026-11-01\nauthor: {name: B}\n", true},
		{"guide", "title: A\nauthor: {url: www.example.org}\n", false},
		{"site", "id: a\ntitle: A\nrules: {P02: {most-sets: 10}}\nsheets: []\n", true},
		{"site", "id: a\ntitle: A\nrules: {P02: 10}\n", false},
		{"safety", "pain: {standard: {green: 0-3, amber: 4}}\nred-flags: [{id: a, text: b, tier: soon}]\n", false},
		{"references", "references: {who2023: {year: 2023, superseded-by: [x]}}\n", true},
		{"references", "references: {who2023: {year: soon}}\n", false},
		{"vocabulary", "patterns: [a, b]\nequipment: {bar: {step: {kg: {0: 1, 10: 2}}, floor: light}}\n", true},
		{"vocabulary", "equipment: {bar: {step: {stone: 1}}}\n", false},
	} {
		err := all[c.kind].Validate(facts(t, c.kind, []byte("---\n"+c.text+"---\n")))
		if fine := err == nil; fine != c.fine {
			t.Errorf("%s: fine is %v: %v\n%s", c.kind, fine, err, c.text)
		}
	}
}
