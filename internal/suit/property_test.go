package suit_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

var (
	demands  = []string{"bend", "arch", "turn", "load", "stand", "reach"}
	anyClass = rapid.Map(rapid.IntRange(0, 3), func(n int) regimen.LoadClass { return regimen.LoadClass(n) })
	anyWord  = rapid.SampledFrom([]string{"suitable", "caution", "modify", "avoid"})
)

func ascending(t *rapid.T, n int, label string) []int {
	list := rapid.SliceOfN(rapid.IntRange(0, 3), n, n).Draw(t, label)
	slices.Sort(list)
	return list
}

func drawExercise(t *rapid.T, id string) *regimen.Exercise {
	e := exercise(id)
	e.Tagged = rapid.IntRange(0, 9).Draw(t, "tagged") > 0
	e.UsualLoad, e.LoadFloor = anyClass.Draw(t, "usual"), anyClass.Draw(t, "floor")
	for _, s := range rapid.SliceOfNDistinct(rapid.SampledFrom(demands), 0, 5, rapid.ID).Draw(t, "demands") {
		e.Stressors = append(e.Stressors, demand(s, ascending(t, 4, "grades")...))
	}
	if rapid.IntRange(0, 4).Draw(t, "gated") == 0 {
		stage := word(fmt.Sprint("stage-", rapid.IntRange(0, 2).Draw(t, "not before")))
		e.NotBefore = []regimen.StageLimit{{Condition: word("c0"), Stage: stage}}
	}
	return e
}

func drawCondition(t *rapid.T, id string) *regimen.Condition {
	c := &regimen.Condition{Page: regimen.Page{ID: id}, PostOperative: rapid.Bool().Draw(t, "post-operative")}
	for i := range 3 {
		s := &regimen.Stage{ID: fmt.Sprint("stage-", i)}
		if s.HasMaxLoad = rapid.IntRange(0, 3).Draw(t, "capped") == 0; s.HasMaxLoad {
			s.MaxLoad = anyClass.Draw(t, "max-load")
		}
		for _, d := range rapid.SliceOfNDistinct(rapid.SampledFrom(demands), 0, 6, rapid.ID).Draw(t, "tolerates") {
			s.Tolerates = append(s.Tolerates, tolerance(d, [3]int(ascending(t, 3, "limits"))))
		}
		c.Stages = append(c.Stages, s)
	}
	for range rapid.IntRange(0, 3).Draw(t, "overrides") {
		o := unreviewed(fmt.Sprint("e", rapid.IntRange(0, 3).Draw(t, "exercise")), fmt.Sprint("stage-", rapid.IntRange(0, 2).Draw(t, "stage")), anyWord.Draw(t, "verdict"))
		if rapid.Bool().Draw(t, "reviewed") {
			o = reviewed(o.Exercise.ID, o.Stage.ID, o.Verdict)
		}
		c.Overrides = append(c.Overrides, o)
	}
	return c
}

func drawLibrary(t *rapid.T) *regimen.Library {
	lib := &regimen.Library{}
	for i := range 4 {
		lib.Exercises = append(lib.Exercises, drawExercise(t, fmt.Sprint("e", i)))
	}
	for i := range 2 {
		lib.Conditions = append(lib.Conditions, drawCondition(t, fmt.Sprint("c", i)))
	}
	return lib
}

func drawRow(t *rapid.T) *regimen.Prescription {
	r := row(fmt.Sprint("e", rapid.IntRange(0, 4).Draw(t, "row")))
	if r.HasClass = rapid.Bool().Draw(t, "classed"); r.HasClass {
		r.Class = anyClass.Draw(t, "class")
	}
	r.Modification = rapid.SampledFrom([]string{"", "smaller"}).Draw(t, "modification")
	if rapid.IntRange(0, 3).Draw(t, "some weeks") == 0 {
		r.Weeks = span(rapid.IntRange(1, 9).Draw(t, "from"), 0)
	}
	return r
}

