package dose

import "fmt"

func (l Load) inWords() string {
	n := l.Range.inWords()
	switch l.Kind {
	case Percent:
		if l.Unit == MVIC {
			return "at " + n + "% of the maximum voluntary contraction"
		}
		return "at " + n + "% of 1RM"
	case RIR:
		return "with " + counted(l.Range, "reps") + " in reserve"
	case Mass:
		return "at " + n + " " + string(l.Unit)
	case Bodyweight:
		if l.Range == (Range{}) {
			return "at bodyweight"
		}
		return "at bodyweight plus " + n + " " + string(l.Unit)
	case RepMax:
		return "at " + n + "RM"
	}
	return "at RPE " + n
}

func (t Tempo) inWords() string {
	lift := fmt.Sprintf("%d s up", t.Lift)
	if t.Explosive {
		lift = "up as fast as possible"
	}
	return fmt.Sprintf("tempo %d s down, %s, %s, %s", t.Lower, pauseInWords(t.Bottom), lift, pauseInWords(t.Top))
}

func pauseInWords(seconds int) string {
	if seconds == 0 {
		return "no pause"
	}
	return fmt.Sprintf("%d s pause", seconds)
}

func (f Frequency) inWords() string {
	switch {
	case f.Per == Days && f.Range == Range{2, 2}:
		return "every other day"
	case f.Per == Days:
		return "every " + counted(f.Range, "days")
	case f.Range == Range{1, 1}:
		return "once a " + string(f.Per)
	case f.Range == Range{2, 2}:
		return "twice a " + string(f.Per)
	}
	return f.Range.inWords() + " times a " + string(f.Per)
}
