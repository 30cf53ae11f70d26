package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// readingLevel measures how hard the instructions of an exercise and the warnings of a
// safety file are to read.
var readingLevel = Rule{
	Rule:  diag.Rule{Code: "Q03", Name: "reading-level", Severity: diag.Info},
	rests: onNames, // each counts as one easy word
	Limits: []Limit{
		{"hard-grade", 8, "school grade", "the NHS service manual writes for readers of 9 to 14"},
		{"too-hard-grade", 11, "school grade", "beyond what most adults read with ease"},
		{"sentence-words", 20, "words on average", "the NHS service manual asks for short sentences"},
		{"fewest-words", 50, "words", "the formula says nothing of a shorter text"},
	},
	find: func(lib *library, limit limits, report reporter) {
		if !lib.english() {
			return
		}
		r := reading{names: lib.easy, limit: limit, report: report}
		for _, e := range lib.Exercises {
			r.begin()
			for b := range instructing(e) {
				if start, end, longest := r.add(b.Text); longest {
					r.at = e.InBody(b.In(start, end))
				}
			}
			r.judge("the instructions")
		}
		for _, s := range lib.Safety {
			if !s.BuiltIn {
				r.warnings(s)
			}
		}
	},
}

type reading struct {
	names  *names
	limit  limits
	report reporter
	terms  []term

	words, syllables, sentences int
	longest                     int // words of the longest sentence
	at                          diag.Span
}

func (r *reading) begin() {
	r.words, r.syllables, r.sentences, r.longest, r.at = 0, 0, 0, 0, diag.Span{}
}

// warnings are the red flags of a safety file with what to do.
func (r *reading) warnings(s *regimen.Safety) {
	r.begin()
	for _, f := range s.RedFlags {
		for _, key := range []string{"text", "action"} {
			if f.Has(key) && !f.Broken(key) {
				at := f.At(key)
				if start, end, longest := r.add(at.Text()); longest {
					r.at = at.Part(start, end)
				}
			}
		}
	}
	r.judge("the red flags")
}

// add counts the sentences of a text. It tells where the longest of all so far stands,
// if that is one of them.
func (r *reading) add(text string) (start, end int, longest bool) {
	for from, to := range sentences(text) {
		sentence := text[from:to]
		r.terms = scan(sentence, r.terms[:0])
		words := 0
		for i := 0; i < len(r.terms); words++ {
			if n := r.names.at(r.terms[i:]); n > 0 {
				r.syllables++
				i += n
				continue
			}
			r.syllables += syllables(sentence[r.terms[i].start:r.terms[i].end])
			i++
		}
		if words == 0 {
			continue
		}
		r.words += words
		r.sentences++
		if words > r.longest {
			first, last := r.terms[0], r.terms[len(r.terms)-1]
			r.longest, longest = words, true
			start, end = from+first.start, from+last.end
		}
	}
	return start, end, longest
}

// judge reports a text at its longest sentence, the first to shorten.
func (r *reading) judge(what string) {
	if float64(r.words) < r.limit("fewest-words") || r.sentences == 0 {
		return
	}
	mean := float64(r.words) / float64(r.sentences)
	// The grade of Flesch and Kincaid, 1975.
	grade := 0.39*mean + 11.8*float64(r.syllables)/float64(r.words) - 15.59
	var found *diag.Diagnostic
	switch {
	case grade > r.limit("too-hard-grade"):
		found = r.report(r.at, "%s read like school grade %.0f; more than %g is too hard for many", what, grade, r.limit("too-hard-grade"))
		found.Severity = diag.Warning
	case grade > r.limit("hard-grade"):
		found = r.report(r.at, "%s read like school grade %.0f; %g or less is easier", what, grade, r.limit("hard-grade"))
	case mean > r.limit("sentence-words"):
		found = r.report(r.at, "%s have sentences of %.0f words on average; up to %g is easier", what, mean, r.limit("sentence-words"))
	default:
		return
	}
	found.Label = "the longest sentence"
	found.Help = "make two sentences of this one, and use short words: `Tuck your tailbone`"
}