func drawProgramme(t *rapid.T) *regimen.Programme {
	p := declare(programme(), "c0/stage-0", "c1/stage-1")
	for i := range rapid.IntRange(1, 2).Draw(t, "sessions") {
		p.Sessions = append(p.Sessions, session(fmt.Sprint("s", i), rapid.SliceOfN(rapid.Custom(drawRow), 1, 4).Draw(t, "rows")...))
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "phases") {
		ph := regimen.Phase{Weeks: span(1+4*i, 4+4*i), HasMaxLoad: rapid.Bool().Draw(t, "capped"), MaxLoad: anyClass.Draw(t, "cap")}
		if rapid.Bool().Draw(t, "later stage") {
			ph.Stages = []regimen.StageLimit{{Condition: word("c0"), Stage: word(fmt.Sprint("stage-", i))}}
		}
		p.Phases = append(p.Phases, ph)
	}
	return p
}

func TestVerdictIsMonotoneInGrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := drawExercise(t, "e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		harder := *e
		harder.Stressors = slices.Clone(e.Stressors)
		for i := range harder.Stressors {
			for k, g := range harder.Stressors[i].Grades {
				harder.Stressors[i].Grades[k] = rapid.IntRange(g, 3).Draw(t, "grade")
			}
		}
		notMilder(t, suit.Judge(e, c, c.Stages[0], class), suit.Judge(&harder, c, c.Stages[0], class))
	})
}

func TestVerdictIsMonotoneInLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := drawExercise(t, "e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		heavier := regimen.LoadClass(rapid.IntRange(int(class), 3).Draw(t, "heavier"))
		notMilder(t, suit.Judge(e, c, c.Stages[1], class), suit.Judge(e, c, c.Stages[1], heavier))
	})
}

func TestVerdictIsMonotoneInStrictness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := drawExercise(t, "e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		stricter := *c.Stages[0]
		stricter.Tolerates = slices.Clone(stricter.Tolerates)
		for i := range stricter.Tolerates {
			l := &stricter.Tolerates[i]
			l.Modify = rapid.IntRange(0, l.Modify).Draw(t, "modify")
			l.Caution = rapid.IntRange(0, min(l.Caution, l.Modify)).Draw(t, "caution")
			l.OK = rapid.IntRange(0, min(l.OK, l.Caution)).Draw(t, "ok")
		}
		for _, d := range demands {
			limited := slices.ContainsFunc(stricter.Tolerates, func(l regimen.Tolerance) bool { return l.Stressor.Is(d) })
			if !limited && rapid.Bool().Draw(t, "also "+d) {
				stricter.Tolerates = append(stricter.Tolerates, tolerance(d, [3]int(ascending(t, 3, "limits"))))
			}
		}
		notMilder(t, suit.Judge(e, c, c.Stages[0], class), suit.Judge(e, c, &stricter, class))
	})
}

func notMilder(t *rapid.T, a, b suit.Judgement) {
	if b.Verdict < a.Verdict || b.Model < a.Model {
		t.Fatalf("%v (model %v) became %v (model %v)", a.Verdict, a.Model, b.Verdict, b.Model)
	}
}

func TestNoDemandsSuitEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := exercise("e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		c.Overrides = nil
		for _, s := range c.Stages {
			j := suit.Judge(e, c, s, class)
			if over := s.HasMaxLoad && class > s.MaxLoad; over != j.ByLoad || over != (j.Verdict == suit.Avoid) || !over && j.Verdict != suit.Suitable {
				t.Fatalf("%v, over the stage's load: %v", j.Verdict, over)
			}
		}
	})
}

func TestOrderOfStressorsAndOverridesIsOfNoAccount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := drawExercise(t, "e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		before := suit.Judge(e, c, c.Stages[0], class)
		e.Stressors = rapid.Permutation(e.Stressors).Draw(t, "stressors")
		c.Stages[0].Tolerates = rapid.Permutation(c.Stages[0].Tolerates).Draw(t, "tolerates")
		c.Overrides = rapid.Permutation(c.Overrides).Draw(t, "overrides")
		after := suit.Judge(e, c, c.Stages[0], class)
		a, b := causes(before.Causes), causes(after.Causes)
		slices.Sort(a)
		slices.Sort(b)
		if before.Verdict != after.Verdict || before.Model != after.Model || !slices.Equal(a, b) ||
			(before.Override == nil) != (after.Override == nil) {
			t.Fatalf("%+v became %+v", before, after)
		}
	})
}

