package figure

import "strings"

// idle reports keys that have no effect beside the others of their limb.
func (c *checker) idle(f Figure) {
	var reaching [2]Hand
	all := f.layers()
	for i, l := range all {
		sheets := l.sheets()
		for _, s := range sheets {
			for _, side := range s.sides {
				if s.keys.Hand.written() {
					reaching[side] = s.keys.Hand
				}
			}
		}
		for _, s := range sheets {
			c.idleAngles(s, reaching)
			if s.keys.ElbowTo != "" && !reachLater(s.sides, reaching, all[i+1:]) {
				c.warn(join(s.path, "elbow-to"), "elbow-to is used only with hand")
			}
		}
	}
}

// idleAngles reports the arm's angles where a hand of every side they are for reaches.
func (c *checker) idleAngles(s sheet, reaching [2]Hand) {
	for _, side := range s.sides {
		if !reaching[side].reaches() {
			return
		}
	}
	for _, j := range []Joint{Shoulder, ShoulderOut, ShoulderTurn, Elbow} {
		if a := s.keys.Angles[j]; a.Set {
			c.warn(join(s.path, j.String()), "hand: %s decides the arm; %s: %s has no effect",
				reaching[s.sides[0]], j, plain(a.Degrees))
		}
	}
}

// reachLater reports whether one of the sides reaches now or in a layer above.
func reachLater(sides []side, now [2]Hand, above []layer) bool {
	for _, side := range sides {
		if now[side].reaches() {
			return true
		}
		for _, l := range above {
			for _, s := range l.sheets() {
				if s.keys.Hand.reaches() && (len(s.sides) == 2 || s.sides[0] == side) {
					return true
				}
			}
		}
	}
	return false
}

func (h Hand) reaches() bool { return h.written() && h.Place != "none" }

func (h Hand) String() string {
	if h.Target == nil {
		return h.Place
	}
	var numbers []string
	for _, x := range h.Target {
		numbers = append(numbers, plain(x))
	}
	return "[" + strings.Join(numbers, ", ") + "]"
}
