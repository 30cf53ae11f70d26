package regimen

// Role is what a row is for: as written, else what its exercise suggests.
func (l *Library) Role(row *Prescription) string {
	if row.Role != "" {
		return row.Role
	}
	e := l.Exercise(row.Exercise.ID)
	if e == nil {
		return "main"
	}
	switch e.Category.ID {
	case "mobility", "breathing":
		return "mobility"
	case "core-stability":
		return "core"
	case "conditioning":
		return "conditioning"
	}
	switch e.Pattern.ID {
	case "carry":
		return "carry"
	case "power":
		return "power"
	}
	return "main"
}
