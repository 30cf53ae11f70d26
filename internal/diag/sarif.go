package diag

import (
	"bufio"
	"cmp"
	"net/url"
	"slices"
	"strings"
)

func (p Printer) sarif(w *bufio.Writer, list List) error {
	rules, index := p.sarifRules(list)
	results := make([]sarifResult, len(list))
	for i, key := range Fingerprints(list) {
		results[i] = p.sarifResult(&list[i], key)
		results[i].RuleIndex = index[list[i].Code]
	}
	return encode(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:       sarifTool{Driver: sarifDriver{Name: "regimen", Rules: rules}},
			ColumnKind: "unicodeCodePoints",
			Results:    results,
		}},
	})
}

// sarifRules describes each code of a list once, by code, and where it stands.
func (p Printer) sarifRules(list List) ([]sarifRule, map[string]int) {
	index := map[string]int{}
	rules := []sarifRule{}
	for i := range list {
		if _, known := index[list[i].Code]; !known {
			index[list[i].Code] = 0
			rules = append(rules, p.sarifRule(&list[i]))
		}
	}
	slices.SortFunc(rules, func(a, b sarifRule) int { return cmp.Compare(a.ID, b.ID) })
	for i, r := range rules {
		index[r.ID] = i
	}
	return rules, index
}

func (p Printer) sarifRule(d *Diagnostic) sarifRule {
	rule := sarifRule{
		ID:      d.Code,
		Name:    d.Name,
		Default: sarifRuleLevel{Level: sarifLevel(d.Severity)},
	}
	if p.Help == nil {
		return rule
	}
	title, markdown := p.Help(d.Code)
	if title != "" {
		rule.ShortDescription = &sarifMessage{Text: title}
	}
	if markdown != "" {
		rule.Help = &sarifMessage{Text: markdown, Markdown: markdown}
	}
	return rule
}

func (p Printer) sarifResult(d *Diagnostic, fingerprint string) sarifResult {
	r := sarifResult{
		RuleID:       d.Code,
		Level:        sarifLevel(d.Severity),
		Message:      sarifText(strings.Join(d.sentences(), "\n")),
		Locations:    []sarifLocation{},
		Related:      []sarifLocation{},
		Fixes:        []sarifFix{},
		Suppressions: []sarifSuppression{},
		Prints:       map[string]string{"regimen/v1": fingerprint},
		Properties: sarifProperties{
			Name: d.Name, Cause: d.Cause, Suggestions: d.suggestions(),
		},
	}
	if d.At.File != nil {
		r.Locations = append(r.Locations, p.sarifLocation(d.At, d.Label, 0))
	}
	for i, related := range d.Related {
		r.Related = append(r.Related, p.sarifLocation(related.At, related.Message, i+1))
	}
	for i, fix := range d.Fixes {
		if changes := p.sarifChanges(fix); len(changes) > 0 && !repeats(d.Fixes[:i], fix) {
			r.Fixes = append(r.Fixes, sarifFix{
				Description: sarifText(fix.Title),
				Changes:     changes,
				Properties:  sarifSafe{Safe: fix.Safe},
			})
		}
	}
	if d.Silenced != nil {
		r.Suppressions = append(r.Suppressions, p.sarifSuppression(d.Silenced))
	}
	return r
}

// repeats reports whether a fix is there already; SARIF takes each only once.
func repeats(fixes []Fix, fix Fix) bool {
	return slices.ContainsFunc(fixes, func(f Fix) bool {
		return f.Title == fix.Title && f.Safe == fix.Safe && slices.Equal(f.Edits, fix.Edits)
	})
}

// sarifChanges groups the edits of a fix by file, in the order they come.
func (p Printer) sarifChanges(fix Fix) []sarifChange {
	var changes []sarifChange
	for _, e := range fix.Edits {
		if e.At.File == nil {
			continue
		}
		uri := p.uri(e.At)
		i := slices.IndexFunc(changes, func(c sarifChange) bool { return c.Artifact.URI == uri })
		if i < 0 {
			i = len(changes)
			changes = append(changes, sarifChange{Artifact: sarifArtifact{URI: uri}})
		}
		changes[i].Replacements = append(changes[i].Replacements, sarifReplacement{
			Deleted:  region(e.At),
			Inserted: sarifContent{Text: e.Text},
		})
	}
	return changes
}

func (p Printer) sarifSuppression(s *Silence) sarifSuppression {
	out := sarifSuppression{
		Kind:          "inSource",
		Justification: s.Reason,
		Properties:    sarifPermission{By: s.By, Role: s.Role, Date: s.Date, Until: s.Until},
	}
	if s.At.File != nil {
		at := p.sarifLocation(s.At, "", 0)
		out.Location = &at
	}
	return out
}

func (p Printer) sarifLocation(at Span, message string, id int) sarifLocation {
	l := sarifLocation{ID: id}
	if at.File != nil {
		l.Physical = &sarifPlace{Artifact: sarifArtifact{URI: p.uri(at)}, Region: region(at)}
	}
	if message != "" {
		text := sarifText(message)
		l.Message = &text
	}
	return l
}

func region(at Span) sarifRegion {
	start, end := at.start(), at.end()
	return sarifRegion{
		StartLine: start.Line, StartColumn: start.Column,
		EndLine: end.Line, EndColumn: end.Column,
		ByteOffset: start.Offset, ByteLength: end.Offset - start.Offset,
	}
}

// sarifText doubles braces, which would be placeholders (SARIF 2.1.0, 3.11.5).
func sarifText(text string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("{", "{{", "}", "}}").Replace(text)}
}

func sarifLevel(s Severity) string {
	return [...]string{"note", "warning", "error"}[s]
}

// uri is a relative reference, percent-encoded; a colon in it would be a scheme.
func (p Printer) uri(at Span) string {
	parts := strings.Split(p.rooted(at.Path()), "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}
