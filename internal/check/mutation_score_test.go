package check_test

import (
	"fmt"
	"strings"
	"testing"
)

// tally counts the marks of one slip, or of all.
type tally struct{ n, asked, code, line, column, suggestion, alone int }

func (s *tally) add(p planted, m outcome) {
	for _, c := range []struct {
		right bool
		count *int
	}{{true, &s.n}, {p.asks(), &s.asked}, {m.code, &s.code}, {m.line, &s.line}, {m.column, &s.column}, {m.alone, &s.alone}, {p.asks() && m.suggestion, &s.suggestion}} {
		if c.right {
			*c.count++
		}
	}
}

func (s tally) row(name string) string {
	return fmt.Sprintf("%-34s %4d %4d %4d %4d %4d/%-4d %4d", name, s.n, s.code, s.line, s.column, s.suggestion, s.asked, s.alone)
}

func tellScore(t *testing.T, slips []slip, trials []trial, marks []outcome) {
	t.Helper()
	var all tally
	atEach := make([]tally, len(slips))
	for i, tr := range trials {
		atEach[tr.slip].add(tr.planted, marks[i])
		all.add(tr.planted, marks[i])
	}
	table := fmt.Sprintf("%-34s %4s %4s %4s %4s %9s %4s", "slip", "n", "code", "line", "col", "suggested", "one")
	for n, s := range slips {
		table += "\n" + atEach[n].row(s.name)
		if atEach[n].n == 0 {
			t.Errorf("no fixture has a place for %q", s.name)
		}
	}
	t.Log("\n" + table + "\n" + all.row("all"))
	tellMissed(t, slips, trials, marks)
	for _, c := range []struct {
		what    string
		got, of int
	}{{"right code", all.code, all.n}, {"right line", all.line, all.n}, {"right column", all.column, all.n}, {"right suggestion", all.suggestion, all.asked}, {"exactly one finding", all.alone, all.n}} {
		share := float64(c.got) / float64(c.of)
		t.Logf("%-20s %5.1f %%", c.what, 100*share)
		if share < mutationBar {
			t.Errorf("%s: %.1f %% of the slips, less than %.0f %%", c.what, 100*share, 100*mutationBar)
		}
	}
}

// tellMissed lists what went wrong, grouped by slip and by what was not right, with one
// example each.
func tellMissed(t *testing.T, slips []slip, trials []trial, marks []outcome) {
	t.Helper()
	type group struct {
		title, example string
		n              int
	}
	var groups []*group
	byTitle := map[string]*group{}
	for i, tr := range trials {
		m := marks[i]
		var wrong []string
		for _, c := range []struct {
			right bool
			what  string
		}{{m.code, "code"}, {m.line, "line"}, {m.column, "column"}, {m.suggestion, "suggestion"}, {m.alone, "one finding"}} {
			if !c.right {
				wrong = append(wrong, c.what)
			}
		}
		if len(wrong) == 0 {
			continue
		}
		title := slips[tr.slip].name + ": not the right " + strings.Join(wrong, ", ")
		if byTitle[title] == nil {
			row, column := lineColumn(tr.text, tr.at)
			byTitle[title] = &group{title: title, example: fmt.Sprintf("%s should be %s at %d:%d %s; found:%s", tr.subject.path, tr.code, row, column, tr.word, m.said)}
			groups = append(groups, byTitle[title])
		}
		byTitle[title].n++
	}
	const limit = 600
	shown := 0
	for i, g := range groups {
		text := fmt.Sprintf("%3d x %s\n      %s", g.n, g.title, g.example)
		if shown += 1 + strings.Count(text, "\n"); shown > limit {
			t.Logf("and %d more groups", len(groups)-i)
			return
		}
		t.Log(text)
	}
}
