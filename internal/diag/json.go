package diag

import (
	"bufio"
	"encoding/json"
)

// The published shape of `check --format json`; check.schema.json describes it.
type jsonReport struct {
	Version     int              `json:"version"`
	Summary     jsonSummary      `json:"summary"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

type jsonSummary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Files    int `json:"files"`
	Silenced int `json:"silenced"`
}

type jsonDiagnostic struct {
	Code        string        `json:"code"`
	Name        string        `json:"name"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Cause       string        `json:"cause"`
	Location    jsonLocation  `json:"location"`
	Related     []jsonRelated `json:"related"`
	Notes       []string      `json:"notes"`
	Help        string        `json:"help"`
	Suggestions []string      `json:"suggestions"`
	Fixes       []jsonFix     `json:"fixes"`
	Silenced    *jsonSilence  `json:"silenced"`
	Fingerprint string        `json:"fingerprint"`
}

type jsonLocation struct {
	File  string       `json:"file"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

type jsonRelated struct {
	Location jsonLocation `json:"location"`
	Message  string       `json:"message"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type jsonSilence struct {
	Reason   string       `json:"reason"`
	By       string       `json:"by"`
	Role     string       `json:"role"`
	Date     string       `json:"date"`
	Until    string       `json:"until"`
	Location jsonLocation `json:"location"`
}

func (p Printer) json(w *bufio.Writer, list List) error {
	report := jsonReport{
		Version: 1,
		Summary: jsonSummary{
			Errors:   list.Count(Error),
			Warnings: list.Count(Warning),
			Infos:    list.Count(Info),
			Files:    p.Files,
			Silenced: list.silenced(),
		},
		Diagnostics: make([]jsonDiagnostic, len(list)),
	}
	for i, key := range Fingerprints(list) {
		report.Diagnostics[i] = newJSONDiagnostic(&list[i], key)
	}
	return encode(w, report)
}

// encode writes indented JSON that keeps "<" and "&" readable.
func encode(w *bufio.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// newJSONDiagnostic brings a label into the notes, where the shape has room.
func newJSONDiagnostic(d *Diagnostic, fingerprint string) jsonDiagnostic {
	return jsonDiagnostic{
		Code:        d.Code,
		Name:        d.Name,
		Severity:    d.Severity.String(),
		Message:     d.Message,
		Cause:       d.Cause,
		Location:    newJSONLocation(d.At),
		Related:     mapped(d.Related, newJSONRelated),
		Notes:       d.allNotes(),
		Help:        d.Help,
		Suggestions: d.suggestions(),
		Fixes:       mapped(d.Fixes, newJSONFix),
		Silenced:    newJSONSilence(d.Silenced),
		Fingerprint: fingerprint,
	}
}

func newJSONLocation(at Span) jsonLocation {
	return jsonLocation{
		File:  at.Path(),
		Start: jsonPosition(at.start()),
		End:   jsonPosition(at.end()),
	}
}

func newJSONRelated(r Related) jsonRelated {
	return jsonRelated{Location: newJSONLocation(r.At), Message: r.Message}
}

func newJSONFix(f Fix) jsonFix {
	return jsonFix{Title: f.Title, Safe: f.Safe, Edits: mapped(f.Edits, newJSONEdit)}
}

func newJSONEdit(e Edit) jsonEdit {
	return jsonEdit{
		File:  e.At.Path(),
		Start: e.At.start().Offset,
		End:   e.At.end().Offset,
		Text:  e.Text,
	}
}

func newJSONSilence(s *Silence) *jsonSilence {
	if s == nil {
		return nil
	}
	return &jsonSilence{
		Reason: s.Reason, By: s.By, Role: s.Role, Date: s.Date, Until: s.Until,
		Location: newJSONLocation(s.At),
	}
}

// mapped turns each value by f. It is never nil, so that JSON has [] and not null.
func mapped[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}
