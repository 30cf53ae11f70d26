package regimen

import "slices"

// Schedule says on which days which session is done: weekdays with a rotation,
// or a number a week or a day.
type Schedule struct {
	Origin
	Days    []Word // weekdays, in the order of the week
	Rotate  []Word // sessions in turn; "rest" is a day off
	PerWeek int
	PerDay  int
	MinGap  int // days between two sessions
}

// Rest is the word for a slot without a session.
const Rest = "rest"

// Cycle lays the rotation over the weekdays: one list of session ids a week,
// until the pattern begins anew. Without weekdays it is one week of the rotation.
func (s Schedule) Cycle() [][]string {
	slots, turn := len(s.Days), len(s.Rotate)
	if slots == 0 {
		slots = s.PerWeek
	}
	if slots == 0 {
		slots = 7 * s.PerDay
	}
	if slots == 0 || turn == 0 {
		return nil
	}
	weeks := turn / gcd(slots, turn)
	cycle := make([][]string, weeks)
	for i := range slots * weeks {
		cycle[i/slots] = append(cycle[i/slots], s.Rotate[i%turn].ID)
	}
	return cycle
}

// Occurs lists the weekdays on which a session stands, one list a week of the
// cycle.
func (s Schedule) Occurs(session string) [][]string {
	cycle := s.Cycle()
	days := make([][]string, len(cycle))
	for week, slots := range cycle {
		for i, id := range slots {
			if id == session && i < len(s.Days) {
				days[week] = append(days[week], s.Days[i].ID)
			}
		}
	}
	return days
}

// DayIndex is the place of a weekday in the week, Monday being 0; -1 if unknown.
func DayIndex(day string) int { return slices.Index(Words("weekday"), day) }

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
