package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// stopSignals asks that the sheet of a programme for people with pain says when to
// stop, how to read pain, and how to judge the next day.
var stopSignals = Rule{
	Rule: diag.Rule{Code: "F05", Name: "stop-signals-and-pain-guide", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			if _, due := screened(p); !due {
				continue
			}
			if s := lib.SafetyFile(p.Safety.ID); s != nil && !s.Slipped {
				checkGuide(lib, p, s, report)
			}
		}
	},
}

func checkGuide(lib *library, p *regimen.Programme, s *regimen.Safety, report reporter) {
	tell := func(severity diag.Severity, key, format string, args ...any) *diag.Diagnostic {
		found := report(p.Safety.At, format, args...)
		found.Severity = severity
		if !s.BuiltIn {
			found.Related = []diag.Related{{At: s.At(key), Message: "what the sheet prints comes from this file"}}
		}
		return found
	}
	if !s.Broken("stop") {
		if unnamed := unnamedSignals(lib, s); len(s.Stop) == 0 {
			tell(diag.Error, "stop", "`%s` does not say when to stop", s.ID).
				Help = "add `stop:` to " + s.File.Path + ": " + titles(lib.Vocabulary.StopSignals)
		} else if len(unnamed) > 0 && signalsKnown(lib) {
			tell(diag.Warning, "stop", "the stop signals of `%s` do not name %s", s.ID, unnamed[0].Title).
				Help = "add to `stop`: " + titles(unnamed)
		}
	}
	if len(s.Pain) == 0 && !s.Broken("pain") {
		tell(diag.Warning, "pain", "`%s` has no pain guide", s.ID).
			Help = "add `pain: {standard: {green: 0-3, amber: 4-5}}` to " + s.File.Path
	} else if stage := withoutBand(lib, p, s); stage != nil && !s.Broken("pain") {
		tell(diag.Warning, "pain", "`%s` has no %s pain guide, which the stage `%s` asks for", s.ID, stage.PainProfile, stage.ID).
			Help = "add the " + stage.PainProfile + " band to `pain` in " + s.File.Path + ", such as `strict: {green: 0-2, amber: 3}`"
	}
	if s.NextDay == "" && !s.Broken("next-day") {
		tell(diag.Warning, "next-day", "`%s` does not say how to judge the next day", s.ID).
			Help = "add `next-day:` to " + s.File.Path + ": what to do when the next day is worse"
	}
}

// withoutBand is the first stage in force whose pain profile a safety file does not have.
func withoutBand(lib *library, p *regimen.Programme, s *regimen.Safety) *regimen.Stage {
	for _, declared := range p.Conditions {
		c := lib.Condition(declared.Condition.ID)
		if c == nil {
			continue
		}
		start, _ := c.Stage(declared.Stage.ID)
		if start == nil {
			continue
		}
		for _, stage := range suit.InForce(p, c, start) {
			if !slices.ContainsFunc(s.Pain, func(b regimen.PainBand) bool { return b.Profile == stage.PainProfile }) {
				return stage
			}
		}
	}
	return nil
}

// signalsKnown reports whether the words of the stop signals are of the site's language.
func signalsKnown(lib *library) bool {
	v := &lib.Vocabulary
	return lib.english() || !v.BuiltIn && v.Has("stop-signals")
}

// unnamedSignals lists the signs that no stop signal of a file names.
func unnamedSignals(lib *library, s *regimen.Safety) []regimen.SignalTerm {
	text := strings.ToLower(strings.Join(s.Stop, "\n"))
	var out []regimen.SignalTerm
	for _, signal := range lib.Vocabulary.StopSignals {
		if !slices.ContainsFunc(signal.Words, func(word string) bool { return strings.Contains(text, word) }) {
			out = append(out, signal)
		}
	}
	return out
}

func titles(signals []regimen.SignalTerm) string {
	out := make([]string, len(signals))
	for i, s := range signals {
		out[i] = s.Title
	}
	return strings.Join(out, ", ")
}
