package regimen

import (
	"strings"
	"testing"

	"regimen/internal/diag"
	"regimen/internal/markdown"
)

func TestInBody(t *testing.T) {
	body := "Ünder way.\n\nTwo lines\nof words.\n"
	for stored, text := range map[string]string{
		"LF": "---\n---\n" + body, "CRLF": strings.ReplaceAll("---\n---\n"+body, "\n", "\r\n"), "mark": "\ufeff---\n---\n" + body,
	} {
		p := Page{File: diag.NewFile("a.md", []byte(text)), BodyAt: strings.Index(text, "Ü")}
		start := strings.Index(body, "lines")
		at := p.InBody(markdown.Place{Start: int32(start), End: int32(start + len("lines\nof"))})
		from, to := p.File.Position(int(at.Start)), p.File.Position(int(at.End))
		if from.Line != 5 || from.Column != 5 || to.Line != 6 || to.Column != 3 {
			t.Errorf("%s: from %+v to %+v", stored, from, to)
		}
		if strings.ReplaceAll(at.Text(), "\r", "") != "lines\nof" {
			t.Errorf("%s: %q", stored, at.Text())
		}
	}
}
