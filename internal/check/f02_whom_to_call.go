package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// helpers is who can help soon enough. A department or a doctor is known by its English
// name, so that the actions of a site in another language are not judged.
type helpers struct {
	*phones
	judged  bool
	atOnce  []string // emergency numbers and departments
	soon    []string // those, and who else gives advice
	suggest string
}

func newHelpers(lib *library, p *phones) *helpers {
	here, _ := lib.Vocabulary.RegionOf(p.code)
	h := &helpers{phones: p, judged: p.known && lib.english(), suggest: "Go to hospital now."}
	if len(here.Emergency) > 0 {
		h.suggest = "Go to hospital now, or call " + here.Emergency[0] + "."
	}
	h.atOnce = append(h.atOnce, here.Emergency...)
	for _, r := range lib.Vocabulary.Regions {
		for _, n := range r.Emergency {
			if len(n) >= 3 && !p.here[plainNumber(n)] {
				h.atOnce = append(h.atOnce, n) // that it is of another country is a finding of its own
			}
		}
	}
	h.atOnce = append(h.atOnce, "a&e", "a & e", "a and e", "emergency", "ambulance", "casualty", "hospital")
	h.soon = slices.Concat(h.atOnce, []string{"gp", "doctor", "physician", "surgeon", "surgical team", "surgery", "nurse", "midwife", "maternity",
		"clinic", "practice", "cancer team", "care team", "medical", "physiotherapist", "physical therapist", "specialist", "pharmacist",
		"health professional", "nhs", "healthline", "helpline", "advice line", "urgent care", "walk-in", "provider"})
	return h
}

// check asks that the action of a red flag names someone who can help in time.
func (h *helpers) check(f *regimen.RedFlag, report reporter) {
	if !h.judged || f.Broken("tier") || f.Broken("action") || f.Action == "" {
		return
	}
	var found *diag.Diagnostic
	switch {
	case f.Tier == "emergency" && !namesOne(f.Action, h.atOnce):
		found = report(f.At("action"), "`%s` is an emergency, and this names no emergency number or department", f.ID)
		found.Help = "write whom to call, such as `" + h.suggest + "`; " + h.help
	case f.Tier == "urgent" && !numberForm.MatchString(f.Action) && !namesOne(f.Action, h.soon):
		found = report(f.At("action"), "`%s` is urgent, and this names no doctor and no number to call", f.ID)
		found.Severity = diag.Warning
		found.Help = "write whom to ask, such as `Call your doctor today.`; " + h.help
	default:
		return
	}
	found.Related = []diag.Related{{At: f.At("tier"), Message: "how urgent it is"}}
}

// namesOne reports whether a text holds one of the names as whole words.
func namesOne(text string, names []string) bool {
	text = strings.ToLower(text)
	for _, name := range names {
		for at := 0; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			start, end := at+i, at+i+len(name)
			plural := strings.TrimPrefix(text[end:], "s")
			if (start == 0 || lowered[text[start-1]] == 0) && (plural == "" || lowered[plural[0]] == 0) {
				return true
			}
			at = end
		}
	}
	return false
}
