package dose

import "strconv"

// String is the load in its canonical form, without "@".
func (l Load) String() string { return string(l.append(nil)) }

func (l Load) append(b []byte) []byte {
	switch l.Kind {
	case Percent:
		b = append(l.Range.append(b), '%')
		return append(b, l.Unit...)
	case RepMax:
		return append(l.Range.append(b), "RM"...)
	case Mass:
		b = append(l.Range.append(b), ' ')
		return append(b, l.Unit...)
	case Bodyweight:
		b = append(b, "bodyweight"...)
		if l.Range == (Range{}) {
			return b
		}
		b = append(l.Range.append(append(b, '+')), ' ')
		return append(b, l.Unit...)
	}
	b = append(b, l.Kind...)
	return l.Range.append(append(b, ' '))
}

// String is the tempo with dashes and all four parts: "3-1-X-0".
func (t Tempo) String() string { return string(t.append(nil)) }

func (t Tempo) append(b []byte) []byte {
	b = strconv.AppendInt(b, int64(t.Lower), 10)
	b = strconv.AppendInt(append(b, '-'), int64(t.Bottom), 10)
	if t.Explosive {
		b = append(b, "-X"...)
	} else {
		b = strconv.AppendInt(append(b, '-'), int64(t.Lift), 10)
	}
	return strconv.AppendInt(append(b, '-'), int64(t.Top), 10)
}

// String is the frequency in its canonical form.
func (f Frequency) String() string { return string(f.append(nil)) }

func (f Frequency) append(b []byte) []byte {
	switch {
	case f.Per == Days:
		b = f.Range.append(append(b, "every "...))
		return append(b, " days"...)
	case f.Per == Day && f.Range == Range{1, 1}:
		return append(b, "daily"...)
	}
	b = append(f.Range.append(b), "x/"...)
	return append(b, f.Per...)
}

// String is the weeks in their canonical form, without the word.
func (w Weeks) String() string {
	s := strconv.Itoa(w.From)
	switch w.To {
	case w.From:
		return s
	case 0:
		return s + "+"
	}
	return s + "-" + strconv.Itoa(w.To)
}

// clockText is seconds as "1:05", or with the mark m as "1m5s".
func clockText(seconds int64, mark string) string {
	m, s := strconv.FormatInt(seconds/60, 10), strconv.FormatInt(seconds%60, 10)
	if mark == "m" {
		return m + "m" + s + "s"
	}
	if len(s) == 1 {
		s = "0" + s
	}
	return m + ":" + s
}
