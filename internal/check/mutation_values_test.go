package check_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// atEach plants a slip at every spot that plant gives one for.
func atEach(plant func(*subject, spot) (planted, bool)) func(*subject, *rand.Rand) []planted {
	return func(f *subject, _ *rand.Rand) []planted {
		var out []planted
		for _, s := range f.spots {
			if p, ok := plant(f, s); ok {
				out = append(out, p)
			}
		}
		return out
	}
}

// is reports whether a spot holds one of some things.
func (s spot) is(holds ...string) bool {
	for _, what := range holds {
		if s.what == what {
			return true
		}
	}
	return false
}

// valueSlips are the slips in keys and in what they hold.
func valueSlips() []slip {
	return []slip{
		{"key given twice", atEach(keyTwice)},
		{"required key left out", atEach(keyLeftOut)},
		{"required key without a value", atEach(valueLeftOut)},
		{"a list where one text or word is due", atEach(listForText)},
		{"a group where one text or word is due", atEach(groupForText)},
		{"a text where a group is due", atEach(textForGroup)},
		{"a list where a group is due", atEach(listForGroup)},
		{"a text where a list of entries is due", atEach(textForEntries)},
		{"a text where a number is due", atEach(textForNumber)},
		{"a quoted number", atEach(quotedNumber)},
		{"yes, no, on or off", yesAndNo},
		{"a date that is none", atEach(noDate)},
		{"anchor", atEach(anchored)},
		{"alias", atEach(aliased)},
		{"merge key", atEach(merged)},
	}
}

func keyTwice(f *subject, s spot) (planted, bool) {
	p := planted{code: "D14"}
	switch {
	case s.what == "" || s.free || f.get(s.value) == "":
		return p, false
	case s.flow:
		p.text = f.inserted(s.value.end, ", "+f.get(s.all))
		p.at = s.value.end + 2
	default:
		p.text = f.inserted(s.value.end, "\n"+strings.Repeat(" ", s.indent)+f.text[s.key.start:s.value.end])
		p.at = s.value.end + 1 + s.indent
	}
	return p, true
}

// item is the list item that a spot belongs to, from its line to the next item's, and
// whether it belongs to one.
func (f *subject) item(s spot) (stretch, bool) {
	start := strings.LastIndexByte(f.text[:s.key.start], '\n') + 1
	for at := start; at >= f.block.start; at = strings.LastIndexByte(f.text[:max(0, at-1)], '\n') + 1 {
		row := f.text[at:]
		depth := len(row) - len(strings.TrimLeft(row, " "))
		if strings.HasPrefix(row[depth:], "- ") && depth == s.indent-2 {
			return stretch{at, f.itemEnd(at, depth)}, true
		}
		if depth < s.indent || at == 0 {
			break
		}
	}
	return stretch{}, false
}

// itemEnd is where the lines of an item end that begins at a line.
func (f *subject) itemEnd(at, depth int) int {
	for next := at; ; {
		next += strings.IndexByte(f.text[next:], '\n') + 1
		row := f.text[next:]
		if next >= f.block.end || len(row)-len(strings.TrimLeft(row, " ")) <= depth {
			return next
		}
	}
}

// keyLeftOut takes a required key out. At the margin its absence is told at the opening
// fence, in a list item at its first key.
func keyLeftOut(f *subject, s spot) (planted, bool) {
	if !s.required {
		return planted{}, false
	}
	item, inItem := f.item(s)
	switch {
	case s.flow:
		return f.entryLeftOut(s)
	case len(s.path) == 1:
		return planted{text: f.replaced(s.all, ""), code: "R07"}, true
	case !inItem || s.dash < 0 && s.all.end > item.end:
		return planted{}, false
	case s.dash < 0:
		first := item.start + s.indent
		return planted{text: f.replaced(s.all, ""), code: "R07", at: first}, true
	case s.all.end >= item.end:
		return planted{}, false
	}
	rest := f.text[s.all.end:]
	head := s.all.end + s.indent - 2
	if !strings.HasPrefix(rest, strings.Repeat(" ", s.indent)) {
		return planted{}, false
	}
	text := f.text[:s.all.start] + f.text[s.all.end:head] + "- " + f.text[head+2:]
	return planted{text: text, code: "R07", at: s.all.start + s.indent}, true
}

// entryLeftOut takes an entry out of braces that are an item of a list.
func (f *subject) entryLeftOut(s spot) (planted, bool) {
	if !strings.HasSuffix(f.text[:s.within.start], "- ") {
		return planted{}, false
	}
	gone := s.all
	if strings.HasPrefix(f.text[gone.end:], ", ") {
		gone.end += 2
	} else if strings.HasSuffix(f.text[:gone.start], ", ") {
		gone.start -= 2
	} else {
		return planted{}, false
	}
	return planted{text: f.replaced(gone, ""), code: "R07", at: s.within.start + 1}, true
}