// Every cause alone is at the verdict's level, and taking all of them away makes
// the model milder.
func TestCausesExplainTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, c, class := drawExercise(t, "e0"), drawCondition(t, "c0"), anyClass.Draw(t, "class")
		j := suit.Judge(e, c, c.Stages[0], class)
		if j.Model == suit.Suitable || j.Model == suit.Unknown || j.ByLoad || j.ByStage {
			return
		}
		if len(j.Causes) == 0 {
			t.Fatalf("%v without a cause", j.Model)
		}
		for _, cause := range j.Causes {
			e.Stressors = slices.DeleteFunc(e.Stressors, func(s regimen.Stressor) bool { return s.Is(cause.Stressor) })
		}
		if milder := suit.Judge(e, c, c.Stages[0], class); milder.Model >= j.Model {
			t.Fatalf("%v stays without its causes %v", milder.Model, j.Causes)
		}
	})
}

func TestRemovingARowNeverWorsens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lib, p := drawLibrary(t), drawProgramme(t)
		before := suit.Prove(lib, p)
		s := rapid.SampledFrom(p.Sessions).Draw(t, "session")
		i := rapid.IntRange(0, len(s.Rows)-1).Draw(t, "row")
		s.Rows = slices.Delete(slices.Clone(s.Rows), i, i+1)
		for i, after := range suit.Prove(lib, p) {
			if after.Result > before[i].Result {
				t.Fatalf("%v became %v", before[i].Result, after.Result)
			}
		}
	})
}

func TestOrderOfConditionsIsOfNoAccount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lib, p := drawLibrary(t), drawProgramme(t)
		before := suit.Prove(lib, p)
		slices.Reverse(p.Conditions)
		after := suit.Prove(lib, p)
		slices.Reverse(after)
		for i := range before {
			if before[i].Condition != after[i].Condition || before[i].Result != after[i].Result ||
				before[i].Unread != after[i].Unread || !reflect.DeepEqual(before[i].Rows, after[i].Rows) {
				t.Fatalf("%+v became %+v", before[i], after[i])
			}
		}
	})
}

// The result is the worst of the rows', and Worst holds that row.
func TestResultFollowsFromTheRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range suit.Prove(drawLibrary(t), drawProgramme(t)) {
			all, worst := suit.Proven, suit.Proven
			if f.Unread > 0 {
				all, worst = suit.Unproven, suit.Unproven
			}
			for i := range f.Rows {
				all = max(all, f.Rows[i].Result())
			}
			for r := range f.Worst() {
				worst = max(worst, r.Result())
			}
			if f.Result != all || f.Result != worst {
				t.Fatalf("%v, of the rows %v, of the worst %v", f.Result, all, worst)
			}
			joined := f.Joined()
			if len(joined) > len(f.Rows) || len(slices.Collect(f.Worst())) > len(joined) {
				t.Fatal("joining made rows")
			}
		}
	})
}

// What is proposed passes, is another exercise, and comes in one order.
func TestSubstitutesPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lib := drawLibrary(t)
		for _, e := range lib.Exercises {
			e.Pattern = word(rapid.SampledFrom([]string{"squat", "hinge", ""}).Draw(t, "pattern"))
		}
		c := lib.Conditions[0]
		here := suit.Place{Condition: c, Stage: c.Stages[0]}
		got := suit.Substitutes(lib, lib.Exercises[0], here, 2)
		if len(got) > 2 {
			t.Fatalf("%d of at most 2", len(got))
		}
		for _, x := range got {
			if !x.Verdict.Passes() || x.Exercise == lib.Exercises[0] || !suit.Shares(x.Exercise, lib.Exercises[0]) {
				t.Fatalf("%s: %v", x.Exercise.ID, x.Verdict)
			}
		}
		slices.Reverse(lib.Exercises)
		if again := ids(suit.Substitutes(lib, lib.Exercises[3], here, 2)); !slices.Equal(again, ids(got)) {
			t.Fatalf("%q, then %q", ids(got), again)
		}
	})
}
