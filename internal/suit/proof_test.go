package suit_test

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/dose"
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
		{Weeks: span(5, 8), Stages: []regimen.StageLimit{{Condition: word("post-surgical"), Stage: word("weeks-5-8")}, {Condition: word("stenosis"), Stage: word("weeks-9-12")}}},
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
	if got := stands(slices.Collect(f.Worst())); got != "glute-bridge weeks-1-4 none avoid 01-04" {
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
		{Weeks: span(7, 8), Rows: []*regimen.Prescription{{ID: "goblet-squat", Exercise: word("goblet-squat"), Variant: word("glute-bridge")}}},
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
	if r := f.Rows[3].Prescription; r.Modification != "to a high box" || !r.HasClass {
		t.Errorf("naming the same exercise loses what was said of it: %+v", r)
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
	late.Weeks, early.Weeks = span(8, 0), span(1, 3)
	p := declare(programme(session("a", late, early), session("b", row("clamshell"))), "non-specific/settled")
	p.Phases = []regimen.Phase{
		{Weeks: span(1, 4), Sessions: words("a")},
		{Weeks: span(5, 8), Sessions: words("b", "a")},
		{Weeks: span(9, 0)},
	}
	want := `plank settled none suitable 08-08
plank settled none suitable 09+
dead-bug settled none suitable 01-03
clamshell settled none suitable 05-08
clamshell settled none suitable 09+`
	if got := stands(prove(t, lib, p).Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p.Phases = nil
	want = `plank settled none suitable 08+
dead-bug settled none suitable 01-03
clamshell settled none suitable all`
	if got := stands(prove(t, lib, p).Rows); got != want {
		t.Errorf("without phases\n%s\nwant\n%s", got, want)
	}
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

// What a dose gives away counts as stated, unless the row names a class.
func TestDoseStatesTheLoad(t *testing.T) {
	for _, x := range []struct {
		dose, load string
		loads      []string
		class      regimen.LoadClass
		named      bool
		want       regimen.LoadClass
		assumed    bool
	}{
		{dose: "3 x 5, rest 120 s", want: regimen.Moderate, assumed: true},
		{dose: "3 x 4 @ 90 %, rest 180 s", want: regimen.Heavy},
		{dose: "3 x 10 @ 50 %", want: regimen.Light},
		{dose: "3 x 5 @ RPE 9", want: regimen.Heavy},
		{dose: "3 x 4 @ 90 %", class: regimen.Light, named: true, want: regimen.Light},
		{dose: "3 x 4", load: "85 %", want: regimen.Heavy},
		{dose: "3 x 4", load: "green", want: regimen.Moderate, assumed: true},
		{dose: "3 x 4", loads: []string{"50 %", "60 %", "85 %"}, want: regimen.Moderate},
	} {
		lib, r := newLibrary(t), row("back-squat")
		d, err := dose.Parse(x.dose)
		if err != nil {
			t.Fatal(err)
		}
		r.Dose, r.Load, r.Class, r.HasClass = d, x.load, x.class, x.named
		for i, text := range x.loads {
			r.Loads = append(r.Loads, regimen.WeekLoad{Week: i + 1, Load: word(text)})
		}
		p := declare(programme(session("a", r)), "non-specific/settled")
		p.Phases = []regimen.Phase{{Weeks: span(1, 2)}}
		if got := prove(t, lib, p).Rows[0]; got.Class != x.want || got.Assumed != x.assumed {
			t.Errorf("%+v: %v, assumed %v", x, got.Class, got.Assumed)
		}
	}
}
