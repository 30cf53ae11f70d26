package check

import (
	"strings"
	"sync"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// threateningLanguage looks for wordings that make a reader afraid of moving, and for
// promises of a cure. What is quoted, or told as a myth, is left alone.
var threateningLanguage = Rule{
	Rule: diag.Rule{Code: "F07", Name: "threatening-language", Severity: diag.Info},
	find: func(lib *library, _ limits, report reporter) {
		if !lib.english() {
			return
		}
		w := wordings{phrases: frightening(), not: negations(), report: report}
		for p := range lib.pages() {
			w.inBody(p)
			w.inValues(p.Origin, "title", "summary", "description")
		}
		for _, e := range lib.Exercises {
			for _, s := range e.Substitutes {
				w.inValues(s.Origin, "because")
			}
		}
		for _, c := range lib.Conditions {
			for _, g := range c.Guidance {
				w.inValues(g.Origin, "because")
			}
		}
		for _, p := range lib.Programmes {
			for _, ph := range p.Phases {
				w.inValues(ph.Origin, "focus")
			}
		}
		for _, r := range lib.rows() {
			w.inValues(r.Origin, "note", "modification")
		}
	},
}

type wordings struct {
	*phrases
	not    set
	report reporter
	terms  []term
}

func (w *wordings) inBody(p *regimen.Page) {
	for b := range p.Body.Blocks() {
		if b.Quoted || anyIn(b.Section, "myth", "Myth") {
			continue
		}
		w.in(b.Text, func(start, end int) diag.Span { return p.InBody(b.In(start, end)) })
	}
}

// inValues looks through texts of the frontmatter as they are written.
func (w *wordings) inValues(o regimen.Origin, keys ...string) {
	for _, key := range keys {
		if o.Has(key) && !o.Broken(key) {
			at := o.At(key)
			w.in(at.Text(), at.Part)
		}
	}
}

func (w *wordings) in(text string, place func(start, end int) diag.Span) {
	w.terms = scan(text, w.terms[:0])
	next := 0
	for i := range w.terms {
		if i < next || !w.first.maybe(w.terms[i].hash) {
			continue
		}
		found, last := w.at(text, w.terms, i)
		if found.words == nil || denied(w.not, w.terms, i, 3) || quoted(text, w.terms[i].start) {
			continue
		}
		next = last + 1
		start, end := w.terms[i].start, w.terms[last].end
		w.report(place(start, end), "`%s` %s", text[start:end], found.fault).Help = found.help
	}
}

// quoted reports whether a place lies within quotation marks.
func quoted(text string, at int) bool {
	before := text[:at]
	return strings.Count(before, `"`)%2 == 1 || strings.Count(before, "“") > strings.Count(before, "”")
}

// frightening is the wordings with what to write in their place.
var frightening = sync.OnceValue(func() *phrases {
	fragile := note{"sounds as if the body breaks easily", "say what it asks of the body for now, such as `asks a lot of your back for now`"}
	banned := note{"sounds like a ban for ever", "say what holds for now, such as `for now, keep bending light`"}
	worn := note{"names a usual change as damage", "say `changes that come with age`"}
	promised := note{"promises what nobody can promise", "say what often happens, such as `helps many people`"}
	p := newPhrases()
	p.add(fragile, "slip a disc", "slips a disc", "slipped a disc", "slipped disc", "slipped discs", "out of place", "out of alignment",
		"is dangerous for your back", "are dangerous for your back", "crumbling spine", "crumbling discs", "permanent damage", "lasting damage", "dangerous exercise", "dangerous exercises", "dangerous for your back")
	p.addAbout(setOf("disc discs vertebra vertebrae"), fragile, "slip out", "slips out", "slipped out", "slipping out")
	p.addAbout(movements(), fragile, "is dangerous", "are dangerous")
	for _, part := range []string{"back", "spine", "knees", "shoulders", "joints", "discs"} {
		p.add(fragile, "bad for your "+part)
		for _, verb := range []string{"destroy", "destroys", "ruin", "ruins", "wreck", "wrecks"} {
			p.add(fragile, verb+" your "+part, verb+" the "+part)
		}
		p.add(promised, "fix your "+part, "fix "+part+" pain", "fixes "+part+" pain", "heal your "+part, "heals your "+part, "cure your "+part)
	}
	p.add(banned, "never bend forward", "never bend forwards", "never bend over", "never bend down", "never bend again", "never bend your back", "never bend your spine",
		"never lift anything", "never lift heavy", "never lift weights", "never lift again", "never twist your back", "never twist your spine", "never run again", "never squat again", "never deadlift again")
	p.add(worn, "wear and tear", "worn discs", "worn out discs", "worn joints", "worn out joints", "bone on bone")
	p.add(promised, "fixes your back", "fixes your spine", "fixes your discs", "fixes your disc", "fixes your pain", "fixes the pain", "fixes knee pain",
		"fixes shoulder pain", "fix your pain", "will be pain-free", "you'll be pain-free", "guarantee", "guarantees", "guaranteed", "pain-free in", "cures", "cure for back pain",
		"once and for all", "get rid of your pain", "get rid of back pain", "end your pain")
	return p
})

// movements are the words for what a reader is asked to do. That ice or a sign of illness
// is dangerous, may be said.
func movements() set {
	return setOf("exercise exercises movement movements moving bend bends bending lift lifts lifting twist twists twisting squat squats squatting " +
		"deadlift deadlifts deadlifting run running jump jumps jumping rounding round arching slouching sitting posture hinge hinges lunge lunges")
}
