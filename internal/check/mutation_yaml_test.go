package check_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// yamlSlips are the slips in quotes, brackets, blanks and depth.
func yamlSlips() []slip {
	return []slip{
		{"unquoted `: ` in a value", atGaps(func(s spot) bool { return !s.flow && s.is("text") }, colonInText)},
		{"unquoted `: ` between brackets", atGaps(func(s spot) bool { return s.flow && s.is("text") }, colonInText)},
		{"unquoted `: ` in a list item", atGaps(isTextItem, colonInText)},
		{"unquoted comma in `{…}`", atGaps(func(s spot) bool { return s.flow && s.is("text") }, commaInText)},
		{"`[` never closed", atEach(openBracket("[", "]"))},
		{"`{` never closed", atEach(openBracket("{", "}"))},
		{"`\"` never closed", atEach(openQuote(`"`))},
		{"`'` never closed", atEach(openQuote(`'`))},
		{"tab for indentation", atEach(tabbed)},
		{"no-break space in indentation", noBreakSpace},
		{"no space after a colon", atGaps(func(s spot) bool { return !s.flow }, tightColon)},
		{"no space after a colon in brackets", atGaps(func(s spot) bool { return s.flow }, tightColon)},
		{"no colon after a key", atEach(noColon)},
		{"no space after a dash", atEach(tightDash)},
		{"list item one step too deep", atEach(tooDeep)},
		{"list item one step too shallow", atEach(tooShallow)},
		{"` #` at the end of a text", atEach(hashAtEnd)},
		{"` #` inside a text", atGaps(func(s spot) bool { return s.is("text") || isTextItem(s) }, hashInside)},
		{"curly quotes", atEach(curlyQuotes)},
	}
}

// isTextItem reports whether a spot is an item of a list of texts.
func isTextItem(s spot) bool { return s.dash >= 0 && s.name() == "[]" && !s.flow }

// atGaps plants a slip inside the words of the spots that fit.
func atGaps(fits func(spot) bool, plant func(*subject, spot, int) (planted, bool)) func(*subject, *rand.Rand) []planted {
	gap := regexp.MustCompile(`[a-z] [a-z]`)
	return func(f *subject, random *rand.Rand) []planted {
		var out []planted
		for _, s := range f.spots {
			if !fits(s) {
				continue
			}
			at := -1
			if gaps := gap.FindAllStringIndex(f.get(s.value), -1); len(gaps) > 0 {
				at = s.value.start + gaps[random.IntN(len(gaps))][0] + 1
			}
			if p, ok := plant(f, s, at); ok {
				out = append(out, p)
			}
		}
		return out
	}
}

// unquoted reports whether a value is text that quotes may be put round as they are.
func (f *subject) unquoted(s spot) bool {
	return f.plain(s) && !strings.ContainsAny(f.get(s.value), "\"\\") && f.get(s.value) != ""
}

func colonInText(f *subject, s spot, gap int) (planted, bool) {
	if gap < 0 || !f.unquoted(s) {
		return planted{}, false
	}
	wrong := f.text[s.value.start:gap] + ":" + f.text[gap:s.value.end]
	return planted{text: f.replaced(s.value, wrong), code: "D07", at: s.value.start, mended: f.replaced(s.value, `"`+wrong+`"`)}, true
}

func commaInText(f *subject, s spot, gap int) (planted, bool) {
	if gap < 0 || !f.unquoted(s) {
		return planted{}, false
	}
	wrong := f.text[s.value.start:gap] + "," + f.text[gap:s.value.end]
	return planted{text: f.replaced(s.value, wrong), code: "D08", at: s.value.start, mended: f.replaced(s.value, `"`+wrong+`"`)}, true
}

func openBracket(outcome, closer string) func(*subject, spot) (planted, bool) {
	return func(f *subject, s spot) (planted, bool) {
		v := f.get(s.value)
		if !strings.HasPrefix(v, outcome) || !strings.HasSuffix(v, closer) || strings.HasPrefix(f.text[s.value.end:], closer) {
			return planted{}, false // before another one nobody can tell which of the two is missing
		}
		return planted{text: f.replaced(stretch{s.value.end - 1, s.value.end}, ""), code: "D09", at: s.value.start, mended: f.text}, true
	}
}

// openQuote leaves out the closing one of two quotes, or writes an opening one only.
func openQuote(outcome string) func(*subject, spot) (planted, bool) {
	return func(f *subject, s spot) (planted, bool) {
		v := f.get(s.value)
		switch {
		case strings.HasPrefix(v, outcome) && len(v) > 1:
			return planted{text: f.replaced(stretch{s.value.end - 1, s.value.end}, ""), code: "D09", at: s.value.start, mended: f.text}, true
		case s.is("text") && f.unquoted(s) && !strings.ContainsAny(v, "'"):
			return planted{text: f.inserted(s.value.start, outcome), code: "D09", at: s.value.start, mended: f.replaced(s.value, outcome+v+outcome)}, true
		}
		return planted{}, false
	}
}

