package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// amountAt is where the amount of a dose's group was written: a part of the one
// line, or the column of its own.
func amountAt(o regimen.Origin, d dose.Dose, group int) diag.Span {
	return partAt(o, d, "reps", func(s dose.Spans) dose.Span { return s.Groups[group].Amount })
}

// sideAt is where a group says each side; where it does not, its amount.
func sideAt(o regimen.Origin, d dose.Dose, group int) diag.Span {
	return partAt(o, d, "reps", func(s dose.Spans) dose.Span {
		if side := s.Groups[group].Side; side != (dose.Span{}) {
			return side
		}
		return s.Groups[group].Amount
	})
}

// behind offers words behind a place.
func behind(at diag.Span, words string) []diag.Fix {
	end := diag.Span{File: at.File, Start: at.End, End: at.End}
	return []diag.Fix{{Title: "write `" + at.Text() + words + "`", Edits: []diag.Edit{{At: end, Text: words}}}}
}

// leavingOut offers to leave out a place, with the space before it.
func leavingOut(at diag.Span) []diag.Fix {
	title := "leave out `" + at.Text() + "`"
	if at.Start > 0 && at.File.Text[at.Start-1] == ' ' {
		at.Start--
	}
	return []diag.Fix{{Title: title, Edits: []diag.Edit{{At: at}}}}
}

func setsAt(o regimen.Origin, d dose.Dose, group int) diag.Span {
	return partAt(o, d, "sets", func(s dose.Spans) dose.Span { return s.Groups[group].Sets })
}

// partAt underlines a part of `dose`, or of the column that stands in its place.
func partAt(o regimen.Origin, d dose.Dose, column string, of func(dose.Spans) dose.Span) diag.Span {
	key := "dose"
	if !o.Has(key) {
		key = column
	}
	whole := o.At(key)
	part := of(d.Spans)
	if part == (dose.Span{}) || part.End > whole.End-whole.Start {
		return whole
	}
	return whole.Part(int(part.Start), int(part.End))
}

// besideAt is where a part was written that may stand in a column beside the line.
func besideAt(o regimen.Origin, d dose.Dose, column string, part dose.Span) diag.Span {
	if o.Has(column) {
		return o.At(column)
	}
	return partAt(o, d, column, func(dose.Spans) dose.Span { return part })
}

// valueAt is where the value stands in a `load` that may name a class too.
func valueAt(whole diag.Span) diag.Span {
	text, at := whole.Text(), 0
	for part := range strings.SplitSeq(text, ",") {
		word := strings.Trim(part, ` "'`)
		if _, class := regimen.ParseLoadClass(word); !class && word != "" {
			at += strings.Index(part, word)
			return whole.Part(at, at+len(word))
		}
		at += len(part) + 1
	}
	return whole
}
