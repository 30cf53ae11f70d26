package check_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"regimen/internal/check"
	"regimen/internal/diag"
)

// What could not be read is told once, and nothing is concluded from its absence.
func TestSuitabilityIsSilentOnWhatWasNotRead(t *testing.T) {
	for name, x := range map[string]struct {
		old, new string
		want     []string
	}{
		"as it stands":         {"", "", nil},
		"load":                 {"load: light", "load: lihgt", []string{"R03"}},
		"modification":         {"modification: less deep", "modification: [less deep]", []string{"R10"}},
		"variant":              {"modification: less deep", "variant: plnk", []string{"R01"}},
		"grades":               {"axial-load: [0, 2, 2, 3]", "axial-laod: [0, 2, 2, 3]", []string{"R03"}},
		"substitutes":          {"exercise: glute-bridge, for: disc-related, because: no load", "exercise: glute-brigde", []string{"R01"}},
		"stage":                {"stage: irritable", "stage: iritable", []string{"R01"}},
		"clearance":            {"clearance: 2\nsafety", "clearance: two\nsafety", []string{"R10"}},
		"a phase's stage":      {"stage: {disc-related: settled}", "stage: {disc-related: setled}", []string{"R01"}},
		"a phase's rows":       {"rows: {goblet-squat: {load: none}}", "rows: [goblet-squat]", []string{"R10"}},
		"the condition itself": {"condition: disc-related\n", "condition: disc-realted\n", []string{"R01"}},
		"guidance":             {"instead: glute-bridge}", "instead: glute-brigde}", []string{"R01"}},
		"an override's date":   {"date: 2026-11-01}", "date: 2026-13-01}", []string{"R09"}},
		"its verdict":          {"verdict: caution", "verdict: cuation", []string{"R03"}},
	} {
		text := strings.Replace(halfRead, x.old, x.new, 1)
		if x.old != "" && text == halfRead {
			t.Fatalf("%s: %q does not occur", name, x.old)
		}
		var got []string
		for _, d := range findings(t, txtar.Parse([]byte(text)), twins["as it stands"]) {
			if d.Severity > diag.Info {
				got = append(got, d.Code)
			}
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
		}
	}
}

// A row that two conditions speak against is one fault; what is proposed suits both.
func TestOneFaultUnderTwoConditions(t *testing.T) {
	text := strings.NewReplacer(
		"        modification: less deep\n", "",
		"    stage: irritable\n", "    stage: irritable\n  - condition: wrist\n    stage: sore\n",
		"sore:\n    tolerates: {}", "sore:\n    tolerates: {axial-load: [0, 1, 3], spine-extension-loaded: [0, 0, 0]}",
	).Replace(halfRead)
	var about []diag.Diagnostic
	for _, d := range findings(t, txtar.Parse([]byte(text)), twins["as it stands"]) {
		if d.Code == "C02" {
			about = append(about, d)
		}
	}
	if len(about) != 1 || len(about[0].Related) < 2 || about[0].Related[1].At.Text() != "wrist" {
		t.Fatalf("%+v", about)
	}
	if help := about[0].Help; strings.Contains(help, "glute-bridge") || !strings.Contains(help, "wall-sit") {
		t.Errorf("the bridge suits the first condition only: %s", help)
	}
}

const halfRead = `
-- programmes/squats.md --
---
title: Squats again
goal: general-health
level: novice
for: [people whose pain has been looked at]
not-for: [acute injury, any red flag that has not been checked]
conditions:
  - condition: disc-related
    stage: irritable
clearance: 2
safety: spine
schedule: {days: [monday, thursday]}
phases:
  - name: Learning
    weeks: 1-4
    load-locked: true
  - name: Building
    weeks: 5-8
    stage: {disc-related: settled}
    rows: {goblet-squat: {load: none}}
sessions:
  a:
    exercises:
      - exercise: goblet-squat
        dose: 3 x 10-12, rest 90 s
        load: light
        modification: less deep
---
-- exercises/goblet-squat.md --
---
title: Goblet squat
category: strength
pattern: squat
muscles: {primary: [quadriceps, glutes]}
equipment: [dumbbell]
measure: reps
sides: both
dose: 3 x 10-12, rest 90 s
usual-load: moderate
stressors: {axial-load: [0, 2, 2, 3]}
substitutes: [{exercise: glute-bridge, for: disc-related, because: no load}, {exercise: none, for: wrist, because: it rests}]
---
## How to perform

1. Hold a weight in front of your chest.
2. Sit down between your heels.
3. Stand up again.

## Key points

- Keep your chest tall.

## Common mistakes

- The knees fall in. Go down less far.
-- exercises/wall-sit.md --
---
title: Wall sit
category: strength
pattern: squat
muscles: {primary: [quadriceps]}
equipment: [wall]
measure: time
sides: both
dose: 3 x 20-30 s, rest 45 s
stressors: {}
---
## How to perform

1. Lean your back on a wall.
2. Slide down until your knees are half bent.
3. Hold it, then slide up.

## Key points

- Breathe all the way through.

## Common mistakes

- The knees fall in. Sit less low.
-- conditions/wrist.md --
---
title: Sore wrist
clearance: 0
stages:
  sore:
    tolerates: {}
---
-- conditions/disc-related.md --
---
title: Disc-related pain
clearance: 2
direction: flexion-limited
stages:
  irritable:
    tolerates: {axial-load: [0, 1, 2]}
  settled:
    tolerates: {axial-load: [1, 2, 3]}
guidance:
  - {exercise: goblet-squat, action: modify, while: irritable, because: go less deep, instead: glute-bridge}
overrides:
  - {exercise: plank, stage: irritable, verdict: caution, because: short holds, by: A. Example, role: physiotherapist, date: 2026-11-01}
---
`

// Of what a rule of suitability finds, a place is not enough: some branches only warn.
func TestSeveritiesOfSuitability(t *testing.T) {
	want := map[string]string{
		"C01": "error error error", "C02": "error error", "C03": "warning warning", "C04": "warning error",
		"C05": "error error error error error", "C06": "error warning error error error warning", "C07": "error error error error error",
		"C08": "error error error error", "C09": "warning", "C10": "warning warning warning warning",
		"C11": "warning warning warning", "C12": "warning warning warning", "C13": "error error warning",
	}
	for _, doc := range check.Docs() {
		if want[doc.Code] == "" {
			continue
		}
		var got []string
		for _, example := range examples(t, sections(doc.Text)["Fails"]) {
			for _, d := range findings(t, example, twins["as it stands"]) {
				if d.Code != doc.Code {
					continue
				}
				got = append(got, d.Severity.String())
				if len([]rune(d.Message)) > 105 || d.Help == "" {
					t.Errorf("%s: %q, help %q", d.Code, d.Message, d.Help)
				}
			}
		}
		if s := strings.Join(got, " "); s != want[doc.Code] {
			t.Errorf("%s: %s, want %s", doc.Code, s, want[doc.Code])
		}
	}
}
