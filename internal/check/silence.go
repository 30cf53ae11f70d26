package check

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// What is said of the comments that silence a finding.
var (
	allowUnused  = diag.Rule{Code: "A01", Name: "allow-unused", Severity: diag.Warning}
	allowUnknown = diag.Rule{Code: "A02", Name: "allow-unknown", Severity: diag.Error}
	allowReason  = diag.Rule{Code: "A03", Name: "allow-reason", Severity: diag.Error}
	allowExpired = diag.Rule{Code: "A04", Name: "allow-expired", Severity: diag.Error}
)

// Silence marks the findings that an author allows with a reason, and adds what is
// wrong with those comments. Warnings and infos may be allowed by anyone; an error of
// the groups C and F only by a named reviewer; no other error. today decides what has
// expired.
func Silence(lib *regimen.Library, found diag.List, today time.Time) diag.List {
	out := slices.Clone(found)
	out.Sort()
	return silence(lib, out, today)
}

// silence is Silence for a sorted list that nobody else holds.
func silence(lib *regimen.Library, found diag.List, today time.Time) diag.List {
	var problems diag.List
	codes := codesByWord()
	for i := range lib.Allowances {
		a := allowance{&lib.Allowances[i], codes[lib.Allowances[i].Rule.ID]}
		problem := a.usable(codes, today)
		if problem == nil {
			problem = a.silence(of(found, a.At.Path()), problems)
		}
		if problem != nil {
			problems = append(problems, *problem)
		}
	}
	if len(problems) > 0 {
		found = append(found, problems...)
		found.Sort()
	}
	return found
}

// of is the stretch of a sorted list that stands in a file.
func of(found diag.List, path string) diag.List {
	start := sort.Search(len(found), func(i int) bool { return found[i].At.Path() >= path })
	end := sort.Search(len(found), func(i int) bool { return found[i].At.Path() > path })
	return found[start:end]
}

// allowance is a comment with the code that it means; empty if there is none.
type allowance struct {
	*regimen.Allowance
	code string
}

// codesByWord finds the code of every code and name.
func codesByWord() map[string]string {
	codes := map[string]string{}
	for _, r := range Findings() {
		codes[r.Code], codes[r.Name] = r.Code, r.Code
	}
	return codes
}

// usable reports what keeps a comment from silencing anything at all.
func (a allowance) usable(codes map[string]string, today time.Time) *diag.Diagnostic {
	if a.code == "" {
		found := allowUnknown.Report(a.Rule.At, "`"+a.Rule.ID+"` is not the code or name of a finding")
		if a.Rule.ID == "" {
			found.Message = "this comment does not say which finding it allows"
		}
		found.Help = "write `regimen:allow CODE -- the reason`"
		if near := diag.Nearest(a.Rule.ID, slices.Sorted(maps.Keys(codes))); len(near) > 0 {
			found.Suggestions = near
			found.Help = "did you mean `" + near[0] + "`?"
		}
		return &found
	}
	if a.Reason == "" {
		found := allowReason.Report(a.At, "`"+a.Rule.ID+"` is allowed without a reason")
		found.Help = "write it behind two hyphens: `regimen:allow " + a.Rule.ID + " -- the reason`"
		return &found
	}
	for _, day := range []string{a.Date, a.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			found := allowReason.Report(a.At, "`"+day+"` is not a date that exists")
			found.Help = "write year, month and day, such as `2026-11-01`"
			return &found
		}
	}
	if a.Date > today.Format(time.DateOnly) {
		found := allowReason.Report(a.At, "the review of "+a.Date+" lies in the future")
		found.Help = "write the day on which the reviewer decided"
		return &found
	}
	if a.Until != "" && a.Until < today.Format(time.DateOnly) {
		found := allowExpired.Report(a.At, "this allowance ended on "+a.Until)
		found.Help = "mend what it allowed, or look again and set a later `until`"
		return &found
	}
	return nil
}

// silence marks what the comment covers; without anything to mark it is unused.
func (a allowance) silence(lists ...diag.List) *diag.Diagnostic {
	used, hidden := false, false
	for _, found := range lists {
		for i := range found {
			d := &found[i]
			if d.Code != a.code || !covers(a.Covers, d.At) {
				continue
			}
			if d.Severity == diag.Error {
				if problem := a.permitted(); problem != nil {
					return problem
				}
			}
			used = true
			d.Silenced = &diag.Silence{Reason: a.Reason, By: a.By, Role: a.Role, Date: a.Date, Until: a.Until, At: a.At}
		}
		hidden = hidden || a.hidden(found)
	}
	if used || hidden {
		return nil
	}
	problem := allowUnused.Report(a.At, "nothing here gives `"+a.Rule.ID+"`")
	problem.Help = "take the comment out; it is bound to the key or paragraph that follows it"
	return &problem
}

// hidden reports whether an error stands in the comment's file, which may keep what it
// allows from being found.
func (a allowance) hidden(found diag.List) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && d.Silenced == nil && d.At.File == a.At.File
	})
}

// permitted reports why an error may not be allowed: only those of safety may, and
// only by a named reviewer.
func (a allowance) permitted() *diag.Diagnostic {
	if !strings.HasPrefix(a.code, "C") && !strings.HasPrefix(a.code, "F") {
		problem := allowReason.Report(a.At, "`"+a.Rule.ID+"` is an error that no reason can allow")
		problem.Help = "mend it, and take the comment out"
		return &problem
	}
	if a.By == "" || a.Role == "" || a.Date == "" {
		problem := allowReason.Report(a.At, "an error of safety is allowed only by a named reviewer")
		problem.Help = "add who, in which role and when: `by=\"Name\" role=physiotherapist date=2026-11-01`"
		return &problem
	}
	return nil
}

func covers(a, at diag.Span) bool {
	return a.File == at.File && at.Start >= a.Start && at.Start <= a.End
}
