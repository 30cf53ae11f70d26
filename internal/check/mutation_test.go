package check_test

import (
	"cmp"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// A slip is one thing that people get wrong when they type. plant makes it at every
// place of a valid file where it can be made; what each must give is worked out from
// the design's rules (where a finding stands, which code, what is suggested).
type slip struct {
	name  string
	plant func(*subject, *rand.Rand) []planted
}

// planted is a file with one slip in it, and what must be said of it.
type planted struct {
	text string
	code string // of the finding, or its cause
	at   int    // where it must stand, as an offset in text
	// What is right, where there is one answer: a word that must be among the
	// suggestions, the same as a fix that is marked as certain, or the whole text as
	// a fix must leave it.
	word    string
	certain bool
	mended  string
}

// trial is a slip planted in a fixture.
type trial struct {
	slip    int
	subject *subject
	planted
}

// outcome is how a trial went.
type outcome struct {
	code, line, column, suggestion, alone bool
	said                                  string // what was found
}

// mutationBar is the share of slips that must be met, each way of looking at it.
const mutationBar = 0.95

// mostPlaces is how many places a slip is planted at, by group of fixtures.
func mostPlaces(group string) int {
	switch {
	case testing.Short():
		return 1
	case group == "reference":
		return 5
	}
	return 3
}

// TestMutations plants common slips, one at a time, in valid files, and asks whether
// each is found: the right code, line, column and suggestion, and nothing besides.
func TestMutations(t *testing.T) {
	fixtures := mutationFixtures(t)
	slips := slips()
	trials := chooseTrials(slips, fixtures)
	marks := make([]outcome, len(trials))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			var reference desk
			for i := range next {
				if trials[i].subject.group == "reference" {
					marks[i] = trials[i].run(t, &reference)
				} else {
					marks[i] = trials[i].run(t, new(desk))
				}
			}
		})
	}
	for i := range trials {
		next <- i
	}
	close(next)
	group.Wait()
	tellScore(t, slips, trials, marks)
}

// chooseTrials takes places of each slip from fixtures in an order that depends on the
// slip's name only: one place of each fixture in turn, until there are enough.
func chooseTrials(slips []slip, fixtures []*subject) []trial {
	var out []trial
	for n, s := range slips {
		seed := fnv.New64a()
		seed.Write([]byte(s.name))
		random := rand.New(rand.NewPCG(seed.Sum64(), 1))
		places := map[string][][]planted{}
		order := make(map[string][]*subject)
		for _, i := range random.Perm(len(fixtures)) {
			f := fixtures[i]
			found := slices.DeleteFunc(s.plant(f, random), func(p planted) bool { return p.text == f.text })
			random.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
			if len(found) > 0 {
				places[f.group] = append(places[f.group], found)
				order[f.group] = append(order[f.group], f)
			}
		}
		for _, group := range []string{"reference", "examples", "own"} {
			taken := 0
			for round := 0; taken < mostPlaces(group); round++ {
				before := taken
				for i, found := range places[group] {
					if round < len(found) && taken < mostPlaces(group) {
						out = append(out, trial{n, order[group][i], found[round]})
						taken++
					}
				}
				if taken == before {
					break
				}
			}
		}
	}
	return out
}

// desk is where one slip after the other is planted in the files of one site.
type desk struct {
	reader  *content.Reader
	checker check.Checker
}

// findings is what a site gives, without what is only said on request.
func (d *desk) findings(t *testing.T, site, builtIn fs.FS) diag.List {
	t.Helper()
	if d.reader == nil {
		d.reader = content.NewReader(builtIn)
	}
	lib, found, err := d.reader.Load(site)
	if err != nil {
		t.Error(err)
		return nil
	}
	found = d.checker.Check(lib, found, examplesDay)
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		return d.Silenced != nil || d.Severity == diag.Info
	})
}

// identityOf tells findings apart, wherever other lines have moved them.
func identityOf(d diag.Diagnostic) string { return d.At.Path() + " " + d.Code + " " + d.Message }

func (tr *trial) run(t *testing.T, on *desk) outcome {
	site := fstest.MapFS{}
	for path, file := range tr.subject.site {
		site[path] = file
	}
	site[tr.subject.path] = &fstest.MapFile{Data: []byte(tr.text)}
	quiet := map[string]int{}
	var found diag.List
	for _, d := range on.findings(t, site, tr.subject.builtIn) {
		if quiet[identityOf(d)]++; quiet[identityOf(d)] > tr.subject.quiet[identityOf(d)] {
			found = append(found, d)
		}
	}
	return tr.judge(found)
}

// judge compares what was found with what should have been: of several findings the
// one that comes nearest.
func (tr *trial) judge(found diag.List) outcome {
	var best outcome
	for _, d := range found {
		m := outcome{code: d.At.Path() == tr.subject.path && (d.Code == tr.code || d.Cause == tr.code)}
		if m.code {
			line, column := lineColumn(tr.text, tr.at)
			wants, is := diag.Position{Line: line, Column: column}, d.At.File.Position(int(d.At.Start))
			m.line = is.Line == wants.Line
			m.column = m.line && is.Column == wants.Column
			m.suggestion = tr.suggested(d)
		}
		if m.score() > best.score() {
			best = m
		}
	}
	best.alone = len(found) == 1
	for _, d := range found {
		best.said += "\n        " + line(d) + " " + d.Message
	}
	return best
}

func (m outcome) score() int {
	score := 0
	for _, right := range []bool{m.code, m.line, m.column, m.suggestion} {
		if right {
			score++
		}
	}
	return score
}

// asks reports whether a slip has a right answer.
func (p planted) asks() bool { return p.word != "" || p.mended != "" }

func (tr *trial) suggested(d diag.Diagnostic) bool {
	mends := func(f diag.Fix) bool { return applied(tr.text, f) == tr.mended }
	switch {
	case !tr.asks() || tr.mended != "" && slices.ContainsFunc(d.Fixes, mends):
		return true
	case tr.certain:
		return slices.ContainsFunc(d.Fixes, func(f diag.Fix) bool {
			return f.Safe && len(f.Edits) == 1 && f.Edits[0].Text == tr.word
		})
	}
	return slices.Contains(d.Suggestions, tr.word)
}

// applied is a text with a fix made.
func applied(text string, f diag.Fix) string {
	edits := slices.Clone(f.Edits)
	slices.SortStableFunc(edits, func(a, b diag.Edit) int { return cmp.Compare(b.At.Start, a.At.Start) })
	for _, e := range edits {
		text = text[:e.At.Start] + e.Text + text[e.At.End:]
	}
	return text
}

func slips() []slip {
	var all []slip
	for _, group := range [][]slip{wordSlips(), valueSlips(), yamlSlips(), bodySlips(), doseSlips()} {
		all = append(all, group...)
	}
	return all
}
