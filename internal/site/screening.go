package site

import (
	"html/template"
	"slices"
	"strings"

	"regimen/internal/regimen"
)

// checkView is the warning signs of a safety file as a form that a reader ticks. What it
// says stands in the page; a script only sums it up.
type checkView struct {
	ID, Notice string
	Emergency  string // whom to call at once, as one dials it; empty where it is not known
	Tiers      []tierView
	Programmes []link
	All        string // where all programmes are, when there are more of them
}

type tierView struct {
	Tier, Words string
	Flags       []flagView
}

type flagView struct {
	ID, Text string
	Action   template.HTML
	Call     string // the first number of the action, as one dials it
}

// mostNamed is how many programmes the end of the check names.
const mostNamed = 3

func (b *builder) check(s *regimen.Safety) *checkView {
	region, _ := b.lib.Vocabulary.RegionOf(orElse(b.lib.Site.Region, "GB"))
	v := &checkView{ID: s.ID, Notice: s.ClearanceNotice}
	if len(region.Emergency) > 0 {
		v.Emergency = dialled(region.Emergency[0])
	}
	numbers := slices.Concat(region.Emergency, region.Advice)
	for _, tier := range regimen.Words("tier") {
		t := tierView{Tier: tier, Words: b.tierWords(tier)}
		for _, f := range s.Tier(tier) {
			action, call := callable(f.Action, numbers)
			t.Flags = append(t.Flags, flagView{f.ID, f.Text, action, call})
		}
		if len(t.Flags) > 0 {
			v.Tiers = append(v.Tiers, t)
		}
	}
	for _, p := range b.lib.Programmes {
		if p.Listed() && p.Safety.Is(s.ID) {
			v.Programmes = append(v.Programmes, link{p.Title, relative(safetyPath, programmePath(p.ID))})
		}
	}
	if len(v.Programmes) > mostNamed || len(v.Programmes) == 0 {
		v.Programmes, v.All = nil, relative(safetyPath, programmesPath)
	}
	return v
}

func (b *builder) tierWords(tier string) string {
	switch tier {
	case "emergency":
		return b.t("Emergency: go now")
	case "urgent":
		return b.t("Urgent: call today")
	}
	return b.t("Routine: book a visit")
}

// callable turns the known telephone numbers of a text into links that call them, and
// gives the first. Numbers of two digits would be found in days and weeks.
func callable(text string, numbers []string) (linked template.HTML, first string) {
	var out strings.Builder
	from := 0
	for at := 0; at < len(text); at++ {
		number := numberAt(text, at, numbers)
		if number == "" {
			continue
		}
		out.WriteString(template.HTMLEscapeString(text[from:at]))
		out.WriteString(`<a href="tel:` + dialled(number) + `">` + template.HTMLEscapeString(number) + `</a>`)
		if first == "" {
			first = dialled(number)
		}
		from = at + len(number)
		at = from - 1
	}
	out.WriteString(template.HTMLEscapeString(text[from:]))
	return template.HTML(out.String()), first // every piece is escaped
}

// numberAt is the longest of the numbers that stands at a place of a text, alone.
func numberAt(text string, at int, numbers []string) (found string) {
	for _, n := range numbers {
		end := at + len(n)
		if len(n) < 3 || len(n) <= len(found) || !strings.HasPrefix(text[at:], n) ||
			at > 0 && isDigit(text[at-1]) || end < len(text) && isDigit(text[end]) {
			continue
		}
		found = n
	}
	return found
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// dialled is a number without the spaces that people write into it.
func dialled(number string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, number)
}
