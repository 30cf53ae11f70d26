package check

import (
	"regexp"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// mediaLicence asks that every picture and clip may be shown. A link to another host's
// clip shows nothing here, and a picture of the text has no place for a licence.
var mediaLicence = Rule{
	Rule: diag.Rule{Code: "Q04", Name: "media-licence", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		l := licensing{site: &lib.Site, report: report}
		for _, e := range lib.Exercises {
			if e.Slipped {
				continue
			}
			for _, m := range e.Media {
				l.check(shown{Origin: m.Origin, file: m.File.ID, licence: m.Licence, by: m.By, source: m.Source, sourced: true})
			}
			if v := e.Video; v != nil && v.File.ID != "" {
				l.check(shown{Origin: v.Origin, file: v.File.ID, licence: v.Licence, by: v.By})
			}
		}
	},
}

// shown is a picture or clip with what is said of its rights.
type shown struct {
	regimen.Origin
	file, licence, by, source string
	sourced                   bool // it has a key `source`
}

type licensing struct {
	site   *regimen.Site
	report reporter
}

var (
	creativeCommons = regexp.MustCompile(`^CC-BY(-NC)?(-ND|-SA)?-\d\.\d(-[A-Z]{2,5})?$`)
	// Licences that ask for nothing, or for no name on the page.
	freeLicence = regexp.MustCompile(`^(?:CC0-1\.0|CC-PDDC|CC-PDM-1\.0|PDDL-1\.0|Unlicense|0BSD|MIT-0)$`)
	// Licences of SPDX that ask for the author's name.
	namedLicence = regexp.MustCompile(`^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|MPL-2\.0|(?:L|A)?GPL-\d\.\d(?:-only|-or-later)?|GFDL-1\.[1-3](?:-only|-or-later)?|FAL-1\.3|OGL-UK-\d\.\d|EUPL-1\.2)$`)
)

// licences are offered to who writes something near one of them.
func licences() []string {
	return []string{"own", "permission", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"}
}

// check reports at most one thing of a file.
func (l licensing) check(m shown) {
	at := m.At("licence")
	switch {
	case m.file == "" || m.Broken("licence"):
	case m.licence == "":
		l.report(m.Where, "`%s` has no licence", m.file).
			Help = "add `licence:` own, permission, or the licence's id such as `CC-BY-4.0`"
	case m.licence == "own" || freeLicence.MatchString(m.licence):
	case creativeCommons.MatchString(m.licence) && strings.Contains(m.licence, "-NC") && l.site.Commercial:
		found := l.report(at, "`%s` forbids commercial use, and this site is commercial", m.licence)
		found.Severity = diag.Error
		found.Help = "use another picture, or ask its author and write `licence: permission`"
		found.Related = []diag.Related{{At: l.site.At("commercial"), Message: "the site is commercial"}}
	case m.licence == "permission" || creativeCommons.MatchString(m.licence) || namedLicence.MatchString(m.licence):
		l.attribution(m, at)
	default:
		found := l.report(at, "`%s` is not a licence that regimen knows", m.licence)
		found.Suggestions = diag.Nearest(m.licence, licences())
		found.Help = "write own, permission, or an id of SPDX such as `CC-BY-4.0`"
		if len(found.Suggestions) > 0 {
			found.Help = "did you mean `" + found.Suggestions[0] + "`?"
		}
	}
}

// attribution asks for the name that a licence wants to see, and for the place where
// the work was found.
func (l licensing) attribution(m shown, at diag.Span) {
	switch {
	case m.by == "" && !m.Broken("by"):
		l.report(at, "`%s` asks for a name, and `by` is missing", m.licence).
			Help = "add `by:` with the name of who made it or gave permission"
	case m.source == "" && m.sourced && m.licence != "permission" && !m.Broken("source"):
		l.report(at, "`%s` is another's work, and `source` is missing", m.file).
			Help = "add `source:` with the address where it was found"
	}
}
