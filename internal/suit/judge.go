package suit

import (
	"slices"

	"regimen/internal/regimen"
)

// Judge compares what an exercise demands at a load class with what a stage of a
// condition tolerates, then applies the condition's overrides and its stricter
// guidance (the suitability model). An untagged exercise stays unknown, whatever the gates of stage and load say.
func Judge(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, class regimen.LoadClass) Judgement {
	j := decide(e, c, stage, class)
	if j.Model != Suitable && j.Model != Unknown {
		j.Causes = causes(e, stage, j)
	}
	return j
}

// decide judges without looking for causes, which take half of the time.
func decide(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, class regimen.LoadClass) Judgement {
	j := modelled(e, c, stage, class)
	j.Verdict, j.Override = overridden(e, c, stage, j.Model)
	if own := guided(e, c, stage, j.Verdict); own != nil {
		j.Verdict, _ = ParseVerdict(own.Verdict)
		j.Override = own
	}
	return j
}

// modelled judges without what the condition says of the exercise by name.
func modelled(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, class regimen.LoadClass) Judgement {
	j := Judgement{Class: max(class, e.LoadFloor)}
	j.ByLoad = stage.HasMaxLoad && j.Class > stage.MaxLoad
	j.ByStage = early(e, c, stage)
	j.Model = demanded(e, stage, j.Class)
	if j.Model != Unknown && (j.ByLoad || j.ByStage) {
		j.Model = Avoid
	}
	return j
}

// demanded is the strictest verdict of any stressor.
func demanded(e *regimen.Exercise, stage *regimen.Stage, class regimen.LoadClass) Verdict {
	if !e.Tagged {
		return Unknown
	}
	v := Suitable
	for i := range e.Stressors {
		s := &e.Stressors[i]
		if t := tolerance(stage, s.ID); t != nil {
			v = max(v, allowed(t, s.Grades[class]))
		}
	}
	return v
}

// causes lists the stressors that alone would have given the model's verdict.
func causes(e *regimen.Exercise, stage *regimen.Stage, j Judgement) []Cause {
	var out []Cause
	for i := range e.Stressors {
		s := &e.Stressors[i]
		t := tolerance(stage, s.ID)
		if t != nil && allowed(t, s.Grades[j.Class]) == j.Model {
			out = append(out, Cause{Stressor: s.ID, Grade: s.Grades[j.Class], Limit: *t})
		}
	}
	return out
}

func allowed(t *regimen.Tolerance, grade int) Verdict {
	switch {
	case grade <= t.OK:
		return Suitable
	case grade <= t.Caution:
		return Caution
	case grade <= t.Modify:
		return Modify
	}
	return Avoid
}

// tolerance is nil where the stage does not restrict the stressor.
func tolerance(stage *regimen.Stage, stressor string) *regimen.Tolerance {
	for i := range stage.Tolerates {
		if t := &stage.Tolerates[i]; t.Stressor.ID == stressor {
			return t
		}
	}
	return nil
}

func early(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage) bool {
	for _, limit := range e.NotBefore {
		if limit.Condition.ID != c.ID {
			continue
		}
		_, first := c.Stage(limit.Stage.ID)
		_, now := c.Stage(stage.ID)
		if first > now {
			return true
		}
	}
	return false
}

// Reviewed reports whether an override names who decided, in which role and when;
// only such a one may lower a verdict.
func Reviewed(o *regimen.Override) bool { return o.By != "" && o.Role != "" && o.Date != "" }

// overridden applies the overrides in two steps, so that their order is of no
// account and a milder model never ends stricter: the strictest reviewed one
// replaces the verdict, then any other raises it.
func overridden(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, model Verdict) (Verdict, *regimen.Override) {
	v := model
	var by *regimen.Override
	for _, reviewed := range [...]bool{true, false} {
		for i := range c.Overrides {
			o := &c.Overrides[i]
			if !o.Exercise.Is(e.ID) || !o.Stage.Is(stage.ID) || Reviewed(o) != reviewed {
				continue
			}
			if w, ok := ParseVerdict(o.Verdict); ok && (reviewed && by == nil || raises(w, v)) {
				v, by = w, o
			}
		}
	}
	if v == model {
		return v, nil
	}
	return v, by
}

// guided is the condition's own guidance for the stage as an override, where it is
// stricter than the verdict. Guidance that the model reaches at the usual load only
// tells it to the reader: how a lighter load fares is then the model's to say.
func guided(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, v Verdict) *regimen.Override {
	var by *regimen.Override
	for i := range c.Guidance {
		g := &c.Guidance[i]
		w, ok := ParseVerdict(g.Action)
		if !ok || !g.Exercise.Is(e.ID) || !raises(w, v) || !names(g.While, stage.ID) {
			continue
		}
		if raises(w, modelled(e, c, stage, e.UsualLoad).Model) {
			v = w
			by = &regimen.Override{Origin: g.Origin, Exercise: g.Exercise, Stage: regimen.Word{ID: stage.ID}, Verdict: g.Action, Because: g.Because}
		}
	}
	return by
}

func names(words []regimen.Word, id string) bool {
	return slices.ContainsFunc(words, func(w regimen.Word) bool { return w.Is(id) })
}

// raises reports whether w is stricter than v whatever v may turn out to be.
func raises(w, v Verdict) bool {
	if v == Unknown {
		return w == Avoid
	}
	return w > v
}
