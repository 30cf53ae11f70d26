package main

import (
	"slices"
	"testing"

	"regimen/internal/diag"
)

// TestServeTellsWhatIsNew saves four times: only what is new is told, and errors each time.
func TestServeTellsWhatIsNew(t *testing.T) {
	warning, failure := diag.Rule{Code: "W01", Severity: diag.Warning}, diag.Rule{Code: "P01", Severity: diag.Error}
	file := diag.NewFile("programmes/a.md", []byte("abc"))
	at := func(start int) diag.Span { return file.Span(start, start+1) }
	old, moved, fault := warning.Report(at(0), "old"), warning.Report(at(1), "old"), failure.Report(at(2), "wrong")
	p := &preview{}
	for i, save := range []struct {
		found  diag.List
		told   []string
		before int
	}{
		{diag.List{old}, []string{"old"}, 0},
		{diag.List{moved, fault}, []string{"wrong"}, 1},
		{diag.List{old, moved, fault}, []string{"old", "wrong"}, 1},
		{diag.List{fault}, []string{"wrong"}, 0},
	} {
		fresh, before := p.fresh(save.found)
		var told []string
		for _, d := range fresh {
			told = append(told, d.Message)
		}
		if !slices.Equal(told, save.told) || before != save.before {
			t.Errorf("save %d: told %q, %d before", i, told, before)
		}
	}
}
