package suit_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
)

// ordered is a JSON object that keeps the order of its keys, which is the order of
// an exercise's own stressors and of a condition's stages.
type ordered[T any] []pair[T]

type pair[T any] struct {
	key   string
	value T
}

func (o *ordered[T]) UnmarshalJSON(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		var v T
		if err := d.Decode(&v); err != nil {
			return err
		}
		*o = append(*o, pair[T]{key.(string), v})
	}
	return nil
}

// grades is one grade for every class, or four.
type grades struct {
	of     [4]int
	scaled bool
}

func (g *grades) UnmarshalJSON(text []byte) error {
	if g.scaled = text[0] == '['; g.scaled {
		return json.Unmarshal(text, &g.of)
	}
	var one int
	err := json.Unmarshal(text, &one)
	g.of = [4]int{one, one, one, one}
	return err
}

type reference struct {
	Conditions ordered[ordered[[3]int]]
	Exercises  ordered[struct {
		UsualLoad string `json:"usual_load"`
		LoadFloor string `json:"load_floor"`
		Stressors ordered[grades]
	}]
	Expected map[string]map[string]struct {
		Usual, Heavy string
		Because      []string
	}
}

func readReference(t testing.TB) reference {
	t.Helper()
	text, err := os.ReadFile("testdata/suitability.json")
	if err != nil {
		t.Fatal(err)
	}
	var r reference
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// kin adds to the reference what it does not hold: pattern and primary muscles.
var kin = map[string][]string{
	"back-squat":              {"squat", "quadriceps", "glutes"},
	"front-squat":             {"squat", "quadriceps", "glutes"},
	"goblet-squat":            {"squat", "quadriceps", "glutes"},
	"walking-lunge":           {"lunge", "quadriceps", "glutes"},
	"good-morning":            {"hinge", "hamstrings", "glutes", "spinal-erectors"},
	"romanian-deadlift":       {"hinge", "hamstrings", "glutes"},
	"trap-bar-deadlift":       {"hinge", "glutes", "quadriceps", "spinal-erectors"},
	"conventional-deadlift":   {"hinge", "glutes", "hamstrings", "spinal-erectors"},
	"sumo-deadlift":           {"hinge", "glutes", "quadriceps", "adductors"},
	"glute-bridge":            {"hip-extension", "glutes"},
	"single-leg-glute-bridge": {"hip-extension", "glutes"},
	"hip-thrust":              {"hip-extension", "glutes"},
	"hyperextension":          {"spine-extension", "spinal-erectors", "glutes"},
	"bird-dog":                {"anti-rotation", "spinal-erectors", "abdominals"},
	"dead-bug":                {"anti-extension", "abdominals"},
	"plank":                   {"anti-extension", "abdominals"},
	"sit-up":                  {"spine-flexion", "abdominals"},
	"clamshell":               {"hip-abduction", "gluteus-medius"},
}

// newLibrary builds the library of the reference file, with notes for no stressor.
func newLibrary(t testing.TB) *regimen.Library {
	t.Helper()
	ref := readReference(t)
	lib := &regimen.Library{}
	for _, x := range ref.Exercises {
		e := exercise(x.key)
		e.UsualLoad, _ = regimen.ParseLoadClass(x.value.UsualLoad)
		e.LoadFloor, _ = regimen.ParseLoadClass(cmp.Or(x.value.LoadFloor, "none"))
		for _, s := range x.value.Stressors {
			e.Stressors = append(e.Stressors, regimen.Stressor{Word: word(s.key), Grades: s.value.of, Scaled: s.value.scaled})
		}
		if k := kin[x.key]; k != nil {
			e.Pattern, e.Primary = word(k[0]), words(k[1:]...)
		}
		lib.Exercises = append(lib.Exercises, e)
	}
	for _, x := range ref.Conditions {
		addStage(lib, x.key, x.value)
	}
	slices.SortFunc(lib.Exercises, func(a, b *regimen.Exercise) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Conditions, func(a, b *regimen.Condition) int { return cmp.Compare(a.ID, b.ID) })
	return lib
}

func addStage(lib *regimen.Library, key string, limits ordered[[3]int]) {
	id, stage, _ := strings.Cut(key, "/")
	s := &regimen.Stage{ID: stage}
	for _, l := range limits {
		s.Tolerates = append(s.Tolerates, tolerance(l.key, l.value))
	}
	for _, c := range lib.Conditions {
		if c.ID == id {
			c.Stages = append(c.Stages, s)
			return
		}
	}
	c := &regimen.Condition{Page: regimen.Page{ID: id}, PostOperative: id == "post-surgical", Stages: []*regimen.Stage{s}}
	lib.Conditions = append(lib.Conditions, c)
}

func exercise(id string, stressors ...regimen.Stressor) *regimen.Exercise {
	return &regimen.Exercise{
		Page:      regimen.Page{ID: id, Status: regimen.StatusPublished},
		Tagged:    true,
		Stressors: stressors,
	}
}

func demand(id string, grades ...int) regimen.Stressor {
	if len(grades) == 1 {
		g := grades[0]
		return regimen.Stressor{Word: word(id), Grades: [4]int{g, g, g, g}}
	}
	return regimen.Stressor{Word: word(id), Grades: [4]int(grades), Scaled: true}
}

func tolerance(id string, limits [3]int) regimen.Tolerance {
	return regimen.Tolerance{Stressor: word(id), OK: limits[0], Caution: limits[1], Modify: limits[2]}
}

func word(id string) regimen.Word { return regimen.Word{ID: id} }

func words(ids ...string) []regimen.Word {
	out := make([]regimen.Word, len(ids))
	for i, id := range ids {
		out[i] = word(id)
	}
	return out
}

// at finds a condition and its stage by "condition/stage".
func at(t testing.TB, lib *regimen.Library, key string) (*regimen.Condition, *regimen.Stage) {
	t.Helper()
	id, stage, _ := strings.Cut(key, "/")
	c := lib.Condition(id)
	if c == nil {
		t.Fatalf("no condition %q", id)
	}
	s, _ := c.Stage(stage)
	if s == nil {
		t.Fatalf("no stage %q", key)
	}
	return c, s
}

func row(exercise string) *regimen.Prescription {
	return &regimen.Prescription{ID: exercise, Exercise: word(exercise)}
}

func session(id string, rows ...*regimen.Prescription) *regimen.Session {
	return &regimen.Session{ID: id, Rows: rows}
}

func programme(sessions ...*regimen.Session) *regimen.Programme {
	return &regimen.Programme{Page: regimen.Page{ID: "p"}, Sessions: sessions}
}

func declare(p *regimen.Programme, keys ...string) *regimen.Programme {
	for _, key := range keys {
		id, stage, _ := strings.Cut(key, "/")
		p.Conditions = append(p.Conditions, regimen.Declared{Condition: word(id), Stage: word(stage)})
	}
	return p
}

// backProgramme is the reference programme: two sessions, rows at the usual class.
func backProgramme() *regimen.Programme {
	rows := func(names ...string) (out []*regimen.Prescription) {
		for _, n := range names {
			out = append(out, row(n))
		}
		return out
	}
	return programme(
		session("a", rows("cat-cow", "dead-bug", "glute-bridge", "goblet-squat", "bird-dog", "clamshell", "90-90-hip-stretch")...),
		session("b", rows("thoracic-rotation", "pallof-press", "hip-thrust", "trap-bar-deadlift", "face-pull", "farmer-carry", "plank")...),
	)
}
