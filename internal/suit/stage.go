package suit

import "regimen/internal/regimen"

// InForce lists the stage of a condition in force in each phase of a programme: a
// phase may change it from there on. A programme without phases has one stage.
func InForce(p *regimen.Programme, c *regimen.Condition, start *regimen.Stage) []*regimen.Stage {
	stages := make([]*regimen.Stage, 0, max(1, len(p.Phases)))
	now := start
	for i := range p.Phases {
		for _, change := range p.Phases[i].Stages {
			if s, _ := c.Stage(change.Stage.ID); s != nil && change.Condition.Is(c.ID) {
				now = s
			}
		}
		stages = append(stages, now)
	}
	if len(stages) == 0 {
		stages = append(stages, start)
	}
	return stages
}

// Admission is from which stage of a condition an exercise may stand; nil: at none.
type Admission struct {
	Changed   *regimen.Stage // the first at which a change is enough
	AsWritten *regimen.Stage // the first at which nothing or only a note is needed
}

// FirstAdmitting finds the first stages of a condition that admit an exercise at a
// load class.
func FirstAdmitting(e *regimen.Exercise, c *regimen.Condition, class regimen.LoadClass) Admission {
	return admitting(e, c, c.Stages, class)
}

// laterAdmitting is the first stage after the given one that admits the exercise.
func laterAdmitting(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage, class regimen.LoadClass) *regimen.Stage {
	_, now := c.Stage(stage.ID)
	return admitting(e, c, c.Stages[now+1:], class).Changed
}

func admitting(e *regimen.Exercise, c *regimen.Condition, stages []*regimen.Stage, class regimen.LoadClass) Admission {
	var first Admission
	for _, s := range stages {
		v := decide(e, c, s, class).Verdict
		if first.Changed == nil && v <= Modify {
			first.Changed = s
		}
		if v.Passes() {
			first.AsWritten = s
			break
		}
	}
	return first
}
