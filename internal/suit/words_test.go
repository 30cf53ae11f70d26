package suit_test

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func TestVerdictWords(t *testing.T) {
	for v, want := range map[suit.Verdict][2]string{
		suit.Suitable: {"suitable", "suitable"},
		suit.Caution:  {"caution", "suitable with care"},
		suit.Modify:   {"modify", "only with a change"},
		suit.Avoid:    {"avoid", "not for now"},
		suit.Unknown:  {"unknown", "not judged yet"},
	} {
		if got := [2]string{v.String(), v.Words()}; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		back, ok := suit.ParseVerdict(want[0])
		if back != v || ok != (v != suit.Unknown) {
			t.Errorf("%q is read as %v, %v", want[0], back, ok)
		}
		if v.Passes() != (v == suit.Suitable || v == suit.Caution) {
			t.Errorf("%v passes: %v", v, v.Passes())
		}
	}
	for _, text := range []string{"", "Avoid", "safe"} {
		if v, ok := suit.ParseVerdict(text); ok {
			t.Errorf("%q is %v", text, v)
		}
	}
}

func TestResultWords(t *testing.T) {
	for r, want := range map[suit.Result][2]string{
		suit.Proven:          {"proven", "suitable as written"},
		suit.ProvenWithNotes: {"proven-with-notes", "suitable with the notes given"},
		suit.Unproven:        {"unproven", "not yet shown to be suitable"},
		suit.Refuted:         {"refuted", "not suitable as written"},
	} {
		if got := [2]string{r.String(), r.Words()}; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

var vocabulary = regimen.Vocabulary{Stressors: []regimen.StressorTerm{
	{Term: regimen.Term{ID: "axial-load", Title: "Weight down the spine"}, Note: "Try one light set first."},
	{Term: regimen.Term{ID: "strain", Title: "Hard straining"}, Note: "Breathe out as you lift."},
}}

func TestCauseInWords(t *testing.T) {
	for _, x := range []struct {
		cause suit.Cause
		want  string
	}{
		{suit.Cause{Stressor: "axial-load", Grade: 2, Limit: tolerance("axial-load", [3]int{1, 1, 2})},
			"Weight down the spine: a fair amount (2 of 3); suitable up to 1"},
		{suit.Cause{Stressor: "strain", Grade: 1, Limit: tolerance("strain", [3]int{0, 0, 0})},
			"Hard straining: a little (1 of 3); suitable up to 0"},
		{suit.Cause{Stressor: "grip", Grade: 3}, "grip: a lot (3 of 3); suitable up to 0"},
	} {
		if got := x.cause.Words(&vocabulary); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

func TestReasons(t *testing.T) {
	limit := tolerance("strain", [3]int{0, 1, 2})
	strain := suit.Cause{Stressor: "strain", Grade: 1, Limit: limit}
	named, unnamed := reviewed("x", "y", "caution"), unreviewed("x", "y", "avoid")
	named.Because = "seen to go well"
	for _, x := range []struct {
		name string
		j    suit.Judgement
		want []string
	}{
		{"suitable", suit.Judgement{}, nil},
		{"unknown", suit.Judgement{Verdict: suit.Unknown, Model: suit.Unknown}, []string{"its demands are not written down"}},
		{"gates", suit.Judgement{Verdict: suit.Avoid, Model: suit.Avoid, Class: regimen.Heavy, ByLoad: true, ByStage: true},
			[]string{"it begins at a later stage", "heavy load is more than this stage allows"}},
		{"a cause", suit.Judgement{Verdict: suit.Caution, Model: suit.Caution, Causes: []suit.Cause{strain}},
			[]string{"Hard straining: a little (1 of 3); suitable up to 0"}},
		{"a name", suit.Judgement{Model: suit.Avoid, Verdict: suit.Caution, Causes: []suit.Cause{strain}, Override: &named},
			[]string{"seen to go well (A. Example, physiotherapist, 2026-11-01)"}},
		{"no name", suit.Judgement{Verdict: suit.Avoid, Override: &unnamed}, []string{"decided apart from the model"}},
	} {
		got := x.j.Reasons(&vocabulary)
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
		if strings.Contains(strings.ToLower(strings.Join(got, " ")), "safe") {
			t.Errorf("%q promises too much", got)
		}
	}
}

func TestNotesOfARow(t *testing.T) {
	causes := []suit.Cause{{Stressor: "axial-load", Grade: 2}, {Stressor: "grip", Grade: 2}, {Stressor: "strain", Grade: 1}}
	override := unreviewed("x", "y", "caution")
	override.Because = "two weeks of rest first"
	for _, x := range []struct {
		name string
		row  regimen.Prescription
		j    suit.Judgement
		want []string
	}{
		{"nothing to say", regimen.Prescription{}, suit.Judgement{Verdict: suit.Suitable}, nil},
		{"the vocabulary's", regimen.Prescription{}, suit.Judgement{Verdict: suit.Caution, Causes: causes},
			[]string{"Try one light set first.", "Breathe out as you lift."}},
		{"the row's own", regimen.Prescription{Note: "short walks", Modification: "lighter"}, suit.Judgement{Verdict: suit.Caution, Causes: causes},
			[]string{"lighter", "short walks"}},
		{"the override's", regimen.Prescription{}, suit.Judgement{Verdict: suit.Caution, Causes: causes, Override: &override},
			[]string{"two weeks of rest first"}},
		{"no default for a change", regimen.Prescription{}, suit.Judgement{Verdict: suit.Modify, Causes: causes}, nil},
	} {
		r := suit.Row{Judgement: x.j, Prescription: &x.row}
		if got := r.Notes(&vocabulary); !slices.Equal(got, x.want) {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}
