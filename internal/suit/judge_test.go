package suit_test

import (
	"slices"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func reviewed(exercise, stage, verdict string) regimen.Override {
	o := unreviewed(exercise, stage, verdict)
	o.By, o.Role, o.Date = "A. Example", "physiotherapist", "2026-11-01"
	return o
}

func unreviewed(exercise, stage, verdict string) regimen.Override {
	return regimen.Override{Exercise: word(exercise), Stage: word(stage), Verdict: verdict}
}

func TestDiscRelatedIrritableAndForwardBending(t *testing.T) {
	lib := newLibrary(t)
	c, s := at(t, lib, "disc-related/irritable")
	cases := []struct {
		exercise string
		class    regimen.LoadClass
		verdict  suit.Verdict
		because  []string
	}{
		{"sit-up", regimen.NoLoad, suit.Avoid, []string{"spine-flexion-loaded 3"}},
		{"romanian-deadlift", regimen.Light, suit.Avoid, []string{"forward-lean-load 2"}},
		{"romanian-deadlift", regimen.NoLoad, suit.Caution, []string{"forward-lean-load 1"}},
		{"trap-bar-deadlift", regimen.NoLoad, suit.Modify, []string{"axial-load 2"}},
		{"cat-cow", regimen.NoLoad, suit.Modify, []string{"spine-flexion-end 2"}},
		{"hip-thrust", regimen.Light, suit.Suitable, nil},
	}
	for _, x := range cases {
		j := suit.Judge(lib.Exercise(x.exercise), c, s, x.class)
		if j.Verdict != x.verdict || !slices.Equal(causes(j.Causes), x.because) {
			t.Errorf("%s at %v: %v %v, want %v %v", x.exercise, x.class, j.Verdict, j.Causes, x.verdict, x.because)
		}
	}
	j := suit.Judge(lib.Exercise("trap-bar-deadlift"), c, s, regimen.NoLoad)
	if j.Class != regimen.Moderate {
		t.Errorf("an empty trap bar is judged at %v", j.Class)
	}
	if got := j.Causes[0].Limit; got.OK != 1 || got.Caution != 1 || got.Modify != 2 {
		t.Errorf("limit %+v", got)
	}
}

func TestGates(t *testing.T) {
	first := &regimen.Stage{ID: "first", Tolerates: []regimen.Tolerance{tolerance("axial-load", [3]int{0, 3, 3})}}
	capped := &regimen.Stage{ID: "capped", HasMaxLoad: true, MaxLoad: regimen.Light}
	c := &regimen.Condition{Page: regimen.Page{ID: "knee"}, Stages: []*regimen.Stage{first, capped}}
	squat := exercise("squat", demand("axial-load", 1))

	if j := suit.Judge(squat, c, capped, regimen.Light); j.Verdict != suit.Suitable || j.ByLoad {
		t.Errorf("at the cap: %+v", j)
	}
	if j := suit.Judge(squat, c, capped, regimen.Moderate); j.Verdict != suit.Avoid || !j.ByLoad || j.ByStage || len(j.Causes) > 0 {
		t.Errorf("over the cap: %+v", j)
	}
	squat.LoadFloor = regimen.Moderate
	if j := suit.Judge(squat, c, capped, regimen.NoLoad); !j.ByLoad {
		t.Error("the floor does not meet the cap")
	}
	squat.NotBefore = []regimen.StageLimit{{Condition: word("hip"), Stage: word("capped")}}
	if j := suit.Judge(squat, c, first, regimen.NoLoad); j.ByStage {
		t.Error("another condition's limit gates")
	}
	squat.NotBefore = append(squat.NotBefore, regimen.StageLimit{Condition: word("knee"), Stage: word("capped")})
	if j := suit.Judge(squat, c, first, regimen.NoLoad); j.Verdict != suit.Avoid || !j.ByStage || j.ByLoad || len(j.Causes) > 0 {
		t.Errorf("too early: %+v", j)
	}
	if j := suit.Judge(squat, c, capped, regimen.NoLoad); j.ByStage {
		t.Error("not-before holds at its own stage")
	}
	squat.NotBefore = []regimen.StageLimit{{Condition: word("knee"), Stage: word("nowhere")}}
	if j := suit.Judge(squat, c, first, regimen.NoLoad); j.ByStage || j.Verdict != suit.Caution {
		t.Errorf("a stage that does not exist gates: %+v", j)
	}
}

func TestUntaggedIsUnknown(t *testing.T) {
	lib := newLibrary(t)
	c, s := at(t, lib, "non-specific/flare")
	e := &regimen.Exercise{Page: regimen.Page{ID: "twist"}}
	if j := suit.Judge(e, c, s, regimen.NoLoad); j.Verdict != suit.Unknown || j.Verdict.Passes() || j.Causes != nil {
		t.Errorf("%+v", j)
	}
	s.HasMaxLoad = true
	if j := suit.Judge(e, c, s, regimen.Heavy); j.Verdict != suit.Unknown || !j.ByLoad {
		t.Errorf("over the stage's load: %+v", j)
	}
	s.HasMaxLoad, e.Tagged = false, true
	if j := suit.Judge(e, c, s, regimen.Heavy); j.Verdict != suit.Suitable {
		t.Errorf("`{}` is %v", j.Verdict)
	}
}

// Guidance binds where it is stricter than the model at the usual load.
func TestGuidance(t *testing.T) {
	guidance := func(exercise, action string, while ...string) regimen.Guidance {
		return regimen.Guidance{Exercise: word(exercise), Action: action, While: words(while...), Because: "for now"}
	}
	for name, x := range map[string]struct {
		exercise string
		class    regimen.LoadClass
		guidance []regimen.Guidance
		override []regimen.Override
		want     suit.Verdict
		decided  bool
	}{
		"stricter":              {"cat-cow", regimen.NoLoad, []regimen.Guidance{guidance("cat-cow", "avoid", "settled", "irritable")}, nil, suit.Avoid, true},
		"as strict":             {"cat-cow", regimen.NoLoad, []regimen.Guidance{guidance("cat-cow", "modify", "irritable")}, nil, suit.Modify, false},
		"the strictest":         {"hip-thrust", regimen.NoLoad, []regimen.Guidance{guidance("hip-thrust", "avoid", "irritable"), guidance("hip-thrust", "modify", "irritable")}, nil, suit.Avoid, true},
		"depends":               {"hip-thrust", regimen.NoLoad, []regimen.Guidance{guidance("hip-thrust", "depends", "irritable")}, nil, suit.Suitable, false},
		"another stage":         {"hip-thrust", regimen.NoLoad, []regimen.Guidance{guidance("hip-thrust", "avoid", "settled")}, nil, suit.Suitable, false},
		"no stage":              {"hip-thrust", regimen.NoLoad, []regimen.Guidance{guidance("hip-thrust", "avoid")}, nil, suit.Suitable, false},
		"another exercise":      {"hip-thrust", regimen.NoLoad, []regimen.Guidance{guidance("plank", "avoid", "irritable")}, nil, suit.Suitable, false},
		"the model's, lighter":  {"romanian-deadlift", regimen.NoLoad, []regimen.Guidance{guidance("romanian-deadlift", "avoid", "irritable")}, nil, suit.Caution, false},
		"the model's, reviewed": {"sit-up", regimen.NoLoad, []regimen.Guidance{guidance("sit-up", "avoid", "irritable")}, []regimen.Override{reviewed("sit-up", "irritable", "caution")}, suit.Caution, true},
		"over a reviewer":       {"cat-cow", regimen.NoLoad, []regimen.Guidance{guidance("cat-cow", "avoid", "irritable")}, []regimen.Override{reviewed("cat-cow", "irritable", "caution")}, suit.Avoid, true},
		"not tagged":            {"twist", regimen.NoLoad, []regimen.Guidance{guidance("twist", "avoid", "irritable")}, nil, suit.Avoid, true},
		"not tagged, modify":    {"twist", regimen.NoLoad, []regimen.Guidance{guidance("twist", "modify", "irritable")}, nil, suit.Unknown, false},
	} {
		lib := withTwist(newLibrary(t))
		c, s := at(t, lib, "disc-related/irritable")
		c.Guidance, c.Overrides = x.guidance, x.override
		j := suit.Judge(lib.Exercise(x.exercise), c, s, x.class)
		if j.Verdict != x.want || (j.Override != nil) != x.decided {
			t.Errorf("%s: %v, by %+v", name, j.Verdict, j.Override)
		}
		if x.decided && x.override == nil && !slices.Equal(j.Reasons(&regimen.Vocabulary{}), []string{"for now"}) {
			t.Errorf("%s: %q", name, j.Reasons(&regimen.Vocabulary{}))
		}
	}
}

// The model says modify for cat-cow in stenosis, and nothing of an untagged twist.
func TestOverrides(t *testing.T) {
	cases := []struct {
		name      string
		exercise  string
		overrides []regimen.Override
		want      suit.Verdict
		by        int // the deciding one, or -1
	}{
		{"raised freely", "cat-cow", []regimen.Override{unreviewed("cat-cow", "symptomatic", "avoid")}, suit.Avoid, 0},
		{"lowered by nobody", "cat-cow", []regimen.Override{unreviewed("cat-cow", "symptomatic", "suitable")}, suit.Modify, -1},
		{"lowered under a name", "cat-cow", []regimen.Override{reviewed("cat-cow", "symptomatic", "suitable")}, suit.Suitable, 0},
		{"confirmed", "cat-cow", []regimen.Override{reviewed("cat-cow", "symptomatic", "modify")}, suit.Modify, -1},
		{"another stage", "cat-cow", []regimen.Override{reviewed("cat-cow", "settled", "suitable")}, suit.Modify, -1},
		{"another exercise", "cat-cow", []regimen.Override{reviewed("plank", "symptomatic", "suitable")}, suit.Modify, -1},
		{"no verdict", "cat-cow", []regimen.Override{reviewed("cat-cow", "symptomatic", "fine")}, suit.Modify, -1},
		{"the stricter of two names", "cat-cow", []regimen.Override{
			reviewed("cat-cow", "symptomatic", "suitable"), reviewed("cat-cow", "symptomatic", "caution")}, suit.Caution, 1},
		{"the same in the other order", "cat-cow", []regimen.Override{
			reviewed("cat-cow", "symptomatic", "caution"), reviewed("cat-cow", "symptomatic", "suitable")}, suit.Caution, 0},
		{"lowered, then raised in part", "cat-cow", []regimen.Override{
			unreviewed("cat-cow", "symptomatic", "caution"), reviewed("cat-cow", "symptomatic", "suitable")}, suit.Caution, 0},
		{"unknown, avoided freely", "twist", []regimen.Override{unreviewed("twist", "symptomatic", "avoid")}, suit.Avoid, 0},
		{"unknown, allowed by nobody", "twist", []regimen.Override{unreviewed("twist", "symptomatic", "modify")}, suit.Unknown, -1},
		{"unknown, allowed under a name", "twist", []regimen.Override{reviewed("twist", "symptomatic", "caution")}, suit.Caution, 0},
	}
	for _, x := range cases {
		t.Run(x.name, func(t *testing.T) {
			lib := newLibrary(t)
			c, s := at(t, lib, "stenosis/symptomatic")
			c.Overrides = x.overrides
			e := lib.Exercise(x.exercise)
			if e == nil {
				e = &regimen.Exercise{Page: regimen.Page{ID: x.exercise}}
			}
			j := suit.Judge(e, c, s, e.UsualLoad)
			var by *regimen.Override
			if x.by >= 0 {
				by = &c.Overrides[x.by]
			}
			if j.Verdict != x.want || j.Override != by {
				t.Errorf("%v by %v, want %v by %v", j.Verdict, j.Override, x.want, by)
			}
			if e.Tagged && (j.Model != suit.Modify || !slices.Equal(causes(j.Causes), []string{"spine-extension-end 2"})) {
				t.Errorf("the model's own verdict is lost: %v %v", j.Model, j.Causes)
			}
		})
	}
}

// A name, a role and a date: with one missing, nobody has decided.
func TestReviewed(t *testing.T) {
	full := reviewed("cat-cow", "symptomatic", "suitable")
	if !suit.Reviewed(&full) {
		t.Error("a full review does not count")
	}
	for i := range 3 {
		o := full
		*[]*string{&o.By, &o.Role, &o.Date}[i] = ""
		if suit.Reviewed(&o) {
			t.Errorf("%+v counts as reviewed", o)
		}
	}
}

// A reviewed override also opens a stage gate: early protocols exist.
func TestOverrideOpensGate(t *testing.T) {
	lib := newLibrary(t)
	c, s := at(t, lib, "post-surgical/weeks-1-4")
	e := lib.Exercise("clamshell")
	e.NotBefore = []regimen.StageLimit{{Condition: word("post-surgical"), Stage: word("months-4-6")}}
	c.Overrides = []regimen.Override{reviewed("clamshell", "weeks-1-4", "caution")}
	if j := suit.Judge(e, c, s, regimen.NoLoad); j.Verdict != suit.Caution || j.Model != suit.Avoid || !j.ByStage {
		t.Errorf("%+v", j)
	}
}

func TestClassOf(t *testing.T) {
	light := &regimen.Phase{HasMaxLoad: true, MaxLoad: regimen.Light}
	none := &regimen.Phase{HasMaxLoad: true}
	given := func(c regimen.LoadClass) *regimen.Prescription {
		return &regimen.Prescription{Class: c, HasClass: true}
	}
	cases := []struct {
		usual, floor regimen.LoadClass
		row          *regimen.Prescription
		phase        *regimen.Phase
		want         regimen.LoadClass
		assumed      bool
	}{
		{regimen.Moderate, regimen.NoLoad, row("x"), nil, regimen.Moderate, true},
		{regimen.Moderate, regimen.NoLoad, row("x"), &regimen.Phase{}, regimen.Moderate, true},
		{regimen.Moderate, regimen.NoLoad, row("x"), light, regimen.Light, false},
		{regimen.Moderate, regimen.NoLoad, row("x"), none, regimen.NoLoad, false},
		{regimen.NoLoad, regimen.NoLoad, row("x"), light, regimen.NoLoad, false},
		{regimen.Moderate, regimen.NoLoad, given(regimen.Heavy), light, regimen.Heavy, false},
		{regimen.Moderate, regimen.NoLoad, given(regimen.NoLoad), light, regimen.NoLoad, false},
		{regimen.Moderate, regimen.Moderate, given(regimen.Light), nil, regimen.Moderate, false},
		{regimen.Moderate, regimen.Moderate, row("x"), light, regimen.Moderate, false},
		{regimen.Light, regimen.Moderate, row("x"), nil, regimen.Moderate, true},
	}
	for _, x := range cases {
		e := &regimen.Exercise{UsualLoad: x.usual, LoadFloor: x.floor}
		if got := suit.ClassOf(e, x.row, x.phase); got != x.want {
			t.Errorf("usual %v, floor %v, row %+v, phase %+v: %v, want %v", x.usual, x.floor, x.row, x.phase, got, x.want)
		}
		if got := suit.Assumed(x.row, x.phase); got != x.assumed {
			t.Errorf("row %+v, phase %+v: assumed %v", x.row, x.phase, got)
		}
	}
	if got := suit.ClassOf(&regimen.Exercise{UsualLoad: regimen.Heavy}, nil, nil); got != regimen.Heavy {
		t.Errorf("outside any row: %v", got)
	}
}
