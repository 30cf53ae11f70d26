package suit_test

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// Only neighbouring weeks of one row, judged alike in all respects, are joined.
func TestJoined(t *testing.T) {
	first, second := row("plank"), row("plank")
	e, s := exercise("plank"), &regimen.Stage{ID: "settled"}
	base := suit.Row{Written: first, Prescription: first, Exercise: e, Stage: s, Weeks: span(5, 8)}
	for name, x := range map[string]struct {
		change func(*suit.Row)
		rows   int
	}{
		"alike":            {func(*suit.Row) {}, 1},
		"another row":      {func(r *suit.Row) { r.Written = second }, 2},
		"exercise":         {func(r *suit.Row) { r.Exercise = exercise("plank") }, 2},
		"stage":            {func(r *suit.Row) { r.Stage = &regimen.Stage{ID: "flare"} }, 2},
		"class":            {func(r *suit.Row) { r.Class = regimen.Light }, 2},
		"assumed":          {func(r *suit.Row) { r.Assumed = true }, 2},
		"met":              {func(r *suit.Row) { r.Met = true }, 2},
		"a gap":            {func(r *suit.Row) { r.Weeks = span(6, 8) }, 2},
		"an open stretch":  {func(r *suit.Row) { r.Weeks = span(5, 0) }, 1},
		"weeks after none": {func(r *suit.Row) { r.Weeks = span(1, 8) }, 2},
	} {
		before, after := base, base
		before.Weeks = span(1, 4)
		if name == "weeks after none" {
			before.Weeks = span(5, 0)
		}
		x.change(&after)
		f := suit.Proof{Rows: []suit.Row{before, after}}
		joined := f.Joined()
		if len(joined) != x.rows {
			t.Errorf("%s: %d rows", name, len(joined))
		}
		if got := joined[0].Weeks; x.rows == 1 && (got.Min != 1 || got.Max != after.Weeks.Max || got.Open != after.Weeks.Open) {
			t.Errorf("%s: weeks %+v", name, got)
		}
	}
}

// The log's next step is judged where the phase allows it; an open last phase at
// the last stage.
func TestNext(t *testing.T) {
	lib := newLibrary(t)
	lib.Exercise("trap-bar-deadlift").Progressions = words("conventional-deadlift", "nowhere")
	lift := row("trap-bar-deadlift")
	lift.Class, lift.HasClass = regimen.Heavy, true
	p := declare(programme(session("a", lift, row("plank"))), "disc-related/irritable")
	next := func() (out []string) {
		f := prove(t, lib, p)
		for n := range f.Next(suit.StepsOf(lib)) {
			out = append(out, strings.Join([]string{n.Row.Exercise.ID, n.Exercise.ID, n.Stage.ID, n.Class.String(), n.Verdict.String(), weeks(n.Row.Weeks)}, " "))
		}
		return out
	}
	if got := next(); !slices.Equal(got, []string{"trap-bar-deadlift conventional-deadlift irritable moderate avoid all"}) {
		t.Errorf("%q", got)
	}
	lib.Exercise("trap-bar-deadlift").Progressions = nil
	lib.Exercise("conventional-deadlift").Regressions = words("trap-bar-deadlift", "conventional-deadlift")
	if got := next(); len(got) != 1 {
		t.Errorf("told by the harder one: %q", got)
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
