package suit_test

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func prove(t *testing.T, lib *regimen.Library, p *regimen.Programme) *suit.Proof {
	t.Helper()
	proofs := suit.Prove(lib, p)
	if len(proofs) != 1 {
		t.Fatalf("%d proofs", len(proofs))
	}
	return &proofs[0]
}

// stands writes each row as "exercise stage class verdict min-max".
func stands(rows []suit.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Join([]string{r.Exercise.ID, r.Stage.ID, r.Class.String(), r.Verdict.String(), weeks(r.Weeks)}, " "))
	}
	return strings.Join(out, "\n")
}

func weeks(r regimen.Range) string {
	switch {
	case r == regimen.Range{}:
		return "all"
	case r.Open:
		return itoa(r.Min) + "+"
	}
	return itoa(r.Min) + "-" + itoa(r.Max)
}

func itoa(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

func span(from, to int) regimen.Range { return regimen.Range{Min: from, Max: to, Open: to == 0} }

func TestStageChangesFromAPhaseOn(t *testing.T) {
	lib := newLibrary(t)
	p := declare(programme(session("a", row("glute-bridge"))), "post-surgical/weeks-1-4")
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 4)},
		{Weeks: span(5, 8), Stages: []regimen.StageLimit{{Condition: word("stenosis"), Stage: word("weeks-9-12")}, {Condition: word("post-surgical"), Stage: word("weeks-5-8")}}},
		{Weeks: span(9, 0)},
	}
	f := prove(t, lib, p)
	want := "glute-bridge weeks-1-4 none avoid 01-04\nglute-bridge weeks-5-8 none suitable 05-08\nglute-bridge weeks-5-8 none suitable 09+"
	if got := stands(f.Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = "glute-bridge weeks-1-4 none avoid 01-04\nglute-bridge weeks-5-8 none suitable 05+"
	if got := stands(f.Joined()); got != want {
		t.Errorf("joined\n%s\nwant\n%s", got, want)
	}
	if got := stands(f.Worst()); got != "glute-bridge weeks-1-4 none avoid 01-04" {
		t.Errorf("worst\n%s", got)
	}
	if r := f.Rows[0]; !r.Gated || r.Later == nil || r.Later.ID != "weeks-5-8" {
		t.Errorf("gated %v, later %+v", r.Gated, r.Later)
	}
}

func TestPhaseChangesARow(t *testing.T) {
	lib := newLibrary(t)
	squat := row("goblet-squat")
	squat.Modification, squat.Class, squat.HasClass = "to a high box", regimen.Heavy, true
	p := declare(programme(session("a", squat)), "non-specific/flare")
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 2)},
		{Weeks: span(3, 4), Rows: []*regimen.Prescription{{ID: "plank", Note: "not this"}, {ID: "goblet-squat", Class: regimen.Light, HasClass: true, Note: "slowly"}}},
		{Weeks: span(5, 6), Rows: []*regimen.Prescription{{ID: "goblet-squat", Exercise: word("back-squat")}}},
		{Weeks: span(7, 8), Rows: []*regimen.Prescription{{ID: "goblet-squat", Variant: word("glute-bridge")}}},
	}
	f := prove(t, lib, p)
	want := `goblet-squat flare heavy caution 01-02
goblet-squat flare light suitable 03-04
back-squat flare moderate modify 05-06
glute-bridge flare heavy suitable 07-08`
	if got := stands(f.Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r := f.Rows[1].Prescription; r.Modification != "to a high box" || r.Note != "slowly" {
		t.Errorf("the phase's row lost what it does not state: %+v", r)
	}
	if r := f.Rows[2].Prescription; r.Modification != "" || r.HasClass {
		t.Errorf("what was said of one exercise holds for another: %+v", r)
	}
	if f.Result != suit.Refuted {
		t.Errorf("%v", f.Result)
	}
	if squat.Note != "" || f.Rows[1].Written != squat {
		t.Error("the session's own row was changed")
	}
}

// A row without an id goes by its exercise's, and its weeks and substitutes may
// differ in a phase.
func TestPhaseChangesWeeksAndSubstitutes(t *testing.T) {
	lib := newLibrary(t)
	p := declare(programme(session("a", &regimen.Prescription{Exercise: word("plank"), Modification: "from the knees"})), "non-specific/settled")
	p.Phases = []regimen.Phase{{Weeks: span(1, 8), Rows: []*regimen.Prescription{{
		ID: "plank", Weeks: span(3, 0), Substitutes: []regimen.Substitute{sub("clamshell")}, Modification: "from the feet",
	}}}}
	f := prove(t, lib, p)
	if got := stands(f.Rows); got != "plank settled none suitable 03-08" {
		t.Error(got)
	}
	if r := f.Rows[0]; r.Prescription.Modification != "from the feet" || !slices.Equal(ids(r.Substitutes(lib, 1)), []string{"clamshell"}) {
		t.Errorf("%+v", r.Prescription)
	}
}

