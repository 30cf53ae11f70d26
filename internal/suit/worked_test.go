package suit_test

import (
	"fmt"
	"strings"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// stageOf and stressorOf are the short names of the worked examples.
var stageOf = map[string]string{
	"N1": "non-specific/flare", "N2": "non-specific/settled",
	"D1": "disc-related/irritable", "D2": "disc-related/settled", "ST": "stenosis/symptomatic",
	"P1": "post-surgical/weeks-1-4", "P2": "post-surgical/weeks-5-8",
	"P3": "post-surgical/weeks-9-12", "P4": "post-surgical/months-4-6",
	"OP": "osteoporosis/high-risk", "SP": "spondylolisthesis/symptomatic",
}

var shortOf = map[string]string{
	"spine-flexion-end": "SFE", "spine-extension-loaded": "SX", "spine-extension-end": "SXE",
	"spine-rotation-end": "SRE", "anti-rotation": "AR", "anti-extension": "AE", "axial-load": "AX",
	"forward-lean-load": "SH", "external-load": "EX", "strain": "VM", "standing-walking": "ST",
	"sitting": "SI", "deep-hip-flexion": "DF", "hip-rotation-end": "HR",
}

// The reference programme against each condition, at usual classes: what is not
// suitable as written in session A, then in session B, and the result.
const backProofs = `
N1 | cat-cow C (SXE2) | trap-bar-deadlift C (AX2); farmer-carry C (AX2) | proven-with-notes
N2 | – | – | proven
D1 | cat-cow M (SFE2); goblet-squat C (SH1); 90-90-hip-stretch C (SFE1, SI1) | trap-bar-deadlift M (AX2); farmer-carry M (AX2); plank C (AE2) | refuted until modified
D2 | cat-cow C (SFE2) | – | proven-with-notes
ST | cat-cow M (SXE2); glute-bridge C (SX1); bird-dog C (SX1) | hip-thrust C (SX1); trap-bar-deadlift C (AX2); farmer-carry C (AX2, ST2) | refuted until modified
P1 | cat-cow A (SFE2, SXE2); dead-bug C (AE1); glute-bridge A (SX1); goblet-squat A (SH1, AX1, EX1); bird-dog A (SX1); 90-90-hip-stretch M (SFE1, HR3) | thoracic-rotation M (SRE1); pallof-press A (AR2, EX1); hip-thrust A (SX1, EX1); trap-bar-deadlift A (SH1, AX2, EX2, VM1); face-pull A (EX1); farmer-carry A (AX2, EX2, VM1); plank A (AE2) | refuted
P2 | cat-cow M (SFE2, SXE2); goblet-squat M (SH1, AX1); 90-90-hip-stretch C (SFE1, HR3) | thoracic-rotation C (SRE1); pallof-press C (AR2, EX1); hip-thrust C (EX1); trap-bar-deadlift A (AX2, EX2); face-pull C (EX1); farmer-carry A (AX2, EX2); plank C (AE2) | refuted
P3 | cat-cow C (SFE2, SXE2); goblet-squat C (DF2) | trap-bar-deadlift M (AX2, EX2); farmer-carry M (AX2, EX2) | refuted until modified
P4 | cat-cow C (SFE2, SXE2) | – | proven-with-notes
OP | cat-cow M (SFE2) | trap-bar-deadlift C (AX2); farmer-carry C (AX2) | refuted until modified
SP | cat-cow M (SXE2); glute-bridge C (SX1); bird-dog C (SX1) | hip-thrust C (SX1); trap-bar-deadlift C (AX2); farmer-carry C (AX2) | refuted until modified`

func TestBackProgrammeForEveryStage(t *testing.T) {
	lib := newLibrary(t)
	lines := strings.Split(strings.TrimSpace(backProofs), "\n")
	if len(lines) != len(stageOf) {
		t.Fatalf("%d proofs", len(lines))
	}
	for _, want := range lines {
		stage, _, _ := strings.Cut(want, " ")
		proofs := suit.Prove(lib, declare(backProgramme(), stageOf[stage]))
		if len(proofs) != 1 {
			t.Fatalf("%s: %d proofs", stage, len(proofs))
		}
		if got := describe(stage, &proofs[0]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// describe writes a proof as the worked examples do.
func describe(stage string, f *suit.Proof) string {
	parts := map[string][]string{}
	result := f.Result.String()
	if f.Result == suit.Refuted {
		result += " until modified"
	}
	for _, r := range f.Rows {
		if r.Verdict == suit.Suitable {
			continue
		}
		if r.Verdict == suit.Avoid {
			result = f.Result.String()
		}
		var why []string
		for _, c := range r.Causes {
			why = append(why, fmt.Sprint(shortOf[c.Stressor], c.Grade))
		}
		parts[r.Session.ID] = append(parts[r.Session.ID], fmt.Sprintf("%s %s (%s)",
			r.Exercise.ID, strings.ToUpper(r.Verdict.String()[:1]), strings.Join(why, ", ")))
	}
	part := func(id string) string {
		if len(parts[id]) == 0 {
			return "–"
		}
		return strings.Join(parts[id], "; ")
	}
	return strings.Join([]string{stage, part("a"), part("b"), result}, " | ")
}

// After a light kettlebell deadlift, light carries and a half-range cat-cow, the
// programme is proven for an irritable disc.
func TestBackProgrammeModifiedForDisc(t *testing.T) {
	lib := newLibrary(t)
	p := declare(backProgramme(), "disc-related/irritable")
	for _, change := range []struct{ session, row int }{{0, 0}, {1, 3}, {1, 5}} {
		if got := suit.Prove(lib, p)[0].Result; got != suit.Refuted {
			t.Fatalf("%v before every change is made", got)
		}
		p.Sessions[change.session].Rows[change.row].Modification = "as discussed"
	}
	if got := suit.Prove(lib, p)[0].Result; got != suit.ProvenWithNotes {
		t.Errorf("%v", got)
	}
}

// After surgery: the stage at which a change is enough, and the one as written.
func TestFirstAdmittingAfterSurgery(t *testing.T) {
	lib := newLibrary(t)
	c := lib.Condition("post-surgical")
	for id, want := range map[string][2]string{
		"clamshell":         {"weeks-1-4", "weeks-1-4"},
		"dead-bug":          {"weeks-1-4", "weeks-1-4"},
		"90-90-hip-stretch": {"weeks-1-4", "weeks-5-8"},
		"glute-bridge":      {"weeks-5-8", "weeks-5-8"},
		"bird-dog":          {"weeks-5-8", "weeks-5-8"},
		"goblet-squat":      {"weeks-5-8", "weeks-9-12"},
		"cat-cow":           {"weeks-5-8", "weeks-9-12"},
		"trap-bar-deadlift": {"weeks-9-12", "months-4-6"},
		"farmer-carry":      {"weeks-9-12", "months-4-6"},
		"rotation-machine":  {"", ""},
	} {
		e := lib.Exercise(id)
		first := suit.FirstAdmitting(e, c, e.UsualLoad)
		if got := [2]string{idOf(first.Changed), idOf(first.AsWritten)}; got != want {
			t.Errorf("%s from %q, want %q", id, got, want)
		}
	}
}

func idOf(s *regimen.Stage) string {
	if s == nil {
		return ""
	}
	return s.ID
}

// The substitutes that the article names, at their usual class.
const articleSubstitutes = `
sit-up → dead-bug | S | S | S | S | S | C | S | S | S | S | S
sit-up → plank | S | S | C | S | S | A | C | S | S | S | S
good-morning → romanian-deadlift | M | C | A | C | C | A | A | C | C | M | C
behind-the-neck-press → seated-overhead-press | C | S | C | S | C | A | A | M | C | S | C
hyperextension → glute-bridge | S | S | S | S | C | A | S | S | S | S | C
hyperextension → hip-thrust | S | S | S | S | C | A | C | S | S | S | C
rotation-machine → pallof-press | S | S | S | S | S | A | C | S | S | S | S
conventional-deadlift → trap-bar-deadlift | C | S | M | S | C | A | A | M | S | C | C
conventional-deadlift → sumo-deadlift | C | S | M | C | C | A | A | M | C | C | C
back-squat → goblet-squat | S | S | C | S | S | A | M | C | S | S | S
back-squat → front-squat | C | S | M | C | C | A | A | M | C | C | C
bent-over-row → chest-supported-row | S | S | S | S | S | A | A | M | S | S | S
bent-over-row → single-arm-row | S | S | C | S | S | A | A | M | S | S | S
overhead-press → seated-overhead-press | C | S | C | S | C | A | A | M | C | S | C`

func TestSubstitutesOfTheArticle(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(articleSubstitutes), "\n") {
		cells := strings.Split(line, " | ")
		original, substitute, _ := strings.Cut(cells[0], " → ")
		lib := newLibrary(t)
		lib.Exercise(original).Substitutes = []regimen.Substitute{{Exercise: word(substitute), Because: "so it is said"}}
		for i, stage := range []string{"N1", "N2", "D1", "D2", "ST", "P1", "P2", "P3", "P4", "OP", "SP"} {
			c, s := at(t, lib, stageOf[stage])
			e := lib.Exercise(substitute)
			v := suit.Judge(e, c, s, e.UsualLoad).Verdict
			if got := strings.ToUpper(v.String()[:1]); got != cells[i+1] {
				t.Errorf("%s at %s: %s, want %s", cells[0], stage, got, cells[i+1])
			}
			named := suit.NamedSubstitutes(lib, lib.Exercise(original), suit.Place{Condition: c, Stage: s})
			if proposed := len(named) == 1 && named[0].Exercise == e; proposed != v.Passes() {
				t.Errorf("%s at %s: %s, proposed: %v", cells[0], stage, cells[i+1], proposed)
			}
		}
	}
}
