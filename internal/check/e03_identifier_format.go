package check

import (
	"regexp"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// identifierFormat asks that numbers of articles have the form by which they are found.
var identifierFormat = Rule{
	Rule: diag.Rule{Code: "E03", Name: "identifier-format", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		if lib.Sources.BuiltIn {
			return
		}
		for _, r := range lib.References {
			checkDOI(r, report)
			checkPMID(r, report)
			checkAddress(r, report)
		}
	},
}

var (
	doiForm    = regexp.MustCompile(`^10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$`) // Crossref: about 99 % of all
	oldDOIForm = regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	pmidForm   = regexp.MustCompile(`^[1-9]\d{0,7}$`)
	pmcForm    = regexp.MustCompile(`^PMC\d+$`)

	// What stands in front of a bare number, in an address or as its label.
	doiAddress  = regexp.MustCompile(`^(?i:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*|doi\.org/)(10\..+)$`)
	pmidAddress = regexp.MustCompile(`^(?i:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/|pmid:\s*)([1-9]\d{0,7})/?$`)
	pmcAddress  = regexp.MustCompile(`^(?i:https?://(?:pmc\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pmc))/articles/([^/?#]+)`)
)

func checkDOI(r *regimen.Reference, report reporter) {
	switch at := r.At("doi"); {
	case r.DOI == "" || doiForm.MatchString(r.DOI):
	case doiAddress.MatchString(r.DOI):
		bare(report(at, "`doi` takes the bare number, and this is an address"), doiAddress.FindStringSubmatch(r.DOI)[1])
	case oldDOIForm.MatchString(r.DOI):
		found := report(at, "`%s` has marks that only old DOIs have", r.DOI)
		found.Severity = diag.Warning
		found.Help = "compare it with the article, sign by sign"
	default:
		report(at, "`%s` is not a DOI", r.DOI).Help = "a DOI begins with 10., a number and a slash, such as `10.3390/healthcare4020022`"
	}
}

func checkPMID(r *regimen.Reference, report reporter) {
	switch at := r.At("pmid"); {
	case r.PMID == "" || pmidForm.MatchString(r.PMID):
	case pmidAddress.MatchString(r.PMID):
		bare(report(at, "`pmid` takes the bare number, and this is more"), pmidAddress.FindStringSubmatch(r.PMID)[1])
	default:
		report(at, "`%s` is not a PMID", r.PMID).Help = "a PMID is a number of up to 8 digits that does not begin with 0"
	}
}

// checkAddress compares a link to a known host with the number given beside it.
func checkAddress(r *regimen.Reference, report reporter) {
	at := r.At("url")
	if m := doiAddress.FindStringSubmatch(r.URL); m != nil && r.DOI != "" && doiForm.MatchString(r.DOI) && !strings.EqualFold(m[1], r.DOI) {
		disagree(report(at, "the link leads to the DOI %s, and `doi` is %s", m[1], r.DOI), r.At("doi"))
	}
	if m := pmidAddress.FindStringSubmatch(r.URL); m != nil && pmidForm.MatchString(r.PMID) && m[1] != r.PMID {
		disagree(report(at, "the link leads to the PMID %s, and `pmid` is %s", m[1], r.PMID), r.At("pmid"))
	}
	if m := pmcAddress.FindStringSubmatch(r.URL); m != nil && !pmcForm.MatchString(m[1]) {
		report(at, "`%s` is not a PMCID", m[1]).Help = "a PMCID is `PMC` and a number"
	}
}

func disagree(found *diag.Diagnostic, other diag.Span) {
	found.Related = []diag.Related{{At: other, Message: "the number given here"}}
	found.Help = "look both up, and keep the one that is the article"
}

// bare offers the number without what stands around it; the meaning stays the same.
func bare(found *diag.Diagnostic, number string) {
	found.Suggestions = []string{number}
	found.Help = "write `" + number + "`"
	found.Fixes = []diag.Fix{{Title: "write `" + number + "`", Safe: true, Edits: []diag.Edit{{At: found.At, Text: number}}}}
}
