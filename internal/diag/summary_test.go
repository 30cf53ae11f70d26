package diag

import (
	"testing"
	"time"
)

func TestSummary(t *testing.T) {
	at := func(path string) Span { return Span{File: NewFile(path, []byte("x"))} }
	safe := func(path string) []Fix { return []Fix{{Safe: true, Edits: []Edit{{At: at(path)}}}} }
	silenced := func(s Severity) Diagnostic {
		return Diagnostic{Severity: s, At: at("z"), Silenced: &Silence{}, Fixes: safe("z")}
	}
	a, b := Diagnostic{Severity: Error, At: at("a")}, Diagnostic{Severity: Error, At: at("b"), Fixes: safe("b")}
	warning, info := Diagnostic{Severity: Warning, At: at("b")}, Diagnostic{Severity: Info, At: at("a")}
	for _, c := range []struct {
		want  string
		list  List
		files int
	}{
		{"3 errors, 1 warning in 2 of 148 files (1 fixable with --fix, 2 silenced) in 62 ms",
			List{a, a, b, warning, silenced(Error), silenced(Info)}, 148},
		{"1 error in 1 of 1 file in 62 ms", List{a}, 1},
		{"1 error, 2 warnings, 4 infos in 2 of 148 files in 62 ms", List{a, warning, warning, info, info, info, info}, 148},
		{"no problems in 148 files in 62 ms", nil, 148},
		{"no problems in 1 file (1 silenced) in 62 ms", List{silenced(Error)}, 1},
		{"no problems, 1 info in 1 of 148 files in 62 ms", List{info}, 148},
		{"2 errors in 2 of 2 files (1 fixable with --fix) in 62 ms", List{a, b}, 1},
		{"1 error in 0 files in 62 ms", List{{Severity: Error}}, 0},
	} {
		same(t, c.want, Summary(c.list, c.files, 62*time.Millisecond))
	}
	for took, want := range map[time.Duration]string{
		400 * time.Microsecond: "less than 1 ms", time.Millisecond: "1 ms", 999 * time.Millisecond: "999 ms", 1240 * time.Millisecond: "1.2 s",
	} {
		same(t, "no problems in 0 files in "+want, Summary(nil, 0, took))
	}
}
