package regimen

// Condition is a state of health with its stages, earliest first.
type Condition struct {
	Page
	Aliases []string // other names, for search
	// Clearance is the least a reader needs before starting: 0 none, 1 self-screened,
	// 2 a health professional agreed, 3 a specialist with stage limits, 4 supervised.
	Clearance         int
	Direction         string
	PostOperative     bool
	Stages            []*Stage
	Guidance          []Guidance
	Overrides         []Override
	ThresholdsVersion string
}

// Stage finds a stage and its place in the order, or nil and -1.
func (c *Condition) Stage(id string) (*Stage, int) {
	for i, s := range c.Stages {
		if s.ID == id {
			return s, i
		}
	}
	return nil, -1
}

// Stage is a phase of a condition with what it tolerates.
type Stage struct {
	Origin
	ID, Title, Entry string
	PainProfile      string
	Clearance        int
	Untagged         string
	Flare            bool
	GroupPositions   bool
	MaxLoad          LoadClass
	HasMaxLoad       bool
	Tolerates        []Tolerance
}

// Tolerance is what a stage allows of a stressor: a grade up to OK is suitable,
// up to Caution caution, up to Modify modify, above it avoid.
type Tolerance struct {
	Stressor            Word
	OK, Caution, Modify int
}

// Guidance is what the author wants said of an exercise by name.
type Guidance struct {
	Origin
	Exercise Word
	Action   string
	While    []Word
	Because  string
	Instead  []Word // "none" says there is none
}

// Override replaces the model's verdict, under a name.
type Override struct {
	Origin
	Exercise, Stage         Word
	Verdict                 string
	Because, By, Role, Date string
}
