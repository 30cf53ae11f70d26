package dose

// Load is one statement of how heavy or how hard: a percentage, a weight, a
// rating. Range holds its number in the unit written; for Bodyweight it is what
// is added, 0 to 0 for nothing.
type Load struct {
	Kind LoadKind
	Range
	Unit LoadUnit
}

// LoadKind is the sort of a load; a group has at most one of each.
type LoadKind string

// The kinds of load.
const (
	Percent    LoadKind = "percent"
	RPE        LoadKind = "RPE"
	RIR        LoadKind = "RIR"
	Mass       LoadKind = "mass"
	Bodyweight LoadKind = "bodyweight"
	RepMax     LoadKind = "RM"
)

// LoadUnit is the unit of a Mass or of what is added to Bodyweight, or what a
// Percent is taken of; other loads have none.
type LoadUnit string

// The units of a load.
const (
	Kilograms LoadUnit = "kg"
	Pounds    LoadUnit = "lb"
	OneRM     LoadUnit = "1RM"
	MVIC      LoadUnit = "MVIC"
)

// Tempo is the seconds of one repetition: lowering, pause at the bottom,
// lifting, pause at the top. Explosive lifts as fast as possible: Lift is 0.
type Tempo struct {
	Lower, Bottom, Lift, Top int
	Explosive                bool
}

// Frequency is how often: Min to Max times a day or a week, or, with Days,
// once every Min to Max days.
type Frequency struct {
	Per Period
	Range
}

// Period is what a frequency counts by.
type Period string

// The periods, as JSON has them.
const (
	Day  Period = "day"
	Week Period = "week"
	Days Period = "days"
)

// Weeks are the weeks of a programme in which something holds, counted from 1.
// To is 0 when there is no last one ("13+").
type Weeks struct{ From, To int }
