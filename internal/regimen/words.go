package regimen

// LoadClass says how heavy an exercise is done: light is under 60 % of the
// one-repetition maximum, moderate 60-79 %, heavy 80 % and up.
type LoadClass int8

// The load classes, in order.
const (
	NoLoad LoadClass = iota
	Light
	Moderate
	Heavy
)

// loadClasses are the words of the classes, in order.
var loadClasses = [...]string{"none", "light", "moderate", "heavy"}

// String is the word of the class.
func (c LoadClass) String() string { return loadClasses[c] }

// ParseLoadClass reads the word of a class.
func ParseLoadClass(word string) (LoadClass, bool) {
	for i, w := range loadClasses {
		if w == word {
			return LoadClass(i), true
		}
	}
	return NoLoad, false
}

// The closed lists that belong to the model's shape. What a site may extend
// stands in vocabulary.md instead.
const (
	SidesBoth        = "both"        // both sides work together
	SidesEach        = "each"        // all of one side, then the other
	SidesAlternating = "alternating" // left and right in turn
)

// Words lists a closed list of the model's shape by name: "sides", "goal" and so on.
func Words(list string) []string {
	switch list {
	case "load":
		return loadClasses[:]
	case "sides":
		return []string{SidesBoth, SidesEach, SidesAlternating}
	case "measure":
		return []string{"reps", "time", "distance", "cycles", "breaths", "steps", "calories"}
	case "position":
		return []string{"supine", "prone", "side-lying", "hands-and-knees", "kneeling", "sitting", "standing", "hanging"}
	case "status":
		return []string{StatusPublished, StatusDraft, StatusStub, StatusUnlisted, StatusPrivate}
	case "goal":
		return []string{"rehab", "strength", "hypertrophy", "power", "endurance", "mobility", "general-health", "falls-prevention"}
	case "level":
		return []string{"novice", "intermediate", "advanced"}
	case "audience":
		return []string{"adult", "over-65"}
	case "role":
		return []string{"warm-up", "activation", "power", "main", "accessory", "core", "carry", "conditioning", "mobility", "cool-down"}
	case "weekday":
		return []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	case "overload":
		return []string{"double", "linear", "percent", "none"}
	case "since":
		return []string{"surgery", "clearance", "programme-start"}
	case "direction":
		return []string{"flexion-limited", "extension-limited", "none"}
	case "pain-profile":
		return []string{"standard", "strict"}
	case "untagged":
		return []string{"warning", "error"}
	case "action":
		return []string{"avoid", "modify", "depends"}
	case "verdict":
		return []string{"suitable", "caution", "modify", "avoid"}
	case "tier":
		return []string{"emergency", "urgent", "routine"}
	case "group-kind":
		return []string{"superset", "circuit", "emom", "intervals", "ladder", "cluster", "compound"}
	case "percent-of":
		return []string{"1rm", "training-max"}
	case "side":
		return []string{"left", "right"}
	case "guide-kind":
		return []string{"article", "case"}
	case "units":
		return []string{"kg", "lb"}
	case "view":
		return []string{"front", "back"}
	case "session-warm-up":
		return []string{"self"}
	case "sheet":
		return []string{"large", "a5", "pocket", "log", "booklet"}
	case "deload":
		return []string{"reactive", "planned"}
	}
	return nil
}

// The states of a file: only a published one appears in lists, feeds and search.
const (
	StatusPublished = "published"
	StatusDraft     = "draft"
	StatusStub      = "stub"
	StatusUnlisted  = "unlisted"
	StatusPrivate   = "private"
)