func valueLeftOut(f *subject, s spot) (planted, bool) {
	if !s.required || f.get(s.value) == "" {
		return planted{}, false
	}
	blank := stretch{s.key.end + 1, s.value.end}
	return planted{text: f.replaced(blank, ""), code: "R07", at: s.key.start}, true
}

// simple reports whether a value may stand in brackets without being parted there.
func (f *subject) simple(s spot) bool {
	return f.plain(s) && !strings.ContainsAny(f.get(s.value), ",:'\"[]{}#")
}

func listForText(f *subject, s spot) (planted, bool) {
	ok := s.is("text", "word", "number", "bool", "dose", "weeks", "minutes", "exercise", "condition", "safety", "version") && f.simple(s)
	return planted{text: f.replaced(s.value, "["+f.get(s.value)+"]"), code: "R10", at: s.value.start}, ok
}

func groupForText(f *subject, s spot) (planted, bool) {
	ok := s.is("text", "word", "dose", "exercise", "condition") && f.simple(s)
	return planted{text: f.replaced(s.value, "{name: "+f.get(s.value)+"}"), code: "R10", at: s.value.start}, ok
}

func textForGroup(f *subject, s spot) (planted, bool) {
	ok := s.is("group") && strings.HasPrefix(f.get(s.value), "{")
	return planted{text: f.replaced(s.value, "standard"), code: "R10", at: s.value.start}, ok
}

func listForGroup(f *subject, s spot) (planted, bool) {
	ok := s.is("group") && strings.HasPrefix(f.get(s.value), "{")
	return planted{text: f.replaced(s.value, "[standard]"), code: "R10", at: s.value.start}, ok
}

func textForEntries(f *subject, s spot) (planted, bool) {
	ok := s.is("entries") && s.name() != "substitutes" && f.get(s.value) == "" && !s.flow
	return planted{text: f.replaced(stretch{s.key.end + 1, s.all.end}, " standard\n"), code: "R10", at: s.key.end + 2}, ok
}

func textForNumber(f *subject, s spot) (planted, bool) {
	return planted{text: f.replaced(s.value, "two"), code: "R10", at: s.value.start}, s.is("number") && f.plain(s)
}

// quotedNumber: what must go are the quotes.
func quotedNumber(f *subject, s spot) (planted, bool) {
	return planted{text: f.replaced(s.value, `"`+f.get(s.value)+`"`), code: "R10", at: s.value.start, mended: f.text}, s.is("number") && f.plain(s)
}

func yesAndNo(f *subject, random *rand.Rand) []planted {
	words := map[string][]string{"true": {"yes", "on", "Yes"}, "false": {"no", "off", "No"}}
	var out []planted
	for _, s := range f.spots {
		if right := f.get(s.value); s.is("bool") {
			wrong := words[right][random.IntN(3)]
			out = append(out, planted{text: f.replaced(s.value, wrong), code: "R10", at: s.value.start, word: right})
		}
	}
	return out
}

func noDate(f *subject, s spot) (planted, bool) {
	if !s.is("date") {
		return planted{}, false
	}
	day := regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`).FindStringSubmatch(f.get(s.value))
	if day == nil {
		return planted{}, false
	}
	forms := []string{day[3] + "." + day[2] + "." + day[1], day[1] + "-13-" + day[3], day[3] + "/" + day[2] + "/" + day[1], day[1] + "-02-30", "last spring"}
	wrong := forms[s.key.start%len(forms)]
	return planted{text: f.replaced(s.value, wrong), code: "R09", at: s.value.start}, true
}

func anchored(f *subject, s spot) (planted, bool) {
	ok := s.what != "" && !s.flow && f.get(s.value) != ""
	return planted{text: f.inserted(s.value.start, "&base "), code: "D15", at: s.value.start, mended: f.text}, ok
}

func aliased(f *subject, s spot) (planted, bool) {
	ok := s.what != "" && !s.flow && f.get(s.value) != "" && !s.free && strings.IndexByte("|>", f.text[s.value.start]) < 0
	return planted{text: f.replaced(s.value, "*base"), code: "D15", at: s.value.start}, ok
}

func merged(f *subject, s spot) (planted, bool) {
	ok := s.what != "" && !s.flow && s.dash < 0 && !s.free
	return planted{text: f.inserted(s.all.start, strings.Repeat(" ", s.indent)+"<<: *base\n"), code: "D15", at: s.all.start + s.indent}, ok
}
