package regimen

import (
	"regimen/internal/dose"
)

// Programme is a course of sessions over weeks.
type Programme struct {
	Page
	Goal, Level, Audience, Scope string
	For, NotFor                  []string
	Conditions                   []Declared
	Clearance                    int // 0-4, see Condition.Clearance
	Safety                       Word
	Equipment                    []AnyOf
	Schedule                     Schedule
	Phases                       []Phase
	Overload                     Overload
	Sessions                     []*Session
	Progress, BackOff            []string // signals
	Author                       *Person
	Version                      string
	Since                        string
	Supervision                  string
	Builds                       []Word
	Deload                       string
	Related                      []Word
	RenamedFrom                  []Word
}

// Declared is a condition and stage that a programme says it suits.
type Declared struct {
	Origin
	Condition, Stage Word
}

// Session finds a session by id, or nil.
func (p *Programme) Session(id string) *Session {
	for _, s := range p.Sessions {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Weeks counts the weeks of the closed phases.
func (p *Programme) Weeks() int {
	n := 0
	for _, ph := range p.Phases {
		n = max(n, ph.Weeks.Max)
	}
	return n
}

// Range is an ascending range of whole numbers; Open has no upper end, and Max is
// then 0.
type Range struct {
	Min, Max int
	Open     bool
}

// Holds reports whether n lies in the range.
func (r Range) Holds(n int) bool { return n >= r.Min && (r.Open || n <= r.Max) }

// Phase is a stretch of weeks with a focus and limits of load.
type Phase struct {
	Origin
	Name, Focus string
	Weeks       Range
	Stages      []StageLimit // the stage in force, by condition, from here on
	Sessions    []Word       // empty: all
	Rows        []*Prescription
	MaxLoad     LoadClass
	HasMaxLoad  bool
	MaxIncrease float64 // percent; 0: not stated
	LoadLocked  bool
}

// Overload is how load rises.
type Overload struct {
	Origin
	Method  string
	Confirm int // top sessions in a row before the load goes up
	Step    string
	Stall   string
	Base    string
}

// Session is one visit: its rows in order.
type Session struct {
	Origin
	ID, Title string
	Minutes   Range // as stated; zero: not stated
	WarmUp    string
	Rows      []*Prescription
	Groups    []Group
}

// Group joins rows that are done in turn.
type Group struct {
	Origin
	ID, Kind          string
	Every, Work, Rest dose.Range // seconds
	Rounds            int
}

// Prescription is one row of a session.
type Prescription struct {
	Origin
	ID           string
	Exercise     Word
	Dose         dose.Dose
	Role         string
	Class        LoadClass
	HasClass     bool
	Load         string // a mass or a band's level, as written in canonical form
	PercentOf    string
	Side         string
	Cap          string
	IntraRest    dose.Range
	Note         string
	Modification string
	Variant      Word
	Group        string
	Substitutes  []Substitute
	Weeks        Range // zero: in all weeks
	Loads        []WeekLoad
}

// Works reports whether the row trains, rather than prepares or winds down.
func Works(role string) bool {
	switch role {
	case "warm-up", "activation", "mobility", "cool-down", "conditioning":
		return false
	}
	return true
}

// WeekLoad is a planned load of one week.
type WeekLoad struct {
	Week int
	Load Word
}

// Letter is the group of the row: A of A1; empty for a row on its own.
func (p *Prescription) Letter() string { return groupOf(p.Group) }

// Group finds the group of a row's mark (A of A1), or nil.
func (s *Session) Group(mark string) *Group {
	letter := groupOf(mark)
	for i := range s.Groups {
		if mark != "" && s.Groups[i].ID == letter {
			return &s.Groups[i]
		}
	}
	return nil
}
