package dose

import "strconv"

// measure is a unit as written: a number of it, times and then divided by, is
// an amount in Unit. The zero measure is a bare number, which counts reps.
type measure struct {
	Unit
	times, by int64
}

func measureOf(k kind) (m measure, ok bool) {
	switch k {
	case kRep:
		return measure{Reps, 1, 1}, true
	case kSecond:
		return measure{Seconds, 1, 1}, true
	case kMinute:
		return measure{Seconds, 60, 1}, true
	case kHour:
		return measure{Seconds, 3600, 1}, true
	case kM, kMetre:
		return measure{Metres, 1, 1}, true
	case kKilometre:
		return measure{Metres, 1000, 1}, true
	case kYard:
		return measure{Metres, yard, one}, true
	case kCycle:
		return measure{Cycles, 1, 1}, true
	case kBreath:
		return measure{Breaths, 1, 1}, true
	case kStep:
		return measure{Steps, 1, 1}, true
	case kCalorie:
		return measure{Calories, 1, 1}, true
	}
	return measure{Reps, 1, 1}, false
}

// yard is 0.9144 m in ten-thousandths.
const yard = 9144

func (m measure) base(value int64) int64 { return value * m.times / m.by }

// whole writes a fraction of minutes, hours or kilometres as whole seconds or
// metres; it is empty where that is not possible.
func (m measure) whole(n numbers) string {
	lo, hi := m.base(n.lo), m.base(n.hi)
	if m.times == 1 || m.by != 1 || lo%one != 0 || hi%one != 0 {
		return ""
	}
	s := strconv.FormatInt(lo/one, 10)
	if hi != lo {
		s += "-" + strconv.FormatInt(hi/one, 10)
	}
	if m.Unit == Metres {
		return s + " m"
	}
	return s + " s"
}
