package check

import (
	"regexp"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// redFlagUrgency asks that every red flag says how soon and what to do, and that the
// numbers to call are those of the reader's country. Tiers and numbers stand in
// vocabulary.md.
var redFlagUrgency = Rule{
	Rule:  diag.Rule{Code: "F02", Name: "red-flag-urgency", Severity: diag.Error},
	rests: onAll, // what is lent is told once, at the site
	find: func(lib *library, _ limits, report reporter) {
		phones := newPhones(lib)
		helpers := newHelpers(lib, phones)
		for _, s := range lib.Safety {
			for i := range s.RedFlags {
				if !s.BuiltIn && checkUrgency(lib, &s.RedFlags[i], report) {
					helpers.check(&s.RedFlags[i], report)
				}
			}
			if phones.known {
				phones.checkFile(s, report)
			}
		}
		phones.unknownRegion(report)
	},
}

// checkUrgency reports whether a red flag says how soon and what to do, and not too late.
func checkUrgency(lib *library, f *regimen.RedFlag, report reporter) bool {
	var missing, add []string
	if f.Tier == "" && !f.Broken("tier") {
		missing, add = append(missing, "how urgent it is"), append(add, "`tier:` emergency, urgent or routine")
	}
	if f.Action == "" && !f.Broken("action") {
		missing, add = append(missing, "what to do"), append(add, "`action:`, such as whom to call")
	}
	if len(missing) > 0 {
		report(f.Where, "the red flag `%s` does not say %s", f.ID, strings.Join(missing, " or ")).Help = "add " + strings.Join(add, ", and ")
	}
	known, ok := lib.Vocabulary.Flag(f.ID)
	if !ok || f.Tier == "" || len(known.Tiers) == 0 || has(known.Tiers, f.Tier) {
		return len(missing) == 0
	}
	report(f.At("tier"), "`%s` must be %s, and here it is %s", f.ID, either(known.Tiers), f.Tier).
		Help = "write `tier: " + known.Tiers[0].ID + "`; waiting with this sign can do lasting harm"
	return false
}

// phones is the numbers that readers of the site may be told to call, and those of
// elsewhere.
type phones struct {
	site      *regimen.Site
	code      string
	known     bool // the vocabulary knows the region
	here      map[string]bool
	elsewhere map[string]regimen.Term // a number of another region: the first that has it
	help      string
	lent      bool // the files of the program were reported
}

// defaultRegion is what content.md gives a site that names none.
const defaultRegion = "GB"

func newPhones(lib *library) *phones {
	p := &phones{site: &lib.Site, code: lib.Site.Region, here: map[string]bool{}, elsewhere: map[string]regimen.Term{}}
	if p.code == "" && !lib.Site.Broken("region") {
		p.code = defaultRegion
	}
	region, ok := lib.Vocabulary.RegionOf(p.code)
	p.known = ok
	for _, n := range slices.Concat(region.Emergency, region.Advice) {
		p.here[plainNumber(n)] = true
	}
	for _, r := range lib.Vocabulary.Regions {
		for _, n := range slices.Concat(r.Emergency, r.Advice) {
			if n = plainNumber(n); !p.here[n] && p.elsewhere[n].ID == "" {
				p.elsewhere[n] = r.Term
			}
		}
	}
	p.help = "in " + region.Title + ", call " + strings.Join(region.Emergency, " or ") + " in an emergency"
	if len(region.Advice) > 0 {
		p.help += ", and " + strings.Join(region.Advice, " or ") + " for advice"
	}
	return p
}

// numberForm is a telephone number; shorter ones count days or weeks.
var numberForm = regexp.MustCompile(`\d(?:[ -]?\d){2,}`)

func plainNumber(n string) string { return strings.NewReplacer(" ", "", "-", "").Replace(n) }

// checkFile looks through the actions of a safety file. One that the program lends is
// reported once, at the site's region.
func (p *phones) checkFile(s *regimen.Safety, report reporter) {
	for i := range s.RedFlags {
		f := &s.RedFlags[i]
		if f.Action == "" {
			continue
		}
		at := f.At("action")
		for _, m := range numberForm.FindAllStringIndex(at.Text(), -1) {
			number := at.Text()[m[0]:m[1]]
			country := p.elsewhere[plainNumber(number)]
			switch {
			case country.ID == "":
			case !s.BuiltIn:
				found := report(at.Part(m[0], m[1]), "`%s` is a number for `%s`, and this site is for `%s`", number, country.ID, p.code)
				found.Severity = diag.Warning
				found.Help = p.help + "; for readers there, set `region: " + country.ID + "` in index.md"
			case !p.lent:
				p.lent = true
				found := report(p.site.At("region"), "the built-in red flags name numbers for `%s`, and this site is for `%s`", country.ID, p.code)
				found.Severity = diag.Warning
				found.Help = "copy the file to " + s.File.Path + " and write the numbers of your country: " + p.help
			}
		}
	}
}

// unknownRegion reports a region without numbers, at its one place.
func (p *phones) unknownRegion(report reporter) {
	if p.known || p.code == "" {
		return
	}
	found := report(p.site.At("region"), "no telephone numbers are known for the region `%s`", p.code)
	found.Severity = diag.Warning
	found.Help = "write its two-letter code, such as `GB`, or add it to `regions` in vocabulary.md"
}