// lead is the blanks that the line of a spot begins with.
func (f *subject) lead(s spot) (stretch, bool) {
	start := strings.LastIndexByte(f.text[:s.key.start], '\n') + 1
	if s.dash >= 0 {
		return stretch{start, s.dash}, s.dash > start
	}
	return stretch{start, s.key.start}, s.key.start > start && !s.flow
}

func tabbed(f *subject, s spot) (planted, bool) {
	lead, ok := f.lead(s)
	return planted{text: f.replaced(lead, strings.Repeat("\t", (lead.end-lead.start)/2)), code: "D10", at: lead.start, mended: f.text}, ok
}

func noBreakSpace(f *subject, random *rand.Rand) []planted {
	var out []planted
	for _, s := range f.spots {
		if lead, ok := f.lead(s); ok {
			at := lead.start + random.IntN(lead.end-lead.start)
			out = append(out, planted{text: f.replaced(stretch{at, at + 1}, "\u00a0"), code: "D10", at: at, mended: f.text})
		}
	}
	return out
}

func tightColon(f *subject, s spot, _ int) (planted, bool) {
	ok := s.key.end > s.key.start && s.value.start == s.key.end+2 && s.value.end > s.value.start
	return planted{text: f.replaced(stretch{s.key.end + 1, s.key.end + 2}, ""), code: "D11", at: s.key.start, mended: f.text}, ok
}

func noColon(f *subject, s spot) (planted, bool) {
	ok := s.key.end > s.key.start && !s.flow && f.plain(s) && s.value.start == s.key.end+2
	return planted{text: f.replaced(stretch{s.key.end, s.key.end + 1}, ""), code: "D06", at: s.key.start, mended: f.text}, ok
}

func tightDash(f *subject, s spot) (planted, bool) {
	if s.dash < 0 {
		return planted{}, false
	}
	return planted{text: f.replaced(stretch{s.dash + 1, s.dash + 2}, ""), code: "D11", at: s.dash, mended: f.text}, true
}

// moved moves an item of a list, which is not its first one, inwards or outwards.
func (f *subject) moved(s spot, by int) (planted, bool) {
	if s.dash < 0 {
		return planted{}, false
	}
	start := strings.LastIndexByte(f.text[:s.dash], '\n') + 1
	depth := s.dash - start
	before := f.text[strings.LastIndexByte(f.text[:max(0, start-1)], '\n')+1 : start]
	if depth+by < 0 || strings.HasPrefix(strings.TrimSpace(before), "#") || len(before)-len(strings.TrimLeft(before, " ")) < depth {
		return planted{}, false
	}
	lines := strings.SplitAfter(f.text[start:f.itemEnd(start, depth)], "\n")
	for i, row := range lines {
		if row != "" {
			lines[i] = strings.Repeat(" ", max(0, by)) + row[max(0, -by):]
		}
	}
	text := f.replaced(stretch{start, f.itemEnd(start, depth)}, strings.Join(lines, ""))
	return planted{text: text, code: "D06", at: s.dash + by}, true
}

func tooDeep(f *subject, s spot) (planted, bool)    { return f.moved(s, 2) }
func tooShallow(f *subject, s spot) (planted, bool) { return f.moved(s, -2) }

func hashAtEnd(f *subject, s spot) (planted, bool) {
	if !f.unquoted(s) || !(s.is("text") && !s.flow || isTextItem(s)) {
		return planted{}, false
	}
	wrong := f.get(s.value) + " #2"
	return planted{text: f.replaced(s.value, wrong), code: "D12", at: s.value.end + 1, mended: f.replaced(s.value, `"`+wrong+`"`)}, true
}

func hashInside(f *subject, s spot, gap int) (planted, bool) {
	if gap < 0 || !f.unquoted(s) {
		return planted{}, false
	}
	wrong := f.text[s.value.start:gap] + " #2" + f.text[gap:s.value.end]
	return planted{text: f.replaced(s.value, wrong), code: "D12", at: gap + 1, mended: f.replaced(s.value, `"`+wrong+`"`)}, true
}

func curlyQuotes(f *subject, s spot) (planted, bool) {
	v := f.get(s.value)
	inner := v
	if len(v) > 1 && v[0] == '"' {
		inner = v[1 : len(v)-1]
	}
	ok := (s.is("text") || isTextItem(s)) && (f.unquoted(s) || inner != v) && !strings.ContainsAny(inner, "\"\\")
	return planted{text: f.replaced(s.value, "“"+inner+"”"), code: "D13", at: s.value.start, mended: f.replaced(s.value, `"`+inner+`"`)}, ok
}
