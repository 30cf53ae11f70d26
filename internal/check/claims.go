package check

import (
	"strings"
	"sync"
)

// claim is the stretch of a text that claims something; about is the outcome that a
// number stands beside.
type claim struct {
	start, end int
	about      string
}

// claimWords are the English words by which a claim is known.
type claimWords struct {
	wordings *phrases
	not      set
	// A number is a claim beside an outcome and either people or a change, unless the
	// sentence speaks of a dose.
	outcome, people, change, dose set
	// A stretch of weeks is one beside these, unless the sentence sets a condition.
	recovery, condition set
	numbers, weeks      set
	lessens, to         set
}

// theClaimWords are those of all sites: nothing changes them.
var theClaimWords = sync.OnceValue(func() *claimWords {
	w := &claimWords{
		wordings:  newPhrases(),
		not:       negations(),
		outcome:   setOf("pain aches ache injury injuries disability risk recurrence relapse symptoms sciatica fractures falls surgery stiffness episode episodes mortality"),
		people:    setOf("adults people patients women men everyone population us runners athletes workers cases sufferers"),
		change:    setOf("reduce reduces reduced reducing cut cuts lowers lowered halve halves halved improve improves improved relieve relieves relieved prevent prevents prevented decrease decreases decreased"),
		dose:      setOf("load loads weight weights set sets rep reps repetition repetitions kg lb kilos maximum max effort rpe"),
		recovery:  setOf("improve improves improved improvement improvements recover recovers recovered recovery relief heal heals healed"),
		condition: setOf("if until unless when whenever once wait"),
		numbers:   setOf("one two three four five six seven eight nine ten eleven twelve"),
		weeks:     setOf("week weeks month months"),
		lessens:   setOf("reduces lowers cuts halves prevents reduce prevent"),
		to:        setOf("to"),
	}
	w.wordings.add(note{}, "most effective", "highly effective", "clinically proven", "scientifically proven", "proven", "gold standard", "best exercise for", "best exercises for")
	for _, who := range strings.Fields("research studies study science evidence trials trial review reviews") {
		for _, does := range strings.Fields("show shows showed shown found finds prove proves proved suggests suggest confirms confirm") {
			w.wordings.add(note{}, who+" "+does, who+" has "+does, who+" have "+does)
		}
	}
	return w
})

// in finds the claim of one sentence.
func (w *claimWords) in(text string, words []term) (claim, bool) {
	for i := range words {
		if found, last := w.wordings.at(text, words, i); found.words != nil && !denied(w.not, words, i, 3) {
			return claim{start: words[i].start, end: words[last].end}, true
		}
		if end, ok := w.lessRisk(words, i); ok {
			return claim{start: words[i].start, end: end}, true
		}
	}
	return w.number(text, words)
}

// lessRisk looks for "reduces the risk" and "prevents injury".
func (w *claimWords) lessRisk(words []term, i int) (end int, ok bool) {
	if !w.lessens[words[i].hash] || denied(w.not, words, i, 3) || denied(w.to, words, i, 1) {
		return 0, false
	}
	for _, next := range words[i+1 : min(len(words), i+4)] {
		if next.hash == hashOf("risk") || next.hash == hashOf("injury") || next.hash == hashOf("injuries") {
			return next.end, true
		}
	}
	return 0, false
}

// number looks for a share of people, or a stretch of weeks, that stands beside an
// outcome.
func (w *claimWords) number(text string, words []term) (claim, bool) {
	for i, t := range words {
		if !w.counts(text, t) {
			continue
		}
		if end, ok := w.share(text, words, i); ok && !mentions(words, w.dose) && (mentions(words, w.people) || mentions(words, w.change)) {
			if about, ok := w.find(words, w.outcome); ok {
				return claim{t.start, end, text[about.start:about.end]}, true
			}
		}
		if i+1 < len(words) && w.weeks[words[i+1].hash] && !mentions(words, w.condition) && !mentions(words, w.not) {
			if about, ok := w.find(words, w.recovery); ok {
				return claim{t.start, words[i+1].end, text[about.start:about.end]}, true
			}
		}
	}
	return claim{}, false
}

func (w *claimWords) counts(text string, t term) bool {
	return text[t.start] >= '0' && text[t.start] <= '9' || w.numbers[t.hash]
}

// share reports whether a number is part of a whole: 80 %, 8 in 10, three times more
// likely.
func (w *claimWords) share(text string, words []term, i int) (end int, ok bool) {
	rest := strings.TrimLeft(text[words[i].end:], " \u00a0\u202f")
	if strings.HasPrefix(rest, "%") {
		return len(text) - len(rest) + 1, true
	}
	following := func(n int) string {
		if i+n >= len(words) {
			return ""
		}
		return strings.ToLower(text[words[i+n].start:words[i+n].end])
	}
	switch following(1) {
	case "percent":
		return words[i+1].end, true
	case "per":
		return words[min(i+2, len(words)-1)].end, following(2) == "cent"
	case "times":
		switch following(2) {
		case "more", "less", "as", "higher", "lower", "fewer", "greater", "likelier":
			return words[i+2].end, true
		}
	case "in", "out":
		for n := 2; n <= 3 && i+n < len(words); n++ {
			if w.counts(text, words[i+n]) {
				return words[i+n].end, true
			}
		}
	}
	return 0, false
}

func (w *claimWords) find(words []term, of set) (term, bool) {
	for _, t := range words {
		if of[t.hash] {
			return t, true
		}
	}
	return term{}, false
}
