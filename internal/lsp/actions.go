package lsp

import (
	"regimen/internal/diag"
)

// actions offers the fixes of the findings that touch a stretch. Findings of a text that
// has changed since offer none.
func (s *server) actions(p placeParams) (any, error) {
	out := []codeAction{}
	at := s.placeOf(p)
	if at == nil || s.last.change != s.change {
		return out, nil
	}
	for i := range s.last.found {
		d := &s.last.found[i]
		if d.At.Path() != at.doc.path || d.Silenced != nil || !touches(s.spanOf(d.At), p.Range) {
			continue
		}
		told := []diagnostic{s.diagnostic(d)}
		for _, fix := range fixesOf(d) {
			out = append(out, codeAction{
				Title: fix.Title, Kind: "quickfix", Diagnostics: told, IsPreferred: fix.Safe, Edit: s.fix(fix),
			})
		}
	}
	return out, nil
}

// fixesOf lists the fixes of a finding. Where one word is to be put in place of another,
// the next nearest words may stand there too.
func fixesOf(d *diag.Diagnostic) []diag.Fix {
	fixes := d.Fixes
	if len(fixes) != 1 || len(fixes[0].Edits) != 1 || len(d.Suggestions) < 2 || fixes[0].Edits[0].Text != d.Suggestions[0] {
		return fixes
	}
	for _, word := range d.Suggestions[1:] {
		fixes = append(fixes[:len(fixes):len(fixes)], diag.Fix{
			Title: "write `" + word + "`", Edits: []diag.Edit{{At: fixes[0].Edits[0].At, Text: word}},
		})
	}
	return fixes
}

func (s *server) fix(fix diag.Fix) *workspaceEdit {
	edits := map[string][]textEdit{}
	for _, e := range fix.Edits {
		edits[e.At.Path()] = append(edits[e.At.Path()], textEdit{s.spanOf(e.At), e.Text})
	}
	return s.workspaceEdit(edits)
}

func touches(a, b span) bool { return !before(a.End, b.Start) && !before(b.End, a.Start) }

func before(a, b position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}
