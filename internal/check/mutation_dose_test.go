package check_test

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// doseSlips are the slips in what a prescription says, and in weeks.
func doseSlips() []slip {
	return []slip{
		{"range that runs downwards", inDoses(`(\d+)-(\d+)`, downwards, "dose", "reps", "sets", "weeks", "minutes", "points")},
		{"rest without its unit", inDoses(`rest (\d+)( s| min)`, noUnit, "dose")},
		{"share without its sign", inDoses(`^(\d+)( %)$`, noSign, "percent")},
		{"decimal comma in a weight", inDoses(`^\d[^,]*?()(?:,.*|)$`, commaWeight, "dose")},
		{"decimal comma in a share", inDoses(`^(\d+) %$`, commaShare, "percent")},
		{"decimal comma in `{…}`", commaInBraces},
		{"letter O for zero", inDoses(`(\d*0)\b`, letterO, "dose", "reps", "rest")},
		{"`@8`", inDoses(`^\d[^,@]*?()(?:,.*|)$`, atEight, "dose")},
		{"Cyrillic х for x", inDoses(`\d (x) \d`, cyrillic, "dose")},
		{"tempo of three digits", inDoses(`^[^t,|]*()$`, shortTempo, "dose")},
		{"zero sets", inDoses(`^(\d+) x`, zeroSets, "dose")},
		{"line and columns both", atEach(lineAndColumns)},
		{"each side missing", inDoses(`((?:\d+-)?\d+(?: s| min| m| reps)?)( each side)`, noSide, "dose")},
		{"each side of a two-sided exercise", inDoses(`x (?:\d+-)?\d+(?: s| min| m| cycles| breaths)?()(?:,|$)`, needlessSide, "dose")},
		{"reps where time or another measure is due", inDoses(`x ((?:\d+-)?\d+)( s| min| m| cycles| breaths)\b`, noMeasure, "dose")},
		{"time where reps are due", inDoses(`x ((?:\d+-)?\d+)()(?: each side)?(?:,|$)`, wrongMeasure, "dose")},
		{"weeks that overlap", weekOverlap},
		{"weeks that leave a gap", weekGap},
	}
}

// inDoses plants a slip at each match in the values that hold some thing. m holds the
// offsets of the match and its groups, counted from the file's start.
func inDoses(pattern string, plant func(f *subject, s spot, m []int) (planted, bool), holds ...string) func(*subject, *rand.Rand) []planted {
	form := regexp.MustCompile(pattern)
	return func(f *subject, _ *rand.Rand) []planted {
		var out []planted
		for _, s := range f.spots {
			if !s.is(holds...) || !f.plain(s) {
				continue
			}
			for _, m := range form.FindAllStringSubmatchIndex(f.get(s.value), -1) {
				for i := range m {
					m[i] += s.value.start
				}
				if p, ok := plant(f, s, m); ok {
					out = append(out, p)
				}
			}
		}
		return out
	}
}

func downwards(f *subject, _ spot, m []int) (planted, bool) {
	low, high := f.text[m[2]:m[3]], f.text[m[4]:m[5]]
	if f.text[m[0]-1] == '-' || f.text[m[1]] == '-' {
		return planted{}, false // a tempo
	}
	return planted{text: f.replaced(stretch{m[0], m[1]}, high+"-"+low), code: "P03", at: m[0], word: low + "-" + high, mended: f.text}, low != high
}

// noUnit has no one answer: seconds or minutes are asked for.
func noUnit(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.replaced(stretch{m[4], m[5]}, ""), code: "R09", at: m[2]}, true
}

func noSign(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.replaced(stretch{m[4], m[5]}, ""), code: "R09", at: m[2], word: f.text[m[0]:m[1]]}, true
}

func commaWeight(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.inserted(m[2], " @ 2,5 kg"), code: "N16", at: m[2] + 3, word: "2.5"}, !strings.Contains(f.text[m[0]:m[1]], "@")
}

func commaShare(f *subject, s spot, m []int) (planted, bool) {
	return planted{text: f.replaced(stretch{m[2], m[3]}, "2,5"), code: "R09", at: m[2], word: "2.5 %"}, !s.flow
}

func commaInBraces(f *subject, _ *rand.Rand) []planted {
	var out []planted
	for _, s := range f.spots {
		if v := f.get(s.value); s.flow && regexp.MustCompile(`^\d+\.\d+$`).MatchString(v) {
			out = append(out, planted{text: f.replaced(s.value, strings.Replace(v, ".", ",", 1)), code: "D08", at: s.value.start, mended: f.text})
		}
	}
	return out
}

func letterO(f *subject, _ spot, m []int) (planted, bool) {
	right := f.text[m[2]:m[3]]
	ok := len(right) > 1
	return planted{text: f.replaced(stretch{m[3] - 1, m[3]}, "O"), code: "N05", at: m[2], word: right}, ok
}