func TestPhaseCapsTheLoad(t *testing.T) {
	lib := newLibrary(t)
	p := declare(programme(session("a", row("back-squat"), row("trap-bar-deadlift"))), "non-specific/flare")
	p.Phases = []regimen.Phase{{Weeks: span(1, 4), HasMaxLoad: true, MaxLoad: regimen.Light}, {Weeks: span(5, 0)}}
	f := prove(t, lib, p)
	want := `back-squat flare light suitable 01-04
back-squat flare moderate modify 05+
trap-bar-deadlift flare moderate caution 01-04
trap-bar-deadlift flare moderate caution 05+`
	if got := stands(f.Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if f.Rows[0].Assumed || !f.Rows[1].Assumed {
		t.Error("a phase's cap says how heavy; nothing does after it")
	}
}

func TestRowsOfSomeWeeksAndSessions(t *testing.T) {
	lib := newLibrary(t)
	late, early := row("plank"), row("dead-bug")
	late.Weeks, early.Weeks = span(6, 0), span(1, 3)
	p := declare(programme(session("a", late, early), session("b", row("clamshell"))), "non-specific/settled")
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 4), Sessions: words("a")},
		{Weeks: span(5, 8), Sessions: words("b", "a")},
		{Weeks: span(9, 0)},
	}
	want := `plank settled none suitable 06-08
plank settled none suitable 09+
dead-bug settled none suitable 01-03
clamshell settled none suitable 05-08
clamshell settled none suitable 09+`
	if got := stands(prove(t, lib, p).Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p.Phases = nil
	want = `plank settled none suitable 06+
dead-bug settled none suitable 01-03
clamshell settled none suitable all`
	if got := stands(prove(t, lib, p).Rows); got != want {
		t.Errorf("without phases\n%s\nwant\n%s", got, want)
	}
}

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

// What cannot be read is never counted as proven.
func TestUnresolvedNames(t *testing.T) {
	lib := newLibrary(t)
	variant := row("dead-bug")
	variant.Variant = word("nowhere")
	for _, r := range []*regimen.Prescription{row("nowhere"), row(""), variant} {
		f := prove(t, lib, declare(programme(session("a", row("dead-bug"), r)), "non-specific/settled"))
		if f.Result != suit.Unproven || f.Unread != 1 || len(f.Rows) != 1 {
			t.Errorf("%v, %d unread, %d rows", f.Result, f.Unread, len(f.Rows))
		}
	}
	p := declare(programme(), "nowhere/settled", "non-specific/nowhere", "non-specific/settled")
	if proofs := suit.Prove(lib, p); len(proofs) != 1 || proofs[0].Declared != &p.Conditions[2] {
		t.Errorf("%+v", proofs)
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
	_, s := at(t, lib, "stenosis/symptomatic")
	s.HasMaxLoad = true
	if !gated("face-pull", "stenosis/symptomatic") || gated("hyperextension", "disc-related/irritable") {
		t.Error("a stage's max-load gates")
	}
}

func TestProveForFromOutside(t *testing.T) {
	lib := newLibrary(t)
	p := declare(programme(session("a", row("glute-bridge"))), "post-surgical/weeks-1-4")
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 4)},
		{Weeks: span(5, 0), Stages: []regimen.StageLimit{{Condition: word("post-surgical"), Stage: word("weeks-5-8")}}},
	}
	for key, want := range map[string]string{
		"post-surgical/weeks-1-4":  "glute-bridge weeks-1-4 none avoid 01-04\nglute-bridge weeks-5-8 none suitable 05+",
		"post-surgical/months-4-6": "glute-bridge months-4-6 none suitable 01-04\nglute-bridge months-4-6 none suitable 05+",
		"stenosis/symptomatic":     "glute-bridge symptomatic none caution 01-04\nglute-bridge symptomatic none caution 05+",
	} {
		c, s := at(t, lib, key)
		f := suit.ProveFor(lib, p, c, s)
		if got := stands(f.Rows); got != want {
			t.Errorf("%s\n%s\nwant\n%s", key, got, want)
		}
		if (f.Declared != nil) != (key == "post-surgical/weeks-1-4") {
			t.Errorf("%s: declared %v", key, f.Declared)
		}
	}
}

// The log's next step is judged where the phase allows it; an open last phase at
// the last stage.
func TestNext(t *testing.T) {
	lib := newLibrary(t)
	lib.Exercise("trap-bar-deadlift").Progressions = words("conventional-deadlift", "nowhere")
	p := declare(programme(session("a", row("trap-bar-deadlift"), row("plank"))), "disc-related/irritable")
	next := func() (out []string) {
		f := prove(t, lib, p)
		for _, n := range f.Next(lib) {
			out = append(out, strings.Join([]string{n.Row.Exercise.ID, n.Exercise.ID, n.Stage.ID, n.Class.String(), n.Verdict.String(), weeks(n.Row.Weeks)}, " "))
		}
		return out
	}
	if got := next(); !slices.Equal(got, []string{"trap-bar-deadlift conventional-deadlift irritable moderate avoid all"}) {
		t.Errorf("%q", got)
	}
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 4), LoadLocked: true},
		{Weeks: span(5, 8), HasMaxLoad: true, MaxLoad: regimen.Light},
		{Weeks: span(9, 0)},
	}
	if got := next(); !slices.Equal(got, []string{
		"trap-bar-deadlift conventional-deadlift irritable light caution 05-08",
		"trap-bar-deadlift conventional-deadlift settled moderate caution 09+"}) {
		t.Errorf("%q", got)
	}
	p.Phases[2].Weeks = span(9, 12)
	if got := next(); len(got) != 2 || !strings.Contains(got[1], "irritable") {
		t.Errorf("a closed last phase: %q", got)
	}
}
