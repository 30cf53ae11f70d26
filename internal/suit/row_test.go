package suit_test

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func TestWhatARowNeeds(t *testing.T) {
	cases := []struct {
		name   string
		row    regimen.Prescription
		need   suit.Need
		met    bool
		result suit.Result
	}{
		{"suitable", regimen.Prescription{Exercise: word("dead-bug")}, suit.NeedNothing, true, suit.Proven},
		{"caution", regimen.Prescription{Exercise: word("plank")}, suit.NeedNote, false, suit.ProvenWithNotes},
		{"caution, noted", regimen.Prescription{Exercise: word("plank"), Note: "short holds"}, suit.NeedNote, true, suit.ProvenWithNotes},
		{"caution, note in the vocabulary", regimen.Prescription{Exercise: word("romanian-deadlift"), HasClass: true}, suit.NeedNote, true, suit.ProvenWithNotes},
		{"modify", regimen.Prescription{Exercise: word("cat-cow")}, suit.NeedChange, false, suit.Refuted},
		{"modify, with a blank", regimen.Prescription{Exercise: word("cat-cow"), Modification: " \n"}, suit.NeedChange, false, suit.Refuted},
		{"modify, with a filler", regimen.Prescription{Exercise: word("cat-cow"), Modification: "As written."}, suit.NeedChange, false, suit.Refuted},
		{"modify, with none", regimen.Prescription{Exercise: word("cat-cow"), Modification: "none"}, suit.NeedChange, false, suit.Refuted},
		{"caution, with a filler", regimen.Prescription{Exercise: word("plank"), Note: "n/a"}, suit.NeedNote, false, suit.ProvenWithNotes},
		{"modify, with a note only", regimen.Prescription{Exercise: word("cat-cow"), Note: "small"}, suit.NeedChange, false, suit.Refuted},
		{"modified", regimen.Prescription{Exercise: word("cat-cow"), Modification: "half"}, suit.NeedChange, true, suit.ProvenWithNotes},
		{"a variant that passes", regimen.Prescription{Exercise: word("sit-up"), Variant: word("dead-bug")}, suit.NeedNothing, true, suit.Proven},
		{"a variant that does not", regimen.Prescription{Exercise: word("dead-bug"), Variant: word("cat-cow")}, suit.NeedChange, false, suit.Refuted},
		{"avoid, modified", regimen.Prescription{Exercise: word("sit-up"), Modification: "half"}, suit.NeedOut, false, suit.Refuted},
		{"untagged", regimen.Prescription{Exercise: word("twist"), Modification: "half"}, suit.NeedTags, false, suit.Unproven},
	}
	for _, x := range cases {
		t.Run(x.name, func(t *testing.T) {
			lib := withTwist(newLibrary(t))
			lib.Vocabulary.Stressors = []regimen.StressorTerm{{Term: regimen.Term{ID: "forward-lean-load"}, Note: "a small lean"}}
			f := prove(t, lib, declare(programme(session("a", &x.row)), "disc-related/irritable"))
			r := f.Rows[0]
			if r.Need() != x.need || r.Met != x.met || f.Result != x.result {
				t.Errorf("need %v, met %v, %v; want %v, %v, %v", r.Need(), r.Met, f.Result, x.need, x.met, x.result)
			}
		})
	}
}

// withTwist adds an exercise without tags.
func withTwist(lib *regimen.Library) *regimen.Library {
	i, _ := slices.BinarySearchFunc(lib.Exercises, "twist", func(e *regimen.Exercise, id string) int { return strings.Compare(e.ID, id) })
	lib.Exercises = slices.Insert(lib.Exercises, i, &regimen.Exercise{Page: regimen.Page{ID: "twist", Status: regimen.StatusPublished}})
	return lib
}

// A caution that an override makes has no default note, for no stressor made it.
func TestNoteOfAnOverride(t *testing.T) {
	lib := newLibrary(t)
	c, _ := at(t, lib, "non-specific/settled")
	c.Overrides = []regimen.Override{unreviewed("plank", "settled", "caution")}
	p := declare(programme(session("a", row("plank"))), "non-specific/settled")
	if r := prove(t, lib, p).Rows[0]; r.Met || r.Need() != suit.NeedNote {
		t.Errorf("need %v, met %v", r.Need(), r.Met)
	}
	c.Overrides[0].Because = "the shoulder is sore"
	if r := prove(t, lib, p).Rows[0]; !r.Met {
		t.Error("the reason is a note")
	}
}

// C07 or C01: an avoid that waits for a later stage, or one that stands.
func TestGatedRows(t *testing.T) {
	lib := newLibrary(t)
	gated := func(exercise, key string) bool {
		return prove(t, lib, declare(programme(session("a", row(exercise))), key)).Rows[0].Gated
	}
	if gated("sit-up", "disc-related/irritable") {
		t.Error("a condition without surgery gates by its stressors")
	}
	if !gated("glute-bridge", "post-surgical/weeks-1-4") || gated("sit-up", "post-surgical/weeks-1-4") {
		t.Error("after surgery only what a later stage admits is gated")
	}
	lib.Exercise("plank").NotBefore = []regimen.StageLimit{{Condition: word("disc-related"), Stage: word("settled")}}
	if !gated("plank", "disc-related/irritable") || gated("plank", "disc-related/settled") {
		t.Error("not-before gates until its stage")
	}
	c := lib.Condition("post-surgical")
	slices.Reverse(c.Stages)
	if gated("trap-bar-deadlift", "post-surgical/weeks-1-4") {
		t.Error("an earlier stage is nothing to wait for")
	}
	_, s := at(t, lib, "stenosis/symptomatic")
	s.HasMaxLoad = true
	if !gated("face-pull", "stenosis/symptomatic") || gated("hyperextension", "disc-related/irritable") {
		t.Error("a stage's max-load gates")
	}
}