func atEight(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.inserted(m[2], " @8"), code: "N18", at: m[2] + 1, word: "@ RPE 8"}, true
}

func cyrillic(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.replaced(stretch{m[2], m[3]}, "х"), code: "N04", at: m[2], word: "x"}, true
}

func shortTempo(f *subject, s spot, m []int) (planted, bool) {
	return planted{text: f.inserted(m[2], ", tempo 301"), code: "P08", at: m[2] + 8}, !s.flow
}

func zeroSets(f *subject, _ spot, m []int) (planted, bool) {
	return planted{text: f.replaced(stretch{m[2], m[3]}, "0"), code: "P02", at: m[2]}, true
}

// lineAndColumns: the second one is at fault.
func lineAndColumns(f *subject, s spot) (planted, bool) {
	ok := s.is("dose") && !s.flow && s.dash < 0
	return planted{text: f.inserted(s.all.end, strings.Repeat(" ", s.indent)+"sets: 3\n"), code: "R09", at: s.all.end + s.indent}, ok
}

// does is what the exercise of a dose works: its measures and its sides.
func (f *subject) does(s spot) (measure, sides string) {
	name := f.path
	if f.kind != "exercise" {
		item, _ := f.item(s)
		m := regexp.MustCompile(`exercise: ([a-z0-9-]+)`).FindStringSubmatch(f.get(item))
		if m == nil {
			return "", ""
		}
		name = "exercises/" + m[1] + ".md"
	}
	return f.fact(name, "measure"), f.fact(name, "sides")
}

func noSide(f *subject, s spot, m []int) (planted, bool) {
	_, sides := f.does(s)
	p := planted{text: f.replaced(stretch{m[4], m[5]}, ""), code: "P05", at: m[2], mended: f.text}
	return p, (sides == "each" || sides == "alternating")
}

func needlessSide(f *subject, s spot, m []int) (planted, bool) {
	_, sides := f.does(s)
	return planted{text: f.inserted(m[2], " each side"), code: "P05", at: m[2] + 1, mended: f.text}, sides == "both"
}

func noMeasure(f *subject, s spot, m []int) (planted, bool) {
	measure, _ := f.does(s)
	return planted{text: f.replaced(stretch{m[4], m[5]}, ""), code: "P01", at: m[2]}, measure != "" && !strings.Contains(measure, "reps")
}

func wrongMeasure(f *subject, s spot, m []int) (planted, bool) {
	measure, _ := f.does(s)
	return planted{text: f.inserted(m[3], " s"), code: "P01", at: m[2]}, measure == "reps"
}

// phaseWeeks are the weeks of the phases, in order.
func (f *subject) phaseWeeks() (places []stretch, from, to []int) {
	for _, s := range f.spots {
		if s.what != "weeks" {
			continue
		}
		low, high, _ := strings.Cut(strings.TrimSuffix(f.get(s.value), "+"), "-")
		a, _ := strconv.Atoi(low)
		b, _ := strconv.Atoi(high)
		places, from, to = append(places, s.value), append(from, a), append(to, b)
	}
	return places, from, to
}

// weekOverlap stands at the later of two phases, whichever of them was changed.
func weekOverlap(f *subject, _ *rand.Rand) []planted {
	places, from, to := f.phaseWeeks()
	var out []planted
	for i := 1; i < len(places); i++ {
		later := f.get(places[i])
		if to[i-1] == 0 || !strings.ContainsAny(later, "-+") {
			continue // of one week only
		}
		begins := strconv.Itoa(from[i]-1) + later[len(strconv.Itoa(from[i])):]
		out = append(out, planted{text: f.replaced(places[i], begins), code: "W08", at: places[i].start})
		if to[i] == 0 || to[i-1]+1 >= to[i] {
			continue
		}
		ends := strconv.Itoa(from[i-1]) + "-" + strconv.Itoa(to[i-1]+1)
		grown := len(ends) - (places[i-1].end - places[i-1].start)
		out = append(out, planted{text: f.replaced(places[i-1], ends), code: "W08", at: places[i].start + grown})
	}
	return out
}

func weekGap(f *subject, _ *rand.Rand) []planted {
	places, from, to := f.phaseWeeks()
	var out []planted
	for i := 1; i < len(places); i++ {
		later := f.get(places[i])
		if !strings.ContainsAny(later, "-+") || from[i]+1 == to[i] {
			continue
		}
		begins := strconv.Itoa(from[i]+1) + later[len(strconv.Itoa(from[i])):]
		out = append(out, planted{text: f.replaced(places[i], begins), code: "W08", at: places[i].start})
	}
	return out
}
